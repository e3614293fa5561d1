"""Numbers and dates that are too long, too mixed, impossible or ambiguous."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.hostile.case import FILLER, Case, case, story

NUMBERS = {
    "superscripts": "بلغت المساحة 5² متر و10³ متر و²² شخصا",
    "circled": "قتل ① شخصا وجرح ⑳ آخرون و⅔ السكان",
    "subscripts": "قتل ₂₃ شخصا",
    "fractions": "قتل ½ شخص و¼ مليون",
    "fullwidth": "قتل １２ شخصا و３٤ جنديا",
    "devanagari": "قتل १२ شخصا",
    "thai": "قتل ๑๒ شخصا",
    "mathematical": "قتل 𝟏𝟐 شخصا",
    "mixed": "قتل ٣4۵ شخصا وجرح 1٢٣ آخرون",
    "persian": "قتل ۱۲۳ شخصا",
    "ambiguous": "قتل 1.234 شخصا وجرح 1,23 آخرون و1.234,56 ليرة و1,234.56 دولار",
    "separators": "قتل 1,,2 شخصا و1,2,3,4 آخرون و,5 و5, و1'000",
    "arabic-separators": "قتل ١٬٢٣٤ شخصا و٣٫٥ بالمئة",
    "negative": "قتل -5 أشخاص و−3 جنود",
    "exponent": "قتل 1e999 شخصا و1E-400 و5e5",
    "infinity": "قتل ∞ شخصا وNaN آخرون وInfinity جندي",
    "hexadecimal": "قتل 0x1F شخصا و0b11 جنديا و0777 آخرون",
    "leading-zeros": "قتل 000000000000000000007 أشخاص",
    "roman": "قتل Ⅻ شخصا",
    "words-long": "قتل " + "مئة ألف و" * 2000 + "شخص",
    "words-billion": "قتل " + "مليار " * 2000 + "شخص",
    "range-reversed": "قتل بين 50 و10 أشخاص",
    "range-huge": "قتل بين 1 و" + "9" * 5000 + " شخصا",
    "percent-huge": "ارتفعت الأسعار " + "9" * 400 + "%",
    "decimals": "ارتفعت الأسعار 0." + "3" * 9000 + "%",
    "combining": "قتل 5\u20e3 أشخاص و1\u0308 2",
    "zero-width": "قتل 1\u200b2\u200c3 شخصا",
    "bidi": "قتل \u202e321\u202c شخصا",
    "spaces": "قتل 1 234 567 شخصا و1\u00a0234",
    "grouped-long": "قتل " + ",".join(["123"] * 3000) + " شخصا",
    "money-huge": "دفعت الحكومة " + "9" * 4301 + " دولار",
    "money-odd": "دفعت $1,2.3€ و£5¥ و5$$$",
}
DATES = {
    "year-zero": "وقع ذلك في 1 يناير 0000 وعام 0",
    "year-billion": "وقع ذلك عام 1000000000 وفي 1/1/999999999",
    "year-long": "وقع ذلك في 1/1/" + "9" * 5000,
    "february": "وقع ذلك في 31 فبراير 2020 و30 شباط 2021 و29 فبراير 2019",
    "day-99": "وقع ذلك في 99 يناير 2020 و0 مارس 2020",
    "month-13": "وقع ذلك في 1/13/2020 و2020-13-45",
    "all-zero": "وقع ذلك في 00/00/0000 و0000-00-00",
    "weekday": "وقع ذلك يوم الاثنين 1 يناير 2020",
    "twins": "وقع ذلك في 5 كانون الثاني/مارس 2020 و6 شباط/ديسمبر 2020",
    "hijri-far": "وقع ذلك في 1 محرم 99999 هـ و30 صفر 0 هـ",
    "hijri-digits": "وقع ذلك عام 1442هـ و" + "1" * 5000 + " هـ",
    "hijri-day": "وقع ذلك في 45 رمضان 1442",
    "hour-99": "وقع ذلك الساعة 99:99 والساعة 25 والساعة 12:60:61",
    "ago-huge": "وقع ذلك قبل 999999999999 سنة ومنذ " + "9" * 5000 + " يوما",
    "in-huge": "سيقع ذلك بعد 9999999 عام وبعد مليار قرن",
    "negative": "وقع ذلك عام -500 وعام 500 قبل الميلاد",
    "reversed": "امتد ذلك من 2020 إلى 1990 ومن 5 مايو إلى 1 مايو",
    "digits-mixed": "وقع ذلك في ١/2/۲۰۲۰",
    "superscript": "وقع ذلك في 1² يناير ²⁰²⁰",
    "iso": "وقع ذلك في 2020-02-30T25:61:61Z و2020-W99-9 و2020-366",
    "chain": "وقع ذلك في " + "1/" * 5000,
    "months-chain": "وقع ذلك في " + "يناير وفبراير و" * 2000,
    "relative-chain": "وقع ذلك " + "قبل يوم من " * 2000,
    "week-of": "وقع ذلك " + "أمس الأول من أمس " * 1000,
    "century": "وقع ذلك في القرن " + "9" * 4400,
    "decade": "وقع ذلك في تسعينيات القرن الألف",
    "season": "وقع ذلك في صيف 99999 وشتاء 0",
}


def _numbers() -> Iterator[Case]:
    kind = "numbers"
    may = "text.bidi-controls figure.currency-unknown"
    for name, words in NUMBERS.items():
        yield case(kind, f"{name}.txt", lambda k, w=words: f"{story(k)}{w}.\n", may=may)
    for count in (4299, 4300, 4301, 100_000, 1_000_000):
        for name, digit in {"ascii": "9", "arabic": "٩", "comma": "9,", "dot": "9.", "zero": "0"}.items():
            words = digit * (count // len(digit))
            yield case(kind, f"{count}-{name}.txt", lambda k, w=words: f"{story(k)}قتل {w} شخصا.\n")
    yield case(kind, "in-the-saying.txt", lambda k: f"{k.words} {'9' * 5000} مرة.\n{FILLER}")


def _dates() -> Iterator[Case]:
    kind = "dates"
    may = "date.no-such-day date.weekday-mismatch date.months-clash"
    for name, words in DATES.items():
        yield case(kind, f"{name}.txt", lambda k, w=words: f"{story(k)}{w}.\n", may=may)
    for n, stated in enumerate(
        (
            "0000-00-00",
            "2020-02-31",
            "1e9",
            "9" * 5000,
            "yesterday",
            "<script>",
            "٣١/٢/٢٠٢٠",
            "-1",
            "NaN",
            "32/13/2020",
        )
    ):
        row = '{"text": "%s", "published": "%s"}\n'
        yield case(
            kind, f"stated-{n}.jsonl", lambda k, s=stated, r=row: r % (k.words, s), "metadata.published"
        )
    for n, odd in enumerate((0, -1, 10**30, 1e308, True, [], {}, "")):
        yield case(
            kind,
            f"odd-{n}.jsonl",
            lambda k, o=odd: json.dumps({"text": k.words + ".", "published": o}, ensure_ascii=False),
            may="metadata.published metadata.wrong-type",
        )
    for n, stated in enumerate(("2020-02-31", "0", "x" * 9000, "Tue, 99 Foo 2020", "1000000000000")):
        head = "<html><head><meta property='article:published_time' content='{}'></head>"
        page = head + "<body><p>{}.</p><p>{}</p>"
        yield case(
            kind,
            f"stated-{n}.html",
            lambda k, s=stated, p=page: p.format(s, k.words, FILLER * 4),
            may="metadata.published html.fallback",
        )


def all_cases() -> list[Case]:
    """Every case of these classes."""
    return [*_numbers(), *_dates()]
