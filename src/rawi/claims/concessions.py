"""Reports in a clause that hangs on another: رغم أن الوزارة أكدت أن …، إلا أن — المدير، الذي أعلن …، عاد."""

from __future__ import annotations

import re

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import particles
from rawi.claims.contents import Content, content_between
from rawi.claims.reading import Reading, codes, is_content_noun

_FUTURE = re.compile(r"س[يت]\w{3,}")
_PRESENT = re.compile(r"[يت]\w{3,}")
_SHORT = 4  # tokens of a noun with what belongs to it
_NEAR = 8  # tokens from the word that a clause hangs on to its verb


def before_main_clause(
    reading: Reading, cue: int, content: Content, first: int, *, phrase: bool
) -> Content | None:
    """End a content where the clause begins that its own hangs on.

    ``first`` is where the sentence begins, and ``phrase`` tells that a noun was reported.

    In «رغم أن المدير أكد أن الجسر آمن إلا أنه أغلقه» it is الجسر آمن.
    """
    if content.kind == "direct" or len(content.spans) > 1:
        return content
    if (joined := _relative(reading, cue, first)) is not None:
        return _before_resuming(reading, joined, content, phrase=phrase)
    though = _though(reading, cue, first)
    opens = though is not None and though - first <= 1
    if though is None and not _while(reading, cue, first):
        return content
    for at in range(content.start + 1, content.end):
        if though is not None and _answers(reading, at):
            return content_between(reading, content.start, at)
        if (opens or though is None) and _begins_main(reading, at):
            return content_between(reading, content.start, at)
    return content


def _relative(reading: Reading, cue: int, first: int) -> int | None:
    """Return the token of الذي if a verb stands right after it, with كان or قد between."""
    index = cue - 1
    while index > first and reading.tape[index] in codes().auxiliary:
        index -= 1
    return index if index > first and reading.tape[index] in codes().relative else None


def _before_resuming(reading: Reading, joined: int, content: Content, *, phrase: bool) -> Content | None:
    """المدير، الذي دعا إلى الصبر، يزور القرية: the clause that الذي stands in goes on after its comma.

    After a noun that was reported it may with a verb in the future too (المدير الذي أعلن رحيله سيعود).
    """
    aside = reading.tape[joined - 1] in codes().comma
    for at in range(content.start + 1, content.end):
        if reading.outer_quotation(at) is not None:
            continue
        goes_on = _resumes(reading, at, aside=aside, phrase=phrase)
        if goes_on or (phrase and at - content.start <= _SHORT and _is_future(reading, at)):
            return content_between(reading, content.start, at)
    return content


def _resumes(reading: Reading, at: int, *, aside: bool, phrase: bool) -> bool:
    """A verb after a comma without a conjunction; after a clause between two commas إن too, and after a noun
    that was reported there any verb."""
    c, code, word = codes(), reading.tape[at], reading.words[at]
    if reading.tape[at - 1] not in c.comma or word[:1] in ("و", "ف"):
        return False
    if (code in c.verb and code not in c.verb_joined) or (aside and code in c.complementizer):
        return True
    denied = code in c.negation and reading.word(at + 1) not in particles("bar")  # not لا سيما
    return aside and phrase and (denied or _is_present(reading, at))


def _is_present(reading: Reading, at: int) -> bool:
    """Has a word that no lexicon knows the shape of a verb in the present: تسعى، يزور?"""
    word = reading.words[at]
    shaped = reading.tape[at] == "." and _PRESENT.fullmatch(word) is not None and not is_content_noun(word)
    return shaped and not reading.in_names[at] and load_vocabulary().entry(word) is None


def _is_future(reading: Reading, at: int) -> bool:
    """Has a word that no lexicon knows the shape of a verb in the future, right after a noun: رحيله سيعود?"""
    word, before = reading.words[at], reading.tape[at - 1]
    shaped = reading.tape[at] == before == "." and _FUTURE.fullmatch(word) is not None
    return shaped and load_vocabulary().entry(word) is None


def _though(reading: Reading, cue: int, first: int) -> int | None:
    """Return the token of رغم or مع if the verb stands in its clause (رغم أن المدير أكد)."""
    words, c = reading.words, codes()
    if c.complementizer.isdisjoint(reading.tape[max(first, cue - _NEAR) + 1 : cue]):
        return None
    for index in range(cue - 1, max(first, cue - _NEAR), -1):
        if reading.tape[index] in c.complementizer:
            before = index - 2 if words[index - 1] == "من" and index - 2 >= first else index - 1
            return before if words[before] in particles("though") else None
        if reading.tape[index] in c.comma_or_stop or reading.tape[index] in c.cue:
            return None
    return None


def _while(reading: Reading, cue: int, first: int) -> bool:
    """Does the sentence begin with بينما, فيما or في حين, and the verb stand in that clause?"""
    tape, c = reading.tape, codes()
    opens = tape[first] in c.turn or (tape[first] in c.preposition and tape[first + 1] in c.turn_noun)
    near = opens and first < cue and cue - first <= _NEAR
    return near and c.comma_or_stop.isdisjoint(tape[first:cue])


def _answers(reading: Reading, at: int) -> bool:
    """إلا أن, لكن, غير أن, فإن: what follows رغم أن and its clause."""
    words = reading.words
    if words[at] in particles("answers"):
        return True
    that = at + 1 < len(words) and reading.tape[at + 1] in codes().complementizer
    return that and words[at] in particles("except")


def _begins_main(reading: Reading, at: int) -> bool:
    """A comma and a verb that nothing joins to what stands before it, or a negated one."""
    c, tape = codes(), reading.tape
    if tape[at - 1] not in c.comma or reading.words[at][:1] in ("و", "ف"):
        return False
    return tape[at] in c.verb and tape[at] not in c.verb_joined
