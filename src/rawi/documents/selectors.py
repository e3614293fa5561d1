"""Selectors of style sheets, as far as they can be told without a browser: names, classes, ids, attributes,
places among siblings, ``:not()`` and ``:is()``, joined by blanks, ``>``, ``+`` and ``~``."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from rawi.documents.elements import Element

_NAME = r"(?:[\w-]|\\[0-9a-fA-F]{1,6}\s?|\\.){1,80}"
_PART = re.compile(
    rf"([.#])({_NAME})|\[\s*([\w-]{{1,30}})\s*(?:([~|^$*]?)=\s*[\"']?([^\]\"']{{0,60}})[\"']?\s*[is]?)?\]|"
    r"::?(not|is|where|nth-child|first-child)(?:\(([^()]{0,200})\))?|(^[a-zA-Z][\w-]{0,40}|^\*)"
)
_JOINED = re.compile(r"\s*([>+~])\s*|\s+")
_FAR = 24  # how far up a selector is looked for
_BESIDE = 8  # and how far back among siblings
_ROOTS = frozenset(("html", "body"))


class Compound(NamedTuple):
    """One part of a selector: what an element must be called, have as classes, id and attributes, its place
    among its siblings (0: any), what it must be one of, and what it must not be."""

    name: str = ""
    classes: frozenset[str] = frozenset()
    id: str = ""
    attributes: tuple[tuple[str, str, str], ...] = ()
    nth: int = 0
    among: tuple[tuple[Compound, ...], ...] = ()
    none_of: tuple[Compound, ...] = ()

    def fits(self, element: Element) -> bool:
        """Tell whether an element is one of these."""
        if self.name not in ("", element.name) or not self.classes <= element.classes:
            return False
        if (self.id and self.id != element.id) or (self.nth and self.nth != element.nth):
            return False
        if not all(_has(element.attributes, *one) for one in self.attributes):
            return False
        if not all(any(one.fits(element) for one in group) for group in self.among):
            return False
        return not any(one.fits(element) for one in self.none_of)

    @property
    def key(self) -> str:
        """The word by which a selector with this last part is found: a class, an id, a name, or nothing."""
        if self.classes:
            return f".{min(self.classes)}"
        return f"#{self.id}" if self.id else self.name


class Selector(NamedTuple):
    """Parts, outermost first, each with how it is joined to the one before (empty for the first)."""

    parts: tuple[tuple[str, Compound], ...]

    @property
    def last(self) -> Compound:
        """The part that the element itself must be."""
        return self.parts[-1][1]

    def fits(self, element: Element) -> bool:
        """Tell whether the selector means an element."""
        at: Element | None = element
        if not self.last.fits(element):
            return False
        for (joint, _), (_, wanted) in zip(reversed(self.parts), reversed(self.parts[:-1]), strict=False):
            at = _find(at, joint, wanted)
            if at is None:
                return False
        return True


def _find(at: Element | None, joint: str, wanted: Compound) -> Element | None:
    """Return the element that stands to ``at`` as the joint says and is as wanted."""
    if at is None:
        return None
    if joint == "+":
        near = [at.before] if at.before else []
    elif joint == "~":
        near = list(islice(at.earlier(), _BESIDE))
    elif joint == ">":
        near = [at.parent] if at.parent else []
    else:
        near = list(islice(at.parent.above(), _FAR)) if at.parent else []
    return next((one for one in near if wanted.fits(one)), None)


def _has(attributes: dict[str, str], name: str, how: str, value: str) -> bool:
    """Tell whether an attribute is there, and as the selector wants it."""
    found = attributes.get(name)
    if found is None:
        return False
    if how == "":
        return not value or found == value
    if how == "|":
        return found == value or found.startswith(f"{value}-")
    if how == "~":
        return value in found.split()
    return bool(value) and {"^": found.startswith, "$": found.endswith, "*": found.__contains__}[how](value)


def parse_selector(written: str) -> Selector | None:
    """Return a selector; None for one with a state (``:hover``) or anything else that cannot be told.

    >>> parse_selector("div.a > p").last
    Compound(name='p', classes=frozenset(), id='', attributes=(), nth=0, among=(), none_of=())
    """
    pieces = _JOINED.split(written.strip())
    parts: list[tuple[str, Compound]] = []
    for number, one in enumerate(pieces[::2]):
        made = _parse_compound(one)
        if made is None:
            return None
        parts.append(((pieces[2 * number - 1] or " ") if number else "", made))
    last = parts[-1][1]
    return Selector(tuple(parts)) if any(last) and last.name not in _ROOTS else None


def _parse_compound(written: str) -> Compound | None:
    """Return one part; None if any of it cannot be told."""
    at, found = 0, Compound()
    while at < len(written):
        match = _PART.match(written, at) if at else _PART.match(written)
        if not match:
            return None
        added = _add(found, match)
        if added is None:
            return None
        found, at = added, match.end()
    return found if written else None


def _add(found: Compound, match: re.Match[str]) -> Compound | None:
    """Return a part with one more condition."""
    mark, word, attribute, how, value, state, inner, name = match.groups()
    if mark == ".":
        return found._replace(classes=found.classes | {word})
    if mark == "#":
        return found._replace(id=word)
    if attribute:
        wanted = (attribute.lower(), how or "", (value or "").strip())
        return found._replace(attributes=(*found.attributes, wanted))
    return _add_state(found, state, inner or "") if state else found._replace(name=name.lower().strip("*"))


def _add_state(found: Compound, state: str, inner: str) -> Compound | None:
    """Return a part with what stands behind a colon."""
    if state == "first-child":
        return found._replace(nth=1)
    if state == "nth-child":
        return found._replace(nth=int(inner)) if inner.strip().isdecimal() and len(inner) < 6 else None
    inside = [_parse_compound(one.strip()) for one in inner.split(",")]
    if None in inside:
        return None
    known = tuple(one for one in inside if one is not None)
    if state == "not":
        return found._replace(none_of=(*found.none_of, *known))
    return found._replace(among=(*found.among, known))
