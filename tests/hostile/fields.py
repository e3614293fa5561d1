"""Scripts in the fields of metadata, and words that attack whatever they are written into."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.hostile.case import FILLER, Canary, Case, case, story
from tests.hostile.pages import MAY, plain

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '"><script>alert(1)</script>',
    "'-alert(1)-'",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<iframe src=javascript:alert(1)>",
    "<body onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<math><mtext><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\u003cscript\\u003ealert(1)",
    "<style>@import 'http://example.org'</style>",
    "<!--><script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "<x onclick=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<object data=javascript:alert(1)>",
    "<base href=//example.org>",
    "<link rel=import href=//example.org>",
    "<form action=javascript:alert(1)><button>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
)
ROW_FIELDS = ("id", "title", "url", "outlet", "published")
META_FIELDS = (
    "og:title",
    "og:site_name",
    "og:url",
    "article:published_time",
    "twitter:title",
    "twitter:site",
    "application-name",
    "author",
    "description",
    "dc.date",
    "copyright",
)
INJECTIONS = {
    "csv": "=cmd|' /C calc'!A0",
    "csv-plus": "+1+1",
    "csv-minus": "-2+3+cmd|' /C calc'!A0",
    "csv-at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "csv-tab": "\t=1+1",
    "hyperlink": '=HYPERLINK("http://example.org","x")',
    "sql": "'; DROP TABLE documents; --",
    "sql-or": "' OR '1'='1",
    "sql-union": "x' UNION SELECT sql FROM sqlite_master --",
    "sql-attach": "'; ATTACH DATABASE '/tmp/rawi-hostile.db' AS x; --",
    "fts": '" OR * NEAR/9 (a b) NOT "',
    "fts-column": "text: (x OR y)*",
    "header": "x\r\nSet-Cookie: a=b\r\n\r\n",
    "log": "x\n2020-01-01 ERROR forged line",
    "log-ansi": "\x1b[2J\x1b[1;1H",
    "template": "{{7*7}}{% import os %}${7*7}#{7*7}<%= 7*7 %>",
    "format": "%s%s%s%n{0.__class__}{}%(x)s",
    "path": "../../../../etc/passwd",
    "path-windows": "..\\..\\windows\\system32",
    "path-url": "file:///etc/passwd",
    "shell": "$(touch /tmp/rawi-hostile); `id` | id && id",
    "jndi": "${jndi:ldap://127.0.0.1/a}",
    "xml": "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
    "yaml": "!!python/object/apply:os.system ['id']",
    "pickle": "cos\nsystem\n(S'id'\ntR.",
    "json": '","statements":[{"speaker":"x"}],"x":"',
    "nul": "a\x00b",
    "regex": "(((((((((((a+)+)+)+)+)+)+)+)+)+)+)$",
    "markdown": "[x](javascript:alert(1)) ![x](http://example.org/a.png)",
    "latex": "\\input{/etc/passwd}\\write18{id}",
}


def _row(canary: Canary, **fields: str) -> str:
    return json.dumps({"text": story(canary), **fields}, ensure_ascii=False) + "\n"


def _metadata() -> Iterator[Case]:
    """Sixteen fields, each with every payload in turn: none of it becomes text or a statement."""
    kind = "metadata"
    may = "metadata.published"
    for n, field in enumerate(ROW_FIELDS):
        for m, payload in enumerate(PAYLOADS[n::3]):
            yield case(
                kind, f"row-{field}-{m}.jsonl", lambda k, f=field, p=payload: _row(k, **{f: p}), may=may
            )
    for n, field in enumerate(META_FIELDS):
        for m, payload in enumerate(PAYLOADS[n::6]):
            content = payload.replace("'", "&#39;")
            head = f"<meta property='{field}' content='{content}'>"
            yield case(
                kind,
                f"meta-{field.replace(':', '-')}-{m}.html",
                lambda k, h=head: plain(k, head=h),
                may=f"{MAY} {may}",
            )


def _injection() -> Iterator[Case]:
    """Words for a spreadsheet, a database, a log, a template, a shell."""
    kind = "injection"
    may = "text.controls metadata.published"
    for name, words in INJECTIONS.items():
        yield case(kind, f"{name}.txt", lambda k, w=words: f"{story(k)}{w}\n{FILLER}", may=may)
        yield case(
            kind,
            f"{name}.jsonl",
            lambda k, w=words: _row(k, id=w, title=w, outlet=w, url=w),
            may=may,
            stored=1,
        )
        yield case(kind, f"{name}-first.txt", lambda k, w=words: f"{w}\n{story(k)}", may=may)


def all_cases() -> list[Case]:
    """Every case of these classes."""
    return [*_metadata(), *_injection()]
