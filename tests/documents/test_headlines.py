"""A text's headline is found where there is one, and none is made up."""

from __future__ import annotations

import pytest

from rawi.documents.boilerplate import read_layout
from rawi.documents.headlines import find_headline
from tests.documents.test_boilerplate import LEAD, NEXT, TITLE


def _found(text: str) -> str | None:
    """Return the words of the headline."""
    span = find_headline(text, read_layout(text))
    return span and span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n{LEAD}",
        f"الأخبار\n\n{TITLE}\nأ ف ب\nالجمعة 3 فبراير 2012\n\n{LEAD}\n{NEXT}",
        f"\n{TITLE}\nسليم الدوري – وادي الزهر\n{LEAD}",
    ],
)
def test_the_first_line_that_stands_apart_is_the_headline(text: str) -> None:
    """Menus, stamps and bylines around it do not hide the headline."""
    assert _found(text) == TITLE


@pytest.mark.parametrize(
    "text",
    [
        "",
        LEAD,
        f"{LEAD}\n{NEXT}",
        f"افتتح الجسر أمام الناس أمس.\n{LEAD}",
        f"وفي ما يلي نص البيان:\n{LEAD}",
        f"- ترميم السوق القديم في المدينة\n{LEAD}",
        f"أعلنت البلدية افتتاح الجسر الجديد في وادي الزهر\n{LEAD}",
        f"الجسر الجديد\n{LEAD}",
        f"{TITLE}\nالسوق القديم",
    ],
)
def test_no_headline_is_made_up(text: str) -> None:
    """A paragraph, a sentence, an announcement, a list, two words, or lines without a paragraph are none."""
    assert _found(text) is None
