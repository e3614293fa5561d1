"""``rawi eval`` as the library does it: extract, score, say."""

from __future__ import annotations

import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from rawi.errors import DocumentError
from rawi.evaluation.gold import read_gold
from rawi.evaluation.report import evaluate, render_misses, render_report
from rawi.evaluation.scores import score
from rawi.evaluation.sheet import Coverage
from rawi.model.document import Document
from rawi.model.record import Record
from rawi.model.span import Span
from tests.evaluation.answers import answer_of, spoilt


def test_extract_is_given_the_text_and_its_date(gold_folder: Path) -> None:
    """The gold's ``published`` goes to the extractor as metadata, and its text unchanged."""
    (gold,) = read_gold(gold_folder)
    seen = []

    def extract(text: str, *, published: str | None = None) -> dict[str, Any]:
        seen.append((text, published))
        return answer_of(gold)

    assert evaluate(gold_folder, extract) == score([gold], [answer_of(gold)])
    assert seen == [(gold.text, "2025-05-05")]


def test_typed_records_are_scored_as_they_serialise(gold_folder: Path) -> None:
    """A record of the model counts like the JSON line it prints."""

    def extract(text: str, *, published: str | None = None) -> Record:
        return Record(Document(id="sha256:0", text=text, body=(Span(0, len(text)),)))

    figures = evaluate(gold_folder, extract).figures
    assert figures["articles"] == Coverage(n=1, missing=0)
    assert figures["statements"].n == 3


def test_an_article_that_is_refused_is_counted(gold_folder: Path) -> None:
    """A refused article stops nothing: it has no record, and the report says how many have none."""

    def extract(text: str, *, published: str | None = None) -> None:
        raise DocumentError("no article in it")

    report = evaluate(gold_folder, extract)
    assert render_report(report).splitlines()[-1] == "articles     1, without a record: 1"


def test_a_fault_of_the_program_is_not_hidden(gold_folder: Path) -> None:
    """An exception that is no RawiError is a fault of ours and comes through."""

    def extract(text: str, *, published: str | None = None) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        evaluate(gold_folder, extract)


def test_the_table_is_the_reference_script_s(
    reference: dict[str, ModuleType], gold_folder: Path, tmp_path: Path,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The printed table is, letter for letter, what score.py prints."""
    golds = read_gold(gold_folder)
    records = [spoilt(answer_of(golds[0]), random.Random(1))]
    paths = [tmp_path / "gold.jsonl", tmp_path / "answers.jsonl"]
    paths[0].write_bytes(msgspec.json.encode(golds[0]))
    paths[1].write_text(json.dumps(records[0]), "utf-8")
    monkeypatch.setattr("sys.argv", ["score.py", *map(str, paths)])
    reference["score"].main()
    assert render_report(score(golds, records)) == capsys.readouterr().out.rstrip("\n")


def test_differences_are_one_a_line(gold_folder: Path) -> None:
    """Each difference says the article, what is wrong, and the words."""
    (gold,) = read_gold(gold_folder)
    record = {**answer_of(gold), "figures": []}
    assert render_misses(score([gold], [record]).misses).splitlines() == [
        "port\tmissed figure\tأكثر من 300 عامل",
        "port\tmissed figure\tثلاثة صيادين",
    ]
