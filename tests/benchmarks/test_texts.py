"""The texts that are measured with: as many as asked, of one size, no two alike."""

from __future__ import annotations

import gzip
import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.texts import NoTexts, articles_in, lengthened, load_gold, load_texts, variations, vary

TEXT = "وصل 12 عاملا\nغادر 30 عاملا\nبقي سليم\n"


@given(st.text(), st.integers(1, 10**6))
def test_a_variation_has_the_characters_of_its_text_and_its_number(text: str, n: int) -> None:
    """Turning paragraphs round loses no character; the number is all that is added."""
    assert sorted(vary(text, n)) == sorted(f"{text}\n{n}\n")


def test_variations_differ_and_begin_with_the_text_itself() -> None:
    """A hundred variations of three paragraphs are a hundred texts, the first of them unchanged."""
    hundred = list(itertools.islice(variations([TEXT]), 100))
    assert len(set(hundred)) == 100
    assert hundred[0] == TEXT


def test_our_own_articles_give_as_many_texts_as_asked() -> None:
    """The default texts are the repository's gold, and variations of it when that runs out."""
    own = load_gold()
    assert load_texts(None, len(own) + 3)[: len(own)] == own
    assert len(load_texts(None, len(own) + 3)) == len(own) + 3


def test_a_file_of_articles_can_be_given(tmp_path: Path) -> None:
    """JSON lines are read as far as asked, gzipped or not; an empty file is refused."""
    line = '{"text": "وصل سليم"}\n'
    (tmp_path / "a.jsonl").write_text(line * 5, "utf-8")
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress((line * 5).encode()))
    (tmp_path / "none.jsonl").write_text("", "utf-8")
    assert load_texts(tmp_path / "a.jsonl", 3) == ["وصل سليم"] * 3
    assert load_texts(tmp_path / "a.jsonl.gz", 9) == ["وصل سليم"] * 5
    with pytest.raises(NoTexts):
        load_texts(tmp_path / "none.jsonl", 3)


def test_long_texts_are_made_of_whole_ones() -> None:
    """A text of at least so many words is made by joining variations; sizes are counted in 450 words."""
    assert 45 <= len(lengthened([TEXT], 45).split()) < 54
    assert articles_in([TEXT] * 90) == pytest.approx(90 * 8 / 450)
    with pytest.raises(NoTexts):
        lengthened([], 45)
