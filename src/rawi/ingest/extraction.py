"""One item to its record, or to the reason why there is none; many of them in one process or in several."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial

import msgspec

from rawi.documents.build import build_document
from rawi.errors import RawiError
from rawi.ingest.refusals import LOST, Refusal
from rawi.ingest.workers import run_in_order
from rawi.model.record import Record
from rawi.model.source import Item
from rawi.pipeline import extract_document


def read_item(item: Item, weights: str | None = None) -> Record | Refusal:
    """Return the record of one item, or why there is none; never raises, whatever the item holds.

    ``weights`` is the path of other weights for names, as ``rawi.extract`` takes it.
    """
    try:
        source = build_document(item)
        return extract_document(source.text, source.metadata, source.warnings, weights, source.parts)
    except RawiError as error:
        return Refusal(error.code, str(error))
    except Exception as error:  # noqa: BLE001 - a document on which the program fails must not stop the others
        return Refusal("extract.failed", f"{type(error).__name__}: {error}"[:300])


def read_items(
    items: Iterable[Item], jobs: int = 1, weights: str | None = None
) -> Iterator[tuple[Item, Record | Refusal]]:
    """Yield each item with what was read from it, in order, with ``jobs`` processes at work."""
    read = partial(read_item, weights=weights)
    if jobs <= 1:
        yield from ((item, read(item)) for item in items)
        return
    waiting: deque[Item] = deque()
    for _, result in run_in_order(read, _without_evidence(items, waiting), jobs):
        yield waiting.popleft(), LOST if result is None else result


def _without_evidence(items: Iterable[Item], waiting: deque[Item]) -> Iterator[Item]:
    """Yield what a process needs of each item; whole, with its evidence, it waits here."""
    for item in items:
        waiting.append(item)
        yield msgspec.structs.replace(item, evidence=None)
