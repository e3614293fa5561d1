"""Tapes that are laid together are those that each vocabulary lays by itself."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from rawi.annotations.candidates import load_candidates
from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import speech_words
from rawi.annotations.vocabulary import load_vocabulary as load_values
from rawi.rules import tapes
from rawi.rules.tapes import JointTapes

WORDS = st.sampled_from(["قال", "وقالت", "سامر", "الدروبي", "عشرون", "15", "،", "", "حلب", "كولستاد", "x"])
VOCABULARIES = (speech_words(), load_values(), load_vocabulary(), load_candidates())


@given(st.lists(st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=30), max_size=4))
def test_each_tape_is_that_of_its_vocabulary(texts: list[list[str]]) -> None:
    """One code point a word and vocabulary, whatever was read before and however little is remembered."""
    with patch.object(tapes, "_REMEMBERED", 5):
        joint = JointTapes(VOCABULARIES)
        for words in texts:
            assert joint.lay(words) == tuple(one.tape(words) for one in VOCABULARIES)
