"""What somebody judges and the judgment, both of them content: معتبرا القرار خطأ، أرجع الغلاء إلى الجفاف."""

from __future__ import annotations

from rawi.annotations.speech import CueVerb, particles
from rawi.arabic.fold import fold
from rawi.claims.reading import Opening, Reading, codes

_NEAR = 12  # tokens over a name, or over what is judged to its preposition


def find_judged(reading: Reading, cue: int, verb: CueVerb, limit: int) -> Opening | None:
    """Return where what is judged begins: after a participle at once, after a finite verb behind its subject.

    واعتبرت الوزارة هذا القرار خطأ; of يعتبر nobody need be the subject, so forms of the present are left out.
    """
    at = cue + 1
    if reading.tape[cue] in codes().participle:
        at += at < limit and reading.words[at] in particles("him")
    elif reading.entry(cue).present or not (at := _past_name(reading, at, limit)):
        return None
    if at >= limit or not _begins_object(reading, at, verb):
        return None
    if "prep" in verb.frames and not _leads_on(reading, at, verb):
        return None
    return Opening("noun", at, at)


def _leads_on(reading: Reading, at: int, verb: CueVerb) -> bool:
    """أرجع الغلاء إلى الجفاف: does the verb's preposition follow what is judged?"""
    return not set(map(fold, verb.prepositions)).isdisjoint(reading.words[at : at + _NEAR])


def _past_name(reading: Reading, at: int, limit: int) -> int:
    """Return the token after the name or role that begins at a token; 0 if none does."""
    for end in range(at + 1, min(at + _NEAR, limit)):
        if end in reading.name_ends:
            return end
        if reading.tape[end - 1] in codes().steers:
            break
    return 0


def _begins_object(reading: Reading, at: int, verb: CueVerb) -> bool:
    """Does an object begin at a token: هذا، إغلاق; after a participle without a subject القرار too, and any
    noun where a preposition must follow it?"""
    word, code, governs = reading.words[at], reading.tape[at], "prep" in verb.frames
    if code in codes().complementizer:
        return False
    alone = reading.tape[at - 1] in codes().participle
    definite = word.startswith("ال") and code not in codes().relative
    pointed = word in particles("pointing") or reading.words[at - 1] in particles("him")
    if pointed or reading.heads_content(at) or (definite and (alone or governs)):
        return True
    return governs and code == "." and word[:1] not in ("و", "ف") and not reading.in_names[at]
