"""People that no rule sees, by a small trained tagger: names in Arabic letters without a title beside them.

It looks only around words that by their letters may be names and that no rule has taken, and adds only
what it is sure of: ``رفض دوشان``, ``مهاجمه كوزماتش``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from threading import local

from pycrfsuite import Tagger

from rawi.annotations.annotator import Annotations
from rawi.annotations.candidates import CANDIDATE, load_candidates
from rawi.annotations.features import (
    MARKS,
    NAMES,
    UNKNOWN,
    Look,
    Surroundings,
    class_of,
    find_features,
    look_for,
)
from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.likeness import score_likeness
from rawi.annotations.mentions import annotation_of, words_of_name
from rawi.annotations.nametapes import read_names
from rawi.annotations.people import PersonAnnotator, is_blessing, join_roles, role_beside
from rawi.annotations.plausibility import end_of_name, is_at_site, is_phrase, is_vocalised
from rawi.annotations.speech import speech_words
from rawi.arabic.clitics import Clitic
from rawi.errors import WeightsError
from rawi.model.annotation import Annotation, Kind
from rawi.model.mention import PersonMention, Range
from rawi.text.text import Text
from rawi.weights.attributes import read_attributes
from rawi.weights.loader import read_weights

_FILE = "names.crf"
_LETTERS = {Kind.ORGANIZATION: "O", Kind.PLACE: "L", Kind.PERSON: "P"}
_FIRST = attrgetter("first")
_JOINED = {
    "و": int(Clitic.CONJUNCTION),
    "ف": int(Clitic.CONJUNCTION),
    "ب": int(Clitic.BEH),
    "ل": int(Clitic.LAM),
    "ك": int(Clitic.KAF),
}
_CANDIDATE = re.compile(CANDIDATE)
_SHORTEST = 3
_MAGIC = b"lCRF"
_ENDS = (
    "(?=$|{comma|colon|stop|break|closing|opening|quote|dash|number}"
    "|{?particle|verb|pronoun|preposition|inside|source|adverb|behalf|month}"
    "|{+noun|heh|alef|verbal|imperfect|lam|ordinary|nisba|nisbat|name|given|likely})"
)
_UNFINISHED = frozenset(("joint", "lineage", "kunya", "servant"))
_GOING_ON = frozenset(
    ("noun", "nisba", "alef", "name", "given", "likely", "lineage", "joint", "kunya", "servant")
)
_NO_NAMES = frozenset(("nationals", "many", "heads", "verb", "ordinary", "particle", "preposition", "adverb"))
_AND = int(Clitic.CONJUNCTION)
_FIRST_NAMES = frozenset(("given", "likely"))
_KNOWN = NAMES | {"likely"}
_LIKELY, _SURE, _REACH = 1, 0.7, 2
_SURER = 0.8  # where no word of a name is known
_WIDEST = 200  # tokens in a window, so that a page of names takes no more memory than many


def look_around(text: Text, known: Annotations, people: Iterable[Annotation]) -> Surroundings:
    """Return what the rules have found in a text, token by token; ``people`` are those that they have
    found."""
    kinds, roles = ["-"] * len(text.words), ["-"] * (len(text.words) + 1)
    for one in (*known.of(Kind.ORGANIZATION), *known.of(Kind.PLACE), *people):
        kinds[one.first : one.last] = _LETTERS[one.kind] * (one.last - one.first)
    for one in known.of(Kind.ROLE):
        roles[one.first : one.last] = "r" * (one.last - one.first)
        roles[one.last] = "R"
    return Surroundings(text.words, read_names(text).tape, kinds, roles)


def find_windows(text: Text, seen: Surroundings) -> Iterator[tuple[int, int, int, int]]:
    """Yield the ranges of tokens around words that may be names, each with the range of its sentence."""
    first = last = low = high = -1
    for candidate in _CANDIDATE.finditer(text.tape(load_candidates())):
        at = candidate.start()
        if seen.kinds[at] != "-":
            continue
        if at >= high:
            if first >= 0:
                yield first, last, low, high
            low, high = text.sentence_of(at)
            first = -1
        if first >= 0 and (at - _REACH > last or last - first > _WIDEST):
            yield first, last, low, high
            first = -1
        if first < 0:
            first = max(low, at - _REACH)
        last = min(high, at + _REACH + 1)
    if first >= 0:
        yield first, last, low, high


class NameTagger:
    """Weights that are ready to tag; each thread gets a tagger of its own, for one holds the tokens it
    reads."""

    def __init__(self, weights: bytes) -> None:
        """Take the bytes of a file of weights (CRFsuite's format); WeightsError if they are none, or not
        whole."""
        if weights[:4] != _MAGIC or int.from_bytes(weights[4:8], "little") != len(weights):
            raise WeightsError("these are no weights of a tagger, or not all of them")  # CRFsuite would crash
        self._weights = weights  # a tagger reads them where they lie
        self._own = local()
        self._tagger()

    def tag(self, features: list[list[bytes]]) -> list[str]:
        """Return the label of each token: ``O``, or ``B-`` or ``I-`` with ``P``, ``O`` or ``L``."""
        labels: list[str] = self._tagger().tag(features)
        return labels

    def surest(self, type_: str, first: int, last: int) -> float:
        """Return how likely the least likely token of a range is of a name of a type (``P``, ``O``,
        ``L``), of the
        tokens tagged last."""
        marginal = self._tagger().marginal
        labels = (f"B-{type_}", f"I-{type_}")
        return min(sum([float(marginal(label, at)) for label in labels]) for at in range(first, last))

    def _tagger(self) -> Tagger:
        """Return this thread's tagger."""
        tagger: Tagger | None = getattr(self._own, "tagger", None)
        if tagger is None:
            tagger = Tagger()
            try:
                tagger.open_inmemory(self._weights)
            except ValueError as error:
                raise WeightsError(f"these are no weights of a tagger: {error}") from error
            self._own.tagger = tagger
        return tagger


@cache
def load_tagger() -> NameTagger:
    """Return the tagger that ships, opened once."""
    return NameTagger(read_weights(_FILE))


@cache
def _load_look() -> Look:
    """Return what looks at tokens for the features that the tagger that ships has weights of: a third."""
    return look_for(read_attributes(read_weights(_FILE)))


def spans_of(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the names that BIO labels mark: first and last (half-open) index, and the type.

    >>> list(spans_of(["O", "B-P", "I-P", "B-L"]))
    [(1, 3, 'P'), (3, 4, 'L')]
    """
    at = 0
    while at < len(labels):
        end = at + 1
        if labels[at] != "O":
            while end < len(labels) and labels[end] == f"I-{labels[at][2:]}":
                end += 1
            yield at, end, labels[at][2:]
        at = end


class TaggedPersonAnnotator(PersonAnnotator):
    """Annotates people by rules and by the tagger; a stage as ``annotator.Annotator`` describes it."""

    def annotate(self, text: Text, known: Annotations) -> Iterable[Annotation]:
        """Return the people of a text, in order, none overlapping each other or a body. Never raises."""
        by_rule = list(super().annotate(text, known))
        seen = look_around(text, known, by_rule)
        found = [
            name
            for window in find_windows(text, seen)
            for whole in find_people(seen, *window)
            for name in _cut_at_joints(text, seen.tape, *whole)
        ]
        if not found:
            return by_rule
        roles = join_roles(known.of(Kind.ROLE), text.words)
        beginning = {role[0]: role for role in roles.values()}
        own = {one.first: one.value.role for one in by_rule}
        covered = bytearray(len(text.words) + 1)
        added = []
        for first, whole in found:
            last = end_of_name(text, seen.tape, first, whole)
            if _is_unlikely(text, seen.tape, first, last):
                continue
            covered[first:last] = b"\1" * (last - first)
            role = own.get(first) or roles.get(first)
            role = role or role_beside(seen.tape, first, last, roles, beginning)
            added.append(person_at(text, seen.tape, first, last, role))
        kept = [one for one in by_rule if not covered[one.first]]
        return sorted([*kept, *added], key=_FIRST)


def _is_unlikely(text: Text, tape: str, first: int, last: int) -> bool:
    """Is what the tagger takes for a name a wish, a phrase, a verse or that of a place?"""
    source = text.words_of(first, last)
    return (
        is_blessing(source)
        or is_vocalised(source)
        or is_phrase(text.words, tape, first, last)
        or is_at_site(tape, first)
    )


def find_people(seen: Surroundings, first: int, last: int, low: int, high: int) -> Iterator[Range]:
    """Yield the ranges of tokens in a window that are surely people: those that no rule has taken, and those
    of which a rule has only seen the beginning (رستم of رستم مقبول الهادي)."""
    tagger = load_tagger()
    labels = tagger.tag(find_features(seen, first, last, low, high, _load_look()))
    for start, stop, type_ in spans_of(labels):
        end = _trim(seen, first + start, first + stop) - first
        whole = type_ == "P" and _is_whole(seen, first + start, first + end)
        new = _new_in(seen, first + start, first + end) if whole else None
        if new is not None and tagger.surest("P", new - first, end) >= _least(
            seen, first + start, first + end
        ):
            yield first + start, first + end


def _least(seen: Surroundings, first: int, last: int) -> float:
    """Return how sure the tagger must be of a name: more, where none of its words is known from names."""
    return _SURE if any(class_of(code) in _KNOWN for code in seen.tape[first:last]) else _SURER


def _trim(seen: Surroundings, first: int, last: int) -> int:
    """Return where a name ends before what is known not to be of one: ماهر الأتراك, سامي النجار تأكيده."""
    while last - first > 1 and _is_no_name(seen.words[last - 1], seen.tape[last - 1]):
        last -= 1
    return last


def _is_no_name(word: str, code: str) -> bool:
    """Is a word after a name no part of it: of a class that no name has, with a pronoun (تأكيده), a noun of
    reporting (قوله), or a known word after a joined preposition (بفتح)?"""
    name = class_of(code)
    if name in _NO_NAMES or (name == "verbal" and word.endswith("ه")):
        return True
    if (said := speech_words().entries.get(word)) is not None and said.noun is not None:
        return True
    return name in UNKNOWN and word[0] in "بل" and load_vocabulary().entry(word[1:]) is not None


def _is_whole(seen: Surroundings, first: int, last: int) -> bool:
    """Is a name no part of a longer one: not سامي بن, nor the first name of سامي النجار, nor what follows
    initials (ج. ك. دورين)?"""
    final = class_of(seen.tape[last - 1])
    if final in _UNFINISHED:
        return False
    if first > 1 and seen.words[first - 1] == "." and len(seen.words[first - 2]) == 1:
        return False
    if last - first > 1:
        return True
    return not _has_beginning(seen, first) and (
        final not in _FIRST_NAMES or bool(_load_ends().match(seen.tape, last))
    )


def _has_beginning(seen: Surroundings, first: int) -> bool:
    """May the word before a name of one word be its beginning: a first name that is an everyday word too
    (نادية كيلواي), an unknown word that begins a sentence or follows a role (رئيس النقابة المكي فرحات)?"""
    if first == 0:
        return False
    before = class_of(seen.tape[first - 1])
    if before in _FIRST_NAMES:
        return seen.kinds[first - 1] == "-"
    if before not in UNKNOWN | {"qualifier"}:
        return False
    begins = first == 1 or class_of(seen.tape[first - 2]) in MARKS
    return begins or seen.roles[first - 1] == "R"


@cache
def _load_ends() -> re.Pattern[str]:
    """Compile what must follow a first name that stands alone."""
    return re.compile(load_vocabulary().compile(_ENDS))


def _new_in(seen: Surroundings, first: int, last: int) -> int | None:
    """Return where in a range of tokens begins what no rule has taken; None if it may not be one name.

    A person of a rule may stand at its beginning, and then words may follow that no lexicon knows; else
    nothing may. Marks and numbers are in no name.
    """
    new = first
    while new < last and seen.kinds[new] == "P":
        new += 1
    if seen.roles[first] == "r":  # حارس المرمى is what somebody is
        return None
    if new == last or any(kind != "-" for kind in seen.kinds[new:last]):
        return None
    classes = {class_of(code) for code in seen.tape[new:last]}
    if new == first:
        return None if classes & MARKS else new
    cut = first > 0 and seen.kinds[first - 1] == "P"
    return None if cut or classes - _GOING_ON else new


def _cut_at_joints(text: Text, tape: str, first: int, last: int) -> Iterator[Range]:
    """Yield the names in a range of tokens: another begins after a joined و (فيلاسكينو ودروفسكي), or after a
    joined preposition where the text has that word without it too."""
    for at in range(first + 1, last):
        clitic = joined_to(text.words[at], text.words) if class_of(tape[at]) in UNKNOWN else 0
        if clitic == _AND or (clitic and text.words[at][1:] in text.words):
            yield first, at
            first = at
    yield first, last


def person_at(text: Text, tape: str, first: int, last: int, role: Range | None) -> Annotation:
    """Return the annotation of a person, without the letters joined before the name."""
    clitics = load_vocabulary().clitics_of(tape[first])
    if role is not None and role[1] == first:
        clitics = 0  # الدكتور وليام: nothing is joined between a title and its name
    elif not clitics and class_of(tape[first]) in UNKNOWN:
        clitics = joined_to(text.words[first], text.words)
    start, name = words_of_name(text, first, last, clitics)
    return annotation_of(Kind.PERSON, text, start, first, last, "person/tagged", PersonMention(name, role))


def joined_to(word: str, words: Sequence[str]) -> int:
    """Return which letter is joined before an unknown name, as bits of ``Clitic``; 0 where it is the
    name's own.

    It is joined if the text has the name without it too; else و is if the rest looks like a name, and ل, ب, ف
    and ك are if the rest looks more like one than the whole does.

    >>> joined_to("ودروفسكي", []), joined_to("لوجرونيا", [])
    (1, 0)
    """
    clitic = _JOINED.get(word[0])
    if clitic is None or len(word) <= _SHORTEST:
        return 0
    rest = word[1:]
    if rest in words:
        return clitic
    likely = score_likeness(rest)
    return clitic if likely >= _LIKELY and (word[0] == "و" or likely > score_likeness(word)) else 0


TAGGED = TaggedPersonAnnotator()
