"""A ledger of invented reports, and a browser's worth of requests to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rawi.opening import open as open_rawi
from rawi.opening import read
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

#: The password of all accounts of the tests.
GOOD = "correct horse battery"

Client = Callable[..., TestClient]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with one report."""
    path = tmp_path / "a.rawi"
    with open_rawi(path) as opened:
        opened.add(read(REPORT, published="2031-03-13", outlet="مرايا", title="غارة على سراقب"))
        opened.update()
    return path


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
