"""Bodies and peoples as figures are compared by them: one key whatever the words (الجبهة، جبهة الغسق)."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from rawi.annotations.gazetteer import load_known
from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.fold import fold
from rawi.arabic.remembering import remember
from rawi.arabic.stems import find_stem
from rawi.entities.bodies import read_body
from rawi.entities.countries import country_of
from rawi.entities.offices import head_nouns
from rawi.lexicons.loader import load_table
from rawi.model.definition import Group
from rawi.model.entity import Entity
from rawi.relations.quantities.lexemes import has_role, words_of
from rawi.relations.quantities.page import Page

_LONGEST, _BACK, _FULL, _ROOT = 4, 400, 2, 2
_QUOTES = str.maketrans("", "", "\"'“”«»„‹›()")


def group_of(page: Page, entity: Entity, token: int | None = None) -> Group:
    """Return the group that an entity of an article is; ``token`` is where it is named.

    A name that says nothing (التنظيم المتطرف) is the body of that noun which was named before it.
    """
    if entity.link is None and entity.type == "organisation":
        entity = _meant(page, entity, -1 if token is None else token)
    name = plain_name(entity.name)
    if entity.link is None:
        words = fold(name).split()
        common = _common_at(words)
        whole = common is not None and common[1] == len(words)  # مصالح الحماية المدنية, not الشرطة العسكرية
        return (common_body(name) if whole else None) or Group(body_key(name), name)
    country = country_of(entity.link) if entity.link in _armies() else None
    return Group(f"iso:{country}" if country else entity.link, name)


def _without_marks(name: str) -> str:
    """Return a name without quotation marks and what is joined before it.

    >>> plain_name("تنظيم «الغسق»")
    'تنظيم الغسق'
    """
    bare = " ".join(name.translate(_QUOTES).split())
    return "ال" + bare[2:] if bare.startswith("لل") and len(bare) > 4 else bare


plain_name = remember(_without_marks, 1 << 12)
"""``_without_marks``, remembered: a text is asked for the same names at each of its figures."""


def body_key(name: str) -> str:
    """Return what a body without a row in a table is known by: its telling words and its countries.

    >>> body_key("وزارة الداخلية") == body_key("الداخلية"), body_key("جبهة الغسق")
    (True, '~غسق')
    >>> body_key("قوة الإسناد المشتركة"), body_key("مرصد الضفتين لحقوق الإنسان")
    ('~اسناد', '~ضفتين')
    """
    body = read_body(name)
    words = list(takewhile(lambda word: word not in words_of("tail"), body.key.split()))
    names = [word for word in words if word not in head_nouns()] or words
    telling = [word for word in names if not _is_filling(word)] or names
    return f"~{' '.join(telling)}" + "".join(f"@{code}" for code in sorted(body.countries))


def _read_common(name: str) -> Group | None:
    """Return the body that a name calls by a common noun, null for no such name.

    >>> common_body("المنظمين"), common_body("الدفاع المدني السوري").key
    (Group(key='~منظمون', name='المنظمين'), '~دفاع@SY')
    """
    found = _common_at(fold(plain_name(name)).split())
    if found is None:
        return None
    countries = "".join(f"@{code}" for code in sorted(read_body(name).countries))
    return Group(found[0] + countries, plain_name(name))


common_body = remember(_read_common, 1 << 12)
"""``_read_common``, remembered."""


def common_body_at(page: Page, token: int) -> tuple[Group, int] | None:
    """Return the body called by a common noun at a token, and where it ends: حسب الدفاع المدني, للمنظمين."""
    found = _common_at(page.words[token : token + _LONGEST])
    if found is None:
        return None
    key, size = found
    name = plain_name(" ".join(page.text.words_of(at, at + 1) for at in range(token, token + size)))
    return Group(key, _unjoined(name)), token + size


def _common_at(words: list[str]) -> tuple[str, int] | None:
    """Return the key of the longest common name that words begin with, and how many words it has."""
    rows = _common_bodies()
    for size in range(min(len(words), _LONGEST), 0, -1):
        for first in _unprefixed(words[0]):
            if (key := rows.get(" ".join((first, *words[1:size])))) is not None:
                return key, size
    return None


def _unprefixed(word: str) -> tuple[str, ...]:
    """Return a folded word as it is and without what is joined before it: بالمنظمين, للمنظمين."""
    bare = word.removeprefix("و").removeprefix("ف")
    to = "ال" + bare[2:] if bare.startswith("لل") else bare
    return word, bare, to, to[1:] if to[:1] in ("ب", "ل", "ك") else to


def _unjoined(name: str) -> str:
    """Return a name without a preposition before its article: بالدفاع المدني."""
    return name[1:] if name.startswith(("بال", "وال", "كال", "فال")) else name


@cache
def _common_bodies() -> dict[str, str]:
    """Return the key of each common name, by its folded words: that of the first row of its body."""
    keys: dict[str, str] = {}
    found: dict[str, str] = {}
    for row in load_table("common_bodies.tsv"):
        key = keys.setdefault(row["body"], body_key(row["word"]))
        found[fold(row["word"])] = key
    return found


def _is_filling(word: str) -> bool:
    """Does a word of a name tell nothing: an adjective of rank or kind (المشتركة، العليا)?"""
    entry = load_vocabulary().entry(word)
    return entry is not None and entry.kind in ("qualifier", "rank", "unit", "honorific")


def phrase_group(page: Page, token: int) -> tuple[Group, int] | None:
    """Return the group that words at a token name though no table and no reader of names knows it, and where
    it ends: قوة الإسناد المشتركة, مسلحي الكتيبة. A lone noun is the one named with more words before it.
    """
    words = page.words
    if page.name_at(token) is not None or not has_role(words[token], "state_body", "band"):
        return None
    end = token + 1
    while end < len(words) and end - token < _LONGEST and words[end].startswith("ال"):
        end += 1
    if end == token + 1:
        earlier = named_before(page, words[token], token)
        return (earlier, end) if earlier else None
    name = plain_name(" ".join(page.text.words_of(at, at + 1) for at in range(token, end)))
    return Group(body_key(name), name), end


def named_before(page: Page, word: str, token: int) -> Group | None:
    """Return the body named with more words before a token, by a noun of it (الجبهة); null for none."""
    head = _bare_head(word)
    for at in range(token - 1, max(-1, token - _BACK), -1):
        if _bare_head(page.words[at]) != head:
            continue
        named = page.name_at(at)
        if named and named.entity.type == "organisation" and len(named.entity.name.split()) > 1:
            if _bare_head(fold(named.entity.name).split()[0]) == head:
                return group_of(page, named.entity, named.first)
        elif page.words[at + 1].startswith("ال") and (found := phrase_group(page, at)) is not None:
            return found[0]
    return None


def _words_in(name: str) -> tuple[str, ...]:
    """Return the folded words of a name without quotation marks."""
    return tuple(fold(name.translate(_QUOTES)).split())


_words_of_name = remember(_words_in, 1 << 12)


def _bare_head(word: str) -> str:
    """Return a word without article and the letters joined before it."""
    for prefix in ("وال", "بال", "لل", "ال", "و", "ل", "ب"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return word.removeprefix(prefix)
    return word


def _meant(page: Page, entity: Entity, token: int) -> Entity:
    """Return the body that a noun with nothing but a label stands for, or the entity itself.

    So too where the words at the token are another noun than the name has (القوة for القوات الأجنبية).
    """
    words = _words_of_name(entity.name)
    head = _bare_head(page.words[token] if token >= 0 else words[0] if words else "")
    told = {_bare_head(word) for word in words}
    if words and head in told and not all(has_role(word, "labelled") for word in words[1:]):
        return entity
    before = (named.entity for named in page.names_before(max(token, 0)))
    after = (named.entity for named in page.names)
    return next((one for one in (*before, *after) if one.id != entity.id and _is_a(one, head)), entity)


def _is_a(entity: Entity, head: str) -> bool:
    """Is a body called by a noun and more?"""
    if entity.type != "organisation":
        return False
    first = _words_of_name(entity.name)
    return len(first) > 1 and _bare_head(first[0]) == head


def same_group(a: Group, b: Group) -> bool:
    """Are two groups one: one key, or the words of the one among those of the other and no other country?

    Two full names that begin with other nouns are two bodies (وزارة الصحة, مديرية الصحة).

    >>> same_group(Group("~صحه", "وزارة الصحة"), Group("~صحه", "مديرية الصحة"))
    False
    """
    if a.key == b.key and not a.key.startswith("~"):
        return True
    if not (a.key.startswith("~") and b.key.startswith("~")) or _differ_in_head(a, b):
        return False
    (words, at), (others, also) = (_parts(one.key) for one in (a, b))
    return (
        not (at and also and at != also) and bool(words and others) and (words <= others or others <= words)
    )


def _differ_in_head(a: Group, b: Group) -> bool:
    """Do two names of several words begin with other nouns; وزير is of the وزارة?"""
    one, other = (fold(group.name).split() for group in (a, b))
    if len(one) < _FULL or len(other) < _FULL:
        return False
    heads = [find_stem(_bare_head(words[0]))[:_ROOT] for words in (one, other)]
    return heads[0] != heads[1]


def _parts(key: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words and the countries of a key."""
    words, *countries = key[1:].split("@")
    return frozenset(words.split()), frozenset(countries)


@cache
def _armies() -> frozenset[str]:
    """Return the rows of the tables that are the army of a country."""
    return frozenset(
        known.id for known in load_known().values() if known.kind == "org" and known.type == "army"
    )


def is_state_force(group: Group) -> bool:
    """Are the members of a group troops: an army, a police, a force, or a country's?

    >>> is_state_force(Group("~غسق", "جبهة الغسق")), is_state_force(Group("~اسناد", "قوة الإسناد"))
    (False, True)
    """
    if group.key.startswith("iso:"):
        return True
    first = fold(group.name).split()[:1]
    return any(has_role(word, "state_body") for word in first)
