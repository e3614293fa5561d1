"""An element of a page: what it is called and what it lies in."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_NAMED = ("class", "id", "role", "itemprop")
_NONE: frozenset[str] = frozenset()
_MOST_NAMED = 400  # code points of classes and ids that are looked at


class Element:
    """An element: its tag's name, the one it lies in, how deep, and the words of its class, id and role.

    ``number`` counts them in the order in which they open; ``nth`` those of one parent, from 1, and
    ``before`` is the one before it there; ``linked`` tells whether it is or lies in a link; ``ground`` is the
    background that it states; ``classes`` and ``id`` are as written; ``words`` are in lower case, of
    ``relatedPosts`` and ``related-posts`` the same two.
    """

    __slots__ = (
        "attributes", "before", "classes", "depth", "ground", "id", "last", "linked", "name", "nth", "number",
        "parent", "words"
    )  # fmt: skip

    def __init__(
        self, name: str, parent: Element | None, attributes: dict[str, str], number: int = 0
    ) -> None:
        self.name, self.parent, self.number, self.attributes = name, parent, number, attributes
        self.ground: str | None = None
        self.last: Element | None = None  # of those that lie in it, so far
        self.before: Element | None = parent.last if parent else None
        self.nth: int = self.before.nth + 1 if self.before else 1
        self.depth: int = parent.depth + 1 if parent else 0
        self.linked: bool = (name == "a" and "href" in attributes) or (parent is not None and parent.linked)
        self.classes = frozenset(attributes["class"].split()) if "class" in attributes else _NONE
        self.id = attributes.get("id", "")
        named = " ".join(attributes[one] for one in _NAMED if one in attributes)[:_MOST_NAMED]
        self.words = tuple(word.lower() for word in _WORD.findall(named)) if named else ()
        if parent:
            parent.last = self

    def above(self) -> Iterator[Element]:
        """Yield this element and all that it lies in, innermost first."""
        one: Element | None = self
        while one is not None:
            yield one
            one = one.parent

    def earlier(self) -> Iterator[Element]:
        """Yield the elements before it that lie in the same one, the nearest first."""
        one = self.before
        while one is not None:
            yield one
            one = one.before
