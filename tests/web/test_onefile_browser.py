"""One file in a real browser: nothing of a source acts in it, letters join, quotes are those of the text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rawi.ledger.ledger import Ledger, open_ledger
from rawi.opening import open as open_rawi
from rawi.opening import read
from rawi.views.report.page import render_report
from rawi.views.report.parts import load_report

browsing = pytest.importorskip("tests.web.browsing", reason="playwright is not installed: make env")
if browsing.CHROMIUM is None:
    pytest.skip("no chromium on this machine: apt-get install chromium", allow_module_level=True)

ACTING = (
    "<script>document.title='x'</script><img src=https://evil.example/a onerror=\"document.title='x'\">"
    "</style><style>@import 'https://evil.example/b'</style></script><script>document.title='x'</script>"
    "]]><!--<script>--></pre></title><base href=https://evil.example/>&lt;b&gt;\u2028'\"`"
)
HOSTILE = (
    f"🕊️ قالَ المتحدثُ رائد الكناني إن «نحو 40 ألف مقاتل {ACTING}» قُتلوا أمس.\n"
    f"وأضاف سامي الحلبي: \"لم يبق \u202eسوى\u202c 'أقل من ثلاثة آلاف' {ACTING} في الرقة\u200f ودير الزور\".\n"
    "ونفى وزير الداخلية سامي الحلبي أن تكون الطائرات قد قصفت بلدة سراقب 👩‍👩‍👧 وقتلت 12 مدنيا.\r\n"
    "وقال المتحدث رائد الكناني إن 15 مدنيا قتلوا في غارة جوية على بلدة سراقب.\u2029\n"
)
_WIDTHS = """() => [...document.querySelectorAll('.text p')].map((one) => {
  const plain = one.cloneNode();
  plain.textContent = one.textContent;
  const sizes = [one.cloneNode(true), plain].map((part) => {
    for (const each of part.querySelectorAll('.turning')) each.remove();
    return part;
  }).map((part) => {
    part.style.display = 'inline-block'; part.style.whiteSpace = 'pre';
    one.parentNode.append(part);
    const width = part.getBoundingClientRect().width;
    part.remove();
    return width;
  });
  return [...sizes, one.querySelector('.turning') !== null];
})"""
_PAINTED = """(entry) => [...document.querySelectorAll('.context .figure[data-entries~="' + entry + '"]')]
  .map((one) => one.textContent).join('')"""


def collect(ledger: Ledger) -> None:
    """Put every entry, the article and what relates them into one dossier, with notes that act."""
    id = ledger.dossiers.create(f"ملف {ACTING.replace(chr(0x2028), '')[:120]}")
    figures = [one.id for one in ledger.figures()]
    entries = [*figures, *(one.id for one in ledger.said(None))]
    entries += [one.id for each in ledger.incidents(background=True) for one in each.events]
    entries += [one.id for one in ledger.series()] + [one.id for one in ledger.stories()]
    entries += [one.comparison.id for one in ledger.comparisons()]
    ledger.dossiers.add(id, *entries, ledger.entry(figures[0]).document, note=ACTING)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Path, Path]]:
    """A browser, a ledger with hostile articles, and the folder with its one file in each language."""
    folder: Path = tmp_path_factory.mktemp("onefile")
    path = folder / "a.rawi"
    with open_rawi(path) as opened:
        opened.add(read(HOSTILE, published="2031-03-13", outlet=ACTING, title=f"{ACTING} أرقام"))
        other = HOSTILE.replace("15 مدنيا", "17 مدنيا").replace("🕊️", "")
        opened.add(read(other, published="2031-03-14", outlet="مرايا", title="غارة على سراقب"))
        opened.update()
    with open_ledger(path) as opened:
        collect(opened)
        one = opened.dossiers.list()[0]
        report = load_report(opened, one.name, opened.dossiers.items(one.id), "2031-05-01T08:00:00Z")
    for language in ("ar", "en"):
        pages = render_report(report, language)  # type: ignore[arg-type]
        (folder / f"{language}.html").write_text("".join(pages), "utf-8")
    with browsing.browser() as browser:
        yield browser, path, folder


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_nothing_of_a_source_acts(world: Any, lang: str) -> None:
    """No dialog, no request, no script but ours, no element of the source's, no complaint."""
    browser, _, folder = world
    context = browser.new_context()
    tab = context.new_page()
    asked, faults, dialogs = list[str](), browsing.faults_of(tab), list[str]()
    tab.on("request", lambda one: asked.append(one.url))
    tab.on("dialog", lambda one: (dialogs.append(one.message), one.dismiss()))
    tab.goto(f"file://{folder}/{lang}.html")
    tab.wait_for_function("document.fonts.status === 'loaded'")
    title = tab.title()
    counted = [tab.locator(one).count() for one in ("script", "style", "img", "base", "iframe", "link")]
    context.close()
    assert [one for one in asked if not one.startswith(("file://", "data:font/"))] == []
    assert (dialogs, faults) == ([], [])
    assert title.startswith("ملف <script>")
    assert counted == [2, 1, 0, 0, 0, 0]  # the proof and our own


def test_letters_join_and_fonts_are_inside(world: Any) -> None:
    """A painted line is as wide as the same words unpainted, in the font that the file brings."""
    browser, _, folder = world
    tab = browser.new_page()
    tab.goto(f"file://{folder}/ar.html")
    tab.wait_for_function("document.fonts.status === 'loaded'")
    widths = tab.evaluate(_WIDTHS)
    loaded = tab.evaluate("[...document.fonts].filter((one) => one.status === 'loaded').length")
    tab.close()
    assert len(widths) > 10
    for painted, plain, turning in widths:
        assert turning or abs(painted - plain) <= 0.5
    assert loaded == 2


def test_quotes_are_those_of_the_text(world: Any) -> None:
    """The proof in the file has the texts with their hashes; each quote is there, painted as it stands."""
    browser, path, folder = world
    tab = browser.new_page()
    tab.goto(f"file://{folder}/en.html")
    proof = json.loads(tab.evaluate("document.getElementById('manifest').textContent"))
    texts = {one["id"]: one["text"] for one in proof["documents"]}
    with open_ledger(path) as opened:
        figures = {one.id: one for one in opened.figures()}
    checked = 0
    for quote in proof["quotes"]:
        words = texts[quote["document"]][quote["start"] : quote["end"]]
        assert words == quote["words"]
        if quote["kind"] == "figure" and tab.query_selector(f"#p{quote['item']} .context"):
            label = figures[quote["entry"]].figure.id
            painted = tab.evaluate(_PAINTED, f"p{quote['item']}-{label}")
            checked += painted == words
    tab.close()
    assert checked >= 3


@pytest.mark.parametrize(
    ("lang", "width", "theme"), [("ar", 320, "light"), ("ar", 1280, "dark"), ("en", 320, "dark")]
)
def test_everybody_can_read_it(world: Any, lang: str, width: int, theme: str) -> None:
    """axe finds no violation of WCAG 2.2 AA, and nothing scrolls sideways."""
    browser, _, folder = world
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=theme, bypass_csp=True
    )
    tab = context.new_page()
    tab.goto(f"file://{folder}/{lang}.html")
    fits = tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.evaluate(browsing.axe())
    told = tab.evaluate(f"axe.run({{runOnly: {browsing.RULES}}})")
    context.close()
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in told["violations"]] == []
    assert fits


@pytest.mark.parametrize(("width", "theme"), [(320, "light"), (1280, "dark")])
def test_everybody_can_use_a_dossier(world: Any, width: int, theme: str) -> None:
    """Its page too, in both languages, with nothing that acts and no complaint."""
    browser, path, _ = world
    with open_ledger(path) as opened:
        id = opened.dossiers.list()[0].id
    with browsing.running(path) as (site, address):
        context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
        context.add_cookies([{"name": site.cookie, "value": site.secret, "url": address}])
        outside, tab = browsing.Outside(context, address), context.new_page()
        faults, found = browsing.faults_of(tab), []
        for lang in ("ar", "en"):
            tab.goto(f"{address}/dossier/{id}?lang={lang}&theme={theme}")
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
            tab.evaluate(browsing.axe())
            told = tab.evaluate(f"axe.run({{runOnly: {browsing.RULES}}})")
            found += [(one["id"], one["nodes"][0]["html"][:200]) for one in told["violations"]]
        context.close()
    assert (found, faults, outside.tried) == ([], [], [])


_KEY = """() => (document.activeElement ?? document.body).dispatchEvent(
  new KeyboardEvent('keydown', {code: 'KeyB', key: 'لا', bubbles: true, cancelable: true}))"""


def test_the_key_b_adds_by_its_place(world: Any) -> None:
    """In the reader the entry in focus, in the queue the open one; the button works without scripts."""
    browser, path, _ = world
    with open_ledger(path) as opened:
        id = opened.dossiers.create("بالمفتاح")
        document = next(iter(opened.figures())).article.id
        labels = opened.reviews.labels(document)
    with browsing.running(path) as (site, address):
        for script in (True, False):
            context = browser.new_context(java_script_enabled=script)
            context.add_cookies([{"name": site.cookie, "value": site.secret, "url": address}])
            tab = context.new_page()
            tab.goto(f"{address}/d/{document}?lang=en")
            if script:
                tab.locator("#card-a-f2 a").first.focus()
                with tab.expect_navigation():
                    assert tab.evaluate(_KEY) is False
                tab.goto(f"{address}/review")
                opened_id = tab.locator("#open form.collect input[name=id]").get_attribute("value")
                with tab.expect_navigation():
                    assert tab.evaluate(_KEY) is False
            else:
                tab.locator("#card-a-f1 details.more summary").click()
                tab.locator("#card-a-f1 button.collect").click()
            browsing.expect(tab.locator(".collected a")).to_have_attribute("href", f"/dossier/{id}")
            context.close()
    with open_ledger(path) as opened:
        kept = [one.id for one in opened.dossiers.items(id)]
    assert kept == [labels["f2"], opened_id, labels["f1"]]
