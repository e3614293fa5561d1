"""Who speaks in the entries of a page across documents, so that their names lead to who they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rawi.ledger.portraits import Voice
from rawi.ledger.results import Count, Said
from rawi.web.answers import Asked


def find_voices(asked: Asked, entries: Iterable[Any]) -> dict[str, Voice]:
    """Return who speaks in statements and holds figures, by their ids; other entries are passed over."""
    named = {
        one.id: one.statement.speaker.name if isinstance(one, Said) else one.holder
        for one in entries
        if isinstance(one, Said | Count)
    }
    return find_voices_of(asked, named)


def find_voices_of(asked: Asked, named: Mapping[str, str | None]) -> dict[str, Voice]:
    """Return the same of entries by their ids with the name that the article gives."""
    return asked.ledger.portraits.voices(named) if named else {}
