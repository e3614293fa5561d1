"""Whom a mention of a happening names, and what is asked of every phrase around it."""

from __future__ import annotations

from functools import cache

import msgspec

from rawi.events.lexemes import is_adjective, party_of, read_event_words, signs_of
from rawi.events.mentions import Mention
from rawi.events.persons import kin_of
from rawi.events.phrases import Item, Phrase, read_phrase
from rawi.relations.quantities.page import QUOTES, Page

_BACK = 14
#: Kinds of happening that are done to a place: the target are those who hold it.
OF_PLACES = frozenset(("takeover", "siege", "seizure", "raid", "search", "advance", "withdrawal"))
#: Kinds of happening in which people come together.
STREET = frozenset(("protest", "gathering", "riot", "roadblock", "stoning"))
#: Kinds of happening that befall people.
OF_PEOPLE = frozenset(("killing", "dead", "wounding", "arrest", "abduction", "capture", "hostages"))


class Roles(msgspec.Struct, frozen=True, gc=False):
    """Whom a mention names: who did it, to whom, further ones of each side, who took responsibility, and the
    mention's own thing (عبوة after انفجرت)."""

    actor: Phrase | None = None
    target: Phrase | None = None
    with_actor: tuple[Phrase, ...] = ()
    with_target: tuple[Phrase, ...] = ()
    claimed: Phrase | None = None
    thing: Phrase | None = None
    host: int | None = None  # the token of the mention of which this verb tells (استهدفت غارة ...)


def is_adverb(page: Page, phrase: Phrase) -> bool:
    """Does a phrase tell how or with what, and not whom: متأثرا بجراحه، عبوة ناسفة، 13 عاما?"""
    word = page.words[phrase.first]
    head = page.words[phrase.core]
    if head in signs_of("prepositions") or (is_adjective(head) and page.name_at(phrase.core) is None):
        return True  # عددا منهم
    words = page.words[phrase.core : phrase.last]
    told = read_event_words(page.words, phrase.core)
    if told and not told[0].is_verb and told[0].family not in ("dead", "wounding", "killing"):
        return True
    if not signs_of("device").isdisjoint(words) or words[0].removeprefix(phrase.joined) in _arms():
        return True
    site = page.site_at(phrase.first)
    if site is not None and site.figure.unit is not None:
        return True
    return (
        phrase.core == phrase.first
        and word.endswith("ا")
        and party_of(word) is None
        and kin_of(word.removeprefix("و")) is None
        and page.name_at(phrase.first) is None
        and page.site_at(phrase.first) is None
        and not word.startswith("ال")
        and len(word) > 2
    )


@cache
def _arms() -> frozenset[str]:
    return signs_of("device") | signs_of("shells") | signs_of("fire") | signs_of("own")


def struck_site(items: list[Item]) -> Phrase | None:
    """Return what was hit, by where it was: في سوق شعبي، قرب حاجز."""
    signs = signs_of("site_of")
    found = (one.phrase for one in items if one.lead in signs)
    return next((one for one in found if one.party in ("civil", "military")), None)


def done_by(page: Page, mention: Mention) -> Phrase | None:
    """Return who follows على يد، من قبل، بأيدي in the clause."""
    words = page.words
    for at in range(mention.last, min(mention.clause[1], mention.last + _BACK) - 1):
        pair = (words[at], words[at + 1])
        if pair in (("علي", "يد"), ("علي", "ايدي"), ("من", "قبل"), ("من", "جانب"), ("من", "طرف")):
            return read_phrase(page, at + 2, mention.clause[1])
        if words[at] in signs_of("by"):
            return read_phrase(page, at + 1, mention.clause[1])
    return None


def mention_in(page: Page, phrase: Phrase) -> int | None:
    """Return the token at which a phrase names a happening, null where it names none."""
    for at in range(phrase.first, min(phrase.last, phrase.first + 2)):
        if page.site_at(at) is not None or page.name_at(at) is not None:
            continue
        if party_of(page.words[at]) is not None:
            return None
        found = read_event_words(page.words, at)
        if found and not found[0].is_verb and found[0].family not in ("dead", "killing", "wounding"):
            return at
    return None


def is_aside(page: Page, at: int) -> bool:
    """Does a token stand beside a subject and its verb: a preposition, a quotation mark?"""
    return page.words[at] in signs_of("prepositions") or page.words[at] in QUOTES
