"""``rawi export``: all rows of a kind."""

from __future__ import annotations

import click

from rawi.cli.session import Session, asking
from rawi.cli.streams import write
from rawi.cli.targets import refuse_target, write_target

KINDS = (
    "documents",
    "statements",
    "figures",
    "events",
    "entities",
    "duplicates",
    "stories",
    "recurrences",
    "series",
    "comparisons",
    "incidents",
)


@click.command("export")
@click.argument("kind", type=click.Choice(KINDS), metavar="KIND")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", help="JSON lines.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")
@asking
def command(session: Session, kind: str, form: str, output: str | None) -> int:
    """Print all rows of KIND, each with its id, document, span and words.

    KIND: documents, statements, figures, events; entities, one row each across documents; duplicates,
    stories, recurrences, series, comparisons and incidents, brought up to date.
    """
    from rawi.views.jsonl import encode_envelope, encode_line

    refuse_target("--output", output, session.path)
    with session.open_ledger() as ledger:
        rows = ledger.export(kind)
        lines = [encode_envelope(f"export.{kind}", list(rows))] if session.json else map(encode_line, rows)
        if output is None:
            for line in lines:
                write(line)
        else:
            write_target(output, lines)
    return 0
