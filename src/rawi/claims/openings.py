"""Where the content of a reporting verb begins: after أن، a mark, a preposition, or at a verbal noun.

The walk goes from the cue to the right over the subject and its adjuncts; brackets, dashes, relative
clauses and short quoted names are stepped over.
"""

from __future__ import annotations

import re
from functools import cache

from rawi.annotations.speech import CueVerb, particles
from rawi.claims.accusatives import begins_group, ends_unknown_body
from rawi.claims.brackets import find_bracketed, past_brackets
from rawi.claims.complements import (
    belongs_to_noun,
    folded,
    governs,
    is_another_s,
    is_decided,
    is_joined,
    is_needed,
    is_purpose,
    is_that_not,
    may_open,
    names_speaker,
    withholds_name,
)
from rawi.claims.judgments import find_judged
from rawi.claims.linkwords import link_words
from rawi.claims.objects import find_object
from rawi.claims.reading import Opening, Reading, codes, is_call, is_content_noun, is_listed
from rawi.claims.recipients import names_another
from rawi.text.quotations import Quotation

# Verbs of asking and hoping take أن, never إن; folding makes the two one, the source tells them apart.
_ASKING = frozenset(("asks", "demands", "calls_for", "hopes", "rejects", "agrees"))
# After these a preposition governs a topic (كشف عن تفاصيل) unless a verbal noun stands there (كشف عن توقيع
# العقد).
_TOPICAL = frozenset(("reveals", "announces"))
_JOINED = frozenset("بل")  # prepositions that are letters of the next word
_SO = frozenset(("بان", "بانه", "بانها", "بانهم"))
_MEASURED = 5  # letters of the shortest verbal noun in the accusative that is looked at
_NEAR = 20  # a weak verb must have its clause this near
_FAR = 45  # tokens between a verb and its content; beyond that the two are not one report
_NAME_WORDS = 5  # a quotation of so few tokens inside a noun phrase is a name


def find_opening(reading: Reading, cue: int, verb: CueVerb, limit: int) -> Opening | None:
    """Return where the content of the cue at token ``cue`` begins, looking up to token ``limit``; None if
    nowhere."""
    limit = min(limit, cue + _FAR)
    known = reading.openings.get((cue, limit), reading)
    if not isinstance(known, Reading):
        return known
    found = _Walk(reading, cue, verb, limit).run()
    if verb.polarity and (denied := find_object(reading, cue, limit)) is not None:
        found = denied if found is None or found.frame == "noun" or denied.start < found.start else found
    reading.openings[cue, limit] = found
    return found


class _Walk:
    """One walk from a cue to its content."""

    def __init__(self, reading: Reading, cue: int, verb: CueVerb, limit: int) -> None:
        self.reading, self.cue, self.verb, self.limit = reading, cue, verb, limit
        self.tape, self.words, self.codes = reading.tape, reading.words, codes()
        self.prepositions = folded(verb.prepositions)
        clause = verb.clause_prepositions
        self.clause_prepositions = self.prepositions | folded(clause) if clause else self.prepositions
        self.governs, self.takes_noun = "prep" in verb.frames, "noun" in verb.frames
        self.plain = self.takes_noun or not _JOINED.isdisjoint(self.prepositions)  # any word may open content
        self.relative = False
        self.noun: Opening | None = None

    def run(self) -> Opening | None:
        """Walk; the first sure opening wins, but over a preposition a verbal noun seen before it."""
        if self.verb.judges:
            self.takes_noun = False  # a verbal noun further on is not what is judged
            if (judged := find_judged(self.reading, self.cue, self.verb, self.limit)) is not None:
                return judged
        tape, words, limit = self.tape, self.words, self.limit
        needs_object, at = bool(self.verb.needs_object), self.cue + 1
        while at < limit:
            if not self.plain:
                found = _classed().search(tape, at, limit)
                if found is None:
                    break
                at = found.start()
            elif tape[at] == "." and not needs_object and not may_open(words[at]):
                at += 1
                continue
            step = self._look(at)
            if isinstance(step, Opening):
                return self.noun if step.frame == "prep" and self.noun else step
            if step is None:
                break
            at = step
        return self.noun

    def _look(self, at: int) -> Opening | int | None:
        """Return an opening at ``at``, or the token to go on with, or None to give up."""
        code, c = self.tape[at], self.codes
        if self.reading.inside_names[at] and not is_joined(self.words[at]):
            return at + 1  # فان in لويس فان دام is not فإن
        if code in c.complementizer or (code in c.that_not and is_that_not(self.reading, at)):
            return at + 1 if belongs_to_noun(self.reading, self.cue, at) else self._clause(at)
        if code not in c.steers:
            return (self.governs and self._preposition(at)) or self._verbal_noun(at)
        if code in c.colon:
            return self._after_colon(at)
        if code in c.quote:
            return self._quotation(at)
        if code in c.end or (code in c.turn and at > self.cue + 1):
            return None
        if code in c.turn:  # وأضافت بينما كانت تغادر «…»
            return at + 1
        if code in c.paren or code in c.dash:
            return past_brackets(self.reading, at, self.limit)
        if code in c.comma:
            self.relative = False
            return at + 1
        if code in c.relative:
            if self.words[at][:1] == "و" and self.cue and self.tape[self.cue - 1] in c.relative:
                return None  # التي تعبر عن القرية، والتي تثبت أن
            self.relative = True
            return at + 1
        if code in c.cue and withholds_name(self.reading, at):
            return self._past_pause(at)
        if self._is_object(at):
            return self._verbal_noun(at)
        if not self.relative and (code in c.verb or code in c.participle) and not self._is_noun_here(at):
            return None
        return self._preposition(at) or self._verbal_noun(at)

    def _is_object(self, at: int) -> bool:
        """A verbal noun with the letters of a verb, after a subject that is complete: أكد البيان رفض
        المشروع."""
        code = self.tape[at]
        return (
            self.takes_noun
            and code in self.codes.any_verb
            and code not in self.codes.verb_joined
            and (self.reading.heads_content(at) and self._is_complete(at - 1))
        )

    def _clause(self, at: int) -> Opening | None:
        """أن opens the content, unless the verb takes no clause or the clause is another word's."""
        governed = governs(self.reading, at - 1) and at - 1 > self.cue and not self._ends_adjunct(at - 1)
        if not self._owns_clause(at, governed):
            return self.noun
        before = at - 1 if governed else at
        start = at if is_that_not(self.reading, at) else at + 1
        if start < self.limit and self.tape[start] in self.codes.quote:
            return Opening("clause", start, before, self.reading.opening_at.get(start))
        return Opening("clause", start, before)

    def _ends_adjunct(self, at: int) -> bool:
        """في بيان له, نسخة منه: a preposition with its object, which belongs to the noun before it."""
        if self.words[at] not in particles("with_pronoun"):
            return False
        nouns = self.codes.noun
        return bool(nouns.intersection(self.tape[at - 2 : at])) or self.words[at - 1] in link_words("copy")

    def _owns_clause(self, at: int, governed: bool) -> bool:
        """Is the clause at ``at`` this verb's? Not إلا أن, وأن, nor one that a foreign preposition
        governs."""
        joined = self.words[at][:1] == "ب" and "clause" in self.verb.frames
        own = joined or self.words[at - 1] in self.clause_prepositions or (governed and at == self.cue + 2)
        if is_another_s(self.reading, self.cue, at) or (
            self.words[at][:1] in ("و", "ف") and at > self.cue + 1
        ):
            return False
        if governed and not own:
            return False
        if "clause" not in self.verb.frames:
            return own or ("ب" in self.prepositions and self.words[at][:1] == "ب")
        if self.verb.strength == "weak" and (
            at - self.cue > _NEAR or (self.verb.clause_prepositions and not own)
        ):
            return False
        return not (self.verb.stance in _ASKING and self.reading.source_contains(at, "إ"))

    def _after_colon(self, at: int) -> Opening | int | None:
        """A colon opens speech; before a complementizer or a quotation it is only a pause."""
        following = at + 1
        mute = self.verb.named and "quote" not in self.verb.frames  # سجل هدفين: في الدقيقة 27
        if mute or following >= len(self.words) or self.tape[following] in self.codes.line:
            return None
        if self.tape[following] in self.codes.complementizer:
            return self._clause(following)
        if names_another(self.reading, self.cue, at):
            return None
        bracketed = find_bracketed(self.reading, following, self.limit)
        quotation = self.reading.opening_at.get(following) or bracketed
        return Opening("quote" if quotation else "colon", following, at, quotation)

    def _quotation(self, at: int) -> Opening | int | None:
        """Tell a quotation that speaks from one that names."""
        quotation = self.reading.opening_at.get(at)
        if quotation is None:
            return at + 1
        if self._names(quotation):
            return quotation.close + 1
        if self.words[at - 1] in ("؛", ";"):
            return None  # انتقد المدير الدعوة؛ «…»، يقول الحارس
        if self.noun is not None:
            return self.noun  # مؤكدا سقوط «قتلى وجرحى»: the phrase is the content, quoted in part
        if "quote" not in self.verb.frames or not self._may_quote(at, quotation):
            return None
        return Opening("quote", at, at, quotation)

    def _may_quote(self, at: int, quotation: Quotation) -> bool:
        """A weak verb speaks a quotation right after it, or after a subject that is a name: كتب سليم الدوري
        «…»."""
        if self.verb.strength == "strong" or at == self.cue + 1:
            return True
        first, one = self.cue + 1, self.reading
        named = first in one.named_at or first in one.surnames or one.word(first).startswith("ال")
        return named and quotation.close - quotation.open > _NAME_WORDS and self._only_adjuncts(at)

    def _only_adjuncts(self, at: int) -> bool:
        """Does nothing but the subject and adjuncts led in by prepositions stand between verb and token?"""
        first = next((i for i in range(self.cue + 1, at) if self.tape[i] in self.codes.preposition), at)
        return first in self.reading.name_ends or first == self.cue + 2

    def _names(self, quotation: Quotation) -> bool:
        """A short quotation that the sentence runs on from, or that a noun or letter leads into, is a
        name."""
        named = names_speaker(self.reading, self.cue, quotation, self.prepositions)
        titled = self.words[quotation.open - 1] in particles("titled")
        if named or titled or self.reading.in_bodies[quotation.open]:
            return True
        if quotation.repaired:
            return False
        after = quotation.close + 1
        ends = after >= len(self.words) or self.tape[after] in self.codes.end
        if quotation.close - quotation.open - 1 > _NAME_WORDS:
            return not ends and self._kind_of_thing(quotation)
        return not ends or len(self.words[quotation.open - 1]) == 1

    def _kind_of_thing(self, quotation: Quotation) -> bool:
        """عضو «رابطة أطباء …» في المدينة: an indefinite noun right before, the sentence right after."""
        before, after = quotation.open - 1, quotation.close + 1
        noun = before > self.cue and self.tape[before] == "." and before + 1 not in self.reading.name_ends
        goes_on = self.tape[after] == "." or self.tape[after] in self.codes.preposition
        return noun and goes_on and not self.words[before].startswith("ال")

    def _past_pause(self, at: int) -> int:
        """Step over an inserted clause up to the comma that ends it; without one, over its verb alone."""
        return next((i for i in range(at, self.limit) if self.tape[i] in self.codes.comma), at + 1)

    def _is_noun_here(self, at: int) -> bool:
        """A form that could be a verb is a noun after a preposition, inside a name, or right after the
        cue's verb."""
        before = self.tape[at - 1]
        accusative = self.tape[at] in self.codes.participle and self.words[at].endswith("ا")
        if before in self.codes.comma and accusative:
            return False  # …، موردا أن: a report of its own
        if before in self.codes.preposition or self.reading.in_bodies[at]:
            return True
        word = self.reading.entry(at)
        if self.words[at - 1] in particles("from"):
            return True
        return word.cue is not None and (word.cue.strength == "weak" or at == self.cue + 1)

    def _preposition(self, at: int) -> Opening | None:
        """The verb's own preposition opens content: before أن a clause, else what it governs."""
        word = self.words[at]
        own = word in self.prepositions
        if self.relative or not self.governs or not (own or word[:1] in ("ب", "ل")):
            return None
        if self.words[at - 1] in particles("takes_on") or self.tape[at - 1] in self.codes.tag:
            return None  # أفادت الوكالة، نقلا عن مصدر، بأن
        if own and self._governs_itself(at - 1):
            free = self.noun is None and not self._is_bound(at - 1)
            return Opening("noun", at - 1, at - 1) if free else None
        if own:
            if at + 1 < self.limit and self.tape[at + 1] in self.codes.complementizer:
                return None
            return self._governed(at, at + 1)
        if "ب" in self.prepositions and (word == "ب" or is_joined(word)) and not self._told_later(at):
            return self._governed(at, at + 1 if word == "ب" else at)
        if "ل" in self.prepositions and is_purpose(word):
            return Opening("prep", at, at)
        return None

    def _governs_itself(self, at: int) -> bool:
        """أكدت البلدية حرصها على: a verbal noun with an owner before a preposition is what governs it."""
        owned = self.takes_noun and at > self.cue and self.words[at].endswith(("ه", "ها", "هم", "هما"))
        return owned and self.reading.source_letter(at) != "ة" and is_content_noun(self.words[at])

    def _is_bound(self, at: int) -> bool:
        """في تعليقه, عدم حصولها, في أحدث بحوثهم, في بيان نشره: does another word hold an owned noun, or is it
        a verb after the name of a document?"""
        before = at - 1
        if before == self.cue or self.words[before].startswith("ال"):
            return False
        held = {self.tape[before], self.tape[before - 1]} & self.codes.preposition
        return bool(held) or self.tape[before] in self.codes.any_noun or is_content_noun(self.words[before])

    def _governed(self, at: int, start: int) -> Opening | None:
        """Content that a preposition governs; a weak verb needs a verbal noun or a quotation there."""
        if start >= self.limit or self.tape[start] in self.codes.end or self._is_later(at):
            return None
        if self.words[start] in particles("saying"):
            return None  # خلص إلى القول إن: the noun reports
        if self.tape[start] in self.codes.noun_owned and self._is_channel(start):
            return None  # أكد في بيان نشره على صفحته أن
        quotation = self.reading.opening_at.get(start)
        word = self.words[start]
        heads = (
            is_content_noun(word)
            or is_content_noun(word.removeprefix("ب"))
            or is_content_noun(word.removeprefix("ال"))
            or (bool(self.verb.needs_object) and is_needed(self.verb, word))
        )
        if (self.verb.strength == "weak" or self.verb.stance in _TOPICAL) and not quotation and not heads:
            return None
        adjective = word.startswith("بال") and not is_content_noun(word[3:]) and at > self.cue + 1
        described = self.verb.describes and at not in self.reading.place_at  # وصف الهجوم بالمسرحية
        if start == at and adjective and not described:
            return None
        return Opening("prep", start, at, quotation)

    def _told_later(self, at: int) -> bool:
        """وصف الكاتب صدور الأحكام بسجن المتهمين بأنها جائرة: what is described may hold a ب of its own."""
        rest = self.words[at + 1 : min(at + _NEAR, self.limit)]
        return self.verb.describes and not _SO.isdisjoint(rest)

    def _is_channel(self, at: int) -> bool:
        """صفحته، حسابها: where words are carried, not what is said."""
        noun = self.reading.entry(at).noun
        return noun is not None and noun.channel is not None

    def _verbal_noun(self, at: int) -> int:
        """Keep the first verbal noun that can be the object: after the verb or after a subject that is
        complete."""
        word, free = self.words[at], self.takes_noun and self.noun is None and not self.relative
        if free and self._can_be_object(at, word) and not self._is_later(at):
            complete = self._is_complete(at - 1) or is_call(word) or self._is_accusative(at)
            not_its = is_decided(self.reading, self.cue, at) or begins_group(self.reading, at)
            if complete and not not_its:
                self.noun = Opening("noun", at, at)
        return at + 1

    def _is_accusative(self, at: int) -> bool:
        """أعلنت الشركة ارتفاعا في الأسعار: a verbal noun in the accusative, and what it governs after it."""
        word = self.words[at]
        if word in particles("purpose") or self.verb.strength == "weak" or len(word) < _MEASURED:
            return False
        governs = at + 1 < self.limit and self.tape[at + 1] in self.codes.preposition
        bare = word[-1] == "ا" and not word.endswith(("ها", "هما")) and is_content_noun(word[:-1])
        return bare and governs and self.tape[at] == "."

    def _is_later(self, at: int) -> bool:
        """…، مما أدى إلى مقتل: does a clause of what came of it stand between verb and token?"""
        return not particles("consequence").isdisjoint(self.words[self.cue + 1 : at])

    def _can_be_object(self, at: int, word: str) -> bool:
        """Is the word one that the verb needs, a verbal noun, or after a name one with the article?"""
        if self.verb.needs_object:
            return is_needed(self.verb, word)
        if self.reading.heads_content(at) or self._is_accusative(at):
            return word != "اي" or self.tape[at - 1] not in self.codes.comma  # not الثالثة، أي قبل الفجر
        if at == self.cue + 1 and self.tape[self.cue] in self.codes.participle:  # مؤكدا الاستمرار في العمل
            return is_content_noun(word.removeprefix("ال"))
        if at in self.reading.name_ends:
            return is_content_noun(word.removeprefix("ال"))
        if not word.startswith("ال") or not is_content_noun(word[2:]):
            return False
        if at == self.cue + 2 and self.words[at - 1].startswith("ال"):
            return True  # أعلن الرئيس الانسحاب: two definite nouns are no phrase
        paused = self.tape[at - 1] in self.codes.comma and self.verb.strength == "strong"
        return paused and is_listed(word[2:])  # أعلن النادي، أمس، التعاقد

    def _is_complete(self, before: int) -> bool:
        """Can an object follow the token: the verb, the end of its subject, of a name, a date or في بيان؟"""
        if before == self.cue or self.words[before].startswith(("ال", "لل")):
            return True
        if before + 1 in self.reading.name_ends or before + 1 in self.reading.date_ends:
            return True
        if ends_unknown_body(self.reading, self.cue + 1, before + 1):
            return True
        if any(one.last == before + 1 for one in self.reading.places.beginning_in(before - 3, before + 1)):
            return self.tape[before - 1] in self.codes.preposition  # أكدت مصادر في عدن ارتفاع
        code = self.tape[before]
        if code in self.codes.complete:
            return True
        led = self.tape[before - 1] in self.codes.preposition and code in self.codes.any_noun
        owned = self.reading.word(before + 1).endswith(("ه", "ها"))  # في لقاء عقده: a clause of its own
        return led and not owned


@cache
def _classed() -> re.Pattern[str]:
    """A pattern that finds tokens which have a class."""
    return re.compile(r"[^.]")
