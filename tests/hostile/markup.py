"""Pages that are deep, broken, lie about their encoding or carry hostile metadata."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.hostile.case import FILLER, Case, bare, case, lost
from tests.hostile.pages import MAY, page, paragraphs, plain

KIND = "markup"
html = partial(case, KIND, may=MAY)


#: What is no markup, or never ends, behind an article.
ENDS = {
    "less-than": "<" * 300_000,
    "less-than-letters": "<a" * 100_000,
    "greater-than": ">" * 300_000,
    "comments-open": "<!-- " * 30_000,
    "comment-dashes": "<!" + "-" * 300_000,
    "comments-odd": "<!--> <!---> <!-- --!> " * 999,
    "quotes-open": "<a href='" * 30_000,
    "double-quotes-open": '<a href="' * 30_000,
    "equal-signs": "<p " + "=" * 300_000 + ">",
    "ampersands": "&" * 300_000,
    "entities-open": "&amp" * 50_000,
    "numeric-huge": "&#99999999999999999999;&#x110000;&#0;&#xD800;&#-1;" * 99,
    "numeric-long": "&#" + "9" * 100_000 + ";",
    "cdata": "<![CDATA[" * 20_000,
    "instructions": "<?php " * 20_000,
    "doctypes": "<!DOCTYPE " * 20_000,
    "scripts-open": "<script>" * 20_000,
    "styles-open": "<style>" * 20_000,
    "titles-open": "<title>" * 5_000,
    "textareas-open": "<textarea>" * 5_000,
    "plaintext": "<plaintext>",
    "frameset": "<frameset><frame src=x>" * 99,
    "templates": "<template>" * 9_000,
    "svg-math": "<svg><math><mi><svg>" * 5_000,
    "nul": "<p>\x00</p>" * 99,
    "slashes": "</" * 100_000,
    "selects": "<select><option>" * 9_000,
}


def _deep() -> Iterator[Case]:
    """Elements within elements."""
    for tag in ("div", "b", "table", "blockquote", "ul", "span", "font", "a", "p", "details"):
        for depth in (260, 3000, 50_000) if tag in ("div", "b") else (3000,):
            yield html(
                f"deep-{tag}-{depth}.html",
                lambda k, t=tag, d=depth: page(f"<{t}>" * d + paragraphs(k) + f"</{t}>" * d),
            )
    yield html("deep-unclosed.html", lambda k: page("<div>" * 20_000 + paragraphs(k)))
    yield html("deep-after.html", lambda k: plain(k, "<div>" * 20_000))
    yield html("ends-only.html", lambda k: page("</div>" * 50_000 + paragraphs(k)))
    yield html("deep-rows.html", lambda k: plain(k, "<table><tr><td>" * 5000))
    yield html("formatting.html", lambda k: plain(k, "<a><b><i><u>" * 5000 + "نعم"))


def _broken() -> Iterator[Case]:
    """What is no markup, or never ends."""
    for name, end in ENDS.items():
        yield html(f"{name}.html", lambda k, e=end: plain(k, e))
    begins = (
        "less-than",
        "ampersands",
        "greater-than",
        "slashes",
        "equal-signs",
        "numeric-huge",
        "entities-open",
    )
    for name in begins:
        yield html(f"{name}-first.html", lambda k, e=ENDS[name]: page(f"<p>{e}</p>" + paragraphs(k)))
    yield html("attributes.html", lambda k: page(_many("p") + paragraphs(k)))
    yield html("attributes-same.html", lambda k: page("<p " + "a='1' " * 100_000 + ">" + paragraphs(k)))
    yield html("classes.html", lambda k: page(f"<div class='{'c ' * 100_000}'>{paragraphs(k)}</div>"))
    yield html("name-long.html", lambda k: plain(k, f"<{'x' * 300_000}>نعم"))
    yield html(
        "no-end.html", lambda k: "<html><head><title>ا</title><body>" + paragraphs(k).replace("</p>", "")
    )
    yield html("no-html.html", lambda k: paragraphs(k))
    yield html("no-body.html", lambda k: f"<html>{paragraphs(k)}")
    yield html("two-bodies.html", lambda k: plain(k) + plain(k).replace(k.words, FILLER))
    yield html("body-in-head.html", lambda k: f"<html><head>{paragraphs(k)}</head></html>")


def _odd() -> Iterator[Case]:
    """Pages that are written oddly."""
    yield html("upper-case.html", lambda k: plain(k).replace("<p>", "<P>").replace("</p>", "</P>"))
    yield html("xhtml.xhtml", lambda k: "<?xml version='1.0'?>" + plain(k))
    yield html(
        "split-name.html",
        lambda k: plain(k).replace(k.speaker[:2], k.speaker[0] + "<b>" + k.speaker[1] + "</b>", 1),
    )
    yield html("split-words.html", lambda k: plain(k).replace(" ", " <span></span>", 9))
    yield html(
        "word-breaks.html", lambda k: plain(k).replace(k.speaker[:2], f"{k.speaker[0]}<wbr>{k.speaker[1]}", 1)
    )
    yield html("entities.html", lambda k: plain(k).replace(k.words, "".join(f"&#{ord(c)};" for c in k.words)))
    yield html(
        "hexadecimal.html", lambda k: plain(k).replace(k.words, "".join(f"&#x{ord(c):X};" for c in k.words))
    )
    yield html("line-breaks.html", lambda k: page(f"{k.words}.<br>" + f"{FILLER}<br>" * 9))
    yield html("in-a-table.html", lambda k: page(f"<table><tr><td>{paragraphs(k)}</td></tr></table>"))
    yield html("in-a-list.html", lambda k: page(f"<ul><li>{k.words}.</li></ul>" + f"<p>{FILLER * 3}</p>" * 3))
    yield html(
        "in-a-quote.html", lambda k: page(f"<blockquote>{k.words}.</blockquote>" + f"<p>{FILLER * 3}</p>" * 3)
    )
    yield html("surrogate.html", lambda k: plain(k, "<p>وا&#xD800;دي</p>"))
    yield html("only-the-canary.html", lambda k: page(f"<p>{k.words}.</p>"))
    yield html("carriage-returns.html", lambda k: plain(k).replace("<p>", "\r<p>\r"))
    yield html("no-markup.html", lambda k: f"{k.words}.\n{FILLER}")
    yield lost(KIND, "only-script.html", "<html><script>var x = 1</script></html>", "document.empty")
    yield lost(KIND, "only-style.html", "<html><style>p { color: red }</style></html>", "document.empty")
    yield lost(KIND, "only-comment.html", "<!-- قال سليم الدوري إن السوق مفتوح -->", "document.empty")


def _many(tag: str) -> str:
    return f"<{tag} " + " ".join(f"a{n}='1'" for n in range(200_000)) + ">"


def _charsets() -> Iterator[Case]:
    """Pages whose declared encoding is not theirs, is none, or is said several times."""
    metas = {
        "utf-8": "<meta charset=utf-8>",
        "latin": "<meta charset='iso-8859-1'>",
        "cp1256": '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">',
        "utf-16": "<meta charset=utf-16>",
        "utf-7": "<meta charset=utf-7>",
        "none": "<meta charset=no-such-thing>",
        "hex": "<meta charset=hex>",
        "zlib": "<meta charset=zlib_codec>",
        "long": f"<meta charset={'x' * 9000}>",
        "nul": "<meta charset='utf\x00-8'>",
        "two": "<meta charset=koi8-r><meta charset=big5>",
        "late": f"<!--{'x' * 5000}--><meta charset=iso-8859-1>",
        "rot13": "<meta charset=rot13>",
        "punycode": "<meta charset=punycode>",
        "idna": "<meta charset=idna>",
        "undefined": "<meta charset=undefined>",
        "mbcs": "<meta charset=unicode_escape>",
    }
    for name, meta in metas.items():
        yield html(f"says-{name}-is-utf-8.html", lambda k, m=meta: plain(k, head=m))
        yield html(f"says-{name}-is-cp1256.html", lambda k, m=meta: plain(bare(k), head=m).encode("cp1256"))
    yield html("says-utf-8-is-iso.html", lambda k: plain(bare(k), head=metas["utf-8"]).encode("iso8859_6"))
    for codec in ("utf-16-le", "utf-16-be", "utf-16"):
        yield case(
            KIND,
            f"says-utf-8-is-{codec}.html",
            lambda k, c=codec: plain(k, head=metas["utf-8"]).encode(c),
            may=MAY + " text.bom",
        )
    yield case(
        KIND,
        "two-encodings.html",
        lambda k: plain(k).encode() + f"<p>{FILLER}</p>".encode("cp1256"),
        may=MAY + " text.mixed-encodings text.undecodable",
    )
    yield case(
        KIND,
        "bad-bytes.html",
        lambda k: plain(k).encode() + b"<p>\xff\xfe\xc0</p>",
        "text.undecodable",
        may=MAY,
    )


def _heads() -> Iterator[Case]:
    """JSON-LD and meta tags that attack whoever believes them."""
    lds = {
        "malformed": '{"headline": "x',
        "deep": "[" * 50_000,
        "deep-objects": '{"a":' * 50_000,
        "number": '{"headline": 5, "datePublished": {}}',
        "nan": '{"headline": NaN, "datePublished": Infinity}',
        "surrogate": '{"headline": "\\ud800"}',
        "nul": '{"headline": "\\u0000\\u001b[31m"}',
        "escaped": '{"headline": "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e"}',
        "backslashes": '{"headline": "' + "\\\\" * 100_000 + '"}',
        "open": '{"headline": "' + "\\" * 100_001,
        "huge": '{"headline": "' + "ا" * 1_000_000 + '"}',
        "many": '{"headline": "x", ' * 20_000,
        "body": '{"articleBody": "قال الوزير نادر السرّي إن السد انهار."}',
        "author": '{"author": {"name": "قال الوزير نادر السرّي إن السد انهار"}}',
        "end-of-script": '{"headline": "</script><p>قال"}',
        "date": '{"datePublished": "9999999999-99-99"}',
        "keys": '{"__proto__": {"x": 1}, "constructor": 1}',
    }
    may = MAY + " metadata.published text.controls"
    for name, ld in lds.items():
        head = f"<script type='application/ld+json'>{ld}</script>"
        yield case(KIND, f"ld-{name}.html", lambda k, h=head: plain(k, head=h), may=may, never=("نادر السر",))
    metas = {
        "title-long": "<meta property='og:title' content='" + "ا" * 1_000_000 + "'>",
        "many": "<meta name='a' content='b'>" * 20_000,
        "refresh": "<meta http-equiv='refresh' content='0;url=file:///etc/passwd'>",
        "canonical": "<link rel='canonical' href='javascript:alert(1)'>",
        "canonical-file": "<link rel='canonical' href='file:///etc/passwd'>",
        "canonical-long": f"<link rel='canonical' href='http://a.b/{'x' * 100_000}'>",
        "base": "<base href='http://example.org/'>",
        "date": "<meta property='article:published_time' content='0000-99-99'>",
        "controls": "<meta property='og:title' content='\x00\x1b[2J\u202e'>",
        "stylesheet": "<link rel=stylesheet href='http://example.org/a.css'>",
        "import": "<style>@import url('http://example.org/a.css');</style>",
        "styles": "<style>" + "a{b:c}" * 50_000 + "</style>",
        "style-open": "<style>" + "{" * 100_000 + "</style>",
        "style-comment": "<style>" + "/*" * 50_000 + "</style>",
        "style-selectors": "<style>" + ".a," * 50_000 + "{display:none}</style>",
        "style-media": "<style>" + "@media x {" * 20_000 + "</style>",
    }
    may += " text.bidi-controls"
    for name, head in metas.items():
        yield case(KIND, f"meta-{name}.html", lambda k, h=head: plain(k, head=h), may=may)


def all_cases() -> list[Case]:
    """Every case of the class."""
    return [*_deep(), *_broken(), *_odd(), *_charsets(), *_heads()]
