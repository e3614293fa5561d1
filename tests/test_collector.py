"""The collector of reference cycles rests while an article is read, and is as it was afterwards."""

from __future__ import annotations

import gc

import pytest

from rawi import extract
from rawi.relations.quantities.page import Page

ARTICLE = (
    "قال المتحدث باسم وزارة الصحة سامر الدروبي إن 12 مدنيا قتلوا في حلب يوم الثلاثاء. "
    "وأضاف الدروبي أن «الوضع صعب»، ونفت الوزارة ذلك لاحقا. وقال رامز كولستاد إن 40 شخصا أصيبوا."
)


def test_reading_an_article_leaves_no_reference_cycles() -> None:
    """Nothing is left for the collector that rested: an article read a hundred times takes no more memory."""
    extract(ARTICLE)
    gc.collect()
    gc.disable()
    try:
        for _ in range(5):
            extract(ARTICLE)
        assert gc.collect() == 0
    finally:
        gc.enable()


@pytest.mark.parametrize("at_work", [True, False])
def test_the_collector_is_left_as_it_was_found(at_work: bool) -> None:
    """Whoever has stopped the collector finds it stopped; else it is at work again."""
    (gc.enable if at_work else gc.disable)()
    try:
        extract(ARTICLE)
        assert gc.isenabled() is at_work
    finally:
        gc.enable()


def test_an_article_is_let_go_once_it_is_read() -> None:
    """No cache keeps the page of an article, and with it its text, after its record is made."""
    attack = "قتل 12 مدنيا في قصف على بلدة السرو أمس. وقال سليم الدوري إن القصف أصاب المشفى."
    before = sum(type(one) is Page for one in gc.get_objects())
    assert extract(attack, published="2024-05-01").events
    assert sum(type(one) is Page for one in gc.get_objects()) <= before
