"""Statements of a second claimant, who gives a number of their own: فيما قدرهم المرصد ب23."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache

from rawi.annotations.speech import particles
from rawi.claims.contents import Content, content_between, find_clause_end
from rawi.claims.counts import (
    Count,
    contrast_start,
    counting_verbs,
    find_count,
    find_told_count,
    names_claimant,
)
from rawi.claims.drafts import Draft
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import find_subject
from rawi.rules.wordsets import find_words

_SUBJECT = 12  # tokens from a verb over its subject to من أن


@cache
def count_signs() -> frozenset[str]:
    """Return the words at which another's number may begin: turns to them, verbs of counting."""
    return particles("contrast").union(counting_verbs())


@cache
def _owned_verbs() -> re.Pattern[str]:
    """Compile the verbs of reporting with an object joined to them."""
    return re.compile(f"[{''.join(sorted(codes().verb_object))}]")


def find_count_drafts(reading: Reading, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield a draft for each number that another gives after a turn to them; ``drafts`` are the reports whose
    verbs are read already."""
    cues = {at for draft in drafts if draft.cue and not draft.silent for at in range(*draft.cue)}
    for at in find_words(reading.text, count_signs):
        if reading.outer_quotation(at) is None and (draft := _draft_at(reading, at, cues)) is not None:
            cues.update(draft.cue or ())
            yield draft


def find_told_drafts(reading: Reading) -> Iterator[Draft]:
    """Yield a draft for each clause of what somebody told: خلافا لما أعلنته النقابة من أن القتلى 40."""
    for match in _owned_verbs().finditer(reading.tape, 1):
        at = match.start()
        if reading.words[at - 1] not in particles("what_told"):
            continue
        if reading.outer_quotation(at) is None and (draft := _told_draft(reading, at)) is not None:
            yield draft


def _told_draft(reading: Reading, at: int) -> Draft | None:
    """The draft of a verb of saying with the pronoun of ما, where its subject and من أن follow at once."""
    sentence, cue = reading.text.sentence_of(at), reading.entry(at).cue
    if cue is None or "clause" not in cue.frames or reading.tape[max(0, at - 2)] in codes().tag:
        return None
    limit = min(sentence[1], at + _SUBJECT)
    of = next((i for i in range(at + 2, limit - 1) if reading.words[i] in particles("out_of")), None)
    if of is None or reading.tape[of + 1] not in codes().complementizer:
        return None
    subject = find_subject(reading, at + 1, of, at_once=True)
    if subject is None or subject.last != of or not names_claimant(reading, subject.first):
        return None
    content = content_between(reading, of + 2, find_clause_end(reading, of + 2, sentence[1]))
    if content is None:
        return None
    return Draft(
        rule="statement/what-clause",
        cue=(at, at + 1),
        content=content,
        subject=subject,
        agreement=reading.entry(at).agreement,
        reach=sentence,
        stance=cue.stance,
    )


def _draft_at(reading: Reading, at: int, cues: Container[int]) -> Draft | None:
    """The draft of the number after a turn or a verb at a token, unless another draft has its verb."""
    sentence = reading.text.sentence_of(at)
    turn = contrast_start(reading, at)
    count = (find_told_count if turn is None else find_count)(reading, at, sentence[1])
    if count is None or count.verb in cues:
        return None
    content = _content(reading, count, at if turn is not None else sentence[1], sentence)
    if content is None:
        return None
    return Draft(
        rule="statement/count-verb",
        cue=(count.verb, count.verb + 1),
        content=content,
        subject=count.subject,
        agreement=count.agreement,
        reach=sentence,
        stance="estimates",
    )


def _content(reading: Reading, count: Count, turn: int, sentence: tuple[int, int]) -> Content | None:
    """Return the words with the number; those of وبينما تتحدث النقابة عن 23، قالت end with the comma."""
    end = count.end or find_clause_end(reading, count.start, sentence[1], phrase=True)
    if turn - sentence[0] <= 1:
        commas = (i for i in range(count.start, end) if reading.tape[i] in codes().comma)
        end = next(commas, end)
    return content_between(reading, count.start, end)
