"""Many files in one: ZIP files of articles, and web archives with their indexes (WACZ)."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from typing import BinaryIO

from rawi.errors import RawiError
from rawi.model.document import Warning
from rawi.model.source import Flagged, Item, Limits, Rejected
from rawi.sources.cursor import Cursor, Plain
from rawi.sources.folders import is_litter
from rawi.sources.formats import find_format
from rawi.sources.packages import Unfolding, open_member, open_package
from rawi.sources.places import place_within
from rawi.sources.streams import refused

Found = Item | Rejected | Flagged
#: Reads an open stream: the name of what it is in, the stream, its format.
Read = Callable[[str, BinaryIO, str], Iterator[Found]]
_LONGEST_NAME = 300
_LARGEST_LIST = 4 << 20  # bytes of a datapackage.json that are read


def spool(cursor: Cursor, limits: Limits) -> BinaryIO:
    """Return all that is left of a stream as a file without a name, which is gone when it is closed.

    Raises SourceError ``source.too-large`` beyond ``limits.inflated``, and what the stream raises.
    """
    file: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - closed by who reads it
    size = 0
    try:
        while piece := cursor.some():
            size += len(piece)
            if size > limits.inflated:
                raise refused("source.too-large", f"more than {limits.inflated} bytes")
            file.write(piece)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


def is_workbook(file: BinaryIO, limits: Limits) -> bool:
    """Tell whether a ZIP file is a workbook, by the names in it."""
    with open_package(file, limits) as package:
        return "xl/workbook.xml" in package.namelist()


def read_bundle(path: str, file: BinaryIO, limits: Limits, read: Read) -> Iterator[Found]:
    """Yield what the members of a ZIP file hold, each read by its ending; names are never used as paths.

    In a WACZ only the archives are read: the rest is made from them. Codes raised: ``zip.damaged``,
    ``zip.bomb``, ``source.too-many``; rejected, for one member: ``zip.encrypted``, ``zip.method``,
    ``zip.nested``, ``source.format`` and those of its format; flagged: ``wacz.digest-mismatch``.
    """
    with open_package(file, limits) as package:
        size = file.seek(0, os.SEEK_END)
        unfolding = Unfolding(size, limits)
        members = [one for one in package.infolist() if not one.filename.endswith("/")]
        captured = [one for one in members if _is_archive(one.filename)]
        if any(one.filename == "datapackage.json" for one in members) and captured:
            yield from _check_digests(path, package, captured, limits)
            members = captured
        for one in members:
            if not is_litter(one.filename):
                yield from _read_member(path, package, one, unfolding, read)


def _is_archive(name: str) -> bool:
    """Tell whether a name is that of an archive in a WACZ."""
    return name.startswith("archive/") and name.lower().endswith((".warc", ".warc.gz"))


def _read_member(
    path: str, package: zipfile.ZipFile, info: zipfile.ZipInfo, unfolding: Unfolding, read: Read
) -> Iterator[Found]:
    """Yield what one member holds; what is wrong with it costs it alone, but for a bomb."""
    part = info.filename[:_LONGEST_NAME].encode("utf-8", "replace").decode()
    try:
        kind = find_format(info.filename, explicit=False)
        if kind == "bundle":
            raise refused("zip.nested", "a ZIP file in another; unpack it first")
        with open_member(package, info, unfolding) as member:
            for one in read(f"{path}#{part}", member, kind):
                yield place_within(one, path, part)
    except RawiError as error:
        if error.code == "zip.bomb":
            raise
        yield Rejected(path, part, error.code, str(error))


def _check_digests(
    path: str, package: zipfile.ZipFile, archives: list[zipfile.ZipInfo], limits: Limits
) -> Iterator[Flagged]:
    """Yield a warning for each archive that is not what the list in the WACZ says it is."""
    listed = _read_list(package, limits)
    if listed is None:
        told = "the list in the WACZ cannot be read; its digests were not compared"
        yield Flagged(path, "datapackage.json", Warning("wacz.list", told))
    for one in archives if listed else ():
        stated = (listed or {}).get(one.filename, "")
        if stated.startswith("sha256:") and stated[7:].lower() != _hash(package, one, limits):
            told = "the archive is not what the list in the WACZ says"
            yield Flagged(path, one.filename[:_LONGEST_NAME], Warning("wacz.digest-mismatch", told))


def _read_list(package: zipfile.ZipFile, limits: Limits) -> dict[str, str] | None:
    """Return the digests that a WACZ states of its members; null if its list cannot be read."""
    try:
        info = package.getinfo("datapackage.json")
        with open_member(package, info, Unfolding(info.compress_size, limits)) as member:
            data = Cursor(Plain(member)).take(_LARGEST_LIST)
        resources = json.loads(data)["resources"]
        return {str(one["path"]): str(one.get("hash", "")) for one in resources}
    except (RawiError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _hash(package: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits) -> str | None:
    """Return the sha256 of a member; null if it cannot be read to its end, which its reader tells."""
    digest = hashlib.sha256()
    try:
        with open_member(package, info, Unfolding(info.compress_size, limits)) as member:
            while piece := member.read(1 << 16):
                digest.update(piece)
    except RawiError:
        return None
    return digest.hexdigest()
