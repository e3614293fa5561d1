"""Who acts without reporting: the subjects of main verbs, whose participle or next verb may report.

زار الوزير القرية، مؤكدا أن …; حيث خاطبت المديرة الحضور قائلة …; غير أن الوزير رفض الطلب، وقال إن ….
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import particles
from rawi.arabic.inflection import Agreement
from rawi.claims.agreement import is_several
from rawi.claims.antecedents import is_plain
from rawi.claims.contents import Content
from rawi.claims.documents import Documents
from rawi.claims.drafts import Draft
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import Subject, find_subject
from rawi.model.annotation import Annotation
from rawi.model.mention import RoleMention
from rawi.rules.wordsets import find_words

RELATIVE = "silent/relative"
ISSUED = "silent/issued"  # its content is the document that somebody issues
_SHORTEST = 4  # tokens of a sentence that has a verb, a subject and more
_LONG_ADJUNCT = 12  # tokens
_LEAD = 16  # tokens from a verb over what may stand between to the name of its subject, or to the document
_TITLES = 40  # tokens at the head of a text that may be its own titles
_PRONOUNS = {"الذي": Agreement.MASCULINE, "التي": Agreement.FEMININE, "الذين": Agreement.PLURAL}


def find_actor_drafts(reading: Reading, drafts: Iterable[Draft], until: int) -> Iterator[Draft]:
    """Yield a silent draft for each named subject of a verb that reports nothing, in no order.

    ``drafts`` are the reports: their own verbs are left out. Verbs after token ``until`` are passed over
    (some may come all the same): nobody asks who acted after the last report.
    """
    if until < 0:
        return
    until += _LEAD
    cues = {at for draft in drafts if draft.cue for at in range(*draft.cue)}
    starts = {first for first, last in reading.text.sentences if last - first >= _SHORTEST}
    for names in (reading.people, reading.roles, reading.organizations):
        for one in names.beginning_in(0, until):
            acts = names is not reading.roles or _is_somebody(reading, one)
            if acts and (draft := _acting(reading, one.first, one.last, starts, cues)) is not None:
                yield draft
            if (draft := _related(reading, one)) is not None:
                yield draft
            if names is reading.roles and (draft := _before_role(reading, one, starts)) is not None:
                yield draft
    for at in reading.surnames:
        if at < until and (draft := _acting(reading, at, at + 1, starts, cues)) is not None:
            yield draft
    yield from _issuers(reading, until)
    yield from _crowds(reading, sorted(first for first in starts if first < until))


def _crowds(reading: Reading, starts: Iterable[int]) -> Iterator[Draft]:
    """احتشد السكان: several who act after the verb that opens a sentence."""
    also_verb, number_of = particles("also_verb"), particles("number_of")
    for first in starts:
        opens = reading.tape[first] == "." or reading.words[first] in also_verb
        opens = opens and (is_several(reading, first + 1) or reading.word(first + 1) in number_of)
        if opens and (draft := silent_draft(reading, first, first + 1, Agreement.PLURAL)) is not None:
            yield draft


@cache
def issuing_verbs() -> frozenset[str]:
    """Return the folded words that may be verbs of issuing something written (أصدر)."""
    return particles("issues")


@cache
def _nouns() -> re.Pattern[str]:
    """A pattern that finds the tokens which can be documents."""
    return re.compile(f"[{''.join(sorted(codes().document))}]")


def _issuers(reading: Reading, until: int) -> Iterator[Draft]:
    """أصدرت البلدية بيانا: whoever issues a document, so that البيان means them later."""
    if not find_words(reading.text, issuing_verbs):
        return
    documents = Documents(reading)
    for match in _nouns().finditer(reading.tape, 0, until):
        at = match.start()
        if (issued := documents.issuer(at)) is None:
            continue
        verb, subject = issued
        content = Content(((at, at + 1),), "indirect")
        sentence = reading.text.sentence_of(verb)
        yield Draft(
            ISSUED, (verb, verb + 1), content, subject, _shown(reading.words[verb]), sentence, silent=True
        )


def silent_draft(reading: Reading, verb: int, start: int, agreement: Agreement | None) -> Draft | None:
    """Return the draft of a verb that reports nothing, with the subject that begins at ``start``."""
    sentence = reading.text.sentence_of(verb)
    subject = find_subject(reading, start, sentence[1])
    if subject is None:
        return None
    content = Content(((verb, verb + 1),), "indirect")
    return Draft("silent", (verb, verb + 1), content, subject, agreement, sentence, silent=True)


def _acting(
    reading: Reading, at: int, last: int, starts: Container[int], cues: Container[int]
) -> Draft | None:
    """A name right after the verb that opens its clause, or at the head of the clause."""
    c, tape, words = codes(), reading.tape, reading.words
    lead = at - 2 if at > 1 and tape[at - 1] in c.quote else at - 1
    if at in starts or (lead >= 0 and words[lead] in particles("opens_subject")):
        labelled = last < len(tape) and tape[last] in c.labels
        return None if labelled or _is_link(reading, at) else silent_draft(reading, at, at, None)
    verb, aside = at - 1, _between()
    while verb > 0 and (tape[verb] in c.adverb or words[verb] in aside):
        verb -= 1
    if verb < 0 or verb in cues or not _opens_clause(reading, verb, starts):
        return None
    return silent_draft(reading, verb, at, _shown(words[verb]))


def _is_link(reading: Reading, at: int) -> bool:
    """Does a token open a line without a stop far down the text: the title of another article?"""
    first, last = reading.text.sentence_of(at)
    c, end = codes(), reading.tape[last - 1]
    return first == at > _TITLES and not (end in c.stop or end in c.colon or end in c.quote)


@cache
def _between() -> frozenset[str]:
    """The words that stand between a verb and its subject: له، فيه."""
    return particles("to_him") | particles("resumes")


def _opens_clause(reading: Reading, verb: int, starts: Container[int]) -> bool:
    """Can a token be the verb of a clause: the first word of it, of no class, without an article?"""
    c, word, code = codes(), reading.words[verb], reading.tape[verb]
    opens = verb in starts
    if opens and word in particles("also_verb"):
        return True
    if code not in c.may_be_verb or word.startswith("ال"):
        return False
    if reading.in_names[verb] or verb in reading.role_at:
        return False
    if opens or reading.words[verb - 1] in particles("brings_clause"):
        return True
    if reading.tape[verb - 1] not in c.comma:
        return False
    if _after_adjunct(reading, verb) or (verb + 1 in reading.person_at and _is_joined(word)):
        return True
    return word.startswith(("وي", "في")) or (word.endswith("ت") and not word.endswith("ات"))


def _is_joined(word: str) -> bool:
    """Is a word after و none that the lexicons of names know: وقدم, not وصديق?"""
    return word[:1] == "و" and len(word) > 3 and word[-1] != "ه" and load_vocabulary().entry(word) is None


def _after_adjunct(reading: Reading, verb: int) -> bool:
    """وقبل ختام الحفل، عرض سامي فيلما: does nothing but an adjunct stand before the comma?"""
    first = reading.text.sentence_of(verb)[0]
    if verb - first > _LONG_ADJUNCT or reading.tape[first] not in codes().preposition:
        return False
    return not any(reading.tape[i] in codes().cue for i in range(first, verb))


def _is_somebody(reading: Reading, one: Annotation) -> bool:
    """Is one of a role named, definite, several, or a source (شاهد عيان)? شخص alone is nobody."""
    if not isinstance(one.value, RoleMention) or one.value.kind != "anonymous":
        return True
    sourced = one.rule == "role/unnamed-source" and one.last - one.first > 1
    return sourced or reading.words[one.first].startswith("ال") or is_several(reading, one.first)


def _shown(verb: str) -> Agreement | None:
    """What a verb shows of its subject, judged by its letters: the ت of the past, the ي of the present."""
    if verb.endswith("ت"):
        return Agreement.FEMININE
    return Agreement.MASCULINE if verb.startswith(("ي", "وي")) and len(verb) > 3 else None


def _before_role(reading: Reading, one: Annotation, starts: Container[int]) -> Draft | None:
    """غير أن سامي النجار، الباحث في المعهد، أكد: unknown words at the head of a clause, before a role."""
    if reading.tape[one.first - 1 : one.first] not in codes().comma:
        return None
    for length in (2, 3, 4):
        first = one.first - 1 - length
        if first < 0 or reading.tape[first] != ".":
            return None
        opened = reading.words[first - 1] in particles("opens_subject")
        headed = opened or (first in starts and is_plain(reading, Subject(((first, one.first - 1),))))
        if headed and first not in reading.person_at:
            return silent_draft(reading, first, first, None)
    return None


def _related(reading: Reading, one: Annotation) -> Draft | None:
    """المرشح سامي النجار الذي رفض النتيجة، مؤكدا: the one whom a relative clause describes."""
    at, tape = one.last, reading.tape
    if codes().relative.isdisjoint(tape[at : at + 2]):
        return None
    at += tape[at] in codes().comma
    if (agreement := _PRONOUNS.get(reading.word(at))) is None:
        return None
    draft = silent_draft(reading, at, one.first, agreement)
    if draft is not None:
        draft.rule = RELATIVE
    return draft
