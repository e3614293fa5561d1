"""One article in, one record out: whatever the text, every entry is the text's own words."""

import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.errors import PipelineError
from rawi.model.annotation import Kind
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.pipeline import annotators, extract

ARTICLE = (
    "قالت وزارة المياه في بيان أمس الأحد إن 40 ألف أسرة في وادي الريحان حصلت على صهاريج، "
    "مؤكدة أن «العمل مستمر حتى نهاية الشهر».\n"
    "وأضاف المتحدث باسم الوزارة سليم الدوري أن نحو 300 عامل يشاركون في الإصلاح.\n"
    "ونفى الدوري وجود نقص في الوقود، بحسب ما ذكرت وكالة رويترز."
)
PHRASES = """
قال وأضاف إن أن الوزير « » " : . بحسب وفق ثلاثة مقاتل أمس الأحد مؤكدا الذي ( ) لا نفى مقتل قوله ـ ّ \u200f
٣ 😀 ،
"""
PIECES = st.sampled_from(
    [*PHRASES.split(), "سليم الدوري", "40 ألف", "31 تشرين الأول", "في بيان", "دعا إلى", "مصدر أمني", "\n"]
)
ANY = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
)


def spans(record: Record) -> list[Span]:
    """Return every span of a record."""
    found: list[Span] = [*record.document.body]
    found += [link.span for link in record.document.chain if link.span]
    for statement in record.statements:
        found += statement.content
        found += [span for span in (statement.cue, statement.speaker.span) if span]
        found += [link.span for link in statement.chain if link.span]
    for figure in record.figures:
        found += [figure.span, figure.number]
        found += [figure.counted.span] if figure.counted else []
    found += [date.span for date in record.dates]
    found += [mention for entity in record.entities for mention in entity.mentions]
    return found


@settings(deadline=None)
@given(ANY)
def test_any_string_gives_a_record_whose_spans_lie_in_it(text: str) -> None:
    """extract never raises; every span is half-open, not empty, and inside the text."""
    record = extract(text)
    assert len(record.text) == len(text)
    for span in spans(record):
        assert 0 <= span.start < span.end <= len(text)


@settings(deadline=None)
@given(ANY)
def test_a_record_is_valid_json_with_the_names_of_the_contract(text: str) -> None:
    """What is printed can be read again as UTF-8 JSON, whatever the text; ids that are referred to exist."""
    row = json.loads(msgspec.json.encode(extract(text)))
    assert set(row) == {"document", "statements", "figures", "dates", "events", "entities"}
    ids = {statement["id"] for statement in row["statements"]}
    for statement in row["statements"]:
        assert statement["within"] is None or statement["within"] in ids - {statement["id"]}
    for figure in row["figures"]:
        assert figure["according_to"] is None or figure["according_to"] in ids


@settings(deadline=None)
@given(ANY)
def test_counted_words_are_the_words_of_their_span(text: str) -> None:
    """No entry paraphrases: a counted noun and a link's words are what the text has there."""
    record = extract(text)
    for figure in record.figures:
        if figure.counted:
            assert figure.counted.text == record.words(figure.counted.span)


@settings(deadline=None)
@given(ANY)
def test_reading_twice_gives_the_same_bytes(text: str) -> None:
    """There is no hidden state between two readings."""
    assert msgspec.json.encode(extract(text)) == msgspec.json.encode(extract(text))


def test_the_record_does_not_depend_on_the_hash_seed() -> None:
    """Two processes with different hash seeds print the same bytes."""
    code = (
        "import sys, msgspec, rawi; sys.stdout.buffer.write(msgspec.json.encode(rawi.extract(sys.argv[1])))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, ARTICLE],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(outputs) == 1


def test_an_article_gives_who_said_what_how_many_and_when() -> None:
    """The whole line on one article of our own."""
    record = extract(ARTICLE, published="2024-05-13")
    said = [(s.speaker.name, record.words(s.content[0]), s.kind, s.polarity) for s in record.statements]
    assert said[0][0] == "وزارة المياه"
    assert said[1] == ("وزارة المياه", "العمل مستمر حتى نهاية الشهر", "direct", "asserted")
    assert said[2][0] == "سليم الدوري"
    assert said[3] == ("سليم الدوري", "وجود نقص في الوقود", "indirect", "denied")
    assert [link.name for link in record.statements[0].chain] == ["بيان"]
    assert record.statements[0].date == "2024-05-12"
    assert [link.name for link in record.statements[3].chain] == ["رويترز"]
    figures = [(f.low, f.high, f.hedge, f.according_to) for f in record.figures]
    assert figures == [(40000, 40000, "exact", "s1"), (300, 300, "about", "s3")]
    assert record.dates[0].value == "2024-05-12"


def test_leading_lines_shift_every_span_and_change_nothing_else() -> None:
    """Prepending blank lines moves entries by as much."""
    plain, shifted = extract(ARTICLE), extract("\n\n" + ARTICLE)
    assert [span.start + 2 for span in spans(plain)] == [span.start for span in spans(shifted)]
    assert [s.speaker.name for s in plain.statements] == [s.speaker.name for s in shifted.statements]


def test_an_unrelated_paragraph_changes_no_earlier_entry() -> None:
    """Appending text about something else leaves what stands before it as it was."""
    plain = extract(ARTICLE)
    longer = extract(ARTICLE + "\nوفازت فتيات نادي الساحل بكأس السباحة للمرة الثانية.")
    assert longer.statements[: len(plain.statements)] == plain.statements
    assert longer.figures[: len(plain.figures)] == plain.figures


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("قالت", "قـالـت"),
        lambda text: text.replace("الوزارة", "الوَزارةُ"),
        lambda text: text.replace("40", "٤٠").replace("300", "٣٠٠"),
        lambda text: text.replace("أن", "ان").replace("إن", "ان"),
    ],
)
def test_spelling_habits_change_no_speaker_and_no_value(change) -> None:  # type: ignore[no-untyped-def]
    """Tatweel, vowel marks, digit script and missing hamza are spelling, not meaning."""
    plain, changed = extract(ARTICLE), extract(change(ARTICLE))
    assert [(f.low, f.high, f.hedge) for f in plain.figures] == [
        (f.low, f.high, f.hedge) for f in changed.figures
    ]
    assert len(plain.statements) == len(changed.statements)
    assert plain.statements[2].speaker.name == changed.statements[2].speaker.name


def test_a_lone_surrogate_is_replaced_one_for_one_and_reported() -> None:
    """Offsets stay, the record is valid UTF-8, and the reader is told."""
    record = extract("قال سليم\ud800 الدوري إن الماء عاد.")
    assert record.text[8] == "\ufffd"
    assert "text.surrogate" in [warning.code for warning in record.document.warnings]


def test_an_empty_text_gives_an_empty_record() -> None:
    """Nothing in, nothing out, and no error."""
    record = extract("")
    assert not record.statements
    assert not record.figures
    assert record.document.body == ()


def test_a_weekday_that_contradicts_its_date_is_a_warning() -> None:
    """The clash is shown, never settled in silence."""
    record = extract("قالت البلدية يوم الثلاثاء 13 آذار 2024 إن السوق مغلق.")
    assert "date.weekday-mismatch" in [warning.code for warning in record.document.warnings]


def test_the_publication_day_is_inferred_where_the_text_forces_it() -> None:
    """Yesterday with its date settles the day of publication, and with it tomorrow."""
    record = extract("قالت البلدية يوم أمس السبت (31 تشرين الأول 2020) إن الجسر سيفتح غدا.")
    assert (record.document.published, record.document.published_from) == ("2020-11-01", "text")
    assert [date.value for date in record.dates] == ["2020-10-31", "2020-11-02"]


def test_the_default_stages_stand_in_an_order_that_works() -> None:
    """Each stage finds what it needs made before it; reversed, the order is refused."""
    from rawi.annotations.annotator import check

    check(annotators())
    with pytest.raises(PipelineError, match="needs"):
        check(tuple(reversed(annotators())))
    assert {kind for stage in annotators() for kind in stage.makes} >= {Kind.NUMBER, Kind.PERSON}


def test_no_file_is_opened_after_the_first_call(monkeypatch: pytest.MonkeyPatch) -> None:
    """extract is pure once its lexicons are loaded."""
    extract(ARTICLE, published="2024-05-13")

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a file was opened")

    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert extract(ARTICLE, published="2024-05-13").statements


@pytest.mark.parametrize("mark", ["\u202c", "\u202b", "\u200f", "\u200b", "\u2067", "\ufeff"])
def test_no_label_holds_what_nobody_sees(mark: str) -> None:
    """Names of speakers, places, bodies and events are without bidi controls; the words at spans are as they
    stand."""
    text = f"قال سامر{mark} الحلبي إن 5 أشخاص قتلوا في غارة شنها لواء{mark} الغسق على بلدة سراقب{mark} أمس."
    record = extract(text, published="2031-03-12")
    names = [one.name for one in record.entities] + [one.speaker.name or "" for one in record.statements]
    names += [one.place.name for one in record.events if one.place]
    names += [one.actor.name for one in record.events if one.actor]
    assert {"سامر الحلبي", "سراقب"} <= set(names)
    assert not any(mark in name for name in names)
    assert record.text == text
    assert any(mark in record.words(span) for one in record.entities for span in one.mentions)
