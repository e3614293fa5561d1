"""What shows, endangers or calls for something by itself, with a verb of saying but without words."""

from __future__ import annotations

from functools import cache

from rawi.annotations.speech import CueVerb, particles
from rawi.arabic.fold import fold
from rawi.claims.adjuncts import known_at
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import Subject
from rawi.lexicons.loader import load_entries

_SUBJECT = 8  # tokens from أن over a subject to its verb
_WORDS = 4  # tokens from what denies or supposes to أن
_NEAR = 4  # tokens from what shows something by itself to its verb


def calls_by_itself(reading: Reading, at: int) -> bool:
    """ما يدعو للقلق، شيء يدعو إلى الأمل: a reason calls for something, nobody does."""
    return at > 0 and reading.words[at - 1] in particles("reason")


def endangers(reading: Reading, at: int, subject: Subject | None) -> bool:
    """الجفاف الذي يهدد بكارثة: a danger right before its verb threatens nobody with words."""
    before = reading.tape[at - 1] if at else ""
    if subject is not None and (subject.first > at or known_at(reading, subject.first)):
        return False
    return reading.entry(at).present and (before == "." or before in codes().relative)


def is_mute(reading: Reading, at: int) -> bool:
    """وهذا يؤكد أن، الأمر الذي يعني أن، فالتاريخ الحديث يشير إلى أن: what shows something by itself."""
    c, tape, words = codes(), reading.tape, reading.words
    word = reading.entry(at)
    told = not word.present and word.cue is not None and word.cue.stance == "says"  # الأمر الذي قال إنه
    if tape[at] in c.verb_joined or told:
        return False
    before = at - 1
    while before > 0 and tape[before] in c.auxiliary:
        before -= 1
    if before < 0:
        return False
    if words[before] in particles("this"):
        return before == 0 or tape[before - 1] not in c.preposition  # وقبل ذلك كشف
    for index in range(before, max(-1, before - _NEAR), -1):
        if words[index] in particles("mute"):
            return True
        if tape[index] in c.clause_start or tape[index] in c.cue:
            return False
    return False


def is_unreal(reading: Reading, at: int) -> bool:
    """ليس صحيحا أن فلانا قال، لو أن فلانا قال، لم يعد فلان يقول: is it denied, asked or supposed that
    somebody spoke?"""
    c, tape, words = codes(), reading.tape, reading.words
    first = reading.text.sentence_of(at)[0]
    if at - 1 == first and words[first] in ("ما", "وما"):
        return True
    if c.may_be_unreal.isdisjoint(tape[max(first, at - _SUBJECT + 1) : at]):
        return False
    for index in range(at - 1, max(first - 1, at - _SUBJECT), -1):
        if _never(reading, index):
            return True
        if tape[index] in c.complementizer:
            near = range(index - 1, max(first - 1, index - _WORDS), -1)
            kinds = (particles("unreal"), particles("untrue"))
            return _never_that(reading, index, first) or any(words[i] in kind for i in near for kind in kinds)
        if tape[index] in c.comma_or_stop or tape[index] in c.verb or tape[index] in c.quote:
            break
    return False


def _never_that(reading: Reading, that: int, first: int) -> bool:
    """لم يسبق لفلان أن: does such a phrase stand before أن, no pause between?"""
    for index in range(that - 1, max(first - 1, that - _SUBJECT), -1):
        if reading.tape[index] in codes().comma_or_stop:
            return False
        if _never(reading, index):
            return True
    return False


def _never(reading: Reading, at: int) -> bool:
    """لم يعد, لم يسبق, لا أحد: do two words say that it is no longer said, or was never said?"""
    negated = reading.tape[at] in codes().negation
    return negated and f"{reading.words[at]} {reading.word(at + 1)}" in particles("no_longer")


@cache
def passives() -> frozenset[str]:
    """Return the folded forms of all verbs that are passive only (قيل), not active too (يتهم)."""
    verbs = load_entries("cues.toml", CueVerb)
    passive = {fold(form) for verb in verbs for form in (verb.passive_past, verb.passive_imperfect) if form}
    return frozenset(passive - {fold(form) for verb in verbs for form in (verb.form, verb.imperfect)})
