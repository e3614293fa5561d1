"""Who takes part in an incident."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.fold import fold
from rawi.ledger.dockets import Account
from rawi.model.claim import Argument
from rawi.views.exports.cells import Cell, Proof, Version, prove, tell_each

_AND = "; "


def find_party(accounts: Sequence[Account], role: str) -> Cell:
    """Return who has a role: ``actor``, ``target``, ``with_actor``, ``with_target`` or ``claimed_by``."""

    def version(account: Account) -> Version | None:
        named = getattr(account.event, role)
        parties: tuple[Argument, ...] = named if isinstance(named, tuple) else (named,) if named else ()
        if not parties:
            return None
        keys = frozenset(_key(account, one) for one in parties)
        return Version(keys, _AND.join(one.name for one in parties), _prove(account, parties))

    return tell_each(accounts, version)


def _key(account: Account, party: Argument) -> str:
    """Return by what a party is known across reports."""
    return account.resolved(party.entity) or fold(party.name)


def _prove(account: Account, parties: Sequence[Argument]) -> tuple[Proof, ...]:
    """Return the words for parties here, else those that first name them in the article."""
    proofs = []
    for one in parties:
        entity = account.entity(one.entity)
        elsewhere = entity.mentions[0] if entity and entity.mentions else None
        rule = "" if one.span or elsewhere is None else "named-elsewhere"
        proofs.append(prove(account, one.span or elsewhere, rule, account.entry_of(one.entity)))
    return tuple(proofs)
