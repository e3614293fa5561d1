"""The vocabulary of reported speech: stances are a closed class, and every form of a cue is its own."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from rawi.annotations.speech import (
    CueNoun,
    CuePhrase,
    CueTag,
    CueVerb,
    Lookalike,
    homographs,
    nouns_too,
    speech_words,
)
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_entries
from rawi.model.claim import Stance
from rawi.pipeline import extract

STANCES = frozenset(get_args(Stance))
VERBS = load_entries("cues.toml", CueVerb)
OTHERS = (
    *load_entries("cue_nouns.toml", CueNoun),
    *load_entries("cue_prepositions.toml", CueTag),
    *load_entries("cue_phrases.toml", CuePhrase),
)
LOOKALIKES = load_entries("cue_lookalikes.toml", Lookalike)


def test_every_stance_of_a_cue_is_one_of_the_closed_class() -> None:
    """Verbs, nouns, prepositions and phrases know no stance but those of the record."""
    used = {verb.stance for verb in VERBS} | {one.stance for one in OTHERS if one.stance is not None}
    assert used <= STANCES


def test_every_stance_of_the_closed_class_is_some_verb_s() -> None:
    """The class holds nothing that no verb can say, and nothing twice."""
    assert {verb.stance for verb in VERBS} == STANCES
    assert len(get_args(Stance)) == len(STANCES)


@pytest.mark.parametrize("stance", ["say", "", "SAYS", "shouts"])
def test_a_stance_outside_the_class_is_refused(stance: str) -> None:
    """A lexicon with a stance of its own making cannot be loaded."""
    entry = msgspec.to_builtins(VERBS[0]) | {"stance": stance}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(entry, CueVerb)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("قال سامي النجار إن السد آمن.", "says"),
        ("حذرت هند الخالدي من أن السد يتصدع.", "warns"),
        ("توقع خبراء المياه أن يجف النهر.", "expects"),
        ("زعم سامي النجار أن السد آمن.", "claims"),
        ("طالبت نقابة الصيادين بإصلاح الرصيف.", "demands"),
        ("تعهدت وزارة النقل بأن تصلح الجسر.", "promises"),
        ("حكم القاضي بأن السوق مغلق.", "rules"),
        ("اعترف الحارس بأن الباب مفتوح.", "admits"),
        ("زار سامي النجار السد، معتبرا أن الجدار آمن.", "believes"),
    ],
)
def test_a_statement_has_the_stance_of_its_cue(text: str, stance: str) -> None:
    """What the speaker does with the words is what the verb or participle says."""
    assert [one.stance for one in extract(text).statements] == [stance]


def test_verbs_that_deny_are_the_ones_with_a_polarity() -> None:
    """Whatever reverses its content denies; what only shifts blame does not reverse anything."""
    assert {verb.stance for verb in VERBS if verb.polarity} == {"denies"}


def test_what_a_verb_needs_stands_where_it_can_be_read() -> None:
    """A verb with needed nouns takes nouns or prepositions, and one with prepositions governs by them."""
    for verb in VERBS:
        if verb.needs_object:
            assert {"noun", "prep"} & set(verb.frames), verb.form
        assert bool(verb.prepositions) == ("prep" in verb.frames), verb.form


def test_lookalikes_name_verbs_that_there_are() -> None:
    """Every exception is one to a verb of the lexicon."""
    forms = {verb.form for verb in VERBS}
    assert {entry.verb for entry in LOOKALIKES} <= forms


def test_a_homograph_is_no_verb_of_its_own_on_the_tape() -> None:
    """طالب, رأى and عبر become verbs only where a clause shows it."""
    words = speech_words().entries
    for form in homographs():
        known = words.get(form)
        assert known is None or known.cue is None, form


def test_nouns_of_the_letters_of_a_verb_are_verbs_first() -> None:
    """طلب, نقل and their like are on the tape as verbs, and nouns only after a noun."""
    words = speech_words().entries
    for form in nouns_too():
        known = words.get(form)
        assert known is not None, form
        assert known.cue is not None, form


def test_a_lookalike_is_never_its_verb() -> None:
    """No word of the list is read as the verb it looks like."""
    words = speech_words().entries
    for entry in LOOKALIKES:
        for word in entry.words:
            known = words.get(fold(word))
            assert known is None or known.cue is None or known.cue.form != entry.verb, word
