"""One text as the reader of reported speech sees it: its tape, its quotations, and which tokens names
cover."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import compress
from typing import Literal

import msgspec

from rawi.annotations.annotator import Annotations
from rawi.annotations.dates import IN_NAME
from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.registry import DocumentNames
from rawi.annotations.speech import Word, particles, speech_words
from rawi.arabic.fold import fold
from rawi.claims.carriers import carrier_heads
from rawi.claims.intervals import Placed
from rawi.claims.linkwords import link_heads
from rawi.claims.tapes import speech_tape
from rawi.lexicons.loader import load_entries
from rawi.model.annotation import Annotation, Kind
from rawi.rules.wordsets import find_words
from rawi.text.quotations import Quotation
from rawi.text.text import Text

# Shapes of derived verbal nouns after folding: istifāl, infiāl/iftiāl, tafīl, ifāl, mufāala (Wright I, §§
# 202-203).
_VERBAL_NOUN = re.compile(
    r"است\w{2}ا\w|است\w{2}اءه?|ا[نـ]\w\w?ا\w|ا\wت\w?ا\w|ت\w{2}ي\w|ا\w{2}ا\w|ا\w{2}ا[ءه]ه?|ت\w{2}يه|م\w?ا\w{2}ه"
)

# Kinds of words that stand before a name without an article (عميد متقاعد، دكتور).
_TITLES = frozenset(("honorific", "rank", "rank_suffix"))
_PRONOUNS = ("ه", "ها", "هم", "هما")  # فوزه، رفضها، نجاحهم
_PRONOUN = re.compile(f"(?:{'|'.join(_PRONOUNS)})$")


class _Nouns(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    kind: str
    forms: tuple[str, ...]
    example: str


@cache
def _content_nouns() -> frozenset[str]:
    """Return the listed heads of reported noun phrases, folded."""
    return frozenset(
        fold(form)
        for entry in load_entries("content_nouns.toml", _Nouns)
        if entry.kind != "thing"
        for form in entry.forms
    )


@cache
def _calls() -> frozenset[str]:
    """Return the listed nouns that name what is asked for (ضرورة), folded."""
    entries = load_entries("content_nouns.toml", _Nouns)
    return frozenset(fold(form) for entry in entries if entry.kind == "call" for form in entry.forms)


def is_call(word: str) -> bool:
    """Does a folded word name what is asked for: ضرورة، أهمية؟ Any verb of saying reports it."""
    return word in _calls()


def is_listed(word: str) -> bool:
    """Does a folded word stand in ``content_nouns.toml``, with or without an owner's pronoun?"""
    nouns = _content_nouns()
    return word in nouns or (word.endswith(_PRONOUNS) and _PRONOUN.sub("", word) in nouns)


@cache
def _things() -> frozenset[str]:
    """Return the listed nouns of the shape of verbal nouns that name no deed (محافظة), folded."""
    entries = load_entries("content_nouns.toml", _Nouns)
    return frozenset(fold(form) for entry in entries if entry.kind == "thing" for form in entry.forms)


@cache
def is_content_noun(word: str) -> bool:
    """Is a folded word, by list or by shape, a verbal noun that can head what is reported?

    >>> is_content_noun("استمرار"), is_content_noun("الوزير")
    (True, False)
    """
    owned, nouns, things = word, _content_nouns(), _things()
    if word.endswith(_PRONOUNS):
        owned = _PRONOUN.sub("", word)
    if word in things or owned in things:
        return False
    if word in nouns or (not word.startswith("ال") and _VERBAL_NOUN.fullmatch(word)):
        return True
    if owned == word:
        return False
    if owned[-1:] == "ت" and owned[:-1] + "ه" in nouns:
        return True
    return len(owned) > 2 and (owned in nouns or bool(_VERBAL_NOUN.fullmatch(owned)))


class Codes:
    """The code points of each class, for tests of single tokens."""

    def __init__(self) -> None:
        words = speech_words()
        self.verb = words.codes("{?verb}")
        self.verb_joined = words.codes("{+verb}")
        self.verb_object = words.codes("{?verb_object}")
        self.participle = words.codes("{?participle}")
        self.complementizer = words.codes("{?complementizer}")
        self.that_not = words.codes("{?that_not}")
        self.relative = words.codes("{?relative}")
        self.negation = words.codes("{?negation}")
        self.turn = words.codes("{?turn}")
        self.turn_noun = words.codes("{?turn_noun}")
        self.auxiliary = words.codes("{?auxiliary}")
        self.preposition = words.codes("{?preposition}")
        self.adverb = words.codes("{?adverb}")
        self.tag = words.codes("{?tag}")
        self.tag_noun = words.codes("{?tag_noun}")
        self.noun = words.codes("{?noun}")
        self.noun_owned = words.codes("{?noun_owned}")
        self.noun_object = words.codes("{?noun_object}")
        self.comma = words.codes("{comma}")
        self.colon = words.codes("{colon}")
        self.stop = words.codes("{stop}")
        self.line = words.codes("{line}")
        self.dash = words.codes("{dash}")
        self.paren = words.codes("{paren}")
        self.close = words.codes("{close}")
        self.quote = words.codes("{quote}")
        self._join()

    def _join(self) -> None:
        """Join classes that are asked for together; a union made once costs nothing where it is asked."""
        self.end = self.stop | self.line
        self.comma_or_stop = self.comma | self.stop
        self.cue = self.verb | self.participle | self.verb_object
        self.opens_sentence = frozenset(".") | self.auxiliary
        self.clause_start = self.comma | self.auxiliary | self.turn | self.end | self.colon
        self.clause_start |= self.complementizer | self.turn_noun
        self.document = self.noun | self.noun_object
        self.any_noun = self.noun | self.noun_owned
        self.any_turn = self.turn | self.turn_noun
        self.any_verb = self.verb | self.verb_object
        self.steers = self.complementizer | self.colon | self.quote | self.end | self.turn | self.relative
        self.steers |= self.paren | self.dash | self.comma | self.cue
        self.may_be_verb = frozenset(".") | self.auxiliary | self.verb
        self.labels = self.dash | self.colon | self.line
        self.leads_in = self.preposition | self.dash
        self.points = self.relative | self.tag | self.tag_noun | self.noun
        self.governs = self.negation | self.preposition
        self.may_be_unreal = self.negation | self.complementizer
        self.before_verb = self.end | self.comma | self.auxiliary | self.turn | self.close
        self.boundary = self.end | self.cue
        self.opens_line = self.end | self.colon
        self.before_denial = self.end | self.comma | self.auxiliary | self.close
        self.ends_object = self.end | self.verb
        self.no_object = self.end | self.complementizer | self.colon | self.turn
        self.closes = self.boundary | self.comma
        self.reports = self.cue | self.complementizer
        self.narrated = self.boundary | self.complementizer | self.relative | self.quote
        self.adverb_or_comma = self.adverb | self.comma
        self.closes_or_verb = self.closes | self.any_verb
        self.ends_adjuncts = self.end | self.comma | self.complementizer
        self.comma_or_colon = self.comma | self.colon
        self.comma_or_that = self.comma | self.complementizer
        self.trimmed = self.comma_or_stop | self.line | self.dash | self.colon
        self.ends_clause = self.comma_or_stop | self.line | self.turn | self.quote
        self.phrase_ends = self.ends_clause | self.cue
        self.before_participle = self.comma | self.quote | self.close | self.end
        self.no_headline = self.comma_or_stop | self.verb | self.preposition
        self.signals = self.quote | self.comma | self.turn | self.turn_noun | self.cue | self.tag
        self.complete = self.adverb | self.comma | self.close | self.quote | self.dash
        self.pause = self.comma | self.quote | self.close | self.stop
        self.after_that = self.closes | self.participle | self.preposition | self.adverb | self.turn
        self.phrase_break = self.tag | self.comma | self.end | self.adverb | self.relative | self.dash
        self.phrase_break |= self.colon | self.complementizer | self.negation | self.auxiliary | self.turn
        self.after_name = self.phrase_break | self.preposition | self.quote


@cache
def codes() -> Codes:
    """Return the code points, looked up once."""
    return Codes()


@cache
def formula_words() -> frozenset[str]:
    """Words of no class of their own that may begin a formula of the author's (على حد، قبل أن، في إشارة)."""
    kinds = ["limit", "before_that", "gloss", "author_goes_on", "for_his_part", "meanwhile", "but"]
    kinds += ["contrast", "deed", "keeps_back", "gives", "that_was", "narrates", "after_so_long"]
    return frozenset[str]().union(*map(particles, kinds))


@cache
def _signals() -> re.Pattern[str]:
    """Compile the classes of tokens at which a reported clause may end or a quotation open."""
    return re.compile(f"[{''.join(sorted(codes().signals))}]")


@cache
def link_starts() -> frozenset[str]:
    """Return the words at which a link can begin."""
    return link_heads() | carrier_heads()


_UNKNOWN = Word()


class Opening(msgspec.Struct, frozen=True, gc=False):
    """``start``: first token of the content; tokens from the cue up to ``subject_end`` hold subject and
    adjuncts."""

    frame: Literal["clause", "quote", "colon", "prep", "noun"]
    start: int
    subject_end: int
    quotation: Quotation | None = None


class _Entries(dict[int, Word]):
    """What the vocabulary knows of the words of a text, by token; often asked for, looked up once."""

    __slots__ = ("_known", "_words")

    def __init__(self, words: list[str], known: Mapping[str, Word]) -> None:
        super().__init__()
        self._words, self._known = words, known

    def __missing__(self, index: int) -> Word:
        found = self[index] = self._known.get(self._words[index], _UNKNOWN)
        return found


class Reading:
    """A text with what the extractors of claims need at hand; everything is counted in tokens."""

    def __init__(self, text: Text, known: Annotations) -> None:
        self.text = text
        self.known = known
        self.words = text.words
        self.tape = speech_tape(text)
        self.entries = speech_words().entries
        self._entries = _Entries(text.words, self.entries)
        #: What the vocabulary knows of the word at a token; nothing of one that it does not hold.
        self.entry: Callable[[int], Word] = self._entries.__getitem__
        self.names = DocumentNames(text, known)
        self.entities = self.names.entities()
        self.called: dict[str, str] = {}  # names of speakers, and what they were taken for: ``Known.kind``
        self.requote(text.quotations)
        self.people = Placed(known.of(Kind.PERSON))
        self.organizations = Placed(known.of(Kind.ORGANIZATION))
        self.quantities = Placed(known.of(Kind.QUANTITY))
        self.dates = Placed([one for one in known.of(Kind.DATE) if one.rule != IN_NAME])
        self.places = Placed(known.of(Kind.PLACE))
        self.roles = Placed(known.of(Kind.ROLE))
        names = [*self.people, *self.organizations, *self.places, *self.roles]
        surnames = {self.words[one.last - 1] for one in self.people if one.last - one.first > 1}
        found = map(surnames.__contains__, self.words) if surnames else ()
        again = compress(range(1, len(self.words) + 1), found)
        self.name_ends: frozenset[int] = frozenset([*[name.last for name in names], *again])
        self.date_ends: frozenset[int] = frozenset([date.last for date in self.dates])
        self.person_at = {one.first: one for one in self.people}
        self.organization_at = {one.first: one for one in self.organizations}
        self.role_at = {one.first: one for one in self.roles}
        #: Roles, people and bodies by their first tokens; of several at a token the first of these.
        self.named_at = self.organization_at | self.person_at | self.role_at
        self.place_at = {one.first: one for one in self.places}
        self.date_at = {one.first: one for one in self.dates}
        self.in_bodies = self._flags(self.organizations, bytearray(len(self.words) + 1))
        self.in_names = self._flags(self.people, self.in_bodies[:])
        taken = self._flags((*self.places, *self.roles), self.in_names[:])
        self.surnames = {end - 1: end for end in sorted(self.name_ends) if not taken[end - 1]}
        self.inside_names = self._flag_insides((*self.people, *self.organizations, *self.roles))

    @cached_property
    def link_heads(self) -> list[int]:
        """Tokens at which a link of a chain can begin: nouns of links, first words of names, marks."""
        return sorted({*find_words(self.text, link_starts), *self.opening_at})

    @cached_property
    def clause_signals(self) -> list[int]:
        """Tokens at which a reported clause may end or a quotation open."""
        signals = [found.start() for found in _signals().finditer(self.tape)]
        return sorted({*signals, *find_words(self.text, formula_words)})

    def _flags(self, spans: Iterable[Annotation], flags: bytearray) -> bytearray:
        """Flag, besides what is flagged, each token that one of the annotations holds."""
        for one in spans:
            first, last = one.first, one.last
            flags[first:last] = b"\1" * (last - first)
        return flags

    def _flag_insides(self, spans: Iterable[Annotation]) -> bytearray:
        """Flag each token that one of the annotations holds, but for its first."""
        flags = bytearray(len(self.words) + 1)
        for one in spans:
            first, last = one.first + 1, one.last
            if last > first:
                flags[first:last] = b"\1" * (last - first)
        return flags

    def word(self, index: int) -> str:
        """Return the folded word at ``index``; an empty one beyond the ends of the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def requote(self, quotations: Sequence[Quotation]) -> None:
        """Take these for the quotations of the text; what was found by others is forgotten."""
        self.quotations = list(quotations)
        self.opening_at: dict[int, Quotation] = {quotation.open: quotation for quotation in quotations}
        self.outermost = [quotation for quotation in quotations if quotation.depth == 0]
        self._outer_opens = [quotation.open for quotation in self.outermost]
        self.closing_at: dict[int, Quotation] = {quotation.close: quotation for quotation in quotations}
        self.openings: dict[tuple[int, int], Opening | None] = {}

    def read_as_verbs(self, verbs: Mapping[int, tuple[str, Word]]) -> None:
        """Take homographs for the verbs that they are here (طالب الوزير ب…): their codes and entries, by
        token; done before anything is looked for."""
        codes = list(self.tape)
        for index, (code, word) in verbs.items():
            codes[index] = code
            self._entries[index] = word
        self.tape = "".join(codes)

    def source_letter(self, index: int) -> str:
        """Return the last letter of the token as the source writes it (ة and ه, ى and ي are told apart
        there)."""
        word = self.text.words_of(index, index + 1)
        if word[-1:].isalpha():
            return word[-1]
        return next((letter for letter in reversed(word) if letter.isalpha()), "")

    def source_contains(self, index: int, letter: str) -> bool:
        """Does the token as the source writes it hold a letter that folding takes away (إ in إن)?"""
        return letter in self.text.words_of(index, index + 1)

    def heads_content(self, index: int) -> bool:
        """Can the token head what is reported? إعلان can; أسماء, a broken plural of that shape, cannot."""
        if not is_content_noun(self.words[index]) or index in self.place_at or self._begins_body(index):
            return False  # إيران and تركيا have the shape of verbal nouns
        return self.first_letter(index) not in ("أ", "آ") or is_listed(self.words[index])

    def _begins_body(self, index: int) -> bool:
        """Does the name of a body right after its verb begin at the token: أعلن تنظيم الفجر?"""
        body = self.organization_at.get(index)
        after = index and self.tape[index - 1] in codes().verb
        return bool(after) and body is not None and body.start == self.text.starts[index]

    def is_definite(self, index: int) -> bool:
        """Can a name in apposition follow the token: المدير, a body, a place, a title, a mark; not خصوم?"""
        word = self.word(index)
        if word.startswith(("ال", "لل", "وال", "بال")) or self.in_bodies[index]:
            return True
        if any(one.last == index + 1 for one in self.places.beginning_in(index - 3, index + 1)):
            return True
        if len(word) == 1 or not word.isalpha():
            return True
        entry = load_vocabulary().entry(word)
        return entry is not None and entry.kind in _TITLES

    def first_letter(self, index: int) -> str:
        """Return the first letter of the token as the source writes it."""
        return self.text.source[self.text.folded.source_index(self.text.starts[index])]

    def outer_quotation(self, index: int) -> Quotation | None:
        """Return the outermost quotation that holds token ``index``; None outside all."""
        if not self.outermost:
            return None
        at = bisect_left(self._outer_opens, index) - 1
        if at >= 0 and self.outermost[at].close > index:
            return self.outermost[at]
        return None
