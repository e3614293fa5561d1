"""Rows of JSON and CSV, of which some are bad: the good ones come through, the bad ones are counted."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.hostile.case import FILLER, Canary, Case, bare, case, lost, story

BAD = {
    "jsonl.malformed": (
        '{"text": ',
        "{'text': 'x'}",
        '{"text": NaN}',
        '{"text": "x", "n": Infinity}',
        '{"n": -Infinity}',
        "}{",
        "[" * 100_000,
        '{"a":' * 50_000,
        '{"text": "\x01"}',
        "\x00",
        "text",
        '{"text": "x",}',
        '{"text": "x"} {"text": "y"}',
        '{"text": "\\x41"}',
        '{"text": "\\u12"}',
        '{text: "x"}',
        "// comment",
        '{"text": "x"',
        "\\",
        '{"text": undefined}',
        '{"text": 01}',
        "nul",
        '{"n": ' + "9" * 5000 + "}",
    ),
    "jsonl.not-an-object": ("[]", "1", '"text"', "null", "true", "1e999", '[{"text": "x"}]'),
    "jsonl.no-text": ("{}", '{"title": "x"}', '{"text": null}', '{"Text ": "x"}'),
    "jsonl.wrong-type": (
        '{"text": 1}',
        '{"text": ["x"]}',
        '{"html": {}}',
        '{"text": true}',
        '{"text": {"text": "x"}}',
    ),
    "source.empty": ('{"text": ""}', '{"text": "  "}', '{"html": "\\n"}'),
    "jsonl.duplicate-key": ('{"text": "a", "text": "b"}',),
    "document.empty": ('{"text": "\\u200b\\u202e"}', '{"html": "<script>x</script>"}'),
}


def line(canary: Canary, **more: object) -> str:
    """Return a row of JSON whose text begins with the canary."""
    return json.dumps({"id": "a", "text": story(canary), **more}, ensure_ascii=False) + "\n"


def _bad_lines() -> Iterator[Case]:
    """A bad line before and behind a good one, and many at once."""
    kind = "jsonl"
    for code, lines in BAD.items():
        for n, bad in enumerate(lines):
            may = "jsonl.malformed jsonl.no-text" if bad.startswith(('{"n"',)) else ""
            codes = () if may else (code,)
            yield case(kind, f"{code}-{n}.jsonl", lambda k, b=bad: f"{b}\n\n{line(k)}{b}\n", *codes, may=may)
    every = "\n".join(bad for lines in BAD.values() for bad in lines)
    yield case(kind, "all-bad.jsonl", lambda k: f"{every}\n{line(k)}{every}\n", *BAD)
    yield case(
        kind, "many-bad.jsonl", lambda k: "{\n" * 20_000 + line(k), "jsonl.malformed", may="report.shortened"
    )
    yield lost(kind, "only-bad.jsonl", "{\n" * 99, "jsonl.malformed")


def _lines() -> Iterator[Case]:
    """Good lines that are odd."""
    kind = "jsonl"
    words = {
        "surrogate": "\\ud800",
        "surrogate-low": "\\udc00",
        "surrogates-turned": "\\udc00\\ud800",
    }
    for name, sign in words.items():
        yield case(
            kind, f"{name}.jsonl", lambda k, s=sign: f'{{"text": "{s} {k.words}."}}\n', "text.surrogate"
        )
        yield case(
            kind,
            f"{name}-title.jsonl",
            lambda k, s=sign: f'{{"text": "{k.words}.", "title": "{s}", "id": "{s}", "url": "{s}"}}\n',
        )
    yield case(kind, "pair.jsonl", lambda k: f'{{"text": "{k.words}. \\ud83d\\ude00"}}\n')
    yield case(kind, "nul.jsonl", lambda k: f'{{"text": "{k.words}. \\u0000 نعم"}}\n', "text.controls")
    yield case(kind, "nul-raw.jsonl", lambda k: line(k) + "\x00\x00\n", "jsonl.malformed")
    yield case(kind, "mark.jsonl", lambda k: "\ufeff" + line(k))
    yield case(
        kind,
        "mark-in-the-middle.jsonl",
        lambda k: line(k) + "\ufeff" + line(k),
        may="jsonl.malformed",
        stored=None,
    )
    yield case(kind, "no-end.jsonl", lambda k: line(k).rstrip("\n"))
    yield case(kind, "crlf.jsonl", lambda k: line(k).replace("\n", "\r\n"))
    yield case(kind, "u2028.jsonl", lambda k: f'{{"text": "{k.words}.\u2028{FILLER}\u0085{FILLER}"}}\n')
    yield case(kind, "bad-byte.jsonl", lambda k: line(k).encode()[:-3] + b'\xff"}\n', "text.undecodable")
    yield case(
        kind,
        "bad-line-byte.jsonl",
        lambda k: b'{"text": "\xff\xfe"}\n' + line(k).encode(),
        may="text.undecodable document.empty",
        stored=None,
    )
    yield case(kind, "cp1256.jsonl", lambda k: line(bare(k)).encode("cp1256"), may="text.mixed-encodings")
    yield case(
        kind,
        "cp1256-one-line.jsonl",
        lambda k: (line(k) * 3).encode() + line(bare(k), id="b").encode("cp1256"),
        may="text.mixed-encodings",
        stored=4,
    )


def _carriers() -> Iterator[Case]:
    """Good lines in odd carriers."""
    kind = "jsonl"
    yield case(kind, "utf-16.jsonl", lambda k: line(k).encode("utf-16"), may="text.bom")
    yield case(kind, "utf-16-le.jsonl", lambda k: line(k).encode("utf-16-le"))
    yield case(
        kind, "same-key-same-value.jsonl", lambda k: line(k).replace('"id": "a"', '"id": "a", "id": "a"')
    )
    yield case(kind, "other-key-twice.jsonl", lambda k: line(k).replace('"id": "a"', '"x": 1, "x": 2'))
    yield case(kind, "keys-many.jsonl", lambda k: line(k, **{f"k{n}": n for n in range(50_000)}))
    yield case(kind, "keys-proto.jsonl", lambda k: line(k, __proto__={"text": "x"}, constructor="y"))
    yield case(
        kind,
        "deep-field.jsonl",
        lambda k: line(k, x=1).replace('"x": 1', '"x": ' + "[" * 500 + "]" * 500),
        may="jsonl.malformed",
    )
    yield case(
        kind,
        "types-odd.jsonl",
        lambda k: line(k, title=[1], url={}, outlet=True, published=1.5),
        "metadata.wrong-type",
        may="metadata.published",
    )
    yield case(kind, "number-huge.jsonl", lambda k: line(k, n=10**400))
    yield case(kind, "float-huge.jsonl", lambda k: line(k).replace('"id": "a"', '"n": 1e999'))
    yield case(kind, "escapes.jsonl", lambda k: json.dumps({"text": story(k)}) + "\n")
    yield case(
        kind,
        "html.jsonl",
        lambda k: json.dumps({"html": f"<p>{k.words}.</p><p hidden>نادر السرّي</p><p>{FILLER}</p>"}) + "\n",
        may="html.fallback",
        absent=("نادر السر",),
    )
    yield case(
        kind,
        "both.jsonl",
        lambda k: line(k, html="<p>قال نادر السرّي إن السد انهار.</p>"),
        never=("نادر السر",),
    )
    yield case(
        kind,
        "array.jsonl",
        lambda k: "[\n" + line(k).rstrip() + ",\n" + line(k) + "]\n",
        may="jsonl.malformed jsonl.not-an-object",
        stored=None,
    )
    yield case(kind, "lines.ndjson", lambda k: line(k) + "{}\n", "jsonl.no-text")


def _table(name: str, make: object, *codes: str, may: str = "", stored: int | None = 1) -> Case:
    """Return the case of a table."""
    return case("csv", name, make, *codes, may=may, stored=stored)  # type: ignore[arg-type]


def _cell(k: Canary) -> str:
    """Return a story as a cell."""
    return '"' + story(k).replace('"', '""') + '"'


def _tables() -> Iterator[Case]:
    """Tables as spreadsheets write them, broken in many ways."""

    yield _table("plain.csv", lambda k: f"id,text\n1,{_cell(k)}\n")
    for name, mark in {"semicolon": ";", "tab": "\t", "bar": "|"}.items():
        yield _table(f"{name}.csv", lambda k, m=mark: f"id{m}text\n1{m}{_cell(k)}\n")
    yield _table("plain.tsv", lambda k: f"id\ttext\n1\t{k.words}.\n")
    yield _table("mark.csv", lambda k: f"\ufefftext,title\n{_cell(k)},x\n", may="text.bom")
    yield _table("cp1256.csv", lambda k: f"text,title\n{_cell(bare(k))},x\n".encode("cp1256"))
    yield _table("utf-16.csv", lambda k: f"text\ttitle\n{_cell(k)}\tx\n".encode("utf-16"), may="text.bom")
    yield _table(
        "late-cp1256.csv",
        lambda k: (
            f"text,title\n{(FILLER + ',x' + chr(10)) * 2000}".encode()
            + f"{_cell(bare(k))},x\n".encode("cp1256")
        ),
        may="text.undecodable text.mixed-encodings",
        stored=2001,
    )
    yield _table("crlf.csv", lambda k: f"text,title\r\n{_cell(k)},x\r\n")
    yield _table("cr.csv", lambda k: f"text,title\r{_cell(k).replace(chr(10), ' ')},x\r")
    yield _table("upper-case.csv", lambda k: f"TEXT,Title\n{_cell(k)},x\n")
    yield _table("spaces.csv", lambda k: f" text , title \n{_cell(k)},x\n")
    yield _table("cells-more.csv", lambda k: f"text,title\n{FILLER},a,b,c\n{_cell(k)},x\n", "csv.columns")
    yield _table("cells-fewer.csv", lambda k: f"title,text,id\nx\n,,\nx,{_cell(k)}\n", may="csv.no-text")
    yield _table("quote-open.csv", lambda k: f'text,title\n{_cell(k)},x\n"{FILLER},y\n', "csv.malformed")
    swallowed = lambda k: f'title,text\n"{FILLER},y\nz,{k.words}.\n'  # noqa: E731
    yield _table("quote-open-first.csv", swallowed, "csv.malformed")
    yield _table("quote-inside.csv", lambda k: f'text,title\n{_cell(k)},a "b" c\n')


def _sheets() -> Iterator[Case]:
    """Tables with odd headers and rows."""
    kind = "csv"
    yield _table("quotes-odd.csv", lambda k: f'text,title\n"a"b,x\n{_cell(k)},x\n', "csv.malformed")
    yield _table(
        "nul.csv",
        lambda k: f"text,title\n{k.words.replace(',', ' ')}.\x00,x\n",
        may="text.controls csv.malformed",
    )
    yield _table(
        "header-twice.csv",
        lambda k: f"text,text\n{_cell(k)},{_cell(k)}\n",
        may="csv.columns csv.duplicate-column",
    )
    for count in (2_000, 20_000):
        names = ",".join(f"c{n}" for n in range(count))
        wide = lambda k, n=count, m=names: f"{m},text\n{',' * n}{_cell(k)}\n"  # noqa: E731
        yield _table(f"columns-{count}.csv", wide)
    yield _table("rows-empty.csv", lambda k: f"text\n{chr(10) * 50_000}{_cell(k)}\n")
    yield _table(
        "formulas.csv",
        lambda k: f"id,text,title\n=1+1,{_cell(k)},=cmd|' /C calc'!A0\n@x,=HYPERLINK(),-1\n",
        stored=2,
    )
    yield _table("sep-line.csv", lambda k: f"sep=;\nid;text\n1;{_cell(k)}\n")
    yield _table("comments.csv", lambda k: f"# made by a program\nid,text\n1,{_cell(k)}\n")
    yield _table(
        "lines-in-cells.csv",
        lambda k: f'id,text\n1,"{k.words.replace(chr(34), "")}.\n\n{FILLER}\n"\n2,نعم\n',
        stored=2,
    )
    yield _table("gap.csv", lambda k: f"id,text\n\n1,{_cell(k)}\n")
    yield lost(kind, "columns.csv", f"a,b\n{FILLER},x\n", "csv.no-text-column")
    yield lost(kind, "quotes.csv", '"' * 100_001, may="csv.no-text-column csv.malformed")
    yield lost(kind, "separators.csv", "," * 1_000_000, may="csv.no-text-column csv.too-many-columns")


def all_cases() -> list[Case]:
    """Every case of these classes."""
    return [*_bad_lines(), *_lines(), *_carriers(), *_tables(), *_sheets()]
