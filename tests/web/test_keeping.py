"""What was decided, what is set, where documents come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.ledger.ledger import open_ledger
from rawi.ledger.results import Origin
from tests.web.conftest import OWN, Client


def test_history_tells_who_did_what_and_takes_it_back(come: Client) -> None:
    """The newest first; what was taken back says so and offers it no more."""
    client = come()
    id = client.get("/figures.json").json()["items"][0]["id"]
    form = {"id": id, "kind": "reject", "why": "عدد آخر"}
    assert client.post("/review", data=form, headers=OWN).status_code == 303
    (deed,) = client.get("/history.json").json()["items"]
    assert (deed["who"], deed["kind"], deed["why"], deed["entry"]) == ("web", "reject", "عدد آخر", id)
    assert "عدد آخر" in client.get("/history").text
    undo = {"kind": "undo", "number": str(deed["number"]), "back": "/history"}
    assert client.post("/review", data=undo, headers=OWN).headers["location"] == "/history"
    last, first = client.get("/history.json").json()["items"]
    assert (last["kind"], last["target"], first["undone"]) == ("undo", first["number"], last["number"])
    page = client.get("/history").text
    assert "undone" in page
    assert 'name="kind" value="undo"' not in page


def test_a_decision_is_taken_back_too(come: Client, ledger: Path) -> None:
    """About who is who."""
    with open_ledger(ledger, actor="هند") as opened:
        people = [one.id for name in ("سامي الحلبي", "رائد الكناني") for one in opened.who(name)]
        number = opened.merge(*people[:2], "هما واحد")
    client = come()
    (deed,) = client.get("/history.json").json()["items"]
    assert (deed["of"], deed["number"], deed["who"], deed["kind"]) == ("decision", number, "هند", "merge")
    assert 'action="/decision/undo"' in client.get("/history").text
    form = {"number": str(number), "back": "/history"}
    assert client.post("/decision/undo", data=form, headers=OWN).status_code == 303
    assert client.get("/history.json").json()["items"][1]["undone"] == number + 1
    assert client.post("/decision/undo", data=form, headers=OWN).status_code == 422
    for wrong in ("", "x", "٣", "9" * 30):
        assert client.post("/decision/undo", data={"number": wrong}, headers=OWN).status_code == 422
    assert come(read_only=True).post("/decision/undo", data=form, headers=OWN).status_code == 403


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [("lang", "en", 'lang="en"'), ("theme", "dark", 'data-theme="dark"'), ("keys", "off", 'data-keys="off"')],
)
def test_what_is_set_stays(come: Client, name: str, value: str, shown: str) -> None:
    """In the browser's cookies, for every page."""
    client = come()
    assert shown in client.get(f"/settings?{name}={value}").text
    assert shown in client.get("/said").text
    assert f'name="{name}" value="{value}" checked' in client.get("/settings").text


def test_settings_tell_where_the_ledger_lies(come: Client, ledger: Path) -> None:
    """And whether it can be changed."""
    told = come(read_only=True).get("/settings.json").json()
    assert (told["ledger"], told["read_only"]) == (str(ledger), True)
    assert str(ledger) in come().get("/settings").text


def test_sources_tell_outlets_feeds_and_what_was_rejected(come: Client, ledger: Path) -> None:
    """With the codes."""
    with open_ledger(ledger) as opened:
        opened.feeds.add("https://x.example/rss", "أخبار الريم")
        opened.feeds.add("https://y.example/rss")
        opened.feeds.failed("https://y.example/rss", "feeds.gone")
        opened.reject(Origin("bad.bin"), "E104", b"\xff\xfe")
    client = come()
    told = client.get("/sources.json").json()
    assert [(one["name"], one["documents"]) for one in told["outlets"]] == [("مرايا", 1)]
    assert [one["url"] for one in told["feeds"]] == ["https://x.example/rss", "https://y.example/rss"]
    assert told["codes"] == {"E104": 1}
    page = client.get("/sources").text
    for words in ("أخبار الريم", "feeds.gone", "bad.bin", "E104"):
        assert words in page
    assert client.get("/sources.csv").text.count("\n") == 5
