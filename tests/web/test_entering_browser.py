"""The login in a real browser: for everybody, without scripts; and a real server that believes no proxy."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from rawi.opening import open as open_rawi
from rawi.opening import read
from rawi.web.accounts.store import Accounts
from tests.web.conftest import GOOD, REPORT

browsing = pytest.importorskip("tests.web.browsing", reason="playwright is not installed: make env")
if browsing.CHROMIUM is None:
    pytest.skip("no chromium on this machine: apt-get install chromium", allow_module_level=True)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, str, Accounts]]:
    """A browser, the address of a server with accounts, and those."""
    path: Path = tmp_path_factory.mktemp("web") / "a.rawi"
    with open_rawi(path) as opened:
        opened.add(read(REPORT, published="2031-03-13", outlet="مرايا"))
    accounts = Accounts(f"{path}.accounts")
    accounts.add("هند الخالدي", "admin", GOOD, "test")
    accounts.add("Nada", "reader", GOOD, "test")
    with browsing.running(path, accounts=accounts.path) as (_, address), browsing.browser() as browser:
        yield browser, address, accounts


def test_in_and_out_without_scripts(world: Any) -> None:
    """A wrong password, the right one, to the page that was asked for, and out again."""
    browser, address, _ = world
    context = browser.new_context(java_script_enabled=False, locale="ar")
    tab = context.new_page()
    tab.goto(f"{address}/said?who=الحلبي")
    tab.fill("#name", "هِند الخالدى")
    tab.fill("#password", "wrong horse battery")
    tab.click("main button")
    browsing.expect(tab.locator("[role=alert]")).to_have_count(1)
    assert tab.input_value("#password") == ""
    tab.fill("#password", GOOD)
    with tab.expect_navigation():
        tab.click("main button")
    assert tab.locator("article.card").count() == 1
    browsing.expect(tab.locator(".account")).to_contain_text("هند الخالدي")
    with tab.expect_navigation():
        tab.click(".account button")
    assert tab.url == f"{address}/login"
    tab.goto(f"{address}/said")
    assert tab.locator("#password").count() == 1
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_everybody_can_come_in(world: Any, lang: str, width: int) -> None:
    """axe finds no violation of WCAG 2.2 AA in light and in dark colours, nothing scrolls sideways, nothing
    leaves: at the login, with what it says, and on a page of a reader."""
    browser, address, _ = world
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    outside, tab = browsing.Outside(context, address), context.new_page()
    found: list[tuple[str, ...]] = []

    def look() -> None:
        found.extend((tab.url, *one) for one in browsing.violations(tab))
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")

    tab.goto(f"{address}/login?ended=1&lang={lang}")
    look()
    for password in ("wrong horse battery", GOOD):
        tab.fill("#name", "nada")
        tab.fill("#password", password)
        with tab.expect_navigation():
            tab.click("main button")
        look()
    for path in ("/settings", "/review"):
        tab.goto(f"{address}{path}")
        look()
    context.close()
    assert found == []
    assert outside.tried == []


def test_nobody_says_from_where_they_come(world: Any) -> None:
    """What a client writes as the address of its client is not taken for its address."""
    _, address, accounts = world
    server = http.client.HTTPConnection(address.removeprefix("http://"), timeout=20)
    headers = {
        "origin": address, "content-type": "application/x-www-form-urlencoded",
        "x-forwarded-for": "203.0.113.9", "forwarded": "for=203.0.113.9", "x-forwarded-proto": "https",
    }  # fmt: skip
    server.request("POST", "/login", urlencode({"name": "Nada", "password": GOOD}), headers)
    answer = server.getresponse()
    assert answer.status == 303
    assert "secure" not in answer.headers["set-cookie"].lower()
    assert [(one.what, one.address) for one in accounts.log(1)] == [("login", "127.0.0.1")]
