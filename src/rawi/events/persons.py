"""Words for people beside other phrases: where a definite phrase ends because the next word is somebody else
(الشرطة | الصحفي), and who is told by kin (رجل | زوجته)."""

from __future__ import annotations

from functools import cache, lru_cache

from rawi.annotations.lexis import Lexeme, plural_forms
from rawi.arabic.fold import fold
from rawi.events.lexemes import _parties, is_adjective, is_single, party_of, signs_of
from rawi.lexicons.loader import load_entries, load_table
from rawi.relations.quantities.lexemes import words_of
from rawi.relations.quantities.page import Page

_REMEMBERED = 1 << 12
_TITLES = 5  # words of titles before a name: النائب السابق في البرلمان
_NOUNS = frozenset(
    ("office", "rank", "honorific", "occupation", "kin", "spokesman", "unit", "either", "official")
)
_GROUPS = ("state", "nonstate", "unknown", "member", "protester", "aircraft")
_MANY = ("ون", "ين")
_OWNED = ("ه", "ها", "هم", "هما")


@cache
def _titles() -> frozenset[str]:
    """Return the folded nouns of ``roles.toml`` for people, singular, feminine and plural."""
    found = set[str]()
    for one in load_entries("roles.toml", Lexeme):
        if one.kind in _NOUNS:
            word = fold(one.form)
            found |= {word, word + "ه" if one.feminine else word, *plural_forms(one)}
    return frozenset(found)


@lru_cache(maxsize=_REMEMBERED)
def is_person(word: str) -> bool:
    """Is a folded word with the article one for people: of a calling, a rank, a victim?

    >>> is_person("الصحفي"), is_person("الشرطة"), is_person("المحاميه")
    (True, False, True)
    """
    bare = word.removeprefix("ال")
    return bare in _titles() or is_single(bare) or party_of(word) in ("civilian", "protester")


def opens_person(page: Page, first: int, at: int) -> bool:
    """Does a definite word after a definite phrase of a body or of several that began at ``first`` begin to
    name somebody else: الشرطة | الصحفي رائد، الجنود | الطفل، قوات الأمن | المتظاهرين?"""
    if not _is_group(page, first):
        return False
    people = is_person(page.words[at]) or party_of(page.words[at]) == "nonstate"
    return (people and _leads_to_name(page, at)) or _is_other(page, first, at)


def _is_other(page: Page, first: int, at: int) -> bool:
    """Is a definite word no adjective of a body or of several, but a noun for somebody else?"""
    word, head = page.words[at], page.words[first].removeprefix("و")
    if not is_person(word):
        return False
    bare = word.removeprefix("ال")
    if bare == "مشتبه" and page.words[at + 1 : at + 2] and page.words[at + 1] in signs_of("suspected"):
        return True  # عناصر الدرك | المشتبه به
    if word.endswith(_MANY):
        return not _are_men(head) and not any(map(_are_men, page.words[first + 1 : at]))
    if bare in signs_of("of_body"):  # التنظيم المتطرف, but الشرطة | المتطرف
        return at - 1 == first and head.endswith("ه") and not word.endswith("ه")
    return not (word.endswith("ات") or is_adjective(word) or bare in signs_of("many_people"))


def end_of_body(page: Page, first: int, last: int) -> int:
    """Return where a body ends whose name was read too far: الشرطة | الصحفية (ندى خليل)."""
    words = page.words
    if not words[first].startswith("ال") or party_of(words[first]) not in ("state", "nonstate"):
        return last
    return next(
        (at for at in range(first + 1, last) if words[at].startswith("ال") and _is_other(page, first, at)),
        last,
    )


def _is_group(page: Page, first: int) -> bool:
    """Does a phrase begin with a word or a name for a body or several, and for no one man?"""
    named = page.name_at(first)
    if named is not None:
        return named.entity.type == "organisation"
    head = page.words[first]
    if first and page.words[first - 1].lstrip("وفبل") in signs_of("one_of"):
        return False
    if head.removeprefix("ال") in signs_of("men") and not is_single(head):
        return True
    if head.removeprefix("ال") in _titles():
        return False  # الأمير سامر
    return party_of(head) in _GROUPS and not is_single(head.removeprefix("و"))


def _are_men(word: str) -> bool:
    """Is a word one for several armed people, with whose plural an adjective agrees (الجنود المصابين)?"""
    return word.removeprefix("ال").endswith((*_MANY, "و", "ي")) or word.removeprefix("ال") in signs_of("men")


def _leads_to_name(page: Page, at: int) -> bool:
    """Do definite words from a token on lead to the name of a person: النائب السابق سامر الحلبي?"""
    for i in range(at, min(at + _TITLES, len(page.words))):
        named = page.name_at(i)
        if named is not None:
            return named.entity.type == "person" and named.first == i > at
        if not page.words[i].startswith("ال"):
            return False
    return False


def is_of_one(page: Page, first: int, at: int) -> bool:
    """Can the name at a token be that of a phrase that began at ``first``: not after a word for several or a
    body, if no title stands between (قوات الرئيس | سامر، القيادي سامر, but الشرطة | سامر)?"""
    if not _is_group(page, first):
        return True
    i = at - 1
    while i > first and page.words[i].startswith("ال"):
        if is_single(page.words[i]) or page.words[i].removeprefix("ال") in _titles():
            return True
        i -= 1
    return False


@lru_cache(maxsize=_REMEMBERED)
def kin_of(word: str) -> int | None:
    """Return how many people a folded noun with a pronoun tells that are somebody's own, 0 for several, null
    for another word.

    >>> kin_of("زوجته"), kin_of("طفليها"), kin_of("ابناءه"), kin_of("بيته")
    (1, 2, 0, None)
    """
    for owner in _OWNED:
        stem = word.removesuffix(owner)
        if stem == word or not stem:
            continue
        if _is_kin(stem):
            return 1
        if stem in signs_of("kin_many"):
            return 0
        if stem[-1] in "يا" and _is_kin(stem[:-1]):
            return 2
    return None


def _is_kin(stem: str) -> bool:
    """Is a word before a pronoun a noun for one of somebody's own: شقيق، زوجت?"""
    return stem in signs_of("kin") or (stem.endswith("ت") and stem[:-1] + "ه" in signs_of("kin"))


def is_own(page: Page, at: int) -> int | None:
    """Return ``kin_of`` a token after و too, null where its ending is a ة, no pronoun: طفلة, not طفله."""
    if page.text.words_of(at, at + 1).strip().endswith("ة"):
        return None
    word = page.words[at]
    told = kin_of(word)
    return kin_of(word[1:]) if told is None and word[:1] == "و" else told


def joined_kin(word: str) -> bool:
    """Does و join somebody's own to whom stands before: وزوجته، ووالده, not والده?"""
    return word[:1] == "و" and kin_of(word) is None and kin_of(word[1:]) is not None


def meets_own(page: Page, first: int, at: int) -> bool:
    """Does a phrase of one person that began at ``first`` end before somebody of his own at a token: رجل |
    زوجته, but زوجة شقيقه?"""
    if at == first or kin_of(page.words[at]) is None or is_own(page, at) is None:
        return False
    head = page.words[first].removeprefix("و") if page.words[first] != "والد" else "والد"
    if head in signs_of("begets"):
        return page.words[at].startswith(("ابن", "بنت", "طفل", "رضيع", "اولاد"))
    if head.startswith("ال") or head in signs_of("kin"):
        return False
    return is_single(head) or head in _nationals()


@cache
def _nationals() -> frozenset[str]:
    """Return the folded adjectives of countries that stand for one man: أردني."""
    return frozenset(
        fold(row["word"]) for row in load_table("nationalities.tsv") if row["kind"] == "adjective"
    )


def is_of_nobody(page: Page, first: int, at: int) -> bool:
    """Does a definite word name somebody else than an indefinite one man before it, whose he is not: مستوطن |
    الشاب, but سائق الوزير?"""
    head = page.words[first].removeprefix("و")
    return at == first + 1 and head in signs_of("of_nobody") and is_person(page.words[at])


def is_thing_of_land(page: Page, first: int, at: int) -> bool:
    """Is a definite word after a definite phrase of an armed body no adjective of it but what it struck:
    الجيش | المدينة، الطائرات | الأحياء?"""
    word = page.words[at].removeprefix("ال")
    if not _is_group(page, first) or party_of(page.words[first]) == "protester":
        return False
    if word.endswith(("يه", "ي")) and word not in _parties():
        return False  # الجيش المركزي
    return party_of(word) in ("civil", "military") or word in words_of("place_noun")
