"""What a change of the program does to the entries of one article: gained, lost, changed, in words.

Entries are compared by the words they stand on, never by their ids, which are counted anew in every run. A
reference to a statement is shown as its speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

from rawi.evaluation.pairing import pair
from rawi.evaluation.spans import covered, shared_part
from rawi.model.span import Span

Sign = Literal["+", "-", "~"]
Record = Mapping[str, Any]
Facts = dict[str, str]

# Where an entry of each kind stands, by which two runs' entries are recognised as the same one.
PLACES = {
    "statements": "content",
    "figures": "number",
    "dates": "span",
    "events": "trigger",
    "entities": "mentions",
}
NOUNS = {
    "statements": "statement",
    "figures": "figure",
    "dates": "date",
    "events": "event",
    "entities": "entity",
    "document": "article",
}
REFERENCES = ("according_to", "within", "speaker_from", "repeats")
UNSHOWN = frozenset({"id", "rule", "reasons", "entity", "figure", "text", *PLACES.values()})
NAMING = ("kind", "name", "role", "text", "who", "low", "high", "hedge")
ORDINARY = frozenset({"asserted", "certain", "exact", "False"})  # left out where an entry is listed whole
LEAST_SHARED = 0.5
MOST_SHOWN = 100


class Entry(msgspec.Struct, frozen=True):
    """One entry as a reader sees it: its kind, its words and what is said of them."""

    kind: str
    words: str
    spans: tuple[Span, ...]
    facts: Facts


class Change(msgspec.Struct, frozen=True):
    """An entry gained (+), lost (-) or changed (~); ``facts`` of a changed one read ``before -> after``."""

    sign: Sign
    kind: str
    words: str
    facts: Facts


def _shown(text: str, spans: Sequence[Span]) -> str:
    words = " … ".join(" ".join(span.of(text).split()) for span in spans)
    return words if len(words) <= MOST_SHOWN else words[:MOST_SHOWN] + "…"


def _is_span(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(part, int) for part in value)


def _render_value(text: str, value: Any) -> str:
    """A field's value in words: spans as what they cover, objects by their name, absent as ``-``."""
    if value is None or value == []:
        return "-"
    if _is_span(value):
        return _shown(text, [Span(*value)])
    if isinstance(value, dict):
        return " ".join(_render_value(text, value[key]) for key in NAMING if value.get(key) is not None)
    if isinstance(value, list):
        return ", ".join(_render_value(text, part) for part in value)
    return str(value)


def _spans(place: Any) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in ([place] if _is_span(place) else place))


def _facts(text: str, row: Mapping[str, Any], speakers: Mapping[str, str]) -> Facts:
    named = {key: speakers.get(row[key], row[key]) for key in REFERENCES if row.get(key)}
    shown = {key: value for key, value in {**row, **named}.items() if key not in UNSHOWN}
    return {key: words for key, value in shown.items() if (words := _render_value(text, value)) != "-"}


def _entry(kind: str, text: str, row: Mapping[str, Any], speakers: Mapping[str, str]) -> Entry:
    spans = _spans(row[PLACES[kind]])
    words = row["name"] if kind == "entities" else _shown(text, spans)
    return Entry(kind, words, spans, _facts(text, row, speakers))


def _article(document: Mapping[str, Any]) -> Entry:
    """The article itself as an entry, so that a new date of publication or another body is seen too."""
    text = document["text"]
    return Entry("document", document.get("title") or "", (Span(0, len(text)),), _facts(text, document, {}))


def read_record(record: Record) -> list[Entry]:
    """Return the entries of a record (the plain dict of record.md)."""
    text = record["document"]["text"]
    speakers = {row["id"]: (row.get("speaker") or {}).get("name") or "?" for row in record["statements"]}
    rows = [(kind, row) for kind in PLACES for row in record.get(kind, ())]
    return [_article(record["document"]), *(_entry(kind, text, row, speakers) for kind, row in rows)]


def _difference(before: Entry, after: Entry) -> Facts:
    old = {"words": before.words, **before.facts}
    new = {"words": after.words, **after.facts}
    keys = [*old, *(key for key in new if key not in old)]
    return {k: f"{old.get(k, '-')} -> {new.get(k, '-')}" for k in keys if old.get(k) != new.get(k)}


def compare_entries(text: str, before: Sequence[Entry], after: Sequence[Entry]) -> Iterator[Change]:
    """Yield what was gained, lost and changed among entries of one kind in one text."""
    old, new = [e for e in before if e not in after], [e for e in after if e not in before]
    was, now = [covered(text, e.spans) for e in old], [covered(text, e.spans) for e in new]
    pairs = pair(len(old), len(new), lambda i, j: shared_part(was[i], now[j]), LEAST_SHARED)
    kept, same = {i for i, _ in pairs}, {j for _, j in pairs}
    yield from (Change("-", e.kind, e.words, e.facts) for i, e in enumerate(old) if i not in kept)
    for i, j in sorted(pairs):
        if difference := _difference(old[i], new[j]):
            yield Change("~", new[j].kind, new[j].words, difference)
    yield from (Change("+", e.kind, e.words, e.facts) for j, e in enumerate(new) if j not in same)


def compare_records(before: Record, after: Record) -> list[Change]:
    """Return the changes from one record of an article to another, kind by kind."""
    text = after["document"]["text"]
    old, new = read_record(before), read_record(after)
    return [
        change
        for kind in NOUNS
        for change in compare_entries(
            text, [e for e in old if e.kind == kind], [e for e in new if e.kind == kind]
        )
    ]


def render_change(change: Change) -> str:
    """Return a change as one line: ``+ statement  «…»  speaker: ليان القاضي; kind: indirect``."""
    facts = "; ".join(f"{name}: {words}" for name, words in change.facts.items() if words not in ORDINARY)
    return f"  {change.sign} {NOUNS[change.kind]:<9}  «{change.words}»" + (f"  {facts}" if facts else "")
