"""Wherever an entry is shown, how people left it is shown too: the value as read beside the one corrected."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from starlette.testclient import TestClient

from rawi.model.review import Field
from rawi.opening import open as open_rawi
from rawi.opening import read
from rawi.views.report.say import tell
from rawi.web.phrases import load_phrases
from tests.web.conftest import OWN, Client

MORE = (
    ("2031-03-13", "قال مدير الصحة وائل الدروبي إن 14 شخصا قتلوا أمس في الغارة الجوية على بلدة سراقب."),
    ("2031-03-14", "قال وزير الداخلية سامي الحلبي إن 19 شخصا قتلوا في الغارة الجوية على بلدة سراقب."),
)
CLAIM = "قتل 12 شخصا في غارة جوية على بلدة سراقب"


@pytest.fixture
def client(ledger: Path, come: Client) -> TestClient:
    """A client of a ledger in which three report of one raid."""
    with open_rawi(ledger) as opened:
        for day, text in MORE:
            opened.add(read(text, published=day, outlet="ضفاف", title="غارة سراقب"))
        opened.update()
    return come()


def figure(client: TestClient, low: int = 12) -> dict[str, object]:
    """Return the figure of a value."""
    found: list[dict[str, object]] = client.get("/figures.json").json()["items"]
    return next(one for one in found if one["figure"]["low"] == low)  # type: ignore[index]


def correct(client: TestClient, id: object, **fields: str) -> None:
    """Correct fields of an entry."""
    form = {f"field.{name}": value for name, value in fields.items()}
    told = client.post("/review", data={"id": id, "kind": "correct", **form}, headers=OWN)
    assert told.status_code == 303


def pages(client: TestClient, one: dict[str, object]) -> list[str]:
    """Return the addresses of pages on which a figure is shown."""
    document = one["article"]["id"]  # type: ignore[index]
    series = client.get("/series.json").json()["items"][0]["id"]
    story = client.get("/stories.json").json()["items"][0]["id"]
    found = client.get("/compare.json").json()["items"]
    pair = next(
        each["comparison"]
        for each in found
        if one["id"] in (each["comparison"]["a"], each["comparison"]["b"])
    )
    people = client.get("/who.json", params={"who": "سامي الحلبي"}).json()["items"]
    person = next(each["id"] for each in people if document in each["documents"])
    return [
        f"/check?claim={CLAIM}", f"/compare/{pair['a']}/{pair['b']}", "/compare", f"/series/{series}",
        f"/story/{story}", f"/e/{person}?tab=figures", "/figures", "/ledger", f"/d/{document}",
        f"/review?open={one['id']}", f"/review/{one['id']}", f"/history/{one['id']}",
        f"/file?id={one['id']}", f"/file?id={document}", f"/file?id={series}", f"/file?id={story}",
        f"/file?id={pair['a']}/{pair['b']}",
    ]  # fmt: skip


def test_every_page_shows_the_new_value_beside_the_old(client: TestClient) -> None:
    """Struck and labelled the one, marked the other; nowhere a raw key."""
    one = figure(client)
    correct(client, one["id"], holder="رائد الكناني", as_of="2031-03-11", counted="مدنيين")
    for path in pages(client, one):
        page = client.get(path, params={"lang": "ar"} if "?" not in path else None).text
        assert re.search(r"<del>.*?سامي الحلبي.*?</del>.*?<ins>.*?رائد الكناني.*?</ins>", page, re.S), path
        assert "مصحَّح" in page, path
        assert "field.counted" not in page.replace('name="field.counted"', ""), path


def test_check_tells_accepted_from_unreviewed(client: TestClient) -> None:
    """A closest entry that nobody looked at does not look like one that somebody accepted."""
    one = figure(client)
    before = client.get("/check", params={"claim": CLAIM}).text
    assert 'class="stands accepted"' not in before
    assert 'class="machine"' in before
    assert client.post("/review", data={"id": one["id"], "kind": "accept"}, headers=OWN).status_code == 303
    assert 'class="stands accepted"' in client.get("/check", params={"claim": CLAIM}).text


def test_a_series_says_which_values_people_corrected(client: TestClient) -> None:
    """In the sentence, by a ring in the chart, and in words below it; the machine's value stays."""
    one = figure(client)
    series = client.get("/series.json").json()["items"][0]["id"]
    assert 'class="ring"' not in client.get(f"/series/{series}").text
    correct(client, one["id"], low="13", high="13")
    page = client.get(f"/series/{series}?lang=ar").text
    assert 'class="ring"' in page
    assert "صُحّح إلى 13" in page
    assert 'id="amended"' in page
    values = [
        each["point"]["low"] for each in client.get(f"/series/{series}.json").json()["series"]["points"]
    ]
    assert 12 in values
    assert 13 not in values


def test_who_decided_in_the_browser_is_you(client: TestClient) -> None:
    """Not the name under which the server keeps a journal."""
    correct(client, figure(client)["id"], low="13", high="13")
    for path in ("/figures", "/history"):
        assert "أنت (المتصفح)" in client.get(f"{path}?lang=ar").text
        assert "<bdi>web</bdi>" not in client.get(path).text


def test_every_field_has_its_name_on_pages_and_in_files() -> None:
    """In both languages; a key is no name."""
    for name in get_args(Field):
        assert f"field.{name}" in load_phrases(), name
        for language in ("ar", "en"):
            assert "field" not in tell(f"field.{name}", language), name  # type: ignore[arg-type]
