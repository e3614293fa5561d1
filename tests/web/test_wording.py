"""What pages say: one word for one thing, numbers as the reader prefers them, no code where people read."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from rawi.web.preferences import Preferences
from rawi.web.rendering import speak
from tests.web.conftest import Client

CATALOGUES = (
    ("rawi.web", "phrases.toml"),
    ("rawi.views", "labels.toml"),
    ("rawi.views", "plurals.toml"),
    ("rawi.views", "report/phrases.toml"),
)
_OTHER_NAMES = re.compile(
    r"(?<![ء-ي])(?:و|ب|ل)?(?:ال|لل)?(?:قيد|قيود|قيدان|قيدًا|مقالة|مقالات|مقال|وثيقة|وثائق|وثيقتان)(?![ء-ي])"
)


@pytest.mark.parametrize(("package", "name"), CATALOGUES)
def test_one_thing_has_one_name(package: str, name: str) -> None:
    """An entry is «مدخل» and an article «خبر», wherever pages and cards name them."""
    told = tomllib.loads(files(package).joinpath(*name.split("/")).read_text("utf-8"))
    words = [str(one["ar"]) for one in told.values()]
    assert [one for one in words if _OTHER_NAMES.search(one)] == []


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2015", "عن عام"),
        ("2015-03", "عن شهر"),
        ("2015-03-04", "عن يوم"),
        ("2015~", "زمن الرقم:"),
        ("2015/..", "زمن الرقم:"),
    ],
)
def test_when_a_figure_held_fits_its_precision(edtf: str, told: str) -> None:
    """A year is told otherwise than a day, and what is neither has the word that fits all."""

    assert str(speak(Preferences())["held"](edtf)).startswith(told)


def test_the_search_that_finds_nothing_shows_what_was_typed(come: Client) -> None:
    """Folded words are for the index: people see their own spelling."""
    page = come().get("/find", params={"q": "قائلة زغبرخ"}).text
    assert "<b>قائلة زغبرخ</b>" in page
    assert "قاءله" not in page


@pytest.mark.parametrize("asked", ["kind=foo", "form=foo", "polarity=foo"])
def test_a_facet_that_does_not_exist_is_refused(come: Client, asked: str) -> None:
    """No name of the program's own stands on a page instead of words."""
    answer = come().get(f"/ledger?{asked}")
    assert answer.status_code == 422
    assert "facet." not in answer.text


@pytest.mark.parametrize("path", ["/stories", "/series", "/compare"])
def test_lists_say_how_many_there_are(come: Client, path: str) -> None:
    """In all, not on the page; an empty list says that it is empty."""
    page = come().get(path, params={"lang": "en"}).text
    cards = page.count('<article class="card')
    assert not cards or re.search(r'<p class="known">[0-9,]+ (story|stories|series|comparisons?)</p>', page)


def test_events_can_be_had_as_the_sheet_of_a_coder(come: Client) -> None:
    """With the filters of the page; a browser that is let in gets the file."""
    client = come()
    page = client.get("/events", params={"lang": "en", "since": "2000"}).text
    links = re.findall(r'href="(/api/v1/export/events\.xlsx[^"]*)"', page)
    assert len(links) == 2
    for link in links:
        assert "since=2000" in link
        answer = client.get(link.replace("&amp;", "&"))
        assert answer.status_code == 200
        assert answer.content[:2] == b"PK"


def test_what_is_counted_is_in_the_digits_of_the_reader(come: Client) -> None:
    """The years of the ledger are said by Rawi too."""
    page = come().get("/ledger", params={"digits": "arab", "lang": "ar"}).text
    facets = page[page.index('class="facets"') : page.index("</nav>", page.index('class="facets"'))]
    assert re.search(r"<bdi>[٠-٩٬]+</bdi>", facets)
    assert not re.search(r">[0-9]+<", facets)
