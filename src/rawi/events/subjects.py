"""Who did what a word tells that names nobody itself: the subject that goes on, the one who announces it."""

from __future__ import annotations

from itertools import pairwise

from rawi.events.drafts import Draft, fuller
from rawi.events.lexemes import party_of, signs_of
from rawi.events.mentions import Mention
from rawi.events.phrases import Phrase, class_of_name, led_by, read_phrase
from rawi.events.roles import Roles
from rawi.relations.quantities.page import Page

_OWNER, _SUBJECT = 18, 120  # tokens before a mention in which it may stand


def inherit_actors(page: Page, drafts: list[Draft]) -> None:
    """Give the actor of a verb to those that و joins to it without one (هاجم مسلحون حاجزا وقتلوا ثلاثة), and
    to nouns with its pronoun (تقدمت المقاومة وسيطرتها)."""
    for before, one in pairwise(drafts):
        word, roles = one.main.word, one.roles
        if before.main.sentence != one.main.sentence or roles.actor is not None:
            continue
        takes = word.is_verb and word.joined and word.of == "agent" and before.main.word.is_verb
        if takes and before.roles.actor is not None:
            one.roles = fuller(roles, Roles(actor=before.roles.actor))
    for one in drafts:
        word = one.main.word
        if one.roles.actor is None and word.is_verb and word.of == "agent" and (word.joined or word.several):
            one.roles = fuller(one.roles, Roles(actor=_subject_of(page, one.main)))
        if one.roles.actor is None and one.statement is not None and word.family in _ANNOUNCED:
            one.roles = fuller(one.roles, Roles(actor=_speaker(page, one)))
        if (
            word.owned
            and not word.is_verb
            and one.roles.actor is None
            and word.of in ("agent", "either", "parties")
        ):
            one.roles = fuller(one.roles, Roles(actor=_owner(page, one.main)))


#: What those who announce it did themselves: أعلن الجيش إحباط هجوم، أسر قيادي.
_ANNOUNCED = frozenset(("foiling", "capture", "arrest", "takeover", "destruction"))


def _subject_of(page: Page, mention: Mention) -> Phrase | None:
    """Return the first armed party of a sentence that no preposition leads to, before a verb that goes on."""
    first = max(mention.sentence[0], mention.first - _SUBJECT)
    for at in range(first, mention.first):
        named = page.name_at(at)
        if named is not None and named.first != at:
            continue
        side = class_of_name(named.entity.name) if named is not None else party_of(page.words[at])
        if side in ("state", "nonstate") and not (
            at > first and page.words[at - 1] in signs_of("prepositions")
        ):
            return None if led_by(page, at) is not None else read_phrase(page, at, mention.first)
    return None


def _speaker(page: Page, one: Draft) -> Phrase | None:
    """Return who announces a deed, where what they say begins with it."""
    statement, mention = one.statement, one.main
    if statement is None or mention.word.is_verb or statement.speaker.span is None:
        return None
    start = min(page.tokens(span)[0] for span in statement.content)
    first, last = page.tokens(statement.speaker.span)
    if mention.first - start > 1:
        return None
    phrase = read_phrase(page, first, last)
    return phrase if phrase is not None and phrase.side in ("state", "nonstate") else None


def _owner(page: Page, mention: Mention) -> Phrase | None:
    """Return the nearest armed party before a noun with a pronoun, in its sentence."""
    for at in range(mention.first - 1, max(mention.sentence[0], mention.first - _OWNER) - 1, -1):
        named = page.name_at(at)
        side = class_of_name(named.entity.name) if named is not None else party_of(page.words[at])
        if side in ("state", "nonstate"):
            first = named.first if named is not None else at
            return read_phrase(page, first, mention.first)
    return None
