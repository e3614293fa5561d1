"""An element of a page: what it is called and what it lies in."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_NAMED = ("class", "id", "role", "itemprop")
_MOST_NAMED = 400  # code points of classes and ids that are looked at


class Element:
    """An element: its tag's name, the one it lies in, how deep, and the words of its class, id and role.

    ``number`` counts them in the order in which they open; ``linked`` tells whether it is or lies in a link;
    ``classes`` and ``id`` are as written; ``words`` are in lower case, of ``relatedPosts`` and
    ``related-posts`` the same two.
    """

    __slots__ = ("classes", "depth", "id", "linked", "name", "number", "parent", "words")

    def __init__(
        self, name: str, parent: Element | None, attributes: dict[str, str], number: int = 0
    ) -> None:
        self.name, self.parent, self.number = name, parent, number
        self.depth: int = parent.depth + 1 if parent else 0
        self.linked: bool = (name == "a" and "href" in attributes) or (parent is not None and parent.linked)
        self.classes = frozenset(attributes.get("class", "").split()) if attributes else frozenset()
        self.id = attributes.get("id", "") if attributes else ""
        named = " ".join(attributes.get(one, "") for one in _NAMED)[:_MOST_NAMED] if attributes else ""
        self.words = tuple(word.lower() for word in _WORD.findall(named)) if named.strip() else ()

    def above(self) -> Iterator[Element]:
        """Yield this element and all that it lies in, innermost first."""
        one: Element | None = self
        while one is not None:
            yield one
            one = one.parent
