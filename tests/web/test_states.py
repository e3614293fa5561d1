"""The states that are no full page: nothing yet, nothing for these filters, behind, failed, wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rawi.opening import open as open_rawi
from rawi.web.app import build_app
from rawi.web.site import Site
from tests.web.conftest import HOST, OWN, Client

LISTS = ("/ledger", "/said", "/figures", "/events", "/map", "/stories", "/series", "/compare", "/find")


@pytest.fixture
def bare(tmp_path: Path) -> Callable[[], TestClient]:
    """Return a client of a ledger without an article."""
    path = tmp_path / "empty.rawi"
    open_rawi(path).close()

    def build() -> TestClient:
        told = Site(str(path), frozenset((HOST,)), "token", "secret")
        client = TestClient(build_app(told), f"http://{HOST}", follow_redirects=False)
        client.cookies.set("rawi-8017", "secret")
        return client

    return build


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("path", LISTS)
def test_an_empty_ledger_says_so_and_leads_to_the_first_article(
    bare: Callable[[], TestClient], path: str, lang: str
) -> None:
    """Each list has exactly one action then, and it is to read something."""
    page = bare().get(path, params={"lang": lang}).text
    assert page.count('class="go"') == 1
    assert '<a class="go" href="/">' in page


@pytest.mark.parametrize("path", ["/said?who=قققق", "/figures?what=قققق", "/stories?about=قققق"])
def test_filters_that_leave_nothing_can_be_taken_away(come: Client, path: str) -> None:
    """By one link to the same page without them."""
    page = come().get(path).text
    assert f'<a class="go" href="{path.partition("?")[0]}">' in page


def test_the_first_article_of_a_ledger_brings_the_tour(bare: Callable[[], TestClient]) -> None:
    """And the page it leads to has text, entries and four steps."""
    client = bare()
    told = client.post("/read", data={"text": "قال سامي الحلبي إن 12 شخصا قتلوا."}, headers=OWN)
    assert told.headers["location"].endswith("?tour=on")
    page = client.get(told.headers["location"]).text
    assert 'class="tour"' in page
    assert 'id="entries"' in page


@pytest.mark.parametrize("path", ["/stories", "/series", "/events", "/map", "/compare"])
def test_what_came_since_the_update_is_counted(come: Client, path: str) -> None:
    """Pages that are derived say how many articles they lack, and where to bring them up to date."""
    client = come()
    assert 'class="stale"' not in client.get(path).text
    for text in ("قال سامي الحلبي إن السد سليم.", "قال رائد الكناني إن الجسر مغلق."):
        client.post("/read", data={"text": text}, headers=OWN)
    page = client.get(path, params={"lang": "en"}).text
    assert "Since the last update 2 articles came" in page
    assert 'href="/updating"' in page


def test_an_error_has_a_code_what_was_kept_and_what_to_do(come: Client) -> None:
    """For a page that is not there, and for a question that is wrong."""
    client = come()
    for path in ("/nowhere", "/said?since=soon"):
        page = client.get(path, params={"lang": "en"} if "?" not in path else None).text
        assert 'class="go"' in page
        assert 'class="id">' in page
    assert "nothing of this was written" in client.get("/nowhere", params={"lang": "en"}).text


def test_a_search_without_a_hit_helps(come: Client) -> None:
    """The words as they were typed, those that stand alone, and flexible spelling where it was off."""
    client = come()
    page = client.get("/find", params={"q": "سراقبْ قققق", "lang": "en"}).text
    assert "<b>سراقبْ قققق</b>" in page
    assert "Single words that stand in the ledger" in page
    strict = client.get("/find", params={"q": "الداخليه", "exact": "1"}).text
    assert 'class="go"' in strict
    assert client.get("/find", params={"q": "الداخليه"}).text.count('<article class="card') == 1


def test_series_are_narrowed_by_the_address(come: Client, ledger: Path) -> None:
    """By holder, repeats and the way of time, in the data as on the page; what is no choice is refused."""
    client = come()
    for text in ("قال وزير الداخلية سامي الحلبي إن 15 شخصا قتلوا في غارة جوية على بلدة سراقب.",
                 "وقال الدفاع المدني إن 19 شخصا قتلوا في غارة جوية على بلدة سراقب."):  # fmt: skip
        client.post("/read", data={"text": text, "published": "2031-03-14"}, headers=OWN)
    with open_rawi(ledger) as opened:
        opened.update()
    items = client.get("/series.json").json()["items"]
    assert items, "the reports count one quantity"
    path = f"/series/{items[0]['id']}"
    whole = client.get(f"{path}.json").json()["series"]["points"]
    holder = next(one["point"]["holder"] for one in whole if one["point"]["holder"])
    one = client.get(f"{path}.json", params={"holder": holder}).json()["series"]["points"]
    assert 0 < len(one) < len(whole)
    assert {each["point"]["holder"] for each in one} == {holder}
    drawn = client.get(f"{path}/svg", params={"axis": "rtl"})
    assert drawn.headers["content-type"].startswith("image/svg+xml")
    assert drawn.text.startswith("<?xml")
    for wrong in ("holder=قققق", "axis=up", "by=now", "repeats=some"):
        assert client.get(f"{path}.json?{wrong}").status_code == 422
