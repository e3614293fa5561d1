"""Whether a date is still to come, from the verb before it: ستزور الوزيرة القرية الجمعة."""

from __future__ import annotations

import re

import msgspec

from rawi.annotations.vocabulary import load_words, role_of
from rawi.model.calendar import DateExpression
from rawi.text.text import Text

_REACH = 8
_FAR = 20  # tokens before a date that ends a time
_PAUSES = frozenset(("،", ",", "؛"))
_STOPS = frozenset((".", "!", "?", "؟", "…", ""))  # marks at which a sentence may end
#: The letter of the future before an imperfect (سيفتح، وستزور، فسنعود), among words joined by spaces.
_FUTURE_VERB = re.compile("(?<![^ ])[وف]?س[يتن][ء-ي]{2,}(?![^ ])")
_IMPERFECT = re.compile("[وف]?[يت][ء-ي]{3,}")


def has_future_word(words: list[str]) -> bool:
    """Does one of some folded words say that something is still to come?"""
    if not load_words("tenses.toml", "future_word").isdisjoint(words):
        return True
    verbs = _FUTURE_VERB.findall(" ".join(words))
    return any(verb not in load_words("tenses.toml", "not_future") for verb in verbs)


def set_tense(expression: DateExpression, text: Text, first: int) -> DateExpression:
    """Give a weekday or month that begins at token ``first`` the tense of the words before it, if it has
    none."""
    if (expression.weekday is None and expression.month is None) or expression.within is not None:
        return expression
    if expression.tense is not None or expression.period is not None or expression.year is not None:
        return expression
    before = text.words[max(0, first - _REACH) : first]
    if not _STOPS.isdisjoint(before):
        before = text.words[max(text.sentence_of(first)[0], first - _REACH) : first]
    if has_future_word(before) or _lasts(before) or _is_expected(expression, text, first):
        return msgspec.structs.replace(expression, tense="ahead")
    return expression


def _is_expected(expression: DateExpression, text: Text, first: int) -> bool:
    """Is something to come by this month (توقع فتح الجسر بنهاية أيار), or not before it (لن يفتح قبل أيار)?

    No comma stands between, and no word that looks back (توقع تراجع الأسعار بعد ارتفاعها بنهاية أيار). After
    a verb of expecting a word must say that a time ends: توقعت الشركة مطلع أيار is when she said so.
    """
    if expression.month is None or expression.day is not None or expression.weekday is not None:
        return False
    clause = text.words[max(text.sentence_of(first)[0], first - _FAR) : first]
    breaks = load_words("tenses.toml", "looks_back") | _PAUSES
    last = max((at for at, word in enumerate(clause) if word in breaks), default=-1)
    clause = clause[last + 1 :]
    before, due = clause[-1:], load_words("tenses.toml", "due")
    led = not due.isdisjoint(before) or text.words[first] in due
    if led and not load_words("tenses.toml", "expects").isdisjoint(clause[:-1]):
        return True
    ends = led or expression.mod is not None
    return ends and (
        has_future_word(clause) or not load_words("tenses.toml", "denies_future").isdisjoint(clause)
    )


def _lasts(before: list[str]) -> bool:
    """Does something go on until this date: وتستمر حتى الجمعة؟"""
    return (
        before[-1:] != []
        and role_of(before[-1]) in ("to", "until")
        and any(map(_IMPERFECT.fullmatch, before[-3:-1]))
    )
