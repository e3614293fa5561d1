"""What only a browser shows: letters join under highlights, strings keep their direction, nothing leaves."""

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

# Emoji before everything, marks, tatweel, joined letters, nested quotes, Latin names, entries that cross.
NASTY = (
    "🕊️ قالَ المتحدثُ بٱسم التحـــالف John Smith لوكالة Reuters إن «نحو 40 ألف مقاتل» قُتلوا أو اعتقلوا أمس.\n"
    "وأضاف: \"لم يبق سوى 'أقل من ثلاثة آلاف' في الرقة\u200f ودير الزور\"، بحسب بيان نشره عبر تويتر.\n"
    "ونفى وزير الداخلية سامي الحلبي أن تكون الطائرات قد قصفت بلدة سراقب 👩‍👩‍👧 وقتلت 12 مدنيا.\r\n"
)
PAGES = (
    "/",
    "/ledger",
    "/ledger?kind=figure",
    "/map",
    "/said",
    "/figures",
    "/events",
    "/stories",
    "/who?who=سامي الحلبي",
    "/find?q=التحالف",
    "/updating",
    "/review",
    "/review?kind=event",
    "/history",
    "/sources",
    "/settings",
    "/dossiers",
    "/series",
    "/compare",
    "/check",
    "/check?claim=قال التحالف إن 3 آلاف مقاتل بقوا",
    "/check?claim=قتل 12 مدنيا في سراقب",
    "/who/suggestions",
)

_PAINTED = """() => {
  const found = {};
  for (const one of document.querySelectorAll('.text .figure[data-entries]'))
    for (const entry of one.dataset.entries.split(' ')) found[entry] = (found[entry] ?? '') + one.textContent;
  return found;
}"""
_COPIED = """() => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('.text p'));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  return getSelection().toString();
}"""
_PRESS = """(part) => (part ?? document.body).dispatchEvent(
  new KeyboardEvent('keydown', {code: 'Slash', key: 'ظ', bubbles: true, cancelable: true}))"""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[object, object, str, str]]:
    """A served ledger with one nasty article, a browser, the address, and the article's id."""
    path: Path = tmp_path_factory.mktemp("web") / "a.rawi"
    with open_rawi(path) as opened:
        done = opened.add(read(NASTY, published="2031-03-13", outlet="مرايا", title="Reuters: أرقام"))
        opened.update()
    with browsing.running(path) as (site, address), browsing.browser() as browser:
        context = browser.new_context()
        context.add_cookies([{"name": site.cookie, "value": site.secret, "url": address}])
        yield browser, context, address, done.document_id


@pytest.fixture
def page(world: Any) -> Iterator[Any]:
    """A new tab."""
    tab = world[1].new_page()
    yield tab
    tab.close()


def test_letters_join_under_highlights(world: Any, page: Any) -> None:
    """A painted paragraph is as wide as the same words unpainted, and shows the font that ships."""
    _, _, address, id = world
    page.goto(f"{address}/d/{id}")
    page.wait_for_function("document.fonts.status === 'loaded'")
    widths = page.evaluate(
        """() => [...document.querySelectorAll('.text p')].map((one) => {
          const plain = one.cloneNode();
          plain.textContent = one.textContent;
          const measure = (part) => {
            part.style.cssText = 'display:inline-block;white-space:pre';
            one.parentNode.append(part);
            const width = part.getBoundingClientRect().width;
            part.remove();
            return width;
          };
          return [measure(one.cloneNode(true)), measure(plain)];
        })"""
    )
    assert len(widths) >= 3
    for painted, plain in widths:
        assert abs(painted - plain) <= 0.5
    assert page.evaluate("document.fonts.check('16px \"Rawi Naskh\"', 'التحالف')")


def test_painted_words_are_those_of_the_spans(world: Any, page: Any) -> None:
    """For every statement and figure: what is painted as it is what the record's span cuts out."""
    _, context, address, id = world
    record = context.request.get(f"{address}/d/{id}.json").json()["record"]
    text = record["document"]["text"]
    page.goto(f"{address}/d/{id}")
    shown = page.evaluate(_PAINTED)
    assert record["figures"]
    for one in record["figures"]:
        assert shown[f"a-{one['id']}"] == text[one["span"][0] : one["span"][1]]
    whole = page.evaluate("[...document.querySelectorAll('.text p')].map((one) => one.textContent).join('')")
    assert whole.replace("\r", "") == text.replace("\r", "")


def test_copied_words_are_the_source_s(world: Any, page: Any) -> None:
    """What a selection of the text gives is the text, in its order."""
    _, context, address, id = world
    text = context.request.get(f"{address}/d/{id}.json").json()["record"]["document"]["text"]
    page.goto(f"{address}/d/{id}")
    copied = page.evaluate(_COPIED)
    assert copied.strip() == text.split("\n")[0].strip()


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_each_string_has_its_own_direction(world: Any, page: Any, lang: str, direction: str) -> None:
    """The page has that of its language, the article its own, an id that of Latin letters."""
    _, _, address, id = world
    page.goto(f"{address}/d/{id}?lang={lang}")
    computed = "(name) => getComputedStyle(document.querySelector(name)).direction"
    assert page.evaluate(computed, "body") == direction
    assert page.evaluate(computed, ".text") == "rtl"
    assert page.evaluate(computed, ".words") == "rtl"
    assert page.evaluate(computed, ".id") == "ltr"


def test_a_key_is_known_by_its_place(world: Any, page: Any) -> None:
    """The key of / leads to the search with any letters on it, and writes what it writes inside a field."""
    _, _, address, _ = world
    page.goto(f"{address}/said")
    assert page.evaluate(_PRESS) is False
    assert page.evaluate("document.activeElement.id") == "q"
    assert page.evaluate(f"({_PRESS})(document.activeElement)") is True


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_nothing_leaves_and_nothing_is_too_wide(world: Any, lang: str) -> None:
    """No request to another machine, no complaint of the browser, no scrolling sideways on a small phone."""
    browser, _, address, id = world
    context = browser.new_context(viewport={"width": 320, "height": 700}, locale=lang)
    context.add_cookies(world[1].cookies())
    outside, tab = browsing.Outside(context, address), context.new_page()
    faults = browsing.faults_of(tab)
    wide, left, complained = [], {}, {}
    for path in (*PAGES, f"/d/{id}"):
        tab.goto(f"{address}{path}")
        if not tab.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            wide.append(path)
        if outside.tried:
            left[path] = [*outside.tried]
        if faults:
            complained[path] = [*faults]
        outside.tried.clear()
        faults.clear()
    context.close()
    assert (wide, left, complained) == ([], {}, {})


def test_everything_can_be_read_without_scripts(world: Any) -> None:
    """Reader, lists and decisions."""
    browser, _, address, id = world
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(world[1].cookies())
    tab = context.new_page()
    tab.goto(f"{address}/d/{id}")
    assert tab.locator(".text .figure").count() > 0
    tab.locator("li.entry button[value=accept]").first.click()
    browsing.expect(tab.locator(".stands.accepted")).to_have_count(1)
    tab.locator("li.entry button[value=undo]").first.click()
    browsing.expect(tab.locator(".stands")).to_have_count(0)
    for path in ("/said", "/figures"):
        tab.goto(f"{address}{path}")
        assert tab.locator("article.card").count() > 0
    context.close()


@pytest.mark.parametrize("locale", ["ar-SY", "ar-EG", "ar-MA", "en-GB"])
def test_digits_are_western_everywhere(world: Any, locale: str) -> None:
    """Whatever the browser's country writes."""
    browser, _, address, _ = world
    context = browser.new_context(locale=locale)
    context.add_cookies(world[1].cookies())
    tab = context.new_page()
    tab.goto(f"{address}/figures")
    told = tab.locator("main h2").all_text_contents()
    assert any("40,000" in one for one in told)
    assert not any(set("٠١٢٣٤٥٦٧٨٩") & set(one) for one in told)
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_everybody_can_use_it(world: Any, lang: str, width: int) -> None:
    """axe finds no violation of WCAG 2.2 AA on any page, in light and in dark colours."""
    browser, _, address, id = world
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    context.add_cookies(world[1].cookies())
    tab = context.new_page()
    found = []
    for path in (*PAGES, f"/d/{id}", "/nowhere"):
        mark = "&" if "?" in path else "?"
        tab.goto(f"{address}{path}{mark}lang={lang}")
        found += [(path, *one) for one in browsing.violations(tab)]
    context.close()
    assert found == []


def test_from_a_pasted_article_to_a_citation(world: Any) -> None:
    """In five actions: paste, read, the figure, cite, copy."""
    browser, _, address, _ = world
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.add_cookies(world[1].cookies())
    tab = context.new_page()
    tab.goto(address)
    tab.locator("#text").fill("قال المتحدث رائد الكناني إن أقل من ثلاثة آلاف مقاتل بقوا في الوادي.")
    tab.locator("button.main").click()
    tab.locator("li.entry a", has_text="3,000").click()
    lit = tab.locator(".text .figure:target, :target .figure, .text .figure.lit").first
    assert "ثلاثة آلاف" in lit.text_content()
    tab.locator("li.entry", has_text="3,000").locator("a[href^='/cite/']").click()
    tab.locator("button.copy").first.click()
    tab.wait_for_selector("button.copy[aria-pressed]")
    copied = tab.evaluate("navigator.clipboard.readText()")
    context.close()
    assert "ثلاثة آلاف" in copied
    assert "#char=28,51" in copied


_KEY = """(code) => (document.activeElement ?? document.body).dispatchEvent(
  new KeyboardEvent('keydown', {code, key: 'ت', bubbles: true, cancelable: true}))"""


def test_the_queue_is_gone_through_without_a_mouse(world: Any, page: Any) -> None:
    """Next, previous, each decision and back again, by the places of keys; nothing inside a field."""
    _, context, address, _ = world

    def press(code: str) -> None:
        with browsing.elsewhere(page):
            assert page.evaluate(_KEY, code) is False

    def told() -> list[str]:
        items = context.request.get(f"{address}/review.json").json()["items"]
        return [one["id"] for one in items]

    def here() -> str:
        return str(page.locator("form.review.big input[name=id]").get_attribute("value"))

    page.goto(f"{address}/review")
    before = told()
    assert here() == before[0]
    press("KeyJ")
    assert here() == before[1]
    press("KeyK")
    assert here() == before[0]
    for code, id in zip(("KeyA", "KeyX", "KeyT"), before[:3], strict=True):
        assert here() == id
        press(code)
    assert told() == before[3:]
    for id in before[2::-1]:
        press("KeyU")
        assert here() == id
    assert told() == before
    page.locator("details.narrow summary").click()
    page.locator("#f-doc").focus()
    assert page.evaluate(_KEY, "KeyA") is True
    assert told() == before


def test_single_keys_can_be_turned_off(world: Any) -> None:
    """WCAG 2.1.4: for whoever speaks to the machine."""
    browser, _, address, _ = world
    context = browser.new_context()
    context.add_cookies(world[1].cookies())
    tab = context.new_page()
    tab.goto(f"{address}/settings?keys=off")
    tab.goto(f"{address}/review")
    assert tab.evaluate(_KEY, "KeyA") is True
    assert tab.evaluate(_KEY, "Slash") is True
    context.close()


def test_what_is_faint_in_dark_colours_alone_is_found(page: Any, world: Any) -> None:
    """The rules of colour run in both; what is wrong otherwise is told once."""
    page.set_content(
        "<html lang=en data-theme=light><head><title>x</title>"
        "<style>body { background: #fff; color: #000 } [data-theme=dark] p { color: #eee }</style></head>"
        "<body><main><h1>x</h1><p>faint</p><input></main></body></html>"
    )
    found = [(theme, rule) for theme, rule, _ in browsing.violations(page)]
    assert found == [("light", "label"), ("dark", "color-contrast")]
