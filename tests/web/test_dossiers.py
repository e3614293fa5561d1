"""Dossiers in the browser: what is collected is kept with its words, in its order, and taken as a file."""

from __future__ import annotations

import json
import re

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import OWN, Client


def post(client: TestClient, path: str, **form: str) -> str:
    """Send a form; return where it leads."""
    done = client.post(path, data=form, headers=OWN)
    assert done.status_code == 303, done.text
    return str(done.headers["location"])


def figure(client: TestClient) -> str:
    """Return the id of the one figure."""
    return str(client.get("/figures.json").json()["items"][0]["id"])


def said(client: TestClient) -> str:
    """Return the id of a statement."""
    return str(client.get("/said.json").json()["items"][0]["id"])


def made(client: TestClient) -> str:
    """Collect a figure, a statement and the article; return the address of the dossier."""
    post(client, "/dossiers", name="غارة سراقب")
    document = client.get("/said.json").json()["items"][0]["article"]["id"]
    for id in (figure(client), said(client), document):
        post(client, "/dossier/add", id=id, back="/said")
    return f"/dossier/{client.get('/dossiers.json').json()['items'][0]['id']}"


def items(client: TestClient, page: str) -> list[str]:
    """Return what is in a dossier."""
    return [one["id"] for one in client.get(f"{page}.json").json()["items"]]


@pytest.mark.parametrize("path", ["/said", "/figures", "/events", "/ledger", "/review"])
def test_every_list_offers_to_collect(come: Client, path: str) -> None:
    """But none of a ledger that cannot be changed."""
    assert 'action="/dossier/add"' in come().get(path).text
    assert 'action="/dossier/add"' not in come(read_only=True).get(path).text


def test_adding_leads_back_and_says_so(come: Client) -> None:
    """To the same entry of the same list; the first time a dossier is made."""
    client = come()
    back = post(client, "/dossier/add", id=figure(client), back="/figures?what=شخصا&lang=en#x")
    assert back.startswith("/figures?what=")
    assert back.endswith("#x")
    page = client.get(back).text
    assert "It is in the dossier." in page
    assert client.get("/dossiers.json").json()["items"][0]["name"] == "ملفي"


def test_a_dossier_shows_what_it_holds(come: Client) -> None:
    """Quotes, who, labelled days, the way, that nobody reviewed it; and the same as data."""
    client = come()
    page = made(client)
    assert items(client, page)[:2] == [figure(client), said(client)]
    shown = client.get(f"{page}?lang=en").text
    for words in (
        "12 شخصا",
        "سامي الحلبي",
        "said",
        "published",
        "nobody has reviewed it",
        "غارة سراقب",
    ):
        assert words in shown, words
    told = client.get(f"{page}.csv").text
    assert figure(client) in told
    assert "12 شخصا" in told


def test_items_are_moved_noted_removed_and_brought_back(come: Client) -> None:
    """Each by a button, each taken back by another."""
    client = come()
    page = made(client)
    first, second, third = items(client, page)
    assert post(client, page, kind="down", item=first).endswith(f"#{first}")
    assert items(client, page) == [second, first, third]
    post(client, page, kind="up", item=third)
    assert items(client, page) == [second, third, first]
    post(client, page, kind="note", item=first, note="<b>يُسأل</b>")
    assert "&lt;b&gt;يُسأل" in client.get(page).text
    post(client, page, kind="remove", item=second)
    assert items(client, page) == [third, first]
    for _ in range(4):
        post(client, page, kind="undo")
    assert items(client, page) == [first, second, third]
    post(client, page, kind="rename", name="غارة أخرى")
    assert "غارة أخرى" in client.get(page).text
    assert post(client, page, kind="delete").startswith("/dossiers?deleted=")
    assert client.get(page).status_code == 404
    post(client, page, kind="undo")
    assert items(client, page) == [first, second, third]


def test_what_is_added_goes_to_the_chosen_dossier(come: Client) -> None:
    """Not to the last changed."""
    client = come()
    first = post(client, "/dossiers", name="الأول")
    second = post(client, "/dossiers", name="الثاني")
    post(client, first, kind="choose")
    post(client, second, kind="rename", name="الثالث")
    post(client, "/dossier/add", id=figure(client))
    assert items(client, first) == [figure(client)]
    assert items(client, second) == []


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/dossier/add", {}),
        ("/dossier/add", {"id": "fg_ffffffff"}),
        ("/dossiers", {"name": " "}),
        ("/dossier/ds_ff", {"kind": "remove"}),
        ("PAGE", {"kind": "praise"}),
        ("PAGE", {"kind": "remove", "item": "fg_ffff"}),
        ("PAGE", {"kind": "up", "item": "x"}),
        ("PAGE", {"kind": "undo", "number": "x"}),
        ("PAGE", {"kind": "undo", "number": "9999"}),
        ("PAGE", {"kind": "rename", "name": ""}),
    ],
)
def test_what_cannot_be_done_is_explained(come: Client, path: str, form: dict[str, str]) -> None:
    """Nothing is kept, and no dossier made."""
    client = come()
    page = made(client) if path == "PAGE" else path
    before = client.get("/dossiers.json").json()
    assert client.post(page, data=form, headers=OWN).status_code in (404, 422)
    assert client.get("/dossiers.json").json() == before


def test_a_read_only_ledger_keeps_its_dossiers(come: Client) -> None:
    """They are shown and taken away, not changed."""
    page = made(come())
    client = come(read_only=True)
    assert client.get(page).status_code == 200
    assert 'method="post"' not in client.get(page).text
    assert client.post(page, data={"kind": "delete"}, headers=OWN).status_code == 403
    assert client.get(f"/file?dossier={page.rsplit('/', 1)[1]}").status_code == 200


def test_one_file_proves_itself(come: Client) -> None:
    """It is kept as a file, and every quote is in the text at its place."""
    client = come()
    page = made(client)
    done = client.get(f"/file?dossier={page.rsplit('/', 1)[1]}&lang=en")
    assert done.headers["content-disposition"].startswith("attachment; filename=")
    block = re.search(r'<script type="application/json" id="manifest">(.*?)</script>', done.text, re.S)
    assert block is not None
    told = json.loads(block[1])
    texts = {one["id"]: one["text"] for one in told["documents"]}
    assert told["quotes"]
    for one in told["quotes"]:
        assert texts[one["document"]][one["start"] : one["end"]] == one["words"]
    single = client.get(f"/file?id={figure(client)}")
    assert single.status_code == 200
    assert client.get("/file").status_code == 422
    assert client.get("/file?id=fg_ffffffff").status_code == 404


def test_citations_are_taken_away_as_ris(come: Client) -> None:
    """One record for each entry and article."""
    client = come()
    page = made(client)
    told = client.get(f"/file?dossier={page.rsplit('/', 1)[1]}&as=ris")
    assert told.text.count("TY  - NEWS") == told.text.count("ER  - ") == 3
    assert "12 شخصا" in told.text


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_adding_leads_to_no_other_server(come: Client, back: str) -> None:
    """Only to a page of ours."""
    client = come()
    assert post(client, "/dossier/add", id=figure(client), back=back).startswith("/?added=ds_")
