"""Words that are verbs of reporting only where they open their clause: طالب (student, demanded), رأي
(opinion, saw)."""

from __future__ import annotations

from rawi.annotations.speech import CueVerb, homographs
from rawi.claims.complements import is_needed
from rawi.claims.openings import find_opening
from rawi.claims.reading import Reading, codes
from rawi.rules.wordsets import find_words

_NEAR = 14  # tokens from the verb to its clause


def settle_homographs(reading: Reading) -> None:
    """Read as verbs the homographs that stand where a verb stands and are followed by what it takes.

    In ``طالب الوزير بفتح الجسر`` the first word is a verb, in ``قال طالب الوزير`` it is not.
    """
    found, verbs = homographs(), {}
    for at in find_words(reading.text, homographs):
        code, word = found[reading.words[at]]
        if word.cue is not None and _opens_clause(reading, at) and _has_complement(reading, at, word.cue):
            verbs[at] = code, word
    if verbs:
        reading.read_as_verbs(verbs)


def _opens_clause(reading: Reading, at: int) -> bool:
    """Does the word stand first in its sentence, after a pause, an auxiliary or a conjunction, or with و?"""
    before = reading.tape[at - 1] if at else ""
    if not before or before in codes().before_verb:
        return True
    joined = reading.words[at][:1] in ("و", "ف") and reading.words[at][1:] in homographs()
    return joined and before not in codes().governs


def _has_complement(reading: Reading, at: int, verb: CueVerb) -> bool:
    """Does a clause follow near by, a quotation, or the object or preposition that the verb asks for?"""
    opening = find_opening(reading, at, verb, reading.text.sentence_of(at)[1])
    if opening is None:
        return False
    if opening.frame == "clause":
        return opening.start - at <= _NEAR
    if opening.frame == "prep":
        return not verb.needs_object or is_needed(verb, reading.words[opening.start])
    return opening.frame == "quote"
