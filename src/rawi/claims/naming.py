"""Name whom a subject calls: the person before the role, the body before the thing that speaks for it."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec

from rawi.annotations.holders import key_of
from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.nametapes import read_names
from rawi.annotations.people import is_facility
from rawi.annotations.roles import kin_words
from rawi.annotations.speech import particles, speech_words
from rawi.arabic.clitics import Clitic
from rawi.arabic.inflection import Agreement
from rawi.claims.accusatives import heads_body
from rawi.claims.adjuncts import to_medium
from rawi.claims.agreement import is_conjoined, is_several
from rawi.claims.endings import is_closing_surname, lineage_end, qualifies, seat_end, surname_end
from rawi.claims.genitives import belongs, is_governed, is_inner, stands_apart
from rawi.claims.intervals import Placed
from rawi.claims.known import Known, folded_name, share_a_word
from rawi.claims.reading import Reading, codes
from rawi.claims.recipients import part_of
from rawi.claims.strangers import is_defined, is_name, is_surname
from rawi.claims.subjects import Subject
from rawi.model.annotation import Annotation

_MARKS = " \"“”„‟«»‹›″'،,؛:.-–—"
_HASHTAG = re.compile(r"\s*[#_]\s*")
_INITIALS = re.compile(r"(?:[دمأا]\s?\.?\s?){0,2}[دمأا]\s?\.\s?(?=\w\w)")  # د. , أ.د. before a name
_OWNER_REACH = 6  # tokens between a document and whom it is from
_NAME_WORDS = 4
# Plain integers: the operators of IntFlag are ten times slower.
_AND, _THE, _WITH = int(Clitic.CONJUNCTION), int(Clitic.ARTICLE), int(Clitic.BEH)


@cache
def attached() -> frozenset[str]:
    """Nouns after which a name is somebody else's: family and neighbours, lawyers, drivers."""
    return particles("kin") | kin_words()


@cache
def _around_somebody() -> frozenset[str]:
    """Nouns at which a name ends that somebody else's begins after."""
    return attached() | particles("around_somebody")


_NAMES = frozenset(("given", "likely", "name", "nationality", "place"))


def _closed(text: str) -> str:
    """متحدث باسم «واتساب: put back the mark that closes a name within; one that only opens is left."""
    text = text.rstrip("«“( ")
    for opening, closing in ("«»", "“”", "()"):
        if text.count(opening) > text.count(closing):
            return text + closing
    return text + '"' if text.count('"') % 2 else text


def _are_aliases(one: str, other: str) -> bool:
    """Do two names of one body choose other words (الشرطة الفلانية، شرطة الاحتلال)? Neither stands for
    the other."""
    if one == other:
        return False
    some, others = key_of(folded_name(one).split()), key_of(folded_name(other).split())
    return not (some <= others or others <= some)


class Naming:
    """Names the subjects of one text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.types = {entity.id: entity.type for entity in reading.entities}

    def named(self, subject: Subject, words: frozenset[str], agreement: frozenset[Agreement]) -> Known:
        """Return the speaker that a subject of these ``words`` names, as the whole article calls them."""
        head = subject.first + (self.reading.words[subject.first] in particles("lineage"))  # ابن عم الشهيد
        if self.reading.words[subject.first] in particles("divine"):  # قال تعالى
            return Known("الله", None, "person", words | {"الله"}, frozenset(("الله",)), agreement)
        if self.reading.word(head) in attached() or self._one_of(subject.first):
            return self._kin(subject, words, agreement)
        return self._joined_up(self._read(subject, words, agreement), subject)

    def someone(self, person: Annotation, agreement: Agreement | None) -> Known:
        """Return a person or body met by name only."""
        words = self.words_of(Subject(((person.first, person.last),)))
        shown = frozenset(() if agreement is None else (agreement,))
        return Known(self._text(person.first, person.last), None, "person", words, words, shown)

    def _kin(self, subject: Subject, words: frozenset[str], agreement: frozenset[Agreement]) -> Known:
        """زوجة فهد العمري: not he speaks; a second name after his is hers, else the phrase stands for her."""
        people = self.reading.people.beginning_in(subject.first, subject.last)
        if len(people) > 1:
            return self.someone(people[-1], next(iter(agreement), None))
        first = subject.first
        last = max(people[0].last, subject.parts[0][1]) if people else subject.parts[0][1]
        return Known(self._text(first, last), None, "other", words, words, agreement)

    def _one_of(self, first: int) -> bool:
        """أحد جيران سامي النجار: one or some of those who belong to whoever is named next."""
        words = self.reading.words
        if first + 1 >= len(words) or words[first] not in particles("no_name"):
            return False
        head = words[first + 1]
        whose = self.reading.tape[first + 1] == "." and first + 2 in self.reading.person_at
        return head in attached() or (whose and not head.startswith("ال"))

    def _joined_up(self, new: Known, subject: Subject) -> Known:
        """Take the fullest name and the entity that the whole article gives for these words, if it gives
        one."""
        first, last = subject.parts[0]
        found = self.reading.names.full_name_at(first, last if len(subject.parts) == 1 else subject.last)
        if found is None or found.entity is None or self.types[found.entity] == "place":
            return new
        kind: Literal["person", "body"] = "person" if self.types[found.entity] == "person" else "body"
        if kind == "body" and (new.kind == "person" or not self._begins_body(first, last)):
            return new
        if kind == "person" and new.kind == "person" and not share_a_word(new.name, found.name):
            return new
        if kind == "person" and (
            is_several(self.reading, first) or stands_apart(self.reading, subject, found.name)
        ):
            return new
        if kind == "person" and new.kind != "person" and heads_body(self.reading, first):
            return new  # مكتب النجار: the office of سامي النجار, not he
        longer = new.kind == "person" and len(new.name) > len(found.name) and found.name in new.name
        longer = longer or (kind == "body" and " " in new.name and _are_aliases(new.name, found.name))
        return msgspec.structs.replace(
            new,
            name=new.name if longer else found.name,
            role=new.role or found.role,
            kind=kind,
            entity=found.entity,
        )

    def _begins_body(self, first: int, last: int) -> bool:
        """Is a body what the subject begins with, and not named inside it?"""
        if self.reading.tape[first] in codes().quote:
            first += 1
        if first in self.reading.organization_at or last - first == 1:
            return True
        inside = self.reading.organizations.beginning_in(first + 1, first + _OWNER_REACH)
        return self.reading.words[first].startswith(("ال", "لل", "وال")) and not inside

    def _read(self, subject: Subject, words: frozenset[str], agreement: frozenset[Agreement]) -> Known:
        """Read the name in a subject and the role beside it: a person's name before anything else."""
        reading = self.reading
        role = next(iter(reading.roles.beginning_in(subject.first, subject.last)), None)
        role_text = self._text(role.first, role.last) if role and role.last <= subject.last else None
        span = self._person(subject, role)
        if span is not None:
            if role is not None and role.first == span[1] and self._conjoined(role.first):
                role, role_text = None, None  # لينا حداد ووزير النقل سالم هلال
            name = Subject((span,))
            heads = self.words_of(name) | self._heads(subject, role)
            also = self._also(span[1], subject)
            text = self._text(*span, joined=subject.joined and span[0] == subject.first)
            return Known(text, role_text, "person", words, heads, agreement, also)
        body = reading.organization_at.get(subject.first)
        if body is not None and (role is None or role.first != subject.first):
            return self._body(subject, body, words, agreement)
        return self._described(subject, words, agreement, role, role_text)

    def _described(
        self,
        subject: Subject,
        words: frozenset[str],
        agreement: frozenset[Agreement],
        role: Annotation | None,
        role_text: str | None,
    ) -> Known:
        """Let the words stand for themselves, those that و joins to them apart."""
        first, last = subject.parts[0]
        joined = [
            one
            for one in self.reading.organizations.beginning_in(first + 1, last)
            if is_conjoined(self.reading, one)
        ]
        if role is not None and role.first == first and role.value.kind != "anonymous":
            last = self._described_end(role, last)
        text = self._text(first, joined[0].first if joined else last, joined=subject.joined)
        also = tuple(self._text(one.first, one.last).removeprefix("و") for one in joined)
        return Known(text, role_text, "other", words, self._heads(subject, role), agreement, also)

    def _described_end(self, role: Annotation, last: int) -> int:
        """Where the words of a role end: with its seat and its adjectives, before what is another word's."""
        if role.last >= last:
            return last
        end = seat_end(self.reading, role.last, last)
        words = self.reading.words
        while end < last and (words[end].startswith(("وال", "لل")) or qualifies(words[end])):
            end += 1
        return end

    def _heads(self, subject: Subject, role: Annotation | None) -> frozenset[str]:
        """The words by which a definite description may call somebody again: first of the phrase, first of
        the role, the last of what looks like a name."""
        first, last = subject.parts[0]
        firsts = [first] if role is None else [first, role.first]
        if role is None and 1 < last - first <= _NAME_WORDS and self._bare(first, last):
            firsts.append(last - 1)
        return frozenset([self.reading.words[at].removeprefix("لل").removeprefix("ال") for at in firsts])

    def _bare(self, first: int, last: int) -> bool:
        """Are the words of no class and without an article, as those of foreign names are?"""
        words, tape = self.reading.words, self.reading.tape
        return all(tape[at] == "." and not words[at].startswith("ال") for at in range(first, last))

    def _person(self, subject: Subject, role: Annotation | None) -> tuple[int, int] | None:
        """Return the tokens of a person's name: unknown words before a role, a known name, or what follows
        a role."""
        named = role is not None and role.value.kind != "anonymous"
        if named and role is not None:
            first, last = subject.parts[0]
            last = self._before_kin(first, min(last, role.first))
            if last > first and self.reading.words[last - 1] in particles("house"):
                last = role.last  # تركي آل الشيخ
            beside = role.first == last or not is_defined(self.reading, first, last)
            if 0 < last - first <= 4 and beside and is_name(self.reading, first, last):
                return first, last
        for person in self.reading.people.beginning_in(subject.first, subject.last):
            held = role is not None and role.first <= person.first < role.last
            joined = person.first > subject.first and person.start > self.reading.text.starts[person.first]
            apart = joined or is_governed(self.reading, subject, person) or is_inner(role, person)
            if person.last <= subject.last and not held and not apart:
                return person.first, self._name_end(subject, person)
        if (one := self._first_of_two(subject)) is not None:
            return one
        if role is None:  # قال مدرب فريق الفجر، سلفان روك
            serves = self.reading.organizations.beginning_in(subject.first + 1, subject.parts[0][1])
            return next((part for part in subject.parts[1:] if serves and is_name(self.reading, *part)), None)
        found = self._after_role(subject, role) if named else None
        bearer = self.reading.person_at.get(found[0]) if found else None
        return None if bearer is not None and belongs(self.reading, subject, bearer) else found

    def _before_kin(self, first: int, last: int) -> int:
        """هند الخالدي أرملة الشهيد سامي النجار: where a name ends before whose relative its bearer is."""
        words, kin = self.reading.words, _around_somebody()
        at = next((at for at in range(first, last) if words[at] in kin), last)
        return at - (first < at < last and words[at - 1] in particles("lineage"))  # سامي النجار ابن عم الشهيد

    def _first_of_two(self, subject: Subject) -> tuple[int, int] | None:
        """سامي النجار ولينا حداد: unknown words at the head are a name where و joins a person to them."""
        first, last = subject.parts[0]
        other = next(iter(self.reading.people.beginning_in(first + 2, last)), None)
        if other is None or not is_conjoined(self.reading, other):
            return None
        words, entry = self.reading.words[first : other.first], load_vocabulary().entry
        if (
            not 2 <= len(words) <= 3
            or words[0].startswith("ال")
            or not is_name(self.reading, first, other.first)
        ):
            return None
        known = [word.kind for word in map(entry, words) if word is not None]
        return (first, other.first) if _NAMES.issuperset(known) else None

    def _name_end(self, subject: Subject, person: Annotation) -> int:
        """Take in what no lexicon knows of a name that stands after a role: فيتالي موتكو."""
        last = lineage_end(self.reading, person.last, subject.last)
        part = part_of(subject, person.first)
        stop = part[1] if part else person.last
        if person.first == subject.first or not 0 < stop - last <= 2:
            return last
        named = self._bare(last, stop) or (stop - last == 2 and surname_end(self.reading, last, stop) == stop)
        named = named or (stop - last == 1 and is_closing_surname(self.reading, subject.first, last))
        return stop if named else last

    def _after_role(self, subject: Subject, role: Annotation) -> tuple[int, int] | None:
        """Unknown words right after a role, or in the next apposition, are its bearer's name."""
        if is_facility(read_names(self.reading.text).tape, (role.first, role.last)):
            return None
        after = role.last
        if after < subject.last and self.reading.words[after] in particles("in_its_name"):
            after += 1
        after = seat_end(self.reading, after, subject.last)
        if after < subject.last and self.reading.words[after] in particles("lineage"):
            return after, next(end for first, end in subject.parts if first <= after < end)
        for first, last in subject.parts:
            if after + 1 == last and role.value.kind == "title" and is_surname(self.reading, after):
                return after, last
            if first <= after < last and role.first >= first:
                for end in range(last, after, -1):  # المديرة هند الخالدي المحتجين
                    if is_name(self.reading, after, end) and not is_defined(self.reading, after, end):
                        return self._untitled(after, end), end
            lined = last - first > 2 and self.reading.word(first + 1) in particles("lineage")
            if role.last <= first and (lined or is_name(self.reading, first, last)):
                return first, last
        return None

    def _untitled(self, first: int, last: int) -> int:
        """مدير الأمن اللواء مهاب سليم: step over a rank before two words or more of a name."""
        entry = load_vocabulary().entry(self.reading.words[first])
        ranked = entry is not None and entry.kind in ("rank", "unit") and last - first > 2
        return first + (ranked and self.reading.words[first].startswith("ال"))

    def _body(
        self, subject: Subject, body: Annotation, words: frozenset[str], agreement: frozenset[Agreement]
    ) -> Known:
        """Name a body, and the bodies joined to it (المرصد وشبكة …)."""
        others = self._others(self.reading.organizations, body.last, subject)
        stop = subject.parts[0][1]
        end = next((i for i in range(body.last, stop) if to_medium(self.reading, i)), stop)
        goes_on = not others and body.last < end <= body.last + 4 and self.reading.tape[body.last] != "."
        first = self._text(body.first, end if goes_on else body.last, joined=subject.joined)
        return Known(first, None, "body", words, words, agreement, others)

    def _others(self, names: Placed, after: int, subject: Subject) -> tuple[str, ...]:
        """The names that و joins to the first (المرصد وشبكة …، لينا حداد وسامر النجار)."""
        return tuple(
            self._text(one.first, one.last).removeprefix("و")
            for one in names.beginning_in(after, subject.last)
            if one.last <= subject.last and is_conjoined(self.reading, one)
        )

    def _also(self, after: int, subject: Subject) -> tuple[str, ...]:
        """The people that و joins to the first, by name or by role and name (ورئيس البلدية سليم الدوري)."""
        reading = self.reading
        joined = self._others(reading.people, after, subject)
        roles = (one for one in reading.roles.beginning_in(after, subject.last) if self._conjoined(one.first))
        bearers = (reading.person_at.get(one.last) for one in roles)
        return joined + tuple([self._text(one.first, one.last) for one in bearers if one is not None])

    def _text(self, first: int, last: int, *, joined: bool = False) -> str:
        """Return the source's words without marks at the ends but those of a name within, without a
        preposition at the end and, if ``joined``, without the ل or ب before them."""
        if last - first > 1 and self.reading.words[last - 1] in particles("inside"):
            last -= 1  # الباحثون من خلال التجارب
        text = self.reading.text.words_of(first, last)
        if not text.replace(" ", "").isalpha():  # most names are letters alone
            text = _closed(_HASHTAG.sub(" ", text).strip(_MARKS))
            if initials := _INITIALS.match(text):
                text = text[initials.end() :]
        if joined and text.startswith("بال"):
            return text[1:]
        if not joined or not text.startswith("ل"):
            return text.removeprefix(self.reading.words[first][0]) if self._conjoined(first) else text
        return "ال" + text[2:] if text.startswith("لل") else text[1:].lstrip(_MARKS + "ـ")

    def _conjoined(self, at: int) -> bool:
        """Is a word a role, a document, or one with the article after و: ورئيس, ودراسة, والصحة, not والد?"""
        word = self.reading.words[at]
        if word[:1] == "ف" and word[1:] in particles("number_of"):  # فبعض
            return True
        if self.reading.tape[at] in codes().noun:  # ودراسة
            return bool(int(speech_words().clitics[word]) & _AND)
        vocabulary = load_vocabulary()
        bits = vocabulary.clitics_of(vocabulary.code(word)) if word[:1] == "و" else 0
        return bool(bits & _AND and (bits & _THE or at in self.reading.role_at))

    def words_of(self, subject: Subject) -> frozenset[str]:
        """Return the folded words of a subject, articles off, words that only point (نفسه، ذاتها) left
        out."""
        words = self.reading.words[subject.first : subject.last]
        if subject.joined and words[0].startswith("ل"):
            words[0] = words[0][2:] if words[0].startswith("لل") else words[0][1:]
        elif subject.joined and words[0].startswith("بال"):
            words[0] = words[0][1:]
        skip = particles("same")
        return frozenset([word.removeprefix("ال") for word in words if len(word) > 1 and word not in skip])
