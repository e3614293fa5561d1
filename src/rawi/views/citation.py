"""An entry as a citation: a block of labelled lines, Markdown, RIS or CSL-JSON.

Only words that the source itself quotes as a whole are called a quotation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

import msgspec

from rawi.ledger.answers import EventView
from rawi.ledger.results import Entry
from rawi.model.claim import Statement
from rawi.model.record import Record
from rawi.views.facts import tell_facts
from rawi.views.incidents import render_what
from rawi.views.labels import Language, label
from rawi.views.screen import Screen, visible
from rawi.views.unsettled import find_unsettled, name_doubt

Style = Literal["block", "md", "ris", "csl"]
STYLES: tuple[Style, ...] = ("block", "md", "ris", "csl")


class Citation(msgspec.Struct, frozen=True):
    """What a citation says. ``quoted``: are these the speaker's words as the source quotes them; ``denied``:
    he denies them; ``doubtful``: Rawi is not sure of the entry; ``event``: the words tell of it;
    ``said_doubt``: the code of the warning about the words that say when it was said.

    Dates are EDTF; ``address`` is ``sha256:…#char=A,B``, where anybody can check the words.
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
    said_doubt: str | None = None


def build_citation(entry: Entry, record: Record) -> Citation:
    """Build the citation of an entry from the document it stands in."""
    item, document = entry.item, record.document
    statement = item if isinstance(item, Statement) else None
    doubt = find_unsettled(record).get((statement.id, "said")) if statement else None
    return Citation(
        words=entry.words,
        quoted=statement is not None and statement.kind == "direct",
        address=f"{document.id}#{entry.address.partition('#')[2]}",
        document=document.id,
        speaker=statement.speaker.name if statement else None,
        role=statement.speaker.told_role if statement else None,
        said=statement.date if statement else None,
        outlet=document.outlet,
        title=document.title,
        published=document.published,
        source=document.source,
        denied=statement is not None and statement.polarity == "denied",
        doubtful=getattr(item, "confidence", None) == "doubtful",
        said_doubt=doubt.code if doubt else None,
    )


def build_event_citation(event: EventView, record: Record) -> Citation:
    """Build the citation of an event: the words around its trigger, and what is read of it."""
    document, sentence = record.document, event.sentence
    return Citation(
        words=sentence.words,
        quoted=False,
        address=f"{document.id}#{sentence.address.partition('#')[2]}",
        document=document.id,
        speaker=event.holder,
        outlet=document.outlet,
        title=document.title,
        published=document.published,
        source=document.source,
        denied=event.denied or event.event.certainty == "denied",
        doubtful=event.event.confidence == "doubtful",
        event=event,
    )


def build_passage(address: str, words: str, record: Record) -> Citation:
    """Build the citation of any words of a document, by their address."""
    document = record.document
    place = address.partition("#")[2]
    return Citation(
        words=words,
        quoted=False,
        address=f"{document.id}#{place}" if place else document.id,
        document=document.id,
        outlet=document.outlet,
        title=document.title,
        published=document.published,
        source=document.source,
    )


def render_citation(citation: Citation, style: Style = "block", language: Language = "en") -> str:
    """Return the citation in a style; RIS and CSL-JSON are the same in every language."""
    if style == "ris":
        return _ris(citation)
    if style == "csl":
        return msgspec.json.format(msgspec.json.encode([_csl(citation)]), indent=2).decode()
    return _markdown(citation, language) if style == "md" else _block(citation, language)


def join_lists(rendered: Sequence[str]) -> str:
    """Return several CSL-JSON lists as one."""
    items = [item for one in rendered for item in msgspec.json.decode(one)]
    return msgspec.json.format(msgspec.json.encode(items), indent=2).decode()


def _words(citation: Citation) -> str:
    """Return the words on one line, between marks only if they are a quotation."""
    shown = visible(citation.words)
    return f"«{shown}»" if citation.quoted else shown


def _facts(citation: Citation, language: Language) -> list[tuple[str, str]]:
    """Return what is known, each with its label."""
    names = ("speaker", "role", "said", "outlet", "title", "published", "source")
    known = [(name, getattr(citation, name)) for name in names]
    if citation.said and citation.said_doubt:
        known[2] = ("said", _unsettled(citation.said, citation.said_doubt, language))
    facts = [(label(name, language), visible(value)) for name, value in known if value]
    facts += list(_tell_event(citation, language))
    return [*facts, (label("words_at", language), citation.address)]


def _unsettled(edtf: str, code: str, language: Language) -> str:
    """Return a date that rests on words with a warning: never as if it were sure."""
    return f"{edtf}{'؟' if language == 'ar' else '?'} ({name_doubt(code, language)})"


def _tell_event(citation: Citation, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what is read of an event, each with its label: type and day, then where, who, to whom, counts."""
    if citation.event is None:
        return
    screen = Screen(language=language)
    past = [screen.label("background")] if citation.event.event.background else []
    yield label("event", language), visible(screen.row((render_what(citation.event, screen), *past)))
    for fact in tell_facts([citation.event], screen, numbered=False):
        if fact.told:
            yield label("event_read", language), visible(f"{fact.name} {fact.told}")
        yield from ((fact.name, visible(one.words)) for one in fact.counts)


def _kind(citation: Citation, language: Language) -> str:
    """Return what the words are: a quotation, a paraphrase of somebody's, or the article's."""
    name = "quotation" if citation.quoted else "paraphrase" if citation.speaker or citation.role else "words"
    comma = "، " if language == "ar" else ", "
    return comma.join([label(name, language), *_cautions(citation, language)])


def _cautions(citation: Citation, language: Language) -> list[str]:
    """Return what must never be left out beside the words: that they are denied, that they are doubtful."""
    marks = (("denied", citation.denied), ("doubtful", citation.doubtful))
    held = citation.event.event.certainty if citation.event else "reported"
    told = [label(f"certainty.{held}", language)] if held in ("alleged", "planned") else []
    return [*told, *(label(name, language) for name, holds in marks if holds)]


def _block(citation: Citation, language: Language) -> str:
    """Return labelled lines, one value each, so that no line mixes directions."""
    lines = [f"{name}: {value}" for name, value in _facts(citation, language)]
    return "\n".join([f"{_kind(citation, language)}:", _words(citation), *lines])


def _markdown(citation: Citation, language: Language) -> str:
    """Return a Markdown quotation with a list of what is known."""
    lines = [f"> - {name}: {_escaped(value)}" for name, value in _facts(citation, language)]
    return "\n".join([f"> {_escaped(_words(citation))}", ">", f"> {_kind(citation, language)}", ">", *lines])


def _escaped(text: str) -> str:
    """Return text in which nothing is Markdown or HTML."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|~&" else letter for letter in text)


def _web_address(citation: Citation) -> str | None:
    """Return where the article can be fetched; null for a path, which leads nowhere from another machine."""
    source = citation.source or ""
    return source if source.lower().startswith(("http://", "https://")) else None


def _ris(citation: Citation) -> str:
    """Return an RIS record of type NEWS; values are on one line, whatever stands in them."""
    day = (citation.published or "").replace("-", "/")
    known = (
        ("TI", citation.title),
        ("T2", citation.outlet),
        ("PY", day[:4]),
        ("DA", f"{day}{'/' * (3 - day.count('/'))}" if day else None),
        ("UR", _web_address(citation)),
        ("LA", "ar"),
        ("AB", _words(citation)),
        ("N1", " — ".join(one for one in (citation.speaker, citation.role) if one) or None),
        ("N1", _kind(citation, "en")),
        *(("N1", f"{name}: {value}") for name, value in _tell_event(citation, "en")),
        ("N1", citation.address),
    )
    lines = [f"{tag}  - {visible(value)}" for tag, value in known if value]
    return "\n".join(["TY  - NEWS", *lines, "ER  - "])


def _note(citation: Citation) -> str:
    """Return who speaks and what the words are, in one line: CSL has no fields for either."""
    speaker = f"{visible(citation.speaker)}: " if citation.speaker else ""
    return speaker + _kind(citation, "en")


def _csl(citation: Citation) -> dict[str, Any]:
    """Return a CSL-JSON item (docs.citationstyles.org) of a newspaper article."""
    item: dict[str, Any] = {
        "id": citation.address,
        "type": "article-newspaper",
        "language": "ar",
        "title": citation.title,
        "container-title": citation.outlet,
        "URL": _web_address(citation),
        "abstract": _words(citation),
        "note": f"{_note(citation)}; {label('words_at', 'en')} {citation.address}",
    }
    if citation.published and citation.published[:4].isdigit():
        parts = [int(part) for part in citation.published.split("-") if part.isdigit()]
        item["issued"] = {"date-parts": [parts]}
    return {name: value for name, value in item.items() if value}
