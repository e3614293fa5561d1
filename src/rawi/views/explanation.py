"""Why an entry is what it is, in plain words: how sure, by which rule, on which words, from which bytes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from rawi.claims.certainty import Reason, load_reasons
from rawi.claims.frames import find_frame
from rawi.ledger.answers import EventView
from rawi.ledger.results import Explanation, Part
from rawi.model.claim import Statement
from rawi.views.incidents import render_facts, render_standing, render_what, tell_doubts
from rawi.views.labels import Language
from rawi.views.screen import Screen

_FOR, _AGAINST = "+", "-"


def render_explanation(told: Explanation, screen: Screen, event: EventView | None = None) -> str:
    """Return the explanation of an entry, Arabic words on lines of their own; ``event`` is the entry if it is
    one, with its counts and who holds them."""
    item = told.entry.item
    lines = [f"{screen.strong(told.entry.id)}  {told.entry.kind}  {told.entry.address}"]
    lines.append(screen.block(told.entry.words))
    if isinstance(item, Statement):
        lines += _certainty(item, screen)
    if event is not None:
        lines += _event(event, screen)
    lines += _rule(told.rule, screen)
    if event is not None:
        lines += _words(told.parts, screen)
    if isinstance(item, Statement):
        lines += [*_words(told.parts, screen), *_speaker(told, item, screen)]
        lines += _repeats(told, screen)
    return "\n".join([*lines, *_origin(told, screen)])


def find_reasons(told: Explanation) -> tuple[Reason, ...]:
    """Return the reasons of an entry with their wordings; none for a kind that has none."""
    known = load_reasons()
    return tuple(known[code] for code in getattr(told.entry.item, "reasons", ()) if code in known)


def build_proof(rule: str) -> dict[str, Any] | None:
    """Return what a rule reads, with an example of it, null for a rule that is of no statement."""
    frame = find_frame(rule)
    if frame is None:
        return None
    example = frame.examples[0]
    return {
        "rule": rule,
        "reads": {"en": frame.reads, "ar": _reads(rule, "ar")},
        "example": example.text,
        "finds": example.finds,
    }


@cache
def _arabic() -> dict[str, str]:
    """Load the Arabic wording of the rules."""
    return tomllib.loads(files("rawi.views").joinpath("rules.toml").read_text("utf-8"))


def _reads(rule: str, language: Language) -> str:
    """Return what a rule reads; in English where there is no other wording."""
    frame = find_frame(rule)
    english = frame.reads if frame else ""
    return _arabic().get(rule, english) if language == "ar" else english


def _event(event: EventView, screen: Screen) -> Iterator[str]:
    """Yield what an event is: type and day, how sure it is and why, who, to whom, where, each count."""
    yield screen.row((render_what(event, screen), *render_standing(event, screen)))
    if event.holder:
        yield f"    {screen.label('by')} {screen.apart(event.holder)}"
    yield from (f"    · {why}" for why in tell_doubts(event.event, screen))
    yield from render_facts([event], screen, numbered=False)


def _certainty(item: Statement, screen: Screen) -> Iterator[str]:
    """Yield how sure the statement is, and every reason for and against it."""
    known, language = load_reasons(), screen.language
    yield screen.strong(screen.label(item.confidence))
    for code in item.reasons:
        reason = known.get(code)
        words = code if reason is None else reason.ar if language == "ar" else reason.en
        yield f"    {_AGAINST if reason and reason.weight else _FOR} {words}"


def _rule(rule: str, screen: Screen) -> Iterator[str]:
    """Yield the rule, what it reads, and an example."""
    reads = _reads(rule, screen.language)
    named = f": {reads}" if reads else ""
    yield f"{_head('rule', screen)}  {rule or screen.label('no_rule')}{named}"
    if frame := find_frame(rule):
        example = frame.examples[0]
        yield f"    {screen.label('for_example')}"
        yield screen.block(example.text)
        yield screen.block(f"› {example.finds}")


def _words(parts: Sequence[Part], screen: Screen) -> Iterator[str]:
    """Yield the words on which the statement stands, each part under its name and place."""
    for part in parts:
        yield f"{_head(part.name, screen)}  {part.span.start},{part.span.end}"
        yield screen.block(part.words)


def _speaker(told: Explanation, item: Statement, screen: Screen) -> Iterator[str]:
    """Yield what made the speaker's name: words here, words elsewhere, or a statement before."""
    if item.speaker.name is None:
        return
    yield f"{_head('name', screen)}  {screen.label(_way(told, item))}"
    yield screen.block(item.speaker.name)
    if (before := told.speaker_from) is not None:
        yield f"    {screen.faint(before.id)}  {before.address}"
        yield screen.block(before.words)


def _way(told: Explanation, item: Statement) -> str:
    """Return the label of how the name was found."""
    if told.speaker_from is not None:
        return "name_carried" if item.speaker.span is None else "name_described"
    return "name_here" if item.speaker.span is not None else "name_heard"


def _repeats(told: Explanation, screen: Screen) -> Iterator[str]:
    """Yield the fuller statement that this one repeats, and what it changed."""
    if told.repeats is None:
        return
    yield f"{_head('repeats', screen)}  {told.repeats.id}  {told.repeats.address}"
    yield screen.block(told.repeats.words)
    for change in told.changed:
        yield f"    {screen.label(f'change.{change.kind}')}"
        yield from (
            screen.block(f"{screen.label(side)} {screen.apart(words)}")
            for side, words in (("here", change.here), ("there", change.there))
            if words
        )


def _origin(told: Explanation, screen: Screen) -> Iterator[str]:
    """Yield by whom and from what the entry was read, and what the journal has of it."""
    lexicons = f"  {screen.label('lexicons')} {told.lexicons}" if told.lexicons else ""
    yield f"{_head('extractor', screen)}  {told.extractor}{lexicons}"
    if not told.entry.current:
        yield screen.label("superseded")
    for one in told.evidence:
        yield f"{_head('bytes', screen)}  sha256:{one.hash}  {one.size:,}  {one.origin.reader}"
        yield f"           {screen.label('from')} {one.origin.path or one.origin.url or '?'}"
        for capture in one.captures:
            yield f"           {screen.label('fetched')} {capture.at or '?'}  {capture.url or ''}".rstrip()
    for event in told.events:
        what = f"{event.number}  {event.at}  {event.who}: {event.what} ({event.why})"
        yield f"{_head('journal', screen)}  {what}"


def _head(name: str, screen: Screen) -> str:
    """Return a label at the head of a line, all of one width in English."""
    return f"{screen.label(name):<9}"
