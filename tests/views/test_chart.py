"""The chart in a terminal, the sentence and the list under it."""

from __future__ import annotations

import re
import unicodedata

import msgspec
import pytest

from rawi.views.chart import render_chart
from rawi.views.labels import Language
from rawi.views.screen import Screen
from rawi.views.wording import render_list, render_summary, render_title, render_words
from tests.views.invented import SPOKESMAN, UNION, counted, every_shape, fighters, series_of


def chart_lines(text: str) -> list[str]:
    """The lines of the picture itself, without what its signs mean."""
    return [line for line in text.split("\n") if re.match(r" *[0-9.,kM]* *[│┤└]| {2,}[0-9? -]+$", line)]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [24, 40, 60, 80, 100])
def test_the_chart_fits_the_terminal(width: int, language: Language) -> None:
    """No line is wider than the screen, and the picture holds no letter that could turn its direction."""
    for series in (fighters(), every_shape()):
        shown = render_chart(series, Screen(width=width, language=language))
        assert max(map(len, shown.split("\n"))) <= width
        for line in chart_lines(shown):
            assert not any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in line)


def test_signs_say_what_the_hedges_say() -> None:
    """Exact, below, hollow and undated marks are told apart, each with its number in the list."""
    shown = render_chart(fighters(), Screen(width=100))
    assert "●1" in shown
    assert "▼2" in shown
    assert re.search(r"○3$", shown, re.MULTILINE)
    assert re.search(r"2021 \?$", shown, re.MULTILINE)
    many = render_chart(every_shape(), Screen(width=100))
    for sign in ("●1,5", "≈2", "┃3", "△4", "×6"):
        assert sign in many


def test_the_legend_names_only_what_is_there() -> None:
    """A chart without ranges does not explain ranges."""
    assert "a range" not in render_chart(fighters(), Screen())
    assert "a range" in render_chart(every_shape(), Screen())
    assert "logarithmic" in render_chart(every_shape(), Screen())


def test_without_colour_nothing_steers_the_terminal() -> None:
    """The picture needs no escape sequence; values stand at the left, the greatest above."""
    shown = render_chart(fighters(), Screen(width=80))
    assert "\x1b" not in shown
    assert shown.index("40k") < shown.index("10k")
    assert "40,000 ┤" in render_chart(fighters(), Screen(width=80, language="ar"))


def test_what_cannot_be_drawn_says_so() -> None:
    """Neither a chart without values nor one for a sliver of a screen is an empty picture."""
    assert "no value can be drawn" in render_chart(series_of(), Screen())
    assert "لا قيمة يمكن رسمها" in render_chart(fighters(), Screen(width=12, language="ar"))


def test_the_course_is_said_in_both_languages() -> None:
    """Values, origins, dates, and who relays whom; no sign of comparison stands in a sentence."""
    english = render_words(fighters(), Screen())
    assert english == (
        "In words: 3 values, 2 independent origins. 40,000 (about 2015) → under 3,000 (December 2017). "
        f"Undated: 10,000 ({UNION} via {SPOKESMAN})"
    )
    arabic = render_words(fighters(), Screen(language="ar"))
    assert arabic == (
        "بالكلمات: 3 قيم، مصدران مستقلان. 40,000 (نحو 2015)، ثم أقل من 3,000 (كانون الأول/ديسمبر 2017). "
        f"وبلا تاريخ: 10,000 ({UNION} عبر {SPOKESMAN})"
    )
    assert not set("<>≤≥≈→") & set(arabic)


def test_the_course_follows_the_dates_that_are_shown() -> None:
    """A value stands after another only if its date does, however the list of the series is ordered."""
    shown = series_of(
        counted("62 قتيلا", 62, 62, published="2031-06-05"),
        counted("110 قتلى", 110, 110, as_of="2031-06-03"),
        counted("90 قتيلا", 90, 90, as_of="2031-06-03"),
    )
    english, arabic = (render_words(shown, Screen(language=one)) for one in ("en", "ar"))
    assert english.endswith("110 (3 June 2031) and 90 (3 June 2031) → 62 (published 5 June 2031)")
    assert arabic.endswith(
        "110 (3 حزيران/يونيو 2031) و90 (3 حزيران/يونيو 2031)، ثم 62 (نُشر في 5 حزيران/يونيو 2031)"
    )


def test_dates_that_overlap_tell_no_order() -> None:
    """A day of a year is not after the year, nor is anything after what has not ended."""
    shown = series_of(
        counted("5 قتلى", 5, 5, as_of="2031/.."),
        counted("6 قتلى", 6, 6, as_of="2032-03"),
        counted("7 قتلى", 7, 7, as_of="2033-03-01"),
        counted("8 قتلى", 8, 8, as_of="2030"),
    )
    told = render_words(shown, Screen())
    assert "8 (2030) → 5 (since 2031) and 6 (March 2032) and 7 (1 March 2033)" in told


def test_values_without_a_date_have_no_order() -> None:
    """No arrow stands between them; a heading says once that they have no date."""
    shown = series_of(*(counted(f"{one} قتلى", one, one) for one in (11, 14, 9)))
    assert render_words(shown, Screen()).endswith(". Undated: 11, 14, 9")
    assert render_words(shown, Screen(language="ar")).endswith(". بلا تاريخ: 11، 14، 9")


def test_a_date_that_is_not_when_it_held_says_so() -> None:
    """A figure that was only said or published on a day is not said to have held then."""
    told = render_words(series_of(counted("3 قتلى", 3, 3, published="2024-03-09")), Screen())
    assert "3 (published 9 March 2024)" in told


def test_a_denied_figure_is_said_to_be_denied() -> None:
    """Its value never stands without that."""
    assert "5,000 (published 7 March 2024, denied)" in render_words(every_shape(), Screen())
    assert re.search(r"6 × 5,000 .* denied", render_list(every_shape(), Screen()))


def test_names_are_isolated_on_a_terminal() -> None:
    """In an English sentence an Arabic name does not turn what is beside it."""
    shown = render_words(fighters(), Screen(terminal=True))
    assert f"\u2068{UNION}\u2069 via \u2068{SPOKESMAN}\u2069" in shown


def test_the_list_has_every_figure() -> None:
    """Number, sign, value, labelled dates, id; the words and whose they are on a line of their own."""
    series = every_shape()
    shown = render_list(series, Screen())
    for number, one in enumerate(series.points, 1):
        assert re.search(rf"^{number} .*{one.point.figure}$", shown, re.MULTILINE)
        assert f"«{one.entry.words}»" in shown
    assert "\u202e" not in shown


def test_the_summary_counts_origins_not_outlets() -> None:
    """Figures, documents, and the independent origins by name."""
    shown = render_summary(fighters(), Screen())
    assert shown.startswith("3 figures · 3 documents · 2 independent origins (")
    assert "مصدران مستقلان" in render_summary(fighters(), Screen(language="ar"))
    assert render_title(fighters()) == "مقاتل · قوة الصنوبر · الغضا"


def test_a_series_without_a_place_is_named_by_its_story() -> None:
    """Two series of the killed are told apart by what happened."""
    told = msgspec.structs.replace(fighters(), place=None, story_title="غرق زورق الصيادين")
    assert render_title(told) == "مقاتل · قوة الصنوبر · غرق زورق الصيادين"
