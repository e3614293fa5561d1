"""Places that a text tells: names that something leads to, nouns of places with what follows them, lands."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

import msgspec

from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.fold import fold
from rawi.events.lexemes import SPOT_LEADS, has_sign, land_words, party_of, read_event_words, signs_of
from rawi.events.mentions import Mention
from rawi.events.phrases import is_break
from rawi.lexicons.atlas import load_areas
from rawi.model.claim import EventPlace
from rawi.relations.quantities.lexemes import words_of
from rawi.relations.quantities.page import COMMAS, QUOTES, STOPS, Named, Page
from rawi.relations.sites import load_sites
from rawi.rules.wordsets import find_words

_GAP, _TAKEN, _NISBA, _QUOTED, _AIM, _NEAR = 5, 7, 5, 3, 10, 12
_COUNTRY = "iso:"

#: Kinds of happening in which something comes down where على, نحو and باتجاه lead.
_AIMED = frozenset(
    ("airstrike", "strike", "shelling", "missile", "attack", "takeover", "seizure", "raid", "bombing")
)
#: Kinds whose object may be a place without a preposition: سيطرت على نصف الغوطة، اقتحام جنين.
_TAKES = frozenset(("takeover", "seizure", "siege", "raid", "search"))
#: Kinds that come about where people meet and speak.
_MEETINGS = frozenset(("agreement", "exchange"))
#: Kinds that courts order where they sit.
_OF_COURTS = frozenset(("arrest", "search"))


class Spot(msgspec.Struct, frozen=True, gc=False):
    """Words for a place by tokens, and what is known of it."""

    first: int
    last: int
    place: EventPlace


def place_of(page: Page, first: int, last: int) -> EventPlace | None:
    """Return the place that a phrase names, null for none."""
    places = (one for one in page.names_in(first, last) if one.entity.type == "place")
    named = next((one for one in places if not _are_two(page, one)), None)
    return name_place(page, named) if named is not None else None


def find_spots(page: Page, first: int, last: int, mention: Mention) -> Iterator[Spot]:
    """Yield the places that a range tells, for a mention: names that something leads to, bodies that are
    places (جبهة نهم), names that only the noun before them shows to be places (منطقة الضباب), and lands
    (الأراضي السورية، البلاد)."""
    openings, end = _openings(page), first
    for at in openings[bisect_left(openings, first) : bisect_left(openings, last)]:
        if at < end:
            continue
        named = page.name_at(at)
        spot = None
        if named is None:
            spot = _by_noun(page, at, last, mention) or _land(page, at, last, mention)
        elif named.first == at:
            spot = _by_name(page, named, mention)
        if spot is not None and not _is_elsewhere(page, spot.first, mention):
            yield spot
        end = max(named.last if named is not None else 0, spot.last if spot is not None else 0)


def _openings(page: Page) -> list[int]:
    """Return the tokens that may open words for a place: first ones of names, nouns of places and lands."""
    if page.openings is None:
        firsts = {named.first for named in page.names}
        page.openings = sorted(firsts.union(find_words(page.text, land_words)))
    return page.openings


def _by_name(page: Page, named: Named, mention: Mention) -> Spot | None:
    """Return the place that a name tells, null where nothing leads to it."""
    if named.entity.type == "place" and page.words[named.last - 1] not in signs_of("that_place"):
        if _are_two(page, named):
            return None
        aimed = _is_aimed(mention, named.first)
        if _is_led(page, named, aimed=aimed) or _is_taken(page, mention, named):
            return _street(page, named) or Spot(named.first, named.last, name_place(page, named))
    elif _is_front(page, named):
        span = page.text.span(named.first, named.last)
        return Spot(named.first, named.last, EventPlace(named.entity.name, None, span, None))
    return None


def _are_two(page: Page, named: Named) -> bool:
    """Is what looks like a name two places told before: قريتي كذا وكذا ... القريتين?"""
    word = page.words[named.first].removeprefix("ب")
    if named.last - named.first > 1 or not (word.startswith("ال") and word.endswith("ين")):
        return False
    stem = word[2:-2] + "ي"
    return stem in signs_of("two_spots") and stem in (one.lstrip("بوفل") for one in page.words[: named.first])


def _street(page: Page, named: Named) -> Spot | None:
    """Return the street that only bears the name of a place (شارع حلب), null for any other."""
    at = named.first - 1
    if at < 0 or _noun_of(page.words[at], signs_of("street")) is None:
        return None
    words = page.text.words_of(at, named.last)
    name = words[1:] if page.words[at] not in signs_of("street") else words
    return Spot(at, named.last, EventPlace(name, None, page.text.span(at, named.last), None))


def _is_aimed(mention: Mention, at: int) -> bool:
    """Can على or باتجاه before a token tell where what a mention tells came down?"""
    return mention.word.family in _AIMED and 0 <= at - mention.last <= _AIM


def name_place(page: Page, named: Named) -> EventPlace:
    """Return a named place with how narrow it is; words of a date that the name took in are none of it (بلدة
    السرو الأسبوع الماضي)."""
    location = named.entity.location
    last = named.last
    while last - 1 > named.first and last - 1 in page.dated:
        last -= 1
    words = named.entity.name.split(" ")
    name = " ".join(words[: max(1, len(words) - (named.last - last))])
    span = page.text.span(named.first, last)
    precision = location.precision if location is not None else None
    around = (one for one in named.entity.around if one.precision != "exact")  # وسط بغداد: in it
    if any(one.mention.start <= span.start < one.mention.end for one in around):
        precision = "near" if precision in ("exact", None) else precision
    return EventPlace(name, named.entity.id, span, precision)


def is_country(named: Named) -> bool:
    """Is a name that of a country?"""
    return (named.entity.link or "").startswith(_COUNTRY)


def _is_front(page: Page, named: Named) -> bool:
    """Is what was taken for a body a place: في جبهة الجفينة، بمديرية حيس; not مديرية أمن حيس?"""
    words, at = page.words, named.first
    if named.entity.type != "organisation" or named.entity.link is not None:
        return False
    noun = _noun_of(words[at], signs_of("strong_spot"))
    if noun is None or words[at + 1] in signs_of("authority"):
        return False
    return noun != words[at] or (at > 0 and words[at - 1] in words_of("located"))


def _noun_of(word: str, nouns: AbstractSet[str]) -> str | None:
    """Return the noun that a word is, without what is joined before it; null for any other word."""
    if word in nouns:
        return word
    return word[1:] if word[:1] in SPOT_LEADS and word[1:] in nouns else None


def _by_noun(page: Page, at: int, last: int, mention: Mention) -> Spot | None:
    """Return the place that a noun of places and an unknown name after it tell: في بلدة الضباب."""
    words = page.words
    noun = _noun_of(words[at], signs_of("spot"))
    if noun is None or at + 1 >= last or words[at - 1] in ("عن", "وعن"):
        return None  # عن طريق الخطأ
    if words[at][:1] == "و" and noun != words[at]:
        before = page.name_at(at - 1)
        led = before is not None and before.entity.type == "place"
    else:
        led = noun != words[at] or words[at - 1] in ("علي", "وعلي")
    aimed = _is_aimed(mention, at)
    struck = mention.word.family in _AIMED | _TAKES and _follows(page, mention, at)
    if not (led or struck or _leads_to(page, at, aimed=aimed, country=False)):
        return None
    first = at if noun not in signs_of("two_spots") else at + 1
    end = _end_of_quoted(page, at + 1, last)
    if end is None:
        if not _is_name(page, at + 1, noun):
            return None
        end = at + 2
    kept = [page.text.words_of(i, i + 1) for i in range(first, end) if words[i] not in QUOTES]
    if words[at] != noun and first == at:
        kept[0] = kept[0][1:]
    return Spot(first, end, EventPlace(" ".join(kept), None, page.text.span(first, end), None))


def _end_of_quoted(page: Page, at: int, last: int) -> int | None:
    """Return where words in quotes end that begin at a token and can be a name (منطقة "جزرة"), else null."""
    if page.words[at] not in QUOTES:
        return None
    for end in range(at + 2, min(at + 2 + _QUOTED, last)):
        if page.words[end] in QUOTES:
            inside = range(at + 1, end)
            known = any(page.name_at(i) is not None or page.site_at(i) is not None for i in inside)
            return end + 1 if not known and all(page.words[i].isalpha() for i in inside) else None
    return None


def _is_name(page: Page, at: int, noun: str) -> bool:
    """Can a token be the name of a place that no table has, after a noun of places: الضباب، عتليت?

    An adjective would agree with the noun: سيفاري after مدينة is none, but سكني after حي is.
    """
    word, strong = page.words[at], noun in signs_of("strong_spot")
    if page.name_at(at) is not None or page.site_at(at) is not None or word in signs_of("adjective"):
        return False
    if (
        not word.isalpha()
        or is_break(page, at)
        or read_event_words(page.words, at)
        or party_of(word) is not None
    ):
        return False
    if not strong and word.removeprefix("ال") in signs_of("spot"):
        return False
    if word.endswith(("يين", "ون", "تها", "تهم")):
        return False
    if word.startswith("ال"):
        return not word.endswith("يه") or strong
    entry = load_vocabulary().entry(word)
    if word.startswith(("ي", "ت")):
        return False  # محافظة تسقط: likely a verb
    agreeing = ("ه", "ا", "ات", "ين") if noun.endswith("ه") else ("ي", "ا", "ات", "ين")
    return strong and entry is None and len(word) > 2 and not word.endswith(agreeing)


def _land(page: Page, at: int, last: int, mention: Mention) -> Spot | None:
    """Return the country whose land is told: في الأراضي السورية، جنوب البلاد; the words for a border."""
    words = page.words
    noun = _noun_of(words[at], signs_of("land"))
    if noun is None or words[at][:1] == "و":
        return None
    aimed = _is_aimed(mention, at)
    if noun == words[at] and not _leads_to(page, at, aimed=aimed, country=True):
        return None
    if noun == "البلاد":
        country, end = main_country(page), at + 1
    else:
        country, end = _nationality(words, at + 1, last)
    return _of_country(page, at, end, country) if country is not None else None


def _nationality(words: list[str], at: int, last: int) -> tuple[str | None, int]:
    """Return the country of the adjective at a token or after another one, and where it ends."""
    for i in range(at, min(at + 2, last)):
        entry = load_vocabulary().entry(words[i])
        if entry is not None and entry.kind == "nationality" and entry.id not in (None, "--"):
            return entry.id, i + 1
        if not words[i].endswith(("ي", "يه")):
            break
    return None, at


def _of_country(page: Page, first: int, last: int, code: str) -> Spot | None:
    """Return a country by its code as a place told by some tokens, named as the article names it."""
    span = page.text.span(first, last)
    for one in page.record.entities:
        if one.link == _COUNTRY + code:
            return Spot(first, last, EventPlace(one.name, one.id, span, "country"))
    area = load_areas().get(_COUNTRY + code)
    return Spot(first, last, EventPlace(area.name, None, span, "country")) if area is not None else None


def main_country(page: Page) -> str | None:
    """Return the country in which half of the places lie that the article names or more, null for none."""
    counts: Counter[str] = Counter()
    for named in page.names:
        link, location = named.entity.link or "", named.entity.location
        if link.startswith(_COUNTRY):
            counts[link[len(_COUNTRY) :]] += 1
        elif location is not None and location.country:
            counts[location.country] += 1
    best = counts.most_common(2)
    if not best or best[0][1] * 2 < counts.total() or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def find_seats(page: Page, first: int, last: int, mention: Mention) -> Iterator[Spot]:
    """Yield the places in a range to which nothing leads: in the name of those who keep order there (شرطة
    ولاية أريزونا), after a noun of places (مسيرة قرية بلعين)."""
    near = max(first, mention.last - _NEAR), min(last, mention.last + _NEAR + 1)
    for named in page.names_in(*near):
        if named.entity.type != "place" or is_country(named) or _is_elsewhere(page, named.first, mention):
            continue
        back = named.first - 1
        while back > named.first - _GAP and back >= first and _is_around(page.words[back]):
            back -= 1
        if back < first:
            continue
        lead, noun = page.words[back], page.words[named.first - 1]
        leads_away = lead == "من" or lead in signs_of("to_place")
        told = named.first == mention.last and not mention.word.is_verb  # معركة إدلب
        if told or lead in signs_of("authority") or (noun in words_of("settlement") and not leads_away):
            yield Spot(named.first, named.last, name_place(page, named))


def _is_elsewhere(page: Page, at: int, mention: Mention) -> bool:
    """Do the words before a place tell that something else is there: تصريحات في بنزرت، المولود في حلب?"""
    if mention.word.family in _MEETINGS:
        return False
    first = mention.last if mention.last <= at else 0
    before = page.words[max(first, at - _GAP) : at]
    if mention.word.family not in _OF_COURTS and _is_of_court(page, at, before):
        return True
    return not signs_of("elsewhere").isdisjoint(before)


def _is_of_court(page: Page, at: int, before: list[str]) -> bool:
    """Is a place that of a court that judges a deed (قضت محكمة في الرباط)? One of a country may lie anywhere
    in it."""
    named = page.name_at(at)
    courts = signs_of("court_of")
    if not any(word in courts or word[1:] in courts for word in before) or (
        named is not None and is_country(named)
    ):
        return False
    return has_sign(page.words[max(0, at - _AIM) : at], "judges")


def _is_taken(page: Page, mention: Mention, named: Named) -> bool:
    """Is a place what was taken, held or entered: سيطرت على نصف الغوطة، اقتحام جنين?"""
    if page.words[named.first].startswith("ل") and not fold(named.entity.name).startswith("ل"):
        return False  # الموالية لإيران
    words, at = page.words, named.first
    noun = _is_around(words[at - 1]) and words[at - 2] not in QUOTES  # قصفت مطار أبها
    families = _TAKES | _AIMED if noun else _TAKES
    return mention.word.family in families and _follows(page, mention, named.first)


def _follows(page: Page, mention: Mention, at: int) -> bool:
    """Does a token follow a mention closely, with no mark between?"""
    between = page.words[mention.last : at]
    marks = STOPS | COMMAS
    return 0 <= at - mention.last <= _TAKEN and marks.isdisjoint(between)


def _is_led(page: Page, named: Named, *, aimed: bool) -> bool:
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
    if first in words_of("located") and not is_country(named):
        return party_of(words[at - 1]) is None and words[at - 1] not in signs_of("authority")
    if not signs_of("hospital").isdisjoint(words[max(0, at - _GAP) : at]):
        return False  # نقل الجرحى إلى مستشفى في المدينة
    start = page.text.span(at, at + 1).start
    near = [one.mention for one in named.entity.around if one.relation == "near"]
    if any(one.start <= start < one.end for one in near):
        return True  # بالقرب من حلب
    return _leads_to(page, at, aimed=aimed, country=is_country(named))


def _leads_to(page: Page, at: int, *, aimed: bool, country: bool) -> bool:
    """Does a preposition lead to what begins at a token, maybe with nouns of places between?"""
    words = page.words
    for back in range(at - 1, max(-1, at - _GAP - 1), -1):
        word = words[back]
        if word in STOPS or word in COMMAS or word in signs_of("that") or word == "من":
            return word in COMMAS and back < at - 1
        if word in words_of("located") or word in signs_of("where") or word in signs_of("sees"):
            return True
        if word in signs_of("to_place"):
            if word in ("علي", "وعلي") and words[back + 1] in signs_of("on_spot"):
                return True
            if word == "بين" and back == at - 1:
                return False  # مواجهات بين أنقرة والمتمردين
            return aimed and not (country and word in ("بين", "الي", "نحو"))
        if word == "مع":
            return not country and words[back - 1].removeprefix("ال").startswith("حدود")
        if word[:1] == "ب" and _is_around(word[1:]):
            return True
        if word[:1] == "ل" and _is_around(word[1:]):
            return words[back - 1] in signs_of("vicinity")  # البوابة الشمالية لبلدة السرو
        if not (_is_around(word) or word in QUOTES or word == "#"):
            return False
    return False


def _is_around(word: str) -> bool:
    """Can a word stand between a preposition and the name of a place: مدينة، مطار، العاصمة الفرنسية?"""
    if word in words_of("place_noun") or word in words_of("settlement"):
        return True
    if word in signs_of("vicinity") or word in signs_of("spot") or word in load_sites():
        return True
    if word in signs_of("on_spot"):
        return True
    return word.startswith("ال") and word.endswith(("يه", "ي")) and len(word) > _NISBA
