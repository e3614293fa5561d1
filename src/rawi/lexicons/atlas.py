"""The shipped gazetteer: tens of thousands of rows that are read from disk as bytes and parsed only when
asked for.

``ar/atlas.tsv`` is sorted by its last cell, the folded name without spaces, so a name is found by bisection
over lines some kilobytes apart; ``ar/areas.tsv`` has the names of countries, regions and counties by id.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

import msgspec

from rawi.arabic.remembering import remember
from rawi.lexicons.loader import load_columns, read_resource
from rawi.model.place import Place

_STRIDE = 1024
KNOWN = 3
"""Rank above which a place is known by more than where it lies."""
_LONG, _SPELT = "اوي", 5
_UNSPOKEN = str.maketrans("", "", " -–'\"«»")


class AreaRow(msgspec.Struct, frozen=True, gc=False):
    """A country, region or county by its id: its name as written, type and ISO 3166-2 code, if it has one."""

    id: str
    name: str
    type: str
    iso3166_2: str | None = None


def key_of(folded: str) -> str:
    """Return the form under which the atlas keeps a folded name: no spaces and hyphens, no last hamza.

    >>> key_of("كفر نبل")
    'كفرنبل'
    >>> key_of("تاجوراء")
    'تاجورا'
    """
    key = folded.translate(_UNSPOKEN)
    return key[:-1] if key.endswith("اء") else key


class Atlas:
    """Rows of a table sorted by the bytes of its last cell."""

    def __init__(self, table: bytes) -> None:
        self._data = table
        self._starts: list[int] = []
        self._keys: list[bytes] = []
        self._index()

    def _index(self) -> None:
        """Note where every so many lines one begins, and its key."""
        data = self._data
        at, end = data.index(b"\tname\n") + len(b"\tname\n"), len(data)
        while at < end:
            stop = data.index(b"\n", at)
            self._starts.append(at)
            self._keys.append(data[data.rindex(b"\t", at, stop) + 1 : stop])
            at = data.find(b"\n", min(stop + _STRIDE, end - 1)) + 1

    def find(self, key: str) -> tuple[Place, ...]:
        """Return the places whose name has a key (``key_of``), the best known first; empty if none has.

        >>> load_atlas().find("خانشيخون")[0].country
        'SY'
        """
        cell = key.encode("utf-8", "surrogatepass")
        at = max(bisect_left(self._keys, cell) - 1, 0)
        if not self._starts:
            return ()
        data, stop = self._data, self._stop(at + 1)
        pattern = b"\t" + cell + b"\n"
        first = data.find(pattern, self._starts[at], stop)
        rows = []
        while first >= 0:
            line = data[data.rfind(b"\n", 0, first) + 1 : first]
            rows.append(_parse(line.decode("utf-8")))
            after = first + len(pattern)
            end = data.find(b"\n", after)
            first = end - len(pattern) + 1 if data[end - len(pattern) + 1 : end + 1] == pattern else -1
        return tuple(rows)

    def begins(self, key: str) -> bool:
        """Does the key of any name begin with ``key``?

        >>> load_atlas().begins("خانشي"), load_atlas().begins("ظظظ")
        (True, False)
        """
        cell = b"\t" + key.encode("utf-8", "surrogatepass")
        at = max(bisect_left(self._keys, cell[1:]) - 1, 0)
        return bool(self._starts) and self._data.find(cell, self._starts[at], self._stop(at + 1)) >= 0

    def _stop(self, block: int) -> int:
        """Return the end of the lines among which the first of a key must be."""
        following = block + 1
        return self._starts[following] if following < len(self._starts) else len(self._data)


def _parse(line: str) -> Place:
    """Return the place of a line without its last cell."""
    id_, also, type_, country, lat, lon, rank, region, county, common = line.split("\t")
    return Place(
        id=id_,
        type=type_,
        country=country or None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        rank=int(rank),
        region=region or None,
        county=county or None,
        also=tuple(also.split()),
        common=bool(common),
        generic=common == "generic",
    )


@cache
def load_atlas() -> Atlas:
    """Return the shipped gazetteer; it is read once, at the first question."""
    return Atlas(read_resource("atlas.tsv"))


def _places_of(folded: str) -> tuple[Place, ...]:
    """Return the rows of a folded name, the best known first; spaces within it do not matter."""
    return load_atlas().find(key_of(folded))


find_places = remember(_places_of, 1 << 16)
"""``_places_of``, remembered."""


def find_variants(folded: str) -> tuple[Place, ...]:
    """Return the rows of names that have one long vowel more or less inside than a folded one, as those of
    transcribers do.

    >>> [row.country for row in find_variants("داهوك") if row.rank > 5]
    ['IQ']
    """
    if len(folded) < _SPELT:
        return ()
    inner = range(1, len(folded))
    spelt = {folded[:at] + folded[at + 1 :] for at in inner if folded[at] in _LONG}
    spelt |= {folded[:at] + vowel + folded[at:] for at in inner for vowel in _LONG}
    return tuple([row for name in sorted(spelt - {folded}) for row in find_places(name)])


def _begins_any(word: str) -> bool:
    """May a name of the gazetteer begin with a folded word? Asked of nearly every word, so it is
    remembered."""
    return load_atlas().begins(key_of(word))


may_begin = remember(_begins_any, 1 << 16)
"""``_begins_any``, remembered: asked of nearly every word."""


def is_town(folded: str) -> bool:
    """Is a folded name that of a town or area of which more is known than where it lies?"""
    return any(row.rank > KNOWN for row in find_places(folded))


@cache
def load_areas() -> dict[str, AreaRow]:
    """Return countries, regions and counties by id."""
    table = load_columns("areas.tsv")
    cells = zip(table["id"], table["name"], table["type"], table["iso3166_2"], strict=True)
    return {id_: AreaRow(id_, name, type_, iso or None) for id_, name, type_, iso in cells}
