"""The vocabulary of reported speech: cues in all their forms, function words and marks, one class a token."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from rawi.arabic.clitics import Clitic, noun_forms, plain_forms, verb_forms
from rawi.arabic.fold import fold
from rawi.arabic.inflection import Agreement, object_forms, participle_forms, past_forms, present_forms
from rawi.lexicons.loader import load_entries
from rawi.model.claim import Stance
from rawi.rules.tape import Vocabulary
from rawi.text import quotations

Frame = Literal["clause", "quote", "noun", "prep"]


class CueVerb(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A verb of ``cues.toml``; the file's header says what each field means."""

    form: str
    imperfect: str
    frames: tuple[Frame, ...]
    stance: Stance
    strength: Literal["strong", "weak"]
    example: str
    participle: str | None = None
    masdar: str | None = None
    passive: bool = False
    passive_past: str | None = None
    passive_imperfect: str | None = None
    prepositions: tuple[str, ...] = ()
    clause_prepositions: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    hearer: bool = False
    named: bool = False
    needs_object: tuple[str, ...] = ()
    author_voice: tuple[str, ...] = ()
    polarity: Literal["denied"] | None = None
    optional: bool = False
    event: bool = False
    judges: bool = False
    describes: bool = False
    note: str | None = None


class Particle(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A closed class of ``particles.toml``."""

    kind: str
    forms: tuple[str, ...]
    example: str


class CueNoun(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A noun of ``cue_nouns.toml``."""

    form: str
    example: str
    plurals: tuple[str, ...] = ()
    channel: str | None = None
    stance: Stance | None = None
    polarity: Literal["denied"] | None = None
    speaks: bool = False
    frames: tuple[Frame, ...] = ()
    prepositions: tuple[str, ...] = ()
    note: str | None = None


class CueTag(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """An attributing preposition or adverbial of ``cue_prepositions.toml``."""

    form: str
    needs: tuple[Literal["speaker", "clause"], ...]
    example: str
    is_chain: bool = False
    stance: Stance | None = None
    trap: tuple[str, ...] = ()
    note: str | None = None


class Lookalike(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Words of ``cue_lookalikes.toml`` that only look like forms of a verb once spelling is folded."""

    verb: str
    words: tuple[str, ...] = ()
    homographs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjacent: bool = False


class CuePhrase(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A cue of several words of ``cue_phrases.toml``."""

    form: str
    kind: str
    example: str
    verb: str | None = None
    stance: Stance | None = None
    optional: bool = False
    note: str | None = None


class Word(msgspec.Struct, frozen=True, gc=False):
    """What the vocabulary knows of one form: its lexeme, how it is inflected, what else it can be."""

    cue: CueVerb | None = None
    noun: CueNoun | None = None
    tags: tuple[CueTag, ...] = ()
    agreement: Agreement = Agreement.MASCULINE
    present: bool = False


MARKS: dict[str, tuple[str, ...]] = {
    "comma": ("،", ",", "؛", ";"),
    "colon": (":",),
    "stop": (".", "!", "?", "؟", "…"),
    "line": ("",),
    "dash": ("-", "–", "—"),
    "paren": ("(", "["),
    "close": (")", "]"),
    "quote": tuple(sorted(quotations.MARKS)),
}


@cache
def _lookalikes() -> frozenset[str]:
    """Return the folded words that are not the verbs they look like, with any conjunction."""
    entries = load_entries("cue_lookalikes.toml", Lookalike)
    return frozenset(form for entry in entries for word in entry.words for form, _ in verb_forms(fold(word)))


@cache
def adjacent_verbs() -> frozenset[str]:
    """Return the verbs whose content must follow at once, because their forms are other words as well."""
    return frozenset(entry.verb for entry in load_entries("cue_lookalikes.toml", Lookalike) if entry.adjacent)


@cache
def homographs() -> dict[str, tuple[str, Word]]:
    """Return words that are a verb only where they open its clause (طالب, رأى), with their code and entry
    as verbs."""
    words = speech_words()
    found: dict[str, tuple[str, Word]] = {}
    verbs = {verb.form: verb for verb in load_entries("cues.toml", CueVerb)}
    for entry in load_entries("cue_lookalikes.toml", Lookalike):
        for word in entry.homographs:
            for surface, bits in verb_forms(fold(word)):
                found[surface] = words.letter("verb", bits), Word(verbs[entry.verb])
    return found


@cache
def nouns_too() -> frozenset[str]:
    """Return the folded words that are nouns where they follow a plain noun (تلبية طلب الأهالي)."""
    entries = load_entries("cue_lookalikes.toml", Lookalike)
    return frozenset(fold(word) for entry in entries for word in entry.nouns)


def _verb_only(form: str) -> Iterator[tuple[str, Clitic]]:
    """Yield a verb with its conjunctions, without the forms that are commoner as another word."""
    return ((surface, bits) for surface, bits in verb_forms(form) if surface not in _lookalikes())


def _add_verb(words: Vocabulary[Word], verb: CueVerb) -> None:
    """Add the finite forms, those with an object pronoun, and the participles of one verb."""
    finite = [(form, Word(verb, agreement=agreement)) for form, agreement in past_forms(verb.form)]
    finite += [
        (form, Word(verb, agreement=agreement, present=True))
        for form, agreement in present_forms(verb.imperfect)
    ]
    for form, word in finite:
        words.add("verb", [form], word, _verb_only)
    for form, word in (*finite[:3], *finite[6:9]):
        words.add("verb_object", object_forms(form), word, _verb_only)
    for passive in filter(None, (verb.passive_past, verb.passive_imperfect)):
        words.add("verb", [passive], Word(verb, present=passive == verb.passive_imperfect), _verb_only)
    if verb.participle:
        for form, agreement in participle_forms(verb.participle, defective=verb.imperfect[-1] in "يىو"):
            words.add("participle", [form], Word(verb, agreement=agreement), _verb_only)


def _add_nouns(words: Vocabulary[Word]) -> None:
    """Add reporting nouns with every clitic, with an owner's pronoun (قوله), documents as objects (بيانا)."""
    for noun in load_entries("cue_nouns.toml", CueNoun):
        if " " in noun.form:
            continue
        words.add("noun", [noun.form, *noun.plurals], Word(noun=noun), noun_forms)
        stems = [form[:-1] + "ت" if form.endswith("ة") else form for form in (noun.form, *noun.plurals)]
        words.add(
            "noun_owned",
            [stem + pronoun for stem in stems for pronoun in ("ه", "ها", "هم")],
            Word(noun=noun),
            plain_forms,
        )
        if noun.channel is not None:
            objects = [form + "ا" for form in (noun.form, *noun.plurals) if form[-1] not in "ةءا"]
            words.add("noun_object", objects, Word(noun=noun), verb_forms)


def _add_tags(words: Vocabulary[Word]) -> None:
    """Add the first words of attributing phrases; of those that begin with a preposition, the second
    (لسان)."""
    by_word: dict[tuple[str, str], list[CueTag]] = {}
    for tag in load_entries("cue_prepositions.toml", CueTag):
        parts = tag.form.split()
        led = len(parts) > 1 and fold(parts[0]) in _LEADS
        if parts[0] not in _COMMON_WORDS:
            by_word.setdefault(("tag_noun" if led else "tag", parts[1] if led else parts[0]), []).append(tag)
    for (name, form), tags in by_word.items():
        words.add(name, [form], Word(tags=tuple(sorted(tags, key=lambda tag: -len(tag.form)))), verb_forms)


@cache
def relay_verbs() -> frozenset[str]:
    """Return the verbs whose subject only passes words on (نقلت الوكالة عن الوزير): the speaker stands
    after عن."""
    return frozenset(
        p.verb for p in load_entries("cue_phrases.toml", CuePhrase) if p.kind == "relay" and p.verb
    )


@cache
def speech_words() -> Vocabulary[Word]:
    """Return the vocabulary, built once; the order of classes is the order of precedence."""
    words: Vocabulary[Word] = Vocabulary()
    for name, marks in MARKS.items():
        words.add_mark(name, marks)
    _add_tags(words)
    for particle in load_entries("particles.toml", Particle):
        if particle.kind not in _BESIDE:
            words.add(particle.kind, particle.forms, Word(), _PARTICLE_FORMS.get(particle.kind, verb_forms))
    for verb in load_entries("cues.toml", CueVerb):
        _add_verb(words, verb)
    _add_nouns(words)
    return words


@cache
def particles(kind: str) -> frozenset[str]:
    """Return the folded forms of a class of particles, with and without a conjunction before them."""
    entries = [entry for entry in load_entries("particles.toml", Particle) if entry.kind == kind]
    return frozenset(form for entry in entries for word in entry.forms for form, _ in verb_forms(fold(word)))


_LEADS = frozenset(("علي", "في", "من", "تحت"))
_COMMON_WORDS = frozenset(("كما", "فيما"))  # read with the verb after them
# Classes that overlap with others on the tape; they are asked for by word.
_BESIDE = frozenset(
    (
        "bar",
        "contrast",
        "against",
        "rather_than",
        "authority_noun",
        "after_so_long",
        "span_of_time",
        "not_only",
        "relative_who",
        "what_told",
        "takes_deed",
        "out_of",
        "after_that",
        "gives_name",
        "him",
        "issues",
        "tongue",
        "around_somebody",
        "there_is",
        "divine",
        "everyday_name",
        "house",
        "republishes",
        "rumour",
        "begins_nobody",
        "this",
        "mute",
        "some_of_them",
        "reason",
        "speech_starter",
        "of_time",
        "untrue",
        "takes_back",
        "starter",
        "adverbial",
        "inside",
        "gloss",
        "lead",
        "from",
        "partitive",
        "same",
        "saying",
        "his_words",
        "gloss_noun",
        "what",
        "no_link",
        "with_pronoun",
        "tail",
        "limit",
        "that_which",
        "latter",
        "but",
        "inna",
        "from_which",
        "needs_whom",
        "matter",
        "lineage",
        "belonging",
        "titled",
        "speaking_class",
        "name_withheld",
        "points_back",
        "before_that",
        "author_goes_on",
        "takes_on",
        "publishes",
        "speaking_text",
        "meanwhile",
        "stands_in",
        "for_his_part",
        "but_he",
        "kin",
        "to_him",
        "unreal",
        "edge",
        "while",
        "earlier",
        "was",
        "scene",
        "link",
        "aside",
        "occasion",
        "resumes",
        "in_this",
        "calls_whom",
        "called",
        "opens_subject",
        "brings_clause",
        "number_of",
        "carries_on",
        "dropped_head",
        "no_name",
        "also_verb",
        "pointing",
        "again",
        "several",
        "source_again",
        "in_its_name",
        "masculine_lands",
        "consequence",
        "narrates",
        "purpose",
        "though",
        "answers",
        "except",
        "deed",
        "gives_thanks",
        "thanks",
        "no_deed",
        "keeps_back",
        "gives",
        "details",
        "without",
        "that_was",
        "in_answer",
        "meeting",
        "person_noun",
        "one_of_them",
        "speaker_again",
        "blessing",
        "dignity",
        "foreign_lineage",
        "no_longer",
        "after_which",
        "then",
        "tells_whom",
        "serves",
        "awaits",
        "people_in_teh",
    )
)
_PARTICLE_FORMS = {
    "adverb": verb_forms,
    "preposition": verb_forms,
    "turn_noun": plain_forms,
}
