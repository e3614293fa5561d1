"""Words of names are classed by lexicon, letters joined before them taken off, else by their shape."""

from hypothesis import given
from hypothesis import strategies as st

from rawi.annotations.lexis import NameVocabulary, Word, load_vocabulary
from rawi.annotations.nametapes import read_names
from rawi.arabic.clitics import Clitic, noun_forms
from rawi.text.text import Text

LETTERS = st.text(alphabet="والبكفمنسه", max_size=9)
ANYTHING = st.text(alphabet=st.characters(exclude_categories=()), max_size=20)


@given(st.sampled_from(["رءيس", "وزير", "شركه", "وزاره", "مدير"]))
def test_every_spelling_that_a_lexeme_may_have_is_read(form: str) -> None:
    """A noun is known with each clitic that Arabic joins to it, and these are told."""
    vocabulary = load_vocabulary()
    for surface, clitics in noun_forms(form):
        entry = vocabulary.entry(surface)
        assert entry is not None
        assert entry.form == form
        assert vocabulary.clitics_of(vocabulary.code(surface)) == clitics


def test_the_first_class_given_to_a_form_keeps_it() -> None:
    """Of two readings of one spelling that added first wins, with letters joined or without."""
    vocabulary = NameVocabulary()
    vocabulary.add("noun", ["زخرفظ"], Word("زخرفظ", "first"), noun_forms)
    vocabulary.add("noun", ["وزخرفظ"], Word("وزخرفظ", "second"), noun_forms)
    read = {word: vocabulary.entry(word) for word in ("وزخرفظ", "ووزخرفظ", "زخرفظت")}
    assert [entry and entry.kind for entry in read.values()] == ["first", "second", None]
    assert vocabulary.clitics["وزخرفظ"] == Clitic.CONJUNCTION


@given(ANYTHING | LETTERS)
def test_any_word_is_one_code_point(word: str) -> None:
    """Every string has exactly one code point, the same each time."""
    code = load_vocabulary().code(word)
    assert len(code) == 1
    assert load_vocabulary().code(word) == code


@given(ANYTHING)
def test_the_tape_of_names_is_as_long_as_the_text_has_tokens(source: str) -> None:
    """Names of several words laid over the tape leave its length alone, on any string."""
    text = Text(source)
    assert len(read_names(text).tape) == len(text.words)


def test_a_known_name_of_several_words_is_laid_over_the_tape() -> None:
    """Its first token has the class of the name and the clitics before it, the rest the class ``more``."""
    vocabulary = load_vocabulary()
    names = read_names(Text("قرار للأمم المتحدة"))
    assert names.tape[1:] == vocabulary.letter("org", Clitic.LAM | Clitic.ARTICLE) + vocabulary.letter("more")
    assert list(names.phrases) == [1]


def test_ali_and_on_are_told_apart_where_the_text_does() -> None:
    """علي is a name but where the text shows that it writes ي for ى: by إلي for إلى."""
    vocabulary = load_vocabulary()
    given_name, preposition = vocabulary.letter("given"), vocabulary.letter("preposition")
    assert read_names(Text("وقف علي على الجسر")).tape[1:3] == given_name + preposition
    assert read_names(Text("وقف علي إلي جانب الجسر")).tape[1] == preposition
    assert read_names(Text("قال سليم علي ذلك")).tape[2] == given_name
