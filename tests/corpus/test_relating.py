"""Relations across a corpus: those that a ledger with the same documents has, whoever looks for them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import apsw
import msgspec
import pyarrow.parquet as parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.corpus.keeping import load_manifest, load_plan
from rawi.corpus.relating import candidates, pairs, tables
from rawi.corpus.relating.account import Related, Step, render_related
from rawi.corpus.relating.items import windows_of
from rawi.corpus.relating.kinds import KINDS, Days
from rawi.corpus.relating.relate import ACCOUNT, RELATIONS, relate_corpus
from rawi.corpus.relating.tables import ALIKE, Table, groups_of, pairs_of
from rawi.corpus.relating.ties import Ties
from rawi.corpus.rows import read_submissions
from rawi.corpus.run import Crew, extract_corpus
from rawi.errors import CorpusError
from rawi.evaluation.across.annotation import read_cluster
from rawi.ledger import open_ledger
from tests.corpus.articles import files_of

pytest.importorskip("daft")

FOLDERS = ("gold/stories", "gold/affairs")
PARTITION = 1 << 15  # bytes: the articles fill a dozen
SHELF = 50  # documents for a file of each table
# Two nodes of one processor each, and the run on them; in a process of its own, where Ray stays to its end.
_RUN = """
import os, sys
os.environ.update(RAY_USAGE_STATS_ENABLED="0", RAY_DEDUP_LOGS="0")
import ray
from ray.cluster_utils import Cluster
from rawi.corpus.relating import tables
from rawi.corpus.relating.relate import relate_corpus
from rawi.corpus.run import Crew

tables.OF_SHELF = int(sys.argv[2])
cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
cluster.add_node(num_cpus=1)
relate_corpus(sys.argv[1], Crew("ray", 2, cluster.address))
print("nodes", len([one for one in ray.nodes() if one["Alive"]]))
ray.shutdown()
cluster.shutdown()
"""


class Corpus(NamedTuple):
    """A corpus with its relations and their files, and what a ledger with the same documents derives: rows by
    table, as MessagePack."""

    folder: Path
    related: Related
    files: dict[str, bytes]
    expected: dict[str, list[bytes]]


def lines() -> Iterator[str]:
    """Yield the invented reports as JSON lines: every seventh without a day, some of a year; the first three
    come again, as they were, on an earlier day, and without a day."""
    reports = [one for folder in FOLDERS for one in read_cluster(folder).reports.values()]
    Random(1).shuffle(reports)  # so that the earlier of two comes now first, now second
    for at, one in enumerate(reports):
        day = None if at % 7 == 6 else (one.published or "")[:4] if at % 11 == 10 else one.published
        row = {"text": one.text, "title": one.title, "outlet": one.outlet, "published": day}
        yield json.dumps({name: told for name, told in row.items() if told}, ensure_ascii=False)
    for one, day in zip(reports, (reports[0].published, "2001-01-01", None), strict=False):
        row = {"text": one.text, "title": one.title, "outlet": one.outlet, "published": day}
        yield json.dumps({name: told for name, told in row.items() if told}, ensure_ascii=False)


def make_corpus(lines: list[str], folder: Path, target: int) -> Path:
    """Extract lines into a corpus."""
    source = folder / "articles.jsonl"
    source.write_text("\n".join(lines) + "\n", "utf-8")
    assert extract_corpus([str(source)], folder / "corpus", target=target).manifest is not None
    return folder / "corpus"


def derive(corpus: Path, place: Path) -> dict[str, list[bytes]]:
    """Return what a ledger with the documents of a corpus derives."""
    extractor, plan = load_manifest(corpus).extractor, load_plan(corpus)
    assert plan is not None
    with open_ledger(place) as ledger:
        for part in plan.partitions:
            given = (one for _, one in read_submissions(corpus, part.name, extractor))
            assert {outcome.status for outcome in ledger.add_many(given)} <= {"stored", "duplicate"}
        ledger.update()
    return dict(_read_ledger(place))


def _read_ledger(place: Path) -> Iterator[tuple[str, list[bytes]]]:
    """Yield the tables of a ledger that tell what is related."""
    asked = "SELECT pair.data FROM pair JOIN item ON item.number = pair.a WHERE layer = ?"
    store = apsw.Connection(str(place), flags=apsw.SQLITE_OPEN_READONLY)
    for name, kind in KINDS.items():
        layer = kind.layer.name
        linked = [
            msgspec.msgpack.decode(data, type=kind.layer.pair) for (data,) in store.execute(asked, (layer,))
        ]
        yield pairs_of(name).folder, encode(linked)
        found = store.execute("SELECT data FROM relation WHERE layer = ?", (layer,))
        yield (
            groups_of(name).folder,
            encode([msgspec.json.decode(data, type=kind.result) for (data,) in found]),
        )
    alike = store.execute("SELECT name, other FROM alike_name WHERE name < other")
    yield ALIKE.folder, encode([ALIKE.row(*names) for names in alike])
    store.close()


def encode(rows: list[Any]) -> list[bytes]:
    """Return rows as MessagePack, sorted."""
    return sorted(map(msgspec.msgpack.encode, rows))


def read_table(corpus: Path, table: Table) -> list[bytes]:
    """Return the rows of a table of a corpus."""
    files = sorted((corpus / RELATIONS / table.folder).glob("*.parquet"))
    rows = (row for file in files for row in parquet.read_table(file).to_pylist())
    return encode([msgspec.convert(row, table.row) for row in rows])


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The invented reports as a corpus, related by Daft with one process."""
    folder = tmp_path_factory.mktemp("related")
    made = make_corpus(list(lines()), folder, PARTITION)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "OF_SHELF", SHELF)
        related = relate_corpus(made)
    return Corpus(made, related, files_of(made / RELATIONS), derive(made, folder / "ledger.rawi"))


def test_a_corpus_has_the_relations_of_a_ledger_with_its_documents(corpus: Corpus) -> None:
    """Pairs, copies, stories and alike names are the same, field by field, and there are some of each."""
    every = [ALIKE, *(table for name in KINDS for table in (pairs_of(name), groups_of(name)))]
    assert {table.folder for table in every} == corpus.expected.keys()
    for table in every:
        assert read_table(corpus.folder, table) == corpus.expected[table.folder]
        assert len(corpus.expected[table.folder]) == corpus.related.rows[table.folder] > 0
    assert (corpus.related.documents, corpus.related.repeated) == (len(list(lines())) - 3, 3)
    assert f"{corpus.related.documents} documents (3 repeated)" in render_related(corpus.related, "out")


def test_what_is_written_depends_on_the_documents_alone(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another cut of the corpus, more workers and many turns give the same bytes, and leave nothing else."""
    other = make_corpus(list(lines()), tmp_path, 1 << 24)
    monkeypatch.setattr(tables, "OF_SHELF", SHELF)
    monkeypatch.setattr(candidates, "OF_TURN", 5_000)
    monkeypatch.setattr(pairs, "OF_TURN", 50)
    told: list[Step] = []
    relate_corpus(other, Crew("daft", 2), told.append)
    rows = {step.name: step.rows for step in told}
    assert rows["stories/meetings"] > 2 * 5_000
    assert rows["stories/candidates"] > 2 * 50
    assert files_of(other / RELATIONS) == corpus.files
    assert sum(name.startswith("stories/pairs/") for name in corpus.files) > 1
    assert not list(other.glob("*unfinished*"))


def test_ray_writes_the_same_files(corpus: Corpus) -> None:
    """Daft on a Ray cluster of two workers writes, byte for byte, what Daft writes on one machine."""
    pytest.importorskip("ray")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", _RUN, str(corpus.folder), str(SHELF)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=500, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "nodes 2" in done.stdout
    assert files_of(corpus.folder / RELATIONS) == corpus.files


def test_only_a_finished_corpus_is_related(tmp_path: Path) -> None:
    """A folder without a manifest is refused, and nothing is made in it."""
    with pytest.raises(CorpusError) as caught:
        relate_corpus(tmp_path)
    assert caught.value.code == "corpus.missing"
    assert not list(tmp_path.iterdir())


def test_an_empty_corpus_has_no_relations(tmp_path: Path) -> None:
    """Where nothing was extracted, nothing is related, and the account says so."""
    made = make_corpus(['{"text": ""}'], tmp_path, PARTITION)
    related = relate_corpus(made)
    assert (related.documents, related.files) == (0, ())
    assert files_of(made / RELATIONS).keys() == {ACCOUNT}


@pytest.mark.parametrize(("one", "other"), [((100, 100), (160, 160)), ((100, 130), (190, 191))])
def test_items_near_enough_have_a_window_in_common(one: Days, other: Days) -> None:
    """Up to sixty days between the last of one and the first of the other, wherever windows begin."""
    for day in range(60):
        windows = [set(windows_of((first + day, last + day), 60)) for first, last in (one, other)]
        assert windows[0] & windows[1]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_tied_numbers_are_in_one_set(pairs: list[tuple[int, int]]) -> None:
    """Whatever way pairs stand and come, each number is told with the least of those that it hangs with."""
    ties = Ties()
    ties.tie(pairs)
    sets = {number: {number} for pair in pairs for number in pair}
    for a, b in pairs:
        joined = sets[a] | sets[b]
        sets |= dict.fromkeys(joined, joined)
    assert dict(ties.sets()) == {number: min(hanging) for number, hanging in sets.items()}
