"""Whose page it is, by the line at its foot that claims the copyright."""

from __future__ import annotations

import re

from rawi.documents.blocks import PageText

_CLAIM = re.compile(r"©|&copy;|\(c\)|حقوق|copyright", re.IGNORECASE)
_NOISE = re.compile(
    r"©|\(c\)|copyrights?|all rights reserved|[0-9٠-٩]{4}(?:\s*[-–]\s*[0-9٠-٩]{4})?|"
    r"(?:جميع|كافة|كل)?\s*(?:ال)?حقوق(?:\s+(?:النشر|الطبع|الملكية))?(?:\s+و\w+)?(?:\s+محفوظ(?:ة|ه))?(?:\s+لدى|\s+ل\u0640?(?=\s))?",
    re.IGNORECASE,
)
_EDGES = " \t.,،:|-–—/()[]«»\"'"
_LAST = 12  # blocks at the end that are looked at
_LONG = 160
_MOST_WORDS = 6


def find_owner(page: PageText) -> str | None:
    """Return the name in the claim of copyright near the page's end; None if there is none that is short.

    >>> from rawi.documents.blocks import read_blocks
    >>> find_owner(read_blocks("<body><p>خبر<footer>جميع الحقوق محفوظة © النهر نت 2031</footer>"))
    'النهر نت'
    """
    for block in reversed(page.blocks[-_LAST:]):
        words = block.span.of(page.text)
        if len(words) <= _LONG and _CLAIM.search(words):
            pieces = (piece.strip(_EDGES) for piece in re.split(r"[|.،,]", _NOISE.sub("|", words)))
            named = [one for one in pieces if any(c.isalpha() for c in one)]
            if named and len(named[0].split()) <= _MOST_WORDS:
                return named[0]
    return None
