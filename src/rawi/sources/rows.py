"""A row of JSON, CSV or a spreadsheet to an item: the same columns, the same checks."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from rawi.arabic.fold import fold
from rawi.model.document import Metadata, Warning
from rawi.model.source import Columns, Item, Rejected
from rawi.sources.streams import refused

#: Columns that are read; others are left alone.
COLUMNS = ("text", "html", "id", "title", "url", "published", "outlet")
_MOST_NAMED = 20  # columns that a message names
_LONGEST_NAME = 40
_MOST_SHARED = 512 << 20


def same_name(name: str) -> str:
    """Return what two names of a column share if they are meant as one.

    >>> same_name(" النّص ") == same_name("النص"), same_name("Full_Text")
    (True, 'full text')
    """
    return " ".join(fold(name).casefold().split())


def find_columns(names: Iterable[object], columns: Columns | None, kind: str) -> dict[str, int]:
    """Return the place of each field that a table with these columns has; ``kind`` begins the codes.

    Raises SourceError ``csv.no-column`` if one that ``columns`` names is not there, and
    ``csv.no-text-column`` if there is neither text nor html; both name the columns that are there.
    """
    known = list(names)
    places: dict[str, int] = {}
    for place, heading in enumerate(known):
        if isinstance(heading, str) and heading:
            places.setdefault(same_name(heading), place)
    found: dict[str, int] = {}
    for field, name in _wanted(columns).items():
        if same_name(name) in places:
            found[field] = places[same_name(name)]
        elif name != field:
            raise refused(
                f"{kind}.no-column", f"no column is called {name[:_LONGEST_NAME]!r}{_listed(known)}"
            )
    if "text" not in found and "html" not in found:
        raise refused(f"{kind}.no-text-column", f"no column is called text or html{_listed(known)}")
    return found


def _wanted(columns: Columns | None) -> dict[str, str]:
    """Return under which name each field is looked for; where only html was told, text is not."""
    if columns is None:
        return {field: field for field in COLUMNS}
    wanted = {field: getattr(columns, field) or field for field in COLUMNS}
    if columns.html and not columns.text:
        del wanted["text"]
    return wanted


def _listed(names: Iterable[object]) -> str:
    """Return the columns that are there, for a message."""
    told = [one[:_LONGEST_NAME] for one in names if isinstance(one, str) and one.strip()]
    more = f" and {len(told) - _MOST_NAMED} more" if len(told) > _MOST_NAMED else ""
    return f"; there are: {', '.join(told[:_MOST_NAMED])}{more}" if told else "; the first row names none"


def guess_columns(names: Iterable[object]) -> Columns | None:
    """Return where the text is if no column is called text or html and exactly one by a name for it.

    Only the text is guessed: a wrong title or day would be a false statement about the article.

    >>> guess_columns(["الرقم", "النص"])
    Columns(text='النص')
    >>> guess_columns(["body", "content"]) is None, guess_columns(["text", "النص"]) is None
    (True, True)
    """
    known = [name for name in names if isinstance(name, str)]
    folded = {same_name(name) for name in known}
    found = [name for name in known if same_name(name) in _headings()]
    return Columns(text=found[0]) if len(found) == 1 and not folded & {"text", "html"} else None


@cache
def _headings() -> frozenset[str]:
    """Load the names that the column of the text has in tables of articles."""
    words = tomllib.loads(files("rawi.sources").joinpath("headings.toml").read_text("utf-8"))
    return frozenset(same_name(one["form"]) for one in words["text"])


def pick_fields(row: Mapping[str, object], columns: Columns | None) -> Mapping[str, object]:
    """Return the fields of a JSON object under their own names; a key that is not there is no field."""
    if columns is None:
        return row
    keys: dict[str, str] = {}
    for key in row:
        keys.setdefault(same_name(key), key)
    wanted = ((field, keys.get(same_name(name))) for field, name in _wanted(columns).items())
    return {field: row[key] for field, key in wanted if key is not None}


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


def may_share(size: int, number: int) -> bool:
    """Tell whether so many items may each have evidence of ``size`` bytes: it is stored once, but hashed, and
    handed from process to process, with each."""
    return size * number <= _MOST_SHARED


def stand_on(
    read: Item | Rejected,
    reader: str,
    evidence: bytes,
    columns: Columns | None = None,
    *more: Warning,
    charset: str | None = None,
) -> Item | Rejected:
    """Return what was read with the bytes it stands on and all that ``reader`` needs to read them again, and
    more warnings."""
    if isinstance(read, Rejected):
        return msgspec.structs.replace(read, evidence=evidence)
    told = {"reader": reader, "evidence": evidence, "columns": columns, "charset": charset}
    return msgspec.structs.replace(read, warnings=read.warnings + more, **told)


def _word(value: object) -> str | None:
    """Return a stated value as a string; None for a blank one or for what cannot be meant as one."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**18 else None
    return value.strip() or None if isinstance(value, str) else None
