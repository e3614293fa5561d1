"""Statements that a phrase attributes: «…»، بحسب الوزير — وفقا لوزارة الصحة، قتل … — على ما أفاد شهود."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from rawi.annotations.speech import CueTag, particles, relay_verbs
from rawi.arabic.fold import fold
from rawi.arabic.inflection import Agreement
from rawi.claims.contents import Content, content_between, find_clause_end
from rawi.claims.drafts import Draft
from rawi.claims.intervals import Intervals
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import Subject, find_subject, past_relay
from rawi.lexicons.loader import load_entries

_FEWEST_WORDS = 3
_LONGEST = 250  # tokens; no clause is longer


class Tag(msgspec.Struct, frozen=True, gc=False):
    """An attributing phrase: the tokens of its words, its subject, and where it ends."""

    first: int
    last: int
    subject: Subject | None
    end: int
    agreement: Agreement | None
    is_chain: bool
    entry: CueTag


@cache
def _heads() -> re.Pattern[str]:
    """A pattern that finds the tokens at which an attributing phrase can begin."""
    c = codes()
    return re.compile(f"[{''.join(sorted(c.tag | c.tag_noun))}]")


@cache
def _parts(form: str) -> tuple[str, ...]:
    """The folded words of an entry."""
    return tuple(fold(form).split())


@cache
def _traps(form: str) -> frozenset[str]:
    """The folded nouns after which an entry reports nothing, articles off."""
    entry = next(entry for entry in load_entries("cue_prepositions.toml", CueTag) if entry.form == form)
    return frozenset(fold(word).removeprefix("ال") for word in entry.trap)


def find_tags(reading: Reading) -> Iterator[Tag]:
    """Yield the attributing phrases of a text, with the subject that each names."""
    for match in _heads().finditer(reading.tape):
        tag = _tag_at(reading, match.start())
        if tag is not None:
            yield tag


def _tag_at(reading: Reading, at: int) -> Tag | None:
    """Read the longest phrase at a token, unless a noun after it shows that nothing is reported."""
    led = reading.tape[at] in codes().tag_noun
    first = at - 1 if led else at
    if first < 0:
        return None
    for entry in reading.entry(at).tags:
        last = _match(reading, entry, first)
        if last is not None:
            trapped = _trapped(reading, entry, last) and not _speaks_as_text(reading, first, last)
            return None if trapped else _complete(reading, entry, first, last)
    return None


def _match(reading: Reading, entry: CueTag, first: int) -> int | None:
    """Return the token after the phrase if its words stand at ``first``; a final ل is joined to the next
    word."""
    parts = _parts(entry.form)
    joined = parts[-1] if len(parts[-1]) == 1 else None
    whole = parts[:-1] if joined else parts
    words = reading.words[first : first + len(whole)]
    if len(words) < len(whole) or whole[0] not in (words[0], words[0][1:]) or tuple(words[1:]) != whole[1:]:
        return None
    last = first + len(whole)
    following = reading.words[last] if last < len(reading.words) else ""
    return last if joined is None or following.startswith(joined) else None


def _trapped(reading: Reading, entry: CueTag, last: int) -> bool:
    """وفق القانون، حسب الحاجة: what follows is a standard, not a speaker."""
    following = reading.words[last] if last < len(reading.words) else ""
    bare = following.removeprefix("لل").removeprefix("ل").removeprefix("ال")
    return not following or bare in _traps(entry.form)


def _told_by(reading: Reading, verb: int, subject: Subject | None, end: int) -> Subject | None:
    """بحسب ما نقلت وكالة الفجر عن مصدر: who is quoted stands after عن."""
    cue = reading.entry(verb).cue if reading.tape[verb] in codes().any_verb else None
    if subject is None or cue is None or cue.form not in relay_verbs():
        return None
    led = subject.last < end and reading.words[subject.last] in particles("from")
    return find_subject(reading, subject.last + 1, end) if led else None


def _speaks_as_text(reading: Reading, first: int, last: int) -> bool:
    """ووفق الدستور ينتخب المجلس رئيسه: at the head of a sentence a law or an agreement speaks."""
    heads = last < len(reading.words) and first - reading.text.sentence_of(first)[0] <= 1
    return heads and reading.words[last] in particles("speaking_text")


def _complete(reading: Reading, entry: CueTag, first: int, last: int) -> Tag | None:
    """Find the subject: after ما and its verb, or right after the phrase."""
    sentence = reading.text.sentence_of(first)
    c, tape = codes(), reading.tape
    start, agreement = last, None
    if "clause" in entry.needs:
        index = last + 1 if last < sentence[1] and reading.words[last] in particles("that_which") else last
        if index < sentence[1] and tape[index] in c.any_verb:
            start, agreement = index + 1, reading.entry(index).agreement
        elif (
            (index > last or len(_parts(entry.form)) == 1)
            and index < sentence[1]
            and reading.words[index] in particles("publishes")
        ):
            start, agreement = (
                index + 1,
                Agreement.FEMININE if "ت" in reading.words[index][2:] else Agreement.MASCULINE,
            )
    if agreement is not None and start < sentence[1] and _calls(reading, start):
        return None
    joined = agreement is None and _parts(entry.form)[-1] == "ل"
    subject = find_subject(reading, start, sentence[1], joined=joined) if start < sentence[1] else None
    subject = _told_by(reading, start - 1, subject, sentence[1]) or past_relay(reading, subject, sentence[1])
    if agreement is None and (subject is None or "speaker" not in entry.needs):
        return None
    if agreement is None and subject is not None and not _may_speak(reading, first, subject, sentence):
        return None
    if subject and any(
        reading.words[i] in particles("his_words") for i in range(subject.first, subject.last)
    ):
        return None  # نقلا عن الطبيب قوله: the noun reports
    end = subject.last if subject else start
    return Tag(first, max(start, last), subject, end, agreement, entry.is_chain, entry)


def _calls(reading: Reading, at: int) -> bool:
    """على ما قالت إنها قرارات خاطئة: what somebody calls it, not who says so."""
    return reading.tape[at] in codes().complementizer and reading.source_contains(at, "إ")


def _opens_attribution(reading: Reading, first: int, subject: Subject, sentence: tuple[int, int]) -> bool:
    """ووفقا لسجلات الميناء فإن …: at the head of a sentence any noun speaks if فإن, فقد or a comma follows
    it."""
    end = subject.last
    if (
        first - sentence[0] > 1
        or end >= sentence[1]
        or reading.words[subject.first] in particles("points_back")
    ):
        return False
    word = reading.words[end]
    opens = reading.tape[end] in codes().comma or word in _THEN
    if reading.words[subject.first] in particles("speaking_text") or word in _THEN:
        return True
    return opens and (subject.joined or not reading.words[subject.first].startswith("ال"))


_THEN = frozenset(("فان", "فقد", "فانه", "فانها"))


def _may_speak(reading: Reading, first: int, subject: Subject, sentence: tuple[int, int]) -> bool:
    """Can what follows a phrase speak: a name, a class of people, or any noun where the phrase opens its
    sentence?"""
    return _is_speaker(reading, subject) or _opens_attribution(reading, first, subject, sentence)


def _is_speaker(reading: Reading, subject: Subject) -> bool:
    """Is it a name, a role, a report, or words without an article that may be a name?"""
    at = subject.first
    known = (reading.person_at, reading.role_at, reading.organization_at, reading.place_at)
    if any(at in one for one in known) or at + 1 in reading.name_ends:
        return True
    if reading.tape[at] in codes().noun:
        noun = reading.entry(at).noun
        return noun is not None and noun.speaks
    word = reading.words[at]
    if subject.joined:
        word = word[1:]
    return word in particles("speaking_class")


def find_tag_drafts(reading: Reading, tags: Sequence[Tag], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield a draft for each tag that attributes words which no other cue reports."""
    drafts = sorted(drafts, key=_cue_of)
    contents = Intervals((draft.content.start, draft.content.end, draft) for draft in drafts)
    reports = Intervals((draft.cue[0], draft.content.end + 2, draft) for draft in drafts if draft.cue)
    ends = sorted(draft.content.end for draft in drafts)
    for tag in tags:
        inside = bool(contents.holding(tag.first))
        if reports.holding(tag.first) and not inside:
            continue
        if inside and (reading.words[tag.first][0] != "و" or tag.subject is None):
            continue
        content = _content_of(reading, tag, ends)
        if content is None or content.end - content.start < _FEWEST_WORDS:
            continue
        if content.start > tag.first and _relays(content, drafts):
            continue
        sentence = reading.text.sentence_of(tag.first)
        yield Draft(
            rule="statement/tag-before" if content.start > tag.first else "statement/tag-after",
            cue=(tag.first, tag.last),
            content=content,
            subject=tag.subject,
            agreement=tag.agreement,
            reach=(min(content.start, tag.first), max(content.end, tag.end, sentence[1])),
            stance=tag.entry.stance or "says",
            manner="tag",
        )


def _relays(content: Content, drafts: Sequence[Draft]) -> bool:
    """وبحسب «الضفة»، فقد ذكرت الوزارة أن: what follows the phrase is another's report, which it relays."""
    first = bisect_left(drafts, content.start, key=_cue_of)
    near = drafts[first : bisect_left(drafts, content.start + 3, key=_cue_of)]
    return any(draft.subject is not None and draft.content.end >= content.end - 1 for draft in near)


def _cue_of(draft: Draft) -> int:
    """The token of the cue, or the first of the content."""
    return draft.cue[0] if draft.cue else draft.content.start


def _content_of(reading: Reading, tag: Tag, ends: Sequence[int]) -> Content | None:
    """The clause after a tag that opens its sentence, else the one before it."""
    sentence = reading.text.sentence_of(tag.first)
    if tag.first - sentence[0] <= 1 and reading.opening_at.get(sentence[0]) is None:
        return _after(reading, tag, sentence)
    if reading.words[tag.first][0] == "و" and reading.words[tag.first] not in _parts(tag.entry.form):
        return _up_to_pause(reading, _after(reading, tag, sentence))  # وبحسب opens a clause in mid-sentence
    return _before(reading, tag, sentence, ends)


def _after(reading: Reading, tag: Tag, sentence: tuple[int, int]) -> Content | None:
    """What follows the tag's own phrase: after a comma, or at a word with ف (فإن، فقد)."""
    c, tape = codes(), reading.tape
    at = tag.end
    while at < min(sentence[1], tag.end + 20):
        if tape[at] in c.comma_or_colon:
            at += 1
            break
        if tape[at] in c.complementizer or _goes_then(reading, at, tag.end):
            break
        if at > tag.end and tape[at] in c.quote:
            break
        at += 1
    else:
        return None
    while at < sentence[1] and tape[at] in c.comma_or_that:
        at += 1
    return content_between(reading, at, find_clause_end(reading, at, sentence[1]))


def _goes_then(reading: Reading, at: int, end: int) -> bool:
    """فقد، فإن, or any verb with ف right after the phrase: the clause begins."""
    code = reading.tape[at]
    first = at == end and code not in codes().preposition
    return reading.words[at][:1] == "ف" and (code in codes().auxiliary or first)


def _up_to_pause(reading: Reading, content: Content | None) -> Content | None:
    """End a clause at its first comma: what a phrase in mid-sentence attributes is short."""
    if content is None:
        return None
    comma = next(
        (i for i in range(content.start, content.end) if reading.tape[i] in codes().comma), content.end
    )
    return content_between(reading, content.start, comma)


def _before(reading: Reading, tag: Tag, sentence: tuple[int, int], ends: Sequence[int]) -> Content | None:
    """The quotation or clause that ends where the tag begins."""
    c, tape = codes(), reading.tape
    if not _closes(reading, tag, sentence):
        return None
    at = tag.first
    while at > sentence[0] and tape[at - 1] in c.comma:
        at -= 1
    quotation = reading.closing_at.get(at - 1)
    if quotation is not None and quotation.close - quotation.open > _FEWEST_WORDS + 2:
        return Content(((quotation.open + 1, quotation.close),), "direct")
    closed = bisect_right(ends, at)
    start = max(sentence[0], ends[closed - 1] if closed else 0)
    if at - start > _LONGEST:
        return None
    for index in range(at - 1, start, -1):
        if tape[index] in c.turn or (tape[index] in c.turn_noun and tape[index - 1] in c.preposition):
            start = index + 1
            break
    if reading.words[start] in particles("lead"):
        start += 1
    return content_between(reading, start, at)


def _closes(reading: Reading, tag: Tag, sentence: tuple[int, int]) -> bool:
    """Does the clause end with the tag: nothing but its own phrase up to the next pause?"""
    c, tape = codes(), reading.tape
    for index in range(tag.end, min(sentence[1], tag.end + 16)):
        if tape[index] in c.ends_clause:
            return True
        if tape[index] in c.verb and index > tag.end + 2:
            return False
    return sentence[1] - tag.end <= 16
