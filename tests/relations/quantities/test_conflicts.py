"""Comparisons of figures: which pairs are laid side by side, and what is said of them."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.model.definition import Definition
from rawi.model.relation import Comparison
from rawi.model.value import Hedge
from rawi.relations.layer import Context
from rawi.relations.quantities.checks import compare_places
from rawi.relations.quantities.conflicts import CONFLICTS
from rawi.relations.quantities.origins import compare_origins
from rawi.relations.quantities.verdicts import compare
from tests.relations.quantities.clusters import CAMP, MINE, RAID, VERDICTS, Article, find, read_cluster
from tests.relations.quantities.defined import defined


def compared(items: list[Definition], context: Context) -> list[Comparison]:
    """Return all comparisons of a set of figures."""
    blocks: dict[str, list[Definition]] = defaultdict(list)
    for one in items:
        for block in CONFLICTS.blocks(one, context):
            blocks[block].append(one)
    return [found for block in sorted(blocks) for found in CONFLICTS.build(block, blocks[block], context)]


@pytest.mark.parametrize(("cluster", "first", "words", "second", "others", "verdict"), VERDICTS)
def test_verdicts_of_invented_stories(
    cluster: tuple[Article, ...], first: str, words: str, second: str, others: str, verdict: str
) -> None:
    """Each pair that a reader would lay side by side is made, with the verdict that the reader would give."""
    items, context = read_cluster(cluster)
    pair = {find(items, first, words).id, find(items, second, others).id}
    found = [one for one in compared(items, context) if {one.a, one.b} == pair]
    assert [one.verdict for one in found] == [verdict]


@pytest.mark.parametrize("cluster", [MINE, RAID, CAMP])
def test_contradictions_are_only_those_expected(cluster: tuple[Article, ...]) -> None:
    """No pair but the expected ones is said to contradict."""
    items, context = read_cluster(cluster)
    expected = {
        frozenset((find(items, first, words).id, find(items, second, others).id))
        for story, first, words, second, others, verdict in VERDICTS
        if story is cluster and verdict == "contradicts"
    }
    said = {frozenset((one.a, one.b)) for one in compared(items, context) if one.verdict == "contradicts"}
    assert said == expected


def test_a_denied_figure_is_left_to_polarity() -> None:
    """نفت مقتل 14: nothing is compared with it."""
    items, context = read_cluster(RAID)
    denied = next(one for one in items if one.denied)
    assert all(denied.id not in (one.a, one.b) for one in compared(items, context))


def test_no_pair_is_made_twice() -> None:
    """A pair that meets in several blocks has one comparison."""
    items, context = read_cluster(RAID)
    ids = [one.id for one in compared(items, context)]
    assert len(ids) == len(set(ids))


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(random: object) -> None:
    """Items in any order give the same comparisons."""
    items, context = read_cluster(MINE)
    expected = compared(items, context)
    shuffled = list(items)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert compared(shuffled, context) == expected


def test_a_block_that_was_left_has_no_comparisons() -> None:
    """A block whose figures went into another story gives nothing."""
    assert not [*CONFLICTS.build("story|~متطوع|st_1", [], Context())]
    assert not [*CONFLICTS.build("story|USD:~|st_1", [], Context())]


def test_the_pair_function_is_symmetric() -> None:
    """compare(a, b) is compare(b, a), whatever the two are."""
    items, context = read_cluster(RAID + MINE)
    for a, b in combinations(items, 2):
        assert compare(a, b, context) == compare(b, a, context)


def test_copies_of_one_number_stand_in_a_row() -> None:
    """A number that twenty outlets repeat of one holder is compared twenty times at most, not two hundred."""
    text = "قالت هيئة الموانئ، الأحد، إن سبعة عمال قتلوا في حريق مستودع الميناء."
    items: list[Definition] = []
    stories: dict[str, str] = {}
    for number in range(20):
        found = defined(
            f"{text} نشر ذلك في العدد {number}.", f"d{number:02}", "2024-02-11", f"صحيفة {number}"
        )
        items += found[:1]
        stories[found[0].document] = "st_1"
    said = compared(items, Context(stories=stories))
    assert len(said) == 19
    assert {one.verdict for one in said} == {"same_origin"}


def test_a_large_block_stays_small() -> None:
    """A hundred different numbers are compared with their neighbours in time alone."""
    items: list[Definition] = []
    stories: dict[str, str] = {}
    for number in range(100):
        text = f"قالت هيئة الموانئ إن {number + 11} عاملا قتلوا في حريق مستودع الميناء."
        found = defined(text, f"d{number:03}", "2024-02-11")
        items += found[:1]
        stories[found[0].document] = "st_1"
    assert len(compared(items, Context(stories=stories))) <= 500


def test_a_list_that_two_articles_share_is_compared_number_by_number() -> None:
    """Where both articles say 48 and 52 dollars, no 48 of the one is laid beside the 52 of the other."""
    text = "صعد سعر برميل خام السدرة من 48 دولارا إلى 52 دولارا للبرميل في بورصة المرسى مساء الأحد."
    one, other = defined(text, "a", "2024-02-11"), defined(f"{text} ولم يتغير شيء.", "b", "2024-02-11")
    values = {figure.id: figure.low for figure in (*one, *other)}
    stories = {figure.document: "st_1" for figure in (*one, *other)}
    across = [
        (values[found.a], values[found.b])
        for found in compared(one + other, Context(stories=stories))
        if found.a[0] != found.b[0]
    ]
    assert sorted(across) == [(48, 48), (52, 52)]


def test_what_is_not_named_has_not_changed() -> None:
    """So many dollars of one then, so many of another now: of what is not known, so it did not change."""
    one = defined("حصل نادي المرج على 40 مليون دولار عام 2015.", "a")[0]
    other = defined("أنفقت وزارة الري 55 مليون دولار عام 2021.", "b")[0]
    found = compare(one, other, Context(stories={one.document: "st_1", other.document: "st_1"}))
    assert (found.verdict, found.reasons[0].code) == ("not_comparable", "quantity.unknown")


def test_people_and_reports_are_not_comparable() -> None:
    """Those killed against reports of harm: another unit, no contradiction."""
    items = defined(
        "قال مرصد الضفتين إن 60 مدنيا على الأقل قتلوا في القصف.\n"
        "وقالت وزارة الدفاع إنها تنظر في 12 تقريرا عن وقوع ضحايا بين المدنيين."
    )
    (found,) = compared(items, Context())
    assert (found.verdict, found.aspect) == ("not_comparable", "unit")


def test_a_single_count_is_not_comparable_with_a_joint_one() -> None:
    """The killed against the killed and injured."""
    one, other = defined("قتل خمسة أشخاص في الحريق.")[0], defined("مقتل وإصابة 30 شخصا في الحريق.", "e")[0]
    found = compare(one, other, Context())
    assert (found.verdict, found.aspect) == ("not_comparable", "definition")


def test_a_part_is_no_change_of_its_whole() -> None:
    """25 ألفا، من بينهم 22 ألفا."""
    whole, part = defined("دربت القوة 25 ألف عنصر من حرس السد، من بينهم 22 ألفا من أبناء الوادي.")
    found = compare(whole, part, Context())
    assert (found.verdict, found.aspect) == ("not_comparable", "definition")


def test_the_checklist_has_its_order_and_words() -> None:
    """Every line stands in its place, with the words of both sides."""
    items, context = read_cluster(MINE)
    found = compare(find(items, "mine-2", "11"), find(items, "mine-3", "19"), context)
    names = ["quantity", "unit", "place", "as_of", "holder", "definition", "directness", "bounds", "origin"]
    assert [check.name for check in found.checks] == names
    bounds = next(check for check in found.checks if check.name == "bounds")
    assert (bounds.outcome, {bounds.a, bounds.b}) == ("differs", {"11 قتيلا", "19 عاملا"})
    assert {reason.code for reason in found.reasons} == {"bounds.apart", "holder.differs"}


def test_ministries_of_two_countries_do_not_contradict_each_other() -> None:
    """Where no place is told, the countries in the names of the holders part two tolls."""
    one = Definition("a", "d", 31, 31, Hedge.EXACT, what="killed", holder="وزارة الصحة اليمنية")
    other = Definition("b", "e", 18, 18, Hedge.EXACT, what="killed", holder="وزارة الصحة السودانية")
    assert compare_places(one, other, Context()) == "differs"
    assert compare_places(one, msgspec.structs.replace(other, holder="وزارة الصحة"), Context()) == "unknown"


def test_rival_bodies_stay_two_where_one_paper_copies_the_other() -> None:
    """The union's 18 in one paper and the ministry's 14 in its copy go back to two: the text is one."""
    (one,) = defined("قالت نقابة البنائين إن 18 عاملا قتلوا في حريق المستودع.", "d1", "2024-02-11", "نهر")[:1]
    (two,) = defined("قالت وزارة الصحة إن 14 عاملا قتلوا في حريق المستودع.", "d2", "2024-02-11", "صدى")[:1]
    assert compare_origins(one, two, Context(originals={two.document: one.document})) == "differs"
    told = msgspec.structs.replace(two, holder=None, body=None, voice=None)
    copies = Context(originals={two.document: one.document})
    assert compare_origins(one, told, copies) == "unknown"
    assert compare_origins(one, msgspec.structs.replace(told, low=18, high=18), copies) == "same"
