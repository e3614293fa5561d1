"""What ``rawi demo`` does: the project's own articles into a ledger, and what the ledger then answers.

The articles lie in ``gold/`` of the repository; a wheel carries them as ``rawi/gold``. All that is shown is
asked of the ledger at that moment.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec

from rawi.ingest.extraction import read_item
from rawi.ledger.results import Count, Counts, Difference, Said
from rawi.model.document import Metadata
from rawi.model.record import Record
from rawi.model.source import Item
from rawi.opening import Article, OpenedLedger
from rawi.opening import open as open_ledger
from rawi.sources.streams import refused
from rawi.views.amounts import render_amount
from rawi.views.cards import render_difference, render_said
from rawi.views.screen import Screen

T = TypeVar("T")
LEDGER = "ledger.rawi"
ARTICLES = "articles"
_WHAT, _PLACE, _WHO = "قتيلا", "الغضا", "هالدن"
_FIGURES, _DIFFERENCES = 8, 2
_AROUND = 80


class Passage(msgspec.Struct, frozen=True):
    """Words at an address, and the line around them."""

    address: str
    before: str
    words: str
    after: str


class Demonstration(msgspec.Struct, frozen=True):
    """What the ledger in ``folder`` answers; ``passage`` is where one of the figures stands."""

    folder: str
    counts: Counts
    statements: tuple[Said, ...]
    figures: tuple[Count, ...]
    differences: tuple[Difference, ...]
    passage: Passage | None
    sound: bool


def demonstrate(folder: Path) -> Demonstration:
    """Put the articles and a ledger of them into ``folder`` and ask the ledger a few things.

    Raises SourceError ``demo.missing`` if the articles did not come with this installation.
    """
    (folder / ARTICLES).mkdir(parents=True, exist_ok=True)
    with open_ledger(folder / LEDGER) as ledger:
        for article in _write_articles(find_gold(), folder):
            ledger.add(article)
        figures = tuple(islice(ledger.figures(_WHAT, place=_PLACE), _FIGURES))
        return Demonstration(
            folder=str(folder),
            counts=ledger.counts(),
            statements=tuple(_telling(list(ledger.said()))),
            figures=figures,
            differences=tuple(_apart(ledger.conflicts(_WHAT))),
            passage=next((_passage(ledger, one) for one in figures if one.holder), None),
            sound=not ledger.verify(),
        )


def find_gold() -> Traversable:
    """Find the folder of articles, in the package or the repository around it; SourceError if in neither."""
    package = files("rawi")
    repository = Path(str(package)).parent.parent
    for folder in (package.joinpath("gold"), repository.joinpath("gold")):
        if folder.joinpath("articles.toml").is_file():
            return folder
    raise refused("demo.missing", "neither rawi/gold in the package nor gold/ beside it")


def _write_articles(gold: Traversable, folder: Path) -> Iterator[Article]:
    """Write each article into the folder, for users to try things on, and yield what is read from it."""
    for about in tomllib.loads(gold.joinpath("articles.toml").read_text("utf-8"))["article"]:
        path = f"{ARTICLES}/{about['id']}.txt"
        data = gold.joinpath(f"{about['id']}.txt").read_bytes()
        (folder / path).write_bytes(data)
        known = Metadata(path, about.get("title"), about.get("outlet"), about.get("published"))
        item = Item(path, None, data, "text", known)
        record = read_item(item)
        if isinstance(record, Record):
            yield Article(record, item)


def _telling(said: list[Said]) -> Iterator[Said]:
    """Yield three statements of different kinds: quoted, denied, passed on by others; short ones."""
    wanted: tuple[Callable[[Said], bool], ...] = (
        lambda one: one.statement.kind == "direct" and bool(one.statement.speaker.role and one.said),
        lambda one: one.statement.polarity == "denied" and bool(one.statement.speaker.name),
        lambda one: any(link.kind in ("account", "platform", "agency") for link in one.statement.chain),
    )
    seen = set[str]()
    for fits in wanted:
        fitting = [one for one in said if fits(one) and one.id not in seen and len(one.words) > 30]
        if fitting:
            found = min(fitting, key=lambda one: (one.statement.speaker.name is None, len(one.words)))
            seen.add(found.id)
            yield found


def _apart(found: Iterable[Difference]) -> Iterator[Difference]:
    """Yield differences between figures of two named holders; the same pair twice teaches nothing."""
    seen = set[tuple[str, str]]()
    for one in found:
        if not (isinstance(one.a, Count) and isinstance(one.b, Count) and one.a.holder and one.b.holder):
            continue
        a, b = sorted((one.a.holder, one.b.holder), key=len)
        if a not in b and (a, b) not in seen and len(seen) < _DIFFERENCES:
            seen.add((a, b))
            yield one


def _passage(ledger: OpenedLedger, count: Count) -> Passage:
    """Return where a figure stands, cut from the stored text."""
    text, span = ledger.document(count.article.id).text, count.figure.span
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    before, after = text[start : span.start], text[span.end : end if end >= 0 else len(text)]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return Passage(count.address, before, ledger.words(count.address), after)


def list_next(shown: Demonstration) -> list[str]:
    """Return commands that work in the folder, each with arguments that find something."""
    commands = [
        f"rawi said {_WHO}",
        f"rawi figures {_WHAT} --place {_PLACE}",
        "rawi find 'قوة الإسناد'",
    ]
    if shown.figures:
        commands.append(f"rawi explain {shown.figures[0].id}")
    if shown.statements:
        commands.append(f"rawi cite {shown.statements[0].id}")
    return [*commands, f"rawi extract {ARTICLES}/sarw-denial.txt --format html > article.html"]


def render_demonstration(shown: Demonstration, screen: Screen, before: Sequence[str] = ()) -> Iterator[str]:
    """Yield the demonstration section by section; ``before`` comes before the commands that it proposes."""
    counts = msgspec.structs.asdict(shown.counts)
    yield screen.label("demo_read").format(**counts) + "\n" + screen.faint(screen.label("demo_invented"))
    said = [render_said(one, screen) for one in shown.statements]
    yield _section("demo_said", "rawi said", said, screen)
    lines = "\n".join(_line(one, screen) for one in shown.figures)
    yield _section("demo_figures", f"rawi figures {_WHAT} --place {_PLACE}", [lines], screen)
    pairs = [render_difference(one, screen) for one in shown.differences]
    yield _section("demo_differences", f"rawi figures {_WHAT} --differ", pairs, screen)
    yield from _proof(shown, screen)
    yield _commands("demo_next", [*before, f"cd {shown.folder}", *list_next(shown)], screen)
    yield _commands("demo_yours", ["rawi add PATH...", "rawi"], screen)


def _proof(shown: Demonstration, screen: Screen) -> Iterator[str]:
    """Yield the section that shows a figure in its line, as the stored text has it."""
    if one := shown.passage:
        marked = f"{one.before}⟦{one.words}⟧{one.after}"
        told = [screen.block(marked), *([f"    {screen.label('demo_sound')}"] if shown.sound else [])]
        yield _section("demo_words", f"rawi show '{one.address}'; rawi verify", ["\n".join(told)], screen)


def _section(name: str, asked: str, parts: Iterable[str], screen: Screen) -> str:
    """Return a heading, the command that asks the same, and the answers."""
    return "\n\n".join([f"{screen.strong(screen.label(name))}\n{screen.faint('$ ' + asked)}", *parts])


def _commands(name: str, commands: Iterable[str], screen: Screen) -> str:
    """Return a heading and commands under it."""
    return "\n".join([screen.strong(screen.label(name)), *(f"    {one}" for one in commands)])


def _line(count: Count, screen: Screen) -> str:
    """Return a figure on one line: id, day with what day it is, number, words and holder."""
    dates = (("as_of", count.as_of), ("said", count.said), ("published", count.published))
    dated = next((f"{screen.label(name)} {day}" for name, day in dates if day), "?")
    words = screen.apart(f"«{count.words}» — {count.holder or screen.label('narrator')}")
    return (
        f"    {screen.faint(count.id)}  {dated:<22}{render_amount(count.figure, screen.language):>8}  {words}"
    )
