"""The menu in a browser: one line where there is room, a list that opens where there is none. What may be
done with an entry and stands behind «المزيد»."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rawi.opening import open as open_rawi
from rawi.opening import read

browsing = pytest.importorskip("tests.web.browsing", reason="playwright is not installed: make env")
if browsing.CHROMIUM is None:
    pytest.skip("no chromium on this machine: apt-get install chromium", allow_module_level=True)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Any, str, str]]:
    """A served ledger of one article, a browser, its cookies, and the article's id."""
    path: Path = tmp_path_factory.mktemp("menu") / "a.rawi"
    with open_rawi(path) as opened:
        outcome = opened.add(read("قال سامي الحلبي إن 12 شخصا قتلوا.", published="2031-03-13"))
    with browsing.running(path) as (site, address), browsing.browser() as browser:
        context = browser.new_context()
        context.add_cookies([{"name": site.cookie, "value": site.secret, "url": address}])
        yield browser, context, address, outcome.document_id


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_menu_stands_in_one_line_where_there_is_room(served: Any, lang: str) -> None:
    """At 1280 pixels, in both languages, whichever page is open."""
    browser, own, address, _ = served
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_cookies(own.cookies())
    tab = context.new_page()
    for path in ("/series", "/compare"):
        tab.goto(f"{address}{path}?lang={lang}")
        tops = {one.bounding_box()["y"] for one in tab.locator(".menu.line li").all()}
        assert len(tops) == 1
    context.close()


def test_on_a_phone_the_menu_opens_without_scripts(served: Any) -> None:
    """All pages stand in it, and one of them can be gone to."""
    browser, own, address, _ = served
    context = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    context.add_cookies(own.cookies())
    tab = context.new_page()
    tab.goto(f"{address}/series?lang=ar")
    assert not tab.locator(".menu.list a[href='/sources']").is_visible()
    tab.locator(".menu.list summary").click()
    assert tab.locator(".menu.list a").count() == tab.locator(".menu.line a").count()
    tab.locator(".menu.list a[href='/sources']").click()
    assert tab.url.endswith("/sources")
    context.close()


def test_an_entry_is_rejected_by_keyboard_and_without_scripts(served: Any) -> None:
    """What stands behind «المزيد» is opened by Enter."""
    browser, own, address, id = served
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(own.cookies())
    tab = context.new_page()
    tab.goto(f"{address}/d/{id}")
    assert not tab.locator("li.entry button[value=reject]").first.is_visible()
    tab.locator("li.entry .more summary").first.press("Enter")
    tab.locator("li.entry button[value=reject]").first.press("Enter")
    browsing.expect(tab.locator(".stands.rejected")).to_have_count(1)
    context.close()
