"""Who takes part in an incident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rawi.arabic.fold import fold
from rawi.ledger.dockets import Account
from rawi.model.claim import Argument
from rawi.relations.incidents.parties import party_key
from rawi.views.exports.cells import Cell, Proof, Version, prove, tell_each

_AND = "; "


def find_party(accounts: Sequence[Account], role: str) -> Cell:
    """Return who has a role: ``actor``, ``target``, ``with_actor``, ``with_target`` or ``claimed_by``."""

    known = _find_known(accounts, role)

    def version(account: Account) -> Version | None:
        parties = _parties(account, role)
        if not parties:
            return None
        keys = frozenset(_key(account, one, known) for one in parties)
        return Version(keys, _AND.join(one.name for one in parties), _prove(account, parties))

    return tell_each(accounts, version)


def _parties(account: Account, role: str) -> tuple[Argument, ...]:
    """Return who has a role in an account."""
    named = getattr(account.event, role)
    return named if isinstance(named, tuple) else (named,) if named else ()


def _find_known(accounts: Sequence[Account], role: str) -> dict[str, str]:
    """Return the id across documents of each name that stands for one alone, by its stems."""
    found: dict[str, set[str]] = {}
    for account in accounts:
        for one in _parties(account, role):
            if (id := account.resolved(one.entity)) is not None:
                found.setdefault(party_key(one.name), set()).add(id)
    return {name: min(ids) for name, ids in found.items() if len(ids) == 1}


def _key(account: Account, party: Argument, known: Mapping[str, str]) -> str:
    """Return by what a party is known across reports: its id, else its words in any case and number; a name
    of a person as it is written."""
    entity = account.entity(party.entity)
    name = fold(party.name) if entity is not None and entity.type == "person" else party_key(party.name)
    return account.resolved(party.entity) or known.get(name, name)


def _prove(account: Account, parties: Sequence[Argument]) -> tuple[Proof, ...]:
    """Return the words for parties here, else those that first name them in the article."""
    proofs = []
    for one in parties:
        entity = account.entity(one.entity)
        elsewhere = entity.mentions[0] if entity and entity.mentions else None
        rule = "" if one.span or elsewhere is None else "named-elsewhere"
        proofs.append(prove(account, one.span or elsewhere, rule, account.entry_of(one.entity)))
    return tuple(proofs)
