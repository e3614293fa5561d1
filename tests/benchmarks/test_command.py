"""The table: what it says of a measurement, and that a limit passed is said and fails."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from contextlib import nullcontext

import pytest

from benchmarks import command, memory
from benchmarks.command import find_excesses, main, render
from benchmarks.jobs import ROOT, WARM, Order, Outcome, run
from benchmarks.work import WORKS

MIB = 1024 * 1024
GOOD = Outcome(
    "extract",
    texts=100,
    articles=50.0,
    first=0.1,
    seconds=0.1,
    scan=0.002,
    before=20 * MIB,
    peak=60 * MIB,
    held=[50 * MIB] * 10,
    by_length=[0.001, 0.002, 0.004, 0.008],
    by_number=[0.01, 0.02, 0.04, 0.08],
)


def test_a_measurement_is_told_as_rate_ratio_growth_and_memory() -> None:
    """Each figure stands in the table with its unit, the unit of speed first."""
    lines = list(render([GOOD, Outcome("add", absent="rawi.open is not there: later")]))
    assert lines == [
        "100 texts, 50 articles of 450 words; one core",
        "scan         25000.0 articles/s       1.0 scans  the unit: one regex of the standard library",
        "extract        500.0 articles/s      50.0 scans  peak   60.0 MiB (20.0 before, first text 0.10 s)",
        "add        skipped: rawi.open is not there: later",
        "extract: length x1 x2 x4 x8: 1.0 2.0 4.0 8.0 ms, exponent 1.00",
        "extract: number of articles: exponent 1.00",
        f"extract: memory after each tenth of 100 texts: {' '.join(['50.0'] * 10)} MiB",
        "extract / scan: 50.0, limit 170",
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"seconds": 0.4}, "extract costs 200.0 scans, limit 170"),
        ({"by_length": [1, 4, 16, 64]}, "extract grows with the length to the power 2.00, limit 1.15"),
        ({"by_number": [1, 4, 16, 64]}, "extract grows with the number to the power 2.00, limit 1.15"),
        ({"held": [50 * MIB] * 9 + [60 * MIB]}, "extract gained 10.0 MiB in the second half, limit 10%"),
    ],
)
def test_a_limit_passed_is_named(change: dict[str, object], message: str) -> None:
    """Too slow, faster than linear growth and memory that is kept are each named; a good run names none."""
    assert list(find_excesses(GOOD)) == []
    assert list(find_excesses(dataclasses.replace(GOOD, **change))) == [message]  # type: ignore[arg-type]


@pytest.mark.parametrize(("multiple", "excesses"), [(80.0, 0), (40.0, 1), (0.0, 0)])
def test_dateparser_stands_beside_the_finding_of_dates(multiple: float, excesses: int) -> None:
    """How many times the cost of finding dates is told with its floor; what is below the floor is named."""
    multiples = {"dates": multiple, "values": 7.0} if multiple else {}
    beside = dataclasses.replace(GOOD, work="dateparser", by_length=[], by_number=[], multiples=multiples)
    lines = list(render([beside]))
    assert (f"dateparser / dates: {multiple:.1f}, floor 50" in lines) == (multiple > 0)
    assert ("dateparser / values: 7.0" in lines) == (multiple > 0)
    message = "over the limit: dateparser costs 40.0 times what dates cost, floor 50"
    assert [line for line in lines if line.startswith("over")] == [message] * excesses


@pytest.mark.parametrize(("seconds", "status"), [(0.1, 0), (0.4, 1)])
def test_check_fails_where_a_limit_is_passed(
    monkeypatch: pytest.MonkeyPatch, seconds: float, status: int
) -> None:
    """With ``--check`` a run over a limit exits 1, without it 0."""
    slow = dataclasses.replace(GOOD, seconds=seconds)
    monkeypatch.setattr(command, "run_apart", lambda order: slow)
    assert main(["--only", "extract", "--check"]) == status
    assert main(["--only", "extract"]) == 0


def test_what_is_absent_is_skipped_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that is not installed is no failure: its line says what to install."""
    monkeypatch.setitem(sys.modules, "dateparser.search", None)
    outcome = run(Order("dateparser", 1, growth=False))
    assert outcome.absent == "dateparser.search.search_dates is not there: pip install dateparser"


def test_dateparser_and_dates_read_the_same_texts_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The multiple is made of one pass of the one over all texts and of passes of the other over the same."""
    read: dict[str, list[str]] = {"dateparser": [], "dates": []}
    for name, texts in read.items():
        monkeypatch.setitem(WORKS, name, lambda texts=texts: nullcontext(texts.extend))
    outcome = run(Order("dateparser", 10, growth=False, beside=("dates",)))
    assert outcome.multiples["dates"] > 0
    assert set(read["dateparser"]) == set(read["dates"])
    assert len(set(read["dates"])) == WARM + 10


def test_memory_held_is_memory_and_never_above_the_peak() -> None:
    """What is held now is some megabytes, and no more than was held at most."""
    ballast = bytearray(32 * MIB)
    assert len(ballast) <= memory.held() <= memory.peak()


def test_both_ways_to_start_it_measure() -> None:
    """The script and the module print the same shape of JSON, each work in a process of its own."""
    for start in (["benchmarks/speed.py"], ["-m", "benchmarks"]):
        asked = [sys.executable, *start, "--json", "--only", "dateparser", "--sample", "2"]
        done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
        (outcome,) = json.loads(done.stdout)
        assert outcome["work"] == "dateparser"
        assert outcome["absent"] or outcome["seconds"] > outcome["scan"] > 0
        assert outcome["absent"] or outcome["multiples"]["dates"] > 1
