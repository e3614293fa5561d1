"""``rawi cite``: an entry or passage as a citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rawi.cli.session import Session, asked, asking
from rawi.cli.show import ENTRY, INCIDENT, find_reports
from rawi.cli.streams import write

if TYPE_CHECKING:
    from rawi.ledger.ledger import Ledger
    from rawi.views.citation import Citation


@click.command("cite")
@click.argument("id", metavar="ID|DOC#char=A,B")
@click.option("--style", type=click.Choice(["block", "md", "ris", "csl"]), default="block", help="How.")
@asking
def command(session: Session, id: str, style: str) -> int:
    """Print a citation of an entry, or of the words at an address; of an incident one of each report.

    Only what the source itself quotes as a whole is given as a quotation.
    """
    from rawi.views.citation import STYLES, join_lists, render_citation
    from rawi.views.jsonl import encode_object

    with session.open_ledger() as ledger, asked(id):
        several = INCIDENT.match(id) is not None
        citations = [_build(ledger, one) for one in (find_reports(session, ledger, id) if several else [id])]
    language = session.language or "en"
    if session.json:
        told = [
            {"citation": one, "styles": {style: render_citation(one, style, language) for style in STYLES}}
            for one in citations
        ]
        write(encode_object("cite", **({"reports": told} if several else told[0])))
        return 0
    chosen = next(one for one in STYLES if one == style)
    rendered = [render_citation(one, chosen, language) for one in citations]
    shown = join_lists(rendered) if chosen == "csl" else "\n\n".join(rendered)
    write(f"{shown}\n".encode("utf-8", "replace"))
    return 0


def _build(ledger: Ledger, id: str) -> Citation:
    """Build the citation of whatever ``id`` names."""
    from rawi.views.citation import build_citation, build_passage

    if ENTRY.match(id):
        entry = ledger.entry(id)
        return build_citation(ledger.view(entry.id), ledger.document(entry.document))
    return build_passage(id, ledger.words(id), ledger.document(id.partition("#")[0]))
