"""Ids and addresses are the same on every machine."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.ledger import Ledger, open_ledger
from rawi.ledger.identity import address, entry_id, parse_address
from rawi.model.span import Span
from tests.ledger.conftest import Add
from tests.ledger.samples import news, submission


def test_an_id_is_made_of_content_alone() -> None:
    """This id must never change: people cite it."""
    assert entry_id("sha256:" + "0" * 64, "figure", [Span(3, 9)]) == "fg_5417afce3177e0"


def test_twins_get_different_ids(ledger: Ledger, add: Add) -> None:
    """Two events with one trigger word are two entries."""
    event = news(1).events[0]
    twin = msgspec.structs.replace(event, id="v2", type="Other/Accident")
    add(msgspec.structs.replace(news(1), events=(event, twin)))
    ids = [row["id"] for row in ledger.export("events")]
    assert len(set(ids)) == 2
    assert ledger.entry(ids[1]).id == ids[1]


@given(st.text("0123456789abcdef", min_size=64, max_size=64), st.integers(0, 10**8), st.integers(1, 10**8))
def test_addresses_parse_back(digits: str, start: int, length: int) -> None:
    """What ``address`` writes, ``parse_address`` reads."""
    written = address(f"sha256:{digits}", start, start + length)
    assert parse_address(written) == (digits[:12], Span(start, start + length))


@pytest.mark.parametrize(
    "written", ["", "a b", "a#char=1", "a#char=1,", "a#line=3", "#char=1,2", "a#char=٣,٤"]
)
def test_what_is_no_address_is_refused(written: str) -> None:
    """A malformed address is a ValueError."""
    with pytest.raises(ValueError, match="is not an address"):
        parse_address(written)


def test_words_at_an_address_are_the_sources_own(ledger: Ledger, add: Add) -> None:
    """An entry's address gives its words; one outside the text is a ValueError."""
    add(news(1))
    figure = next(ledger.figures())
    assert ledger.words(figure.address) == figure.words == news(1).words(figure.figure.span)
    assert ledger.words(figure.article.id) == news(1).text
    with pytest.raises(ValueError, match="outside the text"):
        ledger.words(figure.article.id + "#char=5,99999")


def test_order_and_grouping_do_not_show_in_the_ledger_hash(tmp_path: Path) -> None:
    """The same documents in any order and any groups give one ledger hash and the same exports."""
    records = [news(number) for number in range(24)]
    seen = set()
    for seed in range(4):
        random.Random(seed).shuffle(records)
        with open_ledger(tmp_path / f"{seed}.rawi") as ledger:
            list(ledger.add_many(map(submission, records), group=1 + 5 * seed))
            rows = [
                list(ledger.export(kind))
                for kind in ("documents", "statements", "figures", "events", "entities")
            ]
            seen.add((ledger.ledger_hash(), msgspec.json.encode(rows)))
    assert len(seen) == 1


def test_another_entry_is_another_ledger_hash(ledger: Ledger, add: Add, tmp_path: Path) -> None:
    """A ledger that differs in one value of one entry has another hash."""
    add(news(1))
    changed = msgspec.structs.replace(news(1).figures[0], low=1)
    record = msgspec.structs.replace(news(1), figures=(changed,))
    with open_ledger(tmp_path / "other.rawi") as other:
        list(other.add_many([submission(record)]))
        assert other.ledger_hash() != ledger.ledger_hash()
