"""Verbs are found in the forms in which news uses them."""

import pytest

from rawi.arabic.inflection import Agreement, object_forms, participle_forms, past_forms, present_forms


@pytest.mark.parametrize(
    ("past", "form", "agreement"),
    [
        ("قال", "قالت", Agreement.FEMININE),
        ("قال", "قالوا", Agreement.PLURAL),
        ("نفى", "نفت", Agreement.FEMININE),
        ("دعا", "دعوا", Agreement.PLURAL),
        ("دعا", "دعت", Agreement.FEMININE),
        ("أكد", "أكدا", Agreement.PLURAL),
        ("تنبأ", "تنبؤوا", Agreement.PLURAL),
    ],
)
def test_past_verbs_agree(past: str, form: str, agreement: Agreement) -> None:
    """Sound and weak verbs take the endings of the third person."""
    assert (form, agreement) in list(past_forms(past))


@pytest.mark.parametrize(
    ("present", "form", "agreement"),
    [
        ("يقول", "تقول", Agreement.FEMININE),
        ("يقول", "يقولون", Agreement.PLURAL),
        ("يدعو", "يدعون", Agreement.PLURAL),
        ("يرى", "يرون", Agreement.PLURAL),
        ("ينفي", "ينفون", Agreement.PLURAL),
    ],
)
def test_present_verbs_agree(present: str, form: str, agreement: Agreement) -> None:
    """A weak last letter gives way to the plural ending."""
    assert (form, agreement) in list(present_forms(present))


@pytest.mark.parametrize(
    ("form", "joined"), [("أكد", "أكده"), ("نفى", "نفاه"), ("ذكروا", "ذكروه"), ("ذكرت", "ذكرتها")]
)
def test_object_pronouns_are_joined(form: str, joined: str) -> None:
    """Alef maqsura turns into alef and the silent alef of the plural goes."""
    assert joined in list(object_forms(form))


@pytest.mark.parametrize(
    ("participle", "defective", "form"),
    [
        ("مضيف", False, "مضيفا"),
        ("مضيف", False, "مضيفة"),
        ("داعي", True, "داعيا"),
        ("داع", True, "داعية"),
        ("داعي", True, "داعين"),
    ],
)
def test_participles_stand_in_the_accusative(participle: str, defective: bool, form: str) -> None:
    """After a main verb the participle is accusative, also of weak verbs."""
    assert form in [one for one, _ in participle_forms(participle, defective=defective)]
