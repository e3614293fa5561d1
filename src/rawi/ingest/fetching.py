"""Pages from the web into a ledger: what is known of them is asked for conditionally."""

from __future__ import annotations

from collections.abc import Callable

from rawi.ledger.ledger import Ledger
from rawi.sources.web.answers import Validators, find_validators


def known_pages(ledger: Ledger) -> Callable[[str], Validators | None]:
    """Return what tells a client what to ask with for a page of ``ledger``.

    A page that came short is asked for anew: its server would say that it did not change.
    """

    def known(url: str) -> Validators | None:
        found = ledger.captured(url)
        if found is None or "fetch.truncated" in found[1]:
            return None
        return find_validators(found[0].headers)

    return known
