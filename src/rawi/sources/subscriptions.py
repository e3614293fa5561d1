"""OPML: the list of feeds that a feed reader exports. It holds addresses, no articles."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit
from xml.parsers import expat

import msgspec

from rawi.errors import SourceError
from rawi.model.source import Limits
from rawi.sources.prologue import decode_xml
from rawi.sources.streams import refused

_LONGEST = 2048  # characters of an address or title


class Subscription(msgspec.Struct, frozen=True, gc=False):
    """A feed of the list. ``fault`` null: it can be fetched; else why its address is of no use."""

    url: str
    title: str | None = None
    fault: str | None = None


def read_subscriptions(data: bytes, limits: Limits | None = None) -> list[Subscription]:
    """Return the feeds of an OPML file that can be fetched, each address once, in the order of the file.

    Only http and https; what is left out is in ``read_outlines``, which says too what is raised.
    """
    return [one for one in read_outlines(data, limits) if one.fault is None]


def read_outlines(data: bytes, limits: Limits | None = None) -> list[Subscription]:
    """Return all that an OPML file lists, also what cannot be fetched (with its ``fault``).

    Raises SourceError: ``opml.doctype``, ``opml.malformed``, ``opml.too-deep``, ``opml.no-feeds``,
    ``source.too-large``, ``source.too-many``.

    >>> read_outlines('<opml><outline text="النهر" xmlUrl="https://nahr.example/rss"/></opml>'.encode())
    [Subscription(url='https://nahr.example/rss', title='النهر', fault=None)]
    """
    limits = limits or Limits()
    if len(data) > limits.item:
        raise refused("source.too-large", f"more than {limits.item} bytes")
    found = _parse(decode_xml(data, "opml"), limits)
    if not found:
        raise refused("opml.no-feeds", "no outline in it has an xmlUrl")
    return found


def _parse(text: str, limits: Limits) -> list[Subscription]:
    """Return what the outlines of the text say."""
    outlines = _Outlines(limits)
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler, parser.EndElementHandler = outlines.start, outlines.end
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise refused("opml.malformed", f"not well formed: {error}") from error
    if not outlines.list:
        raise refused("opml.malformed", "its root is not opml")
    return outlines.found


def _refuse_doctype(*_: object) -> None:
    """Refuse a document type wherever it stands."""
    raise refused("opml.doctype", "it has a document type declaration")


class _Outlines:
    """Takes the elements as they open and close; keeps the feeds."""

    def __init__(self, limits: Limits) -> None:
        self.found: list[Subscription] = []
        self.list = False
        self._depth, self._limits = 0, limits
        self._seen: set[str] = set()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element that opens."""
        self._depth += 1
        if self._depth > self._limits.depth:
            raise refused("opml.too-deep", f"outlines nested more than {self._limits.depth} deep")
        if self._depth == 1:
            self.list = name.lower() == "opml"
        elif self.list and name.lower() == "outline":
            self._take({key.lower(): value.strip() for key, value in attributes.items()})

    def end(self, _: str) -> None:
        """Take an element that closes."""
        self._depth -= 1

    def _take(self, told: Mapping[str, str]) -> None:
        """Keep what an outline tells, unless it is a folder or was there before."""
        url = told.get("xmlurl", "")
        if not url or url in self._seen:
            return
        if len(self.found) >= self._limits.records:
            raise refused("source.too-many", f"more than {self._limits.records} feeds")
        self._seen.add(url)
        title = (told.get("title") or told.get("text") or "")[:_LONGEST] or None
        self.found.append(Subscription(url[:_LONGEST], title, _find_fault(url)))


def _find_fault(url: str) -> str | None:
    """Return why an address cannot be fetched; null if it can."""
    if len(url) > _LONGEST:
        return f"longer than {_LONGEST} characters"
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as error:
        return str(error)
    if parts.scheme.lower() not in ("http", "https"):
        return "only http and https are fetched"
    if any(one.isspace() or ord(one) < 0x20 for one in url):
        return "spaces or control characters in it"
    return None if host else "no host in it"


def refuse_subscriptions(data: bytes, limits: Limits) -> SourceError:
    """Return the refusal of an OPML file where articles are asked for; it says how many feeds it lists."""
    number = len(read_subscriptions(data, limits))
    return refused("opml.subscriptions", f"it lists {number} feeds and holds no articles")
