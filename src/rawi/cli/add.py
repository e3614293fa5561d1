"""``rawi add``: articles, and corpora of them, into the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from rawi.cli.faults import Fault
from rawi.cli.inputs import inputs, run_until_stopped, stated_of, tell_added, tell_end
from rawi.cli.progress import Progress
from rawi.cli.session import Session, adding
from rawi.cli.targets import refuse_target

if TYPE_CHECKING:
    from rawi.corpus.loading import Loading
    from rawi.ingest.run import Run

#: Options of which a corpus has decided when it was made, by their names.
_DECIDED = {"published": "--published", "outlet": "--outlet", "columns": "--map", "jobs": "--jobs"}


@click.command("add")
@inputs
@click.option("--parquet", is_flag=True, help="PATH is a folder that rawi corpus extract made.")
@adding
def command(
    session: Session, paths: tuple[str, ...], report: str | None, parquet: bool, **stated: Any
) -> int:
    """Store articles with their original bytes and what they say; what the ledger has is skipped.

    PATH is as in rawi extract. Run it again to go on where it stopped: a second run adds nothing.
    Exits with 1 if some inputs were refused; the rest is stored.
    """
    refuse_target("--report", report, session.path, paths)
    progress = Progress("add", () if parquet else paths, session.progress)
    run = _open_corpora(paths, progress, stated) if parquet else _open_inputs(paths, progress, stated)
    with session.open_ledger(create=True) as ledger:
        with progress:
            if parquet:
                progress.expect(getattr(run, "partitions", 0), 0)
            stopped = run_until_stopped(lambda: run.add(ledger), run.report, report)
        tell_added(session, "add", run.report(), ledger.counts())
    if run.failed:
        session.say(
            "stopped at the first refusal; what is counted above is kept. To go on, mend or leave out"
        )
        session.say("the input named below and run the same command again. / توقف عند أول رفض.")
    return tell_end(session, run.report(), stopped=stopped)


def _open_inputs(paths: tuple[str, ...], progress: Progress, stated: dict[str, Any]) -> Run:
    """Return the run over articles."""
    from rawi.ingest.run import Run, Stated

    return Run(paths, Stated(**stated_of(stated)), stated["jobs"], progress.watch)


def _open_corpora(paths: tuple[str, ...], progress: Progress, stated: dict[str, Any]) -> Loading:
    """Return the run over corpora; wrong usage of what they have decided themselves."""
    from rawi.corpus.loading import Loading

    source = click.get_current_context().get_parameter_source
    for name, option in _DECIDED.items():
        if source(name) is not ParameterSource.DEFAULT:
            why = f"{option}: this was decided when the corpus was made; leave it out"
            raise Fault("usage", "--parquet", why, "rawi add --help")
    return Loading(paths, progress.watch, fail_fast=stated["fail_fast"])
