"""A signature is known for what it is; whatever else stands last is the article's."""

from __future__ import annotations

import pytest

from rawi.documents.boilerplate import find_body
from rawi.documents.signatures import is_described, is_person, is_signature
from tests.documents.test_boilerplate import LEAD, NEXT, TITLE


@pytest.mark.parametrize(
    "words", ["س.د", "س.د/ ل.م", "هـ.ح/ م.ل/ م.ج", "س د ل", "(رويترز)", "«رويترز»", "رويترز - وكالات"]
)
def test_signatures(words: str) -> None:
    """Initials and newsrooms sign a text."""
    assert is_signature(words)


@pytest.mark.parametrize("words", ["", "النهر", "ص.ب 7", "نقلت رويترز", "(الحارس)", "أ", "من هو"])
def test_no_signatures(words: str) -> None:
    """A word, a number, or a newsroom within a sentence signs nothing."""
    assert not is_signature(words)


@pytest.mark.parametrize(
    "words",
    [
        "سليم الدوري",
        "د. سليم الدوري",
        "هند بنت سالم الصوان",
        "عبدالله الشامي",
        "سليم الدوري – وادي الزهر",
        "- هند سالم",
    ],
)
def test_people(words: str) -> None:
    """A first name and what goes on as names do is a person, with or without the place they write from."""
    assert is_person(words)


@pytest.mark.parametrize(
    "words",
    [
        "سليم",
        "سليم يكتب",
        "سليم أول مهندس من المدينة",
        "وادي الزهر",
        "سليم الدوري - كاتب من وادي الزهر",
        "هند 7",
        "",
    ],
)
def test_no_people(words: str) -> None:
    """One word, a sentence about somebody, a place and a description are no name."""
    assert not is_person(words)


def test_descriptions() -> None:
    """A starred line that does not end as sentences do describes the author."""
    assert is_described("* كاتبة من وادي الزهر")
    assert not is_described("* افتتح الجسر أمس.")
    assert not is_described("كاتبة من وادي الزهر")


@pytest.mark.parametrize(
    "below", ["سليم الدوري", "* كاتبة من وادي الزهر", "س.د/ ل.م", "سليم الدوري - وادي الزهر"]
)
def test_signatures_below_the_article_are_outside(below: str) -> None:
    """A name, a note on the author and initials below the last paragraph are not of the body."""
    text = f"{LEAD}\n{NEXT}\n{below}\n"
    assert [span.of(text) for span in find_body(text)] == [f"{LEAD}\n{NEXT}"]


@pytest.mark.parametrize(
    "below",
    [
        "سليم يكتب",
        "وادي الزهر",
        "والله ولي التوفيق.\nسليم الدوري",
        "* السوق القديم\n* الجسر الجديد",
        "شكرا لكم\nسليم الدوري",
    ],
)
def test_other_last_lines_stay(below: str) -> None:
    """The name under a letter, the items of a list and other short lines are the article's own."""
    text = f"{LEAD}\n{NEXT}\n{below}"
    assert " ".join(span.of(text) for span in find_body(text)).startswith(
        f"{LEAD}\n{NEXT}\n{below.splitlines()[0]}"
    )
    assert "سليم الدوري" not in below or find_body(text)[-1].end == len(text)


@pytest.mark.parametrize(
    ("above", "out"),
    [("سليم الدوري – وادي الزهر\n", True), (f"{TITLE}\nسليم الدوري\n", True), ("سليم الدوري\n", False)],
)
def test_names_above_the_article(above: str, out: bool) -> None:
    """A name below the title, or with a place, is a byline; a name alone at the top may be the title."""
    text = f"{above}{LEAD}\n{NEXT}"
    assert ("سليم الدوري" not in " ".join(span.of(text) for span in find_body(text))) is out


def test_names_of_a_list_stay() -> None:
    """Names at the top, each under a verse, say whose the verses are."""
    names = [f"{first} الدوري - وادي الزهر" for first in ("سليم", "هند", "سالم")]
    verses = "\n".join(f"على الجسر مر الناس يوم {name}\n{name}" for name in names)
    assert [span.of(f"{verses}\n{LEAD}") for span in find_body(f"{verses}\n{LEAD}")] == [f"{verses}\n{LEAD}"]
