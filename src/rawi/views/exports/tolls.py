"""How many were harmed: each claimant's number, and one number only where all agree on it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from rawi.arabic.fold import fold
from rawi.ledger.dockets import Account
from rawi.model.claim import Toll
from rawi.model.value import Amount, Hedge
from rawi.views.amounts import render_range
from rawi.views.exports.cells import BLANK, OR, Cell, Proof, prove

#: The counts that a record has beside its tolls.
_COUNTED = ("killed", "injured", "abducted", "arrested")
#: Groups of people of whom nobody is in both.
_APART = (frozenset({"civilians", "fighters"}), frozenset({"women", "children"}))
_SIDES = frozenset({"actor", "target"})
_KINDS = ("killed", "injured", "abducted", "arrested", "displaced")
_DENIED, _JOINT, _HEDGED = "denied-by-a-claimant", "joint-count", "hedged"


class Tally(NamedTuple):
    """One number of one claimant in one report; ``holder`` null where the report tells it itself."""

    account: Account
    toll: Toll
    holder: str | None
    denied: bool
    proof: Proof

    @property
    def claimant(self) -> tuple[str, str]:
        """Who gives the number, by report and name."""
        return self.account.id, fold(self.holder or "")


class Total(NamedTuple):
    """What one claimant's numbers come to; ``exact`` if it is one firm number, ``summed`` if of several."""

    low: Amount | None
    high: Amount | None
    exact: bool
    summed: bool = False


class Count(NamedTuple):
    """What all claimants say: ``agreed`` if it is one number, else why it is not; the bounds around all."""

    agreed: Cell
    low: Cell
    high: Cell


def find_tallies(accounts: Sequence[Account]) -> list[Tally]:
    """Return every number of every claimant, none merged, in the order of the reports."""
    return [_tally(account, toll) for account in accounts for toll in _tolls(account)]


def _tolls(account: Account) -> list[Toll]:
    """Return the tolls of an account, and those of its counts that no toll gives."""
    told = {toll.kind for toll in account.event.tolls}
    counts = [(kind, getattr(account.event, kind)) for kind in _COUNTED if kind not in told]
    bare = [
        Toll(kind, count, count, Hedge.EXACT)  # type: ignore[arg-type]  # a kind of toll each
        for kind, count in counts
        if count is not None
    ]
    return [*account.event.tolls, *bare]


def _tally(account: Account, toll: Toll) -> Tally:
    """Return a toll with who claims it and its words."""
    held = toll.according_to or account.event.according_to
    figure = account.figure(toll.figure)
    span = toll.span or (figure.span if figure else None)
    entry = account.entry_of(toll.figure)
    return Tally(account, toll, account.holder(held), account.denied(held), prove(account, span, "", entry))


def count(tallies: Iterable[Tally], kind: str, rule: str) -> Count:
    """Return what claimants say of one kind of harm; ``rule`` names a count on which they agree.

    Joint counts and parts of other counts are left out. A number that somebody denies is nobody's bound, and
    where one is denied there is no agreement.
    """
    own = [one for one in tallies if one.toll.kind == kind and not one.toll.part]
    alone = [one for one in own if not one.toll.joint]
    held = [one for one in alone if not one.denied]
    if not held:
        why = _JOINT if len(own) > len(alone) else _DENIED if alone else BLANK.rule
        blank = Cell(None, _proofs(own), why)
        return Count(blank, blank, blank)
    totals = [_total([one.toll for one in held if one.claimant == who]) for who in _claimants(held)]
    low, high = _bound([one.low for one in totals], min), _bound([one.high for one in totals], max)
    proofs = _proofs(held)
    return Count(
        _agreed(totals, own, rule),
        Cell(low, proofs, "lowest-of-all-claimants" if low is not None else "no-lower-bound"),
        Cell(high, proofs, "highest-of-all-claimants" if high is not None else "no-upper-bound"),
    )


def _claimants(tallies: Sequence[Tally]) -> list[tuple[str, str]]:
    """Return the claimants of tallies, once each."""
    return list(dict.fromkeys(one.claimant for one in tallies))


def _agreed(totals: Sequence[Total], own: Sequence[Tally], rule: str) -> Cell:
    """Return the one number on which all claimants agree, else a blank cell with the reason."""
    proofs = _proofs(own)
    if any(one.denied for one in own):
        return Cell(None, proofs, _DENIED)
    if not all(one.exact for one in totals):
        return Cell(None, proofs, _HEDGED)
    numbers = {one.low for one in totals}
    if len(numbers) > 1:
        return Cell(None, proofs, "claimants-differ")
    summed = " sum-of-groups" if any(one.summed for one in totals) else ""
    return Cell(numbers.pop(), proofs, f"{rule}{summed}")


def _total(tolls: Sequence[Toll]) -> Total:
    """Return what the numbers of one claimant come to.

    Numbers of groups that share nobody are added up. Of the same group they are versions: the bounds hold
    both. Of groups that may overlap (مدنيون، نساء) the least is the largest of them, the most all together.
    """
    if len(tolls) == 1:
        return Total(tolls[0].low, tolls[0].high, _is_firm(tolls[0]))
    lows, highs = [one.low for one in tolls], [one.high for one in tolls]
    pairs = list(combinations(tolls, 2))
    if all(_share_nobody(a, b) for a, b in pairs):
        firm = all(map(_is_firm, tolls))
        return Total(_bound(lows, sum), _bound(highs, sum), firm, summed=True)
    if all((a.who, a.side) == (b.who, b.side) for a, b in pairs):
        low, high = _bound(lows, min), _bound(highs, max)
        return Total(low, high, low == high and all(map(_is_firm, tolls)))
    return Total(max((one for one in lows if one is not None), default=None), _bound(highs, sum), False)


def count_parts(parts: Mapping[str, Sequence[Tally]], kind: str, rule: str) -> dict[str, Cell]:
    """Return for each group of people the number on which all agree.

    A cell is filled only where every claimant counts that group, and nobody can be in two groups of one
    claimant: the numbers of several claimants are not parts of one toll.
    """
    own = {
        name: [one for one in each if one.toll.kind == kind and not one.toll.part and not one.toll.joint]
        for name, each in parts.items()
    }
    every = {one.claimant for each in own.values() for one in each}
    meeting = any(
        one.claimant == other.claimant and not _share_nobody(one.toll, other.toll)
        for a, b in combinations(own.values(), 2)
        for one in a
        for other in b
    )
    cells: dict[str, Cell] = {}
    for name, each in own.items():
        cell = count(parts[name], kind, rule).agreed
        if cell.value is not None and (meeting or {one.claimant for one in each} != every):
            cell = Cell(None, cell.proofs, "groups-may-overlap" if meeting else "not-of-every-claimant")
        cells[name] = cell
    return cells


def _share_nobody(a: Toll, b: Toll) -> bool:
    """Can nobody be counted in both of two tolls?"""
    return {a.side, b.side} == _SIDES or {a.who, b.who} in _APART


def _is_firm(toll: Toll) -> bool:
    """Is a toll one number without a hedge?"""
    return toll.hedge is Hedge.EXACT and toll.low is not None and toll.low == toll.high


def _bound(numbers: Sequence[Amount | None], join: Callable[[list[Amount]], Amount]) -> Amount | None:
    """Return the bound that numbers have together; null where one of them is open."""
    known = [one for one in numbers if one is not None]
    return join(known) if len(known) == len(numbers) else None


def _proofs(tallies: Iterable[Tally]) -> tuple[Proof, ...]:
    """Return the words of tallies."""
    return tuple(one.proof._replace(rule=_mark(one)) for one in tallies)


def _mark(tally: Tally) -> str:
    """Return what an evidence line says of a tally besides its words."""
    toll = tally.toll
    parts = [tally.proof.rule, "joint" if toll.joint else "", "part" if toll.part else ""]
    parts += ["denied" if tally.denied else "", f"claimant {tally.holder}" if tally.holder else ""]
    return "; ".join(part for part in parts if part)


def tell_tallies(tallies: Sequence[Tally]) -> Cell:
    """Return the cell that lists every claimant's number with its report; a joint count is one entry."""
    if not tallies:
        return BLANK
    told: dict[Hashable, list[Tally]] = {}
    for at, one in enumerate(tallies):
        told.setdefault(_joint_key(one) or at, []).append(one)
    return Cell(OR.join(dict.fromkeys(map(_render, told.values()))), _proofs(tallies), "each-claimant")


def _joint_key(tally: Tally) -> Hashable:
    """Return what the parts of one joint count have in common; null for a count of its own."""
    toll = tally.toll
    shared = toll.span, toll.figure, toll.low, toll.high, toll.who, toll.side, toll.part
    return (tally.account.id, tally.claimant, tally.denied, *shared) if toll.joint else None


def _render(same: Sequence[Tally]) -> str:
    """Return one claimant's number: ``killed 3 civilians: وزارة الصحة (صدى الريم, 2031-03-05)``; of a joint
    count all kinds before it: ``killed + injured 40 (joint)``."""
    tally = same[0]
    toll, about = tally.toll, tally.account.document
    kinds = " + ".join(sorted({one.toll.kind for one in same}, key=_KINDS.index))
    side = {"actor": "of actor1", "target": "of actor2", None: ""}[toll.side]
    marks = [toll.who or "", side, "(part)" if toll.part else "", "(joint)" if toll.joint else ""]
    said = " ".join(part for part in (kinds, render_toll(toll), *marks) if part)
    report = ", ".join(part for part in (about.outlet, about.published) if part) or about.id[7:19]
    who = tally.holder or "the report itself"
    return f"{said}: {'denied by ' if tally.denied else ''}{who} ({report})"


def render_toll(toll: Toll) -> str:
    """Return a toll's number with its hedge."""
    return render_range(toll.low, toll.high, toll.hedge)
