"""The name of somebody behind a long title: رئيس الحكومة المكلف من المجلس سامي النجار."""

from __future__ import annotations

from functools import cache

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import particles
from rawi.claims.accusatives import first_names, is_his, is_office, is_owned
from rawi.claims.reading import Reading, codes, is_content_noun

_LONGEST = 6  # words of a name
_SHORTEST = 4  # letters of a word that is taken for a foreign name by its strangeness


def find_bearer(reading: Reading, parts: list[tuple[int, int]], end: int) -> tuple[int, int] | None:
    """Return the name right before what is said, where what was read of its subject is a role without one."""
    first = parts[0][0]
    if end >= len(reading.words) or reading.tape[end] not in _says() or not _begins_office(reading, first):
        return None
    if tells_somebody(reading, first):
        return None  # أبلغ قائد السرية في الوادي الرائد سامي النجار أن
    last = end - (reading.tape[end - 1] in codes().comma_or_colon)
    at = _name_ending(reading, parts[-1][1], last)
    if at is None or reading.people.beginning_in(first, at):
        return None
    before = titles_before(reading, at)
    if before == at and reading.words[before - 1] in particles("person_noun"):
        return None  # في منزل الراحل سامي النجار
    if before < parts[-1][1] or not _may_follow(reading, parts[0][0], before):
        return None
    return before, last


def tells_somebody(reading: Reading, first: int) -> bool:
    """Does a verb that takes a hearer stand right before a subject, so that a later name may be theirs?"""
    entry = reading.entry(first - 1) if first and reading.tape[first - 1] in codes().verb else None
    return entry is not None and entry.cue is not None and entry.cue.hearer


@cache
def _says() -> frozenset[str]:
    """The codes of what opens a report: أن، a colon, a mark, قوله."""
    c = codes()
    return c.complementizer | c.colon | c.quote | c.noun_owned | c.preposition


def _begins_office(reading: Reading, at: int) -> bool:
    """Does a role of somebody begin at a token, known as one or by its first word (نائب شيخ السوق)?"""
    role = reading.role_at.get(at)
    if role is not None:
        return bool(role.value.kind != "anonymous")
    return is_office(reading, at)


def _name_ending(reading: Reading, first: int, last: int) -> int | None:
    """Where a name of two words or more begins that ends at a token: a known one, or a first name and a word
    of no kind."""
    for name in reading.people.beginning_in(max(first, last - _LONGEST), last):
        if name.last == last and last - name.first > 1 and name.start == reading.text.starts[name.first]:
            return name.first
    words, vocabulary, at = reading.words, load_vocabulary(), last - 2
    if at < first or any(reading.tape[i] != "." or reading.in_names[i] for i in (at, at + 1)):
        return None
    unknown = vocabulary.entry(words[at + 1]) is None and words[at + 1].isalpha()
    if not unknown:
        return None
    return at if vocabulary.code(words[at]) in first_names() or _is_foreign(words[at : at + 2]) else None


def _is_foreign(words: list[str]) -> bool:
    """كزافييه تييلمان: words that no lexicon knows, and that have the shape of no noun or verb of Arabic."""
    entries = map(load_vocabulary().entry, words)
    if len(words[0]) < _SHORTEST or len(words[-1]) < _SHORTEST - 1:
        return False
    return not any(entries) and not any(
        word.startswith("ال") or word.endswith(("ا", "ه", "ات", "ين", "ون")) or is_content_noun(word)
        for word in words
    )


def titles_before(reading: Reading, at: int) -> int:
    """Go back over the titles before a name (المهندس سامي النجار)."""
    for role in reversed(reading.roles.beginning_in(at - _LONGEST, at)):
        if role.last != at:
            break
        at = role.first
    return at


def _may_follow(reading: Reading, first: int, at: int) -> bool:
    """Does a new phrase begin at a token, no preposition or noun leading to it?"""
    c, before = codes(), at - 1
    if reading.tape[before] in c.preposition or not _is_complete(reading, before):
        return False
    for index in range(first, at):
        if reading.tape[index] in c.cue or reading.tape[index] in c.relative or reading.tape[index] in c.end:
            return False
        owned = is_owned(reading.words[index]) or is_his(reading, index, shortest=4)
        if owned and reading.outer_quotation(index) is None:  # not in مستشفى «هولفايده»
            return False
    return True


def _is_complete(reading: Reading, at: int) -> bool:
    """Is the phrase before a token over: with an article, a place, a mark, a number?"""
    word = reading.words[at]
    return reading.is_definite(at) or word.startswith("وال") or word[:1].isdigit()
