"""``rawi events``: what happened to whom, where and when, with what toll."""

from __future__ import annotations

from typing import Any

import click

from rawi.cli.faults import Fault
from rawi.cli.session import Session, asked, listing

_CERTAINTIES = ("reported", "alleged", "denied", "planned")


@click.command("events")
@click.option("--on", metavar="DATE", help="Happened (else published) in this year or month or on this day.")
@click.option("--since", metavar="DATE", help="… from it on.")
@click.option("--until", metavar="DATE", help="… up to it.")
@click.option(
    "--type",
    "type_",
    metavar="TYPE",
    help="ACLED's event type or sub-event type, or both by /; or in Arabic.",
)
@click.option("--place", metavar="NAME", help="There, or in an area or country of this name.")
@click.option("--actor", metavar="WHO", help="Who did it, or says so; either side of a clash.")
@click.option("--certainty", type=click.Choice(_CERTAINTIES), help="As a report tells it.")
@click.option("--min-killed", metavar="N", type=click.IntRange(min=0), help="A count of N dead at least.")
@click.option(
    "--certain", "confidence", flag_value="certain", help="Only what is certain; what is not is marked."
)
@click.option("--doubtful", "confidence", flag_value="doubtful", help="Only what is doubtful, to review it.")
@click.option("--background", is_flag=True, help="Also events of the past that reports recall.")
@click.option("--rejected", is_flag=True, help="Also what people rejected, marked as such.")
@listing
def command(session: Session, type_: str | None, background: bool, **known: Any) -> int:
    """List what happened, oldest first: each happening once, with what every report says of it.

    Counts of several reports and claimants stand side by side; none is merged.
    """
    from rawi.views.incidents import render_incident

    if known["on"] and (known["since"] or known["until"]):
        raise Fault("usage.value", "--on", "it goes with neither --since nor --until")
    types = find_asked(type_) if type_ is not None else frozenset[str]()
    since, until = known["on"] or known["since"], known["on"] or known["until"]
    with session.open_ledger() as ledger, asked("--on, --since, --until"):
        session.renew(ledger)
        found = ledger.incidents(
            since,
            until,
            types=types,
            place=known["place"],
            actor=known["actor"],
            certainty=known["certainty"],
            background=background,
            min_killed=known["min_killed"],
            confidence=known["confidence"],
            rejected=known["rejected"],
        )
        return session.answer("events", found, render_incident)


def find_asked(written: str) -> frozenset[str]:
    """Return the types that a name means; wrong usage with the choices for a name that is none."""
    from rawi.relations.incidents.types import find_types, load_types

    found = find_types(written)
    if not found:
        raise Fault(
            "usage.type",
            "--type",
            repr(written),
            "\n    ".join(f"{one.whole}  {one.name}" for one in load_types().values()),
        )
    return found
