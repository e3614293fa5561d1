"""Hearers, media, times and manners between a verb and its subject are stepped over."""

import pytest

from tests.claims.said import told

NAMES = ("سامي النجار", "رئيس المجلس", "وزير النقل")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "aside",
    [
        "وقتها",
        "عندها",
        "اليوم",
        "الأسبوع الماضي",
        "معقبا",
        "ضاحكًا",
        "له",
        "للصحفيين",
        "لـ«الضفة»",
        "في هذا السياق",
        "من جهة أخرى",
        "في هذا الصدد",
        "مساء",
    ],
)
def test_what_stands_between_verb_and_subject_is_stepped_over(aside: str, name: str) -> None:
    """وقال وقتها مازحا للصحفيين فلان: فلان speaks, whatever stands before his name."""
    assert told(f"وقال {aside} {name} إن الطريق طويل.") == [(name, "الطريق طويل")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال مايو إن الطريق طويل.", "مايو"),
        ("وقال رضا العمري إن الطريق طويل.", "رضا العمري"),
        ("وقال مصطفى العمري إن الطريق طويل.", "مصطفى العمري"),
        ("وقالت دينا العمري إن الطريق طويل.", "دينا العمري"),
    ],
)
def test_names_that_look_like_times_or_manners_are_names(text: str, speaker: str) -> None:
    """A month alone and names in ا are people."""
    assert told(text) == [(speaker, "الطريق طويل")]


@pytest.mark.parametrize("place", ["للصحفيين", "للإعلام", "له", "بالعاصمة"])
def test_a_hearer_alone_is_nobody_who_speaks(place: str) -> None:
    """وقال للصحفيين إن: whoever it was told to, and where, is not the speaker."""
    assert [name for name, _ in told(f"وقال {place} إن الطريق طويل.")] == [None]


@pytest.mark.parametrize("after", ["للصحفيين", "لصحيفة الضفة", "اليوم", "مازحا", "الأسبوع الماضي", "وقتها"])
def test_what_follows_the_subject_is_no_part_of_it(after: str) -> None:
    """وقال فلان للصحفيين اليوم إن: the subject ends before its adjuncts."""
    assert told(f"وقال سامي النجار {after} إن الطريق طويل.") == [("سامي النجار", "الطريق طويل")]


@pytest.mark.parametrize("medium", ["لصحيفة الضفة", "لقناة الشراع", "لوكالة الفجر"])
@pytest.mark.parametrize("name", ["", "رئيس المجلس ", "وزير النقل "])
def test_the_medium_spoken_to_does_not_speak(medium: str, name: str) -> None:
    """وقال لصحيفة الضفة: whoever spoke before goes on, or the one named after speaks, never the paper."""
    said = told(f"أكد سامي النجار أن السد آمن. وقال {medium} {name}إن الطريق طويل.")
    assert said[-1][0] == (name.strip() or "سامي النجار")


@pytest.mark.parametrize("manner", ["مازحا", "ضاحكا"])
@pytest.mark.parametrize("name", ["رئيس المجلس", "وزير النقل"])
def test_a_manner_before_a_role_is_no_name(manner: str, name: str) -> None:
    """وقال ضاحكا رئيس المجلس: ضاحكا is how he said it."""
    assert told(f"وقال {manner} {name} إن الطريق طويل.") == [(name, "الطريق طويل")]
