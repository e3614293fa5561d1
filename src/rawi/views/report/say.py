"""How a report says things: labels, days with what they are of, marks that are never left out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from rawi.ledger.answers import EventView
from rawi.ledger.corrections import read_values
from rawi.ledger.results import Count, Said
from rawi.model.claim import Confidence
from rawi.model.review import Correction, Field, Reviewed
from rawi.views.cited import name_correction
from rawi.views.dates import render_date
from rawi.views.labels import Language, label
from rawi.views.markup import isolated, shown
from rawi.views.report.parts import Report
from rawi.views.screen import FSI, PDI
from rawi.views.whence import find_url


@cache
def _phrases() -> dict[str, dict[Language, str]]:
    """Load what reports say besides labels."""
    return tomllib.loads(files("rawi.views.report").joinpath("phrases.toml").read_text("utf-8"))


def tell(name: str, language: Language) -> str:
    """Return a phrase of reports, else the label of that name; escaped.

    >>> tell("retrieved", "ar"), tell("as_of", "en")
    ('جُلب', 'as of')
    """
    known = _phrases().get(name)
    return escape(known[language] if known else label(name, language), quote=False)


def tell_day(name: str, edtf: str | None, language: Language) -> list[str]:
    """Return a day with what it is of (``said``, ``as_of`` …), the EDTF for machines; nothing for none."""
    if not edtf:
        return []
    words = isolated(render_date(edtf, language))
    return [f'{tell(name, language)} <time datetime="{escape(edtf)}" title="{escape(edtf)}">{words}</time>']


def tell_marks(denied: bool, confidence: Confidence, language: Language) -> list[str]:
    """Return what must stand with an entry: that it is denied, that it is doubtful."""
    marks = [f'<b class="denied">{tell("denied", language)}</b>'] if denied else []
    return marks + (
        [f'<b class="doubt">{tell("doubtful", language)}</b>'] if confidence == "doubtful" else []
    )


def tell_words(words: str) -> str:
    """Return words of a source, right to left whatever the page."""
    return f'<span class="words" lang="ar" dir="rtl">{shown(words)}</span>'


def tell_sentence(words: str) -> str:
    """Return a sentence that was made for a terminal: escaped, ``bdi`` around what it keeps apart."""
    return escape(words).replace(FSI, "<bdi>").replace(PDI, "</bdi>")


def tell_whence(report: Report, document: str, place: str, language: Language) -> str:
    """Return where words stand: article, outlet, when published, when fetched, address and id."""
    one = report.records[document].document
    parts = [isolated(one.title)] if one.title else []
    parts += [isolated(one.outlet)] if one.outlet else []
    published = tell_day("published", one.published, language)
    parts += published or [tell("published.unknown", language)]
    fetched = sorted({at.at for each in report.evidence[document] for at in each.captures if at.at})
    parts += [day for at in fetched[:1] for day in tell_day("retrieved", at[:10], language)]
    url = find_url(one)
    parts += [f'<bdi dir="ltr" class="id">{shown(url)}</bdi>'] if url else []
    return (
        f'<p class="how">{" · ".join(parts)}<br><bdi dir="ltr" class="id">{escape(one.id)}{place}</bdi></p>'
    )


def tell_standing(
    one: Reviewed | None, language: Language, view: Said | Count | EventView | None = None
) -> str:
    """Return how an entry stands: what a person decided, and corrected, or that nobody did; of a ``view``
    each value as it was read beside the one that a person gave it."""
    if one is None:
        return f'<p><span class="machine">{tell("machine", language)}</span></p>'
    parts = [f'<span class="standing {one.standing}">{tell(one.standing, language)}</span>']
    parts += [isolated(one.who)] if one.who else []
    parts += [isolated(render_date(one.at[:10], language))] if one.at else []
    parts += [tell("carried_review", language)] if one.carried else []
    read = read_values(view) if view is not None else {}
    rows = "".join(
        f"<dt>{tell(f'field.{each.field}', language)}</dt><dd>{_amended(each, read, language)}</dd>"
        for each in one.corrections
    )
    return f"<p>{' · '.join(parts)}</p>{f'<dl>{rows}</dl>' if rows else ''}"


def _amended(one: Correction, read: Mapping[Field, str | None], language: Language) -> str:
    """Return what a person put in the place of what was read, and that."""
    now = f"<ins>{tell('is_now', language)} {_told(one.field, one.value, language)}</ins>"
    if one.field not in read:
        return now
    return f"<del>{tell('was_read', language)} {_told(one.field, read[one.field], language)}</del> {now}"


def _told(name: Field, value: str | None, language: Language) -> str:
    """Return a value of a field in words."""
    return isolated(name_correction(Correction(name, value), language))


def tell_table(
    name: str, head: Sequence[str], rows: Iterable[Sequence[str]], language: Language, part: int | None = None
) -> str:
    """Return a table of cells that are HTML, in a region of that name that can be scrolled by keys too."""
    names = "".join(f'<th scope="col">{one}</th>' for one in head)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    table = f"<table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>"
    return tell_region(name, "wide", table, language, part)


def tell_region(name: str, kind: str, content: str, language: Language, part: int | None = None) -> str:
    """Return what may be wider than a page, in a region with a name; ``part`` is the number in it."""
    told = f"{tell(name, language)} {part or ''}".rstrip()
    across = ' dir="ltr"' if kind != "wide" else ""
    return f'<div class="{kind}"{across} tabindex="0" role="region" aria-label="{told}">{content}</div>'
