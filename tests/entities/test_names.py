"""A person's name in parts: written together or apart, with titles or without, it has one key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.entities.names import extends, is_plain, is_telling, parse_name, strip_titles


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عبد الكريم النجار", "عبدالكريم النجار"),
        ("سالم نور الدين", "سالم نورالدين"),
        ("العقيد الركن سالم الكيال", "سالم الكيال"),
        ("د. سالم الكيال", "سالم الكيال"),
        ("العقيد ركن سالم الكيال", "سالم الكيال"),
        ("أبي نضال الزعبي", "أبو نضال الزعبي"),
        ("سالم بن فهد الكيال", "سالم فهد الكيال"),
        ("سَالِم الكيّال", "سالم الكيال"),
        ("سالم_الكيال", "سالم الكيال"),
        ("هدى آل نجار", "هدى ال نجار"),
    ],
)
def test_one_name_has_one_key(one: str, other: str) -> None:
    """Ways to write one name fall together."""
    assert parse_name(one).key == parse_name(other).key


def test_the_parts_are_told() -> None:
    """Given name, father's name, kunya and house are known by the small words before them."""
    name = parse_name("أبو نضال سامي ولد داهي آل كيال")
    assert [part.place for part in name.parts] == ["kunya", "given", "father", "house"]
    assert (name.given, name.family) == ("سامي", "ال كيال")
    assert parse_name("سامي بن داهي").family is None
    assert parse_name("أبو نضال").given is None


def test_which_names_tell() -> None:
    """A long name tells by itself, unless all of it are everyday first names."""
    assert is_telling(parse_name("سالم فهد الكيال"))
    assert not is_telling(parse_name("سالم الكيال"))
    assert not is_telling(parse_name("محمد أحمد علي"))
    assert is_plain(parse_name("محمد بن عبد الرحمن"))
    assert not is_plain(parse_name("محمد الكيال"))


def test_a_longer_name_holds_a_shorter() -> None:
    """The parts of the shorter stand in the longer, in order, after the same given name."""
    short, long = parse_name("سالم الكيال"), parse_name("سالم بن فهد الكيال")
    assert extends(long, short)
    assert not extends(short, long)
    assert not extends(parse_name("ماهر فهد الكيال"), short)
    assert not extends(long, parse_name("سالم"))
    assert extends(long, parse_name("سالم بن فهد"))
    assert not extends(long, parse_name("سالم بن الكيال"))


def test_titles_are_taken_off() -> None:
    """What is left is the name as written; a title alone stays."""
    assert strip_titles("العقيد تيري مالون") == "تيري مالون"
    assert strip_titles("العقيد") == "العقيد"


@given(st.text(st.sampled_from("عبد الل هأبو بن آ.د-'٣ـ\u064e\u202e #_"), max_size=60) | st.text(max_size=40))
def test_any_text_has_a_name(text: str) -> None:
    """Nothing is raised, and the key of a key is the key."""
    name = parse_name(text)
    assert name.key == " ".join(name.words)
    assert name.given is None or name.given in name.words
