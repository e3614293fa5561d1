"""The shipped gazetteer is sorted, complete, quick to open, and what the scripts make of the sources."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.fold import fold
from rawi.lexicons.atlas import find_places, find_variants, key_of, load_areas, load_atlas
from rawi.lexicons.loader import load_columns, read_resource

GAZETTEERS = Path(__file__).parents[2] / "../shared/data/gazetteers"
LARGEST = 6_000_000


def test_rows_stand_in_the_order_of_their_keys() -> None:
    """Bisection finds every name only if the bytes of the keys ascend."""
    keys = [name.encode() for name in load_columns("atlas.tsv")["name"]]
    assert keys == sorted(keys)


def test_every_name_is_found_with_all_its_rows() -> None:
    """What bisection returns for a name is what stands in the table, whichever block holds it."""
    table = load_columns("atlas.tsv")
    rows: dict[str, list[str]] = {}
    for name, id_ in zip(table["name"], table["id"], strict=True):
        rows.setdefault(name, []).append(id_)
    atlas = load_atlas()
    for name in list(rows)[::7]:
        assert [row.id for row in atlas.find(name)] == rows[name]


def test_keys_are_folded_names_without_spaces() -> None:
    """A key is its own key, so that text and table meet in one form."""
    names = load_columns("atlas.tsv")["name"]
    assert all(key_of(fold(name)) == name for name in names[::11])


def test_a_name_is_found_with_a_long_vowel_more_or_less() -> None:
    """Whichever long vowel inside a name of one word is dropped, or written once more, its rows are found."""
    names = [name for name in load_columns("atlas.tsv")["name"][::97] if len(name) > 5 and name.isalpha()]
    for name in names:
        for at in (at for at in range(1, len(name) - 1) if name[at] in "اوي"):
            less, more = name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:]
            for spelt in (less, more):
                assert key_of(spelt) != spelt or set(find_places(name)) <= set(find_variants(spelt))


def test_the_best_known_place_comes_first() -> None:
    """Of the places of one name the city stands before the villages."""
    rows = find_places(fold("حمص"))
    assert [row.type for row in rows[:2]] == ["locality", "region"]
    assert list(rows) == sorted(rows, key=lambda row: -row.rank)


def test_spaces_do_not_matter() -> None:
    """كفرنبل and كفر نبل are one name."""
    assert find_places(fold("كفرنبل")) == find_places(fold("كفر نبل")) != ()


def test_areas_around_a_place_are_known_by_id() -> None:
    """The region of a town has a name and its ISO 3166-2 code."""
    (region,) = {row.region for row in find_places(fold("خان شيخون")) if row.rank > 3}
    area = load_areas()[region or ""]
    assert (area.name, area.iso3166_2) == ("إدلب", "SY-ID")


@given(st.text())
def test_any_string_may_be_asked_for(name: str) -> None:
    """No string raises, not even one with lone surrogates, tabs or line breaks."""
    assert all(row.id for row in load_atlas().find(name))


def test_the_table_ships_small() -> None:
    """All tables of places stay below six megabytes as a wheel packs them."""
    import zlib

    packed = sum(len(zlib.compress(read_resource(name))) for name in ("atlas.tsv", "areas.tsv", "places.tsv"))
    assert packed < LARGEST


@pytest.mark.skipif(not GAZETTEERS.is_dir(), reason="the sources of the gazetteer are not here")
def test_the_tables_are_what_the_scripts_make(tmp_path: Path) -> None:
    """training/build_places.py writes the shipped tables again, byte for byte."""
    from training.build_places import main

    main(GAZETTEERS, tmp_path)
    for name in ("atlas.tsv", "areas.tsv", "places.tsv"):
        assert (tmp_path / name).read_bytes() == read_resource(name), name
