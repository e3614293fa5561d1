"""Statements in the making, counted in tokens, before speakers are named and spans are taken."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.arabic.inflection import Agreement
from rawi.claims.contents import Content
from rawi.claims.subjects import Subject
from rawi.model.claim import Polarity, Stance


class Draft(msgspec.Struct):
    """A cue with its content and the subject that stands with it; ``subject`` null where it is only
    understood.

    ``cue`` is the token range of the reporting word, null where marks alone speak. ``reach`` is the token
    range from
    the first to the last word of the whole report, in which links of transmission are looked for.
    """

    rule: str
    cue: tuple[int, int] | None
    content: Content
    subject: Subject | None
    agreement: Agreement | None
    reach: tuple[int, int]
    stance: Stance | None = None
    polarity: Polarity = "asserted"
    manner: Literal["verb", "participle", "noun", "tag", "marks"] = "verb"
    doubtful: bool = False
    passive: bool = False  # nobody is said to have said it: أُعلن أن
    silent: bool = False  # reports nothing itself, but its subject may speak next
