"""``rawi status``, and bare ``rawi``: what there is and what to do next."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from rawi.cli.session import Session, asking
from rawi.cli.streams import write

if TYPE_CHECKING:
    from rawi.ledger.results import Counts

_NEXT = {
    "none": ("rawi demo", "rawi add PATH...", "rawi extract FILE --format cards"),
    "empty": ("rawi add PATH...",),
    "filled": (
        "rawi said",
        "rawi figures",
        "rawi events",
        "rawi story",
        "rawi compare",
        "rawi who",
        "rawi find WORDS",
    ),
}


@click.command("status")
@asking
def command(session: Session) -> int:
    """Print what the ledger holds and what to do next."""
    from rawi.views.jsonl import encode_object

    counts = _count(session)
    state = "none" if counts is None else "filled" if counts.documents else "empty"
    if session.json:
        write(
            encode_object(
                "status", ledger=session.path, exists=counts is not None, counts=counts, next=_NEXT[state]
            )
        )
    else:
        write("\n".join([*_lines(session.path, counts), *_advice(state), ""]).encode("utf-8", "replace"))
    return 0


def _count(session: Session) -> Counts | None:
    """Count what the ledger holds; null if there is none."""
    if not os.path.exists(session.path):
        return None
    with session.open_ledger() as ledger:
        return ledger.counts()


def _lines(path: str, counts: Counts | None) -> Iterator[str]:
    """Yield what there is."""
    if counts is None:
        yield f"no ledger at {path} / لا سجل هنا بعد"
        return
    yield f"ledger    {path}"
    yield f"holds     {counts.documents:,} documents, {counts.evidence:,} inputs as they came"
    yield f"entries   {counts.statements:,} statements, {counts.figures:,} figures, {counts.dates:,} dates"
    if counts.resolved:
        late = "; more came since: rawi update" if counts.stale else ""
        yield f"who       {counts.resolved:,} across documents, {counts.suggestions:,} suggestions{late}"
    if across := list(_list_across(counts)):
        yield f"across    {', '.join(across)}"
    if counts.rejected or counts.refused:
        yield f"refused   {counts.rejected:,} inputs, {counts.refused:,} entries"


def _list_across(counts: Counts) -> Iterator[str]:
    """Yield how many relations across documents there are, for the kinds of which there are any."""
    from rawi.views.plurals import count

    for name in ("stories", "incidents", "series", "comparisons", "duplicates", "recurrences"):
        if number := getattr(counts, name):
            yield count(name, number, "en")


def _advice(state: str) -> Iterator[str]:
    """Yield what to do next."""
    yield f"next      {_NEXT[state][0]}"
    yield from (f"          {one}" for one in _NEXT[state][1:])
