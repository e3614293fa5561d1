"""The beginning of an XML file: its own word on the encoding is passed over, a document type is refused."""

from __future__ import annotations

import re

from rawi.documents.decoding import decode
from rawi.errors import DocumentError
from rawi.sources.streams import refused

_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ROOT = re.compile(r"<([A-Za-z_][\w.:-]{0,60})")
_DOCTYPE = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def decode_xml(data: bytes, kind: str) -> str:
    """Return the text of an XML file without its declaration; ``kind`` begins the codes (``feed``).

    Raises SourceError ``feed.doctype`` for a document type declaration, by which entities become bombs and
    files are read, and the decoder's codes for bytes that are no text.

    >>> decode_xml("<?xml version='1.0' encoding='latin-1'?><a>النهر</a>".encode(), "feed")
    '<a>النهر</a>'
    """
    try:
        text = _DECLARED.sub("", decode(data).text, count=1)
    except DocumentError as error:
        raise refused(error.code, str(error)) from error
    root = _ROOT.search(text)
    if _DOCTYPE.search(text, 0, root.start() if root else len(text)):
        raise refused(f"{kind}.doctype", "it has a document type declaration")
    return text


def find_root(text: str) -> str | None:
    """Return the name of the first element, in lower case and without its prefix; null if there is none.

    >>> find_root("<!-- قائمة --><OPML version='2.0'>")
    'opml'
    """
    root = _ROOT.search(text)
    return root.group(1).lower().rpartition(":")[2] if root else None
