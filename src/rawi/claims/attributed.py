"""What an attributing phrase attributes: the clause before or after it, and what goes on behind it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from functools import cache

from rawi.annotations.speech import particles, relay_verbs
from rawi.claims.adjuncts import known_at, passes_on
from rawi.claims.contents import Content, content_between, find_clause_end, join_contents
from rawi.claims.drafts import Draft
from rawi.claims.intervals import Intervals
from rawi.claims.reading import Reading, codes
from rawi.claims.starters import is_future
from rawi.claims.subjects import is_present
from rawi.claims.tags import Tag, parts_of
from rawi.model.annotation import Annotation

_FEWEST_WORDS = 3
_TWO = 3  # letters: في is no preposition with ف
_LONGEST = 250  # tokens; no clause is longer
_NEAR = 8  # tokens from a number over its noun to who gives it
_FARTHEST = 30  # tokens from one number to the one that stands against it


def find_tag_drafts(reading: Reading, tags: Sequence[Tag], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield a draft for each tag that attributes words which no other cue reports."""
    if not tags:
        return
    drafts = sorted(drafts, key=_cue_of)
    contents = Intervals((draft.content.start, draft.content.end, draft) for draft in drafts)
    reports = Intervals((draft.cue[0], draft.content.end + 2, draft) for draft in drafts if draft.cue)
    ends = sorted(draft.content.end for draft in drafts)
    for tag in tags:
        inside = bool(contents.holding(tag.first))
        if (count := _credited_count(reading, tag)) is not None:
            yield _draft(reading, tag, count)
            continue
        if reports.holding(tag.first) and not inside:
            continue
        if inside and (reading.words[tag.first][:1] != "و" or tag.subject is None):
            continue
        content = _content_of(reading, tag, ends)
        if content is None or content.end - content.start < _FEWEST_WORDS:
            continue
        if content.start < tag.first and _passes_on(reading, content.start):
            continue  # نقلت الوكالة على لسان الوزير: what she relays follows
        if content.start > tag.first and _relays(content, drafts, tag):
            continue
        yield _draft(reading, tag, content)


def _draft(reading: Reading, tag: Tag, content: Content) -> Draft:
    """The draft of what a tag attributes."""
    sentence = reading.text.sentence_of(tag.first)
    return Draft(
        rule="statement/tag-before" if content.start > tag.first else "statement/tag-after",
        cue=(tag.first, tag.last),
        content=content,
        subject=tag.subject,
        agreement=tag.agreement,
        reach=(min(content.start, tag.first), max(content.end, tag.end, sentence[1])),
        stance=tag.entry.stance or "says",
        manner="tag",
    )


def _credited_count(reading: Reading, tag: Tag) -> Content | None:
    """مقابل تسعة قتلى بحسب الدفاع المدني, …، و91 في المئة بحسب النقابة: the second of two numbers, which
    alone a phrase right after it attributes; None for any other phrase.

    Where the first number has a phrase of its own, a medium too has only the second.
    """
    if tag.subject is None or tag.is_chain:
        return None
    found = reading.quantities.beginning_in(tag.first - _NEAR, tag.first)
    if not found:
        return None
    number = found[-1]
    between = range(number.last, tag.first)
    if any(reading.tape[at] in codes().closes_or_verb for at in between):
        return None
    credited = _is_credited(reading, number)
    if credited is None or (not credited and passes_on(reading, tag.subject.first)):
        return None
    return content_between(reading, number.first, tag.first)


def _is_credited(reading: Reading, number: Annotation) -> bool | None:
    """Has the number before a second one in its sentence a phrase of its own (3000 بحسب الشرطة و20 ألفا)?
    None where a number is no second: it is after مقابل and وليس, and after such a phrase with و."""
    first, at = reading.text.sentence_of(number.first)[0], number.first
    before = reading.quantities.beginning_in(max(first, at - _FARTHEST), at)
    if not before:
        return None
    credited = any(reading.tape[i] in codes().tag for i in range(before[-1].last, at))
    if reading.words[at - 1] in particles("rather_than"):
        return True  # 14، وليس 40 كما قالت النقابة
    if reading.words[at - 1] in particles("against"):
        return credited
    joined = reading.words[at - 1] == "و" or reading.words[at][:1] == "و"  # و91
    return True if credited and joined else None


def _passes_on(reading: Reading, at: int) -> bool:
    """Does a verb of those who only pass words on stand at a token: نقلت?"""
    cue = reading.entry(at).cue if reading.tape[at] in codes().verb else None
    return cue is not None and cue.form in relay_verbs()


def _relays(content: Content, drafts: Sequence[Draft], tag: Tag) -> bool:
    """وبحسب «الضفة»، فقد ذكرت الوزارة أن: what follows the phrase is another's report, which it relays."""
    told = drafts[bisect_left(drafts, tag.end, key=_cue_of) : bisect_left(drafts, content.start, key=_cue_of)]
    if any(draft.content.start == content.start and not draft.silent for draft in told):
        return True
    first = bisect_left(drafts, content.start, key=_cue_of)
    near = drafts[first : bisect_left(drafts, content.start + 3, key=_cue_of)]
    others = (draft for draft in near if draft.subject is not None and not draft.silent)
    return any(draft.content.end >= content.end - 1 for draft in others)


def _cue_of(draft: Draft) -> int:
    """The token of the cue, or the first of the content."""
    return draft.cue[0] if draft.cue else draft.content.start


def _content_of(reading: Reading, tag: Tag, ends: Sequence[int]) -> Content | None:
    """The clause after a tag that opens its sentence, else the one before it."""
    sentence = reading.text.sentence_of(tag.first)
    if tag.first - sentence[0] <= 1 and reading.opening_at.get(sentence[0]) is None:
        return _after(reading, tag, sentence)
    if reading.words[tag.first][:1] in ("و", "ف") and reading.words[tag.first] not in parts_of(
        tag.entry.form
    ):
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
        if tape[at] in c.quote and (at > tag.end or _is_long(reading, at)):
            break
        at += 1
    else:
        return None
    while at < sentence[1] and tape[at] in c.comma_or_that:
        at += 1
    quotation = reading.opening_at.get(at)
    if quotation is not None and _is_long(reading, at) and not quotation.repaired:
        after = quotation.close + 1
        if after >= sentence[1] or tape[after] in c.closes:
            return Content(((quotation.open + 1, quotation.close),), "direct")
    return content_between(reading, at, find_clause_end(reading, at, sentence[1]))


def _is_long(reading: Reading, at: int) -> bool:
    """Is a quotation that begins at a token too long for a name: وحسب الخبير «أعيد بناء الجسر كله»?"""
    quotation = reading.opening_at.get(at)
    return quotation is not None and quotation.close - quotation.open > _FEWEST_WORDS + 2


@cache
def _alone() -> frozenset[str]:
    """The prepositions without a conjunction: مع، في، من."""
    return frozenset(form for form in particles("preposition") if form[0] not in "وف" or len(form) < _TWO)


def _goes_then(reading: Reading, at: int, end: int) -> bool:
    """فقد، فإن, any verb with ف right after the phrase, a preposition with ف: the clause begins."""
    code = reading.tape[at]
    if code in codes().preposition and reading.words[at][:1] == "ف" and reading.words[at][1:] in _alone():
        return True  # ووفقا للدراسة التي نشرت أمس فمع زيادة النوم
    first = at == end and code not in codes().preposition
    if first and (
        reading.words[at] in particles("there_is") or (code == "." and is_future(reading.words[at]))
    ):
        return True  # وطبقا للمصادر ذاتها سيقود, وبحسب الوزارة هناك
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
    """The quotation or clause that ends where the tag begins, and what goes on after the tag."""
    c, tape = codes(), reading.tape
    dashed = _between(reading, tag, sentence, c.dash)
    if not dashed and not _closes(reading, tag, sentence):
        return None
    at = tag.first - dashed
    while at > sentence[0] and tape[at - 1] in c.comma:
        at -= 1
    quotation = reading.closing_at.get(at - 1)
    if quotation is not None and quotation.close - quotation.open > _FEWEST_WORDS + 2:
        content = Content(((quotation.open + 1, quotation.close),), "direct")
        return _with_rest(reading, content, tag, sentence)
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
    if tape[start] in c.tag and not reading.words[start].endswith("ما"):
        return None  # بحسب ما أوردته الصحيفة نقلا عن مصدر، فإن: one phrase
    if not particles("that_was").isdisjoint(reading.words[start : start + 2]):
        return None  # …، وذلك في مؤتمر، حسب الوكالة: where it was said
    clause = content_between(reading, start, at)
    return None if clause is None else _with_rest(reading, clause, tag, sentence)


def _between(reading: Reading, tag: Tag, sentence: tuple[int, int], marks: Container[str]) -> bool:
    """Does a phrase stand between two marks: -بحسب الوزير-?"""
    if not sentence[0] < tag.first < tag.end < sentence[1]:
        return False
    return reading.tape[tag.end] in marks and reading.tape[tag.first - 1] in marks


def _with_rest(reading: Reading, content: Content, tag: Tag, sentence: tuple[int, int]) -> Content:
    """Add what goes on after a phrase between commas or dashes: سكان القرية، وفقا للبلدية، لا يملكون."""
    if tag.end + 1 >= sentence[1] or not _runs_on(reading, content, tag, sentence):
        return content
    start = tag.end + 1
    quotation = reading.opening_at.get(start)
    if quotation is not None and quotation.close - quotation.open > _FEWEST_WORDS:
        rest: Content | None = Content(((quotation.open + 1, quotation.close),), "direct")
    else:
        rest = content_between(reading, start, find_clause_end(reading, start, sentence[1]))
    return content if rest is None else join_contents(content, rest)


def _runs_on(reading: Reading, content: Content, tag: Tag, sentence: tuple[int, int]) -> bool:
    """Is what stands before a phrase not complete without what stands after it?

    Between dashes it never is. Between commas it is not where no verb has stood yet and one follows, or where
    a preposition goes on; الذي would tell more of whoever is named in the phrase.
    """
    c, tape, at = codes(), reading.tape, tag.end + 1
    if tape[at] in c.cue:  # …، وفقا للوكالة، وأضاف
        return False
    if _between(reading, tag, sentence, c.dash):
        return True
    if not _between(reading, tag, sentence, c.comma):
        return False
    if content.kind == "direct" or at in reading.opening_at:
        return at in reading.opening_at
    if tape[at] in c.preposition and reading.words[at][:1] not in ("و", "ف"):
        return True
    first, numbers = reading.words[content.start], particles("number_of")
    nominal = first.removeprefix("و").startswith("ال") or first in numbers or known_at(reading, content.start)
    begun = range(content.start, content.end)
    return nominal and not any(_is_verb(reading, i) for i in begun) and _is_verb(reading, at)


def _is_verb(reading: Reading, at: int) -> bool:
    """Does a token look like a verb or begin a verbal predicate: يملك، لم، كان، أكد?"""
    code = reading.tape[at]
    if code in codes().may_be_verb - {"."} or code in codes().negation:
        return True
    return code == "." and is_present(reading.words[at])


def _closes(reading: Reading, tag: Tag, sentence: tuple[int, int]) -> bool:
    """Does the clause end with the tag: nothing but its own phrase up to the next pause?"""
    c, tape = codes(), reading.tape
    for index in range(tag.end, min(sentence[1], tag.end + 16)):
        if tape[index] in c.ends_clause:
            return True
        if tape[index] in c.verb and index > tag.end + 2:
            return False
    return sentence[1] - tag.end <= 16
