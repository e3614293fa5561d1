"""How likely two reports are of one happening: what speaks for it and what against, added up.

The weights are rounded from a logistic regression over pairs of real reports that were read and labelled, and
over the invented ones of ``gold/stories``. Those of many days apart were lowered below it: only pairs that
are alike enough were ever labelled.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import msgspec

from rawi.entities.sounds import key_of_sound
from rawi.entities.spelling import compare_names
from rawi.relations.stories.rarity import stems_of, weigh_stem
from rawi.relations.stories.topics import Terms, Topic

#: What is added before anything is looked at.
BEGIN, UNDATED = -0.8, -0.6
#: What days between two publications are worth: up to so many, so much; ``UNDATED`` where unknown.
GAPS = ((0, 1.8), (1, 1.6), (3, 0.5), (7, 0.0), (14, -0.55), (30, -1.4), (60, -2.0), (10**7, -3.8))
#: A likeness weighs nothing at ``EVEN``; below it, it speaks against, by its logarithm.
EVEN, SMOOTH = 0.2, 0.05
#: What likeness weighs: of title and beginning; of the whole (more if undated); of the titles in the texts.
LEAD, TERMS, UNDATED_TERMS, HEADING = 1.0, 1.15, 0.3, 0.4
#: One person is named most often in both; or most often in one, and named in the other.
MAIN_PERSON, NAMED_PERSON = 1.0, 0.55
#: The last word of a name that is among the first of one report, anywhere in the other.
MENTIONED, MOST_MENTIONED = 0.5, 2
#: Each telling word in common, by logarithm: long reports have some whatever they are of, where short ones
#: of as much likeness have few. Words that weigh less tell nothing.
COMMON_WORDS, LEAST_WORD = -0.2, 2.5
#: A place, a town the more the rarer its name, a large number in common.
COUNTRY, TOWN, NUMBER = 0.15, 0.75, 1.0
#: The beginnings name a weekday in common; the later one names the day of the earlier; they name other days.
WEEKDAY, DAY_BEFORE, OTHER_DAY = 0.75, 1.2, -0.6
#: One form filled with other numbers, several of each: prices, weather; how alike texts or titles are then.
TEMPLATE, TEMPLATE_WORDS, COLUMN_TITLE, TEMPLATE_NUMBERS = -3.3, 0.7, 0.9, 3
#: Both are of one newsroom, which has less reason to tell a thing twice.
NEWSROOM = -0.75
#: One is undated and names no year within so many of that in which the other was published.
OTHER_YEAR, YEARS_APART = -1.25, 2
#: Named days farther apart are of two happenings.
DAYS_APART = 2
#: Names of people this likely the same count as one.
ONE_NAME = 0.35
#: What a word weighs that was never seen.
WEIGHTIEST = 17.5
#: Texts that share this much, and most numbers, are copies; in more days, they may be a yearly notice.
COPY, COPY_NUMBERS, COPY_DAYS = 0.88, 0.6, 30
CERTAIN = 0.97
#: Numbers below say little.
LARGE = 10
#: So many towns of a report count, those named most often.
MOST_TOWNS = 3
#: Title or beginning of both name a town or region of which the other report has not a word.
ELSEWHERE = -0.9
#: Both open with a place that one noun calls so, of two names: جزيرة النورس, جزيرة الشراع.
OTHER_CALLED = -4.0
#: Words of names that weigh less say nothing of where: directions, capitals in which reports are written.
LEAST_PLACE = 3.5


class Likeness(msgspec.Struct, frozen=True, gc=False):
    """How alike two reports are: ``score`` from 0 to 1, and ``gap``, the days between them, null if one is
    undated; ``copy`` where hardly a telling word or number differs."""

    score: float
    gap: int | None
    copy: bool


def compare_topics(a: Topic, b: Topic) -> Likeness:
    """Return how likely two reports are of one happening; the order of the two does not matter."""
    gap = days_between(a, b)
    if _of_one_newsroom(a, b) and None not in (a.part, b.part) and a.part != b.part:
        return Likeness(0.0, gap, False)  # two parts of a series
    terms = cosine(a.terms, b.terms)
    if terms >= COPY and (gap or 0) <= COPY_DAYS and _share_numbers(a, b):
        return Likeness(min(1.0, max(CERTAIN, round(terms, 4))), gap, True)
    total = BEGIN + _weigh_words(a, b, terms, gap) + _weigh_names(a, b) + _weigh_numbers(a, b)
    total += _weigh_days(a, b, gap) + NEWSROOM * _of_one_newsroom(a, b)
    total += TEMPLATE * _is_template(a, b, terms, gap)
    return Likeness(round(1 / (1 + math.exp(-total)), 4), gap, False)


def days_between(a: Topic, b: Topic) -> int | None:
    """Return how many days lie between two reports at least; null if a day is unknown."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return None
    return max(0, a.first - b.last, b.first - a.last)


def cosine(a: Terms, b: Terms) -> float:
    """Return how much two sets of weighed stems (``topics.weigh``) have in common, from 0 to 1.

    >>> cosine({"حريق": 0.8, "مينا": 0.6}, {"حريق": 1.0})
    0.8
    """
    return math.fsum([weight * b[stem] for stem, weight in a.items() if stem in b])


def _on_scale(likeness: float) -> float:
    """Return a likeness as it is added: nothing at the even point, less below, more above."""
    return math.log((likeness + SMOOTH) / (EVEN + SMOOTH))


def _weigh_words(a: Topic, b: Topic, terms: float, gap: int | None) -> float:
    """Return what the words of two reports say."""
    heading = min(_found(a.title, b.terms), _found(b.title, a.terms))
    total = LEAD * _on_scale(cosine(a.lead, b.lead)) + HEADING * _on_scale(heading)
    shared = sum(map(LEAST_WORD.__lt__, map(weigh_stem, a.terms.keys() & b.terms.keys())))
    total += COMMON_WORDS * math.log1p(shared)
    return total + (TERMS + UNDATED_TERMS * (gap is None)) * _on_scale(terms)


def _found(heading: Terms, terms: Mapping[str, float]) -> float:
    """Return how much of what weighs in a heading another report has anywhere, from 0 to 1."""
    return math.fsum([weight * weight for stem, weight in heading.items() if stem in terms])


def _weigh_names(a: Topic, b: Topic) -> float:
    """Return what people and places of two reports say."""
    country = COUNTRY * (not set(a.countries).isdisjoint(b.countries))
    towns = set(a.towns[:MOST_TOWNS]).intersection(b.towns[:MOST_TOWNS])
    elsewhere = ELSEWHERE * (not towns and _is_elsewhere(a, b) and _is_elsewhere(b, a))
    town = TOWN * max(map(_worth, towns), default=0.0)
    mentioned = MENTIONED * (_is_mentioned(a, b) or _is_mentioned(b, a))
    called = OTHER_CALLED * (_is_called_otherwise(a, b) and _is_called_otherwise(b, a))
    return _weigh_people(a.people, b.people) + mentioned + country + town + elsewhere + called


def _is_called_otherwise(one: Topic, other: Topic) -> bool:
    """Does one report open with an island of a name, the other with islands of other names alone, and has it
    no word of the first?"""
    for called in one.called:
        noun, name = called.split(":")
        nouns = [place for place in other.called if place.split(":")[0] == noun]
        if nouns and called not in nouns and name not in other.terms:
            return True
    return False


def _is_mentioned(one: Topic, other: Topic) -> bool:
    """Has a report the last word of the name of somebody whom the other names most often?"""
    return any(stem in other.terms for name in one.people[:MOST_MENTIONED] for stem in _last_word(name))


@lru_cache(maxsize=1 << 14)
def _last_word(name: str) -> tuple[str, ...]:
    """Return the stem of the last word of a name, if it tells anything."""
    return tuple(stem for stem in stems_of(name)[-1:] if weigh_stem(stem) >= LEAST_PLACE)


def _is_elsewhere(one: Topic, other: Topic) -> bool:
    """Does title or beginning of one report name places, and has the other no word of them?"""
    named = [words for name in (*one.towns, *one.regions) if (words := _place_words(name) & one.lead.keys())]
    return bool(named) and all(words.isdisjoint(other.terms) for words in named)


@lru_cache(maxsize=1 << 14)
def _place_words(name: str) -> frozenset[str]:
    """Return the stems of the name of a place that tell which it is."""
    return frozenset(stem for stem in stems_of(name) if weigh_stem(stem) >= LEAST_PLACE)


def _weigh_people(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Return what it says who is named: most if the same person is named most often in both."""
    if not a or not b:
        return 0.0
    if _is_one(a[0], b[0]):
        return MAIN_PERSON * min(_worth(a[0]), _worth(b[0]))
    met = [one for one, others in ((a[0], b), (b[0], a)) if any(_is_one(one, other) for other in others)]
    return NAMED_PERSON * max((_worth(one) for one in met), default=0.0)


@lru_cache(maxsize=1 << 14)
def _worth(name: str) -> float:
    """Return how telling a name is, from 0 (everybody's) to 1: its rarest word decides."""
    return min(1.0, max((weigh_stem(stem) for stem in stems_of(name)), default=0.0) / WEIGHTIEST)


def _is_one(one: str, other: str) -> bool:
    """Are two names one person's, as far as spelling tells? Those whose last words sound unlike are not."""
    return _last_sound(one) == _last_sound(other) and compare_names(one, other) >= ONE_NAME


@lru_cache(maxsize=1 << 14)
def _last_sound(name: str) -> str:
    """Return the sound of the last word of a name."""
    words = name.split()
    return key_of_sound(words[-1]) if words else ""


def _weigh_numbers(a: Topic, b: Topic) -> float:
    """Return what the numbers of two reports say: large ones in common speak for it, others not against."""
    return NUMBER * math.log1p(len(_large(a) & _large(b)))


def _large(topic: Topic) -> set[str]:
    """Return the amounts of a report that are not small."""
    return {amount for amount in (number.split()[0] for number in topic.numbers) if float(amount) >= LARGE}


def _is_template(a: Topic, b: Topic, terms: float, gap: int | None) -> bool:
    """Do two reports fill one form with other numbers: much of the text, or the title of one newsroom's
    column on two days?"""
    if gap != 0 and _of_one_newsroom(a, b) and cosine(a.title, b.title) >= COLUMN_TITLE:
        return not _share_numbers(a, b)
    one, other = set(a.numbers), set(b.numbers)
    fewer = min(len(one), len(other))
    return terms >= TEMPLATE_WORDS and fewer >= TEMPLATE_NUMBERS and 3 * len(one & other) <= fewer


def _of_one_newsroom(a: Topic, b: Topic) -> bool:
    """Did one newsroom publish both, as far as that is known?"""
    return a.outlet is not None and a.outlet == b.outlet


def _share_numbers(a: Topic, b: Topic) -> bool:
    """Have two reports most of their numbers in common, as far as they give any?"""
    fewer = min(len(a.numbers), len(b.numbers))
    return not fewer or len(set(a.numbers) & set(b.numbers)) >= COPY_NUMBERS * fewer


def _weigh_days(a: Topic, b: Topic, gap: int | None) -> float:
    """Return what the days of publication and those that the beginnings name say."""
    if gap is None:
        total = UNDATED + OTHER_YEAR * (_is_of_other_years(a, b) or _is_of_other_years(b, a))
    else:
        total = next(worth for days, worth in GAPS if gap <= days)
    total += WEEKDAY * (not set(a.weekdays).isdisjoint(b.weekdays))
    if gap is not None and gap > 1 and _names_day(a, b):
        return total + DAY_BEFORE
    if a.days and b.days and min(abs(one - other) for one in a.days for other in b.days) > DAYS_APART:
        total += OTHER_DAY
    return total


def _is_of_other_years(undated: Topic, dated: Topic) -> bool:
    """Does an undated report name years, but all of them long before another was published?"""
    if undated.first is not None or dated.first is None or undated.year is None:
        return False
    return date.fromordinal(dated.first).year - undated.year >= YEARS_APART


def _names_day(a: Topic, b: Topic) -> bool:
    """Does the later of two reports name a day about that of the earlier, and not only its own?"""
    earlier, later = sorted((a, b), key=lambda topic: topic.first or 0)
    if earlier.first is None or later.first is None:
        return False
    first, own = earlier.first, later.first - 1
    return any(first - DAYS_APART <= day <= first + 1 and day < own for day in later.days)
