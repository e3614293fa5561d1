"""Whatever a phrase holds, it is read in time that grows as a line does, and its values are well formed."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.clock import grows_as_a_line
from rawi import extract, parse
from rawi.views.jsonl import encode_line
from tests.values.forms import find_faults, is_edtf
from tests.values.hostile import ODD, PHRASES

TASKS = ("number", "ordinal", "quantity", "money", "date", "datetime", "duration")
ALL = (*TASKS, "extract")
REFERENCES = (None, "2020-11-04T12:00:00", "0001-01-01", "9999-12-31T23:59:59")
SECONDS = 30.0
PARTS = 100
FEW, TIMES = 120, 4


def find_wrong(text: str, task: str, reference: str | None = REFERENCES[1]) -> Iterator[str]:
    """Read a text, or extract it, and yield what is wrong with what comes of it."""
    if task == "extract":
        record = extract(text, published=reference and reference[:10])
        json.loads(encode_line(record))
        spans = [*(one.span for one in record.figures), *(one.span for one in record.dates)]
        yield from (f"no place: {span}" for span in spans if not 0 <= span.start < span.end <= len(text))
        yield from (f"no EDTF: {one.value}" for one in record.dates if one.value and not is_edtf(one.value))
        return
    values = parse(text, task, reference)
    json.loads(encode_line(values))
    yield from (fault for value in values for fault in find_faults(value, text))
    starts = [value["start"] for value in values]
    yield from ["not in the order of the text"] * (starts != sorted(starts))


@pytest.mark.parametrize("name", PHRASES)
@pytest.mark.parametrize("task", ALL)
def test_a_hostile_phrase_is_read(task: str, name: str) -> None:
    """Nothing raises, whatever is repeated, and every value is well formed."""
    assert list(find_wrong(PHRASES[name](PARTS), task)) == []


@pytest.mark.parametrize("reference", REFERENCES)
def test_nothing_is_made_of_what_there_is_not(reference: str | None) -> None:
    """Days and years that no calendar has, and numbers past all counting, give valid values or none."""
    wrong = {text: [one for task in ALL for one in find_wrong(text, task, reference)] for text in ODD}
    assert {text: found for text, found in wrong.items() if found} == {}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("1 محرم 1 هـ", "2020-08-20"),
        ("رمضان 9999 هـ", "2020-04-24/2020-05-23"),
        ("الأسبوع 2 من أيار 2023", "2023-05-02"),
        ("5 أيار 1000000000", "2020-05-05"),
        ("في أيار سنة 1000000000، قال", "2020-05"),
    ],
)
def test_what_cannot_be_placed_is_not_placed_elsewhere(text: str, wrong: str) -> None:
    """A year that cannot be read is no reason to take another."""
    assert wrong not in [value.get("edtf") for value in parse(text, "date", REFERENCES[1])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31 شباط 2023", {"warning": "date.no-such-day"}),
        ("29 شباط 1900", {"warning": "date.no-such-day"}),
        ("29 شباط 2024", {"edtf": "2024-02-29"}),
        ("1 محرم 1600 هـ", {"hijri": "1600-01-01"}),
        ("30 محرم 1445 هـ", {"hijri": "1445-01-30", "warning": "date.no-such-day"}),
    ],
)
def test_a_day_that_is_not_has_no_value(text: str, expected: dict[str, str]) -> None:
    """No other day is taken for it; a Hijri day beyond the table keeps its own date alone."""
    assert parse(text, "date", REFERENCES[1]) == [{"start": 0, "end": len(text)} | expected]


@given(
    st.lists(st.sampled_from([*ODD, *(make(2) for make in PHRASES.values())]), min_size=1, max_size=6),
    st.sampled_from(["", " ", " و", " إلى ", " - ", "\n", "، "]),
    st.sampled_from(ALL),
    st.sampled_from(REFERENCES),
)
def test_hostile_phrases_side_by_side_are_read(
    parts: list[str], joint: str, task: str, reference: str | None
) -> None:
    """Any of them beside any other, joined in any way, raises nothing."""
    list(find_wrong(joint.join(parts), task, reference))


@pytest.mark.parametrize("name", PHRASES)
@pytest.mark.parametrize("task", ALL)
def test_cost_grows_as_the_length(task: str, name: str) -> None:
    """Four times the text costs about four times the work, not sixteen times; a busy moment is forgiven."""
    read = extract if task == "extract" else partial(parse, task=task, reference=REFERENCES[1])
    assert grows_as_a_line(read, PHRASES[name](FEW), PHRASES[name](FEW * TIMES))


@pytest.mark.parametrize("task", ALL)
def test_a_million_digits(task: str) -> None:
    """A million digits, in one piece or in groups, are no number; as many behind the point do no harm."""
    begun = time.monotonic()
    for text in ("7" * 1_000_000, "1" + ",000" * 250_000, "0." + "3" * 1_000_000):
        assert list(find_wrong(text, task)) == []
    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize("task", ALL)
def test_a_number_of_very_many_words(task: str) -> None:
    """A hundred thousand words that are numbers, in one line, are read in seconds."""
    begun = time.monotonic()
    assert list(find_wrong(PHRASES["long number"](12_500), task)) == []
    assert time.monotonic() - begun < SECONDS


def test_a_number_of_a_million_words() -> None:
    """A million words that are numbers go through extraction in seconds."""
    begun = time.monotonic()
    assert list(find_wrong(PHRASES["long number"](125_000), "extract")) == []
    assert time.monotonic() - begun < SECONDS


def test_a_hundred_thousand_dates_in_one_line() -> None:
    """They are all read, each in its place."""
    begun = time.monotonic()
    dates = extract(PHRASES["numeric dates"](100_000)).dates
    assert time.monotonic() - begun < SECONDS
    assert {date.value for date in dates} == {"2023-06-05"}
    assert [date.span.start for date in dates] == list(range(0, 900_000, 9))


def test_the_program_extracts_and_parses_hostile_phrases(tmp_path: Path) -> None:
    """``rawi extract`` and ``rawi parse`` answer each phrase with one line of JSON, controls escaped."""
    texts = [*ODD, *(make(20) for make in PHRASES.values())]
    path = tmp_path / "hostile.jsonl"
    path.write_text("".join(json.dumps({"text": f"{text} عاد."}) + "\n" for text in texts), "ascii")
    answers = run(["extract", str(path)], b"")
    assert len(answers) == len(texts)
    asked = [{"text": text, "task": task, "id": str(n)} for n, text in enumerate(texts) for task in TASKS]
    answers = run(["parse"], "\n".join(map(json.dumps, asked)).encode())
    assert len(answers) == len(asked)
    for question, answer in zip(asked, answers, strict=True):
        refused = "\ud800" in question["text"]  # JSON's own rule (RFC 8259, § 8.2, leaves it open)
        assert (answer["id"] == question["id"], "error" in answer) == (not refused, refused)


def run(arguments: list[str], given: bytes) -> list[dict[str, object]]:
    """Run the program in a process of its own and return its lines of JSON."""
    done = subprocess.run([sys.executable, "-m", "rawi", *arguments], input=given, capture_output=True)
    assert not any(byte < 32 for byte in done.stdout.replace(b"\n", b""))
    assert b"Traceback" not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
