"""Who is who in a ledger: updates, cards, decisions with who, when and why, and their undoing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from rawi.ledger import Ledger, open_ledger
from rawi.ledger.exports import KINDS
from rawi.ledger.faults import AmbiguousId, NotInLedger
from rawi.model.claim import Speaker
from rawi.model.entity import Area, Entity, Location
from rawi.model.record import Record
from rawi.model.span import Span
from tests.ledger.conftest import Add, ticking
from tests.ledger.samples import EXTRACTOR, document_of, news, span_of, submission, told

NAME = "سالم الكيال"
ROLE = "وزير النقل الأردني"


def named(number: int, name: str = NAME, role: str | None = None, outlet: str = "صدى الريم") -> Record:
    """Return a report in which somebody is named and speaks."""
    head = f"{role} " if role else ""
    text = f"قال {head}{name} إن الجسر رقم {number} سيفتح قريبا."
    record = told(
        text, name, f"الجسر رقم {number} سيفتح قريبا", outlet=outlet, published=f"2031-03-{number:02}"
    )
    roles = (span_of(text, role),) if role else ()
    entity = Entity("e1", "person", name, (span_of(text, name),), roles=roles)
    statement = msgspec.structs.replace(
        record.statements[0], speaker=Speaker(span_of(text, name), name, role, "e1")
    )
    return msgspec.structs.replace(record, statements=(statement,), entities=(entity,))


def exported(ledger: Ledger) -> bytes:
    """Return all exports of a ledger as bytes."""
    return msgspec.json.encode([list(ledger.export(kind)) for kind in KINDS])


@pytest.fixture
def ministers(add: Add) -> list[str]:
    """Three reports on one minister, and one on a namesake; the ids of their documents."""
    records = [named(1, role=ROLE), named(2, role=ROLE), named(3, role="وزير النقل"), named(4)]
    for one in records:
        add(one)
    return [one.document.id for one in records]


def only(ledger: Ledger, *, members: int) -> str:
    """Return the id of the one entity of the name that has so many members."""
    (found,) = [one for one in ledger.who(NAME) if len(one.members) == members]
    return found.id


def test_an_update_is_made_once(ledger: Ledger, ministers: list[str], add: Add) -> None:
    """The first makes the entities, the second does nothing; a new document makes them stale."""
    first = ledger.update()
    assert (first.entities, first.suggestions, first.changed) == (2, 1, True)
    assert not ledger.update().changed
    assert not ledger.counts().stale
    add(named(5, role=ROLE))
    assert ledger.counts().stale
    assert ledger.update().changed


def test_a_card_tells_all(ledger: Ledger, ministers: list[str]) -> None:
    """Names with counts, roles through time, outlets, documents, and why each member is one of it."""
    card, namesake = ledger.who(NAME)
    assert (card.name, card.type, len(card.members)) == (NAME, "person", 3)
    assert [(one.name, one.count) for one in card.variants] == [(NAME, 3)]
    assert [(one.role, one.first, one.last, one.count) for one in card.roles] == [
        (ROLE, "2031-03-01", "2031-03-02", 2),
        ("وزير النقل", "2031-03-03", "2031-03-03", 1),
    ]
    assert [(one.outlet, one.name, one.count) for one in card.outlets] == [("صدى الريم", NAME, 3)]
    assert set(card.documents) == set(ministers[:3])
    assert sorted(one.rule for one in card.members) == ["first", "name.role", "name.role"]
    assert [(one.a, one.b) for one in card.suggestions] == [tuple(sorted((card.id, namesake.id)))]
    assert card.decisions == ()


def test_it_is_found_by_any_id(ledger: Ledger, ministers: list[str]) -> None:
    """The entity's id, a handle of a member, an entry of it, and the first letters of each lead there."""
    card = next(ledger.who(NAME))
    handles = [member.handle for member in card.members]
    for id in (card.id, card.id[:9], *handles, *(member.entry for member in card.members)):
        assert [one.id for one in ledger.who(id)] == [card.id]
    with pytest.raises(NotInLedger):
        list(ledger.who("pe_00000000000000"))
    assert list(ledger.who("هالة")) == []


def test_a_merge_and_its_undoing(ledger: Ledger, ministers: list[str]) -> None:
    """A merge joins, is told with who, when and why; undone, every export is what it was, byte for byte."""
    before = exported(ledger)
    one, other = only(ledger, members=3), only(ledger, members=1)
    number = ledger.merge(one, other, "الخبر نفسه", who="سلمى")
    (card,) = ledger.who(NAME)
    assert len(card.members) == 4
    assert [(told.number, told.kind, told.who, told.why) for told in card.decisions] == [
        (number, "merge", "سلمى", "الخبر نفسه")
    ]
    assert exported(ledger) != before
    assert ledger.undo() == number + 1
    assert exported(ledger) == before
    assert [told.undone for told in ledger.decisions()] == [number + 1, None]


def test_a_split_survives_a_new_reading(ledger: Ledger, ministers: list[str], add: Add) -> None:
    """Who was split off stays apart when a newer extractor reads the document anew, and when others come."""
    card = next(ledger.who(NAME))
    member = next(one for one in card.members if one.document == ministers[0])
    ledger.split(card.id, member.entry, why="وزير آخر")
    assert sorted(len(one.members) for one in ledger.who(NAME)) == [1, 1, 2]
    again = named(1, role=ROLE)
    longer = msgspec.structs.replace(again.entities[0], references=(Span(0, 3),))
    add(msgspec.structs.replace(again, entities=(longer,)), "rawi/0.9.0")
    add(named(5, role=ROLE))
    assert sorted(len(one.members) for one in ledger.who(NAME)) == [1, 1, 3]
    (alone,) = [one for one in ledger.who(NAME) if one.documents == (ministers[0],)]
    assert [told.kind for told in alone.decisions] == ["split"]


@pytest.mark.parametrize("chosen", [lambda card: card.members[0].entry, lambda card: card.documents[0][7:19]])
def test_members_are_named_in_several_ways(
    ledger: Ledger, ministers: list[str], chosen: Callable[..., str]
) -> None:
    """By entry, or by document."""
    card = next(ledger.who(NAME))
    ledger.split(card.id, chosen(card))
    assert sorted(len(one.members) for one in ledger.who(NAME)) == [1, 1, 2]


def test_a_split_without_members_takes_all_apart(ledger: Ledger, ministers: list[str]) -> None:
    """Each member is another one then."""
    ledger.split(only(ledger, members=3))
    assert [len(one.members) for one in ledger.who(NAME)] == [1, 1, 1, 1]


def test_decisions_that_cannot_be(ledger: Ledger, ministers: list[str]) -> None:
    """What is one already, of two types, no member, all members, or no decision, is refused and not kept."""
    card = next(ledger.who(NAME))
    alone = only(ledger, members=1)
    with pytest.raises(ValueError, match="one already"):
        ledger.merge(card.id, card.members[0].entry)
    with pytest.raises(ValueError, match="nothing to split"):
        ledger.split(alone)
    with pytest.raises(ValueError, match="no entry"):
        ledger.split(card.id, "هالة")
    with pytest.raises(ValueError, match="all members"):
        ledger.split(card.id, *(one.entry for one in card.members))
    with pytest.raises(ValueError, match="no decision to undo"):
        ledger.undo()
    with pytest.raises(ValueError, match="no decision 7"):
        ledger.undo(7)
    with pytest.raises(AmbiguousId):
        ledger.merge(NAME, alone)
    assert list(ledger.decisions()) == []


def test_the_later_decision_is_told(ledger: Ledger, ministers: list[str]) -> None:
    """A decision that a later one overrules says so, and an update counts it."""
    card = next(ledger.who(NAME))
    alone = only(ledger, members=1)
    entry = next(ledger.who(alone)).members[0].entry
    merged = ledger.merge(card.id, alone)
    split = ledger.split(card.id, entry)
    assert [(one.number, one.overruled_by) for one in ledger.decisions()] == [(merged, (split,)), (split, ())]
    assert ledger.update().overruled == 1


def test_everybody_of_one_name_is_heard(ledger: Ledger, add: Add) -> None:
    """A person is found under every spelling, with ``said`` and as the holder of a figure."""
    role = "المتحدث باسم التحالف الدولي"
    add(named(1, "تيري مارلوتو", role))
    add(named(2, "تيري مارلتو", role))
    assert len(list(ledger.said("مارلوتو"))) == 1
    ledger.update()
    assert len(list(ledger.said("مارلوتو"))) == len(list(ledger.said("مارلتو"))) == 2
    assert len(list(ledger.said("مارلوتو", about="رقم 2"))) == 1
    assert len(list(ledger.said("مارلوتو", since="2031-03-02"))) == 1


def test_statements_name_the_person_across_documents(ledger: Ledger, ministers: list[str]) -> None:
    """Exports give the id across documents beside that of the document's entity."""
    found = {row["id"]: row for row in ledger.export("entities")}
    for row in ledger.export("statements"):
        entity = found[row["speaker"]["entity_id"]]
        assert row["speaker"]["entity"] in {member["id"] for member in entity["members"]}
        assert row["document"] in entity["documents"]


def test_speakers_who_are_no_entity(ledger: Ledger, add: Add) -> None:
    """Who speaks by a full name and a role is a person, also where the article's entities have him not."""
    text = "قال المتحدث باسم التحالف الدولي تيري مارلوتو إن الطريق سالك."
    add(told(text, "تيري مارلوتو", "الطريق سالك", role="المتحدث باسم التحالف الدولي"))
    (card,) = ledger.who("مارلوتو")
    assert card.members[0].entry.startswith("st_")


def test_a_place_has_its_location(ledger: Ledger, add: Add) -> None:
    """A card and a row of a place tell where it lies, as its documents have it."""
    sure = Location("gn:1", "town", "exact", 33.5, 36.3, "SY", (Area("gn:2", "الرملية", "county"),))
    unsure = msgspec.structs.replace(sure, id="gn:3", certain=False)
    for record, location in ((news(1), unsure), (news(13), sure)):
        place = msgspec.structs.replace(record.entities[1], name="عين الصفا", link="gn:1", location=location)
        add(msgspec.structs.replace(record, entities=(record.entities[0], place)))
    card, apart = ledger.who("عين الصفا")
    assert {card.location, apart.location} == {sure, unsure}
    rows = {row["id"]: row for row in ledger.export("entities")}
    assert rows[card.id]["location"] == msgspec.to_builtins(card.location)


def test_an_empty_ledger(ledger: Ledger) -> None:
    """Nobody is in it, and nothing goes wrong."""
    assert ledger.update().entities == 0
    assert list(ledger.suggestions()) == []
    assert list(ledger.export("entities")) == []


def test_decisions_come_first_whatever_the_order(tmp_path: Path) -> None:
    """Two ledgers with the same documents in another order export the same entities, decided or not."""
    records = [named(1, role=ROLE), named(2, role=ROLE), named(3, "هالة الصبان"), named(4)]
    made = []
    for name, order in (("a", records), ("b", records[::-1])):
        with open_ledger(tmp_path / f"{name}.rawi", clock=ticking()) as ledger:
            list(ledger.add_many(map(submission, order)))
            plain = list(ledger.export("entities"))
            ledger.merge(*sorted(row["id"] for row in plain if row["name"] == NAME))
            made.append((plain, list(ledger.export("entities"))))
    assert made[0] == made[1]


def test_a_document_that_is_removed_from_view(ledger: Ledger, ministers: list[str], add: Add) -> None:
    """A newer reading without the name leaves the entity without that member, and decisions stand."""
    card = next(ledger.who(NAME))
    ledger.merge(card.id, only(ledger, members=1))
    bare = document_of(named(4).text, published="2031-03-04", outlet="صدى الريم", published_from="metadata")
    add(Record(bare), "rawi/9.0.0")
    (left,) = ledger.who(NAME)
    assert (len(left.members), len(left.decisions)) == (3, 1)
    assert ledger.verify() == []


def test_a_read_only_question_is_asked_of_what_is_newest(path: Path) -> None:
    """A ledger that was written to by another connection is updated by the question."""
    with open_ledger(path, clock=ticking()) as reader, open_ledger(path, clock=ticking()) as writer:
        assert list(reader.who(NAME)) == []
        one = submission(named(1))
        writer.add(one.record, evidence=one.evidence, origin=one.origin, extractor=EXTRACTOR)
        assert len(list(reader.who(NAME))) == 1


@pytest.fixture
def decided(path: Path) -> Iterator[Path]:
    """A ledger with a merge, a split and an undoing, closed."""
    with open_ledger(path, clock=ticking()) as ledger:
        list(ledger.add_many(submission(named(number, role=ROLE)) for number in (1, 2, 3)))
        list(ledger.add_many([submission(named(4))]))
        one, other = ledger.who(NAME)
        ledger.merge(one.id, other.id, "الخبر نفسه")
        card = next(ledger.who(NAME))
        ledger.split(card.id, card.members[0].entry)
        ledger.undo()
    return path


_KILLED = """
import os, signal, sys
from rawi.ledger import entities, open_ledger

def die(store):
    if not entities.is_stale(store):
        return update(store)
    os.kill(os.getpid(), signal.SIGKILL)

update, entities.update_entities = entities.update_entities, die
with open_ledger(sys.argv[1]) as ledger:
    one, other = ledger.who(sys.argv[2])
    ledger.merge(one.id, other.id, "الخبر نفسه", who="سلمى")
"""


def test_a_decision_without_an_update_is_not_lost(decided: Path) -> None:
    """Killed between decision and update: the decision is on the disk, and the next question follows it."""
    with open_ledger(decided) as ledger:
        ledger.undo(1)
        before = len(list(ledger.who(NAME)))
        made = len(list(ledger.decisions()))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    child = subprocess.run([sys.executable, "-c", _KILLED, decided, NAME], env=environment, check=False)
    assert child.returncode == -signal.SIGKILL
    with open_ledger(decided) as ledger:
        assert ledger.counts().stale
        assert [(told.kind, told.who) for told in ledger.decisions()][made:] == [("merge", "سلمى")]
        assert len(list(ledger.who(NAME))) == before - 1
        assert ledger.verify() == []
