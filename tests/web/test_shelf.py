"""The ledger page: facets stand in the address."""

from __future__ import annotations

import re

from tests.web.conftest import Client


def test_every_link_of_a_facet_leads_to_fewer_or_as_many(come: Client) -> None:
    """And the chip that takes it away leads back to all."""
    client = come()
    whole = client.get("/ledger.json").json()["total"]
    links = re.findall(r'href="(/ledger\?[^"]+)"', client.get("/ledger").text)
    assert len(links) > 5
    for link in (one for one in links if "lang=" not in one):
        path, _, query = link.replace("&amp;", "&").partition("?")
        found = client.get(f"{path}.json?{query}").json()
        assert 0 < found["total"] <= whole
        page = client.get(f"{path}?{query}").text
        assert 'class="chip"' in page
    assert client.get("/ledger?standing=praised").status_code == 422
    assert client.get("/ledger?next=²").status_code == 422
    assert client.get("/ledger?about=زرافة").text.count("<article") == 0
