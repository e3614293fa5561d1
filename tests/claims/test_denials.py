"""Denials: what is denied, by whom, with its figures; and what only looks like one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
import pytest

from rawi.evaluation.names import same_name
from rawi.model.claim import Statement
from rawi.model.record import Record
from rawi.pipeline import extract
from tests.claims.said import statements

CASES = Path(__file__).parent / "cases"
FILES = ("denials.toml", "denials_unseen.toml", "denials_later.toml")
FLOOR = 0.95
_CLOSE = 0.8  # share of the words of either that two readings of one content must share
_WORD = re.compile(r"\w+")


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One case; the header of ``denials.toml`` says what each key means."""

    id: str
    text: str
    denied: str | None = None
    by: str | None = None
    asserted: str | None = None
    asserted_by: str | None = None
    holds: str | None = None


@cache
def read_cases(name: str) -> tuple[Case, ...]:
    """Read the cases of one file."""
    return tuple(msgspec.convert(tomllib.loads((CASES / name).read_text("utf-8"))["case"], tuple[Case, ...]))


def is_close(one: str, other: str) -> bool:
    """Are two contents the same words, but for a few at an edge? A joined ب or ل may be in or out."""
    a, b = set(words_of(one)), set(words_of(other))
    return len(a & b) >= _CLOSE * len(a | b)


def words_of(content: str) -> list[str]:
    """The words of a content, the first without a joined preposition and article."""
    words = _WORD.findall(content)
    return [re.sub("^(?:لل|بال|ال|ب|ل)", "", words[0]), *words[1:]]


def content_of(record: Record, statement: Statement) -> str:
    """Return the words of a statement's content."""
    return " ".join(map(record.words, statement.content))


def find_said(record: Record, polarity: str, content: str, by: str | None) -> list[Statement]:
    """Return the statements of that polarity, content and speaker."""
    return [
        statement
        for statement in record.statements
        if statement.polarity == polarity
        and is_close(content_of(record, statement), content)
        and (by is None or same_name(statement.speaker.name, [by]))
    ]


def find_faults(case: Case) -> Iterator[str]:
    """Say what of a case is not as it must be."""
    record = extract(case.text)
    denied = find_said(record, "denied", case.denied, case.by) if case.denied is not None else []
    if case.denied is not None and not denied:
        yield "not denied, or not that, or not by them"
    for statement in record.statements:
        if statement.polarity == "denied" and statement not in denied:
            yield f"denied: {content_of(record, statement)} ({statement.speaker.name})"
    by = case.asserted_by if case.asserted_by is not None else case.by
    if case.asserted is not None and not find_said(record, "asserted", case.asserted, by):
        yield f"not asserted: {case.asserted}"
    if case.holds is not None and not any(
        record.words(figure.number) == case.holds and figure.according_to in {one.id for one in denied}
        for figure in record.figures
    ):
        yield f"does not hold {case.holds}"


@pytest.mark.parametrize("name", FILES)
def test_nearly_all_denials_are_read(name: str) -> None:
    """Of each file, 95 of 100 cases come out whole: what is denied, by whom, and nothing else denied."""
    wrong = {case.id: faults for case in read_cases(name) if (faults := list(find_faults(case)))}
    right = 1 - len(wrong) / len(read_cases(name))
    assert right >= FLOOR, f"{name}: {right:.3f}; {wrong}"


def denied(text: str) -> list[tuple[str | None, str, str]]:
    """Return speaker, cue and content of each statement that a noun of denying reports."""
    record = extract(text)
    return [
        (one.speaker.name, record.words(one.cue) if one.cue else "", content_of(record, one))
        for one in record.statements
        if one.rule == "statement/denial-noun" and one.polarity == "denied"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("رغم نفي المدير نادر الصالحي وجود خلاف، غادر الناس.", ("نادر الصالحي", "نفي", "وجود خلاف")),
        ("وبعد إنكار هند الخالدي بيع المصنع، عاد الهدوء.", ("هند الخالدي", "إنكار", "بيع المصنع")),
        ("سارعت وزارة النقل إلى نفي إغلاق الجسر.", ("وزارة النقل", "نفي", "إغلاق الجسر")),
        ("جدد المدير نادر الصالحي نفيه وجود خلاف.", ("نادر الصالحي", "نفيه", "وجود خلاف")),
        ("وكررت نقابة الصيادين نفيها أن الرصيف تصدع.", ("نقابة الصيادين", "نفيها", "الرصيف تصدع")),
        ("نقلت الصحيفة عن سامي النجار نفيه بيع المصنع.", ("سامي النجار", "نفيه", "بيع المصنع")),
        ("بعد نفيه لوجود خلاف، عاد الهدوء.", (None, "نفيه", "لوجود خلاف")),
    ],
)
def test_a_noun_of_denying_denies_by_whose_deed_it_is(text: str, found: tuple[str | None, str, str]) -> None:
    """Its owner denies, else who does the deed before it, else who stands after عن; a pronoun alone is
    nobody."""
    assert denied(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "لم يصدر نفي لوجود خلاف.",
        "تأكيد أو نفي وجود خلاف أمر صعب.",
        "دون نفي وجود خلاف، مضى سامي النجار.",
        "نقلت الصحيفة عن سامي النجار تأكيده أو نفيه وجود خلاف.",
        "كتب الشاعر عن النفي والغربة.",
        "عاش سامي النجار في نفيه سنوات طويلة قرب البحر.",
    ],
)
def test_a_noun_of_denying_that_is_nobody_s_deed_denies_nothing(text: str) -> None:
    """Under a negation, beside its opposite and as exile the noun reports nothing."""
    assert denied(text) == []


def test_control_of_ground_is_denied_without_a_clause() -> None:
    """نفت الوزارة سيطرة …: a verbal noun of four letters is what is denied."""
    assert [
        (one.speaker, one.words, one.polarity)
        for one in statements("نفت الوزارة سيطرة الجبهة على بلدة السرو.")
    ] == [("الوزارة", "سيطرة الجبهة على بلدة السرو", "denied")]


def test_a_noun_of_the_same_kind_inside_a_name_does_not_end_it() -> None:
    """A source in a sector is named with the sector: nothing definite stands before the noun."""
    found = statements("قال مسؤول كبير في قطاع الطاقة إن الشبكة عادت.")
    assert [one.speaker for one in found] == ["مسؤول كبير في قطاع الطاقة"]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("ونفت النقابة الدعوة إلى إضراب يوم الجمعة.", "النقابة", "الدعوة إلى إضراب يوم الجمعة"),
        ("ونفى تنظيم الراية خسارة أي قرية.", "تنظيم الراية", "خسارة أي قرية"),
        ("ونفت جماعة سهم استخدام المدرسة.", "جماعة سهم", "استخدام المدرسة"),
    ],
)
def test_what_is_denied_is_no_part_of_who_denies(text: str, speaker: str, words: str) -> None:
    """A verbal noun after a short or unknown name of a body is what it denies."""
    assert [(one.speaker, one.words, one.polarity) for one in statements(text)] == [
        (speaker, words, "denied")
    ]


def test_whoever_denied_goes_on_speaking() -> None:
    """وقالت after a denial is who denied, not who spoke before."""
    text = "قالت وزارة النقل إن الجسر انهار. ونفت جماعة سهم استخدام المدرسة، وقالت إن المدرسة كانت خالية."
    assert [one.speaker for one in statements(text)] == ["وزارة النقل", "جماعة سهم", "جماعة سهم"]
