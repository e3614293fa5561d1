"""What columns are called and what stands in them (``columns.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from rawi.views.exports.tables import README, Table
from rawi.views.labels import Language

#: Ends of columns that tell of the words behind another column.
_PARTS = {
    "_words_start": ("بداية كلماته", "First code point of its words in the article's text."),
    "_words_end": ("نهاية كلماته", "Code point after the last of its words."),
    "_words": ("كلماته", "The article's own words for it."),
    "_start": ("بدايته", "First code point of it in the article's text."),
    "_end": ("نهايته", "Code point after its last."),
    "_id": ("معرّفه", "Its id across documents."),
}


class Column(NamedTuple):
    """A column's Arabic label, and what stands in it in plain English."""

    arabic: str
    meaning: str


@cache
def _load() -> dict[str, dict[str, str]]:
    """Load the catalogue."""
    return tomllib.loads(files("rawi.views.exports").joinpath("columns.toml").read_text("utf-8"))


def find_column(name: str) -> Column:
    """Return a column; one of the words of another one (``actor_start``) is made from that. KeyError for one
    that the catalogue does not have."""
    known = _load()
    if name in known:
        return Column(known[name]["ar"], known[name]["meaning"])
    end = next((one for one in _PARTS if name.endswith(one)), "")
    arabic, meaning = _PARTS.get(end, ("", ""))
    return Column(f"{known[name.removesuffix(end)]['ar']}: {arabic}", meaning)


def name_columns(columns: Sequence[str], language: Language = "en") -> list[str]:
    """Return the headers of columns: their names, or what they are called in Arabic."""
    return [find_column(one).arabic for one in columns] if language == "ar" else list(columns)


def describe(tables: Sequence[Table], about: Sequence[tuple[str, str]]) -> Table:
    """Return the sheet that says what is in the others; ``about`` is what stands above the columns."""
    rows: list[tuple[str, str, str, str]] = [(name, "", "", text) for name, text in about]
    seen: set[str] = set()
    for table in tables:
        for column in table.columns:
            if column not in seen:
                seen.add(column)
                known = find_column(column)
                rows.append((table.name, column, known.arabic, known.meaning))
    return Table(README, ("subject", "column", "arabic", "definition"), rows)
