"""Joined letters are generated once, so that reading is a lookup."""

from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.clitics import Clitic, noun_forms, plain_forms, verb_forms

WORD = st.text(alphabet="ابتثجحخدرسعفقكلمنهوي", min_size=2, max_size=8)


@given(WORD)
def test_every_form_ends_in_the_word(word: str) -> None:
    """A clitic stands before a word and changes nothing in it but the alef of the article after ل."""
    for generate in (noun_forms, verb_forms, plain_forms):
        for surface, _ in generate(word):
            assert surface.endswith((word, "لل" + word.removeprefix("ال")))


@given(WORD)
def test_the_bare_word_has_no_clitics(word: str) -> None:
    """The citation form stands among the forms, without any bit."""
    assert (word, Clitic.NONE) in list(noun_forms(word))


def test_the_alef_of_the_article_goes_after_lam() -> None:
    """ل with ال is لل, also for names that have the article of their own."""
    assert "للكتاب" in dict(noun_forms("كتاب"))
    assert "للعربيه" in dict(noun_forms("العربيه"))
