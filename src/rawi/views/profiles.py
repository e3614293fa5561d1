"""Who somebody is, on a screen: names and counts, roles through time, who calls it what, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rawi.ledger.results import About, Decided, Joined, Likeness, Profile, Proposal
from rawi.model.entity import Location
from rawi.model.resolution import Evidence, Naming, RolePeriod
from rawi.views.screen import Screen

_GAP = "  "
_MOST = 8  # lines of each part of a card; --json has all
_FORMS = 12
_TOLD = 3  # roles and outlets of each of two that may be one
_SHORT = 12  # digits of a document


def render_profile(profile: Profile, screen: Screen) -> str:
    """Return the card of a person, body or place across documents."""
    facts = (screen.label(profile.type), profile.link or "", screen.faint(profile.id))
    lines = [
        screen.strong(_GAP.join(fact for fact in facts if fact)),
        screen.block(profile.name),
        _forms("forms", profile.variants, screen),
        *_part("roles", [_role(one, screen) for one in profile.roles], screen),
        _location(profile.location, screen),
        *_part("called", list(_called(profile.outlets, screen)), screen),
        *_part("members", [_member(one, screen) for one in profile.members], screen),
        *_part("maybe", [_other(one, profile.id, screen) for one in profile.suggestions], screen),
        *_part("decided", [render_decided(one, screen) for one in profile.decisions], screen),
    ]
    return "\n".join(line for line in lines if line)


def render_proposal(proposal: Proposal, screen: Screen) -> str:
    """Return two that may be one, with the reasons, and the command that decides it."""
    head = f"{screen.strong(f'{proposal.score:.2f}')}  {_grounds(proposal.reasons, screen)}"
    pair = ((proposal.a_name, proposal.a_about), (proposal.b_name, proposal.b_about))
    lines = [line for name, about in pair for line in (screen.block(name), f"      {_about(about, screen)}")]
    return "\n".join([head, *lines, screen.faint(f"    rawi merge {proposal.a} {proposal.b}")])


def render_like(found: Sequence[Likeness], screen: Screen) -> str:
    """Return the names that are like one that nobody bears, with the ids that lead to them and what tells
    them apart; empty if none."""
    lines = []
    for one in found:
        written = "" if one.written == one.name else f" ({screen.apart(one.written)})"
        lines += [
            f"    {screen.faint(one.id)}  {screen.apart(one.name)}{written}",
            f"      {_about(one.about, screen)}",
        ]
    return "\n".join([screen.label("like"), *lines]) if lines else ""


def _about(about: About, screen: Screen) -> str:
    """Return what tells an entity from its namesakes on a line: documents, days, roles, outlets."""
    days = sorted({day for one in about.roles for day in (one.first, one.last) if day})
    told = [screen.label("in_documents").format(count=about.documents)]
    told += [" – ".join(dict.fromkeys((days[0], days[-1])))] if days else []
    told += [screen.apart(one.role) for one in about.roles[:_TOLD]]
    told += [", ".join(screen.apart(outlet) for outlet in about.outlets[:_TOLD])] if about.outlets else []
    return screen.label("pause").join(told)


def render_decided(one: Decided, screen: Screen) -> str:
    """Return a decision on a line: number, what, when, by whom, why, and what became of it."""
    what = screen.label(one.kind) + (f" {one.target}" if one.target else "")
    became = [f"{screen.label('undone')} {one.undone}"] if one.undone else []
    became += [f"{screen.label('overruled')} {number}" for number in one.overruled_by]
    parts = (f"{one.number}", what, one.at[:10], screen.apart(one.who), screen.apart(one.why), *became)
    return _GAP.join(parts)


def _part(name: str, lines: Sequence[str], screen: Screen) -> Iterator[str]:
    """Yield a label, some lines under it, and how many more there are."""
    if lines:
        yield f"    {screen.label(name)}"
        yield from (f"      {line}" for line in lines[:_MOST])
        if len(lines) > _MOST:
            yield f"      … {len(lines) - _MOST} +"


def _forms(name: str, forms: Sequence[Naming], screen: Screen) -> str:
    """Return the commonest forms with their counts on one line."""
    told = [f"{screen.apart(one.name)} ×{one.count}" for one in forms[:_FORMS]]
    rest = [f"… {len(forms) - _FORMS} +"] if len(forms) > _FORMS else []
    return f"    {screen.label(name)} " + screen.label("pause").join([*told, *rest])


def _role(one: RolePeriod, screen: Screen) -> str:
    """Return a role with the days between which it was said."""
    days = [day for day in dict.fromkeys((one.first, one.last)) if day]
    return f"{' – '.join(days) or screen.label('undated')}  ×{one.count}  {screen.apart(one.role)}"


def _called(outlets: Iterable[Naming], screen: Screen) -> Iterator[str]:
    """Yield for each outlet the forms that it used."""
    forms: dict[str | None, list[str]] = {}
    for one in outlets:
        forms.setdefault(one.outlet, []).append(f"{screen.apart(one.name)} ×{one.count}")
    for outlet, told in forms.items():
        name = screen.apart(outlet) if outlet else screen.label("unknown_outlet")
        yield f"{name}: {screen.label('pause').join(told[:_MOST])}"


def _member(one: Joined, screen: Screen) -> str:
    """Return one member: entry, document, name, and why it is one with the others."""
    why = screen.label(f"join.{one.rule}")
    words = (
        f" ({screen.label('pause').join(screen.apart(word) for word in one.evidence)})"
        if one.evidence
        else ""
    )
    short = one.document.removeprefix("sha256:")[:_SHORT]
    return f"{screen.faint(f'{one.entry}  {short}')}  {screen.apart(one.name)}  {why}{words}"


def _other(one: Proposal, id: str, screen: Screen) -> str:
    """Return the other of a proposal."""
    other, name = (one.b, one.b_name) if one.a == id else (one.a, one.a_name)
    return f"{one.score:.2f}  {screen.faint(other)}  {screen.apart(name)}  {_grounds(one.reasons, screen)}"


def _grounds(reasons: Iterable[Evidence], screen: Screen) -> str:
    """Return the reasons for two being one."""
    told: list[str] = []
    for one in reasons:
        named = one.code.startswith("name.")  # the names stand beside it; of near ones how near they are
        shown = one.words[2:] if named else one.words
        words = screen.label("pause").join(screen.apart(word) for word in shown)
        told.append(screen.label(f"ground.{one.code}") + (f" ({words})" if words else ""))
    return screen.label("pause").join(told)


def _location(location: Location | None, screen: Screen) -> str:
    """Return where a place lies: degrees, its areas from the narrowest, its country."""
    if location is None:
        return ""
    known = location.lat is not None and location.lon is not None
    degrees = [f"{location.lat:.3f}, {location.lon:.3f}"] if known else []
    areas = [screen.apart(area.name) for area in location.admin]
    told = [*degrees, *areas, location.country or "", "" if location.certain else screen.label("doubtful")]
    return f"    {screen.label('lies')} " + screen.label("pause").join(part for part in told if part)
