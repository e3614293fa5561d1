"""The columns of each table of a corpus, made from the types of the records themselves.

A row is what ``rawi extract`` prints, field by field: a span is ``[start, end]``, a list of structs stays
one. Amounts, which are whole numbers or fractions in a record, are doubles here; see ``exactness``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
import pyarrow as pa
from msgspec import inspect

from rawi.errors import CorpusError
from rawi.model.claim import DateMention, Event, Figure, Statement
from rawi.model.document import Document
from rawi.model.entity import Entity

#: Each table of records, the type of its rows and the folder that it lies in.
TABLES: dict[str, tuple[type[msgspec.Struct], str]] = {
    "documents": (Document, "documents"),
    "statements": (Statement, "claims/claim=statement"),
    "figures": (Figure, "claims/claim=figure"),
    "events": (Event, "claims/claim=event"),
    "dates": (DateMention, "dates"),
    "entities": (Entity, "entities"),
}
#: What stands before the fields of a record: the number of the item in the corpus and, but for documents,
#: which have it as ``id``, the id of the document. Of claims also their words.
ITEM = pa.field("item", pa.int64())
DOCUMENT = pa.field("document", pa.string())
WORDS = pa.field("words", pa.list_(pa.field("element", pa.string())))
WORDED = ("statements", "figures", "events")
#: Of documents: amounts that a double does not hold, as JSON by label and field; null where there are none.
EXACT = pa.field("exact", pa.string())

#: How the bytes of an item were met and read: what ``rawi.ledger.results.Origin`` says beside its place.
_HOW = [
    pa.field("url", pa.string()),
    pa.field("media", pa.string()),
    pa.field("reader", pa.string()),
    pa.field("options", pa.string()),
    pa.field("captured_at", pa.string()),
    pa.field("captured_from", pa.string()),
    pa.field("captured_headers", pa.string()),
]
_DATA = pa.field("data", pa.binary())
#: ``path`` and ``part`` are the origin's; ``place`` is the item's own (``line 3``), with which the path ends.
EVIDENCE = pa.schema(
    [
        ITEM,
        pa.field("path", pa.string()),
        pa.field("part", pa.string()),
        pa.field("place", pa.string()),
        *_HOW,
        _DATA,
    ]
)
#: ``path`` is that of the input, ``part`` the place in it; ``reader`` is null for what gave not even an item.
REJECTED = pa.schema(
    [
        ITEM,
        pa.field("path", pa.string()),
        pa.field("part", pa.string()),
        pa.field("code", pa.string()),
        pa.field("message", pa.string()),
        *_HOW,
        _DATA,
    ]
)


@cache
def schema_of(table: str) -> pa.Schema:
    """Return the columns of a table of records: its own, then the fields of the record in their order.

    >>> schema_of("figures").field("span").type
    ListType(list<element: int32>)
    """
    struct, _ = TABLES[table]
    begin = [ITEM, EXACT] if table == "documents" else [ITEM, DOCUMENT]
    return pa.schema([*begin, *([WORDS] if table in WORDED else []), *fields_of(struct)])


def fields_of(struct: type[Any]) -> list[pa.Field]:
    """Return a field for each field of a struct."""
    info = inspect.type_info(struct)
    assert isinstance(info, inspect.StructType)
    return [pa.field(field.encode_name, _type_of(field.type)) for field in info.fields]


def _type_of(info: inspect.Type) -> pa.DataType:
    """Return the type of a column that holds values of a type of the records."""
    if isinstance(info, inspect.UnionType):
        kinds = [one for one in info.types if not isinstance(one, inspect.NoneType)]
        if len(kinds) == 1:
            return _type_of(kinds[0])
        if all(isinstance(one, inspect.IntType | inspect.FloatType) for one in kinds):
            return pa.float64()
    if isinstance(info, inspect.StructType):
        return _type_of_struct(info)
    if isinstance(info, inspect.VarTupleType):
        return pa.list_(pa.field("element", _type_of(info.item_type)))
    for kind, type in _PLAIN.items():
        if isinstance(info, kind):
            return type
    raise CorpusError(f"no column is known for {info}")


def _type_of_struct(info: inspect.StructType) -> pa.DataType:
    """Return a list for a struct that is written as one (spans), else a struct."""
    if info.cls.__struct_config__.array_like:
        return pa.list_(pa.field("element", pa.int32()))
    return pa.struct(fields_of(info.cls))


_PLAIN: dict[type[inspect.Type], pa.DataType] = {
    inspect.StrType: pa.string(),
    inspect.BoolType: pa.bool_(),
    inspect.IntType: pa.int64(),
    inspect.FloatType: pa.float64(),
    inspect.LiteralType: pa.string(),
    inspect.EnumType: pa.string(),
}
