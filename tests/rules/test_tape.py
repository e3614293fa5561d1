"""Patterns over tapes are written with class names and mean what they say."""

import re

import pytest

from rawi.arabic.clitics import Clitic
from rawi.errors import RuleError
from tests.rules.test_matcher import VOCABULARY


@pytest.mark.parametrize(
    ("pattern", "words", "matches"),
    [
        ("{noun}", ["كتاب"], True),
        ("{noun}", ["وكتاب"], False),
        ("{+noun}", ["وكتاب"], True),
        ("{?noun}", ["وكتاب"], True),
        ("{noun:al}", ["الكتاب"], True),
        ("{noun:al}", ["كتاب"], False),
        ("{noun:bare}", ["الكتاب"], False),
        ("{noun:l}", ["للكتاب"], True),
        ("{noun:b}", ["للكتاب"], False),
        ("{noun|verb}", ["قرا"], True),
        ("{number}", ["٤٢"], False),
        ("{number}", ["42"], True),
        ("{decimal}", ["1,200"], True),
    ],
)
def test_a_class_name_means_its_words(pattern: str, words: list[str], matches: bool) -> None:
    """Conjunctions, prepositions and the article are told apart as the pattern asks."""
    assert bool(re.fullmatch(VOCABULARY.compile(pattern), VOCABULARY.tape(words))) is matches


def test_an_unknown_class_is_refused() -> None:
    """A typo in a pattern is an error, not a pattern that never matches."""
    with pytest.raises(RuleError, match="no word has the class book"):
        VOCABULARY.compile("{book}")


def test_an_unknown_limit_is_refused() -> None:
    """So is a typo after the colon."""
    with pytest.raises(RuleError, match="unknown limit"):
        VOCABULARY.compile("{noun:xyz}")


def test_the_first_class_of_a_word_keeps_it() -> None:
    """The order of adding is the order of precedence, whatever comes later."""
    assert VOCABULARY.class_of(VOCABULARY.letters["كتاب"]) == "noun"
    assert VOCABULARY.clitics["وللكتاب"] == Clitic.CONJUNCTION | Clitic.LAM | Clitic.ARTICLE
