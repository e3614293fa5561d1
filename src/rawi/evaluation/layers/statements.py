"""Statements: what was said, by whom, and how it reached the article."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.evaluation.article import GoldArticle, GoldLink, GoldStatement
from rawi.evaluation.entries import Found, Row, read_entries
from rawi.evaluation.names import fold_name, name_of, same_name
from rawi.evaluation.pairing import Pairs, pair
from rawi.evaluation.sheet import Sheet
from rawi.evaluation.spans import covered, same_edges, shared_part, trimmed
from rawi.model.span import Span

LEAST_SHARED = 0.5
MOST_SHOWN = 90

Answers = dict[str, object]


def score_statements(sheet: Sheet, gold: GoldArticle, record: Row) -> Answers:
    """Count the statements of one article; return the answer's id for each id of the gold that was found."""
    found, bad = read_entries(gold.text, record.get("statements"), "content")
    sheet.malformed(bad, "statements", "attributed", "exact")
    golds = gold.statements
    pairs = pair_statements(gold, found)
    edges = [(i, j) for i, j in pairs if same_edges(gold.text, golds[i].content, found[j].spans)]
    sheet.compare("statements", golds, pairs, len(found))
    sheet.compare("attributed", golds, pairs, len(found), lambda i, j: is_named(golds[i], found[j]))
    sheet.compare("exact", golds, pairs, len(found), lambda i, j: (i, j) in edges)
    for i, j in pairs:
        _ask(sheet, golds[i], found[j])
    _note_unpaired(sheet, gold, found, pairs)
    answers = {golds[i].id: found[j].row.get("id") for i, j in pairs}
    _ask_within(sheet, [(golds[i], found[j]) for i, j in pairs], answers)
    return answers


def pair_statements(gold: GoldArticle, found: Sequence[Found]) -> Pairs:
    """Return which statement of an answer stands for which of the gold, by the words of their contents."""
    want = [covered(gold.text, one.content) for one in gold.statements]
    got = [covered(gold.text, one.spans) for one in found]
    return pair(len(want), len(got), lambda i, j: shared_part(want[i], got[j]), LEAST_SHARED)


def is_named(gold: GoldStatement, found: Found) -> bool:
    """Return whether a statement of an answer has the speaker of the gold."""
    return same_name(name_of(found.row.get("speaker")), gold.speaker)


def _ask(sheet: Sheet, gold: GoldStatement, found: Found) -> None:
    """Ask what one matched statement says besides its content."""
    if not is_named(gold, found):
        sheet.miss("speaker", f"{gold.speaker[0]} != {name_of(found.row.get('speaker'))}")
    if gold.optional:
        return
    row = found.row
    sheet.ask("kind", gold.kind == row.get("kind"))
    if "denied" in (gold.polarity, row.get("polarity")):
        sheet.ask("polarity", gold.polarity == row.get("polarity"))
    if gold.date or row.get("date"):
        sheet.ask("said on", gold.date == row.get("date"))
    sheet.count("chain", *_links(gold.chain, row.get("chain")))


def _links(golds: Sequence[GoldLink], chain: object) -> tuple[int, int, int]:
    """Return the links found, those too many, and those missed; order and kind do not count."""
    links = chain if isinstance(chain, list | tuple) else ()
    spare = [link.get("name") for link in links if isinstance(link, dict)]
    hits = 0
    for link in golds:
        at = next((k for k, name in enumerate(spare) if _same_link(name, link.name)), None)
        if at is not None:
            hits += 1
            spare.pop(at)
    return hits, len(spare), len(golds) - hits


def _same_link(name: object, wanted: str) -> bool:
    same = isinstance(name, str | None) and fold_name(name) == fold_name(wanted)
    return same or same_name(name, [wanted])


def _ask_within(sheet: Sheet, matched: list[tuple[GoldStatement, Found]], answers: Answers) -> None:
    """Ask inside which other statement each one stands, optional ones too."""
    for gold, found in matched:
        outer = found.row.get("within")
        if gold.within or outer:
            sheet.ask("within", gold.within is not None and answers.get(gold.within) == outer)


def _note_unpaired(sheet: Sheet, gold: GoldArticle, found: Sequence[Found], pairs: Pairs) -> None:
    matched, used = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, one in enumerate(gold.statements):
        if i not in matched and not one.optional:
            sheet.miss("missed statement", _shown(gold.text, one.content))
    for j, entry in enumerate(found):
        if j not in used:
            sheet.miss("false statement", _shown(gold.text, entry.spans))


def _shown(text: str, content: Sequence[Span]) -> str:
    return trimmed(text, content).of(text)[:MOST_SHOWN]
