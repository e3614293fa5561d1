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
from rawi.ledger.answers import ChainView, Checked, ComparisonView, StoryView
from rawi.ledger.results import Count, Counts, Said
from rawi.model.document import Metadata
from rawi.model.record import Record
from rawi.model.source import Item
from rawi.opening import Article, OpenedLedger
from rawi.opening import open as open_ledger
from rawi.sources.streams import refused
from rawi.views import chains, checks, stories
from rawi.views.amounts import render_amount
from rawi.views.cards import render_said
from rawi.views.comparisons import render_comparison
from rawi.views.screen import Screen

T = TypeVar("T")
LEDGER = "ledger.rawi"
ARTICLES = "articles"
_WHAT, _PLACE, _WHO = "قتيلا", "الغضا", "هالدن"
_CLAIM = "قوة الإسناد باقية حتى نهاية 2024"
_FIGURES = 8
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
    story: StoryView | None
    comparison: ComparisonView | None
    checked: Checked
    chain: ChainView | None
    passage: Passage | None
    sound: bool


def demonstrate(folder: Path) -> Demonstration:
    """Put the articles and a ledger of them into ``folder`` and ask the ledger a few things.

    Raises SourceError ``demo.missing`` if the articles did not come with this installation, ``demo.foreign``
    if a ledger in the folder holds others: invented reports are not added to somebody's own.
    """
    articles = list(_read_articles(find_gold()))
    folder.mkdir(parents=True, exist_ok=True)
    with open_ledger(folder / LEDGER) as ledger:
        ours = {article.record.document.id for article in articles}
        if any(row["id"] not in ours for row in ledger.export("documents")):
            raise refused("demo.foreign", str(folder / LEDGER))
        (folder / ARTICLES).mkdir(exist_ok=True)
        for article in articles:
            data = article.item.data
            (folder / article.item.path).write_bytes(data if isinstance(data, bytes) else data.encode())
            ledger.add(article)
        ledger.update()
        figures = tuple(islice(ledger.figures(_WHAT, place=_PLACE), _FIGURES))
        story = ledger.story(figures[0].article.id) if figures else None
        return Demonstration(
            folder=str(folder),
            counts=ledger.counts(),
            statements=tuple(_telling(list(ledger.said()))),
            figures=figures,
            story=story,
            comparison=_plainest(ledger.comparisons(verdict="contradicts")),
            checked=ledger.check(_CLAIM),
            chain=_longest(ledger, story) if story else None,
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


def _read_articles(gold: Traversable) -> Iterator[Article]:
    """Yield what is read from each article; its path is where users find it, to try things on."""
    for about in tomllib.loads(gold.joinpath("articles.toml").read_text("utf-8"))["article"]:
        path = f"{ARTICLES}/{about['id']}.txt"
        data = gold.joinpath(f"{about['id']}.txt").read_bytes()
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


def _plainest(found: Iterable[ComparisonView]) -> ComparisonView | None:
    """Return a comparison of two figures, both read for certain, that came to the report by the fewest
    links."""
    plain: list[tuple[int, str, ComparisonView]] = []
    for one in found:
        sides = [side for side in (one.a, one.b) if isinstance(side, Count) and side.holder]
        if len(sides) == 2 and all(side.figure.confidence == "certain" for side in sides):
            links = sum(len(side.chain) + len(side.relayed_by) for side in sides)
            plain.append((links, one.comparison.id, one))
    return min(plain, key=lambda each: each[:2])[2] if plain else None


def _longest(ledger: OpenedLedger, story: StoryView) -> ChainView | None:
    """Return the longest chain of a statement in the reports of a story."""
    reports = {one.article.id for one in story.reports}
    chains = [ledger.chain(one.id) for one in ledger.said() if one.article.id in reports]
    return max(chains, key=lambda one: (len(one.nodes), one.entry.id), default=None)


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
    yield from _across(shown, screen)
    yield from _proof(shown, screen)
    yield _commands("demo_next", [*before, f"cd {shown.folder}", *list_next(shown)], screen)
    yield _commands("demo_yours", ["rawi add PATH...", "rawi"], screen)


def _across(shown: Demonstration, screen: Screen) -> Iterator[str]:
    """Yield what the ledger finds across reports: a story, a comparison, a checked claim, a chain."""
    if story := shown.story:
        yield _section("demo_story", f"rawi story {story.id}", [stories.render_brief(story, screen)], screen)
    if view := shown.comparison:
        asked = f"rawi compare {view.comparison.a} {view.comparison.b}"
        yield _section("demo_compare", asked, [render_comparison(view, screen)], screen)
    claim = shown.checked.understood.claim
    yield _section(
        "demo_check", f"rawi check '{claim}'", [checks.render_brief(shown.checked, screen)], screen
    )
    if chain := shown.chain:
        asked = f"rawi chain {chain.entry.id}"
        yield _section("demo_chain", asked, [chains.render_brief(chain, screen)], screen)


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
    words = f"{screen.apart(f'«{count.words}»')} — {screen.apart(count.holder or screen.label('narrator'))}"
    return (
        f"    {screen.faint(count.id)}  {dated:<22}{render_amount(count.figure, screen.language):>8}  {words}"
    )
