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


@given(st.text(), st.integers(0, 200))
def test_a_variation_has_the_size_of_its_text(text: str, n: int) -> None:
    """Turning paragraphs round and moving digits on changes neither length nor the other characters."""
    assert len(vary(text, n)) == len(text)
    assert sorted(c for c in vary(text, n) if c not in "0123456789") == sorted(
        c for c in text if c not in "0123456789"
    )


def test_variations_differ_and_begin_with_the_text_itself() -> None:
    """Thirty variations of three paragraphs with digits are thirty texts, the first of them unchanged."""
    thirty = list(itertools.islice(variations([TEXT]), 30))
    assert len(set(thirty)) == 30
    assert thirty[0] == TEXT


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
    assert 45 <= len(lengthened([TEXT], 45).split()) < 53
    assert articles_in([TEXT] * 90) == pytest.approx(90 * 8 / 450)
    with pytest.raises(NoTexts):
        lengthened([], 45)
