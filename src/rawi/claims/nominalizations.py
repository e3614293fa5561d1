"""Reports in a verbal noun: رغم تأكيد الوزير أن الماء صالح، بعد إعلانها أن الجسر مغلق."""

from __future__ import annotations

from rawi.annotations.speech import CueNoun, CueVerb, particles
from rawi.arabic.inflection import Agreement
from rawi.claims.complements import TELLING
from rawi.claims.contents import Content, content_between, find_content
from rawi.claims.drafts import Draft
from rawi.claims.openings import find_opening
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import Subject, find_subject

_REACH = 9  # tokens from the noun over its owner to the clause
_AWAITED = 3  # tokens from a verb of waiting to the noun
_CHANNELS = frozenset((None, "statement", "testimony"))
_OWNERS = (
    ("ه", Agreement.MASCULINE),
    ("ها", Agreement.FEMININE),
    ("هم", Agreement.PLURAL),
)
_TELLING = CueVerb(
    "قول", "يقول", ("clause",), "says", "strong", "", prepositions=(), clause_prepositions=("على", "ب", "من")
)


def find_nominalized(reading: Reading, at: int, noun: CueNoun) -> Draft | None:
    """Return what a verbal noun of saying reports in a clause; None if it has none or nobody's name.

    ``at`` is the token of the noun. Its owner speaks: إعلان الوزارة أن الجسر مغلق; of تأكيده أن it is who
    spoke last, or whom عن names (نقلت عن الطبيب تأكيده أن).
    """
    if noun.stance not in TELLING or noun.channel not in _CHANNELS or "clause" not in noun.frames:
        return None
    if _is_not_said(reading, at):
        return None
    sentence = reading.text.sentence_of(at)
    opening = find_opening(reading, at, _TELLING, sentence[1])
    if opening is None or opening.frame != "clause" or opening.start - at > _REACH:
        return None
    end = opening.subject_end
    owned = reading.tape[at] in codes().noun_owned
    if not owned and not _begins_owner(reading, at + 1):
        return None
    subject = _named_by_from(reading, at, sentence[0]) if owned else find_subject(reading, at + 1, end)
    if (owned and end - at > 2) or (not owned and (subject is None or subject.last < end - 1)):
        return None
    content = find_content(reading, opening, sentence)
    content = content and _before_colon(reading, content)
    content = content and _before_main_clause(reading, at, content, sentence[0])
    if content is None:
        return None
    return Draft(
        rule="statement/noun-clause",
        cue=(at, at + 1),
        content=content,
        subject=subject,
        agreement=next((of for ending, of in _OWNERS if owned and reading.words[at].endswith(ending)), None),
        reach=(sentence[0], max(content.end, sentence[1])),
        stance=noun.stance,
        manner="noun",
    )


def _begins_owner(reading: Reading, at: int) -> bool:
    """إعلان الوزارة, تأكيد مصدر أمني: a definite noun or somebody's name right after the noun."""
    named = (reading.person_at, reading.role_at, reading.organization_at, reading.place_at)
    return reading.words[at].startswith("ال") or any(at in one for one in named)


def _is_not_said(reading: Reading, at: int) -> bool:
    """ينتظر تأكيد الوزير أن، دون إعلانها أن، التأكيد أن: is it nobody's, or not yet or never said?"""
    word = reading.words[at]
    if word.startswith(("ال", "بال", "وال", "ل")) or word.endswith("ا"):
        return True  # لتحذير السكان: to warn them
    before = range(max(reading.text.sentence_of(at)[0], at - _AWAITED), at)
    return any(reading.tape[i] in codes().negation or reading.words[i] in particles("awaits") for i in before)


def _named_by_from(reading: Reading, at: int, first: int) -> Subject | None:
    """عن الطبيب تأكيده: the owner of the pronoun stands after عن."""
    for index in range(at - 1, max(first, at - _REACH) - 1, -1):
        if reading.words[index] in particles("from"):
            return find_subject(reading, index + 1, at)
    return None


def _before_main_clause(reading: Reading, at: int, content: Content, first: int) -> Content | None:
    """بعد إعلان الوزارة أن الجسر مغلق، غادر السكان: the main clause follows the comma."""
    if reading.tape[first] not in codes().preposition or at - first > _AWAITED:
        return content
    comma = next((i for i in range(content.start, content.end) if reading.tape[i] in codes().comma), None)
    return content if comma is None else content_between(reading, content.start, comma)


def _before_colon(reading: Reading, content: Content) -> Content | None:
    """قال المدير بعد إعلان الوزارة أن الجسر مغلق: «…»: the quotation is the main verb's."""
    for colon in range(content.start, content.end):
        if reading.tape[colon] in codes().colon and colon + 1 in reading.opening_at:
            return content_between(reading, content.start, colon)
    return content
