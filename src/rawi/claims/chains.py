"""Through what a statement came: بيان, مؤتمر صحفي, تويتر, لوكالة … — the links that stand at the
statement, from the speaker's mouth outward."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rawi.annotations.speech import particles
from rawi.claims.drafts import Draft
from rawi.claims.known import folded_name
from rawi.claims.links import Found, LinkReader, carries_on
from rawi.claims.linkwords import link_words
from rawi.claims.media import NamedMedia
from rawi.claims.reading import Reading, codes
from rawi.claims.tags import Tag
from rawi.model.chain import Link
from rawi.model.claim import Speaker

_ADJUNCTS = 14  # tokens after such a verb
_REACH = 60  # tokens from a verb within which its adjuncts stand


class Chains:
    """Finds the chain of each statement; in the order of the text, since للصحيفة points back."""

    def __init__(self, reading: Reading, drafts: Sequence[Draft], tags: Sequence[Tag]) -> None:
        self.reading = reading
        self.tags = tags
        self.tag_starts = [tag.first for tag in tags]
        self.ends = sorted(draft.content.end for draft in drafts)
        self.media = NamedMedia(reading)

    def find(self, draft: Draft, outer: Draft | None, speaker: Speaker) -> tuple[Link, ...]:
        """Return the links stated at a report, from the speaker's mouth outward; each name once."""
        found = [*self._beside(draft, outer, speaker), *self._in_tails(draft, speaker)]
        if not found:
            return ()
        seen: dict[str, Found] = {}
        for one in sorted(found, key=lambda one: one.rank):
            seen.setdefault(folded_name(one.link.name), one)
        return tuple(one.link for one in seen.values())

    def _beside(self, draft: Draft, outer: Draft | None, speaker: Speaker) -> Iterator[Found]:
        """Links among the adjuncts of a report: before its cue, and from there to its content or to the end
        of its clause."""
        reading, media = self.reading, self.media
        cue = draft.cue or (draft.reach[0], draft.reach[0])
        begins = max(reading.text.sentence_of(cue[0])[0], cue[0] - _REACH)
        closed = bisect_left(self.ends, cue[0] + 1)
        if closed:
            begins = max(begins, self.ends[closed - 1])
        if outer is not None:
            begins = max(begins, outer.content.start)
        if draft.content.start >= cue[0]:
            last = min(draft.content.start, cue[0] + _REACH)
            if media.heads_in(min(begins, cue[0]), last):
                first = _clause_start(reading, draft, begins, cue[0])
                yield from LinkReader(media, draft, speaker, first, last).read()
        else:
            last = min(draft.reach[1], cue[0] + _REACH)
            if media.heads_in(cue[0], last):
                last = _clause_end(reading, draft, last)
                yield from LinkReader(media, draft, speaker, cue[0], last).read()

    def _in_tails(self, draft: Draft, speaker: Speaker) -> Iterator[Found]:
        """Links in attributing phrases that follow the content in its sentence: بحسب ما ذكرت وكالة …."""
        end, reading = draft.content.end, self.reading
        low = bisect_left(self.tag_starts, end)
        for tag in self.tags[low : bisect_left(self.tag_starts, end + 3, low)]:
            form = folded_name(tag.entry.form)
            begins = reading.words[tag.first] not in form.split()  # وبحسب … opens a clause
            own = draft.cue is not None and draft.cue[0] == tag.first
            if own or any(reading.tape[i] in codes().end for i in range(end, tag.first)) or begins:
                continue
            last = tag.end if tag.subject else _adjuncts_end(reading, tag.end)
            yield from LinkReader(self.media, draft, speaker, tag.first, last, tag).read()


def _adjuncts_end(reading: Reading, first: int) -> int:
    """حسبما كتب في تغريدة على تويتر: where what follows a verb without a subject of its own ends."""
    last = min(first + _ADJUNCTS, len(reading.words))
    ends = codes().ends_adjuncts
    return next((at for at in range(first, last) if reading.tape[at] in ends), last)


def _clause_start(reading: Reading, draft: Draft, first: int, cue: int) -> int:
    """Where the clause of a cue begins: after the last turn of the sentence; at the verb before a participle;
    at the cue itself where و joins it to another verb."""
    c, tape = codes(), reading.tape
    if not link_words("therein").isdisjoint(reading.words[cue : draft.content.start]):
        return first
    if tape[cue] in c.verb_joined:
        return cue
    for at in range(cue - 1, first, -1):
        if tape[at] in c.turn or (draft.manner == "participle" and tape[at] in c.verb):
            return at
        if tape[at] in c.verb and not carries_on(reading.words[at]):
            return next((i for i in range(at, cue) if tape[i] in c.comma), cue)
    return first


def _before_number(reading: Reading, first: int, last: int) -> int:
    """23 قتيلا بحسب الوزارة، و31 بحسب وكالة الفجر: what follows a second number is no link of the first."""
    for number in reading.quantities.beginning_in(first, last):
        at = number.first
        if reading.words[at - 1] == "و" or reading.words[at][:1] == "و":
            return at
        if reading.words[at - 1] in particles("against"):
            return at - 1
    return last


def _clause_end(reading: Reading, draft: Draft, last: int) -> int:
    """Where the clause of a cue that follows its content ends, or stands inside it (…، يضيف الوزير، …)."""
    c, first = codes(), draft.cue[1] if draft.cue else draft.reach[0]
    if draft.manner == "tag":
        last = _before_number(reading, first, last)
    inserted = draft.content.end > first
    for at in range(first, last):
        if inserted and reading.tape[at] in c.comma:
            return at
        if reading.tape[at] in c.end or (reading.tape[at] in c.cue and not carries_on(reading.words[at])):
            return at
    return last
