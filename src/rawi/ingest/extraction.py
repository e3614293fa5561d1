"""One item to its record, or to the reason why there is none; many of them in one process or in several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from rawi.documents.build import build_document
from rawi.errors import RawiError
from rawi.ingest.workers import run_in_order
from rawi.model.record import Record
from rawi.model.source import Item
from rawi.pipeline import extract_document


class Refusal(msgspec.Struct, frozen=True):
    """Why no record came of an item; ``code`` is stable."""

    code: str
    message: str


LOST = Refusal("extract.worker-lost", "the process that read it was killed, perhaps for want of memory")


def read_item(item: Item) -> Record | Refusal:
    """Return the record of one item, or why there is none; never raises, whatever the item holds."""
    try:
        source = build_document(item)
        return extract_document(source.text, source.metadata, source.warnings)
    except RawiError as error:
        return Refusal(error.code, str(error))
    except Exception as error:  # noqa: BLE001 - a document on which the program fails must not stop the others
        return Refusal("extract.failed", f"{type(error).__name__}: {error}"[:300])


def read_items(items: Iterable[Item], jobs: int = 1) -> Iterator[tuple[Item, Record | Refusal]]:
    """Yield each item with what was read from it, in order, with ``jobs`` processes at work."""
    if jobs <= 1:
        yield from ((item, read_item(item)) for item in items)
        return
    for item, result in run_in_order(read_item, items, jobs):
        yield item, LOST if result is None else result
