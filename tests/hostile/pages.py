"""A plain page around a canary, for the classes that break pages."""

from __future__ import annotations

from tests.hostile.case import FILLER, Canary

MAY = "html.fallback html.hidden"


def paragraphs(canary: Canary) -> str:
    """Return the paragraphs of an article that begins with the canary."""
    rest = "".join(f"<p>{FILLER}{one} {FILLER}</p>" for one in ("أولا", "ثانيا", "ثالثا", "رابعا"))
    return f"<p>{canary.words}.</p>{rest}"


def page(body: str, head: str = "") -> str:
    """Return a whole page."""
    top = f"<!doctype html><html><head><title>الجسر</title>{head}</head>"
    return f"{top}<body><article>{body}</article></body></html>"


def plain(canary: Canary, more: str = "", head: str = "") -> str:
    """Return a page with the article, and ``more`` behind it."""
    return page(paragraphs(canary) + more, head)
