"""Which reports deny, and what: لا صحة لما تردد, ما نشر عار عن الصحة, لكن الوزير نفى ذلك."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from rawi.annotations.speech import particles
from rawi.claims.contents import Content, content_between
from rawi.claims.drafts import Draft
from rawi.claims.intervals import Intervals
from rawi.claims.objects import denial_phrases, denial_words, is_claim, points_back
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import find_subject

_SUBJECT = 9  # tokens; between لكن and the verb of denying stands no longer subject


def settle_polarity(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with what they deny told from what they assert.

    A report that says of something said that it is not so denies that: of ``لا صحة لما تردد عن بيع السوق``
    denied is ما تردد عن بيع السوق; what its speaker says besides is a report of its own. What somebody
    denies having said is no report.
    """
    denials = [draft for draft in drafts if draft.polarity == "denied" and not draft.silent]
    if denials:
        _cut_before_counters(reading, drafts, denials)
        lost = _point_back(reading, drafts, denials)
        for draft in denials:
            _clip_to_clause(reading, draft)
            _name_denier(reading, draft)
        denied = Intervals((draft.content.start, draft.content.end, draft) for draft in denials)
        drafts = [one for one in drafts if id(one) not in lost and not _is_disowned(one, denied)]
    parts: list[Draft] = []
    for draft in drafts:
        parts += split(reading, draft) if _may_deny(draft) else (draft,)
    return parts


def _point_back(reading: Reading, drafts: Sequence[Draft], denials: list[Draft]) -> set[int]:
    """Give نفت ذلك the content that it denies: what was reported before it in its sentence, else the clause
    before لكن. Return the drafts that point at nothing there."""
    pointing = {id(draft): draft for draft in denials if _points(reading, draft)}
    if not pointing:
        return set()
    reports = sorted((one for one in drafts if id(one) not in pointing and not one.silent), key=_end)
    ends = [_end(one) for one in reports]
    lost = set()
    for draft in pointing.values():
        before = bisect_right(ends, draft.content.start)
        content = _pointed_at(reading, draft, reports[before - 1].content if before else None)
        if content is None:
            lost.add(id(draft))
        else:
            draft.content = content
    return lost


def _pointed_at(reading: Reading, draft: Draft, last: Content | None) -> Content | None:
    """What ذلك stands for, given what was reported last: that, if the sentence holds it; else the clause
    before لكن; else, with doubt, what was reported in the sentence before."""
    first = reading.text.sentence_of(draft.content.start)[0]
    if last is not None and last.start >= first:
        return last
    draft.doubtful = True
    counter = find_counter(reading, draft)
    clause = content_between(reading, first, counter) if counter is not None else None
    if clause is not None or last is None or draft.cue is None or draft.cue[0] - first > _SUBJECT:
        return clause
    return last if reading.text.sentence_of(last.end - 1)[1] >= first - 1 else None


def _end(draft: Draft) -> int:
    """The token after the content."""
    return draft.content.end


def _points(reading: Reading, draft: Draft) -> bool:
    """Is a content ذلك or الأمر (نفى ذلك أيضا، واشتهر ب…)?"""
    phrase = draft.cue is not None and draft.rule.endswith("-noun")
    return phrase and points_back(reading, draft.content.start)


def _cut_before_counters(reading: Reading, drafts: Sequence[Draft], denials: list[Draft]) -> None:
    """قال إن …، لكن الوزارة نفت ذلك: the first report ends where another speaker denies it."""
    counters = [at for draft in denials if (at := find_counter(reading, draft)) is not None]
    if not counters:
        return
    contents = Intervals((one.content.start, one.content.end, one) for one in drafts if not one.silent)
    for at in counters:
        for outer in contents.holding(at):
            if (
                len(outer.content.spans) == 1
                and outer.content.start < at
                and reading.outer_quotation(at) is None
            ):
                outer.content = content_between(reading, outer.content.start, at) or outer.content


def find_counter(reading: Reading, draft: Draft) -> int | None:
    """Return the token of لكن or its like that begins another speaker's denial: before the verb or its
    subject."""
    if draft.cue is None or draft.manner != "verb":
        return None
    at = draft.cue[0]
    for index in range(at - 1, max(at - _SUBJECT, 0), -1):
        if reading.tape[index] in codes().closes and reading.tape[index] not in codes().comma:
            return None
        if reading.words[index] in denial_words("but_alone"):
            return index
        if reading.tape[index] in codes().comma:
            opened = reading.word(index + 1) in denial_words("but") or _match(
                "but_that", reading, index + 1, at
            )
            return index + 1 if opened else None
    return None


def _name_denier(reading: Reading, draft: Draft) -> None:
    """لكن الحكومة نفت ذلك، عاجل: الجيش ينفي: who stands between لكن or a colon and the verb denies, known by
    name or not."""
    if draft.subject is not None or draft.cue is None or draft.manner != "verb":
        return
    counter, at = find_counter(reading, draft), draft.cue[0]
    start = counter + 1 if counter is not None else at - 1
    if counter is not None:
        start = _match("but_that", reading, counter, at) or start
    elif not _opens_line(reading, at):
        return
    subject = find_subject(reading, start, at)
    if subject is not None and subject.last == at:
        draft.subject = subject


def _opens_line(reading: Reading, at: int) -> bool:
    """عاجل: الجيش ينفي: one word with the article between the verb and the head of a line or a colon."""
    if not at or not reading.words[at - 1].startswith("ال") or reading.tape[at - 1] != ".":
        return False
    return at == 1 or reading.tape[at - 2] in codes().opens_line


def _clip_to_clause(reading: Reading, draft: Draft) -> None:
    """End what is denied where the author goes on: with the relative clause of موسكو، التي تنفي أي دور لها،
    with what رغم leads in, or at a pause before إلا أن, وهو, ثم."""
    if draft.cue is None or len(draft.content.spans) > 1 or draft.content.kind == "direct":
        return
    before = draft.cue[0] - 1
    first, last = draft.content.start, draft.content.end
    commas = [i for i in range(first + 1, last) if reading.tape[i] in codes().comma]
    led = before >= 0 and draft.manner == "noun" and reading.words[before] in denial_words("led")
    led |= before >= 0 and draft.manner == "verb" and reading.tape[before] in codes().relative
    phrase = draft.rule.endswith("-noun")
    end = next((at for at in commas if led or (phrase and _goes_on(reading, at + 1, last))), last)
    end = next((at for at in range(first + 1, end) if phrase and _ends_phrase(reading, at)), end)
    draft.content = content_between(reading, first, end) or draft.content


def _ends_phrase(reading: Reading, at: int) -> bool:
    """بل, a present verb that و joins (…، وتتهم), or كما before a verb: no noun phrase goes on with them."""
    if reading.words[at] in denial_words("rather"):
        return True
    if reading.tape[at] in codes().verb_joined:
        return reading.entry(at).present
    following = reading.tape[at + 1 : at + 2]
    return reading.words[at] in particles("lead") and bool(following) and following in codes().verb


def _goes_on(reading: Reading, at: int, last: int) -> bool:
    """Does the author speak again after a pause: إلا أن الأهالي, وهو التصريح, ورفض أن?"""
    if at >= last:
        return False
    beyond = reading.words[at] in denial_words("beyond") or reading.tape[at] in codes().verb_joined
    return beyond or _match("but_that", reading, at, last) is not None


def _is_disowned(draft: Draft, denied: Intervals[Draft]) -> bool:
    """نفى أن يكون قال إن …: what he denies having said he did not say."""
    if draft.cue is None or draft.subject is not None or draft.manner != "verb" or draft.silent:
        return False
    return any(outer is not draft for outer in denied.holding(draft.cue[0]))


def split(reading: Reading, draft: Draft) -> Iterator[Draft]:
    """Yield a draft that may deny, or where its words say that something is not so, the denial and what else
    it asserts."""
    found = _find_denied(reading, draft)
    if found is None:
        yield draft
        return
    denied, rest = found
    yield msgspec.structs.replace(draft, content=denied, polarity="denied", stance="denies")
    if rest is not None:
        yield msgspec.structs.replace(draft, content=rest)


def _may_deny(draft: Draft) -> bool:
    """Only words that are not quoted are read: in marks the speaker asserts what he says."""
    one = len(draft.content.spans) == 1 and draft.content.kind != "direct"
    return one and draft.polarity == "asserted" and not draft.silent


def _find_denied(reading: Reading, draft: Draft) -> tuple[Content, Content | None] | None:
    """What the content of a draft denies, and what it goes on to assert."""
    first, last = draft.content.start, draft.content.end
    opened = _opened(reading, first, last)
    if opened is None:
        return _called_untrue(reading, first, last)
    end, rest = _end_of_clause(reading, opened, last)
    denied = content_between(reading, opened, end)
    return (denied, rest) if denied else None


def _called_untrue(reading: Reading, first: int, last: int) -> tuple[Content, Content | None] | None:
    """ما نشر عار عن الصحة: what is said before the words that call it untrue, and what follows وأن."""
    if not is_claim(reading, first) and reading.words[first] not in denial_words("object"):
        return None
    for at in range(first + 1, last):
        after = _match("untrue", reading, at, last)
        if after is None or not _is_predicate(reading, first, at):
            continue
        after = _past_emphasis(reading, after, last)
        denied = content_between(reading, first, _before_copula(reading, first, at))
        ends = after >= last or reading.tape[after] in codes().comma or reading.words[after][:1] == "و"
        return (denied, _end_of_clause(reading, after, last)[1]) if denied and ends else None
    return None


def _is_predicate(reading: Reading, first: int, at: int) -> bool:
    """Not in التهم التي لا أساس لها, nor inside marks that what is said stands outside of."""
    if reading.tape[at - 1] in codes().relative:
        return False
    return reading.outer_quotation(at) is reading.outer_quotation(first)


def _before_copula(reading: Reading, first: int, at: int) -> int:
    """ما نشر هو خبر غير صحيح: what is denied ends before the noun and pronoun that carry the predicate."""
    while at - 1 > first and (
        reading.words[at - 1] in particles("points_back")
        or (is_claim(reading, at - 1) and not reading.words[at - 1].startswith("ال"))
    ):
        at -= 1
    return at


def _opened(reading: Reading, first: int, last: int) -> int | None:
    """The token after لا صحة ل or ليس صحيحا أن, at which what is denied begins."""
    after = _match("not_so", reading, first, last)
    if after is not None and after < last:
        word = reading.words[after]
        joined = word[:1] == "ل" and (len(word) > 2 or len(word) == 1)
        if joined and reading.tape[after] not in codes().preposition:
            return after
    after = _match("untruth_of", reading, first, last)
    if after is not None and after < last:
        return after
    after = _match("not_that", reading, first, last)
    if after is None or after >= last:
        return None
    if reading.tape[after] in codes().complementizer:
        return after + 1
    return after if reading.words[after] in denial_words("object") else None


def _match(kind: str, reading: Reading, at: int, last: int) -> int | None:
    """Return the token after a phrase of a kind that stands at ``at``."""
    for phrase in denial_phrases(kind).get(reading.words[at], ()):
        if tuple(reading.words[at : at + len(phrase)]) == phrase:
            return at + len(phrase) if at + len(phrase) <= last else None
    return None


def _past_emphasis(reading: Reading, at: int, last: int) -> int:
    """Step over تماما, من الصحة and their like."""
    while at < last and reading.words[at] in denial_words("absolutely"):
        at += 1
    return at


def _end_of_clause(reading: Reading, at: int, last: int) -> tuple[int, Content | None]:
    """Where a denial ends, and what its speaker asserts after it: at وأن or بل after a pause."""
    for index in range(at, last):
        word = reading.words[index]
        if word in denial_words("and_that") and word[:1] in ("و", "ب") and word != "بان":
            return index, content_between(reading, index + 1, last)
    return last, None
