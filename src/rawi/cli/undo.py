"""``rawi undo``: a decision counts no more."""

from __future__ import annotations

import click

from rawi.cli.session import Session, deciding, decision


@click.command("undo")
@click.argument("number", required=False, type=click.IntRange(1), metavar="[N]")
@deciding
def command(session: Session, number: int | None, why: str | None, by: str | None) -> int:
    """Undo decision N, or the last that counts. Nothing is deleted: the undoing is a decision too."""
    with session.open_ledger(actor=by) as ledger, decision("N"):
        return session.decided(ledger, ledger.undo(number, why))
