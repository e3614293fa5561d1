"""Invented articles for corpora, and corpora of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

NAMES = ("سليم الدوري", "هناء الخالدي", "نادر الصالحي", "سامي النجار", "ليلى الحداد")
TOWNS = ("حلب", "الموصل", "عدن", "بنغازي", "صنعاء")
DEATH = "كلمة تقتل القارئ"  # a worker of ``deadly`` dies of it
SLEEP = "كلمة تنيم القارئ"  # a worker of ``deadly`` hangs at it, and does not let itself be woken
KILLER = "كلمة تقتل من يفتحها"  # likewise of reading it in a table
DOZE = "كلمة تبطئ القارئ"  # likewise, but it does


def article(number: int) -> str:
    """Return an article of its own for each number, with a statement, figures, an event and a day."""
    name, town = NAMES[number % 5], TOWNS[number // 5 % 5]
    return (
        f"قال المتحدث باسم البلدية {name} يوم الأحد إن {number + 3} مدنيا قتلوا في قصف على {town}.\n"
        f"وأضاف {name} «لم نتلق أي مساعدة منذ {number + 2} أيام»، وفق ما نقلته وكالة الساحل.\n"
        f"وأصيب أكثر من {number * 2 + 11} شخصا بجروح، حسب مصادر طبية."
    )


def row(number: int, **more: object) -> dict[str, object]:
    """Return an article as a row of JSON lines."""
    told = {"text": article(number), "url": f"https://sahel.example/{number}", "published": "2031-05-04"}
    return {**told, "outlet": "الساحل", **more}


def write_lines(path: Path, rows: Iterable[object]) -> Path:
    """Write rows as JSON lines; what is a string goes in as it is."""
    lines = (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in rows)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()
    }


#: Makes the workers of a process that finds it on its path die of some words, or hang: a ``sitecustomize``.
DEADLY = f'''
import os, signal, time
import rawi.ingest.extraction as extraction

extract = extraction.extract_document

def deadly(text, *more):
    if "{DEATH}" in text:
        os._exit(137)
    if "{DOZE}" in text:
        time.sleep(600)
    if "{SLEEP}" in text:
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
        time.sleep(600)
    return extract(text, *more)

extraction.extract_document = deadly

import rawi.sources.parquet as tables

read = tables._read

def killing(path, part, fields, limits):
    if fields["text"] == "{KILLER}":
        os._exit(137)
    return read(path, part, fields, limits)

tables._read = killing
'''
