"""The reader in a browser: layers, the chooser, addresses of citations, the first run."""

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

TEXT = (
    "قال المتحدث رائد الكناني إن «نحو 40 ألف مقاتل» بقوا في الوادي، وإن 12 مدنيا قتلوا أمس.\n"
    "ونفى وزير الداخلية سامي الحلبي أن تكون الطائرات قد قصفت بلدة سراقب.\n"
)
_KEY = """([code, key]) => (document.activeElement ?? document.body).dispatchEvent(
  new KeyboardEvent('keydown', {code, key, bubbles: true, cancelable: true}))"""
_DRAWN = "(name) => getComputedStyle(document.querySelector(name)).textDecorationLine"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Any, str, str, Any]]:
    """A browser, a context of it, the address of a served ledger, an article's page, and the site."""
    path: Path = tmp_path_factory.mktemp("reader") / "a.rawi"
    with open_rawi(path) as opened:
        done = opened.add(read(TEXT, published="2031-03-13"))
        opened.update()
    with browsing.running(path) as (site, address), browsing.browser() as browser:
        context = browser.new_context()
        context.add_cookies([{"name": site.cookie, "value": site.secret, "url": address}])
        yield browser, context, address, f"{address}/d/{done.document_id}", site


@pytest.fixture
def page(world: Any) -> Iterator[Any]:
    """A new tab on the reader."""
    tab = world[1].new_page()
    tab.goto(world[3])
    yield tab
    tab.close()


def test_a_layer_goes_by_its_key_and_stays_away(page: Any, world: Any) -> None:
    """2 hides the lines under figures, the next page remembers it, and 2 brings them back."""
    assert page.evaluate(_DRAWN, ".text .figure") == "underline"
    assert page.evaluate(_KEY, ["Digit2", "é"]) is False
    assert page.evaluate(_DRAWN, ".text .figure") == "none"
    page.goto(world[3])
    assert not page.locator("#layer-figure").is_checked()
    assert page.evaluate(_DRAWN, ".text .figure") == "none"
    page.evaluate(_KEY, ["Digit2", "2"])
    assert page.evaluate(_DRAWN, ".text .figure") == "underline"


def test_layers_need_no_scripts(world: Any) -> None:
    """The boxes alone hide and show."""
    context = world[0].new_context(java_script_enabled=False)
    context.add_cookies(world[1].cookies())
    tab = context.new_page()
    tab.goto(world[3])
    before = tab.locator(".text .figure").first.screenshot()
    tab.locator("#layer-figure").uncheck()
    tab.locator("#layer-quote").uncheck()
    assert tab.locator(".text .figure").first.screenshot() != before
    context.close()


def test_a_point_with_several_entries_opens_a_choice(page: Any) -> None:
    """The shortest first; a choice leads to its card; Escape closes; the keyboard does the same."""
    point = page.locator(".text .figure[data-entries*=' ']").first
    point.click()
    chooser = page.locator("#chooser")
    browsing.expect(chooser).to_be_visible()
    leads = chooser.locator("a").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    assert len(leads) >= 2
    assert "-f" in leads[0]
    page.keyboard.press("Escape")
    browsing.expect(chooser).to_be_hidden()
    for _ in range(20):
        page.evaluate(_KEY, ["BracketRight", "]"])
        if page.evaluate("(document.activeElement.dataset.entries ?? '').includes(' ')"):
            break
    page.keyboard.press("Enter")
    browsing.expect(chooser).to_be_visible()
    page.keyboard.press("Enter")
    browsing.expect(chooser).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('.entry')?.id") == leads[0].removeprefix("#")


def test_both_sides_light_up(page: Any) -> None:
    """A card lights its words, words light their card."""
    card = page.locator("li.entry[id^='card-a-f']").first
    card.locator("a").first.focus()
    assert page.locator(".text .figure.lit").count() > 0
    page.locator(".text .figure").first.hover()
    assert page.locator("li.entry.lit").count() > 0


def test_a_citation_leads_to_its_words(page: Any, world: Any) -> None:
    """#char=A,B of a citation marks the words and brings them in sight."""
    start = TEXT.index("سامي الحلبي")
    page.goto("about:blank")
    page.goto(f"{world[3]}#char={start},{start + 11}")
    page.wait_for_url("**char=*#found")
    assert "".join(page.locator(".text .found").all_text_contents()) == "سامي الحلبي"
    browsing.expect(page.locator("#found")).to_be_in_viewport()


def test_an_article_that_is_dropped_is_read_at_once(world: Any, tmp_path: Path) -> None:
    """On an empty ledger: drop a file, and within a second or so its reader with the tour stands there."""
    path = tmp_path / "b.rawi"
    open_rawi(path).close()
    with browsing.running(path) as (site, address):
        context = world[0].new_context()
        context.add_cookies([{"name": site.cookie, "value": site.secret, "url": address}])
        tab = context.new_page()
        tab.goto(address)
        tab.evaluate(
            """(text) => {
              const data = new DataTransfer();
              data.items.add(new File([text], 'a.txt', {type: 'text/plain'}));
              document.querySelector('form.paste').dispatchEvent(
                new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
            }""",
            TEXT,
        )
        tab.wait_for_url("**/d/**")
        assert tab.locator(".tour li").count() == 4
        tab.locator(".tour a.chip").click()
        assert tab.locator(".tour").count() == 0
        tab.reload()
        assert tab.locator(".tour").count() == 0
        context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("query", ["tour=on&lang=ar", "char=4,11&lang=en", "lang=ar&digits=arab&theme=dark"])
def test_everybody_can_use_the_reader(world: Any, query: str, width: int) -> None:
    """With its tour, its marks and other digits: axe finds nothing, and nothing is too wide."""
    context = world[0].new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    context.add_cookies([one for one in world[1].cookies() if one["name"].startswith("rawi-")])
    tab = context.new_page()
    tab.goto(f"{world[3]}?{query}")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.evaluate(browsing.axe())
    told = tab.evaluate(f"axe.run({{runOnly: {browsing.RULES}}})")
    context.close()
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in told["violations"]] == []


def test_marks_stay_where_the_system_takes_colours_away(world: Any) -> None:
    """In forced colours a quotation still looks unlike the words around it."""
    context = world[0].new_context(forced_colors="active")
    context.add_cookies(world[1].cookies())
    tab = context.new_page()
    tab.goto(world[3])
    shade = "(name) => getComputedStyle(document.querySelector(name)).backgroundColor"
    assert (
        tab.evaluate(shade, ".text .quote, .text .told") != tab.evaluate(shade, "body")
        or tab.evaluate("getComputedStyle(document.querySelector('.text .told')).outlineStyle") == "dotted"
    )
    context.close()
