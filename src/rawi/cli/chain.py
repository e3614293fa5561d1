"""``rawi chain``: how the words of an entry reached the reader."""

from __future__ import annotations

import click

from rawi.cli.session import Session, asking
from rawi.cli.show import INCIDENT, find_reports
from rawi.cli.streams import write


@click.command("chain")
@click.argument("id")
@asking
def command(session: Session, id: str) -> int:
    """Print the way of the entry ID from the speaker's mouth to the reader; of an incident each.

    Each step stands with the words that prove it, or says that it is inferred, or that nothing tells it.
    """
    from rawi.views.chains import render_chain
    from rawi.views.jsonl import encode_object

    with session.open_ledger() as ledger:
        several = INCIDENT.match(id) is not None
        chains = [ledger.chain(one) for one in (find_reports(session, ledger, id) if several else [id])]
    if session.json:
        write(encode_object("chain", **({"chains": chains} if several else {"chain": chains[0]})))
    else:
        shown = "\n\n".join(render_chain(one, session.screen()) for one in chains)
        write(f"{shown}\n".encode("utf-8", "replace"))
    return 0
