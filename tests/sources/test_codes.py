"""Every code that a reader can give is documented, and people are told what to do."""

from __future__ import annotations

import re
from pathlib import Path

from rawi.cli.faults import load_catalogue

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src/rawi/sources"
_FAMILIES = "source|gzip|zip|csv|jsonl|feed|opml|mail|warc|wacz|workbook|parquet"
_CODE = re.compile(rf'"((?:{_FAMILIES})\.[a-z0-9-]+)"')
_BY_KIND = re.compile(r'f"\{kind\}\.([a-z-]+)"')


def _codes() -> set[str]:
    """Return the codes that stand in the readers; those of rows come with each kind of row."""
    words = "".join(path.read_text("utf-8") for path in SOURCES.glob("*.py"))
    rows = {
        f"{kind}.{code}"
        for code in ("no-text", "no-text-column", "no-column")
        for kind in ("csv", "workbook", "parquet")
    }
    assert {"no-text", "no-text-column", "no-column"} < set(_BY_KIND.findall(words))
    return (
        set(_CODE.findall(words))
        | rows
        | {"jsonl.no-text", "jsonl.wrong-type", "parquet.wrong-type", "feed.doctype", "opml.doctype"}
    )


def test_every_code_is_documented() -> None:
    """The reference names every code."""
    page = (ROOT / "docs/reference/sources.md").read_text("utf-8")
    assert {code for code in _codes() if f"`{code}`" not in page} == set()


def test_every_code_has_advice() -> None:
    """Every code, or its family, says what happened and what to do."""
    catalogue = load_catalogue()
    assert {code for code in _codes() if not {code, code.partition(".")[0]} & set(catalogue)} == set()
