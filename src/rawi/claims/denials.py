"""Denials that no verb with an object reports: رغم نفي الوزير وجود خلاف، جدد نفيه، لكن الحكومة نفت ذلك."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rawi.annotations.speech import particles
from rawi.arabic.clitics import PREPOSITIONS
from rawi.claims.contents import Content, find_content
from rawi.claims.drafts import Draft
from rawi.claims.objects import denial_words, find_object, is_claimed
from rawi.claims.reading import Opening, Reading, codes, is_content_noun
from rawi.claims.subjects import Subject, find_subject
from rawi.rules.wordsets import find_words

_REACH = 24  # tokens back from a noun of denying to the verb that leads to it
_NEAR = 4  # tokens between نفيه and what is denied
_OWNER = 12  # tokens of an owner between the noun and what is denied


def find_denial_drafts(reading: Reading) -> Iterator[Draft]:
    """Yield a draft for each noun of denying that somebody is said to have done: رغم نفي الوزير وجود خلاف."""
    owned = denial_words("noun_owned")
    for at in find_words(reading.text, denial_nouns):
        draft = _noun_draft(reading, at, owned=reading.words[at] in owned)
        if draft is not None:
            yield draft


@cache
def denial_nouns() -> frozenset[str]:
    """Nouns of denying, bare, after a joined preposition (بنفي، لنفي) and with an owner (نفيه)."""
    joined = {letter + word for word in denial_words("noun") for letter in PREPOSITIONS}
    return denial_words("noun") | denial_words("noun_owned") | joined


def _noun_draft(reading: Reading, at: int, *, owned: bool) -> Draft | None:
    """A noun of denying with what is denied after it, by its owner, or by the subject of the verb that
    leads to it."""
    sentence = reading.text.sentence_of(at)
    opening = _what(reading, at, sentence[1])
    if opening is None or _leaves_open(reading, at) or (owned and opening.start - at > _NEAR):
        return None
    subject = _subject(reading, at, opening, sentence[0], owned=owned)
    if subject is None and not (owned and at and reading.words[at - 1] in denial_words("led")):
        return None
    content = find_content(reading, opening, sentence)
    return _build(at, content, subject, sentence) if content is not None else None


def _build(at: int, content: Content, subject: Subject | None, sentence: tuple[int, int]) -> Draft:
    """The draft of a noun of denying; who denies is doubtful where only a pronoun tells it (بعد نفيه)."""
    return Draft(
        rule="statement/denial-noun",
        cue=(at, at + 1),
        content=content,
        subject=subject,
        agreement=None,
        reach=(sentence[0], max(content.end, sentence[1])),
        stance="denies",
        polarity="denied",
        manner="noun",
        doubtful=subject is None,
    )


def _leaves_open(reading: Reading, at: int) -> bool:
    """تأكيد أو نفي، دون نفي، لم يصدر نفي: nobody is said to deny."""
    return bool(at) and (
        reading.words[at - 1] in denial_words("undenied") or reading.tape[at - 1] in codes().negation
    )


def _what(reading: Reading, at: int, limit: int) -> Opening | None:
    """What is denied: after أن near by, else the first phrase that can be it, with or without a joined ل."""
    limit = min(limit, at + _OWNER)
    joined = next((i for i in range(at + 1, limit) if _is_joined_object(reading, i)), limit)
    found = find_object(reading, at, limit)
    if found is not None and found.start < joined:
        return found
    if joined < limit and codes().closes.isdisjoint(reading.tape[at:joined]):
        return Opening("noun", joined, joined)
    for index in range(at + 1, limit):
        if reading.tape[index] in codes().complementizer:
            return Opening("clause", index + 1, index, reading.opening_at.get(index + 1))
        if reading.tape[index] in codes().closes:
            return None
    return None


def _is_joined_object(reading: Reading, at: int) -> bool:
    """نفيه لوجود خلاف، نفي قاطع لما تردد، تكذيب للخبر."""
    word = reading.words[at]
    bare = "ال" + word[2:] if word.startswith("لل") else word[1:]
    return word[:1] == "ل" and (bare in denial_words("object") or is_claimed(bare) or is_content_noun(bare))


def _subject(reading: Reading, at: int, opening: Opening, first: int, *, owned: bool) -> Subject | None:
    """Who denies: the owner after the noun, else who does the deed before it, else who stands after عن."""
    after = opening.subject_end > at + 1
    bare = reading.words[at] in denial_words("noun")
    led = bool(at) and reading.words[at - 1] in denial_words("led")
    if not owned and bare and led and after:
        return find_subject(reading, at + 1, opening.subject_end)
    if not owned and (after or (bare and at and reading.tape[at - 1] not in codes().preposition)):
        return None
    return _doer(reading, at, first, owned=owned)


def _doer(reading: Reading, at: int, first: int, *, owned: bool) -> Subject | None:
    """سارعت البلدية إلى نفي، جدد الوزير نفيه، نقلت عن مصدر نفيه: whose deed leads to the noun."""
    words = reading.words
    for index in range(at - 1, max(first, at - _REACH) - 1, -1):
        if owned and words[index] in particles("from") and codes().verb.isdisjoint(reading.tape[index:at]):
            return find_subject(reading, index + 1, at)
        if words[index] in denial_words("deed"):
            return find_subject(reading, index + 1, at)
        if reading.tape[index] in codes().end:
            return None
    return None
