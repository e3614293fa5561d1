"""Name the speaker of each report: the fullest name that the article gives, also where it is understood."""

from __future__ import annotations

import msgspec

from rawi.annotations.speech import CueNoun, particles
from rawi.arabic.inflection import Agreement
from rawi.claims.actors import ISSUED, RELATIVE
from rawi.claims.agreement import agreement_of
from rawi.claims.documents import SPOKEN, Documents
from rawi.claims.drafts import Draft
from rawi.claims.governors import caller, describes, document_before, governor
from rawi.claims.hosts import Turn, host, is_press
from rawi.claims.known import Known, folded_name, is_headed, may_be_body
from rawi.claims.namesakes import Namesakes, are_namesakes
from rawi.claims.naming import Naming
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import Subject
from rawi.model.annotation import Annotation
from rawi.model.claim import EntityRef, Speaker

_LONG_SENTENCE = 60  # tokens of a sentence before its verb in which a subject is looked for
_REMEMBERED = 80  # speakers back to whom a short name or a description can lead
_FAR_NAME = 160  # tokens back to a person whom a verb without a subject may mean, if nobody has spoken yet
_NOBODY = Speaker(span=None, name=None)


class Speakers:
    """Remembers who has spoken, in the order of the text.

    ``known`` holds all who were named; ``turns`` only those at the author's level, for a subject that is
    understood: a source quoted inside somebody's words does not go on speaking after them.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.naming = Naming(reading)
        self.documents = Documents(reading)
        self.namesakes = Namesakes(reading)
        self.known: list[Known] = []
        self.turns: list[Turn] = []
        self.issued = -1  # the last verb by which somebody issued a document

    def name(self, draft: Draft, outer: Draft | None) -> Speaker:
        """Return the speaker of a draft that stands within ``outer``; the name is null if nobody can be
        settled on."""
        if draft.passive or (draft.subject is None and draft.rule == "statement/what-verb"):
            return _NOBODY  # وهو ما نفاه: whoever denies is not who was just quoted
        if draft.subject is None:
            return (
                self._before(draft, outer)
                or self._in_sentence(draft, outer)
                or self._understood(draft, outer)
            )
        word = self.reading.words[draft.subject.first]
        if word in particles("latter"):
            return self._latter(draft, outer)
        if word in particles("dignity"):
            return self._dignitary(draft, outer)
        known = self._called(draft, draft.subject, outer)
        if known is None:
            return self._understood(draft, outer, draft.subject)
        document = self.documents.of(draft.subject)  # وذكر البيان …، مضيفا: the ministry's, but masculine
        if draft.agreement is not None and document is not None:
            known = msgspec.structs.replace(known, agreement=known.agreement | {draft.agreement})
        self._remember(known, draft, outer)
        return self._speaker(known, draft.subject)

    def hear(self, draft: Draft, *, nested: bool) -> None:
        """Remember the subject of a verb that reports nothing itself (ندد، رحب): the next وقال may be
        theirs."""
        if draft.subject is None or (known := self._called(draft, draft.subject, None)) is None:
            return
        if draft.rule == ISSUED and (issued := self.documents.at(draft.content.start)) is not None:
            known = msgspec.structs.replace(known, heads=known.heads | {folded_name(issued.form)})
            self.issued = self._at(draft)
        self.known.append(known)
        at = self._at(draft)
        if not nested or (at and self.reading.words[at - 1] in particles("lead")):  # حيث: the author again
            self.turns.append(Turn(known, at, spoke=False, relative=draft.rule == RELATIVE))

    def _called(self, draft: Draft, subject: Subject, outer: Draft | None) -> Known | None:
        """Return whom a subject calls: for a thing that speaks its body; None if it must be understood."""
        document = self.documents.of(subject)
        owner = self.documents.owner(subject) if document is not None else None
        if document is None or owner is None:
            return self._pointed(subject, document, outer) or self._resolve(subject, draft)
        known = self._resolve(owner, draft, shown=False)
        return known and msgspec.structs.replace(known, heads=known.heads | {folded_name(document.form)})

    def _pointed(self, subject: Subject, document: CueNoun | None, outer: Draft | None) -> Known | None:
        """البيان, المصدر نفسه: a thing or somebody without a name, definite, that was met before."""
        words = self.reading.words
        first, last = subject.parts[0]
        again = not particles("again").isdisjoint(words[first : last + 1])
        if document is None:
            source = words[first] in particles("source_again") or again
            latest = self._last_spoken(outer) if not self._met(subject) else None
            if source or latest is None:
                return latest
            return latest if latest.kind == "person" and self._is_speaker(first, last) else None
        if not again and (last - first > 1 or not words[first].startswith(("ال", "لل"))):
            return None
        form = folded_name(document.form)
        if (
            before := next((one for one in reversed(self.known[-_REMEMBERED:]) if form in one.heads), None)
        ) is not None:
            return before
        latest = self._last_spoken(outer) if document.channel in SPOKEN else None
        return latest if latest is not None and latest.kind != "other" else None

    def _is_speaker(self, first: int, last: int) -> bool:
        """وأبرز المتحدث: is a subject one word for whoever is speaking, no spokesman known to the text?"""
        if last - first > 1 or self.reading.words[first] not in particles("speaker_again"):
            return False
        holder = self.reading.names.full_name_at(first, last)
        return holder is None or holder.entity is None

    def _met(self, subject: Subject) -> bool:
        """Has the text called anybody by these words?"""
        words = self.naming.words_of(subject)
        return any(words <= known.words for known in self.known[-_REMEMBERED:])

    def _last_spoken(self, outer: Draft | None) -> Known | None:
        """Return the one who spoke last at this level."""
        if outer is not None:
            return self.known[-1] if self.known else None
        return next((turn.known for turn in reversed(self.turns[-_REMEMBERED:]) if turn.spoke), None)

    def _resolve(self, subject: Subject, draft: Draft, *, shown: bool = True) -> Known | None:
        """Name a subject; a definite description of somebody met before gives their name."""
        words = self.naming.words_of(subject)
        if not words:
            return None
        agreement = agreement_of(self.reading, subject, draft.agreement if shown else None)
        new = self.naming.named(subject, words, agreement)
        earlier, new = self._met_again(new, subject, draft)
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

    def _in_sentence(self, draft: Draft, outer: Draft | None) -> Speaker | None:
        """وعند سؤال ديلون عن ذلك أجاب أن: the one person named before the verb in its own sentence
        answers."""
        if draft.cue is None or outer is not None or draft.manner != "verb":
            return None
        if draft.agreement is Agreement.PLURAL:
            return None
        first = max(self.reading.text.sentence_of(draft.cue[0])[0], draft.cue[0] - _LONG_SENTENCE)
        if self.issued >= first or (
            self._carries_on(draft.cue[0]) and any(turn.spoke for turn in self.turns)
        ):
            return None  # أضاف goes on with who has been speaking
        if draft.cue[0] - first < 3 or not codes().cue.isdisjoint(self.reading.tape[first : draft.cue[0]]):
            return None
        people = self.reading.people.beginning_in(first, draft.cue[0])
        known = self._someone(people[0], draft) if len(people) == 1 else self._by_surname(draft, first)
        if known is None or not known.agrees(draft.agreement):
            return None
        self._remember(known, draft, outer)
        return self._speaker(known, None)

    def _before(self, draft: Draft, outer: Draft | None) -> Speaker | None:
        """The document that a verb describes (وفق بيان للبلدية أشار إلى), or the subject of the verb to which
        a participle belongs (قررت المديرة الرحيل، قائلة)."""
        if draft.cue is None:
            return None
        at = draft.cue[0]
        subject, issued = None, False
        if draft.manner == "participle" and outer is None and not self._acts_here(draft):
            subject = governor(self.reading, at, draft.agreement)
        elif draft.manner == "verb" and describes(self.reading, at):
            subject = None if self._acts_here(draft) else caller(self.reading, at, draft.agreement)
        elif draft.manner == "verb" and draft.agreement is not Agreement.PLURAL:
            subject = document_before(self.reading, self.documents, at)
            issued = subject is not None
            if subject is None and self._joins(at) and not self._acts_here(draft):
                subject = governor(self.reading, at, draft.agreement)
        known = subject and self._called(draft, subject, outer)
        if not known or not known.agrees(draft.agreement):
            return None
        if issued:  # بيانا للبلدية قالت فيه: البيان is hers from here on
            known = msgspec.structs.replace(known, heads=known.heads | self.documents.forms_before(at))
        if draft.manner == "verb":
            self.known.append(known)  # whoever spoke before goes on after the document
        else:
            self._remember(known, draft, outer)
        return self._speaker(known, None)

    def _joins(self, at: int) -> bool:
        """أصدرت البلدية بيانا قالت فيه, خرجت المديرة وقالت: does a verb belong to the one before it?"""
        if at + 1 < len(self.reading.words) and self.reading.word(at + 1) in particles("resumes"):
            return True
        opens = at - self.reading.text.sentence_of(at)[0] <= 1
        return self.reading.tape[at] in codes().verb_joined and not opens and not self._carries_on(at)

    def _acts_here(self, draft: Draft) -> bool:
        """Has anybody with whom a participle agrees spoken or acted in its sentence?"""
        first = self.reading.text.sentence_of(self._at(draft))[0]
        return bool(self.turns) and any(
            turn.at >= first and turn.known.agrees(draft.agreement) for turn in self.turns[-_REMEMBERED:]
        )

    def _by_surname(self, draft: Draft, first: int) -> Known | None:
        """The one speaker met before whose last name stands in the sentence before the verb."""
        words = self.reading.words[first : self._at(draft)]
        found = [
            known for known in self.known[-_REMEMBERED:] if known.kind == "person" and known.surname in words
        ]
        if len({known.name for known in found}) != 1:
            return None
        at = first + words.index(found[-1].surname)
        return found[-1] if self.namesakes.may_mean(at, found[-1], draft.agreement, self.turns) else None

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
        known = self._someone(last, draft)
        self._remember(known, draft, outer)
        return self._speaker(known, draft.subject)

    def _dignitary(self, draft: Draft, outer: Draft | None) -> Speaker:
        """سموه, معاليه: the person who spoke or acted last, else the one named last, if it is a man's."""
        turns = (turn.known for turn in reversed(self.turns[-_REMEMBERED:]))
        known = next((one for one in turns if one.kind == "person" and one.agrees(draft.agreement)), None)
        at = self._at(draft)
        people = self.reading.people.beginning_in(at - _FAR_NAME, at)
        if known is None and people and draft.agreement is Agreement.MASCULINE:
            known, draft.doubtful = self._someone(people[-1], draft), True
        if known is None:
            return _NOBODY
        self._remember(known, draft, outer)
        return self._speaker(known, draft.subject)

    def _someone(self, person: Annotation, draft: Draft) -> Known:
        """A person met by name only, or again by surname."""
        subject = Subject(((person.first, person.last),))
        earlier, new = self._met_again(self.naming.someone(person, draft.agreement), subject, draft)
        return earlier or new

    def _met_again(self, new: Known, subject: Subject, draft: Draft) -> tuple[Known | None, Known]:
        """Return as whom the text has met a speaker before, and the speaker, settled among namesakes."""
        settled = self.namesakes.settle(new, subject, draft.agreement, self.turns)
        if settled is not None and (new := settled).entity is None:
            return None, new
        earlier = self._same(new, subject)
        if earlier is None or new.kind != "person" or earlier.entity == new.entity is not None:
            return earlier, new
        return (None if are_namesakes(earlier.name, new.name) else earlier), new

    def _speaker(self, known: Known, subject: Subject | None) -> Speaker:
        """Build the record's speaker; what kind it is stays with the reading."""
        self.reading.called[known.name] = known.kind
        span = self.reading.text.span(subject.first, subject.last) if subject else None
        also = tuple([EntityRef(name) for name in known.also]) if known.also else ()
        return Speaker(span, known.name, known.role, known.entity, also)

    def _remember(self, known: Known, draft: Draft, outer: Draft | None) -> None:
        """Keep a speaker; take the turn only at the author's level. A share of people asked takes none."""
        if known.name[:1].isdigit():
            return
        through = self._through(draft)
        if through:
            known = msgspec.structs.replace(known, heads=known.heads | through)
        self.known.append(known)
        if outer is None:
            tagged = draft.manner == "tag"
            self.turns.append(Turn(known, self._at(draft), True, tagged=tagged, end=draft.content.end))

    def _through(self, draft: Draft) -> frozenset[str]:
        """قال المجلس في تقرير: by which documents somebody speaks, so that التقرير means them later."""
        first = self._at(draft)
        last = min(draft.content.start, first + _LONG_SENTENCE)
        nouns, tape = codes().noun, self.reading.tape
        if nouns.isdisjoint(tape[first:last]):
            return frozenset()
        found = [self.documents.at(at) for at in range(first, last) if tape[at] in nouns]
        return frozenset(folded_name(noun.form) for noun in found if noun is not None)

    def _at(self, draft: Draft) -> int:
        """Where a report stands."""
        return draft.cue[0] if draft.cue else draft.content.start

    def _understood(self, draft: Draft, outer: Draft | None, subject: Subject | None = None) -> Speaker:
        """An elided subject is the last speaker with whom the verb agrees; inside a report, the latest of
        all."""
        known = self._nested(draft) if outer is not None else self._turn(draft)
        if known is None and outer is None and self._is_lone(draft):
            known, draft.doubtful = self.turns[-1].known, True
        asked = known is None and (not self.turns or draft.manner == "participle")
        if asked and (person := self._topic(draft)) is not None:
            known = self._someone(person, draft)
            draft.doubtful = True
        if known is None:
            return _NOBODY
        self._remember(known, draft, outer)
        return self._speaker(known, subject)

    def _is_lone(self, draft: Draft) -> bool:
        """وأضاف after the ministry spoke, and nobody else: the commonest form of a verb may be a slip."""
        return (
            draft.agreement is Agreement.MASCULINE
            and len({turn.known.name for turn in self.turns[-_REMEMBERED:]}) == 1
        )

    def _nested(self, draft: Draft) -> Known | None:
        """The latest of all who were named, with whom the verb agrees."""
        return next(
            (known for known in reversed(self.known[-_REMEMBERED:]) if known.agrees(draft.agreement)), None
        )

    def _turn(self, draft: Draft) -> Known | None:
        """The last who spoke, or acted in the same sentence or in the one before; else whoever acted."""
        acted: Known | None = None
        for turn in reversed(self.turns[-_REMEMBERED:]):
            if not turn.known.agrees(draft.agreement) or is_press(turn, draft.agreement):
                continue
            if turn.tagged and (told := self._told(turn, draft)) is not None:
                return told
            if turn.spoke or self._goes_on(turn, draft):
                if draft.manner == "participle" and turn.relative:
                    return host(self.reading, self.turns[-_REMEMBERED:], turn, draft.agreement).known
                return turn.known
            acted = acted or (None if turn.relative else turn.known)
        return acted

    def _told(self, tag: Turn, draft: Draft) -> Known | None:
        """قال الوزير …، وفقا لما بثته الوكالة، مؤكدا: whose words the phrase carries goes on speaking."""
        first, last = self.reading.text.sentence_of(tag.at)
        for turn in reversed(self.turns[-_REMEMBERED:]):
            if turn.at < first:
                return None
            if turn.at < last and not (turn.tagged or turn.relative) and turn.known.agrees(draft.agreement):
                return turn.known
        return None

    def _goes_on(self, turn: Turn, draft: Draft) -> bool:
        """Is the subject of a verb that reports nothing the one who speaks next?"""
        at = self._at(draft)
        sentence = self.reading.text.sentence_of(at)
        if turn.at >= sentence[0]:
            return draft.manner == "participle" or not turn.relative
        if draft.manner == "participle" or self._carries_on(at):
            return False
        before = self.reading.text.sentence_of(turn.at)
        return turn.known.kind == "person" and sentence[0] - before[1] <= 2 and at - sentence[0] <= 2

    def _carries_on(self, at: int) -> bool:
        """Does a verb only go on with what somebody has been saying (أضاف)?"""
        if self.reading.tape[at] not in codes().verb:
            return False
        word = self.reading.entry(at)
        return word.cue is not None and folded_name(word.cue.form) in particles("carries_on")

    def _topic(self, draft: Draft) -> Annotation | None:
        """Where nobody has spoken yet, the person named most in full before a cue; for a participle, the last
        one in its sentence."""
        at = self._at(draft)
        if draft.manner == "participle" and self.turns:
            near = self.reading.people.beginning_in(self.reading.text.sentence_of(at)[0], at)
            return near[-1] if near and draft.agreement is not Agreement.PLURAL else None
        before = self.reading.people.beginning_in(at - _FAR_NAME, at)
        return max(before, key=lambda person: person.last - person.first) if before else None

    def _same(self, new: Known, subject: Subject) -> Known | None:
        """Return the last speaker met before whom these words call again.

        A name or a definite description does; مصادر without an article are always new ones. A body is
        never taken for its spokesman.
        """
        definite = self.reading.words[subject.first].startswith(("ال", "لل")) or len(subject.parts) > 1
        if new.kind == "other" and not definite and new.role is not None:
            return None
        first = self.reading.words[subject.first].removeprefix("لل").removeprefix("ال")
        for known in reversed(self.known[-_REMEMBERED:]):
            if not new.words <= known.words or (new.kind == "body" and not may_be_body(new, known)):
                continue
            if new.kind == "body" and not is_headed(first, new, known):
                continue
            if first in known.heads or (new.words & known.heads and new.kind == "person"):
                return known
        return None
