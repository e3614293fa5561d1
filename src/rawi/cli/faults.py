"""What a user is told when something goes wrong: a code, what happened, where, why, what to do."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files

import click

from rawi.errors import RawiError
from rawi.views.screen import visible

#: Exit codes that are not 1 (contract.md): wrong usage 2, ledger locked or newer 5, stopped by the user 130.
_EXITS = {
    "E301": 2,
    "E302": 2,
    "E307": 2,
    "E308": 2,
    "E204": 2,
    "E205": 2,
    "E403": 2,
    "E501": 2,
    "E502": 2,
    "E304": 5,
    "E305": 5,
    "corpus.busy": 5,
    "corpus.extra": 2,
    "corpus.missing": 2,
    "corpus.newer": 2,
    "corpus.not-empty": 2,
    "corpus.other-run": 2,
    "corpus.unfinished": 2,
    "corpus.weights": 2,
    "web.address": 2,
    "interrupted": 130,
}


class Fault(RawiError):
    """Something to be told to the user; ``code`` is stable, and it or its family is in the catalogue.

    ``where`` names the input or value, ``why`` adds what the catalogue cannot know, ``todo`` replaces its
    advice, ``advice`` is the entry of the catalogue whose advice is given in its place (``E307.story``).
    """

    def __init__(self, code: str, where: str = "", why: str = "", todo: str = "", advice: str = "") -> None:
        super().__init__(f"{where}: {why}")
        self.code, self.where, self.why, self.todo, self.advice = code, where, why, todo, advice

    @property
    def exit_code(self) -> int:
        """The code that the process exits with."""
        return 2 if self.code.startswith(("usage", "accounts")) else _EXITS.get(self.code, 1)


@cache
def load_catalogue() -> dict[str, dict[str, str]]:
    """Load what is said for each code."""
    return tomllib.loads(files("rawi.cli").joinpath("faults.toml").read_text("utf-8"))


def find_fault(error: BaseException) -> Fault:
    """Return an exception as what the user is told."""
    if isinstance(error, Fault):
        return error
    if isinstance(error, KeyboardInterrupt):
        return Fault("interrupted")
    if isinstance(error, RawiError):
        return Fault(error.code, why=str(error))
    if isinstance(error, click.ClickException):
        return Fault("usage", why=error.format_message(), todo=_help_of(error))
    if isinstance(error, OSError):
        code = "E103" if error.filename else "output"  # what writes files says so itself; stdout has no name
        return Fault(code, str(error.filename or ""), error.strerror or str(error))
    return Fault("internal", why=f"{type(error).__name__}: {error}")


@contextmanager
def advising(code: str, command: str) -> Iterator[None]:
    """Give a fault of this code the advice that the catalogue has for a command (``E307.story``)."""
    try:
        yield
    except RawiError as error:
        if error.code != code or isinstance(error, Fault):
            raise
        raise Fault(code, why=str(error), advice=f"{code}.{command}") from error


def _help_of(error: click.ClickException) -> str:
    """Return the command whose help tells what is right."""
    ctx = getattr(error, "ctx", None)
    return f"{ctx.command_path} --help" if ctx else ""


def render_fault(fault: Fault) -> str:
    """Return the message: code and what happened on the first line, then where, why and what to do."""
    said = find_entry(fault.code)
    lines = [f"error[{fault.code}] {said['what_ar']} / {said['what']}"]
    lines += [f"  {visible(part)}" for part in (fault.where, fault.why) if part and part != said["what"]]
    told = find_entry(fault.advice) if fault.advice else said
    advice = [fault.todo] if fault.todo else [told["todo_ar"], told["todo"]]
    return "\n".join([*lines, *(f"  → {one}" for one in advice)])


def find_entry(code: str) -> dict[str, str]:
    """Return the catalogue's entry for a code, else for its family, else for what is unknown."""
    catalogue = load_catalogue()
    family = code.partition(".")[0]
    return catalogue.get(code) or catalogue.get(family) or catalogue["unknown"]
