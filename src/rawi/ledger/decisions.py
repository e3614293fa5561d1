"""Decisions about who is who: written once, each an event of the journal, undone by another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from rawi.entities.decisions import find_active
from rawi.entities.scenes import handle_of, name_key
from rawi.ledger.clock import Clock
from rawi.ledger.faults import LedgerDamaged
from rawi.ledger.journal import append, canonical
from rawi.ledger.results import Decided, Joined
from rawi.ledger.store import Store, first
from rawi.model.entity import EntityType
from rawi.model.resolution import Anchor, Decision, DecisionKind

Parts = Sequence[Sequence[Anchor]]
UNSTATED = "no reason given"
_MOST_NAMESAKES = 1000  # of one name in one document


def read_decisions(store: Store) -> list[Decision]:
    """Return all decisions in order; LedgerDamaged for one that does not decode."""
    return [_decision(*row) for row in store.rows("decisions")]


def _decision(
    number: int, at: str, who: str, kind: DecisionKind, target: int | None, parts: str, why: str
) -> Decision:
    """Build the decision of a row."""
    try:
        anchors = msgspec.json.decode(parts, type=tuple[tuple[Anchor, ...], ...])
    except msgspec.MsgspecError as error:
        raise LedgerDamaged(f"decision {number} does not decode: {error}; run rawi verify") from error
    return Decision(number, kind, anchors, target, who, at, why)


def write_decision(
    store: Store,
    clock: Clock,
    who: str,
    kind: DecisionKind,
    why: str | None,
    parts: Parts = (),
    target: int | None = None,
) -> int:
    """Append a decision and the event of it, and return its number; only inside a transaction."""
    number = ((first(store, "last_decision") or (0,))[0] or 0) + 1
    reason = (why or "").strip() or UNSTATED
    encoded = encode_parts(msgspec.to_builtins(parts))
    detail = {"number": number, "kind": kind, "target": target, "parts": msgspec.json.decode(encoded)}
    event = append(store, clock, who, f"decision.{kind}", reason, f"decision {number}", detail)
    store.run("insert_decision", (number, event.at, who, kind, target, encoded, reason))
    return number


def encode_parts(parts: Any) -> str:
    """Return the parts of a decision as the JSON text that is stored."""
    return canonical(parts).decode()


def choose_undone(store: Store, number: int | None) -> int:
    """Return the decision to be undone: ``number``, or the last merge or split that counts.

    Raises ``ValueError`` if there is none, or if it is undone already.
    """
    decisions = read_decisions(store)
    if number is None:
        active = find_active(decisions)
        if not active:
            raise ValueError("there is no decision to undo")
        return active[-1].number
    if all(one.number != number for one in decisions):
        raise ValueError(f"there is no decision {number}")
    if (by := _undone(decisions).get(number)) is not None:
        raise ValueError(f"decision {number} is undone already, by decision {by}")
    return number


def _undone(decisions: Iterable[Decision]) -> dict[int, int]:
    """Return for each decision that is undone the number of the one that undid it."""
    undone: dict[int, int] = {}
    for one in sorted(decisions, key=lambda decision: -decision.number):
        if one.kind == "undo" and one.number not in undone and one.target is not None:
            undone[one.target] = one.number
    return undone


def anchor_of(type: EntityType, member: Joined) -> Anchor:
    """Return what a decision holds on to for a member of an entity."""
    key = name_key(type, member.name)
    for nth in range(_MOST_NAMESAKES):
        anchor = Anchor(type, member.document, key, nth=nth)
        if handle_of(anchor) == member.handle:
            return anchor
    raise LedgerDamaged(f"{member.entry} has another handle than its name gives; run rawi update")


class History:
    """All decisions of a ledger, with what became of them; read once."""

    def __init__(self, store: Store) -> None:
        decisions = read_decisions(store)
        self._undone = _undone(decisions)
        self._overruled: dict[int, list[int]] = {}
        for number, by, _ in store.rows("overrulings"):
            self._overruled.setdefault(number, []).append(by)
        self._held = [(one, frozenset(_handles(one))) for one in decisions]

    def of(self, handles: frozenset[str] | None = None) -> Iterator[Decided]:
        """Yield the decisions in order: all, or those about one of some handles, and their undoing."""
        shown: set[int] = set()
        for one, held in self._held:
            if handles is None or one.target in shown or held & handles:
                shown.add(one.number)
                yield self._decided(one)

    def _decided(self, one: Decision) -> Decided:
        """Build the view of a decision."""
        by = tuple(self._overruled.get(one.number, ()))
        undone = self._undone.get(one.number)
        return Decided(one.number, one.kind, one.at, one.who, one.why, one.target, undone, by)


def _handles(decision: Decision) -> Iterator[str]:
    """Yield the handles that a decision holds on to."""
    yield from (handle_of(anchor) for part in decision.parts for anchor in part)
