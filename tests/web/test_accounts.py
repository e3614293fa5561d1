"""The file of accounts, names, attempts and sessions, each by itself."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import apsw
import pytest

from rawi.web.accounts import passwords
from rawi.web.accounts.attempts import Attempts
from rawi.web.accounts.faults import (
    AccountsBroken,
    AccountsMissing,
    AccountTaken,
    LastAdmin,
    NameRefused,
    NoAccount,
    PasswordRefused,
)
from rawi.web.accounts.names import check_name
from rawi.web.accounts.sessions import IDLE, LONGEST, MOST, Sessions
from rawi.web.accounts.store import Accounts
from tests.web import conftest

GOOD = "كلمة مرور طويلة"


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    """A file with an admin."""
    made = Accounts(str(tmp_path / "a.rawi.accounts"))
    made.add("هند الخالدي", "admin", GOOD, "test")
    return made


class Clock:
    """A time that stands still until it is moved."""

    now = 1000.0

    def __call__(self) -> float:
        """Tell it."""
        return self.now


def test_the_file_is_its_owners_alone(accounts: Accounts) -> None:
    """From the beginning, whatever the umask; and no password stands in it."""
    assert stat.S_IMODE(os.stat(accounts.path).st_mode) == 0o600
    assert GOOD.encode() not in Path(accounts.path).read_bytes()
    assert accounts.get("هند الخالدي").hash.startswith("$argon2id$")


def test_a_password_costs_who_guesses_it() -> None:
    """Three passes over 64 MiB for each guess (RFC 9106)."""
    assert conftest.HASHER().hash(GOOD).startswith("$argon2id$v=19$m=65536,t=3,p=4$")


@pytest.mark.parametrize("name", ["هِند الخالدى", " هند  الخالدي ", "هنــد الخالدي"])
def test_one_name_in_another_spelling_is_the_same_account(accounts: Accounts, name: str) -> None:
    """It cannot be taken again, and leads to the one there is."""
    with pytest.raises(AccountTaken):
        accounts.add(name, "reader", GOOD, "test")
    found = accounts.find(name)
    assert found is not None
    assert found.name == "هند الخالدي"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "   ",
        "a\u202eb",
        "a\u2066b",
        "a\u200bb",
        "a\u200fb",
        "a\nb",
        "a\x00b",
        "x" * 65,
        "...",
        "َ",
        "Web",
        "rawi",
        "a\ud800",
        "\ue000x",
    ],
)
def test_what_is_no_name_is_refused(accounts: Accounts, name: str) -> None:
    """Empty, too long, invisible, or that of the program."""
    with pytest.raises(NameRefused):
        accounts.add(name, "reader", GOOD, "test")
    assert len(accounts.all()) == 1


def test_names_are_kept_in_one_form() -> None:
    """NFC."""
    assert check_name("Jose\u0301") == "José"


@pytest.mark.parametrize("password", ["", "x" * 11, "x" * 1025])
def test_passwords_have_a_length_and_no_other_rule(accounts: Accounts, password: str) -> None:
    """Twelve of anything are enough."""
    with pytest.raises(PasswordRefused):
        accounts.set_password("هند الخالدي", password, "test")
    accounts.set_password("هند الخالدي", "            ", "test")


def test_a_password_is_one_in_each_composition() -> None:
    """And nothing that is nearly it; no hash is no password; a longer one is not even computed."""
    hash = passwords.hash_password("Jose\u0301 und die 12")
    assert passwords.is_password("José und die 12", hash)
    assert not passwords.is_password("José und die 12 ", hash)
    assert not passwords.is_password("nobody's password", None)
    assert not passwords.is_password("x" * 10_000_000, hash)
    assert not passwords.is_password("José und die 12", "no hash")


def test_each_change_gives_another_stamp_and_a_line_of_the_log(accounts: Accounts) -> None:
    """By which sessions end."""
    first = accounts.get("هند الخالدي").stamp
    accounts.add("Sami", "editor", GOOD, "test")
    accounts.set_role("sami", "admin", "test")
    second = accounts.set_password("هند الخالدي", GOOD, "test").stamp
    third = accounts.set_role("هند الخالدي", "reader", "test").stamp
    accounts.remove("هند الخالدي", "test")
    assert len({first, second, third}) == 3
    assert [one.what for one in accounts.log(10)] == [
        "removed", "role", "password", "role", "added", "added",
    ]  # fmt: skip
    with pytest.raises(NoAccount):
        accounts.get("هند الخالدي")


def test_an_admin_stays(accounts: Accounts) -> None:
    """Neither removed nor made less, if alone; a failed change leaves no line."""
    with pytest.raises(LastAdmin):
        accounts.remove("هند الخالدي", "test")
    with pytest.raises(LastAdmin):
        accounts.set_role("هند الخالدي", "editor", "test")
    accounts.set_role("هند الخالدي", "admin", "test")
    assert [one.what for one in accounts.log(10)] == ["role", "added"]


def test_the_log_does_not_fill_the_disk(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest lines go."""
    monkeypatch.setattr("rawi.web.accounts.store.KEPT", 5)
    for number in range(20):
        accounts.note("failed", "", f"192.0.2.{number}")
    assert [one.address for one in accounts.log(100)] == [f"192.0.2.{at}" for at in range(19, 14, -1)]


def test_what_is_no_file_of_accounts_lets_nobody_in(accounts: Accounts, tmp_path: Path) -> None:
    """None, another's, damaged, with a role that is none: an error with a code, never an empty list."""
    with pytest.raises(AccountsMissing):
        Accounts(str(tmp_path / "none")).all()
    (tmp_path / "text").write_text("name = 'x'" * 100)
    with pytest.raises(AccountsBroken):
        Accounts(str(tmp_path / "text")).all()
    apsw.Connection(str(tmp_path / "other")).execute("create table account(x)")
    with pytest.raises(AccountsBroken):
        Accounts(str(tmp_path / "other")).all()
    apsw.Connection(accounts.path).execute("update account set role = 'root'")
    with pytest.raises(AccountsBroken):
        accounts.find("هند الخالدي")


def test_attempts_are_so_many_in_a_while() -> None:
    """Then none for the rest of it; those that were refused make it no longer."""
    clock = Clock()
    tried = Attempts(3, 60, clock)
    assert [tried.take("a") for _ in range(3)] == [0, 0, 0]
    clock.now += 10
    assert [tried.take("a"), tried.take("a")] == [50, 50]
    assert tried.take("b") == 0
    clock.now += 51
    assert tried.take("a") == 0
    tried.give_back("a")
    tried.forget("never seen")


def test_sessions_end() -> None:
    """Where nothing is asked for a while, and at the latest some hours after the login."""
    clock = Clock()
    sessions = Sessions(clock)
    id = sessions.begin("هند", "s")
    clock.now += IDLE - 1
    assert sessions.find(id) is not None
    clock.now += IDLE + 1
    assert sessions.find(id) is None
    id, begun = sessions.begin("هند", "s"), clock.now
    while clock.now - begun < LONGEST - IDLE:
        clock.now += IDLE // 2
        assert sessions.find(id) is not None
    clock.now = begun + LONGEST
    assert sessions.find(id) is None


def test_an_account_has_so_many_sessions() -> None:
    """The oldest ends; ids are never the same, and those of others are untouched."""
    clock = Clock()
    sessions = Sessions(clock)
    other = sessions.begin("سامي", "s")
    ids = []
    for _ in range(MOST + 3):
        clock.now += 1
        ids.append(sessions.begin("هند", "s"))
    assert len(set(ids)) == len(ids)
    assert [sessions.find(id) is not None for id in ids] == [False] * 3 + [True] * MOST
    assert sessions.find(other) is not None
