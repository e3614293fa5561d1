"""A report as one HTML file that needs nothing else: fonts, style and proof are in it.

The policy in its head lets in nothing but its own style, its own script and the fonts; the words of sources
are escaped where they stand, painted as flat runs, and what turns the direction is confined and shown.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files

from rawi.ledger.answers import ComparisonView, EventView, SeriesView, StoryView
from rawi.ledger.results import Count, Said
from rawi.model.record import Record
from rawi.views.dates import render_date
from rawi.views.html import render_article, render_end, render_head
from rawi.views.labels import Language
from rawi.views.markup import isolated, shown
from rawi.views.report.across import render_comparison, render_series, render_story
from rawi.views.report.entries import name_side, render_cited, render_entry
from rawi.views.report.manifest import Manifest, build_manifest, encode_manifest
from rawi.views.report.parts import Part, Report
from rawi.views.report.say import tell, tell_standing, tell_table, tell_whence, tell_words
from rawi.views.wording import render_title

#: The letters of a report, whole: 114 KB, 152 KB as text. They lie with the pages, which show the same.
_FONTS = (
    ("noto-naskh-arabic-arabic-wght-normal.woff2",
     "U+0600-06FF, U+0750-077F, U+08A0-08FF, U+FB50-FDFF, U+FE70-FEFF, U+200C-200F"),
    ("noto-naskh-arabic-latin-wght-normal.woff2", "U+0000-024F, U+2000-200B, U+2010-206F"),
)  # fmt: skip


def render_report(report: Report, language: Language = "ar") -> Iterator[str]:
    """Yield the file piece by piece; joined, it is one HTML file."""
    yield render_head(language, report.title, _style(), "font-src data:; ")
    yield _heading(report, language)
    for one in report.parts:
        yield _part(one, report, language)
    manifest = build_manifest(report)
    yield _proof(report, manifest, language)
    yield "</main>\n"
    yield f'<script type="application/json" id="manifest">{encode_manifest(manifest).decode()}</script>\n'
    yield render_end()


@cache
def _style() -> str:
    """Return the style of a report, with its fonts in it."""
    faces = []
    for name, letters in _FONTS:
        data = b64encode(files("rawi").joinpath("web", "static", "fonts", name).read_bytes()).decode()
        faces.append(
            '@font-face { font-family: "Rawi Naskh"; font-weight: 400 700; '
            f'src: url("data:font/woff2;base64,{data}") format("woff2"); unicode-range: {letters}; }}\n'
        )
    own = files("rawi.views.report").joinpath("report.css").read_text("utf-8")
    return f"{''.join(faces)}{files('rawi.views').joinpath('drawing.css').read_text('utf-8')}{own}"


def _heading(report: Report, language: Language) -> str:
    """Return the title, when it was made, and what is in it."""
    listed = "".join(
        f'<li><a href="#p{one.number}">{shown(_name(one, language))}</a></li>' for one in report.parts
    )
    contents = (
        f'<h2>{tell("contents", language)}</h2><ol class="toc">{listed}</ol>' if len(report.parts) > 1 else ""
    )
    made = f'<time datetime="{escape(report.at)}">{isolated(render_date(report.at[:10], language))}</time>'
    return (
        f'<main class="report"><h1 dir="auto">{shown(report.title)}</h1>'
        f'<p class="how">راوي · Rawi · {tell("made", language)} {made}</p>{contents}\n'
    )


def _name(part: Part, language: Language) -> str:
    """Return how a part is called; not escaped."""
    view = part.view
    if isinstance(view, Record):
        return view.document.title or view.document.id[7:19]
    if isinstance(view, SeriesView):
        return render_title(view, language)
    if isinstance(view, StoryView):
        return view.title or view.id
    if isinstance(view, ComparisonView):
        return f"{name_side(view.a, language)} ≟ {name_side(view.b, language)}"
    if isinstance(view, Said | Count | EventView):
        return name_side(view, language)
    return part.item.title or part.item.held[0].words[:80]


def _part(part: Part, report: Report, language: Language) -> str:
    """Return one part: its number and name, the note, what it is."""
    note = part.item.note
    noted = f'<h3>{tell("note", language)}</h3><p class="note" dir="auto">{shown(note)}</p>' if note else ""
    carried = f'<p class="how">{tell("carried", language)}</p>' if part.item.carried else ""
    head = f'<h2><bdi>{part.number}</bdi> · <bdi dir="auto">{shown(_name(part, language))}</bdi></h2>'
    return f'<section id="p{part.number}">{head}{carried}{noted}{_body(part, report, language)}</section>\n'


def _body(part: Part, report: Report, language: Language) -> str:
    """Return what a part is."""
    view, name = part.view, f"p{part.number}"
    if isinstance(view, Record):
        return _article(part, view, report, language)
    if isinstance(view, SeriesView):
        return render_series(part, view, report, language)
    if isinstance(view, ComparisonView):
        return render_comparison(part, view, report, language)
    if isinstance(view, StoryView):
        return render_story(part, view, report, language)
    if isinstance(view, Said | Count | EventView):
        told = render_entry(view, name, report, part.standing.get(view.id), part.chain, language)
        return told + render_cited(view, report, language)
    lost = "".join(
        f"<p>{tell_words(one.words)}</p>"
        f"{tell_whence(report, one.document, f'#char={one.start},{one.end}' if one.entry else '', language)}"
        for one in part.item.held
    )
    return f'<p class="doubt">{tell("lost", language)}</p>{lost}'


def _article(part: Part, record: Record, report: Report, language: Language) -> str:
    """Return a whole article, and what people decided about its entries."""

    def stand(view: Said | Count | EventView) -> str:
        """Return what a person decided about an entry, under it; nothing where nobody did."""
        one = part.standing.get(part.ids.get(view.id, ""))
        return tell_standing(one, language, view) if one else ""

    machine = "" if part.standing else tell_standing(None, language)
    whence = tell_whence(report, record.document.id, "", language)
    return f"{whence}{machine}{render_article(record, f'p{part.number}', language, stand)}"


def _proof(report: Report, manifest: Manifest, language: Language) -> str:
    """Return the hashes of all documents, and where each quote stands, for people."""
    rows = []
    for one in manifest.documents:
        originals = [(tell("proof.bytes", language), each.sha256) for each in one.originals]
        hashes = [(tell("proof.text", language), one.sha256), *originals]
        told = "".join(
            f'<dt>{name}</dt><dd><bdi dir="ltr" class="id">{hash}</bdi></dd>' for name, hash in hashes
        )
        rows.append(f"<h3>{isolated(one.title or one.id[7:19])}</h3><dl>{told}</dl>")
    quotes = [
        [
            str(one.item),
            f'<bdi dir="ltr" class="id">{one.document[7:19]}</bdi>',
            f'<bdi dir="ltr">{one.start},{one.end}</bdi>',
            tell_words(one.words),
        ]
        for one in manifest.quotes
    ]
    head = ["#", *(tell(one, language) for one in ("document", "proof.place", "words"))]
    table = tell_table("proof", head, quotes, language)
    return (
        f'<section id="proof"><h2>{tell("proof", language)}</h2>'
        f'<p class="how">{tell("proof.how", language)}</p>{"".join(rows)}'
        f"{table}</section>\n"
    )
