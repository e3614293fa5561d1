"""What comes in: the items found in an input, what was refused and why, and the account of all of it."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.model.chain import Link
from rawi.model.document import Metadata, Parts, Warning
from rawi.model.span import Span

Media = Literal["text", "html"]
MEBI = 1 << 20


class Limits(msgspec.Struct, frozen=True, gc=False):
    """How much a reader takes before it refuses; sizes in bytes (rule R12 of the threat model).

    ``item``: one document, as stored and as inflated; ``line``: one line of JSON or row of CSV;
    ``inflated``: all that one compressed file may unfold to; ``ratio``: inflated over compressed, looked at
    once ``ratio_from`` bytes are out; ``records``: documents, lines or rows of one input; ``depth``: folders;
    ``columns``: of a table.
    """

    item: int = 32 * MEBI
    line: int = 64 * MEBI
    inflated: int = 16384 * MEBI
    ratio: int = 200
    ratio_from: int = 16 * MEBI
    records: int = 10_000_000
    depth: int = 64
    columns: int = 1_000_000


class Columns(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """From which column of a table, or key of a JSON object, each field is taken; null: from its own name.

    Names are compared without regard to case, spaces around them and the spelling of Arabic.
    """

    text: str | None = None
    html: str | None = None
    id: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    outlet: str | None = None


class Capture(msgspec.Struct, frozen=True, gc=False):
    """When and from where bytes were fetched.

    ``at``: UTC, RFC 3339 (``2031-05-01T08:00:00Z``); ``url``: the address that answered, after redirects;
    ``headers``: of the answer, names and values as they were sent. Null and empty where nothing says it.
    """

    at: str | None = None
    url: str | None = None
    headers: tuple[tuple[str, str], ...] = ()


class Item(msgspec.Struct, frozen=True, gc=False):
    """One document as it came from the input ``path``; ``part`` is the place in it (``line 3``) or null.

    ``data`` holds the original bytes, or a ``str`` where the input was text already (a field of a JSON line).
    ``metadata.published`` is as stated, not yet EDTF; ``charset`` is what the carrier declared; ``id`` the
    row's. Where ``data`` is only a part or a field of what came, ``evidence`` holds the original bytes, and
    ``reader`` names what took ``data`` out of them at ``part`` (``feed``; see ``rawi.sources.reopening``),
    with ``columns`` if it was told other names of columns.
    """

    path: str
    part: str | None
    data: bytes | str
    media: Media
    metadata: Metadata
    charset: str | None = None
    id: str | None = None
    warnings: tuple[Warning, ...] = ()
    evidence: bytes | None = None
    reader: str | None = None
    capture: Capture | None = None
    columns: Columns | None = None


class Rejected(msgspec.Struct, frozen=True, gc=False):
    """Something that was not read. ``part`` null: the whole input; else one bad line, row, entry or record.

    ``code`` is stable (``source.missing``, ``jsonl.malformed``); ``message`` is for people; ``evidence`` the
    bytes that were refused, where they are few enough to keep; ``capture`` how they were fetched, if so.
    """

    path: str
    part: str | None
    code: str
    message: str
    evidence: bytes = b""
    capture: Capture | None = None


class Known(msgspec.Struct, frozen=True, gc=False):
    """Something that is in the ledger already, and was not read again; ``part`` as in ``Item``."""

    path: str
    part: str | None


class Flagged(msgspec.Struct, frozen=True, gc=False):
    """A warning about an input as a whole, such as a WARC record whose digest does not match."""

    path: str
    part: str | None
    warning: Warning


class Finished(msgspec.Struct, frozen=True, gc=False):
    """The reader has come to the end of the input ``path``; everything in it has been yielded before."""

    path: str


Outcome = Item | Rejected | Known | Flagged | Finished


class DocumentText(msgspec.Struct, frozen=True, gc=False):
    """A document's text with what is known of it. ``body`` is the article itself, the rest is boilerplate.

    ``metadata.published`` is EDTF; ``chain`` is what footers, bylines and datelines say of the origin,
    outermost last; ``encoding`` is the codec that decoded the bytes, null where a ``str`` came in; ``parts``
    what the markup of a page shows, null for plain text.
    """

    text: str
    metadata: Metadata
    body: tuple[Span, ...]
    chain: tuple[Link, ...] = ()
    warnings: tuple[Warning, ...] = ()
    encoding: str | None = None
    parts: Parts | None = None


class InputReport(msgspec.Struct, frozen=True, gc=False):
    """One line of ``--report``: what became of one input. ``bad`` counts its refused parts."""

    path: str
    outcome: Literal["accepted", "rejected"]
    code: str | None = None
    message: str | None = None
    documents: int = 0
    duplicates: int = 0
    bad: int = 0
    warnings: tuple[Warning, ...] = ()


class Totals(msgspec.Struct, frozen=True, gc=False):
    """The sum over all inputs; always ``documents_in == stored + duplicates + rejected``.

    ``rejected`` counts refused parts, and one for each input that was refused as a whole.
    """

    inputs: int = 0
    accepted: int = 0
    documents_in: int = 0
    stored: int = 0
    duplicates: int = 0
    rejected: int = 0
    bad: int = 0
    warnings: int = 0


class Report(msgspec.Struct, frozen=True, gc=False):
    """What ``--report FILE`` holds; ``msgspec.json.encode(report)`` is the file."""

    inputs: tuple[InputReport, ...] = ()
    totals: Totals = Totals()
