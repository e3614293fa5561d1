"""The whole ledger with facets: how many entries there are of each kind, outlet, year …, and some of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

import msgspec

from rawi.ledger.answers import EventView
from rawi.ledger.claims import build_count, build_said
from rawi.ledger.eventviews import build_event
from rawi.ledger.faults import LedgerDamaged, NotInLedger
from rawi.ledger.reading import Reading, Readings
from rawi.ledger.results import Count, Said
from rawi.ledger.standings import Standings
from rawi.ledger.store import Row, Store, first
from rawi.ledger.terms import any_stem, in_column
from rawi.model.claim import Event, Figure, Statement
from rawi.model.review import Standing

FacetName = Literal["kind", "who", "outlet", "year", "form", "polarity", "unit", "standing"]
MOST = 12  # values of a facet that are shown
_COLUMNS: tuple[FacetName, ...] = ("kind", "form", "polarity", "unit", "outlet", "year", "standing")


class Asking(msgspec.Struct, frozen=True):
    """Which entries are asked for; null asks for all.

    ``kind``: statement, figure or event; ``who``: the id of an entity that speaks or holds a figure;
    ``outlet`` and ``year`` of the article (of the entry's own day, if it has one); ``form``: how a statement
    is quoted, how a figure is hedged, how sure an event is said to be; ``about``: words of which one stands
    near; ``standing``: how people left it, null for all that they did not reject.
    """

    kind: str | None = None
    who: str | None = None
    outlet: str | None = None
    year: str | None = None
    form: str | None = None
    polarity: str | None = None
    unit: str | None = None
    standing: Standing | None = None
    about: str | None = None


class FacetValue(msgspec.Struct, frozen=True):
    """One value of a facet with how many entries have it; ``name`` is what people are shown of it."""

    value: str
    name: str
    count: int


class Shelf(msgspec.Struct, frozen=True):
    """Entries, the latest first by their own day, or that of their article if it is earlier; how many there
    are in all, and the facets of all: of each the commonest values, years in order of time; ``rejected``
    counts those left out because people rejected them."""

    entries: tuple[Said | Count | EventView, ...]
    total: int
    facets: dict[str, tuple[FacetValue, ...]]
    rejected: int = 0


def find_shelf(
    store: Store, asked: Asking, limit: int = 30, offset: int = 0, after: str | None = None
) -> Shelf:
    """Return a page of entries with the facets of all that are asked for."""
    match = _match(asked)
    if asked.about and match is None:
        return Shelf((), 0, {})
    wanted: dict[str, Any] = {**msgspec.structs.asdict(asked), "match": match, "most": MOST}
    del wanted["about"]
    begin = dict(zip(("dateless", "day", "number"), _place(store, after), strict=True))
    told = {**wanted, **begin, "limit": limit, "offset": offset}
    places, counted = _ask(store, asked, told)
    standings = Standings(store)
    found = (_build(reading, position) for reading, position in Readings(store).at(places))
    entries = tuple(standings.mark(one) for one in found)
    return Shelf(entries, counted.total, counted.facets, counted.rejected)


class _Counted(NamedTuple):
    """What is counted of all entries that a question finds; it is the same on every page of them."""

    total: int
    rejected: int
    facets: dict[str, tuple[FacetValue, ...]]


def _ask(store: Store, asked: Asking, told: dict[str, Any]) -> tuple[list[tuple[int, int]], _Counted]:
    """Return the places of the entries of a page, and what is counted of all: asked at once where it is not
    known yet, for to find all entries is what takes time."""
    asking: list[Counter[Row]] = []

    def count() -> _Counted:
        asking.append(Counter(store.rows("shelf", {**told, "facets": True})))
        return _count(asking[0], every=asked.standing is not None)

    counted = store.remember(("shelf", asked), count)
    rows: Iterable[Row] = asking[0] if asking else store.rows("shelf", {**told, "facets": False})
    return [(row[1], row[2]) for row in rows if row[0] == "page"], counted


def _count(rows: Counter[Row], *, every: bool) -> _Counted:
    """Return what is counted of rows of ``shelf``; what people rejected is apart unless ``every``."""
    kinds: dict[str, Counter[str]] = {name: Counter() for name in _COLUMNS}
    rejected = 0
    for row, count in rows.items():
        if row[0] != "entry":
            continue
        if row[-1] == "rejected" and not every:
            rejected += count
            continue
        for name, value in zip(_COLUMNS, row[1:], strict=True):
            if value is not None:
                kinds[name][value] += count
    facets = {
        name: [FacetValue(value, value, count) for value, count in sorted(found.items(), key=_commonest)]
        for name, found in kinds.items()
        if found
    }
    if met := [FacetValue(row[1], row[2], row[3]) for row in rows if row[0] == "who"]:
        facets["who"] = met
    if rejected:
        facets.setdefault("standing", []).append(FacetValue("rejected", "rejected", rejected))
    shown = {name: _cut(name, values) for name, values in facets.items()}
    return _Counted(sum(kinds["kind"].values()), rejected, shown)


def _commonest(found: tuple[str, int]) -> tuple[int, str]:
    """Order values by how many there are, the most first."""
    return -found[1], found[0]


def _place(store: Store, after: str | None) -> Row:
    """Return where an entry stands on the shelf; before all others for null, NotInLedger if nowhere."""
    if after is None:
        return None, None, None
    found = first(store, "shelf_place", (after,))
    if found is None:
        raise NotInLedger(f"{after!r} is on no shelf any more")
    return found


def _match(asked: Asking) -> str | None:
    """Return the words that are asked for as the index of entries knows them."""
    stems = any_stem(asked.about) if asked.about else None
    return in_column("near", stems) if stems else None


def _cut(name: str, found: list[FacetValue]) -> tuple[FacetValue, ...]:
    """Return the values of a facet that are shown."""
    if name == "year":
        return tuple(sorted(found, key=lambda one: one.value))
    return tuple(found[:MOST])


def _build(reading: Reading, position: int) -> Said | Count | EventView:
    """Build the view of an entry."""
    item = reading.items[position]
    if isinstance(item, Statement):
        return build_said(reading, position)
    if isinstance(item, Figure):
        return build_count(reading, position)
    if isinstance(item, Event):
        return build_event(reading, position)
    raise LedgerDamaged(f"entry {position} of a reading is no claim; run rawi verify")


def each_facet() -> Iterator[FacetName]:
    """Yield the facets in the order in which they are shown."""
    yield from ("kind", "who", "outlet", "year", "form", "polarity", "unit", "standing")
