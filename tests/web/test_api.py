"""The API answers as its description says, which is built from the records."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rawi.web.api import OPERATIONS, ROOT, WRITES
from tests.web.conftest import Client

LISTS = [path for path in OPERATIONS if "{" not in path]


def ids(client: Any) -> dict[str, str]:
    """Return an id for each address that takes one."""
    said = client.get("/said.json").json()["items"][0]
    return {"/documents/{id}": said["article"]["id"], "/chains/{id}": said["id"]}


@pytest.mark.parametrize("path", LISTS)
def test_items_are_of_the_type_that_is_described(come: Client, path: str) -> None:
    """They decode as such, with nothing missing."""
    client = come()
    document = ids(client)["/documents/{id}"]
    asked = {"/documents": {"q": "سراقب"}, "/entities": {"who": "الحلبي"}, "/reviews": {"document": document}}
    found = client.get(f"{ROOT}{path}", params=asked.get(path, {}))
    assert found.status_code == 200
    items = msgspec.json.encode(found.json()["items"])
    mixed = path in ("/ledger", "/comparisons")  # of several structs, which only their writer tells apart
    kinds = dict[str, Any] if mixed else OPERATIONS[path].item
    assert len(msgspec.json.decode(items, type=list[kinds])) == found.json()["count"]  # type: ignore[valid-type]


@pytest.mark.parametrize("path", ["/documents/{id}", "/chains/{id}"])
def test_one_thing_is_of_the_type_that_is_described(come: Client, path: str) -> None:
    """Under the name that the description gives it; an unknown id is a problem."""
    client = come()
    one = OPERATIONS[path]
    found = client.get(f"{ROOT}{path.format(id=ids(client)[path])}").json()
    assert one.field in found
    if path == "/documents/{id}":
        msgspec.json.decode(msgspec.json.encode(found[one.field]), type=one.item)
    missing = client.get(f"{ROOT}{path.format(id='fg_ffffff')}")
    assert missing.status_code in (404, 422)
    assert missing.headers["content-type"].startswith("application/problem+json")


def test_the_description_names_every_address(come: Client) -> None:
    """With its parameters and answers; each reference leads somewhere."""
    told = come().get(f"{ROOT}/openapi.json").json()
    assert set(told["paths"]) == {f"{ROOT}{path}" for path in (*OPERATIONS, *WRITES)}
    text = msgspec.json.encode(told).decode()
    used = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert used <= set(told["components"]["schemas"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_question_breaks_it(come: Client, data: st.DataObject) -> None:
    """Whatever is asked, the answer is an answer or a problem, never a failure of ours."""
    client = _client(come)
    path = data.draw(st.sampled_from(sorted(OPERATIONS)))
    words = st.text(max_size=12) | st.sampled_from(
        ["2031", "-1", "0", "1/..", "سامي", "'\"*", "NEAR(a", "\x00"]
    )
    asked = {name: data.draw(words) for name in OPERATIONS[path].parameters if data.draw(st.booleans())}
    id = data.draw(st.sampled_from(["x", "st_", "fg_0", "%00", "..", "ع"]))
    address = path.format(id=id, table=quote(data.draw(words), safe=""), format="jsonl")
    found = client.get(f"{ROOT}{address}", params=asked)
    assert found.status_code in (200, 307, 404, 422)


_KEPT: list[Any] = []


def _client(come: Client) -> Any:
    """Return one client for all examples."""
    if not _KEPT:
        _KEPT.append(come())
    return _KEPT[0]
