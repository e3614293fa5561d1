"""The query of a request, held to what is described: a misspelt filter would change the answer unseen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from rawi.web.faults import WrongQuestion

Parameters = Mapping[str, tuple[str, dict[str, Any]]]


def check_query(request: Request, names: tuple[str, ...], known: Parameters) -> None:
    """Raise WrongQuestion for a parameter that there is not, that stands twice, or has another value than its
    schema allows."""
    given = request.query_params.multi_items()
    for at, (name, value) in enumerate(given):
        if name not in names:
            listed = ", ".join(names) or "none"
            raise WrongQuestion("query", f"there is no parameter {name[:100]!r}; parameters are: {listed}")
        if any(name == other for other, _ in given[:at]):
            raise WrongQuestion(name, "it stands twice")
        schema = known[name][1]
        if "enum" in schema and value not in schema["enum"]:
            raise WrongQuestion(name, f"{value[:100]!r} is none of {', '.join(schema['enum'])}")
        if schema["type"] == "integer" and not _within(value, schema):
            least, most = schema["minimum"], schema["maximum"]
            raise WrongQuestion(name, f"{value[:100]!r} is no number from {least} to {most}")


def _within(value: str, schema: Mapping[str, Any]) -> bool:
    """Is this a number that a schema allows?"""
    plain = value.isascii() and value.isdigit() and len(value) < 10
    return plain and schema["minimum"] <= int(value) <= schema["maximum"]
