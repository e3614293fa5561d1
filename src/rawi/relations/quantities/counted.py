"""The noun that a figure counts: its class, and which people they are."""

from __future__ import annotations

from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.stems import find_noun_stem, find_stem
from rawi.relations.quantities.lexemes import Noun, has_role, read_deeds, read_nouns, state_of, words_of
from rawi.relations.quantities.page import COMMAS, STOPS, Page, Site

_BACK, _SHORTEST, _AMONG = 8, 4, 4


def find_noun(page: Page, site: Site) -> Noun | None:
    """Return the class of the noun that a figure counts; one of sort ``person`` and no name for a people
    (فلسطينيا), null for a noun that no lexicon has.

    A cleft noun is read on: أربعة من رجال الشرطة are police.
    """
    if site.noun is None:
        return _implied(page, site)
    if _is_led(page, site):
        return None
    word = page.words[site.noun[0]]
    named = page.name_at(site.noun[0])
    is_name = named is not None and named.entity.type == "organisation" and named.last <= site.noun[1]
    nouns = () if is_name else read_nouns(word)
    if not nouns:
        return Noun("people", "person") if nation_of(word) else None
    found = _case(page, site, nouns)
    return _narrowed(page, site, found) if found.sort == "person" else found


def _implied(page: Page, site: Site) -> Noun | None:
    """Return what a bare number counts by the words after من: 23 من مسلحيها, "أربعين" من عناصر الحرس."""
    at = site.last
    while at < site.sentence[1] and page.words[at] in ("»", '"', "”", ")"):
        at += 1
    if at + 1 < site.sentence[1] and page.words[at] == "من":
        nouns = read_nouns(page.words[at + 1])
        return nouns[0] if nouns and nouns[0].sort != "span" else None
    return _before(page, site)


def _before(page: Page, site: Site) -> Noun | None:
    """Return the noun that stands before a bare number: من عناصر التنظيم سوى 3000, عدد مقاتلي الجبهة 3000."""
    words = page.words
    for at in range(site.first - 1, max(page.told_in(site)[0], site.first - _BACK), -1):
        if words[at] in STOPS or words[at] in COMMAS or page.site_at(at):
            return None
        nouns = [noun for noun in read_nouns(words[at]) if noun.sort == "person"]
        if nouns and (words[at - 1] == "من" or has_role(words[at - 1], "total") or state_of(words[at - 1])):
            return nouns[0]
        joins = words[at] in words_of("only") or words[at].startswith("ال") or page.name_at(at)
        if not (joins or has_role(words[at], "filler", "reach", "hold", "total", "rise", "fall")):
            return None
    return None


def speaks_of_illness(page: Page, token: int) -> bool:
    """Does the sentence around a token speak of an illness?"""
    return any(has_role(word, "illness") for word in page.words[slice(*page.text.sentence_of(token))])


def find_among(page: Page, site: Site) -> str | None:
    """Return of which people those in a state are: ثلاثة قتلى فقط بين المدنيين, أربعة جرحى من الشرطة."""
    words, at = page.words, site.noun[1] if site.noun else site.last
    for token in range(at, min(at + _AMONG, site.sentence[1] - 1)):
        if words[token] in words_of("among_whom"):
            nouns = [noun for noun in read_nouns(words[token + 1]) if noun.sort == "person"]
            return nouns[0].name if nouns else None
        if words[token] not in words_of("just"):
            return None
    return None


def _case(page: Page, site: Site, nouns: tuple[Noun, ...]) -> Noun:
    """Return the reading that fits: a case of illness only where an illness is spoken of."""
    cases = [noun for noun in nouns if noun.sort == "case"]
    if cases and (page.is_of_illness or speaks_of_illness(page, site.first)):
        return cases[0]
    return next((noun for noun in nouns if noun.sort != "case"), nouns[0])


def _narrowed(page: Page, site: Site, noun: Noun) -> Noun:
    """Return what kind of people the words after a general noun say: رجال الشرطة, شخصا من المدنيين."""
    assert site.noun is not None
    words, at = page.words, site.noun[0] + 1
    if noun.name not in ("people", "others", "members", "elements") or at >= site.sentence[1]:
        return noun
    word = words[at]
    if noun.name == "people" and word in words_of("force"):
        return Noun("police", "person")
    if word == "من" and at + 1 < site.sentence[1]:
        word = words[at + 1]
    elif noun.name != "others":
        return noun
    after = next((one for one in read_nouns(word) if one.sort == "person"), None)
    return after if after and after.name not in ("people", "others") else noun


def nation_of(word: str) -> str | None:
    """Return the country of a folded adjective or people, ``--`` for a people without one, null otherwise.

    >>> nation_of("فلسطينيا"), nation_of("مقعدا")
    ('PS', None)
    """
    entry = load_vocabulary().entry(word) or load_vocabulary().entry(word.removesuffix("ا"))
    return entry.id if entry and entry.kind == "nationality" else None


def stem_of(page: Page, site: Site) -> str | None:
    """Return the stem of a counted noun that no lexicon has; null where there is no noun."""
    if site.noun is None:
        return None
    word = page.words[site.noun[0]]
    if not word.isalpha() or _is_led(page, site):
        return None
    return find_noun_stem(word.removesuffix("ا") if len(word) > 3 else word)


def _is_led(page: Page, site: Site) -> bool:
    """Is the word after a number no noun that it counts but an adjunct: القرار 12 بهدف, not 12 بيتا?"""
    assert site.noun is not None
    word, at = page.words[site.noun[0]], site.noun[0]
    if at <= page.tokens(site.figure.number)[0] or word[:1] not in ("ب", "ل"):
        return False
    bare = read_nouns(word[1:])
    return bool(bare) and read_nouns(word) == bare


def find_kind(page: Page, site: Site) -> str | None:
    """Return which of the counted are meant, by the stem of the adjective after their noun (أسيرا مريضا);
    none for a people (تركي), which tells whose they are."""
    if site.noun is None or _is_led(page, site):
        return None
    noun, end = page.words[site.noun[0]], min(site.sentence[1], site.noun[0] + 4)
    for at in range(site.noun[0] + 1, end):
        word = page.words[at]
        if nation_of(word) is not None:
            continue
        if page.name_at(at) is not None or page.site_at(at) not in (None, site) or not word.isalpha():
            return None
        return find_stem(word) if _is_adjective(noun, word) else None
    return None


def find_certainty(page: Page, site: Site) -> str | None:
    """Return whether cases are told as confirmed or suspected (78 إصابة مؤكدة, عدد الإصابات المؤكدة 47).

    These are the classes in which the World Health Organization counts cases; null where nothing says so, or
    where no illness is spoken of.
    """
    words = page.words
    if not (page.is_of_illness or speaks_of_illness(page, site.first)):
        return None
    for tokens in (range(site.last, min(site.last + _AMONG, site.sentence[1])), _back_from(page, site)):
        for at in tokens:
            if words[at] in STOPS or words[at] in COMMAS or page.site_at(at) not in (None, site):
                break
            for name in ("confirmed", "suspected"):
                if has_role(words[at], name) and not (at >= site.last and words[at].startswith("و")):
                    return name
    return None


def _back_from(page: Page, site: Site) -> range:
    """Return the tokens before a number, back to another number or to where the clause begins."""
    first = site.first - 1
    while first > max(site.sentence[0], site.first - _BACK) and page.words[first] not in STOPS | COMMAS:
        if page.site_at(first):
            break
        first -= 1
    return range(site.first - 1, first, -1)


def _is_adjective(noun: str, word: str) -> bool:
    """Does a word after a noun agree with it as an adjective of relation or an accusative one does?"""
    if word.startswith("ال") or word.endswith("وا") or len(word) < _SHORTEST:
        return False  # سقطوا: a verb
    if read_nouns(word) or read_deeds(word):
        return False
    accusative = noun.endswith("ا") and word.endswith("ا")
    return accusative or (word.endswith(("ي", "يه", "يين")) and not noun.endswith("ا"))
