"""The elements that are open at each place of a page, as a browser would have them, in one linear pass."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.documents.elements import Element
from rawi.documents.hidden import BLOCK, SILENT, VOID, Hiding, find_painted, is_drowned, is_hidden
from rawi.documents.markup import Pieces, Tag, Words

_CLOSES_ITSELF = frozenset({"li", "tr", "td", "th", "dt", "dd"})
_CELLS = frozenset({"td", "th", "caption", "table"})  # an end tag within does not reach out of them
_TABLE = _CELLS | {"tr", "tbody", "thead", "tfoot", "html", "body"}
_COUNTED = 50  # up to this place among siblings each is asked for itself
_REACH = 60  # how far up an end tag looks for its start tag


class Walk:
    """A pass over a page that yields what is shown; ``element`` is the innermost open one.

    ``styled`` false: as if there were no styles, nor what is told to screen readers.
    """

    def __init__(self, pieces: Pieces, styled: bool = True) -> None:
        self._pieces, self._styled = pieces, styled
        self.root = self.element = Element("", None, {})
        self.elements = [self.root]  # in the order in which they opened
        self._hiding = Hiding(pieces.page, pieces)
        self._once: set[str] = set()
        self._asked: dict[tuple[int, int, str, str], bool] = {}
        self._hidden: Element | None = None
        self.hidden = 0  # code points of text that are not shown, scripts and styles not counted

    def __iter__(self) -> Iterator[Tag | Words]:
        """Yield the tags and texts that are shown, in order; a start tag once its element is open."""
        for piece in self._pieces:
            if isinstance(piece, Words):
                if self._hidden is None:
                    yield piece
                elif not piece.raw:
                    self.hidden += piece.end - piece.start
                continue
            before = self._hidden
            self._take(piece)
            if before is None and self._hidden is None:
                yield piece

    def _take(self, tag: Tag) -> None:
        """Open or close elements as ``tag`` says, and as HTML closes some by itself."""
        if tag.name in ("html", "body"):
            if tag.closing or tag.name in self._once:
                return  # what stands behind is of the same body
            self._once.add(tag.name)
        if tag.closing:
            self._close(tag.name)
            return
        if tag.name == "a":
            self._close("a")  # links do not nest
        if tag.name in BLOCK and self._ends(self.element.name, tag.name):
            self._cut(self.element)
        if tag.name in VOID:
            return
        attributes = tag.attributes() if tag.written.strip(" /\n\r\t") else {}
        self.element = Element(tag.name, self.element, attributes, len(self.elements))
        self.elements.append(self.element)
        self.element.ground = find_painted(self.element) if attributes else None
        if self._hidden is None and self._hides(tag):
            self._hidden = self.element

    def _hides(self, tag: Tag) -> bool:
        """Tell whether the element that was just opened is not shown."""
        if not self._styled:
            return self.element.name in SILENT or "hidden" in self.element.attributes
        if is_hidden(self.element) or self._by_sheet(tag):
            return True
        return bool(self.element.attributes) and is_drowned(self.element, self._hiding.white)

    def _by_sheet(self, tag: Tag) -> bool:
        """Tell whether the page's style sheets hide the element that was opened; its like are asked once."""
        if not self._hiding:
            return False
        above = self.element.parent.number if self.element.parent else 0
        key = (above, min(self.element.nth, _COUNTED), tag.name, tag.written)
        if key not in self._asked:
            self._asked[key] = self._hiding.hides(self.element)
        return self._asked[key]

    @staticmethod
    def _ends(last: str, name: str) -> bool:
        """Tell whether a block of that name closes the element that is open last."""
        return last in ("p", "head") or (last == name and name in _CLOSES_ITSELF)

    def _close(self, name: str) -> None:
        """Close the nearest open element of that name, if it is near."""
        for steps, one in enumerate(self.element.above()):
            if steps >= _REACH or (one.name in _CELLS and name not in _TABLE):
                return
            if one.name == name:
                self._cut(one)
                return

    def _cut(self, element: Element) -> None:
        """Close an element and all in it."""
        self.element = element.parent or self.root
        if self._hidden is not None and self.element.depth < self._hidden.depth:
            self._hidden = None
