"""Each page in both languages and three shapes."""

from __future__ import annotations

import csv
import io

import pytest

from rawi.web.pages import PAGES
from tests.web.conftest import OWN, Client

LISTS = [path for path, *_ in PAGES if "{" not in path and path != "/"]
EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'"


@pytest.mark.parametrize("path", ["/", *LISTS])
@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_pages_stand_in_both_languages(come: Client, path: str, lang: str, direction: str) -> None:
    """With the direction of the language, which the browser keeps for the next page."""
    client = come()
    assert f'<html lang="{lang}" dir="{direction}"' in client.get(path, params={"lang": lang}).text
    assert f'<html lang="{lang}" dir="{direction}"' in client.get(path).text


@pytest.mark.parametrize("path", ["/said", "/figures", "/events", "/find?q=سراقب"])
def test_a_page_its_json_and_its_csv_tell_the_same(come: Client, path: str) -> None:
    """As many entries in each."""
    client = come()
    stem, _, query = path.partition("?")
    told = client.get(f"{stem}.json?{query}").json()
    rows = list(csv.DictReader(io.StringIO(client.get(f"{stem}.csv?{query}").content.decode("utf-8-sig"))))
    assert told["count"] == client.get(path).text.count('<article class="card')
    assert rows
    assert {row["document"] for row in rows} == {client.get("/said.json").json()["items"][0]["article"]["id"]}


def test_an_article_that_is_pasted_is_read(come: Client) -> None:
    """It leads to its page, where its words are painted and listed."""
    client = come()
    text = "قالت الوزيرة هند الخالدي إن 7 أشخاص أصيبوا في حريق."
    told = client.post("/read", data={"text": text, "published": "2031-03-14"}, headers=OWN)
    assert told.status_code == 303
    page = client.get(told.headers["location"]).text
    assert "هند الخالدي" in page
    assert 'class="figure' in page or "figure" in page
    record = client.get(f"{told.headers['location']}.json").json()["record"]
    assert record["document"]["text"].strip() == text


def test_a_file_that_is_chosen_is_read(come: Client) -> None:
    """In the encoding it came in."""
    client = come()
    data = "قال سامي الحلبي إن السد سليم.".encode("windows-1256")
    told = client.post("/read", data={"text": ""}, files={"file": ("a.txt", data)}, headers=OWN)
    assert told.status_code == 303
    assert "السد سليم" in client.get(told.headers["location"]).text


@pytest.mark.parametrize("form", [{}, {"text": "  "}, {"text": "نص", "published": "yesterday"}])
def test_what_cannot_be_read_is_explained(come: Client, form: dict[str, str]) -> None:
    """Nothing is stored, and the page says what was wrong."""
    client = come()
    told = client.post("/read", data=form, headers=OWN)
    assert told.status_code == 422
    assert "<h1>" in told.text
    assert client.get("/index.json").json()["counts"]["documents"] == 1


@pytest.mark.parametrize(
    "path", ["/nowhere", "/d/ffff", "/events?type=picnic", "/said?since=soon", "/said?next=x"]
)
def test_wrong_questions_have_an_answer(come: Client, path: str) -> None:
    """A page for people, a problem with a code for programs; never an error of ours."""
    client = come()
    assert client.get(path).status_code in (404, 422)
    stem, _, query = path.partition("?")
    told = client.get(f"{stem}.json?{query}")
    assert told.status_code in (404, 422)
    assert told.headers["content-type"].startswith("application/problem+json")
    assert told.json()["code"]


def test_markup_of_a_source_is_words(come: Client) -> None:
    """In its title, outlet and text, and in whatever is asked."""
    client = come()
    form = {"text": f"قال سامي الحلبي إن {EVIL} 7 أشخاص قتلوا في كركوك.", "title": EVIL, "outlet": EVIL}
    told = client.post("/read", data=form, headers=OWN)
    for path in (
        told.headers["location"],
        "/said",
        "/figures",
        "/events",
        f"/find?q={EVIL}",
        f"/said?who={EVIL}",
    ):
        page = client.get(path).text
        assert "<script>alert" not in page
        assert "<img" not in page


def test_the_same_address_again_is_the_same_page(come: Client) -> None:
    """What is shown depends on the ledger alone."""
    client = come()
    assert client.get("/said").text == client.get("/said").text
