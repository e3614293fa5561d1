"""Quotations whose closing mark is missing: they end where the author speaks again."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from rawi.claims.openings import find_opening
from rawi.claims.reading import Reading, codes
from rawi.text.quotations import Quotation

_SHORT = 4  # tokens; so short an inner quotation may be a name
_NEAR, _FAR = 4, 12  # tokens from a participle, from a verb with its subject, to the content


def settle_quotations(reading: Reading) -> None:
    """Cut quotations before a participle of reporting, or a sentence of the author's, that they hold by
    mistake.

    In ``قال: "العمل جريمة، كما يقول المثل: "لا تؤذ جارك"، مضيفا: "سنبني".`` one mark closes two quotations;
    the first ends before the second comma, and the last is nobody's inner one.
    """
    settled: list[Quotation] = []
    cut: tuple[int, int] | None = None
    for one in reading.text.quotations:
        end = _end(reading, one)
        both = _closed_for_both(reading, one) if one.repaired and one.depth == 0 else None
        if both is not None and (end is None or both <= end):
            cut = both, one.close
            settled.append(msgspec.structs.replace(one, close=both, repaired=False))
        elif end is not None:
            cut = end, one.close
            settled.append(msgspec.structs.replace(one, close=end))
        elif cut is not None and one.close == cut[0] and one.depth and not _is_told(reading, one):
            continue  # its mark closed the outer one too
        elif cut is not None and cut[0] <= one.open < cut[1]:
            settled.append(msgspec.structs.replace(one, depth=max(0, one.depth - 1)))
        else:
            settled.append(one)
    if cut is not None:
        reading.requote(settled)


def _end(reading: Reading, quotation: Quotation) -> int | None:
    """Return where the first report begins in it that can only be the author's: a participle after a pause, a
    new sentence with وقال."""
    c, tape = codes(), reading.tape
    if quotation.depth:
        return None
    for found in _reporting().finditer(tape, quotation.open + 2, quotation.close):
        at = found.start()
        if not quotation.repaired and tape[at] in c.verb and tape[at] not in c.participle:
            return None  # somebody's report within the words; what follows may be theirs
        if tape[at] in c.participle and tape[at - 1] in c.before_participle:
            if reading.words[at].endswith(("ا", "ه", "ين")) and _reports(reading, at, quotation, _NEAR):
                return at - 1
        elif tape[at] in c.verb_joined and tape[at - 1] in c.stop and _reports(reading, at, quotation, _FAR):
            return at
    return None


def _closed_for_both(reading: Reading, quotation: Quotation) -> int | None:
    """Return the mark that closes a quotation and a long one within it: «سنطارد كل «من عبث بالماء في القرية
    كلها». وزار …: nothing closes the outer one, and the sentence ends there."""
    c, tape = codes(), reading.tape
    for one in reading.text.quotations_in(quotation.open + 1, quotation.close):
        after = one.close + 1
        if one.close - one.open <= _SHORT or one.repaired or after + 1 >= quotation.close:
            continue
        if tape[after] in c.stop or (tape[one.close - 1] in c.stop and tape[after] not in c.comma):
            return one.close
    return None


def _is_told(reading: Reading, quotation: Quotation) -> bool:
    """Does a cue, a colon or أن stand right before a quotation, so that it is somebody's words?"""
    before = reading.tape[quotation.open - 1]
    return before in codes().reports or before in codes().colon


@cache
def _reporting() -> re.Pattern[str]:
    """A pattern that finds verbs and participles of reporting."""
    c = codes()
    return re.compile(f"[{''.join(sorted(c.verb | c.verb_joined | c.participle))}]")


def _reports(reading: Reading, at: int, quotation: Quotation, reach: int) -> bool:
    """Does the cue have content of its own within reach, and stand in no quotation within this one?"""
    cue = reading.entry(at).cue
    if cue is None or cue.strength == "weak" or reading.outer_quotation(at) != quotation:
        return False
    opening = find_opening(reading, at, cue, quotation.close)
    return opening is not None and opening.frame in ("clause", "quote") and opening.start - at <= reach
