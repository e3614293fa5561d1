"""Citations: what is quoted, what is not, and formats that no word of a source can break."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.model.claim import Figure
from rawi.model.review import Correction, Reviewed
from rawi.model.span import Span
from rawi.model.value import Hedge
from rawi.pipeline import extract
from rawi.views.citation import STYLES, Citation, Style, build_passage, render_citation

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


SENTENCE = "قال غسان المرعي إن في الغضا أقل من ثلاثة آلاف مقاتل"
FIGURE = Citation(
    "أقل من ثلاثة آلاف",
    False,
    "sha256:ab#char=28,45",
    "sha256:ab",
    speaker="غسان المرعي",
    said="XXXX-12-06",
    as_of="2031-12",
    published="2031-12-07",
    source="https://n.example/a_b#c",
    of="figure",
    relayed_by=("هند الخالدي",),
    figure=Figure("f1", Span(28, 45), Span(36, 45), None, 3000, Hedge.LESS_THAN),
    sentence=SENTENCE,
)


@pytest.mark.parametrize("style", STYLES)
def test_a_figure_is_cited_with_whose_claim_it_is(style: Style) -> None:
    """Holder, who passed it on, when it was said and held, hedge and sentence stand in every style."""
    told = render_citation(FIGURE, style)
    for words in ("غسان المرعي", "هند الخالدي", "6 December", "December 2031", "< 3,000", SENTENCE):
        assert words.replace("<", "\\<" if style == "md" else "<") in told
    assert "somebody claims" in told
    alone = msgspec.structs.replace(FIGURE, speaker=None, relayed_by=(), said=None)
    assert "the article's words" in render_citation(alone, style)
    assert "somebody claims" not in render_citation(alone, style)
    nobody = msgspec.structs.replace(alone, unsettled=True)
    assert "speaker not settled" in render_citation(nobody, style)


@pytest.mark.parametrize("style", STYLES)
def test_what_a_person_decided_is_cited_too(style: Style) -> None:
    """A corrected field with its value and by whom; that an entry was rejected."""
    made = (Correction("high", "3500"), Correction("as_of", "2031-11"), Correction("hedge", "about"))
    corrected = Reviewed("corrected", 1, "هند", "2031-12-08T09:00:00Z", made)
    told = render_citation(msgspec.structs.replace(FIGURE, review=corrected), style)
    for words in ("at most", "3500", "November 2031", "hedge: about", "هند", "8 December 2031"):
        assert words in told
    rejected = msgspec.structs.replace(FIGURE, review=Reviewed("rejected", 2, "هند", "2031-12-08"))
    assert render_citation(rejected, style).count("rejected") >= 2
    assert "rejected" not in render_citation(FIGURE, style)


@pytest.mark.parametrize("style", ["block", "md"])
def test_no_day_runs_backwards(style: Style) -> None:
    """In Arabic every day is in words; an address is isolated, a file by its own name too."""
    told = render_citation(FIGURE, style, "ar")
    assert "6 كانون الأول/ديسمبر" in told
    assert "7 كانون الأول/ديسمبر 2031" in told
    assert "2031-12" not in told
    assert "XXXX" not in told
    for left in ("sha256:", "https://"):
        before = told[: told.index(left)].rstrip("<`")
        assert before.endswith("\u2066")
    assert told.count("\u2066") + told.count("\u2068") == told.count("\u2069")
    undated = render_citation(msgspec.structs.replace(FIGURE, published=None), style, "ar")
    assert "تاريخ النشر غير معروف" in undated
    assert "نُشر في" not in undated


def test_addresses_in_markdown_can_be_followed() -> None:
    """Nothing in them is escaped, and no line is but a sign."""
    told = render_citation(FIGURE, "md", "ar")
    assert "<https://n.example/a_b#c>" in told
    assert "`sha256:ab#char=28,45`" in told
    assert not any(line.strip() == ">" for line in told.split("\n"))
    assert "\n> <" not in render_citation(msgspec.structs.replace(FIGURE, sentence="<i>"), "md")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "path", ["/home/hind/secret/a.txt", "C:\\hind\\secret\\a.txt", "file:///secret/a.txt"]
)
def test_no_folder_is_cited(style: Style, path: str) -> None:
    """Of a file of this machine only its own name is said, for a citation is sent to others."""
    record = extract("قال سليم الدوري إن الجسر سيفتح.")
    record = msgspec.structs.replace(record, document=msgspec.structs.replace(record.document, source=path))
    told = build_passage(f"{record.document.id}#char=0,3", "قال", record)
    assert told.source == "a.txt"
    assert "secret" not in render_citation(told, style)
