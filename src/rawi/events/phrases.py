"""Noun phrases, as far as news needs them: where one begins and ends, whom it names, on which side they are.

There is no parser. A phrase is cut by what Arabic shows on the words: the article, endings that cannot stand
in a genitive (مسلحون), names, numbers, and words at which no phrase goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec

from rawi.arabic.fold import fold
from rawi.events.lexemes import (
    PartyClass,
    _parties,
    acting_words,
    breaking_words,
    opening_words,
    party_of,
    read_event_words,
    signs_of,
)
from rawi.events.persons import (
    end_of_body,
    is_of_nobody,
    is_of_one,
    is_own,
    is_person,
    is_thing_of_land,
    joined_kin,
    kin_of,
    meets_own,
    opens_person,
)
from rawi.model.entity import Entity
from rawi.relations.quantities.lexemes import words_of
from rawi.relations.quantities.page import COMMAS, QUOTES, STOPS, Page

_LONGEST = 9
_VERB = 4
_HOURS = frozenset(("فجر", "صباح", "ظهر", "عصر", "مساء", "ليل", "ليله", "يوم"))
_NUNATED = ("ون", "ين", "ان", "ون")
_REMEMBERED = 1 << 12
_JOINED_PREPOSITIONS = ("ب", "ل", "ك")


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A noun phrase by tokens. ``core`` is where it begins to say who they are, past a number and its من
    (ثلاثة من عناصر الجيش: عناصر), ``joined`` the letters joined before that word.

    ``party`` is the class of its head, ``side`` that of whom it names, ``entity`` the one that it names.
    """

    first: int
    last: int
    core: int
    joined: str
    party: PartyClass | None
    side: PartyClass | None
    entity: Entity | None = None

    @property
    def named(self) -> bool:
        """Does it name somebody?"""
        return self.entity is not None


class Item(msgspec.Struct, frozen=True, gc=False):
    """A phrase with the preposition before it, null for none."""

    lead: str | None
    phrase: Phrase


@lru_cache(maxsize=_REMEMBERED)
def class_of_name(name: str) -> PartyClass | None:
    """Return the class that the words of a name tell, the first that tells one.

    >>> class_of_name("حركة الضفاف"), class_of_name("وزارة الدفاع")
    ('nonstate', 'state')
    """
    words = fold(name).split()
    for known, side in (("داعش", "nonstate"), ("القاعده", "nonstate")):
        if known in words:
            return "nonstate" if side == "nonstate" else None
    for word in words:
        found = party_of(word)
        if found in ("state", "nonstate", "civilian", "protester"):
            return found
    return None


def is_break(page: Page, at: int) -> bool:
    """Does no noun phrase go on at a token: a mark, a preposition, a verb, a date?"""
    word = page.words[at]
    if word in STOPS or word in COMMAS:
        return True
    breaks = word in breaking_words() or (
        page.name_at(at) is None if word in acting_words() else at in page.dated
    )
    return breaks and not _is_counted(page, at)  # نحو 300 شخص


def _is_counted(page: Page, at: int) -> bool:
    """Does a count begin at a token?"""
    site = page.site_at(at)
    return site is not None and site.first == at


def _is_date(page: Page, at: int) -> bool:
    return at in page.dated


def led_by(page: Page, at: int) -> str | None:
    """Return the preposition that is joined to a token, null for none that can be told: بصاروخ، لمواقع."""
    word = page.words[at]
    if word.startswith(("وب", "ول")):
        word = word[1:]
    lead = word[:1]
    if lead not in _JOINED_PREPOSITIONS or len(word) < 4:
        return None
    rest = word[1:]
    if (
        word.startswith("لل")
        or rest.startswith("ال")
        or (lead == "ب" and (rest in words_of("place_noun") or rest in signs_of("instrument")))
    ):
        return lead
    named = page.name_at(at)
    if named is not None and named.first == at:
        return None if fold(named.entity.name).startswith(lead) else lead
    if party_of(word) == party_of(rest) and party_of(rest) and not _is_whole(word):
        return lead
    if rest in signs_of("shells") or rest in signs_of("device") or rest in signs_of("spot"):
        return lead
    found = read_event_words((word,), 0)
    if found and found[0].lead is not None:
        return lead
    if read_event_words((rest,), 0) and not found:
        return lead
    return lead if word.isdigit() or rest.isdigit() else None


@lru_cache(maxsize=_REMEMBERED)
def _is_whole(word: str) -> bool:
    """Is a word that begins like one with a preposition a word of its own (بحرية، لواء)?"""
    return word.startswith(_begun())


@cache
def _begun() -> tuple[str, ...]:
    """Return the words for parties that begin like one with a preposition."""
    return tuple(one for one in _parties() if one[:1] in _JOINED_PREPOSITIONS)


def read_phrase(page: Page, at: int, limit: int, lead: str = "") -> Phrase | None:
    """Return the noun phrase that begins at a token, before ``limit``; null where none can.

    ``lead`` is the preposition joined to its first word, if there is one.
    """
    words = page.words
    while at < limit and words[at] in QUOTES:
        at += 1
    if at >= limit or is_break(page, at) or (words[at][:1] == "و" and _is_clause(page, at)):
        return None
    joined = lead or ("و" if words[at][:1] == "و" and _is_joined(page, at) else "")
    core, end, definite = _head(page, at, limit, joined)
    entity = None
    while end < min(limit, core + _LONGEST):
        if end > core and not _goes_on(page, core, end, definite):
            break
        named = page.name_at(end)
        if named is not None and named.first == end:
            last = end_of_body(page, end, named.last)
            if last < named.last:
                end = last
                break
            entity = entity or named.entity
            end, definite = named.last, True
            continue
        word = words[end].removeprefix(joined) if end == core else words[end]
        definite = definite or word.startswith("ال") or (joined == "ل" and word.startswith("ل"))
        end += 1
    end = min(end, limit)
    while end > core + 1 and words[end - 1] in QUOTES:
        end -= 1
    return _phrase(page, at, max(end, core + 1), core, joined if core == at else "", entity)


def _head(page: Page, at: int, limit: int, joined: str) -> tuple[int, int, bool]:
    """Return where a phrase says who they are, where reading goes on, and whether it is definite so far."""
    words, core = page.words, at
    while core + 1 < limit:
        word = words[core].removeprefix(joined) if core == at else words[core]
        site = page.site_at(core)
        counted = site is not None and site.first == core
        of_kind = word.endswith("ه") and words[core + 1].endswith("ه")  # مجموعة مسلحة
        if word in signs_of("partitive") and not counted and not of_kind:
            core += 2 if core + 2 < limit and words[core + 1] == "من" else 1
            continue
        if site is None or not counted:
            break
        last = min(max(site.last, core + 1), limit)
        if last + 1 < limit and words[last] == "من" and _is_party(page, last + 1):
            core = last + 1
            continue
        core = site.noun[0] if site.noun and core <= site.noun[0] < last else core
        return core, last, words[core].startswith("ال")
    return core, core, False


def _is_party(page: Page, at: int) -> bool:
    """Is a token a word or a name for people or a body?"""
    named = page.name_at(at)
    if named is not None:
        return named.entity.type != "place"
    return party_of(page.words[at]) not in (None, "military", "civil")


def _goes_on(page: Page, first: int, at: int, definite: bool) -> bool:
    """Does a phrase that began at ``first`` go on at a token; ``definite``: is what was read so?"""
    words, word = page.words, page.words[at]
    if word in QUOTES:
        return not definite or page.name_at(at + 1) is not None or page.words[at - 1] in QUOTES
    if is_break(page, at) or led_by(page, at) is not None or word in ("النار", "النيران", "نفسه", "نفسها"):
        return False
    if word == "و" or (word[:1] in ("و", "ف") and _is_joined(page, at)):
        return False
    if " ".join(words[at : at + 2]) in signs_of("instrument"):
        return False  # انتحاري سيارة مفخخة
    named = page.name_at(at)
    if named is not None:
        return not (definite and words[at - 1].startswith("ال") and not _is_apposed(page, first, at))
    if page.site_at(at) is not None:
        return False
    reading = read_event_words(words, at)
    if reading and (reading[0].is_verb or not reading[0].definite or definite):
        return False
    if word.startswith("ال"):
        if not definite and (_is_plural(words[at - 1]) or is_of_nobody(page, first, at)):
            return False  # متظاهرون | الشرطة، مستوطن | الشاب
        if definite and (opens_person(page, first, at) or is_thing_of_land(page, first, at)):
            return False  # الشرطة | الصحفي
        other = party_of(word) is not None or is_person(word)
        return page.name_at(at - 1) is None or not other  # الجيش | الأحياء السكنية
    before = words[at - 1]
    if meets_own(page, first, at) or is_own(page, at - 1) is not None:
        return False  # رجل | زوجته، شقيقه | أمس
    if definite or (
        at - 1 > first and before.endswith("ه") > word.endswith("ه") < words[at - 2].endswith("ه")
    ):
        return False  # مجموعة مسلحة | تحصنت
    if word.endswith("ا") and not before.endswith(("ا", "من")) and at - 1 > first - 1:
        return False
    if before.endswith(_NUNATED) and len(before) > 4 and page.name_at(at - 1) is None:
        return word.endswith(before[-2:]) and not _they_do(word)
    return True


def _is_plural(word: str) -> bool:
    """Is a word a sound plural of people, whose ن says that nothing is joined to it (متظاهرون الشرطة)?"""
    return word.endswith(("ون", "ين")) and party_of(word) is not None and not _is_bare(word)


def _is_bare(word: str) -> bool:
    """Does a word stand in the list of parties as it is, its ن a letter of its own (سجين)?"""
    return any(word.removeprefix(start) in _parties() for start in ("", "و", "ب", "ل"))


def _is_hour(page: Page, at: int) -> bool:
    """Is a token a part of a day before its date: فجر أمس?"""
    return page.words[at] in _HOURS and _is_date(page, at + 1)


def _they_do(word: str) -> bool:
    """Is a word a verb of several who do something: يستقلون?"""
    return word.startswith("ي") and word.endswith("ون") and len(word) > _VERB and party_of(word) is None


def _is_clause(page: Page, at: int) -> bool:
    """Does a token with و open a clause, and no phrase: وأنهم، وتعذيب، وسرقوا?"""
    word = page.words[at]
    named = page.name_at(at)
    if (named is not None and named.first == at) or party_of(word) or page.site_at(at) is not None:
        return False
    return not joined_kin(word) and not word.startswith("وال")


def _is_apposed(page: Page, first: int, at: int) -> bool:
    """Is a name in apposition to a definite noun before it: التنظيم داعش، القيادي سامي؟ ``first``: where the
    phrase began."""
    named = page.name_at(at)
    before = page.words[at - 1]
    if named is None or named.entity.type == "place" or not before.startswith("ال"):
        return False
    several = named.first == at and named.last - at > 1
    if several and party_of(page.words[at]) and party_of(before):
        return False  # المقاومة | ميليشيات الرمال
    if named.entity.type != "person":
        return True
    both = first == at - 1 and before.endswith("ين") and party_of(before) == "civilian"  # الصحفيين رائد وسامر
    return both or (not _is_plural(before) and is_of_one(page, first, at))  # المتمردون | سليم


def _is_joined(page: Page, at: int) -> bool:
    """Is و or ف joined to a token, no letter of its own?"""
    word = page.words[at]
    named = page.name_at(at)
    if named is not None and named.first == at:
        return not fold(named.entity.name).startswith(word[:1])
    if _is_counted(page, at):
        return not word.startswith("واحد")
    if kin_of(word) is not None:
        return False  # والده
    return bool(
        party_of(word[1:])
        or joined_kin(word)
        or read_event_words((word[1:],), 0)
        or word.startswith(("وال", "فال"))
    )


def _phrase(page: Page, first: int, last: int, core: int, joined: str, entity: Entity | None) -> Phrase:
    """Return a phrase with the class of its head and of whom it names."""
    party = side = None
    for at in range(core, last):
        found = party_of(page.words[at])
        if found is None:
            continue
        party = party or found
        own = side == "civilian" and page.words[core].lstrip("ول").removeprefix("ال") in signs_of("men")
        if (side is None or own) and found not in ("member", "aircraft", "military", "civil"):
            side = found
    if entity is not None and entity.type == "organisation":
        side = class_of_name(entity.name) or side
    elif entity is not None and entity.type == "place" and (entity.link or "").startswith("iso:"):
        side = side or "state"
    return Phrase(first, last, core, joined, party, side or party, entity)


def name_of(page: Page, phrase: Phrase) -> str:
    """Return the words by which a phrase says who they are, without letters joined before them."""
    words = page.text.words_of(phrase.core, phrase.last).strip()
    if phrase.joined and words.startswith(phrase.joined):
        rest = words[len(phrase.joined) :]
        return "ا" + rest if phrase.joined == "ل" and words.startswith("لل") else rest
    return words


def read_items(page: Page, at: int, limit: int, most: int = 8, *, verb: bool = False) -> Iterator[Item]:
    """Yield the phrases from a token on, each with its preposition, up to a mark, a clause or ``limit``;
    after a ``verb`` its object may stand behind a comma."""
    words, lead, bare = page.words, None, 0
    for _ in range(most * 3):
        while at < limit and (words[at] in QUOTES or _is_date(page, at) or _is_hour(page, at)):
            lead = lead if words[at] in QUOTES else None  # فجر أمس حيا: nothing leads to the quarter
            at += 1
        if verb and bare == 1 and at + 1 < limit and words[at] in COMMAS and _is_object(page, at + 1):
            at += 1
        if at >= limit or words[at] in STOPS or words[at] in COMMAS:
            return
        word = words[at]
        if word in opening_words():
            return
        if (word in signs_of("prepositions") and not _is_counted(page, at)) or word == "و":
            lead = (
                word if word not in signs_of("in_it") else None
            )  # قتل فيه ثلاثة: the three, not whom it was in
            at += 1
            continue
        if is_break(page, at) or ((found := read_event_words(words, at)) and found[0].is_verb):
            return
        if _they_do(word):
            return
        joined = led_by(page, at)
        phrase = read_phrase(page, at, limit, joined or "")
        if phrase is None:
            return
        after = "و" if word[:1] == "و" and _is_joined(page, at) else None
        item = Item(joined or lead or phrase.joined or after, phrase)
        yield item
        bare += item.lead is None
        at, lead = phrase.last, None


def _is_object(page: Page, at: int) -> bool:
    """Can the object of a verb begin at a token behind a comma: قتل قناص، امرأة?"""
    word = page.words[at]
    if word[:1] == "و" or is_break(page, at) or led_by(page, at) is not None:
        return False
    return (
        party_of(word) in ("civilian", "civil", "military", "state", "nonstate")
        or page.site_at(at) is not None
    )
