"""The days on which speakers spoke: a date tied to one utterance holds for all of the same occasion.

«قال المدير أمس إن …، مضيفا أن …. وأشار إلى أن …»: one occasion, one day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

import msgspec

from rawi.annotations.speech import CueNoun, particles
from rawi.arabic.fold import fold
from rawi.claims.anchors import resolve_date
from rawi.claims.drafts import Draft
from rawi.claims.known import folded_name
from rawi.claims.reading import Reading, codes
from rawi.claims.sayings import said_date
from rawi.lexicons.loader import load_entries
from rawi.model.chain import Link
from rawi.model.claim import Speaker, Statement

_NEXT = 2  # sentences from an utterance to the next of its occasion: one of the author's may stand between
_LATER = 5  # the same where the occasion has a name, or the verb goes on with it (أضاف، تابع)
_BEFORE_CUE = 16  # tokens back from a verb in which كان or سبق stands
_DEFINITE = re.compile("^[بلوف]?ال|^[وف]?لل|^[^ ]+(?:ه|ها|هم)$")
_JOINED = re.compile("^[وف]?[بكل]?(?:ال)?(?=..)")
_LEDE = 3  # reports of a lede that a dated one may repeat
_SHARED = 4  # the fewest words that make it a repetition
_GOES_ON = frozenset(("adds", "continues", "concludes"))
#: Channels that may be where an utterance of which only the day was told was made (decision 0044).
_PUBLIC = frozenset(("statement", "speech", "press_conference", "report", "study", "statistics"))


_NO_CHANNELS: frozenset[str] = frozenset()


class Occasion(msgspec.Struct):
    """A time at which somebody spoke: its day if known, the last token of their words, and through what.

    ``main`` is what they were saying before an aside: what they had said earlier, or keep saying.
    """

    date: str | None
    last: int
    channels: frozenset[str]
    present: bool
    main: Occasion | None = None
    reports: list[Draft] = msgspec.field(default_factory=list)


class Occasions:
    """The occasion on which each speaker is speaking, in the order of the text."""

    def __init__(self, reading: Reading, drafts: Sequence[Draft], published: str | None) -> None:
        self.reading = reading
        self.published = published
        self.open: dict[str, Occasion] = {}
        self.learned: dict[int, str] = {}
        # By draft; in a text where no words tie a day to a report there is nothing to remember.
        self.said = {id(draft): day for draft in drafts if (day := self._day(draft))}

    def hear(self, names: Sequence[str | None], draft: Draft) -> None:
        """Open an occasion where a verb of saying has a day but no content (ندد أمس بالقرار)."""
        date = self.said.get(id(draft))
        if date is not None:
            self._open(names, self._begin(draft, (), date))

    def _day(self, draft: Draft) -> str | None:
        """The day tied to a report; of what reports nothing only where its verb is one of saying."""
        if draft.silent and (draft.cue is None or not self._says(draft.cue[0])):
            return None
        return said_date(self.reading, draft, self.published)

    def _says(self, at: int) -> bool:
        """Is a token a verb of saying that begins its clause?"""
        c, tape = codes(), self.reading.tape
        if tape[at] not in c.cue:
            return False
        if tape[at] in c.verb_joined or at == self.reading.text.sentence_of(at)[0]:
            return True
        return tape[at - 1] in c.clause_start or self.reading.words[at - 1] in particles("that_which")

    def date(self, speaker: Speaker, draft: Draft, chain: tuple[Link, ...], within: bool) -> str | None:
        """Return the day of a report: its own, else that of the occasion on which its speaker is speaking.

        What stands ``within`` another report was said on a day of its own.
        """
        date = self.said.get(id(draft))
        if within or speaker.name is None or not self.said:
            return date
        called = [speaker.entity, speaker.name]
        for one in speaker.also:
            called += one.entity, one.name
        last = self._of(called[:2])
        if last is not None and last.main is not None and self._comes_back(draft, last):
            last = msgspec.structs.replace(last.main, last=last.last)
        if date is None and last is not None and self._goes_on(draft, chain, last):
            last.last = max(draft.content.end - 1, last.last)
            last.channels |= _channels(chain)
            occasion = last
        else:
            occasion = self._after(last, draft, chain, date)
        if draft.cue is not None:  # what a headline says is nobody's utterance yet
            occasion.reports.append(draft)
        self._open(called, occasion)
        return occasion.date

    def _after(
        self, last: Occasion | None, draft: Draft, chain: tuple[Link, ...], date: str | None
    ) -> Occasion:
        """Begin the occasion that follows the last one of a speaker, or an aside to it."""
        if last is None:
            return self._begin(draft, chain, date)
        if self._is_earlier(draft) or self._is_present(draft) != last.present:
            return self._begin(draft, chain, date, last)
        if date is not None:
            self._learn(last, draft, date)
        return self._begin(draft, chain, date)

    def _learn(self, before: Occasion, draft: Draft, date: str) -> None:
        """Give the day to what the speaker was said to say just before, if it is the same utterance.

        It is where one sentence holds both (استبعد المدير …، وقال أمس إن …) or where a lede said the same.
        """
        if before.date is None and self._away(draft, before) <= _LATER:
            for one in before.reports[:_LEDE]:
                if not self._away(draft, before) or self._repeats(one, draft):
                    self.learned[id(one)] = date

    def _repeats(self, one: Draft, other: Draft) -> bool:
        """Do two reports share half of the longer words of the shorter?"""
        words, others = self._words(one), self._words(other)
        return len(words & others) >= max(_SHARED, min(len(words), len(others)) / 2)

    def _words(self, draft: Draft) -> set[str]:
        """The longer words of a content, without what is joined before them."""
        words = (self.reading.words[at] for span in draft.content.spans for at in range(*span))
        return {_JOINED.sub("", word) for word in words if len(word) > 3}

    def redate(self, statement: Statement, draft: Draft) -> Statement:
        """Return a statement with the day that was learned of it later in the text, if any was."""
        date = self.learned.get(id(draft))
        return msgspec.structs.replace(statement, date=date) if date else statement

    def _of(self, called: Sequence[str | None]) -> Occasion | None:
        """The occasion that is open for a speaker called so."""
        for name in called:
            if name and (found := self.open.get(folded_name(name))) is not None:
                return found
        return None

    def _open(self, called: Sequence[str | None], occasion: Occasion) -> None:
        """Keep an occasion under the names and entities of its speakers."""
        for name in called:
            if name:
                self.open[folded_name(name)] = occasion

    def _begin(
        self, draft: Draft, chain: tuple[Link, ...], date: str | None, main: Occasion | None = None
    ) -> Occasion:
        """Build the occasion that begins with a report."""
        return Occasion(date, draft.content.end - 1, _channels(chain), self._is_present(draft), main)

    def _comes_back(self, draft: Draft, aside: Occasion) -> bool:
        """Does somebody come back from an aside: in a sentence after it, and not to add to it?"""
        return self._away(draft, aside) > 0 and draft.stance not in _GOES_ON and not self._is_earlier(draft)

    def _goes_on(self, draft: Draft, chain: tuple[Link, ...], occasion: Occasion) -> bool:
        """Does a report without a day belong to the occasion that is open for its speaker?"""
        away = self._away(draft, occasion)
        if draft.manner == "participle" and not away:
            return True
        if self._is_earlier(draft) or self._opens_scene(draft) or self._is_present(draft) != occasion.present:
            return False
        if self._has_other_date(draft, occasion):
            return False
        channels = _channels(chain)
        if not (self._points_back(chain) or channels <= (occasion.channels or _PUBLIC)):
            return False
        named = occasion.channels or channels or draft.stance in _GOES_ON
        return away <= (_LATER if named else _NEXT)

    def _away(self, draft: Draft, occasion: Occasion) -> int:
        """How many sentences after the last words of an occasion does a report begin?"""
        first = min(draft.content.start, draft.cue[0] if draft.cue else draft.content.start)
        return self._sentence(first) - self._sentence(occasion.last)

    def _has_other_date(self, draft: Draft, occasion: Occasion) -> bool:
        """Does another day stand before the verb, in its sentence (زار القرية الجمعة وقال)?"""
        if draft.cue is None or not self.reading.dates:
            return False
        first = max(self.reading.text.sentence_of(draft.cue[0])[0], occasion.last + 1)
        dates = self.reading.dates.beginning_in(first, min(draft.cue[0], draft.content.start))
        return any(resolve_date(one.value, self.published).edtf != occasion.date for one in dates)

    def _points_back(self, chain: tuple[Link, ...]) -> bool:
        """Does a definite noun lead back to where the speaker is speaking (البيان، تصريحاته)?"""
        source = self.reading.text.source
        return any(_DEFINITE.search(link.span.of(source)) for link in chain if link.span and _channel(link))

    def _opens_scene(self, draft: Draft) -> bool:
        """Does the sentence begin somewhere else: وفي مقابلة مع الإذاعة، قال …?"""
        if draft.cue is None or draft.manner != "verb":
            return False
        words, at = self.reading.words, draft.cue[0]
        if particles("scene").isdisjoint(words[max(at - _BEFORE_CUE, 0) : at]):
            return False
        first = self.reading.text.sentence_of(at)[0]
        if not first + 1 < at <= first + _BEFORE_CUE or words[first] not in particles("scene"):
            return False
        word = words[first + 1]
        definite = _DEFINITE.search(self.reading.text.words_of(first + 1, first + 2))
        return not (definite or word in particles("same") or word in particles("link"))

    def _sentence(self, at: int) -> int:
        """The number of the sentence that holds a token."""
        return bisect_right(self.reading.text.sentences, (at, len(self.reading.words) + 1))

    def _is_present(self, draft: Draft) -> bool:
        """Does the verb tell what somebody keeps saying (تقول الحكومة إن)?"""
        if draft.cue is None or draft.manner != "verb" or self.reading.tape[draft.cue[0]] not in codes().verb:
            return False
        return self.reading.entry(draft.cue[0]).present

    def _is_earlier(self, draft: Draft) -> bool:
        """Was this said before: وكان المدير قد قال, قال في وقت سابق?"""
        if draft.cue is None or draft.manner == "participle":
            return False
        c, words, tape = codes(), self.reading.words, self.reading.tape
        at = draft.cue[0]
        stop = min(draft.content.start, at + _BEFORE_CUE)
        if self._tells_earlier(at + 1, stop):
            return True
        if tape[at] in c.verb_joined:
            return False
        first = max(self.reading.text.sentence_of(at)[0], at - _BEFORE_CUE)
        before = words[first:at]
        if particles("was").isdisjoint(before) and _earlier_ends().isdisjoint(before):
            return False
        for index in range(at - 1, first - 1, -1):
            if words[index] in particles("was") or self._means_earlier(index):
                return True
            if tape[index] in c.narrated:
                return False
        return False

    def _tells_earlier(self, first: int, last: int) -> bool:
        """Does any word of a token range say that this was before?"""
        if _earlier_ends().isdisjoint(self.reading.words[first:last]):
            return False
        return any(map(self._means_earlier, range(first, last)))

    def _means_earlier(self, index: int) -> bool:
        """Does a word, or with the one before it, say that this was before (سابقا، في وقت سابق)?"""
        words, earlier = self.reading.words, particles("earlier")
        return words[index] in earlier or " ".join(words[index - 1 : index + 1]) in earlier


def _channels(chain: tuple[Link, ...]) -> frozenset[str]:
    """The kinds of channels named at a statement (press_conference, phone, website)."""
    if not chain:
        return _NO_CHANNELS
    return frozenset(kind for link in chain if (kind := _channel(link)))


def _channel(link: Link) -> str | None:
    """What cue_nouns.toml calls the channel of a link; its kind, where no noun of the lexicon names it."""
    if link.kind in ("agency", "outlet", "person"):
        return None
    name = folded_name(link.name).removeprefix("ال")
    return _nouns().get(name) or _nouns().get(name.split()[0] if name else "") or link.kind


@cache
def _earlier_ends() -> frozenset[str]:
    """The last words of what says that something was before (سابقا، في وقت سابق)."""
    return frozenset(phrase.split()[-1] for phrase in particles("earlier"))


@cache
def _nouns() -> dict[str, str]:
    """What cue_nouns.toml calls the channel of each noun, by its folded forms."""
    entries = load_entries("cue_nouns.toml", CueNoun)
    return {fold(form): one.channel for one in entries if one.channel for form in (one.form, *one.plurals)}
