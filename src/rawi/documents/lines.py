"""A text cut into lines by offset, each with a folded beginning to look it up by.

Only ``\\n`` ends a line: ``str.splitlines`` would also cut at U+2028, U+0085 and U+001C, which stand within
sentences of pages copied from a browser.
"""

from __future__ import annotations

from typing import NamedTuple

from rawi.arabic.fold import fold

HEAD = 40
LONG = 150  # a line of this length is article text wherever it stands
#: Marks that decorate a line without being part of its words.
ORNAMENTS = " *•●■▪-–—_=~|/\\:.…·،,<>«»›‹×✕#+[](){}\"'“”"


class Line(NamedTuple):
    """``text[start:end]`` is the line without white space around it; ``head`` its folded beginning.

    ``head`` has at most 40 code points and no ornaments before its first word; it may be empty. Of a long
    line that is not the first nothing is looked up, so its head is not made: it is ``""``.
    """

    start: int
    end: int
    head: str

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.start


def cut_lines(text: str) -> list[Line]:
    """Return the lines of ``text`` that are not blank, in order.

    >>> [line.head for line in cut_lines("** أُعلن أمس\\n\\n  ختام ")]
    ['اعلن امس', 'ختام']
    """
    spans: list[tuple[int, int]] = []
    pieces: list[str] = []
    at = 0
    for piece in text.split("\n"):
        if words := piece.strip():
            start = at + (0 if words == piece else piece.index(words))
            length = len(words)
            spans.append((start, start + length))
            pieces.append(words[:HEAD] if length < LONG or not pieces else "")
        at += len(piece) + 1
    return [
        Line(start, end, head.strip().lstrip(ORNAMENTS) if head else "")
        for (start, end), head in zip(spans, _fold_each(pieces), strict=True)
    ]


def bare_head(words: str) -> str:
    """Return the folded beginning of a line without the ornaments before its first word."""
    return fold(words).strip().lstrip(ORNAMENTS)


def _fold_each(pieces: list[str]) -> list[str]:
    """Fold many short strings at the cost of one; apart only if one holds what folds to a line break."""
    together = fold("\n".join(pieces)).split("\n")
    return together if len(together) == len(pieces) else [fold(piece) for piece in pieces]
