"""Names as labels: without marks that nobody sees, some of which turn the reading direction."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
#: Bidi controls, zero-width spaces and joiners, soft hyphens, marks of byte order.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
#: Fields that hold what somebody or something is called.
_NAMES = frozenset(("name", "role", "instrument"))


def clean_labels(value: T, text: str) -> T:
    """Return what was read of a text with the names in it as they are seen; spans stay, and so do the words
    at them.

    >>> from rawi.model.entity import Entity
    >>> clean_labels(Entity("e1", "person", "سامر\\u202c", ()), "سامر\\u202c").name == "سامر"
    True
    """
    return _clean(value) if _UNSEEN.search(text) else value


def _clean(value: Any) -> Any:
    """Return a struct, or a tuple of such, with clean names."""
    if isinstance(value, tuple):
        return tuple(map(_clean, value))
    if not isinstance(value, msgspec.Struct):
        return value
    changed: dict[str, Any] = {}
    for field in value.__struct_fields__:
        held = getattr(value, field)
        if field in _NAMES and isinstance(held, str):
            changed[field] = _UNSEEN.sub("", held)
        elif isinstance(held, (tuple, msgspec.Struct)):
            changed[field] = _clean(held)
    return msgspec.structs.replace(value, **changed) if changed else value
