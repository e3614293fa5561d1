"""The whole ledger with facets: their counts are those of the entries that they lead to."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from rawi.ledger.answers import EventView
from rawi.ledger.ledger import Ledger, open_ledger
from rawi.ledger.results import Count, Said
from rawi.ledger.shelves import Asking
from rawi.opening import open as open_rawi
from rawi.opening import read

TEXTS = (
    ("قال الوزير سامي الحلبي إن 12 شخصا قتلوا في غارة على بلدة سراقب أمس.", "2031-03-13", "مرايا"),
    ("ونفى الوزير سامي الحلبي أن تكون الطائرات قد قصفت البلدة.", "2030-05-01", "الريم"),
    ("قالت الوزيرة هند الخالدي إن «السد امتلأ»، وإن نحو 300 أسرة عادت.", "2030-06-02", "مرايا"),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A ledger of three reports."""
    path = tmp_path / "a.rawi"
    with open_rawi(path) as opened:
        for text, published, outlet in TEXTS:
            opened.add(read(text, published=published, outlet=outlet))
        opened.update()
    return open_ledger(path)


def test_each_value_leads_to_as_many_entries_as_it_says(ledger: Ledger) -> None:
    """For every facet and value, alone and with a kind."""
    every = ledger.shelf()
    assert every.total == len(every.entries) > 6
    for name, values in every.facets.items():
        for one in values:
            assert ledger.shelf(Asking(**{name: one.value})).total == one.count
    statements = ledger.shelf(Asking(kind="statement"))
    for name, values in statements.facets.items():
        for one in values:
            assert ledger.shelf(Asking(**{"kind": "statement", name: one.value})).total == one.count


def test_pages_hold_every_entry_once(ledger: Ledger) -> None:
    """The latest first, none twice, none left out."""
    whole = [one.id for one in ledger.shelf(limit=100).entries]
    cut = [one.id for at in range(0, 100, 2) for one in ledger.shelf(limit=2, offset=at).entries]
    assert cut == whole
    assert len(set(whole)) == len(whole)
    days = [one.article.published for one in ledger.shelf(limit=100).entries]
    assert days[0] == "2031-03-13"


def test_who_is_asked_for_by_entity(ledger: Ledger) -> None:
    """What one speaker says, whatever else is there; words that stand nowhere find nothing."""
    who = next(one for one in ledger.shelf(Asking(kind="statement")).facets["who"] if "الحلبي" in one.name)
    found = ledger.shelf(Asking(kind="statement", who=who.value)).entries
    assert len(found) == who.count > 0
    assert all(isinstance(one, Said) and "الحلبي" in (one.statement.speaker.name or "") for one in found)
    assert ledger.shelf(Asking(about="زرافة")).total == 0
    assert ledger.shelf(Asking(about="السد")).total > 0


def test_a_review_changes_its_facet(ledger: Ledger) -> None:
    """At once."""
    one = ledger.shelf(Asking(kind="figure")).entries[0]
    ledger.reviews.decide(one.id, "accept")
    assert [each.id for each in ledger.shelf(Asking(standing="accepted")).entries] == [one.id]


def _values(one: Said | Count | EventView) -> dict[str, str | None]:
    """Return the value of an entry in each facet, from what is shown of it."""
    standing = one.review.standing if one.review else "new"
    own: tuple[str, str | None, str | None, str | None, str | None]
    if isinstance(one, Said):
        told = one.statement
        own = ("statement", told.kind, told.polarity, None, one.said)
    elif isinstance(one, Count):
        own = ("figure", one.figure.hedge, None, one.figure.unit, one.as_of or one.said)
    else:
        own = ("event", one.event.certainty, None, None, one.event.date)
    kind, form, polarity, unit, day = own
    year = (day or one.article.published or "")[:4] or None
    return {
        "kind": kind, "form": form, "polarity": polarity, "unit": unit, "year": year,
        "outlet": one.article.outlet, "standing": standing,
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_facets_count_as_one_would_by_hand(ledger: Ledger, seed: int) -> None:
    """All at once, and page by page, whatever was reviewed: what the index counts is what entries show."""
    rng = random.Random(seed)
    for one in ledger.shelf(limit=100).entries:
        if rng.random() < 0.5:
            ledger.reviews.decide(one.id, "accept" if rng.random() < 0.5 else "reject")
    for asked in (Asking(), Asking(kind="figure"), Asking(standing="rejected"), Asking(outlet="مرايا")):
        found = ledger.shelf(asked, limit=100)
        assert found.total == len(found.entries)
        for name in ("kind", "outlet", "standing", "polarity", "unit", "form", "year"):
            counts = Counter(_values(one)[name] for one in found.entries)
            counts.pop(None, None)
            told = {one.value: one.count for one in found.facets.get(name, ()) if one.value != "rejected"}
            left = {value: count for value, count in counts.items() if value != "rejected"}
            assert told == left, (asked, name)
        assert ledger.shelf(asked, limit=1, offset=1).facets == found.facets
        gone = ledger.shelf(msgspec.structs.replace(asked, standing="rejected"))
        assert found.rejected == (gone.total if asked.standing is None else 0)


def test_a_count_that_is_kept_is_that_of_the_ledger_now(ledger: Ledger, tmp_path: Path) -> None:
    """Also after another process wrote, and of nothing that was rolled back."""
    before = ledger.shelf().total
    with open_rawi(tmp_path / "a.rawi") as other:
        other.add(read(TEXTS[0][0] + " وعاد الهدوء.", published="2031-04-01", outlet="صدى"))
    after = ledger.shelf()
    assert after.total > before
    store = ledger._store

    def write_and_fail() -> None:
        with store.transaction():
            store.run("set_index_state", ("made up", "x"))
            assert store.remember("x", lambda: 1) == 1
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()
    assert store.remember("x", lambda: 2) == 2
    assert store.remember("x", lambda: 3) == 2


def test_a_forecast_does_not_stand_before_the_news(tmp_path: Path) -> None:
    """What holds for 2050 stands at the day of its article, on every page of the list."""
    path = tmp_path / "a.rawi"
    with open_rawi(path) as opened:
        opened.add(read("توقع التقرير أن يبلغ عدد السكان 9 ملايين نسمة في عام 2050.", published="2030-01-01"))
        opened.add(read("قالت الوزيرة هند الخالدي إن 300 أسرة عادت.", published="2031-06-02"))
    with open_ledger(path) as ledger:
        found = ledger.shelf(limit=100).entries
        assert any(getattr(one, "as_of", None) == "2050" for one in found)
        days = [one.article.published for one in found]
        assert days == sorted(days, reverse=True)
        after = [one.id for one in ledger.shelf(limit=100, after=found[0].id).entries]
        assert after == [one.id for one in found[1:]]
