"""The chain of transmission: the links between a speaker's mouth and the reader."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.model.span import Span

LinkKind = Literal["account", "platform", "channel", "agency", "outlet", "report", "person"]


class Link(msgspec.Struct, frozen=True, gc=False):
    """One hop: ``على تويتر`` gives kind ``platform``, name ``تويتر`` and the span of the words that prove it.

    ``span`` is null only for a link that is ``inferred``.
    """

    kind: LinkKind
    name: str
    span: Span | None = None
    inferred: bool = False
