"""In which state a page is: of an empty ledger, of filters that leave nothing, behind what came since."""

from __future__ import annotations

from starlette.requests import Request

from rawi.ledger.ledger import Ledger
from rawi.web.phrases import phrase
from rawi.web.preferences import CHOICES, Preferences
from rawi.web.rendering import say_count

#: What an address may hold that is no filter.
_NO_FILTERS = frozenset((*CHOICES, "next", "token"))


class State:
    """What a template may ask about the ledger behind its page; each question is asked of it only then."""

    def __init__(self, ledger: Ledger | None, request: Request, preferences: Preferences) -> None:
        self._ledger, self._preferences = ledger, preferences
        self._query = request.query_params

    @property
    def empty(self) -> bool:
        """Is there no article at all?"""
        return self._ledger is not None and self._ledger.is_empty()

    @property
    def filtered(self) -> bool:
        """Does the address leave something out?"""
        return any(value.strip() for name, value in self._query.items() if name not in _NO_FILTERS)

    @property
    def behind(self) -> str | None:
        """How many articles came since the last update, in words; null where the page is up to date."""
        waiting = self._ledger.waiting() if self._ledger else None
        if waiting == 0:
            return phrase("state.changed", self._preferences.language)
        return None if waiting is None else say_count("waiting", waiting, self._preferences)
