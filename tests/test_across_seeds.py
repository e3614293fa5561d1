"""What the ledger must know of the five articles that Rawi began with; skipped where they are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import rawi
from rawi.opening import OpenedLedger

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
PUBLISHED = {"seed-001": "2017-12-06", "seed-004": "2020-11-01"}
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five articles are not beside this repository")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenedLedger]:
    """A ledger of the five articles."""
    with rawi.open(tmp_path_factory.mktemp("seeds") / "seeds.rawi") as opened:
        for path in sorted(SEEDS.glob("*.txt")):
            opened.add(rawi.read(path, published=PUBLISHED.get(path.stem)))
        opened.update()
        yield opened


def test_the_fighters_are_one_series_of_two_origins(ledger: OpenedLedger) -> None:
    """40,000, under 3,000 and 10,000 stand together with the right speakers; two bodies are behind them."""
    (series,) = ledger.series("مقاتلو داعش")
    told = {(one.point.low, one.point.high, one.point.holder, one.point.relayed_by) for one in series.points}
    assert told == {
        (40000, 40000, "واين ماروتو", ()),
        (None, 3000, "رايان ديلون", ()),
        (10000, 10000, "الأمم المتحدة", ("واين ماروتو",)),
    }
    assert len(series.points) == 4
    assert {one.name for one in series.origins} == {"التحالف الدولي", "الأمم المتحدة"}
    listed = {one.figure.high for one in ledger.figures("مقاتلو داعش")}
    assert listed == {40000, 3000, 10000}


def test_one_speaker_is_one_person_in_both_spellings(ledger: OpenedLedger) -> None:
    """ماروتو and مارتو are one."""
    (one,) = ledger.who("ماروتو")
    (other,) = ledger.who("مارتو")
    assert one.id == other.id


def test_a_weekday_that_the_date_is_not_is_flagged(ledger: OpenedLedger) -> None:
    """The Tuesday that was a Wednesday is told as a warning with its words."""
    flagged = [
        (warning.code, document["id"])
        for document in ledger.export("documents")
        for warning in ledger.document(document["id"]).document.warnings
    ]
    assert [code for code, _ in flagged].count("date.weekday-mismatch") == 1


def test_a_missing_unit_is_flagged(ledger: OpenedLedger) -> None:
    """30,000 kilometres of land lack a square, and the comparison with 110,000 km² says so."""
    (found,) = [
        one.comparison
        for one in ledger.comparisons()
        if any(reason.code == "unit.missing" for reason in one.comparison.reasons)
    ]
    assert found.verdict == "not_comparable"


def test_people_and_reports_are_not_comparable(ledger: OpenedLedger) -> None:
    """5,961 civilians of one body and 695 reports of another are different things, no contradiction."""
    pairs = {
        frozenset((one.a.words, one.b.words)): one.comparison.verdict
        for one in ledger.comparisons()
        if one.comparison.kind == "figures"
    }
    assert pairs[frozenset(("5961 مدنيًا على الأقل", "695 تقريرًا"))] == "not_comparable"


def test_staying_and_not_staying_contradict(ledger: OpenedLedger) -> None:
    """No intention to keep bases, and a presence as long as necessary, stand against each other."""
    (found,) = [one for one in ledger.comparisons() if one.comparison.kind == "policy"]
    assert found.comparison.verdict == "contradicts"


def test_three_like_numbers_are_three_different_things(ledger: OpenedLedger) -> None:
    """900 soldiers in one country and 3,000 in another are in no series, and no comparison calls them one."""
    numbers = {one.id: one.figure.low for one in ledger.figures()}
    together = [{numbers[p.point.figure] for p in series.points} for series in ledger.series()]
    assert not any(values & {900, 3000} for values in together)
    for one in ledger.comparisons():
        if one.comparison.kind == "figures":
            values = {numbers[one.a.id], numbers[one.b.id]}
            assert not values <= {900, 3000, 10000} or one.comparison.verdict == "not_comparable"
