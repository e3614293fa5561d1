"""What ``extract`` and ``add`` share: their arguments, their progress, and the account at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from rawi.cli.faults import Fault, render_fault
from rawi.cli.session import Session
from rawi.cli.streams import say, write
from rawi.cli.targets import write_target

if TYPE_CHECKING:
    from rawi.ledger.results import Counts
    from rawi.model.source import Columns, Report

F = TypeVar("F", bound=Callable[..., Any])
_MOST_TOLD = 5


def _parse_day(ctx: click.Context, _: click.Parameter, value: str | None) -> str | None:
    """Return ``--published`` as EDTF; wrong usage if it is no date."""
    from rawi.documents.published import parse_published
    from rawi.errors import ParseError

    try:
        return parse_published(value) if value else None
    except ParseError as error:
        raise Fault("usage.value", "--published", str(error)) from error


def _parse_map(ctx: click.Context, _: click.Parameter, value: str | None) -> Columns | None:
    """Return ``--map`` as columns; wrong usage if it names a field that there is not, or one twice."""
    from rawi.model.source import Columns
    from rawi.sources.rows import COLUMNS

    if value is None:
        return None
    told: dict[str, str] = {}
    for pair in value.replace("\u060c", ",").split(","):
        field, _equals, name = (part.strip() for part in pair.partition("="))
        if field.lower() not in COLUMNS or not name or field.lower() in told:
            why = f"{pair.strip()!r}; it is FIELD=COLUMN, each field once: {', '.join(COLUMNS)}"
            raise Fault("usage.value", "--map", why, "--map text=النص,title=العنوان")
        told[field.lower()] = name
    return Columns(**told)


def _adding(function: F, *options: Callable[[F], F]) -> F:
    """Add options to a function, shown in their order."""
    for option in reversed(options):
        function = option(function)
    return function


def stating(function: F) -> F:
    """Add what is stated of all inputs: day, outlet, names of columns."""
    return _adding(
        function,
        click.option(
            "--published",
            metavar="DATE",
            callback=_parse_day,
            help="Day, month or year of what does not state its own.",
        ),
        click.option("--outlet", metavar="NAME", help="Outlet of what does not state its own."),
        click.option(
            "--map",
            "columns",
            metavar="FIELD=COLUMN,...",
            callback=_parse_map,
            help="Columns of tables and JSON under other names.",
        ),
    )


def inputs(function: F) -> F:
    """Add the arguments that describe inputs: paths, what is known of them, report, jobs."""
    function = _adding(
        function,
        click.option(
            "--fail-fast/--keep-going", default=False, help="Stop at the first refusal; else do the rest."
        ),
        click.option(
            "--jobs", type=click.IntRange(1, 256), default=1, metavar="N", help="Processes that extract."
        ),
        click.option("--report", metavar="FILE", help="Write what became of every input, as JSON."),
    )
    paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.UNPROCESSED)
    return _adding(stating(function), paths)


def stated_of(options: dict[str, Any]) -> dict[str, Any]:
    """Return what the options say of all inputs, as ``rawi.ingest.run.Stated`` takes it."""
    return {name: options[name] for name in ("published", "outlet", "columns", "fail_fast")}


def run_until_stopped(work: Callable[[], object], told: Callable[[], Report], report: str | None) -> bool:
    """Do the work, write the report of what is ``told`` in the end, and tell whether the user stopped it."""
    from rawi.ingest.run import Interrupted

    try:
        work()
    except Interrupted:
        return True
    finally:
        write_report(report, told())
    return False


def write_report(path: str | None, report: Report) -> None:
    """Write the report where the user wants it; a Fault if that cannot be."""
    import msgspec

    if path is None:
        return
    write_target(path, [msgspec.json.format(msgspec.json.encode(report), indent=1) + b"\n"])


def tell_refusals(session: Session, report: Report) -> int:
    """Say on stderr what was refused, a few in full and the rest by number; return the exit code."""
    told = [fault for one in report.inputs for fault in _faults_of(one)]
    for fault in told[:_MOST_TOLD]:
        say(render_fault(fault))
    if more := Counter(fault.code for fault in told[_MOST_TOLD:]):
        listed = ", ".join(f"{code} × {number}" for code, number in sorted(more.items()))
        say(f"and {sum(more.values())} more: {listed}; --report FILE lists all")
    return 1 if report.totals.rejected else 0


def _faults_of(one: Any) -> list[Fault]:
    """Return what is to be told of one input: why it was refused as a whole, or its first bad part."""
    if one.outcome == "rejected":
        return [Fault(one.code or "source", one.path, one.message or "")]
    if not one.bad:
        return []
    why = f"{one.bad} refused, {one.documents + one.duplicates} read; first: {one.message or ''}"
    return [Fault(one.code or "source", one.path, why)]


def list_errors(report: Report) -> list[dict[str, Any]]:
    """Return what was refused, for ``--json``."""
    return [
        {"path": one.path, "code": one.code, "message": one.message, "bad": one.bad}
        for one in report.inputs
        if one.outcome == "rejected" or one.bad
    ]


def tell_added(session: Session, name: str, report: Report, counts: Counts) -> None:
    """Print what became of the inputs and what the ledger holds now; ``name`` is that of the schema."""
    from rawi.views.jsonl import encode_object

    totals = report.totals
    if session.json:
        fields = {"ledger": session.path, "totals": totals, "counts": counts, "errors": list_errors(report)}
        write(encode_object(name, **fields))
        return
    came = f"{totals.stored} stored, {totals.duplicates} known already, {totals.rejected} refused"
    holds = f"{counts.documents} documents, {counts.statements} statements, {counts.figures} figures"
    write(f"{came}\n{session.path}: {holds}\n".encode())


def tell_end(session: Session, report: Report, *, stopped: bool) -> int:
    """Say what was refused, or that the user stopped it; return the exit code."""
    if not stopped:
        return tell_refusals(session, report)
    session.say("stopped; what is counted above is kept. To go on, run the same command again.")
    session.say("توقف؛ ما ذُكر أعلاه محفوظ. للمتابعة أعد الأمر نفسه.")
    return 130
