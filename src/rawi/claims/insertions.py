"""Statements whose verb stands after their words or among them: «…»، قالت سلمى; …، تضيف سلمى، … ."""

from __future__ import annotations

from rawi.annotations.speech import CueVerb, Word, adjacent_verbs, particles
from rawi.claims.contents import Content
from rawi.claims.drafts import Draft
from rawi.claims.known import folded_name
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import find_subject

_SHORT = 4  # tokens; what is quoted so shortly is a name


def draft_after_quotation(
    reading: Reading, at: int, word: Word, cue: CueVerb, sentence: tuple[int, int]
) -> Draft | None:
    """«…»، قالت سلمى: the content is the quotation that ends right before the verb."""
    bare = cue.form in adjacent_verbs() and reading.words[at] == folded_name(cue.form)  # «الجسر» بين برجين
    if "quote" not in cue.frames or bare:
        return None
    c, tape = codes(), reading.tape
    index = at - 1
    while index > 0 and (
        tape[index] in c.comma
        or tape[index] in c.auxiliary
        or tape[index] in c.preposition
        or reading.words[index] in particles("lead")
    ):
        index -= 1
    quotation = reading.closing_at.get(index)
    if quotation is None or quotation.close - quotation.open <= _SHORT or tape[at] in c.verb_joined:
        return None
    content = Content(((quotation.open + 1, quotation.close),), "direct")
    subject = find_subject(reading, at + 1, sentence[1])
    return Draft(
        rule="statement/quotation-verb",
        cue=(at, at + 1),
        content=content,
        subject=subject,
        agreement=word.agreement,
        reach=(quotation.open, sentence[1]),
        stance=cue.stance,
        polarity="denied" if cue.polarity else "asserted",
    )


def draft_inserted(
    reading: Reading, at: int, word: Word, cue: CueVerb, sentence: tuple[int, int]
) -> Draft | None:
    """Between commas, a verb of saying with its subject reports the sentence around it: …، تضيف سلمى، …."""
    c, tape = codes(), reading.tape
    if (
        cue.strength != "strong"
        or "quote" not in cue.frames
        or "clause" not in cue.frames
        or at - 1 <= sentence[0]
    ):
        return None
    if tape[at - 1] not in c.comma or not word.present or tape[at] in c.verb_joined:
        return None
    close = next((i for i in range(at + 1, min(at + 7, sentence[1])) if tape[i] in c.comma_or_stop), None)
    if close is None:
        return None
    subject = find_subject(reading, at + 1, close)
    if subject is not None and subject.last != close:
        return None
    content = _whole(reading, sentence)
    if content is None:
        return None
    return Draft(
        rule="statement/inserted-verb",
        cue=(at, at + 1),
        content=content,
        subject=subject,
        agreement=word.agreement,
        reach=sentence,
        stance=cue.stance,
        manner="tag",
    )


def _whole(reading: Reading, sentence: tuple[int, int]) -> Content | None:
    """The whole sentence as content."""
    first, last = sentence
    skip = codes().comma_or_stop
    while last > first and reading.tape[last - 1] in skip:
        last -= 1
    return Content(((first, last),), "indirect") if last > first else None
