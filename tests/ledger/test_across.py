"""What a ledger answers of relations that were derived: with the entries that they are of."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

import rawi
from rawi.errors import LedgerError
from rawi.ledger.groups import write_results
from rawi.model.relation import Comparison, Duplicate, Point, Recurrence, Series, Story
from rawi.opening import OpenedLedger

TEXTS = (
    ("قال غسان المرعي إن 40 ألف مقاتل من قوة الصنوبر وصلوا إلى الرمانة.", "مرايا الرمانة", "2031-05-01"),
    ("قال رائد السالم إن أقل من 3 آلاف مقاتل من قوة الصنوبر بقوا.", "صدى الريم", "2031-05-03"),
    ("قال غسان المرعي: «وصل 40 ألف مقاتل من قوة الصنوبر إلى الرمانة».", None, "2031-05-02"),
    ("قالت هناء الشمري: «السوق مفتوح للجميع منذ الصباح».", "نهر", None),
)


def point(entry: Any, origin: str) -> Point:
    """A figure as a point of a series."""
    figure = entry.figure
    value = figure.low, figure.high, figure.hedge
    dates = entry.as_of, entry.said, entry.published
    return Point(entry.id, *value, *dates, entry.holder, None, (), entry.article.id, origin)


def keep(ledger: OpenedLedger, results: Iterable[Any]) -> None:
    """Put relations into a ledger as if an update had derived them."""
    store = ledger._ledger._store
    with store.transaction():
        write_results(store, "test", "", results, {})


@pytest.fixture
def ledger(tmp_path: Path) -> Iterable[OpenedLedger]:
    """A ledger of four articles with one relation of each kind."""
    with rawi.open(tmp_path / "news.rawi") as opened:
        for text, outlet, day in TEXTS:
            opened.add(rawi.read(text, outlet=outlet, published=day, title=text[:20]))
        opened.update()
        opened._ledger._store.run("clear_relations")  # what is told here is told by hand
        one, three, two = opened.figures("مقاتل")
        documents = one.article.id, three.article.id, two.article.id
        said = {entry.article.id: entry for entry in opened.said()}
        points = point(one, "قوة السهل"), point(two, "رائد السالم"), point(three, "قوة السهل")
        story = Story("sy_0000000000000a", documents, "2031-05-01", "2031-05-03", "مقاتلو الصنوبر")
        (other,) = set(said) - set(documents)
        bare = Story("sy_0000000000000b", (other,), None, None)
        origins = "قوة السهل", "رائد السالم"
        keep(
            opened,
            (
                Series("sr_0000000000000a", "fighters", None, None, points, "x", story.id, origins),
                Comparison("cm_0000000000000a", "figures", one.id, two.id, "contradicts", (), ()),
                Comparison("cm_0000000000000b", "figures", one.id, three.id, "same_origin", (), ()),
                Duplicate("dp_0000000000000a", "copy", documents[:2], documents[0], 0.97),
                Recurrence("rc_0000000000000a", "غسان المرعي", tuple(said[id].id for id in documents[:2]), 1),
                story,
                bare,
            ),
        )
        yield opened


def test_a_series_has_its_entries_and_names(ledger: OpenedLedger) -> None:
    """Points stand with their entries; what is counted is told in the words of the sources."""
    (found,) = ledger.series("مقاتل")
    assert [one.point.figure for one in found.points] == [one.entry.id for one in found.points]
    assert (found.what, found.story_title) == ("مقاتل", "مقاتلو الصنوبر")
    assert [one.name for one in found.origins] == ["قوة السهل", "رائد السالم"]
    assert [one.id for one in ledger.series()] == [found.id]


def test_a_series_is_found_through_any_of_its_figures(ledger: OpenedLedger) -> None:
    """By words, holder or day of one figure; not by words that no figure has."""
    assert len(list(ledger.series(by="رائد السالم"))) == 1
    assert len(list(ledger.series(since="2031-05-03"))) == 1
    assert list(ledger.series("حافلة")) == []
    with pytest.raises(ValueError, match="EDTF"):
        list(ledger.series("مقاتل", since="غدا"))


def test_comparisons_come_by_weight(ledger: OpenedLedger) -> None:
    """What contradicts stands first; one verdict can be asked for; words are of either claim."""
    assert [one.comparison.verdict for one in ledger.comparisons()] == ["contradicts", "same_origin"]
    assert [one.comparison.id for one in ledger.comparisons(verdict="same_origin")] == ["cm_0000000000000b"]
    assert len(list(ledger.comparisons("السالم"))) == 0
    assert len(list(ledger.comparisons("مقاتل"))) == 2
    first = next(ledger.comparisons())
    assert {first.a.id, first.b.id} == {first.comparison.a, first.comparison.b}


def test_two_entries_are_compared_in_either_order(ledger: OpenedLedger) -> None:
    """The comparison of two is one; two that no update laid side by side are compared on the spot."""
    one, three, two = ledger.figures("مقاتل")
    assert ledger.compare(two.id, one.id) == ledger.compare(one.id, two.id)
    laid = {frozenset((found.comparison.a, found.comparison.b)) for found in ledger.comparisons()}
    assert frozenset((two.id, three.id)) not in laid
    made = ledger.compare(two.id, three.id)
    assert {made.a.id, made.b.id} == {two.id, three.id}
    assert made == ledger.compare(three.id, two.id)


def test_a_figure_and_a_statement_are_not_compared(ledger: OpenedLedger) -> None:
    """Of two entries that have nothing in common there is no comparison, and that is told."""
    figure, said = next(ledger.figures("مقاتل")), next(ledger.said())
    with pytest.raises(LedgerError) as caught:
        ledger.compare(figure.id, said.id)
    assert caught.value.code == "E307"


def test_how_much_is_left_is_known_without_building_it(ledger: OpenedLedger) -> None:
    """A list of which one page is shown loads that page alone."""
    found: Any = ledger.comparisons()
    assert found.left == 2
    next(found)
    assert found.left == 1


def test_stories_come_latest_first(ledger: OpenedLedger) -> None:
    """A summary counts reports and independent origins; words find the stories of their documents."""
    first, second = ledger.stories()
    assert (first.id, len(first.documents), first.origins) == ("sy_0000000000000a", 3, 2)
    assert second.first is None
    assert [one.id for one in ledger.stories("رائد السالم")] == ["sy_0000000000000a"]
    assert list(ledger.stories("لا أحد")) == []


def test_a_story_has_all_its_parts(ledger: OpenedLedger) -> None:
    """Reports with what they copy, origins, what two say, what one says, numbers, copies."""
    told = ledger.story("sy_0000000000000a")
    one, copy, other = (report.article.id for report in told.reports)
    assert [report.copy_of for report in told.reports] == [None, one, None]
    assert [origin.id for origin in told.origins] == [one, other]
    assert [origin.name for origin in told.origins] == ["مرايا الرمانة", "صدى الريم"]
    assert [said.article.id for said in told.common[0].statements] == [one, copy]
    assert {figure.article.id for figure in told.matrix[0].figures} == {one, copy, other}
    assert told.copies[0].duplicate.similarity == 0.97
    assert ledger.story(copy) == ledger.story("sy_0000000000000a")


def test_what_only_one_report_quotes_is_told(ledger: OpenedLedger) -> None:
    """A quotation that returns nowhere stands under what only one has."""
    (alone,) = ledger.story("sy_0000000000000b").alone
    assert alone.words == "السوق مفتوح للجميع منذ الصباح"


@pytest.mark.parametrize("id", ["sy_ffffffffffffff", "sr_0000000000000a", "0000000000"])
def test_what_is_no_story_is_told(ledger: OpenedLedger, id: str) -> None:
    """Neither an unknown id nor that of something else gives a story."""
    with pytest.raises(LedgerError) as caught:
        ledger.story(id)
    assert caught.value.code == "E307"


def test_a_chain_knows_copies_and_origins(ledger: OpenedLedger) -> None:
    """The document that copied stands behind the one that had it first, whichever is asked for."""
    one, three, _ = ledger.figures("مقاتل")
    first = ledger.chain(one.id)
    assert [branch.node.article and branch.node.article.id for branch in first.branches] == [three.article.id]
    assert first.origins == 1  # the other number of the series is of another, who does not say this one
    copied = ledger.chain(three.id)
    assert [node.name for node in copied.nodes][-2:] == ["مرايا الرمانة", None]


def test_a_check_counts_by_the_origins_of_the_series(ledger: OpenedLedger) -> None:
    """Two reports of one origin are one, and only who says the same is one; a figure that only its series
    knows is found."""
    found = ledger.check("3 آلاف مقاتل فقط من قوة الصنوبر بقوا")
    assert [one.name for one in found.origins] == ["رائد السالم"]
    assert "قوة السهل" in [one.origin.name for one in found.closest]
    assert found.summary == "mixed"
