"""Counts of harm as happenings take them in: the same figures with the same answers as definitions."""

from __future__ import annotations

import pytest

from rawi.events.tolls import HARMS
from rawi.model.relation import Report
from rawi.pipeline import extract
from rawi.relations.quantities.definitions import define
from rawi.relations.quantities.harms import find_harms
from rawi.relations.quantities.page import Page

FILLING = "وتحدثت الصحيفة عن موسم الزيتون في القرية وعن سوقها القديم وحديقتها الصغيرة. " * 8
TEXTS = [
    "قتل 12 مدنيا في بلدة السرو، بينهم أربعة أطفال، وأصيب 20 آخرون.",
    "قتل 300 شخص واعتقل 40. وقدرت الخسائر بنحو 12 مليون دولار.",
    "قتل ثلاثة جنود في بلدة السرو. " + FILLING + "وأصيب خمسة من رجال الشرطة. " + FILLING + "واعتقل 35 شخصا.",
    "سقط 17 ضحية: 6 قتلى و11 جريحا. " + FILLING + "نزح 300 شخص، بينهم 40 طفلا.",
    "نفى الجيش مقتل 18 مدنيا. وتوقعت الوزارة ارتفاع عدد القتلى إلى 35.",
    "شارك 300 شخص في المسيرة وفق الشرطة، و900 وفق المنظمين، وجرح اثنان، لا خمسة.",
]
Told = tuple[str, str | None, bool, bool, bool, bool]


def page_of(text: str) -> Page:
    """Return an article cut into words and figures."""
    record = extract(text)
    return Page(Report(record, {one.id: one.id for one in record.figures}))


def harms(text: str, *, first: int = 0) -> list[Told]:
    """Return the counts of harm in the sentences of a text from the ``first`` on."""
    page = page_of(text)
    found = find_harms(page, HARMS, set(page.text.sentences[first:]))
    return [(one.id, one.what, one.joint, one.part, one.expected, one.denied) for one in found]


def definitions(text: str) -> list[Told]:
    """Return what the definitions of a text tell of harm."""
    page = page_of(text)
    return [
        (one.id, one.what, one.joint, one.part_of is not None, one.expected, one.denied)
        for one in define(page.report, page)
        if not HARMS.isdisjoint((one.what or "").split("+"))
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_a_count_of_harm_is_what_its_definition_says(text: str) -> None:
    """Every figure that a definition calls a harm is one here, told alike, and no other is."""
    assert harms(text) == definitions(text) != []


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("first", [1, 2, 9])
def test_what_is_not_asked_for_changes_nothing(text: str, first: int) -> None:
    """Of some sentences the same is told as of all, though figures far from them are not read."""
    page = page_of(text)
    within = set(page.text.sentences[first:])
    ids = {site.figure.id for site in page.sites if site.sentence in within}
    assert harms(text, first=first) == [one for one in definitions(text) if one[0] in ids]
