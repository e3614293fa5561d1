"""The account of a whole corpus, of those of its partitions: in = documents + rejected."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rawi.corpus.keeping import VERSION
from rawi.corpus.schemas import TABLES
from rawi.model.corpus import (
    CorpusTotals,
    InputAccount,
    Manifest,
    PartitionAccount,
    PieceAccount,
    Plan,
    TableFile,
)
from rawi.model.source import Rejected

NO_DOCUMENTS = "source.no-documents"


def build_manifest(
    plan: Plan,
    accounts: Sequence[PartitionAccount],
    refusals: Sequence[Rejected],
    more: Sequence[TableFile],
    versions: Mapping[str, str],
) -> Manifest:
    """Build the manifest of a corpus whose partitions are all done, in their order.

    ``refusals`` are inputs that were refused before anything was read, ``more`` the files that hold all that
    was refused as a whole.
    """
    pieces = _by_input(accounts)
    inputs = [_account(one.path, one.size, pieces[at]) for at, one in enumerate(plan.inputs)]
    inputs += [InputAccount(one.path, 0, 1, 0, 1, code=one.code) for one in refusals]
    files = sorted([*(file for one in accounts for file in one.files), *more], key=lambda file: file.path)
    return Manifest(
        VERSION,
        plan.extractor,
        dict(sorted(versions.items())),
        plan.options,
        _total(inputs, files),
        tuple(inputs),
        tuple(files),
        tuple(flagged for one in accounts for flagged in one.flagged),
    )


def find_empty(plan: Plan, accounts: Sequence[PartitionAccount]) -> list[Rejected]:
    """Return a refusal for each input of which nothing came, neither a document nor a refusal."""
    pieces = _by_input(accounts)
    return [
        Rejected(one.path, None, NO_DOCUMENTS, "no document was found in it")
        for at, one in enumerate(plan.inputs)
        if not any(piece.documents_in for piece in pieces[at])
    ]


def _by_input(accounts: Sequence[PartitionAccount]) -> dict[int, list[PieceAccount]]:
    """Return the pieces of each input, in order."""
    pieces: dict[int, list[PieceAccount]] = defaultdict(list)
    for account in accounts:
        for piece in account.pieces:
            pieces[piece.input].append(piece)
    return pieces


def _account(path: str, size: int, pieces: Sequence[PieceAccount]) -> InputAccount:
    """Return what came of one input; one of which nothing came was refused as a whole."""
    told = sum(one.documents_in for one in pieces)
    stored, refused = sum(one.documents for one in pieces), sum(one.rejected for one in pieces)
    hashes = tuple(one.sha256 for one in pieces if one.sha256)
    if told:
        return InputAccount(path, size, told, stored, refused, hashes)
    return InputAccount(path, size, 1, 0, 1, hashes, NO_DOCUMENTS)


def _total(inputs: Sequence[InputAccount], files: Sequence[TableFile]) -> CorpusTotals:
    """Return the sums."""
    rows = Counter[str](dict.fromkeys((*TABLES, "evidence", "rejected"), 0))
    folders = {path: name for name, (_, path) in TABLES.items()}
    for file in files:
        folder = file.path.rpartition("/")[0]
        rows[folders.get(folder, folder)] += file.rows
    return CorpusTotals(
        inputs=len(inputs),
        documents_in=sum(one.documents_in for one in inputs),
        documents=sum(one.documents for one in inputs),
        rejected=sum(one.rejected for one in inputs),
        rows=dict(rows),
    )
