"""What holds of the statements of any text, be it nothing but cues, marks, brackets and line ends."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.clock import grows_as_a_line
from rawi.annotations.speech import CueTag, CueVerb
from rawi.claims.frames import FRAMES
from rawi.lexicons.loader import load_entries
from rawi.model.claim import Statement
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.pipeline import extract
from rawi.text.quotations import MARKS

VERBS = load_entries("cues.toml", CueVerb)
CUES = sorted(
    {form for verb in VERBS for form in (verb.form, "و" + verb.form, verb.form + "ت", verb.imperfect)}
    | {verb.participle + "ا" for verb in VERBS if verb.participle}
    | {verb.form + "ه" for verb in VERBS if verb.hearer}
    | {tag.form for tag in load_entries("cue_prepositions.toml", CueTag)}
)
WORDS = """
أن إن أنه بأن وأن إلى عن على في من ب ما الذي لكن فيما بينما كما حيث وهو ذلك هذا هناك تم نحن سنفتح
لا لم لن قد كان قوله القول مفاده نفي نفيه رغم جاء ورد بيان بيانا تقرير للبلدية البيان جانبه جهته حد تعبيره
الوزير الوزيرة المدير سكان خبراء مصدر سامي النجار هند الخالدي وزارة النقل البلدية المجلس الجسر السوق الماء
نفسه بفتح إغلاق أهمية مسؤولية قلقه طلب وعد حكم طالب رأى عبر أمس الأحد ثلاثة مئة
"""
POINTS = [*sorted(MARKS), "(", ")", "[", "]", "،", "؛", ":", ".", "؟", "!", "…", "-", "–", "\n", "\n\n"]
PIECES = st.one_of(st.sampled_from(CUES), st.sampled_from(WORDS.split()), st.sampled_from(POINTS))
SENTENCES = [example.text for frame in FRAMES for example in frame.examples]


@st.composite
def broken_sentences(draw: st.DrawFn) -> str:
    """Draw sentences of the rules with words taken out, doubled, or marks put between them."""
    words = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))).split(" ")
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(words) - 1))
        words[at : at + draw(st.integers(0, 2))] = draw(st.lists(PIECES, min_size=1, max_size=2))
    return " ".join(words)


TEXTS = st.one_of(
    st.lists(PIECES, max_size=50).map(" ".join),
    st.lists(PIECES, max_size=30).map("".join),
    broken_sentences(),
)


def spans_of(statement: Statement) -> list[Span]:
    """Return every span that a statement holds."""
    known = [*statement.content, statement.cue, statement.speaker.span]
    known += [link.span for link in statement.chain]
    known += [side for change in statement.changes for side in (change.here, change.there)]
    return [span for span in known if span is not None]


def holds(outer: Statement, inner: Statement) -> bool:
    """Does the content of one statement reach over that of another?"""
    first, last = outer.content[0].start, outer.content[-1].end
    return first <= inner.content[0].start and inner.content[-1].end <= last


def outers(record: Record, statement: Statement) -> list[str]:
    """Return the ids of what a statement stands within, innermost first, up to the first that comes again."""
    by_id = {one.id: one for one in record.statements}
    chain: list[str] = []
    at: str | None = statement.within
    while at is not None and at not in chain:
        chain.append(at)
        at = by_id[at].within
    return [*chain, at] if at is not None else chain


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_every_span_lies_in_the_text_and_in_its_document(text: str) -> None:
    """No statement takes words from beyond the text, nor from what is no part of the article's body."""
    record = extract(text)
    for one in record.statements:
        for span in spans_of(one):
            assert 0 <= span.start < span.end <= len(text)
        for span in one.content:
            assert any(part.start <= span.start and span.end <= part.end for part in record.document.body)


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_a_content_is_in_order_and_not_its_own_cue(text: str) -> None:
    """The parts of a content follow one another, and only around an inserted verb do they hold the cue."""
    record = extract(text)
    for one in record.statements:
        assert one.content
        assert all(first.end <= second.start for first, second in pairwise(one.content))
        if one.cue is not None and one.rule != "statement/inserted-verb":
            assert not any(span.start < one.cue.end and one.cue.start < span.end for span in one.content), one


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_nesting_names_statements_and_runs_in_no_circle(text: str) -> None:
    """Ids are s1 to sn in order; whatever a statement stands within exists, holds it, and is not itself."""
    record = extract(text)
    said = {one.id: one for one in record.statements}
    assert list(said) == [f"s{number + 1}" for number in range(len(record.statements))]
    for one in record.statements:
        for other in (one.within, one.speaker_from, one.repeats):
            assert other is None or (other in said and other != one.id)
        chain = outers(record, one)
        assert len(chain) == len(set(chain)), chain
        if one.within is not None:
            assert holds(said[one.within], one)


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_no_statement_is_told_twice(text: str) -> None:
    """Of two with the same words and polarity only one is kept."""
    said = [(one.content, one.polarity) for one in extract(text).statements]
    assert len(said) == len(set(said))


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_the_same_text_gives_the_same_record(text: str) -> None:
    """Nothing that was read before changes what is read now."""
    first = msgspec.json.encode(extract(text))
    extract("قال سامي النجار إن السد آمن. وأضاف: «الماء وفير".replace("آمن", text[:20]))
    assert msgspec.json.encode(extract(text)) == first


@pytest.mark.parametrize(
    "text", ["«" * 50, "قال " * 50, "«قال" * 50, "قال: «" * 50, "(" * 50, "\n" * 50, "أن " * 50]
)
def test_nothing_but_cues_and_marks_says_nothing(text: str) -> None:
    """Where nobody's words stand nothing is reported, and nothing is raised."""
    assert all(
        any(letter.isalnum() for letter in extract(text).words(span))
        for one in extract(text).statements
        for span in one.content
    )


@pytest.mark.parametrize("nothing", ["(", "[", "()", "( )", "«."])
@pytest.mark.parametrize("report", ["قال سامي النجار إن", "أكدت وزارة النقل أن"])
def test_marks_alone_are_no_content(report: str, nothing: str) -> None:
    """Without a letter or digit after the cue nobody has said anything."""
    assert not extract(f"{report} {nothing}").statements


@pytest.mark.parametrize(
    "piece", ["سامي العبدلي، ", "قال: (", "سامي النجار وهند الخالدي و", "بحسب سامي النجار، "]
)
def test_many_names_and_brackets_cost_a_line(piece: str) -> None:
    """Thousands of names, or brackets that nobody closes, are not gone through again for each of them."""
    few, many = (piece * count + "قال إن الجسر مفتوح." for count in (2500, 10000))
    assert grows_as_a_line(extract, few, many)


def test_many_open_quotations_cost_a_line() -> None:
    """Marks that nobody closes make one quotation of the whole text; what it holds is not searched again."""
    piece = 'قال سامي النجار: "'
    assert grows_as_a_line(extract, piece * 2000, piece * 8000)
