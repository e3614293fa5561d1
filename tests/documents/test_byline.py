"""The document's chain is what its footers, bylines and datelines say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.documents.boilerplate import read_layout
from rawi.documents.byline import find_chain
from tests.documents.test_boilerplate import LEAD, NEXT, TITLE, WORDS


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (f"{LEAD}\nالمصدر: النهر نت", [("outlet", "النهر نت")]),
        (f"{LEAD}\nالمصدر: رويترز + النهر نت", [("agency", "رويترز"), ("outlet", "النهر نت")]),
        (f"{LEAD}\n(نقلا عن النهر نت)", [("outlet", "النهر نت")]),
        (f"{LEAD}\n[المصدر: النهر نت].", [("outlet", "النهر نت")]),
        (f'{LEAD}\n* نقلا عن "عكاظ" السعودية', [("outlet", 'عكاظ" السعودية')]),
        (f"{TITLE}\nواشنطن - وكالات\n{LEAD}", [("agency", "وكالات")]),
        (f"{TITLE}\nأ ف ب\n{LEAD}", [("agency", "أ ف ب")]),
        (f"دمشق (رويترز) - {LEAD}", [("agency", "رويترز")]),
        (f"سبق - وكالات: {LEAD}", [("agency", "وكالات"), ("outlet", "سبق")]),
        (f"{LEAD}\n{NEXT} (رويترز)", [("agency", "رويترز")]),
        (f"{TITLE}\nسبقنشر في سبق يوم 3 - 4 - 2019\n{LEAD}", [("outlet", "سبق")]),
        (f"تل الرمل (السفح) - {LEAD}\nوقال الحارس لوكالة السفح إن السوق مغلق.", [("agency", "السفح")]),
        (
            f"الغدير - وكالات: {LEAD}\nوقال الحارس لـ«الغدير» إن السوق مغلق.",
            [("agency", "وكالات"), ("outlet", "الغدير")],
        ),
        (f"سامي الديري (السفح) - {LEAD}", []),
        (f"{TITLE}\n{LEAD}\n{NEXT}", []),
        (f"{LEAD}\nوقال مراسل رويترز إن الجسر فتح.", []),
    ],
)
def test_chain(text: str, chain: list[tuple[str, str]]) -> None:
    """Names are as written, agencies before outlets; a newsroom in a sentence is no chain of it."""
    assert [(link.kind, link.name) for link in find_chain(text, read_layout(text))] == chain


@given(st.one_of(st.text(), WORDS))
def test_links_are_the_text_s_own_words(text: str) -> None:
    """Whatever the text, each link's span gives its name."""
    for link in find_chain(text, read_layout(text)):
        assert link.span is not None
        assert link.span.of(text) == link.name
