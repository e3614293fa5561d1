"""Types as msgspec can describe them: it has no schema for a field that holds structs of several types.

Our answers have such fields (a side of a comparison is a figure, a statement or an event), and they are only
written, never read back. Here each is described as any of its types, by reference.
"""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec

_ABSENT = msgspec.NODEFAULT
_TYPE = type


class Opened:
    """Types whose unions of structs were opened; ``members`` are the structs that stand in these."""

    def __init__(self, template: str) -> None:
        self._template = template
        self._known: dict[Any, Any] = {}
        self.members: dict[str, Any] = {}

    def open(self, type: Any) -> Any:
        """Return a type as it can be described; itself where there is nothing to open."""
        if _is_struct(type):
            return self._open_struct(type)
        origin, args = get_origin(type), get_args(type)
        if origin in (Union, UnionType):
            return self._open_union(type, args)
        if origin is Annotated:
            return Annotated[(self.open(args[0]), *args[1:])]
        if origin is None or not any(map(_is_typed, args)):
            return type
        return origin[tuple(self.open(one) if _is_typed(one) else one for one in args)]

    def _open_union(self, type: Any, args: tuple[Any, ...]) -> Any:
        """Return a union that holds one struct at most, or anything, described by references."""
        structs = [one for one in args if _is_struct(one)]
        if len(structs) < 2:
            return Union[tuple(map(self.open, args))]  # noqa: UP007
        told: list[dict[str, str]] = []
        for one in structs:
            self.members[one.__name__] = self.open(one)
            told.append({"$ref": self._template.format(name=one.__name__)})
        if any(one is None.__class__ for one in args):
            told.append({"type": "null"})
        return Annotated[Any, msgspec.Meta(extra_json_schema={"anyOf": told})]

    def _open_struct(self, type: Any) -> Any:
        """Return a struct of the same name whose fields are opened; itself if none of them changes."""
        if type in self._known:
            return self._known[type]
        self._known[type] = type
        fields = [(one, self.open(one.type)) for one in msgspec.structs.fields(type)]
        if all(made is one.type or made == one.type for one, made in fields):
            return type
        told = [
            (one.name, made, _default(one)) if not one.required else (one.name, made) for one, made in fields
        ]
        self._known[type] = msgspec.defstruct(
            type.__name__, told, namespace={"__doc__": type.__doc__}, module=type.__module__, kw_only=True
        )
        return self._known[type]


def _default(one: msgspec.structs.FieldInfo) -> Any:
    """Return the default of a field, as a struct is told it."""
    if one.default is not _ABSENT:
        return msgspec.field(default=one.default, name=one.encode_name)
    return msgspec.field(default_factory=one.default_factory, name=one.encode_name)


def _is_struct(type: Any) -> bool:
    """Is this a struct?"""
    return isinstance(type, msgspec.StructMeta)


def _is_typed(one: Any) -> bool:
    """Is this an argument that is a type, not a value or the dots of a tuple?"""
    return _is_struct(one) or isinstance(one, _TYPE) or get_origin(one) is not None
