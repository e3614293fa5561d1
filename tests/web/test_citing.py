"""Any entry can be cited, in the words of the command line."""

from __future__ import annotations

import pytest

from tests.web.conftest import Client


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
