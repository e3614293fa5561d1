"""Reports in a clause that hangs on another: رغم أن الوزارة أكدت أن …، إلا أن — بينما تقول …، ترى …."""

from __future__ import annotations

from rawi.annotations.speech import particles
from rawi.claims.contents import Content, content_between
from rawi.claims.reading import Reading, codes

_NEAR = 8  # tokens from the word that a clause hangs on to its verb


def before_main_clause(reading: Reading, cue: int, content: Content, first: int) -> Content | None:
    """End a content where the clause begins that its own hangs on; ``first`` is where the sentence begins.

    In «رغم أن المدير أكد أن الجسر آمن إلا أنه أغلقه» it is الجسر آمن.
    """
    if content.kind == "direct" or len(content.spans) > 1:
        return content
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


def _though(reading: Reading, cue: int, first: int) -> int | None:
    """Return the token of رغم or مع if the verb stands in its clause (رغم أن المدير أكد)."""
    words, c = reading.words, codes()
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
    near = cue - first <= _NEAR and not any(tape[index] in c.comma_or_stop for index in range(first, cue))
    return opens and first < cue and near


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
