"""Scoring the reading of values: what is right, and that the shares are those of the reference script."""

from __future__ import annotations

import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.errors import GoldError
from rawi.evaluation.cases import Case, Expected, read_cases
from rawi.evaluation.equality import parse_duration
from rawi.evaluation.values import answer_cases, passes, render_values, score_values
from tests.evaluation.conftest import SHARED

CASES = """\
{"suite": "own", "id": "1", "task": "number", "text": "ستون", "expected": {"values": [{"n": "60"}]}}
{"suite": "own", "id": "2", "task": "number", "text": "60", "expected": {"values": [{"n": "60"}]}}

{"suite": "own", "id": "3", "task": "date", "text": "الأسبوع المقبل", "convention": "week start open", \
"expected": {"values": [{"edtf": "2025-05-11/2025-05-17", "also": ["2025-05-12/2025-05-18"]}]}}
"""


def case(text: str, *values: dict[str, Any], spans_only: bool = False) -> Case:
    """A case of our own."""
    return Case("own", "1", "any", text, Expected(values, spans_only))


@pytest.mark.parametrize(
    ("want", "got"),
    [
        ({"n": "21"}, {"n": "21.0", "start": 0, "end": 4}),
        ({"n": "5", "unit": "km"}, {"n": "5000", "unit": "m"}),
        ({"min": "3", "min_open": True}, {"min": "3", "min_open": True, "max_open": False}),
        ({"iso": "P1Y"}, {"iso": "P12M"}),
        ({"iso": "P2W"}, {"iso": "P14D"}),
        ({"time": "T15:30"}, {"time": "T15:30:00"}),
        ({"edtf": "2025-05-06T22:00:00", "grain": "hour"}, {"edtf": "2025-05-06T22:45:10"}),
        (
            {"edtf": "2025-05-11/2025-05-17", "also": ["2025-05-12/2025-05-18"]},
            {"edtf": "2025-05-12/2025-05-18"},
        ),
        ({"hijri": "1446-11-08", "edtf": "2025-05-06"}, {"hijri": "1446-11-08"}),
    ],
)
def test_the_same_value_in_another_form_is_right(want: dict[str, Any], got: dict[str, Any]) -> None:
    """Multiples of a unit, equal durations and coarser grains are the same value."""
    assert passes(case("كلام", want), [got])


@pytest.mark.parametrize(
    ("want", "got"),
    [
        ({"n": "21"}, {"n": "22"}),
        ({"n": "21"}, {"min": "21"}),
        ({"n": "5", "unit": "km"}, {"n": "5", "unit": "mi"}),
        ({"min": "3", "min_open": True}, {"min": "3"}),
        ({"iso": "P1Y"}, {"iso": "P1M"}),
        ({"iso": "P1Y"}, {"iso": "a year"}),
        ({"iso": "P1Y"}, {}),
        ({"time": "T15:30"}, {"time": "T16:30"}),
        ({"edtf": "2025-05-06"}, {"edtf": "2025-05-07"}),
        ({"hijri": "1446-11-08", "edtf": "2025-05-06"}, {"hijri": "1446-11-08", "edtf": "2025-05-07"}),
        ({"n": "21"}, {"n": "many"}),
        ({"n": "21"}, {"n": []}),
    ],
)
def test_another_value_and_no_value_are_wrong(want: dict[str, Any], got: dict[str, Any]) -> None:
    """A different amount, unit, bound or day is wrong, and so is what is no value at all."""
    assert not passes(case("كلام", want), [got])


def test_one_value_too_many_or_too_few_is_wrong() -> None:
    """All values and only they are right, in any order."""
    two = case("كلام", {"n": "1"}, {"n": "2"})
    assert passes(two, [{"n": "2"}, {"n": "1"}])
    assert not passes(two, [{"n": "1"}])
    assert not passes(two, [{"n": "1"}, {"n": "2"}, {"n": "3"}])
    assert passes(case("كلام"), [])


def test_leading_words_may_be_in_a_mention_or_out() -> None:
    """A mention ends where it ends, but may begin with ``في يوم`` or after it."""
    text = "وصل في يوم الأحد"
    wanted = case(text, {"start": 4, "end": 16}, spans_only=True)
    assert passes(wanted, [{"start": 11, "end": 16}])
    assert not passes(wanted, [{"start": 0, "end": 16}])
    assert not passes(wanted, [{"start": 4, "end": 10}])
    assert not passes(wanted, [{"end": 16}])


def test_shares_are_told_apart_by_task_and_convention(tmp_path: Path) -> None:
    """Plain cases come first, then those that rest on a convention; words are also counted apart."""
    (tmp_path / "own.jsonl").write_text(CASES, "utf-8")
    read = read_cases(tmp_path)
    answers = answer_cases(read, lambda text, task, reference=None: [{"n": "60"}] if task == "number" else [])
    figures = score_values(read, {**answers, ("own", "2"): []})
    assert render_values(figures).splitlines() == [
        "plain all                    0.500  (2)",
        "plain all, with words        1.000  (1)",
        "plain number                 0.500  (2)",
        "convention all               0.000  (1)",
        "convention all, with words   0.000  (1)",
        "convention date              0.000  (1)",
    ]


@pytest.mark.parametrize("content", ["", "{", '{"suite": "own"}', '{"suite": 1}'])
def test_files_without_cases_are_refused(tmp_path: Path, content: str) -> None:
    """An empty file and a line that is no case are errors with the file's name."""
    path = tmp_path / "own.jsonl"
    path.write_text(content, "utf-8")
    with pytest.raises(GoldError, match=r"own\.jsonl"):
        read_cases(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """A path that is not there is an error of the gold, not a traceback."""
    with pytest.raises(GoldError, match=r"nowhere\.jsonl: No such file"):
        read_cases(tmp_path / "nowhere.jsonl")


@given(st.text())
def test_no_text_is_a_duration_unless_it_says_so(text: str) -> None:
    """Parsing any string gives months and seconds or a ValueError, and ``P`` stands first."""
    try:
        months, seconds = parse_duration(text)
    except ValueError:
        return
    assert text.startswith("P")
    assert months >= 0
    assert seconds >= 0


def _spoilt(dice: random.Random, values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Values with some dropped, doubled, and some fields dropped or changed."""
    kept = [dict(value) for value in values for _ in range(dice.choice([0, 1, 1, 1, 1, 1, 2]))]
    for value in kept:
        if value and dice.random() < 0.3:
            key = dice.choice(sorted(value))
            value[key] = dice.choice([None, "7", "P1D", "2020-01-01", 3, "x", []])
    dice.shuffle(kept)
    return kept


@pytest.mark.parametrize("seed", range(3))
def test_shares_are_those_of_the_reference_on_every_suite(
    reference: dict[str, ModuleType], tmp_path: Path, seed: int, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """On every suite that is present, however the answers are spoilt, each share is the reference's."""
    dice = random.Random(seed)
    read = read_cases(SHARED / "suites")
    answers = {(c.suite, c.id): _spoilt(dice, [*c.expected.values]) for c in read}
    lines = (json.dumps({"suite": s, "id": i, "values": v}) for (s, i), v in answers.items())
    (tmp_path / "answers.jsonl").write_text("\n".join(lines), "utf-8")
    command = ["score_values.py", str(SHARED / "suites"), str(tmp_path / "answers.jsonl")]
    monkeypatch.setattr("sys.argv", [*command, "--json"])
    reference["score_values"].main()
    theirs = json.loads(capsys.readouterr().out)
    figures = score_values(read, answers)
    ours = {name: {"accuracy": row.accuracy, "n": row.n} for name, row in figures.items()}
    assert list(ours.items()) == list(theirs.items())
    monkeypatch.setattr("sys.argv", command)
    reference["score_values"].main()
    assert render_values(figures) == capsys.readouterr().out.rstrip("\n")
