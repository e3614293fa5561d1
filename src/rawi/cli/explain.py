"""``rawi explain``: how an entry came about."""

from __future__ import annotations

import click

from rawi.cli.session import Session, asking
from rawi.cli.show import INCIDENT, show_incident
from rawi.cli.streams import write


@click.command("explain")
@click.argument("id")
@asking
def command(session: Session, id: str) -> int:
    """Tell how the entry ID came about: how sure it is and why, rule, words, extractor, bytes, journal.

    Of an incident: why its reports tell of one happening, and what speaks against it.
    """
    if INCIDENT.match(id):
        return show_incident(session, "explain", id, why=True)
    from rawi.views.explanation import build_proof, find_reasons, render_explanation
    from rawi.views.jsonl import encode_object

    with session.open_ledger() as ledger:
        told = ledger.explain(id)
        event = ledger.event(told.entry.id) if told.entry.kind == "event" else None
    if session.json:
        why = find_reasons(told)
        known = {"event": event} if event is not None else {}
        proof = build_proof(told.rule)
        write(encode_object("explain", explanation=told, reasons=why, proof=proof, **known))
    else:
        write(f"{render_explanation(told, session.screen(), event)}\n".encode("utf-8", "replace"))
    return 0
