"""Where and when a happening was, by the names and dates around its mention."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from rawi.events.lexemes import signs_of
from rawi.events.mentions import Mention
from rawi.events.retelling import Retold, is_like_today, is_long_ago
from rawi.events.spots import Spot, find_seats, find_spots, name_place
from rawi.model.claim import DateMention, EventPlace, Statement
from rawi.model.entity import PlacePrecision
from rawi.relations.quantities.lexemes import words_of
from rawi.relations.quantities.page import COMMAS, LONGEST, STOPS, Page

_CHAIN, _REACH, _DEEP, _DAY, _OWN, _SAID = 5, 30, 4, 10, 2, 4
_BEFORE = 120  # tokens before a mention in which a place of its sentence is looked for
_NARROW: dict[PlacePrecision | None, int] = {
    "exact": 0,
    "near": 1,
    None: 0,
    "district": 2,
    "governorate": 3,
    "country": 4,
}


class Setting(msgspec.Struct, frozen=True, gc=False):
    """Where, the narrowest first, and when; ``own`` places stand in the mention's own clause, others in its
    sentence or in one before it."""

    places: tuple[EventPlace, ...] = ()
    own: bool = False
    date: DateMention | None = None


def find_setting(
    page: Page, mention: Mention, statement: Statement | None, retold: Retold | None = None
) -> Setting:
    """Return where and when a mention says that it was; ``statement`` is the one that holds it.

    Where and when it is ``retold`` is another place and day: those before the mention are in doubt, and of
    dates only one of long before counts.
    """
    said = _said(page, mention, statement)
    spots = _spots_in(page, mention, _within(mention.clause, said)) or _meant(page, mention)
    own = bool(spots)
    sentence = _within(mention.sentence, said)
    if own and all(one.place.entity is None for one in spots):
        first = max(sentence[0], mention.first - _BEFORE)
        spots += _chain_back(page, list(find_spots(page, first, mention.first, mention)))
    if not spots:
        spots = _spots_in(page, mention, sentence) or list(find_seats(page, *sentence, mention))[:1]
    if retold is None:
        return Setting(tuple(_ordered(spots)), own, _date_of(page, mention, statement))
    own = own and (not retold.is_old or any(one.first >= mention.last for one in spots))
    return Setting(tuple(_ordered(spots)), own, _date_before(page, mention, statement, retold))


def _said(page: Page, mention: Mention, statement: Statement | None) -> tuple[int, int]:
    """Return the part of what somebody says that holds a mention: where the speaker is, is no place of it."""
    for span in statement.content if statement is not None else ():
        first, last = page.tokens(span)
        if first <= mention.first < last:
            return first, last
    return 0, len(page.words)


def _within(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """Return what two ranges share."""
    return max(one[0], other[0]), min(one[1], other[1])


def _spots_in(page: Page, mention: Mention, within: tuple[int, int]) -> list[Spot]:
    """Return the first place after a mention in a range with those right behind it, else the last before."""
    first, last = within
    ahead = list(find_spots(page, mention.last, min(last, mention.last + _REACH), mention))
    if ahead:
        return _chain(page, ahead)
    first = max(first, mention.first - _BEFORE)
    return _chain_back(page, list(find_spots(page, first, mention.first, mention)))


def _meant(page: Page, mention: Mention) -> list[Spot]:
    """Return the place told last before a mention whose clause speaks of it as known: داخل المدينة."""
    words = page.words
    for at in range(*mention.clause):
        if (
            words[at] in signs_of("that_place")
            and at
            and words[at - 1] in words_of("located") | {"هذه", "علي"}
        ):
            for named in page.names_before(mention.first):
                if named.entity.type == "place" and not (named.entity.link or "").startswith("iso:"):
                    place = name_place(page, named)
                    return [Spot(at, at + 1, msgspec.structs.replace(place, span=page.text.span(at, at + 1)))]
    return []


def _chain(page: Page, found: list[Spot]) -> list[Spot]:
    """Return the first of some places and those that follow it closely, as areas around it."""
    chain = found[:1]
    for one in found[1:]:
        between = page.words[chain[-1].last : one.first]
        if len(between) > _CHAIN or any(word in STOPS or word in signs_of("breaks") for word in between):
            break
        chain.append(one)
    return chain


def _chain_back(page: Page, found: list[Spot]) -> list[Spot]:
    """Return the last of some places before a mention with those that it follows closely."""
    chain = found[-1:]
    for one in reversed(found[:-1]):
        between = page.words[one.last : chain[0].first]
        if len(between) > _CHAIN or not STOPS.isdisjoint(between):
            break
        chain.insert(0, one)
    return chain


def _ordered(spots: list[Spot]) -> Iterator[EventPlace]:
    """Yield places, the narrowest first; of equally narrow ones as they stand."""
    found: dict[str, EventPlace] = {}
    for one in spots:
        found.setdefault(one.place.entity or one.place.name, one.place)
    yield from sorted(found.values(), key=lambda one: _NARROW[one.precision])


def _date_of(page: Page, mention: Mention, statement: Statement | None) -> DateMention | None:
    """Return the date of a mention: in its clause, after it or before; that of the saying is another.

    Read from the nearest on, and no further than ``LONGEST`` tokens: a list of dates would else be walked
    through for every mention in it."""
    content = [page.tokens(span) for span in statement.content] if statement is not None else []
    for first, last in (mention.clause, mention.sentence):
        near = page.dates_in(max(first, mention.first - LONGEST), min(last, mention.last + LONGEST))
        for start, end, date in sorted(
            near, key=lambda one: (one[0] < mention.first, abs(one[0] - mention.first))
        ):
            if (
                (not content or any(a <= start < b for a, b in content))
                and not _is_of_saying(page, start)
                and not _is_since(page, start, date)
                and not _is_aside(page, mention, start, end)
            ):
                return date
    return None


def _date_before(
    page: Page, mention: Mention, statement: Statement | None, retold: Retold
) -> DateMention | None:
    """Return the date of what is told again: one of long before, after the mention or in مثل هذا اليوم."""
    published = page.record.document.published
    if not retold.is_old:
        date = _date_of(page, mention, statement)
        return date if date is not None and page.tokens(date.span)[0] > retold.at else None
    if is_like_today(page, retold):
        date = _date_of(page, mention, statement)
        return date if is_long_ago(date, published) else None
    for start, _, date in page.dates_in(mention.last, mention.clause[1]):
        since = _is_since(page, start, date) and page.words[start] != "قبل"
        if is_long_ago(date, published) and not since and not _is_of_saying(page, start):
            return date
    return None


def _is_aside(page: Page, mention: Mention, first: int, last: int) -> bool:
    """Does a date stand deep in what follows a comma: أوقفت رجلا، المطلوب بجرائم خلال عام 2014; or in what is
    told of somebody else; not between commas (، الخميس.), nor where it came about (الذي وقع الخميس)?"""
    words = page.words
    if words[first - 1] in COMMAS and (last >= len(words) or words[last] in COMMAS | STOPS):
        start = max(mention.sentence[0], first - LONGEST)
        speaks = any(_speaks(page, one, mention) for _, one in page.cues_in(start, first))
        if first < mention.first or not speaks:
            return speaks
    between = words[mention.last : first]
    comma = next((i for i, word in enumerate(between) if word in COMMAS), None)
    relative = next((i for i, word in enumerate(between) if word in signs_of("relative")), None)
    came = relative is not None and relative < _OWN and between[relative + 1 : relative + 2]
    of_other = relative is not None and not (came and came[0] in signs_of("breaks_out"))
    return of_other or (comma is not None and len(between) - comma > _DEEP)


def _speaks(page: Page, statement: Statement, mention: Mention) -> bool:
    """Does a statement before a date not tell of a mention, so that the date is the day of the statement (دان
    الوزير، الاثنين، الهجوم)?"""
    spans = [page.tokens(span) for span in statement.content]
    return not any(first <= mention.first < last for first, last in spans)


def _is_since(page: Page, at: int, date: DateMention) -> bool:
    """Is a date one from which on something lasts: منذ عام 2014; not منذ مساء الثلاثاء, of the news?"""
    if date.value is not None and len(date.value) == _DAY and page.words[at - 1] != "حتي":
        return False
    before = page.words[max(0, at - 2) : at]
    return page.words[at] == "منذ" or any(word in ("منذ", "حتي", "قبل") for word in before)


def _is_of_saying(page: Page, at: int) -> bool:
    """Does a date stand right after the verb by which somebody says something: قال أمس، أعلن اليوم?"""
    if not signs_of("elsewhere").isdisjoint(page.words[max(0, at - _SAID) : at]):
        return True  # في تصريحات صباح اليوم
    from rawi.annotations.speech import speech_words

    entries = speech_words().entries
    for i in range(at - 1, max(-1, at - _SAID), -1):
        word = page.words[i]
        if word in STOPS or word in COMMAS:
            return False
        entry = entries.get(word)
        if entry is not None and entry.cue is not None:
            return True
    return False


def places_first(page: Page, mention: Mention) -> tuple[EventPlace, ...]:
    """Return the first place that the first sentence of the article tells, with what lies around it."""
    first, last = page.text.sentences[0]
    found = list(find_spots(page, first, min(last, first + _BEFORE), mention))
    return tuple(_ordered(_chain(page, found)))
