"""How long somebody waits, in a real browser: the best of several, for machines that do other work too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.pages import time_key, time_shown
from rawi.opening import open as open_rawi
from rawi.opening import read

browsing = pytest.importorskip("tests.web.browsing", reason="playwright is not installed: make env")
if browsing.CHROMIUM is None:
    pytest.skip("no chromium on this machine: apt-get install chromium", allow_module_level=True)

LETTERS, ENTRIES = 60_000, 500
READER, KEY = 500, 100  # milliseconds
PLACES = ("سراقب", "الحسكة", "تدمر", "الموصل", "تعز", "سبها", "درعا")
SPEAKERS = ("سامي الحلبي", "رائد الكناني", "هند الصواف", "ليلى الرفاعي", "نزار المصري")


def _article() -> str:
    """Return an article of so many letters, where each sentence holds a statement and figures."""
    lines, length = list[str](), 0
    while length < LETTERS:
        number = len(lines)
        speaker, place = SPEAKERS[number % len(SPEAKERS)], PLACES[number % len(PLACES)]
        lines.append(
            f"وقال الناطق باسم الوزارة {speaker} إن {number + 11} شخصا أصيبوا وإن {number + 20} عائلة نزحت من"
            f" ريف {place} بعد أن غمرت المياه البيوت في الأيام الماضية."
            " وتمتد السهول هناك بين النهر والتلال، ويعرفها الرعاة منذ زمن بعيد بعشبها الطويل وهوائها البارد"
            " ودروبها التي لا تظهر على خريطة، وقد وصفها رحالة كثيرون في كتبهم ولم يتفقوا على اسم واحد لها."
        )
        length += len(lines[-1]) + 1
    return "\n".join(lines)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, str, str]]:
    """A served ledger with the long article, a tab of a browser, the address and the article's id."""
    path: Path = tmp_path_factory.mktemp("web") / "a.rawi"
    with open_rawi(path) as opened:
        made = read(_article(), published="2031-03-13", title="حصيلة طويلة")
        assert len(made.text) >= LETTERS
        assert len(made.statements) + len(made.figures) + len(made.events) >= ENTRIES
        id = opened.add(made).document_id or ""
        opened.update()
    with browsing.running(path) as (site, address), browsing.browser() as browser:
        context = browser.new_context()
        context.add_cookies([{"name": site.cookie, "value": site.secret, "url": address}])
        yield context.new_page(), address, id


def test_a_long_article_is_shown_within_half_a_second(world: tuple[Any, str, str]) -> None:
    """All of its entries are painted and listed by then."""
    tab, address, id = world
    best = min(time_shown(tab, f"{address}/d/{id}") for _ in range(5))
    assert tab.locator("li.entry").count() >= ENTRIES
    assert best < READER


def test_a_keystroke_shows_the_next_entry_at_once(world: tuple[Any, str, str]) -> None:
    """In the queue of that article, within a tenth of a second."""
    tab, address, _ = world
    tab.goto(f"{address}/review")
    assert min(time_key(tab) for _ in range(10)) < KEY
