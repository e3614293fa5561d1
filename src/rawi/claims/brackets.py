"""Brackets and dashes after a verb of reporting: some hold what is said, most an aside."""

from __future__ import annotations

from rawi.claims.reading import Reading, codes
from rawi.text.quotations import Quotation

_ASIDE = 30  # tokens at most inside brackets or dashes that are stepped over
_LEAST = 3  # tokens at least inside brackets that hold what is said
_MOST = 400  # tokens at most: whoever opened them and went on for longer forgot to close them


def find_bracketed(reading: Reading, at: int, limit: int) -> Quotation | None:
    """Return the brackets that open at ``at`` as a quotation, if they close before ``limit``.

    After a colon they hold all that is said: قال الشيخ: (من حفر حفرة وقع فيها). Of doubled brackets
    the inner pair is returned.
    """
    c, depth = codes(), 0
    for i in range(at, min(at + _MOST, limit)):
        depth += (reading.tape[i] in c.paren) - (reading.tape[i] in c.close)
        if depth == 0 and i - at > _LEAST:
            doubled = reading.tape[at + 1] in c.paren and reading.tape[i - 1] in c.close
            return Quotation(at + doubled, i - doubled, 0)
        if depth == 0:
            return None
    return None


def past_brackets(reading: Reading, at: int, limit: int) -> int:
    """Return the token after the brackets or the pair of dashes that open at ``at``; a lone dash is stepped
    over by itself."""
    c = codes()
    close = c.close if reading.tape[at] in c.paren else c.dash
    for index in range(at + 1, min(at + _ASIDE, limit)):
        if reading.tape[index] in close:
            return index + 1
        if reading.tape[index] in c.line:
            break
    return at + 1
