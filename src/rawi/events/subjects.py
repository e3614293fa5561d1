"""Who did what a word tells that names nobody itself: the subject that goes on, the one who announces it."""

from __future__ import annotations

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
    for at, one in enumerate(drafts):
        if one.roles.actor is None and _goes_on(one):
            before = next((other for other in reversed(drafts[:at]) if other.main.word.is_verb), None)
            if before is not None and _agree(before, one):
                one.roles = fuller(one.roles, Roles(actor=before.roles.actor))
    for one in drafts:
        word = one.main.word
        if one.roles.actor is None and word.is_verb and word.of == "agent" and (word.joined or word.several):
            one.roles = fuller(one.roles, Roles(actor=_subject_of(page, one.main)))
        if one.roles.actor is None and one.statement is not None and _is_announced(page, one):
            one.roles = fuller(one.roles, Roles(actor=_speaker(page, one)))
        if (
            word.owned
            and not word.is_verb
            and one.roles.actor is None
            and word.of in ("agent", "either", "parties")
        ):
            one.roles = fuller(one.roles, Roles(actor=_owner(page, one.main)))


def _goes_on(one: Draft) -> bool:
    """Does و join a verb to the deed before, so that its subject goes on? Of verbs that may be passive those
    whose ending says that it does (وقتلوا), or that have someone to whom it was done after a feminine."""
    word, target = one.main.word, one.roles.target
    if not (word.is_verb and word.joined):
        return False
    if word.of == "agent":
        return True
    after = target is not None and target.first >= one.main.last
    return word.of == "both" and after and (word.several or word.feminine)


def _agree(before: Draft, one: Draft) -> bool:
    """Is the verb before of the same sentence, and can its subject be that of the later verb?"""
    if before.main.sentence != one.main.sentence or before.roles.actor is None:
        return False
    return one.main.word.several or one.main.word.feminine == before.main.word.feminine


#: What those who announce it did themselves: أعلن الجيش إحباط هجوم، أسر قيادي.
_ANNOUNCED = frozenset(("foiling", "capture", "arrest", "takeover", "destruction"))
#: Pronouns after أن and إن of who speaks, by the verb that follows.
_SHE = frozenset(("انها", "بانها", "وانها"))
_THEY = frozenset(("انهم", "بانهم", "وانهم"))
_PRONOUN = 3  # tokens in which they may stand before the verb


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


def _is_announced(page: Page, one: Draft) -> bool:
    """Is a deed told as one of who tells it: أعلن الجيش إحباط هجوم، قالت الشرطة إنها اعتقلت ثلاثة?"""
    word, before = one.main.word, page.words[one.main.first - 1] if one.main.first else ""
    if not word.is_verb:
        return word.family in _ANNOUNCED
    if before == "قد" and one.main.first > 1:
        before = page.words[one.main.first - 2]
    target = one.roles.target
    active = word.of == "agent" or (target is not None and target.first >= one.main.last)
    return active and before in (_SHE if word.feminine else _THEY if word.several else ())


def _speaker(page: Page, one: Draft) -> Phrase | None:
    """Return who announces a deed, where what they say begins with it."""
    statement, mention = one.statement, one.main
    if statement is None or statement.speaker.span is None:
        return None
    start = min(page.tokens(span)[0] for span in statement.content)
    first, last = page.tokens(statement.speaker.span)
    if mention.first - start > (_PRONOUN if mention.word.is_verb else 1):
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
