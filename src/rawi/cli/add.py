"""``rawi add``: articles into the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from rawi.cli.inputs import inputs, list_errors, tell_refusals, write_report
from rawi.cli.progress import Progress
from rawi.cli.session import Session, adding
from rawi.cli.streams import write
from rawi.cli.targets import refuse_target

if TYPE_CHECKING:
    from rawi.ledger.results import Counts
    from rawi.model.source import Report


@click.command("add")
@inputs
@adding
def command(session: Session, paths: tuple[str, ...], report: str | None, **stated: Any) -> int:
    """Store articles with their original bytes and what they say; what the ledger has is skipped.

    PATH is as in rawi extract. Run it again to go on where it stopped: a second run adds nothing.
    Exits with 1 if some inputs were refused; the rest is stored.
    """
    from rawi.ingest.run import Interrupted, Run, Stated

    refuse_target("--report", report, session.path, paths)
    known = Stated(stated["published"], stated["outlet"])
    with session.open_ledger(create=True) as ledger:
        with Progress("add", paths, session.progress and not session.quiet) as progress:
            run = Run(paths, known, stated["jobs"], progress.watch)
            try:
                run.add(ledger)
                stopped = False
            except Interrupted:
                stopped = True
            finally:
                write_report(report, run.report())
        _tell(session, run.report(), ledger.counts())
    if stopped:
        session.say("stopped; what is counted above is kept. To go on, run the same command again.")
        session.say("توقف؛ ما ذُكر أعلاه محفوظ. للمتابعة أعد الأمر نفسه.")
        return 130
    return tell_refusals(session, run.report())


def _tell(session: Session, report: Report, counts: Counts) -> None:
    """Print what became of the inputs and what the ledger holds now."""
    from rawi.views.jsonl import encode_object

    totals = report.totals
    if session.json:
        fields = {"ledger": session.path, "totals": totals, "counts": counts, "errors": list_errors(report)}
        write(encode_object("add", **fields))
        return
    came = f"{totals.stored} stored, {totals.duplicates} known already, {totals.rejected} refused"
    holds = f"{counts.documents} documents, {counts.statements} statements, {counts.figures} figures"
    write(f"{came}\n{session.path}: {holds}\n".encode())
