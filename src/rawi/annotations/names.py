"""Numbers that are part of a name, an address, a clock time or a list, and so count nothing."""

from __future__ import annotations

import re
from functools import cache

from rawi.annotations.vocabulary import codes_of
from rawi.text.text import Text

_YEAR = re.compile(r"1[89]\d\d|20[0-4]\d")
_MARKS = frozenset("-–—−/:_.#@&")
_LONG = 7


@cache
def _labels() -> frozenset[str]:
    """Return the codes of words after which a number is a name."""
    return codes_of("{?label|cup}")


@cache
def _clocks() -> frozenset[str]:
    """Return the codes of words after which a number is a point of time: الساعة 10، الدقيقة 40."""
    return codes_of("{?hour|minute:al}")


def in_name(tape: str, text: Text, first: int, last: int, counted: object) -> bool:
    """Is the number at tokens ``first`` to ``last`` no count? ``counted``: its unit or noun, None if it has
    neither.

    Names (كوفيد-19، "السويداء 24"), labels (المادة 12), clock times (10:30), dates that nobody placed
    (3/4), numbers of lists at the start of a line, telephone numbers, years.
    """
    words = text.words
    if first > 1 and _ranks(tape, words, first):
        return True
    if first and _labelled(tape, first, last, counted):
        return True
    if _zoned(tape, last):
        return True
    if not words[first][:1].isdigit():
        return False
    if _telephone(words, first):
        return True
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    between_words = "ء" <= before[:1] <= "ي" and "ء" <= after[:1] <= "ي"
    if not between_words and _among_marks(text, first, last):
        return True
    return last == first + 1 and (_quoted(text, first, last) or (not counted and _bare(words[first])))


def _labelled(tape: str, first: int, last: int, counted: object) -> bool:
    """Does a label stand before the number, or what makes it a time of day?"""
    label = first - 1
    if first > 1 and tape[label] in _joined():
        label -= 1
    if tape[label] in _naming():
        return True
    if tape[label] not in _labels():
        return False
    return not counted or label < first - 1 or tape[last : last + 1] in codes_of("{of}")


@cache
def _naming() -> frozenset[str]:
    """Return the codes of words after which a number is never a count: رقم، المادة، الفصل، الساعة."""
    return codes_of("{?numbered}") | codes_of("{?chapter:al}") | _clocks()


def _among_marks(text: Text, first: int, last: int) -> bool:
    """Do the marks and Latin words around a number make it a part of something else?"""
    words = text.words
    if _glued_before(text, first) or _glued_after(text, last) or _in_code(words, first, last):
        return True
    if _scored(words, first, last):
        return True
    opens_line = first == 0 or not words[first - 1]
    return opens_line and last < len(words) and words[last] in "-–—.)"


def _ranks(tape: str, words: list[str], first: int) -> bool:
    """Does a number with the article rank one thing: الدورة العربية الـ13؟ A plural before it is counted:
    الأعضاء الـ23."""
    ranked, before = codes_of("{?ranked|week|year|day|moon|century:al}"), tape[first - 1]
    if before not in codes_of("{?al}") or words[first].startswith("ال"):
        return before in ranked and (words[first].startswith("ال") or before in codes_of("{?ranked:al}"))
    return (
        words[first - 2].endswith("يه")
        or tape[first - 2] in ranked
        or (first > 2 and tape[first - 3] in ranked)
    )


def _zoned(tape: str, last: int) -> bool:
    """Does a time zone follow: 21,45 بتوقيت غرينتش؟"""
    return tape[last : last + 1] in codes_of("{zone}")


@cache
def _joined() -> frozenset[str]:
    """Return the codes of an article or preposition written apart before a number in digits."""
    return codes_of("{?al|joined}")


def _glued_before(text: Text, first: int) -> bool:
    """Is the number glued to a mark that is glued to a word, or to Latin letters: إف-16، A380، 10:30؟"""
    if not text.glued(first):
        return False
    before = text.words[first - 1]
    if before.isascii() and before.isalpha():
        return True
    return before in _MARKS and (text.glued(first - 1) or before in "#@:/")


def _glued_after(text: Text, last: int) -> bool:
    """Is the number glued to a mark that is glued to more, or to Latin letters that are no unit: 10:30،
    3/4، 5G؟"""
    words = text.words
    if last >= len(words) or not text.glued(last):
        return False
    if words[last] in "/:_&" and last + 1 < len(words) and text.glued(last + 1) and words[last + 1]:
        return True
    if words[last] in "-–" and last + 1 < len(words) and text.glued(last + 1):
        return True
    return words[last].isascii() and words[last].isalpha()


def _scored(words: list[str], first: int, last: int) -> bool:
    """Is it one side of a score or fraction that nobody made a range of: 2 - 2، 32 / 30؟"""
    after, before = words[last : last + 2], words[max(0, first - 2) : first]
    pairs = [after, before[::-1]]
    return any(len(pair) == 2 and pair[0] in _BETWEEN_SCORES and pair[1][:1].isdecimal() for pair in pairs)


_BETWEEN_SCORES = frozenset("-–—/:")


def _in_code(words: list[str], first: int, last: int) -> bool:
    """Does the number stand between Latin words or marks of program code that strayed into the text?"""
    around = (words[first - 1] if first else "", words[last] if last < len(words) else "")
    return all(word.isascii() and (word.isalpha() or word in _CODE) and word for word in around)


_CODE = frozenset("[]{}=;'<>_#|")


def _bare(word: str) -> bool:
    """Is a number without a noun a year or a telephone number?"""
    return bool(_YEAR.fullmatch(word)) or (
        word.isdigit() and (len(word) > _LONG or (word[0] == "0" and len(word) > 1))
    )


def _telephone(words: list[str], first: int) -> bool:
    """Is the number one of several groups of a telephone number: +966 11 234 5678، 06-234-5678؟"""
    if not words[first].isdecimal():
        return False
    start = end = first
    while start > max(0, first - _REACH) and (words[start - 1].isdecimal() or words[start - 1] in _GROUPS):
        start -= 1
    while end < min(len(words), first + _REACH) and (words[end].isdecimal() or words[end] in _GROUPS):
        end += 1
    if end - start == 1:
        return False
    groups = [word for word in words[start:end] if word.isdecimal()]
    opened = groups[0].startswith("0") or (start > 0 and words[start - 1] == "+")
    return opened and len(groups) > 1 and sum(map(len, groups)) > _LONG


_REACH = 8  # tokens: groups of digits and the dashes between them
_GROUPS = frozenset("-–")


def _quoted(text: Text, first: int, last: int) -> bool:
    """Does the number end a short quoted name: "السويداء 24"؟"""
    return any(q.close == last for q in text.quotations_in(first - 3, first - 1))
