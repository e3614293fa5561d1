"""Any entry can be cited, in the words of the command line."""

from __future__ import annotations

import pytest

from tests.web.conftest import OWN, Client


@pytest.mark.parametrize("kind", ["said", "figures", "events"])
def test_an_entry_is_cited_in_every_style(come: Client, kind: str) -> None:
    """The page and its data hold the same citations, which name the outlet and the words."""
    client = come()
    one = client.get(f"/{kind}.json").json()["items"][0]
    id = one["events"][0]["id"] if kind == "events" else one["id"]
    styles = client.get(f"/cite/{id}.json").json()["styles"]
    assert set(styles) == {"block", "md", "ris", "csl"}
    assert all("مرايا" in told for told in styles.values())
    page = client.get(f"/cite/{id}").text
    assert page.count("<textarea") == 4


def test_an_unknown_entry_has_no_citation(come: Client) -> None:
    """It is not there."""
    assert come().get("/cite/fg_ffffff").status_code == 404


def test_a_figure_is_cited_with_its_holder_and_its_sentence(come: Client) -> None:
    """Who gives the number stands in every style and language, and so does what a person corrected."""
    client = come()
    id = client.get("/figures.json").json()["items"][0]["id"]
    for lang in ("ar", "en"):
        styles = client.get(f"/cite/{id}.json", params={"lang": lang}).json()["styles"]
        for told in styles.values():
            assert "سامي الحلبي" in told
            assert "إن 12 شخصا قتلوا في غارة" in told
    form = {"id": id, "kind": "correct", "field.low": "13"}
    assert client.post("/review", data=form, headers=OWN).status_code == 303
    styles = client.get(f"/cite/{id}.json", params={"lang": "en"}).json()["styles"]
    assert all("at least: 13" in told.replace("\u2068", "") for told in styles.values())
    page = client.get(f"/cite/{id}").text
    assert '<mark class="figure">12 شخصا</mark>' in page


def test_an_unknown_day_of_publication_is_said_so(come: Client) -> None:
    """Not as a day with a hole in it."""
    client = come()
    text = "أعلنت الوزيرة هند الخالدي أن 7 أشخاص أصيبوا في حريق مخزن قديم."
    address = client.post("/read", data={"text": text}, headers=OWN).headers["location"]
    page = client.get(address, params={"lang": "ar"}).text
    assert "تاريخ النشر غير معروف" in page
    assert "نُشر في (" not in page
