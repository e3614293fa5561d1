"""``rawi check``: a claim, or a sheet of claims, against the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from rawi.cli.faults import Fault, render_fault
from rawi.cli.session import Session, asked, asking
from rawi.cli.streams import say, write
from rawi.cli.targets import refuse_target, write_target

if TYPE_CHECKING:
    from rawi.cli.claims import ClaimRow
    from rawi.ledger.ledger import Ledger
    from rawi.views.labels import Language
    from rawi.views.sheets import CheckedRow

_FORMS = click.Choice(["jsonl", "csv"])
_MOST_TOLD = 3


@click.command("check")
@click.argument("claim", required=False)
@click.option("--batch", metavar="FILE", help="Claims of a table (.csv, .xlsx, .jsonl), or one a line.")
@click.option("--column", metavar="NAME", help="The column of the claims; else claim, text or the like.")
@click.option("--format", "form", type=_FORMS, help="Of --batch; else by the ending of FILE, else jsonl.")
@click.option("-o", "--output", metavar="FILE", help="Of --batch: write to FILE, whole or not at all.")
@asking
def command(
    session: Session,
    claim: str | None,
    batch: str | None,
    column: str | None,
    form: str | None,
    output: str | None,
) -> int:
    """Tell how CLAIM was read, the entries closest to it, other values of the same quantity, independent
    origins, and what is missing. It says what the entries say, not what is true."""
    from rawi.ledger.terms import split_words
    from rawi.views.checks import render_checked
    from rawi.views.jsonl import encode_object

    if (claim is None) == (batch is None):
        raise Fault("usage.value", "CLAIM", "either a claim or --batch FILE", 'rawi check "…"')
    refuse_target("--output", output, session.path, [batch] if batch else [])
    if claim is not None and not split_words(claim):
        raise Fault("usage.value", "CLAIM", "a claim has at least one word", 'rawi check "…"')
    with session.open_ledger() as ledger, asked("CLAIM"):
        session.renew(ledger)
        if batch is not None:
            return _check_batch(session, ledger, batch, column, _form(form, output), output)
        checked = ledger.check(claim or "")
    if session.json:
        write(encode_object("check", checked=checked))
    else:
        write(f"{render_checked(checked, session.screen())}\n".encode("utf-8", "replace"))
    return 0


def _form(form: str | None, output: str | None) -> str:
    """Return in which form rows are written."""
    return form or ("csv" if output and output.lower().endswith(".csv") else "jsonl")


def _check_batch(
    session: Session, ledger: Ledger, path: str, column: str | None, form: str, output: str | None
) -> int:
    """Check every claim of a file; a row that gives none is told, and the rest is done."""
    from rawi.cli.claims import read_claims
    from rawi.views.jsonl import encode_envelope
    from rawi.views.sheets import encode_rows

    faults: list[Fault] = []
    is_sheet = form == "csv" and not session.json
    language: Language = (session.language or "en") if is_sheet else "en"
    rows = _rows(ledger, read_claims(path, column), faults, path if is_sheet else None, language)
    if session.json:
        items = list(rows)
        errors = [{"path": one.where, "code": one.code, "message": one.why} for one in faults]
        write(encode_envelope("checks", items, errors=errors))
    elif output is not None:
        write_target(output, encode_rows(rows, form, session.language or "en", mark=True))
    else:
        for piece in encode_rows(rows, form, session.language or "en"):
            write(piece)
    for fault in faults[:_MOST_TOLD]:
        say(render_fault(fault))
    if len(faults) > _MOST_TOLD:
        say(f"… {len(faults) - _MOST_TOLD} more")
    return 1 if faults else 0


def _rows(
    ledger: Ledger,
    claims: Iterator[ClaimRow | Fault],
    faults: list[Any],
    sheet: str | None,
    language: Language,
) -> Iterator[CheckedRow]:
    """Yield a row for each claim; what gave none is put to the faults, and in its place where the answers go
    into a sheet (``sheet``, the name of the file of claims)."""
    from rawi.views.sheets import build_row, refuse_row

    for one in claims:
        if isinstance(one, Fault):
            faults.append(one)
            part = one.where.removeprefix(sheet).strip() if sheet else ""
            if part:
                yield refuse_row(part, f"{one.code}: {one.why}")
        else:
            yield build_row(one.row, one.id, ledger.check(one.claim), language)
