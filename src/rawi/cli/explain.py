"""``rawi explain``: how an entry came about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from rawi.cli.session import Session, asking
from rawi.cli.streams import write

if TYPE_CHECKING:
    from rawi.ledger.results import Explanation
    from rawi.views.screen import Screen


@click.command("explain")
@click.argument("id")
@asking
def command(session: Session, id: str) -> int:
    """Tell how the entry ID came about: rule, extractor, original bytes, journal."""
    from rawi.views.jsonl import encode_object

    with session.open_ledger() as ledger:
        explanation = ledger.explain(id)
    if session.json:
        write(encode_object("explain", explanation=explanation))
    else:
        write("\n".join([*_lines(explanation, session.screen()), ""]).encode("utf-8", "replace"))
    return 0


def _lines(told: Explanation, screen: Screen) -> Iterator[str]:
    """Yield the explanation line by line."""
    yield f"{screen.strong(told.entry.id)}  {told.entry.kind}  {told.entry.address}"
    yield screen.block(told.entry.words)
    yield f"rule       {told.rule or '(none named)'}"
    yield f"extractor  {told.extractor}" + (f"  words and rules {told.lexicons}" if told.lexicons else "")
    if not told.entry.current:
        yield "superseded by a newer reading of the document"
    for one in told.evidence:
        yield f"bytes      sha256:{one.hash}  {one.size:,} bytes, read by {one.origin.reader}"
        yield f"           from {one.origin.path or one.origin.url or '?'}"
    for event in told.events:
        yield f"journal    {event.number}  {event.at}  {event.who}: {event.what} ({event.why})"
