"""Whether a happening is told as one to come: by its day, or by a verb of what may be."""

from __future__ import annotations

from rawi.events.lexemes import has_sign, is_sign, read_event_words, signs_of
from rawi.events.mentions import Mention
from rawi.model.claim import DateMention
from rawi.model.span import Span
from rawi.relations.quantities.page import STOPS, Page

_LIGHT, _LIKELY, _DAY, _MONTH, _YEAR = 6, 3, 10, 7, 4
_THAT = frozenset(("ان", "بان"))
_LIGHTS = ("does", "suffers", "breaks_out", "organises")


def is_to_come_by(page: Page, mention: Mention, date: DateMention | None) -> Span | None:
    """Return the words of the day of a mention, where it lies after the day of publication and nothing says
    that the deed was done; null else."""
    published = page.record.document.published
    if date is None or _is_past(page, mention):
        return None
    first, last = page.tokens(date.span)
    coming = date.value is None and has_sign(page.words[first:last], "coming")
    return date.span if coming or is_after(date, published) else None


def is_after(date: DateMention, published: str | None) -> bool:
    """Does a date begin after a report came out, as far as both tell?

    >>> from rawi.model.span import Span
    >>> is_after(DateMention(Span(0, 3), "2031-03-14"), "2031-03-13T10:00")
    True
    >>> is_after(DateMention(Span(0, 3), "2031-03"), "2031-03-13")
    False
    """
    if date.value is None:
        return False
    start = date.value.split("/")[0]
    if published is None or not start[:_YEAR].isdigit():
        return False
    size = min(len(start), len(published), _DAY)
    size = _YEAR if size < _DAY and start[_YEAR + 1 : _MONTH] > "12" else size  # a season
    return start[:size] > published[:size]


def is_to_be(page: Page, mention: Mention) -> Span | None:
    """Return the words that make the verb of a deed one of what may be: قد يشن هجوما، من المقرر أن يشن; null
    for none."""
    words, at = page.words, _present(page, mention)
    if at is None or at == 0:
        return None
    if words[at - 1].lstrip("وف") in signs_of("possible"):
        return page.text.span(at - 1, at)
    if words[at - 1] in _THAT:
        for i in range(at - 2, max(-1, at - 2 - _LIKELY), -1):
            if words[i] in STOPS:
                return None
            if words[i].lstrip("و") in signs_of("likely"):
                return page.text.span(i, i + 1)
    return None


def _present(page: Page, mention: Mention) -> int | None:
    """Return the token of the verb in the present that tells a deed: the mention, or one before its noun."""
    if mention.word.is_verb:
        return mention.first if mention.word.form == "present" else None
    for at in range(mention.first - 1, max(mention.sentence[0] - 1, mention.first - 1 - _LIGHT), -1):
        if page.words[at] in STOPS:
            return None
        if is_sign(page.words[at], *_LIGHTS):
            return at if is_present(page.words[at]) else None
    return None


def _is_past(page: Page, mention: Mention) -> bool:
    """Is a deed told as done: by its verb, by one before its noun, by what came of it?"""
    if mention.word.is_verb:
        return mention.word.form == "verb"
    words = page.words
    if mention.first and words[mention.first - 1] in signs_of("after_which"):
        return True
    before = words[max(mention.sentence[0], mention.first - _LIGHT) : mention.first]
    if any(is_sign(one, *_LIGHTS, "claims") and not is_present(one) for one in before):
        return True
    others = (at for at in range(*mention.clause) if at != mention.first)
    if any(one.form == "verb" for at in others for one in read_event_words(words, at)[:1]):
        return True
    return has_sign(words[mention.clause[0] : mention.clause[1]], "results")


def is_present(word: str) -> bool:
    """Is a verb of doing one of the present or of what is to come: يشن، وتشن، سيشن; not تعرض?"""
    from rawi.annotations.speech import speech_words

    entry = speech_words().entries.get(word)
    if entry is not None and entry.cue is not None:
        return False  # تحدث عن
    bare = word.lstrip("وف").removeprefix("س")
    if bare[:1] == "ي":
        return True
    return bare[:1] in ("ت", "ن") and is_sign("ي" + bare[1:], *_LIGHTS)
