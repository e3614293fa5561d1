"""What roles and names of bodies say: the office, what it is of, the country."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.entities.bodies import read_body
from rawi.entities.countries import country_of, country_of_outlet, read_countries
from rawi.entities.offices import agree, read_offices


def test_countries_are_read_out_of_words() -> None:
    """Adjectives of nationality and names of countries are countries; the other words are left."""
    assert read_countries("وزير النقل الأردني") == (("وزير", "النقل"), frozenset({"JO"}))
    assert read_countries("سفير مصر لدى كوريا الشمالية")[1] == {"EG", "KP"}
    assert read_countries("للقوات الأمريكية") == (("للقوات",), frozenset({"US"}))
    assert read_countries("مدير النقل") == (("مدير", "النقل"), frozenset())


def test_rows_and_outlets_have_countries() -> None:
    """A row of a table gives its country; what is in no table has none."""
    assert country_of("iso:EG") == "EG"
    assert country_of("no-such-row") is None
    assert country_of_outlet("رويترز") == "GB"
    assert country_of_outlet("صدى الريم") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("وزير النقل", "وزير النقل والموانئ الأردني", True),
        ("الناطق باسم وزارة الصحة", "المتحدثة باسم وزارة الصحة", True),
        ("رئيس الحكومة", "رئيس الوزراء", True),
        ("الرئيس المصري السابق", "رئيس مصر", True),
        ("وزير النقل الأردني", "وزير النقل المصري", False),
        ("وزير النقل", "وزير الصحة", False),
        ("مدير النقل", "وزير النقل", False),
        ("أمير منطقة الرمانة", "أمير منطقة الغضا", False),
        ("الرئيس", "الرئيس", False),
    ],
)
def test_roles_agree(one: str, other: str, same: bool) -> None:
    """One office of one body in one country agrees; a bare title tells nothing."""
    first, second = read_offices(one)[0], read_offices(other)[0]
    assert agree(first, second) is agree(second, first) is same
    if same:
        assert set(first.keys) & set(second.keys)


def test_titles_stand_beside_the_office() -> None:
    """A role can hold an office and a title; a title has no key of its own."""
    office, title = read_offices("وزير النقل المهندس")
    assert (office.strength, title.strength) == ("office", "title")
    assert list(title.keys) == []
    assert read_offices("كلام بلا معنى") == ()


@pytest.mark.parametrize(
    ("name", "own", "scope"),
    [
        ("وزارة النقل", False, "national"),
        ("وزارة النقل الأردنية", False, "national"),
        ("الشرطة", False, "national"),
        ("مجلس النواب", False, "national"),
        ("مجلس الإدارة", False, ""),
        ("شركة «الأفق»", True, "local"),
        ("حركة طالبان", True, ""),
        ("مستشفى الملك فهد", False, "local"),
        ("مديرية الصحة", False, "local"),
        ("الاتحاد الأردني لكرة القدم", False, ""),
    ],
)
def test_which_bodies_tell(name: str, own: bool, scope: str) -> None:
    """Names of their own tell; what a country has once needs the country; a hospital needs more."""
    found = read_body(name)
    assert (found.own, found.scope) == (own, scope)


def test_a_body_is_one_however_its_country_is_said() -> None:
    """The adjective and the name of the country are the same."""
    assert read_body("المنتخب الأردني") == read_body("منتخب الأردن")
    assert read_body("وزارة النقل الأردنية").countries == {"JO"}


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    """Nothing is raised on any words."""
    read_offices(text)
    read_body(text)
