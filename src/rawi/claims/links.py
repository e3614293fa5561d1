"""Single links of a chain as they stand in a report: في بيان, لصحيفة السفح, على حسابه, نقلت رويترز."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from rawi.arabic.clitics import Clitic
from rawi.arabic.fold import fold
from rawi.claims.carriers import match_carrier
from rawi.claims.drafts import Draft
from rawi.claims.linkwords import CHANNELS, LinkForm, link_words, match_link
from rawi.claims.media import (
    Medium,
    NamedMedia,
    is_other_body,
    lead_of,
    newsroom_leads,
    read_marked,
    read_medium,
    token_before,
    without_joined,
)
from rawi.claims.reading import codes
from rawi.claims.tags import Tag
from rawi.model.chain import Link, LinkKind
from rawi.model.claim import Speaker

_BACK = 14  # tokens back in which a relative clause that holds a link begins
_RANKS: dict[LinkKind, int] = {
    "channel": 0,
    "report": 0,
    "account": 1,
    "platform": 2,
    "agency": 3,
    "outlet": 3,
}
_OWNER = 6  # tokens after a document in which the body that speaks through it begins
_COPY = 6  # tokens from a verb of getting to the copy
_WITH, _THE = int(Clitic.BEH), int(Clitic.ARTICLE)


class Found(msgspec.Struct, frozen=True, gc=False):
    """A link, its first token and the one after it; ``passes_on`` where it only repeats what was said
    elsewhere (نقلت رويترز)."""

    link: Link
    first: int
    end: int
    passes_on: bool = False

    @property
    def rank(self) -> tuple[bool, int]:
        """Where it stands in a chain: what carries the voice first, who passes it on last."""
        return self.passes_on, _RANKS.get(self.link.kind, 3)


def carries_on(word: str) -> bool:
    """Is it a verb of those who pass words on or get them (نشرتها، تلقت)?"""
    return word in link_words("publish") or word in link_words("receive") or word in link_words("withhold")


class LinkReader:
    """One pass over the words in which a report's links stand."""

    def __init__(
        self, media: NamedMedia, draft: Draft, speaker: Speaker, first: int, last: int, tag: Tag | None = None
    ) -> None:
        self.media, self.draft, self.speaker = media, draft, speaker
        self.reading = media.reading
        self.first, self.last = first, last
        subject = draft.subject if tag is None else None
        self.subject = subject.first if subject else -1
        self.relay = tag.subject.first if tag is not None and tag.subject else -1
        self.inside = [range(part[0], part[1]) for part in subject.parts] if subject else []

    def read(self) -> Iterator[Found]:
        """Yield the links of the range, in the order of the text; before a participle only those right before
        it (عبر حسابه قائلا)."""
        found = list(self._found())
        cue = self.draft.cue[0] if self.draft.cue else -1
        if self.draft.manner != "participle" or self.last <= cue:
            return iter(found)
        kept, at = [one for one in found if one.link.span and one.end > cue], cue
        for one in reversed([one for one in found if one.end <= cue]):
            if at - one.end > 3 and any(self.reading.tape[i] == "." for i in range(one.end, at)):
                break
            kept.append(one)
            at = one.first
        return iter(kept)

    def _found(self) -> Iterator[Found]:
        """Yield every link of the range."""
        at = self.first
        for index in self.media.heads_in(self.first, self.last):
            if index < at or self._aside(index):
                continue
            found = self._channel(index) or self._copied(index) or self._medium(index)
            if found is not None:
                at = found.end
                yield found

    def _word(self, at: int) -> str:
        """The folded word at a token; nothing outside the text."""
        return self.reading.words[at] if 0 <= at < len(self.reading.words) else ""

    def _aside(self, at: int) -> bool:
        """Does a relative clause about somebody hold the word, not one about what was published?"""
        c, tape = codes(), self.reading.tape
        for index in range(at - 1, max(self.first, at - _BACK) - 1, -1):
            if tape[index] in c.closes or tape[index] in c.dash:
                return False
            if tape[index] in c.relative:
                return not (carries_on(self._word(index + 1)) or self._is_link(index - 1))
        return False

    def _is_link(self, at: int) -> bool:
        """Does the noun of a link end at a token?"""
        words = self.reading.words
        return any(
            (found := match_link(words, i)) is not None and found[1] == at + 1 for i in (at, at - 1) if i >= 0
        )

    def _channel(self, at: int) -> Found | None:
        """A link by what was spoken or written: في بيان, خلال مؤتمر صحفي, or a document that speaks."""
        matched = match_link(self.reading.words, at)
        if matched is None or matched[0].channel not in CHANNELS:
            return None
        form, end = matched
        speaks = at in (self.subject, self.relay)
        if speaks and self._is_speaker(form, at):
            return None
        if not speaks and not self._is_led(form, at):
            return None
        stop = self._adjectives_end(form, end)
        if not self._is_link_here(form, end, stop):
            return None
        kind = CHANNELS[form.channel]
        if kind == "report" and not form.owned and not form.clitics & _THE:
            stop = self._owner_end(stop)
        name = self._name(form, at, stop)
        return Found(Link(kind, name, self.reading.text.span(at, stop)), at, stop)

    def _name(self, form: LinkForm, at: int, end: int) -> str:
        """What a channel is called: its noun in citation form where it is only owned (بيانها)."""
        if form.cased or (form.owned and end == at + 1 and form.channel not in ("study", "poll")):
            return form.noun
        return without_joined(self.reading.text.words_of(at, end), form.clitics)

    def _is_speaker(self, form: LinkForm, at: int) -> bool:
        """Is the document itself the speaker, and no body speaks through it (استطلاع، تقارير صحفية)?"""
        reading = self.reading
        data = form.plural and form.channel == "statement"  # تظهر بيانات الميناء: figures
        if self.speaker.name is None or form.channel == "poll" or data:
            return True
        spoken = match_link([fold(self.speaker.name).split()[0]], 0)
        if spoken is not None and spoken[0].channel in CHANNELS:
            return True
        if form.channel == "study" or (form.channel == "report" and (form.plural or not form.clitics & _THE)):
            end = min(at + (2 if form.plural else _OWNER), self.last)
            bodies = reading.organizations.beginning_in(at, end)
            return not (bodies or reading.roles.beginning_in(at + 1, end))
        return False

    def _is_led(self, form: LinkForm, at: int) -> bool:
        """Does a preposition lead the noun in, or a verb that points back at it after it?"""
        words, before = self.reading.words, token_before(self.reading, at)
        if (form.clitics & _WITH and CHANNELS[form.channel] == "channel") or (
            form.owned and self._word(before) in link_words("publish")
        ):
            return True
        while before >= self.first and words[before] in link_words("step"):
            before -= 1
        if before >= 0 and (words[before] in link_words("into") or self.reading.tape[before] in codes().tag):
            return True
        cue = self.draft.cue
        return cue is not None and any(
            words[i] in link_words("therein")
            for i in range(cue[1], min(cue[1] + 3, self.draft.content.start))
        )

    def _adjectives_end(self, form: LinkForm, end: int) -> int:
        """Step over the adjectives that say what kind of channel it is (بيان متلفز)."""
        kinds = "aired" if form.act else "medium"
        while end < self.last and self._word(end) in link_words(kinds):
            end += 1
        return end

    def _is_link_here(self, form: LinkForm, end: int, stop: int) -> bool:
        """An act of speaking is a link only by its adjective, a contact only with a medium, a letter only
        where nothing says what it was sent by."""
        if form.act:
            return stop > end
        if form.channel == "contact":
            return self._word(stop) in link_words("toward")
        if form.channel == "letter":
            return not any(
                self._word(i).removeprefix("ب").removeprefix("ال") in link_words("mail")
                for i in range(stop, min(stop + 3, self.last))
            )
        return True

    def _owner_end(self, at: int) -> int:
        """Step over the body or office whose report it is (تقرير مركز السفح)."""
        if at >= self.last:
            return at
        owner = self.reading.organization_at.get(at) or self.reading.role_at.get(at)
        return owner.last if owner is not None and owner.last <= self.last else at

    def _medium(self, at: int) -> Found | None:
        """A link by who carried the words: لصحيفة …, على فيسبوك, نقلت رويترز."""
        if self._word(at) in link_words("reporter"):
            return self._reporter(at)
        before = token_before(self.reading, at)
        medium = read_medium(self.reading, at, self.last)
        if medium is None and at in self.reading.opening_at:
            medium = self._unknown(at)
        if medium is None or self.subject in (at, before + 1) or self._is_inside(at, medium):
            return None
        passes_on = self._passes_on(at, before, medium)
        if not passes_on and not self._carries_voice(at, before, medium):
            return None
        link = self._resolved(medium, at)
        return Found(link, at, medium.end, passes_on) if link is not None else None

    def _is_inside(self, at: int, medium: Medium) -> bool:
        """Does the name of the speaker hold the word (مدير قناة السفح)? Who is told may look so."""
        part = next((one for one in self.inside if at in one), None)
        if part is None:
            return False
        told = self._informs() and (at == part[0] or at in self.reading.name_ends)
        return not (medium.addressed or told)

    def _informs(self) -> bool:
        """Is the cue a verb whose object is who is told (أبلغ، أفاد)?"""
        first, last = self.draft.cue or (0, 0)
        return any(self._word(at) in link_words("inform") for at in range(first, last))

    def _copied(self, at: int) -> Found | None:
        """تلقت السفح نسخة منه: who got what was said, also where no table knows the name."""
        if self._word(at) not in link_words("receive") and self._word(at) not in link_words("get_copy"):
            return None
        near = range(at + 1, min(at + _COPY, self.last))
        copy = next((i for i in near if self._word(i) in link_words("copy")), at + 1)
        first, last = at + 1, copy - (self._word(copy - 1) in link_words("reached"))
        if first >= last or is_other_body(self.reading, first):
            return None
        link = self._receiver(first, last)
        return Found(link, first, copy, True) if link is not None else None

    def _receiver(self, first: int, last: int) -> Link | None:
        """Name who got a copy: a medium, else words of no known body, person or role."""
        medium = read_medium(self.reading, first, last) or read_marked(self.reading, first)
        if medium is not None:
            return self._resolved(medium, first)
        if self._is_body(first, last) or self.reading.tape[first] != ".":
            return None
        span = self.reading.text.span(first, last)
        return Link("outlet", span.of(self.reading.text.source), span)

    def _reporter(self, at: int) -> Found | None:
        """لمراسل قناة السفح: the newsroom he hears words for."""
        if not self._word(at).startswith("ل") or at + 1 >= self.last:
            return None
        medium = read_medium(self.reading, at + 1, self.last) or read_marked(self.reading, at + 1)
        link = self._resolved(medium, at) if medium is not None else None
        return Found(link, at, medium.end) if link is not None and medium is not None else None

    def _resolved(self, medium: Medium, at: int) -> Link | None:
        """Name what only points back by the medium named last; remember every other."""
        if medium.same is None:
            if medium.link.kind in ("agency", "outlet") and medium.noun is None:
                self.media.named.append(medium.link)
            return medium.link
        meant = self.media.last(medium.same, at)
        if meant is None:
            return medium.link if " " in medium.link.name else None
        return Link(meant.kind, meant.name, medium.link.span)

    def _unknown(self, at: int) -> Medium | None:
        """A name in marks that no table knows, where it can only be a newsroom: قال لـ«السفح» إن."""
        lead = lead_of(self.reading, at)
        if lead not in newsroom_leads():
            return None
        medium = read_marked(self.reading, at)
        if medium is None or self._is_body(at + 1, medium.end - 1) or not self._leads(at, lead, medium.end):
            return None
        at_once = self.draft.cue is not None and at - 2 == self.draft.cue[0]  # قال لـ«السفح» سامي الديري
        return medium if at_once or self._closes(medium.end) else None

    def _leads(self, at: int, lead: str, end: int) -> bool:
        """Does the word before a name lead in who is spoken to? ل after the speaker or what was spoken
        (تصريح لـ«…»), not after any noun (ضربة لـ«…»); إلى and مع after the latter, or before the clause."""
        if lead in link_words("publish") or lead in link_words("receive"):
            return True
        before = token_before(self.reading, at) - 1
        if self._is_spoken(before):
            return True
        c, tape, draft = codes(), self.reading.tape, self.draft
        end += end < len(tape) and tape[end] in c.comma
        if end < len(tape) and (tape[end] in c.complementizer or tape[end] in c.colon):
            return True
        if lead not in link_words("to"):
            return False
        last = draft.subject.last if draft.subject is not None else 0
        named = draft.cue is not None and draft.cue[0] <= before < max(last, draft.cue[1])
        return named or tape[before] != "." or before + 1 in self.reading.date_ends

    def _is_spoken(self, at: int) -> bool:
        """Does a noun of speaking, or its adjective, stand at a token (تصريح، حديثه، مقابلة حصرية)?"""
        nouns = codes().any_noun
        return any(self.reading.tape[i] in nouns or self._is_link(i) for i in (at, at - 1) if i >= self.first)

    def _is_body(self, first: int, last: int) -> bool:
        """Do the words between marks name a body, place or person that is no newsroom?"""
        reading = self.reading
        if self._word(first) in link_words("no_outlet"):
            return True
        body = reading.organization_at.get(first)
        if body is not None:
            return body.value.kind not in ("outlet", "agency", "platform")
        return first in reading.person_at or (
            first in reading.role_at and match_carrier(reading.words, first) is None
        )

    def _closes(self, at: int) -> bool:
        """Does the clause go on as after whom words were addressed to: with no name, no noun of its own?"""
        if at >= len(self.reading.words) or at >= self.last:
            return True
        code, word = self.reading.tape[at], self._word(at)
        if at in self.reading.person_at:
            return False
        return (
            code != "."
            or not word[:1].isalnum()
            or word.startswith("ال")
            or word in link_words("day_part")
            or word in link_words("copy")
        )

    def _passes_on(self, at: int, before: int, medium: Medium) -> bool:
        """Does a verb of passing on, a phrase that attributes, or نقلا عن lead the medium in?"""
        if self.relay in (at, before + 1):
            return True
        if before < 0:
            return False
        if self._word(before) in link_words("publish") or self.reading.tape[before] in codes().tag:
            return True
        if self._word(before - (self._word(before) in link_words("reached"))) in link_words("receive"):
            return True
        end = medium.end
        end += end < len(self.reading.words) and self.reading.tape[end] in codes().comma
        return self._word(end) in link_words("quoting") if end < len(self.reading.words) else False

    def _carries_voice(self, at: int, before: int, medium: Medium) -> bool:
        """Does a preposition or a verb of telling lead the medium in, as fits its kind?"""
        lead = self._word(before)
        if medium.addressed or lead == "ل":
            return True
        if medium.headed and medium.link.kind == "channel":  # a programme may also be a plan: ببرنامج «…»
            return lead in link_words("into") and self._word(medium.end) in link_words("on")
        if medium.link.kind in ("platform", "account", "channel"):
            return lead in link_words("on") or lead == "ب" or medium.within
        plain = not (medium.headed or medium.marked)
        if lead in link_words("toward"):
            return True
        if lead in link_words("within"):  # مقال في صحيفة, not كاتب في صحيفة
            return self._is_link(before - 1) or self._word(before - 1) in link_words("publish")
        if lead in link_words("on"):
            return medium.headed or (medium.marked and medium.known) or (plain and medium.end - at > 1)
        return self._is_told(at, before, medium.end)

    def _is_told(self, at: int, before: int, end: int) -> bool:
        """أبلغ النائب إذاعة السفح: the object of a verb of telling, at once, after its subject or right
        before أن."""
        cue, subject = self.draft.cue, self.draft.subject
        if cue is None or not self._informs():
            return False
        if before == cue[1] - 1 or (subject is not None and subject.first < at < subject.last + 3):
            return True
        return self.reading.tape[end : end + 1] in codes().complementizer
