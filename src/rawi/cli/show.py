"""``rawi show``: a document, or words of it."""

from __future__ import annotations

import re

import click

from rawi.cli.session import Session, asked, asking
from rawi.cli.streams import write

ENTRY = re.compile(r"[a-z]{2}_[a-z0-9]*\Z")  # an entry's id, or the first letters of it


@click.command("show")
@click.argument("address", metavar="DOC[#char=A,B]")
@click.option("--format", "form", type=click.Choice(["text", "cards", "html"]), default="text", help="How.")
@asking
def command(session: Session, address: str, form: str) -> int:
    """Print a document by its id (or the first letters), or the words at DOC#char=A,B in their lines.

    DOC may also be the id of an entry: then it is shown where it stands; an event with what is read of it.
    """
    from rawi.ledger.identity import parse_address
    from rawi.views.cards import render_event
    from rawi.views.html import render_page
    from rawi.views.jsonl import encode_object
    from rawi.views.passage import render_document, render_passage
    from rawi.views.record import render_record

    with session.open_ledger() as ledger, asked(address):
        entry = ledger.entry(address) if ENTRY.match(address) else None
        event = ledger.event(entry.id) if entry is not None and entry.kind == "event" else None
        address = entry.address if entry is not None else address
        document, span = parse_address(address)
        words = ledger.words(address)
        record = ledger.document(document)
    if session.json:
        known = {"event": event} if event is not None else {}
        write(encode_object("show", address=address, span=span, words=words, record=record, **known))
        return 0
    screen = session.screen()
    if form == "html":
        shown = "".join(render_page([record], session.language or "ar"))
    elif form == "cards":
        shown = render_record(record, screen)
    else:
        shown = render_passage(record, span, screen) if span else render_document(record, screen)
        shown += f"\n\n{render_event(event, screen)}" if event is not None else ""
    write(f"{shown}\n".encode("utf-8", "replace"))
    return 0
