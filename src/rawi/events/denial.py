"""What somebody says has not been, and who is left to tell it: denials of a deed, of having done it, and
those that stand beside what others tell."""

from __future__ import annotations

import msgspec

from rawi.events.lexemes import has_sign, is_sign
from rawi.events.mentions import Mention
from rawi.events.negation import find_negation, statements_at
from rawi.model.claim import Statement
from rawi.relations.quantities.page import COMMAS, STOPS, Page

_OWN, _PART = 6, 3
_WITHOUT = frozenset(("لم", "ولم", "لا", "ولا", "ليس", "ليست", "ليسوا", "وليس", "غير", "وليست"))


class Teller(msgspec.Struct, frozen=True, gc=False):
    """Who tells of a mention: the statement (null: the article itself).

    ``disowned``: somebody denies to have done it, not that it was done. ``passed`` are the statements that do
    not tell it though its words stand in them: they disown it, or point back to deny it, and stand beside it.
    """

    statement: Statement | None = None
    disowned: bool = False
    passed: frozenset[str] = frozenset()


def find_teller(page: Page, mention: Mention) -> Teller:
    """Return who tells of a mention: of the innermost statements around it the first that does not only
    point back at it to deny it, and does not only deny to have done it."""
    around = list(statements_at(page, mention.first))
    pointing = [one for one in around if _points_back(page, one, mention)]
    asserting = [one for one in around if one not in pointing]
    passed = frozenset(one.id for one in pointing)
    if not asserting:
        if pointing and not _is_plain(page, mention, pointing[0]):
            return Teller(pointing[0])
        return Teller(None, _is_presupposed(page, mention, None), passed)
    first = asserting[0]
    if not (_is_disowned(page, mention, first) or _is_presupposed(page, mention, first)):
        return Teller(first, False, passed)
    others = (one for one in asserting[1:] if one.polarity == "asserted" and one.speaker != first.speaker)
    return Teller(next(others, None), True, passed | {first.id})


def _points_back(page: Page, statement: Statement, mention: Mention) -> bool:
    """Does a denial stand behind what it denies: …، لكن الجيش نفى ذلك، وهو ما نفاه الجيش?"""
    if statement.polarity != "denied" or statement.cue is None:
        return False
    return mention.last <= page.tokens(statement.cue)[0]


def _is_plain(page: Page, mention: Mention, denial: Statement) -> bool:
    """Does the article tell by itself what is denied after it: by a verb, by what came of it, or by naming
    who announced it; and not as a rumour?"""
    from rawi.annotations.speech import speech_words

    words, entries = page.words, speech_words().entries
    first = min(page.tokens(span)[0] for span in denial.content)
    before = words[first : mention.first]
    if has_sign(before, "rumour"):
        return False
    if mention.word.form == "verb" or has_sign(before, "does", "suffers", "breaks_out"):
        return True
    said = any((entry := entries.get(word)) is not None and entry.cue is not None for word in before)
    return said or has_sign(words[mention.last : mention.clause[1]], "results")


def _is_disowned(page: Page, mention: Mention, statement: Statement) -> bool:
    """Does a speaker deny to have done it: نفى ضلوعه في الهجوم، ليست مسؤولة عن الهجوم، لا علاقة لها به?"""
    words = page.words
    first = max(_start(page, statement), mention.first - _OWN)
    for at in range(mention.first - 1, first - 1, -1):
        if words[at] in STOPS or words[at] in COMMAS or is_sign(words[at], "rumour"):
            return False
        if is_sign(words[at], "responsible"):
            return statement.polarity == "denied" or not _WITHOUT.isdisjoint(words[max(0, at - _PART) : at])
    return False


def _is_presupposed(page: Page, mention: Mention, statement: Statement | None) -> bool:
    """Is the noun of a deed that is known as done named in what is denied: نفى شن الهجوم، لم يشن الهجوم،
    نفى مقتل مدنيين في القصف?"""
    words, word = page.words, mention.word
    if word.is_verb or not word.definite:
        return False
    if statement is None or statement.polarity != "denied":
        return find_negation(page, mention.first, word) is not None
    first = max(_start(page, statement), mention.first - _OWN)
    between = words[first : mention.first]
    if has_sign(between, "rumour"):
        return False
    return has_sign(between, "does", "carries_out") or between[-1:] in (
        ["في"],
        ["خلال"],
        ["اثناء"],
        ["بعد"],
        ["وراء"],
    )


def _start(page: Page, statement: Statement) -> int:
    """Return the token at which a statement begins: its cue, or its content where the cue stands behind."""
    first = min(page.tokens(span)[0] for span in statement.content)
    return first if statement.cue is None else min(first, page.tokens(statement.cue)[0])
