"""Makes small hostile files; every recoverable one holds the canary, a sentence that must come through."""

from __future__ import annotations

import gzip
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import msgspec

CANARY = "قال الشاهد زياد المرّي إن الجسر القديم أغلق صباح الثلاثاء"
FILLER = "وتواصل البلدية أعمال الصيانة في الحي الشرقي من مدينة وادي الزهر منذ الأسبوع الماضي. "
STORY = f"{CANARY}.\n{FILLER * 3}\n"


class Case(msgspec.Struct, frozen=True):
    """A hostile file: how to make it, and what must come of it.

    ``codes`` are all the codes of refusals and warnings to be reported; ``canary``: it must be read.
    """

    name: str
    make: Callable[[Path], None]
    canary: bool
    codes: frozenset[str] = frozenset()
    hidden: str = ""


def _bytes(data: bytes) -> Callable[[Path], None]:
    return lambda path: (path.write_bytes(data), None)[1]


def _case(name: str, data: bytes | str, *codes: str, canary: bool = True, hidden: str = "") -> Case:
    raw = data if isinstance(data, bytes) else data.encode("utf-8")
    return Case(name, _bytes(raw), canary, frozenset(codes), hidden)


def _page(body: str, head: str = "") -> str:
    top = f"<!doctype html><html><head><title>الجسر</title>{head}</head>"
    return f"{top}<body><article>{body}</article></body></html>"


def _paragraphs() -> str:
    return f"<p>{CANARY}.</p>" + "".join(
        f"<p>{FILLER}{one} {FILLER}</p>" for one in ["أولا", "ثانيا", "ثالثا", "رابعا"]
    )


def encodings() -> list[Case]:
    """Every way a text of Arabic may be encoded, right or wrong."""
    cases = [
        _case(f"{codec}.txt", STORY.replace("ّ", "").encode(codec))
        for codec in (
            "utf-8",
            "utf-16-le",
            "utf-16-be",
            "utf-32-le",
            "utf-32-be",
            "iso8859_6",
            "cp1256",
            "cp720",
        )
    ]
    cases += [
        _case(f"{codec}-bom.txt", "\ufeff".encode(codec) + STORY.encode(codec), "text.bom")
        for codec in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
    ]
    for n, bad in enumerate(
        (
            b"\xff",
            b"\xc0\xaf",
            b"\xed\xa0\x80",
            b"\xf4\x90\x80\x80",
            b"\x80",
            b"\xd9",
            b"\xe2\x82",
            b"\xfe\xfe",
        )
    ):
        cases.append(_case(f"bad-utf8-{n}.txt", STORY.encode() + bad + FILLER.encode(), "text.undecodable"))
    cases.append(_case("cut-letter.txt", STORY.encode()[:-4], "text.undecodable"))
    mixed = FILLER.encode() + b"\n" + STORY.replace("ّ", "").encode("cp1256") + b"\n" + FILLER.encode()
    cases.append(_case("two-encodings.txt", mixed, "text.mixed-encodings"))
    cases.append(
        _case(
            "mojibake.txt", STORY.encode().decode("latin-1"), "text.mojibake", "text.controls", canary=False
        )
    )
    return cases


def texts() -> list[Case]:
    """Texts that are empty, binary or full of controls, and very long ones."""
    return [
        _case("empty.txt", b"", "source.empty", canary=False),
        _case("spaces.txt", b" \n\t\n ", "document.empty", canary=False),
        _case("bom-only.txt", b"\xef\xbb\xbf", "document.empty", canary=False),
        _case("invisible.txt", "\u200b\u200f\u2060\ufeff\u00ad\u034f" * 9, "document.empty", canary=False),
        _case("png.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "document.binary", canary=False),
        _case("pdf.txt", b"%PDF-1.7\n" + STORY.encode(), "document.binary", canary=False),
        _case("zip.txt", b"PK\x03\x04" + bytes(60), "document.binary", canary=False),
        _case(
            "noise.txt", bytes((n * 97 + n // 7) % 256 for n in range(6000)), "document.binary", canary=False
        ),
        _case("nul.txt", STORY + "\x00" + FILLER, "text.controls"),
        _case("ansi.txt", STORY + "\x1b[31m" + FILLER, "text.controls"),
        _case("c1.txt", STORY + "\x85\x9b" + FILLER, "text.controls"),
        _case("line-separators.txt", STORY + "\u2028\u2029" + FILLER),
        _case("tags.txt", STORY + "".join(chr(0xE0000 + ord(c)) for c in "order"), "text.invisible"),
        _case("bidi.txt", STORY + "\u202e٩٨\u202c" + FILLER, "text.bidi-controls"),
        _case("bidi-deep.txt", STORY + "\u202e" * 10_000 + FILLER, "text.bidi-controls"),
        _case("ten-megabytes-a-line.txt", CANARY + "." + FILLER * 70_000),
        _case("million-lines.txt", STORY + "\n" * 1_000_000 + FILLER),
        _case("long-word.txt", STORY + "ا" * 300_000),
        _case("tatweels.txt", STORY + "قـ" + "ـ" * 1_000_000 + "ال"),
        _case("marks.txt", STORY + "ق" + "\u064e" * 100_000),
        _case("too-large.txt", b"a" * ((32 << 20) + 1), "source.too-large", canary=False),
    ]


def pages() -> list[Case]:
    """Pages that break readers, and texts that a browser does not show."""
    deep = "<div>" * 3000 + _paragraphs() + "</div>" * 3000
    many = "<p " + " ".join(f"a{n}='1'" for n in range(200_000)) + ">"
    cases = [
        _case("plain.html", _page(_paragraphs())),
        _case("deep.html", _page(deep)),
        _case("attributes.html", _page(many + _paragraphs())),
        _case("text-node.html", _page(f"<p>{FILLER * 70_000}</p><p>{CANARY}.</p>")),
        _case("less-than.html", _page(_paragraphs() + "<" * 300_000)),
        _case("comment-open.html", _page(_paragraphs() + "<!-- " * 30_000)),
        _case("quote-open.html", _page(_paragraphs() + "<a href='" * 30_000)),
        _case("nul.html", _page(_paragraphs() + "<p>\x00</p>")),
        _case("cp1256.html", _page(_paragraphs().replace("ّ", ""), "<meta charset=utf-8>").encode("cp1256")),
        _case("no-end.html", "<html><head><title>الجسر</title><body>" + _paragraphs().replace("</p>", "")),
        _case("only-script.html", "<html><script>var x = 1</script></html>", "document.empty", canary=False),
        _case("surrogate.html", _page(_paragraphs()).replace("وادي", "وا&#xD800;دي")),
    ]
    ways = {
        "attribute": "<p hidden>{0}</p>",
        "display": "<div style='display: none'><p>{0}</p></div>",
        "visibility": "<p style='visibility:hidden'>{0}</p>",
        "opacity": "<p style='opacity:0'>{0}</p>",
        "size": "<p style='font-size:0px'>{0}</p>",
        "off-screen": "<p style='position:absolute;left:-9999px'>{0}</p>",
        "indent": "<p style='text-indent:-5000px'>{0}</p>",
        "clip": "<p style='position:absolute;clip:rect(0,0,0,0)'>{0}</p>",
        "template": "<template><p>{0}</p></template>",
        "script": "<script>{0}</script>",
        "style": "<style>{0}</style>",
        "noscript": "<noscript><p>{0}</p></noscript>",
        "comment": "<!-- <p>{0}</p> -->",
        "aria": "<p aria-hidden='true'>{0}</p>",
        "class": "<style>.x9, #y {{ display:none }}</style><p class='b x9'>{0}</p>",
        "id": "<style>#y7{{visibility:hidden}}</style><div id=y7><p>{0}</p></div>",
        "textarea": "<textarea>{0}</textarea>",
        "alt": "<img alt='{0}'>",
        "dialog": "<dialog><p>{0}</p></dialog>",
        "svg": "<svg><text>{0}</text></svg>",
    }
    secret = "أعلن الوزير الوهمي نادر السرّي استقالته من منصبه في بيان لم يره أحد من القراء"
    for name, way in ways.items():
        middle = _paragraphs() + way.format(secret) + f"<p>{FILLER * 3}</p>"
        cases.append(_case(f"hidden-{name}.html", _page(middle), hidden="نادر السر"))
    return cases


def tables() -> list[Case]:
    """Rows of JSON and CSV of which some are bad; the good ones must come through."""
    good = json.dumps({"id": "a", "text": STORY, "published": "2020-11"}, ensure_ascii=False)
    bad = {
        "jsonl.malformed": [
            '{"text": ',
            "{'text': 'x'}",
            '{"text": NaN}',
            "}{",
            "[" * 100_000,
            '{"text": "\x01"}',
            "\x00",
        ],
        "jsonl.not-an-object": ["[]", "1", '"text"', "null", "true"],
        "jsonl.no-text": ["{}", '{"title": "x"}', '{"text": null}'],
        "jsonl.wrong-type": ['{"text": 1}', '{"text": ["x"]}', '{"html": {}}'],
        "source.empty": ['{"text": ""}', '{"text": "  "}'],
        "jsonl.duplicate-key": ['{"text": "a", "text": "b"}'],
    }
    cases = []
    for code, lines in bad.items():
        for n, line in enumerate(lines):
            cases.append(_case(f"{code}-{n}.jsonl", f"{line}\n\n{good}\n", code))
    cases += [
        _case("surrogate.jsonl", '{"text": "\\ud800 ' + CANARY + '."}', "text.surrogate"),
        _case("bom.jsonl", "\ufeff" + good),
        _case("not-utf8.jsonl", good.encode()[:-2] + b', "x": "\xff"}', "jsonl.malformed", canary=False),
        _case("no-end.jsonl", good),
        _case("cr.jsonl", good + "\r\n" + good + "\r\n"),
        _case("semicolon.csv", f'id;text\n1;"{STORY}"\n'),
        _case("tab.tsv", f"id\ttext\n1\t{CANARY}.\n"),
        _case("bom.csv", f'\ufefftext,title\n"{STORY}",x\n'),
        _case("cp1256.csv", f'text,title\n"{STORY}",x\n'.replace("ّ", "").encode("cp1256")),
        _case("cells.csv", f"text,title\n{FILLER},a,b,c\n{CANARY}.,x\n", "csv.columns"),
        _case("quote.csv", f'text,title\n{CANARY}.,x\n"{FILLER},y\n', "csv.malformed"),
        _case("nul.csv", f"text,title\n{CANARY}.\x00,x\n", "text.controls"),
        _case("columns.csv", f"a,b\n{CANARY},x\n", "csv.no-text-column", canary=False),
    ]
    return cases


def feeds() -> list[Case]:
    """Feeds that attack their reader."""
    words = f"<description>{CANARY}. {FILLER}</description>"
    entry = f"<item><title>الجسر</title><link>http://example.org/1</link>{words}</item>"
    rss = f"<rss version='2.0'><channel><title>النهر</title>{entry}</channel></rss>"
    bomb = "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
    external = "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    return [
        _case("rss.xml", "<?xml version='1.0'?>" + rss),
        _case("wrong-declaration.xml", "<?xml version='1.0' encoding='iso-8859-1'?>" + rss),
        _case("entity-bomb.xml", bomb + rss, "feed.doctype", canary=False),
        _case("external.xml", external + rss, "feed.doctype", canary=False),
        _case("deep.xml", rss.replace("<item>", "<x>" * 20_000 + "<item>"), "feed.too-deep"),
        _case("cut.xml", rss[:-20], "feed.ill-formed"),
        _case(
            "no-entries.xml", "<rss version='2.0'><channel></channel></rss>", "feed.no-entries", canary=False
        ),
        _case("no-feed.xml", "<a>", "feed.malformed", canary=False),
        _case(
            "script.xml",
            rss.replace(FILLER, "&lt;script&gt;alert(1)&lt;/script&gt;" + FILLER),
            hidden="alert",
        ),
    ]


def packed() -> list[Case]:
    """Compressed files that are cut, damaged or bombs."""
    whole = gzip.compress((STORY + FILLER * 200).encode(), mtime=0)
    noise = "".join(chr(0x627 + (n * n * 7 + n // 3) % 30) for n in range(60_000))
    long = gzip.compress((STORY + noise).encode(), mtime=0)
    flipped = bytearray(long)
    flipped[len(long) // 2] ^= 0xFF
    return [
        _case("whole.txt.gz", whole),
        _case("two-members.txt.gz", whole + gzip.compress(FILLER.encode(), mtime=0)),
        _case("cut.txt.gz", long[: len(long) // 2], "gzip.truncated"),
        _case("flipped.txt.gz", bytes(flipped), "gzip.damaged", "text.undecodable"),
        _case("not-gzip.txt.gz", STORY),
        _case("head-only.txt.gz", whole[:10], "gzip.truncated", canary=False),
        _case("empty-inside.txt.gz", gzip.compress(b"", mtime=0), "source.empty", canary=False),
        _case("bomb.txt.gz", gzip.compress(bytes(40 << 20), mtime=0), "gzip.bomb", canary=False),
        _case("bomb.jsonl.gz", gzip.compress(b" " * (40 << 20), mtime=0), "gzip.bomb", canary=False),
        _case("gz-in-gz.txt.gz", gzip.compress(whole, mtime=0), "document.binary", canary=False),
        _case(
            "lines.jsonl.gz",
            gzip.compress(
                (json.dumps({"text": STORY}) + "\n" + json.dumps({"text": noise})).encode(), mtime=0
            )[:-400],
            "gzip.truncated",
        ),
    ]


def warc(bodies: list[bytes], packed: bool = False) -> bytes:
    """Return a WARC of one response record for each body."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for n, body in enumerate(bodies):
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            f"http://example.org/{n}", "response", payload=io.BytesIO(body), http_headers=head
        )
        writer.write_record(record)
    return out.getvalue()


def archives() -> list[Case]:
    """Web archives that are cut short, altered or lie about lengths."""
    first, second = _page(_paragraphs()).encode(), _page("<p>" + FILLER * 9 + "</p>").encode()
    plain, zipped = warc([first, second]), warc([first, second], packed=True)
    one = warc([second, first])
    return [
        _case("whole.warc", plain),
        _case("whole.warc.gz", zipped),
        _case("cut.warc", plain[:-400], "warc.truncated", "text.undecodable"),
        _case(
            "altered.warc",
            plain.replace("الحي الشرقي".encode(), "الحي الغربي".encode()),
            "warc.digest-mismatch",
        ),
        _case(
            "huge-length.warc",
            one.replace(b"Content-Length: ", b"Content-Length: 9" + b"0" * 100, 1),
            "warc.damaged",
        ),
        _case(
            "noise-between.warc", warc([second]) + b"\x01nonsense\r\n\r\n" * 9 + warc([first]), "warc.damaged"
        ),
        _case("empty.warc", b"", "source.empty", canary=False),
        _case("no-warc.warc", STORY, "warc.damaged", canary=False),
    ]


def special() -> list[Case]:
    """Names that are no regular files."""

    def loop(path: Path) -> None:
        path.symlink_to(path.name)

    def folder_loop(path: Path) -> None:
        path.mkdir()
        (path / "story.txt").write_text(STORY, "utf-8")
        (path / "again").symlink_to(path, target_is_directory=True)

    return [
        Case("pipe.txt", lambda path: os.mkfifo(path), False, frozenset({"source.special"})),
        Case("device.txt", lambda path: path.symlink_to("/dev/zero"), False, frozenset({"source.special"})),
        Case("loop.txt", loop, False, frozenset({"source.loop"})),
        Case("dangling.txt", lambda path: path.symlink_to("nowhere"), False, frozenset({"source.missing"})),
        Case("missing.txt", lambda path: None, False, frozenset({"source.missing"})),
        Case("folder", folder_loop, True, frozenset({"source.loop"})),
        Case("empty-folder", lambda path: path.mkdir(), False, frozenset({"source.empty-folder"})),
    ]


def all_cases() -> list[Case]:
    """Every case, in a fixed order."""
    return encodings() + texts() + pages() + tables() + feeds() + packed() + archives() + special()
