"""Keys by which texts find each other: stable, and enough for texts that are edited all over."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from rawi.relations.copies.signatures import find_keys, hash_runs, sign

VOCABULARY = [f"كلمه{number}" for number in range(4000)]


def some_words(number: int, count: int) -> list[str]:
    """Return words in an order that a number decides."""
    return random.Random(number).choices(VOCABULARY, k=count)


def edit(words: list[str], every: int, number: int) -> list[str]:
    """Return words of which about one in ``every`` is another."""
    chance = random.Random(number)
    return [f"غير{at}" if chance.randrange(every) == 0 else word for at, word in enumerate(words)]


def keys_of(words: list[str]) -> set[int]:
    """Return the keys of plain words."""
    return set(find_keys(words, "." * len(words), []))


def test_hashes_never_change() -> None:
    """What is kept in ledgers must be found again: the hash of these words is this one, everywhere."""
    assert hash_runs(["جسر", "قديم", "مغلق"], 3) == [0xABA568C56790FED7]
    assert len(sign(["جسر", "قديم", "مغلق"])) == 32


@given(st.lists(st.sampled_from(VOCABULARY[:9]), max_size=12), st.integers(1, 9))
def test_a_run_has_one_hash_wherever_it_stands(words: list[str], length: int) -> None:
    """It is that of its words alone."""
    runs = [words[at : at + length] for at in range(max(1, len(words) - length + 1))]
    assert hash_runs(words, length) == [hash_runs(run, len(run) or 1)[0] for run in runs]


def test_texts_that_share_a_third_of_their_runs_are_found() -> None:
    """Of texts with one word in five changed, which share about a third of their three-word runs, at least
    97 in 100 are found."""
    found = 0
    for number in range(200):
        words = some_words(number, 120 + number)
        found += not keys_of(words).isdisjoint(keys_of(edit(words, 5, number)))
    assert found >= 194


def test_a_passage_of_two_sentences_in_long_texts_is_found() -> None:
    """Thirty words in a row that two long texts share bring them together, always."""
    for number in range(100):
        passage = some_words(number, 30)
        one = some_words(1000 + number, 700) + passage + some_words(2000 + number, 200)
        other = some_words(3000 + number, 90) + passage + some_words(4000 + number, 800)
        assert not keys_of(one).isdisjoint(keys_of(other))


def test_texts_that_share_nothing_rarely_meet() -> None:
    """Texts of the same words in other orders have no key in common."""
    texts = [keys_of(some_words(number, 300)) for number in range(60)]
    meetings = sum(not a.isdisjoint(b) for at, a in enumerate(texts) for b in texts[at + 1 :])
    assert meetings == 0


@given(st.lists(st.sampled_from(VOCABULARY[:50]), min_size=1, max_size=60))
def test_any_words_have_keys(words: list[str]) -> None:
    """However short or repetitive a text is, it has keys, the same each time, and finds itself."""
    assert keys_of(words)
    assert keys_of(words) == keys_of(list(words))
