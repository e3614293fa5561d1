"""What a ledger has of one entity, and the decisions by which people decline that two are one."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.errors import RawiError
from rawi.ledger.ledger import Ledger, open_ledger
from rawi.opening import open as open_rawi
from rawi.opening import read

STRIKE = "قتل 5 مدنيين في غارة جوية على بلدة سراقب يوم 12 آذار 2031. وقال شهود إن {} منازل دمرت في الغارة."
TEXTS = (
    ("2031-03-01", "قال وزير النقل سالم الكيال إن الجسر الجديد سيفتح أمام الحافلات بعد أسبوع."),
    ("2031-03-02", "أكد وزير النقل سالم الكيال أن الجسر الجديد سيفتح أمام الحافلات بعد أسبوع."),
    ("2031-03-03", "قال وزير النقل سالم الكيال والمتحدث رائد الكناني إن 12 حافلة تعطلت."),
    ("2031-03-09", "سأل المهندس سالم الكيال عن موعد السوق."),
    *(("2031-03-13", STRIKE.format(number)) for number in (3, 4, 5)),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with a minister, an engineer of his name, and an air strike of which three report."""
    made = tmp_path / "a.rawi"
    with open_rawi(made) as opened:
        for number, (day, text) in enumerate(TEXTS):
            opened.add(read(text, published=day, outlet=f"مرايا {number}", title="خبر"))
        opened.update()
    return made


@pytest.fixture
def ledger(path: Path) -> Ledger:
    """It, open."""
    return open_ledger(path)


def minister(ledger: Ledger) -> str:
    """Return the id of the minister."""
    return max(ledger.who("سالم الكيال"), key=lambda one: len(one.documents)).id


def test_all_that_is_listed_is_of_the_entity(ledger: Ledger) -> None:
    """Each entry of it once, and nothing of another."""
    portrait = ledger.portraits.load(minister(ledger))
    told = [row.id for group in portrait.statements() for row in group]
    assert len(told) == len(set(told))
    assert set(told) <= {one.id for one in ledger.said("سالم الكيال", echoes=True)}
    assert {one.name for one in portrait.outlets()} == {"مرايا 0", "مرايا 1", "مرايا 2"}
    assert sum(year.statements for year in portrait.years()) == len(told)


def test_a_role_is_told_where_it_stands(ledger: Ledger) -> None:
    """In each article that says it."""
    told = {one.role: one.documents for one in ledger.portraits.load(minister(ledger)).roles_told()}
    assert len(told["وزير النقل"]) == 3


def test_of_two_who_speak_together_the_one_of_the_name_is_meant(ledger: Ledger) -> None:
    """A name that is neither's leads nowhere; an entry of one speaker leads to him whatever he is called."""
    entries = {one.id: one for one in ledger.said("رائد الكناني")}
    assert entries
    for id, one in entries.items():
        assert one.statement.speaker.name is not None
        found = ledger.portraits.voices({id: "سالم الكيال"})
        assert found == {} or found[id].id == minister(ledger)
        assert ledger.portraits.voices({id: "أحد آخر"}) == {}
    alone = next(one for one in ledger.said("وزير النقل") if one.id not in entries)
    assert ledger.portraits.voices({alone.id: None})[alone.id].id == minister(ledger)


def test_who_are_kept_apart_are_suggested_no_more(ledger: Ledger) -> None:
    """Until it is taken back; the ledger is sound in between."""
    before = list(ledger.suggestions())
    one = before[0]
    number = ledger.keep_apart(one.a, one.b, "أخوان", who="هند")
    assert (one.a, one.b) not in {(each.a, each.b) for each in ledger.suggestions()}
    assert ledger.portraits.last_decision() == number
    assert ledger.verify() == []
    with pytest.raises(ValueError, match="are one"):
        ledger.keep_apart(one.a, one.a)
    ledger.undo(number)
    assert list(ledger.suggestions()) == before
    assert ledger.portraits.last_decision() is None


def test_no_two_events_of_an_incident_are_one_once_that_is_decided(ledger: Ledger) -> None:
    """Two of them can be put together later; the third stays apart."""
    one = max(ledger.incidents(), key=lambda each: len(each.events))
    ids = [each.id for each in one.events]
    assert len(ids) == 3
    number = ledger.scatter(one.id or "")
    ledger.update()
    assert len({ledger.incident(id).id for id in ids}) == 3
    later = ledger.merge(ids[0], ids[1])
    ledger.update()
    assert [len(ledger.incident(id).events) for id in ids] == [2, 2, 1]
    assert ledger.verify() == []
    for each in (later, number):
        ledger.undo(each)
    ledger.update()
    assert [each.id for each in ledger.incident(ids[0]).events] == ids
    assert ledger.verify() == []


def test_what_has_one_event_is_not_scattered(ledger: Ledger) -> None:
    """Nor what is no incident."""
    one = next(ledger.incidents())
    with pytest.raises((ValueError, RawiError)):
        ledger.scatter("in_ffffffffffffff")
    ledger.scatter(one.id or "")
    ledger.update()
    alone = ledger.incident(one.events[0].id)
    with pytest.raises(ValueError, match="one event only"):
        ledger.scatter(alone.id or "")


def test_a_portrait_is_as_of_the_last_update(path: Path, ledger: Ledger) -> None:
    """What came since is told by freshness, and not taken in by looking."""
    id = minister(ledger)
    with open_rawi(path) as opened:
        opened.add(read("قال وزير النقل سالم الكيال إن الميناء مغلق.", published="2031-04-01"))
    assert ledger.portraits.freshness().stale
    before = len(ledger.portraits.load(id).rows)
    ledger.update()
    assert not ledger.portraits.freshness().stale
    assert len(ledger.portraits.load(id).rows) == before + 1
