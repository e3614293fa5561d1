"""Cut folded text into tokens: words, numbers, single marks, and line breaks."""

from __future__ import annotations

import re
from itertools import accumulate

# Each piece carries the spaces after it, so that the pieces are the whole text and offsets are running
# sums of their
# lengths: several times faster than asking each match for its span. The first alternative is the second's
# common case.
_PIECE = re.compile(r"[a-zء-ي]+ *|\d+(?:[.,]\d+)* *|\n\s*|[^\W\d_]+ *|'' *|[^\w\s] *|_ *|\s+")


def cut_tokens(folded: str) -> tuple[list[str], list[int]]:
    """Return the words of ``folded`` and where each starts, with the length of the text as one start more.

    A line break (with the blank lines after it) is the token ``""``; so are spaces at the very start of
    the text.

    >>> cut_tokens("وصل 1,200 نازح.")[0]
    ['وصل', '1,200', 'نازح', '.']
    """
    pieces = _PIECE.findall(folded)
    return list(map(str.rstrip, pieces)), list(accumulate(map(len, pieces), initial=0))
