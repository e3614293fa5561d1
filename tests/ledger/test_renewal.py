"""Entities that are kept up to date by what changed are those that resolving everything anew would give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.entities import candidates
from rawi.ledger.entities import Entities
from rawi.ledger.entityrows import searched
from rawi.ledger.migrations import migrate
from rawi.ledger.resolution import find_changed_tables, renew_entities
from rawi.ledger.sqlite import SqliteStore, open_scratch
from rawi.ledger.writing import Writer
from rawi.model.claim import Speaker, Statement
from rawi.model.entity import Entity, EntityType, Location
from rawi.model.record import Record
from tests.ledger.conftest import ticking
from tests.ledger.samples import document_of, span_of, submission


class Named(NamedTuple):
    """One that a report names: ``certain`` false where it does not settle which row; ``speaks`` in an entry;
    ``known`` false for a speaker whom the report's entities have not."""

    type: EntityType
    name: str
    role: str | None = None
    link: str | None = None
    certain: bool = True
    speaks: bool = False
    known: bool = True


MINISTER, VOICE = "وزير النقل الأردني", "المتحدث باسم التحالف الدولي"
_PEOPLE = (
    "سالم الكيال",
    "سالم فهد الكيال",
    "سالم بن فهد الكيال",
    "سالم بن زيد الكيال",
    "سليم الكيال",
    "هالة الكيال",
    "الكيال",
    "سالم",
    "تيري مارلوتو",
    "تيري مارلتو",
    "تيري مارلو",
    "تيري مارلوت",
    "مارلوتو",
    "هالة الصبان",
    "ماهر كوراني",
    "محمد علي",
    "محمد علي حسن",
)
_ROLES = (None, None, MINISTER, "وزير النقل", "وزير النقل المصري", "العقيد", VOICE)
_BODIES = (
    Named("organisation", "وزارة النقل"),
    Named("organisation", "وزارة النقل الأردنية"),
    Named("organisation", "وزارة النقل المصرية"),
    Named("organisation", "شركة «الأفق»"),
    Named("organisation", "منتخب الأردن"),
    Named("organisation", "داعش", link="islamic-state"),
    Named("organisation", "تنظيم الدولة", link="islamic-state"),
    Named("organisation", "الأمم المتحدة", link="un"),
)
_PLACES = (
    Named("place", "طرابلس", link="gn:1"),
    Named("place", "طرابلس", link="gn:2"),
    Named("place", "طرابلس", link="gn:1", certain=False),
    Named("place", "طرابلس"),
    Named("place", "طرابلس الغرب", link="gn:2"),
    Named("place", "الرمانة"),
    Named("place", "الأردن", link="iso:JO"),
    Named("place", "المملكة", link="iso:JO"),
)
_named = st.one_of(
    st.builds(
        Named,
        st.just("person"),
        st.sampled_from(_PEOPLE),
        st.sampled_from(_ROLES),
        st.sampled_from((None, None, None, None, "row:1")),
        speaks=st.booleans(),
        known=st.sampled_from((True, True, True, False)),
    ),
    st.builds(lambda one, speaks: one._replace(speaks=speaks), st.sampled_from(_BODIES), st.booleans()),
    st.sampled_from(_PLACES),
)


class Step(NamedTuple):
    """One thing that happens to a ledger: a report is read, for the first time or again; or a decision. ``a``
    and ``b`` choose among what is there; ``updated``: whether an update follows."""

    kind: str
    a: int
    b: int
    names: tuple[Named, ...]
    outlet: str | None
    published: str | None
    updated: bool


_steps = st.lists(
    st.builds(
        Step,
        st.sampled_from(("add", "add", "add", "add", "read", "merge", "merge", "split", "undo")),
        st.integers(0, 60),
        st.integers(0, 60),
        st.lists(_named, min_size=1, max_size=6).map(tuple),
        st.sampled_from((None, "رويترز", "صدى الريم")),
        st.sampled_from((None, "2031-03-02", "2031-03-20", "2031-04-01", "2049")),
        st.booleans(),
    ),
    min_size=3,
    max_size=14,
)


def report(number: int, names: Sequence[Named], outlet: str | None, published: str | None) -> Record:
    """Return a report that names somebody or something a line; the text depends on the number alone."""
    lines = [f"قال {role or ''} {one.name} كلاما." for one in _lines() for role in _ROLES]
    text = "\n".join([f"خبر {number}", *dict.fromkeys(lines)])
    entities: list[Entity] = []
    statements: list[Statement] = []
    for nth, one in enumerate(names):
        at = text.index(f"قال {one.role or ''} {one.name} كلاما.")
        span = span_of(text, one.name, at)
        label = f"e{nth}" if one.known else None
        if label:
            roles = (span_of(text, one.role, at),) if one.role else ()
            found = Location(one.link or "", "town", "exact", certain=one.certain) if one.link else None
            where = found if one.type == "place" else None
            entities.append(Entity(label, one.type, one.name, (span,), one.link, roles=roles, location=where))
        if one.speaks or not one.known:
            said = Speaker(span, one.name, one.role, label)
            content = (span_of(text, "كلاما", at),)
            statements.append(Statement(f"s{nth}", "indirect", "asserted", content, None, said, rule="x/y"))
    document = document_of(text, outlet=outlet, published=published)
    return Record(document, tuple(statements), entities=tuple(entities))


def _lines() -> Iterator[Named]:
    """Yield all that a report can name."""
    yield from (Named("person", name) for name in _PEOPLE)
    yield from (*_BODIES, *_PLACES)


class Told:
    """A ledger in memory to which steps happen."""

    def __init__(self) -> None:
        self.store: SqliteStore = open_scratch()
        migrate(self.store, ticking(), "")
        self.store.connection.execute("PRAGMA foreign_keys = ON")
        self._writer = Writer(self.store, ticking(), "")
        self.entities = Entities(self.store, ticking(), "")
        self._reports = 0
        self._readings = 0
        self._words: set[str] = set()

    def take(self, step: Step) -> None:
        """Let a step happen; what cannot be decided is passed over."""
        if step.kind == "add" or (step.kind == "read" and not self._reports):
            self._reports += 1
            self.read(self._reports, *step.names, outlet=step.outlet, published=step.published)
        elif step.kind == "read":
            number = 1 + step.a % self._reports
            self.read(number, *step.names, outlet=step.outlet, published=step.published)
        else:
            with suppress(ValueError):
                self._decide(step)

    def read(
        self, number: int, *names: Named, outlet: str | None = None, published: str | None = None
    ) -> None:
        """Have a report read by a newer extractor than all before it."""
        self._readings += 1
        record = report(number, names, outlet, published)
        next(self._writer.add_many([submission(record, f"rawi/0.{self._readings}.0")], 1))

    def _decide(self, step: Step) -> None:
        """Have a person decide."""
        if step.kind == "undo":
            numbers = [one.number for one in self.entities.decisions()]
            self.entities.undo(numbers[step.a % len(numbers)] if numbers else None, None, None)
            return
        self.entities.update()
        rows = list(self.store.rows("all_entities"))
        if not rows:
            return
        one = rows[step.a % len(rows)]
        if step.kind == "merge":
            others = [row[1] for row in rows if row[2] == one[2]]
            self.entities.merge(one[1], others[step.b % len(others)], None, None)
        else:
            entries = [row[0] for row in self.store.rows("members", (one[0],))]
            chosen = entries[: step.b % (len(entries) + 1)]
            self.entities.split(one[1], chosen, None, None)

    def find(self, number: int, name: str) -> tuple[str, str]:
        """Return the id of the entity and of the entry that a report calls by a name."""
        self.entities.update()
        document = report(number, (), None, None).document.id
        sql = "SELECT id, entry, member.name FROM member JOIN entity ON number = entity WHERE document = ?"
        rows = self.store.connection.execute(sql, (document,))
        ((id, entry),) = [(id, entry) for id, entry, named in rows if named == name]
        return str(id), str(entry)

    def find_ghosts(self) -> list[str]:
        """Return the words by which others are found than those whose names have them."""
        words: dict[str, set[int]] = {}
        for number, *_, name, _, _ in self.store.rows("all_entities"):
            named = {row[3] for row in self.store.rows("members", (number,))}
            for word in re.findall(r"\w+", searched(name, named)):
                words.setdefault(word, set()).add(number)
        self._words |= words.keys()
        sql = "SELECT rowid FROM name_index WHERE name_index MATCH ?"
        find = self.store.connection.execute
        return [
            word
            for word in sorted(self._words)
            if {row[0] for row in find(sql, (f'"{word}"',))} != words.get(word, set())
        ]

    def voices(self) -> dict[str, set[tuple[str, str, str]]]:
        """Return for each document who speaks in its entries: the entry, the id and the name."""
        sql = """SELECT document.id, entry.id, entity.id, entity.name FROM claimant
            JOIN entry ON entry.number = claimant.entry JOIN entity ON entity.number = claimant.entity
            JOIN reading ON reading.number = entry.reading
            JOIN document ON document.number = reading.document"""
        found: dict[str, set[tuple[str, str, str]]] = {}
        for document, *voice in self.store.connection.execute(sql):
            found.setdefault(document, set()).add((voice[0], voice[1], voice[2]))
        return found


def check(told: Told) -> None:
    """Bring a ledger up to date; it must be what resolving anew gives, and tell which documents changed."""
    before = told.voices()
    shown = {document for (document,) in told.store.connection.execute(
        """SELECT document.id FROM current JOIN document ON document.number = current.document
        LEFT JOIN scene ON scene.document = current.document WHERE scene.reading IS NOT current.reading"""
    )}  # fmt: skip
    renewed = renew_entities(told.store)
    assert list(find_changed_tables(told.store)) == []
    after = told.voices()
    moved = {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}
    assert moved <= renewed.documents <= moved | shown
    assert told.find_ghosts() == []


@settings(max_examples=60, deadline=None)
@given(_steps)
def test_any_steps_give_what_resolving_anew_gives(steps: list[Step]) -> None:
    """Whatever is read, read again, merged, split and undone, and however often the entities are brought up
    to date in between: the tables are those of everything resolved at once."""
    told = Told()
    for step in steps:
        told.take(step)
        if step.updated:
            check(told)
    check(told)
    told.store.close()


@settings(max_examples=30, deadline=None)
@given(_steps)
def test_names_are_compared_with_few(steps: list[Step]) -> None:
    """Where a block has more names than are compared, names that come between others part them, and names
    that go let them meet: as if all were compared anew."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "REACH", 1)
        test_any_steps_give_what_resolving_anew_gives.hypothesis.inner_test(steps)  # type: ignore[attr-defined]


@pytest.fixture
def told() -> Iterator[Told]:
    """A ledger in memory."""
    made = Told()
    yield made
    made.store.close()


def person(name: str, role: str | None = None) -> Named:
    """Return a person."""
    return Named("person", name, role)


def test_who_is_near_no_more_is_apart(told: Told) -> None:
    """Two near names are one by their role, until a report is read again and has no role for its own."""
    told.read(1, person("تيري مارلوتو", VOICE))
    told.read(2, person("تيري مارلتو", VOICE))
    told.read(3, person("هالة الصبان"))
    check(told)
    assert told.find(1, "تيري مارلوتو")[0] == told.find(2, "تيري مارلتو")[0]
    told.read(1, person("تيري مارلوتو"))
    check(told)
    assert told.find(1, "تيري مارلوتو")[0] != told.find(2, "تيري مارلتو")[0]


def test_one_name_means_who_is_left(told: Told) -> None:
    """A single name that may mean two is suggested for neither, until one of them has another role."""
    for number, name in enumerate(("الكيال", "سالم الكيال", "هالة الكيال"), 1):
        told.read(number, person(name, MINISTER))
    told.read(4, person("ماهر كوراني"))
    check(told)
    assert list(told.entities.suggestions()) == []
    told.read(3, person("هالة الكيال", "العقيد"))
    check(told)
    ((one, other),) = [(found.a, found.b) for found in told.entities.suggestions()]
    assert {one, other} == {told.find(1, "الكيال")[0], told.find(2, "سالم الكيال")[0]}


ROW, OTHER = _PLACES[0], _PLACES[6]


def decide_about_rows(told: Told) -> None:
    """Decide that the place of one report is that of another, each with a row; nothing else is decided."""
    for number in (1, 2, 3, 4):
        told.read(number, ROW if number < 3 else OTHER)
    alone = (told.find(1, ROW.name), told.find(3, OTHER.name))
    splits = [told.entities.split(id, [entry], None, None) for id, entry in alone]
    told.entities.merge(told.find(1, ROW.name)[0], told.find(3, OTHER.name)[0], None, None)
    for number in splits:
        told.entities.undo(number, None, None)
    check(told)
    assert told.find(2, ROW.name)[0] == told.find(4, OTHER.name)[0]


@pytest.mark.parametrize("place", [ROW, OTHER])
def test_a_row_of_which_a_member_is_decided(told: Told, place: Named) -> None:
    """What is decided of one report's place holds for the row that it is of, also as others come and go."""
    decide_about_rows(told)
    told.read(5, place)
    check(told)
    assert told.find(5, place.name)[0] == told.find(2, ROW.name)[0] == told.find(4, OTHER.name)[0]
    told.read(2, _PLACES[5])
    check(told)
    assert told.find(1, ROW.name)[0] == told.find(4, OTHER.name)[0]


def test_a_row_whose_decided_member_goes(told: Told) -> None:
    """When the report that made two rows one is read again without its place, they are two again."""
    decide_about_rows(told)
    told.read(1, _PLACES[5])
    check(told)
    assert told.find(2, ROW.name)[0] != told.find(4, OTHER.name)[0]


def test_places_that_were_parted_are_not_suggested(told: Told) -> None:
    """Two places of one name that people parted are not suggested, also when others of it come."""
    told.read(1, _PLACES[0])
    told.read(2, _PLACES[0])
    told.read(3, _PLACES[3])
    one = told.find(3, "طرابلس")[0]
    told.entities.merge(told.find(1, "طرابلس")[0], one, None, None)
    told.entities.split(told.find(1, "طرابلس")[0], [told.find(3, "طرابلس")[1]], None, None)
    assert list(told.entities.suggestions()) == []
    told.read(4, _PLACES[1])
    check(told)
    assert one not in {id for found in told.entities.suggestions() for id in (found.a, found.b)}


@pytest.mark.parametrize(("between", "one"), [("تيري مارلو", True), ("تيري مارلوت", False)])
def test_names_that_another_parts(
    monkeypatch: pytest.MonkeyPatch, told: Told, between: str, one: bool
) -> None:
    """Names of which each is compared with one other are parted by one that comes between them wherever they
    meet, and not by one that does so in one block only; when it goes, they meet again."""
    monkeypatch.setattr(candidates, "REACH", 1)
    first, second = "تيري مارلتو", "تيري مارلوتو"
    told.read(1, person(first, VOICE))
    told.read(2, person(second, VOICE))
    told.read(3, person("هالة الصبان"))
    check(told)
    told.read(3, person(between))
    check(told)
    assert (told.find(1, first)[0] == told.find(2, second)[0]) is one
    told.read(3, person("هالة الصبان"))
    check(told)
    assert told.find(1, first)[0] == told.find(2, second)[0]


def test_everything_can_be_made_anew(told: Told) -> None:
    """Resolving everything on request mends tables that were changed, and moves nobody who did not move."""
    for number, name in enumerate(("تيري مارلوتو", "تيري مارلتو", "هالة الصبان"), 1):
        told.read(number, person(name, VOICE)._replace(speaks=True))
    check(told)
    told.store.run("clear_alike_names")
    assert list(find_changed_tables(told.store)) == ["alike_name"]
    assert renew_entities(told.store, anew=True).documents == frozenset()
    assert list(find_changed_tables(told.store)) == []
