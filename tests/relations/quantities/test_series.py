"""Figures through time: which belong together, in which order, and how many origins they have."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.model.definition import Definition
from rawi.model.relation import Series
from rawi.relations.layer import Context
from rawi.relations.quantities.series import SERIES, tell_steps
from tests.relations.quantities.clusters import MINE, read_cluster
from tests.relations.quantities.defined import defined

STOCK = (
    ("a", "2021-02-17", "قال المتحدث باسم قوة الإسناد إن 6000 مقاتل من جبهة الشفق ما زالوا في الوادي."),
    ("b", "2022-05-22", "قال المتحدث باسم قوة الإسناد إن 2500 مقاتل من جبهة الشفق ما زالوا في الوادي."),
    ("c", "2022-05-22", "قال مرصد الضفتين إن 3500 مقاتل من جبهة الشفق ما زالوا في الوادي."),
    ("d", "2022-05-22", "قال المتحدث باسم قوة الإسناد إن 900 مقاتل من كتائب الفجر ما زالوا في الوادي."),
)


def built(items: list[Definition], context: Context) -> list[Series]:
    """Return all series of a set of figures."""
    blocks: dict[str, list[Definition]] = defaultdict(list)
    for one in items:
        for block in SERIES.blocks(one, context):
            blocks[block].append(one)
    return [found for block in sorted(blocks) for found in SERIES.build(block, blocks[block], context)]


def stocks() -> list[Definition]:
    """Return the figures of the reports about fighters."""
    return [one for name, day, text in STOCK for one in defined(text, name, day)]


def test_a_stock_is_followed_by_group() -> None:
    """Fighters of one group are one series, in the order of time; another group's are not in it."""
    (found,) = built(stocks(), Context())
    assert (found.what, found.whom) == ("fighters", "شفق")
    assert [point.low for point in found.points] == [6000, 2500, 3500]
    assert len(found.origins) == 2


def test_steps_tell_why_points_differ() -> None:
    """First the time is another, then the claimant."""
    (found,) = built(stocks(), Context())
    assert [(step.answer, step.values) for step in tell_steps(found)] == [("time", True), ("claimants", True)]


def test_tolls_need_a_story() -> None:
    """The dead of a mine are followed in their story, and nowhere without one."""
    items, context = read_cluster(MINE)
    assert built(items, Context()) == []
    killed = next(one for one in built(items, context) if one.what == "killed")
    assert {7, 11, 19, 16} <= {point.low for point in killed.points}
    assert 23 not in {point.low for point in killed.points}
    assert killed.story == "st_1"


def test_a_body_and_its_spokesmen_are_one_origin() -> None:
    """Two spokesmen of one body count once."""
    texts = (
        "قال المتحدث باسم قوة الإسناد ماهر السلطي إن 6000 مقاتل من جبهة الشفق ما زالوا في الوادي.",
        "قال المتحدث باسم قوة الإسناد سليم الدوري إن 2500 مقاتل من جبهة الشفق ما زالوا في الوادي.",
    )
    items = [one for name, text in zip("ab", texts, strict=True) for one in defined(text, name)]
    (found,) = built(items, Context())
    assert found.origins == ("قوة الإسناد",)
    assert {point.holder for point in found.points} == {"ماهر السلطي", "سليم الدوري"}


def test_copies_are_one_origin() -> None:
    """An article and its copy go back to one document."""
    text = "لا يزال {} مقاتل من جبهة الشفق في الوادي."
    one, other = defined(text.format(400), "a")[0], defined(text.format(500), "b")[0]
    context = Context(originals={other.document: one.document})
    (found,) = built([one, other], context)
    assert len(found.origins) == 1
    (apart,) = built([one, other], Context())
    assert len(apart.origins) == 2


def test_parts_and_joint_counts_stay_out() -> None:
    """Neither 350 of them nor the killed and arrested join the series of the whole or of the killed."""
    text = (
        "قتل خمسة أشخاص في القصف، وقالت الهيئة إن 350 شخصا أصيبوا، تسعة منهم في العناية.\n"
        "واستقبلت المستشفيات 58 شخصا بين قتيل وجريح."
    )
    items = defined(text)
    context = Context(stories={items[0].document: "st_1"})
    assert built(items, context) == []


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(random: object) -> None:
    """Items in any order give the same series."""
    items = stocks()
    expected = built(items, Context())
    random.shuffle(items)  # type: ignore[attr-defined]
    assert built(items, Context()) == expected
