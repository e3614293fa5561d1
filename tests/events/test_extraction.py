"""From a record to its events, whatever the text: what holds of all of them."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.events.extraction import extract_events
from rawi.lexicons.loader import load_table
from rawi.model.claim import Event
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.pipeline import extract
from tests.events.told import PUBLISHED, name, read, spans

SURE = (
    "قتل ثلاثة جنود في هجوم شنه مسلحون على حاجز في مدينة كركوك أمس.",
    "خطف مسلحون طبيبا في مدينة بنغازي أمس.",
    "قصفت قوات النظام بالمدفعية سوقا في مدينة إدلب أمس وقتل سبعة مدنيين.",
    "اعتقلت الشرطة أربعة أشخاص في مدينة تونس أمس.",
    "قالت الشرطة إن 12 شخصا قتلوا في انفجار سيارة مفخخة في مدينة الحلة أمس.",
)
QUIET = (
    "وكانت أسعار الخضار تراجعت في الأسواق الشعبية.",
    "ويزرع الأهالي القمح والشعير والعدس كل عام.",
    "وتفتح المكتبة أبوابها صباحا، ويقرأ فيها الطلاب.",
)
WORDS = sorted({row["word"] for row in load_table("event_words.tsv")})
SIGNS = sorted({row["word"] for row in load_table("event_signs.tsv")})
PARTIES = sorted({row["word"] for row in load_table("parties.tsv")})
FILLERS = """
. ، : ؛ « » ( ) " و ف ه ها ال 12 ثلاثة عشرات نحو أكثر أمس اليوم 2015 بينهم في على من إلى
مدينة كركوك الموصل سوريا داعش
"""
NAMING = ("\n", "سليم الحداد", "قال المتحدث", "أعلنت الشرطة أن", "ثلاثة آلاف", "ما بين 10 و15", "نفى الوزير")
OTHERS = [*FILLERS.split(), *NAMING]
PIECE = st.one_of(*map(st.sampled_from, (WORDS, WORDS, SIGNS, PARTIES, PARTIES, OTHERS, OTHERS)))
ANY = st.one_of(
    st.lists(PIECE, max_size=50).map(" ".join),
    st.lists(PIECE, max_size=20).map("".join),
    st.tuples(st.sampled_from(SURE), st.lists(PIECE, max_size=20).map(" ".join)).map(" ".join),
)
#: Marks that change no letter: vowels, tatweel, marks of direction.
MARKS = ("\u064e", "\u0650", "\u0651", "\u0652", "ـ", "\u200f", "\u200e")


def shape(record: Record, event: Event) -> tuple[object, ...]:
    """Return what an event tells without where it stands."""
    one = event
    parties = (one.actor, one.target, one.claimed_by, *one.with_actor, *one.with_target)
    tolls = tuple((toll.kind, toll.low, toll.high, toll.hedge, toll.who, toll.part) for toll in one.tolls)
    numbers = (one.killed, one.injured, one.abducted, one.arrested)
    told = (one.type, one.rule, one.certainty, one.background, one.date, one.according_to)
    return (*told, *map(name, parties), tuple(place.name for place in one.places), tolls, numbers)


def moved(event: Event, by: int) -> bytes:
    """Return an event, all spans moved, as it is written."""

    def move(thing: object) -> object:
        if isinstance(thing, Span):
            return Span(thing.start + by, thing.end + by)
        if isinstance(thing, tuple):
            return tuple(map(move, thing))
        if isinstance(thing, msgspec.Struct):
            return type(thing)(*(move(getattr(thing, name)) for name in thing.__struct_fields__))
        return thing

    return msgspec.json.encode(move(event))


@settings(deadline=None)
@given(ANY)
def test_any_words_give_events_whose_spans_lie_in_the_text(text: str) -> None:
    """Extraction never raises, and every span is of words of the text, not empty, without space around."""
    record = extract(text, published=PUBLISHED)
    for event in record.events:
        for span in spans(event):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip() != ""


@settings(deadline=None)
@given(ANY)
def test_any_words_give_events_in_order_with_what_they_name(text: str) -> None:
    """Ids count up by triggers, no two share one, and the statements, figures, entities named exist."""
    record = extract(text, published=PUBLISHED)
    assert [one.id for one in record.events] == [f"v{n}" for n in range(1, len(record.events) + 1)]
    triggers = [one.trigger for one in record.events]
    assert len(set(triggers)) == len(triggers)
    mentions = [span for one in record.events for span in (one.trigger, *one.mentions)]
    assert len(set(mentions)) == len(mentions)
    statements = {one.id for one in record.statements} | {None}
    figures = {one.id for one in record.figures} | {None}
    entities = {one.id for one in record.entities} | {None}
    for one in record.events:
        assert one.according_to in statements
        assert {toll.figure for toll in one.tolls} <= figures
        assert {toll.according_to for toll in one.tolls} <= statements
        held = (
            one.actor,
            one.target,
            one.claimed_by,
            one.place,
            *one.places,
            *one.with_actor,
            *one.with_target,
        )
        assert {each.entity for each in held if each is not None} <= entities
        assert one.place == (one.places[0] if one.places else None)


@settings(deadline=None)
@given(ANY)
def test_the_same_words_give_the_same_events(text: str) -> None:
    """Nothing depends on what was read before."""
    first = extract(text, published=PUBLISHED)
    assert extract(text, published=PUBLISHED).events == first.events
    assert extract_events(msgspec.structs.replace(first, events=())) == first.events


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(SURE), st.lists(st.sampled_from(QUIET), min_size=1, max_size=6).map("\n".join))
def test_a_paragraph_of_something_else_changes_no_event_before_it(text: str, after: str) -> None:
    """What is appended does not reach back."""
    alone, more = read(text), read(f"{text}\n{after}")
    assert [(one.trigger, *shape(alone, one)) for one in alone.events] == [
        (one.trigger, *shape(more, one)) for one in more.events
    ]


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(SURE), st.text(alphabet=" \n", max_size=6))
def test_space_before_a_text_only_shifts_spans(text: str, before: str) -> None:
    """Blank lines at the beginning change nothing else."""
    by = len(before)
    assert [moved(one, by) for one in read(text).events] == [
        moved(one, 0) for one in read(before + text).events
    ]


@pytest.mark.parametrize("text", SURE)
def test_a_sentence_before_a_text_shifts_spans(text: str) -> None:
    """A quiet first sentence changes neither who nor what nor where."""
    before = "عاد الهدوء إلى المكتبة.\n"
    alone, more = read(text), read(before + text)
    assert [one.trigger.start + len(before) for one in alone.events] == [
        one.trigger.start for one in more.events
    ]
    assert [shape(alone, one)[:1] for one in alone.events] == [shape(more, one)[:1] for one in more.events]
    assert [name(one.actor) for one in alone.events] == [name(one.actor) for one in more.events]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(SURE), st.data())
def test_marks_that_change_no_letter_change_only_spans(text: str, data: st.DataObject) -> None:
    """Vowels, tatweel and marks of direction inside words leave the events as they are."""
    letters = [at for at in range(1, len(text)) if text[at - 1].isalpha() and text[at].isalpha()]
    places = set(data.draw(st.lists(st.sampled_from(letters), max_size=12)))
    marked = "".join(
        data.draw(st.sampled_from(MARKS)) + letter if at in places else letter
        for at, letter in enumerate(text)
    )
    plain, other = read(text), read(marked)
    assert [one.rule for one in plain.events] == [one.rule for one in other.events]
    for one, two in zip(plain.events, other.events, strict=True):
        assert (one.type, one.date, one.killed, one.certainty) == (
            two.type,
            two.date,
            two.killed,
            two.certainty,
        )
        assert [toll.low for toll in one.tolls] == [toll.low for toll in two.tolls]
        trigger = "".join(letter for letter in other.words(two.trigger) if letter not in MARKS)
        assert trigger == plain.words(one.trigger)


@pytest.mark.parametrize(
    "text", ["", " ", "عاد الهدوء.", "hello", "١٢٣", "قتل", "هجوم", "بالحجارة", "و", "."]
)
def test_little_or_nothing_is_no_error(text: str) -> None:
    """Empty texts and single words are read."""
    assert len(extract(text).events) <= 1


def test_a_text_without_a_date_is_read() -> None:
    """Without a day of publication أمس has no date, and the event is there."""
    (one,) = extract(SURE[1]).events
    assert one.date is None


def test_an_instrument_at_the_very_end_is_read() -> None:
    """The last word of a text may be with what it was done."""
    (one,) = extract("رشق متظاهرون الشرطة في مدينة صيدا أمس بالحجارة", published=PUBLISHED).events
    assert one.instrument == "بالحجارة"
