"""The headline of a text that states no title: its first line, where that stands apart as headlines do.

The naive way is to take the first line. A text that begins with its first paragraph, or with a list, has no
headline, and a made-up one would be shown as the article's.
"""

from __future__ import annotations

import re

from rawi.documents.boilerplate import Layout
from rawi.documents.teasers import opens_report
from rawi.model.span import Span

_SHORTEST = 15
_LONGEST = 130
_FEWEST_WORDS = 3
_PARAGRAPH = 120
_NEAR = 3  # lines below the headline, one of which is a paragraph: a kicker and a deck may stand between
_OPEN = (".", ":", "،", "؛", "…", "-", "–")
_LISTED = re.compile(r"[-–—*•●■<>#@×(\x1a]|\d+\s*[-.)/]")


def find_headline(text: str, layout: Layout) -> Span | None:
    """Return where the headline of ``text`` stands, or None if it has none; the layout is the text's.

    >>> from rawi.documents.boilerplate import read_layout
    >>> text = "افتتاح الجسر الجديد في وادي الزهر\\n" + "افتتح الجسر أمام الناس صباح أمس ومعه السوق. " * 3
    >>> (found := find_headline(text, read_layout(text))) and found.of(text)
    'افتتاح الجسر الجديد في وادي الزهر'
    """
    kept = [line for line, kind in zip(layout.lines, layout.kinds, strict=True) if kind is None]
    if not any(line.length >= _PARAGRAPH for line in kept[1 : 1 + _NEAR]):
        return None
    start, end, _ = kept[0]
    return Span(start, end) if _is_headline(text[start:end]) else None


def _is_headline(words: str) -> bool:
    """Tell whether a first line is of a headline's length, not closed, no list, and opens no report."""
    return (
        _SHORTEST <= len(words) <= _LONGEST
        and len(words.split()) >= _FEWEST_WORDS
        and not words.endswith(_OPEN)
        and not _LISTED.match(words)
        and not opens_report(words)
    )
