"""Roles are found with their bodies, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.annotations.annotator import Annotations
from rawi.annotations.roles import ROLES, RULES
from rawi.model.annotation import Annotation
from rawi.model.mention import RoleMention
from rawi.rules.rule import Example, Rule
from rawi.text.text import Text

EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]


def find(source: str) -> list[tuple[str, Annotation]]:
    """What the annotator finds in ``source``, with its words."""
    text = Text(source)
    return [(text.words_of(one.first, one.last), one) for one in ROLES.annotate(text, Annotations())]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_every_rule_keeps_its_examples(rule: Rule[RoleMention], example: Example) -> None:
    """A rule finds the words of its hits by itself, and nothing in its near misses."""
    words = [words for words, one in find(example.text) if one.rule == rule.name]
    assert words == ([example.finds] if example.finds else [])


@pytest.mark.parametrize(
    ("source", "role"),
    [
        ("قال الناطق الرسمي باسم نقابة الصيادين إن القارب عاد", "الناطق الرسمي باسم نقابة الصيادين"),
        ("صرح وزير الخارجية الروسي سيرغي سيدوف بذلك", "وزير الخارجية الروسي"),
        ("وأكد مدير المرصد أن الهزة خفيفة", "مدير المرصد"),
        ("وقال وكيل وزارة الصحة والبيئة إن اللقاح متوفر", "وكيل وزارة الصحة والبيئة"),
        ("قال قائد عسكري ميداني يمني إن التل آمن", "قائد عسكري ميداني يمني"),
        ("أفادت مصادر مطلعة بأن العقد وقع", "مصادر مطلعة"),
    ],
)
def test_a_role_is_read_to_its_end(source: str, role: str) -> None:
    """A role reaches over its body and its adjectives, and stops before a name or a verb."""
    assert role in [words for words, _ in find(source)]


@pytest.mark.parametrize("source", ["جلس أمام البيت", "هذا الأمر بسيط", "عزز الشعب الشقيق مكانته", "صاحب"])
def test_words_that_only_look_like_roles_are_left_alone(source: str) -> None:
    """Everyday words spelled like a role, once folded, are not roles."""
    assert find(source) == []


@given(st.text(alphabet=st.sampled_from('المتحدثباسموزيرنقه \n"«».،(:)ًـ') | st.characters(), max_size=200))
def test_any_text_gives_ranges_in_order(source: str) -> None:
    """On any string the annotator does not raise; its ranges lie in the text, in order, without overlap."""
    text = Text(source)
    found = list(ROLES.annotate(text, Annotations()))
    ends = [0, *(one.last for one in found)]
    assert all(before <= one.first < one.last for before, one in zip(ends, found, strict=False))
    assert all(one.last <= len(text.words) and one.start < one.end <= len(text.folded.text) for one in found)
    assert found == list(ROLES.annotate(Text(source), Annotations()))
