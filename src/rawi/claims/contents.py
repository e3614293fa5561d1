"""How far the content of a statement runs: to the end of the sentence, unless the author or another cue
speaks again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec
from msgspec.structs import force_setattr

from rawi.annotations.speech import particles
from rawi.claims.afterwords import find_afterword
from rawi.claims.openings import find_opening
from rawi.claims.reading import Opening, Reading, codes
from rawi.claims.turns import author_goes_on, find_turn, speaks_again
from rawi.model.claim import StatementKind
from rawi.text.quotations import Quotation

_NAME_TOKENS = 4
_LONG_QUOTATION = 7  # what runs on after so long a quotation is the author's again
_TITLE = 3  # words of a name in marks
_LED = 8  # tokens from the head of a sentence to the verb of another's report
_FORMULA = 4  # tokens; a shorter content is not cut
_LONGEST = (
    800  # tokens; no clause is longer, and a page without a stop must not cost the square of its length
)
_MOST_TOLD = 128  # signals looked at behind a colon, where many sentences may follow
_MOST_SIGNALS = 32  # looked at in a clause; of 7,098 clauses of news one had more than 16


class Content(msgspec.Struct, frozen=True, gc=False):
    """Token ranges of the content, without outer marks, and how much of it is quoted.

    ``start`` is its first token and ``end`` the one after the last: asked for far more often than a content
    is made.
    """

    spans: tuple[tuple[int, int], ...]
    kind: StatementKind
    start: int = -1
    end: int = -1

    def __post_init__(self) -> None:
        """Note where the spans begin and end."""
        force_setattr(self, "start", self.spans[0][0])
        force_setattr(self, "end", self.spans[-1][1])


def find_content(reading: Reading, opening: Opening, sentence: tuple[int, int]) -> Content | None:
    """Return what the cue reports, given where it opens; None if nothing is left."""
    outer = reading.outer_quotation(opening.start - 1)
    quotation = opening.quotation
    if quotation is not None and _speaks(reading, quotation, opening):
        spans = _quoted_spans(reading, quotation)
        following = spans[-1][1] + 1
        if _closes(reading, following) or spans[0][1] - spans[0][0] > _LONG_QUOTATION:
            return Content(tuple(spans), "direct")
        if opening.frame in ("quote", "colon"):
            return Content(tuple(spans), "direct")
        end = find_clause_end(reading, following, _sentence_end(reading, following), outer)
        return content_between(reading, opening.start, end)
    if opening.frame == "colon":
        return content_between(reading, opening.start, _turn_end(reading, opening.start))
    phrase = opening.frame in ("noun", "prep")
    end = find_clause_end(reading, opening.start, sentence[1], outer, phrase=phrase)
    return content_between(reading, opening.start, end)


def _speaks(reading: Reading, quotation: Quotation, opening: Opening) -> bool:
    """A quotation that opens content is its words, unless it is only a name that a sentence goes on from."""
    if quotation.close - quotation.open - 1 > _NAME_TOKENS or opening.frame in ("quote", "colon"):
        return True
    return _closes(reading, quotation.close + 1)


def _closes(reading: Reading, at: int) -> bool:
    """Does what was quoted end the report here: at a stop, a line, or a comma?"""
    return at >= len(reading.words) or reading.tape[at] in codes().closes


def _quoted_spans(reading: Reading, quotation: Quotation) -> list[tuple[int, int]]:
    """The inside of a quotation, and of those that و joins to it (أن «أ»، وأن «ب»)."""
    spans = [(quotation.open + 1, quotation.close)]
    while True:
        at = spans[-1][1] + 1
        for step in range(1, 4):
            following = reading.opening_at.get(at + step)
            between = range(at, at + step)
            if following and following.depth == 0 and all(_joins(reading, index) for index in between):
                spans.append((following.open + 1, following.close))
                break
        else:
            return spans


def _joins(reading: Reading, index: int) -> bool:
    """A comma, a lone و, or وأن between two quotations of one report."""
    word = reading.words[index]
    joined = reading.tape[index] in codes().complementizer and word.startswith("و")
    return reading.tape[index] in codes().comma or word == "و" or joined


def content_between(reading: Reading, start: int, end: int) -> Content | None:
    """Trim marks and blanks at both ends and tell the kind."""
    skip = codes().trimmed
    while start < end and (reading.tape[start] in skip or _is_stray(reading, start)):
        start += 1
    end = _before_formula(reading, start, _trimmed(reading, start, end))
    if start >= end:
        return None
    return Content(((start, end),), _kind(reading, start, end))


def join_contents(first: Content, second: Content) -> Content:
    """Return one content of two that somebody's name broke: «…»، بحسب الوزير، «…»."""
    kind = first.kind if first.kind == second.kind else "mixed"
    return Content((*first.spans, *second.spans), kind)


def _trimmed(reading: Reading, start: int, end: int) -> int:
    """Return the end without marks and blanks."""
    skip = codes().trimmed
    while end > start and (reading.tape[end - 1] in skip or _is_odd(reading, start, end - 1)):
        end -= 1
    return end


def _before_formula(reading: Reading, start: int, end: int) -> int:
    """Leave out a formula of the author's at the end: حسب تعبيره، على حد قولها."""
    if end - start < _FORMULA or reading.words[end - 1] not in particles("tail"):
        return end
    at = end - 2
    if reading.words[at] in particles("limit"):
        at -= reading.tape[at - 1] in codes().preposition
    elif reading.tape[at] not in codes().tag:
        return end
    return _trimmed(reading, start, at)


def _is_stray(reading: Reading, at: int) -> bool:
    """Does a mark stand at the start that opens nothing?"""
    return reading.tape[at] in codes().quote and at not in reading.opening_at


def _is_odd(reading: Reading, start: int, at: int) -> bool:
    """Does a mark stand at the end that closes no quotation opened since ``start``?"""
    if reading.tape[at] not in codes().quote:
        return False
    quotation = reading.closing_at.get(at)
    return quotation is None or quotation.open < start


def _kind(reading: Reading, start: int, end: int) -> StatementKind:
    """Direct if all is quoted, mixed if two words or more that are not a name are, else indirect."""
    quoted = reading.text.quotations_in(start, end)
    if quoted and quoted[0].open == start and quoted[0].close >= end - 1:
        return "direct"
    long = any(_is_speech(reading, quotation) for quotation in quoted)
    return "mixed" if long else "indirect"


def _is_speech(reading: Reading, quotation: Quotation) -> bool:
    """Two quoted words or more that no name covers and no noun of a kind leads into."""
    first, last = quotation.open + 1, quotation.close
    if last - first < 2:
        return False
    covered = bool(reading.in_names[first] and reading.in_names[last - 1])
    if (covered and last - first <= _NAME_TOKENS + 2) or reading.words[first][:1].isdigit():
        return False
    return last - first > _TITLE or not _titles(reading, quotation)


def _titles(reading: Reading, quotation: Quotation) -> bool:
    """قوات «الجيش الوطني»: a definite name of two or three words right after its kind, not after ب or a
    verb."""
    before, first = quotation.open - 1, quotation.open + 1
    kind = before >= 0 and reading.tape[before] == "." and len(reading.words[before]) > 2
    return kind and reading.words[first].startswith("ال")


def _sentence_end(reading: Reading, index: int) -> int:
    """Return the end of the sentence that holds a token."""
    return reading.text.sentence_of(index)[1]


def _turn_end(reading: Reading, start: int) -> int:
    """Return where what follows a colon ends: with the paragraph, where a sentence opens a report of its own,
    or in the first one a participle does (قال: الجسر آمن، مضيفا أن …)."""
    last, at = _paragraph_end(reading, start), _sentence_end(reading, start)
    again = _participle_again(reading, start, min(at + 1, last))
    if again is not None:
        return again
    while at < last:
        if reading.tape[at] in codes().verb_joined and speaks_again(reading, at, _sentence_end(reading, at)):
            return at
        stop = _sentence_end(reading, at)
        if _another_reports(reading, at, stop):
            return at
        at = max(at + 1, stop)
    return last


def _another_reports(reading: Reading, first: int, end: int) -> bool:
    """ورداً على سؤال قال المدرب سامي النجار: …: does a sentence soon tell who says something after a colon of
    its own? Not وقال لي المدير, which the speaker tells."""
    for at in range(first, min(first + _LED, end)):
        cue = reading.entry(at).cue if reading.tape[at] in codes().verb else None
        if cue is None or cue.strength != "strong" or reading.entry(at).present:
            continue
        named = at + 1 in reading.person_at or at + 1 in reading.role_at
        opening = find_opening(reading, at, cue, end) if named else None
        return opening is not None and opening.frame in ("colon", "quote")
    return False


def _participle_again(reading: Reading, start: int, last: int) -> int | None:
    """Return the first participle after a pause that opens a report of its own; None if none does."""
    c, tape, past = codes(), reading.tape, start + 2
    signals = reading.clause_signals
    low = bisect_left(signals, past)
    for number in range(low, min(bisect_left(signals, last), low + _MOST_TOLD)):
        at = signals[number]
        quotation = reading.opening_at.get(at)
        if quotation is not None:
            past = max(past, quotation.close + 1)
            continue
        participle = at >= past and tape[at] in c.participle and tape[at - 1] in c.pause
        if participle and (
            speaks_again(reading, at, _sentence_end(reading, at)) or find_afterword(reading, start, at)
        ):
            return at
    return None


def _paragraph_end(reading: Reading, index: int) -> int:
    """Return the next line break, or the end of the text."""
    last = min(len(reading.words), index + _LONGEST)
    try:
        return reading.words.index("", index, last)
    except ValueError:
        return last


def find_clause_end(
    reading: Reading, start: int, limit: int, outer: Quotation | None = None, *, phrase: bool = False
) -> int:
    """Walk from ``start`` to where the reported clause ends; what stands in marks is stepped over whole.

    ``phrase`` tells that no clause but a noun was reported (أعلنت تحرير المدينة، بعدما …): the author goes on
    sooner.
    """
    limit = min(limit, start + _LONGEST)
    if outer is not None:
        limit = min(limit, outer.close) if outer.close > start else limit
    signals, past, seen = reading.clause_signals, start, 0
    for number in range(bisect_left(signals, start), len(signals)):
        at = signals[number]
        if at >= limit:
            break
        if at < past:
            continue
        seen += 1
        if seen > _MOST_SIGNALS:
            return at
        quotation = reading.opening_at.get(at)
        if quotation is not None:
            past = quotation.close + 1
            limit = max(limit, _sentence_end(reading, quotation.close)) if outer is None else limit
        elif at > start and (
            (end := find_turn(reading, start, at, limit, nested=outer is not None)) is not None
            or (phrase and (end := author_goes_on(reading, at)) is not None)
        ):
            return end
    return max(min(max(past, limit), len(reading.words)), start)


def cut_before(content: Content, reading: Reading, ends: Sequence[int]) -> Content | None:
    """Shorten a content that runs into one of the token indices ``ends`` (the start of a tail such as بحسب
    الوزير)."""
    at = bisect_right(ends, content.spans[-1][0])
    if at == len(ends) or ends[at] >= content.end or len(content.spans) > 1:
        return content
    return content_between(reading, content.start, ends[at])
