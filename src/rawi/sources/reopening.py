"""Take an item out of original bytes again, as it was taken the first time; ``verify`` needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from rawi.errors import RawiError
from rawi.model.source import Flagged, Item, Limits, Rejected
from rawi.sources.feeds import read_feed
from rawi.sources.jsonlines import read_json_line

#: What a reader yields of the bytes that it kept as evidence, given the part that is wanted and its options.
Reopen = Callable[[bytes, str, Mapping[str, object]], Iterator[Item | Rejected | Flagged]]


def reopen(reader: str, evidence: bytes, part: str, options: Mapping[str, object]) -> Item | None:
    """Return the item that ``reader`` (``feed``) takes out of ``evidence`` at ``part`` (``entry 2``).

    ``options`` are those of the origin. Null if there is nothing at that part any more; ``KeyError`` for a
    reader that is not known.
    """
    read = READERS[reader]
    try:
        found = read(evidence, part, options)
        return next((one for one in found if isinstance(one, Item) and one.part == part), None)
    except RawiError:
        return None


READERS: dict[str, Reopen] = {
    "feed": lambda evidence, part, options: read_feed("", evidence, Limits()),
    "jsonl": lambda evidence, part, options: iter((read_json_line("", part, evidence),)),
}
