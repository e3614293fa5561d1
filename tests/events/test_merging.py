"""One event for each happening: mentions of the same are brought together, others stay apart."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator, Mapping

import pytest

from rawi.events import linking, merging, selection
from rawi.events.drafts import Draft
from rawi.events.lexemes import event_words
from rawi.events.linking import group_of
from rawi.events.merging import load_evidence, weigh
from rawi.lexicons.loader import load_table
from rawi.relations.quantities.page import Page
from tests.events.told import events, name, only, read


@pytest.mark.parametrize(
    "text",
    [
        "هاجم مسلحون حاجزا للجيش في مدينة الرمادي أمس. وقتل في الهجوم أربعة جنود.",
        "شنت طائرات غارة على منزل في مدينة صعدة أمس. وقتل في الغارة أربعة مدنيين.",
        "انفجرت سيارة مفخخة في مدينة الحلة أمس. وأسفر الانفجار عن مقتل 12 شخصا.",
        "اندلعت اشتباكات بين الجيش ومسلحين في مدينة درنة أمس. واستمرت الاشتباكات ساعات.",
        "قتل 12 شخصا في انفجار في مدينة الحلة. وكان الانفجار وقع في سوق في مدينة الحلة أمس.",
        "هاجم مسلحون مركزا للشرطة في كركوك أمس. وقال المتحدث سليم الحداد إن الهجوم أسفر عن مقتل شرطيين.",
    ],
)
def test_what_is_told_again_is_one_event(text: str) -> None:
    """The attack and its victims in the next sentence are one happening with several mentions."""
    one = only(text)
    assert one.mentions


@pytest.mark.parametrize(
    "text",
    [
        "استهدفت غارة منزلا في مدينة صعدة أمس. واستهدفت غارة أخرى سوقا في المدينة.",
        "شنت طائرات غارة على منزل في مدينة صعدة أمس. وشنت طائرات غارة ثانية على سوق في المدينة.",
        "قصفت الطائرات سوقا في مدينة صعدة أمس. وقصفت الطائرات سوقا في مدينة عمران أمس.",
        "هاجم مسلحون حاجزا للجيش في مدينة كركوك أمس. وهاجم مسلحون حاجزا للجيش في مدينة تلعفر أمس.",
        "هاجم مسلحون حاجزا للجيش في مدينة كركوك أمس. وهاجم مسلحون حاجزا للجيش في مدينة كركوك اليوم.",
        "خطف مسلحون طبيبا في مدينة سرت أمس. وتظاهر مئات المواطنين في مدينة الخرطوم أمس.",
    ],
)
def test_two_happenings_stay_two(text: str) -> None:
    """Another strike, another town, another day or another kind is another event."""
    assert len(events(text)) == 2


def test_the_event_stands_on_the_word_that_names_it_best() -> None:
    """Of قتل and هجوم in a sentence, the attack is the trigger."""
    record = read("قتل ثلاثة جنود في هجوم على حاجز في مدينة كركوك أمس.")
    assert [record.words(one.trigger) for one in record.events] == ["هجوم"]


def test_what_one_mention_leaves_out_another_tells() -> None:
    """Actor of the one, dead and place of the other."""
    one = only("هاجم مسلحون حاجزا للجيش أمس. وقتل في الهجوم في مدينة كركوك أربعة جنود.")
    assert (name(one.actor), one.killed, one.date) == ("مسلحون", 4, "2020-11-17")
    assert one.place is not None
    assert one.place.name == "كركوك"


def test_points_are_added_up() -> None:
    """Signs without points count for nothing."""
    assert weigh({"a": 1.5, "b": -0.5}, ("a", "b", "c", "a")) == 2.5


FAMILIES = {reading.family for rows in event_words().values() for _, reading in rows}
ROLES = {row["role"] for row in load_table("event_signs.tsv")}
MODULES = {"keep": selection, "link": linking}


def patterns(of: str) -> list[str]:
    """Return patterns of all signs that the code yields, as its source has them."""
    tree = ast.parse(inspect.getsource(MODULES[of]))
    yields = [one.value for one in ast.walk(tree) if isinstance(one, ast.Yield)]
    return [pattern_of(one) for one in yields if one is not None]


def pattern_of(one: ast.AST) -> str:
    """Return what an expression may yield: its constants as they stand, anything for what it fills in."""
    if isinstance(one, ast.Constant):
        return re.escape(str(one.value))
    if isinstance(one, ast.FormattedValue):
        return pattern_of(one.value)
    if isinstance(one, ast.JoinedStr):
        return "".join(map(pattern_of, one.values))
    if isinstance(one, ast.IfExp):
        return f"(?:{pattern_of(one.body)}|{pattern_of(one.orelse)})"
    return r"\S+(?: \S+)*?"


def clause_roles() -> set[str]:
    """Return the roles of words of a clause that count, as selection names them."""
    sets = [one for one in ast.walk(ast.parse(inspect.getsource(selection))) if isinstance(one, ast.Set)]
    return {word.value for one in sets for word in one.elts if isinstance(word, ast.Constant)}


def can_be_seen(of: str, sign: str) -> bool:
    """Can selection or linking ever yield a sign?"""
    first, *rest = sign.split()
    if first in ("near", "clause"):
        return set(rest) <= (ROLES if first == "near" else clause_roles() | {"same", "other", "kin"})
    if first == "family" and of == "keep" and rest[0] not in FAMILIES:
        return False
    if first in ("pair", "groups"):
        return all(one in FAMILIES or group_of(one) == one for one in rest[0].split("+"))
    return any(re.fullmatch(one, sign) for one in patterns(of))


@pytest.mark.parametrize("row", list(load_table("event_evidence.tsv")), ids=lambda row: row["sign"])
def test_every_sign_of_the_evidence_can_be_seen(row: dict[str, str]) -> None:
    """A row that no mention can have counts for nothing and is taken out."""
    assert can_be_seen(row["of"], row["sign"])


def test_the_evidence_is_read_whole() -> None:
    """Each row stands once and has its points."""
    rows = [(row["of"], row["sign"]) for row in load_table("event_evidence.tsv")]
    assert len(rows) == len(set(rows))
    evidence = load_evidence()
    assert len(evidence.link) + len(evidence.keep) == len(rows)


@pytest.mark.parametrize(
    "text",
    [
        "في 3 نوفمبر قصفت المدفعية بلدة حاس، وفي 5 نوفمبر قصفت الطائرات البلدة نفسها فقتل 4.",
        "في 3 نوفمبر قتل مسلحون جنديين في درنة وفي 5 نوفمبر قتل مسلحون ضابطا في درنة.",
    ],
)
def test_what_was_on_two_days_is_two(text: str) -> None:
    """A day after و opens what happened then, and is none of what stands before it."""
    assert [one.date for one in events(text)] == ["2020-11-03", "2020-11-05"]


def test_a_mention_is_laid_beside_the_twenty_before_it_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work grows with the number of happenings, not with its square."""
    compared: list[int] = []
    features = merging.link_features

    def count(page: Page, a: Draft, b: Draft, gap: int, scenes: Mapping[str, int]) -> Iterator[str]:
        compared.append(b.main.first)
        return features(page, a, b, gap, scenes)

    monkeypatch.setattr(merging, "link_features", count)
    read("هاجم مسلحون حاجزا للجيش في مدينة سرت.\n" * 60)
    assert max(map(compared.count, compared)) == 20


def test_those_who_fell_on_both_sides_fell_in_one_fight() -> None:
    """Two verbs for the dead of the two sides after a fight tell of no other happening."""
    text = "اندلعت اشتباكات بين الجيش ومسلحين في مدينة سرت أمس، وقتل عشرة من الجيش وقتل 15 من المسلحين."
    assert [(one.low, one.kind) for one in only(text).tolls] == [(10, "killed"), (15, "killed")]
