"""A date that rests on words with a warning never looks sure; a person keeps one reading or takes it back."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from rawi.opening import read
from rawi.views.unsettled import find_date_readings, find_unsettled
from tests.web.conftest import OWN, Client

#: In 2017 the sixth of December was a Wednesday; «أمس الثلاثاء» further down speaks for the fifth.
NEWS = (
    "قال المتحدث رائد الكناني يوم الثلاثاء 6 كانون الأول إن 12 مدنيا قتلوا في بلدة سراقب.\n"
    "وقال وزير الصحة سامي الحلبي أمس الثلاثاء إن المستشفى استقبل 30 جريحا.\n"
    "وكان تقرير صدر في تشرين الأول الماضي قد حذر من ذلك."
)
UNSURE = "اليوم والتاريخ لا يتفقان"


@pytest.fixture
def pasted(come: Client) -> tuple[TestClient, str]:
    """A client, and the id of the article in its ledger."""
    client = come()
    made = client.post("/read", data={"text": NEWS, "published": "2017-12-06"}, headers=OWN)
    return client, made.headers["location"].partition("?")[0].removeprefix("/d/")


def _card(page: str, id: str) -> str:
    """Return the card of an entry on a page."""
    cards = re.findall(r'<article class="card.*?</article>', page, re.DOTALL)
    return next(one for one in cards if id in one)


def _entries(client: TestClient, document: str) -> tuple[str, str, str]:
    """Return the ids of the statement and the figure that rest on the words, and of a statement that does
    not."""
    said = [one for one in client.get("/said.json").json()["items"] if one["article"]["id"] == document]
    counts = [one for one in client.get("/figures.json").json()["items"] if one["article"]["id"] == document]
    by = {one["said"]: one["id"] for one in said}
    figure = next(one["id"] for one in counts if one["said"] == "2017-12-06")
    return by["2017-12-06"], figure, by["2017-12-05"]


def _settle(client: TestClient, document: str, day: str, **other: str) -> int:
    """Keep a reading and return the status."""
    start = NEWS.index("يوم الثلاثاء")
    place = f"{start},{start + len('يوم الثلاثاء 6 كانون الأول')}"
    told = {"document": document, "place": place, "day": day, "back": f"/d/{document}"} | other
    return client.post("/review/date", data=told, headers=OWN).status_code


def test_readings_are_in_the_order_of_what_speaks_for_them() -> None:
    """First what other words of the article agree with, last what they contradict, each with those words."""
    record = read(NEWS, published="2017-12-06").record
    warning = next(one for one in record.document.warnings if one.code == "date.weekday-mismatch")
    found = [(one.day, one.kept, one.agrees, one.against) for one in find_date_readings(record, warning)]
    assert found == [
        ("2017-12-05", "weekday", "أمس الثلاثاء", None),
        ("2017-12-06", "day", None, None),
        ("2016-12-06", "both", None, "تشرين الأول الماضي"),
    ]


def test_only_what_rests_on_the_words_is_unsettled() -> None:
    """The speaker of the words with the warning is dated by them, the other speaker is not."""
    record = read(NEWS, published="2017-12-06").record
    by = {one.speaker.name: one.id for one in record.statements}
    labels = {label for label, _ in find_unsettled(record)}
    assert by["رائد الكناني"] in labels
    assert by["سامي الحلبي"] not in labels


@pytest.mark.parametrize(("path", "at"), [("/said", 0), ("/figures", 1), ("/ledger", 0)])
def test_lists_say_that_a_date_is_not_settled(pasted: tuple[TestClient, str], path: str, at: int) -> None:
    """In words, with a question mark, and the source's words on hover; a settled date says nothing of it."""
    client, document = pasted
    ids = _entries(client, document)
    page = client.get(path, params={"lang": "ar"}).text
    card = _card(page, ids[at])
    assert UNSURE in card
    assert "؟" in card
    assert re.search(r'title="[^"]*«يوم الثلاثاء 6 كانون الأول»"', card)
    if path == "/said":
        assert UNSURE not in _card(page, ids[2])


def test_a_checked_claim_says_that_a_date_is_not_settled(pasted: tuple[TestClient, str]) -> None:
    """The cards of a claim say so too."""
    client, _ = pasted
    asked = {"claim": "رائد الكناني: 12 مدنيا قتلوا في سراقب", "lang": "ar"}
    assert UNSURE in client.get("/check", params=asked).text


def test_data_is_as_the_machine_read_it(pasted: tuple[TestClient, str]) -> None:
    """The record has the warning and the date that was read, before and after somebody kept another."""
    client, document = pasted
    before = client.get(f"/d/{document}.json").json()["record"]
    assert _settle(client, document, "2017-12-05") == 303
    assert client.get(f"/d/{document}.json").json()["record"] == before


def test_a_citation_says_that_its_date_is_not_settled(pasted: tuple[TestClient, str]) -> None:
    """In the block and in Markdown; once a person kept a reading, that is the date that is cited."""
    client, document = pasted
    said, _, other = _entries(client, document)
    told = client.get(f"/cite/{said}.json?lang=ar").json()["styles"]
    assert UNSURE in told["block"]
    assert UNSURE in told["md"]
    assert UNSURE not in client.get(f"/cite/{other}.json?lang=ar").json()["styles"]["block"]
    _settle(client, document, "2017-12-05")
    told = client.get(f"/cite/{said}.json?lang=ar").json()["styles"]
    assert UNSURE not in told["block"]
    assert "5 كانون الأول/ديسمبر 2017" in told["block"]


def test_one_button_corrects_all_that_rests_on_the_words(pasted: tuple[TestClient, str]) -> None:
    """The date that a person kept stands in lists, by whom; undone, it is doubtful again."""
    client, document = pasted
    said, figure, _ = _entries(client, document)
    page = client.get(f"/d/{document}").text
    assert page.count('action="/review/date"') == 3  # a button for each reading
    assert _settle(client, document, "2017-12-05") == 303
    reviews = client.get(f"/d/{document}.json").json()["reviews"]
    both = {"said": "2017-12-05", "as_of": "2017-12-05"}
    for id, expected in ((said, {"said": "2017-12-05"}), (figure, both)):
        assert {one["field"]: one["value"] for one in reviews[id]["corrections"]} == expected
    card = _card(client.get("/said?lang=ar").text, said)
    assert '<ins><time datetime="2017-12-05"' in card
    assert UNSURE not in card
    assert _settle(client, document, "") == 303
    assert client.get(f"/d/{document}.json").json()["reviews"] == {}
    assert UNSURE in _card(client.get("/said?lang=ar").text, said)


def test_corrections_that_were_there_stay(pasted: tuple[TestClient, str]) -> None:
    """Keeping a date leaves what somebody corrected of the entry before."""
    client, document = pasted
    said, _, _ = _entries(client, document)
    client.post(
        "/review", data={"id": said, "kind": "correct", "field.role": "المتحدث باسم البلدة"}, headers=OWN
    )
    _settle(client, document, "2017-12-05")
    told = client.get(f"/d/{document}.json").json()["reviews"][said]["corrections"]
    assert {one["field"] for one in told} == {"role", "said"}


def test_no_other_day_and_no_other_place(pasted: tuple[TestClient, str]) -> None:
    """A day that is no reading of the words, and words without a warning, are refused."""
    client, document = pasted
    assert _settle(client, document, "2017-12-24") == 422
    assert _settle(client, document, "2017-12-05", place="0,5") == 422
