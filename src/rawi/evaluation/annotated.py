"""From what an annotator wrote to gold with offsets: ``NAME.txt`` beside ``NAME.gold.json``.

Annotators write words, never numbers. Every entry whose words cannot be found exactly once is named, all of
them at once, so that a folder is mended in one go.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from rawi.errors import GoldError
from rawi.evaluation.article import GoldArticle, GoldDate, GoldEvent, GoldFigure, GoldStatement
from rawi.evaluation.locate import Words, locate
from rawi.evaluation.terms import load_terms
from rawi.model.span import Span

SUFFIX = ".gold.json"
Annotation = dict[str, Any]
Entry = TypeVar("Entry")


def _place(text: str, raw: object, inside: Span | None = None) -> Span:
    """Return where ``raw`` stands; plain words are looked for ``inside`` a span if there is one."""
    words = Words(raw) if isinstance(raw, str) else msgspec.convert(raw, Words)
    if inside is None or not isinstance(raw, str):
        return locate(text, words)
    found = locate(inside.of(text), words)
    return Span(found.start + inside.start, found.end + inside.start)


def _optional_place(text: str, raw: object) -> Span | None:
    return _place(text, raw) if raw else None


def _word(raw: object) -> object:
    """Return words without the number of their occurrence: they are kept, not looked for."""
    return raw.get("text") if isinstance(raw, dict) else raw


def build_statement(text: str, raw: Annotation) -> GoldStatement:
    """Return an annotated statement with its offsets in ``text``; ValueError if it cannot be placed."""
    if not raw.get("speaker"):
        raise ValueError("no speaker")
    places = {
        "content": [_place(text, words) for words in raw["content"]],
        "cue": _optional_place(text, raw.get("cue_at")),
        "speaker_text": _optional_place(text, raw.get("speaker_text_at")),
    }
    words = {"cue_word": _word(raw.get("cue")), "speaker_word": _word(raw.get("speaker_text"))}
    return _build({**raw, **places, **words}, GoldStatement)


def build_figure(text: str, raw: Annotation) -> GoldFigure:
    """Return an annotated figure; the number is looked for inside the whole expression."""
    whole = _place(text, raw["text"])
    number = _place(text, raw["number"], inside=whole)
    return _build({**raw, "text_span": whole, "number": number}, GoldFigure)


def build_date(text: str, raw: Annotation) -> GoldDate:
    """Return an annotated date with its offsets in ``text``."""
    return _build({**raw, "span": _place(text, raw["text"])}, GoldDate)


def build_event(text: str, raw: Annotation) -> GoldEvent:
    """Return an annotated event; ValueError if its type is none of the guide's."""
    if raw["type"] not in load_terms("event_types"):
        raise ValueError(f"type {raw['type']!r} is not in the guide")
    return _build({**raw, "trigger": _place(text, raw["trigger"])}, GoldEvent)


def _build(fields: Annotation, kind: type[Entry]) -> Entry:
    return msgspec.convert(msgspec.to_builtins(fields), kind)


def _each(where: str, raws: list[Any], build: Callable[[Any], Entry], faults: list[str]) -> tuple[Entry, ...]:
    """Return the entries that can be built and add a line to ``faults`` for each of the others."""
    built = []
    for n, raw in enumerate(raws):
        name = f"{where} {raw.get('id', n) if isinstance(raw, dict) else n}"
        try:
            built.append(build(raw))
        except KeyError as error:
            faults.append(f"{name}: no {error.args[0]}")
        except (ValueError, TypeError) as error:
            faults.append(f"{name}: {error}")
    return tuple(built)


def _dangling(article: GoldArticle) -> list[str]:
    """Name what is held by a statement that is not there."""
    known = {one.id for one in article.statements}
    wanted = [("statement", one.within) for one in article.statements]
    wanted += [("figure", one.according_to) for one in article.figures]
    wanted += [("event", one.according_to) for one in article.events]
    return [
        f"{article.doc}: {kind}: no statement {held!r}" for kind, held in wanted if held and held not in known
    ]


def build_article(name: str, text: str, raw: Annotation) -> GoldArticle:
    """Return the gold of one article; GoldError lists every entry that cannot be placed in ``text``."""
    faults: list[str] = []

    def each(layer: str, build: Callable[[str, Any], Entry]) -> tuple[Entry, ...]:
        return _each(f"{name}: {layer}", raw.get(layer) or [], lambda entry: build(text, entry), faults)

    article = GoldArticle(
        doc=name,
        text=text,
        published=raw.get("published"),
        chain=tuple(raw.get("chain") or ()),
        body=each("body", _place),
        statements=each("statements", build_statement),
        figures=each("figures", build_figure),
        dates=each("dates", build_date),
        events=each("events", build_event),
        has_events="events" in raw,
    )
    if faults := faults or _dangling(article):
        raise GoldError("\n".join(faults))
    return article


def read_article(path: Path) -> GoldArticle:
    """Return the gold of one ``NAME.gold.json``; GoldError if it or ``NAME.txt`` cannot be read."""
    name = path.name.removesuffix(SUFFIX)
    try:
        text = path.with_name(f"{name}.txt").read_bytes().decode("utf-8")
        raw = msgspec.json.decode(path.read_bytes(), type=Annotation)
    except OSError as error:
        raise GoldError(f"{name}: {error.strerror}: {error.filename}") from error
    except (UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise GoldError(f"{name}: {error}") from error
    return build_article(name, text, raw)


def read_annotated(folder: Path) -> list[GoldArticle]:
    """Return the annotated articles of ``folder`` in the order of their names; GoldError lists the faults."""
    articles, faults = [], []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            articles.append(read_article(path))
        except GoldError as error:
            faults.append(str(error))
    if faults:
        raise GoldError("\n".join(faults))
    return articles
