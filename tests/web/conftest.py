"""A ledger of invented reports, and a browser's worth of requests to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy2
from typing import Any

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from rawi.opening import open as open_rawi
from rawi.opening import read
from rawi.web.accounts import passwords
from rawi.web.accounts.store import Accounts
from rawi.web.app import build_app
from rawi.web.site import Site

HOST = "127.0.0.1:8017"
#: Headers that a browser sends with a form of one of our own pages.
OWN = {"origin": f"http://{HOST}", "sec-fetch-site": "same-origin"}
REPORT = (
    "قال وزير الداخلية سامي الحلبي أمس إن 12 شخصا قتلوا في غارة جوية على بلدة سراقب.\n"
    "ونفى المتحدث رائد الكناني أن تكون الطائرات قد قصفت البلدة."
)

#: What makes hashes outside of these tests.
HASHER = passwords._hasher
#: The password of all accounts of the tests.
GOOD = "correct horse battery"

Client = Callable[..., TestClient]


@pytest.fixture(scope="session")
def first_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with one report, which is copied and never opened again."""
    path = tmp_path_factory.mktemp("first") / "a.rawi"
    with open_rawi(path) as opened:
        opened.add(read(REPORT, published="2031-03-13", outlet="مرايا", title="غارة على سراقب"))
        opened.update()
    return path


@pytest.fixture
def ledger(first_ledger: Path, tmp_path: Path) -> Path:
    """A ledger with one report."""
    assert not first_ledger.with_name("a.rawi-wal").exists(), "the file is not all of the ledger"
    return Path(copy2(first_ledger, tmp_path / "a.rawi"))


@pytest.fixture(scope="session", autouse=True)
def cheap() -> Iterator[None]:
    """Passwords are hashed as they are elsewhere, but with little work: hundreds are here."""
    hasher = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", lambda: hasher)
        yield


@pytest.fixture
def come(ledger: Path) -> Iterator[Client]:
    """Return a client of the ledger: with its cookie, unless told otherwise."""
    opened: list[TestClient] = []

    def build(*, inside: bool = True, **site: object) -> TestClient:
        told = Site(str(ledger), frozenset((HOST,)), "token", "secret", **site)  # type: ignore[arg-type]
        client = TestClient(
            build_app(told), f"http://{HOST}", raise_server_exceptions=False, follow_redirects=False
        )
        if inside:
            client.cookies.set("rawi-8017", "secret")
        client.__enter__()
        opened.append(client)
        return client

    yield build
    for one in opened:
        one.__exit__()


@pytest.fixture
def accounts(ledger: Path) -> Accounts:
    """An account of each role beside the ledger."""
    made = Accounts(f"{ledger}.accounts")
    for name, role in (("هند", "admin"), ("سامي", "editor"), ("رائد", "reviewer"), ("Nada", "reader")):
        made.add(name, role, GOOD, "test")  # type: ignore[arg-type]
    return made


@pytest.fixture
def team(come: Client, accounts: Accounts) -> TestClient:
    """A browser that is not in yet."""
    return come(inside=False, accounts=accounts.path)


def login(client: TestClient, name: str = "هند", password: str = GOOD, **more: str) -> Any:
    """Send the form."""
    return client.post("/login", data={"name": name, "password": password, **more}, headers=OWN)
