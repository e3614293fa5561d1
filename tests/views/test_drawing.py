"""The SVG of a series: whole, escaped, for readers of either direction and for those who do not see it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from rawi.views.drawing import render_drawing
from rawi.views.labels import Language
from rawi.views.svg import runs_left, text
from tests.views.invented import counted, every_shape, fighters, series_of

_SVG = "{http://www.w3.org/2000/svg}"


def drawn(*series: object, language: Language = "en") -> etree._Element:
    """Return the root of a drawing, parsed as strictly as XML is."""
    source = "".join(render_drawing(list(series), language))  # type: ignore[arg-type]
    return etree.fromstring(source.encode("utf-8", "replace"), etree.XMLParser(resolve_entities=False))


def words_of(root: etree._Element) -> str:
    """Return all words that are drawn."""
    return "\n".join("".join(one.itertext()) for one in root.iter(f"{_SVG}text"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_drawing_needs_nothing_else(language: Language) -> None:
    """It asks for no font, style, image, script or address outside of itself."""
    source = "".join(render_drawing([fighters(), every_shape()], language))
    assert not re.search(r"<(script|image|use|link|foreignObject|a)\b|@import|url\(|href", source)
    assert source.count("http") == 1
    assert "http://www.w3.org/2000/svg" in source


@pytest.mark.parametrize("language", ["en", "ar"])
def test_those_who_do_not_see_it_are_told(language: Language) -> None:
    """Title and description hold what the chart shows, and are what the drawing is labelled by."""
    root = drawn(fighters(), language=language)
    names = (root.get("aria-labelledby") or "").split()
    told = [one for one in root if one.tag in (f"{_SVG}title", f"{_SVG}desc")]
    found = {one.get("id"): "".join(one.itertext()) for one in told}
    assert root.get("role") == "img"
    assert list(found) == names
    assert "قوة الصنوبر" in found[names[0]]
    assert "40,000" in found[names[1]]


def test_arabic_labels_are_isolated_in_a_box_from_left_to_right() -> None:
    """The box runs from left to right; each Arabic text has a direction of its own, and isolation."""
    source = "".join(render_drawing([fighters()], "en"))
    assert 'direction="ltr"' in source
    assert ".rtl { direction: rtl; unicode-bidi: isolate; }" in source
    for one in drawn(fighters()).iter(f"{_SVG}text"):
        kinds = (one.get("class") or "").split()
        assert ("rtl" in kinds) != ("ltr" in kinds)
        words = "".join(one.itertext())
        if runs_left(words) and not re.search("[a-z]", words):
            assert "rtl" in kinds


def test_words_of_sources_are_escaped() -> None:
    """Markup in a name is shown, not obeyed; what turns the direction is made visible."""
    shown = words_of(drawn(every_shape()))
    assert "<b>قوة[U+202E] الصنوبر</b>" in shown


def test_light_and_dark_are_both_there() -> None:
    """One file for both, without colours that depend on the page around it."""
    source = "".join(render_drawing([fighters()]))
    assert "prefers-color-scheme: dark" in source
    assert all(line.startswith((".rawi-chart", "@media", "  ", "}", "--")) for line in _style_of(source))


def _style_of(source: str) -> list[str]:
    """Return the lines of the style; every rule is confined to the drawing, wherever it is put."""
    return source.partition("<style>")[2].partition("</style>")[0].strip().split("\n")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_figure_is_in_the_list(language: Language) -> None:
    """What finds no room in the chart stands under it: words, holder, dates with their labels."""
    series = every_shape()
    shown = words_of(drawn(series, language=language))
    for one in series.points:
        assert f"«{one.entry.words}»" in shown
    assert ("published 5 March 2024" if language == "en" else "نُشر في 5 آذار/مارس 2024") in shown


def test_shapes_are_drawn_as_the_hedges_are() -> None:
    """Open bars for bounds, a band for about, a line for a range, hollow for relayed, crossed for denied."""
    root = drawn(every_shape())
    kinds = [one.get("class") for one in root.iter() if isinstance(one.tag, str)]
    for kind in ("open", "band", "range", "hollow", "denied", "full"):
        assert kind in kinds


def test_drawings_go_under_one_another() -> None:
    """Two series are as high as both."""
    both, one = drawn(fighters(), every_shape()), drawn(fighters())
    assert float(both.get("height") or 0) > float(one.get("height") or 0)
    assert len(both.findall(f"{_SVG}g")) == 2


def test_labels_do_not_cover_each_other() -> None:
    """Of ten figures on one day only those are labelled in the chart for which there is room."""
    crowded = series_of(*(counted(f"{900 + n}", 900 + n, 900 + n, as_of="2024-03-02") for n in range(10)))
    places = [
        (float(one.get("x") or 0), float(one.get("y") or 0))
        for one in drawn(crowded).iter(f"{_SVG}text")
        if "value" in (one.get("class") or "") and " · " in "".join(one.itertext())
    ]
    assert places
    assert all(a == b or abs(a[1] - b[1]) >= 15 or abs(a[0] - b[0]) >= 60 for a in places for b in places)


def test_anchors_follow_the_direction() -> None:
    """Whatever its direction, a text stands with the side that was asked for at its place."""
    assert 'text-anchor="start"' in text("word", 0, 0, anchor="left")
    assert 'text-anchor="end"' in text("كلمة", 0, 0, anchor="left")
    assert 'text-anchor="start"' in text("كلمة", 0, 0, anchor="right")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_gives_xml(words: str, holder: str) -> None:
    """Control characters, surrogates and markup in names never break the file."""
    drawn(series_of(counted(words or "كذا", 5, 5, holder=holder), what=words, id="sr_1"))
