"""Dossiers: what people collect for a piece of work, with notes, in an order of their own.

Every change is a deed, written once, as an event of the journal too (R2); what a dossier holds is what its
deeds give that were not taken back. An item holds on to places in texts as reviews do, so that it is found
again after another reading, and keeps the words that were quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec

from rawi.ledger.clock import Clock
from rawi.ledger.faults import AmbiguousId, LedgerDamaged, NotInLedger
from rawi.ledger.holdings import Related, find_entry, find_now, hold
from rawi.ledger.journal import append, canonical
from rawi.ledger.store import Row, Store, first
from rawi.model.dossier import Collected, Dossier, DossierDeed, DossierDeedKind, DossierItem, Held

UNSTATED = "no reason given"
LONGEST_NAME, LONGEST_NOTE = 200, 10_000
_PREFIX = "ds_"
# inside the class ``list`` is the method
Listed = list[Dossier]
Items = list[DossierItem]
History = list[DossierDeed]
Names = list[str]


class Detail(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a row keeps of a deed as JSON."""

    name: str | None = None
    kind: Collected | None = None
    held: tuple[Held, ...] = ()
    title: str | None = None
    note: str | None = None
    position: int | None = None


class Deed(NamedTuple):
    """One row."""

    number: int
    at: str
    who: str
    kind: DossierDeedKind
    target: int | None
    dossier: str
    item: str
    detail: Detail
    why: str


class State(NamedTuple):
    """What the deeds of one dossier give."""

    dossier: Dossier
    items: tuple[DossierItem, ...]


class Dossiers:
    """The dossiers of one ledger."""

    def __init__(self, store: Store, clock: Clock, actor: str, related: Related) -> None:
        self._store, self._clock, self._actor, self._related = store, clock, actor, related
        self._known: tuple[Row | None, Sequence[State]] | None = None  # after which row, what there was

    def create(self, name: str, why: str | None = None, who: str | None = None) -> str:
        """Make an empty dossier and return its id; ``ValueError`` for a name that is blank or taken."""
        with self._store.transaction():
            told = self._check_name(name)
            number = (first(self._store, "last_dossier_deed") or (0,))[0] or 0
            seed = canonical([number + 1, told, self._actor])
            id = f"{_PREFIX}{sha256(seed).hexdigest()[:12]}"
            self._write("create", id, "", Detail(name=told), why, who)
        return id

    def list(self) -> Listed:
        """Return all dossiers that were not deleted, the last changed first."""
        states = [one.dossier for one in self._states()]
        return sorted(states, key=lambda one: one.last, reverse=True)

    def find(self, written: str) -> Dossier:
        """Return a dossier by name, id or first letters of the id; E307 if there is none, E308 if several."""
        return self._state(written).dossier

    def items(self, written: str) -> Items:
        """Return what is in a dossier, in its order, each as the ledger has it today."""
        return [find_now(self._store, self._related, one) for one in self._state(written).items]

    def look(self, *ids: str) -> Items:
        """Return what would be collected under some ids; raises what ``add`` does."""
        held = (hold(self._store, self._related, one) for one in dict.fromkeys(ids))
        return [find_now(self._store, self._related, one) for one in held]

    def entries(self, item: DossierItem) -> tuple[str | None, ...]:
        """Return the entries that an item holds, as the ledger has them today; null for what is gone."""
        return tuple(find_entry(self._store, one) for one in item.held if one.entry)

    def rename(self, written: str, name: str, why: str | None = None, who: str | None = None) -> int:
        """Give a dossier another name; ``ValueError`` for one that is blank or taken."""
        with self._store.transaction():
            own = self._state(written).dossier
            return self._write("rename", own.id, "", Detail(name=self._check_name(name, own.id)), why, who)

    def delete(self, written: str, why: str | None = None, who: str | None = None) -> int:
        """Take a dossier off the list; its deeds stay in the journal, and ``undo`` brings it back."""
        with self._store.transaction():
            return self._write("delete", self._state(written).dossier.id, "", Detail(), why, who)

    def add(
        self,
        written: str,
        *ids: str,
        note: str | None = None,
        why: str | None = None,
        who: str | None = None,
    ) -> Names:
        """Add entries, documents, comparisons, series or stories at the end, all or none; return the ids of
        those that were not in it before.

        Where one is in it already, a note that is given now is put below the one that it has.
        A comparison is ``cm_…`` or ``A/B`` of two entries. E307 or E308 for what is not in the ledger,
        ``ValueError`` for what cannot be collected.
        """
        told = _check_note(note)
        with self._store.transaction():
            state = self._state(written)
            notes = {one.id: one.note for one in state.items}
            added = []
            for item in (hold(self._store, self._related, one) for one in dict.fromkeys(ids)):
                if item.id not in notes:
                    detail = Detail(kind=item.kind, held=item.held, title=item.title, note=told)
                    self._write("add", state.dossier.id, item.id, detail, why, who)
                    added.append(item.id)
                elif (both := _join_notes(notes[item.id], told)) != notes[item.id]:
                    self._write("note", state.dossier.id, item.id, Detail(note=both), why, who)
                notes.setdefault(item.id, told)
        return added

    def remove(self, written: str, item: str, why: str | None = None, who: str | None = None) -> int:
        """Take an item out; ``ValueError`` if it is not in the dossier."""
        return self._deed(written, "remove", item, Detail(), why, who)

    def note(
        self, written: str, item: str, note: str | None, why: str | None = None, who: str | None = None
    ) -> int:
        """Put a note beside an item in the place of the one before; null or blank for none."""
        return self._deed(written, "note", item, Detail(note=_check_note(note)), why, who)

    def move(
        self, written: str, item: str, position: int, why: str | None = None, who: str | None = None
    ) -> int:
        """Move an item to a place in the order, 1 for the first; ``ValueError`` where there is no such."""
        if not 0 < position <= len(self._state(written).items):
            raise ValueError(f"there is no place {position} in this dossier")
        return self._deed(written, "move", item, Detail(position=position), why, who)

    def undo(
        self, written: str, number: int | None = None, why: str | None = None, who: str | None = None
    ) -> int:
        """Take a deed back, the last of the dossier that counts if null; the number of the undoing, which is
        taken back itself by that number.

        ``ValueError`` if there is none such, if it is undone already, if it made the dossier and others came
        after it, or if it would bring a second dossier of one name. A dossier that was deleted, or of which
        all was taken back, is named by its id.
        """
        with self._store.transaction():
            every = self._deeds(self._id(written))
            counting = _counting(every)
            if number is None:
                target = counting[-1] if counting else None
            else:
                target = next((one for one in _standing(every) if one.number == number), None)
            if target is None:
                raise ValueError(f"there is no deed {number or ''} of this dossier to take back")
            if target.kind == "create" and len(counting) > 1:
                raise ValueError(f"deed {target.number} made the dossier: delete it, or take back the rest")
            undoing = every[-1]._replace(number=every[-1].number + 1, kind="undo", target=target.number)
            rest = _fold(_counting([*every, undoing]))
            if rest is not None:
                self._check_name(rest.dossier.name, rest.dossier.id)
            return self._write("undo", target.dossier, "", Detail(), why, who, target.number)

    def history(self, written: str) -> History:
        """Return all that was done to a dossier, what was taken back too, in order."""
        every = self._deeds(self._id(written))
        undone = {one.target: one.number for one in _standing(every) if one.target is not None}
        return [
            DossierDeed(
                one.number, one.at, one.who, one.kind, one.why, one.dossier, one.item or None,
                one.detail.name, one.detail.note, one.detail.position, one.target, undone.get(one.number),
            )
            for one in every
        ]  # fmt: skip

    def _deed(
        self, written: str, kind: DossierDeedKind, item: str, detail: Detail, why: str | None, who: str | None
    ) -> int:
        """Write a deed about an item that is in a dossier, named by its id or the first letters."""
        with self._store.transaction():
            state = self._state(written)
            names = (one.id.removeprefix("sha256:") for one in state.items)
            bare = item.strip().removeprefix("sha256:")
            found = [
                one.id for one, name in zip(state.items, names, strict=True) if bare and name.startswith(bare)
            ]
            if item in [one.id for one in state.items]:
                found = [item]
            if len(found) != 1:
                raise ValueError(f"{item!r} is {'several items' if found else 'not'} in this dossier")
            return self._write(kind, state.dossier.id, found[0], detail, why, who)

    def _id(self, written: str) -> str:
        """Return the id of a dossier, of a deleted one too where the whole id is given."""
        told = written.strip().lower()
        if told.startswith(_PREFIX) and self._deeds(told):
            return told
        return self._state(written).dossier.id

    def _state(self, written: str) -> State:
        """Return a dossier with its items, by name or id."""
        name, id = " ".join(written.split()), written.strip().lower()
        found = [one for one in self._states() if one.dossier.name == name or one.dossier.id == id]
        if not found and id.startswith(_PREFIX):
            found = [one for one in self._states() if one.dossier.id.startswith(id)]
        if not found:
            raise NotInLedger(f"there is no dossier {name[:80]!r}")
        if len(found) > 1:
            raise AmbiguousId(f"{name!r} begins more than one dossier: {found[0].dossier.id}, …")
        return found[0]

    def _states(self) -> Sequence[State]:
        """Return all dossiers that are there; folded anew only where a deed was done since."""
        last = first(self._store, "last_dossier_row")
        if self._known is None or self._known[0] != last:
            groups: dict[str, list[Deed]] = {}
            for one in self._deeds(None):
                groups.setdefault(one.dossier, []).append(one)
            found = (_fold(_counting(each)) for each in groups.values())
            self._known = last, [one for one in found if one is not None]
        return self._known[1]

    def _check_name(self, name: str, own: str | None = None) -> str:
        """Return a name on one line; ``ValueError`` if it is blank, too long, not visible or taken."""
        told = " ".join(name.split())
        if not told or len(told) > LONGEST_NAME or not told.replace("\u200c", "").isprintable():
            raise ValueError(f"a dossier has a name of 1 to {LONGEST_NAME} characters that can all be seen")
        if told.lower().startswith(_PREFIX):
            raise ValueError(f"a name does not begin with {_PREFIX}: ids do")
        if any(one.dossier.name == told and one.dossier.id != own for one in self._states()):
            raise ValueError(f"there is a dossier {told!r} already")
        return told

    def _deeds(self, dossier: str | None) -> Sequence[Deed]:
        """Return the deeds of a dossier, or all, in order."""
        return [_read(row) for row in self._store.rows("dossier_deeds", (dossier,))]

    def _write(
        self,
        kind: DossierDeedKind,
        dossier: str,
        item: str,
        detail: Detail,
        why: str | None,
        who: str | None,
        target: int | None = None,
    ) -> int:
        """Append a deed and its event of the journal; only inside a transaction."""
        number = int(((first(self._store, "last_dossier_deed") or (0,))[0] or 0) + 1)
        reason, actor = (why or "").strip() or UNSTATED, who or self._actor
        encoded = canonical(msgspec.to_builtins(detail)).decode()
        told: dict[str, Any] = {"number": number, "kind": kind, "target": target, "dossier": dossier}
        told |= {"item": item, "detail": msgspec.json.decode(encoded)}
        event = append(self._store, self._clock, actor, f"dossier.{kind}", reason, f"dossier {number}", told)
        row = (number, event.at, actor, kind, target, dossier, item, encoded, reason)
        self._store.run("insert_dossier_deed", row)
        return number


def _check_note(note: str | None) -> str | None:
    """Return a note without blanks around it; ``ValueError`` for one that is too long."""
    told = (note or "").strip()
    if len(told) > LONGEST_NOTE:
        raise ValueError(f"a note has at most {LONGEST_NOTE} characters")
    return told or None


def _read(row: Row) -> Deed:
    """Build the deed of a row; LedgerDamaged for one that does not decode."""
    number, at, who, kind, target, dossier, item, detail, why = row
    try:
        told = msgspec.json.decode(detail, type=Detail)
    except msgspec.MsgspecError as error:
        raise LedgerDamaged(
            f"deed {row[0]} of a dossier does not decode: {error}; run rawi verify"
        ) from error
    return Deed(number, at, who, kind, target, dossier, item, told, why)


def _standing(deeds: Sequence[Deed]) -> list[Deed]:
    """Return the deeds that were not taken back, undoings too: one that was taken back takes nothing back."""
    gone, found = set[int | None](), list[Deed]()
    for one in reversed(deeds):  # what takes a deed back comes after it
        if one.number not in gone:
            found.append(one)
            gone.add(one.target)
    return found[::-1]


def _counting(deeds: Sequence[Deed]) -> list[Deed]:
    """Return the deeds that were not taken back, without undoings."""
    return [one for one in _standing(deeds) if one.kind != "undo"]


def _join_notes(old: str | None, new: str | None) -> str | None:
    """Return a note with another below it, unless it says that already; ``ValueError`` if that is too
    long."""
    if old is None or new is None or new in old.split("\n\n"):
        return old or new
    return _check_note(f"{old}\n\n{new}")


def _fold(deeds: Sequence[Deed]) -> State | None:
    """Return what deeds of one dossier give; null where it was not made, or was deleted."""
    name, items = "", list[DossierItem]()
    for one in deeds:
        if one.kind == "create" or (one.kind == "rename" and name):
            name = one.detail.name or ""
        elif one.kind == "delete":
            name = ""
            break
        else:
            _do(items, one)
    if not name or not deeds:
        return None
    begin, last = deeds[0], deeds[-1]
    dossier = Dossier(last.dossier, name, len(items), begin.at, last.at, last.who, last.number)
    return State(dossier, tuple(items))


def _do(items: list[DossierItem], one: Deed) -> None:
    """Do to the items what a deed says; one about an item that is not there does nothing."""
    at = next((place for place, item in enumerate(items) if item.id == one.item), None)
    told = one.detail
    if one.kind == "add" and at is None and told.kind is not None:
        items.append(
            DossierItem(one.item, told.kind, told.held, told.title, told.note, one.at, one.who, one.number)
        )
    elif at is None:
        return
    elif one.kind == "remove":
        del items[at]
    elif one.kind == "note":
        items[at] = msgspec.structs.replace(items[at], note=told.note)
    elif one.kind == "move" and told.position is not None:
        items.insert(min(told.position, len(items)) - 1, items.pop(at))
