"""Name the speaker of each report: the fullest name that the article gives, also where it is only
understood."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from rawi.annotations.roles import kin_words
from rawi.annotations.speech import particles
from rawi.arabic.fold import fold
from rawi.arabic.inflection import Agreement
from rawi.claims.drafts import Draft
from rawi.claims.intervals import Placed
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import Subject, find_subject, lineage_end, seat_end
from rawi.model.annotation import Annotation
from rawi.model.claim import EntityRef, Speaker

_MARKS = " \"“”„‟«»‹›″'،,؛:.-–—"
_PRESS = frozenset(("agency", "newspaper", "magazine", "channel", "radio", "website", "account", "person"))
_LONG_SENTENCE = 60  # tokens of a sentence before its verb in which a subject is looked for
_REMEMBERED = 80  # speakers back to whom a short name or a description can lead
_FAR_NAME = 160  # tokens back to a person whom a verb without a subject may mean, if nobody has spoken yet


@cache
def _attached() -> frozenset[str]:
    """Nouns after which a name is somebody else's: family and neighbours, lawyers, drivers."""
    return particles("kin") | kin_words()


class Known(msgspec.Struct):
    """A speaker met before: the name, the folded words by which the text called them, and how verbs
    agreed."""

    name: str
    role: str | None
    kind: Literal["person", "body", "other"]
    words: frozenset[str]
    heads: frozenset[str]
    agreement: Agreement | None
    also: tuple[str, ...] = ()
    entity: str | None = None

    @property
    def surname(self) -> str:
        """The last word of the name, folded."""
        return fold(self.name).split()[-1] if self.name.strip() else ""


class Speakers:
    """Remembers who has spoken, in the order of the text.

    ``known`` holds all who were named; ``turns`` only those at the author's level, for a subject that is
    understood: a
    source quoted inside somebody's words does not go on speaking after them.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.types = {entity.id: entity.type for entity in reading.entities}
        self.known: list[Known] = []
        self.turns: list[Known] = []

    def name(self, draft: Draft, outer: Draft | None) -> Speaker:
        """Return the speaker of a draft that stands within ``outer``; the name is null if nobody can be
        settled on."""
        if draft.subject is None and draft.rule == "statement/what-verb":
            return Speaker(span=None, name=None)  # وهو ما نفاه: whoever denies is not who was just quoted
        if draft.subject is None:
            return self._in_sentence(draft, outer) or self._understood(draft, outer)
        if self.reading.words[draft.subject.first] in particles("latter"):
            return self._latter(draft, outer)
        subject = self._owner(draft.subject) or draft.subject
        if self._is_document(subject):
            return self._understood(msgspec.structs.replace(draft, agreement=None), outer, draft.subject)
        known = self._resolve(subject, draft)
        if known is None:
            return self._understood(draft, outer, draft.subject)
        self._remember(known, outer)
        return self._speaker(known, draft.subject)

    def _in_sentence(self, draft: Draft, outer: Draft | None) -> Speaker | None:
        """وعند سؤال ديلون عن ذلك أجاب أن: the one person named before the verb in its own sentence
        answers."""
        if draft.cue is None or outer is not None or draft.manner != "verb":
            return None
        if draft.agreement is Agreement.PLURAL:
            return None
        first = max(self.reading.text.sentence_of(draft.cue[0])[0], draft.cue[0] - _LONG_SENTENCE)
        people = self.reading.people.beginning_in(first, draft.cue[0])
        if (
            len(people) != 1
            or draft.cue[0] - first < 3
            or any(self.reading.tape[i] in codes().cue for i in range(first, draft.cue[0]))
        ):
            return None
        known = self._someone(people[0], draft.agreement)
        self._remember(known, outer)
        return self._speaker(known, None)

    def _by_surname(self, draft: Draft, first: int) -> Speaker | None:
        """The one speaker met before whose last name stands in the sentence before the verb."""
        at = draft.cue[0] if draft.cue else first
        words = self.reading.words[first:at]
        found = [
            known for known in self.known[-_REMEMBERED:] if known.kind == "person" and known.surname in words
        ]
        if at - first < 3 or len({known.name for known in found}) != 1:
            return None
        self._remember(found[-1], None)
        return self._speaker(found[-1], None)

    def _latter(self, draft: Draft, outer: Draft | None) -> Speaker:
        """الأخير: the person or body named last before."""
        at = draft.subject.first if draft.subject else 0
        reading = self.reading
        near = (one.beginning_in(at - _FAR_NAME, at) for one in (reading.people, reading.organizations))
        named = [one for found in near for one in found]
        if not named:
            return self._understood(draft, outer, draft.subject)
        last = max(named, key=lambda one: one.last)
        draft.doubtful |= any(role.first >= last.last for role in reading.roles.beginning_in(last.last, at))
        known = self._someone(last, draft.agreement)
        self._remember(known, outer)
        return self._speaker(known, draft.subject)

    def hear(self, draft: Draft) -> None:
        """Remember the subject of a verb that reports nothing itself (ندد، رحب): the next وقال may be
        theirs."""
        if draft.subject is not None and (known := self._resolve(draft.subject, draft)) is not None:
            self._remember(known, None)

    def _speaker(self, known: Known, subject: Subject | None) -> Speaker:
        """Build the record's speaker."""
        span = self.reading.text.span(subject.first, subject.last) if subject else None
        return Speaker(
            span, known.name, known.role, known.entity, tuple(EntityRef(name) for name in known.also)
        )

    def _remember(self, known: Known, outer: Draft | None) -> None:
        """Keep a speaker; take the turn only at the author's level."""
        self.known.append(known)
        if outer is None:
            self.turns.append(known)

    def _understood(self, draft: Draft, outer: Draft | None, subject: Subject | None = None) -> Speaker:
        """An elided subject is the last speaker with whom the verb agrees; inside a report, the latest of
        all."""
        heard = self.turns if outer is None else self.known
        for known in reversed(heard[-_REMEMBERED:]):
            if draft.agreement is None or known.agreement is None or known.agreement == draft.agreement:
                if outer is None:
                    self.turns.append(known)
                return self._speaker(known, subject)
        person = self._last_person(draft) if not heard else None
        if person is not None:
            known = self._someone(person, draft.agreement)
            self._remember(known, outer)
            draft.doubtful = True
            return self._speaker(known, subject)
        return Speaker(span=None, name=None)

    def _last_person(self, draft: Draft) -> Annotation | None:
        """Return the person named last before a cue, where nobody has spoken yet."""
        at = draft.cue[0] if draft.cue else draft.content.start
        before = self.reading.people.beginning_in(at - _FAR_NAME, at)
        return max(before, key=lambda person: person.last - person.first) if before else None

    def _someone(self, person: Annotation, agreement: Agreement | None) -> Known:
        """A person met by name only, or again by surname."""
        subject = Subject(((person.first, person.last),))
        words = self._words(subject)
        new = Known(self._text(person.first, person.last), None, "person", words, words, agreement)
        earlier = self._same(new, subject)
        return earlier or new

    def _resolve(self, subject: Subject, draft: Draft) -> Known | None:
        """Name a subject; a definite description of somebody met before gives their name."""
        words = self._words(subject)
        if not words:
            return None
        agreement = Agreement.PLURAL if self.reading.words[subject.first].endswith("ون") else draft.agreement
        if self.reading.words[subject.first] in _attached():
            return self._kin(subject, words, agreement)
        new = self._joined_up(self._named(subject, words, agreement), subject)
        earlier = self._same(new, subject)
        if earlier is None:
            return new
        name = earlier.name if earlier.words > words or len(earlier.name) >= len(new.name) else new.name
        return msgspec.structs.replace(
            new,
            name=name,
            role=new.role or earlier.role,
            kind=earlier.kind,
            entity=new.entity or earlier.entity,
            words=words | earlier.words,
            heads=new.heads | earlier.heads,
        )

    def _kin(self, subject: Subject, words: frozenset[str], agreement: Agreement | None) -> Known:
        """زوجة فهد العمري: not he speaks; a second name after his is hers, else the phrase stands for her."""
        people = self.reading.people.beginning_in(subject.first, subject.last)
        if len(people) > 1:
            return self._someone(people[-1], agreement)
        first = subject.first
        last = max(people[0].last, subject.parts[0][1]) if people else subject.parts[0][1]
        return Known(self._text(first, last), None, "other", words, words, agreement)

    def _joined_up(self, new: Known, subject: Subject) -> Known:
        """Take the fullest name and the entity that the whole article gives for these words, if it gives
        one."""
        first, last = subject.parts[0]
        found = self.reading.names.full_name_at(first, last if len(subject.parts) == 1 else subject.last)
        if found is None or found.entity is None or self._type(found.entity) == "place":
            return new
        kind: Literal["person", "body"] = "person" if self._type(found.entity) == "person" else "body"
        if new.kind == "person" and kind == "body":
            return new
        longer = new.kind == "person" and len(new.name) > len(found.name) and found.name in new.name
        name = new.name if longer else found.name
        return msgspec.structs.replace(
            new, name=name, role=new.role or found.role, kind=kind, entity=found.entity
        )

    def _type(self, entity: str) -> str:
        """The type of an entity of this article."""
        return self.types[entity]

    def _owner(self, subject: Subject) -> Subject | None:
        """بيان للجيش، تقرير صادر عن المنظمة: a thing that speaks does so for the body named after it."""
        first, last = subject.parts[0]
        reading = self.reading
        noun = reading.entry(first).noun if reading.tape[first] in codes().noun else None
        if noun is None or noun.channel is None or noun.channel in _PRESS:
            return None
        sentence = reading.text.sentence_of(first)
        for at in range(first + 1, min(first + 6, sentence[1])):
            word = reading.words[at]
            known = reading.organization_at.get(at) or reading.role_at.get(at)
            joined = known is not None and known.start > reading.text.starts[at]
            if (word.startswith("لل") and len(word) > 3) or (word.startswith("ل") and joined):
                return find_subject(reading, at, sentence[1], joined=True)
            if word in particles("from"):
                return find_subject(reading, at + 1, sentence[1])
            if reading.tape[at] in codes().phrase_break:
                break
        return Subject(((first + 1, last),)) if last - first > 1 else None

    def _is_document(self, subject: Subject) -> bool:
        """البيان, التقرير: a thing named before, which goes on speaking for its body."""
        first, last = subject.parts[0]
        if last - first > 1 or self.reading.tape[first] not in codes().noun or not self.turns:
            return False
        noun = self.reading.entry(first).noun
        return noun is not None and noun.channel is not None and noun.channel not in _PRESS

    def _named(self, subject: Subject, words: frozenset[str], agreement: Agreement | None) -> Known:
        """Read the name in a subject and the role beside it: a person's name before anything else."""
        reading = self.reading
        role = next(iter(reading.roles.beginning_in(subject.first, subject.last)), None)
        role_text = self._text(role.first, role.last) if role and role.last <= subject.last else None
        span = self._person(subject, role)
        if span is not None:
            name = Subject((span,))
            heads = self._words(name) | self._heads(subject, role)
            also = self._others(self.reading.people, span[1], subject)
            return Known(self._text(*span), role_text, "person", words, heads, agreement, also)
        body = reading.organization_at.get(subject.first)
        if body is not None and (role is None or role.first != subject.first):
            return self._body(subject, body, words, agreement)
        first, last = subject.parts[0]
        text = self._text(first, last, joined=subject.joined)
        return Known(text, role_text, "other", words, self._heads(subject, role), agreement)

    def _heads(self, subject: Subject, role: Annotation | None) -> frozenset[str]:
        """The words by which a definite description may call somebody again: first of the phrase, first of
        the role."""
        firsts = [subject.first] if role is None else [subject.first, role.first]
        return frozenset(self.reading.words[at].removeprefix("لل").removeprefix("ال") for at in firsts)

    def _person(self, subject: Subject, role: Annotation | None) -> tuple[int, int] | None:
        """Return the tokens of a person's name: unknown words before a role, a known name, or what follows
        a role."""
        named = role is not None and role.value.kind != "anonymous"
        if named and role is not None:
            first = subject.parts[0][0]
            if 0 < role.first - first <= 4 and self._is_name(first, role.first):
                return first, role.first
        for person in self.reading.people.beginning_in(subject.first, subject.last):
            held = role is not None and role.first <= person.first < role.last
            if person.last <= subject.last and not held:
                return person.first, lineage_end(self.reading, person.last, subject.last)
        if not named or role is None:
            return None
        after = seat_end(self.reading, role.last, subject.last)
        for first, last in subject.parts:
            if first <= after < last and role.first >= first and self._is_name(after, last):
                return after, last
            if role.last <= first and self._is_name(first, last):
                return first, last
        return None

    def _is_name(self, first: int, last: int) -> bool:
        """Can unknown words be a name: up to five of no class, no word that points, no article on a lone
        one?"""
        words = self.reading.words[first:last]
        if not words or len(words) > 5 or any(code != "." for code in self.reading.tape[first:last]):
            return False
        if len(words) == 1 and words[0].startswith("ال"):
            return False
        joined = words[0].startswith(("بال", "لل")) or (words[0][0] == "و" and first in self.reading.place_at)
        return (
            sum(map(len, words)) > 2 and not joined and not any(word in particles("same") for word in words)
        )

    def _body(
        self, subject: Subject, body: Annotation, words: frozenset[str], agreement: Agreement | None
    ) -> Known:
        """Name a body, and the bodies joined to it (المرصد وشبكة …)."""
        others = self._others(self.reading.organizations, body.last, subject)
        end = max(body.last, min(subject.parts[0][1], body.last + 4)) if not others else body.last
        first = self._text(body.first, end, joined=subject.joined)
        return Known(first, None, "body", words, words, agreement, others)

    def _others(self, names: Placed, after: int, subject: Subject) -> tuple[str, ...]:
        """The names that و joins to the first (المرصد وشبكة …، لينا حداد وسامر النجار)."""
        return tuple(
            self._text(one.first, one.last).removeprefix("و")
            for one in names.beginning_in(after, subject.last)
            if one.last <= subject.last and self.reading.words[one.first].startswith("و")
        )

    def _text(self, first: int, last: int, *, joined: bool = False) -> str:
        """Return the source's words without marks at the ends and, if ``joined``, without the ل before
        them."""
        text = self.reading.text.words_of(first, last).strip(_MARKS)
        if not joined or not text.startswith("ل"):
            return text
        return "ال" + text[2:] if text.startswith("لل") else text[1:].lstrip(_MARKS + "ـ")

    def _words(self, subject: Subject) -> frozenset[str]:
        """Return the folded words of a subject, articles off, words that only point (نفسه، ذاتها) left
        out."""
        words = list(self.reading.words[subject.first : subject.last])
        if subject.joined and words[0].startswith("ل"):
            words[0] = words[0][2:] if words[0].startswith("لل") else words[0][1:]
        skip = particles("same")
        return frozenset(word.removeprefix("ال") for word in words if len(word) > 1 and word not in skip)

    def _same(self, new: Known, subject: Subject) -> Known | None:
        """Return the last speaker met before whom these words call again.

        A name or a definite description does; مصادر without an article are always new ones. A body is
        never taken for
        its spokesman.
        """
        definite = self.reading.words[subject.first].startswith(("ال", "لل")) or len(subject.parts) > 1
        if new.kind == "other" and not definite and new.role is not None:
            return None
        first = self.reading.words[subject.first].removeprefix("لل").removeprefix("ال")
        for known in reversed(self.known[-_REMEMBERED:]):
            if not new.words <= known.words or (new.kind == "body" and known.kind != "body"):
                continue
            if first in known.heads or (new.words & known.heads and new.kind == "person"):
                return known
        return None
