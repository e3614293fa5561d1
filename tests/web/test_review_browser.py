"""Reviewing in a real browser with the keyboard alone, its letters Arabic; without scripts; marking words."""

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

TEXTS = (
    ("2031-03-13", "قال وزير الداخلية سامي الحلبي أمس إن 12 شخصا قتلوا في غارة جوية على بلدة سراقب."),
    ("2031-03-13", "قال مدير الصحة وائل الدروبي إن 14 شخصا قتلوا أمس في الغارة الجوية على بلدة سراقب."),
)
_KEY = """([code, shift]) => (document.activeElement ?? document.body).dispatchEvent(
  new KeyboardEvent('keydown', {code, shiftKey: shift, key: 'ت', bubbles: true, cancelable: true}))"""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A browser, and the address of a served ledger of two reports."""
    path = tmp_path_factory.mktemp("review") / "a.rawi"
    with open_rawi(path) as opened:
        for day, text in TEXTS:
            opened.add(read(text, published=day, outlet="مرايا", title="غارة على سراقب"))
        opened.update()
    with browsing.running(Path(path)) as (site, address), browsing.browser() as started:
        context = started.new_context(locale="ar")
        context.new_page().goto(f"{address}/?token={site.token}")
        yield started, context, address


def press(page: Any, code: str, *, shift: bool = False, leads: bool = False) -> bool:
    """Press the key of a place; return whether the page left it to the browser."""
    if not leads:
        return bool(page.evaluate(_KEY, [code, shift]))
    with browsing.elsewhere(page):
        return bool(page.evaluate(_KEY, [code, shift]))


def test_a_correction_without_a_mouse(world: Any) -> None:
    """From the queue to the form, a value, kept, and back in the queue with the next one open."""
    _, context, address = world
    page = context.new_page()
    page.goto(f"{address}/review?kind=figure")
    press(page, "KeyE", leads=True)
    assert "/review/fg_" in page.url
    press(page, "KeyE")
    assert page.evaluate("document.activeElement.name") == "field.low"
    assert press(page, "KeyX") is True  # inside a field it is a letter
    page.keyboard.press("Control+A")
    page.keyboard.type("13")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("13")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/review?" in page.url
    page.goto(f"{address}/history")
    assert page.locator("del").count() > 0
    page.goto(f"{address}/review?kind=figure")
    press(page, "KeyU", leads=True)
    page.close()


def test_help_and_pages_by_keys(world: Any) -> None:
    """? opens the list, in which no key does anything; G and a letter lead elsewhere; arrows as seen."""
    _, context, address = world
    page = context.new_page()
    page.goto(f"{address}/review?lang=ar")
    press(page, "Slash", shift=True)
    assert page.locator("dialog#keys").is_visible()
    assert press(page, "KeyA") is True
    page.keyboard.press("Escape")
    assert page.locator("dialog#keys").is_hidden()
    before = page.url
    press(page, "ArrowLeft", leads=True)
    assert page.url != before
    press(page, "ArrowRight", leads=True)
    press(page, "KeyG")
    press(page, "KeyF", leads=True)
    assert page.url.endswith("/figures")
    press(page, "KeyJ")
    assert page.evaluate("document.activeElement.matches('article.card')")
    press(page, "Enter", leads=True)
    assert "/d/" in page.url
    page.close()


def test_a_moved_key(world: Any) -> None:
    """Does what it was moved to, and its old place nothing."""
    started, first, address = world
    context = started.new_context()
    context.add_cookies(first.cookies())
    page = context.new_page()
    page.goto(f"{address}/settings?place.skip=ض")
    page.goto(f"{address}/review")
    before = page.url
    assert press(page, "KeyS") is True
    press(page, "KeyQ", leads=True)
    assert page.url != before
    context.close()


def test_words_are_marked_with_the_mouse(world: Any) -> None:
    """What is marked in the text is what the two lists of words have."""
    _, context, address = world
    page = context.new_page()
    page.goto(f"{address}/review?kind=figure")
    press(page, "KeyE", leads=True)
    words = page.locator(".pick [data-start]")
    page.evaluate(
        """() => { const all = document.querySelectorAll('.pick [data-start]');
        const range = document.createRange();
        range.setStartBefore(all[1]); range.setEndAfter(all[2]); getSelection().removeAllRanges();
        getSelection().addRange(range);
        all[2].dispatchEvent(new MouseEvent('mouseup', {bubbles: true})); }"""
    )
    assert page.locator("[name='word.first']").input_value() == words.nth(1).get_attribute("data-start")
    assert page.locator("[name='word.last']").input_value() == words.nth(2).get_attribute("data-end")
    assert page.locator(".pick .chosen").count() == 2
    page.close()


def test_the_form_and_the_bulk_work_without_scripts(world: Any) -> None:
    """The sentence under each field is seen, what is corrected is shown beside what was read, several are
    confirmed first."""
    started, first, address = world
    context = started.new_context(java_script_enabled=False)
    context.add_cookies(first.cookies())
    page = context.new_page()
    page.goto(f"{address}/review?kind=event")
    assert page.locator(".coder .ground").first.is_visible()
    page.locator("[name='field.killed']").fill("13")
    page.locator("form.whole button.main").click()
    page.goto(f"{address}/history")
    browsing.expect(page.locator("del")).not_to_have_count(0)
    page.goto(f"{address}/review")
    page.locator(".bulks button[value=accept]").last.click()
    browsing.expect(page.locator("form button[data-do=accept]")).to_have_count(1)
    page.locator("a[data-do=back]").click()
    assert page.url.endswith("/review")
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_everybody_can_review(world: Any, lang: str, width: int) -> None:
    """In light and in dark colours axe finds nothing on the pages of an entry, nothing scrolls sideways."""
    started, first, address = world
    context = started.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    context.add_cookies(first.cookies())
    page = context.new_page()
    told = first.request.get(f"{address}/review.json").json()["items"]
    ids = {one["kind"]: one["id"] for one in told}
    paths = [f"/review/{id}" for id in ids.values()] + [f"/history/{ids['figure']}", "/review?kind=event"]
    paths += [f"/review/confirm?decision=accept&id={ids['figure']}&id={ids['event']}"]
    found = []
    for path in paths:
        mark = "&" if "?" in path else "?"
        page.goto(f"{address}{path}{mark}lang={lang}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        found += [(path, *one) for one in browsing.violations(page)]
    context.close()
    assert found == []


def test_keys_of_the_reader_act_on_the_entry_in_focus(world: Any) -> None:
    """Nothing is decided without one in focus; help lists only what does something there."""
    _, context, address = world
    page = context.new_page()
    page.goto(f"{address}/review?kind=statement")
    document = page.locator("#open .whence a").first.get_attribute("href").split("#")[0]
    page.goto(f"{address}{document}")
    assert press(page, "KeyA") is True
    press(page, "KeyJ")
    id = page.evaluate("document.activeElement.querySelector('[name=id]').value")
    press(page, "Slash", shift=True)
    assert page.locator("tr[data-key=accept]").is_visible()
    assert page.locator("tr[data-key=merge]").is_hidden()
    page.keyboard.press("Escape")
    press(page, "KeyE", leads=True)
    assert f"/review/{id}?edit=1" in page.url
    assert page.evaluate("document.activeElement.dataset.do") == "edit"
    page.close()
