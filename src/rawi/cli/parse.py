"""``rawi parse``: numbers, quantities and dates outside any article."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from rawi.cli.faults import Fault, render_fault
from rawi.cli.session import Session, plain
from rawi.cli.streams import say, write

if TYPE_CHECKING:
    from rawi.model.conventions import Conventions
    from rawi.parsing import Task

TASKS: tuple[Task, ...] = ("number", "ordinal", "quantity", "money", "date", "datetime", "duration")


_SHOWN = 3  # bad lines told of in full; of the others the number


def _parse_moment(ctx: click.Context, _: click.Parameter, value: str | None) -> str | None:
    """Return ``--reference`` as it is; wrong usage if it is no year, month, day or moment."""
    from rawi.errors import ParseError
    from rawi.parsing import check_reference

    try:
        return check_reference(value)
    except ParseError as error:
        raise Fault("usage.value", "--reference", str(error)) from error


def _parse_conventions(ctx: click.Context, _: click.Parameter, value: tuple[str, ...]) -> Conventions:
    """Return the conventions that ``--convention NAME=VALUE`` change; wrong usage if there is no such one."""
    from rawi.errors import ParseError
    from rawi.model.conventions import read_conventions

    named = (one.partition("=") for one in value)
    settings = {name.replace("-", "_"): choice for name, _, choice in named}
    try:
        return read_conventions(settings)
    except ParseError as error:
        raise Fault("usage.value", "--convention", str(error), "NAME=VALUE, docs/guide/values.md") from error


@click.command("parse")
@click.argument("text", required=False)
@click.option("--task", type=click.Choice(TASKS), default="number", help="What to read in TEXT.")
@click.option(
    "--reference", metavar="MOMENT", callback=_parse_moment, help="From when relative dates count (ISO)."
)
@click.option(
    "--convention",
    "conventions",
    multiple=True,
    metavar="NAME=VALUE",
    callback=_parse_conventions,
    help="What careful readers differ on: week_start, weekday, month, middle, half_day, window, few.",
)
@plain
def command(
    session: Session, text: str | None, task: str, reference: str | None, conventions: Conventions
) -> int:
    """Read the values in TEXT; without it, or with -, answer lines of JSON from stdin, one line for each.

    A line is {"text", "task"} and, if you like, "suite", "id", "reference", "lang", "conventions"; its answer
    is {"suite", "id", "values"}. A line that is none gets an answer with "error", and the exit code is 1.
    """
    from rawi.parsing import parse
    from rawi.views.jsonl import encode_envelope, encode_line

    if text not in (None, "-"):
        values = parse(text or "", task, reference, conventions=conventions)
        write(encode_envelope("parse", values) if session.json else b"".join(map(encode_line, values)))
        return session.empty(len(values))
    answers = _Answers(conventions)
    if session.json:
        write(encode_envelope("parse", list(answers.values()), errors=answers.errors))
    else:
        for answer in answers.values():
            write(encode_line(answer))
    return 1 if answers.errors else 0


class _Answers:
    """The answers to the lines of stdin, and what was wrong with some of them."""

    def __init__(self, conventions: Conventions) -> None:
        self.errors: list[dict[str, object]] = []
        self._conventions = conventions

    def values(self) -> Iterator[object]:
        """Yield an answer for each line that is not blank."""
        from rawi.errors import ParseError
        from rawi.parsing import parse_lines

        for number, line in enumerate(sys.stdin.buffer, 1):
            try:
                yield from map(_raw, parse_lines([line], self._conventions))
            except ParseError as error:
                why = str(error).removeprefix("line 1: ")
                self.errors.append({"line": number, "code": "parse.line", "message": why})
                if len(self.errors) <= _SHOWN:
                    say(render_fault(Fault("parse.line", f"line {number}", why)))
                yield {**_names(line), "values": [], "error": f"line {number}: {why}"}
        if len(self.errors) > _SHOWN:
            say(f"… {len(self.errors) - _SHOWN} more")


def _names(line: bytes) -> dict[str, str]:
    """Return the suite and id of a line that is no question, as far as they can be read."""
    import msgspec

    try:
        found = msgspec.json.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        found = {}
    named = found if isinstance(found, dict) else {}
    return {name: str(named.get(name, "")) for name in ("suite", "id")}


def _raw(line: str) -> object:
    """Return a line of JSON as something that is encoded as it is."""
    import msgspec

    return msgspec.Raw(line.encode())
