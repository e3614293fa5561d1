"""Bytes as the file of an input: all that comes of it is accounted for. What the targets of formats share."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fuzz.properties import Broken, read_item, require, same
from rawi.ingest.provenance import build_origin, derive_text, evidence_of
from rawi.model.source import Finished, Flagged, Item, Outcome, Rejected
from rawi.sources.accounting import Account
from rawi.sources.reader import read_inputs

#: Of so many items of one input the documents are built.
_BUILT = 4


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Return a folder for the file, in memory where the system has such a place."""
    memory = Path("/dev/shm")
    return tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)


def check_input(data: bytes, name: str, families: tuple[str, ...]) -> None:
    """Read ``data`` as a file of that name; the codes of what is refused begin with one of ``families``."""
    path = Path(_folder().name, name)
    path.write_bytes(data)
    outcomes = same(lambda: list(read_inputs([str(path)])))
    require(outcomes and isinstance(outcomes[-1], Finished), "an input comes to its end")
    for outcome in outcomes[:-1]:
        _require_named(outcome, str(path), families)
    _require_sums(outcomes)


def _require_named(outcome: Outcome, path: str, families: tuple[str, ...]) -> None:
    """Check that an outcome is of the input, and that a refusal and a warning have a code and a message."""
    require(outcome.path == path, "an outcome is of its input")
    if isinstance(outcome, Rejected):
        require(
            outcome.code.partition(".")[0] in families and outcome.message,
            f"a refusal says why: {outcome.code}",
        )
        require(outcome.code != "source.unreadable", f"a crash that was caught: {outcome.message}")
    elif isinstance(outcome, Flagged):
        require(outcome.warning.code and outcome.warning.message, f"a warning says why: {outcome}")
    elif isinstance(outcome, Item):
        require(outcome.data, "an item has content")
    else:
        raise Broken("an input ends once")


def _require_sums(outcomes: list[Outcome]) -> None:
    """Check that what came in is what was stored or rejected."""
    account = Account()
    for outcome, built in _with_turns(outcomes):
        if not isinstance(outcome, Item):
            account.take(outcome)
        elif built and not _is_document(outcome):
            account.refused(outcome, "document.empty", "refused")
        else:
            account.stored(outcome)
    totals = account.report().totals
    require(totals.documents_in == totals.stored + totals.rejected > 0, f"the sums add up: {totals}")
    items = sum(isinstance(outcome, Item) for outcome in outcomes)
    require(totals.documents_in >= items, "no item is lost")


def _is_document(item: Item) -> bool:
    """Build the document of an item and say whether there is one; read again from what would be kept as
    evidence, as ``rawi verify`` does, it must be the same."""
    document = read_item(item)
    if document is not None:
        again = derive_text(evidence_of(item), build_origin(item))
        require(again == document.text, f"the evidence gives the text again, not {again!r:.60}")
    return document is not None


def _with_turns(outcomes: list[Outcome]) -> Iterator[tuple[Outcome, bool]]:
    """Yield outcomes, and whether it is the turn of an item to be built."""
    items = 0
    for outcome in outcomes:
        items += isinstance(outcome, Item)
        yield outcome, items <= _BUILT
