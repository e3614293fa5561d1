"""The day that the text ties to one report by its own words: قال المدير أمس إن …, وبالأمس، أعلن المدير أن …."""

from __future__ import annotations

from rawi.annotations.speech import particles
from rawi.annotations.tenses import has_future_word
from rawi.claims.anchors import resolve_date
from rawi.claims.days import parse_day
from rawi.claims.drafts import Draft
from rawi.claims.reading import Reading, codes
from rawi.model.annotation import Annotation

_HEAD = 6  # tokens from the start of a sentence within which a date is what the sentence is about
_FAR = 40  # tokens of a sentence before its participle or فيما in which the date of its verb is looked for


def said_date(reading: Reading, draft: Draft, published: str | None) -> str | None:
    """Return when a report's words were said, as far as words of its own sentence tell.

    In «قال المدير أمس الثلاثاء إن …» and «وبالأمس، أعلن المدير أن …» a date stands with the verb; in «زار
    المدير القرية أمس، مؤكدا أن …» with the verb that the participle belongs to. A day after publication is
    none.
    """
    if draft.cue is None:
        return None
    found = (
        _beside(reading, draft)
        or _at_head(reading, draft.cue[0])
        or (_of_main_verb(reading, draft.cue[0]) if draft.manner == "participle" else None)
    )
    if found is not None:
        return _past(resolve_date(found.value, published).edtf, published)
    return _same_day(reading, draft, published)


def _past(edtf: str | None, published: str | None) -> str | None:
    """Leave out a day after publication: nobody has spoken on it yet."""
    day, last = parse_day(edtf), parse_day(published)
    return None if day and last and day > last else edtf


def _beside(reading: Reading, draft: Draft) -> Annotation | None:
    """The first date between cue and content or, where the content stands before, after the cue."""
    assert draft.cue is not None
    first, last = draft.cue[1], draft.content.start
    if first > last:
        first, last = draft.cue[1], draft.reach[1]
    for one in reading.dates.beginning_in(first, last):
        if one.last <= last and _is_when(reading, first, one):
            return one
    return None


def _at_head(reading: Reading, at: int) -> Annotation | None:
    """A date at the head of the sentence, right before its verb: وبالأمس، أعلنت …; في بيان، الأربعاء، ذكرت …."""
    c, tape = codes(), reading.tape
    end = at
    while end > 0 and (tape[end - 1] in c.auxiliary or tape[end - 1] in c.comma or tape[end - 1] in c.dash):
        end -= 1
    if end not in reading.date_ends or tape[at] in c.verb_joined:
        return None
    first = reading.text.sentence_of(at)[0]
    for one in reading.dates.beginning_in(max(first, end - _HEAD), end):
        if one.last == end and one.first - first <= _HEAD and _is_when(reading, first, one):
            return one
    return None


def _of_main_verb(reading: Reading, at: int) -> Annotation | None:
    """The one date of the clause whose verb a participle goes with: زار الوزير القرية أمس، قائلا …."""
    first = max(reading.text.sentence_of(at)[0], at - _FAR)
    dates = reading.dates.beginning_in(first, at)
    if len(dates) != 1 or any(reading.tape[i] in codes().cue for i in range(first, at)):
        return None
    return dates[0] if _is_when(reading, first, dates[0]) else None


def _is_when(reading: Reading, first: int, one: Annotation) -> bool:
    """Does a date after token ``first`` say when, and is it not a relative clause's (الذي زار القرية أمس),
    nor the edge of a time (منذ أمس)?"""
    c, tape = codes(), reading.tape
    before = one.first - 1
    while before > first and tape[before] in c.adverb:
        before -= 1
    if before >= 0 and reading.words[before] in particles("edge"):
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
        words = list(reading.words[first : one.first])
        if len(words) > _FAR or not _is_when(reading, first, one) or has_future_word(words):
            return None
        return one if _is_past(words, draft) else None
    return None


def _is_past(words: list[str], draft: Draft) -> bool:
    return any(word.endswith(("وا", "ت")) and len(word) > 3 and not word.startswith(("ال", "ي", "ت")) and not word.endswith("ات") for word in words) or (draft.manner == "tag" and bool(words) and words[0].lstrip("وف")[:1] not in "يت")
