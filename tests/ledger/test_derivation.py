"""Relations kept up to date step by step are those that would be made of everything at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.ledger import Ledger, Origin, open_ledger
from rawi.ledger.clock import utc_now
from rawi.ledger.decisions import write_decision
from rawi.ledger.relations import Relations
from rawi.model.record import Record
from rawi.model.relation import Comparison, Duplicate, Pair, Report, Story
from rawi.model.resolution import Anchor
from rawi.relations.layer import Blocks, Context, Layer, key_of, make_id
from tests.ledger.samples import EXTRACTOR, document_of

WORDS = ("نهر", "جسر", "سوق", "مدرسة", "ميناء", "غابة", "مطر", "قطار")


class Words(msgspec.Struct, frozen=True):
    """The words of a document."""

    id: str
    document: str
    words: frozenset[str]


class Spoken(msgspec.Struct, frozen=True):
    """One word of a document."""

    id: str
    document: str
    word: str


def read(report: Report) -> Iterator[Words]:
    """Read the words of the title, if there is one, else of the text."""
    about = report.record.document
    yield Words(report.id, report.id, frozenset((about.title or about.text).split()))


def read_words(report: Report) -> Iterator[Spoken]:
    """Read the words of the text one by one."""
    for word in sorted(set(report.record.text.split())):
        yield Spoken(f"{report.id}/{word}", report.id, word)


def keys(words: Words) -> list[int]:
    """A key a word."""
    return [key_of(word) for word in words.words]


def link(a: Words, b: Words) -> Pair | None:
    """Two documents that share three words belong together."""
    shared = a.words & b.words
    return Pair(a.id, b.id, len(shared) / 10) if len(shared) >= 3 else None


def connect(items: Sequence[Words], pairs: Sequence[Pair], context: Context) -> list[set[str]]:
    """Return the connected sets, as people parted them."""
    groups = [{item.id} for item in items]
    bonds = [{pair.a, pair.b} for pair in pairs] + [set(one) for one in context.together]
    for bond in bonds:
        met = [group for group in groups if group & bond]
        groups = [group for group in groups if group not in met] + [set().union(*met)]
    for parts in context.apart:
        groups = [
            piece
            for group in groups
            for piece in (*(group & part for part in parts), group.difference(*parts))
        ]
    return [group for group in groups if len(group) > 1]


def is_close(pair: Pair) -> bool:
    """More than three words."""
    return pair.score > 0.3


def duplicates(items: Sequence[Words], pairs: Sequence[Pair], context: Context) -> Iterator[Duplicate]:
    """Connected documents."""
    for group in connect(items, pairs, Context()):
        first = min(group)
        yield Duplicate(make_id("du", first), "copy", tuple(sorted(group)), first, 1.0)


def stories(items: Sequence[Words], pairs: Sequence[Pair], context: Context) -> Iterator[Story]:
    """Connected documents, as people want them."""
    for group in connect(items, pairs, context):
        yield Story(make_id("sy", min(group)), tuple(sorted(group)), None, None)


def blocks(word: Spoken, context: Context) -> Iterable[str]:
    """A block a story and word."""
    story = context.stories.get(word.document)
    return [f"{story} {word.word}"] if story else []


def build(name: str, items: Sequence[Spoken], context: Context) -> Iterator[Comparison]:
    """Each item beside the next one."""
    for a, b in pairwise(items):
        same = context.originals.get(a.document) == context.originals.get(b.document)
        verdict = "same_origin" if same else "compatible"
        yield Comparison(make_id("cm", a.id, b.id), "figures", a.id, b.id, verdict, (), ())


def close_stories(items: Sequence[Words], pairs: Sequence[Pair], context: Context) -> Iterator[Story]:
    """Documents that close pairs connect, titled with how many pairs they have among them: all count."""
    tying = [pair for pair in pairs if is_close(pair)]
    for story in stories(items, tying, context):
        inside = [pair for pair in pairs if {pair.a, pair.b} <= set(story.documents)]
        yield msgspec.structs.replace(story, title=str(len(inside)))


LAYERS = (
    Layer("duplicates", "1", Words, Pair, read, keys, 4, link, duplicates),
    Layer("stories", "1", Words, Pair, read, keys, 3, link, stories),
    Blocks("conflicts", "1", Spoken, read_words, blocks, build),
)


def add(ledger: Ledger, text: str, title: str | None = None, extractor: str = EXTRACTOR) -> str:
    """Add a document and return its id."""
    record = Record(document_of(text, title=title))
    ledger.add(record, evidence=text.encode(), origin=Origin("x.txt"), extractor=extractor)
    return record.document.id


def decide(ledger: Ledger, kind: str, documents: Sequence[str]) -> None:
    """Decide about reports."""
    store = ledger._store
    parts = [[Anchor("report", one)] for one in documents]
    with store.transaction():
        write_decision(store, utc_now, "هدى", kind, None, parts)  # type: ignore[arg-type]
        store.run_many("await", [(one,) for one in documents])


def is_sound(ledger: Ledger, layers: tuple[Layer | Blocks, ...] = LAYERS) -> bool:
    """Are the tables what would be made of everything at once?"""
    return list(Relations(ledger._store, layers).find_changed_tables()) == []


TEXTS = st.lists(st.sampled_from(WORDS), min_size=3, max_size=6, unique=True).map(" ".join)
TYING = (
    LAYERS[0],
    Layer("stories", "1", Words, Pair, read, keys, 3, link, close_stories, is_close),
    LAYERS[2],
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), TEXTS),
        st.tuples(st.just("read"), st.integers(0, 9), TEXTS),
        st.tuples(st.sampled_from(("merge", "split")), st.integers(0, 9), st.integers(0, 9)),
        st.tuples(st.just("update")),
    ),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(STEPS, st.sampled_from((LAYERS, TYING)))
def test_step_by_step_is_all_at_once(
    steps: list[tuple[object, ...]], layers: tuple[Layer | Blocks, ...]
) -> None:
    """After any adding, reading anew and deciding, updated in between or not: all is as from scratch; also
    where some pairs hold nothing together."""
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "news.rawi") as ledger:
        relations, known, version = Relations(ledger._store, layers), list[str](), 1
        for step in steps:
            match step:
                case ("add", str(text)):
                    known.append(add(ledger, text))
                case ("read", int(number), str(title)) if known:
                    version += 1
                    text = ledger.document(known[number % len(known)]).text
                    add(ledger, text, title, f"rawi/0.{version}.0")
                case (str(kind), int(one), int(other)) if known:
                    chosen = {known[one % len(known)], known[other % len(known)]}
                    if len(chosen) == 2:
                        decide(ledger, kind, sorted(chosen))
                case ("update",):
                    relations.update()
                case _:
                    pass
        relations.update()
        assert not relations.is_stale()
        assert is_sound(ledger, layers)


def test_a_pair_that_ties_nothing_counts_between_what_others_tie(ledger: Ledger) -> None:
    """The first and the last of a chain share three words, and a fourth document three with the first: all
    three pairs of the chain count, and the fourth document is in no story."""
    chain = ["نهر جسر سوق مطر قطار", "نهر جسر سوق مطر غابة مدرسة", "نهر جسر سوق غابة مدرسة"]
    known = [add(ledger, text) for text in chain]
    relations = Relations(ledger._store, TYING)
    relations.update()
    add(ledger, "جسر مطر قطار ميناء")
    relations.update()
    (story,) = relations.all(Story)
    assert (set(story.documents), story.title) == (set(known), "3")


def test_a_second_update_has_nothing_to_do(ledger: Ledger) -> None:
    """What is up to date is left alone, and says so."""
    for text in ("نهر جسر سوق مطر", "نهر جسر سوق غابة", "قطار ميناء مدرسة مطر"):
        add(ledger, text)
    relations = Relations(ledger._store, LAYERS)
    assert relations.is_stale()
    assert relations.update() == 3
    assert relations.update() == 0
    assert relations.counts()["stories"] == 1


def test_an_update_that_was_stopped_goes_on(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a batch made is kept when the next one fails, and the rest is made by the next update."""
    monkeypatch.setattr("rawi.ledger.derivation.BATCH", 2)
    for number in range(5):
        add(ledger, f"نهر جسر سوق {WORDS[number + 3]}")
    relations = Relations(ledger._store, LAYERS)

    def stop(done: int, todo: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        relations.update(stop)
    assert relations.is_stale()
    assert relations.update() == 3
    assert is_sound(ledger)


def test_a_changed_row_is_found(ledger: Ledger) -> None:
    """A relation that was changed behind the ledger's back is not what the documents give."""
    for text in ("نهر جسر سوق مطر", "نهر جسر سوق غابة"):
        add(ledger, text)
    Relations(ledger._store, LAYERS).update()
    assert is_sound(ledger)
    ledger._store.connection.execute(
        "DELETE FROM relation_member WHERE id = (SELECT max(id) FROM relation_member)"
    )
    assert list(Relations(ledger._store, LAYERS).find_changed_tables()) == ["relations"]


def test_what_people_put_together_is_one_story(ledger: Ledger) -> None:
    """Two reports that share no word are one story if a person says so, and no more once that is undone."""
    documents = [add(ledger, "نهر جسر سوق"), add(ledger, "قطار ميناء مدرسة")]
    relations = Relations(ledger._store, LAYERS)
    decide(ledger, "merge", documents)
    relations.update()
    assert [set(story.documents) for story in relations.all(Story)] == [set(documents)]
    decide(ledger, "split", documents)
    relations.update()
    assert list(relations.all(Story)) == []
    assert is_sound(ledger)
