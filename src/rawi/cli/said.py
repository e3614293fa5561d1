"""``rawi said``: who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from rawi.cli.session import Session, asked, listing

if TYPE_CHECKING:
    from rawi.model.claim import Confidence


@click.command("said")
@click.argument("who", required=False)
@click.option("--about", metavar="WORDS", help="Words of what was said.")
@click.option("--since", metavar="DATE", help="Said (else published) from this year, month or day on.")
@click.option("--until", metavar="DATE", help="… up to this one.")
@click.option("--quote-only", is_flag=True, help="Only what the source quotes as a whole.")
@click.option(
    "--certain", "confidence", flag_value="certain", help="Only what is certain; what is not is marked."
)
@click.option("--doubtful", "confidence", flag_value="doubtful", help="Only what is doubtful, to review it.")
@click.option("--echoes", is_flag=True, help="Also headlines and ledes that repeat what is listed, apart.")
@click.option("--rejected", is_flag=True, help="Also what people rejected, marked as such.")
@listing
def command(
    session: Session,
    who: str | None,
    about: str | None,
    quote_only: bool,
    confidence: Confidence | None,
    echoes: bool,
    rejected: bool,
    **when: str | None,
) -> int:
    """List statements, oldest first; WHO: words of the speaker's name or role, in any spelling.

    A headline or lede that repeats a statement of its article stands with that one, and counts once.
    """
    from rawi.views.cards import render_said

    with session.open_ledger() as ledger, asked("--since, --until"):
        wanted: dict[str, Any] = {"quote_only": quote_only, "confidence": confidence}
        found = ledger.said(
            who, about, when["since"], when["until"], echoes=echoes, rejected=rejected, **wanted
        )
        code = session.answer("said", found, render_said)
        people = any(when.values()) and not (session.json or session.jsonl)
        if people and (undated := ledger.undated(who, about, **wanted)):
            session.say(f"left out for want of a date / بلا تاريخ: {undated}")
        return code
