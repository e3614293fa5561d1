"""Under which independent origin an entry counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rawi.arabic.fold import fold
from rawi.entities.offices import read_offices
from rawi.ledger.answers import OriginView
from rawi.ledger.attribution import voice
from rawi.ledger.contexts import build_context
from rawi.ledger.entries import Entries
from rawi.ledger.items import Items
from rawi.ledger.relations import Relations
from rawi.ledger.results import Count, Entry, Said
from rawi.ledger.sameness import Sameness
from rawi.ledger.store import Store
from rawi.model.definition import Definition, Group
from rawi.relations.copies.credits import key_of_newsroom
from rawi.relations.quantities.figures import FIGURES
from rawi.relations.quantities.holders import body_of
from rawi.relations.quantities.origins import Origin, find_bodies, origin_of, same_origin
from rawi.relations.quantities.page import Page

_DOCUMENT = "sha256:"
_TOLD = ("body", "holder")


def name_entry(one: Count | Said | Entry) -> OriginView:
    """Return an entry as its own origin, as long as nothing else is asked."""
    return OriginView(f"entry:{one.id}", one.id)


def find_origins(
    store: Store, entries: Iterable[Count | Said | Entry], names: Mapping[str, str]
) -> dict[str, OriginView]:
    """Return for each of some entries, by id, the independent origin under which it counts; ``names`` are
    those under which series count figures.

    Who speaks for a body counts under it. What an article tells in its own voice counts under whom it credits
    with the same number, else under the newsroom whose text it is.
    """
    found = list(entries)
    told = dict(_Origins(store, found, names).find())
    kept: list[Origin] = []
    for origin in sorted(told.values(), key=lambda one: (one.kind not in _TOLD, -len(one.name), one.name)):
        if not any(_is_one(origin, other) for other in kept):
            kept.append(origin)
    first = {id: next(other for other in kept if _is_one(origin, other)) for id, origin in told.items()}
    return {id: _view(one) for id, one in first.items()}


def _view(origin: Origin) -> OriginView:
    """Return an origin as it is told: who holds an office by his own name, where only the office tells the
    body (وزير النقل)."""
    id = f"{origin.kind}:{origin.key}"
    if origin.person and any(one.strength == "office" for one in read_offices(origin.name)):
        return OriginView(f"{id}:{fold(origin.person)}", origin.person)
    return OriginView(id, origin.name)


def _is_one(a: Origin, b: Origin) -> bool:
    """Are two origins one: also a newsroom that speaks here and tells the article there?"""
    if a == b or same_origin(a, b) or (a.kind == b.kind == "holder" and fold(a.name) == fold(b.name)):
        return True
    return "newsroom" in (a.kind, b.kind) and key_of_newsroom(a.name) == key_of_newsroom(b.name)


class _Origins:
    """The origins of some entries of one ledger."""

    def __init__(self, store: Store, entries: list[Count | Said | Entry], names: Mapping[str, str]) -> None:
        self._context = build_context(store, store)
        self._entries, self._found, self._names = Entries(store), entries, names
        self._sameness = Sameness(store, Relations(store), self._entries)
        self._items = Items(store, FIGURES)
        self._definitions = self._define(one.id for one in entries if isinstance(one, Count))
        self._documents = sorted({one.document for one in self._definitions.values()})
        self._bodies = dict(find_bodies(self._definitions.values(), self._context))

    def find(self) -> Iterator[tuple[str, Origin]]:
        """Yield each entry with its origin."""
        said = {one.id: self._of_statement(one) for one in self._found if isinstance(one, Said)}
        own = {id: self._of_figure(one) for id, one in self._definitions.items()}
        by_name = {one.name: one for one in own.values()}
        for one in self._found:
            name, mine = self._names.get(one.id, ""), said.get(one.id) or own.get(one.id)
            told = one.id not in own or self._definitions[one.id].holder is not None
            if told and name and not name.startswith(_DOCUMENT) and not (mine and mine.name == name):
                mine = by_name.setdefault(name, Origin("holder", f"~{fold(name)}", name))
            yield one.id, mine or self._of_entry(one)

    def _define(self, ids: Iterable[str]) -> dict[str, Definition]:
        """Return what figures count, by id, as of the last update."""
        found = (self._items.item(number).value for number in self._items.numbers(ids))
        return {one.id: one for one in found}

    def _of_figure(self, one: Definition) -> Origin:
        """Return the origin of a figure."""
        origin = origin_of(one, self._context, self._bodies)
        if origin.kind in _TOLD:
            return origin
        original = self._sameness.original(one.document)
        copies = [id for id in self._documents if self._sameness.original(id) == original]
        figures = [id for document in (one.document, *copies) for id in self._entries.figures_of(document)]
        alike = self._define(figures).values()
        same = [also for also in alike if _gives_same(also, one) and not also.denied]
        credited = (origin_of(also, self._context, self._bodies) for also in same)
        held = next((each for each in credited if each.kind in _TOLD), None)
        return held or self._of_newsroom(one.document)

    def _of_statement(self, said: Said) -> Origin:
        """Return the origin of a statement: the body that its speaker is or speaks for, else the speaker."""
        name = voice(said.statement)
        if name is None:
            return self._of_newsroom(said.article.id, *_carriers(said))
        voices = self._context.voices.get(said.id, ())
        voiced = voices[0] if len(voices) == 1 else ""
        body = self._body(said) or self._bodies.get(voiced)
        if body is not None:
            return Origin("body", body.key, body.name, body, name)
        shown = self._context.names.get(voiced, name) if voiced else name
        return Origin("holder", voiced or f"~{fold(name)}", shown)

    def _body(self, said: Said) -> Group | None:
        """Return the body for which the speaker of a statement speaks, as its article tells."""
        report = self._entries.report(said.article.id)
        own = next((one for one in report.record.statements if report.ids.get(one.id) == said.id), None)
        return body_of(Page(report), own) if own is not None else None

    def _of_entry(self, one: Count | Said | Entry) -> Origin:
        """Return the origin of an entry of which nothing is known but its holder and its document."""
        if isinstance(one, Count) and one.holder:
            return Origin("holder", f"~{fold(one.holder)}", one.holder)
        document = one.document if isinstance(one, Entry) else one.article.id
        return self._of_newsroom(document, *_carriers(one))

    def _of_newsroom(self, document: str, carrier: str | None = None, *_: str) -> Origin:
        """Return the newsroom whose text a document is."""
        key, view = self._sameness.origin(document)
        if carrier is not None:
            return Origin("newsroom", key_of_newsroom(carrier), carrier)
        return Origin("document" if key == view.id else "newsroom", key, view.name)


def _carriers(one: Count | Said | Entry) -> list[str]:
    """Return the newsrooms through which an entry came."""
    return [] if isinstance(one, Entry) else [x.name for x in one.chain if x.kind in ("agency", "outlet")]


def _gives_same(one: Definition, other: Definition) -> bool:
    """Do two figures of an article give one number of one class?"""
    return (one.what, one.low, one.high) == (other.what, other.low, other.high)
