"""Where and when a happening was, by the names and dates around its mention."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.fold import fold
from rawi.events.lexemes import party_of, read_event_words, signs_of
from rawi.events.mentions import Mention
from rawi.events.phrases import is_break
from rawi.model.claim import DateMention, EventPlace, Statement
from rawi.model.entity import PlacePrecision
from rawi.relations.quantities.lexemes import words_of
from rawi.relations.quantities.page import COMMAS, QUOTES, STOPS, Named, Page
from rawi.relations.sites import load_sites

_GAP, _CHAIN, _REACH, _DEEP, _TAKEN, _NISBA, _DAY = 5, 5, 30, 4, 7, 5, 10
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


def find_setting(page: Page, mention: Mention, statement: Statement | None) -> Setting:
    """Return where and when a mention says that it was; ``statement`` is the one that holds it."""
    said = _said(page, mention, statement)
    spots = _spots_in(page, mention, _within(mention.clause, said)) or _meant(page, mention)
    own = bool(spots)
    sentence = _within(mention.sentence, said)
    if own and all(one.place.entity is None for one in spots):
        first = max(sentence[0], mention.first - _BEFORE)
        spots += _chain_back(page, list(_find_spots(page, first, mention.first, mention)))
    if not spots:
        spots = _spots_in(page, mention, sentence) or _spots_before(page, mention)
    return Setting(tuple(_ordered(spots)), own, _date_of(page, mention, statement))


#: Kinds of happening in which something comes down where على, نحو and باتجاه lead.
_AIMED = frozenset(
    (
        "airstrike",
        "strike",
        "shelling",
        "missile",
        "attack",
        "takeover",
        "seizure",
        "raid",
        "clash",
        "bombing",
    )
)


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


def _spots_before(page: Page, mention: Mention) -> list[Spot]:
    """Return the place told last in the sentence before a mention, else in the first of the article."""
    sentences = page.text.sentences
    here = next((i for i, (first, _) in enumerate(sentences) if first == mention.sentence[0]), 0)
    for i in (here - 1, 0):
        first, last = sentences[i]
        first = max(first, last - _BEFORE) if i else first
        last = min(last, first + _BEFORE)
        found = list(_find_spots(page, first, last, mention)) if 0 <= i < here else []
        if found:
            return _chain(page, found) if i == 0 else _chain_back(page, found)
    return []


class Spot(msgspec.Struct, frozen=True, gc=False):
    """Words for a place by tokens, and what is known of it."""

    first: int
    last: int
    place: EventPlace


def _spots_in(page: Page, mention: Mention, within: tuple[int, int]) -> list[Spot]:
    """Return the first place after a mention in a range with those right behind it, else the last before."""
    first, last = within
    ahead = list(_find_spots(page, mention.last, min(last, mention.last + _REACH), mention))
    if ahead:
        return _chain(page, ahead)
    first = max(first, mention.first - _BEFORE)
    return _chain_back(page, list(_find_spots(page, first, mention.first, mention)))


def place_of(page: Page, first: int, last: int) -> EventPlace | None:
    """Return the place that a phrase names, null for none."""
    named = next((one for one in page.names_in(first, last) if one.entity.type == "place"), None)
    return _of_name(page, named) if named is not None else None


def _find_spots(page: Page, first: int, last: int, mention: Mention) -> Iterator[Spot]:
    """Yield the places that are told in a range: names that something leads to, and names that only the noun
    before them shows to be places (منطقة الضباب)."""
    at = first
    while at < last:
        named = page.name_at(at)
        if named is not None:
            if (
                named.first == at
                and named.entity.type == "place"
                and (is_led(page, named) or _is_taken(page, mention, named))
            ):
                yield Spot(named.first, named.last, _of_name(page, named))
            elif named.first == at and _is_front(page, named):
                span = page.text.span(named.first, named.last)
                yield Spot(named.first, named.last, EventPlace(named.entity.name, None, span, None))
            at = max(named.last, at + 1)
            continue
        end = _end_of_spot(page, at, last)
        if end is not None:
            span = page.text.span(at, end)
            words = page.text.words_of(at, end)
            lead = words[:1] if page.words[at] not in signs_of("spot") else ""
            yield Spot(at, end, EventPlace(words.removeprefix(lead), None, span, None))
            at = end
            continue
        at += 1


def _is_front(page: Page, named: Named) -> bool:
    """Is what was taken for a body a place: في جبهة الجفينة، بمديرية حيس?"""
    words, at = page.words, named.first
    if named.entity.type != "organisation" or named.entity.link is not None:
        return False
    noun = words[at] if words[at] in signs_of("strong_spot") else words[at][1:]
    if noun not in signs_of("strong_spot"):
        return False
    return noun != words[at] or (at > 0 and words[at - 1] in words_of("located"))


def _end_of_spot(page: Page, at: int, last: int) -> int | None:
    """Return where the name of a place ends that begins with a noun of places at a token; null for none."""
    words = page.words
    noun = words[at] if words[at] in signs_of("spot") else words[at][1:]
    if noun not in signs_of("spot") or at + 1 >= last:
        return None
    before = words[at - 1] if at else ""
    led = noun != words[at] and words[at][0] in "بل"
    if not led and before not in words_of("located") and before not in signs_of("to_place"):
        return None
    return at + 2 if _is_name(page, at + 1, strong=noun in signs_of("strong_spot")) else None


def _is_name(page: Page, at: int, *, strong: bool) -> bool:
    """Can a token be the name of a place that no table has, after a noun of places: الضباب، عتليت?"""
    word = page.words[at]
    if page.name_at(at) is not None or page.site_at(at) is not None or word in signs_of("adjective"):
        return False
    if (
        not word.isalpha()
        or is_break(page, at)
        or read_event_words(page.words, at)
        or party_of(word) is not None
    ):
        return False
    if word.removeprefix("ال") in signs_of("spot") or word.endswith(("يين", "ون", "تها", "تهم")):
        return False
    if word.startswith("ال"):
        return not word.endswith("يه") or strong
    entry = load_vocabulary().entry(word)
    if word.startswith(("ي", "ت")):
        return False  # محافظة تسقط: likely a verb
    return strong and entry is None and len(word) > 2 and not word.endswith(("ه", "ا", "ي", "ات", "ين"))


def _is_taken(page: Page, mention: Mention, named: Named) -> bool:
    """Is a place what was taken, held or entered: سيطرت على نصف الغوطة، اقتحام جنين?"""
    taken = mention.word.family in ("takeover", "seizure", "siege", "raid", "search")
    if page.words[named.first].startswith("ل") and not fold(named.entity.name).startswith("ل"):
        return False  # الموالية لإيران
    return taken and 0 <= named.first - mention.last <= _TAKEN


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
                    place = _of_name(page, named)
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
        if len(between) > _CHAIN or any(word in STOPS for word in between):
            break
        chain.insert(0, one)
    return chain


def is_led(page: Page, named: Named, *, aimed: bool = False) -> bool:
    """Does a preposition or a noun of places lead to the name of a place: في ريف حمص، بمدينة حلب؟

    ``aimed``: is what is thrown or sent somewhere told, so that على and باتجاه lead to where it came down?
    """
    words, at = page.words, named.first
    first, name = words[at], fold(named.entity.name)
    if first.startswith("ب") and not name.startswith("ب"):
        return True
    if first.startswith("ل") and not name.startswith("ل"):
        return bool(at) and words[at - 1] in signs_of("vicinity")
    if at + 1 < len(words) and words[at + 1].startswith("راس") and first.endswith("مسقط"):
        return False  # مسقط رأسه
    if not signs_of("hospital").isdisjoint(words[max(0, at - _GAP) : at]):
        return False  # نقل الجرحى إلى مستشفى في المدينة
    country = (named.entity.link or "").startswith("iso:")
    for back in range(at - 1, max(-1, at - _GAP - 1), -1):
        word = words[back]
        if word in STOPS or word in COMMAS or word in signs_of("that") or word == "من":
            return word in COMMAS and back < at - 1
        if word in words_of("located") or word in signs_of("sees"):
            return True
        if word in signs_of("to_place"):
            return aimed and not (country and word in ("بين", "الي", "نحو"))
        if word[:1] == "ب" and _is_around(word[1:]):
            return True
        if not (_is_around(word) or word in QUOTES):
            return False
    return False


def _is_around(word: str) -> bool:
    """Can a word stand between a preposition and the name of a place: مدينة، مطار، العاصمة الفرنسية?"""
    if word in words_of("place_noun") or word in words_of("settlement"):
        return True
    if word in signs_of("vicinity") or word in signs_of("spot") or word in load_sites():
        return True
    return word.startswith("ال") and word.endswith(("يه", "ي")) and len(word) > _NISBA


def _of_name(page: Page, named: Named) -> EventPlace:
    """Return a named place with how narrow it is."""
    location = named.entity.location
    span = page.text.span(named.first, named.last)
    precision = location.precision if location is not None else None
    if any(one.mention.start <= span.start < one.mention.end for one in named.entity.around):
        precision = "near" if precision in ("exact", None) else precision
    return EventPlace(named.entity.name, named.entity.id, span, precision)


def _ordered(spots: list[Spot]) -> Iterator[EventPlace]:
    """Yield places, the narrowest first; of equally narrow ones as they stand."""
    found: dict[str, EventPlace] = {}
    for one in spots:
        found.setdefault(one.place.entity or one.place.name, one.place)
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
            and not _is_since(page, start, date)
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


def _is_since(page: Page, at: int, date: DateMention) -> bool:
    """Is a date one from which on something lasts: منذ عام 2014; not منذ مساء الثلاثاء, of the news?"""
    if date.value is not None and len(date.value) == _DAY and page.words[at - 1] != "حتي":
        return False
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
