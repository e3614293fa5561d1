"""Pages of lists, and the cursors that lead from one to the next.

A cursor names the last entry of its page, not how many came before: what is added between two pages neither
repeats an entry nor hides one. Lists whose order an update can change (stories, series, comparisons, events,
what a search finds) also keep a hash of all that came before; if it is another one, the caller is told.
"""

from __future__ import annotations

import base64
import binascii
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any, TypeVar

import msgspec

from rawi.ledger.laziness import Lazily
from rawi.web.answers import Asked
from rawi.web.faults import WrongQuestion

T = TypeVar("T")
SIZE, MOST = 30, 500
_CHECK = 6  # bytes of a hash by which a damaged cursor is known
_LONGEST = 1000
_API = "/api/"


class WrongCursor(WrongQuestion):
    """A cursor is damaged, or the place to which it leads is gone."""

    code = "web.cursor"


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """Where a page ended: the ``last`` entry, how many were ``passed``, the hash of these where an update may
    change their order, and which ``order`` that is (empty: the list's own)."""

    last: str
    passed: int = 0
    before: str = ""
    order: str = ""


def write_cursor(cursor: Cursor) -> str:
    """Return a cursor as letters that an address can hold."""
    told = msgspec.json.encode(cursor)
    return base64.urlsafe_b64encode(sha256(told).digest()[:_CHECK] + told).decode().rstrip("=")


def read_cursor(asked: Asked) -> Cursor | None:
    """Return the cursor that an address has, null for none; WrongCursor if it is damaged."""
    written = asked.given("_next") or asked.given("next")
    if written is None:
        return None
    try:
        if len(written) > _LONGEST or not written.isascii():
            raise ValueError("too long")
        raw = base64.b64decode(written + "=" * (-len(written) % 4), altchars=b"-_", validate=True)
        told = raw[_CHECK:]
        if sha256(told).digest()[:_CHECK] != raw[:_CHECK]:
            raise ValueError("another hash")
        return msgspec.json.decode(told, type=Cursor)
    except (ValueError, binascii.Error, msgspec.MsgspecError):
        raise WrongCursor("_next", "the cursor comes whole from the page before") from None


def read_size(asked: Asked, size: int = SIZE) -> int:
    """Return how many entries a page shall have; WrongQuestion for another number than 1 to 500."""
    told = asked.given("_size")
    if told is None:
        return size
    if not (told.isascii() and told.isdigit() and len(told) < 4 and 1 <= int(told) <= MOST):
        raise WrongQuestion("_size", f"it is a number from 1 to {MOST}")
    return int(told)


def read_order(asked: Asked) -> str:
    """Return the order that is asked for: ``id``, or empty for the list's own."""
    told = asked.given("_sort") or ""
    if told not in ("", "id"):
        raise WrongQuestion("_sort", f"{told!r} is not id")
    return told


def cut_found(asked: Asked, found: Iterable[T], *, order: str = "") -> tuple[list[T], str | None]:
    """Return the entries of a page, and the cursor of the next one, null at the end.

    ``order`` is ``id`` for a list that is in the order of ids anyway.
    """
    if isinstance(found, Lazily):
        return _cut_known(asked, found, read_order(asked) or order)
    if read_order(asked):
        raise WrongQuestion("_sort", "this list has one order, that of time")
    return _cut_stream(asked, iter(found))


def _cut_stream(asked: Asked, found: Iterator[T]) -> tuple[list[T], str | None]:
    """Cut a list whose entries keep their order whatever is added, and are built while it is walked."""
    cursor, size = read_cursor(asked), read_size(asked)
    if cursor is not None and all(_id(one) != cursor.last for one in found):
        raise WrongCursor("_next", "the entry at which the page before ended is gone; begin anew")
    items: list[T] = []
    for one in found:
        if len(items) == size:
            return items, write_cursor(Cursor(_id(items[-1])))
        items.append(one)
    return items, None


def _cut_known(asked: Asked, found: Lazily[Any, T], order: str) -> tuple[list[T], str | None]:
    """Cut a list of which all ids are known beforehand."""
    cursor, size = read_cursor(asked), read_size(asked)
    every = sorted(found.found, key=_id) if order else found.found
    ids = [_id(one) for one in every]
    at = _begin(asked, ids, cursor, order) if cursor is not None else 0
    items: list[T] = []
    while at < len(every) and len(items) < size:
        built = found.build(every[at])
        items += [built] if built is not None else []
        at += 1
    if at >= len(every):
        return items, None
    before = "" if order else _digest(ids[:at])
    return items, write_cursor(Cursor(ids[at - 1], at, before, order))


def _begin(asked: Asked, ids: Sequence[str], cursor: Cursor, order: str) -> int:
    """Return where a page begins; a page for people begins as near as it can where the list was changed."""
    if cursor.order != order:
        raise WrongCursor("_next", "the cursor is of a list in another order")
    if order:
        return bisect_right(ids, cursor.last)
    if 0 <= cursor.passed <= len(ids) and _digest(ids[: cursor.passed]) == cursor.before:
        return cursor.passed
    if asked.request.url.path.startswith(_API):
        raise WrongCursor("_next", "the list was changed before this place; begin anew, or with _sort=id")
    return ids.index(cursor.last) + 1 if cursor.last in ids else max(0, min(cursor.passed, len(ids)))


def _id(one: Any) -> str:
    """Return the id of an entry, or of what it is built of."""
    return str(one.id)


def _digest(ids: Sequence[str]) -> str:
    return sha256("\n".join(ids).encode()).hexdigest()[:16]
