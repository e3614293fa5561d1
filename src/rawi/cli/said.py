"""``rawi said``: who said what."""

from __future__ import annotations

import click

from rawi.cli.session import Session, asked, listing


@click.command("said")
@click.argument("who", required=False)
@click.option("--about", metavar="WORDS", help="Words of what was said.")
@click.option("--since", metavar="DATE", help="Said (else published) from this year, month or day on.")
@click.option("--until", metavar="DATE", help="… up to this one.")
@click.option("--quote-only", is_flag=True, help="Only what the source quotes as a whole.")
@listing
def command(
    session: Session, who: str | None, about: str | None, quote_only: bool, **when: str | None
) -> int:
    """List statements, oldest first; WHO: words of the speaker's name or role, in any spelling."""
    from rawi.views.cards import render_said

    with session.open_ledger() as ledger, asked("--since, --until"):
        found = ledger.said(who, about, when["since"], when["until"], quote_only=quote_only)
        code = session.answer("said", found, render_said)
        people = any(when.values()) and not (session.json or session.jsonl)
        if people and (undated := ledger.undated(who, about, quote_only=quote_only)):
            session.say(f"left out for want of a date / بلا تاريخ: {undated}")
        return code
