"""Through what a statement came: بيان, مؤتمر صحفي, تويتر, لوكالة … — the links that stand at the
statement, in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from rawi.annotations.speech import CueNoun, particles, speech_words
from rawi.arabic.clitics import Clitic
from rawi.arabic.fold import fold
from rawi.claims.carriers import match_carrier
from rawi.claims.drafts import Draft
from rawi.claims.reading import Reading, codes
from rawi.claims.tags import Tag
from rawi.lexicons.loader import load_entries
from rawi.model.chain import Link, LinkKind

# What cue_nouns.toml calls the channel of a noun, and the kind of link it makes (record.md).
_KINDS: dict[str, LinkKind] = {
    "statement": "channel",
    "letter": "channel",
    "speech": "channel",
    "tweet": "channel",
    "post": "channel",
    "article": "channel",
    "interview": "channel",
    "press_conference": "channel",
    "phone": "channel",
    "recording": "channel",
    "report": "report",
    "study": "report",
    "poll": "report",
    "account": "account",
    "website": "platform",
}
_MEDIA: dict[str, LinkKind] = {
    "agency": "agency",
    "newspaper": "outlet",
    "magazine": "outlet",
    "channel": "outlet",
    "radio": "outlet",
}
_LONGEST_NAME = 4
_REACH = 60  # tokens from a verb within which its adjuncts stand


def find_links(reading: Reading, draft: Draft, tags: Sequence[Tag]) -> tuple[Link, ...]:
    """Return the links stated at a report, from the speaker's mouth outward; each name once."""
    seen: dict[str, Link] = {}
    for link in (*_before_content(reading, draft), *_in_tails(reading, draft, tags)):
        seen.setdefault(fold(link.name), link)
    return tuple(sorted(seen.values(), key=lambda link: link.kind in ("agency", "outlet")))


def _before_content(reading: Reading, draft: Draft) -> Iterator[Link]:
    """Links among the adjuncts: from the start of the report to its content, and in a subject that is a
    document."""
    first, last = draft.reach[0], draft.content.start
    if draft.cue is not None and draft.cue[0] > draft.content.end:
        first, last = draft.cue[0], draft.reach[1]
    if draft.cue is not None:
        first, last = max(first, draft.cue[0] - _REACH), min(last, draft.cue[1] + _REACH)
    subject = draft.subject
    skip = range(subject.first + 1, subject.last) if subject else range(0)
    at = first
    heads = reading.link_heads
    for index in heads[bisect_left(heads, first) : bisect_left(heads, last)]:
        if index < at or index in skip:
            continue
        link, at = _link_at(reading, index, last, subject is not None and index == subject.first)
        if link is not None:
            yield link


def _in_tails(reading: Reading, draft: Draft, tags: Sequence[Tag]) -> Iterator[Link]:
    """Links in attributing phrases that follow the content in its sentence: بحسب ما ذكرت وكالة …."""
    end = draft.content.end
    low = bisect_left(tags, end, key=lambda tag: tag.first)
    for tag in tags[low : bisect_left(tags, end + 3, key=lambda tag: tag.first)]:
        if draft.cue is None or draft.cue[0] != tag.first:
            yield from _media_in(reading, tag.last, tag.end)


def _media_in(reading: Reading, first: int, last: int) -> Iterator[Link]:
    """Newsrooms named in a token range, with or without a head noun."""
    at = first
    while at < last:
        link, at = _named(reading, at, last) or _headed(reading, at, last) or (None, at + 1)
        if link is not None:
            yield link


def _link_at(reading: Reading, at: int, last: int, is_subject: bool) -> tuple[Link | None, int]:
    """Return the link that begins at a token, if one does, and where to go on."""
    headed = _headed(reading, at, last)
    if headed is not None and not is_subject:
        return headed
    noun = _channel_noun(reading, at)
    if noun is not None and (is_subject or _is_adjunct(reading, at)):
        return _channel(reading, at, last, noun)
    if _is_adjunct(reading, at) or _is_addressed(reading, at):
        named = _named(reading, at, last)
        if named is not None:
            return named
    return None, at + 1


def _channel_noun(reading: Reading, at: int) -> CueNoun | None:
    """Return the noun at a token if it can be a link."""
    if reading.tape[at] not in codes().any_noun:
        return None
    noun = reading.entry(at).noun
    return (
        noun
        if noun is not None and noun.channel in _KINDS and fold(noun.form) not in particles("no_link")
        else None
    )


def _is_adjunct(reading: Reading, at: int) -> bool:
    """Does a preposition or a dash lead in, or one that is joined, or does the sentence open with it?"""
    before = at - 1
    while before >= 0 and (
        reading.tape[before] in codes().quote or reading.words[before] in particles("same")
    ):
        before -= 1
    if before < 0:
        return False
    return reading.tape[before] in codes().leads_in or reading.words[before] in ("ل", "ب")


def _is_addressed(reading: Reading, at: int) -> bool:
    """Is ل joined to the word (لرويترز)?"""
    return reading.words[at].startswith("ل")


def _channel(reading: Reading, at: int, last: int, noun: CueNoun) -> tuple[Link, int]:
    """A channel by its noun, with an adjective where that is part of what it is (مؤتمر صحفي)."""
    kind = _KINDS[noun.channel or ""]
    end = at + 1
    joined = noun.channel in ("press_conference", "letter", "interview", "phone", "website")
    while (
        joined
        and end < last
        and end - at < 3
        and reading.words[end].endswith(("ي", "يه"))
        and reading.tape[end] == "."
    ):
        end += 1
    if kind == "platform" and (named := _named(reading, end, last)):
        return named
    owned = reading.tape[at] in codes().noun_owned
    name = noun.form if owned and kind in ("channel", "report") else _bare(reading, at, end)
    return Link(kind, name, reading.text.span(at, end)), end


def _bare(reading: Reading, first: int, last: int) -> str:
    """The source's words without a preposition joined to the first."""
    words = reading.text.words_of(first, last)
    folded = reading.words[first]
    if folded.startswith("لل"):
        return "ال" + words[2:]
    joined = folded[0] in "بل" and folded[1:] in _nouns()
    return words[1:] if joined else words


@cache
def _nouns() -> frozenset[str]:
    """Folded nouns that a preposition may be joined to."""
    return frozenset(fold(entry.form) for entry in load_entries("cue_nouns.toml", CueNoun))


def _headed(reading: Reading, at: int, last: int) -> tuple[Link, int] | None:
    """لوكالة …, صحيفة …: a head noun and the name after it, quoted or of one or two words."""
    if reading.tape[at] not in codes().noun:
        return None
    noun = reading.entry(at).noun
    kind = _MEDIA.get(noun.channel or "") if noun else None
    if kind is None or at + 1 >= len(reading.words):
        return None
    if speech_words().clitics[reading.words[at]] & Clitic.ARTICLE:
        return None
    named = _named(reading, at + 1, len(reading.words))
    if named is not None:
        return named
    quotation = reading.opening_at.get(at + 1)
    if quotation is not None and quotation.close - quotation.open - 1 <= _LONGEST_NAME:
        span = reading.text.span(quotation.open + 1, quotation.close)
        return Link(kind, span.of(reading.text.source), span), quotation.close + 1
    end = at + 1
    while end < min(at + 4, len(reading.words)) and reading.tape[end] == ".":
        end += 1
    if end == at + 1:
        return None
    return Link(kind, _bare(reading, at, end), reading.text.span(at, end)), end


def _named(reading: Reading, at: int, last: int) -> tuple[Link, int] | None:
    """A platform or newsroom by its own name, in marks or not."""
    if at < last and reading.tape[at] in codes().quote:
        at += 1
    if at >= last:
        return None
    found = match_carrier(reading.words, at)
    if found is None:
        return None
    joined, end, kind = found
    span = reading.text.span(at, end)
    return Link(kind, span.of(reading.text.source)[joined:], span), end
