"""``rawi who``: a person, body or place across documents, and what is left to decide."""

from __future__ import annotations

import click

from rawi.cli.session import Session, listing


@click.command("who")
@click.argument("name", required=False)
@listing
def command(session: Session, name: str | None) -> int:
    """Print who NAME is: spellings, roles through time, who calls it what, documents, decisions.

    NAME: words of a name in any spelling, or an id. Without it: pairs that may be one, the likeliest first.
    """
    from rawi.views.profiles import render_like, render_profile, render_proposal

    with session.open_ledger() as ledger:
        if name is None:
            return session.answer("suggestions", ledger.suggestions(), render_proposal)
        return session.answer(
            "who",
            ledger.who(name),
            render_profile,
            nearby=lambda: render_like(ledger.like(name), session.screen()),
        )
