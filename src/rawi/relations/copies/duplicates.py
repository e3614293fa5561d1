"""Republication: which documents are copies or revisions of each other, and which share passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rawi.model.relation import Duplicate, DuplicateKind, Place
from rawi.relations.copies.clusters import Clusters
from rawi.relations.copies.families import find_families, merge_places
from rawi.relations.copies.origins import find_origin
from rawi.relations.copies.passages import Passages, read_passages
from rawi.relations.copies.publication import order_of
from rawi.relations.copies.republication import Likeness, link
from rawi.relations.layer import Context, Layer, make_id


class _Known:
    """A connected set of documents, and what is known of pairs of them."""

    def __init__(self, items: Sequence[Passages], pairs: Sequence[Likeness]) -> None:
        self.items = {item.id: item for item in items}
        self.pairs: dict[tuple[str, str], Likeness | None] = {(pair.a, pair.b): pair for pair in pairs}
        self.found = tuple(pairs)

    def of(self, *kinds: str) -> list[Likeness]:
        """Return the pairs of some kinds."""
        return [pair for pair in self.found if pair.kind in kinds]

    def are_apart(self, one: str, other: str) -> bool:
        """Do two documents say something else? Compared now if their keys had not brought them together."""
        key = (one, other) if one < other else (other, one)
        if key not in self.pairs:
            self.pairs[key] = link(self.items[key[0]], self.items[key[1]])
        pair = self.pairs[key]
        return pair is not None and pair.apart

    def agree(self, one: list[str], other: list[str]) -> bool:
        """May two groups of copies become one: no document of one is apart from one of the other?"""
        return not any(self.are_apart(a, b) for a in one for b in other)

    def ordered(self, documents: Iterable[str]) -> list[str]:
        """Return documents in the order of their publication, undated ones last."""
        return sorted(documents, key=lambda id: order_of(self.items[id].published, id))

    def rests(self, documents: Iterable[str]) -> dict[tuple[str, str], float]:
        """Return which part of each document another has not, as far as they were compared."""
        found: dict[tuple[str, str], float] = {}
        for a, b in combinations(sorted(documents), 2):
            if (pair := self.pairs.get((a, b))) is not None:
                found |= {(a, b): pair.rest_a, (b, a): pair.rest_b}
        return found


def group(items: Sequence[Passages], pairs: Sequence[Likeness], context: Context) -> Iterator[Duplicate]:
    """Yield the groups of one connected set: copies, revisions, and shared passages.

    A group of copies holds no two documents that say something else. A group of revisions holds whole groups
    of copies. Documents share a passage through one wording of it; what is one group anyway shares none.
    """
    known = _Known(items, pairs)
    copies, versions = Clusters(), Clusters()
    copies.join(known.of("copy"), known.agree)
    for one in copies.all():
        yield _make("copy", known, one, copies.least(one[0]))
    versions.join(known.of("copy", "revision"), lambda one, other: True)
    for one in versions.all():
        if copies.of(one[0]) != one:
            yield _make("revision", known, one, versions.least(one[0]))
    yield from _share(known, versions)


def _make(
    kind: DuplicateKind,
    known: _Known,
    documents: Iterable[str],
    similarity: float,
    places: tuple[Place, ...] = (),
    timed: bool = True,
) -> Duplicate:
    """Make a group, with what it goes back to; ``timed`` as in ``find_origin``.

    Its id is that of its first document, and of a passage of the place where that has it.
    """
    ordered = known.ordered(documents)
    members = [known.items[id] for id in ordered]
    origin = find_origin(members, known.rests(ordered), copies=kind == "copy", timed=timed)
    where = [str(place.span.start) for place in places if place.document == ordered[0]][:1]
    return Duplicate(
        id=make_id("du", kind, ordered[0], *where),
        kind=kind,
        documents=tuple(ordered),
        origin=origin.document,
        similarity=similarity,
        credited=origin.credited,
        reasons=origin.reasons,
        places=places,
    )


def _share(known: _Known, versions: Clusters) -> Iterator[Duplicate]:
    """Yield the passages that documents share; those that stand in the same documents are one."""
    pairs = known.of("passage")
    families: Mapping[frozenset[str], list[Sequence[Place]]] = defaultdict(list)
    for family in find_families(pairs):
        documents = frozenset(place.document for place in family)
        if any(versions.of(one) != versions.of(min(documents)) for one in documents):
            families[documents].append(family)
    for documents in sorted(families, key=sorted):
        within = [pair for pair in pairs if {pair.a, pair.b} <= documents]
        told = any(shared.kind != "quotation" for pair in within for shared in pair.shared)
        places = merge_places(families[documents])
        yield _make("passage", known, documents, min(pair.score for pair in within), places, told)


#: What the ledger keeps up to date.
DUPLICATES = Layer(
    name="duplicates",
    version="1",
    item=Passages,
    pair=Likeness,
    read=read_passages,
    keys=lambda item: item.keys,
    least=1,
    link=link,
    group=group,
)
