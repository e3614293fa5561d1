"""The day that words of its own sentence tie to a report: قال المدير أمس إن …, وبالأمس، أعلن المدير أن …."""

from __future__ import annotations

import re

from rawi.annotations.speech import particles
from rawi.annotations.tenses import has_future_word
from rawi.claims.anchors import resolve_date
from rawi.claims.days import parse_day
from rawi.claims.drafts import Draft
from rawi.claims.reading import Reading, codes
from rawi.model.annotation import Annotation

#: Third persons of the past with an ending, among folded words: عبرت، قتلوا; not الوقت, تحت, مدافعات.
_PAST = re.compile("(?!ال|[يت])[ء-ي]{3,}(?:وا|(?<!ا)ت)")
_NOT_PAST = re.compile("[وف]?(?:ال|[يت])")
_HEAD = 6  # tokens from the start of a sentence within which a date is what the sentence is about
_PHRASE = 12  # tokens from the subject of an attributing phrase within which its date stands
_FAR = 40  # tokens of a sentence before its participle or فيما in which the date of its verb is looked for


def said_date(reading: Reading, draft: Draft, published: str | None) -> str | None:
    """Return when a report's words were said, as far as words of its own sentence tell.

    In «قال المدير أمس الثلاثاء إن …» and «وبالأمس، أعلن المدير أن …» a date stands with the verb; in «زار
    المدير القرية أمس، مؤكدا أن …» with the verb that the participle belongs to. A day after publication is
    none.
    """
    cue = draft.cue
    if cue is None or not reading.dates:
        return None
    found = _beside(reading, draft, cue)
    if found is None and draft.manner == "verb":
        found = _at_head(reading, cue[0])
    if found is None and draft.manner == "participle":
        found = _of_main_verb(reading, cue[0])
    if found is not None:
        return _past(resolve_date(found.value, published).edtf, published)
    return _same_day(reading, draft, published)


def _past(edtf: str | None, published: str | None) -> str | None:
    """Leave out spans of time, and what comes after publication: nobody has spoken then yet."""
    if edtf is None or "/" in edtf or (published and edtf[:4].isdigit() and edtf > published[: len(edtf)]):
        return None
    return edtf


def _beside(reading: Reading, draft: Draft, cue: tuple[int, int]) -> Annotation | None:
    """The first date between cue and content or, where the content stands before, after the cue."""
    first, last = cue[1], draft.content.start
    if first > last:
        first, last = cue[1], _phrase_end(reading, draft, cue)
    for one in reading.dates.beginning_in(first, last):
        whole = _is_day(one) or _is_apart(reading, draft, one, first)
        if whole and one.last <= last and _is_when(reading, first, one):
            return one
    return None


def _is_day(one: Annotation) -> bool:
    """Is a date a day, and not a month or a year?"""
    value = one.value
    named = value.day is not None or value.weekday is not None or value.holiday is not None
    return named or value.period == "d"


def _is_apart(reading: Reading, draft: Draft, one: Annotation, cue_end: int) -> bool:
    """Does a month or year stand by itself (في مايو, الشهر الماضي) and not with a noun (نتائج عام 2016)?"""
    before = one.first - 1
    if one.first == cue_end or (draft.subject and one.first == draft.subject.last):
        return True
    return reading.words[before] in particles("scene") or reading.tape[before] in codes().comma


def _phrase_end(reading: Reading, draft: Draft, cue: tuple[int, int]) -> int:
    """Where the phrase of a cue that follows its content ends: at the next pause after its subject."""
    first = max(draft.subject.last if draft.subject else 0, cue[1])
    last = min(first + _PHRASE, draft.reach[1])
    stops = codes().phrase_ends
    return next((at for at in range(first + 1, last) if reading.tape[at] in stops), last)


def _at_head(reading: Reading, at: int) -> Annotation | None:
    """A date at the head of the sentence, right before its verb: وبالأمس، أعلنت …"""
    c, tape = codes(), reading.tape
    end = at
    while end > 0 and (tape[end - 1] in c.auxiliary or tape[end - 1] in c.comma or tape[end - 1] in c.dash):
        end -= 1
    if end not in reading.date_ends or tape[at] in c.verb_joined:
        return None
    first = reading.text.sentence_of(at)[0]
    for one in reading.dates.beginning_in(max(first, end - _HEAD), end):
        since = max(first, one.first - _FAR)
        apart = end < at and tape[one.first - 1] in c.comma
        edge = not particles("edge").isdisjoint(reading.words[since : one.first])
        near = one.first - first <= _HEAD and not edge
        if one.last == end and (apart or near) and _is_when(reading, since, one):
            return one
    return None


def _of_main_verb(reading: Reading, at: int) -> Annotation | None:
    """The one day of the clause whose verb a participle goes with: زار الوزير القرية أمس، قائلا …."""
    first = max(reading.text.sentence_of(at)[0], at - _FAR)
    dates = reading.dates.beginning_in(first, at)
    if len(dates) != 1 or any(reading.tape[i] in codes().reports for i in range(first, at)):
        return None
    return dates[0] if _is_day(dates[0]) and _is_when(reading, first, dates[0]) else None


def _is_when(reading: Reading, first: int, one: Annotation) -> bool:
    """Does a date after token ``first`` say when, and is it not a relative clause's (الذي زار القرية أمس),
    nor the edge of a time (منذ أمس)?"""
    c, tape = codes(), reading.tape
    before = one.first - 1
    while before > first and tape[before] in c.adverb:
        before -= 1
    word = reading.words[before] if before >= 0 else ""
    if word in particles("edge"):
        return False
    inside = False
    for index in range(first, one.first):
        if tape[index] in c.relative:
            inside = True
        elif tape[index] in c.comma:
            inside = False
    return not inside


def _same_day(reading: Reading, draft: Draft, published: str | None) -> str | None:
    """What is told of the day of publication as past was said on it: قتل ثلاثة اليوم، بحسب الشرطة."""
    if parse_day(published) is None or draft.cue is None:
        return None
    happened = _around(reading, draft.cue[0]) or _inside(reading, draft)
    if happened is not None and resolve_date(happened.value, published).edtf == published:
        return published
    return None


def _around(reading: Reading, at: int) -> Annotation | None:
    """The one date of the clause to which فيما joins a report: اندلع حريق اليوم، فيما أعلنت البلدية أن …."""
    if not at or reading.words[at - 1] not in particles("while"):
        return None
    return _of_main_verb(reading, at - 1)


def _inside(reading: Reading, draft: Draft) -> Annotation | None:
    """The first date of what is reported, if it is told as past."""
    if draft.content.kind == "direct":
        return None
    first, last = draft.content.spans[0]
    for one in reading.dates.beginning_in(first, last):
        words = list(reading.words[first : min(one.first, first + _FAR)])
        if one.first - first > _FAR or has_future_word(words) or not _is_past(words, draft):
            return None
        told = _is_when(reading, first, one) and reading.outer_quotation(one.first) is None
        return one if told else None
    return None


def _is_past(words: list[str], draft: Draft) -> bool:
    """Is there a verb in the past, as far as its form tells: an ending (عبرت، قتلوا), or first in a clause
    (قتل ثلاثة …، بحسب …)?"""
    if draft.manner == "tag" and words and not _NOT_PAST.match(words[0]):
        return True
    return any(map(_PAST.fullmatch, words))
