"""Where and when a happening was, by the names and dates around its mention."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from rawi.arabic.fold import fold
from rawi.events.lexemes import signs_of
from rawi.events.mentions import Mention
from rawi.model.claim import DateMention, EventPlace, Statement
from rawi.model.entity import PlacePrecision
from rawi.relations.quantities.lexemes import words_of
from rawi.relations.quantities.page import COMMAS, STOPS, Named, Page

_GAP, _CHAIN, _REACH, _DEEP = 4, 5, 30, 4
_NARROW: dict[PlacePrecision | None, int] = {
    "exact": 0,
    "near": 1,
    None: 1,
    "district": 2,
    "governorate": 3,
    "country": 4,
}


class Setting(msgspec.Struct, frozen=True, gc=False):
    """Where, the narrowest first, and when; ``own`` places stand in the mention's own clause."""

    places: tuple[EventPlace, ...] = ()
    own: bool = False
    date: DateMention | None = None


def find_setting(page: Page, mention: Mention, statement: Statement | None) -> Setting:
    """Return where and when a mention says that it was; ``statement`` is the one that holds it."""
    places = _places_in(page, mention, mention.clause)
    own = bool(places)
    if not places:
        places = _places_in(page, mention, mention.sentence)
    return Setting(tuple(_ordered(page, places)), own, _date_of(page, mention, statement))


def _places_in(page: Page, mention: Mention, within: tuple[int, int]) -> list[Named]:
    """Return the first place after a mention in a range and those right behind it, else the last before it."""
    first, last = within
    ahead = [
        one for one in page.names_in(mention.last, min(last, mention.last + _REACH)) if _is_place(page, one)
    ]
    if ahead:
        return _chain(page, ahead)
    behind = [one for one in page.names_in(first, mention.first) if _is_place(page, one)]
    return _chain_back(page, behind)


def _chain(page: Page, found: list[Named]) -> list[Named]:
    """Return the first of some places and those that follow it closely, as areas around it."""
    chain = found[:1]
    for one in found[1:]:
        between = page.words[chain[-1].last : one.first]
        if len(between) > _CHAIN or any(word in STOPS or word in signs_of("breaks") for word in between):
            break
        chain.append(one)
    return chain


def _chain_back(page: Page, found: list[Named]) -> list[Named]:
    """Return the last of some places before a mention with those that it follows closely."""
    chain = found[-1:]
    for one in reversed(found[:-1]):
        between = page.words[one.last : chain[0].first]
        if len(between) > _CHAIN or any(word in STOPS for word in between):
            break
        chain.insert(0, one)
    return chain


def _is_place(page: Page, named: Named) -> bool:
    return named.entity.type == "place" and is_led(page, named)


def is_led(page: Page, named: Named) -> bool:
    """Does a preposition or a noun of places lead to the name of a place: في ريف حمص، بمدينة حلب؟"""
    words, at = page.words, named.first
    first = words[at]
    if first.startswith("ب") and not fold(named.entity.name).startswith("ب"):
        return True
    for back in range(at - 1, max(-1, at - _GAP - 1), -1):
        word = words[back]
        if word in words_of("located") or word in ("بين", "نحو", "باتجاه", "الي", "علي"):
            return True
        if word.startswith("ب") and (word in words_of("place_noun") or word[1:] in words_of("place_noun")):
            return True
        if word in COMMAS and back < at - 1:
            return True
        if word not in words_of("place_noun") and word not in words_of("settlement"):
            return back == at - 2 and words[at - 1] in words_of("place_noun")
    return False


def _ordered(page: Page, names: list[Named]) -> Iterator[EventPlace]:
    """Yield places, the narrowest first; of equally narrow ones as they stand."""
    found: dict[str, EventPlace] = {}
    for named in names:
        location = named.entity.location
        span = page.text.span(named.first, named.last)
        precision = location.precision if location is not None else None
        if any(one.mention.start <= span.start < one.mention.end for one in named.entity.around):
            precision = "near" if precision in ("exact", None) else precision
        found.setdefault(named.entity.id, EventPlace(named.entity.name, named.entity.id, span, precision))
    yield from sorted(found.values(), key=lambda one: _NARROW[one.precision])


def _date_of(page: Page, mention: Mention, statement: Statement | None) -> DateMention | None:
    """Return the date of a mention: in its clause, after it or before; that of the saying is another."""
    content = [page.tokens(span) for span in statement.content] if statement is not None else []
    for first, last in (mention.clause, mention.sentence):
        found = [
            (start, date)
            for start, end, date in page.dates
            if first <= start < last
            and (not content or any(a <= start < b for a, b in content))
            and not _is_of_saying(page, start)
            and not _is_since(page, start)
            and not _is_aside(page, mention, start)
        ]
        if found:
            return min(found, key=lambda one: (one[0] < mention.first, abs(one[0] - mention.first)))[1]
    return None


def _is_aside(page: Page, mention: Mention, at: int) -> bool:
    """Does a date stand deep in what follows a comma: أوقفت رجلا، المطلوب بجرائم خلال عام 2014?"""
    between = page.words[mention.last : at]
    comma = next((i for i, word in enumerate(between) if word in COMMAS), None)
    relative = any(word in signs_of("relative") for word in between)
    return relative or (comma is not None and len(between) - comma > _DEEP)


def _is_since(page: Page, at: int) -> bool:
    """Is a date one from which on something lasts: منذ عام 2014?"""
    return any(word in ("منذ", "حتي", "قبل") for word in page.words[max(0, at - 2) : at])


def _is_of_saying(page: Page, at: int) -> bool:
    """Does a date stand with a verb of saying: قال أمس، أعلن اليوم؟"""
    from rawi.annotations.speech import speech_words

    entries = speech_words().entries
    for i in range(at - 1, max(-1, at - 4), -1):
        word = page.words[i]
        if word in STOPS or word in COMMAS:
            return False
        entry = entries.get(word)
        if entry is not None and entry.cue is not None:
            return True
    return False
