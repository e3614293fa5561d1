"""One utterance told twice in an article: linked, with what the retelling changed, or left alone."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.clock import grows_as_a_line
from rawi import pipeline
from rawi.model.record import Record
from rawi.pipeline import extract

BODY = "وقال الوزير سليم الدوري «الجسر الحديدي سيفتح قريبا أمام نحو 40 ألف مسافر إذا انتهى العمل».\n"
HEADLINE = "الوزير سليم الدوري: الجسر الحديدي سيفتح قريبا أمام المسافرين\n"


def links(record: Record) -> dict[str, str]:
    """Return which statement repeats which."""
    return {one.id: one.repeats for one in record.statements if one.repeats}


def changes(text: str) -> set[tuple[str, str | None, str | None]]:
    """Return what the first statement that repeats another changed, in words."""
    record = extract(text)
    one = next(one for one in record.statements if one.repeats)
    return {
        (change.kind, *(record.words(span) if span else None for span in (change.here, change.there)))
        for change in one.changes
    }


@pytest.mark.parametrize(
    "text",
    [
        HEADLINE + BODY,
        "أعلن الوزير سليم الدوري أن الجسر الحديدي سيفتح قريبا أمام المسافرين.\n" + BODY,
        "كشف الوزير سليم الدوري أن الجسر الحديدي سيفتح أمام المسافرين قريبا.\nوصل الوفد إلى النهر.\n" + BODY,
    ],
)
def test_a_headline_or_lede_repeats_the_quotation_after_it(text: str) -> None:
    """The lesser statement points at the fuller one, which points at none."""
    assert links(extract(text)) == {"s1": "s2"}


@pytest.mark.parametrize(
    "text",
    [
        "وزيرة الصحة هناء الشمري: الجسر الحديدي سيفتح قريبا أمام المسافرين\n" + BODY,
        "الوزير سليم الدوري: المدارس ستبقى مغلقة حتى نهاية الشهر\n" + BODY,
        "قال الوزير سليم الدوري إن السوق القديم سيفتح أمام التجار.\n" + BODY,
        BODY + "وأضاف أن الجسر الحديدي سيفتح للحافلات أيضا بعد أسبوع من ذلك.\n",
        "قال الوزير سليم الدوري إن 300 عامل أصلحوا الجسر الحديدي قريبا من السوق.\n"
        "وقال الوزير سليم الدوري إن 20 حافلة عبرت الجسر الحديدي قريبا من السوق والنهر والمدرسة.\n",
    ],
)
def test_other_speakers_other_words_and_what_goes_on_are_left_alone(text: str) -> None:
    """Somebody else, another topic, or a report that goes on is an utterance of its own."""
    assert links(extract(text)) == {}


@pytest.mark.parametrize(
    ("before", "change"),
    [
        (
            "الوزير سليم الدوري: الجسر الحديدي سيفتح قريبا أمام 30 ألف مسافر\n",
            ("figure", "30 ألف مسافر", "نحو 40 ألف مسافر"),
        ),
        (
            "الوزير سليم الدوري: الجسر الحديدي سيفتح قريبا أمام 40 ألف مسافر\n",
            ("hedge", "40 ألف مسافر", "نحو 40 ألف مسافر"),
        ),
        (HEADLINE, ("figure", None, "نحو 40 ألف مسافر")),
        (
            "الوزير سليم الدوري: ربما الجسر الحديدي سيفتح قريبا أمام المسافرين\n",
            ("modality", "ربما", None),
        ),
        (
            "الوزير سليم الدوري: لن الجسر الحديدي سيفتح قريبا أمام المسافرين\n",
            ("negation", "لن", None),
        ),
        (
            "حذر الوزير سليم الدوري من أن الجسر الحديدي سيفتح قريبا أمام المسافرين.\n",
            ("stance", "حذر", "وقال"),
        ),
        (
            "الوزير سليم الدوري: الجسر الحديدي الجميل سيفتح قريبا أمام المسافرين\n",
            ("added", "الجميل", None),
        ),
        (HEADLINE, ("dropped", None, "إذا انتهى العمل")),
    ],
)
def test_what_the_retelling_changed_is_named(before: str, change: tuple[str, str | None, str | None]) -> None:
    """Figures, hedges, negations, possibility, reporting words, words put in or left out: on both sides."""
    assert change in changes(before + BODY)


def test_what_goes_on_is_no_negation() -> None:
    """لا يزال says that something goes on; it negates nothing."""
    text = (
        "الوزير سليم الدوري: الجسر الحديدي لا يزال مفتوحا أمام المسافرين\n"
        "وقال الدوري «الجسر الحديدي مفتوح أمام المسافرين كل يوم».\n"
    )
    assert all(kind != "negation" for kind, *_ in changes(text))


SENTENCES = (
    "قال الوزير سليم الدوري إن الجسر الحديدي سيفتح قريبا.",
    "وأكد سليم الدوري «الجسر الحديدي سيفتح قريبا أمام المسافرين».",
    "الوزير سليم الدوري: الجسر الحديدي سيفتح قريبا",
    "وأضاف أن السوق القديم مغلق.",
    "وقالت هناء الشمري إن السوق القديم مغلق منذ أسبوع.",
    "السوق القديم مغلق منذ أسبوع، بحسب هناء الشمري.",
    "نفى الوزير سليم الدوري أن الجسر الحديدي سيفتح قريبا.",
)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8))
def test_links_never_run_in_a_circle_nor_change_a_span(sentences: list[str]) -> None:
    """Without its links a record is what it was; following links comes to an end; twice is the same."""
    text = "\n".join(sentences)
    record = extract(text)
    found = links(record)
    for start in found:
        at, steps = start, 0
        while at in found:
            at, steps = found[at], steps + 1
            assert steps <= len(found)
    assert extract(text) == record
    bare = [msgspec.structs.replace(one, repeats=None, changes=()) for one in record.statements]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "link_echoes", lambda reading, told: told)
        unlinked = extract(text)
    assert list(unlinked.statements) == bare
    assert unlinked.figures == record.figures


LETTERS = "بتثجحدرسشصطعفقكمنهغز"


def _article(number: int) -> str:
    """Return an article of so many statements, each told twice in words that no other has."""
    told = "قال الوزير سليم الدوري إن مدينة {0} ستفتح طريق {1} أمام حافلة {2}. "
    names = ("".join(LETTERS[n // 20**place % 20] for place in range(3)) for n in range(number // 2))
    return "".join(told.format(f"ص{name}", f"ط{name}", f"ق{name}") * 2 for name in names)


def test_ten_thousand_statements_are_linked_in_the_time_of_a_line() -> None:
    """Eight times the statements take about eight times the time: no statement is set beside all others."""
    few, many = _article(1250), _article(10_000)
    assert grows_as_a_line(extract, few, many)
    assert len(links(extract(many))) == 5_000
