"""What people merge and split, laid out alike: a person, body or place, a story, an incident."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import Literal

import msgspec
from msgspec.structs import replace

from rawi.ledger.answers import IncidentView
from rawi.ledger.results import Article
from rawi.model.resolution import Evidence
from rawi.web.answers import Asked
from rawi.web.faults import WrongQuestion

Kind = Literal["entity", "story", "event"]
#: A counted thing by its name in ``plurals.toml``, and how many.
Fact = tuple[str, int]
_MOST = 12  # candidates, each kind
_SAMPLES = 3
_SENTENCES = 2  # in which a person, body or place is named


class Member(msgspec.Struct, frozen=True):
    """One that can be split off: ``value`` is what a form and the ledger name it by."""

    value: str
    name: str
    document: str
    detail: str = ""
    article: Article | None = None
    words: str | None = None


class Thing(msgspec.Struct, frozen=True):
    """One that can be merged or split, with what people need to know it by; the ``name`` of an incident is
    the type of its first event."""

    kind: Kind
    id: str
    name: str
    type: str
    facts: tuple[Fact, ...]
    members: tuple[Member, ...]
    notes: tuple[str, ...] = ()
    claims: tuple[tuple[str, str, str], ...] = ()

    @property
    def names(self) -> tuple[tuple[str, int], ...]:
        """The names of its members, the commonest first, with how many have each."""
        return tuple(Counter(one.name for one in self.members).most_common())

    @property
    def address(self) -> str:
        """Where its page is."""
        roots = {"entity": "/e/", "story": "/story/", "event": "/event/"}
        return f"{roots[self.kind]}{self.id}" + ("/change" if self.kind == "event" else "")

    def part(self, values: Collection[str]) -> tuple[Thing, Thing]:
        """Return what would be split off, and what would be left; ``WrongQuestion`` for what is no member, or
        for all."""
        known = {one.value for one in self.members}
        if stranger := next((one for one in values if one not in known), None):
            raise WrongQuestion("member", f"{stranger!r} is no part of {self.id}")
        gone = [one for one in self.members if one.value in values]
        left = [one for one in self.members if one.value not in values]
        if not left:
            raise WrongQuestion("member", "something must be left; name only those that do not belong to it")
        return self._of(gone), self._of(left)

    def _of(self, members: Sequence[Member]) -> Thing:
        """Return what the thing would be of some of its members alone."""
        documents = {one.document for one in members}
        claims = tuple(one for one in self.claims if one[2] in documents)
        facts = _count(self.kind, members, claims)
        name = members[0].name if self.kind != "story" else self.name
        return replace(self, name=name, facts=facts, members=tuple(members), claims=claims, notes=())

    def chosen(self, values: Iterable[str], names: Collection[str]) -> tuple[str, ...]:
        """Return the members that are named one by one, and all of some names."""
        named = (one.value for one in self.members if one.name in names)
        return tuple(dict.fromkeys((*values, *named)))


class Candidate(msgspec.Struct, frozen=True):
    """One with which a thing may be merged: suggested by the ledger, with its reasons, or found."""

    id: str
    name: str
    facts: tuple[Fact, ...]
    reasons: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()
    suggested: bool = False


def load_thing(asked: Asked, kind: Kind, id: str) -> Thing:
    """Return one by its id; E307 if there is none."""
    if kind == "entity":
        return _entity(asked, id)
    return _story(asked, id) if kind == "story" else _event(asked.ledger.incident(id))


def unite(a: Thing, b: Thing) -> Thing:
    """Return what two would be together: under the name of the one of which there is more."""
    first = a if len(a.members) >= len(b.members) else b
    claims = tuple(dict.fromkeys((*a.claims, *b.claims)))
    members = (*a.members, *b.members)
    return replace(first, facts=_count(a.kind, members, claims), members=members, claims=claims)


def _count(kind: Kind, members: Sequence[Member], claims: Iterable[tuple[str, str, str]]) -> tuple[Fact, ...]:
    """Return what is counted of some members."""
    documents = len({one.document for one in members})
    if kind == "story":
        return (("reports", documents),)
    if kind == "event":
        return (("reports", len(members)),)
    kinds = [kind for kind, *_ in claims]
    return (
        ("documents", documents),
        ("statements", kinds.count("statement")),
        ("figures", kinds.count("figure")),
    )


def _entity(asked: Asked, id: str) -> Thing:
    """Return a person, body or place; its members are its names, each with all articles that use it, and the
    single ones."""
    portrait = asked.ledger.portraits.load(id)
    profile = portrait.profile()
    articles = {
        one.id: one for one in asked.ledger.articles(dict.fromkeys(each.document for each in profile.members))
    }
    members = tuple(
        Member(
            one.entry,
            one.name,
            one.document,
            one.rule,
            articles[one.document],
            portrait.sentence(one.entry) if number < _SENTENCES else None,
        )
        for number, one in enumerate(profile.members)
    )
    claims = tuple((one.kind, one.id, one.document) for one in portrait.rows)
    notes = tuple(one.role for one in profile.roles[:_SAMPLES])
    facts = _count("entity", members, claims)
    return Thing("entity", portrait.id, profile.name, profile.type, facts, members, notes, claims)


def _story(asked: Asked, id: str) -> Thing:
    """Return a story; its members are its reports."""
    one = asked.ledger.story(id)
    members = tuple(
        Member(each.article.id, each.article.title or each.article.id[7:19], each.article.id,
               article=each.article)
        for each in one.reports
    )  # fmt: skip
    days = tuple(dict.fromkeys(day for day in (one.first, one.last) if day))
    return Thing("story", one.id, one.title or one.id, "story", _count("story", members, ()), members, days)


def _event(view: IncidentView) -> Thing:
    """Return an incident; its members are its events, one of each report."""
    members = tuple(
        Member(one.id, one.words, one.article.id, one.event.type, one.article, one.sentence.words)
        for one in view.events
    )
    id = view.id or view.events[0].id
    notes = (*view.days, *(" › ".join(places) for places in view.places))
    facts = _count("event", members, ())
    return Thing("event", id, view.events[0].event.type, "event", facts, members, notes)


def find_candidates(asked: Asked, here: Thing) -> list[Candidate]:
    """Return with what a thing may be merged: what the ledger suggests, or what words find."""
    written = asked.given("words")
    if here.kind == "entity":
        return _people(asked, here, written)
    if here.kind == "story":
        found = asked.ledger.stories(written or here.name)
        return [
            Candidate(one.id, one.title or one.id, (("reports", len(one.documents)),),
                      notes=tuple(dict.fromkeys(day for day in (one.first, one.last) if day)))
            for one in islice((one for one in found if one.id != here.id), _MOST)
        ]  # fmt: skip
    return _incidents(asked, here, written)


def _people(asked: Asked, here: Thing, written: str | None) -> list[Candidate]:
    """Return who may be the same, or who is called so."""
    if written:
        named = asked.ledger.portraits.named(written, here.type)  # type: ignore[arg-type]
        return [_named(asked, one.id) for one in named[:_MOST] if one.id != here.id]
    found = []
    for one in asked.ledger.portraits.load(here.id).profile().suggestions:
        mine = one.a == here.id
        id, name, about = (one.b, one.b_name, one.b_about) if mine else (one.a, one.a_name, one.a_about)
        notes = (*(role.role for role in about.roles[:_SAMPLES]), *about.outlets[:_SAMPLES])
        facts = (("documents", about.documents),)
        found.append(Candidate(id, name, facts, one.reasons, notes, suggested=True))
    return found


def _named(asked: Asked, id: str) -> Candidate:
    """Return one who was found by name."""
    one = asked.ledger.portraits.load(id).profile()
    notes = tuple(role.role for role in one.roles[:_SAMPLES])
    return Candidate(one.id, one.name, (("documents", len(one.documents)),), notes=notes)


def _incidents(asked: Asked, here: Thing, written: str | None) -> list[Candidate]:
    """Return the incidents at a place, or else those of the same days."""
    days = [one for one in here.notes if one[:4].isdigit()]
    if written:
        found = asked.ledger.incidents(place=written)
    elif days:
        found = asked.ledger.incidents(days[0], days[0])
    else:
        return []
    others = (one for one in found if one.id and one.id != here.id)
    return [
        Candidate(one.id or "", one.events[0].event.type, (("reports", len(one.events)),),
                  notes=(*one.days, *(" › ".join(each) for each in one.places),
                         one.events[0].sentence.words))
        for one in islice(others, _MOST)
    ]  # fmt: skip
