"""Whether a happening is told again, as what a court or a memorial speaks of: its day and place are not
theirs."""

from __future__ import annotations

from datetime import date as Day
from functools import cache
from typing import Literal

import msgspec

from rawi.events.lexemes import has_sign, is_sign, joined_signs, read_event_words, signs_of
from rawi.events.mentions import Mention
from rawi.model.claim import DateMention
from rawi.relations.quantities.lexemes import words_of
from rawi.relations.quantities.page import COMMAS, STOPS, Page

_CHARGED, _TRIED, _KEPT = 8, 30, 7  # words before a mention in which each is looked for
_NAMED, _YEARS, _VICTIMS = 4, 3, 2
_DAY = 10
_GONE_BY = "مرور"
_HISTORY = 45  # days after which a happening is no news any more
#: What a court does itself, and what people do on a day of memory.
_OWN = frozenset(
    (
        "arrest", "search", "capture", "raid", "release", "agreement", "exchange", "foiling", "deployment",
        "protest", "gathering", "dispersal", "riot", "roadblock", "stoning", "evacuation",
    )
)  # fmt: skip


class Retold(msgspec.Struct, frozen=True, gc=False):
    """By what a happening is told again, with the token that says so; ``open``: no court has found it so."""

    by: Literal["court", "memory", "mourning"]
    at: int
    open: bool = False

    @property
    def is_old(self) -> bool:
        """Is it no news any more? Those who are mourned died some days ago."""
        return self.by != "mourning"


def find_retelling(page: Page, mention: Mention) -> Retold | None:
    """Return what tells a happening again: a charge, a court, a day on which it is remembered; else null."""
    if mention.word.family in _OWN:
        return None
    return _charged(page, mention) or _tried(page, mention) or _remembered(page, mention)


@cache
def _charging() -> frozenset[str]:
    """Return the words at which ``_charged`` has something to ask."""
    return joined_signs("verdict", "finding", "charge", "case", "apart") | STOPS | COMMAS


def _charged(page: Page, mention: Mention) -> Retold | None:
    """Does a charge, a case or a verdict lead to a mention: بتهمة قتل، المتهم بالمشاركة في هجوم؟"""
    words, telling = page.words, _charging()
    for at in range(mention.first - 1, max(mention.clause[0], mention.first - _CHARGED) - 1, -1):
        word = words[at]
        if word not in telling:
            continue
        if is_sign(word, "verdict") or (is_sign(word, "finding") and words[at + 1].startswith("ب")):
            return Retold("court", at)
        if is_sign(word, "charge", "case"):
            open_ = has_sign(words[max(mention.clause[0], at - _NAMED) : at + 1], "charge")
            return Retold("court", at, open=open_)
        led = is_sign(words[at - 1], "taking_part", "charge", "case")
        if word in STOPS or word in COMMAS or (is_sign(word, "apart") and not led):
            return None
    return None


@cache
def _judging() -> frozenset[str]:
    """Return the words at which ``_tried`` has something to ask."""
    return joined_signs("sentenced", "prison", "tribunal") | STOPS


def _tried(page: Page, mention: Mention) -> Retold | None:
    """Does a court speak in the clause before a mention, or is somebody sentenced there?"""
    words, first = page.words, max(mention.clause[0], mention.first - _TRIED)
    telling = _judging()
    for at in range(mention.first - 1, first - 1, -1):
        word = words[at]
        if word not in telling:
            continue
        if word in STOPS:
            return None
        if is_sign(word, "sentenced") or (is_sign(word, "prison") and _is_term(page, at + 1)):
            return Retold("court", at)
        if is_sign(word, "tribunal") and not _is_scene(page, at):
            acquitted = has_sign(words[mention.clause[0] : mention.first], "acquits")
            return Retold("court", at, open=acquitted)
    return None


def _is_term(page: Page, at: int) -> bool:
    """Does a token tell for how long somebody goes to prison: عشر سنوات، المؤبد?"""
    return page.site_at(at) is not None or page.words[at] in signs_of("for_life")


def _is_scene(page: Page, at: int) -> bool:
    """Is a court only where something happened, or what was hit: أمام محكمة، تفجير محكمة?"""
    before = page.words[at - 1] if at else ""
    beside = before in words_of("located") or before in signs_of("prepositions")
    return beside or is_sign(before, "hits", "site_of", "spot") or bool(read_event_words((before,), 0))


@cache
def _remembering() -> frozenset[str]:
    """Return the words at which ``_remembered`` has something to ask, those for years gone by aside."""
    roles = joined_signs("mourning", "memory", "does", "suffers", "breaks_out", "apart")
    return roles | signs_of("relative") | STOPS | COMMAS


def _remembered(page: Page, mention: Mention) -> Retold | None:
    """Does what is remembered or mourned lead to a mention: ذكرى ضحايا تفجير، مرور عام على قصف، جثمان شاب قتل
    برصاص; or does the clause begin with such a day: في مثل هذا اليوم?"""
    words, related, telling = page.words, not mention.word.is_verb, _remembering()
    for at in range(mention.first - 1, max(mention.clause[0], mention.first - _KEPT) - 1, -1):
        word = words[at]
        if word not in telling and not word.endswith(_GONE_BY):
            continue
        if is_sign(word, "mourning"):
            return Retold("mourning", at)
        if related and (is_sign(word, "memory") or _is_since_years(words, at)):
            return Retold("memory", at)
        if word in STOPS or word in COMMAS or is_sign(word, "does", "suffers", "breaks_out"):
            break
        if is_sign(word, "apart"):
            if not any(_is_verb(one) for one in words[max(0, at - _VICTIMS) : at]):
                break
            related = False  # الذين قتلوا في معركة
        related = related or word in signs_of("relative")
    start = max(mention.clause[0], mention.first - _TRIED)
    at_day = _day_like_this(words, start, mention.first)
    return Retold("memory", at_day) if at_day is not None else None


def _day_like_this(words: list[str], first: int, last: int) -> int | None:
    """Return the token of a range at which مثل هذا اليوم begins, null for none."""
    if "مثل" not in words[first:last]:
        return None
    return next((i for i in range(first, last - 2) if words[i : i + 3] == ["مثل", "هذا", "اليوم"]), None)


def _is_verb(word: str) -> bool:
    """Is a word a verb of a happening?"""
    return any(one.is_verb for one in read_event_words((word,), 0))


def _is_since_years(words: list[str], at: int) -> bool:
    """Are years told to have gone by: مرور عشر سنوات على?"""
    passed = words[at].lstrip("وب") == _GONE_BY
    return passed and not signs_of("years").isdisjoint(words[at + 1 : at + 1 + _YEARS])


def is_like_today(page: Page, retold: Retold) -> bool:
    """Is a happening told for the day of the year on which it was: في مثل هذا اليوم من عام 2011?"""
    return page.words[retold.at] == "مثل"


def is_long_ago(date: DateMention | None, published: str | None) -> bool:
    """Is a date well before the news?"""
    told = date.value if date is not None else None
    if told is None or published is None or told[:1] == "X":
        return False
    start = told.split("/")[0]
    if len(start) >= _DAY and len(published) >= _DAY:
        try:
            days = Day.fromisoformat(published[:_DAY]) - Day.fromisoformat(start[:_DAY])
        except ValueError:
            return False
        return days.days > _HISTORY
    size = min(len(start), len(published))
    return start[:size] < published[:size]
