"""What a verb or participle without a subject of its own belongs to, in the words before it."""

from __future__ import annotations

from rawi.annotations.speech import particles
from rawi.arabic.inflection import Agreement
from rawi.claims.adjuncts import known_at, past_addressee
from rawi.claims.agreement import is_several
from rawi.claims.documents import Documents
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import Subject, find_subject, is_present

_REACH = 9  # tokens from a document to the verb that describes it
_SHORTEST_VERB = 3
_PAUSES = 3  # commas back behind which the verb of a sentence is looked for
_LEAD = 5  # tokens of من جانبه، and its like


def governor(reading: Reading, at: int, agreement: Agreement | None) -> Subject | None:
    """Return the subject of the verb that opens the sentence, if it agrees with a participle at ``at``.

    قررت المديرة الرحيل، قائلة: a feminine verb, a definite noun, a feminine participle. Nobody has to be
    known by name.
    """
    first = reading.text.sentence_of(at)[0]
    subject = _acting(reading, _past_lead(reading, first, at), at, agreement)
    if subject is not None or reading.tape[first] not in codes().preposition:
        return subject
    pauses = [i for i in range(first, at - 2) if reading.tape[i] in codes().comma]
    behind = (_acting(reading, pause + 1, at, agreement, sure=True) for pause in pauses[: -_PAUSES - 1 : -1])
    return next(filter(None, behind), None)  # بعد يوم، وبهدوء، خرجت المديرة


def _acting(
    reading: Reading, verb: int, at: int, agreement: Agreement | None, *, sure: bool = False
) -> Subject | None:
    """Return the subject of a verb at a token, if it agrees; ``sure`` asks for one that shows its gender."""
    while verb < at and (reading.tape[verb] in codes().auxiliary or reading.tape[verb] in codes().adverb):
        verb += 1
    word = reading.words[verb]
    if reading.outer_quotation(verb) is not None or word.startswith(("به", "بال", "لل", "ال")):
        return None
    if (
        verb + 2 >= at
        or (reading.tape[verb] != "." and reading.tape[verb] not in codes().verb)
        or len(word) < _SHORTEST_VERB
    ):
        return None
    present = is_present(word.lstrip("وف"))
    feminine = word.lstrip("وف")[:1] == "ت" if present else word.endswith("ت") and not word.endswith("ات")
    if sure and reading.tape[verb] not in codes().verb and (not feminine or len(word) <= _SHORTEST_VERB):
        return None
    start = past_addressee(reading, verb + 1, at)
    start += reading.words[start] in particles("with_pronoun")  # رد عليه عدد من السكان
    if agreement is Agreement.PLURAL:
        fits = is_several(reading, start) or reading.word(start) in particles("number_of")
    else:
        fits = feminine is (agreement is Agreement.FEMININE) and _may_act(reading, verb, start, present)
    return find_subject(reading, start, at) if fits else None


def _may_act(reading: Reading, verb: int, start: int, present: bool) -> bool:
    """Is the word after a verb its subject: definite, known by name, or a noun after a verb that is one?"""
    named = known_at(reading, start) or (present and start in reading.place_at)
    if named or reading.word(start).startswith("ال"):
        return True
    c = codes()
    known = reading.tape[verb] in c.verb and reading.tape[verb] not in c.verb_joined
    return known and not reading.entry(verb).present and _is_lone_noun(reading, start)


def _is_lone_noun(reading: Reading, at: int) -> bool:
    """كشف متحف السوق، تحدث مصور القرية: may a noun without an article, that no preposition leads in, act?"""
    word = reading.words[at]
    if word in particles("pointing") or word in particles("him"):
        return False
    bare = reading.tape[at] == "." and at not in reading.place_at and len(word) >= _SHORTEST_VERB
    return bare and word[:1] not in ("ب", "ل") and not word.endswith(("ا", "ه", "ها", "هم"))


def describes(reading: Reading, at: int) -> bool:
    """انتقدت المديرة ما قالت إنه, نشرت القناة صورا قالت إنها: does a verb only tell what the main verb's
    subject calls its object?"""
    that = reading.word(at + 1) if at + 1 < len(reading.words) else ""
    if not at or reading.entry(at).present or not that.startswith(("ان", "بان")) or that.endswith("ان"):
        return False
    before = reading.words[at - 1]
    if before in particles("that_which"):
        return True
    noun = before.endswith(("ا", "ات")) or reading.source_letter(at - 1) == "ة"
    thing = noun and reading.tape[at - 1] == "." and not before.startswith("ال")
    return thing and at not in reading.name_ends and before not in particles("brings_clause")


def caller(reading: Reading, at: int, agreement: Agreement | None) -> Subject | None:
    """Return the main verb's subject for a verb that ``describes``, if nobody else is named before it."""
    subject = governor(reading, at, agreement)
    names = (reading.people, reading.organizations, reading.roles)
    if subject is None or any(one.beginning_in(subject.last, at) for one in names):
        return None
    return subject


def _past_lead(reading: Reading, first: int, last: int) -> int:
    """Step over من جانبه، and its like at the head of a sentence, a place (وفي دمشق) or a date."""
    if reading.tape[first] not in codes().preposition:
        return first
    for start in (first, first + 1):
        one = reading.place_at.get(start) or reading.date_at.get(start)
        if one is not None and one.last < last:
            return int(one.last)
    return next(
        (i + 1 for i in range(first, min(first + _LEAD, last)) if reading.tape[i] in codes().comma), first
    )


def _tells_whose(reading: Reading, at: int) -> bool:
    """كلمة المديرة، بيان صادر عن النقابة، تصريحات أدلت بها المديرة: is a document's author named at once?"""
    following = reading.word(at + 1)
    named = at + 1 in reading.person_at or at + 1 in reading.role_at
    return named or following.startswith("صادر") or reading.word(at + 2) in ("به", "بها")


def document_before(reading: Reading, documents: Documents, at: int) -> Subject | None:
    """Return the document without an article that stands right before its verb: وفق بيان للبلدية أشار إلى.

    Before فيه the words are its author's: بيانا للبلدية قالت فيه.
    """
    first = max(reading.text.sentence_of(at)[0], at - _REACH)
    resumed = at + 1 < len(reading.words) and reading.word(at + 1) in particles("resumes")
    paused = False
    for index in range(at - 1, first - 1, -1):
        code, word = reading.tape[index], reading.words[index]
        paused |= code in codes().comma
        if code in codes().boundary or code in codes().complementizer or (paused and not resumed):
            return None
        if documents.at(index) is None or word.startswith(("ال", "لل", "بال")):
            continue
        if paused and not _tells_whose(reading, index):
            return None
        subject = find_subject(reading, index, at, joined=word.startswith("ل"))
        owner = subject and documents.owner(subject)
        if owner is not None:
            return owner if resumed or owner.last == at else None
        if not resumed and (issued := documents.issuer(index)) is not None:
            return issued[1]
        if code in codes().noun_object:  # تلقى الوزير تقريرا يقول: nobody tells whose
            return None
        return subject if subject is not None and subject.last == at and not resumed else None
    return None
