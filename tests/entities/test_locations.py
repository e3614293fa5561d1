"""Each place leads to the row that the article means, as far as it tells, and never to an invented one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.clock import grows_as_a_line
from rawi.model.entity import Entity
from rawi.pipeline import extract
from tests.annotations.named import ALPHABET


def place(text: str, name: str) -> Entity:
    """The place of that name in a text."""
    return next(one for one in extract(text).entities if one.type == "place" and one.name == name)


@pytest.mark.parametrize(
    ("text", "name", "country", "kind", "precision"),
    [
        ("أغلقت المدارس في حمص أمس.", "حمص", "SY", "locality", "exact"),
        ("أغلقت المدارس في محافظة حمص أمس.", "حمص", "SY", "region", "governorate"),
        ("وصل سليم الدوري إلى قضاء سنجار.", "سنجار", "IQ", "county", "district"),
        ("عاد الوفد من سوريا أمس.", "سوريا", "SY", "country", "country"),
        ("أمطرت في رأس العين بمحافظة الحسكة.", "رأس العين", "SY", "locality", "exact"),
        ("أبحر المركب من طرابلس إلى بيروت.", "طرابلس", "LB", "locality", "exact"),
        ("قاد سليم سيارته من طرابلس إلى بنغازي.", "طرابلس", "LY", "locality", "exact"),
        ("سافر الوفد من عمان إلى مسقط.", "عمان", "OM", "country", "country"),
        ("سافر الوفد من عمان إلى إربد في الأردن.", "عمان", "JO", "locality", "exact"),
        ("أزهرت الأشجار في مدينة البيضاء شرق ليبيا.", "البيضاء", "LY", "locality", "exact"),
        ("أزهرت الأشجار في مدينة البيضاء في اليمن.", "البيضاء", "YE", "locality", "exact"),
    ],
)
def test_context_tells_which_place_is_meant(
    text: str, name: str, country: str, kind: str, precision: str
) -> None:
    """The noun before a name, the places beside it and the countries of the article choose its row."""
    location = place(text, name).location
    assert location is not None
    assert (location.country, location.type, location.precision) == (country, kind, precision)


def test_a_place_knows_the_areas_around_it() -> None:
    """County and region, the narrower first, with the ISO 3166-2 code and coordinates of the row."""
    town = place("افتتح فرن في بلدة خان شيخون في سوريا.", "خان شيخون")
    location = town.location
    assert location is not None
    assert town.link == location.id
    assert [area.name for area in location.admin] == ["معرة النعمان", "إدلب"]
    assert location.iso3166_2 == "SY-ID"
    assert location.pcode is None
    assert location.lat == pytest.approx(35.44, abs=0.05)
    assert location.lon == pytest.approx(36.65, abs=0.05)


def test_the_area_and_its_seat_are_two_places() -> None:
    """محافظة حمص and مدينة حمص are not one entity."""
    record = extract("أغلقت المدارس في محافظة حمص، وبقيت مفتوحة في مدينة حمص.")
    assert [one.location.type for one in record.entities if one.location] == ["region", "locality"]


def test_what_the_text_leaves_open_is_not_certain() -> None:
    """Where several places of a name fit as well, the others are named."""
    location = place("سكن سليم في قرية الخالدية في سوريا.", "الخالدية").location
    assert location is not None
    assert not location.certain
    assert 0 < len(location.others) <= 8


def test_an_unknown_village_has_no_location() -> None:
    """A name that only the article knows leads nowhere."""
    assert place("عاد سليم إلى قرية زعفرينة، ثم سافر.", "زعفرينة").location is None


def test_people_and_bodies_are_left_alone() -> None:
    """Only places lie somewhere."""
    record = extract("قال وزير النقل سليم الدوري في حلب إن الجسر سيفتح.")
    assert all((one.location is not None) == (one.type == "place") for one in record.entities)


@given(st.text(alphabet=st.sampled_from(ALPHABET + "حلبفيقرب") | st.characters(), max_size=150))
def test_any_text_is_located_the_same_way_twice(source: str) -> None:
    """On any string nothing is raised, and the answer does not change."""
    assert extract(source).entities == extract(source).entities


@pytest.mark.parametrize("piece", ["في حلب قرب ", "بلدات رنكوس وتلفيتا، ", "رأس العين السورية في "])
def test_time_grows_with_the_length(piece: str) -> None:
    """Many places cost in proportion to their number."""
    assert grows_as_a_line(extract, piece * 500, piece * 2000)
