"""``rawi export``: all rows of a kind, and events as sheets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from rawi.cli.events import find_asked
from rawi.cli.faults import Fault
from rawi.cli.session import Session, asked, asking
from rawi.cli.streams import write
from rawi.cli.targets import refuse_target, write_target

if TYPE_CHECKING:
    from rawi.ledger.ledger import Ledger
    from rawi.views.exports.writing import Order

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
_FORMATS = ("jsonl", "csv", "xlsx", "acled-like", "ucdp-like")
_DAYS = ("on", "since", "until")


class _Export(click.Command):
    """The command; of ``html`` the one of its own."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the arguments; what follows ``html`` is read by ``rawi export html``."""
        if args[:1] == ["html"]:
            from rawi.cli.onefile import command as html

            return html.make_context(f"{info_name} html", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


@click.command("export", cls=_Export)
@click.argument("kind", type=click.Choice(KINDS), metavar="KIND")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="jsonl",
    help="JSON lines; of events also a table of entries or a sheet of incidents.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")
@click.option("--on", metavar="DATE", help="Events: that happened on this day, or in this month or year.")
@click.option("--since", metavar="DATE", help="Events: that happened on this day or later.")
@click.option("--until", metavar="DATE", help="Events: that happened on this day or earlier.")
@click.option("--type", metavar="TYPE", help="Events: of this type, as rawi events takes it.")
@click.option("--place", metavar="NAME", help="Events: there, or in an area or country of this name.")
@click.option("--certain", "confidence", flag_value="certain", help="Events: that are certain in a report.")
@click.option("--headers", type=click.Choice(["en", "ar"]), default="en", help="Tables: names of columns.")
@click.option("--append", is_flag=True, help="Sheets: add to FILE; rows that stand there are not changed.")
@asking
def command(session: Session, kind: str, form: str, output: str | None, **known: Any) -> int:
    """Print all rows of KIND, each with its id, document, span and words.

    KIND: documents, statements, figures, events; entities, one row each across documents; duplicates,
    stories, recurrences, series, comparisons and incidents, brought up to date. Sheets of events (acled-like,
    ucdp-like) have one row an incident, with the words behind every cell; they are made by Rawi, and are
    neither ACLED's nor UCDP's.

    rawi export html --help tells of one file with what is chosen, its context and its proof.
    """
    from rawi.views.exports.writing import Asked, Order

    wanted = Asked(*(known[name] for name in Asked._fields))
    order = Order(form, wanted, known["headers"], known["append"])
    _refuse(kind, output, order)
    if wanted.type is not None:
        find_asked(wanted.type)
    refuse_target("--output", output, session.path)
    with session.open_ledger() as ledger, asked("/".join(f"--{one}" for one in _DAYS if known[one])):
        if form == "jsonl":
            return _print_lines(session, ledger, kind, order, output)
        if output is not None:
            return _write_sheet(session, ledger, order, output)
        return _print_table(session, ledger, order)


def _refuse(kind: str, output: str | None, order: Order) -> None:
    """Raise wrong usage of options that do not go together."""
    if kind != "events" and order.format != "jsonl":
        raise Fault("usage.value", f"--format {order.format}", f"{kind} are exported as jsonl")
    if kind != "events" and any(order.asked):
        raise Fault("usage.value", kind, "only events are asked for by day, type, place and --certain")
    if order.format == "xlsx" and output is None:
        raise Fault("usage.value", "--format xlsx", "a workbook is written to a file", "-o FILE.xlsx")
    if order.append and (output is None or order.format not in ("acled-like", "ucdp-like")):
        raise Fault("usage.value", "--append", "adds to a sheet of incidents", "--format acled-like -o FILE")


def _print_lines(session: Session, ledger: Ledger, kind: str, order: Order, output: str | None) -> int:
    """Print or write the rows of the ledger."""
    from rawi.views.exports.keeping import refuse_lines
    from rawi.views.exports.rows import export_rows
    from rawi.views.jsonl import encode_envelope, encode_line

    if output is not None:
        refuse_lines(output)
    rows = export_rows(ledger, kind, order)
    lines: Iterable[bytes]
    lines = [encode_envelope(f"export.{kind}", list(rows))] if session.json else map(encode_line, rows)
    if output is None:
        for line in lines:
            write(line)
    else:
        write_target(output, lines)
    return 0


def _write_sheet(session: Session, ledger: Ledger, order: Order, output: str) -> int:
    """Write events into a file, and tell which files were written."""
    from rawi.views.exports.writing import find_files, write_sheet
    from rawi.views.jsonl import encode_object

    for file in find_files(output, order.format).values():
        refuse_target("--output", file, session.path)
    session.renew(ledger)
    made = write_sheet(ledger, output, order, write_target)
    if session.json:
        write(encode_object("export.events", **made._asdict()))
    else:
        corrected = f", {made.corrections} corrections" if order.append else ""
        session.say(f"{', '.join(made.files) or output}: {made.rows} new rows{corrected}")
    return 0


def _print_table(session: Session, ledger: Ledger, order: Order) -> int:
    """Print the table of events as CSV, or as data with the evidence of every cell."""
    from rawi.views.exports.columns import name_columns
    from rawi.views.exports.delimited import write_csv
    from rawi.views.exports.rows import read_rows
    from rawi.views.exports.writing import build_sheet
    from rawi.views.jsonl import encode_envelope

    session.renew(ledger)
    tables = build_sheet(ledger, order)
    if session.json:
        write(encode_envelope("export.events", read_rows(tables), format=order.format))
    else:
        first = tables[0]
        write(write_csv(first, name_columns(first.columns, order.headers), bom=False))
    return 0
