"""A checked claim: how it was read, the closest entries, other values, origins, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rawi.ledger.answers import Checked, Closest, Side, Stand, Understood
from rawi.ledger.results import Count, Said
from rawi.model.claim import Figure
from rawi.model.relation import Reason
from rawi.model.span import Span
from rawi.model.value import Hedge
from rawi.views.amounts import render_amount
from rawi.views.comparisons import render_side
from rawi.views.labels import Language
from rawi.views.plurals import count
from rawi.views.screen import Screen

_GAP = "  "
_MOST = 5  # entries on a screen; --json has all that were found
_VALUES = 12
_AGAINST: tuple[Stand, ...] = ("differs", "denies", "asserts")


def render_checked(checked: Checked, screen: Screen) -> str:
    """Return the answer to a claim, in the order in which it is read: what was understood comes first."""
    read = [f"{screen.strong(screen.label('read_as'))}", screen.block(checked.understood.claim)]
    read += [*_parts(checked.understood, screen), *_notes(checked.understood.notes, screen)]
    head = screen.strong(screen.label(f"summary.{checked.summary}"))
    head += f"  {screen.faint(screen.label('summary_note'))}"
    parts = [
        "\n".join(read),
        head,
        *(_closest(one, screen) for one in _choose(checked.closest)),
        "\n".join(_values(checked, screen)),
        "\n".join(_origins(checked, screen)),
        "\n".join(_missing(checked.missing, screen)),
    ]
    return "\n\n".join(part for part in parts if part)


def render_brief(checked: Checked, screen: Screen) -> str:
    """Return the answer to a claim in a few lines: the summary, an entry a line, and the origins."""
    head = screen.strong(screen.label(f"summary.{checked.summary}"))
    lines = [f"{head}  {screen.faint(screen.label('summary_note'))}"]
    for one in _choose(checked.closest):
        who, doubtful = _whose(one.entry)
        known = [screen.label(f"stand.{one.stand}"), *([screen.label("doubtful")] if doubtful else [])]
        lines.append(f"  {_GAP.join((*known, screen.faint(one.entry.id)))}")
        lines.append(screen.block(f"{who or screen.label('narrator')}: {one.entry.words}"))
    origins = count("origins", len(checked.origins), screen.language)
    return "\n".join([*lines, f"  {screen.strong(origins)}"])


def _whose(entry: Side) -> tuple[str | None, bool]:
    """Return whose an entry is, and whether its reading is doubtful."""
    if isinstance(entry, Said):
        return entry.statement.speaker.name, entry.statement.confidence == "doubtful"
    if isinstance(entry, Count):
        return entry.holder, entry.figure.confidence == "doubtful"
    return None, False


def render_quantity(read: Understood, language: Language = "en") -> str:
    """Return the number of a claim with its bound, as cards show numbers; empty if it has none."""
    if read.low is None and read.high is None:
        return ""
    nowhere = Span(0, 0)
    hedge = read.hedge or Hedge.EXACT
    return render_amount(Figure("", nowhere, nowhere, read.low, read.high, hedge, unit=read.unit), language)


def list_parts(read: Understood, language: Language = "en") -> tuple[tuple[str, str], ...]:
    """Return the parts of a claim with what each was read as; empty where the claim does not say."""
    return (
        ("speaker", read.speaker or ""),
        ("quantity", render_quantity(read, language)),
        ("what", read.what or ""),
        ("whom", "، ".join(read.whom)),
        ("place", read.place or ""),
        ("date", read.date or ""),
    )


def _parts(read: Understood, screen: Screen) -> Iterator[str]:
    """Yield each part of the claim on a line."""
    for name, value in list_parts(read, screen.language):
        shown = screen.apart(value) if value else screen.faint(screen.label("unspecified"))
        yield f"    {screen.label(f'part.{name}')}: {shown}"
    yield f"    {screen.label('part.polarity')}: {screen.label(read.polarity)}"


def _notes(notes: Iterable[str], screen: Screen) -> Iterator[str]:
    """Yield what was understood without being said."""
    yield from (f"    ! {screen.label(f'note.{code}')}" for code in notes)


def _choose(closest: Sequence[Closest]) -> list[Closest]:
    """Return the entries that are shown: the first, and of those against the claim one at least."""
    shown, rest = list(closest[:_MOST]), closest[_MOST:]
    hidden = next((one for one in rest if one.stand in _AGAINST), None)
    if hidden is not None and not any(one.stand in _AGAINST for one in shown):
        shown[-1] = hidden
    return shown


def _closest(one: Closest, screen: Screen) -> str:
    """Return an entry near the claim: how it stands to it, why it is listed, the entry itself."""
    stand = screen.strong(screen.label(f"stand.{one.stand}"))
    why = screen.label("pause").join(_reason(reason, screen) for reason in one.reasons)
    head = _GAP.join((stand, screen.faint(f"{one.score:.2f}"), why))
    lines = render_side(one.entry, screen).split("\n")
    return "\n".join([head, *(_GAP + line for line in lines)])


def _reason(reason: Reason, screen: Screen) -> str:
    """Return a reason with the words of the entry that it rests on."""
    words = f" ({screen.apart(reason.b)})" if reason.b else ""
    return f"{screen.label(reason.code)}{words}"


def _values(checked: Checked, screen: Screen) -> Iterator[str]:
    """Yield the same quantity with other values."""
    if checked.values:
        yield screen.strong(screen.label("other_values"))
    for one in checked.values[:_VALUES]:
        dates = (("as_of", one.as_of), ("said", one.said), ("published", one.published))
        dated = next((f"{screen.label(name)} {day}" for name, day in dates if day), screen.label("no_date"))
        holder = screen.apart(one.holder or screen.label("narrator"))
        amount = render_amount(one.figure, screen.language)
        denied = (screen.strong(screen.label("denied")),) if one.denied else ()
        yield f"    {_GAP.join((amount, *denied, dated, screen.faint(one.id), holder))}"
    if len(checked.values) > _VALUES:
        yield f"    … {len(checked.values) - _VALUES} +"


def _origins(checked: Checked, screen: Screen) -> Iterator[str]:
    """Yield how many independent origins the entries have that say the same, and who they are."""
    if checked.origins:
        told = screen.strong(count("origins", len(checked.origins), screen.language))
        yield f"{told}: {screen.label('stand.agrees')}"
        yield from (screen.block(one.name) for one in checked.origins)


def _missing(missing: Iterable[Reason], screen: Screen) -> Iterator[str]:
    """Yield what the claim does not say, and what the ledger has nothing of."""
    told = [screen.label(f"missing.{one.code}").format(screen.apart(one.a)) for one in missing]
    if told:
        yield screen.strong(screen.label("is_missing"))
        yield from (f"    {line}" for line in told)
