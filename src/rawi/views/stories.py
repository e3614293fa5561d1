"""A story: its reports by day, what several say and what only one, its quantities, near copies, origins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.ledger.answers import (
    CopyView,
    OriginView,
    QuantityView,
    RecurrenceView,
    ReportView,
    SentenceView,
    StorySummary,
    StoryView,
)
from rawi.ledger.results import Article, Changed, Count, Said
from rawi.model.relation import Reason
from rawi.views.amounts import render_amount
from rawi.views.cards import render_bearing
from rawi.views.plurals import count
from rawi.views.screen import Screen
from rawi.views.wording import render_counted

_GAP = "  "
_SHORT = 12  # digits of a document
_MOST = 12  # lines of each part of a card; --json has all
_MOST_CHANGES = 4  # changes of a version
_MOST_REASONS = 4  # of one group of copies
_LONGEST = 160  # code points of words that were changed
_DOCUMENT = "sha256:"


def render_story(story: StoryView, screen: Screen) -> str:
    """Return the page of a story. Reports have numbers, by which the other parts name them."""
    numbers = {one.article.id: number for number, one in enumerate(story.reports, 1)}
    shared = [_recurrence(one, numbers, screen) for one in story.common]
    only = [_alone(one, numbers, screen) for one in story.alone]
    doubt = [render_doubt(screen)] if story.confidence == "doubtful" else []
    parts = [
        _head(story, len(story.reports), len(story.origins), screen),
        *_part("timeline", [_report(one, numbers, screen) for one in story.reports], screen, most=None),
        *_part("told", [_sentence(one, numbers, screen) for one in story.told], screen),
        *_part("common", shared, screen),
        *_part("alone", only, screen),
        *_part("own", [_sentence((one,), numbers, screen) for one in story.own], screen),
        *_part("quantities", [_quantity(one, numbers, screen) for one in story.matrix], screen),
        *(doubt if story.matrix else []),
        *_part("near_copies", [_copy(one, numbers, screen) for one in story.copies], screen),
        *_part("origins_of", [_origin(one, numbers, screen) for one in story.origins], screen, most=None),
        *doubt,
    ]
    return "\n".join(parts)


def render_brief(story: StoryView, screen: Screen) -> str:
    """Return the reports of a story by day, and the quantity to which they give most values."""
    numbers = {one.article.id: number for number, one in enumerate(story.reports, 1)}
    parts = [_head(story, len(story.reports), len(story.origins), screen)]
    parts += _part("timeline", [_report(one, numbers, screen) for one in story.reports], screen)
    most = max(story.matrix, key=lambda one: len({figure.holder for figure in one.figures}), default=None)
    if most is not None:
        parts += _part("quantities", [_quantity(most, numbers, screen)], screen)
    return "\n".join(parts)


def render_summary(story: StorySummary, screen: Screen) -> str:
    """Return a story as one of a list: title, days, how many reports of how many origins."""
    return _head(story, len(story.documents), story.origins, screen)


def render_grouped(story: StorySummary | None, reports: Sequence[Article], screen: Screen) -> str:
    """Return reports that are now one story, or that are in none."""
    name = screen.label("one_story" if story else "no_story")
    head = _GAP.join((screen.strong(name), screen.faint(story.id))) if story else screen.strong(name)
    return "\n".join([head, *(_listed(one, screen) for one in reports)])


def _listed(article: Article, screen: Screen) -> str:
    """Return a report as one of a list: day, outlet, document, title."""
    day, outlet = article.published or screen.label("undated"), article.outlet or article.source or "?"
    head = f"    {_GAP.join((day, screen.apart(outlet), screen.faint(_short(article.id))))}"
    return f"{head}\n{screen.block(article.title, deeper=True)}" if article.title else head


def _head(story: StoryView | StorySummary, reports: int, origins: int, screen: Screen) -> str:
    """Return what a story is: how many reports of how many origins, from when to when, and its title."""
    days = [day for day in dict.fromkeys((story.first, story.last)) if day]
    told = [count("reports", reports, screen.language), count("origins", origins, screen.language)]
    told += [" – ".join(days) or screen.label("undated")]
    told += [screen.label("doubtful")] if story.confidence == "doubtful" else []
    title = story.title or screen.label("untitled")
    return f"{screen.strong(_GAP.join(told))}{_GAP}{screen.faint(story.id)}\n{screen.block(title)}"


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
    if one.version_of:
        known.append(screen.label("version_of").format(_number(one.version_of, numbers)))
        known += [_kinds(one.changes, screen)] if one.changes else []
    head = f"    {_GAP.join([*known, screen.faint(_short(article.id))])}"
    title = [screen.block(article.title, deeper=True)] if article.title else []
    return "\n".join([head, *title, *_changes(one.changes, screen)])


def _kinds(changes: Sequence[Changed], screen: Screen) -> str:
    """Return in which ways a version differs, the gravest first."""
    kinds = dict.fromkeys(change.kind for change in changes)
    return screen.label("pause").join(screen.label(f"change.{kind}") for kind in kinds)


def _recurrence(one: RecurrenceView, numbers: dict[str, int], screen: Screen) -> str:
    """Return what somebody says in several reports: in the words in which it appeared first, then as others
    changed it to another number or to the opposite."""
    by_id = {said.id: said for said in one.statements}
    variants = [[by_id[id] for id in ids] for ids in one.variants] or [list(one.statements)]
    origins = count("origins", one.origins, screen.language)
    return "\n".join(
        _variant(one.speaker, said, numbers, [screen.label("changed")] if at else [origins], screen)
        for at, said in enumerate(variants)
    )


def _variant(
    speaker: str, said: Sequence[Said], numbers: dict[str, int], told: Sequence[str], screen: Screen
) -> str:
    """Return what several reports have a speaker say alike, in the words of the first of them."""
    first = said[0]
    reports = " ".join(dict.fromkeys(_number(one.article.id, numbers) for one in said))
    known = [reports, *told, *render_bearing(first.statement, screen), screen.faint(first.id)]
    return f"    {_GAP.join(known)}\n{screen.block(f'{speaker}: {_quoted(first)}')}"


def _sentence(told: Sequence[SentenceView], numbers: dict[str, int], screen: Screen) -> str:
    """Return what some reports tell, in the words of the first of them."""
    reports = " ".join(dict.fromkeys(_number(one.document, numbers) for one in told))
    return f"    {reports}  {screen.faint(told[0].address)}\n{screen.block(told[0].words)}"


def _alone(one: Said | Count, numbers: dict[str, int], screen: Screen) -> str:
    """Return what only one report has."""
    head = f"    {_number(one.article.id, numbers)}  {screen.faint(one.id)}"
    if isinstance(one, Count):
        amount = render_amount(one.figure, screen.language)
        denied = f"  {screen.strong(screen.label('denied'))}" if one.denied else ""
        return f"{head}  {amount}{denied}\n{screen.block(f'«{one.words}»')}"
    speaker = one.statement.speaker.name or one.statement.speaker.role or screen.label("unnamed")
    head = _GAP.join((head, *render_bearing(one.statement, screen)))
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
    silent = [f"[{number}]" for id, number in numbers.items() if id in one.silent]
    if silent:
        lines.append(f"      {' '.join(silent)}  {screen.label('silent_reports')}")
    return "\n".join(lines)


def _copy(one: CopyView, numbers: dict[str, int], screen: Screen) -> str:
    """Return documents that share their words: which go back to which, how like they are, and why."""
    made = one.duplicate
    listed = " ".join(_number(id, numbers) for id in made.documents)
    known = [screen.label(f"duplicate.{made.kind}"), f"{made.similarity:.0%}", listed]
    known += [screen.label("goes_back").format(_number(made.origin, numbers))] if made.origin else []
    why = list(dict.fromkeys(_reason(reason, numbers, screen) for reason in made.reasons))
    lines = [f"    {_GAP.join(known)}", *(f"      {line}" for line in why[:_MOST_REASONS])]
    return "\n".join([*lines, *([f"      … {len(why) - _MOST_REASONS} +"] if why[_MOST_REASONS:] else [])])


def _reason(reason: Reason, numbers: dict[str, int], screen: Screen) -> str:
    """Return why documents go back to one, or why that is not told, in words that name them."""
    sides = [
        _number(side, numbers) if side.startswith(_DOCUMENT) else screen.apart(side)
        for side in (reason.a, reason.b)
    ]
    return screen.label(f"copy.{reason.code}").format(*sides)


def _origin(one: OriginView, numbers: dict[str, int], screen: Screen) -> str:
    """Return an independent origin, and the reports that go back to it."""
    reports = " ".join(_number(id, numbers) for id in one.documents)
    return f"    {_GAP.join(part for part in (reports, screen.apart(one.name)) if part)}"


def _changes(changes: Sequence[Changed], screen: Screen) -> Iterator[str]:
    """Yield the words that a version has otherwise than what it goes back to: ``+`` here, ``−`` there."""
    for change in changes[:_MOST_CHANGES]:
        sides = (("−", change.there), ("+", change.here))
        yield from (screen.block(f"{sign} {_cut(words)}", deeper=True) for sign, words in sides if words)
    if changes[_MOST_CHANGES:]:
        yield f"      … {len(changes) - _MOST_CHANGES} +"


def _cut(words: str) -> str:
    """Return words, of many the first."""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


def render_doubt(screen: Screen) -> str:
    """Return the line that stands with whatever rests on a doubtful story."""
    return f"    {screen.strong(screen.label('story_doubtful'))}"


def _number(document: str, numbers: dict[str, int]) -> str:
    """Return the number of a report in this story; the beginning of the id of a document outside it."""
    return f"[{numbers[document]}]" if document in numbers else _short(document)


def _short(document: str) -> str:
    """Return the first digits of a document's id."""
    return document.removeprefix("sha256:")[:_SHORT]


def _quoted(said: Said) -> str:
    """Return the words, in quotation marks only where the source quotes them as a whole."""
    return f"«{said.words}»" if said.statement.kind == "direct" else said.words
