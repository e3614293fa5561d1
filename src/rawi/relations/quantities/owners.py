"""Whose the counted are: the body or people that they belong to.

مقاتل من داعش, جنود الجيش, جندي تركي; with a pronoun (عناصره); or before the number (لدى التنظيم 40 مقاتلا).
"""

from __future__ import annotations

from rawi.annotations.lexis import load_vocabulary
from rawi.model.definition import Group
from rawi.model.entity import Entity
from rawi.relations.quantities.counted import nation_of
from rawi.relations.quantities.groups import group_of, phrase_group
from rawi.relations.quantities.lexemes import Noun, has_role, read_nouns, words_of
from rawi.relations.quantities.page import COMMAS, QUOTES, STOPS, Named, Page, Site

_NEAR, _BACK, _ANTECEDENT = 6, 16, 60


def find_owner(
    page: Page,
    site: Site,
    noun: Noun | None,
    last: Group | None,
    speaks_for: Group | None,
    *,
    befell: bool = False,
) -> Group | None:
    """Return whose the counted are; ``last`` is the group of the figure before, ``speaks_for`` the body of
    the speaker (لدينا 1800 جندي). Of those whom something ``befell`` a body before the number tells nothing.
    """
    after = _after(page, site)
    if after is not None:
        return after
    if noun is not None and noun.owner is not None and site.noun is not None:
        return antecedent(page, site.noun[0]) or last
    if noun is not None and noun.owner is not None:
        return antecedent(page, site.last) or last
    return None if befell else _before(page, site, last, speaks_for)


def nation_group(code: str, word: str) -> Group | None:
    """Return the people of a country as a group; null where the adjective is of no country."""
    return Group(f"iso:{code}", word) if code != "--" else Group(f"~{_people(word)}", word)


def _people(word: str) -> str:
    """Return the citation form of an adjective of a people (حوثيا، الحوثيين)."""
    entry = load_vocabulary().entry(word) or load_vocabulary().entry(word.removesuffix("ا"))
    return entry.form if entry else word


def _after(page: Page, site: Site) -> Group | None:
    """The group named in the noun phrase itself: an adjective, a construct, or after من."""
    words = page.words
    at = site.noun[0] if site.noun else site.last
    end = min(site.sentence[1], at + _NEAR)
    led = False
    for token in range(at, end):
        word = words[token]
        if token > at and _begins_anew(word):
            return None
        if (code := nation_of(word)) is not None and (token > at or site.noun) and not page.name_at(token):
            return nation_group(code, word)
        named = page.name_at(token)
        if named and named.entity.type == "organisation" and (led or token > at or site.noun):
            return group_of(page, named.entity, named.first)
        if (phrase := phrase_group(page, token)) is not None and (led or token > at):
            return phrase[0]
        if token > at and named and named.entity.type == "place" and _is_country(named.entity) and not led:
            return None
        if word in words_of("owned_by"):
            led = True
        if not _goes_on(page, site, token):
            return None
    return None


def _begins_anew(word: str) -> bool:
    """Is a word joined by و to the noun phrase before it, and of another body or people: وتونسي, وحركة?"""
    bare = word.removeprefix("و")
    return bare != word and (nation_of(bare) is not None or has_role(bare, "band", "state_body"))


def _goes_on(page: Page, site: Site, token: int) -> bool:
    """Does the noun phrase of a figure go on at a token?"""
    word = page.words[token]
    if word in STOPS or word in COMMAS or (token >= site.last and page.site_at(token)):
        return False
    if word in QUOTES or word == "من" or token < site.last:
        return True
    if word in ("في", "بين") and "صفوف" not in page.words[token + 1 : token + 2]:
        return False
    person = any(noun.sort in ("person", "state") for noun in read_nouns(word))
    return (
        word in words_of("owned_by")
        or person
        or has_role(word, "state_body", "band")
        or word in ("علي", "الاقل")
    )


def _is_country(entity: Entity) -> bool:
    """Is an entity a country?"""
    return entity.link is not None and entity.link.startswith("iso:")


def antecedent(page: Page, token: int) -> Group | None:
    """Return the body or country that a pronoun at a token stands for: the one named last before it."""
    for at in range(token - 1, max(-1, token - _ANTECEDENT), -1):
        named = page.name_at(at)
        if named is not None and named.last == at + 1 and _can_own(page, named):
            return group_of(page, named.entity, named.first)
        if named is None and (phrase := phrase_group(page, at)) is not None and phrase[1] > at + 1:
            return phrase[0]
    return None


def _can_own(page: Page, named: Named) -> bool:
    """Can a name be whom a pronoun of forces points to: a body, or a country that no preposition leads to?"""
    if named.entity.type == "organisation":
        return True
    led = page.words[named.first - 1] in words_of("heading")
    return _is_country(named.entity) and not led


def _before(page: Page, site: Site, last: Group | None, speaks_for: Group | None) -> Group | None:
    """The group named before the number: its people, its count, who has them; or a pronoun for it."""
    words, start = page.words, max(page.told_in(site)[0], site.first - _BACK)
    for at in range(site.first - 1, start - 1, -1):
        word = words[at]
        if word in STOPS or page.site_at(at):
            return None
        if has_role(word, "ours"):
            return speaks_for
        if word in words_of("have") and not word.endswith("دي"):
            return _of_pronoun(page, at, last)
        named = page.name_at(at)
        if named is None and (owner := _owner_pronoun(word)):
            return _of_pronoun(page, at, last) if owner else None
        if named and named.last == at + 1 and named.entity.type != "person" and _has_them(page, named.first):
            return group_of(page, named.entity, named.first)
        if named is None and _has_them(page, at) and (phrase := phrase_group(page, at)) is not None:
            return phrase[0]
    return None


def _owner_pronoun(word: str) -> str | None:
    """Return the pronoun at the end of a word for people or their count: عددهم, قواتها."""
    owned = next((noun.owner for noun in read_nouns(word) if noun.sort == "person" and noun.owner), None)
    if owned:
        return owned
    counted = word.endswith(("هم", "ها")) and len(word) > 4 and has_role(word, "total")
    return word[-2:] if counted else None


def _of_pronoun(page: Page, token: int, last: Group | None) -> Group | None:
    """Return whom a pronoun before a number stands for: named in this sentence, else the group before."""
    first = page.text.sentence_of(token)[0]
    speakers = {one.speaker.entity for one in page.record.statements}
    for named in page.names_before(token, first):
        told = _only_tells(page, named) or named.entity.id in speakers
        if _can_own(page, named) and not told:
            return group_of(page, named.entity, named.first)
    return last or antecedent(page, first) or antecedent(page, token)


def _only_tells(page: Page, named: Named) -> bool:
    """Is a body named only as the source of what is said: حسب الأمم المتحدة?"""
    return page.words[named.first - 1] in words_of("source")


def _has_them(page: Page, token: int) -> bool:
    """Does the word before a name say that the counted are its people: عناصر، عدد، صفوف، لدى، تضم؟"""
    words, at = page.words, token - 1
    while at > 0 and words[at] in QUOTES | words_of("people_of"):
        at -= 1
    word = words[at]
    if word in words_of("have") or word in words_of("haver") or word in ("صفوف", "قوامها"):
        return True
    if word in words_of("number_of") or any(noun.sort == "person" for noun in read_nouns(word)):
        return True
    first = token == page.text.sentence_of(token)[0]
    return first and words[token].startswith(("لل", "ولل"))  # وللبلاد نحو عشر قواعد


def ground_owner(page: Page, site: Site) -> Group | None:
    """Return the group of whose ground a sentence tells: the first body named in it (سيطر التنظيم)."""
    first, last = page.told_in(site)
    for at in range(first, last):
        named = page.name_at(at)
        if named and named.first == at and named.entity.type == "organisation":
            return group_of(page, named.entity, named.first)
        if named is None and (phrase := phrase_group(page, at)) is not None:
            return phrase[0]
    return None
