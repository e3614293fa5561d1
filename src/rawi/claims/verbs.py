"""Statements that a verb or a participle reports: وقال الوزير إن …، مضيفا أن …، «…»، تقول سلمى."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rawi.annotations.speech import CueVerb, Word, adjacent_verbs, nouns_too, particles, relay_verbs
from rawi.arabic.inflection import Agreement
from rawi.claims.actors import silent_draft
from rawi.claims.adjuncts import known_at, past_addressee
from rawi.claims.agreement import is_called
from rawi.claims.antecedents import is_plain, last_joined
from rawi.claims.bare import find_bare_draft
from rawi.claims.complements import is_needed, object_first, withholds_name
from rawi.claims.concessions import before_main_clause
from rawi.claims.contents import find_content
from rawi.claims.drafts import Draft
from rawi.claims.genitives import is_shared_name
from rawi.claims.insertions import draft_after_quotation, draft_inserted
from rawi.claims.known import folded_name
from rawi.claims.mute import calls_by_itself, endangers, is_mute, is_unreal, passives
from rawi.claims.objects import leaves_open, names_claim
from rawi.claims.openings import find_opening
from rawi.claims.reading import Opening, Reading, codes, is_call, is_content_noun
from rawi.claims.recipients import before_recipient, takes_whom
from rawi.claims.relatives import find_accuser, find_antecedent
from rawi.claims.subjects import Subject, find_subject, past_relay
from rawi.claims.topics import find_topic, is_heading
from rawi.claims.turns import is_state

_ADJACENT = 6
#: Channels that show what is so (بيانات are data and statements); a video shows what can be seen.
_SHOWING = frozenset(
    ("report", "study", "poll", "statistics", "findings", "document", "information", "statement")
)
_ADJUNCT = 14  # tokens from a participle over an adjunct to its clause
_AT_ONCE = 2  # from a verb to its content, nothing but a preposition between
_PASSIVE = re.compile("[وف]?\\w\u064f\\w")  # a damma on the first letter


@cache
def _cues() -> re.Pattern[str]:
    """A pattern that finds the tokens which can be verbs or participles of reporting."""
    return re.compile(f"[{''.join(sorted(codes().cue))}]")


def find_verb_drafts(reading: Reading) -> Iterator[Draft]:
    """Yield a draft for every verb or participle that reports, in the order of the text."""
    for match in _cues().finditer(reading.tape):
        at = match.start()
        word = reading.entry(at)
        if word.cue is None or not _can_report(reading, at, word):
            continue
        participle = reading.tape[at] in codes().participle
        draft = (
            _participle_draft(reading, at, word, word.cue)
            if participle
            else _verb_draft(reading, at, word, word.cue)
        )
        if draft is not None:
            yield draft


def _can_report(reading: Reading, at: int, word: Word) -> bool:
    """Rule out negated verbs, nouns of the same letters, and words inside names."""
    c, tape = codes(), reading.tape
    before = tape[at - 1] if at else ""
    if before and before in c.governs and at not in reading.name_ends and not _lets_follow(reading, at):
        return False
    if reading.in_bodies[at] or (at and reading.words[at - 1] in particles("unreal")):
        return False
    if (reading.outermost and _in_title(reading, at)) or (
        reading.words[at] == "ورد" and reading.words[at + 1 : at + 2] == ["في"]
    ):
        return False
    told_next = at > 1 and reading.words[at - 2] in particles("before_that")  # قبل أن يضيف «…»
    if word.present and before and before in c.complementizer and not told_next:
        return False
    if word.cue is not None and word.cue.polarity and leaves_open(reading, at):
        return False
    if word.cue is not None and word.cue.stance == "calls_for" and calls_by_itself(reading, at):
        return False
    if is_unreal(reading, at):
        return False
    if _first_person(reading, at, word) or withholds_name(reading, at) or _in_phrase(reading, at, word):
        return False
    if tape[at] in c.participle and reading.words[at].endswith("ه"):
        return reading.source_letter(at) == "ة"
    return tape[at] not in c.verb_object or _addresses(reading, at, word)


def _lets_follow(reading: Reading, at: int) -> bool:
    """Can a verb follow a word that looks like a preposition: كما قال, التفت إليه قائلا? Not عليه وسلم."""
    before = reading.words[at - 1]
    led = before in particles("with_pronoun") and reading.tape[at] not in codes().verb_joined
    return led or before in particles("lead")


def _addresses(reading: Reading, at: int, word: Word) -> bool:
    """Is the pronoun of a verb the one spoken to or of (اتهمه بالتقصير، أبلغهم أن)? Not in ما وصفه ب، مما
    دعاه إلى."""
    before = reading.words[at - 1] if at else ""
    if word.cue is None or not word.cue.hearer or reading.source_letter(at) == "ة":
        return False
    whose = reading.words[at + 1 : at + 2]
    if word.cue.describes and whose and (known_at(reading, at + 1) or whose[0].startswith("ال")):
        return True
    return not before.endswith("ما") and (not at or reading.tape[at - 1] not in codes().points)


def _in_phrase(reading: Reading, at: int, word: Word) -> bool:
    """تلبية طلب الأهالي: right after a verbal noun a word that is also a noun is one."""
    if not at or word.cue is None or reading.words[at] not in nouns_too() or at in reading.name_ends:
        return False
    return reading.tape[at - 1] == "." and is_content_noun(reading.words[at - 1])


def _in_title(reading: Reading, at: int) -> bool:
    """رواية «قالت الأرض»: a verb inside the name of a work reports nothing."""
    quotation = reading.outer_quotation(at)
    return quotation is not None and reading.words[quotation.open - 1] in particles("titled")


def _first_person(reading: Reading, at: int, word: Word) -> bool:
    """أعتقد (I believe) is not اعتقد (he believed): the lexeme has no hamza there, the source has."""
    cue = word.cue
    if cue is None or cue.form[0] != "ا" or word.present or known_at(reading, at + 1):
        return False
    return reading.text.words_of(at, at + 1).lstrip("وف").startswith("أ")


def _verb_draft(reading: Reading, at: int, word: Word, cue: CueVerb) -> Draft | None:
    """A finite verb: its content stands after it, or before it in marks."""
    sentence = reading.text.sentence_of(at)
    opening = find_opening(reading, at, cue, sentence[1])
    if opening is None:
        return (
            draft_after_quotation(reading, at, word, cue, sentence)
            or draft_inserted(reading, at, word, cue, sentence)
            or find_bare_draft(reading, at, word, sentence)
            or _silent(reading, at, word.agreement)
        )
    if opening.frame in ("noun", "prep") and at and reading.words[at - 1] in particles("with_pronoun"):
        return None  # المشاركون فيه يهتفون بشعاراتهم
    silent = not _enough(reading, cue, opening, at)
    if silent and cue.strength == "weak":
        return None
    content = find_content(reading, opening, sentence)
    if content is not None:
        phrase = opening.frame in ("noun", "prep")
        content = before_main_clause(reading, at, content, sentence[0], phrase=phrase)
    if content is None:
        return None
    quotes = opening.start > at + 3 and reading.tape[opening.subject_end - 1] in codes().noun_owned
    relayed = _relayed(reading, at, opening.subject_end) if quotes or cue.form in relay_verbs() else None
    if cue.form in relay_verbs() and relayed is None:
        return None
    passive = _is_passive(reading, at, word, opening)
    subject = None if passive else relayed or _subject_of(reading, at, opening, sentence)
    if cue.stance == "threatens" and opening.frame in ("noun", "prep") and endangers(reading, at, subject):
        return None
    if subject is None and (_author_voice(reading, at, cue) or is_mute(reading, at)):
        return None
    if _is_inferred(reading, at, word, subject):
        return None
    if subject is None and not _may_be_understood(reading, at, cue, opening, sentence):
        return None
    return Draft(
        rule=f"statement/verb-{opening.frame}",
        cue=(at, at + 1),
        content=content,
        subject=subject,
        agreement=word.agreement,
        reach=(sentence[0], max(content.end, sentence[1])),
        stance=cue.stance,
        polarity="denied" if cue.polarity else "asserted",
        passive=passive,
        silent=silent,
        doubtful=subject is not None and is_shared_name(reading, subject),
    )


def _is_passive(reading: Reading, at: int, word: Word, opening: Opening) -> bool:
    """أُعلن أن, قرارات وصفت بالخطيرة: is a past verb passive, by its vowel, or because whom it speaks of is
    missing?"""
    cue = word.cue
    if cue is None:
        return False
    if not word.present and _PASSIVE.match(reading.text.words_of(at, at + 1)):
        return True
    if reading.words[at].lstrip("وف") in passives():
        return True  # قيل للوزير إن, not يتهم
    if reading.tape[at] not in codes().verb or folded_name(cue.form) not in particles("needs_whom"):
        return False
    if opening.start - at <= _AT_ONCE and reading.word(at + 1).startswith("ب"):
        return not word.present
    before = reading.tape[at - 1] if at else ""
    begins = not at or before in codes().before_verb or before in codes().end
    alone = begins and reading.tape[at] not in codes().verb_joined
    if not alone or opening.frame != "prep" or not _is_accused(reading, at, opening):
        return False
    return find_topic(reading, at, reading.text.sentence_of(at)) is None  # كان الحزب قد اتهم الحكومة بـ


def _is_accused(reading: Reading, at: int, opening: Opening) -> bool:
    """اتهمت الشركة بالتقصير: the only noun between a verb that needs a whom and its preposition."""
    cue = reading.entry(at).cue
    if cue is None or folded_name(cue.form) not in particles("needs_whom"):
        return False
    lone = opening.start - at == _AT_ONCE
    if opening.frame == "noun" and cue.needs_object:  # حملت دمشق المسؤولية
        return lone and (at + 1 in reading.place_at or at + 1 in reading.organization_at)
    lone = lone and opening.frame == "prep"
    return lone and reading.word(at + 1).startswith("ال") and at + 1 not in reading.person_at


def _relayed(reading: Reading, at: int, end: int) -> Subject | None:
    """نقلت الوكالة عن الوزير قوله إن، على لسان الوزير: who speaks, up to قوله or the content."""
    for index in range(at + 1, min(end, at + 14)):
        if reading.words[index] in particles("from") or reading.words[index] in particles("tongue"):
            stop = next(
                (i for i in range(index + 1, end) if reading.tape[i] in codes().noun_owned),
                end,
            )
            return find_subject(reading, index + 1, stop)
    return None


def _subject_of(reading: Reading, at: int, opening: Opening, sentence: tuple[int, int]) -> Subject | None:
    """The subject after the verb, else the antecedent of الذي, else a phrase before; a name right before
    it first."""
    named = find_topic(reading, at, sentence)
    sure = named is not None and not is_plain(reading, named)
    if named is not None and sure and named.last == at:
        led = reading.tape[named.first - 1] in codes().complementizer  # إن الوزارة أبلغت البلدية أن
        hearer = reading.entry(at).cue
        heard = hearer is not None and bool(hearer.hearer)
        heads = named.first - sentence[0] <= 1 and (heard or not is_heading(reading, at, opening))
        if led or heads or heard:
            return named
    if named is not None and reading.tape[at - 1] in codes().auxiliary and takes_whom(reading, at, opening):
        return named  # كانت النقابة قد اتهمت البلدية ب
    end = opening.subject_end
    after = find_subject(reading, past_addressee(reading, at + 1, end), end)
    after = before_recipient(reading, at, after, opening)
    if after is not None and opening.frame == "colon" and (joined := last_joined(reading, after, at)):
        return joined
    if after is not None and opening.frame == "prep" and (whose := find_accuser(reading, at)) is not None:
        return whose
    called = after is not None and opening.frame in ("prep", "quote") and is_called(reading, at, after)
    if called or object_first(reading, at) or _is_accused(reading, at, opening):
        after = None  # وجدد التأكيد على أن
    return past_relay(reading, after, opening.subject_end) or find_antecedent(reading, at) or named


def _may_be_understood(
    reading: Reading, at: int, cue: CueVerb, opening: Opening, sentence: tuple[int, int]
) -> bool:
    """May the subject be left out here? Not inside somebody's quotation, and a weak verb must open its
    sentence."""
    if reading.outer_quotation(at) is not None:
        return False
    if cue.strength == "weak":
        near = opening.frame == "clause" and opening.start - at <= 2
        led = reading.words[at - 1] in particles("lead") or reading.tape[at - 1] in codes().before_participle
        spoken = opening.frame in ("quote", "colon") and opening.quotation is not None
        at_once = spoken and opening.start - at <= _AT_ONCE  # …»، وتابع: «…»
        opens = at - sentence[0] <= 1 or (near and led) or at_once
        full = opening.frame in ("clause", "quote") or at_once or object_first(reading, at)
        full = full or _is_accused(reading, at, opening)
        return opens and full and reading.tape[at] in codes().verb_joined
    return True


def _silent(reading: Reading, at: int, agreement: Agreement | None) -> Draft | None:
    """A verb that reports nothing but has a named subject: the next report without a subject may be
    theirs."""
    start = at + 1 + (reading.words[at + 1 : at + 2] == ["ذلك"])  # أوضح ذلك الوزير، مبينا
    return silent_draft(reading, at, start, agreement) if known_at(reading, start) else None


def _enough(reading: Reading, cue: CueVerb, opening: Opening, at: int) -> bool:
    """A weak verb needs أن near by or a quotation; a bare object is not enough for it."""
    phrase = opening.frame in ("noun", "prep")
    if cue.judges and opening.frame == "noun":
        return True
    if cue.named and not _has_subject(reading, at, opening):
        return False
    if cue.needs_object and phrase:
        return is_needed(cue, reading.words[opening.start])
    if cue.strength == "strong" or cue.form in relay_verbs():
        return not (cue.optional and phrase)
    if opening.frame == "noun":
        denied = cue.polarity is not None and names_claim(reading, opening.start)
        return denied or is_call(reading.words[opening.start]) or _shows(reading, at, cue)
    if opening.frame == "prep":
        return _governs_deed(reading, at, cue, opening)
    bare = reading.words[at].lstrip("وف") == folded_name(cue.form)  # بين is «between», بينت is not
    if cue.form in adjacent_verbs() and bare and opening.start - at > _ADJACENT:
        return known_at(reading, at + 1)
    return opening.frame in ("clause", "quote") or (opening.frame == "colon" and opening.start - at < 8)


def _shows(reading: Reading, at: int, cue: CueVerb) -> bool:
    """أظهرت بيانات رسمية ارتفاع الأسعار: what data and studies show is a noun as often as a clause."""
    noun = reading.entry(at + 1).noun if reading.tape[at + 1] in codes().noun else None
    return cue.stance == "reveals" and noun is not None and noun.channel in _SHOWING


def _has_subject(reading: Reading, at: int, opening: Opening) -> bool:
    """Does a subject stand between verb and content: a name before a clause, any word before a noun?"""
    if opening.frame == "quote" or (opening.start == at + 2 and opening.frame == "clause"):
        return True
    if opening.frame == "noun":
        return opening.start > at + 1
    return at + 2 in reading.name_ends or known_at(reading, at + 1)


def _governs_deed(reading: Reading, at: int, cue: CueVerb, opening: Opening) -> bool:
    """أقر الوزير بعدم كفاية الأجور: a weak verb reports a verbal noun after its preposition, if a name is
    its subject."""
    word = reading.words[opening.start].removeprefix("ب")
    if cue.optional or cue.needs_object or not is_content_noun(word.removeprefix("ال")):
        return False
    if opening.start - at <= 1 or known_at(reading, at + 1):
        return True
    led = at > 0 and reading.tape[at - 1] in codes().auxiliary
    return led and not any(word.endswith("ا") for word in reading.words[at + 1 : opening.start])


def _is_inferred(reading: Reading, at: int, word: Word, subject: Subject | None) -> bool:
    """مما يؤكد أن، الأمر الذي يشير إلى: the author concludes, nobody says so; not الأمر الذي تراه البلدية."""
    if not word.present or (subject is not None and subject.last > at):
        return False
    return reading.words[at - 1] in particles("from_which") or (
        reading.tape[at - 1] in codes().relative and reading.words[at - 2] in particles("matter")
    )


def _author_voice(reading: Reading, at: int, cue: CueVerb) -> bool:
    """يذكر أن، يشار إلى أن: nobody is said to speak."""
    return reading.words[at].lstrip("وف") in cue.author_voice


def _participle_draft(reading: Reading, at: int, word: Word, cue: CueVerb) -> Draft | None:
    """A participle reports with أن, a quotation, or its preposition; its subject is that of the verb
    before it."""
    sentence = reading.text.sentence_of(at)
    opening = find_opening(reading, at, cue, sentence[1])
    if opening is None:
        return find_bare_draft(reading, at, word, sentence)
    if not _participle_opens(reading, at, cue, opening):
        return None
    content = find_content(reading, opening, sentence)
    if content is None:
        return None
    return Draft(
        rule=f"statement/participle-{opening.frame}",
        cue=(at, at + 1),
        content=content,
        subject=None,
        agreement=word.agreement,
        reach=(at, sentence[1]),
        stance=cue.stance,
        polarity="denied" if cue.polarity else "asserted",
        manner="participle",
    )


def _participle_opens(reading: Reading, at: int, cue: CueVerb, opening: Opening) -> bool:
    """Close to its content, and after a pause where the content is not marked by أن or a quotation."""
    c = codes()
    pause = at == 0 or reading.tape[at - 1] in c.before_participle
    if opening.frame in ("clause", "quote", "colon"):
        adjunct = reading.tape[at + 1] in c.preposition  # مضيفا في اتصال هاتفي مع صحيفة الضفة أن
        return opening.start - at <= (_ADJUNCT if pause and adjunct else 8 if pause else 4)
    if opening.frame == "noun":
        word = reading.words[opening.start]
        if cue.judges or is_call(word) or (cue.needs_object and is_needed(cue, word)):
            return True
    if cue.polarity:
        return pause or opening.start - at <= 4
    if opening.frame == "prep" and pause and not is_state(reading, at) and reading.tape[at - 1] in c.close:
        return False  # أن الشركة (الواحة) مطالبة بخفض الأسعار: what is said of her
    led = opening.frame == "prep" and opening.start - at <= 2 and is_state(reading, at)
    led = led and not reading.words[at - 1][:1].isdigit()  # 36 متهما بالقتل
    return (pause or led) and cue.strength == "strong" and not cue.optional
