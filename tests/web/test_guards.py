"""Nobody comes in who was not let in, and nothing is changed but from our own pages."""

from __future__ import annotations

import pytest

from rawi.web.guards import LONGEST_BODY, POLICY
from tests.web.conftest import HOST, OWN, REPORT, Client


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8017", "127.0.0.1", "127.0.0.1:80", ""])
def test_another_host_is_not_answered(come: Client, host: str) -> None:
    """A name that was made to lead to this machine is no name of ours."""
    assert come().get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("path", ["/", "/said", "/said.json", "/figures.csv", "/find?q=x", "/nowhere"])
def test_without_the_cookie_nothing_is_shown(come: Client, path: str) -> None:
    """Nor is it told which pages there are."""
    found = come(inside=False).get(path)
    assert found.status_code == 401
    assert "سراقب" not in found.text


def test_the_token_lets_one_in_once(come: Client) -> None:
    """It gives a cookie that no script reads and no other site sends, and leaves the address."""
    client = come(inside=False)
    found = client.get("/said?token=token&who=x")
    assert (found.status_code, found.headers["location"]) == (303, "/said?who=x")
    cookie = found.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert client.get("/said").status_code == 200
    client.cookies.clear()
    assert client.get("/?token=token").status_code == 401


@pytest.mark.parametrize("token", ["", "tokem", "توكن", "token "])
def test_a_wrong_token_lets_nobody_in(come: Client, token: str) -> None:
    """And the right one is still good."""
    client = come(inside=False)
    assert client.get("/", params={"token": token}).status_code == 401
    assert client.get("/?token=token").status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://evil.example"},
        {"origin": f"https://{HOST}"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site", "origin": f"http://{HOST}"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "cross-site", "origin": "null"},
        {"sec-fetch-site": "same-origin", "origin": "http://evil.example"},
    ],
)
def test_only_our_pages_change_anything(come: Client, headers: dict[str, str]) -> None:
    """A form of another site, of another port or of nobody is refused."""
    client = come()
    assert (
        client.post("/read", data={"text": "قال سامي الحلبي إن السد سليم."}, headers=headers).status_code
        == 403
    )
    assert client.get("/index.json").json()["counts"]["documents"] == 1


@pytest.mark.parametrize(
    "headers", [OWN, {"sec-fetch-site": "same-origin", "origin": "null"}, {"origin": OWN["origin"]}]
)
def test_our_own_forms_are_answered(come: Client, headers: dict[str, str]) -> None:
    """Also of a browser that tells no origin, for our pages send no referrer, and one that tells only it."""
    assert come().post("/read", data={"text": REPORT}, headers=headers).status_code == 303


def test_a_read_only_ledger_is_not_changed(come: Client) -> None:
    """Nor does its first page offer to."""
    client = come(read_only=True)
    assert client.post("/read", data={"text": REPORT}, headers=OWN).status_code == 403
    assert "<textarea" not in client.get("/").text


@pytest.mark.parametrize("path", ["/", "/static/rawi.css", "/nowhere", "/said.json", "/healthz"])
@pytest.mark.parametrize("inside", [True, False])
def test_every_answer_carries_the_policy(come: Client, path: str, inside: bool) -> None:
    """Scripts, styles, fonts and forms of this server alone; types are not guessed."""
    headers = come(inside=inside).get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_a_body_that_is_too_long_is_refused(come: Client) -> None:
    """By what its headers tell, before it is read."""
    headers = OWN | {"content-length": str(LONGEST_BODY + 1)}
    assert come().post("/read", content=b"", headers=headers).status_code == 413


def test_cookies_that_cannot_be_read_are_none(come: Client) -> None:
    """They are no error."""
    assert come(inside=False).get("/", headers={"cookie": "=;;\x01"}).status_code == 401
