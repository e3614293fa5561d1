"""``rawi accounts``, and what ``rawi serve`` and ``rawi doctor`` make of them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from rawi.cli import accounts as commands
from rawi.cli.faults import Fault
from rawi.web.accounts.store import Accounts
from tests.cli.conftest import Rawi

GOOD = "كلمة مرور طويلة"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with an admin and a reader, beside a ledger that is not made yet."""
    path = tmp_path / "a.rawi.accounts"
    made = Accounts(str(path))
    made.add("هند الخالدي", "admin", GOOD, "test")
    made.add("Nada", "reader", GOOD, "test")
    return path


def told(rawi: Rawi, file: Path, *arguments: str) -> tuple[int, str, str]:
    """Run a command on the accounts; return exit code and what it said."""
    result = rawi("accounts", *arguments, "--accounts", str(file))
    return result.exit_code, result.stdout, result.stderr


def test_accounts_are_listed_without_what_belongs_to_passwords(rawi: Rawi, file: Path) -> None:
    """In neither form."""
    code, text, _ = told(rawi, file, "list")
    assert (code, [line.split()[0] for line in text.splitlines()]) == (0, ["reader", "admin"])
    items = json.loads(told(rawi, file, "list", "--json")[1])["items"]
    assert [sorted(one) for one in items] == [["made", "name", "role"]] * 2


def test_roles_change_and_accounts_go(rawi: Rawi, file: Path) -> None:
    """By any spelling of the name; the log tells it with who did it."""
    assert told(rawi, file, "role", "nada", "editor")[0] == 0
    assert Accounts(str(file)).get("Nada").role == "editor"
    assert told(rawi, file, "remove", "NADA")[0] == 0
    assert [one.name for one in Accounts(str(file)).all()] == ["هند الخالدي"]
    log = told(rawi, file, "log")[1]
    assert "reader → editor" in log
    assert log.index("removed") < log.index("role")
    assert json.loads(told(rawi, file, "log", "--json", "--limit", "1")[1])["count"] == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("remove", "هند الخالدي"), "accounts.last"),
        (("role", "هند الخالدي", "reader"), "accounts.last"),
        (("remove", "nobody"), "accounts.unknown"),
        (("role", "nobody", "reader"), "accounts.unknown"),
        (("password", "nobody"), "accounts.unknown"),
        (("add", "a\u202eb", "--role", "reader"), "accounts.name"),
        (("add", "x", "--role", "root"), "usage"),
        (("add", "x"), "usage"),
        (("add", "x", "--role", "reader", "--password", "secret"), "usage"),
        (("add", "x", "--role", "reader"), "usage.value"),
    ],
)
def test_what_cannot_be_is_told_with_a_code(
    rawi: Rawi, file: Path, arguments: tuple[str, ...], code: str
) -> None:
    """And exit code 2; there is no option by which a password could be an argument."""
    exit_code, _, error = told(rawi, file, *arguments)
    assert (exit_code, error.startswith(f"error[{code}]")) == (2, True)
    assert len(Accounts(str(file)).all()) == 2


@pytest.mark.parametrize(
    ("line", "password"),
    [(GOOD, GOOD), (f"{GOOD}\n", GOOD), (f"{GOOD}\r\nmore\n", GOOD), (f" {GOOD} \n", f" {GOOD} ")],
)
def test_a_password_is_the_first_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str, password: str
) -> None:
    """Whole, with its blanks."""
    (tmp_path / "line").write_text(line, "utf-8", newline="")
    with open(tmp_path / "line", encoding="utf-8") as given:
        monkeypatch.setattr(commands.sys, "stdin", given)
        assert commands._read_password(True) == password
        with pytest.raises(Fault, match="no terminal"):
            commands._read_password(False)


def test_doctor_tells_who_may_read_them(rawi: Rawi, file: Path) -> None:
    """Others is wrong."""
    ledger = str(file).removesuffix(".accounts")
    assert "readable by its owner alone" in rawi("doctor", "--ledger", ledger).stdout
    os.chmod(file, 0o640)
    result = rawi("doctor", "--ledger", ledger)
    assert result.exit_code == 1
    assert "BAD  accounts" in result.stdout
    assert "mode 640" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("--host", "0.0.0.0", "--name", "rawi.lan"),
        ("--host", "::", "--name", "rawi.lan"),
        ("--host", "192.0.2.1"),
        ("--name", "rawi.lan"),
        ("--origin", "https://rawi.example.org"),
        ("--accounts", "none"),
        ("--host", "0.0.0.0"),
    ],
)
def test_others_are_not_served_without_accounts(
    rawi: Rawi, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """Nor with accounts of which none is an admin; the ledger is not even made."""
    ledger = tmp_path / "b.rawi"
    for _ in range(2):
        result = rawi("serve", "--port", "0", "--ledger", str(ledger), *arguments)
        assert result.exit_code == 2
        assert result.stderr.startswith("error[accounts.missing]")
        assert not ledger.exists()
        if not os.path.exists(f"{ledger}.accounts"):
            Accounts(f"{ledger}.accounts").add("Nada", "editor", GOOD, "test")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--host", "rawi.lan"),
        ("--host", "0.0.0.0"),
        ("--origin", "rawi.lan"),
        ("--name", "a/b"),
        ("--host", ""),
    ],
)
def test_what_is_no_address_is_told(rawi: Rawi, file: Path, arguments: tuple[str, ...]) -> None:
    """All addresses of a machine need a name besides."""
    result = rawi("serve", "--port", "0", "--ledger", str(file).removesuffix(".accounts"), *arguments)
    assert (result.exit_code, result.stderr.startswith("error[web.address]")) == (2, True)
