"""Reading gold: offsets that hold, and faults that a person can mend from the message alone."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.errors import GoldError
from rawi.evaluation.gold import read_gold
from rawi.evaluation.locate import Words, locate
from tests.evaluation.conftest import GOLD, SHARED, TEXT, write_gold

Spoil = Callable[[dict[str, Any]], object]


def test_spans_cover_the_words_the_annotator_wrote(gold_folder: Path) -> None:
    """Every offset found leads back to the words written down."""
    (gold,) = read_gold(gold_folder)
    assert gold.doc == "port"
    assert gold.text == TEXT
    assert [one.content[0].of(TEXT) for one in gold.statements] == [
        s["content"][0] for s in GOLD["statements"]
    ]
    assert [one.number.of(TEXT) for one in gold.figures] == ["300", "ثلاثة"]
    assert gold.body[0].of(TEXT).endswith("الروضة أمس.")


def test_compiled_lines_give_the_same_gold(gold_folder: Path) -> None:
    """Gold written as JSON lines and read again is the gold of the folder."""
    golds = read_gold(gold_folder)
    lines = gold_folder / "gold.jsonl"
    lines.write_bytes(b"\n".join(map(msgspec.json.encode, golds)) + b"\n\n")
    assert read_gold(lines) == golds


def test_offsets_are_those_of_the_reference_on_real_articles(reference: dict[str, ModuleType]) -> None:
    """The reference script and we place every annotated word of the real articles alike."""
    for folder in (SHARED / "gold", SHARED / "gold" / "dev"):
        for gold in read_gold(folder):
            faults: list[str] = []
            raw = json.loads((folder / f"{gold.doc}.gold.json").read_text("utf-8"))
            theirs = reference["compile_gold"].compile_one(gold.doc, gold.text, raw, faults)
            ours = json.loads(msgspec.json.encode(gold))
            assert faults == []
            assert _of_keys(ours, theirs) == theirs


def _of_keys(ours: Any, theirs: Any) -> Any:
    """Ours with only the keys that theirs has."""
    if isinstance(theirs, dict):
        return {key: _of_keys(ours[key], theirs[key]) for key in theirs}
    if isinstance(theirs, list) and isinstance(ours, list):
        return [_of_keys(a, b) for a, b in zip(ours, theirs, strict=True)]
    return ours


SPOILT: dict[str, tuple[Spoil, str]] = {
    "absent": (lambda g: g["dates"][0].update(text="يوم الأحد"), "dates 0: not found: 'يوم الأحد'"),
    "twice": (lambda g: g["dates"][1].update(text="الثلاثاء"), "dates 1: occurs 2 times, say which with n"),
    "too few": (lambda g: g["dates"][2]["text"].update(n=5), "dates 2: has only 2 occurrences"),
    "no end": (lambda g: g.update(body=["الروضة أمس … قالت"]), "body 0: end not found after start"),
    "kind": (
        lambda g: g["statements"][0].update(kind="spoken"),
        "statements s1: Invalid enum value 'spoken'",
    ),
    "nobody": (lambda g: g["statements"][1].update(speaker=[]), "statements s2: no speaker"),
    "no content": (lambda g: g["statements"][2].pop("content"), "statements s3: no content"),
    "hedge": (lambda g: g["figures"][0].update(hedge="maybe"), "figures 0: Invalid enum value 'maybe'"),
    "outside": (lambda g: g["figures"][0].update(number="6"), "figures 0: not found: '6'"),
    "type": (lambda g: g["events"][0].update(type="Attack"), "events 0: type 'Attack' is not in the guide"),
    "holder": (lambda g: g["figures"][0].update(according_to="s9"), "figure: no statement 's9'"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_each_fault_is_named_with_its_article_and_entry(tmp_path: Path, name: str) -> None:
    """What cannot be placed is refused, and the message says which entry of which article, and why."""
    spoil, message = SPOILT[name]
    spoil(gold := copy.deepcopy(GOLD))
    with pytest.raises(GoldError) as caught:
        read_gold(write_gold(tmp_path, gold))
    assert f"port: {message}" in str(caught.value)


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    """A folder is mended in one go: the faults of every article stand in one message."""
    for name in ("one", "two"):
        spoilt = copy.deepcopy(GOLD)
        spoilt["dates"][0]["text"] = "يوم الأحد"
        spoilt["statements"][1]["speaker"] = []
        write_gold(tmp_path, spoilt, name)
    with pytest.raises(GoldError) as caught:
        read_gold(tmp_path)
    assert [line.split(":")[0] for line in str(caught.value).splitlines()] == ["one", "one", "two", "two"]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "no annotated articles in it"),
        ({"a.gold.json": b"{}"}, "No such file"),
        ({"a.gold.json": b"{", "a.txt": b""}, "a: Input data was truncated"),
        ({"a.gold.json": b"[]", "a.txt": b""}, "a: Expected `object`"),
        ({"a.gold.json": b"{}", "a.txt": b"\xff\xfe"}, "a: 'utf-8' codec can't decode"),
    ],
)
def test_unreadable_folders_are_refused(tmp_path: Path, files: dict[str, bytes], message: str) -> None:
    """An empty folder, a missing or undecodable text and broken JSON each have a clear message."""
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(GoldError, match=message):
        read_gold(tmp_path)


@pytest.mark.parametrize("line", [b"{", b'{"doc": "a"}', b'{"doc": 1, "text": ""}', b"\xff"])
def test_a_line_that_is_no_gold_is_named(tmp_path: Path, line: bytes) -> None:
    """The first bad line of a compiled file is named by its number."""
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b'{"doc": "a", "text": "b"}\n' + line + b"\n")
    with pytest.raises(GoldError, match=r"gold\.jsonl:2: "):
        read_gold(path)


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A missing path is an error of the gold, not a traceback."""
    with pytest.raises(GoldError, match="no such file or folder"):
        read_gold(tmp_path / "nowhere")


@given(st.text(max_size=30), st.text(min_size=1, max_size=10), st.text(max_size=30))
def test_words_that_stand_once_are_found_where_they_stand(before: str, words: str, after: str) -> None:
    """Whatever the text, the span found for words covers exactly these words."""
    text = before + words + after
    if " … " not in words:
        assert locate(text, Words(words, 0)).of(text) == words


def test_words_with_a_gap_run_to_the_next_end() -> None:
    """``A … B`` runs from A to the first B after it, both included."""
    text = "حضر سليم ثم غاب سليم ثم عاد"
    assert locate(text, "حضر … ثم").of(text) == "حضر سليم ثم"
    assert locate(text, Words("ثم … سليم", 0)).of(text) == "ثم غاب سليم"
    with pytest.raises(ValueError, match="no words"):
        locate(text, " … ثم")
