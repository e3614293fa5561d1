"""The days on which speakers spoke: a date tied to one utterance holds for what was said on the same occasion.

«قال المدير أمس إن …، مضيفا أن …. وأشار إلى أن …»: one occasion, one day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

import msgspec

from rawi.annotations.speech import CueNoun, particles
from rawi.arabic.fold import fold
from rawi.claims.drafts import Draft
from rawi.claims.reading import Reading, codes
from rawi.claims.sayings import said_date
from rawi.lexicons.loader import load_entries
from rawi.model.chain import Link
from rawi.model.claim import Speaker

_NEXT = 2  # sentences from an utterance to the next of the same occasion: one of the author's may stand between
_LATER = 5  # the same where the occasion has a name, or the verb goes on with it (أضاف، تابع)
_BEFORE_CUE = 16  # tokens back from a verb in which كان or سبق stands
_DEFINITE = re.compile("^[بلوف]?ال|^[وف]?لل|^[^ ]+(?:ه|ها|هم)$")
_GOES_ON = frozenset(("adds", "continues", "concludes"))
#: Channels that may be where an utterance of which only the day was told was made (decision 44).
_PUBLIC = frozenset(("statement", "speech", "press_conference", "report", "study", "statistics"))


class Occasion(msgspec.Struct):
    """A time at which somebody spoke: its day if known, the sentence of their last words, and through what.

    ``main`` is what they were saying before an aside on what they had said earlier.
    """

    date: str | None
    sentence: int
    channels: frozenset[str]
    present: bool
    main: Occasion | None = None


class Occasions:
    """The occasion on which each speaker is speaking, in the order of the text."""

    def __init__(self, reading: Reading, published: str | None) -> None:
        self.reading = reading
        self.published = published
        self.open: dict[str, Occasion] = {}

    def hear(self, name: str, entity: str | None, draft: Draft) -> None:
        """Open an occasion where a verb of saying whose words are not settled on has a day (أعلن الوزير أمس …)."""
        if draft.cue is None or self.reading.tape[draft.cue[0]] not in codes().cue:
            return
        date = said_date(self.reading, draft, self.published)
        if date is not None:
            last = self._sentences(draft)[1]
            self._open([name, entity], Occasion(date, last, frozenset(), self._is_present(draft)))

    def date(self, speaker: Speaker, draft: Draft, chain: tuple[Link, ...], within: bool) -> str | None:
        """Return the day of a report: its own, else that of the occasion on which its speaker is speaking.

        What stands ``within`` another report was said on a day of its own.
        """
        date = said_date(self.reading, draft, self.published)
        if within or speaker.name is None:
            return date
        called = [name for one in (speaker, *speaker.also) for name in (one.entity, one.name)]
        occasion = self._of(called)
        if date is None and occasion is not None and not self._starts_another(draft, chain, occasion):
            return self._go_on(occasion, draft, chain)
        first, last = self._sentences(draft)
        aside = occasion is not None and self._is_earlier(draft)
        new = Occasion(date, last, _channels(chain), self._is_present(draft), occasion if aside else None)
        self._open(called, new)
        return date

    def _of(self, called: list[str | None]) -> Occasion | None:
        """The occasion that is open for the first speaker of those called so."""
        return next((self.open[key] for name in called[:2] if (key := fold(name or "")) in self.open), None)

    def _open(self, called: list[str | None], occasion: Occasion) -> None:
        """Keep an occasion under the names and entities of its speakers."""
        self.open.update((fold(name), occasion) for name in called if name)

    def _go_on(self, occasion: Occasion, draft: Draft, chain: tuple[Link, ...]) -> str | None:
        """Return the day of an occasion if a report is near enough to go on with it."""
        first, last = self._sentences(draft)
        channels = occasion.channels | _channels(chain)
        if self._is_present(draft) != occasion.present:
            return None
        if first - occasion.sentence > (_LATER if channels or draft.stance in _GOES_ON else _NEXT):
            return None
        occasion.sentence = max(last, occasion.sentence)
        occasion.channels = channels
        return occasion.date

    def _starts_another(self, draft: Draft, chain: tuple[Link, ...], occasion: Occasion) -> bool:
        """Does a report without a day belong to another occasion than the one that is open?"""
        if self._is_earlier(draft) or self._opens_scene(draft):
            return True
        if occasion.main is not None and draft.stance not in _GOES_ON:
            return self._sentences(draft)[0] > occasion.sentence
        return not (self._points_back(chain) or _channels(chain) <= (occasion.channels or _PUBLIC))

    def _points_back(self, chain: tuple[Link, ...]) -> bool:
        """Does a definite noun lead back to where the speaker is speaking (البيان، تصريحاته)?"""
        source = self.reading.text.source
        return any(_DEFINITE.search(link.span.of(source)) for link in chain if link.span and _channel(link))

    def _opens_scene(self, draft: Draft) -> bool:
        """Does the sentence begin somewhere else: وفي مقابلة مع الإذاعة، قال …?"""
        if draft.cue is None or draft.manner != "verb":
            return False
        first = self.reading.text.sentence_of(draft.cue[0])[0]
        words = self.reading.words
        if not first + 1 < draft.cue[0] <= first + _BEFORE_CUE or words[first] not in particles("scene"):
            return False
        word = words[first + 1]
        definite = _DEFINITE.search(self.reading.text.words_of(first + 1, first + 2))
        return not (definite or word in particles("same") or word in particles("link"))

    def _sentences(self, draft: Draft) -> tuple[int, int]:
        """The numbers of the first and last sentence of a report."""
        first, last = draft.content.start, draft.content.end - 1
        if draft.cue is not None:
            first, last = min(first, draft.cue[0]), max(last, draft.cue[0])
        return self._sentence(first), self._sentence(last)

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
        first = max(self.reading.text.sentence_of(draft.cue[0])[0], draft.cue[0] - _BEFORE_CUE)
        words = self.reading.words
        near = words[draft.cue[1] : min(draft.content.start, draft.cue[1] + _BEFORE_CUE)]
        if not particles("earlier").isdisjoint(near):
            return True
        for index in range(draft.cue[0] - 1, first - 1, -1):
            if words[index] in particles("was") or words[index] in particles("earlier"):
                return True
            if self.reading.tape[index] in codes().boundary:
                return False
        return False


def _channels(chain: tuple[Link, ...]) -> frozenset[str]:
    """The kinds of channels named at a statement (press_conference, phone, website)."""
    return frozenset(kind for link in chain if (kind := _channel(link)))


def _channel(link: Link) -> str | None:
    """What cue_nouns.toml calls the channel of a link; its kind, where no noun of the lexicon names it."""
    if link.kind in ("agency", "outlet", "person"):
        return None
    name = fold(link.name).removeprefix("ال")
    return _nouns().get(name) or _nouns().get(name.split()[0] if name else "") or link.kind


@cache
def _nouns() -> dict[str, str]:
    """What cue_nouns.toml calls the channel of each noun, by its folded forms."""
    entries = load_entries("cue_nouns.toml", CueNoun)
    return {fold(form): one.channel for one in entries if one.channel for form in (one.form, *one.plurals)}
