"""Ways through the queue: filters stay, happenings are joined only after what changes was shown."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from rawi.opening import open as open_rawi
from rawi.opening import read
from tests.web.conftest import OWN, Client
from tests.web.test_review_entry import first

RAIDS = (
    "قتل 5 مدنيين في غارة جوية على بلدة سراقب يوم 12 آذار 2031.",
    "قتل 9 مدنيين في غارة جوية على بلدة أريحا يوم 12 آذار 2031.",
)


@pytest.fixture
def client(ledger: Path, come: Client) -> TestClient:
    """A client of a ledger with raids on two towns of one day."""
    with open_rawi(ledger) as opened:
        for number, text in enumerate(RAIDS):
            opened.add(read(text, published="2031-03-13", outlet="صدى", title=f"غارة {number}"))
        opened.update()
    return come()


def test_taking_back_keeps_the_filters(client: TestClient) -> None:
    """The form of the last decision leads to the same queue, with that entry open."""
    id = first(client, "event")
    assert client.post("/review", data={"id": id, "kind": "reject"}, headers=OWN).status_code == 303
    page = client.get("/review?kind=event&sure=certain").text
    assert f'value="/review?kind=event&amp;sure=certain&amp;open={id}"' in page


def test_joining_is_shown_first_and_taken_back_after(client: TestClient) -> None:
    """The form asks for a page of what would change; the result stands in the queue with its undo."""
    events = [one["events"] for one in client.get("/events.json").json()["items"]]
    one, other = next(
        (a[0]["id"], b[0]["id"]) for a in events for b in events
        if a is not b and a[0]["event"]["type"] == b[0]["event"]["type"]
        and a[0]["event"]["date"] == b[0]["event"]["date"] == "2031-03-12"
    )  # fmt: skip
    back = f"/review?kind=event&open={one}"
    queue = client.get(back).text
    assert 'action="/review/merge"' not in queue
    assert f'action="/event/{one}/change"' in queue
    shown = client.get(f"/event/{one}/change", params={"with": other, "back": back})
    assert shown.status_code == 200
    assert 'name="deed" value="merge"' in shown.text
    assert f'value="{back.replace("&", "&amp;")}"' in shown.text
    form = {"kind": "event", "id": one, "with": other, "deed": "merge", "back": back}
    done = client.post("/change", data=form, headers=OWN)
    assert done.status_code == 303
    asked = parse_qs(urlsplit(done.headers["location"]).query)
    assert asked["kind"] == ["event"]
    page = client.get(done.headers["location"]).text
    assert 'action="/decision/undo"' in page
    assert f'name="number" value="{asked["done"][0]}"' in page


def test_several_are_judged_by_their_sentences(client: TestClient) -> None:
    """A number alone cannot be judged; the question ends as Arabic ones do."""
    id = first(client, "figure")
    page = client.get("/review/confirm", params={"id": id, "decision": "reject", "lang": "ar"}).text
    assert '<mark class="figure">' in page
    assert "أترفض مدخل" in page
    assert "?</h1>" not in page
