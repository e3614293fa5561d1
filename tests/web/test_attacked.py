"""What somebody tried who wanted to break in, to break things, or to learn what is nobody's business."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from rawi.views.exports.delimited import guard, unguard
from rawi.web.accounts.faults import NameRefused
from rawi.web.accounts.names import check_name
from rawi.web.site import build_site
from tests.web.conftest import OWN

Client = Callable[..., TestClient]


@pytest.mark.parametrize(
    "origin", ["http://[", "http://", "//", "null.", "http://127.0.0.1:8017.evil", "\x00"]
)
def test_an_odd_origin_is_refused_before_anything_else(come: Client, origin: str) -> None:
    """Whatever it is: no page of ours, and no error of ours."""
    client = come()
    for path in ("/review", "/login", "/api/v1/undo"):
        headers = {"origin": origin, "sec-fetch-site": "same-origin"}
        assert client.post(path, headers=headers).status_code == 403


@pytest.mark.parametrize("other", ['p={"a":1}', "x[]=1", "a b=2", "novalue", "f=\xe9", "=", ";;"])
def test_a_foreign_cookie_locks_nobody_out(come: Client, other: str) -> None:
    """Cookies of all ports of a host come together; ours is found beside any."""
    client = come(inside=False)
    for told in (f"{other}; rawi-8017=secret", f"rawi-8017=secret; {other}"):
        assert client.get("/", headers={"cookie": told.encode("latin-1")}).status_code == 200
    assert client.get("/", headers={"cookie": other.encode("latin-1")}).status_code == 401


def test_two_servers_of_one_machine_do_not_throw_each_other_out() -> None:
    """Each has a cookie of its own."""
    assert build_site("a.rawi", 8017).cookie != build_site("b.rawi", 8018).cookie


def test_a_pasted_article_may_be_as_long_as_a_file(come: Client) -> None:
    """More than the 1 MiB that the library would take by itself."""
    text = "قال سامي الحلبي إن الجسر سليم.\n" + "وكانت الشوارع هادئة والأسواق مفتوحة. " * 18_000
    assert len(text.encode()) > 1 << 20
    client = come()
    for how in ({"data": {"text": text}}, {"files": {"text": (None, text.encode())}}):
        assert client.post("/read", headers=OWN, **how).status_code == 303  # type: ignore[arg-type]


@pytest.mark.parametrize("number", ["x", "-1", "", "٣", "99999999999999999999", "1 ", "1_0"])
def test_no_other_review_is_taken_back_than_the_one_named(come: Client, number: str) -> None:
    """A number that is none takes nothing back."""
    client = come()
    entry = client.get("/review.json").json()["items"][0]["id"]
    assert client.post("/review", data={"id": entry, "kind": "accept"}, headers=OWN).status_code == 303
    told = client.post("/review", data={"kind": "undo", "number": number}, headers=OWN).status_code
    assert told == (303 if number == "1 " else 422)
    stands = client.get(f"/history/{entry}.json").json()
    assert ("undo" in str(stands)) is (number == "1 ")


def test_no_path_of_the_server_is_told_where_the_ledger_is_busy(come: Client, ledger: object) -> None:
    """Somebody else writes: try again, and no more."""
    import apsw

    client = come()
    entry = client.get("/review.json").json()["items"][0]["id"]
    other = apsw.Connection(str(ledger))
    other.execute("BEGIN IMMEDIATE")
    try:
        headers = OWN | {"accept-language": "en"}
        found = client.post("/review", data={"id": entry, "kind": "accept"}, headers=headers)
    finally:
        other.close()
    assert found.status_code == 503
    assert str(ledger) not in found.text


def test_cells_that_a_spreadsheet_would_run_are_guarded() -> None:
    """Full-width signs and marks of direction before a sign too; and the guard comes off again."""
    for cell in ("=1+1", "＝1+1", "＋1", "－1", "＠x", "\u200f=1+1", "\u2066 @x", "\ufeff+1", "'=1"):
        assert guard(cell) == f"'{cell}"
        assert unguard(guard(cell)) == cell
    for cell in ("سراقب", "x=1", "'tis", ""):
        assert guard(cell) == cell


def test_nobody_takes_a_name_that_is_the_program_s_or_looks_like_another() -> None:
    """Letters of two scripts that look alike are not mixed; Arabic beside Latin is."""
    for name in ("api", "Web", "r\u0430wi", "H\u0456nd"):
        with pytest.raises(NameRefused):
            check_name(name)
    assert check_name("هند Hind") == "هند Hind"
