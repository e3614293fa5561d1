"""``rawi show``: a document, or words of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from rawi.cli.faults import Fault
from rawi.cli.session import Session, asked, asking
from rawi.cli.streams import write

if TYPE_CHECKING:
    from rawi.ledger.ledger import Ledger

ENTRY = re.compile(r"[a-z]{2}_[a-z0-9]*\Z")  # an entry's id, or the first letters of it
INCIDENT = re.compile(r"in_[a-z0-9]*\Z")


@click.command("show")
@click.argument("address", metavar="DOC[#char=A,B]")
@click.option("--format", "form", type=click.Choice(["text", "cards", "html"]), default="text", help="How.")
@asking
def command(session: Session, address: str, form: str) -> int:
    """Print a document by its id (or the first letters), or the words at DOC#char=A,B in their lines.

    DOC may also be the id of an entry: then it is shown where it stands; an event with what is read of it.
    An incident is shown as its reports tell it.
    """
    from rawi.ledger.identity import parse_address
    from rawi.views.cards import render_event
    from rawi.views.html import render_page
    from rawi.views.jsonl import encode_object
    from rawi.views.passage import render_document, render_passage
    from rawi.views.record import render_record

    if INCIDENT.match(address):
        if form == "html":
            raise Fault("usage.value", "--format html", "an incident is no document", f"rawi show {address}")
        return show_incident(session, "show", address)
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


def show_incident(session: Session, name: str, id: str, *, why: bool = False) -> int:
    """Print an incident as all its reports tell it, ``why`` with what speaks for one happening though it is
    certain; return the exit code. ``name`` is that of the answer in JSON."""
    from rawi.views.incidents import render_incident
    from rawi.views.jsonl import encode_object

    with session.open_ledger() as ledger:
        session.renew(ledger)
        view = ledger.incident(id)
    if session.json:
        write(encode_object(name, incident=view))
    else:
        write(f"{render_incident(view, session.screen(), why)}\n".encode("utf-8", "replace"))
    return 0


def find_reports(session: Session, ledger: Ledger, id: str) -> list[str]:
    """Return the events of an incident by their ids, the earliest report first."""
    session.renew(ledger)
    return [one.id for one in ledger.incident(id).events]
