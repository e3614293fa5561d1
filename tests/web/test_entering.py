"""Coming in by a login, and everything that must not let one in."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rawi.ledger.ledger import open_ledger
from rawi.web import doors
from rawi.web.accounts.store import Accounts
from rawi.web.guards import LONGEST_FORM
from tests.web.conftest import GOOD, HOST, OWN, REPORT, login


def test_a_stranger_is_led_to_the_login_and_back(team: TestClient) -> None:
    """With the cookie of a session that no script reads and no other site sends."""
    found = team.get("/said?who=الحلبي")
    assert found.status_code == 303
    page = team.get(found.headers["location"])
    assert page.status_code == 200
    assert 'value="/said?who=%D8%A7' in page.text
    assert "a.rawi" not in page.text  # nor what the ledger is called
    assert "<nav" not in page.text
    done = login(team, next="/said?who=%D8%A7")
    assert (done.status_code, done.headers["location"]) == (303, "/said?who=%D8%A7")
    cookie = done.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "secure" not in cookie
    assert "max-age" not in cookie
    assert team.get("/said").status_code == 200
    assert team.get("/login?next=/map").headers["location"] == "/map"


@pytest.mark.parametrize("path", ["/said.json", "/figures.csv", "/api/v1/statements", "/api/v1/nowhere"])
def test_programs_are_told_so(team: TestClient, path: str) -> None:
    """By a problem with a code, not by a page."""
    found = team.get(path)
    assert (found.status_code, found.json()["code"]) == (401, "web.login")


def test_what_is_sent_after_the_end_is_not_lost_in_silence(team: TestClient) -> None:
    """The login says that it was not saved."""
    found = team.post("/read", data={"text": REPORT}, headers=OWN)
    assert (found.status_code, found.headers["location"]) == (303, "/login?ended=1")
    assert "was not saved" in team.get("/login?ended=1&lang=en").text


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("هند", "wrong horse battery"),
        ("nobody", GOOD),
        ("", ""),
        ("هند", ""),
        ("x" * 5000, GOOD),
        ("هند", "x" * 9000),
        ("هند' or 1=1--", GOOD),
        ("a\u202eb", GOOD),
        ("هند", GOOD + " "),
        ("هند", GOOD.upper()),
    ],
)
def test_what_is_wrong_is_answered_alike(team: TestClient, name: str, password: str) -> None:
    """An unknown name and a wrong password: the same words, no session."""
    found = login(team, name, password)
    assert found.status_code == 403
    assert "set-cookie" not in found.headers
    assert "لا يوجد هذا الاسم بكلمة المرور هذه" in found.text
    assert team.get("/said").status_code == 303


def test_an_unknown_name_takes_as_long_as_a_wrong_password(team: TestClient) -> None:
    """The same computation, so that the time tells nobody who has an account."""

    def spent(name: str) -> float:
        begun = time.perf_counter()
        assert login(team, name, "wrong horse battery").status_code == 403
        return time.perf_counter() - begun

    pairs = [(spent("هند"), spent(f"nobody {number}")) for number in range(7)]
    known, unknown = (statistics.median(one) for one in zip(*pairs, strict=True))
    assert 0.5 < known / unknown < 2


def test_an_id_from_before_the_login_is_worth_nothing(team: TestClient) -> None:
    """Session fixation: what a browser brings is never taken over; what was open in it ends."""
    team.cookies.set("rawi-session", "chosen-by-somebody")
    first = login(team).cookies["rawi-session"]
    assert first != "chosen-by-somebody"
    assert login(team).cookies["rawi-session"] != first
    for id in (first, "chosen-by-somebody"):
        team.cookies.clear()
        team.cookies.set("rawi-session", id)
        assert team.get("/said").status_code == 303


@pytest.mark.parametrize(
    "cookie",
    [
        "rawi-session=",
        "rawi-session=x",
        "rawi=secret",
        "rawi-session=secret",
        "__Host-rawi={id}",
        "RAWI-SESSION={id}",
        "rawi-session={id}x",
        "rawi-session= {id}; rawi-session=x",
        'rawi-session="; x=1',
        "=;;\x01",
    ],
)
def test_forged_cookies_let_nobody_in(team: TestClient, cookie: str) -> None:
    """Neither the secret of the start token, nor another name, nor one that cannot be read."""
    id = login(team).cookies["rawi-session"]
    team.cookies.clear()
    assert team.get("/said", headers={"cookie": cookie.format(id=id)}).status_code == 303


def test_the_start_token_is_none_where_there_are_accounts(team: TestClient) -> None:
    """There is one door."""
    assert team.get("/?token=token").headers["location"].startswith("/login")
    assert "set-cookie" not in team.get("/?token=token").headers


def test_logout_ends_the_session_itself(team: TestClient) -> None:
    """Not only the cookie; and by our own pages alone."""
    id = login(team).cookies["rawi-session"]
    assert team.get("/logout").status_code == 405
    assert team.post("/logout").status_code == 403
    assert team.get("/said").status_code == 200
    found = team.post("/logout", headers=OWN)
    assert (found.status_code, found.headers["location"]) == (303, "/login")
    team.cookies.set("rawi-session", id)
    assert team.get("/said").status_code == 303


def test_another_site_logs_nobody_in(team: TestClient) -> None:
    """By a forged form: the victim would work in the forger's account."""
    for headers in ({}, {"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        found = team.post("/login", data={"name": "هند", "password": GOOD}, headers=headers)
        assert found.status_code == 403
        assert "set-cookie" not in found.headers


@pytest.mark.parametrize(
    "told",
    [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "\\/evil",
        "/\r\nset-cookie: x=1",
        " //evil.example",
        "evil.example",
        "///evil.example",
        "/\u2028/evil",
        "",
        "%2f%2fevil.example",
    ],
)
def test_the_login_leads_to_nobody_else(team: TestClient, told: str) -> None:
    """Whatever ``next`` says: before, in the form, and for whoever is in already."""
    assert 'name="next" value="/"' in team.get("/login", params={"next": told}).text
    assert login(team, next=told).headers["location"] == "/"
    assert team.get("/login", params={"next": told}).headers["location"] == "/"


@pytest.mark.parametrize("path", ["//evil.example/said", "/%5Cevil.example", "//evil.example%2F.."])
def test_a_strange_path_leads_to_nobody_else(team: TestClient, path: str) -> None:
    """Neither the way to the login and back, nor the links of the page that says there is none."""
    where = team.get(f"http://{HOST}{path}").headers["location"]
    assert where.startswith("/login?next=%2F")
    assert not where.startswith(("/login?next=%2F%2F", "/login?next=%2F%5C"))
    login(team)
    page = team.get(f"http://{HOST}{path}")
    assert page.status_code == 404
    assert 'href="//' not in page.text
    assert 'href="/\\' not in page.text


@pytest.mark.parametrize(
    "path",
    [
        "/SAID",
        "//said",
        "/said/",
        "/./said",
        "/%2e/said",
        "/static/../said",
        "/static/..%2fsaid",
        "/healthz/../said",
        "/healthzsaid",
        "/static%2f..%2fsaid",
        "/login/../said",
        "/login/",
        "/login.json",
        "/said;x=/login",
        "/said%00",
    ],
)
def test_no_way_of_writing_a_path_leads_past_the_door(team: TestClient, path: str) -> None:
    """The words of the ledger are in no answer."""
    for method in ("GET", "HEAD", "POST", "OPTIONS", "TRACE"):
        found = team.request(method, f"http://{HOST}{path}", headers=OWN)
        assert "الحلبي" not in found.text
        assert found.status_code in (303, 307, 401, 404, 405)


def test_too_many_attempts_are_refused_for_a_while(team: TestClient, accounts: Accounts) -> None:
    """Of a known name as of an unknown one, also with the right password; others come in meanwhile."""
    for name in ("هند", "nobody"):
        for _ in range(doors.OF_ACCOUNT):
            assert login(team, name, "wrong horse battery").status_code == 403
        found = login(team, name)
        assert found.status_code == 429
        assert 0 < int(found.headers["retry-after"]) <= 900
        assert "محاولات كثيرة" in found.text
    for _ in range(5):
        assert login(team, "هِند").status_code == 429  # another spelling is no way around
    assert login(team, "سامي").status_code == 303
    assert [one.what for one in accounts.log(100)].count("limited") == 2  # one line for each of the names


def test_too_many_from_one_address_are_refused(team: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever names they try, and whatever they say about where they come from."""
    monkeypatch.setattr(doors, "is_password", lambda *_: False)
    for number in range(doors.OF_ADDRESS):
        assert login(team, f"nobody {number}").status_code == 403
    found = team.post("/login", data={"name": "x"}, headers=OWN | {"x-forwarded-for": "203.0.113.9"})
    assert found.status_code == 429


@pytest.mark.parametrize("kind", ["told", "in pieces"])
def test_a_form_that_is_too_long_is_refused_before_anything(team: TestClient, kind: str) -> None:
    """A stranger's body is short, whatever its headers tell."""
    body = b"name=x&password=" + b"x" * LONGEST_FORM
    content: Any = body if kind == "told" else iter([body[:9000], body[9000:]])
    headers = OWN | {"content-type": "application/x-www-form-urlencoded"}
    assert team.post("/login", content=content, headers=headers).status_code == 413


def test_a_form_gives_nobody_more_than_was_asked(team: TestClient, accounts: Accounts) -> None:
    """Mass assignment: a role, a name or a reviewer in a form are nothing."""
    more = {"role": "admin", "visitor": "admin", "stamp": "x", "who": "هند", "actor": "هند"}
    login(team, "رائد", **more)
    assert accounts.get("رائد").role == "reviewer"
    id = team.get("/figures.json").json()["items"][0]["id"]
    form = {"id": id, "kind": "accept", "name": "هند", **more}
    assert team.post("/review?who=هند", data=form, headers=OWN).status_code == 303
    assert [one["who"] for one in team.get("/history.json").json()["items"]] == ["رائد"]
    assert team.post("/read", data={"text": REPORT, **more}, headers=OWN).status_code == 403


def test_reviews_decisions_and_the_journal_name_the_account(team: TestClient, ledger: Path) -> None:
    """Each its own, one after the other over the same open ledgers; without accounts it is as before."""
    for name in ("رائد", "سامي"):
        login(team, name)
        id = team.get("/figures.json").json()["items"][0]["id"]
        assert team.post("/review", data={"id": id, "kind": "accept"}, headers=OWN).status_code == 303
    assert [one["who"] for one in team.get("/history.json").json()["items"]] == ["سامي", "رائد"]
    team.post("/read", data={"text": "قالت هند الخالدي إن 7 أشخاص أصيبوا."}, headers=OWN)
    with open_ledger(ledger) as opened:
        document = opened.find("أصيبوا").hits[0].article.id
        entry = next(iter(opened.reviews.labels(document).values()))
        assert {one.who for one in opened.explain(entry).events} == {"سامي"}


def test_a_changed_account_is_out_at_once(team: TestClient, accounts: Accounts) -> None:
    """By another role, another password, its removal, and a new one of its name."""
    changes = (
        lambda: accounts.set_role("سامي", "reader", "test"),
        lambda: accounts.set_password("سامي", GOOD, "test"),
        lambda: accounts.remove("سامي", "test"),
    )
    for change in changes:
        login(team, "سامي")
        assert team.get("/said").status_code == 200
        change()
        assert team.get("/said").status_code == 303
        if accounts.find("سامي") is None:
            accounts.add("سامي", "editor", GOOD, "test")
        assert team.get("/said").status_code == 303


def test_a_file_that_is_gone_lets_nobody_in(team: TestClient, accounts: Accounts) -> None:
    """Nor keeps anybody in."""
    login(team)
    Path(accounts.path).unlink()
    assert team.get("/said").status_code == 503
    found = login(team)
    assert found.status_code == 503
    assert accounts.path not in found.text
    assert found.headers["content-security-policy"]


def test_the_log_tells_who_came_and_what_was_denied(team: TestClient, accounts: Accounts) -> None:
    """No password, no unknown name (people type passwords there), no query, no id."""
    login(team, "nada", "wrong horse battery")
    login(team, "my secret password", "x")
    login(team, "nada")
    for _ in range(3):  # no flood
        team.post("/verdict?about=secret", data={"a": "secret"}, headers=OWN)
    team.post("/logout", headers=OWN)
    told = [(one.what, one.name, one.detail) for one in accounts.log(5)][::-1]
    assert told == [
        ("failed", "Nada", ""),
        ("failed", "", ""),
        ("login", "Nada", ""),
        ("denied", "Nada", "POST /verdict"),
        ("logout", "Nada", ""),
    ]
    assert "secret" not in "".join(map(str, accounts.log(100)))
