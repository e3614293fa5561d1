"""Two claims side by side: a fixed checklist with ``✓``, ``≠`` and ``?``, a verdict, its reasons, and who
decided it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rawi.ledger.answers import ComparisonView, EventView, Side
from rawi.ledger.results import Count, Said
from rawi.model.relation import Check, Comparison, Outcome, Reason
from rawi.views.cards import render_count, render_event, render_said
from rawi.views.screen import Screen
from rawi.views.terms import tell_check, tell_reason

_GAP = "  "
_OTHER_TIME = "time.differs"
_SIGNS: dict[Outcome, str] = {"same": "✓", "differs": "≠", "unknown": "?"}


def render_comparison(view: ComparisonView, screen: Screen) -> str:
    """Return a comparison: verdict, both entries, checklist, reasons, and how it can be overruled."""
    one = view.comparison
    lines = [
        _GAP.join((screen.strong(render_verdict(one, screen)), screen.faint(one.id))),
        *_decided(view, screen),
        *([f"    {screen.strong(screen.label('story_doubtful'))}"] if view.doubtful else []),
        *(_indented(render_side(side, screen)) for side in (view.a, view.b)),
        *(_check(check, view.names, screen) for check in one.checks),
        *render_reasons(one.reasons, screen, view.names),
        screen.faint("    " + screen.label("overrule_hint").format(one.a, one.b)),
    ]
    return "\n".join(lines)


def render_verdict(one: Comparison, screen: Screen) -> str:
    """Return the verdict as a word of the closed list, with the aspect in which two are not comparable."""
    told = screen.label(f"verdict.{one.verdict}")
    return f"{told} ({screen.label(f'aspect.{one.aspect}')})" if one.aspect else told


def render_side(side: Side, screen: Screen) -> str:
    """Return the card of an entry of any kind."""
    if isinstance(side, Said):
        return render_said(side, screen)
    if isinstance(side, Count):
        return render_count(side, screen)
    if isinstance(side, EventView):
        return render_event(side, screen)
    head = _GAP.join((side.kind, screen.faint(side.id)))
    return "\n".join([head, screen.block(side.words), f"    {screen.faint(side.address)}"])


def render_reasons(
    reasons: Iterable[Reason], screen: Screen, names: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Yield a line for each reason: its wording, or the code where it has none, and what each side has, once
    where both have the same; ``names`` are those of documents."""
    known = names or {}
    for reason in reasons:
        a, b = (tell_reason(known.get(side, side), screen.language) for side in (reason.a, reason.b))
        if a == b and reason.code == _OTHER_TIME:
            a = b = ""  # the days that are told are one, those on which it held are not
        yield f"    · {screen.label(reason.code)}{_sides(a, b if b != a else '', screen)}"


def _decided(view: ComparisonView, screen: Screen) -> Iterator[str]:
    """Yield who decided the verdict, and what was computed."""
    one, made = view.comparison, view.decision
    if made is not None:
        who = screen.label("decided_by").format(screen.apart(made.who))
        why = f": {screen.apart(made.why)}" if made.why else ""
        yield f"    {who} {made.at[:10]} ({made.number}){why}"
    if one.machine is not None and one.machine != one.verdict:
        yield f"    {screen.label('computed').format(screen.label(f'verdict.{one.machine}'))}"


def _check(check: Check, names: Mapping[str, str], screen: Screen) -> str:
    """Return a line of the checklist; two days that are taken as one time say so."""
    known = (names.get(side, side) for side in (check.a, check.b))
    a, b = (tell_check(check.name, side, screen.language) for side in known)
    sides = _sides(a, b if b != a else "", screen)
    if check.name == "as_of" and check.outcome == "same" and a and b and a != b:
        sides += f" ({screen.label('one_time')})"
    return f"    {_SIGNS[check.outcome]} {screen.label(f'check.{check.name}')}{sides}"


def _sides(a: str, b: str, screen: Screen) -> str:
    """Return what each side has to something; nothing where neither has anything."""
    if not (a or b):
        return ""
    told = [screen.apart(side) if side else screen.label("outcome.unknown") for side in (a, b)]
    return f": {told[0]}" if not b else f": {told[0]} | {told[1]}"


def _indented(card: str) -> str:
    """Return a card a little further in."""
    return "\n".join(_GAP + line for line in card.split("\n"))
