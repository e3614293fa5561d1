"""Pages by their addresses as outcomes of a run, in the way in which files are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from rawi.errors import SourceError
from rawi.model.document import Metadata, Warning
from rawi.model.source import Finished, Flagged, Item, Known, Limits, Outcome, Rejected
from rawi.sources.feeds import read_feed
from rawi.sources.web.answers import Answer
from rawi.sources.web.bodies import find_charset, find_kind
from rawi.sources.web.client import Client
from rawi.sources.web.client import Known as Ask


def fetch_pages(
    urls: Iterable[str], client: Client, known: Ask | None = None, about: Metadata | None = None
) -> Iterator[Outcome]:
    """Yield what comes from each address: its Item, or why there is none, then Finished.

    The path of each is the address as written. ``known`` tells what to ask with, so that a page that did not
    change comes as Known; ``about`` is what is stated of the pages besides their address. Never raises for
    what is wrong with an address or answer.
    """
    for url in urls:
        try:
            yield from read_answer(url, client.fetch(url, known), about or Metadata())
        except SourceError as error:
            yield Rejected(url, None, error.code, str(error))
        yield Finished(url)


def read_answer(path: str, answer: Answer, about: Metadata) -> Iterator[Outcome]:
    """Yield what an answer holds: a page, a text, or the entries of a feed."""
    refusal = refuse_answer(path, answer)
    if answer.status == 304 and refusal is None:
        yield Known(path, None)
    elif refusal is not None:
        yield refusal
    else:
        yield from _read_content(path, answer, about)


def refuse_answer(path: str, answer: Answer) -> Rejected | None:
    """Return why an answer is not taken, with what is kept of it; null if it is."""
    if answer.failure is not None:
        return Rejected(path, None, *answer.failure, answer.body, answer.capture)
    if answer.status != 304 and not answer.body:
        return Rejected(path, None, "source.empty", "the answer is empty", b"", answer.capture)
    return None


def _read_content(path: str, answer: Answer, about: Metadata) -> Iterator[Outcome]:
    """Yield what the body of an answer is."""
    media = answer.header("Content-Type")
    try:
        kind = find_kind(media, answer.body)
        if kind == "feed":
            yield from read_entries(path, answer)
            return
    except SourceError as error:
        yield Rejected(path, None, error.code, str(error), b"", answer.capture)
        return
    warnings = (Warning("fetch.truncated", answer.cut),) if answer.cut else ()
    url = answer.capture.url
    metadata = msgspec.structs.replace(about, source=url, url=url)
    charset = find_charset(media)
    yield Item(path, None, answer.body, kind, metadata, charset, warnings=warnings, capture=answer.capture)


def read_entries(path: str, answer: Answer) -> Iterator[Item | Rejected | Flagged]:
    """Yield the entries of a feed that was fetched; raises SourceError as ``read_feed``."""
    if answer.cut:
        yield Flagged(path, None, Warning("fetch.truncated", answer.cut))
    for one in read_feed(path, answer.body, Limits()):
        yield one if isinstance(one, Flagged) else msgspec.structs.replace(one, capture=answer.capture)
