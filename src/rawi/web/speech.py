"""Rawi's own numbers and months as the reader prefers them; words of a source never pass through here."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup

from rawi.views.labels import label
from rawi.web.preferences import Months, Preferences

_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_BETWEEN = re.compile(r"(?<=[0-9])[,.](?=[0-9])")
_MARKS = {",": "٬", ".": "٫"}
_TWELVE = range(1, 13)


def say(text: str, preferences: Preferences) -> str:
    """Return words of Rawi's own with the digits and month names that are preferred.

    >>> say("1,200 خبر", Preferences(digits="arab")), say("1,200 reports", Preferences("en"))
    ('١٬٢٠٠ خبر', '1,200 reports')
    >>> say("3 شباط/فبراير 2031", Preferences(months="maghreb"))
    '3 فيفري 2031'
    """
    if preferences.language == "ar" and preferences.months != "both":
        for both, one in _names(preferences.months):
            text = text.replace(both, one)
    if preferences.digits == "latn":
        return text
    return _BETWEEN.sub(lambda mark: _MARKS[mark.group()], text).translate(_ARABIC_INDIC)


def say_around(sentence: Markup, preferences: Preferences) -> Markup:
    """Return a sentence with names in it: what is isolated is left as the source has it."""
    parts = re.split(r"(<bdi[^>]*>.*?</bdi>)", str(sentence), flags=re.DOTALL)
    return Markup("".join(one if at % 2 else say(one, preferences) for at, one in enumerate(parts)))


@cache
def _names(months: Months) -> tuple[tuple[str, str], ...]:
    """Return each month as views write it, with both names, and by the one that is preferred."""
    both = [label(f"month.{number:02}", "ar") for number in _TWELVE]
    if months in ("levant", "egypt"):
        at = 0 if months == "levant" else -1
        chosen = [one.split("/")[at] for one in both]
    else:
        chosen = label(f"months.{months}", "ar").split()
    return tuple(zip(both, chosen, strict=True))
