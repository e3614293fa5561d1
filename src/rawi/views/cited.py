"""What is cited of an entry, and what is said beside its words: whose, through whom, when, how sure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from rawi.ledger.answers import EventView, Side
from rawi.ledger.results import Count, Said
from rawi.ledger.rows import quote_span
from rawi.model.claim import Confidence, Figure, Speaker
from rawi.model.record import Record
from rawi.model.review import Correction, Reviewed
from rawi.views.amounts import render_amount
from rawi.views.dates import render_date
from rawi.views.facts import tell_facts
from rawi.views.incidents import render_type, render_what
from rawi.views.labels import Language, label
from rawi.views.screen import Screen, visible
from rawi.views.unsettled import find_unsettled, name_doubt
from rawi.views.whence import is_web, name_source

_SPACES = re.compile(r"\s+")
_DAYS = frozenset(("said", "as_of", "date"))
_WORDED = _DAYS | frozenset(("hedge", "certainty", "polarity"))  # in our words, in the language of the line


class Citation(msgspec.Struct, frozen=True):
    """What a citation says. ``quoted``: are these the speaker's words as the source quotes them; ``denied``:
    he denies them; ``doubtful``: Rawi is not sure of the entry; ``event``: the words tell of it.

    ``of`` is null for any other words of a document. ``speaker`` is whose claim it is, ``unsettled`` if
    somebody's and nobody knows whose, ``also`` who speaks with him; ``relayed_by`` passed it on, the
    innermost first, ``via`` are the media on its way. A ``figure`` has the ``sentence`` in which its words
    stand; ``review`` is how people left the entry. Dates are EDTF; ``address`` is ``sha256:…#char=A,B``,
    where anybody can check the words; ``source`` is an address on the web or the name of a file.
    ``doubts`` has for ``said`` and ``as_of`` the code of the warning about the words on which a day rests.
    """

    words: str
    quoted: bool
    address: str
    document: str
    speaker: str | None = None
    role: str | None = None
    said: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None
    denied: bool = False
    doubtful: bool = False
    event: EventView | None = None
    of: Literal["statement", "figure", "event"] | None = None
    unsettled: bool = False
    also: tuple[str, ...] = ()
    relayed_by: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    as_of: str | None = None
    figure: Figure | None = None
    sentence: str | None = None
    review: Reviewed | None = None
    doubts: dict[str, str] = {}


class Line(msgspec.Struct, frozen=True):
    """One thing that a citation says: its label, empty where the words say it themselves. ``code``: an
    address, which is copied and not read."""

    name: str
    value: str
    code: bool = False


def build_citation(side: Side, record: Record) -> Citation:
    """Build the citation of an entry from the document it stands in."""
    if isinstance(side, Said):
        found = _cite(side.words, side.address, record, **_of_statement(side))
        return _with_days(found, side.statement.id, record)
    if isinstance(side, Count):
        found = _cite(side.words, side.address, record, **_of_figure(side, record))
        return _with_days(found, side.figure.id, record)
    if isinstance(side, EventView):
        return _cite(side.sentence.words, side.sentence.address, record, **_of_event(side, record))
    doubtful = getattr(side.item, "confidence", None) == "doubtful"
    return _cite(side.words, side.address, record, doubtful=doubtful)


def _with_days(citation: Citation, label: str, record: Record) -> Citation:
    """Return a citation with the days that a person put in the place of those that were read; of the others
    it tells which rest on words with a warning."""
    corrections = citation.review.corrections if citation.review else ()
    settled = {str(one.field): one.value for one in corrections if one.field in ("said", "as_of")}
    found = find_unsettled(record).items()
    doubts = {name: one.code for (entry, name), one in found if entry == label and name not in settled}
    return replace(citation, doubts=doubts, **settled)


def build_passage(address: str, words: str, record: Record) -> Citation:
    """Build the citation of any words of a document, by their address."""
    return _cite(words, address, record)


def _cite(words: str, address: str, record: Record, **known: Any) -> Citation:
    """Build a citation of words; ``known`` are fields that only their kind of entry has."""
    document, place = record.document, address.partition("#")[2]
    return Citation(
        words=words,
        quoted=known.pop("quoted", False),
        address=f"{document.id}#{place}" if place else document.id,
        document=document.id,
        outlet=document.outlet,
        title=document.title,
        published=document.published,
        source=name_source(document),
        **known,
    )


def _of_statement(side: Said) -> dict[str, Any]:
    """Return what only the citation of a statement has."""
    one = side.statement
    known = {"quoted": one.kind == "direct", "denied": one.polarity == "denied", "said": side.said}
    return known | _of_speaker(one.speaker) | _way("statement", side, one.confidence)


def _of_speaker(speaker: Speaker) -> dict[str, Any]:
    """Return whose words they are."""
    also = tuple(one.name for one in speaker.also if one.name)
    unsettled = not (speaker.name or speaker.role)
    return {"speaker": speaker.name, "role": speaker.told_role, "also": also, "unsettled": unsettled}


def _of_figure(side: Count, record: Record) -> dict[str, Any]:
    """Return what only the citation of a figure has."""
    one, text = side.figure, record.text
    around = quote_span(text, one.span)
    known = {"figure": one, "sentence": around.of(text).strip(), "as_of": side.as_of, "said": side.said}
    held = next((each.speaker for each in record.statements if each.id == one.according_to), None)
    role = held.told_role if held and held.name and held.name == side.holder else None
    whose = {"speaker": side.holder, "role": role, "unsettled": bool(one.according_to and not side.holder)}
    return known | whose | {"denied": side.denied} | _way("figure", side, one.confidence)


def _of_event(side: EventView, record: Record) -> dict[str, Any]:
    """Return what only the citation of an event has; its article without the folders of this machine."""
    side = replace(side, article=replace(side.article, source=name_source(record.document)))
    denied = side.denied or side.event.certainty == "denied"
    unsettled = bool(side.event.according_to and not side.holder)
    known = {"event": side, "speaker": side.holder, "unsettled": unsettled, "denied": denied}
    return known | _way("event", side, side.event.confidence)


def _way(of: str, side: Said | Count | EventView, confidence: Confidence) -> dict[str, Any]:
    """Return by which way an entry came, and how it stands."""
    via = tuple(one.name for one in side.chain)
    known = {"of": of, "relayed_by": side.relayed_by, "via": via, "review": side.review}
    return known | {"doubtful": confidence == "doubtful"}


def tell_kind(citation: Citation, language: Language) -> str:
    """Return what the words are, a quotation, a claim, or the article's own, and what must never be left out
    beside them: that they are alleged, planned, denied, doubtful, or that a person rejected the entry."""
    held = citation.event.event.certainty if citation.event else "reported"
    told = [label(_name_kind(citation), language)]
    told += [label(f"certainty.{held}", language)] if held in ("alleged", "planned") else []
    marks = (("denied", citation.denied), ("doubtful", citation.doubtful))
    told += [label(name, language) for name, holds in marks if holds]
    if citation.review and citation.review.standing == "rejected":
        told.append(label("standing.rejected", language))
    return label("list_comma", language).join(told)


def _name_kind(citation: Citation) -> str:
    """Return the label of what the words are."""
    somebody = bool(citation.speaker or citation.role or citation.unsettled)
    if citation.quoted or not somebody:
        return "quotation" if citation.quoted else "words"
    return {"figure": "cited_figure", "event": "cited_event"}.get(citation.of or "", "paraphrase")


def tell_claim(citation: Citation, screen: Screen) -> Iterator[Line]:
    """Yield whose claim it is, through whom it came, when it was said and held, what was read, and what a
    person made of it."""
    yield from _whose(citation, screen)
    for name, date in (("said", citation.said), ("as_of", citation.as_of)):
        if date:
            yield Line(screen.label(name), _tell_day(date, citation.doubts.get(name), screen.language))
    if citation.figure is not None:
        value = f"{render_amount(citation.figure, screen.language)} {screen.apart(f'«{citation.words}»')}"
        yield Line(screen.label("figure_value"), value)
    yield from _tell_event(citation, screen)
    yield from _tell_review(citation.review, screen)


def _tell_day(edtf: str, doubt: str | None, language: Language) -> str:
    """Return a day in words; one that rests on words with a warning never as if it were sure."""
    told = render_date(edtf, language)
    if doubt is None:
        return told
    return f"{told}{'؟' if language == 'ar' else '?'} ({name_doubt(doubt, language)})"


def tell_article(citation: Citation, screen: Screen) -> Iterator[Line]:
    """Yield where the words stand: outlet, title, day, address or file, place in the text."""
    for name, value in (("outlet", citation.outlet), ("title", citation.title)):
        if value:
            yield Line(screen.label(name), visible(value))
    day = citation.published
    if day:
        yield Line(screen.label("published"), render_date(day, screen.language))
    else:
        yield Line("", screen.label("published.unknown"))
    if citation.source:
        web = is_web(citation.source)
        yield Line(screen.label("source" if web else "file"), visible(citation.source), code=web)
    yield Line(screen.label("words_at"), citation.address, code=True)


def _whose(citation: Citation, screen: Screen) -> Iterator[Line]:
    """Yield whose claim it is, and who passed it on."""
    name = screen.label("by" if citation.of in ("figure", "event") else "speaker")
    who = citation.speaker or (screen.label("unnamed") if citation.unsettled else None)
    if who:
        with_him = f" {screen.label('also')} ".join(map(screen.apart, citation.also))
        yield Line(name, f"{visible(who)} {screen.label('also')} {with_him}" if with_him else visible(who))
    if citation.role:
        yield Line(screen.label("role"), visible(citation.role))
    for name, names in (("relayed_by", citation.relayed_by), ("via", citation.via)):
        if names:
            yield Line(screen.label(name), " › ".join(map(visible, names)))


def _tell_event(citation: Citation, screen: Screen) -> Iterator[Line]:
    """Yield what is read of an event: type and day, then where, who, to whom, counts, who denies it."""
    view = citation.event
    if view is None:
        return
    past = [screen.label("background")] if view.event.background else []
    yield Line(screen.label("event"), _SPACES.sub(" ", screen.row((render_what(view, screen), *past))))
    for fact in tell_facts([view], screen, numbered=False):
        if fact.told:
            yield Line(screen.label("event_read"), _SPACES.sub(" ", f"{fact.name} {fact.told}"))
        yield from (Line(fact.name, _SPACES.sub(" ", one.words)) for one in fact.counts)
    if view.denied_by:
        yield Line(screen.label("denied_by"), " › ".join(map(visible, view.denied_by)))


def _tell_review(review: Reviewed | None, screen: Screen) -> Iterator[Line]:
    """Yield what a person made of the entry: each corrected field with its value, and who did it when."""
    if review is None:
        return
    day = render_date(review.at[:10], screen.language) if review.at else ""
    by = screen.label("list_comma").join(one for one in (screen.apart(review.who or ""), day) if one)
    told = screen.label(f"standing.{review.standing}")
    if not review.corrections:
        yield Line(screen.label("review"), f"{told} ({by})" if by else told)
    for one in review.corrections:
        value = name_correction(one, screen.language)
        value = visible(value) if one.field in _WORDED else screen.apart(value)
        yield Line(told, f"{screen.label(f'field.{one.field}')}: {value} ({by})")


def name_correction(one: Correction, language: Language) -> str:
    """Return what a person put in the place of what was read, in words where Rawi has words for it.

    >>> name_correction(Correction("as_of", "2031-03"), "en"), name_correction(Correction("low", "13"), "en")
    ('March 2031', '13')
    """
    if one.value is None:
        return label("field.untold", language)
    if one.field in _DAYS:
        return render_date(one.value, language)
    if one.field == "type":
        return render_type(one.value, language)
    if one.field in ("hedge", "certainty"):
        return label(f"{one.field}.{one.value}", language)
    return label(one.value, language) if one.field == "polarity" else one.value
