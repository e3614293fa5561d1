"""The noun that heads a count and tells what befell the counted: عدد القتلى، حصيلة الجرحى."""

from __future__ import annotations

from rawi.relations.quantities.lexemes import has_role, read_nouns, state_of, words_of
from rawi.relations.quantities.page import COMMAS, QUOTES, STOPS, Page, Site

_BACK, _PRONOUN = 12, 5


def head_of_count(page: Page, at: int) -> tuple[str, ...] | None:
    """Return the deeds of the noun at a token, if a total is counted of it: حصيلة القتلى والجرحى."""
    found: list[str] = []
    while at >= 0 and (noun := state_of(page.words[at])) is not None:
        found.insert(0, "infected" if noun.name == "injured" and _is_case(page, at) else noun.name)
        at -= 1
        if not noun.joined:
            break
    if not found and at > 0 and _is_case(page, at):
        found, at = ["infected"], at - 1  # عدد الحالات المؤكدة 23
    counted = found and at >= 0 and has_role(page.words[at], "total") and not page.site_at(at)
    return tuple(dict.fromkeys(found)) if counted else None


def _is_case(page: Page, at: int) -> bool:
    """Is a word for the injured one for cases of an illness here (إجمالي الإصابات بالفيروس)?"""
    if all(noun.sort != "case" for noun in read_nouns(page.words[at])):
        return False
    words = page.words[slice(*page.text.sentence_of(at))]
    return page.is_of_illness or any(has_role(word, "illness") for word in words)


def counted_before(page: Page, site: Site) -> tuple[str, ...] | None:
    """Return the deeds of the noun of a count further before, if the number is told to be that count.

    It is where a word says that the count reached it (عدد قتلى زلزال السد ارتفع إلى 97), where a verb of
    counting leads to it with ب, or where nothing but adjectives and places stands between (عدد الوفيات
    المؤكدة فيها 21).
    """
    words = page.words
    led = words[site.first].startswith("ب") or words[site.first - 1] == "ب"
    reached = site.figure.span.start < site.figure.number.start or has_role(words[site.first], "reach")
    plain = site.noun is None
    for at in range(site.first - 1, max(site.sentence[0], site.first - _BACK) - 1, -1):
        if words[at] in STOPS | COMMAS or page.site_at(at):
            return None
        reached = reached or has_role(words[at], "reach", "rise", "fall")
        told = head_of_count(page, at) or _those_who_reach(page, at) or _those_numbered(page, at)
        if told is not None:
            return told if reached or plain or (led and _is_counted(page, site, at)) else None
        plain = plain and _is_of_noun(page, at)
    return None


def _those_who_reach(page: Page, at: int) -> tuple[str, ...] | None:
    """Return those in a state who are the subject of the verb beside them: القتلى «لا يزيدون على 12», ارتفع
    الجرحى إلى 30."""
    words = page.words
    state = state_of(words[at])
    if state is None or not words[at].startswith("ال") or at + 2 >= len(words):
        return None
    after = at + 1
    while after < len(words) - 1 and (words[after] in QUOTES or words[after] in words_of("and_not")):
        after += 1
    told = has_role(words[after], "reach") and words[after].endswith(("وا", "ون"))
    told = told or (words[after] == "الي" and has_role(words[at - 1], "reach", "rise", "fall"))
    return (state.name,) if told else None


def _those_numbered(page: Page, at: int) -> tuple[str, ...] | None:
    """Return those in a state whom the pronoun of a total means: المفقودين «قد يصل عددهم إلى 400»."""
    words = page.words
    if not has_role(words[at], "total") or not words[at].endswith(("هم", "هن")):
        return None
    for before in range(at - 1, max(page.text.sentence_of(at)[0], at - _PRONOUN) - 1, -1):
        if words[before] in STOPS or page.site_at(before):
            return None
        state = state_of(words[before])
        if state is not None:
            return (state.name,) if words[before].startswith("ال") else None
    return None


def _is_of_noun(page: Page, at: int) -> bool:
    """Can a word stand between the noun of a count and its number, with no verb: an adjective, a place?"""
    word = page.words[at]
    if page.name_at(at) is not None or word.startswith("ال") or word in QUOTES:
        return True
    return word in words_of("preposition") or has_role(word, "among", "filler")


def _is_counted(page: Page, site: Site, at: int) -> bool:
    """Does a verb of counting stand before the noun of a count: قدر عدد القتلى ب1400?"""
    first = max(page.told_in(site)[0], at - _BACK)
    return any(has_role(page.words[i], "counts") for i in range(first, at))
