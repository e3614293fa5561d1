"""Where an article came from, as others may know it: an address on the web, or the name of a file."""

from __future__ import annotations

import re

from rawi.model.document import Document

_WEB = ("http://", "https://")
_SLASHES = re.compile(r"[\\/]+")


def is_web(address: str | None) -> bool:
    """Does an address lead somewhere from another machine too?"""
    return address is not None and address.lower().startswith(_WEB)


def find_url(document: Document) -> str | None:
    """Return the address of an article on the web; null for a path, which leads nowhere elsewhere."""
    return next((one for one in (document.url, document.source) if is_web(one)), None)


def name_source(document: Document) -> str | None:
    """Return the address of an article on the web, else its file's own name: in which folder a machine keeps
    it is nobody else's business; null where neither is known.

    >>> name_source(Document("sha256:ab", "", (), source="/home/hind/secret/a.txt"))
    'a.txt'
    """
    parts = [one for one in _SLASHES.split(document.source or "") if one]
    return find_url(document) or (parts[-1] if parts else None)
