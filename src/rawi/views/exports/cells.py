"""What stands in a cell of an event sheet, and the words that prove it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from rawi.ledger.dockets import Account
from rawi.model.span import Span

Value = str | int | float | date | None
#: Between what several reports say of one thing, where they differ.
OR = " | "
SILENT, DIFFER = "silent", "reports-differ"


class Proof(NamedTuple):
    """Words on which a cell stands: where they are, and the entry they belong to. ``span`` is null where what
    is known of the document itself proves it; ``rule`` says how the words give the value."""

    document: str
    span: Span | None
    words: str
    entry: str | None = None
    rule: str = ""


class Cell(NamedTuple):
    """A value, null where the cell stays blank; ``rule`` says how it was computed, or why it is blank."""

    value: Value = None
    proofs: tuple[Proof, ...] = ()
    rule: str = ""


class Version(NamedTuple):
    """What one report says: ``key`` is equal where two say the same."""

    key: Hashable
    value: str
    proofs: tuple[Proof, ...]


Row = dict[str, Cell]
BLANK = Cell(rule=SILENT)


def prove(account: Account, span: Span | None, rule: str = "", entry: str | None = None) -> Proof:
    """Return words of an account as proof; its trigger, marked as such, where a value has none of its own."""
    if span is None:
        return prove(account, account.event.trigger, f"{rule} no-words-of-its-own".strip(), entry)
    return Proof(account.document.id, span, account.words(span), entry or account.id, rule)


def tell(versions: Iterable[Version]) -> Cell:
    """Return a cell of text: what all reports say, or each version, the earliest report's first."""
    known: dict[Hashable, str] = {}
    proofs: list[Proof] = []
    for one in versions:
        known.setdefault(one.key, one.value)
        proofs.extend(one.proofs)
    if not known:
        return BLANK
    texts = list(dict.fromkeys(known.values()))
    return Cell(OR.join(texts), tuple(proofs), DIFFER if len(texts) > 1 else "")


def tell_each(accounts: Sequence[Account], version: Callable[[Account], Version | None]) -> Cell:
    """Return the cell that the versions of some accounts make."""
    return tell(one for account in accounts if (one := version(account)) is not None)


def computed(value: Value, cell: Cell, rule: str) -> Cell:
    """Return a cell computed from the words of another one; blank for the same reason where that is blank."""
    return Cell(value, cell.proofs, rule if value is not None else cell.rule or rule)
