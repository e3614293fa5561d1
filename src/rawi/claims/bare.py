"""Speech that begins without أن, colon or marks: «وأضاف تم رصد النجم أول مرة قبل عام»."""

from __future__ import annotations

from rawi.annotations.speech import CueVerb, Word, particles
from rawi.claims.adjuncts import past_addressee
from rawi.claims.antecedents import is_plain
from rawi.claims.contents import content_between, find_clause_end
from rawi.claims.drafts import Draft
from rawi.claims.reading import Reading, codes
from rawi.claims.starters import begins_clause, is_future, starts_speech
from rawi.claims.subjects import Subject, find_subject

_FEWEST_WORDS = 5
_SUBJECT = 8  # tokens from the verb over a subject to what it says
_SAYING = frozenset(("says", "adds", "explains", "continues"))
_HEARERS = frozenset(("للصحفيين", "للصحافيين"))


def find_bare_draft(reading: Reading, at: int, word: Word, sentence: tuple[int, int]) -> Draft | None:
    """Return a draft if words that can only begin speech stand right after a verb of saying and its subject.

    The content runs to the end of the clause; nothing but its first word shows where it begins, so it is
    doubtful.
    """
    cue = word.cue
    if cue is None or not _says(cue) or reading.outer_quotation(at) is not None:
        return None
    subject, start = _subject(reading, at, sentence[1])
    begins = _begins_speech if subject else begins_clause
    if not begins(reading, start, sentence[1]) or reading.outer_quotation(start) is not None:
        return None
    participle = reading.tape[at] in codes().participle
    led = reading.tape[at] in codes().verb_joined or (at > 0 and reading.words[at - 1] in particles("lead"))
    if subject is None and not participle and not led:
        return None
    content = content_between(reading, start, find_clause_end(reading, start, sentence[1]))
    if content is None or content.end - content.start < _FEWEST_WORDS:
        return None
    return Draft(
        rule="statement/participle-bare" if participle else "statement/verb-bare",
        cue=(at, at + 1),
        content=content,
        subject=subject,
        agreement=word.agreement,
        reach=sentence,
        stance=cue.stance,
        manner="participle" if participle else "verb",
    )


def _says(cue: CueVerb) -> bool:
    """A verb that only introduces what is said: it takes a clause or a quotation, no object of its own."""
    sure = cue.strength == "strong" or cue.stance == "continues"  # بين is mostly «between»
    plain = "prep" not in cue.frames and ("noun" not in cue.frames or bool(cue.needs_object))
    return sure and plain and cue.stance in _SAYING and {"clause", "quote"} <= set(cue.frames)


def _subject(reading: Reading, at: int, end: int) -> tuple[Subject | None, int]:
    """Return the subject after the verb, if one stands there, and the token after it and after a pause."""
    if reading.tape[at] in codes().participle:
        return None, at + 1
    first = past_addressee(reading, at + 1, end)
    if begins_clause(reading, first, end):
        return None, first
    start = next((i for i in range(first + 1, min(first + _SUBJECT, end)) if starts_speech(reading, i)), end)
    subject = find_subject(reading, first, start)
    if subject is None:
        return None, first
    if not _is_named(reading, subject) and not (subject.last == start and is_plain(reading, subject)):
        return None, end
    after = subject.last
    if after < end and reading.words[after] in _HEARERS:
        after += 1
    return subject, after + (after < end and reading.tape[after] in codes().comma)


def _is_named(reading: Reading, subject: Subject) -> bool:
    """Does a subject hold a name or a role, or a surname met before?"""
    names = (reading.people, reading.roles, reading.organizations)
    named = any(one.beginning_in(subject.first, subject.last) for one in names)
    return named or subject.first in reading.surnames


def _begins_speech(reading: Reading, at: int, end: int) -> bool:
    """Does the token begin a main clause: a starter, or a verb in the future (after a subject no name)?"""
    if begins_clause(reading, at, end) or (at < end and starts_speech(reading, at)):
        return True
    return at < end and reading.tape[at] == "." and is_future(reading.words[at])
