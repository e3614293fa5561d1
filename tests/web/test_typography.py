"""The rules of Arabic pages (interfaces 3.5), each as what must hold of templates, styles and pages."""

from __future__ import annotations

import gzip
import re
from importlib.resources import files
from pathlib import Path

import pytest

from rawi.views.plurals import load_plurals
from rawi.views.units import load_units
from rawi.web.preferences import Preferences
from rawi.web.rendering import build_environment
from rawi.web.speech import say
from tests.web.conftest import OWN, Client

ASSETS = Path(__file__).parents[2] / "src" / "rawi" / "web" / "assets"
STYLES = [*sorted(ASSETS.glob("*.css")), ASSETS.parents[1] / "views" / "layers.css"]
TEMPLATES = sorted((ASSETS.parent / "templates").glob("*.html"))
ARABIC_INDIC = set("٠١٢٣٤٥٦٧٨٩")
LANGUAGES = ("ar-SY,ar;q=0.9", "ar-EG", "ar-MA", "en-GB,en;q=0.9")


@pytest.mark.parametrize("style", STYLES, ids=lambda one: one.name)
def test_styles_have_no_left_and_no_right(style: Path) -> None:
    """Logical properties only, so that one sheet serves both directions."""
    text = re.sub(r"/\*.*?\*/", "", style.read_text("utf-8"), flags=re.DOTALL)
    physical = (
        r"(?:margin|padding|border)-(?:left|right)|(?<![-\w])(?:left|right)\s*:|text-align:\s*(?:left|right)"
    )
    physical += r"|float:"
    assert re.findall(physical, text) == []


@pytest.mark.parametrize("style", STYLES, ids=lambda one: one.name)
def test_arabic_letters_are_not_torn(style: Path) -> None:
    """No letter spacing, capitals or italics anywhere: joined letters have none of them."""
    text = style.read_text("utf-8")
    assert not re.search(r"letter-spacing|text-transform|font-style:\s*italic|word-spacing", text)


def test_highlights_take_no_room() -> None:
    """What is painted over words has no padding, margin or border, and stays in the line."""
    for style in STYLES:
        for names, body in re.findall(r"([^{}]+)\{([^{}]*)\}", style.read_text("utf-8")):
            if re.search(
                r"(^|[\s,])\.(?:quote|told|figure|speaker|chain|date|place|event|lit|found)\s*(?:,|$)", names
            ):
                assert not re.search(
                    r"padding|margin|(?<!forced-)border(?!-radius)|inline-block|font-weight", body
                ), names


def test_lines_of_arabic_stand_apart() -> None:
    """At least 1.8 times their size, on every page and in every text."""
    sheet = (ASSETS / "rawi.css").read_text("utf-8")
    assert re.search(r"html \{[^}]*line-height: 1\.[89]", sheet)
    assert re.search(r"\.text \{[^}]*line-height: (?:1\.[89]|2)", sheet)


def test_inline_styles_and_scripts_are_in_no_template() -> None:
    """The policy of the pages forbids them."""
    for one in TEMPLATES:
        assert not re.search(r"\sstyle=|\son[a-z]+=\"|<script(?![^>]*\ssrc=)", one.read_text("utf-8")), (
            one.name
        )


def test_every_template_stands() -> None:
    """Each can be loaded, also those that only some states show."""
    for one in TEMPLATES:
        build_environment().get_template(one.name)


def test_counted_things_have_their_six_categories() -> None:
    """No sentence is put together from a number and a word."""
    six = {"zero", "one", "two", "few", "many", "other"}
    assert all(set(one["ar"]) == six for one in load_plurals().values())
    assert all({"other"} <= set(one[lang]) for one in load_units().values() for lang in ("ar", "en"))  # type: ignore[index]


@pytest.mark.parametrize("language", LANGUAGES)
def test_digits_are_those_of_the_setting_not_of_the_country(come: Client, language: str) -> None:
    """Western unless the setting says otherwise; then Rawi's own numbers change, and no word of a source."""
    client = come()
    client.post("/read", data={"text": "قال سامي الحلبي إن 4500 شخص و٧٠٠ طفل نزحوا."}, headers=OWN)
    headings = r"<h2>.*?</h2>"
    told = client.get("/figures", headers={"accept-language": language}).text
    shown = " ".join(re.findall(headings, told))
    assert "4,500" in shown
    assert not ARABIC_INDIC & set(shown)
    other = client.get("/figures", params={"digits": "arab"}, headers={"accept-language": language}).text
    assert "٤٬٥٠٠" in " ".join(re.findall(headings, other))
    words = re.findall(r'class="words"[^>]*>(.*?)</p>', told)
    assert words == re.findall(r'class="words"[^>]*>(.*?)</p>', other)
    assert "٤٬٥٠٠" in client.get("/figures").text  # the browser keeps it


@pytest.mark.parametrize(
    ("months", "shown"),
    [
        ("both", "13 آذار/مارس 2031"),
        ("levant", "13 آذار 2031"),
        ("egypt", "13 مارس 2031"),
        ("maghreb", "13 مارس 2031"),
        ("morocco", "13 مارس 2031"),
    ],
)
def test_months_go_by_the_names_of_the_setting(come: Client, months: str, shown: str) -> None:
    """On the page; the date for machines stays."""
    page = come().get("/ledger", params={"lang": "ar", "months": months}).text
    assert f"<bdi>{shown}</bdi>" in page
    assert 'datetime="2031-03-13"' in page


def test_months_of_each_country_are_its_own() -> None:
    """August has five names."""
    names = {
        months: say("آب/أغسطس", Preferences(months=months))  # type: ignore[arg-type]
        for months in ("both", "levant", "egypt", "maghreb", "morocco")
    }
    assert list(names.values()) == ["آب/أغسطس", "آب", "أغسطس", "أوت", "غشت"]


def test_units_are_words(come: Client) -> None:
    """Codes are for programs: no page shows one in the place of a word."""
    client = come()
    client.post("/read", data={"text": "قال سامي الحلبي إنه سُجن 12 سنة ودفع 900 دولار أميركي."}, headers=OWN)
    page = " ".join(re.findall(r"<h2>.*?</h2>", client.get("/figures", params={"lang": "ar"}).text))
    assert "12 سنة" in page
    assert not re.search(r"12 a\b|\bUSD\b", page)


_LISTED = (
    "/",
    "/ledger",
    "/said",
    "/figures",
    "/events",
    "/map",
    "/stories",
    "/series",
    "/compare",
    "/sources",
)


@pytest.mark.parametrize("path", _LISTED)
def test_no_key_of_a_table_reaches_a_reader(come: Client, path: str) -> None:
    """Neither of places nor of documents, stories, series and entries."""
    page = re.sub(r"<[^>]*>", " ", come().get(path).text)
    assert not re.search(r"\b(?:wof|gn|iso):|\bsha256:|\b(?:st|fg|ev|sy|sr|cm|in)_[0-9a-f]{6}", page)


def test_ranges_are_in_words(come: Client) -> None:
    """«من 8 إلى 12»: with a dash the reader could not tell the low end."""
    client = come()
    client.post("/read", data={"text": "قال سامي الحلبي إن ما بين 8 و12 شخصا قتلوا في القصف."}, headers=OWN)
    assert "من 8 إلى 12" in client.get("/figures", params={"lang": "ar"}).text


def test_pages_stay_small() -> None:
    """Gzipped: scripts and styles of a first page, of the reader's island, and of a page with a chart."""

    def size(*names: str) -> int:
        static = files("rawi.web").joinpath("static")
        return sum(len(gzip.compress(static.joinpath(name).read_bytes())) for name in names)

    assert size("rawi.css", "rawi.js", "home.js") <= 120_000
    assert size("reader.js", "reader.css") <= 40_000
    assert size("rawi.css", "rawi.js") + size("world.svg") <= 200_000
