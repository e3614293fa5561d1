"""Quotations whose closing mark is missing: they end where the author speaks again."""

from __future__ import annotations

import msgspec

from rawi.claims.openings import find_opening
from rawi.claims.reading import Reading, codes
from rawi.text.quotations import Quotation


_NEAR, _FAR = 4, 12  # tokens from a participle, from a verb with its subject, to the content


def settle_quotations(reading: Reading) -> None:
    """Cut quotations that were closed with their paragraph (``repaired``) before a participle of reporting.

    In ``قال: "العمل جريمة، كما يقول المثل: "لا تؤذ جارك"، مضيفا: "سنبني الجسر".`` one mark closes two quotations;
    the first ends before the second comma, and the last is nobody's inner one.
    """
    settled, changed, last = [], False, None
    for quotation in reading.text.quotations:
        end = _end(reading, quotation)
        if end is not None:
            changed, last = True, (end, quotation.close)
            quotation = msgspec.structs.replace(quotation, close=end)
        elif last is not None and last[0] <= quotation.open < last[1]:
            quotation = msgspec.structs.replace(quotation, depth=max(0, quotation.depth - 1))
        settled.append(quotation)
    if changed:
        reading.requote(settled)


def _end(reading: Reading, quotation: Quotation) -> int | None:
    """Return where the first report begins in it that can only be the author's: a participle after a pause, a
    new sentence with وقال."""
    c, tape = codes(), reading.tape
    if quotation.depth:
        return None
    for at in range(quotation.open + 2, quotation.close):
        if not quotation.repaired and tape[at] in c.verb and tape[at] not in c.participle:
            return None  # somebody's report within the words; what follows may be theirs
        if tape[at] in c.participle and tape[at - 1] in c.before_participle:
            if reading.words[at].endswith(("ا", "ه", "ين")) and _reports(reading, at, quotation, _NEAR):
                return at - 1
        elif tape[at] in c.verb_joined and tape[at - 1] in c.stop and _reports(reading, at, quotation, _FAR):
            return at
    return None


def _reports(reading: Reading, at: int, quotation: Quotation, reach: int) -> bool:
    """Does the cue have content of its own within reach, and stand in no quotation within this one?"""
    cue = reading.entry(at).cue
    if cue is None or cue.strength == "weak" or reading.outer_quotation(at) != quotation:
        return False
    opening = find_opening(reading, at, cue, quotation.close)
    return opening is not None and opening.frame in ("clause", "quote") and opening.start - at <= reach
