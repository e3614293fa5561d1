"""How a happening is told: as reported, as alleged, denied or planned, as news or as what was before."""

from __future__ import annotations

from functools import cache

import msgspec

from rawi.events.denial import Teller
from rawi.events.lexemes import has_sign, is_sign, signs_of
from rawi.events.mentions import Mention
from rawi.events.negation import find_negation, is_own_denial
from rawi.events.times import is_to_be, is_to_come_by
from rawi.model.claim import DateMention, Statement
from rawi.model.span import Span
from rawi.relations.quantities.page import COMMAS, STOPS, Page

_NEAR, _FAR, _DONE, _SAID, _SUFFERED, _UNSURE = 3, 8, 6, 4, 16, 15


#: What somebody speaks of as not done yet: warned of, threatened with, hoped for.
_NOT_YET = frozenset(("warns", "threatens", "promises", "hopes", "expects"))
#: What somebody asks others to do.
_ASKED = frozenset(("calls_for", "demands", "asks"))
#: What is told with doubt by the verb itself: زعم، اتهم.
_DOUBTED = frozenset(("claims", "accuses"))


class Signs(msgspec.Struct, frozen=True, gc=False):
    """Roles of words near a mention (``event_signs.tsv``), those right before it and those of its clause."""

    near: frozenset[str]
    clause: frozenset[str]
    denied: bool = False
    planned: bool = False
    alleged: bool = False
    why: Span | None = None  # the words that make it denied, planned or alleged
    disowned: bool = False  # somebody denies to have done it, not that it was done
    done: bool = False  # a verb before it says that it was done: شن، تعرض ل، اندلعت


_NEAR_ROLES = ("plan", "suppose", "prevent", "call", "attempt", "speaks_of", "denies", "past", "alleged")
_CLAUSE_ROLES = (
    "air", "suicide", "device", "grenade", "shells", "gas", "sexual", "ground_of_protest", "terrorist",
    "past", "results", "sport", "pluperfect", "plan", "suppose", "breaks_out",
)  # fmt: skip


def read_signs(page: Page, mention: Mention, teller: Teller, date: DateMention | None = None) -> Signs:
    """Return how the words around a mention tell it; ``teller`` tells it, ``date`` is the day that it has."""
    words, word, statement = page.words, mention.word, teller.statement
    before = _before(page, mention)
    near = _roles_of(before[-_NEAR:], _NEAR_ROLES)
    whole = _roles_of(words[mention.clause[0] : mention.clause[1]], _CLAUSE_ROLES)
    if _has(words[mention.last : mention.last + _NEAR], "figurative"):
        whole |= {"figurative"}
    if _has(words[mention.last : mention.last + _NEAR], "chemical"):
        whole |= {"chemical"}
    done = has_sign(before[-_DONE:], "does", "suffers", "breaks_out", "claims")
    meant = "plan" in near or _is_plan_of(before) or before[-1:] == ["تنظيم"] or _has(before[-_NEAR:], "aims")
    meant = meant or (_has(before[-_DONE:], "wishes") and "results" not in whole)
    meant = word.form != "verb" and (meant or _is_aim(page, mention, whole))
    later, later_by = _is_later(page, mention, teller, date, before)
    alleged = _find_allegation(page, mention, teller)
    denied, denied_by = _is_denied(page, mention, statement, alleged is not None)
    planned = later or meant
    why = denied_by if denied else later_by if planned else alleged
    return Signs(near, whole, denied, planned, alleged is not None, why, teller.disowned, done)


def _before(page: Page, mention: Mention) -> list[str]:
    """Return the words right before a mention, from the last stop on."""
    words = page.words[max(mention.sentence[0], mention.first - _FAR) : mention.first]
    stop = next((i for i in range(len(words) - 1, -1, -1) if words[i] in STOPS), -1)
    return words[stop + 1 :]


def _is_plan_of(before: list[str]) -> bool:
    """Does a plan, threat or wish lead to the verbal noun before a deed: توعد الرئيس بشن ضربات؟"""
    last = before[-1][1:] if before and before[-1][:1] in ("ب", "ل") else ""
    return is_sign(last, "carries_out") and not signs_of("plan").isdisjoint(before)


def _is_later(
    page: Page, mention: Mention, teller: Teller, date: DateMention | None, before: list[str]
) -> tuple[bool, Span | None]:
    """Is a happening told as one to come: by its verb, its day, a verb of what may be, a call for it; and the
    words that say so?"""
    statement, word = teller.statement, mention.word
    to_come = any(_is_to_come(one) for one in before[-_DONE:])
    to_come = to_come or _has(page.words[mention.last : mention.last + 1], "imminent")
    feared = statement is not None and statement.stance in _NOT_YET and not word.is_verb and not word.definite
    day = is_to_come_by(page, mention, date)
    if day is not None:
        return True, day
    may = is_to_be(page, mention)
    if may is not None:
        return True, may
    if statement is not None and _is_called_for(page, mention, statement):
        return True, statement.cue
    return word.future or to_come or feared, None


def _is_called_for(page: Page, mention: Mention, statement: Statement) -> bool:
    """Does a speaker call for a deed itself: دعت إلى اعتصام، طالب بتنظيم مظاهرة; not for words on one?"""
    if statement.stance not in _ASKED or mention.word.is_verb:
        return False
    first = min(page.tokens(span)[0] for span in statement.content)
    far = mention.first - first
    led = far == 1 and is_sign(page.words[first].removeprefix("ب"), "organises", "carries_out")
    return (far == 0 or led) and not _has(page.words[mention.last : mention.clause[1]], "results")


def _is_denied(
    page: Page, mention: Mention, statement: Statement | None, alleged: bool
) -> tuple[bool, Span | None]:
    """Does who tells of a happening say that it was not (نفى الجيش القصف، إنه لم يقصف، لا صحة لقصف), or is it
    a charge that is called false; and the words that say so?"""
    words = page.words
    if statement is not None and statement.polarity == "denied":
        return True, statement.cue
    verb = _denying_verb(page, mention) if statement is None else None
    if verb is not None:
        return True, page.text.span(verb, verb + 1)
    negation = find_negation(page, mention.first, mention.word)
    if negation is not None and is_own_denial(page, negation):
        return True, page.text.span(negation, negation + 1)
    for at in range(mention.first - 1, max(mention.sentence[0], mention.first - _FAR), -1):
        if words[at] in STOPS:
            break
        if words[at] in signs_of("truth") and words[at - 1] in signs_of("no"):
            return True, page.text.span(at - 1, at + 1)
    return alleged and _has(words[mention.last : mention.sentence[1]], "false"), None


def _denying_verb(page: Page, mention: Mention) -> int | None:
    """Return the verb of denying whose object a deed is, where no statement was read: نفى الجيش غارة."""
    words = page.words
    if mention.word.is_verb or mention.word.definite or mention.word.lead is not None:
        return None
    for at in range(mention.first - 1, max(mention.sentence[0] - 1, mention.first - 1 - _SAID), -1):
        word = words[at]
        if word in STOPS or word in COMMAS or is_sign(word, "prepositions", "that", "responsible"):
            return None
        if is_sign(words[at], "denying"):
            return at
    return None


def _find_allegation(page: Page, mention: Mention, teller: Teller) -> Span | None:
    """Return the words by which a happening is only said to be: a word of suspicion beside it, the verb of
    who claims or accuses, an unconfirmed report; null for none."""
    words, (first, last) = page.words, mention.clause
    for at in range(max(first, mention.first - _SAID), min(last, mention.last + _NEAR)):
        disowned = teller.disowned and is_sign(words[at], "responsible")  # نفى ضلوعه في القصف
        told = is_sign(words[at], "alleged") if at < mention.first else words[at] in signs_of("alleged")
        if told and not disowned and not _is_name_given(words, at):
            return page.text.span(at, at + 1)
    governor = _governor_of_that(page, mention)
    if governor is not None:
        return governor
    doubted = _doubted_by(page, mention, teller.statement)
    if doubted is not None:
        return doubted
    start = max(mention.sentence[0] + 1, mention.first - _UNSURE)
    for at in range(start, min(last, mention.last + _UNSURE)):
        if words[at] in signs_of("unconfirmed") and words[at - 1] == "غير":
            return page.text.span(at - 1, at + 1)
    return None


def _governor_of_that(page: Page, mention: Mention) -> Span | None:
    """Return the word of suspicion before أن and the verb of a deed: يشتبه الأتراك في أن رجلا قتل، يعتقد أن
    مسلحين شنوا الهجوم."""
    words = page.words
    done = words[max(mention.clause[0], mention.first - _DONE) : mention.first]
    if not mention.word.is_verb and not has_sign(done, "does"):
        return None
    for that in range(mention.first - 1, max(mention.clause[0], mention.first - _DONE), -1):
        if words[that] in signs_of("that"):
            for at in range(that - 1, max(mention.clause[0], that - _DONE) - 1, -1):
                if words[at] in STOPS or words[at] in COMMAS or words[at] in signs_of("that"):
                    return None
                if is_sign(words[at], "alleged") and not _is_name_given(words, at):
                    return page.text.span(at, at + 1)
            return None
    return None


def _doubted_by(page: Page, mention: Mention, statement: Statement | None) -> Span | None:
    """Return the verb by which a speaker claims a happening or accuses somebody of it (زعم أنه قتل، اتهمه
    بقتله); what else stands far behind an accusation is no part of it."""
    if statement is None or statement.cue is None or statement.stance not in _DOUBTED:
        return None
    first = min(page.tokens(span)[0] for span in statement.content)
    aside = page.words[mention.first - 1] in signs_of("after_which")
    if statement.stance == "accuses" and (aside or mention.first - first > _FAR):
        return None
    return statement.cue if is_sign(page.words[page.tokens(statement.cue)[0]], "alleged") else None


def _is_name_given(words: list[str], at: int) -> bool:
    """Is a word that also claims (يدعي أن) the one by which somebody is called: رجل يدعى سامر?"""
    after = words[at + 1 : at + 1 + _SAID]
    return words[at] in signs_of("also_named") and signs_of("that").isdisjoint(after)


def _is_to_come(word: str) -> bool:
    """Is a word a verb before a noun of a deed, with the س of what is to come: سيشن?"""
    return word.lstrip("وف").startswith(("سي", "ست")) and is_sign(word, "does", "breaks_out")


def _is_aim(page: Page, mention: Mention, clause: frozenset[str]) -> bool:
    """Does ل lead to what is meant to be done (لتحرير المدينة), and to nothing that was suffered, told of or
    had its dead (تعرض لهجوم، تبادل لإطلاق النار)?"""
    word = mention.word
    if word.lead != "ل" or word.definite or "results" in clause:
        return False
    far = page.words[max(mention.clause[0], mention.first - _SUFFERED) : mention.first]
    near = page.words[max(mention.clause[0], mention.first - _SAID) : mention.first]
    return not (_has(far, "suffers") or _has(near, "speaks_of", "told_of"))


def _roles_of(words: list[str], names: tuple[str, ...]) -> frozenset[str]:
    """Return those of some roles that any of some words has."""
    roles = _roles_by_word(names)
    return frozenset([role for word in words if word in roles for role in roles[word]])


@cache
def _roles_by_word(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return some roles by the words that have them."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        for word in signs_of(name):
            found[word] = (*found.get(word, ()), name)
    return found


def _has(words: list[str], *roles: str) -> bool:
    """Is one of the words of one of the roles?"""
    return not all(signs_of(role).isdisjoint(words) for role in roles)
