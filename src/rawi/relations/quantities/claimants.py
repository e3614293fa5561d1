"""Who gives a number by the words around it, whoever is speaking: حصيلة الوزارة, بحسب المنظمين.

A number of another's to which the sentence turns is a statement already (``claims/counts.py``).
"""

from __future__ import annotations

import msgspec

from rawi.entities.offices import speaking_nouns
from rawi.model.claim import Statement
from rawi.model.definition import Group
from rawi.relations.quantities.groups import (
    body_key,
    common_body,
    common_body_at,
    group_of,
    named_before,
    plain_name,
)
from rawi.relations.quantities.lexemes import has_role, is_telling_verb, words_of
from rawi.relations.quantities.measures import is_relative
from rawi.relations.quantities.page import COMMAS, LONGEST, QUOTES, STOPS, Page, Site

_AFTER, _LONGEST, _GAP, _RELATIVE = 5, 3, 5, 2


class Claimant(msgspec.Struct, frozen=True, gc=False):
    """Who gives a number, named at a token; ``body`` is null for a person."""

    name: str
    body: Group | None
    token: int


def claimant_at(page: Page, token: int, *, led: bool = False) -> Claimant | None:
    """Return who is named at a token: a body or person of the article, or a body called by a common noun;
    ``led``: words before it say that it speaks, so that an everyday noun does too (بحسب الغرفة)."""
    while token < len(page.words) and page.words[token] in QUOTES and page.name_at(token) is None:
        token += 1  # وأحصى "مرصد الوديان"
    named = page.name_at(token)
    if named is not None and named.first == token:
        if named.entity.type == "place":
            return None
        is_body = named.entity.type == "organisation"
        body = group_of(page, named.entity, named.first) if is_body else None
        return Claimant(plain_name(named.entity.name), body or common_body(named.entity.name), token)
    if named is not None or token >= len(page.words):
        return None
    if (common := common_body_at(page, token)) is not None:
        return Claimant(common[0].name, common[0], token)
    return _by_noun(page, token, led=led)


def _by_noun(page: Page, token: int, *, led: bool) -> Claimant | None:
    """النقابة، المديرية الجهوية: a definite noun by which bodies are called."""
    words, end = page.words, token + 1
    nouns = speaking_nouns(weak=led)
    if not words[token].startswith("ال") or words[token].removeprefix("ال") not in nouns:
        return None
    while end < len(words) and end - token < _LONGEST and is_relative(words[end]):
        end += 1
    name = plain_name(" ".join(page.text.words_of(at, at + 1) for at in range(token, end)))
    earlier = named_before(page, words[token], token) if end == token + 1 else None
    return Claimant(name, earlier or Group(body_key(name), name), token)


def find_credited(page: Page, site: Site) -> Claimant | None:
    """مقابل تسعة قتلى بحسب الدفاع المدني: the source named right after a number and its noun."""
    words = page.words
    for at in range(site.last, min(site.last + _AFTER, site.sentence[1] - 1)):
        if words[at] in STOPS or page.site_at(at):
            return None
        if _credits(words[at]):
            return claimant_at(page, at + 1, led=True)
        if not (words[at] in COMMAS or words[at] in ("علي", "الاقل", "فقط")):
            return None
    return None


def find_trailing(page: Page, site: Site) -> Claimant | None:
    """أصيب 14 شخصا في انهيار المبنى حسب الحماية المدنية: the source that ends the sentence or its part."""
    words = page.words
    shared = False
    for at in range(site.last, min(site.sentence[1] - 1, site.last + LONGEST)):
        shared = shared or page.site_at(at) is not None
        if words[at] in STOPS or words[at].removeprefix("و") in words_of("turns"):
            return None
        if shared and words[at] in COMMAS:
            return None  # the source may be that of the other number alone
        if _credits(words[at]) and (source := claimant_at(page, at + 1, led=True)) is not None:
            return source if _ends(page, source, site.sentence[1]) else None
    return None


def _credits(word: str) -> bool:
    """Is a word one of crediting (حسب، وفقا), and none of having (لدى)?"""
    return word in words_of("source") and word not in words_of("have")


def _ends(page: Page, source: Claimant, end: int) -> bool:
    """Does the part of a sentence end right after a source?"""
    after = source.token + len(source.name.split())
    return after >= end or page.words[after] in STOPS | COMMAS


def find_teller_after(page: Page, site: Site) -> Claimant | None:
    """87 في المئة تقول النقابة إنها سجلت, 32 في المئة تعترف بها المديرية: the verb right after a number."""
    at = site.last
    if at + 1 >= site.sentence[1] or not _may_precede_its_subject(page.words[at]):
        return None
    source = claimant_at(page, at + 2 if page.words[at + 1] in words_of("about_it") else at + 1)
    return source if source and _is_all_said(page, source, site.sentence[1]) else None


def _may_precede_its_subject(word: str) -> bool:
    """Is a word a verb of telling in the singular, as before its subject, and not joined to what precedes?"""
    return is_telling_verb(word) and word[:1] not in ("و", "ف") and not word.endswith(("ون", "وا", "ان"))


def _is_all_said(page: Page, source: Claimant, end: int) -> bool:
    """Does nothing but the verb's own clause, another number or the end follow a teller?"""
    after = source.token + len(source.name.split())
    if after >= end or page.words[after] in STOPS | COMMAS | words_of("clause_opener"):
        return True
    return page.words[after][:1] == "و" and page.site_at(after) is not None


def find_owner_of_count(page: Page, site: Site) -> Claimant | None:
    """حصيلة وزارة الداخلية, رقم المرصد (23 قتيلا), الرقم الذي تعتمده الوزارة وهو سبع وفيات."""
    words = page.words
    for at in range(site.first - 1, max(page.told_in(site)[0], site.first - 2 * _GAP) - 1, -1):
        if words[at] in STOPS or page.site_at(at):
            return None
        owned = _is_in_account(page, at), _is_account(words[at]) and page.name_at(at) is None
        if any(owned) and (by := claimant_at(page, at + 1, led=owned[1])) is not None:
            return by
        named = page.name_at(at)
        if named and named.first == at and named.entity.type == "organisation":
            is_theirs = _is_account(words[at - 1]) or _is_in_account(page, at - 1)
            return claimant_at(page, at) if is_theirs else None
    return None


def _is_in_account(page: Page, at: int) -> bool:
    """Does a verb say whose a count is, in the relative clause of its noun: الرقم الذي تعتمده الوزارة?"""
    words = page.words
    if at < _RELATIVE or words[at - 1] not in words_of("relative") or not is_telling_verb(words[at]):
        return False
    return _is_account(words[at - 2].removeprefix("ال"))


def _is_account(word: str) -> bool:
    """Is a word a noun of a number as somebody's own, and no number of things (عدد، حجم)?"""
    if word.startswith("ال"):
        return False  # a noun that another owns has no article
    return has_role(word, "account") or (
        has_role(word, "total") and not word.endswith(("عدد", "عديد", "حجم"))
    )


def is_presupposed(page: Page, site: Site, statement: Statement) -> bool:
    """Does a number stand in a relative clause of what is denied, so that it is not denied itself?

    نفى الجيش قصف السوق الذي أودى بحياة 18; but الأنباء التي تحدثت عن 18 are denied with all they tell.
    """
    if statement.polarity != "denied" or statement.kind != "indirect":
        return False
    words, first = page.words, page.told_in(site)[0]
    for at in range(site.first - 1, first, -1):
        if words[at] in STOPS | QUOTES or page.site_at(at):
            return False
        if words[at] in words_of("relative"):
            told = words_of("told_noun")
            before = words[max(first, at - 2) : at]
            return told.isdisjoint(before) and not is_telling_verb(words[at + 1])
    return False
