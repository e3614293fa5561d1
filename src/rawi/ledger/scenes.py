"""Scenes as the ledger keeps them: one for each document, found by what they name, by name or by spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from rawi.entities.candidates import (
    Pair,
    blocks_of,
    changed_pairs,
    find_pairs,
    is_alike,
    is_pair_of,
    words_of,
)
from rawi.entities.scenes import Scene
from rawi.ledger.faults import LedgerDamaged
from rawi.ledger.naming import Account
from rawi.ledger.store import Row, Store, first

_OPEN = "open "
_WORD = "= "
_PERSON = "person "


class Scenes:
    """The accounts of a store's documents by number; it answers what ``closure.Register`` asks."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[int, Account | None] = {}
        self._alike: dict[str, list[str]] = {}

    def account(self, document: int) -> Account | None:
        """Return the account of a document as it went into the entities, null if it did not yet."""
        if document not in self._kept:
            row = first(self._store, "scene", (document,))
            self._kept[document] = decode_account(row[0]) if row else None
        return self._kept[document]

    def scene(self, document: str) -> Scene | None:
        """Return the scene of a document by its id."""
        return next((account.scene for account in self.accounts_of((document,))), None)

    def accounts_of(self, documents: Iterable[str]) -> list[Account]:
        """Return the accounts of documents by their ids, as far as they have any."""
        rows = [first(self._store, "find_document", (one,)) for one in sorted(documents)]
        return [account for row in rows if row and (account := self.account(row[0]))]

    def scenes_of(self, group: str) -> Iterator[Scene]:
        """Yield the scenes that name something of a group."""
        for (number,) in list(self._store.rows("documents_of_group", (group,))):
            if account := self.account(number):
                yield account.scene

    def alike(self, name: str) -> list[str]:
        """Return the keys of the names that are alike."""
        if name not in self._alike:
            self._alike[name] = [row[0] for row in self._store.rows("alike_names", (name,))]
        return self._alike[name]

    def full_names(self, word: str) -> list[str]:
        """Return the keys of the full names that begin or end with a word."""
        return [row[0] for row in self._store.rows("names_of_block", (_WORD + word,))]

    def open_places(self) -> list[str]:
        """Return the folded names of places that are not settled."""
        rows = self._store.rows("groups_from", (_OPEN, _OPEN[:-1] + chr(ord(_OPEN[-1]) + 1)))
        return [name.removeprefix(_OPEN) for (name,) in rows]

    def replace(self, changes: Iterable[tuple[int, int, Account]]) -> set[str]:
        """Put accounts of documents (number, reading, account) in the place of what they had before; return
        the names of people whose likes are not what they were."""
        listed = list(changes)
        old = {number: self.account(number) for number, _, _ in listed}
        every = (*old.values(), *(account for *_, account in listed))
        groups = {group for account in every for group in groups_of(account)}
        people = sorted(group for group in groups if group.startswith(_PERSON))
        before = self._present(people)
        for number, reading, account in listed:
            self._write(number, reading, old[number], account)
        after = self._present(people)
        return Names(self._store).change(after - before, before - after)

    def _write(self, number: int, reading: int, old: Account | None, new: Account) -> None:
        """Write one account, and take what is not there any more out of the groups."""
        was, now = groups_of(old), groups_of(new)
        self._store.run_many("delete_scene_group", [(group, number) for group in sorted(was - now)])
        self._store.run_many("insert_scene_group", [(group, number) for group in sorted(now - was)])
        self._store.run("insert_scene", (number, reading, msgspec.msgpack.encode(new)))
        self._kept[number] = new

    def _present(self, groups: Iterable[str]) -> set[str]:
        """Return the names of those groups of people that any document names."""
        return {
            group.removeprefix(_PERSON)
            for group in groups
            if first(self._store, "documents_of_group", (group,)) is not None
        }


def fill_tables(store: Store, accounts: Iterable[tuple[int, int, Account]]) -> None:
    """Write the accounts of all documents (document, reading, account) into empty tables."""
    for table, rows in build_tables(accounts).items():
        store.run_many(f"insert_{table}", rows)


def build_tables(accounts: Iterable[tuple[int, int, Account]]) -> dict[str, list[Row]]:
    """Return all rows that are kept of accounts (document, reading, account), by the name of their table."""
    listed = sorted(accounts, key=lambda one: one[0])
    groups = {(group, number) for number, _, account in listed for group in groups_of(account)}
    names = sorted({group.removeprefix(_PERSON) for group, _ in groups if group.startswith(_PERSON)})
    alike = [pair for pair in find_pairs(names) if is_alike(*pair)]
    return {
        "scene": [(number, reading, msgspec.msgpack.encode(account)) for number, reading, account in listed],
        "scene_group": sorted(groups),
        "name_block": sorted((block, name) for name in names for block in all_blocks_of(name)),
        "alike_name": sorted({*alike, *((other, one) for one, other in alike)}),
    }


def decode_account(data: bytes) -> Account:
    """Decode an account that was kept; LedgerDamaged if it does not."""
    try:
        return msgspec.msgpack.decode(data, type=Account)
    except msgspec.MsgspecError as error:
        raise LedgerDamaged(f"what a document names does not decode: {error}; run rawi verify") from error


def groups_of(account: Account | None) -> set[str]:
    """Return the groups under which an account is found; places that are not settled also by name."""
    if account is None:
        return set()
    named = account.scene.named
    open = {_OPEN + one.key for one in named if one.type == "place" and not one.row}
    return open | {group for one in named for group in one.groups}


def all_blocks_of(name: str) -> list[str]:
    """Return the blocks of a name: those in which names are compared, and its first and last words."""
    words = words_of(name)
    ends = {words[0], words[-1]} if len(words) > 1 else ()
    return [*blocks_of(name), *(_WORD + word for word in sorted(ends))]


class Names:
    """The names of people as they are kept: in blocks, with those that are alike."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._blocks: dict[str, list[str]] = {}

    def change(self, come: Iterable[str], gone: Iterable[str]) -> set[str]:
        """Add and take away names; return those of which others are alike now than before."""
        rows = [{(block, name) for name in names for block in all_blocks_of(name)} for names in (come, gone)]
        blocks = {block for changed in rows for block, _ in changed if not block.startswith(_WORD)}
        before = {block: self._members(block) for block in blocks}
        self._store.run_many("insert_name_block", sorted(rows[0]))
        self._store.run_many("delete_name_block", sorted(rows[1]))
        self._blocks.clear()
        lost, gained = set[Pair](), set[Pair]()
        for block in blocks:
            less, more = changed_pairs(before[block], self._members(block))
            lost |= less
            gained |= more
        lost = {pair for pair in lost if not self._are_compared(*pair) and self._is_kept(*pair)}
        gained = {pair for pair in gained if is_alike(*pair) and not self._is_kept(*pair)}
        self._store.run_many("delete_alike_name", _both_ways(lost))
        self._store.run_many("insert_alike_name", _both_ways(gained))
        return {name for pair in lost | gained for name in pair}

    def _members(self, block: str) -> list[str]:
        """Return the names in a block, sorted."""
        if block not in self._blocks:
            self._blocks[block] = [row[0] for row in self._store.rows("names_of_block", (block,))]
        return self._blocks[block]

    def _are_compared(self, one: str, other: str) -> bool:
        """Are two names compared with each other in any block?"""
        common = sorted(set(blocks_of(one)) & set(blocks_of(other)))
        return any(is_pair_of(self._members(block), one, other) for block in common)

    def _is_kept(self, one: str, other: str) -> bool:
        """Are two names kept as alike?"""
        return first(self._store, "is_alike", (one, other)) is not None


def _both_ways(pairs: Iterable[Pair]) -> list[Pair]:
    """Return pairs both ways, in order."""
    listed = list(pairs)
    return sorted({*listed, *((other, one) for one, other in listed)})
