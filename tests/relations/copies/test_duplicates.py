"""Groups of copies, revisions and shared passages, whatever the order in which documents come."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.model.relation import Duplicate
from rawi.relations.copies.duplicates import DUPLICATES, group
from rawi.relations.copies.origins import choose_originals
from rawi.relations.copies.passages import Passages
from rawi.relations.copies.republication import Likeness
from rawi.relations.layer import Context
from tests.relations.copies.articles import ALL, BRIDGE, MARKET, STRIKE, join, read

CASES = Path(__file__).parent / "cases" / "republications.toml"
KINDS = ("copies", "revisions", "passages")
_LEAST = 0.95

Pairs = dict[str, set[frozenset[str]]]


class Written(msgspec.Struct, frozen=True):
    """A document of the cases."""

    name: str
    outlet: str
    published: str
    title: str
    text: str


class Cluster(msgspec.Struct, frozen=True):
    """Documents written together, and what their pairs are."""

    name: str
    document: tuple[Written, ...]
    copies: tuple[tuple[str, str], ...] = ()
    revisions: tuple[tuple[str, str], ...] = ()
    passages: tuple[tuple[str, str], ...] = ()


@cache
def clusters() -> tuple[Cluster, ...]:
    """Return the clusters as they were written."""
    rows = tomllib.loads(CASES.read_text(encoding="utf-8"))["cluster"]
    return msgspec.convert(rows, tuple[Cluster, ...])


@cache
def read_all() -> dict[str, Passages]:
    """Return what all written documents bring, by cluster and name."""
    return {
        f"{number}/{one.name}": read(one.text, outlet=one.outlet, published=one.published, title=one.title)
        for number, cluster in enumerate(clusters())
        for one in cluster.document
    }


def expected() -> Pairs:
    """Return the pairs that a reader named, by kind."""
    return {
        kind: {
            frozenset((f"{number}/{one}", f"{number}/{other}"))
            for number, cluster in enumerate(clusters())
            for one, other in getattr(cluster, kind)
        }
        for kind in KINDS
    }


def find_pairs(items: Iterable[Passages]) -> list[Likeness]:
    """Return the pairs of all items that meet by their keys, as a ledger finds them."""
    ordered = sorted(items, key=lambda item: item.id)
    pairs = [
        DUPLICATES.link(a, b)
        for a, b in combinations(ordered, 2)
        if not set(DUPLICATES.keys(a)).isdisjoint(DUPLICATES.keys(b))
    ]
    return [pair for pair in pairs if isinstance(pair, Likeness)]


def find_groups(items: Sequence[Passages]) -> list[Duplicate]:
    """Return the groups of items, in the order in which they are given."""
    return list(group(items, find_pairs(items), Context()))


def found() -> Pairs:
    """Return the pairs that are found among all written documents, by kind."""
    names = {item.id: name for name, item in read_all().items()}
    pairs: Pairs = {kind: set() for kind in KINDS}
    kinds = {"copy": "copies", "revision": "revisions", "passage": "passages"}
    for pair in find_pairs(read_all().values()):
        pairs[kinds[pair.kind]].add(frozenset((names[pair.a], names[pair.b])))
    return pairs


def score(want: set[frozenset[str]], got: set[frozenset[str]]) -> float:
    """Return F1."""
    return 2 * len(want & got) / (len(want) + len(got)) if want or got else 1.0


@pytest.mark.parametrize("kind", KINDS)
def test_pairs_are_those_that_a_reader_named(kind: str) -> None:
    """Copies, revisions and passages of the written clusters are found, and no others: F1 of .95 at least."""
    want, got = expected()[kind], found()[kind]
    differing = sorted(map(sorted, want ^ got))
    assert score(want, got) >= _LEAST, differing


def kinds_of(groups: Iterable[Duplicate]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield kinds and documents."""
    for one in groups:
        yield one.kind, frozenset(one.documents)


@settings(max_examples=10, deadline=None)
@given(order=st.permutations(sorted(range(36))))
def test_the_order_in_which_documents_come_changes_nothing(order: list[int]) -> None:
    """The same groups, ids and reasons are found whatever the order of items and pairs."""
    items = list(read_all().values())
    shuffled = [items[at] for at in order if at < len(items)]
    shuffled += [item for item in items if item not in shuffled]
    pairs = find_pairs(items)
    turned = sorted(pairs, key=lambda pair: (order[len(pair.a) % 36], pair.b), reverse=True)
    first = sorted(group(items, pairs, Context()), key=lambda one: one.id)
    assert first == sorted(group(shuffled, turned, Context()), key=lambda one: one.id)


def test_groups_of_copies_hold_nothing_that_says_something_else() -> None:
    """A cut text is a copy of two that differ behind the cut: these two never come into one group."""
    whole = read(join(BRIDGE))
    cut = read(join(BRIDGE[:5]))
    changed = read(join((*BRIDGE[:5], BRIDGE[5].replace("سبع مدارس", "تسع مدارس"), BRIDGE[6])))
    groups = find_groups([whole, cut, changed])
    copies = [set(one.documents) for one in groups if one.kind == "copy"]
    assert len(copies) == 1
    assert not {whole.id, changed.id} <= copies[0]
    assert ("revision", frozenset((whole.id, cut.id, changed.id))) in set(kinds_of(groups))


def test_a_group_keeps_its_id_when_it_grows() -> None:
    """A copy that comes later joins the group under the id that it had."""
    first, second = read(join(BRIDGE)), read(join(BRIDGE) + "\nالمصدر: رويترز", published="2024-05-02")
    third = read(join(BRIDGE[:6]), published="2024-05-03")
    (before,) = find_groups([first, second])
    (after,) = find_groups([first, second, third])
    assert before.id == after.id
    assert after.documents == (first.id, second.id, third.id)


def test_copies_count_under_their_origin_and_bearers_of_a_passage_by_themselves() -> None:
    """Originals are told for copies and revisions, one for all that hang together; not for passages."""
    first = read(join(BRIDGE), published="2024-05-01")
    copy = read(join(BRIDGE[:6]), published="2024-05-02")
    revision = read(join(BRIDGE).replace("52 عاملا", "58 عاملا"), published="2024-05-03")
    bearer = read(join((*STRIKE, *BRIDGE[1:3])), published="2024-05-04")
    groups = find_groups([first, copy, revision, bearer])
    assert choose_originals(groups) == dict.fromkeys((first.id, copy.id, revision.id), first.id)
    assert [one.kind for one in groups if bearer.id in one.documents] == ["passage"]


def test_a_passage_names_its_places() -> None:
    """A passage that three documents share is one group, with where it stands in each."""
    texts = [join((*ALL[at][:4], *MARKET[2:4])) for at in (0, 2, 3)]
    items = [read(text) for text in texts]
    (passage,) = find_groups(items)
    assert passage.kind == "passage"
    by_id = {item.id: text for item, text in zip(items, texts, strict=True)}
    assert [place.document for place in passage.places] == sorted(by_id)
    assert {" ".join(place.span.of(by_id[place.document]).split()) for place in passage.places} == {
        " ".join(MARKET[2:4]).rstrip(".")
    }


def test_items_and_pairs_come_back_from_the_ledger_as_they_were() -> None:
    """What is kept is MessagePack: an item and a pair are the same after it."""
    items = [read(join(BRIDGE), outlet="السفح"), read(join(BRIDGE[:6]))]
    (pair,) = find_pairs(items)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(items[0]), type=DUPLICATES.item) == items[0]
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(pair), type=DUPLICATES.pair) == pair
