"""Which features a file of CRFsuite's weights has heard of: all others count for nothing."""

from __future__ import annotations

import struct

_HEADER = struct.Struct("<4sIIIII")  # of the table of attributes: magic, size, flag, order, how many, where
_TABLE_AT = 36  # bytes from the beginning of the file to the place of that table
_RECORD = struct.Struct("<II")  # a number, and the bytes of the name with the zero that ends it


def read_attributes(weights: bytes) -> frozenset[str]:
    """Return the features that whole weights, such as those that ship, give a weight to.

    >>> from rawi.weights.loader import read_weights
    >>> known = read_attributes(read_weights("names.crf"))
    >>> "c=given" in known, "s=خرنيق" in known
    (True, False)
    """
    start = int.from_bytes(weights[_TABLE_AT : _TABLE_AT + 4], "little")
    *_, count, offset = _HEADER.unpack_from(weights, start)
    found = []
    for at in struct.unpack_from(f"<{count}I", weights, start + offset):
        if at:
            _, size = _RECORD.unpack_from(weights, start + at)
            name = start + at + _RECORD.size
            found.append(weights[name : name + size - 1].decode())
    return frozenset(found)
