"""The one module that knows the order: text, annotations, claims, entities, record."""

from __future__ import annotations

import gc
import hashlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from itertools import chain

import msgspec

from rawi.annotations.annotator import Annotations, Annotator, check
from rawi.annotations.bound import bound_words
from rawi.annotations.candidates import load_candidates
from rawi.annotations.corroboration import place_firsts
from rawi.annotations.dates import DATES
from rawi.annotations.lexis import load_vocabulary as load_names
from rawi.annotations.localities import load_several
from rawi.annotations.nametapes import load_phrases
from rawi.annotations.numbers import NUMBERS
from rawi.annotations.organizations import ORGANIZATIONS
from rawi.annotations.people import PEOPLE
from rawi.annotations.places import PLACES
from rawi.annotations.quantities import QUANTITIES
from rawi.annotations.relabeling import open_weights, relabel
from rawi.annotations.roles import ROLES
from rawi.annotations.speech import homographs, speech_words
from rawi.annotations.tagger import TAGGED
from rawi.annotations.toponyms import load_shapes
from rawi.annotations.towns import between_words
from rawi.annotations.vocabulary import load_vocabulary as load_values
from rawi.claims.actors import issuing_verbs
from rawi.claims.anchors import resolve_date
from rawi.claims.calendar import days_from_publication, resolve_dates
from rawi.claims.certainty import assess_statements
from rawi.claims.denials import denial_nouns
from rawi.claims.echoes import link_echoes
from rawi.claims.figures import extract_figures
from rawi.claims.money import home_of
from rawi.claims.reading import Reading, formula_words, link_starts
from rawi.claims.rivals import count_signs
from rawi.claims.statements import extract_statements
from rawi.claims.tapes import that_names
from rawi.documents.boilerplate import Layout
from rawi.documents.byline import find_chain, find_outlet
from rawi.documents.damage import repair_surrogates
from rawi.documents.dateline import DatedWords, find_margins, find_published
from rawi.documents.headlines import find_headline
from rawi.documents.layouts import find_layout
from rawi.documents.mojibake import mend_mojibake
from rawi.documents.pieces import cut_body, cut_pieces, join_records
from rawi.documents.placing import place_spans
from rawi.entities.labels import clean_labels
from rawi.entities.locations import locate_places
from rawi.entities.speakers import link_speakers
from rawi.events.extraction import WORD_SETS as EVENT_WORDS
from rawi.events.extraction import extract_events
from rawi.model.annotation import Kind
from rawi.model.document import Document, Metadata, Parts, Warning
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.rules.tapes import JointTapes
from rawi.rules.wordsets import WordSets
from rawi.text.text import Taping, Text


@cache
def annotators() -> tuple[Annotator, ...]:
    """Return the default stages in their order, checked once; PipelineError if one reads what nobody made."""
    stages = (NUMBERS, DATES, QUANTITIES, ROLES, ORGANIZATIONS, PLACES, TAGGED)
    check(stages)
    return stages


def rule_stages() -> tuple[Annotator, ...]:
    """Return the stages that read by rules alone, in their order; taggers are trained on what they find."""
    return (*annotators()[:-1], PEOPLE)


@cache
def _vocabularies() -> tuple[Taping, ...]:
    """Return the vocabularies that the default stages read."""
    return (speech_words(), load_values(), load_names(), load_phrases(), load_candidates(), _word_sets())


@cache
def _word_sets() -> WordSets:
    """Return the sets of words that the stages look for in every text."""
    names = (bound_words, place_firsts, load_several, load_shapes, between_words)
    claims = (that_names, link_starts, formula_words, homographs, denial_nouns, count_signs, issuing_verbs)
    return WordSets((*names, *claims, *EVENT_WORDS))


@cache
def _joint_tapes() -> JointTapes:
    """Return what lays their tapes at once."""
    return JointTapes(_vocabularies())


def annotate(
    text: Text, stages: Sequence[Annotator] | None = None, weights: str | None = None
) -> Annotations:
    """Run the stages over a text and return all that they found; ``weights`` as in ``extract``."""
    known = Annotations()
    for stage in stages or (rule_stages() if weights else annotators()):
        known.add(stage.annotate(text, known))
    return relabel(text, known, open_weights(weights)) if weights else known


def extract(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    weights: str | None = None,
) -> Record:
    """Return everything Rawi takes from one article: who said what, how many, when, each tied to its words.

    ``text`` is the article, any ``str`` (lone surrogates are replaced one for one); ``published`` its EDTF
    day, month or
    year, if known. ``weights`` is the path of a file of weights that shall find the names instead of
    those that ship (docs/guide/names.md); WeightsError if it holds none. Pure: same input, same record;
    no files are opened after the first call. Never raises on any text.

    >>> record = extract("قال سليم الدوري إن الجسر سيفتح غدا.", published="2024-05-01")
    >>> [record.words(span) for span in record.statements[0].content]
    ['الجسر سيفتح غدا']
    """
    return extract_document(
        text,
        Metadata(source=url, title=title, outlet=outlet, published=published, url=url),
        weights=weights,
    )


def extract_document(
    text: str,
    metadata: Metadata,
    warnings: Sequence[Warning] = (),
    weights: str | None = None,
    parts: Parts | None = None,
) -> Record:
    """Return the record of a text with what is known of it; ``warnings`` of its reading are kept in the
    document, ``weights`` as in ``extract``; ``parts`` is what the markup of a page shows, null for plain
    text."""
    with _collector_resting():
        record = _extract(text, metadata, warnings, weights, parts)
        return clean_labels(record, record.text)


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Let Python's collector of reference cycles rest for the time of one article, if it is at work.

    Reading makes some ten thousand objects and not one cycle (a test holds it to that): the collector
    would look through them and through all lexicons some ten times an article and find nothing, for a
    sixth of the time.
    """
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()


def _extract(
    text: str, metadata: Metadata, warnings: Sequence[Warning], weights: str | None, parts: Parts | None
) -> Record:
    """Do as ``extract_document`` says: of a text that was misread before it came, what it was is read, and
    stands on its words as they came."""
    source, damage = repair_surrogates(text)
    told = (*warnings, *damage)
    mended = mend_mojibake(source)
    if mended is None:
        return _read(source, metadata, told, weights, parts)
    shown = place_spans(parts, partial(bisect_left, mended.origins), mended.text)
    record = _read(mended.text, metadata, (), weights, shown)
    record = place_spans(record, mended.origins.__getitem__, source)
    document = msgspec.structs.replace(
        record.document, id=_id_of(source), text=source, warnings=(*told, *record.document.warnings)
    )
    return msgspec.structs.replace(record, document=document)


def _read(
    source: str, metadata: Metadata, warnings: Sequence[Warning], weights: str | None, parts: Parts | None
) -> Record:
    """Read a text without lone surrogates, a very long one piece by piece."""
    layout = find_layout(source, metadata.title, parts)
    pieces = cut_pieces(source)
    first = _cut(source, layout, pieces[0])
    known = annotate(first, weights=weights)
    published = _published(source, metadata, layout, first, known)
    document = _document(source, metadata, layout, published, warnings)
    if len(pieces) == 1:
        return _say(first, known, document, metadata)
    bare = msgspec.structs.replace(document, warnings=(), body=(), chain=())
    rest = (_cut(source, layout, piece) for piece in pieces[1:])
    records = chain(
        [_say(first, known, bare, metadata)],
        (_say(cut, annotate(cut, weights=weights), bare, metadata) for cut in rest),
    )
    record = join_records(source, zip((piece.start for piece in pieces), records, strict=True))
    told = (*warnings, *record.document.warnings)
    return msgspec.structs.replace(record, document=msgspec.structs.replace(document, warnings=told))


def _cut(source: str, layout: Layout, piece: Span) -> Text:
    """Cut a piece of the source up, its tapes laid."""
    cut = Text(piece.of(source), cut_body(layout.body, piece))
    cut.keep_tapes(_vocabularies(), _joint_tapes().lay(cut.words))
    _word_sets().keep(cut)
    return cut


def _say(text: Text, known: Annotations, document: Document, metadata: Metadata) -> Record:
    """Return the record of a text that is annotated; spans count from its beginning."""
    reading = Reading(text, known)
    told = assess_statements(reading, extract_statements(reading, document.published))
    told = link_echoes(reading, told)
    statements, entities = link_speakers(
        text.source, [statement for statement, _ in told], reading.entities, reading.called
    )
    dates, clashes = resolve_dates(reading, document.published, told)
    figures, doubts = extract_figures(reading, told, dates, metadata)
    record = Record(
        document=msgspec.structs.replace(document, warnings=(*document.warnings, *clashes, *doubts)),
        statements=tuple(statements),
        figures=tuple(figures),
        dates=tuple(dates),
        entities=locate_places(text, known, entities, home_of(metadata)),
    )
    return msgspec.structs.replace(record, events=extract_events(record, text))


def _published(source: str, metadata: Metadata, layout: Layout, text: Text, known: Annotations) -> str | None:
    """The publication date: from the metadata, else the day that the text forces."""
    if metadata.published:
        return metadata.published
    dated = list(_dated(text, known, 0))
    for margin in find_margins(source, layout):  # a stamp such as «تاريخ النشر» stands outside the article
        cut = Text(source[margin.start : margin.end])
        dated += _dated(cut, annotate(cut, (NUMBERS, DATES)), margin.start)
    found = find_published(sorted(dated, key=lambda one: one.span), source, layout)
    return found.value if found else None


def _dated(text: Text, known: Annotations, start: int) -> Iterator[DatedWords]:
    """Yield the dates that resolve by themselves, with their spans; ``text`` begins at ``start`` of the
    source."""
    for one in known.of(Kind.DATE):
        if value := resolve_date(one.value, None).edtf:
            span = text.source_span(one.start, one.end)
            shifted = Span(span.start + start, span.end + start)
            yield DatedWords(shifted, value, days_from_publication(one.value))


def _id_of(source: str) -> str:
    """Return what names a document: the hash of its text."""
    return "sha256:" + hashlib.sha256(source.encode("utf-8")).hexdigest()


def _document(
    source: str, metadata: Metadata, layout: Layout, published: str | None, warnings: Sequence[Warning]
) -> Document:
    """Describe the document; its id is the hash of its text alone."""
    headline = None if metadata.title else find_headline(source, layout)
    title = headline.of(source) if headline else None
    outlet = None if metadata.outlet else find_outlet(source, layout)
    return Document(
        id=_id_of(source),
        text=source,
        body=layout.body,
        source=metadata.source,
        title=metadata.title or title,
        title_from="metadata" if metadata.title else "text" if title else None,
        outlet=metadata.outlet or outlet,
        outlet_from="metadata" if metadata.outlet else "text" if outlet else None,
        published=published,
        published_from="metadata" if metadata.published else "text" if published else None,
        url=metadata.url,
        author=metadata.author,
        modified=metadata.modified,
        chain=find_chain(source, layout),
        warnings=tuple(warnings),
    )
