"""The relations across a finished corpus: read, looked for, compared and grouped, step by step.

Each step writes its rows to files from which the next one reads, so that no step holds more than its own. All
of it lies in a folder of its own until it is whole.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as parquet

from rawi.corpus.checking import is_there
from rawi.corpus.keeping import alone, load_manifest, load_plan, refused
from rawi.corpus.relating import candidates, pairs
from rawi.corpus.relating.account import Related, Step, Told
from rawi.corpus.relating.candidates import count_meetings, deal, find_candidates
from rawi.corpus.relating.groups import find_groups
from rawi.corpus.relating.items import Read, Reading
from rawi.corpus.relating.kinds import KINDS, Kind
from rawi.corpus.relating.names import find_alike
from rawi.corpus.relating.pairs import find_pairs
from rawi.corpus.relating.repeats import COLUMNS, find_repeats
from rawi.corpus.relating.spreading import Spread, spread_over
from rawi.corpus.relating.tables import (
    ALIKE,
    Shelving,
    Table,
    count_shelves,
    groups_of,
    pairs_of,
    write_whole,
)
from rawi.corpus.relating.ties import Ties
from rawi.corpus.run import Crew
from rawi.corpus.tasks import ITEMS
from rawi.errors import RawiError
from rawi.model.corpus import TableFile

VERSION = 1
RELATIONS, ACCOUNT = "relations", "relations.json"
_UNFINISHED, _WORK = "relations-unfinished", "work"
_BATCH = 1 << 16
_ITEMS = {
    **dict.fromkeys(("number", "first", "last"), int),
    **dict.fromkeys(("windows", "keys"), list[int]),
    "data": bytes,
}
_ENDS = {"a": int, "b": int}
_PAIRS = {**_ENDS, "shelf": int, "ties": bool, "row": bytes}
_SETS = {"number": int, "set": int}
_ROWS = {"shelf": int, "row": bytes}


def relate_corpus(
    folder: str | os.PathLike[str],
    crew: Crew = Crew("daft"),  # noqa: B008 - a NamedTuple cannot be changed
    progress: Told | None = None,
) -> Related:
    """Find the copies and stories of a finished corpus, and names that may be one person's, and write them
    below its ``relations`` as Parquet, in the place of what is there; return the account, which lies there
    too.

    What a ledger with the same documents derives is what is written, whoever works. Raises CorpusError:
    ``corpus.missing``, ``corpus.unfinished``, ``corpus.busy``, ``corpus.extra``, ``corpus.cluster``,
    ``corpus.engine`` where Daft itself fails.
    """
    corpus = Path(folder)
    manifest = load_manifest(corpus)
    extractor = manifest.extractor
    if gone := [file.path for file in manifest.files if not is_there(corpus, file)]:
        raise refused("corpus.damaged", f"{corpus}: {gone[0]} is not what was written")
    if load_plan(corpus) is None:
        raise refused("corpus.missing", f"{corpus}: there is no plan.json in it")
    with alone(corpus):
        made = corpus / _UNFINISHED
        shutil.rmtree(made, ignore_errors=True)
        spread = spread_over(crew)
        try:
            related = _Run(spread, corpus, made, progress).relate(extractor)
        except RawiError:
            raise
        except Exception as error:
            raise refused("corpus.engine", str(error).strip()[-300:]) from error
        shutil.rmtree(made / _WORK, ignore_errors=True)
        (made / ACCOUNT).write_bytes(msgspec.json.format(msgspec.json.encode(related), indent=1) + b"\n")
        shutil.rmtree(corpus / RELATIONS, ignore_errors=True)
        made.rename(corpus / RELATIONS)
    return related


class _Run:
    """One run over a corpus: its tables lie below ``made``, below ``work`` what steps leave each other."""

    def __init__(self, spread: Spread, corpus: Path, made: Path, told: Told | None) -> None:
        self._spread, self._corpus, self._made = spread, corpus, made
        self._work = made / _WORK
        self._told = told or (lambda _: None)
        self._rows: dict[str, int] = {}
        self._files: list[TableFile] = []
        self._shelves = 1
        self._begun = time.perf_counter()

    def relate(self, extractor: str) -> Related:
        """Do all steps."""
        repeats = self._find_repeats()
        documents = self._read(extractor, repeats)
        self._shelves = count_shelves(documents)
        for kind in KINDS.values():
            self._relate(kind)
        names = self._spread.read(self._work / "names", {"name": str})
        self._keep(ALIKE.folder, find_alike(self._spread, names, self._shelves))
        self._shelve(ALIKE)
        layers = {name: f"{kind.layer.name}/{kind.layer.version}" for name, kind in KINDS.items()}
        files = tuple(sorted(self._files, key=lambda file: file.path))
        return Related(VERSION, extractor, layers, documents, len(repeats), self._rows, files)

    def _done(self, name: str, rows: int, counts: bool = True) -> None:
        """Tell of a step that is done; if it ``counts``, its rows go into the account."""
        now = time.perf_counter()
        if counts:
            self._rows[name] = rows
        self._told(Step(name, rows, now - self._begun))
        self._begun = now

    def _find_repeats(self) -> list[int]:
        """Return the items whose document another item stands for."""
        documents = self._spread.read(self._corpus / "documents", COLUMNS)
        found = find_repeats(self._spread, documents)
        self._done("repeats", len(found))
        return found

    def _read(self, extractor: str, repeats: list[int]) -> int:
        """Read all partitions, and return how many documents they have."""
        plan = load_plan(self._corpus)
        passed: dict[int, list[int]] = {part.number: [] for part in plan.partitions} if plan else {}
        names = {part.number: part.name for part in plan.partitions} if plan else {}
        for item in repeats:
            passed[item // ITEMS].append(item)
        work = Reading(str(self._corpus.resolve()), str(self._work.resolve()), extractor)
        given = {"name": list(names.values()), "passed": list(passed.values())}
        documents = 0
        for answer in self._spread.each(work, given, {"name": str, "passed": list[int]}):
            read = msgspec.json.decode(answer, type=Read)
            documents += read.documents
            for name, rows in read.rows.items():
                self._rows[name] = self._rows.get(name, 0) + rows
        self._done("documents", documents)
        return documents

    def _relate(self, kind: Kind) -> None:
        """Find pairs and groups of one kind, and write their tables."""
        name, spread, shelves = kind.name, self._spread, self._shelves
        self._meet(kind)
        self._link(kind)
        self._tie(name)
        sets, linked = self._load(f"{name}/sets", _SETS), self._load(f"{name}/pairs", _PAIRS)
        self._keep(f"{name}/groups", find_groups(spread, sets, self._items(name), linked, name, shelves))
        self._shelve(pairs_of(name))
        self._shelve(groups_of(name))

    def _meet(self, kind: Kind) -> None:
        """Find the candidates of one kind, in turns."""
        name, spread = kind.name, self._spread
        dealt = deal(spread, self._items(name), kind)
        met = count_meetings(spread, dealt)
        self._done(f"{name}/meetings", met)
        turns = spread.turns(met, candidates.OF_TURN)
        found = (find_candidates(spread, dealt, kind, turn, turns) for turn in range(turns))
        self._keep(f"{name}/candidates", *found)

    def _link(self, kind: Kind) -> None:
        """Compare the candidates of one kind, in turns."""
        name, spread = kind.name, self._spread
        compared = self._load(f"{name}/candidates", _ENDS)
        turns = spread.turns(self._rows[f"{name}/candidates"], pairs.OF_TURN)
        ends = (compared.where(spread.daft.col("a") % turns == turn) for turn in range(turns))
        found = (find_pairs(spread, one, self._items(name), name, self._shelves) for one in ends)
        self._keep(f"{name}/pairs", *found)

    def _items(self, name: str) -> Any:
        """Return the items of a kind."""
        return self._load(f"{name}/items", _ITEMS)

    def _load(self, name: str, columns: dict[str, Any]) -> Any:
        """Return the rows that a step left."""
        return self._spread.read(self._work / name, columns)

    def _keep(self, name: str, *frames: Any) -> None:
        """Do a step, which leaves the rows of frames, one after another."""
        place = self._work / name
        place.mkdir(parents=True, exist_ok=True)
        for frame in frames:
            frame.write_parquet(str(place.resolve()))
        self._done(name, sum(parquet.read_metadata(file).num_rows for file in place.glob("*.parquet")))

    def _tie(self, name: str) -> None:
        """Find the sets that pairs of a kind hold together."""
        ties = Ties()
        for file in sorted((self._work / name / "pairs").glob("*.parquet")):
            ties.tie(_tied(file))
        numbers, tops = list(zip(*ties.sets(), strict=True)) or ((), ())
        made = pa.table({"number": pa.array(numbers, pa.int64()), "set": pa.array(tops, pa.int64())})
        write_whole(self._work / name / "sets" / "part.parquet", made)
        self._done(f"{name}/sets", len(set(tops)))

    def _shelve(self, table: Table) -> None:
        """Write a table from the rows that a step left."""
        spread, col = self._spread, self._spread.daft.col
        rows = self._load(table.folder, _ROWS).groupby("shelf").agg(col("row").list_agg().alias("rows"))
        work = Shelving(str(self._made.resolve()), table)
        made = spread.over(work, spread.type_of(str), ("shelf", "rows"), 1, light=True)
        for row in rows.select(made.alias("made")).iter_rows():
            self._files.append(msgspec.json.decode(row["made"], type=TableFile))
        self._done(f"{table.folder} written", self._rows[table.folder], counts=False)


def _tied(file: Path) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a file that tie."""
    with parquet.ParquetFile(file) as opened:
        for batch in opened.iter_batches(_BATCH, columns=["a", "b", "ties"], use_threads=False):
            columns = (batch.column(name).to_pylist() for name in ("a", "b", "ties"))
            yield from ((a, b) for a, b, ties in zip(*columns, strict=True) if ties)
