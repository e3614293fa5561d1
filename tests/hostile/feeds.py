"""Feeds that attack their reader."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.hostile.case import FILLER, Canary, Case, bare, case, lost

KIND = "feeds"
MAY = "feed.ill-formed html.fallback metadata.published text.bom"
feed = partial(case, KIND, may=MAY)
ELEMENTS = (
    "title",
    "link",
    "guid",
    "author",
    "category",
    "comments",
    "pubDate",
    "source",
    "enclosure",
    "dc:creator",
    "media:title",
    "itunes:summary",
)


def item(canary: Canary, more: str = "", rest: str = FILLER) -> str:
    """Return an entry of RSS whose description is the canary."""
    words = f"<description>{canary.words}. {rest}</description>"
    return f"<item><title>الجسر</title><link>http://example.org/1</link>{more}{words}</item>"


def rss(inside: str, head: str = "") -> str:
    """Return a feed."""
    return (
        f"<?xml version='1.0'?>{head}<rss version='2.0'><channel><title>النهر</title>{inside}</channel></rss>"
    )


def atom(canary: Canary, kind: str = "text", more: str = "") -> str:
    """Return an Atom feed of one entry."""
    content = f"<content type='{kind}'>{canary.words}. {FILLER}</content>"
    entry = f"<entry><id>a</id><title>الجسر</title>{more}{content}</entry>"
    return (
        f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>النهر</title>{entry}</feed>"
    )


def _bombs() -> Iterator[Case]:
    """Entities and inclusions: refused, nothing is opened."""
    doctypes = {
        "entity": "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
        "laughs": "<!DOCTYPE r [<!ENTITY l0 'x'>"
        + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
        + "]>",
        "quadratic": f"<!DOCTYPE r [<!ENTITY a '{'x' * 100_000}'>]>",
        "external": "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "network": "<!DOCTYPE r [<!ENTITY x SYSTEM 'http://127.0.0.1:9/x'>]>",
        "parameter": "<!DOCTYPE r [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x'> %x;]>",
        "public": "<!DOCTYPE r PUBLIC '-//A//B' 'http://127.0.0.1:9/x.dtd'>",
        "recursive": "<!DOCTYPE r [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>",
        "lower": "<!doctype r [<!entity x system 'file:///etc/passwd'>]>",
        "device": "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///dev/zero'>]>",
    }
    for name, doctype in doctypes.items():
        inside = "<item><title>&b;&l11;&a;&x;</title></item>"
        yield lost(KIND, f"doctype-{name}.xml", rss(inside, doctype), "feed.doctype")
        yield lost(KIND, f"doctype-{name}-utf-16.xml", rss(inside, doctype).encode("utf-16"), "feed.doctype")
    xinclude = (
        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>"
    )
    yield feed("xinclude.xml", lambda k: rss(item(k, xinclude)), absent=("root:",))
    sheet = "<?xml-stylesheet href='http://127.0.0.1:9/a.xsl' type='text/xsl'?>"
    yield feed("stylesheet.xml", lambda k: rss(item(k), sheet))
    yield feed(
        "enclosure.xml", lambda k: rss(item(k, "<enclosure url='file:///etc/passwd' length='1' type='a/b'/>"))
    )
    yield feed("entities-unknown.xml", lambda k: rss(item(k, rest="&nosuch; &x; &hellip;" + FILLER)))
    yield feed("doctype-in-text.xml", lambda k: rss(item(k, rest="&lt;!DOCTYPE x&gt; " + FILLER)))
    cdata = "<![CDATA[<!DOCTYPE r [<!ENTITY a 'x'>]>]]>"
    yield feed("doctype-in-cdata.xml", lambda k: rss(item(k, f"<category>{cdata}</category>")))


def _scripts() -> Iterator[Case]:
    """A script in each element."""
    script = "&lt;script&gt;قال الوزير نادر السرّي إن السد انهار&lt;/script&gt;"
    for element in ELEMENTS:
        more = f"<{element}>{script}</{element}>"
        yield feed(
            f"script-{element.replace(':', '-')}.xml",
            lambda k, m=more: rss(
                item(k).replace("<title>الجسر</title>", "").replace("<item>", f"<item>{m}")
            ),
            never=("نادر السر",),
        )
    yield feed("script-description.xml", lambda k: rss(item(k, rest=script + FILLER)), absent=("نادر السر",))
    yield feed(
        "script-cdata.xml",
        lambda k: rss(
            item(k)
            .replace("<description>", "<description><![CDATA[<script>نادر السرّي</script>")
            .replace("</description>", "]]></description>")
        ),
        absent=("نادر السر",),
    )
    yield feed("atom-text.xml", lambda k: atom(k))
    yield feed("atom-html.atom", lambda k: atom(k, "html"))
    yield feed("atom-xhtml.xml", lambda k: atom(k, "xhtml"))
    yield feed("atom-odd-type.xml", lambda k: atom(k, "application/x-php"))
    yield feed(
        "atom-source.xml", lambda k: atom(k, more="<content src='file:///etc/passwd'/>"), absent=("root:",)
    )
    hide = "<p style='display:none'>نادر السرّي</p>".replace("<", "&lt;").replace(">", "&gt;")
    yield feed("hidden.xml", lambda k: rss(item(k, rest=hide + FILLER)), absent=("نادر السر",))


def _odd() -> Iterator[Case]:
    """Feeds that are deep, cut, twice the same or in another encoding than they say."""
    yield case(
        KIND,
        "deep.xml",
        lambda k: rss(item(k)).replace("<item>", "<x>" * 20_000 + "<item>"),
        "feed.too-deep",
        may=MAY,
    )
    yield case(
        KIND,
        "deep-100000.xml",
        lambda k: rss(item(k)).replace("<item>", "<x>" * 100_000 + "<item>"),
        "feed.too-deep",
        may=MAY,
    )
    yield case(KIND, "deep-behind.xml", lambda k: rss(item(k) + "<x>" * 50_000), "feed.too-deep", may=MAY)
    yield case(
        KIND, "cut.xml", lambda k: rss(item(k) + item(k))[:-60], "feed.ill-formed", may=MAY, stored=None
    )
    yield feed(
        "same-guid.xml",
        lambda k: rss(item(k, "<guid>1</guid>") + item(k, "<guid>1</guid>", FILLER * 2)),
        stored=2,
    )
    yield feed("no-guid.xml", lambda k: rss(item(k) + item(k, rest=FILLER * 2)), stored=2)
    yield feed("many.xml", lambda k: rss(item(k) + "<item><title>نعم</title></item>" * 500), stored=501)


def _written() -> Iterator[Case]:
    """Feeds that are written oddly."""
    yield feed(
        "attributes.xml",
        lambda k: rss(item(k)).replace(
            "<item>", "<item " + " ".join(f"a{n}='1'" for n in range(20_000)) + ">"
        ),
    )
    yield feed("title-long.xml", lambda k: rss(item(k, f"<category>{'x' * 1_000_000}</category>")))
    yield feed("wrong-declaration.xml", lambda k: rss(item(k)).replace("?>", " encoding='iso-8859-1'?>", 1))
    yield feed("no-such-encoding.xml", lambda k: rss(item(k)).replace("?>", " encoding='no-such'?>", 1))
    yield feed(
        "cp1256.xml",
        lambda k: rss(item(bare(k))).replace("?>", " encoding='windows-1256'?>", 1).encode("cp1256"),
    )
    yield feed("utf-16.xml", lambda k: rss(item(k)).encode("utf-16"))
    yield feed("mark.xml", lambda k: b"\xef\xbb\xbf" + rss(item(k)).encode())
    yield feed("spaces-first.xml", lambda k: "\n\n  " + rss(item(k)))
    yield feed("no-declaration.rss", lambda k: rss(item(k))[21:])
    yield feed("controls.xml", lambda k: rss(item(k, "<category>\x00\x1b\x08</category>")))
    yield feed("ampersands.xml", lambda k: rss(item(k, "<category>a & b && c &</category>")))
    yield feed("date-odd.xml", lambda k: rss(item(k, "<pubDate>Foo, 99 Bar 99999 99:99</pubDate>")))
    yield feed(
        "link-script.xml", lambda k: rss(item(k)).replace("http://example.org/1", "javascript:alert(1)")
    )
    yield feed("bad-item.xml", lambda k: rss("<item></item>" + item(k)), may=MAY + " feed.no-text")
    yield lost(KIND, "no-entries.xml", rss(""), "feed.no-entries")
    yield lost(KIND, "no-feed.xml", "<a>", may="feed.malformed feed.no-entries")
    yield lost(KIND, "no-xml.xml", "no xml at all", may="feed.malformed feed.no-entries")
    yield lost(KIND, "less-than.xml", "<" * 100_000, may="feed.malformed feed.no-entries")


def all_cases() -> list[Case]:
    """Every case of the class."""
    return [*_bombs(), *_scripts(), *_odd(), *_written()]
