"""What people decide in the browser is kept, shown apart from what the machine read, and can be undone."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import OWN, Client


def document(client: TestClient) -> str:
    """Return the address of the one article."""
    return f"/d/{client.get('/said.json').json()['items'][0]['article']['id']}"


def figure(client: TestClient) -> str:
    """Return the id of the one figure."""
    return str(client.get("/figures.json").json()["items"][0]["id"])


def decide(client: TestClient, **form: str) -> int:
    """Send a decision; return the status."""
    return client.post("/review", data=form, headers=OWN).status_code


@pytest.mark.parametrize(
    ("kind", "standing"), [("accept", "accepted"), ("reject", "rejected"), ("background", "background")]
)
def test_a_decision_is_shown_where_it_was_made(come: Client, kind: str, standing: str) -> None:
    """In words on the page, and in its data."""
    client = come()
    page, id = document(client), figure(client)
    done = client.post("/review", data={"id": id, "kind": kind, "back": f"{page}#card-a-f1"}, headers=OWN)
    assert (done.status_code, done.headers["location"]) == (303, f"{page}#card-a-f1")
    assert f'class="stands {standing}"' in client.get(page).text
    assert client.get(f"{page}.json").json()["reviews"][id]["standing"] == standing
    assert standing in client.get(f"{page}.csv").text


def test_a_correction_stands_beside_what_was_read(come: Client) -> None:
    """Both are shown."""
    client = come()
    page, id = document(client), figure(client)
    assert (
        decide(client, id=id, kind="correct", **{"field.low": "13", "field.high": "13", "field.place": "-"})
        == 303
    )
    told = client.get(f"{page}.json").json()
    assert told["record"]["figures"][0]["low"] == 12
    assert {one["field"]: one["value"] for one in told["reviews"][id]["corrections"]} == {
        "low": "13", "high": "13", "place": None
    }  # fmt: skip
    assert 'corrected">' in client.get(page).text


def test_twenty_decisions_are_taken_back(come: Client) -> None:
    """One after another, the last first."""
    client = come()
    page, id = document(client), figure(client)
    for number in range(20):
        assert decide(client, id=id, kind=("accept", "reject")[number % 2]) == 303
    for _ in range(20):
        assert decide(client, kind="undo") == 303
    assert client.get(f"{page}.json").json()["reviews"] == {}
    assert decide(client, kind="undo") == 422


@pytest.mark.parametrize(
    "form",
    [
        {"kind": "accept"},
        {"kind": "praise"},
        {"kind": "correct"},
        {"kind": "correct", "field.low": "many"},
        {"kind": "accept", "id": "fg_ffffffff"},
    ],
)
def test_what_cannot_be_decided_is_explained(come: Client, form: dict[str, str]) -> None:
    """Nothing is kept."""
    client = come()
    assert decide(client, **({"id": figure(client)} if form["kind"] != "accept" else {}), **form) in (
        404,
        422,
    )
    assert client.get(f"{document(client)}.json").json()["reviews"] == {}


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "/\n/x", ""])
def test_a_decision_leads_to_no_other_server(come: Client, back: str) -> None:
    """Only to a page of ours."""
    client = come()
    done = client.post("/review", data={"id": figure(client), "kind": "accept", "back": back}, headers=OWN)
    assert done.headers["location"] == "/"


def test_a_read_only_ledger_takes_no_decision(come: Client) -> None:
    """Nor does the reader offer any."""
    client = come(read_only=True)
    assert decide(client, id=figure(client), kind="accept") == 403
    assert 'action="/review"' not in client.get(document(client)).text
