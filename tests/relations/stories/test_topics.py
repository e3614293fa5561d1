"""What a report is of."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from rawi.model.document import Document
from rawi.model.record import Record
from rawi.model.relation import Report
from rawi.model.span import Span
from rawi.relations.stories.topics import MOST_TERMS, Topic, read_topic, weigh
from tests.relations.stories.told import read, report

TEXT = """اندلع حريق كبير، فجر الأحد، في ميناء قصر المرمر، وأصيب 34 عاملًا.
وقال سامر البلهوان، قائد الإطفاء، إن النار أتت على 12 مخزنًا."""


def test_names_numbers_and_days_of_a_report_are_kept() -> None:
    """People, numbers with what they count, and days that the beginning names."""
    (topic,) = read(
        report(TEXT, title="حريق في ميناء قصر المرمر", published="2024-03-05", outlet="صحيفة الرواق")
    )
    assert "سامر البلهوان" in topic.people
    assert {number.split()[0] for number in topic.numbers} == {"34", "12"}
    assert topic.first == topic.last is not None
    assert topic.days == (topic.first - 2,)
    assert topic.weekdays == (6,)


def test_a_title_that_stands_above_the_text_again_counts_once() -> None:
    """Some texts begin with their title; that is no second time that it is told."""
    title = "حريق في ميناء قصر المرمر"
    (bare,), (twice,) = read(report(TEXT, title=title)), read(report(f"{title}\n\n{TEXT}", title=title))
    assert twice.lead == bare.lead
    assert twice.terms == bare.terms


def test_the_most_telling_words_come_first() -> None:
    """A name that was never seen stands before everyday words."""
    (topic,) = read(report(TEXT, title="حريق في ميناء قصر المرمر"))
    order = list(topic.lead)
    assert order.index("مرمر") < order.index("حريق") < order.index("في") if "في" in order else True
    assert len(topic.terms) <= MOST_TERMS


def test_a_topic_survives_being_stored() -> None:
    """What is kept in a ledger is what was read."""
    (topic,) = read(report(TEXT, title="حريق (3)", published="2024-03"))
    assert topic.part == 3
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(topic), type=Topic) == topic


def test_without_words_a_topic_is_empty() -> None:
    """A text of marks alone is of nothing, and no error."""
    (topic,) = read(report("… ؟ 12"))
    assert not topic.lead
    assert not topic.terms
    assert not topic.people


@given(st.text(max_size=300), st.none() | st.text(max_size=60))
def test_any_text_has_a_topic_with_weights_of_a_unit(text: str, title: str | None) -> None:
    """Whatever the text, nothing is raised, and the weights are a vector of length 1 or empty."""
    document = Document("sha256:x", text, (Span(0, len(text)),), title=title)
    topic = read_topic(Report(Record(document)))
    for terms in (topic.title, topic.lead, topic.terms):
        assert not terms or abs(sum(weight**2 for weight in terms.values()) - 1) < 0.01


@given(st.lists(st.lists(st.sampled_from(["حريق", "مينا", "قال", "بلسنوف"]), max_size=6), max_size=3))
def test_weights_do_not_depend_on_the_order_of_words(parts: list[list[str]]) -> None:
    """Where a word stands within its part changes nothing."""
    assert weigh([(part, 1.0) for part in parts], 9) == weigh([(sorted(part), 1.0) for part in parts], 9)
