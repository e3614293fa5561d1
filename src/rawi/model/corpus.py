"""A corpus run: the inputs it reads, the partitions it is cut into, and the account of what came of each."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.model.source import Columns, Flagged

Cut = Literal["whole", "share", "lines", "rows"]


class CorpusInput(msgspec.Struct, frozen=True):
    """One file: ``path`` (or URL), ``size`` in bytes, ``modified`` in nanoseconds since 1970 (null where the
    store does not say), and ``kind``, its format (``jsonl``, ``parquet``, ``archive`` …)."""

    path: str
    size: int
    modified: int | None
    kind: str


class Piece(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a partition reads of the input number ``input``.

    ``whole``: all of it; ``lines``: its bytes from ``first`` to ``last``, which begin with line number
    ``line``; ``rows``: its rows from ``first`` to ``last``, the first being 0; ``share``: of the things in
    it, by turns, those of turn ``first`` of ``last``.
    """

    input: int
    cut: Cut = "whole"
    first: int = 0
    last: int = 0
    line: int = 1


class Partition(msgspec.Struct, frozen=True):
    """What is read, extracted and written at one go, and kept or done again as a whole."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def name(self) -> str:
        """The name of its files: ``part-00012``."""
        return f"part-{self.number:05d}"


class CorpusOptions(msgspec.Struct, frozen=True):
    """What is told of all inputs, as ``rawi.ingest.run.Stated``, and ``limit``: seconds for one document."""

    published: str | None = None
    outlet: str | None = None
    columns: Columns | None = None
    weights: str | None = None
    limit: float = 60.0


class Plan(msgspec.Struct, frozen=True):
    """What a run does: decided by its inputs alone, whoever runs it and with how many processes.

    ``refused`` are the inputs that are none, each with its code.
    """

    version: int
    extractor: str
    options: CorpusOptions
    inputs: tuple[CorpusInput, ...]
    partitions: tuple[Partition, ...]
    refused: tuple[tuple[str, str], ...] = ()


class TableFile(msgspec.Struct, frozen=True):
    """One file of the result: ``path`` within it, rows, bytes and the hash of its bytes."""

    path: str
    rows: int
    size: int
    sha256: str


class PieceAccount(msgspec.Struct, frozen=True):
    """What came of one piece; ``documents_in == documents + rejected``. ``sha256`` is that of the bytes that
    were read: of a file cut by lines those of the piece, of rows or shares those of the whole file, given
    with the first."""

    input: int
    documents_in: int
    documents: int
    rejected: int
    sha256: str | None = None


class PartitionAccount(msgspec.Struct, frozen=True):
    """What came of one partition: its files, its pieces, what is to be told of inputs."""

    number: int
    files: tuple[TableFile, ...]
    pieces: tuple[PieceAccount, ...]
    flagged: tuple[Flagged, ...] = ()


class InputAccount(msgspec.Struct, frozen=True):
    """What came of one input; ``sha256`` are the hashes of its pieces in order, of one that of the file.

    ``code`` says why it was refused as a whole, which counts as one rejected; null otherwise.
    """

    path: str
    size: int
    documents_in: int
    documents: int
    rejected: int
    sha256: tuple[str, ...] = ()
    code: str | None = None


class CorpusTotals(msgspec.Struct, frozen=True):
    """Sums; always ``documents_in == documents + rejected``. ``rows`` by table."""

    inputs: int
    documents_in: int
    documents: int
    rejected: int
    rows: dict[str, int]


class Manifest(msgspec.Struct, frozen=True):
    """What lies in a finished corpus: nothing in it depends on when, where or by whom it was made."""

    version: int
    extractor: str
    versions: dict[str, str]
    options: CorpusOptions
    totals: CorpusTotals
    inputs: tuple[InputAccount, ...]
    files: tuple[TableFile, ...]
    flagged: tuple[Flagged, ...] = ()
