"""Daft, with functions of ours that it spreads over rows, here or on a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rawi.corpus.engine import Engine, choose_engine
from rawi.corpus.run import Crew

#: Gets lists, one for each column, and returns a list as long.
Work = Callable[..., list[Any]]
#: The types of columns by name: ``int``, ``str``, ``bytes``, ``bool``, ``list[int]``.
Columns = Mapping[str, Any]

_PARTS = 4  # of a frame, for each that works: some take longer than others


class Spread(NamedTuple):
    """Daft, set to a runner, and how many processes it may begin for functions of ours."""

    daft: Any
    runner: Engine
    jobs: int

    def type_of(self, kind: Any) -> Any:
        """Return Daft's type for a type."""
        types = self.daft.DataType
        known = {int: types.int64(), str: types.string(), bytes: types.binary(), bool: types.bool()}
        return types.list(types.int64()) if kind == list[int] else known[kind]

    def over(self, work: Work, gives: Any, columns: Sequence[str], batch: int, light: bool = False) -> Any:
        """Return the column that ``work`` gives of others, so many rows at a time; ``light``: it is not worth
        processes of its own, which take half a second to begin."""
        daft = self.daft
        how = {"use_process": False} if light else {"max_concurrency": self.jobs, "use_process": True}

        @daft.cls(cpus=1, **how)
        class Worker:
            @daft.method.batch(return_dtype=gives, batch_size=batch)  # type: ignore[untyped-decorator]
            def do(self, *given: Any) -> list[Any]:
                return work(*(one.to_pylist() for one in given))

        return Worker().do(*map(daft.col, columns))

    def structs(self, told: Columns) -> Any:
        """Return the type of structs with such fields."""
        return self.daft.DataType.struct({name: self.type_of(kind) for name, kind in told.items()})

    def unpack(self, frame: Any, told: Columns, *others: str) -> Any:
        """Return the fields of the structs in the column ``made``, where it has any, beside other columns."""
        col = self.daft.col
        found = frame.where(~col("made").is_null())
        return found.select(*others, *(col("made")[name].alias(name) for name in told))

    def read(self, folder: Path, columns: Columns) -> Any:
        """Return the rows of all files in a folder; there need be none."""
        files = sorted(map(str, folder.glob("*.parquet")))
        if files:
            return self.daft.read_parquet(files).select(*columns)
        made = self.daft.from_pydict({name: [] for name in columns})
        return made.select(*(self.daft.col(name).cast(self.type_of(kind)) for name, kind in columns.items()))

    def turns(self, rows: int, of_turn: int) -> int:
        """Return in how many turns so many rows are done, if each that works does so many in one."""
        return 1 + rows // (of_turn * max(1, self.jobs))

    def scatter(self, frame: Any) -> Any:
        """Return a frame in as many parts as a cluster can work at."""
        return frame.into_partitions(_PARTS * self.jobs) if self.runner == "ray" else frame

    def each(self, work: Work, given: Mapping[str, Any], types: Columns) -> Iterator[Any]:
        """Yield what ``work`` gives of each row of ``given``, in any order; each is handed out by itself."""
        col, rows = self.daft.col, len(next(iter(given.values())))
        if not rows:
            return
        frame = self.daft.from_pydict(dict(given))
        frame = frame.select(*(col(name).cast(self.type_of(kind)) for name, kind in types.items()))
        if self.runner == "ray":
            frame = frame.into_partitions(rows)
        made = self.over(work, self.type_of(str), list(types), 1)
        for row in frame.select(made.alias("made")).iter_rows():
            yield row["made"]


def spread_over(crew: Crew) -> Spread:
    """Return Daft as the crew says; where that names the pool, it is Daft here."""
    runner: Engine = "ray" if crew.runner == "ray" else "daft"
    return Spread(choose_engine(runner, crew.address, crew.jobs), runner, crew.jobs)
