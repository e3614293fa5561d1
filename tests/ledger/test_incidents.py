"""Incidents of a ledger: kept up to date step by step, asked for, and decided about."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rawi.ledger import Ledger, open_ledger
from rawi.ledger.faults import NotInLedger
from rawi.model.claim import Argument
from rawi.model.record import Record
from tests.ledger.happenings import CLASH, DAY, STRIKE, TOWN, VILLAGE, put, strike
from tests.ledger.samples import document_of, span_of


def shown(ledger: Ledger, **question: Any) -> list[tuple[str, ...]]:
    """Return the titles of the reports of each incident that is found."""
    return [tuple(one.article.title or "" for one in view.events) for view in ledger.incidents(**question)]


@pytest.fixture
def three(ledger: Ledger) -> Ledger:
    """Two reports of one strike, and one of another the day after."""
    put(
        ledger,
        strike(1, outlet="مرايا", actor="لواء الغسق"),
        strike(2, 12, outlet="الريم", speaker="وزارة الصحة", published="2031-03-13"),
        strike(3, 2, town=VILLAGE, day="2031-03-13", published="2031-03-13", outlet="نداء السهل"),
    )
    ledger.update()
    return ledger


def test_reports_of_one_strike_stand_side_by_side(three: Ledger) -> None:
    """Seven dead of the one and twelve of the other: both are told, with whose claim each is."""
    first, second = three.incidents()
    assert [one.event.tolls[0].low for one in first.events] == [7, 12]
    assert [one.tolls[0].holder for one in first.events] == [None, "وزارة الصحة"]
    assert len(first.origins) == 2
    assert (first.places, first.actors) == (((TOWN,),), ("لواء الغسق",))
    assert len(second.events) == 1


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({"since": "2031-03-13"}, [("غارة 3",)]),
        ({"until": "2031-03-12"}, [("غارة 1", "غارة 2")]),
        ({"types": {STRIKE}}, [("غارة 1", "غارة 2"), ("غارة 3",)]),
        ({"types": {CLASH}}, []),
        ({"place": "النخيل"}, [("غارة 1", "غارة 2")]),
        ({"place": "النجود"}, [("غارة 1", "غارة 2"), ("غارة 3",)]),
        ({"place": "الرملية"}, []),
        ({"actor": "الغسق"}, [("غارة 1", "غارة 2")]),
        ({"actor": "وزارة الصحة"}, []),
        ({"certainty": "reported"}, [("غارة 1", "غارة 2"), ("غارة 3",)]),
        ({"certainty": "denied"}, []),
        ({"min_killed": 10}, [("غارة 1", "غارة 2")]),
        ({"min_killed": 13}, []),
    ],
)
def test_incidents_are_found_by_what_one_report_tells(
    three: Ledger, question: dict[str, Any], found: list[tuple[str, ...]]
) -> None:
    """By day, type, place and the area around it, actor, certainty, count of dead; with all its reports."""
    assert shown(three, **question) == found


@pytest.mark.parametrize(("type", "found"), [(CLASH, 1), (STRIKE, 0)])
def test_both_sides_of_a_clash_are_asked_for_as_who_did_it(ledger: Ledger, type: str, found: int) -> None:
    """Who is named second in a clash takes part in it; who is struck does not."""
    record = strike(1, actor="لواء الغسق", target=Argument("قوات الشروق"))
    put(ledger, replace(record, events=(replace(record.events[0], type=type),)))
    ledger.update()
    assert len(shown(ledger, actor="الشروق")) == found
    assert len(shown(ledger, actor="الغسق")) == 1


def test_background_is_in_no_incident_and_listed_when_asked(ledger: Ledger) -> None:
    """An event of the past that a report recalls stands alone, without an id."""
    put(ledger, strike(1), strike(2, background=True))
    ledger.update()
    assert shown(ledger) == [("غارة 1",)]
    both = list(ledger.incidents(background=True))
    assert sorted(view.id is None for view in both) == [False, True]
    assert [row["incident"] is None for row in ledger.export("events")].count(True) == 1


def test_each_event_that_is_exported_names_its_incident(three: Ledger) -> None:
    """The rows of both exports lead to each other."""
    held = {id: row["id"] for row in three.export("incidents") for id in row["events"]}
    assert {row["id"]: row["incident"] for row in three.export("events")} == held


def test_an_incident_is_loaded_by_its_id_or_that_of_an_event(three: Ledger) -> None:
    """Both ids, and their first letters, lead to it; others are none."""
    first = next(three.incidents())
    assert first.id is not None
    assert three.incident(first.id[:9]) == three.incident(first.events[1].id) == first
    with pytest.raises(NotInLedger):
        three.incident("in_0000")
    with pytest.raises(NotInLedger):
        three.incident(next(iter(three.export("figures")))["id"])


def test_copies_are_one_origin(ledger: Ledger) -> None:
    """Two outlets with one text are two reports of one independent origin."""
    long = (
        "ورفعت فرق الإنقاذ الأنقاض طوال الليل وقال سكان إن السوق القديم أغلق أبوابه منذ الصباح الباكر. " * 3
    )
    put(ledger, *(_with_more(strike(1, outlet=outlet), f"{long}{tail}", outlet) for outlet, tail in _OUTLETS))
    ledger.update()
    (one,) = ledger.incidents()
    assert (len(one.events), len(one.origins), one.confidence) == (2, 1, "certain")


_OUTLETS = (("مرايا", ""), ("الريم", "\nالمصدر: مرايا\n"))


def _with_more(record: Record, more: str, outlet: str) -> Record:
    """Return a report with more text behind it."""
    known = record.document
    document = document_of(known.text + more, published=known.published, outlet=outlet, title=known.title)
    return msgspec.structs.replace(record, document=document)


def test_people_part_and_join_incidents_until_they_undo_it(three: Ledger) -> None:
    """A split takes an event out, a merge puts it elsewhere, an undoing takes that back; what is kept then is
    what a new derivation gives, and who is who stays."""
    before, people = shown(three), list(three.export("entities"))
    first, second = three.incidents()
    number = three.split(first.id or "", first.events[1].id, why="غارة أخرى")
    three.update()
    assert sorted(map(len, shown(three))) == [1, 1, 1]
    merged = three.merge(first.events[1].id, second.id or "")
    three.update()
    assert sorted(map(sorted, shown(three))) == [["غارة 1"], ["غارة 2", "غارة 3"]]
    assert three.incident(first.events[1].id).confidence == "certain"
    assert three.verify() == []
    three.undo(merged)
    three.undo(number)
    three.update()
    assert shown(three) == before
    assert list(three.export("entities")) == people
    assert three.verify() == []


@pytest.mark.parametrize("members", [(), ("both",), ("stranger",)])
def test_a_split_that_leaves_nothing_is_refused(three: Ledger, members: tuple[str, ...]) -> None:
    """Without an event, with all of them, and with a stranger: nothing is written."""
    first, second = three.incidents()
    both = tuple(one.id for one in first.events)
    named = {"both": both, "stranger": (second.events[0].id,)}
    chosen = [id for name in members for id in named[name]]
    with pytest.raises(ValueError, match=r"name those|not in the incident"):
        three.split(first.id or "", *chosen)
    assert list(three.decisions()) == []


def test_a_merge_of_one_with_itself_is_refused(three: Ledger) -> None:
    """An incident and its events are one already, and a figure is no event."""
    first = next(three.incidents())
    with pytest.raises(ValueError, match="one incident already"):
        three.merge(first.id or "", first.id or "")


def test_a_changed_incident_is_found_by_verify(three: Ledger) -> None:
    """A relation that was changed behind the ledger's back is not what the reports give."""
    assert three.verify() == []
    three._store.connection.execute(  # type: ignore[attr-defined]
        "UPDATE relation SET data = replace(data, 'doubtful', 'certain') || ' ' WHERE kind = 'incidents'"
    )
    assert [one.code for one in three.verify()] == ["relations.changed"]


def test_two_events_of_one_report_are_two_incidents(ledger: Ledger) -> None:
    """A round-up tells of two strikes on one town."""
    one = strike(1)
    text = one.document.text + "ثم وقعت غارة ثانية.\n"
    second = msgspec.structs.replace(one.events[0], id="v2", trigger=span_of(text, "غارة ثانية"), tolls=())
    document = document_of(text, published=DAY, title="غارة 1")
    put(ledger, msgspec.structs.replace(one, document=document, events=(one.events[0], second)), strike(2))
    ledger.update()
    assert sorted(map(len, shown(ledger))) == [1, 2]


REPORTS = st.builds(
    strike,
    st.integers(1, 4),
    st.sampled_from((2, 7, None)),
    town=st.sampled_from((TOWN, VILLAGE)),
    day=st.sampled_from((DAY, "2031-03-13", None)),
    background=st.sampled_from((False, False, False, True)),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), REPORTS),
        st.tuples(st.just("read"), st.integers(0, 9)),
        st.tuples(st.sampled_from(("merge", "split")), st.integers(0, 9), st.integers(0, 9)),
        st.tuples(st.just("undo")),
        st.tuples(st.just("update")),
    ),
    max_size=9,
)


def decide(ledger: Ledger, kind: str, one: int, other: int) -> None:
    """Merge or split two incidents, where that can be decided."""
    views = [view for view in ledger.incidents() if view.id]
    if not views:
        return
    a, b = views[one % len(views)], views[other % len(views)]
    if kind == "merge" and a.id != b.id:
        ledger.merge(a.id or "", b.id or "")
    elif kind == "split" and len(a.events) > 1:
        ledger.split(a.id or "", a.events[other % len(a.events)].id)


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_step_by_step_is_all_at_once(steps: list[tuple[Any, ...]]) -> None:
    """After any adding, reading anew, deciding and undoing, updated in between or not: all is as from
    nothing, and each event that is no background is in exactly one incident."""
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "news.rawi") as ledger:
        known: list[Record] = []
        version = 1
        for step in steps:
            match step:
                case ("add", record):
                    known.append(record)
                    put(ledger, record)
                case ("read", number) if known:
                    version += 1
                    record = known[number % len(known)]
                    put(ledger, msgspec.structs.replace(record, events=()), extractor=f"rawi/0.{version}.0")
                case (str(kind), int(one), int(other)):
                    decide(ledger, kind, one, other)
                case ("undo",) if any(
                    one.undone is None and one.kind != "undo" for one in ledger.decisions()
                ):
                    ledger.undo()
                case ("update",):
                    ledger.update()
                case _:
                    pass
        ledger.update()
        assert list(ledger._relations.find_changed_tables()) == []
        held = [id for row in ledger.export("incidents") for id in row["events"]]
        assert sorted(held) == sorted(row["id"] for row in ledger.export("events") if not row["background"])


@settings(max_examples=15, deadline=None)
@given(
    st.lists(REPORTS, min_size=1, max_size=6, unique_by=lambda one: one.document.id),
    st.randoms(use_true_random=False),
)
def test_the_order_of_adding_changes_nothing(reports: list[Record], random: Any) -> None:
    """The same reports in any order, at once or one by one, give the same incidents, byte for byte."""
    found = []
    for stepwise in (False, True):
        with TemporaryDirectory() as folder, open_ledger(Path(folder) / "news.rawi") as ledger:
            for record in reports:
                put(ledger, record)
                if stepwise:
                    ledger.update()
            found.append(msgspec.json.encode(list(ledger.export("incidents"))))
        random.shuffle(reports)
    assert found[0] == found[1]


def test_an_event_that_is_read_no_more_leaves_no_incident(ledger: Ledger) -> None:
    """A newer reading finds nothing in the report: the incident of its one event is gone with it."""
    record = strike(1)
    put(ledger, record)
    ledger.update()
    put(ledger, msgspec.structs.replace(record, events=()), extractor="rawi/0.2.0")
    ledger.update()
    assert list(ledger.export("incidents")) == []
    assert ledger.verify() == []
