"""A row of JSON or CSV to an item: the same columns, the same checks."""

from __future__ import annotations

from collections.abc import Mapping

from rawi.model.document import Metadata, Warning
from rawi.model.source import Item, Rejected

#: Columns that are read; others are left alone.
COLUMNS = ("text", "html", "id", "title", "url", "published", "outlet")


def read_row(path: str, part: str, row: Mapping[str, object], kind: str) -> Item | Rejected:
    """Return the item of a row: ``text`` unchanged, else ``html``; ``kind`` begins the codes (``jsonl``)."""
    media: str = "text" if row.get("text") is not None else "html"
    data = row.get(media)
    if data is None:
        return Rejected(path, part, f"{kind}.no-text", "neither text nor html in it")
    if not isinstance(data, str):
        return Rejected(path, part, f"{kind}.wrong-type", f"{media} is no string")
    if not data.strip():
        return Rejected(path, part, "source.empty", f"{media} is empty")
    stated = {name: _word(row.get(name)) for name in COLUMNS[2:]}
    wrong = [name for name in COLUMNS[2:] if row.get(name) is not None and stated[name] is None]
    return Item(
        path=path,
        part=part,
        data=data,
        media="text" if media == "text" else "html",
        metadata=Metadata(
            source=stated["url"] or f"{path}#{part.replace(' ', '-')}",
            title=stated["title"],
            outlet=stated["outlet"],
            published=stated["published"],
            url=stated["url"],
        ),
        id=stated["id"],
        warnings=tuple(Warning("metadata.wrong-type", f"{name} is not used: no string") for name in wrong),
    )


def _word(value: object) -> str | None:
    """Return a stated value as a string; None for a blank one or for what cannot be meant as one."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**18 else None
    return value.strip() or None if isinstance(value, str) else None
