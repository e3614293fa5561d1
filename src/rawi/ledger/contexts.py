"""What relations are told beside their items: stories, originals, voices, decisions; looked up when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, Generic, TypeVar

import msgspec

from rawi.entities.decisions import find_active
from rawi.ledger.decisions import read_decisions
from rawi.ledger.store import Store, first
from rawi.model.relation import Duplicate, Story, Verdict
from rawi.model.resolution import Anchor, Decision
from rawi.relations.copies.origins import choose_originals
from rawi.relations.layer import Context

T = TypeVar("T")
_ABSENT: Any = object()


class LookedUp(Mapping[str, T], Generic[T]):
    """A mapping whose values are asked of a store, each once; it cannot be counted nor listed."""

    def __init__(self, ask: Callable[[str], T | None]) -> None:
        self._ask = ask
        self._known: dict[str, T | None] = {}

    def __getitem__(self, key: str) -> T:
        found = self._known.get(key, _ABSENT)
        if found is _ABSENT:
            found = self._known[key] = self._ask(key)
        if found is None:
            raise KeyError(key)
        value: T = found
        return value

    def __iter__(self) -> Iterator[str]:
        raise TypeError("what is looked up one by one cannot be listed")

    def __len__(self) -> int:
        raise TypeError("what is looked up one by one cannot be counted")


def build_context(source: Store, derived: Store) -> Context:
    """Return the context as it is now: voices and decisions of the ledger, stories and copies as derived."""
    together, apart = read_groupings(source)
    return Context(
        together=together,
        apart=apart,
        stories=LookedUp(lambda document: find_story(derived, document)),
        sure=LookedUp(lambda document: find_story(derived, document, sure=True)),
        originals=LookedUp(lambda document: _find_original(derived, document)),
        voices=LookedUp(
            lambda entry: tuple(id for id, _ in source.rows("voices_of_entry", (entry,))) or None
        ),
        names=LookedUp(lambda id: (first(source, "entity_name", (id,)) or (None,))[0]),
    )


def find_story(derived: Store, document: str, *, sure: bool = False) -> str | None:
    """Return the story that a document is in, null if it is in none; if ``sure``, also if it is doubtful."""
    found = first(derived, "relations_of_member", (document, "stories"))
    story = msgspec.json.decode(found[1], type=Story) if found else None
    return None if story is None or (sure and story.confidence == "doubtful") else story.id


def _find_original(derived: Store, document: str) -> str | None:
    """Return the document that a copy or revision goes back to, null for what is no copy."""
    rows = derived.rows("relations_of_member", (document, "duplicates"))
    return choose_originals(msgspec.json.decode(data, type=Duplicate) for _, data in rows).get(document)


Documents = frozenset[str]


def read_groupings(source: Store) -> tuple[tuple[Documents, ...], tuple[tuple[Documents, ...], ...]]:
    """Return which reports or events people put together, and which apart; of what contradicts, the later
    counts. Both are told by their ids, which never meet."""
    together: list[Documents] = []
    apart: list[tuple[Documents, ...]] = []
    for one in reversed(find_active(read_decisions(source))):
        parts = tuple(frozenset(map(_grouped, part)) for part in one.parts)
        if not is_of_groups(one):
            continue
        if one.kind == "merge":
            together += _as_parted(frozenset().union(*parts), apart)
        elif one.kind == "split":
            # two by two: what is put together across two parts stays apart from a third
            apart += [_as_joined(pair, together) for pair in combinations(parts, 2)]
    return tuple(together), tuple(apart)


def _as_parted(joined: Documents, apart: Iterable[tuple[Documents, ...]]) -> list[Documents]:
    """Return reports that were put together as far as later decisions let them: a group for each part."""
    groups = [joined]
    for parts in apart:
        groups = [left for group in groups for left in _cut(group, parts)]
    return [group for group in groups if len(group) > 1]


def _cut(group: Documents, parts: Sequence[Documents]) -> list[Documents]:
    """Cut a group where parts were put apart; what is in none of them stays with the last."""
    pieces = [group & part for part in parts[:-1]]
    return [piece for piece in (*pieces, group.difference(*parts[:-1])) if piece]


def _as_joined(parts: Sequence[Documents], together: Iterable[Documents]) -> tuple[Documents, ...]:
    """Return parts without the reports that later decisions put together across them."""
    across = [group for group in together if sum(1 for part in parts if part & group) > 1]
    return tuple(part.difference(*across) for part in parts)


def is_of_groups(decision: Decision) -> bool:
    """Is a decision about stories or incidents: which reports, or events, belong together?"""
    return any(anchor.type in ("report", "event") for part in decision.parts for anchor in part)


def _grouped(anchor: Anchor) -> str:
    """Return the id of what an anchor puts into a group: a document, or an event."""
    return anchor.name if anchor.type == "event" else anchor.document


Ruled = dict[frozenset[str], tuple[int, Verdict]]


def read_verdicts(store: Store) -> Ruled:
    """Return what people decided on pairs of entries: the number of the decision and the verdict; the later
    one counts."""
    ruled: Ruled = {}
    for one in find_active(read_decisions(store)):
        if one.kind == "verdict":
            ruled[frozenset(_claims(one))] = one.number, _verdict(one)
    return ruled


def _claims(decision: Decision) -> Iterable[str]:
    """Return the entries that a verdict is on."""
    return [anchor.name for part in decision.parts for anchor in part if anchor.type == "claim"]


def _verdict(decision: Decision) -> Verdict:
    """Return the verdict that was decided."""
    word: Verdict = decision.parts[-1][0].name  # type: ignore[assignment]
    return word
