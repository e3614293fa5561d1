"""``rawi accounts``: who may come in where the ledger is served to others, and as what."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from rawi.cli.faults import Fault
from rawi.cli.session import Session, asking, decider
from rawi.cli.streams import write
from rawi.web.permissions import ROLES, Role

if TYPE_CHECKING:
    from rawi.web.accounts.store import Account, Accounts

F = TypeVar("F", bound=Callable[..., Any])
_LONGEST_LINE = 8192  # bytes of a password that are read


@click.group("accounts")
def command() -> None:
    """Keep the accounts of those who may come in when rawi serve answers other machines.

    They lie in a file of their own beside the ledger, LEDGER.accounts, readable by its owner alone.
    Each takes --json, and --ledger FILE or --accounts FILE; rawi accounts COMMAND --help lists its options.
    """


def _kept(function: F) -> F:
    """Add where the accounts lie, and the options of all commands."""
    where = click.option("--accounts", "path", metavar="FILE", help="Their file; else LEDGER.accounts.")
    made: F = where(asking(function))
    return made


_secret = click.option("--password-stdin", is_flag=True, help="Read the password from the standard input.")
_role = click.Choice(ROLES)


@command.command("add")
@click.argument("name")
@click.option("--role", type=_role, required=True, help="What the account may do.")
@_secret
@_kept
def add(session: Session, name: str, role: Role, password_stdin: bool, path: str | None) -> int:
    """Add an account. The password is asked for; it has 12 characters or more."""
    from rawi.web.accounts.names import check_name

    check_name(name)
    one = _open(session, path).add(name, role, _read_password(password_stdin), decider())
    return _tell(session, [one], f"added: {one.name} ({one.role})")


@command.command("list")
@_kept
def list_(session: Session, path: str | None) -> int:
    """List names and roles."""
    return _tell(session, _open(session, path).all())


@command.command("role")
@click.argument("name")
@click.argument("role", type=_role)
@_kept
def role_(session: Session, name: str, role: Role, path: str | None) -> int:
    """Give an account another role; its sessions end at once."""
    one = _open(session, path).set_role(name, role, decider())
    return _tell(session, [one], f"{one.name}: {one.role}")


@command.command("password")
@click.argument("name")
@_secret
@_kept
def password_(session: Session, name: str, password_stdin: bool, path: str | None) -> int:
    """Give an account another password; its sessions end at once."""
    accounts = _open(session, path)
    accounts.get(name)
    one = accounts.set_password(name, _read_password(password_stdin), decider())
    return _tell(session, [one], f"{one.name}: the password is another one")


@command.command("remove")
@click.argument("name")
@_kept
def remove(session: Session, name: str, path: str | None) -> int:
    """Remove an account; its sessions end at once. What it decided stays, under its name."""
    accounts = _open(session, path)
    one = accounts.get(name)
    accounts.remove(name, decider())
    return _tell(session, [one], f"removed: {one.name}")


@command.command("log")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many lines.")
@_kept
def log(session: Session, limit: int, path: str | None) -> int:
    """List who came in, failed to, went out, or was denied something, and what changed; the newest first."""
    from rawi.views.jsonl import encode_envelope

    found = _open(session, path).log(limit)
    if session.json:
        write(encode_envelope("accounts.log", found))
        return 0
    for one in found:
        told = " · ".join(part for part in (one.name, one.address, one.detail) if part)
        write(f"{one.at[:19]}Z  {one.what:<9} {told}\n".encode("utf-8", "replace"))
    return 0


def _open(session: Session, path: str | None) -> Accounts:
    from rawi.web.accounts.store import Accounts, beside

    return Accounts(path or beside(session.path))


def _tell(session: Session, found: Sequence[Account], done: str | None = None) -> int:
    """Print accounts without what belongs to their passwords, or what was done to one."""
    from rawi.views.jsonl import encode_envelope

    if session.json:
        items = [{"name": one.name, "role": one.role, "made": one.made} for one in found]
        write(encode_envelope("accounts", items))
    elif done is not None:
        session.say(done)
    else:
        for one in found:
            write(f"{one.role:<9} {one.made[:10]}  {one.name}\n".encode("utf-8", "replace"))
    return 0


def _read_password(from_stdin: bool) -> str:
    """Return a password from a terminal, asked for twice, or the first line of the standard input.

    Wrong usage where there is neither. It is never an argument: others on the machine can read those.
    """
    if from_stdin:
        line = sys.stdin.buffer.readline(_LONGEST_LINE)
        try:
            return line.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise Fault("accounts.password", why="it is not UTF-8") from error
    if not sys.stdin.isatty():
        raise Fault("usage.value", "--password-stdin", "there is no terminal to ask for the password")
    from getpass import getpass

    first = getpass("كلمة المرور / password: ")
    if getpass("مرة أخرى / again: ") != first:
        raise Fault("accounts.password", why="they are not the same")
    return first
