"""A second opinion on where a page's article is, asked of trafilatura where the page leaves it open.

Its parser runs in the guarded child process, on what the page shows, and only on pages of a shape that it
can read: lxml keeps 250 levels and drops what is below without a word, drops text of ten million letters, and
takes more than linear time on thousands of attributes.
"""

from __future__ import annotations

from rawi.arabic.fold import fold
from rawi.documents.blocks import PageText
from rawi.documents.markup import Pieces, Tag
from rawi.documents.walk import Walk
from rawi.errors import SourceError
from rawi.guard import run_guarded

DEPTH = 200
ELEMENTS = 60_000
LETTERS = 3_000_000
ATTRIBUTES = 5_000
_SHORT = 12  # folded code points: a block with less says nothing of where it was taken from


def find_opinion(pieces: Pieces, shown: PageText) -> list[int] | None:
    """Return the numbers of the blocks that trafilatura takes for the article; None if it has no opinion."""
    if not _is_readable(pieces, shown):
        return None
    page = pieces.page
    visible = "".join(page[piece.start : piece.end] for piece in Walk(pieces))
    try:
        found = run_guarded("article", visible)
    except SourceError:  # it was too much for it: then there is one opinion only, which is what this returns
        return None
    taken = frozenset(fold(line).strip() for line in (found or "").split("\n"))
    words = [fold(block.span.of(shown.text)).strip() for block in shown.blocks]
    return [i for i, one in enumerate(words) if len(one) >= _SHORT and one in taken] or None


def _is_readable(pieces: Pieces, shown: PageText) -> bool:
    """Tell whether the page has a shape that a tree builder reads whole and soon."""
    if len(pieces.page) > LETTERS or len(shown.elements) > ELEMENTS:
        return False
    if max(one.depth for one in shown.elements) > DEPTH:
        return False
    return all(piece.written.count(" ") < ATTRIBUTES for piece in pieces if isinstance(piece, Tag))


def extract_article(page: str) -> str | None:
    """Return trafilatura's text of a page, a line a block. Called through ``rawi.guard``."""
    from trafilatura import extract

    found = extract(page, include_comments=False, include_tables=True, deduplicate=False)
    return found if isinstance(found, str) and found.strip() else None
