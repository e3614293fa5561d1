"""What all event sheets have of an incident: its types, sources, ids, words and how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

from rawi.documents.newsrooms import newsroom_key
from rawi.ledger.dockets import Account, Docket
from rawi.lexicons.plover import plover_of
from rawi.relations.incidents.types import load_types
from rawi.views.exports.cells import BLANK, OR, Cell, Proof, Row, Value, Version, prove, tell, tell_each

_AND = "; "
_FIRMEST_FIRST = ("reported", "alleged", "planned", "denied")
_APART = frozenset(("planned", "denied"))
_DIGITS = 12
#: Types that say themselves that civilians, or unarmed protesters, are the target.
_ON_CIVILIANS = ("Violence against civilians/", "Protests/Excessive force against protesters")


def part_type(type: str) -> tuple[str, str]:
    """Return the event type and the sub-event type of a type, both of which hold slashes of their own; one
    that no table has is all event type.

    >>> part_type("Explosions/Remote violence/Air/drone strike")
    ('Explosions/Remote violence', 'Air/drone strike')
    """
    known = load_types().get(type)
    return (known.event, known.sub) if known else (type, "")


def is_apart(docket: Docket) -> bool:
    """Does every report deny the incident, or only tell of a plan, or did people reject it? It is no row
    among what happened."""
    return all(one.event.certainty in _APART or _is_rejected(one) for one in docket.accounts)


def _is_rejected(account: Account) -> bool:
    """Did a person reject what a report tells?"""
    return account.review is not None and account.review.standing == "rejected"


def find_types(accounts: Sequence[Account]) -> Row:
    """Return the cells of both parts of the type; each version where reports differ."""
    return {
        "event_type": _typed(accounts, lambda type: part_type(type)[0]),
        "sub_event_type": _typed(accounts, lambda type: part_type(type)[1]),
    }


def find_plover(accounts: Sequence[Account]) -> Row:
    """Return the cells of PLOVER's type and mode."""
    return {
        "plover_type": _typed(accounts, lambda type: plover_of(type).type, "events/plover.tsv"),
        "plover_mode": _typed(accounts, lambda type: plover_of(type).mode, "events/plover.tsv"),
    }


def _typed(accounts: Sequence[Account], part: Callable[[str], str | None], rule: str = "") -> Cell:
    """Return the cell of what a function makes of the type."""

    def version(account: Account) -> Version | None:
        value = part(account.event.type)
        told = f"{rule} {account.event.rule}".strip()
        return Version(value, value, (prove(account, account.event.trigger, told),)) if value else None

    return tell_each(accounts, version)


def find_civilians(accounts: Sequence[Account]) -> Cell:
    """Return whether the type itself says that civilians are the target; else blank."""
    proofs = [prove(one, one.event.trigger) for one in accounts if one.event.type.startswith(_ON_CIVILIANS)]
    if len(proofs) < len(accounts):
        return BLANK
    return Cell("Civilian targeting", tuple(proofs), "by-type")


def find_sources(accounts: Sequence[Account]) -> Cell:
    """Return the outlets, and the agencies on which their articles stand."""
    found: dict[str, tuple[str, list[Proof]]] = {}
    for account in accounts:
        about = account.document
        named = [(about.outlet, Proof(about.id, None, "", rule="document.outlet"))] if about.outlet else []
        for link in account.chain:
            if link.kind in ("agency", "outlet"):
                told = Proof(about.id, None, "", rule="document.outlet")
                named.append((link.name, prove(account, link.span, "chain") if link.span else told))
        for name, proof in named:
            found.setdefault(newsroom_key(name), (name, []))[1].append(proof)
    proofs = tuple(dict.fromkeys(one for _, each in found.values() for one in each))
    return Cell(_AND.join(name for name, _ in found.values()) or None, proofs, "" if found else "silent")


def find_quote(accounts: Sequence[Account]) -> Cell:
    """Return the sentence of the earliest report in which the event stands."""
    first = accounts[0]
    return Cell(first.words(first.sentence), (prove(first, first.sentence),))


def find_address(accounts: Sequence[Account]) -> Cell:
    """Return where the earliest report can be read: its web address, else the address of its words here."""
    first = accounts[0]
    known = (first.document.url, first.document.source)
    url = next((one for one in known if one and one.startswith(("http://", "https://"))), None)
    return Cell(
        url or first.address, (prove(first, first.event.trigger),), "document.url" if url else "address"
    )


def find_certainty(accounts: Sequence[Account]) -> Cell:
    """Return how the reports put it, the firmest first."""
    ordered = sorted(accounts, key=lambda one: _FIRMEST_FIRST.index(one.event.certainty))
    return tell(
        Version(one.event.certainty, one.event.certainty, (_prove_certainty(one),)) for one in ordered
    )


def _prove_certainty(account: Account) -> Proof:
    """Return the words that make an event alleged, denied or planned; of a plain report its trigger."""
    span = account.event.certainty_span
    return prove(account, span or account.event.trigger, "" if span else "no-word-of-doubt")


def find_confidence(docket: Docket) -> Cell:
    """Return whether all that was read and grouped is certain."""
    sure = [docket.confidence, *(one.event.confidence for one in docket.accounts)]
    reasons = dict.fromkeys(reason for one in docket.accounts for reason in one.event.reasons)
    value = "doubtful" if "doubtful" in sure else "certain"
    return Cell(value, (), " ".join(("confidence", *reasons)))


def find_ids(docket: Docket) -> Row:
    """Return the ids by which a row is found again: of the incident, and of its entries."""
    entries = OR.join(one.id for one in docket.accounts)
    proofs = tuple(prove(one, one.event.trigger) for one in docket.accounts)
    return {"rawi_id": Cell(docket.id, (), "id"), "rawi_events": Cell(entries, proofs, "ids")}


def find_review(docket: Docket | None) -> Cell:
    """Return whether a person decided of an incident, with the decisions that count."""
    decided = docket.decided if docket is not None else ()
    if not decided:
        return Cell("unreviewed", (), "no-decision")
    told = _AND.join(f"decision {one.number}: {one.kind} by {one.who} ({one.why})" for one in decided)
    return Cell("decided", (), told)


def hash_row(values: Sequence[Value]) -> str:
    """Return a hash of what a row says, by which a changed incident is known though its row was edited."""
    told = "\x1f".join("" if one is None else str(one) for one in values)
    return sha256(told.encode("utf-8", "replace")).hexdigest()[:_DIGITS]
