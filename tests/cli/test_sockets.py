"""No command but ``fetch`` and ``feeds pull`` touches a socket, or loads what could open one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import NamedTuple

import pytest

from rawi.cli.program import COMMANDS
from tests.sources.web.sites import page, serving

# Watches every Python process that begins, children too; an audit hook cannot be taken away again.
_WATCH = """
import os, sys

seen = os.open(os.environ["SEEN"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)

def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.client.", "ssl.", "ftplib.", "smtplib.")):
        os.write(seen, f"{event}\\n".encode())

sys.addaudithook(watch)
"""
# Runs rawi and tells what of the web it has loaded.
_RUN = """
import os, sys
from rawi.cli import main

try:
    main()
finally:
    loaded = sorted(name for name in sys.modules if name.startswith("rawi.sources.web"))
    with open(os.environ["SEEN"] + ".loaded", "w") as file:
        file.write(" ".join(loaded))
"""
RUNS = {
    "extract": ("extract", "articles", "--format", "html"),
    "extract, two processes": ("extract", "articles", "--jobs", "2"),
    "extract, all kinds": ("extract", "page.html", "feed.xml", "list.opml", "lines.jsonl"),
    "add": ("add", "articles", "page.html", "feed.xml", "--report", "r.json"),
    "corpus": ("corpus", "extract", "articles", "lines.jsonl", "--out", "corpus", "--jobs", "2"),
    "corpus check": ("corpus", "check", "corpus"),
    "add, a corpus": ("add", "--parquet", "corpus", "--ledger", "of-corpus.rawi"),
    "find": ("find", "الجسر"),
    "said": ("said", "الدوري"),
    "figures": ("figures", "مسافر"),
    "figures, chart": ("figures", "مسافر", "--chart", "-o", "chart.svg"),
    "events": ("events", "--place", "الرمانة"),
    "story": ("story", "الجسر"),
    "compare": ("compare", "مسافر"),
    "check": ("check", "40 ألف مسافر عبروا النهر"),
    "check, a sheet": ("check", "--batch", "lines.jsonl"),
    "chain": ("chain", "fg_"),
    "who": ("who", "الدوري"),
    "merge": ("merge", "سليم", "هناء"),
    "split": ("split", "سليم"),
    "undo": ("undo",),
    "show": ("show", "sha256"),
    "cite": ("cite", "st_"),
    "explain": ("explain", "st_"),
    "update": ("update",),
    "verify": ("verify",),
    "backup": ("backup", "copy.rawi"),
    "restore": ("restore", "copy.rawi", "--ledger", "again.rawi"),
    "export": ("export", "entities"),
    "parse": ("parse", "خمسة آلاف"),
    "eval": ("eval", "articles"),
    "demo": ("demo", "demonstration"),
    "doctor": ("doctor",),
    "accounts": ("accounts", "list"),
    "dossier": ("dossier", "list"),
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


class Watched(NamedTuple):
    """What a run did: uses of sockets in all its processes, modules of the web it loaded, its exit code."""

    seen: list[str]
    loaded: list[str]
    code: int


def watched(folder: Path, *arguments: str) -> Watched:
    """Run rawi in a process of its own and return what it did."""
    seen = folder / "seen"
    seen.unlink(missing_ok=True)
    paths = os.pathsep.join([str(folder / "watch"), *filter(None, sys.path)])
    environment = {**os.environ, "SEEN": str(seen), "PYTHONPATH": paths}
    run = subprocess.run(
        [sys.executable, "-c", _RUN, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        timeout=120,
    )
    assert b"Traceback" not in run.stderr
    loaded = (folder / "seen.loaded").read_text("utf-8")
    return Watched(seen.read_text("utf-8").split(), loaded.split(), run.returncode)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles in all kinds of files; the runs follow one another in it."""
    from tests.cli.conftest import ARTICLE, OTHER

    made = tmp_path_factory.mktemp("watched")
    (made / "articles").mkdir()
    (made / "watch").mkdir()
    (made / "watch/sitecustomize.py").write_text(_WATCH, "utf-8")
    (made / "articles/a.txt").write_text(ARTICLE, "utf-8")
    (made / "articles/b.txt").write_text(OTHER, "utf-8")
    for name, words in FILES.items():
        (made / name).write_text(words, "utf-8")
    return made


def test_every_command_is_watched() -> None:
    """A new command must be added to the runs, or named as one that opens connections."""
    ran = {arguments[0] for arguments in RUNS.values()}
    assert ran | {"fetch", "serve"} == set(COMMANDS)


def test_serve_only_listens(folder: Path) -> None:
    """It binds to this machine, answers, and connects to nobody; it does not load what fetches."""
    seen = folder / "seen"
    seen.unlink(missing_ok=True)
    paths = os.pathsep.join([str(folder / "watch"), *filter(None, sys.path)])
    environment = {**os.environ, "SEEN": str(seen), "PYTHONPATH": paths}
    command = [sys.executable, "-c", _RUN, "serve", "--port", "0", "--json", "--ledger", "served.rawi"]
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        address = json.loads(process.stdout.readline())["address"]
        assert address.startswith("http://127.0.0.1:")
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with opener.open(address, timeout=20) as answer:
            assert answer.status == 200
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)
    told = set(seen.read_text("utf-8").split())
    assert "socket.bind" in told
    assert not {one for one in told if one.startswith(("urllib.", "http.client.", "ssl."))}
    assert not told & {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}
    assert (folder / "seen.loaded").read_text("utf-8") == ""


@pytest.mark.parametrize("run", RUNS)
def test_no_sockets(folder: Path, run: str) -> None:
    """The command makes no use of sockets; it does not even load what could."""
    told = watched(folder, *RUNS[run])
    assert told.seen == []
    assert told.code in (0, 1, 2)
    if not run.startswith("feeds"):
        assert told.loaded == []


def test_the_watch_is_not_blind(folder: Path) -> None:
    """It sees a lookup, in this process and in a child; and that an inner machine is refused unconnected."""
    assert "socket.getaddrinfo" in watched(folder, "fetch", "http://no-such-host.invalid/").seen
    with serving({"/": page("سر")}) as site:
        told = watched(folder, "fetch", f"http://127.0.0.1:{site.port}/")
    assert told.loaded
    assert "socket.connect" not in told.seen
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import socket; socket.socket()'])"
    environment = {**os.environ, "SEEN": str(folder / "child"), "PYTHONPATH": str(folder / "watch")}
    subprocess.run([sys.executable, "-c", child], env=environment, check=True)
    assert "socket.__new__" in (folder / "child").read_text("utf-8")
