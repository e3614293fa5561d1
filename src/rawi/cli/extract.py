"""``rawi extract``: articles in, records out; no ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from rawi.cli.inputs import inputs, list_errors, stated_of, tell_refusals, write_report
from rawi.cli.progress import Progress
from rawi.cli.session import Session, working
from rawi.cli.streams import write
from rawi.cli.targets import refuse_target

if TYPE_CHECKING:
    from rawi.ingest.run import Run
    from rawi.model.record import Record


def _open_weights(_: click.Context, __: click.Parameter, path: str | None) -> str | None:
    """Return ``--weights`` once it is sure that the file holds weights; WeightsError if not."""
    if path is not None:
        from rawi.annotations.relabeling import open_weights

        open_weights(path)
    return path


@click.command("extract")
@inputs
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "cards", "html"]),
    default="jsonl",
    help="JSON lines; cards of statements, figures and events; or one page (self-contained, right to left).",
)
@click.option("--weights", metavar="FILE", callback=_open_weights, help="Other weights for names.")
@working
def command(session: Session, paths: tuple[str, ...], form: str, report: str | None, **stated: Any) -> int:
    """Read articles and print what they say, one record for each: who said what, how many, what happened; no
    ledger.

    PATH is a file or folder of .txt, .html, .mht, .eml, .mbox, .xml (RSS, Atom), .json, .jsonl, .csv, .xlsx,
    .warc, .wacz, .zip, each also as .gz, or - for stdin. Exits with 1 if some inputs were refused; the rest
    is done.
    """
    from rawi.ingest.run import Interrupted, Run, Stated

    refuse_target("--report", report, session.path, paths)
    known = Stated(**stated_of(stated), weights=stated["weights"])
    with Progress("extract", paths, session.progress) as progress:
        run = Run(paths, known, stated["jobs"], progress.watch)
        try:
            _print(session, run, "json" if session.json else form)
        except Interrupted as stop:
            progress.__exit__(None, None, None)
            session.say(f"stopped / توقف: {stop.report.totals.stored} documents were printed, whole")
            session.say("extract begins anew each time; rawi add goes on where it stopped")
            return 130
        finally:
            write_report(report, run.report())
    if run.failed:
        session.say(f"stopped at the first refusal / توقف عند أول رفض: {run.report().totals.stored} printed")
    return tell_refusals(session, run.report())


def _print(session: Session, run: Run, form: str) -> None:
    """Print the records in the form that was asked for."""
    if form == "json":
        from rawi.views.jsonl import encode_envelope

        items = list(run.extract())
        write(encode_envelope("extract", items, errors=list_errors(run.report())))
        return
    for piece in _pieces(session, run.extract(), form):
        write(piece)


def _pieces(session: Session, records: Iterable[Record], form: str) -> Iterator[bytes]:
    """Yield the output piece by piece."""
    from rawi.views.html import render_page
    from rawi.views.jsonl import encode_line
    from rawi.views.record import render_record

    if form == "html":
        yield from (
            piece.encode("utf-8", "replace") for piece in render_page(records, session.language or "ar")
        )
    elif form == "cards":
        screen = session.screen()
        for number, record in enumerate(records):
            yield f"{chr(10) * 2 if number else ''}{render_record(record, screen)}\n".encode(
                "utf-8", "replace"
            )
    else:
        yield from map(encode_line, records)
