"""EDTF dates in words: ``about 2015``, ``5 December 2017``, «كانون الأول/ديسمبر 2017».

Arabic months have both of their names, for no reader knows all of them. What is not EDTF stays as it is.
"""

from __future__ import annotations

import re

from rawi.views.labels import Language, load_labels

_DATE = re.compile(
    r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2}))?(?:-(?P<day>[0-9X]{2}))?(?:T[0-9:]+)?(?P<sure>[?~%])?"
)
_OPEN = ("", "..")


def render_date(edtf: str, language: Language = "en") -> str:
    """Return an EDTF date in words, without its time of day.

    >>> render_date("2017-12"), render_date("2015~"), render_date("2017-12-05?", "ar")
    ('December 2017', 'about 2015', '5 كانون الأول/ديسمبر 2017 (غير مؤكد)')
    >>> render_date("2019/.."), render_date("2014-22", "ar"), render_date("XXXX-12-06")
    ('since 2019', 'صيف 2014', '6 December')
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _one(edtf, language)
    if start in _OPEN or end in _OPEN:
        if start == end:
            return edtf
        name, known = ("until", end) if start in _OPEN else ("since", start)
        return _filled(name, language, _one(known, language))
    return _filled("from_to", language, _one(start, language), _one(end, language))


def _one(edtf: str, language: Language) -> str:
    """Return a date that is no interval; as it is if it is none that is known."""
    match = _DATE.fullmatch(edtf)
    if not match:
        return edtf
    month = match["month"] or "XX"
    name = load_labels().get(f"month.{month}")
    if month != "XX" and name is None:
        return edtf
    parts = (_day(match["day"]), name[language] if name else "", _year(match["year"], language))
    words = " ".join(part for part in parts if part)
    if not words:
        return edtf
    return _filled(f"date{match['sure']}", language, words) if match["sure"] else words


def _day(day: str | None) -> str:
    """Return a day without its zero; nothing where it is not known."""
    return str(int(day)) if day and "X" not in day else ""


def _year(year: str, language: Language) -> str:
    """Return a year, decade or century; nothing where it is not known."""
    if "X" not in year:
        return year
    known = year.rstrip("X")
    name = {3: "decade", 2: "century"}.get(len(known))
    return _filled(name, language, known.ljust(4, "0")) if name and known.isdigit() else ""


def _filled(name: str, language: Language, *words: str) -> str:
    """Return a label with words in it."""
    return load_labels()[name][language].format(*words)
