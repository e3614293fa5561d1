"""What is remembered of a word is what the function gives, and the memory is bounded."""

from __future__ import annotations

from rawi.arabic.remembering import remember


def test_a_word_is_read_once_while_it_is_remembered() -> None:
    """Asked for again, a word is not read again, until too many others came."""
    read: list[str] = []
    size = remember(lambda word: read.append(word) or len(word), 2)
    assert [size(word) for word in ("قال", "قال", "مضى", "قال")] == [3, 3, 3, 3]
    assert read == ["قال", "مضى"]
    assert (size("الجسر"), size("قال")) == (5, 3)
    assert read == ["قال", "مضى", "الجسر", "قال"]


def test_what_raises_is_not_remembered() -> None:
    """A word that cannot be read is tried again when it is asked for again."""
    tried: list[str] = []

    def refuse(word: str) -> int:
        tried.append(word)
        raise ValueError(word)

    ask = remember(refuse, 2)
    for _ in range(2):
        try:
            ask("قال")
        except ValueError:
            continue
        raise AssertionError("it did not raise")
    assert tried == ["قال", "قال"]
