"""``rawi merge``: two are one."""

from __future__ import annotations

import click

from rawi.cli.faults import advising
from rawi.cli.session import Session, deciding, decision


@click.command("merge")
@click.argument("a")
@click.argument("b")
@deciding
def command(session: Session, a: str, b: str, why: str | None, by: str | None) -> int:
    """Decide that A and B are one. A, B: ids, or names that mean one entity only; or stories or documents,
    which are of one happening; or incidents or events of rawi events. rawi undo takes it back.
    """
    with advising("E307", "merge"), session.open_ledger(actor=by) as ledger, decision("A B"):
        reports = ledger.find_reports(a, b)
        events = ledger.find_events(a, b)
        return session.decided(ledger, ledger.merge(a, b, why), a, reports, events)
