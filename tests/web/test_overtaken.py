"""Who decides by an old page is shown what another decided since, and nothing of that is lost unseen."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import OWN, Client


def waiting(client: TestClient) -> list[str]:
    """Return the entries that wait."""
    return [str(one["id"]) for one in client.get("/review.json").json()["items"]]


def hidden(page: str, which: int = 0) -> list[tuple[str, str]]:
    """Return the hidden fields of a form of decisions on a page."""
    form = re.findall(r'<form[^>]*method="post" action="/review(?:/all)?">(.*?)</form>', page, re.S)[which]
    return [
        (unescape(a), unescape(b))
        for a, b in re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', form)
    ]


def send(client: TestClient, path: str, fields: list[tuple[str, str]]) -> Any:
    """Send a form."""
    data: dict[str, list[str]] = {}
    for name, value in fields:
        data.setdefault(name, []).append(value)
    return client.post(path, data=data, headers=OWN)


def stands(client: TestClient, id: str) -> str:
    """Return how an entry stands."""
    return str(client.get(f"/api/v1/entries/{id}").json()["review"]["standing"])


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("where", ["/review/{}", "/review?open={}"])
def test_an_old_page_does_not_undo_a_correction(come: Client, where: str, lang: str) -> None:
    """What was corrected in another tab stands and is shown; who decides anyway does so."""
    client = come()
    id = client.get("/review.json?kind=figure").json()["items"][0]["id"]
    mark = "&" if "?" in where else "?"
    old = hidden(client.get(where.format(id) + f"{mark}lang={lang}").text, -1 if "open" in where else 0)
    old = [one for one in old if one[0] in ("id", "back", "seen")]
    assert ("seen", "0") in old
    fixed = {"kind": "correct", "id": id, "field.low": "13", "seen": "0"}
    assert client.post("/review", data=fixed, headers=OWN).status_code == 303
    page = send(client, f"/review?lang={lang}", [*old, ("kind", "accept")])
    assert page.status_code == 409
    assert stands(client, id) == "corrected"
    assert "13" in page.text
    anyway = hidden(page.text)
    assert {("kind", "accept"), ("id", id), ("seen", "1")} <= set(anyway)
    assert send(client, "/review", anyway).status_code == 303
    assert stands(client, id) == "accepted"


def test_a_form_that_does_not_tell_decides_as_before(come: Client) -> None:
    """Scripts and old pages have no such field; a blank one is none, another is refused."""
    client = come()
    id = waiting(client)[0]
    for told, status in ({}, 303), ({}, 303), ({"seen": ""}, 409), ({"seen": "x"}, 422), ({"seen": "2"}, 303):
        form = {"kind": "accept", "id": id, **told}
        assert client.post("/review", data=form, headers=OWN).status_code == status


def test_what_was_decided_meanwhile_is_left_out_of_many(come: Client) -> None:
    """The others are decided; the page names those that are not, and decides them if asked."""
    client = come()
    ids = waiting(client)[:3]
    page = client.get("/review/confirm", params={"id": ids, "decision": "accept"}).text
    client.post("/review", data={"kind": "reject", "id": ids[1]}, headers=OWN)
    left = send(client, "/review/all", hidden(page))
    assert left.status_code == 409
    assert [stands(client, id) for id in ids] == ["accepted", "rejected", "accepted"]
    anyway = hidden(left.text)
    assert [value for name, value in anyway if name == "id"] == [ids[1]]
    assert send(client, "/review/all", anyway).status_code == 303
    assert stands(client, ids[1]) == "accepted"


def test_what_is_to_be_confirmed_is_data_too(come: Client) -> None:
    """As rows, each with its place and the decision."""
    client = come()
    ids = waiting(client)[:2]
    lines = client.get("/review/confirm.csv", params={"id": ids, "decision": "reject"}).text.splitlines()
    assert lines[0].lstrip("\ufeff").startswith("id,kind,document")
    assert [line.split(",")[0] for line in lines[1:]] == ids
    assert all(line.endswith("reject") for line in lines[1:])
