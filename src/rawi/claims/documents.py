"""Things that speak (بيان، تقرير، دراسة) and whose they are."""

from __future__ import annotations

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import CueNoun, particles
from rawi.claims.accusatives import first_names
from rawi.claims.adjuncts import known_at, passes_on, past_addressee
from rawi.claims.carriers import match_carrier
from rawi.claims.known import folded_name
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import Subject, find_subject

_PRESS = frozenset(("agency", "newspaper", "magazine", "channel", "radio", "website", "account", "person"))
#: Channels of what somebody says or writes in their own name: the text goes on speaking for them.
SPOKEN = frozenset(("statement", "letter", "speech", "tweet", "post", "recording", "testimony"))
#: Channels of what a medium that publishes it has not made itself.
_OTHERS = frozenset(("study", "findings", "poll", "statistics", "statement"))
_OWNER_REACH = 6  # tokens between a document and whom it is from
_QUOTED = 14  # tokens between a document and its words
_TITLE = 6  # tokens of a name in marks, with the mark before it
_REACH = 10  # tokens from a document to the verb that tells what it says
_ISSUED = 8  # tokens from a verb of issuing over its subject to the document


def _is_accusative(reading: Reading, subject: Subject) -> bool:
    """قدم طلبا: does a phrase begin with an accusative that nobody is called by?"""
    at = subject.first
    return reading.words[at].endswith("ا") and not known_at(reading, at)


class Documents:
    """Finds the documents of one text and their owners."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def of(self, subject: Subject) -> CueNoun | None:
        """Return the thing that speaks (بيان، تقرير) with which a subject begins; None of all else."""
        return self.at(subject.first)

    def at(self, at: int) -> CueNoun | None:
        """Return the thing that can speak for a body at a token."""
        if self.reading.tape[at] not in codes().document:
            return None
        noun = self.reading.entry(at).noun
        return None if noun is None or noun.channel is None or noun.channel in _PRESS else noun

    def forms_before(self, at: int) -> frozenset[str]:
        """بيانا للبلدية قالت فيه: the folded nouns of documents shortly before a verb."""
        near = map(self.at, range(max(0, at - _REACH), at))
        return frozenset(folded_name(noun.form) for noun in near if noun is not None)

    def issuer(self, thing: int) -> tuple[int, Subject] | None:
        """أصدرت البلدية بيانا: return the verb and the subject of whoever issues the document at a token.

        Only a document without an article is news; of التقرير something else is told. A medium publishes what
        others wrote.
        """
        reading, noun, c = self.reading, self.at(thing), codes()
        if noun is None or not reading.words[thing].removeprefix("و").startswith(folded_name(noun.form)[:2]):
            return None
        if reading.tape[thing - 1] in c.preposition:  # قدم اعتذارا عبر بيان
            return None
        issues, first = particles("issues"), reading.text.sentence_of(thing)[0]
        for at in range(thing - 1, max(first, thing - _ISSUED) - 1, -1):
            if reading.words[at] in issues:
                subject = find_subject(reading, at + 1, thing) or self._named_before(at)
                if subject is None or passes_on(reading, subject.first) or _is_accusative(reading, subject):
                    return None
                return at, subject
            if reading.tape[at] in c.closes or reading.tape[at] in c.complementizer or self.at(at):
                return None
        return None

    def _named_before(self, verb: int) -> Subject | None:
        """كانت البلدية قد أصدرت بيانا: a name right before the verb."""
        reading, end = self.reading, verb
        while end > 0 and reading.tape[end - 1] in codes().auxiliary:
            end -= 1
        named = (reading.people, reading.roles, reading.organizations)
        near = (one for names in named for one in names.beginning_in(end - _TITLE, end) if one.last == end)
        return next((Subject(((one.first, one.last),)) for one in near), None)

    def owner(self, subject: Subject) -> Subject | None:
        """بيان للجيش، تقرير صادر عن المنظمة: a thing that speaks does so for the body named after it."""
        first, last = subject.parts[0]
        thing = self.of(subject)
        if thing is None:
            return None
        reading = self.reading
        spoken = thing.channel in SPOKEN
        end = self._before_words(first, reading.text.sentence_of(first)[1])
        for at in range(first + 1, min(first + _OWNER_REACH, end)):
            word = reading.words[at]
            if len(word) > 3 and word[:1] == "ل" and (self._joined(at) or (spoken and word.startswith("لل"))):
                return find_subject(reading, at, end, joined=True)
            issued = reading.words[at - 1].removeprefix("ال").startswith(("صادر", "صدر"))
            near = at == first + 1 and word in particles("inside") and reading.tape[at] in codes().preposition
            sided = not particles("side").isdisjoint(reading.words[at + 1 : at + 2])
            if near and word == "من" and not sided:  # بيان من الشرطة
                return find_subject(reading, at + 1, end)
            if issued and (word in particles("from") or word in particles("inside")):
                return find_subject(reading, at + 1, end)
            if reading.tape[at] in codes().relative:
                return self._maker(thing, at + 1, end)
            if at <= first + 2 and (made := self._maker(thing, at, end)) is not None:
                return made
            if reading.tape[at] in codes().phrase_break and word not in particles("belonging"):
                break
        return Subject(((first + 1, last),)) if last - first > 1 and self._owns(first) else None

    def _before_words(self, first: int, end: int) -> int:
        """Where a quotation that speaks begins: جاء في بيان للبلدية «نعتذر …»."""
        quotations = map(self.reading.opening_at.get, range(first + 1, min(first + _QUOTED, end)))
        return next((one.open for one in quotations if one and one.close - one.open > _TITLE), end)

    def _joined(self, at: int) -> bool:
        """Does a name or role begin after a joined letter (لوزارة النقل)?"""
        reading = self.reading
        one = reading.organization_at.get(at) or reading.person_at.get(at) or reading.role_at.get(at)
        swallowed = self.reading.words[at].startswith("لل")
        return one is not None and (swallowed or one.start > self.reading.text.starts[at])

    def _maker(self, thing: CueNoun, at: int, end: int) -> Subject | None:
        """المعطيات التي قدمتها الوزيرة: whose verb has the thing for its object; not the medium that
        publishes what others found or stated (دراسة نشرتها مجلة)."""
        if at >= len(self.reading.words):
            return None
        owned = self.reading.words[at].endswith("ها") or self.reading.source_letter(at) == "ه"
        by = self.reading.words[at + 1 : at + 2] in (["به"], ["بها"])  # تصريحات أدلت بها الوزيرة
        if at + 1 + by >= end or not (owned or by):
            return None
        start = past_addressee(self.reading, at + 1 + by, end)
        if start >= end:
            return None
        published = self.reading.words[at].removesuffix("ها").removesuffix("ه") in particles("republishes")
        if published and thing.channel in _OTHERS and passes_on(self.reading, start):
            return None
        named = self._begins_name(start) or load_vocabulary().code(self.reading.words[start]) in first_names()
        return find_subject(self.reading, start, end) if named else None

    def _owns(self, thing: int) -> bool:
        """Does a name, or a definite noun after one without article, follow: بيان الجيش, not تقارير طبية?"""
        if self._begins_name(thing + 1) or match_carrier(self.reading.words, thing + 1) is not None:
            return True
        indefinite = not self.reading.words[thing].startswith(("ال", "لل", "بال"))
        return indefinite and self.reading.word(thing + 1).startswith("ال")

    def _begins_name(self, at: int) -> bool:
        """Does a person, body, role or place begin at a token?"""
        one = self.reading
        return at in one.person_at or at in one.organization_at or at in one.role_at or at in one.place_at
