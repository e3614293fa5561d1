"""Words of sets are found by one tape as they are by looking at every word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rawi.rules.wordsets import WordSets, find_words
from rawi.text.text import Text

WORDS = st.sampled_from(["قال", "سامر", "بين", "وبين", "الجسر", "15", "،", "."])


def _said() -> frozenset[str]:
    return frozenset(("قال", "سامر"))


def _between() -> dict[str, int]:
    return {"بين": 0, "وبين": 1, "سامر": 2}


def _others() -> frozenset[str]:
    return frozenset(("الجسر",))


@given(st.lists(WORDS, max_size=20))
def test_a_tape_finds_what_looking_at_each_word_finds(words: list[str]) -> None:
    """Whether the text keeps a tape or not, and of a set that the tape does not hold too."""
    plain, taped = Text(" ".join(words)), Text(" ".join(words))
    WordSets((_said, _between)).keep(taped)
    for one in (_said, _between, _others):
        places = [at for at, word in enumerate(plain.words) if word in one()]
        assert find_words(plain, one) == find_words(taped, one) == places
