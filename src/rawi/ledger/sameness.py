"""What reports of a story have to do with each other: whose copies and versions they are, what a version has
otherwise, and of how many independent origins they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from rawi.ledger.answers import OriginView
from rawi.ledger.entries import Entries
from rawi.ledger.identity import short_id
from rawi.ledger.items import Items
from rawi.ledger.relations import Relations
from rawi.ledger.results import Changed
from rawi.ledger.store import Store
from rawi.model.relation import Difference, Duplicate, Passage
from rawi.model.span import Span
from rawi.relations.copies.credits import key_of_newsroom
from rawi.relations.copies.duplicates import DUPLICATES
from rawi.relations.copies.origins import choose_originals
from rawi.relations.copies.passages import Passages
from rawi.relations.copies.republication import Likeness, link


class Sameness:
    """Copies, versions and origins of the documents of one ledger."""

    def __init__(self, store: Store, relations: Relations, entries: Entries) -> None:
        self._relations, self._entries = relations, entries
        self._items = Items(store, DUPLICATES)

    def original(self, document: str) -> str:
        """Return the document that a copy or revision goes back to; itself if it is none."""
        return choose_originals(self._groups(document)).get(document, document)

    def is_copy(self, document: str, other: str) -> bool:
        """Do two documents say the same in the same words, no number and no negation apart?"""
        return any(one.kind == "copy" and other in one.documents for one in self._groups(document))

    def changes(self, document: str, original: str) -> tuple[Changed, ...]:
        """Return what a version has otherwise (``here``) than the document that it goes back to (``there``),
        the gravest first; nothing where the two were never laid side by side."""
        one, other = self._passages(document), self._passages(original)
        pair = link(one, other) if one and other else None
        if pair is None:
            return ()
        return tuple(self._changed(pair, each, document) for each in pair.differences)

    def origins(self, documents: Iterable[str]) -> tuple[OriginView, ...]:
        """Return the independent origins of some documents, each with those of them that go back to it:
        copies and versions of one report are of one, and so are reports of one newsroom, or that credit it
        alone."""
        found: dict[str, OriginView] = {}
        for document in documents:
            key, view = self.origin(document)
            known = found.get(key, view)
            found[key] = msgspec.structs.replace(known, documents=(*known.documents, document))
        return tuple(found.values())

    def origin(self, document: str) -> tuple[str, OriginView]:
        """Return what tells the origin of a document from others, and the origin."""
        original = self.original(document)
        article = self._entries.article(original)
        credited = self._credited(document, original)
        name = credited or article.outlet
        key = key_of_newsroom(name) if name else original
        return key, OriginView(original, name or article.title or short_id(original))

    def _credited(self, document: str, original: str) -> str | None:
        """Return the newsroom whose text a document is: the one that its group of copies or versions credits,
        or the only one that its original does."""
        groups = sorted(self._groups(document), key=lambda one: one.kind, reverse=True)  # revisions first
        named = [one.credited for one in groups if one.kind != "passage" and one.credited]
        if named:
            return named[0]
        item = self._passages(original)
        return item.credits[0].name if item is not None and len(item.credits) == 1 else None

    def _groups(self, document: str) -> list[Duplicate]:
        """Return the groups of copies, versions and passages in which a document is."""
        return self._relations.of(document, Duplicate)

    def _passages(self, document: str) -> Passages | None:
        """Return a document as it is compared with others; null for a text that is too short."""
        found: Iterator[Passages] = (self._items.item(one).value for one in self._items.numbers((document,)))
        return next(found, None)

    def _changed(self, pair: Likeness, one: Difference, document: str) -> Changed:
        """Return a difference of a pair in words, seen from one of its documents."""
        mine, theirs = (one.here, one.there) if pair.a == document else (one.there, one.here)
        other = pair.b if pair.a == document else pair.a
        kind = one.kind
        if kind in ("added", "dropped"):
            kind = "added" if mine else "dropped"
        return Changed(kind, self._words(document, mine), self._words(other, theirs))

    def _words(self, document: str, span: Span | None) -> str | None:
        """Return the words at a place of a document."""
        return self._entries.sentence(Passage(document, span)).words if span else None
