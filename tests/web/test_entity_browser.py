"""Who is who in a real browser: every width, theme and language, and a queue without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rawi.opening import open as open_rawi
from rawi.opening import read
from tests.web.test_changing import CLASH
from tests.web.test_entity import REPORTS, TABS

browsing = pytest.importorskip("tests.web.browsing", reason="playwright is not installed: make env")
if browsing.CHROMIUM is None:
    pytest.skip("no chromium on this machine: apt-get install chromium", allow_module_level=True)

_KEY = """(code) => (document.activeElement ?? document.body).dispatchEvent(
  new KeyboardEvent('keydown', {code, key: 'ة', bubbles: true, cancelable: true}))"""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Any, str, tuple[str, ...]]]:
    """A served ledger, a browser with its cookie, the address, and the pages that are looked at."""
    path: Path = tmp_path_factory.mktemp("who") / "a.rawi"
    with open_rawi(path) as opened:
        for day, outlet, text in REPORTS:
            opened.add(read(text, published=day, outlet=outlet, title=f"خبر {day}"))
        for number in (3, 4, 5):
            text = f"{CLASH} وقال شهود إن {number} منازل دمرت في الغارة على سراقب."
            opened.add(read(text, published="2031-03-13", outlet=f"مرايا {number}", title="غارة على سراقب"))
        opened.update()
        who = max(opened.who("سالم الكيال"), key=lambda one: len(one.documents))
        place = next(iter(opened.who("سراقب"))).id
        pair = next(iter(opened.suggestions()))
        story = max(opened.stories(), key=lambda one: len(one.documents))
        incident = max(opened.incidents(), key=lambda one: len(one.events))
    pages = (
        *(f"/e/{who.id}?tab={tab}" for tab in TABS),
        f"/e/{place}?tab=events",
        f"/e/{who.id}/change",
        f"/e/{who.id}/change?member={who.members[0].entry}",
        f"/e/{pair.a}/change?with={pair.b}",
        f"/story/{story.id}",
        f"/story/{story.id}/change",
        f"/story/{story.id}/change?member={story.documents[0]}",
        f"/event/{incident.id}/change",
        f"/event/{incident.id}/change?each=1",
        "/who/suggestions",
        "/who?who=سالم الكيال",
        "/said",
    )
    with browsing.running(path) as (site, address), browsing.browser() as browser:
        context = browser.new_context()
        context.add_cookies([{"name": site.cookie, "value": site.secret, "url": address}])
        yield browser, context, address, pages


@pytest.mark.parametrize(
    ("lang", "width", "theme"),
    [("ar", 320, "light"), ("en", 320, "dark"), ("ar", 1280, "dark"), ("en", 1280, "light")],
)
def test_everybody_can_use_it(world: Any, lang: str, width: int, theme: str) -> None:
    """axe finds nothing, nothing is too wide, nothing leaves the machine, the browser does not complain."""
    browser, _, address, pages = world
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    context.add_cookies(world[1].cookies())
    outside, tab = browsing.Outside(context, address), context.new_page()
    faults, found = browsing.faults_of(tab), []
    for path in pages:
        mark = "&" if "?" in path else "?"
        answer = tab.goto(f"{address}{path}{mark}lang={lang}&theme={theme}")
        assert answer.status == 200
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        tab.evaluate(browsing.axe())
        told = tab.evaluate(f"axe.run({{runOnly: {browsing.RULES}}})")
        found += [(path, one["id"], one["nodes"][0]["html"][:200]) for one in told["violations"]]
    context.close()
    assert found == []
    assert outside.tried == []
    assert faults == []


def test_bars_run_from_left_to_right_and_names_have_their_own_direction(world: Any) -> None:
    """In the Arabic page too."""
    _, context, address, pages = world
    tab = context.new_page()
    tab.goto(f"{address}{pages[0]}&lang=ar")
    computed = "(name) => getComputedStyle(document.querySelector(name)).direction"
    assert tab.evaluate(computed, "body") == "rtl"
    assert tab.evaluate(computed, ".by-year") == "ltr"
    assert tab.evaluate(computed, ".known .id") == "ltr"
    widths = tab.evaluate(
        "[...document.querySelectorAll('.b-said')].map((r) => r.getBoundingClientRect().width)"
    )
    assert widths[0] > 0
    tab.close()


def test_pairs_are_gone_through_without_a_mouse(world: Any) -> None:
    """The same, not the same, skip, back: by the places of keys; nothing inside a field."""
    _, context, address, _ = world
    tab = context.new_page()

    def told() -> list[tuple[str, str]]:
        items = context.request.get(f"{address}/who/suggestions.json").json()["items"]
        return [(one["a"], one["b"]) for one in items]

    def press(code: str) -> None:
        with browsing.elsewhere(tab):
            assert tab.evaluate(_KEY, code) is False

    tab.goto(f"{address}/who/suggestions")
    before = told()
    assert before
    press("KeyS")
    assert told() == before
    tab.goto(f"{address}/who/suggestions")
    press("KeyX")
    assert before[0] not in told()
    press("KeyU")
    assert told() == before
    press("KeyM")
    assert before[0] not in told()
    press("KeyU")
    assert told() == before
    tab.locator("#q").focus()
    assert tab.evaluate(_KEY, "KeyM") is True
    assert told() == before
    tab.close()


def test_a_merge_needs_no_scripts(world: Any) -> None:
    """From the page of a person to the one that two became, and back."""
    browser, _, address, pages = world
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(world[1].cookies())
    tab = context.new_page()
    merge = next(one for one in pages if "?with=" in one)
    tab.goto(f"{address}{merge}&lang=en")
    tab.locator("#why").fill("صورة واحدة")
    tab.locator("form.overrule button.main").click()
    browsing.expect(tab.locator(".done .stands.merge")).to_have_count(1)
    tab.locator(".done button").click()
    browsing.expect(tab.locator(".done")).to_have_count(0)
    context.close()
