"""A story: its reports by day, what several say and what only one, its quantities, near copies, origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rawi.ledger.answers import (
    CopyView,
    QuantityView,
    RecurrenceView,
    ReportView,
    SentenceView,
    StorySummary,
    StoryView,
)
from rawi.ledger.results import Count, Said
from rawi.views.amounts import render_amount
from rawi.views.plurals import count
from rawi.views.screen import Screen
from rawi.views.wording import render_counted

_GAP = "  "
_SHORT = 12  # digits of a document
_MOST = 12  # lines of each part of a card; --json has all


def render_story(story: StoryView, screen: Screen) -> str:
    """Return the page of a story. Reports have numbers, by which the other parts name them."""
    numbers = {one.article.id: number for number, one in enumerate(story.reports, 1)}
    shared = [_recurrence(one, numbers, screen) for one in story.common]
    only = [_alone(one, numbers, screen) for one in story.alone]
    parts = [
        _head(story, len(story.reports), len(story.origins), screen),
        *_part("timeline", [_report(one, numbers, screen) for one in story.reports], screen, most=None),
        *_part("told", [_sentence(one, numbers, screen) for one in story.told], screen),
        *_part("common", shared, screen),
        *_part("alone", only, screen),
        *_part("own", [_sentence((one,), numbers, screen) for one in story.own], screen),
        *_part("quantities", [_quantity(one, numbers, screen) for one in story.matrix], screen),
        *_part("near_copies", [_copy(one, numbers, screen) for one in story.copies], screen),
        *_part("origins_of", [screen.apart(one.name) for one in story.origins], screen),
    ]
    return "\n".join(parts)


def render_summary(story: StorySummary, screen: Screen) -> str:
    """Return a story as one of a list: title, days, how many reports of how many origins."""
    return _head(story, len(story.documents), story.origins, screen)


def _head(story: StoryView | StorySummary, reports: int, origins: int, screen: Screen) -> str:
    """Return what a story is: how many reports of how many origins, from when to when, and its title."""
    days = [day for day in dict.fromkeys((story.first, story.last)) if day]
    told = [count("reports", reports, screen.language), count("origins", origins, screen.language)]
    told += [" – ".join(days) or screen.label("undated")]
    told += [screen.label("doubtful")] if story.confidence == "doubtful" else []
    told.append(screen.faint(story.id))
    title = story.title or screen.label("untitled")
    return f"{screen.strong(_GAP.join(told))}\n{screen.block(title)}"


def _part(name: str, lines: Sequence[str], screen: Screen, most: int | None = _MOST) -> Iterator[str]:
    """Yield a label, entries under it, and how many more there are."""
    if lines:
        yield f"  {screen.label(name)}"
        yield from lines[:most]
        if most is not None and len(lines) > most:
            yield f"    … {len(lines) - most} +"


def _report(one: ReportView, numbers: dict[str, int], screen: Screen) -> str:
    """Return one report of the timeline: day, number, outlet, title."""
    article = one.article
    day = article.published or screen.label("undated")
    known = [f"[{numbers[article.id]}]", day, screen.apart(article.outlet or article.source or "?")]
    if one.copy_of:
        known.append(screen.label("copy_of").format(_number(one.copy_of, numbers)))
    head = f"    {_GAP.join([*known, screen.faint(_short(article.id))])}"
    return f"{head}\n{screen.block('  ' + article.title)}" if article.title else head


def _recurrence(one: RecurrenceView, numbers: dict[str, int], screen: Screen) -> str:
    """Return what somebody says in several reports, in the words in which it appeared first."""
    first = one.statements[0]
    said = (_number(said.article.id, numbers) for said in one.statements)
    origins = count("origins", one.origins, screen.language)
    known = [" ".join(dict.fromkeys(said)), origins, screen.faint(first.id)]
    return f"    {_GAP.join(known)}\n{screen.block(f'{one.speaker}: {_quoted(first)}')}"


def _sentence(told: Sequence[SentenceView], numbers: dict[str, int], screen: Screen) -> str:
    """Return what some reports tell, in the words of the first of them."""
    reports = " ".join(dict.fromkeys(_number(one.document, numbers) for one in told))
    return f"    {reports}  {screen.faint(told[0].address)}\n{screen.block(told[0].words)}"


def _alone(one: Said | Count, numbers: dict[str, int], screen: Screen) -> str:
    """Return what only one report has."""
    head = f"    {_number(one.article.id, numbers)}  {screen.faint(one.id)}"
    if isinstance(one, Count):
        amount = render_amount(one.figure, screen.language)
        return f"{head}  {amount}\n{screen.block(f'«{one.words}»')}"
    speaker = one.statement.speaker.name or one.statement.speaker.role or screen.label("unnamed")
    return f"{head}\n{screen.block(f'{speaker}: {_quoted(one)}')}"


def _quantity(one: QuantityView, numbers: dict[str, int], screen: Screen) -> str:
    """Return one quantity as each report gives it, and which reports do not say it."""
    what = render_counted(one.what, one.counted, screen.language)
    about = " · ".join(part for part in (what, one.whom, one.unit, one.place) if part)
    lines = [screen.block(about)]
    for figure in one.figures:
        amount = screen.strong(render_amount(figure.figure, screen.language))
        told = [_number(figure.article.id, numbers), amount]
        told += [screen.label("denied")] if figure.denied else []
        told += [screen.faint(figure.id), screen.apart(figure.holder or screen.label("narrator"))]
        lines.append(f"      {_GAP.join(told)}")
    given = {figure.article.id for figure in one.figures}
    silent = [f"[{number}]" for id, number in numbers.items() if id not in given]
    if silent:
        lines.append(f"      {' '.join(silent)}  {screen.label('silent_reports')}")
    return "\n".join(lines)


def _copy(one: CopyView, numbers: dict[str, int], screen: Screen) -> str:
    """Return documents that share their words: which go back to which, how like they are, what changed."""
    made = one.duplicate
    listed = " ".join(_number(id, numbers) for id in made.documents)
    known = [screen.label(f"duplicate.{made.kind}"), f"{made.similarity:.0%}", listed]
    known += [screen.label("goes_back").format(_number(made.origin, numbers))] if made.origin else []
    known += [screen.label("credited").format(screen.apart(made.credited))] if made.credited else []
    why = dict.fromkeys(screen.label(f"copy.{reason.code}") for reason in made.reasons)
    told = [f"      {screen.label('pause').join(why)}"] if why else []
    return "\n".join([f"    {_GAP.join(known)}", *told, *_changes(one, screen)])


def _changes(one: CopyView, screen: Screen) -> Iterable[str]:
    """Yield the words that a copy has otherwise than its origin: ``+`` here, ``−`` there."""
    for change in one.changes[:_MOST]:
        sides = (("−", change.there), ("+", change.here))
        yield from (screen.block(f"{sign} {words}") for sign, words in sides if words)


def _number(document: str, numbers: dict[str, int]) -> str:
    """Return the number of a report in this story; the beginning of the id of a document outside it."""
    return f"[{numbers[document]}]" if document in numbers else _short(document)


def _short(document: str) -> str:
    """Return the first digits of a document's id."""
    return document.removeprefix("sha256:")[:_SHORT]


def _quoted(said: Said) -> str:
    """Return the words, in quotation marks only where the source quotes them as a whole."""
    return f"«{said.words}»" if said.statement.kind == "direct" else said.words
