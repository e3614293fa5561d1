"""What the author adds to a report: what the speaker did besides (…، مقدما شكره), where it was said (…، وذلك
خلال لقائه السكان), what was left unsaid (…، دون أن يحدد الموعد)."""

from __future__ import annotations

from rawi.annotations.speech import particles
from rawi.claims.linkwords import link_heads
from rawi.claims.reading import Reading, codes

_NEAR = 4  # tokens from وذلك خلال, or from a verb of giving, to the noun that tells


def find_afterword(reading: Reading, start: int, at: int) -> int | None:
    """Return where the author's own words begin if the token ``at`` shows them; None if it does not."""
    word = reading.words[at]
    if at - start < 2:
        return None
    if reading.tape[at] in codes().participle or word in particles("deed"):
        return at if _does_besides(reading, at) else None
    if word in particles("keeps_back") or word in particles("gives"):
        return _unsaid(reading, at)
    if word in particles("that_was"):
        return at if reading.tape[at - 1] in codes().comma and _tells_where(reading, at + 1) else None
    return None


def _does_besides(reading: Reading, at: int) -> bool:
    """…، مشيدا بالحضور: a participle in the accusative after a comma, not مقارنة or مذكرة."""
    word = reading.words[at]
    if reading.tape[at - 1] not in codes().comma or word in particles("no_deed"):
        return False
    if word in particles("gives_thanks"):
        return at + 1 < len(reading.words) and _is_thanks(reading.word(at + 1))
    return word.endswith(("ا", "ين")) or reading.source_letter(at) == "ة"


def _is_thanks(word: str) -> bool:
    """شكره، التهنئة: what a speaker gives in words."""
    bare = word.removeprefix("ال")
    return bare in particles("thanks") or any(
        bare.removesuffix(owner) in particles("thanks") for owner in ("ه", "ها", "هم")
    )


def _unsaid(reading: Reading, at: int) -> int | None:
    """…، ولم يحدد الموعد, لكنه لم يقدم دليلا, دون أن يعطي تفاصيل: a negated verb of telling; one of giving
    with what was not given."""
    words, c = reading.words, codes()
    if words[at] in particles("gives") and particles("details").isdisjoint(words[at + 1 : at + _NEAR]):
        return None
    if words[at - 1] == "ولم":
        return at - 1 if reading.tape[at - 2] in c.comma else None
    if words[at - 1] == "ان" and words[at - 2] in particles("without"):
        return at - 2 - (words[at - 3] in ("من", "ومن"))
    if words[at - 1] != "لم":
        return None
    but = at - 2 if words[at - 2] in particles("but_he") else at - 3
    excepted = reading.tape[at - 2] in c.complementizer and words[but] in particles("except")
    return but if (but == at - 2 or excepted) and reading.tape[but - 1] in c.comma else None


def _tells_where(reading: Reading, at: int) -> bool:
    """خلال لقائه، في بيان، ردا على: where, in what or to whom it was said."""
    words = reading.words
    if at + 1 >= len(words):
        return False
    if words[at] in particles("in_answer"):
        return True
    if words[at] not in particles("scene"):
        return False
    return any(word in link_heads() or word in particles("meeting") for word in words[at + 1 : at + 2])
