"""The words of names, on one tape that all annotators of names read.

A word that no lexicon has is told by its shape: with the article or without, with the ending of an
adjective of relation, of an adverb, of a feminine. Known names of several words are laid over the tape:
their first token gets the class of the name, the others the class ``more``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from weakref import WeakKeyDictionary

import msgspec

from rawi.annotations.gazetteer import Known, load_known
from rawi.arabic.clitics import Clitic, noun_forms, plain_forms, verb_forms
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_entries, load_table
from rawi.rules.phrases import Phrase, Phrases
from rawi.rules.tape import OTHER, Forms, Vocabulary
from rawi.text.text import Text

_MARKS = {
    "break": ("",),
    "comma": ("،", ","),
    "colon": (":",),
    "stop": (".", "!", "?", "؟", "…", "؛"),
    "opening": ("(", "["),
    "closing": (")", "]"),
    "quote": ('"', "“", "”", "„", "«", "»", "″", "‹", "›"),
    "dash": ("-", "–", "—"),
}
_ADJECTIVES = ("qualifier", "either")
_ARTICLE = "ال"
_SHAPES = ("noun", "nisba", "nisbat", "heh", "alef", "verbal", "imperfect", "lam", "latin", "more")


class Lexeme(msgspec.Struct, frozen=True):
    """A noun of the lexicons: what a person or a body is called."""

    form: str
    kind: str
    feminine: bool = False
    plural: str | None = None
    article: bool = False
    example: str = ""


class Head(msgspec.Struct, frozen=True):
    """The first word of the names of bodies."""

    form: str
    type: str
    speaks: bool = False
    weak: bool = False
    plural: str | None = None
    example: str = ""


class Cue(msgspec.Struct, frozen=True):
    """What the annotators of names need of a verb of reporting: its two stems."""

    form: str
    imperfect: str


class Word(msgspec.Struct, frozen=True):
    """What the tape knows of a word: its lexeme in folded citation form, its kind, and its row in a table."""

    form: str
    kind: str
    id: str | None = None
    plural: bool = False


_JOINED = (
    ("ال", Clitic.ARTICLE),
    ("وال", Clitic.ARTICLE | Clitic.CONJUNCTION),
    ("فال", Clitic.ARTICLE | Clitic.CONJUNCTION),
    ("بال", Clitic.ARTICLE | Clitic.BEH),
    ("لل", Clitic.ARTICLE | Clitic.LAM),
    ("كال", Clitic.ARTICLE | Clitic.KAF),
    ("وبال", Clitic.ARTICLE | Clitic.BEH | Clitic.CONJUNCTION),
    ("ولل", Clitic.ARTICLE | Clitic.LAM | Clitic.CONJUNCTION),
)


def shape_of(word: str) -> tuple[str, Clitic]:
    """Return the class and clitics of an unknown folded word, judged by its letters.

    >>> shape_of("والبحري")
    ('nisba', <Clitic.CONJUNCTION|ARTICLE: 17>)
    """
    for letters, clitics in _JOINED:
        if word.startswith(letters) and len(word) > len(letters) + 1:
            return _ending(word), clitics
    if word.endswith(("ي", "يه")) and len(word) > 3:
        return _ending(word), Clitic.NONE
    if word.startswith(("ي", "سي", "ست")):
        return "imperfect", Clitic.NONE
    if word[0] in "تل":
        return ("verbal" if word[0] == "ت" else "lam"), Clitic.NONE
    return ("heh" if word[-1] == "ه" else "alef" if word[-1] == "ا" else "noun"), Clitic.NONE


def _ending(word: str) -> str:
    """Return ``nisba`` for the ending of an adjective of relation, ``nisbat`` for its feminine, else
    ``noun``."""
    return "nisba" if word.endswith("ي") else "nisbat" if word.endswith("يه") else "noun"


class NameVocabulary(Vocabulary[Word]):
    """All single words that matter for names; ``tape`` classes the rest by shape."""

    def __init__(self) -> None:
        super().__init__()
        for name, marks in _MARKS.items():
            self.add_mark(name, marks)
        self._codes = {
            (name, Clitic(bits)): self.letter(name, bits) for name in _SHAPES for bits in range(32)
        }
        _add_all(self)

    def add(self, name: str, forms: Iterable[str], entry: Word, clitics: Forms) -> None:
        """Do as ``Vocabulary.add`` does, with what ``clitics`` puts before a word worked out once a class."""
        before = [(letters, bits, self.letter(name, bits)) for letters, bits in _letters_before(clitics)]
        for form in map(fold, forms):
            if form.startswith(_ARTICLE):
                super().add(name, [form], entry, clitics)
                continue
            for letters, bits, code in before:
                surface = letters + form
                if surface not in self.letters:
                    self.letters[surface] = code
                    self.entries[surface] = entry
                    self.clitics[surface] = bits

    def clitics_of(self, code: str) -> int:
        """Return the clitics of a code point of a tape, as bits of ``Clitic``; none of ``.``."""
        return 0 if code == OTHER else ord(code) % 32

    def code(self, word: str) -> str:
        """Return the code point of a folded word: that of its class, else of its shape."""
        return self.letters.get(word) or self._shape(word)

    def _shape(self, word: str) -> str:
        """Return the code point of an unknown word."""
        first = word[:1]
        if first.isdigit():
            return self.letters.number
        if "ء" <= first <= "ي":
            return self._codes[shape_of(word)]
        return self._codes["latin", Clitic.NONE] if "a" <= first <= "z" else OTHER


@cache
def _letters_before(clitics: Forms) -> tuple[tuple[str, Clitic], ...]:
    """Return what a way to join letters puts before a word that does not begin with the article."""
    return tuple((surface[:-1], bits) for surface, bits in clitics("x"))


def _add_all(words: Vocabulary[Word]) -> None:
    """Add the lexicons in the order of precedence: the first class of a form is its class."""
    roles = load_entries("roles.toml", Lexeme)
    _add_lexemes(words, [role for role in roles if role.kind not in _ADJECTIVES])
    _add_heads(words, load_entries("organization_heads.toml", Head))
    _add_lexemes(words, load_entries("anonymous_sources.toml", Lexeme), "anonymous", "anonymous")
    _add_lexemes(words, [role for role in roles if role.kind in _ADJECTIVES], many="qualifier")
    _add_nationalities(words)
    homographs = (row["name"] for row in load_table("given_names.tsv") if row["kind"] == "homograph")
    words.add("homograph", homographs, Word("", "homograph"), plain_forms)
    _add_cues(words)
    ordinary = [(row["kind"], row["word"]) for row in load_table("ordinary_words.tsv")]
    _add_ordinary(words, [row for row in ordinary if row[0] != "noun"])
    for row in load_table("place_heads.tsv"):
        words.add(row["kind"], [row["word"]], Word(fold(row["word"]), row["kind"]), noun_forms)
    first = _folded_names("given_names.tsv")
    known = [item for item in load_known().items() if " " not in item[0] and not item[1].context]
    others = _folded_names("name_words.tsv")
    for joined in (_BEFORE_NAMES[:1], _BEFORE_NAMES[1:]):
        _add_names(words, first, joined)
        _add_known(words, known, joined)
        _add_names(words, others, joined)
    _add_ordinary(words, [row for row in ordinary if row[0] == "noun"])


def _folded_names(table: str) -> list[tuple[str, str]]:
    """Return kind and folded name of the rows of a table; folding all at once is ten times faster."""
    rows = list(load_table(table))
    names = fold("\n".join(row["name"] for row in rows)).split("\n")
    return [(row["kind"], name) for row, name in zip(rows, names, strict=True)]


def plural_forms(lexeme: Lexeme | Head) -> Iterator[str]:
    """Yield the plurals of a noun, folded; a sound one in its three endings."""
    if lexeme.plural == "sound":
        yield from (fold(lexeme.form) + ending for ending in ("ون", "ين", "و", "ات"))
    elif lexeme.plural:
        yield fold(lexeme.plural)


def _add_lexemes(
    words: Vocabulary[Word], entries: Iterable[Lexeme], one: str = "", many: str = "many"
) -> None:
    """Add nouns for people: the singular under its kind, the plural under ``many``."""
    for entry in entries:
        form = fold(entry.form)
        word = Word(form, entry.kind)
        words.add(one or entry.kind, ["ال" + form if entry.article else form], word, noun_forms)
        if entry.feminine:
            words.add(one or entry.kind.replace("either", "qualifier"), [form + "ه"], word, noun_forms)
        words.add(one or many, plural_forms(entry), Word(form, entry.kind, plural=True), noun_forms)


def _add_heads(words: Vocabulary[Word], entries: Sequence[Head]) -> None:
    """Add first words of names of bodies: ``head``, ``weak`` for everyday nouns, ``heads`` for plurals."""
    for entry in entries:
        form = fold(entry.form)
        words.add("weak" if entry.weak else "head", [form], Word(form, entry.type), noun_forms)
    for entry in entries:
        form = fold(entry.form)
        words.add("heads", plural_forms(entry), Word(form, entry.type, plural=True), noun_forms)


def _add_cues(words: Vocabulary[Word]) -> None:
    """Add the verbs of reporting: no name goes on with one."""
    for verb in load_entries("cues.toml", Cue):
        for form in (verb.form, verb.imperfect):
            feminine = f"ت{form[1:]}" if form == verb.imperfect else f"{form}ت"
            words.add("verb", [form, feminine], Word(fold(verb.form), "verb"), verb_forms)


def _add_nationalities(words: Vocabulary[Word]) -> None:
    """Add adjectives of countries and peoples with their feminine and plurals; the id is the country."""
    for row in load_table("nationalities.tsv"):
        form = fold(row["word"])
        word = Word(form, "nationality", row["country"])
        one, many = (("", "ه", "ات"), ("ون", "ين")) if row["kind"] == "adjective" else ((), ("",))
        words.add("nationality", [form + end for end in one], word, _adjective_forms)
        words.add("nationals", [form + end for end in many], word, _adjective_forms)


def _adjective_forms(form: str) -> Iterator[tuple[str, Clitic]]:
    """Yield an adjective with and without article; unlike ``noun_forms`` also where it begins with ال
    (ألماني)."""
    yield from plain_forms(form)
    yield from ((letters + form, bits) for letters, bits in _JOINED)


_ORDINARY_FORMS: dict[str, Forms] = {"noun": noun_forms, "verb": verb_forms, "adverb": verb_forms}


def _add_ordinary(words: Vocabulary[Word], rows: Iterable[tuple[str, str]]) -> None:
    """Add words that end a name; everyday nouns are the class ``ordinary``."""
    for kind, word in rows:
        name = "ordinary" if kind == "noun" else kind
        words.add(name, [word], Word(fold(word), kind), _ORDINARY_FORMS.get(kind, plain_forms))


_SHORT = 3
_Joined = tuple[tuple[str, Clitic], ...]
_BEFORE_NAMES: _Joined = (
    ("", Clitic.NONE),
    ("و", Clitic.CONJUNCTION),
    ("ل", Clitic.LAM),
    ("ب", Clitic.BEH),
    ("ول", Clitic.CONJUNCTION | Clitic.LAM),
    ("وب", Clitic.CONJUNCTION | Clitic.BEH),
)


def _add_names(words: Vocabulary[Word], names: list[tuple[str, str]], joined: _Joined) -> None:
    """Add names of people under their kind; they have no entry, for the class says all.

    A preposition is not read before names of three letters or fewer: too many other names begin so.
    """
    kinds = dict.fromkeys(kind for kind, _ in names)
    codes = {kind: [(letters, bits, words.letter(kind, bits)) for letters, bits in joined] for kind in kinds}
    for kind, name in names:
        for letters, bits, code in codes[kind]:
            if len(name) > _SHORT or bits <= Clitic.CONJUNCTION:
                words.letters.setdefault(letters + name, code)


def _add_known(words: Vocabulary[Word], names: list[tuple[str, Known]], joined: _Joined) -> None:
    """Add known names of one word; after ل the article loses its alef."""
    swallowing = tuple((letters, bits | Clitic.ARTICLE) for letters, bits in joined if bits & Clitic.LAM)
    whole = tuple((letters, bits) for letters, bits in joined if not bits & Clitic.LAM)
    for name, known in names:
        word = Word(name, known.kind, known.id)
        if name.startswith(_ARTICLE):
            _add_forms(words, known.kind, name, whole, word)
            _add_forms(words, known.kind, name[1:], swallowing, word)
        else:
            _add_forms(words, known.kind, name, joined, word)


def _add_forms(words: Vocabulary[Word], kind: str, name: str, joined: _Joined, word: Word) -> None:
    """Add one name with what may stand before it."""
    for letters, bits in joined:
        form = letters + name
        if form not in words.letters:
            words.letters[form] = words.letter(kind, bits)
            words.entries[form] = word
            words.clitics[form] = bits


@lru_cache(maxsize=1)
def load_vocabulary() -> NameVocabulary:
    """Return the vocabulary of names, read once."""
    return NameVocabulary()


@lru_cache(maxsize=1)
def load_phrases() -> Phrases[Known]:
    """Return the known names of several words, built once."""
    names = load_known().items()
    return Phrases((name, known) for name, known in names if " " in name and not known.context)


class NameTape(msgspec.Struct, frozen=True):
    """A text as the annotators of names see it: its tape, and the known names of several words on it.

    ``phrases`` are found by the token with which they begin.
    """

    tape: str
    phrases: dict[int, Phrase[Known]]


_TAPES: WeakKeyDictionary[Text, NameTape] = WeakKeyDictionary()


def read_names(text: Text) -> NameTape:
    """Return the tape of a text, made once and kept as long as the text: all annotators of names read it."""
    names = _TAPES.get(text)
    if names is None:
        names = _TAPES[text] = _lay_names(text)
    return names


def _lay_names(text: Text) -> NameTape:
    """Lay the known names of several words over the tape of the words."""
    vocabulary = load_vocabulary()
    tape = _tell_homographs(text, text.tape(vocabulary))
    phrases = load_phrases().find(text)
    more = vocabulary.letter("more")
    pieces: list[str] = []
    end = 0
    for first, last, clitics, known in phrases:
        pieces += (tape[end:first], vocabulary.letter(known.kind, clitics), more * (last - first - 1))
        end = last
    pieces.append(tape[end:])
    return NameTape("".join(pieces), {phrase.first: phrase for phrase in phrases})


@cache
def _homographs() -> tuple[str, str, str]:
    """Return the codes of a word that may be a name or a preposition, of a name, of a preposition."""
    letter = load_vocabulary().letter
    return letter("homograph"), letter("given"), letter("preposition")


def _tell_homographs(text: Text, tape: str) -> str:
    """Tell the name علي from the preposition على, where the text spells the two apart."""
    code, given, preposition = _homographs()
    if code not in tape:
        return tape
    if "علي" not in text.source or "على" not in text.source:
        return tape.replace(code, preposition)
    pieces = tape.split(code)
    at = 0
    for number, piece in enumerate(pieces[:-1]):
        at += len(piece)
        letter = text.source[text.folded.source_index(text.end(at) - 1)]
        pieces[number] += given if letter == "ي" else preposition
        at += 1
    return "".join(pieces)


def head_word(words: list[str], index: int) -> Word | None:
    """Return what the vocabulary knows of a token, or None."""
    return load_vocabulary().entries.get(words[index])
