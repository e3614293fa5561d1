"""Decisions that two are two: people decline what suggestions and groups put before them."""

from __future__ import annotations

from rawi.ledger.entities import Entities
from rawi.ledger.rulings import Rulings


class Parting:
    """Declines what may be one; a part of ``rawi.ledger.ledger.Ledger``. ``Ledger.undo`` takes it back."""

    _entities: Entities
    _rulings: Rulings

    def keep_apart(self, a: str, b: str, why: str | None = None, *, who: str | None = None) -> int:
        """Decide that two entities are two, and return the number of the decision.

        They are suggested no more, nor joined by any evidence. ``ValueError`` if they are one already.
        """
        return self._entities.keep_apart(a, b, why, who)

    def scatter(self, incident: str, why: str | None = None, *, who: str | None = None) -> int:
        """Decide that no two events of an incident are one happening, and return the number of the decision.

        ``ValueError`` where it has one event only. As of the last update.
        """
        return self._rulings.scatter_incident(incident, why, who)
