"""Numbers that somebody says are not so: نفى صحة الرقم 110، لا صحة لرقم المئة وعشرة، لم يتجاوز العدد 110."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.annotations.numbers import number_of
from rawi.claims.objects import denial_phrases
from rawi.model.claim import Polarity
from rawi.model.proposition import Count, Proposition
from rawi.relations.statements.lexemes import find_label, scope_of
from rawi.relations.statements.utterances import Utterance
from rawi.relations.statements.wording import same_value, value_of

#: Smaller numbers reports share by chance.
LEAST = 10
_NEAR = 3  # tokens from what says that something is not so to the word for a number
_LONGEST = 4  # words of a number
_OVER = frozenset(("more_than", "at_least"))


def find_refused(said: Utterance, polarity: Polarity) -> tuple[int, ...]:
    """Return the numbers of which a content says that they are not so, each after a word such as رقم.

    >>> from rawi.model.span import Span
    >>> from rawi.relations.statements.utterances import read_utterance
    >>> find_refused(read_utterance("لا صحة لرقم المئة وعشرة", [Span(0, 23)]), "asserted")
    (110,)
    """
    starts = [0] if polarity == "denied" else list(_ends_of_phrases(said))
    return tuple(dict.fromkeys(found for at in starts if (found := _number_after(said, at)) >= LEAST))


def _ends_of_phrases(said: Utterance) -> Iterator[int]:
    """Yield the tokens after لا صحة and the like."""
    for at, word in enumerate(said.words):
        for phrase in denial_phrases("not_so").get(word, ()):
            if tuple(said.words[at : at + len(phrase)]) == phrase:
                yield at + len(phrase)


def _number_after(said: Utterance, start: int) -> int:
    """Return the number after the next word for one; 0 if there is none."""
    for at in range(start, min(start + _NEAR, len(said.words))):
        if scope_of(said.words[at]) == "numeral":
            words = [word.removeprefix("ال") for word in said.words[at + 1 : at + 1 + _LONGEST]]
            return number_of(words)
    return 0


def refuses_number(denial: Proposition, claim: Proposition) -> bool:
    """Does one say of a number that it is not so which the other gives for what it counts?"""
    if claim.refused or not denial.refused:
        return False
    return any(value_of(one)[0] in denial.refused and one.unit is None for one in claim.counts)


def is_denied_number(denial: Proposition, mine: Count, given: Count) -> bool:
    """Is a number that is given the one that is denied, of the same things; where it is denied that there are
    more, also a higher one?"""
    counted = mine.counted or denial.numbered
    if counted is None or (counted and counted != given.counted) or not given.counted:
        return False
    if same_value(mine, given):
        return True
    least, value = value_of(mine)[0], value_of(given)[0]
    return mine.hedge in _OVER and bool(counted) and least is not None and value is not None and value > least


def find_numbered(said: Utterance) -> str | None:
    """Return the label of what a word such as عدد at the head says is counted, empty of العدد alone; null
    without one.

    >>> from rawi.model.span import Span
    >>> from rawi.relations.statements.utterances import read_utterance
    >>> find_numbered(read_utterance("يكون العدد تجاوز 110", [Span(0, 20)]))
    ''
    """
    for at, word in enumerate(said.words[:_NEAR]):
        if scope_of(word) == "numeral":
            bare = word.startswith("ال") or at + 1 >= len(said.words)
            return "" if bare else find_label(said.words[at + 1])
    return None
