"""``rawi add``: articles into the ledger."""

from __future__ import annotations

from typing import Any

import click

from rawi.cli.inputs import inputs, run_until_stopped, stated_of, tell_added, tell_end
from rawi.cli.progress import Progress
from rawi.cli.session import Session, adding
from rawi.cli.targets import refuse_target


@click.command("add")
@inputs
@adding
def command(session: Session, paths: tuple[str, ...], report: str | None, **stated: Any) -> int:
    """Store articles with their original bytes and what they say; what the ledger has is skipped.

    PATH is as in rawi extract. Run it again to go on where it stopped: a second run adds nothing.
    Exits with 1 if some inputs were refused; the rest is stored.
    """
    from rawi.ingest.run import Run, Stated

    refuse_target("--report", report, session.path, paths)
    known = Stated(**stated_of(stated))
    with session.open_ledger(create=True) as ledger:
        with Progress("add", paths, session.progress and not session.quiet) as progress:
            run = Run(paths, known, stated["jobs"], progress.watch)
            stopped = run_until_stopped(lambda: run.add(ledger), run.report, report)
        tell_added(session, "add", run.report(), ledger.counts())
    if run.failed:
        session.say(
            "stopped at the first refusal; what is counted above is kept. To go on, mend or leave out"
        )
        session.say("the input named below and run the same command again. / توقف عند أول رفض.")
    return tell_end(session, run.report(), stopped=stopped)
