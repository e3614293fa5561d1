"""``rawi corpus``: the same extraction over more articles than one ledger is for."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from rawi.cli.faults import Fault, find_fault, render_fault
from rawi.cli.inputs import stating
from rawi.cli.progress import Progress
from rawi.cli.session import Session, plain, working
from rawi.cli.streams import say, write

if TYPE_CHECKING:
    from rawi.corpus.run import Crew, Result

F = TypeVar("F", bound=Callable[..., Any])
_MOST_TOLD = 5
_MIB = 1 << 20
_MOST = 1_000_000


_TOLD = {
    "local": "processes of this machine",
    "daft": "Daft on this machine",
    "ray": "Daft on a Ray cluster",
}


def _finite(_: click.Context, option: click.Parameter, value: float | None) -> float | None:
    """Return a number of seconds or MiB; wrong usage if it is none that time or memory has."""
    if value is not None and not 0 < value <= _MOST:
        raise Fault("usage.value", option.opts[0], f"{value}: a number up to {_MOST}")
    return value


def _runs(*runners: str) -> Callable[[F], F]:
    """Return a decorator that adds who does the work; the first of the runners if it is not said."""
    told = "; ".join(_TOLD[one] for one in runners)
    options = (
        click.option(
            "--runner",
            type=click.Choice(runners),
            default=runners[0],
            help=f"{told[0].upper()}{told[1:]}.",
        ),
        click.option(
            "--address", metavar="HOST:PORT", help="The Ray cluster; one is started here if not given."
        ),
        click.option(
            "--jobs",
            type=click.IntRange(1, 4096),
            metavar="N",
            help="Processes at work; as many as processors.",
        ),
    )

    def decorate(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


@click.group("corpus")
def command() -> None:
    """Years of crawls into Parquet, on one machine or on a cluster; each takes --json.

    rawi add --parquet DIR takes what came of it into a ledger. Needs the extra: pip install 'rawi[corpus]'.
    """


@command.command("extract")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.UNPROCESSED)
@click.option(
    "--out", required=True, metavar="DIR", help="Where the Parquet files go; empty, or of this run."
)
@_runs("local", "daft", "ray")
@stating
@click.option(
    "--time-limit",
    "limit",
    type=click.FloatRange(1),
    callback=_finite,
    default=60.0,
    metavar="SECONDS",
    help="For one document; 60 if not given.",
)
@click.option(
    "--partition",
    type=click.FloatRange(0.001),
    callback=_finite,
    metavar="MIB",
    help="MiB of input in a partition; 1 to 16 by size.",
)
@working
def extract(session: Session, paths: tuple[str, ...], out: str, **told: Any) -> int:
    """Extract everything in PATH... into Parquet below DIR; run again, it goes on where it stopped.

    PATH is a file, folder, pattern ("crawl/**/*.warc.gz") or URL (s3://, gs://, az://, https://) of any
    format that rawi extract reads, or Parquet. Exits with 1 if some of it was refused; the rest is done.
    """
    from rawi.corpus.run import extract_corpus
    from rawi.model.corpus import CorpusOptions

    _refuse_out(out, paths)
    options = CorpusOptions(told["published"], told["outlet"], told["columns"], limit=told["limit"])
    target = int(told["partition"] * _MIB) if told["partition"] else None
    with Progress("corpus", (), session.progress) as progress:
        try:
            result = extract_corpus(paths, out, options, _crew(told), _Watching(progress), target)
        except KeyboardInterrupt:
            progress.__exit__(None, None, None)
            session.say("stopped; partitions that were done are kept. To go on, run the same command again.")
            session.say("توقف؛ ما اكتمل محفوظ. للمتابعة أعد الأمر نفسه.")
            return 130
    return _tell(session, out, result)


def _refuse_out(out: str, paths: tuple[str, ...]) -> None:
    """Raise wrong usage where the result would lie among what is read, or where no folder can be."""
    place = os.path.realpath(out)
    if os.path.lexists(out) and not os.path.isdir(out):
        raise Fault("usage.target", f"--out {out}", "this is no folder")
    for path in paths:
        folder = os.path.realpath(path)
        if os.path.isdir(path) and os.path.commonpath([place, folder]) == folder:
            raise Fault("usage.target", f"--out {out}", f"this lies in {path}, which is read")


def _crew(told: dict[str, Any]) -> Crew:
    """Return who does the work."""
    from rawi.corpus.run import Crew

    if told["address"] and told["runner"] != "ray":
        raise Fault("usage.value", "--address", "this is of a Ray cluster: add --runner ray")
    own = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Crew(told["runner"], told["jobs"] or own, told["address"])


class _Watching:
    """Shows how a run goes."""

    def __init__(self, shown: Progress) -> None:
        self.planned = shown.expect
        self._shown = shown

    def document(self) -> None:
        """Take note of a document."""
        self._shown.watch("stored")

    def partition(self) -> None:
        """Take note of a partition."""
        self._shown.watch("finished")


def _tell(session: Session, out: str, result: Result) -> int:
    """Print what came of a run; return the exit code."""
    from rawi.views.jsonl import encode_object

    for error in result.failed[:_MOST_TOLD]:
        say(render_fault(find_fault(error)))
    if result.manifest is None:
        session.say(f"{len(result.failed)} partitions were not done; run the same command again to try them")
        return 1
    totals = result.manifest.totals
    if session.json:
        write(encode_object("corpus", out=out, totals=totals))
    else:
        entries = ", ".join(f"{totals.rows[name]:,} {name}" for name in ("statements", "figures", "events"))
        write(
            f"{totals.documents_in:,} in = {totals.documents:,} documents + {totals.rejected:,} refused\n"
            f"{out}: {entries}, {totals.rows['entities']:,} entities\n".encode()
        )
        if totals.rejected:
            session.say(f"why: {os.path.join(out, 'rejected')}/*.parquet / أسباب الرفض هناك")
    return 1 if totals.rejected else 0


@command.command("relate")
@click.argument("folder", metavar="DIR", type=click.UNPROCESSED)
@_runs("daft", "ray")
@working
def relate(session: Session, folder: str, **told: Any) -> int:
    """Find copies, stories and names that may be one person's across a finished corpus.

    They are written below DIR/relations as Parquet: what a ledger of the same articles would find, by Daft.
    """
    from rawi.corpus.relating.account import render_related, render_step
    from rawi.corpus.relating.relate import relate_corpus
    from rawi.views.jsonl import encode_object

    shown = session.progress
    related = relate_corpus(folder, _crew(told), (lambda step: say(render_step(step))) if shown else None)
    if session.json:
        write(encode_object("corpus.relate", out=folder, related=related))
    else:
        write(f"{render_related(related, folder)}\n".encode())
    return 0


@command.command("check")
@click.argument("folder", metavar="DIR", type=click.UNPROCESSED)
@plain
def check(session: Session, folder: str) -> int:
    """Compare every file of a corpus with its manifest; exits with 4 if one is not what was written."""
    from rawi.corpus.checking import check_corpus
    from rawi.views.jsonl import encode_object

    faults = list(check_corpus(folder))
    if session.json:
        write(encode_object("corpus.check", out=folder, faults=faults))
    else:
        for fault in faults:
            say(render_fault(Fault("corpus.damaged", fault.path, fault.message)))
        if not faults:
            write("every file is what was written / كل ملف كما كُتب\n".encode())
    return 4 if faults else 0
