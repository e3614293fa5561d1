"""A web page to text: trafilatura where it is safe and finds the article, else a streaming reader."""

from __future__ import annotations

import re
from collections.abc import Callable

from rawi.arabic.fold import fold
from rawi.documents.metadata import read_metadata
from rawi.documents.visible import find_paragraphs, measure_shape, render_visible
from rawi.model.document import Metadata, Warning

DEPTH = 200  # lxml keeps 250 levels and drops what is below without a word
TEXT = 8_000_000  # lxml drops text nodes of ten million bytes
ATTRIBUTES = 5_000  # trafilatura takes more than linear time on them
_WHOLE = re.compile(r"<(?:html|body|head|!doctype)\b", re.IGNORECASE)
_FEW = 0.25  # an extraction with less of the page's paragraphs than this is not believed


def read_html(page: str) -> tuple[str, Metadata, tuple[Warning, ...]]:
    """Return the article's text (paragraphs joined by line breaks), what the page states, and warnings.

    The title comes first, once. Hidden text, scripts and styles never come in. ``html.fallback`` says that
    the streaming reader had to be used. Lone surrogates must have been replaced before.
    """
    page = page.replace("\x00", "\ufffd")  # as HTML itself prescribes
    metadata, warnings = read_metadata(page)
    if not _WHOLE.search(page[:5000]):  # a feed's or a row's fragment has nothing around the article
        return _with_title("\n".join(find_paragraphs(page)), metadata.title), metadata, warnings
    shape = measure_shape(page)
    if shape.depth > DEPTH or shape.text > TEXT or shape.attributes > ATTRIBUTES:
        reason = f"depth {shape.depth}, longest text {shape.text}, attributes {shape.attributes}"
        text, why = None, f"too much for a tree: {reason}"
    else:
        text, why = _extract(render_visible(page))
    paragraphs = list(find_paragraphs(page))
    if text is None or len(text) < _FEW * sum(len(one) for one in paragraphs if len(one) > 100):
        text = "\n".join(paragraphs)
        warnings = (
            *warnings,
            Warning("html.fallback", why or "the article was not found; all paragraphs are kept"),
        )
    return _with_title(text, metadata.title), metadata, warnings


def _extract(page: str) -> tuple[str | None, str]:
    """Return trafilatura's text of the page, or None and the reason."""
    extract = _load_extractor()
    try:
        found = extract(page, include_comments=False, include_tables=True, deduplicate=False)
    except Exception as error:  # noqa: BLE001 - whatever a library does with a hostile page, the text is read
        return None, f"trafilatura failed: {type(error).__name__}"
    return (found, "") if isinstance(found, str) and found.strip() else (None, "")


def _load_extractor() -> Callable[..., object]:
    """Return trafilatura's function; imported here because it takes half a second."""
    from trafilatura import extract

    return extract


def _with_title(text: str, title: str | None) -> str:
    """Put the title before the text unless it stands near its beginning already."""
    if not title or fold(title) in fold(text[: 500 + len(title)]):
        return text
    return f"{title}\n{text}"
