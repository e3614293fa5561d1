"""Phrases are found where a plain search over tokens finds them, and nowhere else."""

from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.clitics import Clitic
from rawi.arabic.fold import fold
from rawi.rules.phrases import CLITICS, Phrases
from rawi.text.text import Text

WORDS = ["بيت", "البيت", "بيتا", "لبيت", "للبيت", "والبيت", "نهر", "النهر", "نهري", "في", "،", "ب", "وبيت"]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
PHRASES = st.lists(
    st.lists(st.sampled_from(["بيت", "البيت", "نهر", "النهر", "في"]), min_size=2, max_size=3).map(" ".join),
    min_size=1,
    max_size=6,
    unique=True,
)


def spellings(phrase: str) -> dict[str, int]:
    """Every spelling of a folded phrase with letters joined before it, and the clitics that these are."""
    plain = {joined + phrase: int(bits) for joined, bits in CLITICS.items()}
    if not phrase.startswith("ال"):
        return plain
    swallowed = {"ل" + phrase[1:]: int(Clitic.LAM | Clitic.ARTICLE)}
    swallowed |= {c + "ل" + phrase[1:]: swallowed["ل" + phrase[1:]] | 1 for c in "وف"}
    return swallowed | plain


def search(text: Text, phrases: list[str]) -> list[tuple[int, int, str]]:
    """The plain search: at each token the longest phrase that its words spell."""
    found, at = [], 0
    while at < len(text.words):
        ends = [
            (at + phrase.count(" ") + 1, phrase)
            for phrase in phrases
            if spelled(text, at, at + phrase.count(" ") + 1) in spellings(phrase)
        ]
        if ends:
            end, phrase = max(ends, key=lambda each: each[0])
            found.append((at, end, phrase))
            at = end
        else:
            at += 1
    return found


def spelled(text: Text, first: int, last: int) -> str | None:
    """The folded text of a range of tokens; nothing beyond the end."""
    return text.folded.text[text.starts[first] : text.end(last - 1)] if last <= len(text.words) else None


@given(SENTENCES, PHRASES)
def test_finds_what_a_plain_search_finds(sentence: str, phrases: list[str]) -> None:
    """The automaton finds the ranges and the phrases that a search token by token finds."""
    text = Text(sentence)
    folded = [fold(phrase) for phrase in phrases]
    found = Phrases((phrase, phrase) for phrase in folded).find(text)
    expected = search(text, folded)
    assert [(one.first, one.last) for one in found] == [(first, last) for first, last, _ in expected]


def test_letters_joined_before_a_phrase_are_told() -> None:
    """و and ل before a phrase are its clitics; the article that ل swallows is one of them."""
    phrases = Phrases([("الجسر القديم", 7)])
    (one,) = phrases.find(Text("ذهب سعيد وللجسر القديم حكاية"))
    assert one == (2, 4, Clitic.CONJUNCTION | Clitic.LAM | Clitic.ARTICLE, 7)


def test_a_part_of_a_word_is_no_hit() -> None:
    """A phrase inside longer words is not found."""
    assert Phrases([("بيت نهر", 1)]).find(Text("سبيت نهر بيت نهري")) == []


@given(st.text(max_size=80))
def test_any_text_is_searched(source: str) -> None:
    """On any string the search returns ranges of its tokens, in order."""
    text = Text(source)
    ends = [0]
    for one in Phrases([("بيت نهر", 1), ("a b", 2)]).find(text):
        assert ends[-1] <= one.first < one.last <= len(text.words)
        ends.append(one.last)


def test_spaces_do_not_matter() -> None:
    """A phrase is found whatever spaces stand between its words, and over no line break."""
    phrases = Phrases([("راديو 5", 1)])
    assert [(one.first, one.last) for one in phrases.find(Text("راديو5 وراديو  5 راديو\n5"))] == [
        (0, 2),
        (2, 4),
    ]


def test_letters_that_make_another_word_of_a_phrase() -> None:
    """وسط may be a word or و and سط: each phrase is found by its own reading, none by the other's."""
    text = Text("وسط النهر وسط القديم ووسط النهر")
    found = Phrases([("وسط النهر", "a"), ("سط القديم", "b")]).find(text)
    assert [(one.first, one.payload, one.clitics) for one in found] == [(0, "a", 0), (2, "b", 1), (4, "a", 1)]


def test_hostile_text_is_searched_in_one_pass() -> None:
    """A hundred thousand words, all of phrases, and lone surrogates give each phrase once."""
    phrases = Phrases([("بيت نهر", 1), ("نهر بيت", 2), ("بيت \ud800", 3)])
    assert len(phrases.find(Text("بيت نهر " * 50_000))) == 50_000
    assert phrases.find(Text("نهر\udfff\ud800")) == []
