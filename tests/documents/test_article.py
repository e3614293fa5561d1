"""Which part of a page is the article: told by where its paragraphs lie, whatever the template."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.documents.blocks import read_blocks
from rawi.documents.build import build_document
from rawi.documents.html import Page, read_html
from rawi.documents.metadata import read_metadata
from rawi.documents.owner import find_owner
from rawi.errors import SourceError
from rawi.model.document import Metadata
from rawi.model.source import Item

TITLE = "افتتاح الجسر الجديد في وادي الزهر أمام الناس"
FIRST = "افتتح رئيس البلدية صباح أمس الجسر الجديد الذي يربط ضفتي النهر بعد أشغال دامت عامين."
SECOND = "وقالت المهندسة هدى منصور إن الجسر يحمل خمسة آلاف سيارة في اليوم، وإن صيانته لا تكلف كثيرا."
THIRD = "ومن المقرر أن يبدأ العمل في الطريق المؤدي إليه في الربيع المقبل، بحسب ما أعلنت البلدية."
OTHER = "وصل وفد من تجار السوق القديمة إلى المدينة لبحث أسعار الخبز والزيت والسكر مع اللجنة."
PARAGRAPHS = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
MENU = "<ul>" + "".join(f"<li><a href=/{n}>قسم رقم {n}</a></li>" for n in range(12)) + "</ul>"
LINKS = "".join(f"<li><a href=/{n}>خبر آخر من أخبار المدينة رقم {n}</a></li>" for n in range(6))


def article_of(body: str, head: str = f"<title>{TITLE} - النهر نت</title>") -> list[str]:
    """Return the lines of a page that are its article."""
    page = read_html(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>")
    assert page.parts is not None
    return [span.of(page.text) for span in page.parts.article]


WHOLE = [TITLE, FIRST, SECOND, THIRD]
HEADED = f"<h1>{TITLE}</h1>"
EACH = "".join(f"<div class=c><p>{one}</div>" for one in (FIRST, SECOND, THIRD))
RELATED = f"<div class=related><ul>{LINKS}</ul></div>"
LINKED = f"<p><a href=x>اقرأ أيضا: {OTHER}</a></p>"
TEMPLATES = {
    "article": f"{MENU}<article>{HEADED}{PARAGRAPHS}</article><aside><p>{OTHER}</p></aside>",
    "divs": f"{MENU}<div class=post>{HEADED}<div>{PARAGRAPHS}</div></div><div class=sidebar><p>{OTHER}",
    "breaks": f"{MENU}<div>{HEADED}<div id=text>{FIRST}<br><br>{SECOND}<br>{THIRD}</div></div>",
    "tables": f"<table><tr><td>{MENU}<td>{HEADED}<font>{PARAGRAPHS}</font><td><ul>{LINKS}</ul></table>",
    "a div each": f"{MENU}<main>{HEADED}{EACH}</main>",
    "one form": f"<form>{MENU}{HEADED}<div>{PARAGRAPHS}</div><div id=footer>{OTHER}</div></form>",
    "links between": f"{HEADED}<div><p>{FIRST}</p>{RELATED}<p>{SECOND}</p><p>{THIRD}</p></div>",
    "a link between": f"{HEADED}<div><p>{FIRST}</p>{LINKED}<p>{SECOND}</p><p>{THIRD}</p></div>",
    "caption": f"{HEADED}<div><figure><figcaption>{OTHER}</figcaption></figure>{PARAGRAPHS}</div>",
    "comments": f"{HEADED}<div>{PARAGRAPHS}</div><div class=comments><p>{OTHER}</p><p>{OTHER}</p></div>",
    "wrapper named sidebar": f"<div class='has-sidebar page'>{HEADED}<div>{PARAGRAPHS}</div></div>",
    "unclosed": f"<div><h1>{TITLE}</h1><div><p>{FIRST}<p>{SECOND}<p>{THIRD}",
    "deep": f"{'<div>' * 3000}{HEADED}<div>{PARAGRAPHS}</div>",
    "standfirst": f"{HEADED}<h2>{FIRST}</h2><img><div><p>{SECOND}</p><p>{THIRD}</p></div>",
}


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_article_is_found(template: str) -> None:
    """Headline and paragraphs, and nothing of menus, side columns, links, captions and comments."""
    assert article_of(TEMPLATES[template]) == WHOLE


def test_all_that_is_shown_is_kept() -> None:
    """What is no article stays in the text."""
    page = read_html(f"<body>{TEMPLATES['article']}")
    assert all(words in page.text for words in (OTHER, "قسم رقم 3"))


def test_a_page_of_teasers_has_no_article() -> None:
    """Cards with a linked headline and a line of text each are other pages' articles."""
    card = f"<article class=card><h3><a href=/x>{TITLE}</a></h3><div class=excerpt>{OTHER}</div></article>"
    page = read_html(f"<html><body>{MENU}<main>{card * 12}</main></body></html>")
    assert page.parts is not None
    assert page.parts.article == ()
    assert [one.code for one in page.warnings] == ["html.no-article"]


def test_a_list_of_links_has_no_article() -> None:
    """A front page of headlines has none."""
    page = read_html(f"<html><body><div>{LINKS}</div><div>{LINKS}</div></body></html>")
    assert page.parts is not None
    assert page.parts.article == ()


def test_a_line_among_many_links_is_no_article() -> None:
    """A front page with one line that is no link has none; with a title above it the line is the article."""
    links = "".join(f"<td><a href=/{n}>خبر رقم {n}</a>" for n in range(30))
    assert article_of(f"<p>{OTHER}</p><table>{links}</table>", "") == []
    assert article_of(f"<h1>{TITLE}</h1><p>{OTHER}</p><table>{links}</table>", "") == [TITLE, OTHER]


def test_a_short_page_is_kept_whole() -> None:
    """A flash of a few words is an article."""
    assert article_of("<h1>عاجل</h1><p>فتح الجسر</p>", "") == ["عاجل", "فتح الجسر"]


def test_a_day_beside_the_title_is_a_stamp() -> None:
    """A line marked up as a date says when the page was published; one in a side column does not."""
    page = read_html(
        f"<body><h1>{TITLE}</h1><div class=post-date>الأحد 4 أيار 2031</div><div>{PARAGRAPHS}</div>"
        f"<aside><div class=date>الجمعة 1 آب 2031</div></aside>"
    )
    assert page.parts is not None
    assert [span.of(page.text) for span in page.parts.stamps] == ["الأحد 4 أيار 2031"]


SPLIT = "<h1>الجسر</h1>" + "".join(
    f"<section class=s{n}><div><div><p>{one}</p></div></div></section>"
    for n, one in enumerate((FIRST, SECOND, OTHER))
)


def test_a_second_opinion_is_asked_only_where_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where paragraphs lie together nobody is asked; where not, an answer that differs is taken."""
    asked: list[str] = []

    def answer(name: str, page: str) -> str:
        asked.append(name)
        return f"{OTHER}\n"

    monkeypatch.setattr("rawi.documents.opinion.run_guarded", answer)
    assert article_of(TEMPLATES["article"]) == WHOLE
    assert asked == []
    found = article_of(SPLIT)
    assert asked == ["article"]
    assert OTHER in found


def test_a_second_opinion_that_fails_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the other parser does, the page is read."""

    def fail(name: str, page: str) -> str:
        raise SourceError("lost")

    monkeypatch.setattr("rawi.documents.opinion.run_guarded", fail)
    assert FIRST in article_of(SPLIT)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (f"<title>{TITLE} | النهر نت</title>", (TITLE, "النهر نت")),
        (f"<title>النهر نت - {TITLE}</title>{HEADED}", (TITLE, "النهر نت")),
        (
            f"<meta property=og:title content='النهر - {TITLE}'><meta property=og:site_name content='النهر'>",
            (TITLE, "النهر"),
        ),
        (f"<meta property=og:title content='{TITLE}'><h1><a>النهر</a></h1>{HEADED}", (TITLE, None)),
        (f"<title>{TITLE}</title><meta name=twitter:site content=@nahr>", (TITLE, "nahr")),
        ("<title>الجسر - النهر</title>", ("الجسر - النهر", None)),
    ],
)
def test_title_and_outlet(head: str, expected: tuple[str, str | None]) -> None:
    """The title is without the outlet's name, which may stand before or behind it."""
    found, _ = read_metadata(head)
    assert (found.title, found.outlet) == expected


def test_author_and_days() -> None:
    """Who wrote it, when it appeared and when it was changed are told apart; an address is no author."""
    found, _ = read_metadata(
        "<meta property=article:author content='https://f.example/x'><meta name=author content='ندى الشامي'>"
        "<abbr class=published title='2031-05-01T08:00:00+03:00'>أمس</abbr>"
        '<script type=application/ld+json>{\'x\': 1, "dateModified": "2031-05-02"}</script>'
    )
    assert (found.author, found.published, found.modified) == ("ندى الشامي", "2031-05-01", "2031-05-02")


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://n.example/2031/5/1/x", "2031-05-01"),
        ("https://n.example/news/2031-05-01-bridge", "2031-05-01"),
        ("https://n.example/2031/13/1/x", None),
        ("https://n.example/article/20310501", None),
    ],
)
def test_a_day_in_the_address(address: str, day: str | None) -> None:
    """A day in the address counts where no other is stated, if it is one."""
    assert read_metadata(f"<link rel=canonical href='{address}'>")[0].published == day


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("جميع الحقوق محفوظة © النهر نت 2031", "النهر نت"),
        ("© 2031 Nahr News. All rights reserved", "Nahr News"),
        ("حقوق النشر محفوظة لـ النهر نت", "النهر نت"),
        ("جميع الحقوق محفوظة", None),
        ("© 2031", None),
    ],
)
def test_the_claim_at_the_foot(foot: str, name: str | None) -> None:
    """Whose page it is stands beside the sign of copyright."""
    assert find_owner(read_blocks(f"<body><p>{FIRST}</p><footer>{foot}</footer>")) == name


MARKUP = [
    "<div>",
    "</div>",
    "<article>",
    "</article>",
    "<h1>",
    "</a>",
    "<li>",
    "<br>",
    "<nav>",
    "</nav>",
    "<td>",
    "</section>",
]
PARTS = st.sampled_from(
    [
        *MARKUP,
        f"<p>{FIRST}",
        f"<p>{SECOND}",
        TITLE,
        OTHER,
        "عاجل",
        "<a href=x>",
        "<p hidden>",
        "<section class=tags>",
    ]
)


@settings(deadline=None)
@given(st.lists(PARTS, max_size=40).map("".join))
def test_any_page_keeps_its_promises(body: str) -> None:
    """Article, margins and body are spans of the text, in order, and margins are no body."""
    page: Page = read_html(f"<html><body>{body}")
    assert page.parts is not None
    for spans in (page.parts.article, page.parts.margins, page.parts.stamps):
        assert all(0 <= one.start < one.end <= len(page.text) for one in spans)
        assert list(spans) == sorted(spans)
    assert set(page.parts.stamps) <= set(page.parts.margins)
    assert not set(page.parts.article) & set(page.parts.margins)
    if page.text:
        document = build_document(Item("a", None, f"<html><body>{body}", "html", Metadata()))
        outside = set(page.parts.margins)
        assert all(not (one.start <= span.start < one.end) for span in document.body for one in outside)


@pytest.mark.parametrize(
    "sheet",
    ["article{opacity:0}", "article{visibility:hidden}", ".x{display:none}", "#y{left:-9999px}"],
)
def test_a_page_that_hides_all_is_kept_and_not_read(sheet: str) -> None:
    """Where styles hide nearly everything the text is kept, with a warning, and no article is taken."""
    page = read_html(f"<html><style>{sheet}</style><body><article class=x id=y>{PARAGRAPHS * 2}</article>")
    assert FIRST in page.text
    assert page.parts is not None
    assert page.parts.article == ()
    assert [one.code for one in page.warnings] == ["html.unseen"]
