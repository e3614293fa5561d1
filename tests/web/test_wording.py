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
