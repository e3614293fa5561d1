"""A real server and a real browser: Debian's chromium, driven by playwright."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

from rawi.web.serving import bind, serve
from rawi.web.site import Site, build_site

__all__ = ["Outside", "axe", "browser", "elsewhere", "expect", "faults_of", "running", "violations"]
CHROMIUM = os.environ.get("RAWI_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)


@contextmanager
def running(
    ledger: Path, *, read_only: bool = False, accounts: str | None = None
) -> Iterator[tuple[Site, str]]:
    """Serve a ledger on a free port until the block ends; give the site and its address."""
    listening = bind(0)
    port = listening.getsockname()[1]
    site = build_site(str(ledger), port, read_only=read_only, accounts=accounts)
    up = threading.Event()
    stop: list[object] = []
    threading.Thread(
        target=lambda: serve(site, listening, up.set, stop.append), name="rawi-server", daemon=True
    ).start()
    assert up.wait(20)
    try:
        yield site, f"http://127.0.0.1:{port}"
    finally:
        for server in stop:
            server.should_exit = True  # type: ignore[attr-defined]


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the browser."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_FLAGS))
        yield started
        started.close()


@contextmanager
def elsewhere(page: Page) -> Iterator[None]:
    """Wait until what the block does has put another page, or another main part of it, in place of this."""
    page.evaluate("document.getElementById('main').dataset.old = 'yes'")
    yield
    expect(page.locator("#main:not([data-old])")).to_have_count(1)
    page.wait_for_load_state()


class Outside:
    """Requests that left the machine: all of them are refused and noted."""

    def __init__(self, context: BrowserContext, own: str) -> None:
        self.tried: list[str] = []
        self._own = own
        context.route("**/*", self._decide)

    def _decide(self, route: Route) -> None:
        if route.request.url.startswith(f"{self._own}/"):
            route.continue_()
        else:
            self.tried.append(route.request.url)
            route.abort()


def faults_of(page: Page) -> list[str]:
    """Note what the browser complains of on a page, from now on."""
    found: list[str] = []
    page.on("console", lambda one: found.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda one: found.append(str(one)))
    return found


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


#: What is out of sight has no size until it comes near (reader.css), which axe takes for targets too small.
_WHOLE = """{
  const whole = new CSSStyleSheet();
  whole.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets.push(whole);
}"""


@cache
def axe() -> str:
    """The script of axe-core, as the package for tests brings it; the page is laid out whole for it."""
    return _WHOLE + files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


#: Rules whose answer changes with the colours of a page; all others look at its words and structure alone.
_COLOURS = ["color-contrast", "link-in-text-block"]
_THEME = "(theme) => { document.documentElement.dataset.theme = theme }"


def violations(page: Page) -> list[tuple[str, str, str]]:
    """Return what axe finds against WCAG 2.2 AA on a page that is shown, in light and in dark colours: the
    theme, the rule and the element. The rules of structure run once."""
    page.evaluate(axe())
    found: list[tuple[str, str, str]] = []
    was = page.evaluate("document.documentElement.dataset.theme")
    for theme, only in (("light", RULES), ("dark", _COLOURS)):
        page.evaluate(_THEME, theme)
        told = page.evaluate(f"axe.run({{runOnly: {only}}})")
        found += [(theme, one["id"], one["nodes"][0]["html"][:200]) for one in told["violations"]]
    page.evaluate(_THEME, was)
    return found
