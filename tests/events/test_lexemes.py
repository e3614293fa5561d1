"""Words of happenings, of those who take part, and of how they are told, with what is joined to them."""

from __future__ import annotations

from pathlib import Path

import pytest

import rawi.events
from rawi.arabic.fold import fold
from rawi.events.lexemes import (
    has_sign,
    is_sign,
    is_single,
    joined_signs,
    party_of,
    read_event_words,
    signs_of,
)
from rawi.lexicons.loader import load_table

CODE = "\n".join(path.read_text("utf-8") for path in Path(rawi.events.__file__).parent.glob("*.py"))
ROLES = sorted({row["role"] for row in load_table("event_signs.tsv")})
#: Roles whose rows may be of several words: the others are asked of one word at a time.
LONG = {"instrument"}


def read(text: str) -> set[str]:
    """Return the families as which some words can be read from the first on."""
    return {one.family for one in read_event_words([fold(word) for word in text.split()], 0)}


@pytest.mark.parametrize(
    "row", list(load_table("event_words.tsv")), ids=lambda row: f"{row['family']} {row['form']} {row['word']}"
)
def test_every_word_of_the_table_is_read_as_its_family(row: dict[str, str]) -> None:
    """No row is lost beneath another one that begins with the same letters."""
    forms = [row["word"], f"و{row['word']}"]
    assert any(row["family"] in read(form) for form in forms)


def test_verbs_are_read_in_their_persons_and_with_what_is_joined() -> None:
    """A verb is found with و, with س of what is to come, in the feminine and the plural, with an object."""
    for form in ("هاجم", "هاجمت", "هاجموا", "وهاجم", "فهاجموا", "هاجمها"):
        assert read(form) == {"attack"}, form
    future = read_event_words([fold("سيهاجم")], 0)
    assert future
    assert future[0].future


def test_nouns_are_read_with_article_prepositions_dual_and_owner() -> None:
    """A noun of a deed is found as news writes it, and what is joined is told."""
    assert read_event_words([fold("بالهجوم")], 0)[0].lead == "ب"
    assert read_event_words([fold("الهجوم")], 0)[0].definite
    assert read_event_words([fold("هجومين")], 0)[0].several
    assert read_event_words([fold("هجومها")], 0)[0].owned
    assert read_event_words([fold("كهجوم")], 0)[0].lead == "ك"


def test_the_longest_words_win() -> None:
    """إطلاق النار is shooting, with two words, and no launch of anything."""
    found = read_event_words(["اطلاق", "النار"], 0)
    assert {(one.family, one.size) for one in found} == {("shooting", 2)}
    assert read_event_words(["اطلاق", "حمله"], 0)[0].size == 1


def test_other_words_tell_of_nothing() -> None:
    """A word of no happening has no reading."""
    assert read_event_words(["سماء"], 0) == ()


@pytest.mark.parametrize(
    ("word", "side"),
    [
        ("الجنود", "state"),
        ("وللشرطة", "state"),
        ("بمسلحين", "nonstate"),
        ("والمتمردون", "nonstate"),
        ("طفلتان", "civilian"),
        ("متظاهرا", "protester"),
        ("ملثمون", "unknown"),
        ("عناصرها", "member"),
        ("حاجزا", "military"),
        ("منازلهم", "civil"),
        ("طائراته", "aircraft"),
        ("السماء", None),
        ("ال", None),
    ],
)
def test_who_takes_part_is_known_by_the_word(word: str, side: str | None) -> None:
    """Parties are known in all forms of their word; other words are of nobody."""
    assert party_of(fold(word)) == side


def test_one_person_is_told_from_several() -> None:
    """A noun for one person is known with article and in the accusative, its plural is none."""
    assert [is_single(fold(one)) for one in ("شاب", "الشاب", "لشاب", "جنديا", "شبان")] == [True] * 4 + [False]


def test_a_verb_before_a_deed_is_known_with_what_is_joined() -> None:
    """و, ف and س of what is to come do not hide شن; واصل is not و and another word."""
    assert all(is_sign(fold(one), "does") for one in ("شن", "وشن", "فشنت", "سيشن", "وستشن", "واصل"))
    assert not is_sign(fold("قال"), "does")


@pytest.mark.parametrize("role", ROLES)
def test_a_sign_stands_alone_or_joined(role: str) -> None:
    """The words of a role are known after و and ف too, and only verbs in the present take س."""
    words = signs_of(role)
    assert {joined + word for word in words for joined in ("", "و", "ف")} <= joined_signs(role)
    to_come = {word for word in joined_signs(role) if word[1:] in words and word[:1] == "س"} - words
    assert all(word[1] in "يت" for word in to_come)


def test_some_words_have_a_sign_where_one_of_them_is_one() -> None:
    """It does not matter which of them, nor which of the roles it has."""
    assert has_sign(["قال", "وسيشن"], "suffers", "does")
    assert not has_sign(["قال", "وسيشن"], "suffers")
    assert not has_sign([], "does")


@pytest.mark.parametrize("role", ROLES)
def test_every_role_is_used(role: str) -> None:
    """A role that no code asks for is dead and is taken out."""
    asked = f'"{role}"' in CODE
    via = {f"via_{one}" for row in load_table("event_words.tsv") for one in row["via"].split()}
    assert asked or role in via


def test_what_one_word_is_asked_for_has_one_word() -> None:
    """Only instruments may have several words: nobody would find others."""
    rows = [*load_table("event_signs.tsv"), *(row | {"role": "party"} for row in load_table("parties.tsv"))]
    assert [row["word"] for row in rows if " " in row["word"].strip() and row["role"] not in LONG] == []


def test_no_instrument_is_longer_than_what_is_read() -> None:
    """Instruments have three words at most, as building reads them."""
    assert max(len(one.split()) for one in signs_of("instrument")) <= 3


def test_no_row_stands_twice() -> None:
    """Each word stands once in its role, and once in its class."""
    for table, column in (("event_signs.tsv", "role"), ("parties.tsv", "class")):
        rows = [(row[column], row["word"]) for row in load_table(table)]
        assert sorted({row for row in rows if rows.count(row) > 1}) == []
