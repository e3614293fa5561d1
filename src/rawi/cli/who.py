"""``rawi who``: a person, body or place across documents, and what is left to decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from rawi.cli.session import Session, asked, listing

if TYPE_CHECKING:
    from rawi.ledger.results import Likeness


@click.command("who")
@click.argument("name", required=False)
@listing
def command(session: Session, name: str | None) -> int:
    """Print who NAME is: spellings, roles through time, who calls it what, documents, decisions.

    NAME: words of a name in any spelling, or an id. Without it: pairs that may be one, the likeliest first.
    """
    from rawi.views.profiles import render_profile, render_proposal

    with session.open_ledger() as ledger:
        if name is None:
            return session.answer("suggestions", ledger.suggestions(), render_proposal)
        with asked("NAME"):
            return session.answer(
                "who",
                ledger.who(name),
                render_profile,
                nearby=lambda: _tell_like(session, ledger.like(name), name),
            )


def _tell_like(session: Session, found: Sequence[Likeness], name: str) -> str:
    """Return what people are told who asked for a name that nobody bears."""
    from rawi.views.profiles import render_like

    screen = session.screen()
    if not found and any("a" <= letter.lower() <= "z" for letter in name):
        return screen.label("latin_name")
    return render_like(found, screen)
