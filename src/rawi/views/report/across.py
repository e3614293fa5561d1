"""What stands in a report of several entries: a series with its chart, a comparison, a story."""

from __future__ import annotations

from rawi.ledger.answers import ComparisonView, SeriesView, StoryView
from rawi.views.amounts import render_amount
from rawi.views.dates import render_date
from rawi.views.drawing import render_inset
from rawi.views.labels import Language
from rawi.views.markup import isolated
from rawi.views.plurals import count
from rawi.views.report.entries import name_side, render_entry
from rawi.views.report.parts import Part, Report
from rawi.views.report.say import (
    tell,
    tell_day,
    tell_marks,
    tell_region,
    tell_sentence,
    tell_standing,
    tell_table,
    tell_whence,
    tell_words,
)
from rawi.views.screen import Screen
from rawi.views.terms import tell_check, tell_reason
from rawi.views.wording import render_words

_SIGNS = {"same": "✓", "differs": "≠", "unknown": "?"}


def render_series(part: Part, view: SeriesView, report: Report, language: Language) -> str:
    """Return a quantity through time: in a sentence, as a chart, as a table with the words of each figure."""
    chart = render_inset(view, language)
    drawn = tell_region("chart", "drawn wide", chart, language, part.number) if chart else ""
    rows = [_point(number, part, view, language) for number in range(len(view.points))]
    names = ("value", "as_of", "said", "holder", "words", "document")
    doubt = f'<p class="doubt">! {tell("story_doubtful", language)}</p>' if view.doubtful else ""
    course = tell_sentence(render_words(view, Screen(terminal=True, language=language)))
    table = tell_table("figures", ["#", *(tell(one, language) for one in names)], rows, language)
    return f"<p>{course}</p>{doubt}<h3>{tell('chart', language)}</h3>{drawn}{table}"


def _point(at: int, part: Part, view: SeriesView, language: Language) -> list[str]:
    """Return a figure of a series as a row."""
    point, entry = view.points[at].point, view.points[at].entry
    marks = " ".join(tell_marks(point.denied, point.confidence, language))
    decided = part.standing.get(entry.id)
    stands = tell_standing(decided, language, entry) if decided else ""
    holder = isolated(point.holder) if point.holder else tell("narrator", language)
    relayed = f"<br>{tell('relayed_by', language)} {' › '.join(map(isolated, point.relayed_by))}"
    whence = [isolated(one) for one in (entry.article.outlet, entry.article.title) if one]
    whence += tell_day("published", entry.article.published, language)
    place = entry.address.partition("#")[2]
    return [
        str(at + 1),
        f"{isolated(render_amount(entry.figure, language))} {marks}{stands}",
        "".join(tell_day("as_of", point.as_of, language)) or "–",
        "".join(tell_day("said", point.said, language)) or "–",
        holder + (relayed if point.relayed_by else ""),
        tell_words(entry.words),
        f'{" · ".join(whence)}<br><bdi dir="ltr" class="id">{entry.article.id[:19]}…#{place}</bdi>',
    ]


def render_comparison(part: Part, view: ComparisonView, report: Report, language: Language) -> str:
    """Return two entries side by side, the checklist, the verdict with its reasons and who decided it."""
    one, name = view.comparison, f"p{part.number}"
    sides = "".join(
        f"<div><h3>{isolated(name_side(side, language))}</h3>"
        f"{render_entry(side, f'{name}{letter}', report, part.standing.get(side.id), None, language)}</div>"
        for letter, side in (("a", view.a), ("b", view.b))
    )
    rows = [
        [_SIGNS[each.outcome], tell(f"check.{each.name}", language)]
        + [
            isolated(tell_check(each.name, view.names.get(told, told), language))
            if told
            else tell("outcome.unknown", language)
            for told in (each.a, each.b)
        ]
        for each in one.checks
    ]
    head = [tell(each, language) for each in ("mark", "what_is_compared", "first", "second")]
    checks = (
        f"<h3>{tell('checklist', language)}</h3>{tell_table('checklist', head, rows, language, part.number)}"
        if rows
        else ""
    )
    return f'<div class="pair">{sides}</div>{_verdict(view, language)}{checks}{_reasons(view, language)}'


def _verdict(view: ComparisonView, language: Language) -> str:
    """Return the verdict, what was computed, and who decided otherwise."""
    one, made = view.comparison, view.decision
    aspect = f" ({tell(f'aspect.{one.aspect}', language)})" if one.aspect else ""
    told = f"<b>{tell(f'verdict.{one.verdict}', language)}{aspect}</b>"
    if made is None:
        how = f'<span class="machine">{tell("computed", language)}</span>'
    else:
        why = f": {isolated(made.why)}" if made.why else ""
        how = f'<span class="standing">{tell("decided", language)}</span> {isolated(made.who)} '
        how += f"{isolated(render_date(made.at[:10], language))}{why}"
        if one.machine:
            how += f" · {tell('computed', language)}: {tell(f'verdict.{one.machine}', language)}"
    doubt = f'<p class="doubt">! {tell("story_doubtful", language)}</p>' if view.doubtful else ""
    return f"<h3>{tell('verdict', language)}</h3><p>{told} {how}</p>{doubt}"


def _reasons(view: ComparisonView, language: Language) -> str:
    """Return the reasons, with what each side has."""
    found = []
    for one in view.comparison.reasons:
        sides = (tell_reason(view.names.get(each, each), language) for each in (one.a, one.b))
        told = " | ".join(isolated(each) for each in dict.fromkeys(sides) if each)
        found.append(f"<li>{tell(one.code, language)}{f': {told}' if told else ''}</li>")
    return f"<h3>{tell('reasons', language)}</h3><ul>{''.join(found)}</ul>" if found else ""


def render_story(part: Part, view: StoryView, report: Report, language: Language) -> str:
    """Return a story: its reports, what several say, the numbers of each."""
    told = [count("reports", len(view.reports), language), count("origins", len(view.origins), language)]
    doubt = f' · <b class="doubt">{tell("doubtful", language)}</b>' if view.confidence == "doubtful" else ""
    numbers = {one.article.id: number for number, one in enumerate(view.reports, 1)}
    reports = "".join(
        f"<li>{tell_whence(report, one.article.id, '', language)}"
        + "".join(
            f'<p class="how">{tell("copy_of", language).format(numbers.get(other, "?"))}</p>'
            for other in (one.copy_of,)
            if other
        )
        + "</li>"
        for one in view.reports
    )
    common = "".join(
        f"<h3>{isolated(one.speaker)}</h3>"
        + "".join(
            f"<p>[{numbers.get(each.article.id, '?')}] {tell_words(each.words)}</p>"
            f"{tell_standing(part.standing.get(each.id), language, each)}"
            for each in one.statements
        )
        for one in view.common
    )
    said = f"<h3>{tell('said_in_several', language)}</h3>{common}" if common else ""
    return (
        f'<p class="how">{" · ".join(told)}{doubt}</p><h3>{tell("reports", language)}</h3>'
        f'<ol class="toc">{reports}</ol>{said}{_matrix(part, view, numbers, language)}'
    )


def _matrix(part: Part, view: StoryView, numbers: dict[str, int], language: Language) -> str:
    """Return the numbers of a story: a row for each figure with its report, whose claim and words."""
    rows = []
    for row in view.matrix:
        for each in row.figures:
            what = " ".join(isolated(one) for one in (row.what, row.place) if one)
            holder = isolated(each.holder) if each.holder else tell("narrator", language)
            if each.relayed_by:
                holder += f"<br>{tell('relayed_by', language)} {' › '.join(map(isolated, each.relayed_by))}"
            marks = " ".join(tell_marks(each.denied, each.figure.confidence, language))
            decided = part.standing.get(each.id)
            stands = tell_standing(decided, language, each) if decided else ""
            amount = f"{isolated(render_amount(each.figure, language))} {marks}{stands}"
            rows.append(
                [what, amount, holder, tell_words(each.words), str(numbers.get(each.article.id, "?"))]
            )
    head = [*(tell(one, language) for one in ("quantity", "value", "holder", "words")), "#"]
    return (
        f"<h3>{tell('numbers', language)}</h3>{tell_table('numbers', head, rows, language, part.number)}"
        if rows
        else ""
    )
