"""Numbers inside somebody's words that somebody else may have given: لكن حصيلة النقابة بلغت 23."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache

from rawi.annotations.speech import particles
from rawi.arabic.fold import fold
from rawi.claims.counts import names_claimant
from rawi.claims.drafts import Draft
from rawi.claims.known import folded_name
from rawi.claims.reading import Reading, codes
from rawi.lexicons.loader import load_table
from rawi.model.annotation import Annotation
from rawi.model.claim import Statement

_ONLY = 3  # tokens after a number in which فقط stands
_RIGHT = 12  # tokens from the right number to the one that it is not
_BEFORE, _AFTER = 8, 5  # tokens from a number to the words that say whose it is


class Others:
    """Who else may have given the numbers of one text, by its statements."""

    def __init__(self, reading: Reading, told: Sequence[tuple[Statement, Draft]]) -> None:
        self.reading = reading
        self.told = {statement.id: (statement, draft) for statement, draft in told}
        self.fronting = frozenset(_fronting(reading, told))
        self.numbers = {one.first for one in reading.quantities}

    def may_give(self, number: Annotation, holder: str | None) -> bool:
        """Does the sentence say of a number which a statement holds that it is another's than its speaker's?

        A verb right after it may (مقابل 23 تقول النقابة إنها سجلتهم), a noun of its owner's beside it, or its
        speaker says that it is not so many (14 وليس 40).
        """
        if holder is None:
            return False
        if number.value.number[1] in self.fronting:
            return True
        statement, draft = self.told[holder]
        if draft.content.start < number.first - 1 and _is_denied(self.reading, number):
            return True
        owner = _find_owner(self.reading, number, draft.content.start, self.numbers)
        if owner is None:
            return False
        if draft.subject is not None and draft.subject.first <= owner < draft.subject.last:
            return False
        if draft.cue is not None and draft.cue[0] < owner <= draft.cue[1] + 1:
            return False  # وفق حصيلة للمرصد: the statement's own source
        return self.reading.words[owner] not in folded_name(statement.speaker.name or "").split()


def _fronting(reading: Reading, told: Sequence[tuple[Statement, Draft]]) -> Iterator[int]:
    """Yield the tokens of verbs that may tell of what stands right before them: مقابل 23 تقول النقابة."""
    for _, draft in told:
        if draft.cue is None or draft.manner != "verb" or draft.subject is None:
            continue
        if draft.cue[0] < draft.subject.first and reading.entry(draft.cue[0]).present:
            yield draft.cue[0]


def _is_denied(reading: Reading, number: Annotation) -> bool:
    """14 وليس 40, not وليس 40 فقط: does the speaker say that another number is the right one?"""
    if number.first == 0 or reading.words[number.first - 1] not in particles("rather_than"):
        return False
    after = reading.words[number.last : number.last + _ONLY]
    first = reading.text.sentence_of(number.first)[0]
    before = reading.quantities.beginning_in(max(first, number.first - _RIGHT), number.first)
    return bool(before) and particles("not_only").isdisjoint(after)


def _find_owner(reading: Reading, number: Annotation, first: int, numbers: Container[int]) -> int | None:
    """Return the token of whose number words beside it say it is, not before ``first`` nor past another of
    the ``numbers``; None for nobody.

    لكن حصيلة النقابة بلغت 23 قتيلا; تضرر 300 منزل، وفق رقم المجلس.
    """
    c, tape, words = codes(), reading.tape, reading.words
    for at in range(number.first - 2, max(first, number.first - _BEFORE) - 1, -1):
        if tape[at + 1] in c.narrated or tape[at + 1] in c.comma or at in numbers:
            break
        told = tape[at] in c.verb_object and words[at - 1].endswith("ما")  # ما ذكرته النقابة عن مقتل 40
        if (told or _is_account(words[at])) and names_claimant(reading, at + 1):
            return at + 1
    for at in range(number.last, min(number.last + _AFTER, len(words) - 2)):
        if tape[at] in c.end or at in numbers:
            break
        led = tape[at] in c.tag and _is_account(words[at + 1])
        if led and names_claimant(reading, at + 2):
            return at + 2
    return None


def _is_account(word: str) -> bool:
    """Is a word a noun of a number as somebody's own, without the article: رقم، لإحصاءات?"""
    return word in _accounts() or word[1:] in _accounts()


@cache
def _accounts() -> frozenset[str]:
    """Return the folded nouns of a number as somebody's own."""
    return frozenset(fold(row["word"]) for row in load_table("counting.tsv") if row["role"] == "account")
