"""What a report says of when and where something happened."""

from __future__ import annotations

import msgspec


class Day(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A day as written: ``year`` null where nothing tells it, ``weekday`` (0 is Monday) where it is named;
    ``told`` are the words, ``sure`` false where the day of publication alone tells which day is meant."""

    year: int | None
    month: int
    day: int
    weekday: int | None
    told: str
    sure: bool = True


class Whereabouts(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Words that place something: ``by`` the preposition (قبالة، بين), ``at`` the labels of the names after
    it."""

    by: str
    at: tuple[str, ...]
    told: str


class Happening(msgspec.Struct, frozen=True, gc=False):
    """One kind of happening of a report that gives it one day or place: ``entry`` stands for the words in
    the ledger, ``place_entry`` for those of the place.

    ``kind`` is the class of ``happenings.toml``, ``once`` true of what seldom happens twice in one story;
    ``words`` are labels beside the word for it. ``not_where`` is where it was not, as the report stresses.
    """

    id: str
    document: str
    kind: str
    once: bool
    published: str | None = None
    entry: str | None = None
    day: Day | None = None
    words: tuple[str, ...] = ()
    place_entry: str | None = None
    where: Whereabouts | None = None
    not_where: Whereabouts | None = None
