"""Web pages cut into tags and text in one linear pass, whatever is broken in them.

A tree builder drops text silently below some 255 levels or above ten million letters, and the standard
library's parser takes quadratic time on ``<<<<``; this pass only looks for tags and stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# Quoted values are bounded and the groups possessive, so that an unclosed quote costs little; one that holds
# a ``<`` must be followed as values are, or the quote is taken for unclosed.
_TAG = re.compile(
    r"""<(/?)([A-Za-z][A-Za-z0-9:-]{0,40}+)((?:[^<>"']|"[^"<]{0,20000}+"|'[^'<]{0,20000}+'|"""
    r""""[^"]{0,2000}+"(?=[\s/>])|'[^']{0,2000}+'(?=[\s/>]))*+)>"""
)
_LOOSE_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40}+)([^<>]*+)>?")
_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)\s*+(?:=\s*+("[^"]*"|'[^']*'|[^\s"'<>]+))?""")
_COMMENT_END = re.compile(r"--!?>")
_KEPT = 4_000_000  # code points of a page whose pieces are kept: some hundred bytes each
#: Elements whose content is no markup; it ends only at their own end tag.
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_RAW_ENDS = {name: re.compile(rf"</{name}\b[^>]*+>?", re.IGNORECASE) for name in RAW}


class Tag(NamedTuple):
    """A start or end tag: ``start:end`` in the page, the name in lower case, the attributes as written."""

    start: int
    end: int
    name: str
    closing: bool
    written: str

    def attributes(self) -> dict[str, str]:
        """Return attributes by lower-case name, values unescaped; the first of a name counts."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.written):
            value = match.group(2) or ""
            found.setdefault(
                match.group(1).lower(), unescape(value[1:-1] if value[:1] in "\"'" and value else value)
            )
        return found


class Words(NamedTuple):
    """Text between tags: ``start:end`` in the page; ``raw`` if it is the content of a script or the like."""

    start: int
    end: int
    raw: bool = False


class Pieces:
    """The pieces of a page for those who go through it several times: kept if few, else found again.

    >>> pieces = Pieces("<p>قال سليم")
    >>> [len(list(pieces)) for _ in range(2)]
    [2, 2]
    """

    def __init__(self, page: str) -> None:
        self.page = page
        self._kept = list(find_pieces(page)) if len(page) <= _KEPT else None

    def __iter__(self) -> Iterator[Tag | Words]:
        return iter(self._kept) if self._kept is not None else find_pieces(self.page)


def find_pieces(page: str) -> Iterator[Tag | Words]:
    """Yield tags and the text between them, in order, comments and declarations left out; never raises.

    >>> [piece.name if isinstance(piece, Tag) else "…" for piece in find_pieces("<p>قال <b>سليم</b>")]
    ['p', '…', 'b', '…', 'b']
    """
    at = begin = 0
    hopeless: set[str] = set()
    while (at := page.find("<", at)) >= 0:
        end = _skip_comment(page, at, hopeless)
        tag = None if end else _tag(page, at)
        if not end and not tag:
            at += 1
            continue
        if begin < at:
            yield Words(begin, at)
        if tag:
            yield tag
            end = tag.end
            if tag.name in RAW and not tag.closing and (stop := _raw_end(page, tag, hopeless)) is not None:
                yield Words(end, stop, raw=True)
                end = stop
        at = begin = end or at + 1
    if begin < len(page):
        yield Words(begin, len(page))


def _tag(page: str, at: int) -> Tag | None:
    """Return the tag at ``at``, or None if a ``<`` is just a sign."""
    match = _TAG.match(page, at) or _LOOSE_TAG.match(page, at)
    if not match:
        return None
    return Tag(at, match.end(), match.group(2).lower(), bool(match.group(1)), match.group(3))


def _skip_comment(page: str, at: int, hopeless: set[str]) -> int:
    """Return the end of the comment or declaration at ``at``, or 0; an unclosed one ends at its ``>``."""
    mark = page[at + 1 : at + 2]
    if mark not in ("!", "?"):
        return 0
    if page.startswith("<!--", at) and "-->" not in hopeless:
        if match := _COMMENT_END.search(page, at + 4):
            return match.end()
        hopeless.add("-->")
    if ">" not in hopeless:
        if (end := page.find(">", at)) >= 0:
            return end + 1
        hopeless.add(">")
    return at + 2


def _raw_end(page: str, tag: Tag, hopeless: set[str]) -> int | None:
    """Return where the content of a raw element ends, or None if it is never closed."""
    if tag.name in hopeless or tag.written.endswith("/"):
        return None
    if match := _RAW_ENDS[tag.name].search(page, tag.end):
        return match.start()
    hopeless.add(tag.name)
    return None
