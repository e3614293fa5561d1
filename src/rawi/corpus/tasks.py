"""What a worker is told to do; apart from what does it, which takes a second to load."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rawi.ingest.refusals import Refusal
from rawi.model.corpus import CorpusInput, CorpusOptions, Partition

ITEMS = 1 << 32  # numbers of items that each partition has for its own


class Task(msgspec.Struct, frozen=True):
    """A partition to do: ``inputs`` are those that it reads, by number; ``base`` the folder of which their
    relative paths are; ``out`` the folder of the corpus.

    ``passed`` are the items, by their place in the partition, that are refused unread, with the reason;
    ``broken`` the places where pieces, by their place in the partition, are read no further.
    """

    partition: Partition
    inputs: Mapping[int, CorpusInput]
    options: CorpusOptions
    out: str
    base: str = ""
    passed: Mapping[int, Refusal] = {}
    broken: Mapping[int, int] = {}


#: Why the rest of a piece is not read.
UNREADABLE = Refusal("source.worker-lost", "reading on killed the process that read it, or took too long")


def too_long(limit: float) -> Refusal:
    """Return why a document that took too long has no record."""
    return Refusal("extract.time-limit", f"it took more than {limit:g} seconds")
