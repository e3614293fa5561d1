"""Why no record came of an item; apart from what reads items, which takes a second to load."""

from __future__ import annotations

import msgspec


class Refusal(msgspec.Struct, frozen=True):
    """Why no record came of an item; ``code`` is stable."""

    code: str
    message: str


LOST = Refusal("extract.worker-lost", "the process that read it was killed, perhaps for want of memory")
