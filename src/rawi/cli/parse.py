"""``rawi parse``: numbers, quantities and dates outside any article."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import click

from rawi.cli.faults import Fault, render_fault
from rawi.cli.session import Session, plain
from rawi.cli.streams import say, write

if TYPE_CHECKING:
    from rawi.parsing import Task

TASKS: tuple[Task, ...] = ("number", "ordinal", "quantity", "money", "date", "datetime", "duration")


_MOMENT = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T.+)?)?)?\Z")


def _parse_moment(ctx: click.Context, _: click.Parameter, value: str | None) -> str | None:
    """Return ``--reference`` as it is; wrong usage if it is no year, month, day or moment."""
    if value is None:
        return None
    try:
        if not _MOMENT.match(value):
            raise ValueError
        datetime.fromisoformat(value + {4: "-01-01", 7: "-01"}.get(len(value), ""))
    except ValueError as error:
        raise Fault("usage.value", "--reference", f"no date: {value[:60]!r}") from error
    return value


@click.command("parse")
@click.argument("text", required=False)
@click.option("--task", type=click.Choice(TASKS), default="number", help="What to read in TEXT.")
@click.option(
    "--reference", metavar="MOMENT", callback=_parse_moment, help="From when relative dates count (ISO)."
)
@plain
def command(session: Session, text: str | None, task: str, reference: str | None) -> int:
    """Read the values in TEXT; without it, answer lines of JSON from stdin, one line for each.

    A line is {"text", "task"} and, if you like, "suite", "id", "reference", "lang"; its answer is
    {"suite", "id", "values"}. A line that is none gets an answer with "error", and the exit code is 1.
    """
    from rawi.parsing import parse
    from rawi.views.jsonl import encode_envelope, encode_line

    if text is not None:
        values = parse(text, next(one for one in TASKS if one == task), reference)
        write(encode_envelope("parse", values) if session.json else b"".join(map(encode_line, values)))
        return session.empty(len(values))
    answers = _Answers()
    if session.json:
        write(encode_envelope("parse", list(answers.values()), errors=answers.errors))
    else:
        for answer in answers.values():
            write(encode_line(answer))
    return 1 if answers.errors else 0


class _Answers:
    """The answers to the lines of stdin, and what was wrong with some of them."""

    def __init__(self) -> None:
        self.errors: list[dict[str, object]] = []

    def values(self) -> Iterator[object]:
        """Yield an answer for each line that is not blank."""
        from rawi.errors import ParseError
        from rawi.parsing import parse_lines

        for number, line in enumerate(sys.stdin.buffer, 1):
            try:
                yield from map(_raw, parse_lines([line]))
            except ParseError as error:
                why = str(error).removeprefix("line 1: ")
                self.errors.append({"line": number, "code": "parse.line", "message": why})
                say(render_fault(Fault("parse.line", f"line {number}", why)))
                yield {"suite": "", "id": "", "values": [], "error": f"line {number}: {why}"}


def _raw(line: str) -> object:
    """Return a line of JSON as something that is encoded as it is."""
    import msgspec

    return msgspec.Raw(line.encode())
