"""Phrases that attribute what stands beside them: بحسب الوزير، وفقا لوزارة الصحة، على ما أفاد شهود."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import CueTag, particles, relay_verbs
from rawi.arabic.fold import fold
from rawi.arabic.inflection import Agreement
from rawi.claims.openings import find_opening
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import Subject, find_subject, past_relay
from rawi.lexicons.loader import load_entries, load_table

_AS = frozenset(("كما", "مثلما"))
_TOLD = frozenset(("says", "explains", "confirms", "announces", "reveals", "believes", "writes"))
_WHOSE = frozenset(("office", "occupation", "official", "either", "resident", "crowd", "kin"))
_LONG_PHRASE = 20  # tokens that describe a source before the comma


class Tag(msgspec.Struct, frozen=True, gc=False):
    """An attributing phrase: the tokens of its words, its subject, and where it ends."""

    first: int
    last: int
    subject: Subject | None
    end: int
    agreement: Agreement | None
    is_chain: bool
    entry: CueTag


@cache
def _heads() -> re.Pattern[str]:
    """A pattern that finds the tokens at which an attributing phrase can begin."""
    c = codes()
    return re.compile(f"[{''.join(sorted(c.tag | c.tag_noun))}]")


@cache
def _verbs() -> re.Pattern[str]:
    """A pattern that finds the tokens which can be verbs of reporting."""
    return re.compile(f"[{''.join(sorted(codes().verb))}]")


@cache
def _as() -> CueTag:
    """The entry of كما, which attributes only where a verb follows and reports nothing itself."""
    return next(entry for entry in load_entries("cue_prepositions.toml", CueTag) if entry.form == "كما")


def _as_told(reading: Reading, verb: int) -> Tag | None:
    """الجسر متين، كما قال سامي النجار: a verb of reporting after كما with nothing but its subject up to a
    pause; كما قال إن الجسر متين says that he also said it."""
    sentence, c = reading.text.sentence_of(verb), codes()
    word = reading.entry(verb)
    cue = word.cue
    if cue is None or cue.strength != "strong" or cue.stance not in _TOLD or cue.describes:
        return None
    if verb - 1 <= sentence[0]:
        return None
    subject = find_subject(reading, verb + 1, sentence[1]) if verb + 1 < sentence[1] else None
    end = subject.last if subject else verb + 1
    if subject is None and end < sentence[1] and reading.tape[end] in c.preposition:  # كما قال في مقابلة
        end = next(
            (i for i in range(end, min(end + _LONG_PHRASE, sentence[1])) if reading.tape[i] in c.trimmed), end
        )
    pause = end >= sentence[1] or (reading.tape[end] in c.trimmed or reading.tape[end] in c.close)
    if not pause or find_opening(reading, verb, cue, sentence[1]) is not None:
        return None
    return Tag(verb - 1, verb + 1, subject, end, word.agreement, is_chain=False, entry=_as())


@cache
def parts_of(form: str) -> tuple[str, ...]:
    """Return the folded words of an entry."""
    return tuple(fold(form).split())


@cache
def _traps(form: str) -> frozenset[str]:
    """The folded nouns after which an entry reports nothing, articles off."""
    entry = next(entry for entry in load_entries("cue_prepositions.toml", CueTag) if entry.form == form)
    return frozenset(fold(word).removeprefix("ال") for word in entry.trap)


def find_tags(reading: Reading) -> Iterator[Tag]:
    """Yield the attributing phrases of a text, with the subject that each names."""
    for match in _heads().finditer(reading.tape):
        tag = _tag_at(reading, match.start())
        if tag is not None:
            yield tag
    for match in _verbs().finditer(reading.tape):
        at = match.start()
        if at and reading.words[at - 1] in _AS and (tag := _as_told(reading, at)) is not None:
            yield tag


def _tag_at(reading: Reading, at: int) -> Tag | None:
    """Read the longest phrase at a token, unless a noun after it shows that nothing is reported."""
    led = reading.tape[at] in codes().tag_noun
    first = at - 1 if led else at
    if first < 0:
        return None
    if at + 1 < len(reading.words) and reading.word(at + 1) in particles("tail"):
        return _own_words(reading, first, at)
    for entry in reading.entry(at).tags:
        last = _match(reading, entry, first)
        if last is not None:
            trapped = _trapped(reading, entry, last) and not _speaks_as_text(reading, first, last)
            return None if trapped else _complete(reading, entry, first, last)
    return None


def _own_words(reading: Reading, first: int, at: int) -> Tag | None:
    """الطريق مغلق، على حد قولها: whoever spoke last says that too."""
    end = at + 2
    pause = end >= len(reading.words) or reading.tape[end] in codes().ends_clause
    if not pause or first <= reading.text.sentence_of(first)[0]:
        return None
    word = reading.word(at + 1)
    feminine, several = word.endswith("ها"), word.endswith("هم")
    agreement = Agreement.FEMININE if feminine else Agreement.PLURAL if several else Agreement.MASCULINE
    return Tag(first, end, None, end, agreement, is_chain=False, entry=_as())


def _match(reading: Reading, entry: CueTag, first: int) -> int | None:
    """Return the token after the phrase if its words stand at ``first``; a final ل is joined to the next
    word."""
    parts = parts_of(entry.form)
    joined = parts[-1] if len(parts[-1]) == 1 else None
    whole = parts[:-1] if joined else parts
    words = reading.words[first : first + len(whole)]
    if len(words) < len(whole) or whole[0] not in (words[0], words[0][1:]) or tuple(words[1:]) != whole[1:]:
        return None
    last = first + len(whole)
    following = reading.words[last] if last < len(reading.words) else ""
    return last if joined is None or following.startswith(joined) else None


def _trapped(reading: Reading, entry: CueTag, last: int) -> bool:
    """وفق القانون، حسب الحاجة: what follows is a standard, not a speaker."""
    following = reading.words[last] if last < len(reading.words) else ""
    bare = following.removeprefix("لل").removeprefix("ل").removeprefix("ال")
    return not following or bare in _traps(entry.form)


def _told_by(reading: Reading, verb: int, subject: Subject | None, end: int) -> Subject | None:
    """بحسب ما نقلت وكالة الفجر عن مصدر: who is quoted stands after عن."""
    cue = reading.entry(verb).cue if reading.tape[verb] in codes().any_verb else None
    if subject is None or cue is None or cue.form not in relay_verbs():
        return None
    led = subject.last < end and reading.words[subject.last] in particles("from")
    return find_subject(reading, subject.last + 1, end) if led else None


def _speaks_as_text(reading: Reading, first: int, last: int) -> bool:
    """ووفق الدستور ينتخب المجلس رئيسه: at the head of a sentence a law or an agreement speaks."""
    heads = last < len(reading.words) and first - reading.text.sentence_of(first)[0] <= 1
    return heads and reading.words[last] in particles("speaking_text")


def _complete(reading: Reading, entry: CueTag, first: int, last: int) -> Tag | None:
    """Find the subject: after ما and its verb, or right after the phrase."""
    sentence = reading.text.sentence_of(first)
    c, tape = codes(), reading.tape
    start, agreement = last, None
    if "clause" in entry.needs:
        index = last + 1 if last < sentence[1] and reading.words[last] in particles("that_which") else last
        if index < sentence[1] and reading.words[index] in particles("gives_name"):  # بحسب ما أطلق عليه
            return None
        if index < sentence[1] and tape[index] in c.any_verb:
            start, agreement = index + 1, reading.entry(index).agreement
        elif (
            (index > last or len(parts_of(entry.form)) == 1)
            and index < sentence[1]
            and reading.words[index] in particles("publishes")
        ):
            start, agreement = (
                index + 1,
                Agreement.FEMININE if "ت" in reading.words[index][2:] else Agreement.MASCULINE,
            )
    if agreement is not None and start < sentence[1] and _calls(reading, start):
        return None
    joined = agreement is None and parts_of(entry.form)[-1] == "ل"
    subject = find_subject(reading, start, sentence[1], joined=joined) if start < sentence[1] else None
    subject = _told_by(reading, start - 1, subject, sentence[1]) or past_relay(reading, subject, sentence[1])
    subject = subject and _before_number(reading, subject)
    if agreement is None and (subject is None or "speaker" not in entry.needs):
        return None
    if agreement is None and subject is not None and not _may_speak(reading, first, subject, sentence):
        return None
    if subject and any(
        reading.words[i] in particles("his_words") for i in range(subject.first, subject.last)
    ):
        return None  # نقلا عن الطبيب قوله: the noun reports
    end = subject.last if subject else start
    return Tag(first, max(start, last), subject, end, agreement, entry.is_chain, entry)


def _before_number(reading: Reading, subject: Subject) -> Subject:
    """3000 بحسب الشرطة و20 ألفا بحسب المنظمين: a subject ends before a number that a phrase right after it
    gives to another."""
    end = subject.last + 1
    if reading.tape[subject.last : end] not in codes().tag:
        return subject
    numbers = reading.quantities.beginning_in(subject.first + 1, subject.last)
    if not numbers:
        return subject
    at = numbers[-1].first
    joined = reading.words[at - 1] == "و" or reading.words[at - 1] in particles("against")
    at -= joined
    if at <= subject.first or not (joined or reading.words[at][:1] == "و"):
        return subject
    kept = [(first, min(last, at)) for first, last in subject.parts if first < at]
    return Subject(tuple(kept), subject.joined)


def _calls(reading: Reading, at: int) -> bool:
    """على ما قالت إنها قرارات خاطئة: what somebody calls it, not who says so."""
    return reading.tape[at] in codes().complementizer and reading.source_contains(at, "إ")


def _opens_attribution(reading: Reading, first: int, subject: Subject, sentence: tuple[int, int]) -> bool:
    """ووفقا لسجلات الميناء فإن …: at the head of a sentence any noun speaks if فإن, فقد or a comma follows
    it."""
    end = subject.last
    if (
        first - sentence[0] > 1
        or end >= sentence[1]
        or reading.words[subject.first] in particles("points_back")
    ):
        return False
    word = reading.words[end]
    if _goes_on_then(reading, end, sentence[1]):
        return True
    opens = reading.tape[end] in codes().comma or word in _THEN
    if reading.words[subject.first] in particles("speaking_text") or word in _THEN:
        return True
    return opens and (subject.joined or not reading.words[subject.first].startswith("ال"))


def _goes_on_then(reading: Reading, at: int, end: int) -> bool:
    """ووفقا للفريق العامل في …، فإن: does فإن follow the next comma, with no verb of reporting before it?"""
    for index in range(at, min(at + _LONG_PHRASE, end - 1)):
        if reading.tape[index] in codes().comma:
            return reading.word(index + 1) in _THEN
        if reading.tape[index] in codes().reports:
            return False
    return False


_THEN = frozenset(("فان", "فقد", "فانه", "فانها"))


def _may_speak(reading: Reading, first: int, subject: Subject, sentence: tuple[int, int]) -> bool:
    """Can what follows a phrase speak: a name, a class of people, or any noun where the phrase opens its
    sentence?"""
    return _is_speaker(reading, subject) or _opens_attribution(reading, first, subject, sentence)


def _is_speaker(reading: Reading, subject: Subject) -> bool:
    """Is it a name, a role, a report, or words without an article that may be a name?"""
    at = subject.first
    known = (reading.person_at, reading.role_at, reading.organization_at, reading.place_at)
    at += at + 1 < len(reading.tape) and reading.tape[at] in codes().quote  # حسب «رويترز»
    if any(at in one for one in known) or at + 1 in reading.name_ends:
        return True
    if reading.tape[at] in codes().noun:
        noun = reading.entry(at).noun
        return noun is not None and noun.speaks
    word = reading.words[at]
    if subject.joined:
        word = "ال" + word[2:] if word.startswith("لل") else word[1:]
    return word in particles("speaking_class") or _is_authority(reading, at)


def _is_authority(reading: Reading, at: int) -> bool:
    """بحسب مصلحة الجمارك: the everyday noun of an authority with what it is for, not مصلحة الطلاب, whose good
    it is, nor مصلحة البلاد."""
    vocabulary = load_vocabulary()
    entry, following = vocabulary.entry(reading.words[at]), reading.word(at + 1)
    if entry is None or entry.form not in particles("authority_noun") or not following.startswith("ال"):
        return False
    whose = vocabulary.entry(following)
    of_people = whose is not None and (whose.plural or whose.kind in _WHOSE)
    return not of_people and (entry.form, following) not in _no_bodies()


@cache
def _no_bodies() -> frozenset[tuple[str, ...]]:
    """Return the pairs of a noun of bodies and the word after it that together mean none (مصلحة البلاد)."""
    rows = load_table("body_lookalikes.tsv")
    return frozenset(tuple(fold(row["word"]).split()) for row in rows if row["kind"] == "thing")
