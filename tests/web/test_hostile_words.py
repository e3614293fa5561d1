"""Markup in every field that a source or a visitor fills: it is shown as words and never runs.

The policy that forbids inline scripts is switched off here, so that escaping alone has to hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from rawi.opening import open as open_rawi
from rawi.opening import read
from rawi.web.pages import PAGES

browsing = pytest.importorskip("tests.web.browsing", reason="playwright is not installed: make env")
if browsing.CHROMIUM is None:
    pytest.skip("no chromium on this machine: apt-get install chromium", allow_module_level=True)

#: Each would set ``window.hit`` in the place it is written for: element, attribute of either quote, script,
#: style, text area, title, comment, address, and what is decoded twice. ``{{…}}`` is a template's own.
PAYLOADS = (
    "<script>window.hit=1</script>",
    '"><img src=x onerror=window.hit=2>',
    "' autofocus onfocus=window.hit=3 x='",
    "</textarea></title></style></script><svg onload=window.hit=4>",
    "--><iframe srcdoc='<script>parent.hit=5</script>'></iframe>",
    "javascript:window.hit=6",
    "&lt;img src=x onerror=window.hit=7&gt;&#60;script&#62;window.hit=7&#60;/script&#62;",
    "{{ 7777 * 7 }}${7777*7}<%= 7777*7 %>",
    "\u202e<b onmouseover=window.hit=8>\u2066\u2028</b>",
)
ALL = " ".join(PAYLOADS)
TEXT = (
    f"قال وزير الداخلية سامي {PAYLOADS[1]} الحلبي أمس إن «12 شخصا {PAYLOADS[0]} قتلوا» في غارة على سراقب.\n"
    f"ونفى المتحدث باسم {PAYLOADS[3]} رائد الكناني أن تكون الطائرات قصفت البلدة، وفق وكالة {PAYLOADS[4]}.\n"
    f"وقال سامي الحلبي إن 15 شخصا قتلوا في الغارة. {PAYLOADS[6]} {PAYLOADS[7]} {PAYLOADS[8]}\n"
)
_SEEN = """() => ({
  hit: window.hit ?? null,
  bad: [...document.querySelectorAll('[href],[src],[action],[formaction]')]
    .flatMap((one) => ['href', 'src', 'action', 'formaction'].map((name) => one.getAttribute(name)))
    .filter((one) => one !== null && /^\\s*(javascript|data|vbscript):/i.test(one)),
  grown: document.querySelectorAll('img, iframe, [onload], [onerror], [onfocus], [onmouseover]').length,
  counted: document.documentElement.textContent.includes(String(7777 * 7)),
})"""
_CLEAN: dict[str, object] = {"hit": None, "bad": [], "grown": 0, "counted": False}
_FORMS = """() => {
  const seen = [];
  for (const form of document.querySelectorAll('form'))
    for (const button of [...form.querySelectorAll('button:not([type=button])')].concat([null])) {
      if (button === null && form.querySelector('button:not([type=button])')) continue;
      const named = [...new FormData(form).keys()].sort().join();
      seen.push([form.getAttribute('action'), named, button?.value ?? ''].join('|'));
    }
  return seen;
}"""
_FILL = """([key, words]) => {
  for (const form of document.querySelectorAll('form')) {
    const buttons = [...form.querySelectorAll('button:not([type=button])')];
    for (const button of buttons.length ? buttons : [null]) {
      const named = [...new FormData(form).keys()].sort().join();
      if ([form.getAttribute('action'), named, button?.value ?? ''].join('|') !== key) continue;
      form.noValidate = true;
      for (const field of form.querySelectorAll('input:not([type=hidden]):not([type=file]), textarea'))
        if (field.type !== 'checkbox' && field.type !== 'radio') {
          field.type === 'date' || field.type === 'number' ? (field.type = 'text') : null;
          field.value = words;
        }
      form.requestSubmit(button ?? undefined);
      return true;
    }
  }
  return false;
}"""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, str, list[str]]]:
    """A served ledger of two hostile articles, a context of the browser without its policy, the addresses."""
    path: Path = tmp_path_factory.mktemp("web") / "a.rawi"
    with open_rawi(path) as opened:
        for day, outlet in (("2031-03-13", "مرايا"), ("2031-03-14", ALL)):
            told = {"published": day, "outlet": outlet, "title": ALL, "url": PAYLOADS[5]}
            opened.add(read(TEXT if outlet == ALL else TEXT.replace("12", "13"), **told))
        opened.update()
    with browsing.running(path) as (site, address), browsing.browser() as browser:
        context = browser.new_context(bypass_csp=True)
        context.set_default_timeout(15_000)
        context.add_cookies([{"name": site.cookie, "value": site.secret, "url": address}])
        yield context, address, _addresses(context, address)
        context.close()


def _addresses(context: Any, address: str) -> list[str]:
    """Return every page without a place holder, and each kind of page that those link to, once or twice."""
    found = [path for path, *_ in PAGES if "{" not in path]
    kinds: dict[str, int] = {}
    tab = context.new_page()
    for path in list(found):
        tab.goto(f"{address}{path}")
        for link in tab.evaluate("[...document.querySelectorAll('a[href^=\"/\"]')].map((a) => a.pathname)"):
            kind = _kind(link)
            kinds[kind] = kinds.get(kind, 0) + 1
            if "." not in link and link not in found and kinds[kind] <= 2:
                found.append(link)
    tab.close()
    return found


def _kind(path: str) -> str:
    """Return an address without what tells one entry from another."""
    return re.sub(r"[0-9a-f]{8,}", "ID", path)


def _names() -> list[str]:
    """Return the names of all that an address or a form of the pages can hold."""
    found: set[str] = set()
    for folder in (files("rawi.web"), files("rawi.web").joinpath("pages")):
        for one in folder.iterdir():
            if one.name.endswith(".py"):
                found |= set(re.findall(r'(?:given|flag|get)\(\s*"(\w+)"', one.read_text("utf-8")))
    for one in files("rawi.web").joinpath("templates").iterdir():
        found |= set(re.findall(r'name="(\w+)"', one.read_text("utf-8")))
    return sorted(found)


def test_what_the_sources_wrote_never_runs(world: tuple[Any, str, list[str]]) -> None:
    """On every page of a ledger whose articles, titles, outlets and addresses are markup."""
    context, address, paths = world
    assert len(paths) >= len([path for path, *_ in PAGES if "{" not in path]) + 5
    tab = context.new_page()
    for path in paths:
        tab.goto(f"{address}{path}")
        assert tab.evaluate(_SEEN) == _CLEAN, path
    tab.close()


@pytest.mark.parametrize("words", [ALL, PAYLOADS[1], PAYLOADS[5]])
def test_what_an_address_holds_never_runs(world: tuple[Any, str, list[str]], words: str) -> None:
    """In every parameter that any page knows, on every page."""
    context, address, paths = world
    names = [one for one in _names() if one not in ("lang", "theme", "keys", "token")]
    assert {"who", "q", "claim"} <= set(names)
    tab = context.new_page()
    for path in {_kind(path): path for path in paths}.values():
        for some in (names, ["q", "who", "what", "about", "claim"]):
            query = tab.evaluate(
                "([names, words]) => new URLSearchParams(names.map((one) => [one, words])).toString()",
                [some, words],
            )
            tab.goto(f"{address}{path}?{query}")
            assert tab.evaluate(_SEEN) == _CLEAN, (path, some)
    tab.close()


def test_what_a_visitor_writes_never_runs(world: tuple[Any, str, list[str]]) -> None:
    """In every field of every form; then on every page that shows what was written."""
    context, address, paths = world
    tab, done = context.new_page(), 0
    sent: set[str] = set()
    for path in paths:
        tab.goto(f"{address}{path}")
        for key in tab.evaluate(_FORMS):
            if key in sent or key.startswith("/logout"):
                continue
            sent.add(key)
            tab.goto(f"{address}{path}")
            if key not in tab.evaluate(_FORMS):
                continue  # what the form before decided took it away
            with tab.expect_navigation():
                assert tab.evaluate(_FILL, [key, ALL])
            assert tab.evaluate(_SEEN) == _CLEAN, key
            done += 1
    assert done >= 20
    for path in paths:
        tab.goto(f"{address}{path}")
        assert tab.evaluate(_SEEN) == _CLEAN, path
    tab.close()
