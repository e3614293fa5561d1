"""Names of places of which a ledger has but the row of a table."""

from __future__ import annotations

import re
from functools import cache

from rawi.lexicons.loader import load_columns

_ROW = re.compile(r"(wof|gn|iso):[0-9A-Za-z]+")


def name_place(place: str | None) -> str | None:
    """Return the name of a place: of the id of a row the first name that the table has; else as it stands.

    >>> name_place("wof:1260054539"), name_place("سراقب"), name_place(None)
    ('السرو', 'سراقب', None)
    """
    return _names().get(place, place) if place is not None and _ROW.fullmatch(place) else place


@cache
def _names() -> dict[str, str]:
    """Return the first name of each row."""
    found: dict[str, str] = {}
    for table in ("place_aliases.tsv", "places.tsv"):
        columns = load_columns(table)
        for id_, name in zip(columns["id"], columns["name"], strict=True):
            found.setdefault(id_, name)
    return found
