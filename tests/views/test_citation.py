"""Citations: what is quoted, what is not, and formats that no word of a source can break."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.views.citation import Citation, Style, render_citation

WORDS = st.text(min_size=1, max_size=60)
QUOTED = Citation(
    "الجسر سيفتح", True, "sha256:ab#char=4,15", "sha256:ab", speaker="سليم الدوري", said="2024-05"
)
TOLD = Citation(
    "الجسر سيفتح", False, "sha256:ab#char=4,15", "sha256:ab", speaker="سليم الدوري", published="2024-05-02"
)


def test_only_a_quotation_stands_in_marks() -> None:
    """Words that the source does not quote are called the article's own, without quotation marks."""
    assert "«الجسر سيفتح»" in render_citation(QUOTED)
    assert "quotation:" in render_citation(QUOTED)
    told = render_citation(TOLD)
    assert "not a quotation" in told
    assert "«" not in told


def test_arabic_labels() -> None:
    """The block speaks Arabic if asked."""
    assert "القائل: سليم الدوري" in render_citation(QUOTED, "block", "ar")


@given(WORDS, WORDS)
def test_ris_cannot_be_broken(words: str, title: str) -> None:
    """Whatever the words, an RIS record is lines of a tag each, from TY to ER."""
    lines = render_citation(Citation(words, True, "d#char=1,2", "d", title=title), "ris").split("\n")
    assert (lines[0], lines[-1]) == ("TY  - NEWS", "ER  - ")
    assert all(line[2:6] == "  - " and line[:2].isalnum() for line in lines)


@given(WORDS, WORDS)
def test_csl_is_json(words: str, title: str) -> None:
    """CSL-JSON is an array of one item that keeps language and address."""
    (item,) = json.loads(render_citation(Citation(words, False, "d#char=1,2", "d", title=title), "csl"))
    assert (item["type"], item["language"], item["id"]) == ("article-newspaper", "ar", "d#char=1,2")


def test_csl_dates() -> None:
    """A day of publication comes in parts."""
    (item,) = json.loads(render_citation(TOLD, "csl"))
    assert item["issued"] == {"date-parts": [[2024, 5, 2]]}


def test_markdown_is_escaped() -> None:
    """Markup in the words is not obeyed."""
    shown = render_citation(Citation("<b>*قال*</b> [x](y)", False, "d", "d"), "md")
    assert "\\<b\\>\\*قال\\*" in shown
    assert "\\[x\\]" in shown


def test_only_web_addresses_are_addresses() -> None:
    """RIS and CSL-JSON name where the article was fetched if that is on the web, never a path."""
    for source, there in (("https://n.example/1", True), ("articles/a.txt", False), ("file:///a", False)):
        one = Citation("الجسر", True, "d#char=1,2", "d", source=source)
        assert ("UR  - " in render_citation(one, "ris")) is there
        assert ("URL" in json.loads(render_citation(one, "csl"))[0]) is there


@pytest.mark.parametrize("style", ["block", "md", "ris", "csl"])
def test_a_denial_is_never_cited_without_saying_so(style: Style) -> None:
    """Words that somebody denies, and words that Rawi is not sure of, say so in every style."""
    denied = Citation("توقيع العقد", False, "d#char=1,2", "d", speaker="كريم الصباغ", denied=True)
    assert "denied" in render_citation(denied, style)
    assert "denied" not in render_citation(msgspec.structs.replace(denied, denied=False), style)
    doubtful = msgspec.structs.replace(denied, denied=False, doubtful=True)
    assert "doubtful" in render_citation(doubtful, style)
    assert "كريم الصباغ" in render_citation(denied, style)
