"""Three reports of a blast and one of a match, by hand, and what a ledger could say of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rawi.evaluation.across.annotation import Cluster, read_cluster
from rawi.evaluation.across.links import Links, Row, read_links

TEXTS = {
    "one": "قال رئيس البلدية وليد الخنساري إن تسعة أشخاص قتلوا في انفجار الفرن، ونفى نقص الإسعاف.\n",
    "two": "ذكر المرصد أن 12 شخصا قتلوا في انفجار الفرن.\n\nوقال ممرض إن الإسعاف لم يكف.\n",
    "three": "قال رئيس البلدية وليد الخنساري إن تسعة أشخاص قتلوا في انفجار الفرن.\nالمصدر: الضحى\n",
    "match": "فاز فريق المرج على فريق السفح وحضر اللقاء 12 ألف متفرج.\n",
}
GOLD: dict[str, Any] = {
    "stories": {"blast": ["one", "two", "three"]},
    "duplicates": [
        {"kind": "copy", "documents": ["one", "three"], "origin": "one", "or": ["revision"]},
    ],
    "comparisons": [
        {
            "a": {
                "document": "one",
                "text": "تسعة أشخاص",
                "also": [{"document": "three", "text": "تسعة أشخاص"}],
            },
            "b": {"document": "two", "text": "12 شخصا"},
            "kind": "figures",
            "verdict": "contradicts",
            "why": "mayor and observatory",
        },
        {
            "a": {"document": "one", "text": "نقص الإسعاف"},
            "b": {"document": "two", "text": "الإسعاف لم يكف"},
            "kind": "polarity",
            "verdict": "contradicts",
            "why": "no lack, not enough",
        },
        {
            "a": {"document": "two", "text": "12 شخصا"},
            "b": {"document": "match", "text": "12 ألف متفرج"},
            "kind": "figures",
            "verdict": "not_comparable",
            "aspect": "definition",
            "optional": True,
        },
    ],
    "recurrences": [
        {
            "speaker": "وليد الخنساري",
            "statements": [
                {"document": "one", "text": "تسعة أشخاص قتلوا في انفجار الفرن"},
                {"document": "two", "text": "12 شخصا قتلوا"},
            ],
        }
    ],
}
NAMES = {f"sha256:{name}": name for name in TEXTS}


def write_cluster(folder: Path, gold: dict[str, Any], texts: dict[str, str]) -> Path:
    """Write a folder of reports with their annotation and return it."""
    about = [f'[[article]]\nid = "{name}"\noutlet = "الضحى"\npublished = "2024-03-05"\n' for name in texts]
    (folder / "articles.toml").write_text("\n".join(about), "utf-8")
    (folder / "across.json").write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8", newline="")
    return folder


@pytest.fixture
def cluster(tmp_path: Path) -> Cluster:
    """The reports above with their annotation."""
    return read_cluster(write_cluster(tmp_path, GOLD, TEXTS))


def number(id: str, document: str, words: str) -> Row:
    """The row of a figure that is found by its number."""
    start = TEXTS[document].index(words)
    return {"id": id, "document": f"sha256:{document}", "number": [start, start + len(words)]}


def content(id: str, document: str, words: str) -> Row:
    """The row of a statement with one part."""
    start = TEXTS[document].index(words)
    return {"id": id, "document": f"sha256:{document}", "content": [[start, start + len(words)]]}


ENTRIES: dict[str, list[Row]] = {
    "figures": [
        number("f1", "one", "تسعة"),
        number("f2", "two", "12"),
        number("f3", "three", "تسعة"),
        number("f4", "match", "12 ألف"),
    ],
    "statements": [
        content("s1", "one", "تسعة أشخاص قتلوا في انفجار الفرن"),
        content("s1n", "one", "نقص الإسعاف"),
        content("s2", "two", "12 شخصا قتلوا في انفجار الفرن"),
        content("s2n", "two", "الإسعاف لم يكف"),
        content("s3", "three", "تسعة أشخاص قتلوا في انفجار الفرن"),
    ],
    "events": [],
}


def compared(a: str, b: str, verdict: str, kind: str = "figures", aspect: str | None = None) -> Row:
    """The row of a comparison."""
    return {
        "id": f"co_{a}{b}",
        "a": a,
        "b": b,
        "kind": kind,
        "verdict": verdict,
        "aspect": aspect,
        "reasons": [],
    }


def linked(**rows: list[Row]) -> Links:
    """What a ledger with the entries above exports, and ``rows`` of other kinds by name."""

    def export(kind: str) -> list[Row]:
        if kind == "recurrences" and kind not in rows:
            raise ValueError(kind)
        return {**ENTRIES, **rows}.get(kind, [])

    return read_links(export, NAMES)
