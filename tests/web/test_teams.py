"""What accounts change on pages, and behind a proxy that speaks TLS."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rawi.ledger.ledger import open_ledger
from rawi.web.accounts.store import Accounts
from rawi.web.app import build_app
from rawi.web.site import AddressRefused, Site, build_site, is_own
from tests.web.conftest import GOOD, HOST, login

CONTROLS = {  # what stands on a page for whoever may, from which role on
    "/": ('action="/read"', "سامي"),
    "/review": ('action="/review"', "رائد"),
    "/updating": ('action="/update"', "سامي"),
}


@pytest.mark.parametrize("path", CONTROLS)
def test_pages_show_no_controls_that_the_role_may_not_use(
    team: TestClient, ledger: Path, accounts: Accounts, path: str
) -> None:
    """From the role on that may, and nothing below."""
    with open_ledger(ledger) as opened:  # something to bring up to date
        id = next(opened.figures("شخص")).id
        opened.reviews.decide(id, "accept")
    control, first = CONTROLS[path]
    names = ["Nada", "رائد", "سامي", "هند"]
    for name in names:
        login(team, name)
        page = team.get(path).text
        if path != "/updating" or names.index(name) < names.index(first):
            assert (control in page) is (names.index(name) >= names.index(first)), name
        assert name in page
    for one in ("/said.json", "/settings.json"):
        assert team.get(one).status_code == 200


def test_where_the_ledger_lies_is_the_admins(team: TestClient, ledger: Path) -> None:
    """Others see its name."""
    login(team, "سامي")
    assert team.get("/settings.json").json()["ledger"] == ledger.name
    assert str(ledger.parent) not in team.get("/settings").text
    login(team)
    assert team.get("/settings.json").json()["ledger"] == str(ledger)


def behind(ledger: Path, accounts: Accounts, **more: Any) -> Site:
    """Return a site behind a proxy that speaks TLS."""
    return build_site(str(ledger), origins=["https://Rawi.example.org/"], accounts=accounts.path, **more)


def test_behind_a_proxy_over_tls(ledger: Path, accounts: Accounts) -> None:
    """The origin is https, the cookie secure and bound to the host, redirects stay on the server; another
    origin or host is refused, and no header of a proxy changes that."""
    site = behind(ledger, accounts)
    assert site.address == "https://rawi.example.org/"
    own = {"origin": "https://rawi.example.org"}
    with TestClient(build_app(site), "http://rawi.example.org", follow_redirects=False) as client:
        form = {"name": "هند", "password": GOOD}
        for wrong in ("http://rawi.example.org", "https://rawi.example.org:8443", "https://evil.example"):
            headers = {"origin": wrong, "x-forwarded-proto": "https", "x-forwarded-host": "evil.example"}
            assert client.post("/login", data=form, headers=headers).status_code == 403
        done = client.post("/login", data=form, headers=own)
        cookie = done.headers["set-cookie"]
        assert cookie.startswith("__Host-rawi=")
        assert "; Secure" in cookie
        assert "Path=/" in cookie
        assert "omain" not in cookie
        id = cookie.partition("=")[2].partition(";")[0]
        inside = {"cookie": f"__Host-rawi={id}"}
        assert client.get("/said", headers=inside).status_code == 200
        slash = client.get("/said/", headers=inside)
        assert slash.headers.get("location", "https://rawi.example.org/said").startswith("https://rawi.")
        for host in ("evil.example", "rawi.example.org:8017", "x.rawi.example.org", "rawi.example.org."):
            told = inside | {"host": host, "x-forwarded-host": "rawi.example.org"}
            assert client.get("/said", headers=told).status_code == 421


def test_without_tls_the_cookie_of_tls_is_none(ledger: Path, accounts: Accounts) -> None:
    """At the loopback address of the same server another cookie counts."""
    with TestClient(build_app(behind(ledger, accounts)), f"http://{HOST}", follow_redirects=False) as client:
        id = login(client).cookies["rawi-session"]
        client.cookies.clear()
        assert client.get("/said", headers={"cookie": f"__Host-rawi={id}"}).status_code == 303


@pytest.mark.parametrize(
    ("names", "origins", "answered"),
    [
        (["rawi.lan"], [], "rawi.lan:8017"),
        (["rawi.lan:80"], [], "rawi.lan"),
        (["RAWI.lan:9000"], [], "rawi.lan:9000"),
        ([], ["https://rawi.example.org:443/"], "rawi.example.org"),
        ([], ["http://rawi.example.org"], "rawi.example.org"),
        ([], ["https://راوي.example"], "xn--mgbt4ei.example"),
        (["[2001:db8::1]"], [], "[2001:db8::1]:8017"),
    ],
)
def test_names_are_those_that_browsers_send(names: list[str], origins: list[str], answered: str) -> None:
    """In lower case, in ASCII, without the port that the scheme has."""
    site = build_site("a.rawi", names=names, origins=origins)
    assert answered in site.hosts
    assert len(site.hosts) == 4
    assert not any(map(is_own, (*names, *origins)))


@pytest.mark.parametrize(
    "origin",
    [
        "rawi.example.org",
        "ftp://a.example",
        "https://",
        "https://a.example/path",
        "https://u:p@a.example",
        "https://a b",
        "https://a.example?x",
        "https://a.example:x",
        "https://*.example.org",
        "https://a.example#x",
        "https://a,b",
    ],
)
def test_what_is_no_origin_is_refused(origin: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(AddressRefused):
        build_site("a.rawi", origins=[origin])


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2", "192.0.2.1", "2001:db8::1"])
def test_the_address_that_is_printed_is_answered(host: str) -> None:
    """Whichever is listened on; others than loopback without TLS are told of it."""
    site = build_site("a.rawi", 8017, host=host)
    assert site.address.removeprefix("http://").rstrip("/") in site.hosts
    assert site.is_plain is host.startswith(("192", "2001"))
