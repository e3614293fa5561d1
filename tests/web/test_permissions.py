"""Who may what: every address x role x method stands in this table, and is asked of the real application.

A new address without a row fails; so does a row without an address.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rawi.web import app, routes
from rawi.web.accounts.store import Accounts
from rawi.web.answers import Answer
from rawi.web.doors import AccountDoor, build_door
from rawi.web.handles import Handles
from rawi.web.jobs import Updates
from rawi.web.permissions import ACTIONS, CHANGING, ROLES, Action, Role, may
from rawi.web.routes import Gated, Unmarked, plan_pages, plan_posts, refuse_unmarked
from rawi.web.site import Site
from tests.web.conftest import HOST, OWN

#: Pages, with ``.json`` and ``.csv`` each. Write here, and in the other tables, what should be, not what the
#: code says: this is the second opinion on it.
PAGES = frozenset((
    "/", "/d/{id}", "/find", "/ledger", "/said", "/figures", "/events", "/map", "/stories", "/story/{id}",
    "/who", "/chain/{id}", "/cite/{id}", "/updating", "/review", "/history", "/sources", "/settings",
    "/series", "/series/{id}", "/compare", "/compare/{a}/{b}", "/compare/{id}", "/check",
    "/e/{id}", "/e/{id}/change", "/story/{id}/change", "/event/{id}/change", "/who/suggestions",
    "/series/{id}/svg", "/review/confirm", "/review/{id}", "/history/{id}", "/dossiers", "/dossier/{id}",
))  # fmt: skip
FILES = frozenset(("/file", "/file.json", "/file.csv"))
POSTS: dict[str, Role | None] = {  # from which role on
    "/read": "editor",
    "/review": "reviewer",
    "/review/all": "reviewer",
    "/review/date": "reviewer",
    "/dossiers": "reviewer",
    "/dossier/add": "reviewer",
    "/dossier/{id}": "reviewer",
    "/review/merge": "editor",
    "/review/split": "editor",
    "/decision/undo": "editor",
    "/update": "editor",
    "/verdict": "editor",
    "/change": "editor",
    "/login": None,
    "/logout": "reader",
}
API = frozenset(f"/api/v1/{name}" for name in (
    "ledger", "documents", "documents/{id}", "documents/{id}/text", "documents/{id}/annotations",
    "statements", "figures", "events", "entries/{id}", "reviews", "map", "stories", "stories/{id}", "series",
    "series/{id}",
    "comparisons", "comparisons/{id}", "entities", "entities/{id}", "chains/{id}", "export/{table}.{format}",
    "jobs/{id}", "openapi.json",
))  # fmt: skip
API_POSTS: dict[str, Role | None] = {
    "extract": "reader", "check": "reader", "documents": "editor", "reviews": "reviewer",
    "entities/{id}/merge": "editor", "entities/{id}/split": "editor",
    "undo": "reviewer",  # of a review; of a decision it asks for more
    "jobs": "editor",
}  # fmt: skip
#: Of anybody.
OPEN = frozenset(("/login", "/healthz"))
_RANK: tuple[Role | None, ...] = (None, *ROLES)


def expected() -> dict[tuple[str, str], Role | None]:
    """Return method and address with the role from which on it is answered."""
    found: dict[tuple[str, str], Role | None] = {("GET", path): None for path in OPEN}
    for path in PAGES:
        stem = "/index" if path == "/" else path
        found |= {("GET", one): "reader" for one in (path, f"{stem}.json", f"{stem}.csv")}
    found |= {("GET", path): "reader" for path in (*API, *FILES)}
    found |= {("POST", f"/api/v1/{path}"): role for path, role in API_POSTS.items()}
    return found | {("POST", path): role for path, role in POSTS.items()}


MATRIX = expected()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, TestClient, AccountDoor]]:
    """The application with an account of each role, and its door."""
    folder: Path = tmp_path_factory.mktemp("teams")
    accounts = Accounts(str(folder / "a.accounts"))
    for role in ROLES:
        accounts.add(f"a {role}", role, "correct horse battery", "test")
    site = Site(str(folder / "a.rawi"), frozenset((HOST,)), "", "", accounts=accounts.path)
    served = app.build_app(site)
    with TestClient(
        served, f"http://{HOST}", raise_server_exceptions=False, follow_redirects=False
    ) as client:
        yield served, client, served._door  # type: ignore[attr-defined]


def _routes(tmp_path: Path) -> list[Any]:
    """Return all addresses of an application with accounts."""
    site = Site(str(tmp_path / "a.rawi"), frozenset((HOST,)), "", "", accounts=str(tmp_path / "a"))
    handles = Handles(site.ledger, "web")
    return app.build_routes(site, handles, Updates(handles), build_door(site))


def test_every_address_has_its_row(tmp_path: Path) -> None:
    """Neither an address without a row nor a row without an address."""
    gated = [one for one in _routes(tmp_path) if isinstance(one, Gated)]
    found = {(method, one.path) for one in gated for method in one.methods - {"HEAD"}}
    assert found == set(MATRIX)


def test_every_action_is_as_the_table_says(tmp_path: Path) -> None:
    """For each role and address; the function itself is asked."""
    for one in _routes(tmp_path):
        for method in getattr(one, "methods", None) or ():
            if method != "HEAD":
                least = _RANK.index(MATRIX[method, one.path])
                assert [may(role, one.action(method)) for role in _RANK] == [
                    at >= least for at in range(5)
                ], one.path


@pytest.mark.parametrize("role", _RANK)
def test_each_role_is_answered_where_it_may_and_nowhere_else(world: Any, role: Role | None) -> None:
    """By the application, over all addresses and methods: 403 or the login for what it may not, and never for
    what it may. HEAD is as GET; OPTIONS, TRACE and the like do nothing for anybody."""
    _, client, door = world
    client.cookies.clear()
    if role is not None:
        account = door.accounts.get(f"a {role}")
        client.cookies.set("rawi-session", door.sessions.begin(account.name, account.stamp))
    for (method, path), least in sorted(MATRIX.items()):
        if path in ("/logout", "/login"):
            continue  # they have tests of their own
        allowed = _RANK.index(role) >= _RANK.index(least)
        address = path.replace("{id}", "none").replace("{a}", "none").replace("{b}", "none")
        for each in (method, "HEAD") if method == "GET" else (method,):
            found = client.request(each, address, headers=OWN)
            denied = found.status_code in (401, 403) or "/login" in found.headers.get("location", "")
            assert denied is not allowed, (role, each, address, found.status_code)
        for each in ("OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "ANY"):
            if (each, path) not in MATRIX:
                found = client.request(each, address, headers=OWN)
                assert found.status_code in (303, 401, 403, 405), (role, each, address)


@pytest.mark.parametrize("role", ROLES)
def test_read_only_is_the_same_function(role: Role) -> None:
    """What changes something is nobody's there; the rest is as before."""
    for action in ACTIONS:
        assert may(role, action, read_only=True) is (may(role, action) and action not in CHANGING)


def test_what_is_unknown_is_denied() -> None:
    """Another role, another action."""
    assert not may("root", "read")  # type: ignore[arg-type]
    assert not may("admin", "fly")  # type: ignore[arg-type]
    assert [action for action in ACTIONS if may(None, action)] == ["enter"]


def _nothing(_: object) -> Answer:
    raise AssertionError


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (plan_posts, ("/x", _nothing)),
        (plan_posts, ("/x", _nothing, "fly")),
        (plan_posts, ("/x", _nothing, "read", "add")),
        (plan_posts, ("/x", _nothing, None)),
        (plan_pages, ("/x", _nothing, "fly")),
    ],
)
def test_an_address_without_an_action_cannot_be_registered(plan: Any, told: tuple[Any, ...]) -> None:
    """It is a mistake when the application is built, not a hole when it runs."""
    with pytest.raises(Unmarked, match="/x"):
        list(plan([told]))


def test_nothing_stands_beside_the_gate(tmp_path: Path) -> None:
    """A bare route is refused too."""
    bare = routes.Route("/x", lambda request: None)
    with pytest.raises(Unmarked):
        refuse_unmarked([bare])
    refuse_unmarked(_routes(tmp_path))


def test_data_of_a_page_is_an_export() -> None:
    """And what a page names for itself holds for its data too."""
    told = {(one.path, one.action) for one in plan_pages([("/x", _nothing), ("/y", _nothing, "administer")])}
    wanted: set[tuple[str, Action]] = {("/x", "read"), ("/x.json", "export"), ("/x.csv", "export")}
    assert told == wanted | {(f"/y{end}", "administer") for end in ("", ".json", ".csv")}
