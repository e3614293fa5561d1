"""Whom an accusation names: he did it by what is alleged (اتهم المجلس اللواء باغتيال …)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rawi.events.drafts import Draft, fuller
from rawi.events.lexemes import is_sign, signs_of
from rawi.events.phrases import Phrase, read_phrase
from rawi.events.roles import Roles
from rawi.events.sides import is_doer, is_town
from rawi.relations.quantities.page import COMMAS, STOPS, Page

_BACK = 12
_LINKS = 3  # words between the accused and the deed: بالوقوف وراء، بالمسؤولية عن


def name_accused(page: Page, drafts: Sequence[Draft]) -> None:
    """Give a deed of which somebody is accused, and that no other words of the article tell, the accused as
    who did it, alleged."""
    for one in drafts:
        if one.roles.actor is not None or len(one.mentions) > 1 or one.signs.denied or one.signs.planned:
            continue
        verb, accused = _accused(page, one)
        if verb is not None and accused is not None and accused != one.roles.target:
            one.roles = fuller(Roles(actor=accused), one.roles)
            alleged = one.signs.alleged if one.signs.alleged is not None else verb
            one.signs = msgspec.structs.replace(one.signs, alleged=alleged)


def _accused(page: Page, one: Draft) -> tuple[int | None, Phrase | None]:
    """Return the verb of an accusation before a mention, and whom it accuses of it; nulls for none."""
    words, mention = page.words, one.main
    if mention.word.is_verb and words[mention.first - 1] not in signs_of("accused_of"):
        return None, None
    end = mention.first
    if mention.word.lead != "ب":
        for _ in range(_LINKS):
            end -= 1
            if end <= mention.sentence[0] or words[end] not in signs_of("accused_of"):
                return None, None
            if words[end].startswith("ب"):
                break
        if not words[end].startswith("ب"):
            return None, None
    for at in range(end - 1, max(mention.sentence[0], end - _BACK) - 1, -1):
        if words[at] in STOPS or words[at] in COMMAS or words[at] in signs_of("that"):
            return None, None
        if is_sign(words[at], "accuses"):
            return at, _last_party(page, at + 1, end)
    return None, None


def _last_party(page: Page, first: int, end: int) -> Phrase | None:
    """Return the party that ends right before the deed: المجلس | قوات الأمن, not the accuser before it."""
    best: Phrase | None = None
    for start in range(end - 1, first - 1, -1):
        named = page.name_at(start)
        if named is not None and named.first != start:
            continue
        if best is not None and named is not None:
            break  # النائب رامي حداد | لواء الفجر
        phrase = read_phrase(page, start, end)
        if phrase is None or phrase.last != end or not is_doer(page, phrase) or is_town(phrase):
            continue
        if best is None or not page.words[start].startswith("ال") or _is_adjective(page, best):
            best = phrase
        elif page.words[start].startswith("ال"):
            break
    return best


def _is_adjective(page: Page, phrase: Phrase) -> bool:
    """Is a phrase one word that may tell of what sort the body before it is: الجماعة | المسلحة?"""
    head = page.words[phrase.core].removeprefix("ال")
    return phrase.last - phrase.core == 1 and phrase.entity is None and head in signs_of("of_body")
