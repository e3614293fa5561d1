"""What the tests of reported speech share: the statements of a sentence, short enough to compare."""

from __future__ import annotations

import msgspec

from rawi.model.claim import Stance
from rawi.pipeline import extract


class Said(msgspec.Struct, frozen=True):
    """One statement in words: rule, cue, speaker and content, how it is held and within which it stands."""

    rule: str
    cue: str | None
    speaker: str | None
    words: str
    polarity: str
    kind: str
    stance: Stance | None
    within: str | None
    confidence: str


def statements(source: str) -> list[Said]:
    """Return the statements of a text in their order."""
    record = extract(source)
    return [
        Said(
            one.rule.removeprefix("statement/"),
            record.words(one.cue) if one.cue else None,
            one.speaker.name,
            " … ".join(map(record.words, one.content)),
            one.polarity,
            one.kind,
            one.stance,
            one.within,
            one.confidence,
        )
        for one in record.statements
    ]


def told(source: str) -> list[tuple[str | None, str]]:
    """Return speaker and content of each statement."""
    return [(one.speaker, one.words) for one in statements(source)]
