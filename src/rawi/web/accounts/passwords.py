"""Passwords by argon2id (RFC 9106). The longest that is looked at is checked before anything is computed."""

from __future__ import annotations

import threading
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from rawi.web.accounts.faults import PasswordRefused

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 12, 1024
#: Each computation takes 64 MiB: more than these at once wait.
_AT_ONCE = threading.Semaphore(2)


def hash_password(password: str) -> str:
    """Return what is kept of a password; PasswordRefused if it is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise PasswordRefused(f"a password has {SHORTEST} to {LONGEST} characters")
    with _AT_ONCE:
        return _hasher().hash(_written(password))


def is_password(password: str, hash: str | None) -> bool:
    """Say whether a password is that of a hash. Without a hash it is not, and takes as long to say."""
    from argon2.exceptions import InvalidHashError, VerificationError

    if len(password) > LONGEST:
        return False
    with _AT_ONCE:
        try:
            return _hasher().verify(_nobodys() if hash is None else hash, _written(password)) and bool(hash)
        except (VerificationError, InvalidHashError):
            return False


def warm_up() -> None:
    """Compute once what the first login would wait for, so that it tells nothing by its time."""
    is_password("", None)


def _written(password: str) -> bytes:
    """Return a password in one form, whichever keyboard composed it (RFC 8265)."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")


@cache
def _hasher() -> PasswordHasher:
    """Return the hasher, with RFC 9106's parameters for little memory: 3 passes, 64 MiB, 4 lanes."""
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=3, memory_cost=65536, parallelism=4)


@cache
def _nobodys() -> str:
    """Return a hash for names that nobody has."""
    return _hasher().hash("nobody's password")
