"""The words of names, on one tape that all annotators of names read.

A word that no lexicon has is told by its shape: with the article or without, with the ending of an
adjective of relation, of an adverb, of a feminine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import count
from typing import Literal

import msgspec

from rawi.annotations.gazetteer import Known, load_known
from rawi.arabic.clitics import Clitic, noun_forms, plain_forms, verb_forms
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_columns, load_entries, load_table
from rawi.rules.tape import OTHER, Forms, Vocabulary

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
_REMEMBERED = 1 << 16
_SHAPES = ("noun", "nisba", "nisbat", "heh", "alef", "verbal", "imperfect", "lam", "latin", "more")


class Lexeme(msgspec.Struct, frozen=True, gc=False):
    """A noun of the lexicons: what a person or a body is called."""

    form: str
    kind: str
    feminine: bool = False
    plural: str | None = None
    article: bool = False
    example: str = ""


class Head(msgspec.Struct, frozen=True, gc=False):
    """The first word of the names of bodies."""

    form: str
    type: str
    speaks: bool = False
    weak: bool = False
    names: Literal["any", "nouns", "quoted"] = "any"
    leads: bool = False
    plural: str | None = None
    example: str = ""


class Cue(msgspec.Struct, frozen=True, gc=False):
    """What the annotators of names need of a verb of reporting: its two stems."""

    form: str
    imperfect: str


class Word(msgspec.Struct, frozen=True, gc=False):
    """What the tape knows of a word: its lexeme in folded citation form, its kind, and its row in a table."""

    form: str
    kind: str
    id: str | None = None
    plural: bool = False


_JOINED = {
    "ال": Clitic.ARTICLE,
    "وال": Clitic.ARTICLE | Clitic.CONJUNCTION,
    "فال": Clitic.ARTICLE | Clitic.CONJUNCTION,
    "بال": Clitic.ARTICLE | Clitic.BEH,
    "لل": Clitic.ARTICLE | Clitic.LAM,
    "كال": Clitic.ARTICLE | Clitic.KAF,
    "وبال": Clitic.ARTICLE | Clitic.BEH | Clitic.CONJUNCTION,
    "ولل": Clitic.ARTICLE | Clitic.LAM | Clitic.CONJUNCTION,
}
_BITS = {letters: int(clitics) for letters, clitics in _JOINED.items()}  # plain ints hash in C
_JOINED_TO = re.compile(f"(?:{'|'.join(_JOINED)})(?=..)")
_LAST = {"ه": "heh", "ا": "alef"}


def shape_of(word: str) -> tuple[str, int]:
    """Return the class and clitics (bits of ``Clitic``) of an unknown folded word, judged by its letters.

    >>> shape_of("والبحري")
    ('nisba', 17)
    """
    first = word[0]
    if first in _PREFIXES and (joined := _JOINED_TO.match(word)):
        return _ending(word), _BITS[joined.group()]
    if word.endswith(("ي", "يه")) and len(word) > 3:
        return _ending(word), 0
    if first == "ي" or word.startswith(("سي", "ست")):
        return "imperfect", 0
    if first == "ت" or first == "ل":
        return ("verbal" if first == "ت" else "lam"), 0
    return _LAST.get(word[-1], "noun"), 0


def _ending(word: str) -> str:
    """Return ``nisba`` for the ending of an adjective of relation, ``nisbat`` for its feminine, else
    ``noun``."""
    return "nisba" if word.endswith("ي") else "nisbat" if word.endswith("يه") else "noun"


_JOINABLE = [letters for letters, _ in noun_forms("") if letters]
#: What may stand joined before a form, by the first two letters of the word, else by the first.
_PREFIXES = {
    start: tuple(letters for letters in _JOINABLE if letters in (start[0], start) or letters[:2] == start)
    for start in sorted({letters[:size] for letters in _JOINABLE for size in (1, 2)})
}
# Rank (the lower wins; those of a form ascend), class, letters that may stand before the form, entry.
_Sense = tuple[int, str, Mapping[str, Clitic], Word | None]


class NameVocabulary(Vocabulary[Word]):
    """All single words that matter for names; ``tape`` classes the rest by shape.

    Forms are kept without the letters joined before them, and a word is taken apart when it is first met:
    a tenth of the entries, and texts hold few of them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._senses: dict[str, list[_Sense]] = {}
        self._unknown: dict[str, str] = {}  # words that no lexicon has, with the code points of their shapes
        self._rank = count()
        for name, marks in _MARKS.items():
            self.add_mark(name, marks)
        self._codes = {(name, bits): self.letter(name, bits) for name in _SHAPES for bits in range(32)}
        _add_all(self)

    def add(self, name: str, forms: Iterable[str], entry: Word, clitics: Forms) -> None:
        """Do as ``Vocabulary.add`` does, but join no letters yet: ``code`` takes them off again."""
        before = _letters_before(clitics)
        for form in map(fold, forms):
            if form.startswith(_ARTICLE):
                for surface, bits in clitics(form):
                    self.add_form(name, surface, {"": bits}, entry)
            else:
                self.add_form(name, form, before, entry)

    def add_form(self, name: str, form: str, before: Mapping[str, Clitic], entry: Word | None = None) -> None:
        """Put a folded form, with the letters that ``before`` lets stand joined before it, into a class."""
        if name not in self._classes:
            self.letter(name)
        self._senses.setdefault(form, []).append((next(self._rank), name, before, entry))

    def entry(self, word: str) -> Word | None:
        """Return what the lexicons say of a folded word; None of names of people and unknown words."""
        known = self.entries.get(word)
        if known is None and word not in self.letters and word not in self._unknown:
            self.code(word)
            return self.entries.get(word)
        return known

    def clitics_of(self, code: str) -> int:
        """Return the clitics of a code point of a tape, as bits of ``Clitic``; none of ``.``."""
        return 0 if code == OTHER else ord(code) % 32

    def tape(self, words: Iterable[str]) -> str:
        """Return the tape of folded words: exactly one code point each."""
        return "".join(map(self.code, words))

    def code(self, word: str) -> str:
        """Return the code point of a folded word: that of its class, else of its shape."""
        known = self.letters.get(word) or self._unknown.get(word) or self._resolve(word)
        if known is not None:
            return known
        if len(self._unknown) > _REMEMBERED:
            self._unknown.clear()
        shape = self._unknown[word] = self._shape(word)
        return shape

    def has_meaning(self, word: str) -> bool:
        """Do the lexicons have a folded word as anything but a name of people? An everyday word may have
        letters joined before it; of places and bodies only one of five letters or more (بروسيا is روسيا
        after ب, باراك not أراك).

        >>> load_vocabulary().has_meaning("وزير"), load_vocabulary().has_meaning("شتاينماير")
        (True, False)
        """
        ways = ("", *(_PREFIXES.get(word[:2]) or _PREFIXES.get(word[:1], ())))
        return any(
            sense[3] is not None
            and letters in sense[2]
            and (not letters or sense[3].id is None or len(word) > _LONGER)
            for letters in ways
            if word.startswith(letters)
            for sense in self._senses.get(word.removeprefix(letters), ())
        )

    def _resolve(self, word: str) -> str | None:
        """Return the code point of a word that a lexicon has, and remember it: of its senses the first
        added."""
        best: _Sense | None = None
        joined = ""
        senses = self._senses
        for sense in senses.get(word, ()):
            if "" in sense[2]:
                best = sense
                break
        whole = best is not None and best[1] == "given" and len(word) > _SHORT  # فيصل is no يصل after ف
        for letters in () if whole else _PREFIXES.get(word[:2]) or _PREFIXES.get(word[:1], ()):
            if not word.startswith(letters) or not (found := senses.get(word.removeprefix(letters))):
                continue
            for sense in found:
                if letters in sense[2]:
                    if best is None or sense[0] < best[0]:
                        best, joined = sense, letters
                    break
        if best is None:
            return None
        _, name, before, entry = best
        clitics = before[joined]
        code = self.letters[word] = self.letter(name, clitics)
        if entry is not None:
            self.entries[word] = entry
            self.clitics[word] = clitics
        return code

    def _shape(self, word: str) -> str:
        """Return the code point of an unknown word."""
        first = word[:1]
        if "ء" <= first <= "ي":
            return self._codes[shape_of(word)]
        if first.isdigit():
            return self.number
        return self._codes["latin", 0] if "a" <= first <= "z" else OTHER


@cache
def _letters_before(clitics: Forms) -> dict[str, Clitic]:
    """Return what a way to join letters puts before a word that does not begin with the article."""
    return {surface[:-1]: bits for surface, bits in clitics("x")}


def _add_all(words: NameVocabulary) -> None:
    """Add the lexicons in the order of precedence: the first class of a form is its class."""
    roles = load_entries("roles.toml", Lexeme)
    _add_lexemes(words, [role for role in roles if role.kind not in _ADJECTIVES])
    _add_heads(words, load_entries("organization_heads.toml", Head))
    _add_lexemes(words, load_entries("anonymous_sources.toml", Lexeme), "anonymous", "anonymous")
    _add_lexemes(words, [role for role in roles if role.kind in _ADJECTIVES], many="qualifier")
    _add_nationalities(words)
    first = _folded_names("given_names.tsv")
    homographs = [name for kind, name in first if kind == "homograph"]
    words.add("homograph", homographs, Word("", "homograph"), plain_forms)
    _add_cues(words)
    table = load_columns("ordinary_words.tsv")
    ordinary = list(zip(table["kind"], fold("\n".join(table["word"])).split("\n"), strict=True))
    _add_ordinary(words, [row for row in ordinary if row[0] != "noun"])
    for row in load_table("place_heads.tsv"):
        if row["kind"] not in ("several", "shape", "first", "leading"):
            words.add(row["kind"], [row["word"]], Word(fold(row["word"]), row["kind"]), noun_forms)
    known = [item for item in load_known().items() if " " not in item[0]]
    others = _folded_names("name_words.tsv")
    for joined in (_ALONE, _BEFORE_NAMES):
        _add_names(words, first, joined)
        _add_known(words, known, joined)
        _add_names(words, others, joined)
    _add_ordinary(words, [row for row in ordinary if row[0] == "noun"])


def _folded_names(table: str) -> list[tuple[str, str]]:
    """Return kind and folded name of the rows of a table; folding all at once is ten times faster."""
    columns = load_columns(table)
    return list(zip(columns["kind"], fold("\n".join(columns["name"])).split("\n"), strict=True))


def _articled_forms(form: str) -> Iterator[tuple[str, Clitic]]:
    """Yield a rank with its article, for what without one is a name or another word (الرائد)."""
    yield from ((surface, bits) for surface, bits in noun_forms(form) if bits & Clitic.ARTICLE)


def plural_forms(lexeme: Lexeme | Head) -> Iterator[str]:
    """Yield the plurals of a noun, folded; a sound one in its three endings."""
    if lexeme.plural == "sound":
        yield from (fold(lexeme.form) + ending for ending in ("ون", "ين", "و", "ات"))
    elif lexeme.plural:
        yield fold(lexeme.plural)


def _add_lexemes(words: NameVocabulary, entries: Iterable[Lexeme], one: str = "", many: str = "many") -> None:
    """Add nouns for people: the singular under its kind, the plural under ``many``."""
    for entry in entries:
        form = fold(entry.form)
        word = Word(form, entry.kind)
        ranked = entry.article and entry.kind == "rank"
        spelt = "ال" + form if entry.article and not ranked else form
        words.add(one or entry.kind, [spelt], word, _articled_forms if ranked else noun_forms)
        if entry.feminine:
            words.add(one or entry.kind.replace("either", "qualifier"), [form + "ه"], word, noun_forms)
        words.add(one or many, plural_forms(entry), Word(form, entry.kind, plural=True), noun_forms)


def _add_heads(words: NameVocabulary, entries: Sequence[Head]) -> None:
    """Add first words of names of bodies: ``head``, ``weak`` for everyday nouns, ``heads`` for plurals."""
    for entry in entries:
        form = fold(entry.form)
        words.add("weak" if entry.weak else "head", [form], Word(form, entry.type), noun_forms)
    for entry in entries:
        form = fold(entry.form)
        words.add("heads", plural_forms(entry), Word(form, entry.type, plural=True), noun_forms)


def _add_cues(words: NameVocabulary) -> None:
    """Add the verbs of reporting: no name goes on with one."""
    for verb in load_entries("cues.toml", Cue):
        for form in (verb.form, verb.imperfect):
            feminine = f"ت{form[1:]}" if form == verb.imperfect else f"{form}ت"
            words.add("verb", [form, feminine], Word(fold(verb.form), "verb"), verb_forms)


def _add_nationalities(words: NameVocabulary) -> None:
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
    yield from ((letters + form, bits) for letters, bits in _JOINED.items())


_ORDINARY_FORMS: dict[str, Forms] = {"noun": noun_forms, "verb": verb_forms, "adverb": verb_forms}


def _add_ordinary(words: NameVocabulary, rows: Iterable[tuple[str, str]]) -> None:
    """Add words that end a name; everyday nouns are the class ``ordinary``."""
    for kind, word in rows:
        name = "ordinary" if kind == "noun" else kind
        words.add(name, [word], Word(word, kind), _ORDINARY_FORMS.get(kind, plain_forms))


_SHORT, _LONGER = 3, 5
_AFTER_CONJUNCTION = {"و": Clitic.CONJUNCTION}
_BEFORE_NAMES = _AFTER_CONJUNCTION | {
    "ل": Clitic.LAM,
    "ب": Clitic.BEH,
    "ول": Clitic.CONJUNCTION | Clitic.LAM,
    "وب": Clitic.CONJUNCTION | Clitic.BEH,
}
_ALONE = {"": Clitic.NONE}
_Joined = Mapping[str, Clitic]


def _add_names(words: NameVocabulary, names: list[tuple[str, str]], joined: _Joined) -> None:
    """Add names of people under their kind; they have no entry, for the class says all.

    A preposition is not read before names of three letters or fewer: too many other names begin so.
    """
    short = joined if joined is _ALONE else _AFTER_CONJUNCTION
    for kind, name in names:
        words.add_form(kind, name, joined if len(name) > _SHORT else short)


def _add_known(words: NameVocabulary, names: list[tuple[str, Known]], joined: _Joined) -> None:
    """Add known names of one word; after ل the article loses its alef."""
    swallowing = {letters: bits | Clitic.ARTICLE for letters, bits in joined.items() if bits & Clitic.LAM}
    whole = {letters: bits for letters, bits in joined.items() if not bits & Clitic.LAM}
    for name, known in names:
        word = Word(name, known.kind, known.id)
        if name.startswith(_ARTICLE):
            words.add_form(known.kind, name, whole, word)
            words.add_form(known.kind, name[1:], swallowing, word)
        else:
            words.add_form(known.kind, name, joined, word)


@lru_cache(maxsize=1)
def load_vocabulary() -> NameVocabulary:
    """Return the vocabulary of names, read once."""
    return NameVocabulary()


def head_word(words: list[str], index: int) -> Word | None:
    """Return what the vocabulary knows of a token, or None."""
    return load_vocabulary().entry(words[index])
