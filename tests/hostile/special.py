"""Names that are no plain names, and files that are no plain files."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.hostile.case import Canary, Case, choose, story

NAMES = {
    "spaces": " a  b .txt",
    "arabic": "خبر الجسر.txt",
    "turned": "\u202egnp.txt",
    "new-line": "a\nb.txt",
    "control": "a\x1b[2Jb\x07.txt",
    "quotes": "a'b\"c`d.txt",
    "shell": "$(id);rm -rf *&.txt",
    "percent": "%s%n%2e%2e.txt",
    "dash": "-rf.txt",
    "option": "--ledger=x.txt",
    "hash": "a#line-3.txt",
    "long": "a" * 250 + ".txt",
    "long-arabic": "ا" * 120 + ".txt",
    "dots": "...txt..txt",
    "hidden": ".hidden.txt",
    "upper": "A.TXT",
    "backslash": "a\\..\\b.txt",
    "script": "<script>alert(1)<%2fscript>.txt",
    "formula": "=cmd|' C calc'!A0.txt",
    "decomposed": "e\u0301.txt",
    "emoji": "🔴.txt",
    "star": "*.txt",
    "tilde": "~.txt",
    "uri": "file:x.txt",
    "url": "http:__example.org.txt",
}


def _file(path: Path, canary: Canary) -> None:
    path.write_text(story(canary), "utf-8")


def _inside(
    name: str, make: Callable[[Path, Canary], None], *codes: str, stored: int | None = 1, may: str = ""
) -> Case:
    """Return a case that is a folder with something hostile in it, and a good file beside it."""
    canary = choose(name)

    def build(path: Path) -> None:
        path.mkdir()
        make(path, canary)

    return Case(
        "special", name, build, canary, codes=frozenset(codes), may=frozenset(may.split()), stored=stored
    )


def _alone(name: str, make: Callable[[Path], object], *codes: str) -> Case:
    """Return the case of a path at which there is no plain file: refused at once."""
    return Case("special", name, lambda path: (make(path), None)[1], codes=frozenset(codes), stored=0)


def _names() -> Iterator[Case]:
    """Folders with one file of an odd name."""
    for name, odd in NAMES.items():
        canary = choose(name)

        def build(path: Path, odd: str = odd, canary: Canary = canary) -> None:
            path.mkdir()
            (path / odd).write_text(story(canary), "utf-8")

        yield Case("file-names", f"name-{name}", build, canary, stored=1)

    def bytes_name(path: Path) -> None:
        path.mkdir()
        with open(os.fsencode(path) + b"/\xff\xfe.txt", "w", encoding="utf-8") as file:
            file.write(story(choose("bytes")))

    yield Case("file-names", "name-bytes", bytes_name, choose("bytes"), stored=1)


def _socket(path: Path) -> None:
    """Bind a socket at a path, by its name within its folder: such names must be short."""
    here = os.getcwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def _locked(path: Path, canary: Canary) -> None:
    _file(path / "a.txt", canary)
    (path / "b.txt").write_text("x", "utf-8")
    (path / "b.txt").chmod(0)


def _files() -> Iterator[Case]:
    """Pipes, devices, sockets and links, alone and in a folder beside a good file."""
    yield _alone("pipe.txt", os.mkfifo, "source.special")
    yield _alone("pipe.warc", os.mkfifo, "source.special")
    yield _alone("pipe.jsonl.gz", os.mkfifo, "source.special")
    yield _alone("socket.txt", _socket, "source.special")
    for device in ("zero", "null", "full", "random", "tty"):
        yield _alone(f"{device}.txt", lambda path, d=device: path.symlink_to(f"/dev/{d}"), "source.special")
    yield _alone("loop.txt", lambda path: path.symlink_to(path.name), "source.loop")
    yield _alone("dangling.txt", lambda path: path.symlink_to("nowhere"), "source.missing")
    yield _alone("missing.txt", lambda path: None, "source.missing")
    yield _alone("folder.txt", lambda path: path.mkdir(), "source.empty-folder")
    yield _alone("empty-folder", lambda path: path.mkdir(), "source.empty-folder")
    yield _alone("below-a-file.txt", lambda path: path.symlink_to("/etc/passwd/x"), "source.unreadable")

    def beside(make: Callable[[Path], object]) -> Callable[[Path, Canary], None]:
        def build(path: Path, canary: Canary) -> None:
            _file(path / "a.txt", canary)
            make(path / "b.txt")

        return build

    yield _inside("with-pipe", beside(os.mkfifo), "source.special")
    yield _inside("with-socket", beside(_socket), "source.special")
    yield _inside("with-zero", beside(lambda path: path.symlink_to("/dev/zero")), "source.special")
    yield _inside("with-dangling", beside(lambda path: path.symlink_to("nowhere")), "source.missing")
    yield _inside("with-loop", beside(lambda path: path.symlink_to(path.name)), "source.loop")
    yield _inside("with-itself", beside(lambda path: path.symlink_to(path.parent)), "source.loop")
    yield _inside("with-folder", beside(lambda path: path.mkdir()), may="source.empty-folder")
    yield _inside(
        "with-program", beside(lambda path: path.with_suffix(".exe").write_bytes(b"MZ")), "source.format"
    )
    yield _inside("with-link", beside(lambda path: path.symlink_to("a.txt")), stored=2)
    yield _inside("with-locked", _locked, may="source.unreadable", stored=None)

    def deep(path: Path, canary: Canary) -> None:
        _file(path / "a.txt", canary)
        for _ in range(100):
            path = path / "d"
            path.mkdir()
        _file(path / "b.txt", canary)

    yield _inside("deep", deep, "source.too-deep")


def all_cases() -> list[Case]:
    """Every case of these classes."""
    return [*_names(), *_files()]
