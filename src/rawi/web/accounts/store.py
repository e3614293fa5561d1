"""The file of accounts: names, roles, hashes and a log, in SQLite, readable by its owner alone.

It lies beside the ledger and is no part of it, for ledgers are sent to others and hashes must not be. SQLite,
not a text file: the server writes its log while a command changes a role, and neither may lose the other's.
Each call opens the file anew, so that what a command changes holds for the next request.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import apsw
import msgspec

from rawi.ledger.clock import Clock, stamp, utc_now
from rawi.web.accounts.faults import AccountsBroken, AccountsMissing, AccountTaken, LastAdmin, NoAccount
from rawi.web.accounts.names import check_name, fold_name
from rawi.web.accounts.passwords import hash_password
from rawi.web.permissions import ROLES, Role

_APPLICATION = 0x52415741  # "RAWA"
_VERSION = 1
_WAIT = 5000  # milliseconds behind another writer
#: Lines of the log that are kept: whoever makes them come fast pushes out old ones, not the disk.
KEPT = 50_000
_SCHEMA = """
create table account(
  folded text primary key, name text not null, role text not null, hash text not null,
  stamp text not null, made text not null
) strict, without rowid;
create table log(
  number integer primary key autoincrement, at text not null, what text not null, name text not null,
  address text not null, detail text not null
) strict;
"""


class Account(msgspec.Struct, frozen=True):
    """One account; ``stamp`` is another one after each change of role or password, ``hash`` stays here."""

    name: str
    role: Role
    made: str
    stamp: str
    hash: str


class Noted(msgspec.Struct, frozen=True):
    """A line of the log: ``what`` happened to whom, from which address, by whom or where (``detail``)."""

    number: int
    at: str
    what: str
    name: str
    address: str
    detail: str


def beside(ledger: str) -> str:
    """Return where the accounts of a ledger lie unless told otherwise."""
    return f"{ledger}.accounts"


class Accounts:
    """The accounts in a file; AccountsMissing if there is none, AccountsBroken if it cannot be read."""

    def __init__(self, path: str, clock: Clock = utc_now) -> None:
        self.path, self._clock = path, clock

    def add(self, name: str, role: Role, password: str, by: str) -> Account:
        """Add an account, and make the file if there is none; AccountTaken, NameRefused, PasswordRefused."""
        name, hash = check_name(name), hash_password(password)
        folded, now = fold_name(name), stamp(self._clock())
        with self._change(create=True) as db:
            taken = db.execute("select name from account where folded = ?", (folded,)).get
            if taken is not None:
                raise AccountTaken(str(taken))
            row = (folded, name, role, hash, secrets.token_hex(16), now)
            db.execute("insert into account values(?, ?, ?, ?, ?, ?)", row)
            self._note(db, "added", name, "", f"{role}, {by}")
        return self.get(name)

    def set_role(self, name: str, role: Role, by: str) -> Account:
        """Give an account another role, which ends its sessions; NoAccount, LastAdmin."""
        with self._change() as db:
            one = _get(db, name)
            if role != "admin":
                _keep_admin(db, one)
            self._set(db, one, "role", role)
            self._note(db, "role", one.name, "", f"{one.role} → {role}, {by}")
        return self.get(name)

    def set_password(self, name: str, password: str, by: str) -> Account:
        """Give an account another password, which ends its sessions; NoAccount, PasswordRefused."""
        hash = hash_password(password)
        with self._change() as db:
            one = _get(db, name)
            self._set(db, one, "hash", hash)
            self._note(db, "password", one.name, "", by)
        return self.get(name)

    def remove(self, name: str, by: str) -> None:
        """Remove an account, which ends its sessions; what it did stays. NoAccount, LastAdmin."""
        with self._change() as db:
            one = _get(db, name)
            _keep_admin(db, one)
            db.execute("delete from account where folded = ?", (fold_name(one.name),))
            self._note(db, "removed", one.name, "", by)

    def all(self) -> list[Account]:
        """Return the accounts by their names."""
        with self._open() as db:
            return [_account(row) for row in db.execute(f"{_SELECT} order by folded")]

    def find(self, name: str) -> Account | None:
        """Return the account of a name in any spelling; null if there is none."""
        with self._open() as db:
            return _find(db, name)

    def get(self, name: str) -> Account:
        """Return the account of a name; NoAccount if there is none."""
        with self._open() as db:
            return _get(db, name)

    def require_admin(self) -> None:
        """Raise AccountsMissing unless somebody may administer."""
        if not any(one.role == "admin" for one in self.all()):
            raise AccountsMissing(f"{self.path}: there is no admin")

    def note(self, what: str, name: str, address: str, detail: str = "") -> None:
        """Add a line to the log."""
        with self._change() as db:
            self._note(db, what, name, address, detail)

    def log(self, limit: int) -> list[Noted]:
        """Return the last lines of the log, the newest first."""
        with self._open() as db:
            rows = db.execute("select * from log order by number desc limit ?", (limit,))
            return [Noted(*row) for row in rows]

    def _set(self, db: apsw.Connection, one: Account, column: str, value: str) -> None:
        """Change a column of an account, and its stamp with it."""
        sql = f"update account set {column} = ?, stamp = ? where folded = ?"
        db.execute(sql, (value, secrets.token_hex(16), fold_name(one.name)))

    def _note(self, db: apsw.Connection, what: str, name: str, address: str, detail: str) -> None:
        row = (stamp(self._clock()), what, name, address, detail)
        db.execute("insert into log(at, what, name, address, detail) values(?, ?, ?, ?, ?)", row)
        db.execute("delete from log where number <= (select max(number) from log) - ?", (KEPT,))

    @contextmanager
    def _change(self, *, create: bool = False) -> Iterator[apsw.Connection]:
        """Open the file for one change, which is done whole or not at all."""
        if create and not os.path.exists(self.path):
            self._create()
        with self._open() as db:
            db.execute("begin immediate")
            try:
                yield db
            except BaseException:
                db.execute("rollback")
                raise
            db.execute("commit")

    @contextmanager
    def _open(self) -> Iterator[apsw.Connection]:
        """Open the file, and close it again."""
        if not os.path.isfile(self.path):
            raise AccountsMissing(f"{self.path}: there are no accounts")
        try:
            db = apsw.Connection(self.path, flags=apsw.SQLITE_OPEN_READWRITE)
            try:
                db.set_busy_timeout(_WAIT)
                if (db.pragma("application_id"), db.pragma("user_version")) != (_APPLICATION, _VERSION):
                    raise AccountsBroken(f"{self.path}: this is no file of accounts that this version reads")
                yield db
            finally:
                db.close()
        except apsw.Error as error:
            raise AccountsBroken(f"{self.path}: {error}") from error

    def _create(self) -> None:
        """Make the file, readable by its owner alone from its first moment on."""
        os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        db = apsw.Connection(self.path, flags=apsw.SQLITE_OPEN_READWRITE)
        try:
            with db:
                db.execute(_SCHEMA)
                db.pragma("application_id", _APPLICATION)
                db.pragma("user_version", _VERSION)
        finally:
            db.close()


_SELECT = "select name, role, made, stamp, hash from account"


def _find(db: apsw.Connection, name: str) -> Account | None:
    row = db.execute(f"{_SELECT} where folded = ?", (fold_name(name),)).fetchone()
    return None if row is None else _account(row)


def _get(db: apsw.Connection, name: str) -> Account:
    found = _find(db, name)
    if found is None:
        raise NoAccount(name)
    return found


def _account(row: tuple[Any, ...]) -> Account:
    """Return a row as an account; a role that is none of ours is refused, not guessed."""
    if row[1] not in ROLES:
        raise AccountsBroken(f"{row[0]}: {row[1]!r} is no role")
    return Account(*row)


def _keep_admin(db: apsw.Connection, one: Account) -> None:
    """Raise LastAdmin if an account is the only admin."""
    others = "select count(*) from account where role = 'admin' and folded != ?"
    if one.role == "admin" and not db.execute(others, (fold_name(one.name),)).get:
        raise LastAdmin(one.name)
