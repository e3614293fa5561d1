"""No command but ``fetch`` and ``feeds pull`` touches a socket, or loads what could open one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rawi.cli.program import COMMANDS
from tests.web.sites import page, serving

# Runs rawi and tells on stderr what it did with sockets; the hook cannot be taken away again.
_WATCHED = """
import json, os, sys
seen = []

def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.client.", "ssl.", "ftplib.", "smtplib.")):
        seen.append(event)

sys.addaudithook(watch)
sys.argv = ["rawi", *sys.argv[1:]]
from rawi.cli import main
code = 0
try:
    main()
except SystemExit as stop:
    code = stop.code
loaded = sorted(name for name in sys.modules if name.startswith("rawi.sources.web"))
open(os.environ["SEEN"], "w").write(json.dumps({"seen": seen, "loaded": loaded, "code": code}))
"""
RUNS = {
    "extract": ("extract", "articles", "--format", "html"),
    "extract, two processes": ("extract", "articles", "--jobs", "2"),
    "extract, all kinds": ("extract", "page.html", "feed.xml", "list.opml", "lines.jsonl"),
    "add": ("add", "articles", "page.html", "feed.xml", "--report", "r.json"),
    "find": ("find", "الجسر"),
    "said": ("said", "الدوري"),
    "figures": ("figures", "مسافر"),
    "who": ("who", "الدوري"),
    "merge": ("merge", "سليم", "هناء"),
    "split": ("split", "سليم"),
    "undo": ("undo",),
    "show": ("show", "sha256"),
    "cite": ("cite", "st_"),
    "explain": ("explain", "st_"),
    "update": ("update",),
    "verify": ("verify",),
    "export": ("export", "entities"),
    "parse": ("parse", "خمسة آلاف"),
    "eval": ("eval", "articles"),
    "demo": ("demo", "demonstration"),
    "doctor": ("doctor",),
    "status": ("status",),
    "feeds add": ("feeds", "add", "https://nahr.example/rss", "list.opml"),
    "feeds list": ("feeds", "list"),
    "feeds remove": ("feeds", "remove", "https://nahr.example/rss"),
}  # fmt: skip
_URL = "https://nahr.example/a"
FILES = {
    "page.html": f'<html><head><link rel="canonical" href="{_URL}"><link rel="stylesheet" href="{_URL}.css">'
    f'</head><body><img src="{_URL}.png"><p>قال سليم الدوري إن الجسر مغلق.</p></body></html>',
    "feed.xml": f"<rss version='2.0'><channel><title>نهر</title><item><link>{_URL}</link>"
    "<description>قال سليم الدوري إن الطريق مفتوح.</description></item></channel></rss>",
    "list.opml": f'<opml><outline text="نهر" xmlUrl="{_URL}"/></opml>',
    "lines.jsonl": json.dumps({"html": f'<p>قالت هناء الشمري إن السوق مفتوح.<img src="{_URL}">', "url": _URL})
    + "\n",
}


def watched(folder: Path, *arguments: str) -> dict[str, object]:
    """Run rawi in a process of its own and return what it did with sockets and loaded of the web."""
    import os

    seen = folder / "seen.json"
    environment = {**os.environ, "SEEN": str(seen)}
    command = [sys.executable, "-c", _WATCHED, *arguments]
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=120, check=True)
    told: dict[str, object] = json.loads(seen.read_text())
    return told


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles in all kinds of files; the runs follow one another in it."""
    from tests.cli.conftest import ARTICLE, OTHER

    made = tmp_path_factory.mktemp("watched")
    (made / "articles").mkdir()
    (made / "articles/a.txt").write_text(ARTICLE, "utf-8")
    (made / "articles/b.txt").write_text(OTHER, "utf-8")
    for name, words in FILES.items():
        (made / name).write_text(words, "utf-8")
    return made


def test_every_command_is_watched() -> None:
    """A new command must be added to the runs, or named as one that opens connections."""
    ran = {arguments[0] for arguments in RUNS.values()}
    assert ran | {"fetch"} == set(COMMANDS)


@pytest.mark.parametrize("run", RUNS)
def test_no_sockets(folder: Path, run: str) -> None:
    """The command makes no use of sockets; it does not even load what could."""
    told = watched(folder, *RUNS[run])
    assert told["seen"] == []
    assert told["code"] in (0, 1, 2)
    if not run.startswith("feeds"):
        assert told["loaded"] == []


def test_the_watch_sees_what_fetch_does(folder: Path) -> None:
    """The hook is not blind: a fetch from a port here, refused before it connects, and a lookup are seen."""
    with serving({"/": page("سر")}) as site:
        told = watched(folder, "fetch", f"http://127.0.0.1:{site.port}/")
    assert told["loaded"]
    assert [one for one in told["seen"] if one == "socket.connect"] == []  # type: ignore[attr-defined]
    assert "socket.getaddrinfo" in watched(folder, "fetch", "http://no-such-host.invalid/")["seen"]  # type: ignore[operator]
