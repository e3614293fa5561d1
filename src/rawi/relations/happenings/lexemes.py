"""Words for happenings, and those between them and their day or place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from rawi.arabic.clitics import noun_forms, verb_forms
from rawi.arabic.fold import fold
from rawi.arabic.inflection import past_forms
from rawi.lexicons.loader import load_entries

_OWNERS = ("ه", "ها", "هم")
_HELPERS = frozenset(("where", "not_where", "within", "told"))


class Kind(NamedTuple):
    """The kind of a happening, whether it seldom happens twice in one story, and whether a verb says it."""

    name: str
    once: bool
    verb: bool


class _Entry(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    kind: str
    nouns: tuple[str, ...]
    example: str
    past: tuple[str, ...] = ()
    once: bool = False


@cache
def _kinds() -> dict[str, Kind]:
    """Return the kinds of happenings by the forms of their words."""
    found: dict[str, Kind] = {}
    for entry in _entries(helpers=False):
        for noun in map(fold, entry.nouns):
            stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
            for word in (noun, *(stem + owner for owner in _OWNERS)):
                for form, _ in noun_forms(word):
                    found.setdefault(form, Kind(entry.kind, entry.once, verb=False))
        for past in entry.past:
            for form, _ in past_forms(past):
                for joined, _ in verb_forms(fold(form)):
                    found.setdefault(joined, Kind(entry.kind, entry.once, verb=True))
    return found


def _entries(*, helpers: bool) -> Iterator[_Entry]:
    return (one for one in load_entries("happenings.toml", _Entry) if (one.kind in _HELPERS) == helpers)


@cache
def _helpers() -> dict[str, str]:
    return {fold(word): one.kind for one in _entries(helpers=True) for word in one.nouns}


def kind_of(word: str) -> Kind | None:
    """Return the kind of happening that a folded word names.

    >>> kind_of("الحريق"), kind_of("انفجرت"), kind_of("الجسر")
    (Kind(name='fire', once=True, verb=False), Kind(name='explosion', once=False, verb=True), None)
    """
    return _kinds().get(word)


def helper_of(word: str) -> str | None:
    """Return what a folded word does between a happening and its day or place: ``where``, ``not_where``,
    ``within``, ``told``.

    >>> helper_of("قباله"), helper_of("الجسر")
    ('where', None)
    """
    return _helpers().get(word)
