"""``rawi figures``: how many, through time."""

from __future__ import annotations

import click

from rawi.cli.session import Session, asked, listing


@click.command("figures")
@click.argument("what", required=False)
@click.option("--place", metavar="NAME", help="Named with the figure or in its sentence.")
@click.option("--by", metavar="WHO", help="Whose claim it is.")
@click.option("--since", metavar="DATE", help="Holding, said or published from this year, month or day on.")
@click.option("--differ", is_flag=True, help="Only pairs that differ, with the reasons.")
@listing
def command(session: Session, what: str | None, differ: bool, **known: str | None) -> int:
    """List figures through time; WHAT: words of what is counted and of its sentence."""
    from rawi.views.cards import render_count, render_difference

    with session.open_ledger() as ledger, asked("--since"):
        if differ:
            return session.answer("differences", ledger.conflicts(what), render_difference)
        found = ledger.figures(what, known["place"], known["by"], known["since"])
        return session.answer("figures", found, render_count)
