"""Who somebody is: an entity found by id or name, with its names, roles, documents and decisions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from rawi.arabic.fold import fold
from rawi.entities.spelling import compare_names
from rawi.ledger.decisions import History
from rawi.ledger.faults import AmbiguousId, NotInLedger
from rawi.ledger.laziness import Lazily
from rawi.ledger.reading import decode, decode_item, find_document_id
from rawi.ledger.results import About, Joined, Likeness, Profile, Proposal
from rawi.ledger.rows import EntryRow
from rawi.ledger.store import Row, Store, first
from rawi.ledger.terms import any_form
from rawi.model.entity import Entity, Location
from rawi.model.resolution import Evidence, Naming, RolePeriod

_ID = re.compile(r"(?:pe|or|pl|en|st)_[0-9a-f]{1,14}")
_DOCUMENT = re.compile(r"(?:sha256:)?[0-9a-f]{6,64}")
_SLIP, _COMMON = 0.8, 0.6  # share of letters in common: of a slip of the hand, of any likeness
_LIKE, _SHORTEST = 0.55, 3  # likelihood from which a name may be a misspelling of another; letters
_NAMED = 5  # entities that an ambiguous name is told to have


def find_profiles(store: Store, written: str) -> Iterator[Profile]:
    """Yield who is meant by an id or its first letters, or by words of a name, the most mentioned first."""
    yield from find_known(store, written)


class Known(NamedTuple):
    """An entity before its profile is built: its ``id``, and its row."""

    id: str
    row: Row


def find_known(store: Store, written: str) -> Lazily[Known, Profile]:
    """Return the same, each profile built when it is asked for; NotInLedger, AmbiguousId for a wrong id."""
    by_id = _ID.fullmatch(written.strip())
    rows = [find_entity(store, written)] if by_id else find_named(store, written)
    history = History(store)
    return Lazily(
        [Known(row[1], row[:6]) for row in rows], lambda one: build_profile(store, one.row, history)
    )


def find_entity(store: Store, written: str) -> Row:
    """Return the one entity of an id, of an entry's id, or of a name; NotInLedger, AmbiguousId if not one."""
    if not _ID.fullmatch(written.strip()):
        return _only_named(store, written)
    ids = [str(row[0]) for row in store.rows("entity_ids_by_prefix", (written.strip(),))]
    if not ids:
        raise NotInLedger(f"nobody and nothing in the ledger has the id {written!r}")
    if len(ids) > 1 and written.strip() not in ids:
        raise AmbiguousId(f"{written!r} begins more than one id: {', '.join(ids)} …")
    return _load(store, written.strip() if written.strip() in ids else ids[0])


def _load(store: Store, id: str) -> Row:
    """Return the row of an entity by its full id."""
    row = first(store, "entity", (id,))
    if row is None:
        raise NotInLedger(f"nobody and nothing in the ledger has the id {id!r}")
    return row


def find_named(store: Store, written: str) -> list[Row]:
    """Return the entities with all words of a name, the most mentioned first."""
    match = any_form(written)
    return list(store.rows("entities_named", (match,))) if match else []


def _only_named(store: Store, written: str) -> Row:
    """Return the one entity of a name: the only one that has its words, or that is called just so."""
    found = find_named(store, written)
    if not found:
        raise NotInLedger(f"nobody and nothing in the ledger is called {written!r}")
    folded = fold(" ".join(written.split()))
    same = [row for row in found if fold(row[3]) == folded]
    if len(found) > 1 and len(same) != 1:
        listed = ", ".join(f"{row[1]} {row[3]}" for row in (same or found)[:_NAMED])
        raise AmbiguousId(f"{written!r} may be one of {len(same or found)}: {listed} …")
    return (same or found)[0][:6]


def build_profile(store: Store, row: Row, history: History) -> Profile:
    """Build the profile of an entity from its row."""
    number, id, type, name, link, roles = row
    members = load_members(store, number)
    namings = load_namings(store, number)
    handles = frozenset((id, *(one.handle for one in members)))
    return Profile(
        id=id,
        type=type,
        name=name,
        link=link,
        variants=count_variants(namings),
        roles=decode(roles, tuple[RolePeriod, ...], f"entity {id}"),
        outlets=namings,
        documents=tuple(dict.fromkeys(one.document for one in members)),
        members=members,
        location=find_location(store, members) if type == "place" else None,
        suggestions=tuple(find_proposals(store, id)),
        decisions=tuple(history.of(handles)),
    )


def load_members(store: Store, number: int) -> tuple[Joined, ...]:
    """Load the members of an entity, in the order of their documents."""
    return tuple(
        Joined(entry, document, name, handle, rule, decode(evidence, tuple[str, ...], entry), other)
        for entry, document, handle, name, _, rule, evidence, other in store.rows("members", (number,))
    )


def load_namings(store: Store, number: int) -> tuple[Naming, ...]:
    """Load which forms each outlet used for an entity."""
    rows = store.rows("namings", (number,))
    return tuple(Naming(outlet or None, name, count) for outlet, name, count in rows)


def count_variants(namings: Sequence[Naming]) -> tuple[Naming, ...]:
    """Return all forms with their counts over all outlets, the commonest first."""
    counts: Counter[str] = Counter()
    for one in namings:
        counts[one.name] += one.count
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Naming(None, name, count) for name, count in ordered)


def find_location(store: Store, members: Sequence[Joined]) -> Location | None:
    """Return where a place lies: what its first document says that is certain, else what one says."""
    doubtful: Location | None = None
    for one in members:
        for row in store.rows("entity_entry", (one.entry,)):
            item = decode_item(EntryRow(*row))
            if isinstance(item, Entity) and item.location:
                if item.location.certain:
                    return item.location
                doubtful = doubtful or item.location
    return doubtful


def find_proposals(store: Store, id: str | None = None) -> Iterator[Proposal]:
    """Yield what may be one, the best first: all of it, or that of one entity."""
    yield from build_proposals(
        store, store.rows("suggestions") if id is None else store.rows("suggestions_of", (id,))
    )


def build_proposals(store: Store, rows: Iterable[Row]) -> Iterator[Proposal]:
    """Yield pairs that may be one from their rows."""
    for a, a_name, b, b_name, score, reasons, one, roles, other, other_roles in rows:
        grounds = decode(reasons, tuple[Evidence, ...], f"{a}, {b}")
        about = (_about(store, one, roles), _about(store, other, other_roles))
        yield Proposal(a, a_name, b, b_name, score, grounds, *about)


def _about(store: Store, number: int, roles: str) -> About:
    """Return what tells an entity from its namesakes."""
    row = first(store, "spread", (number,))
    documents, outlets = row if row else (0, "[]")
    named = decode(outlets, tuple[str, ...], f"entity {number}")
    return About(documents, decode(roles, tuple[RolePeriod, ...], f"entity {number}"), named)


def find_like(store: Store, written: str, most: int = _NAMED) -> list[Likeness]:
    """Return the entities with a name like one that nobody bears, the likest first, each once; of several
    with one name the most mentioned."""
    asked = fold(" ".join(written.split()))
    best: dict[str, tuple[float, int, str, Row]] = {}
    for row in store.rows("distinct_names") if len(asked) >= _SHORTEST else ():
        form = fold(row[4])
        forms = (form,) if " " in asked or " " not in form else (form, *form.split())
        score = max(_alike(asked, one) for one in forms)
        name = fold(row[2])
        if score >= _LIKE and (score, row[5]) > best.get(name, (0.0, 0))[:2]:
            best[name] = (score, row[5], row[1], row)
    chosen = sorted(best.values(), key=lambda one: (-one[0], -one[1], one[2]))[:most]
    return [
        Likeness(row[1], row[2], row[4], round(score, 2), _about(store, row[0], row[3]))
        for score, _, _, row in chosen
    ]


def _alike(asked: str, form: str) -> float:
    """Return how likely one folded name is a misspelling of another: another spelling of it, or a slip of
    the hand. Both must have letters in common, or short words would be like many."""
    common = ratio(asked, form) / 100
    if common < _COMMON:
        return 0.0
    return max(common if common >= _SLIP else 0.0, compare_names(asked, form))


def choose_members(store: Store, members: Sequence[Joined], written: Sequence[str]) -> tuple[Joined, ...]:
    """Return the members that are meant: by id of an entry or handle, by document, or by name as written.

    Raises ``ValueError`` for what is none of the members.
    """
    chosen: dict[str, Joined] = {}
    for one in written:
        found = [member for member in members if _is_meant(store, member, one.strip())]
        if not found:
            raise ValueError(f"{one!r} is no entry, document or name of this entity")
        chosen.update((member.handle, member) for member in found)
    return tuple(chosen.values())


def _is_meant(store: Store, member: Joined, written: str) -> bool:
    """Is a member meant by an id, a document or a name?"""
    if _ID.fullmatch(written):
        return member.entry.startswith(written) or member.handle.startswith(written)
    if _DOCUMENT.fullmatch(written):
        return member.document == find_document_id(store, written)
    return fold(" ".join(member.name.split())) == fold(" ".join(written.split()))
