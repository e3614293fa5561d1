"""``python -m benchmarks.pages LEDGER``: how long pages of a ledger take, for the server and in a browser.

Words that are looked for, outlets and articles are drawn from the ledger itself. *server* is one request
over the loopback until its last byte; *shown* is a navigation of Debian's chromium until everything is laid
out; *key* is from a keystroke in the review queue until the next entry is shown. All in milliseconds. With
``--check`` the exit code is 1 where the 95th percentile passes a limit of ``LIMITS``.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from rawi.ledger import open_ledger

#: Milliseconds at the 95th percentile, of the server and as shown.
LIMITS = {"search": 300, "reader": 500, "ledger": 500, "key": 100}
_KEY = """async () => {
  const open = document.querySelector('#open'), start = performance.now();
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', {code: 'KeyJ', key: 'ت', bubbles: true, cancelable: true}));
  await new Promise((done) => {
    const wait = () => {
      const now = document.querySelector('#open');
      now && now !== open ? requestAnimationFrame(() => setTimeout(done)) : requestAnimationFrame(wait);
    };
    wait();
  });
  return performance.now() - start;
}"""
_SHOWN = """() => new Promise((done) => {
  const told = performance.getEntriesByType('navigation')[0];
  const wait = () => (told.loadEventEnd ? done(told.loadEventEnd) : setTimeout(wait, 1));
  wait();
})"""


class Drawn(NamedTuple):
    """What is asked for: words that stand in titles, outlets, ids of articles."""

    words: list[str]
    outlets: list[str]
    documents: list[str]


def draw(ledger: Path, count: int, seed: int) -> Drawn:
    """Draw from the articles of a ledger; the same for the same seed."""
    with open_ledger(ledger) as opened:
        every = list(opened.export("documents"))
    chosen = random.Random(seed).sample(every, min(count, len(every)))
    words = [word for one in chosen for word in one["text"].split()[:40] if len(word) > 3 and word.isalpha()]
    return Drawn(words, [one["outlet"] for one in chosen if one["outlet"]], [one["id"] for one in chosen])


def build_addresses(drawn: Drawn, rng: random.Random) -> dict[str, Callable[[], str]]:
    """Return for each kind of page what makes one address of it."""

    def word() -> str:
        return quote(rng.choice(drawn.words))

    def shelf() -> str:
        some = [f"about={word()}", "kind=figure", "kind=statement", "form=direct", "year=2018", ""]
        if drawn.outlets:
            some.append(f"outlet={quote(rng.choice(drawn.outlets))}")
        return f"/ledger?{rng.choice(some)}"

    return {
        "search": lambda: f"/find?q={word()}",
        "reader": lambda: f"/d/{rng.choice(drawn.documents)}",
        "ledger": shelf,
        "said": lambda: f"/said?who={word()}",
        "figures": lambda: f"/figures?what={word()}",
        "events": lambda: "/events",
        "stories": lambda: "/stories",
        "series": lambda: "/series",
        "compare": lambda: "/compare",
        "review": lambda: "/review",
    }


@contextmanager
def serving(ledger: Path) -> Iterator[str]:
    """Run ``rawi serve`` in a process of its own; give the address that lets one in."""
    command = [sys.executable, "-m", "rawi", "serve", "--ledger", str(ledger), "--port", "0", "--json"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert running.stdout is not None
        yield json.loads(running.stdout.readline())["address"]
    finally:
        running.terminate()
        running.wait(20)


def time_server(inside: OpenerDirector, address: str) -> float:
    """Return the milliseconds of one request; HTTPError for one that is refused."""
    start = time.perf_counter()
    with inside.open(address, timeout=60) as answer:
        answer.read()
    return (time.perf_counter() - start) * 1000


def time_shown(tab: Any, address: str) -> float:
    """Return the milliseconds of one navigation, until everything is laid out."""
    tab.goto(address)
    return float(tab.evaluate(_SHOWN))


def time_key(tab: Any) -> float:
    """Return the milliseconds from a keystroke until the next entry of the queue is drawn."""
    tab.locator("#main [hx-boost]").first.wait_for(state="attached")
    return float(tab.evaluate(_KEY))


def percentile(times: Sequence[float], part: float) -> float:
    """Return the value below which a part of some times lies."""
    return sorted(times)[min(len(times) - 1, int(part * len(times)))]


def measure(
    ledger: Path, count: int, seed: int, browser: str | None
) -> Iterator[tuple[str, str, list[float]]]:
    """Yield kind of page, ``server`` or ``shown``, and so many times in milliseconds."""
    drawn, rng = draw(ledger, 400, seed), random.Random(seed)
    addresses = build_addresses(drawn, rng)
    with serving(ledger) as entrance:
        if browser is None:
            inside = build_opener(HTTPCookieProcessor())
            inside.open(entrance).read()
            root = "{0.scheme}://{0.netloc}".format(urlsplit(entrance))
            for name, build in addresses.items():
                yield name, "server", [time_server(inside, root + build()) for _ in range(count)]
        else:
            yield from _measure_shown(entrance, addresses, count, browser)


def _measure_shown(
    entrance: str, addresses: dict[str, Callable[[], str]], count: int, browser: str
) -> Iterator[tuple[str, str, list[float]]]:
    """Yield what a browser takes."""
    from playwright.sync_api import sync_playwright  # only where there is a browser

    root = "{0.scheme}://{0.netloc}".format(urlsplit(entrance))
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        tab = started.new_page()
        tab.goto(entrance)
        for name, build in addresses.items():
            yield name, "shown", [time_shown(tab, root + build()) for _ in range(count)]
        tab.goto(f"{root}/review")
        yield "key", "shown", [time_key(tab) for _ in range(count)]
        started.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; with ``--check`` 1 if a limit is passed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--count", type=int, default=40, help="addresses of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--browser", help="the program of chromium, to measure what is shown too")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args(arguments)
    slow = []
    print(f"{'page':10}{'of':8}{'median':>8}{'p95':>8}{'most':>8}  limit")
    for way in (None, asked.browser) if asked.browser else (None,):
        for name, of, times in measure(asked.ledger, asked.count, asked.seed, way):
            last, limit = percentile(times, 0.95), LIMITS.get(name)
            if limit and last > limit:
                slow.append(name)
            middle = percentile(times, 0.5)
            print(f"{name:10}{of:8}{middle:8.0f}{last:8.0f}{max(times):8.0f}  {limit or ''}", flush=True)
    return int(asked.check and bool(slow))


if __name__ == "__main__":
    sys.exit(main())
