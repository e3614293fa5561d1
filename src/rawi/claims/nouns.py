"""Statements that a noun reports: ومضى إلى القول إن …، نقلا عن الطبيب قوله إن …، نتيجة مفادها أن … ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rawi.annotations.speech import CueNoun, CueVerb, particles
from rawi.claims.contents import Content, content_between, find_content
from rawi.claims.drafts import Draft
from rawi.claims.intervals import Intervals
from rawi.claims.nominalizations import find_nominalized
from rawi.claims.objects import is_matter, past_emphasis
from rawi.claims.openings import find_opening
from rawi.claims.reading import Opening, Reading, codes
from rawi.claims.subjects import Subject, find_subject

_REACH = 14
_NEAR = 3
_ASKING = frozenset(("asks", "calls_for", "demands"))
_CLAUSE = 100  # tokens; no clause that وهو ما points back at is longer
_SAYING = CueVerb("قول", "يقول", ("clause", "quote"), "says", "strong", "", prepositions=())


@cache
def _heads() -> re.Pattern[str]:
    """A pattern that finds reporting nouns, owned or not."""
    c = codes()
    return re.compile(f"[{''.join(sorted(c.noun | c.noun_owned))}]")


def find_noun_drafts(reading: Reading) -> Iterator[Draft]:
    """Yield a draft for each noun that has a clause or a quotation of its own close by."""
    for match in _heads().finditer(reading.tape):
        at = match.start()
        noun = reading.entry(at).noun
        if noun is None:
            continue
        says = reading.words[at] in particles("saying") or reading.words[at] in particles("his_words")
        draft = (_saying(reading, at, noun) if says else None) or _contained(reading, at, noun)
        draft = draft or find_nominalized(reading, at, noun)
        if draft is not None:
            yield draft
    yield from _glosses(reading)


def _contained(reading: Reading, at: int, noun: CueNoun) -> Draft | None:
    """جاء في بيان للبلدية أن, ورد في التقرير: «…»: what a document holds is said by its owner."""
    words, verb = reading.words, at - 2
    if noun.channel is None or verb < 0 or words[at - 1] != "في":
        return None
    if words[verb] not in particles("stands_in"):
        return None
    sentence = reading.text.sentence_of(at)
    if verb < sentence[0] or words[at] in particles("titled"):
        return None
    if reading.tape[verb - 1] in codes().points or words[verb - 1].endswith("ما"):
        return None  # كما جاء في بيان, وفق ما ورد في التقرير
    opening = find_opening(reading, at, _SAYING, sentence[1])
    content = find_content(reading, opening, sentence) if opening else None
    if opening is None or content is None or opening.start - at > _REACH:
        return None
    return Draft(
        rule=f"statement/document-{opening.frame}",
        cue=(verb, verb + 1),
        content=content,
        subject=find_subject(reading, at, opening.subject_end),
        agreement=None,
        reach=(sentence[0], max(content.end, sentence[1])),
        stance=noun.stance or "says",
    )


def _saying(reading: Reading, at: int, noun: CueNoun) -> Draft | None:
    """القول إن, قوله إن: content follows at once or after an addressee."""
    sentence = reading.text.sentence_of(at)
    opening = find_opening(reading, at, _SAYING, sentence[1])
    if opening is None or opening.start - at > _NEAR + 3:
        return None
    content = find_content(reading, opening, sentence)
    if content is None:
        return None
    owned = reading.tape[at] in codes().noun_owned
    if _is_refused(reading, at, sentence[0]):
        return None
    subject = (
        _governed_by_from(reading, at, sentence[0]) if owned else _clause_subject(reading, at, sentence[0])
    )
    return Draft(
        rule=f"statement/noun-{opening.frame}",
        cue=(at, at + 1),
        content=content,
        subject=subject,
        agreement=None,
        reach=(sentence[0], max(content.end, sentence[1])),
        stance=noun.stance or "says",
        manner="noun",
    )


def _is_refused(reading: Reading, at: int, first: int) -> bool:
    """رفض الوزير القول إن: a verb of refusing or denying leads to the noun, so nothing was said."""
    words, start = reading.words, max(first, at - _REACH)
    comma = next((i for i in range(at - 1, start - 1, -1) if reading.tape[i] in codes().comma), start - 1)
    span = range(at - 1, comma, -1)
    if any(words[i] in particles("takes_back") for i in span):
        return True  # امتنع عن القول, تراجع عن قوله
    negated = any(reading.tape[i] in codes().negation and "دون" not in words[i] for i in span)
    if negated and not any("تردد" in words[i] for i in span):
        return True  # لا يستطيع القول, but لا يتردد في القول
    before = (i for i in span if reading.tape[i] in codes().verb)
    word = reading.entry(found).cue if (found := next(before, None)) is not None else None
    asked = reading.words[at] == "القول" and word is not None and word.stance in _ASKING
    return word is not None and (word.polarity == "denied" or word.stance == "rejects" or asked)


def _governed_by_from(reading: Reading, at: int, first: int) -> Subject | None:
    """عن الطبيب قوله: the owner of the pronoun stands after عن."""
    for index in range(at - 1, max(first, at - _REACH) - 1, -1):
        if reading.words[index] in particles("from"):
            return find_subject(reading, index + 1, at)
    return None


def _clause_subject(reading: Reading, at: int, first: int) -> Subject | None:
    """ومضى الشاهد إلى القول: the subject stands after the verb that leads to the noun, or opens the
    sentence."""
    for index in range(at - 1, max(first, at - _REACH * 2) - 1, -1):
        if reading.tape[index] in codes().verb and reading.tape[index - 1] not in codes().relative:
            return find_subject(reading, index + 1, at)
    start = first + (not reading.words[first].startswith("ال"))  # past the verb that opens a sentence
    return find_subject(reading, start, at) if at - first > 1 else None


def _glosses(reading: Reading) -> Iterator[Draft]:
    """مفاده أن: the noun before has this content; whose it is must be understood."""
    forms = particles("gloss_noun")
    for match in _complementizers().finditer(reading.tape):
        at = match.start() - 1
        if at < 0 or reading.words[at] not in forms:
            continue
        sentence = reading.text.sentence_of(at)
        content = find_content(
            reading, Opening("clause", at + 2, at, reading.opening_at.get(at + 2)), sentence
        )
        if content is not None:
            subject = _clause_subject(reading, at, sentence[0])
            yield Draft(
                "statement/noun-gloss",
                (at, at + 1),
                content,
                subject,
                None,
                sentence,
                stance="says",
                manner="noun",
            )


@cache
def _complementizers() -> re.Pattern[str]:
    """A pattern that finds أن and its kin."""
    return re.compile(f"[{''.join(sorted(codes().complementizer))}]")


def find_echo_drafts(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield what …، وهو ما نفته الوزارة denies or confirms: the clause before it."""
    reports: Intervals[Draft] | None = None
    for match in _object_verbs().finditer(reading.tape):
        at = match.start()
        word = reading.entry(at)
        cue = word.cue
        if (
            cue is None
            or at < 3
            or not (
                reading.words[at - 1] in particles("what") or (cue.polarity and is_matter(reading, at - 1))
            )
            or (cue.strength != "strong" and not cue.polarity)
        ):
            continue
        if reading.source_letter(at) == "ة":
            continue
        sentence = reading.text.sentence_of(at)
        comma = _echo_comma(reading, at, sentence[0], denies=cue.polarity is not None)
        if comma is None:
            continue
        if reports is None:  # few texts have such a verb
            reports = Intervals((draft.content.start, draft.content.end, draft) for draft in drafts)
        content = _echoed(reading, comma, sentence[0], reports)
        if content is None:
            continue
        subject = find_subject(reading, past_emphasis(reading, at + 1), sentence[1])
        yield Draft(
            "statement/what-verb",
            (at, at + 1),
            content,
            subject,
            word.agreement,
            sentence,
            stance=cue.stance,
            polarity="denied" if cue.polarity else "asserted",
        )


def _echo_comma(reading: Reading, at: int, first: int, *, denies: bool) -> int | None:
    """The comma before وهو ما, or before a verb of denying وهو itself: only words that point back may stand
    between it and the verb."""
    points, what = particles("points_back"), particles("what")
    for index in range(at - 1, max(first, at - 5), -1):
        word = reading.words[index]
        if reading.tape[index] in codes().comma:
            return index
        joined = denies and index - 2 > first and word[:1] == "و"
        if word in points and joined and reading.tape[index - 1] not in codes().comma:
            return index
        matter = is_matter(reading, index) and reading.words[index - 1] in points
        if not (matter or word in what or word in points):
            return None
    return None


def _echoed(reading: Reading, comma: int, first: int, reports: Intervals[Draft]) -> Content | None:
    """The content of the report that runs into the echo, cut there, else the clause from the sentence's
    start."""
    for draft in reports.holding(comma):
        if draft.content.start < comma and len(draft.content.spans) == 1:
            cut = content_between(reading, draft.content.start, comma)
            if cut is not None:
                draft.content = cut
            return cut
    return content_between(reading, first, comma) if comma - first <= _CLAUSE else None


@cache
def _object_verbs() -> re.Pattern[str]:
    """A pattern that finds verbs with an object pronoun."""
    return re.compile(f"[{''.join(sorted(codes().verb_object))}]")
