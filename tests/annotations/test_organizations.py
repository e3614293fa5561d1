"""Bodies are found by their first noun or because they are known; other words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.annotations.organizations import ORGANIZATIONS, RULES
from rawi.model.annotation import Kind
from rawi.model.mention import OrganizationMention
from rawi.rules.rule import Example, Rule
from tests.annotations.named import ALPHABET, annotate, assert_ranges, names

EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_every_rule_keeps_its_examples(rule: Rule[OrganizationMention], example: Example) -> None:
    """A rule finds the words of its hits by itself, and nothing in its near misses."""
    text, known = annotate(example.text)
    mine = [one for one in known.of(Kind.ORGANIZATION) if one.rule == rule.name]
    assert [text.words_of(one.first, one.last) for one in mine] == ([example.finds] if example.finds else [])


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("ذكرت وزارة الصحة السودانية الرقم", "وزارة الصحة السودانية"),
        ("أعلنت الهيئة العامة للغذاء والدواء سحب المنتج", "الهيئة العامة للغذاء والدواء"),
        ("وانسحب تنظيم «الصقور» من الوادي", "تنظيم الصقور"),
        ("وقال بيان للأمم المتحدة إن الطريق مفتوح", "الأمم المتحدة"),
        ("نشرته صحيفة واشنطن بوست أمس", "صحيفة واشنطن بوست"),
        ("كتب على فيسبوك أنه عاد", "فيسبوك"),
    ],
)
def test_a_name_is_read_to_its_end(source: str, name: str) -> None:
    """The name of a body is found whole, without letters joined before it and without quotation marks."""
    assert name in names(source, Kind.ORGANIZATION)


@pytest.mark.parametrize(
    "source", ["وصل إلى مركز المدينة", "أسس شركة صغيرة", "موقع الحادث قريب", "قوة الانفجار كبيرة"]
)
def test_everyday_nouns_are_no_bodies(source: str) -> None:
    """Nouns that only may begin a name give nothing by themselves."""
    assert names(source, Kind.ORGANIZATION) == []


def test_two_names_of_one_body_have_one_row() -> None:
    """Aliases in the table lead to the same row."""
    _, known = annotate("اتهمت داعش، ثم عاد تنظيم الدولة الإسلامية")
    assert {one.value.id for one in known.of(Kind.ORGANIZATION)} == {"islamic-state"}


@given(st.text(alphabet=st.sampled_from(ALPHABET) | st.characters(), max_size=150))
def test_any_text_gives_ranges_in_order(source: str) -> None:
    """On any string nothing is raised, and ranges are in order and slice the text."""
    text, known = annotate(source)
    assert_ranges(text, known.of(Kind.ORGANIZATION))
    assert ORGANIZATIONS.makes == {Kind.ORGANIZATION}
