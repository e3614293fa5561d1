"""``rawi split``: what was taken for one is not."""

from __future__ import annotations

import click

from rawi.cli.faults import advising
from rawi.cli.session import Session, deciding, decision


@click.command("split")
@click.argument("id")
@click.argument("members", nargs=-1, metavar="[MEMBER]...")
@deciding
def command(session: Session, id: str, members: tuple[str, ...], why: str | None, by: str | None) -> int:
    """Decide that MEMBERs of ID are somebody else; without any, that each member is another one.

    ID: an id, or a name that means one entity only. MEMBER: an entry, a document, or a name as its articles
    give it. Of a story: the reports that are not of it, which must be named; of an
    incident: its events. rawi undo takes it back.
    """
    with advising("E307", "merge"), session.open_ledger(actor=by) as ledger:
        reports = ledger.find_reports(id)
        todo = f"rawi split {id} REPORT...; rawi story {id} lists the reports" if reports else ""
        events = ledger.find_events(id)
        todo = f"rawi split {id} EVENT...; rawi events lists them" if events else todo
        with decision("MEMBER", todo):
            number = ledger.split(id, *members, why=why)
            return session.decided(ledger, number, reports=reports, events=events)
