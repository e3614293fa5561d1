"""``rawi fetch``: pages from the web into the ledger."""

from __future__ import annotations

from typing import Any

import click

from rawi.cli.faults import Fault
from rawi.cli.inputs import run_until_stopped, tell_added, tell_end
from rawi.cli.network import build_client, build_policy, going_out
from rawi.cli.progress import Progress
from rawi.cli.session import Session, adding
from rawi.cli.targets import refuse_target

_MOST_BYTES = 1 << 24  # of a list of addresses


@click.command("fetch")
@click.argument("urls", nargs=-1, metavar="URL...", type=click.UNPROCESSED)
@click.option("--from", "listed", metavar="FILE", help="Addresses from a file, one a line; - for stdin.")
@click.option("--outlet", metavar="NAME", help="Outlet of what does not state its own.")
@going_out
@adding
def command(
    session: Session,
    urls: tuple[str, ...],
    listed: str | None,
    outlet: str | None,
    report: str | None,
    **limits: Any,
) -> int:
    """Fetch pages and store them with their bytes, the moment, the address and the headers of the answer.

    Opens connections, to public machines only, and to nobody else than the addresses that you name. What did
    not change since the last fetch is not stored again. Exits with 1 if some addresses were refused.
    """
    from rawi.ingest.fetching import known_pages
    from rawi.ingest.run import Run, Stated
    from rawi.sources.web.pages import fetch_pages

    refuse_target("--report", report, session.path, (listed,) if listed else ())
    named = list(dict.fromkeys([*urls, *(_read_list(listed) if listed else ())]))
    if not named:
        raise Fault("usage", "rawi fetch", "no address was named", "rawi fetch --help")
    client = build_client(build_policy(**limits))
    with session.open_ledger(create=True) as ledger:
        with Progress("fetch", (), session.progress) as progress:
            outcomes = fetch_pages(named, client, known_pages(ledger))
            run = Run(stated=Stated(outlet=outlet), watch=progress.watch, outcomes=outcomes, group=1)
            stopped = run_until_stopped(lambda: run.add(ledger), run.report, report)
        tell_added(session, "fetch", run.report(), ledger.counts())
    return tell_end(session, run.report(), stopped=stopped)


def _read_list(path: str) -> list[str]:
    """Return the addresses in a file, one a line; empty lines and lines with # at the beginning are none."""
    with click.open_file(path, "rb") as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise Fault("source.too-large", path, f"more than {_MOST_BYTES} bytes")
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise Fault("usage.value", f"--from {path}", "it is not UTF-8") from error
    words = (line.strip() for line in lines)
    return [one for one in words if one and not one.startswith("#")]
