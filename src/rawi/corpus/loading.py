"""What a corpus holds into a ledger: the ledger is then what ``rawi add`` would have made of the same inputs.

Documents are loaded partition by partition, in the order in which they were read. Only what is in the
manifest counts, and each file is compared with it before anything of its partition is loaded.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from heapq import merge
from pathlib import Path
from typing import TypeVar

import msgspec

from rawi.corpus.checking import find_fault
from rawi.corpus.keeping import VERSION, load_manifest, refused
from rawi.corpus.places import needs
from rawi.ingest.provenance import build_place
from rawi.ingest.refusals import Refusal
from rawi.ingest.run import Tally, Watch, add_submissions, write_refusal
from rawi.ledger.ledger import GROUP, Ledger
from rawi.ledger.results import Origin, Submission
from rawi.model.corpus import Manifest, TableFile
from rawi.model.document import Metadata
from rawi.model.source import Item, Rejected, Report

try:
    from rawi.corpus.rows import Kept, Stray, Turned, read_kept, read_turned
    from rawi.corpus.schemas import TABLES
except ImportError as error:
    raise needs("corpus", "PyArrow") from error

_FOLDERS = frozenset({*(path for _, path in TABLES.values()), "evidence", "rejected"})
_NAME = re.compile(r"(?:part-[0-9]{5,10}|inputs)\.parquet")
_MALFORMED = "corpus.malformed"
_WHOLE = "inputs"  # the name of what holds the inputs that were refused as a whole
_UNTOLD = "source.no-documents"  # nothing was refused there, so ``rawi add`` writes nothing of it

T = TypeVar("T")
_Pair = tuple[Item, Submission]


def load_corpus(
    folders: Iterable[str | os.PathLike[str]], ledger: Ledger, watch: Watch | None = None
) -> Report:
    """Store what corpora hold in ``ledger`` and return the account; what is there already is passed over.

    Raises CorpusError before anything is stored: ``corpus.missing``, ``corpus.unfinished``,
    ``corpus.newer``, ``corpus.weights`` or, for the manifest, ``corpus.damaged``. Raises
    ``rawi.ingest.run.Interrupted`` when the user stops it.
    """
    return Loading(folders, watch).add(ledger)


class Loading:
    """One pass over finished corpora; used once. With ``fail_fast`` the first refusal ends it.

    A partition of which a file is not what was written is refused as a whole (``corpus.damaged``), rows that
    are no record's are refused by document (``corpus.malformed``). Raises CorpusError as ``load_corpus``.
    """

    def __init__(
        self,
        folders: Iterable[str | os.PathLike[str]],
        watch: Watch | None = None,
        *,
        fail_fast: bool = False,
        group: int = GROUP,
    ) -> None:
        opened = [(Path(folder), open_corpus(Path(folder))) for folder in folders]
        self._parts = [
            _Part(folder, name, files, manifest.extractor)
            for folder, manifest in opened
            for name, files in _partitions(folder, manifest).items()
        ]
        self._flagged = [flagged for _, manifest in opened for flagged in manifest.flagged]
        self._tally, self._fail_fast, self._group = Tally(watch), fail_fast, group

    @property
    def partitions(self) -> int:
        """How many partitions there are; each that is done is a step ``finished``."""
        return len(self._parts)

    @property
    def failed(self) -> bool:
        """Tell whether something was refused and that is to end the run."""
        return self._fail_fast and self._tally.refusals > 0

    def report(self) -> Report:
        """Return the account so far."""
        return self._tally.account.report()

    def add(self, ledger: Ledger) -> Report:
        """Store everything in ``ledger``; what its report counts is on the disk."""
        return add_submissions(ledger, self._read(ledger), self._tally, self._group)

    def _read(self, ledger: Ledger) -> Iterator[_Pair]:
        """Yield what is to be stored; what gave no document is written down at once."""
        for flagged in self._flagged:
            self._tally.take(flagged)
        for part in self._parts:
            for pair in _PartLoading(part, ledger, self._tally).read():
                yield pair
                if self.failed:
                    return
            if self.failed:
                return
            self._tally.finished()


class _Part:
    """The files of one partition."""

    def __init__(self, folder: Path, name: str, files: Sequence[TableFile], extractor: str) -> None:
        self.folder, self.name, self.extractor = folder, name, extractor
        self._files = files

    def find_damage(self) -> tuple[str, str] | None:
        """Return a file that is not what was written, and why; null if all are."""
        for file in self._files:
            if (why := find_fault(self.folder, file)) is not None:
                return str(self.folder / file.path), why
        known = {file.path for file in self._files}
        for path in sorted(f"{folder}/{self.name}.parquet" for folder in _FOLDERS):
            if path not in known and os.path.lexists(self.folder / path):
                return str(self.folder / path), "it is not in the manifest"
        return None


class _PartLoading:
    """One partition on its way into a ledger."""

    def __init__(self, part: _Part, ledger: Ledger, tally: Tally) -> None:
        self._part, self._ledger, self._tally = part, ledger, tally

    def read(self) -> Iterator[_Pair]:
        """Yield what is to be stored, in the order in which it was read."""
        if (damage := self._part.find_damage()) is not None:
            self._tally.take(_damaged(*damage))
            return
        for one in self._rows():
            if isinstance(one, Kept):
                yield from self._submit(one)
            elif isinstance(one, Turned):
                self._turn_down(one)
            elif isinstance(one, Stray):
                self._refuse_stray(one)
            else:
                self._tally.take(one)

    def _rows(self) -> Iterator[Kept | Turned | Stray | Rejected]:
        """Yield what the tables hold, and in the end what keeps them from being read further."""
        part = self._part
        try:
            kept, turned = read_kept(part.folder, part.name), read_turned(part.folder, part.name)
            yield from merge(kept, turned, key=lambda one: one.item)
        except Exception as error:  # noqa: BLE001 - whatever Arrow raises for what is no table of ours
            yield _damaged(
                str(part.folder / f"*/{part.name}.parquet"), f"{type(error).__name__}: {error}"[:200]
            )

    def _submit(self, kept: Kept) -> Iterator[_Pair]:
        """Yield a document with its item, unless it is there already or its rows are no record's."""
        path, place = kept.place()
        if not path:
            path, place = str(self._part.folder), f"{self._part.name} item {kept.item}"
        item = Item(path, place, "", "text", Metadata())
        self._tally.account.begun(item)
        source = self._read_rows(item, kept, kept.source)
        if source is None:
            return
        if self._ledger.has(*source, self._part.extractor):
            self._tally.duplicate(item)
            return
        given = self._read_rows(item, kept, partial(kept.submission, self._part.extractor))
        if given is not None:
            yield item, given

    def _read_rows(self, item: Item, kept: Kept, read: Callable[[], T]) -> T | None:
        """Return what ``read`` makes of the rows of an item; null, once that is written down, if they are no
        record's."""
        try:
            return read()
        except Exception as error:  # noqa: BLE001 - whatever somebody wrote there costs this document alone
            self._tally.refused(item, Refusal(_MALFORMED, f"item {kept.item}: {error}"[:200]))
        self._ledger.reject(Origin(path=build_place(item.path, item.part)), _MALFORMED)
        return None

    def _turn_down(self, turned: Turned) -> None:
        """Write down what gave no document when the corpus was made."""
        one, origin = turned.rejected, turned.origin
        self._tally.take(one)
        if origin is not None:
            place = build_place(one.path, one.part)
            self._ledger.reject(msgspec.structs.replace(origin, path=place), one.code, one.evidence)
        elif self._part.name != _WHOLE or one.code != _UNTOLD:
            write_refusal(self._ledger, one)

    def _refuse_stray(self, stray: Stray) -> None:
        """Write down that rows belong to no document."""
        path, part = str(self._part.folder), f"{self._part.name} item {stray.item}"
        one = Rejected(path, part, _MALFORMED, stray.message)
        self._tally.take(one)
        write_refusal(self._ledger, one)


def open_corpus(folder: Path) -> Manifest:
    """Return the manifest of a corpus that can be loaded; CorpusError as ``load_corpus`` if it cannot."""
    if not folder.is_dir():
        raise refused("corpus.missing", f"{folder}: there is no such folder")
    manifest = load_manifest(folder)
    if manifest.version > VERSION:
        raise refused("corpus.newer", f"{folder}: version {manifest.version}, and this reads {VERSION}")
    if manifest.options.weights is not None:  # the ledger knows what read a text by the name of the extractor
        raise refused("corpus.weights", f"{folder}: extracted with {manifest.options.weights}")
    return manifest


def _partitions(folder: Path, manifest: Manifest) -> dict[str, list[TableFile]]:
    """Return the files of each partition by its name, in order; what was refused as a whole comes last."""
    found: dict[str, list[TableFile]] = defaultdict(list)
    for file in manifest.files:
        place, _, name = file.path.rpartition("/")
        if place not in _FOLDERS or not _NAME.fullmatch(name):
            raise refused("corpus.damaged", f"{folder}: its manifest names {file.path[:200]!r}")
        found[name.removesuffix(".parquet")].append(file)
    return {name: found[name] for name in sorted(found, key=lambda one: (one == _WHOLE, len(one), one))}


def _damaged(path: str, why: str) -> Rejected:
    """Return the refusal of a partition; the ledger is told nothing of it, for nothing came of it."""
    return Rejected(path, None, "corpus.damaged", why)
