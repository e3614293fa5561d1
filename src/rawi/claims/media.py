"""Names of media as a report gives them: لوكالة «السفح»، قناة الغدير، موقعها الإلكتروني، حسابه على إكس."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, cached_property

import msgspec

from rawi.arabic.clitics import Clitic
from rawi.arabic.fold import fold
from rawi.claims.carriers import match_carrier, may_carry
from rawi.claims.linkwords import MEDIA, LinkForm, link_heads, link_words, match_link
from rawi.claims.reading import Reading, codes
from rawi.model.chain import Link, LinkKind

_LONGEST_QUOTED = 5  # words of a name between marks
_LONGEST_PLAIN = 3  # words of a name without marks that no table knows
_GAP = 4  # words between the noun of a site and its name in marks (موقع التواصل الاجتماعي «…»)
_PRESS = ("agency", "newspaper", "magazine", "website")  # with an adjective they still point back
_REMEMBERED = 100  # nouns and names back to which one with the article points
_NAME = 12  # tokens that hold a noun and its name
_TATWEEL = "\u0640"
_NEWSROOMS = ("outlet", "agency", "platform")  # kinds of bodies that are media
# Plain integers: the operators of IntFlag are ten times slower.
_TO, _WITH = int(Clitic.LAM), int(Clitic.BEH)
_ARTICLE, _AND = int(Clitic.ARTICLE), int(Clitic.CONJUNCTION)
_PREPOSITION = int(Clitic.BEH | Clitic.LAM | Clitic.KAF)


class Medium(msgspec.Struct, frozen=True, gc=False):
    """A medium read at a token: its link, the token after it, and how it stands there.

    ``headed`` where a noun (صحيفة) leads its name; ``marked`` where the name stands in marks; ``addressed``
    where ل is joined, ``within`` where ب is (بموقع …); ``known`` where a table has the name; ``noun`` is what
    it is called; ``same`` is that noun where the words only point back (للصحيفة).
    """

    link: Link
    end: int
    headed: bool = False
    marked: bool = False
    addressed: bool = False
    known: bool = False
    within: bool = False
    same: str | None = None
    noun: str | None = None


def read_medium(reading: Reading, at: int, last: int) -> Medium | None:
    """Return the medium whose noun or name begins at a token; None if none does.

    A site or an account is one only where its words show it: موقعها الإلكتروني, not موقع الحادث.
    """
    if at and reading.words[at - 1] in link_words("unable"):
        return None  # لم يتسن للإذاعة التحقق منه
    matched = match_link(reading.words, at)
    carrier = _named(reading, at, last)
    if carrier is not None and (carrier.link.kind == "platform" or matched is None):
        return carrier  # مواقع التواصل begins with the noun of a site
    if matched is None or matched[0].channel not in MEDIA:
        return carrier
    form, end = matched
    found = _of_noun(reading, form, at, end, last)
    if found is None:
        return None
    return msgspec.structs.replace(
        found,
        headed=True,
        addressed=bool(form.clitics & _TO),
        within=bool(form.clitics & _WITH),
        noun=form.noun,
    )


def _of_noun(reading: Reading, form: LinkForm, at: int, end: int, last: int) -> Medium | None:
    """Read on from the noun of a medium, as its kind asks."""
    if form.channel == "account":
        return _account(reading, form, at, end, last)
    if form.channel == "website":
        return _site(reading, form, at, end, last)
    if form.owned or is_other_body(reading, at):
        return None
    return _headed(reading, form, at, end, last)


def _named(reading: Reading, at: int, last: int) -> Medium | None:
    """A platform or newsroom by its own name alone: لرويترز, تويتر."""
    found = match_carrier(reading.words, at)
    if found is None or found[1] > last:
        return None
    joined, end, kind = found
    span = reading.text.span(at, end)
    name = span.of(reading.text.source)
    name = "ال" + name[2:] if joined == 2 else name[joined:].lstrip(_TATWEEL)
    addressed = bool(joined) and reading.words[at].startswith("ل")
    within = bool(joined) and not addressed
    return Medium(Link(kind, name, span), end, addressed=addressed, known=True, within=within)


def read_marked(reading: Reading, at: int) -> Medium | None:
    """Return the short name between the marks or brackets that open at a token, as that of an outlet."""
    inside = _inside(reading, at)
    if inside is None:
        return None
    first, last, end = inside
    known = match_carrier(reading.words, first)
    kind: LinkKind = known[2] if known and known[1] == last and not known[0] else "outlet"
    span = reading.text.span(first, last)
    name = span.of(reading.text.source)
    return Medium(Link(kind, name, span), end, marked=True, known=known is not None)


def _inside(reading: Reading, at: int) -> tuple[int, int, int] | None:
    """The tokens between marks or brackets that open at a token, if they are few, and the token after."""
    quotation = reading.opening_at.get(at)
    if quotation is not None:
        first, last = at + 1, quotation.close
        return (
            (first, last, last + 1)
            if 0 < last - first <= _LONGEST_QUOTED and not quotation.repaired
            else None
        )
    if at < len(reading.words) and reading.tape[at] in codes().paren:
        for last in range(at + 2, min(at + _LONGEST_QUOTED + 4, len(reading.words))):
            if reading.tape[last] in codes().close:
                return at + 1, last, last + 1
    return None


def _headed(reading: Reading, form: LinkForm, at: int, end: int, last: int) -> Medium | None:
    """A medium by its noun and its name, in marks or not, or by the noun with an article."""
    kind = MEDIA[form.channel]
    marked = _marked_name(reading, end, last)
    if marked is not None:
        link = Link(marked.link.kind if marked.known else kind, marked.link.name, marked.link.span)
        return Medium(link, marked.end, marked=True, known=marked.known)
    if form.channel == "programme":
        return None
    named = _named(reading, end, last) if end < last else None
    if named is not None and not named.addressed:
        return Medium(named.link, named.end, known=True)
    if form.clitics & _ARTICLE:
        return _defined(reading, form, kind, at, end, last)
    stop = _plain_end(reading, at, end, last)
    if end >= last:
        return None
    if form.channel == "agency" and reading.words[end].removeprefix("ال") in link_words("no_agency"):
        return None
    if stop == end or (form.channel == "network" and not _is_newsroom(reading, at)):
        return None
    return Medium(_link(reading, kind, form, at, stop), stop)


def _is_newsroom(reading: Reading, at: int) -> bool:
    """Does a table know the body at a token as a newsroom?"""
    body = reading.organization_at.get(at)
    return body is not None and body.value.kind in _NEWSROOMS


def is_other_body(reading: Reading, at: int) -> bool:
    """Does the name of a body that is no newsroom begin at a token (الوكالة الدولية للطاقة الذرية)?"""
    body = reading.organization_at.get(at)
    return body is not None and body.value.id is not None and body.value.kind not in _NEWSROOMS


def _marked_name(reading: Reading, at: int, last: int) -> Medium | None:
    """A name in marks right after a noun, or after أنباء (وكالة أنباء «السفح»)."""
    if at < last and reading.words[at] in link_words("agency_word"):
        at += 1
    return read_marked(reading, at) if at < last else None


def _defined(reading: Reading, form: LinkForm, kind: LinkKind, at: int, end: int, last: int) -> Medium | None:
    """A noun with the article: of the press, or alone, it points back (للصحيفة); else its adjective makes a
    name (القناة الأولى), and a radio or television may be the one of its country (الإذاعة)."""
    stop = end
    while stop < min(last, end + 2) and reading.words[stop].startswith("ال") and reading.tape[stop] == ".":
        stop += 1
    alone = stop == end and fold(form.noun) not in link_words("radio_word")
    same = form.noun if (alone or form.channel in _PRESS) and not form.plural else None
    return Medium(_link(reading, kind, form, at, stop), stop, same=same)


def _plain_end(reading: Reading, at: int, end: int, last: int) -> int:
    """Where a name without marks ends: with the body that annotators know, else before a particle."""
    body = reading.organization_at.get(at) or reading.organization_at.get(end)
    if body is not None and end < body.last <= last:
        return body.last
    stop = end
    while stop < min(last, end + _LONGEST_PLAIN) and _goes_on(reading, stop):
        stop += 1
    return stop


def _goes_on(reading: Reading, at: int) -> bool:
    """Can a word be part of a name: of no class, no date, no addressee?"""
    word = reading.words[at]
    if reading.tape[at] != "." or not word[0].isalnum():
        return False
    if word in link_words("into") or word in link_words("day_part") or word.startswith(("لل", "بال")):
        return False
    return not reading.dates.beginning_in(at, at + 1)


def _site(reading: Reading, form: LinkForm, at: int, end: int, last: int) -> Medium | None:
    """A site: by its own name (موقع إكس), or by words that show that it is none on the ground."""
    kind: LinkKind = "outlet" if form.clitics & _TO else "platform"  # قال لموقع …, كتب على موقع …
    named = None if form.owned else _named_site(reading, kind, end, last)
    if named is not None:
        return named
    stop = _online_end(reading, end, last)
    if stop is None and kind == "outlet" and not form.owned and not form.clitics & _ARTICLE:
        stop = _plain_end(reading, at, end, last)
        if stop > end + 1 and reading.words[stop - 1].startswith("ال") > reading.words[end].startswith("ال"):
            return None  # المنتقدون لموقع بناء الجسر: a place
    if stop is None and kind == "outlet" and not form.owned:
        return _defined(reading, form, kind, at, end, last)
    return Medium(_link(reading, kind, form, at, stop), stop) if stop is not None and stop > end else None


def _named_site(reading: Reading, kind: LinkKind, end: int, last: int) -> Medium | None:
    """A site by its own name, at once or after words with the article (موقع التواصل الاجتماعي «…»)."""
    for name in _name_starts(reading, end, last):
        found = read_marked(reading, name) or _named(reading, name, last)
        if found is not None and not found.addressed:
            own = found.link.kind if found.link.kind in ("platform", "agency") or kind == "outlet" else kind
            stop = found.end + (found.end < last and reading.words[found.end] in link_words("online"))
            link = Link(own, found.link.name, found.link.span)
            return Medium(link, stop, marked=found.marked, known=found.known)
    return None


def _name_starts(reading: Reading, end: int, last: int) -> Iterator[int]:
    """Tokens after the noun of a site at which its name may begin: after words with the article too."""
    for at in range(end, min(end + _GAP, last)):
        yield at
        word = reading.words[at]
        if not word.startswith("ال") and word not in link_words("on"):
            return


def _online_end(reading: Reading, end: int, last: int) -> int | None:
    """The token after الإلكتروني or على الإنترنت, and after the owner that ل leads in behind it; None if the
    words show no site."""
    for at in range(end, min(end + _GAP, last)):
        if reading.words[at] in link_words("online"):
            return _owner_end(reading, at + 1, last)
        if reading.words[at] in link_words("net") and reading.words[at - 1] in link_words("on"):
            return at + 1
    return None


def _owner_end(reading: Reading, at: int, last: int) -> int:
    """Step over an owner that ل is joined to (الموقع الإلكتروني للبلدية)."""
    if at >= last or not reading.words[at].startswith("ل") or len(reading.words[at]) < 4:
        return at
    body = reading.organization_at.get(at)
    return min(body.last if body is not None else at + 1, last)


def _account(reading: Reading, form: LinkForm, at: int, end: int, last: int) -> Medium | None:
    """An account or page: his own (حسابه الرسمي), a body's (صفحة البلدية), or of some who are described."""
    stop = end
    while stop < last and reading.words[stop] in link_words("official"):
        stop += 1
    if form.owned:
        return Medium(_link(reading, "account", form, at, stop), stop)
    owner = stop + 1 if stop < last and reading.words[stop] == "ل" else stop
    marked = read_marked(reading, owner) if owner < last else None
    if marked is not None:
        kind: LinkKind = "outlet" if form.plural else "account"  # على صفحات «السفح»: a newspaper
        return Medium(Link(kind, marked.link.name, marked.link.span), marked.end, marked=True)
    while (
        stop < min(last, end + _GAP)
        and reading.tape[stop] == "."
        and not reading.dates.beginning_in(stop, stop + 1)
    ):
        stop += 1
    if stop == end:
        return None
    return Medium(_link(reading, "account", form, at, stop), stop)


def _link(reading: Reading, kind: LinkKind, form: LinkForm, first: int, last: int) -> Link:
    """A link by the words from its noun on, letters joined before it taken off."""
    return Link(
        kind, without_joined(reading.text.words_of(first, last), form.clitics), reading.text.span(first, last)
    )


def without_joined(words: str, clitics: int) -> str:
    """Return the source's words without the conjunction and the preposition joined to the first.

    >>> without_joined("للقناة الأولى", int(Clitic.LAM | Clitic.ARTICLE))
    'القناة الأولى'
    """
    words = words[clitics & _AND :]
    if not clitics & _PREPOSITION:
        return words
    if clitics & _TO and clitics & _ARTICLE:
        return "ال" + words[2:]
    return words[1:]


def token_before(reading: Reading, at: int) -> int:
    """Return the token before a word and the marks that open at it; -1 if none is."""
    tape, c = reading.tape, codes()
    at -= 1
    while at >= 0 and (tape[at] in c.quote or tape[at] in c.paren):
        at -= 1
    return at


def lead_of(reading: Reading, at: int) -> str:
    """Return the word that leads a name in; of وصلت إلى and its like the verb."""
    before = token_before(reading, at)
    if before < 0:
        return ""
    lead = reading.words[before]
    if before and lead in link_words("reached") and reading.words[before - 1] in link_words("receive"):
        return reading.words[before - 1]
    return lead


@cache
def newsroom_leads() -> frozenset[str]:
    """Return the words after which a name in marks that no table knows can be a newsroom's."""
    return link_words("toward") | link_words("publish") | link_words("receive")


class NamedMedia:
    """The media that the chains of a text have named so far, for words that only point back (للصحيفة)."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.named: list[Link] = []

    def heads_in(self, first: int, last: int) -> list[int]:
        """Return the tokens of a range at which a link can begin: of names in marks only those that a word
        leads in as a newsroom's."""
        heads = self._heads
        low = bisect_left(heads, first)
        return heads[low : bisect_left(heads, last, low)]

    @cached_property
    def _heads(self) -> list[int]:
        """The tokens at which a link can begin."""
        reading, words, nouns = self.reading, self.reading.words, link_heads()
        return [
            at
            for at in reading.link_heads
            if words[at] in nouns
            or may_carry(words, at)
            or (at in reading.opening_at and lead_of(reading, at) in newsroom_leads())
        ]

    def last(self, noun: str, at: int) -> Link | None:
        """Return the medium to which a noun with the article at a token points back: one that was called so,
        else one that a chain only named."""
        heads = self.reading.link_heads
        last = bisect_left(heads, at)
        for head in reversed(heads[max(0, last - _REMEMBERED) : last]):
            medium = read_medium(self.reading, head, min(head + _NAME, len(self.reading.words)))
            if medium is not None and medium.noun == noun and medium.same is None:
                return medium.link
        return self.named[-1] if self.named else None
