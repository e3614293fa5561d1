"""Chart, comparison and checked claim in a browser: nothing is refused by the policy, all can use them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rawi.opening import open as open_rawi
from rawi.opening import read
from tests.web.test_comparing import CLAIM
from tests.web.test_numbers import REPORTS

browsing = pytest.importorskip("tests.web.browsing", reason="playwright is not installed: make env")
if browsing.CHROMIUM is None:
    pytest.skip("no chromium on this machine: apt-get install chromium", allow_module_level=True)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Any, str, list[str]]]:
    """A served ledger of reports that do not say the same: a browser, its cookies, the address, the pages."""
    path: Path = tmp_path_factory.mktemp("web") / "a.rawi"
    with open_rawi(path) as opened:
        for day, text in REPORTS:
            opened.add(read(text, published=day, outlet="مرايا", title="انفجار سوق سراقب"))
        opened.update()
        pair = next(iter(opened.comparisons())).comparison
        series = next(iter(opened.series())).id
    pages = [f"/series/{series}", f"/series/{series}?by=said", f"/compare/{pair.a}/{pair.b}"]
    with browsing.running(path) as (site, address), browsing.browser() as browser:
        cookies = [{"name": site.cookie, "value": site.secret, "url": address}]
        yield browser, cookies, address, ["/series", "/compare", f"/check?claim={CLAIM}", *pages]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_nothing_is_refused_and_nothing_is_too_wide(world: Any, lang: str, width: int) -> None:
    """The chart needs no style of its own, and scrolls inside its box."""
    browser, cookies, address, pages = world
    context = browser.new_context(viewport={"width": width, "height": 700}, locale=lang)
    context.add_cookies(cookies)
    outside, tab = browsing.Outside(context, address), context.new_page()
    faults = browsing.faults_of(tab)
    for path in pages:
        tab.goto(f"{address}{path}")
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        if path.startswith("/series/"):
            assert tab.evaluate("getComputedStyle(document.querySelector('.drawn')).direction") == "ltr"
            assert (
                tab.evaluate("getComputedStyle(document.querySelector('.rawi-chart .axis')).stroke") != "none"
            )
    context.close()
    assert outside.tried == []
    assert faults == []


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_everybody_can_use_them(world: Any, lang: str) -> None:
    """axe finds no violation of WCAG 2.2 AA, in light and in dark colours."""
    browser, cookies, address, pages = world
    context = browser.new_context(viewport={"width": 320, "height": 700}, bypass_csp=True)
    context.add_cookies(cookies)
    tab, found = context.new_page(), []
    for path in pages:
        tab.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={lang}")
        found += [(path, *one) for one in browsing.violations(tab)]
    context.close()
    assert found == []


def test_a_verdict_is_overruled_without_scripts(world: Any) -> None:
    """By the form of its page, with the reason; and it is taken back."""
    browser, cookies, address, pages = world
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(cookies)
    tab = context.new_page()
    tab.goto(f"{address}{pages[-1]}")
    tab.locator("#verdict").select_option("same_origin")
    tab.locator("#why").fill("خبر واحد")
    tab.locator(".overrule button").first.click()
    browsing.expect(tab.locator(".verdict.same_origin.decided")).to_have_count(1)
    browsing.expect(tab.locator("main")).to_contain_text("خبر واحد")
    tab.locator(".overrule button[value=undo]").click()
    browsing.expect(tab.locator(".verdict.decided")).to_have_count(0)
    context.close()
