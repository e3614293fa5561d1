"""What stands in a checklist is told in words, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.views.labels import load_labels
from rawi.views.terms import tell_check

_RELATIONS = Path(__file__).parents[2] / "src" / "rawi" / "relations"
_CODE = re.compile(
    r'"((?:bounds|credit|date|definition|holder|origin|place|quantity|time|toll|unit)\.[a-z_]+)"'
)


@pytest.mark.parametrize(
    ("name", "words", "english", "arabic"),
    [
        ("quantity", "injured+killed", "wounded + killed", "جرحى + قتلى"),
        ("quantity", "%:response", "response", "استجابة"),
        ("quantity", "USD:~", "US dollars", "دولار أمريكي"),
        ("unit", "km2", "km²", "كيلومتر مربع"),
        ("unit", "lorries", "lorries", "شاحنة"),
        ("definition", "people · toll · part", "people · a toll · a part", "أشخاص · حصيلة · جزء"),
        ("directness", "indirect", "in the article's words", "بصياغة الخبر"),
        ("origin", "sha256:54b46c45", "the article itself", "الخبر نفسه"),
        ("holder", "سليم الدوري", "سليم الدوري", "سليم الدوري"),
    ],
)
def test_a_check_is_told_in_words(name: str, words: str, english: str, arabic: str) -> None:
    """Classes, scopes and ways of saying have words; names and what the source says stay as they are."""
    assert tell_check(name, words, "en") == english  # type: ignore[arg-type]
    assert tell_check(name, words, "ar") == arabic  # type: ignore[arg-type]


def test_every_reason_that_relations_give_has_words() -> None:
    """No code of a reason reaches a reader."""
    codes = {code for path in _RELATIONS.rglob("*.py") for code in _CODE.findall(path.read_text("utf-8"))}
    assert len(codes) > 20
    assert codes - load_labels().keys() == set()


@given(st.text(), st.sampled_from(["quantity", "unit", "definition", "origin", "bounds"]))
def test_any_words_can_be_told(words: str, name: str) -> None:
    """Whatever stands there, no mark of a class that is not told is shown."""
    told = tell_check(name, words, "en")  # type: ignore[arg-type]
    assert isinstance(told, str)
