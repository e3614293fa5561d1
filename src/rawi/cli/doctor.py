"""``rawi doctor``: is everything here that rawi needs, and can this terminal show Arabic."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator

import click
import msgspec

from rawi.cli.session import Session, asking
from rawi.cli.streams import on_terminal, write

_LINE = "السلام عليكم ‎—‎ 40 ألف"


class Finding(msgspec.Struct, frozen=True):
    """One thing that was looked at: is it well, and what was seen."""

    name: str
    well: bool
    seen: str


@click.command("doctor")
@asking
def command(session: Session) -> int:
    """Check the installation, the terminal and the ledger; exits with 1 if something is wrong."""
    from rawi.views.jsonl import encode_object

    findings = list(_examine(session))
    if session.json:
        write(encode_object("doctor", well=all(one.well for one in findings), findings=findings))
    else:
        lines = [f"{'ok ' if one.well else 'BAD'}  {one.name:<11} {one.seen}" for one in findings]
        write("\n".join([*lines, "", *_test_line(), ""]).encode("utf-8", "replace"))
    return 0 if all(one.well for one in findings) else 1


def _test_line() -> Iterator[str]:
    """Yield a line by which people see whether their terminal joins Arabic letters."""
    yield "The letters of the next line should join, and run from right to left:"
    yield f"    {_LINE}"
    yield "If they stand apart or run backwards, it is the terminal: try another, or --format html."


def _examine(session: Session) -> Iterator[Finding]:
    """Yield what is found, one thing after another."""
    yield Finding(
        "python", sys.version_info >= (3, 11), f"{platform.python_version()} on {platform.system()}"
    )
    yield _tried("rawi", _version)
    yield _tried("extractor", _extract)
    yield _tried("sqlite", _sqlite)
    encoding = (sys.stdout.encoding or "?").lower()
    where = "a terminal" if on_terminal() else "no terminal"
    yield Finding("output", "utf" in encoding, f"{encoding}, {where}")
    yield _tried("ledger", lambda: _ledger(session))
    yield _tried("accounts", lambda: _accounts(session))


def _tried(name: str, look: Callable[[], str]) -> Finding:
    """Return what ``look`` sees, or the error that it meets."""
    try:
        return Finding(name, True, look())
    except Exception as error:  # noqa: BLE001 - whatever is wrong is what the doctor was asked for
        return Finding(name, False, f"{type(error).__name__}: {error}")


def _version() -> str:
    """Return the version and what names the extractor."""
    from rawi.ingest.provenance import extractor_name

    return extractor_name()


def _extract() -> str:
    """Extract from one sentence and return how much was found."""
    from rawi.pipeline import extract

    record = extract("قال سليم الدوري إن الجسر سيفتح غدا.", published="2024-05-01")
    if not record.statements:
        raise ValueError("it finds no statement in its own example")
    return f"{len(record.statements)} statement in its example"


def _sqlite() -> str:
    """Return SQLite's version, and how it keeps writes from being lost."""
    import apsw

    from rawi.ledger.sqlite import wal_is_safe

    version = apsw.sqlite_lib_version()
    return f"{version}, {'write-ahead log' if wal_is_safe(version) else 'rollback journal, which is safe'}"


def _ledger(session: Session) -> str:
    """Return what the ledger holds."""
    if not os.path.exists(session.path):
        return f"none at {session.path} yet"
    with session.open_ledger() as ledger:
        counts = ledger.counts()
    return f"{session.path}: {counts.documents:,} documents; rawi verify checks them"


def _accounts(session: Session) -> str:
    """Return how many accounts there are beside the ledger; ValueError if others may read their file."""
    from rawi.web.accounts.store import Accounts, beside

    path = beside(session.path)
    if not os.path.exists(path):
        return "none; only this machine is served"
    mode = os.stat(path).st_mode & 0o777
    if os.name == "posix" and mode & 0o077:
        raise ValueError(f"{path}: others may read it (mode {mode:o}); chmod 600 {path}")
    return f"{path}: {len(Accounts(path).all())}, readable by its owner alone"
