"""Whatever the words of the lexicons are strung together to, a record comes out of it."""

import random
import re
import tomllib
from collections.abc import Iterator
from importlib import resources

import pytest

from rawi.pipeline import extract

_TEXTS = 2500
_ARABIC = re.compile("[\u0621-\u064a]")
_NAMES = [
    "سليم الدوري",
    "سامي النجار",
    "وزارة النقل",
    "الوزير",
    "مصدر أمني",
    "دمشق",
    "الجسر",
    "رويترز",
    "تويتر",
    "أمس",
]
_SMALL = ["في", "من", "عن", "على", "ب", "ل", "إن", "أن", "بأن", "أنه", "ما", "الذي", "التي", "و"]
_SMALL += ["إلى", "قد", "كان", "لم", "لا", "له", "فيه", "قال", "أكد", "نفى"]
_MARKS = [*"«»\"“”'‘()[]{}،؛:.!؟-–…\n/|#@\0", "\r\n", "\n\n", "\u200f", "\u202e"]
_PREFIXES = ["", "", "", "", "", "و", "ف", "ب", "ل", "ال", "لل", "وال", "بال", "ك"]


def _strings(node: object) -> Iterator[str]:
    """Yield the Arabic strings of a lexicon that are three words long or shorter."""
    if isinstance(node, str):
        if _ARABIC.search(node) and len(node.split()) <= 3:
            yield node
        return
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for one in inner:
        yield from _strings(one)


@pytest.fixture(scope="module")
def pool() -> list[str]:
    """All forms of the lexicons written in TOML."""
    folder = resources.files("rawi.lexicons") / "ar"
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda one: one.name
    )
    return [form for file in files for form in _strings(tomllib.loads(file.read_text("utf-8")))]


def _piece(dice: random.Random, pool: list[str]) -> str:
    """A word of the lexicons, a name or small word, or a mark."""
    fate = dice.random()
    if fate < 0.55:
        return dice.choice(_PREFIXES) + dice.choice(pool)
    return dice.choice(dice.choice([_NAMES, _SMALL]) if fate < 0.8 else _MARKS)


@pytest.mark.parametrize("seed", range(4))
def test_no_string_of_words_stops_the_reading(pool: list[str], seed: int) -> None:
    """Cues, documents, roles, particles and marks in any order, cut off anywhere: nothing is raised, and
    every content lies in the text."""
    dice = random.Random(seed)
    for _ in range(_TEXTS):
        glue = "" if dice.random() < 0.1 else " "
        text = glue.join(_piece(dice, pool) for _ in range(dice.randint(1, 14)))
        for one in extract(text).statements:
            assert all(0 <= span.start < span.end <= len(text) for span in one.content), text


@pytest.mark.parametrize(
    "text",
    [
        "الحكومة تنفي التصعيد\n\nقال الوزير إن السوق مفتوح.",
        "نفى الوزير سليم الدوري الاستقالة\nوعاد الناس.",
        "السوق مغلق منذ أيام، بحسب تغريدة التي",
        "كشف تقرير نشرته وكالة «التي",
        "السوق مغلق منذ أيام، وفق تصريح من",
        "أعلنت الوزارة فتح السوق، كشف خلال",
        "الجسر على»\nلسان قولها",
        "نفى جاء في للإذاعة »سليم",
    ],
)
def test_teasers_cut_off_are_read(text: str) -> None:
    """A line break or the end of the text may stand after any word."""
    assert extract(text).document.text == text
