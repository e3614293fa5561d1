"""A folder of reports and what a careful reader links across them: ``articles.toml``, ``across.json``, texts.

Annotators write words, never offsets. Words that do not stand exactly once in their report are named, all of
them at once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from rawi.errors import GoldError, GoldMissing
from rawi.model.relation import ComparisonKind, DuplicateKind, Verdict

REPORTS = "articles.toml"
LINKS = "across.json"


class GoldReport(msgspec.Struct, frozen=True):
    """One report: its name in the folder, and what is known of it beside the text."""

    id: str
    text: str = ""
    title: str | None = None
    outlet: str | None = None
    published: str | None = None


class Mention(msgspec.Struct, frozen=True):
    """Words that stand exactly once in a report."""

    document: str
    text: str


class Claim(msgspec.Struct, frozen=True):
    """A figure with its noun, or part of what was said; ``also``: where the same claim stands too."""

    document: str
    text: str
    also: tuple[Mention, ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every place of the claim, the one it was annotated by first."""
        return (Mention(self.document, self.text), *self.also)


class GoldDuplicate(msgspec.Struct, frozen=True):
    """Reports that share words; ``other`` lists kinds that a fair reader could give too."""

    kind: DuplicateKind
    documents: tuple[str, ...]
    origin: str | None = None
    other: tuple[DuplicateKind, ...] = msgspec.field(default=(), name="or")
    optional: bool = False


class GoldComparison(msgspec.Struct, frozen=True):
    """Two claims and their verdict; ``other`` lists verdicts that a fair reader could give too."""

    a: Claim
    b: Claim
    kind: ComparisonKind
    verdict: Verdict
    aspect: str | None = None
    why: str = ""
    other: tuple[Verdict, ...] = msgspec.field(default=(), name="or")
    optional: bool = False

    @property
    def accepted(self) -> tuple[Verdict, ...]:
        """Every verdict that is right."""
        return (self.verdict, *self.other)


class GoldRecurrence(msgspec.Struct, frozen=True):
    """One proposition of one speaker in several reports."""

    speaker: str
    statements: tuple[Mention, ...]
    optional: bool = False


class Annotation(msgspec.Struct, frozen=True):
    """What ``across.json`` holds."""

    stories: dict[str, tuple[str, ...]] = {}
    duplicates: tuple[GoldDuplicate, ...] = ()
    comparisons: tuple[GoldComparison, ...] = ()
    recurrences: tuple[GoldRecurrence, ...] = ()

    def documents(self) -> Iterator[str]:
        """Yield the name of every report that is in a story or a duplicate."""
        for story in self.stories.values():
            yield from story
        for duplicate in self.duplicates:
            yield from duplicate.documents

    def mentions(self) -> Iterator[Mention]:
        """Yield every place that is named in a comparison or a recurrence."""
        for comparison in self.comparisons:
            yield from comparison.a.mentions
            yield from comparison.b.mentions
        for recurrence in self.recurrences:
            yield from recurrence.statements


class Cluster(msgspec.Struct, frozen=True):
    """The reports of a folder by name, and what is linked across them."""

    reports: dict[str, GoldReport]
    gold: Annotation


def read_cluster(folder: str | Path) -> Cluster:
    """Return the reports and the annotation of ``folder``.

    Raises GoldMissing where a file is missing, GoldError where one is malformed, where two reports have the
    same text (a ledger holds it once), and where words do not stand exactly once in the report that is named;
    the message lists every such place.
    """
    folder = Path(folder)
    try:
        reports = {one.id: one for one in _read_reports(folder)}
        gold = msgspec.json.decode((folder / LINKS).read_bytes(), type=Annotation)
    except OSError as error:
        raise GoldMissing(f"{folder}: {error.strerror}: {error.filename}") from error
    except (msgspec.MsgspecError, tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
        raise GoldError(f"{folder}: {error}") from error
    if faults := [*_find_twins(reports), *_find_faults(reports, gold)]:
        raise GoldError("\n".join(faults))
    return Cluster(reports, gold)


def _read_reports(folder: Path) -> Iterator[GoldReport]:
    """Yield the reports that ``articles.toml`` names, each with its text."""
    for about in tomllib.loads((folder / REPORTS).read_bytes().decode("utf-8"))["article"]:
        text = (folder / f"{about['id']}.txt").read_bytes().decode("utf-8")
        yield msgspec.convert({**about, "text": text}, GoldReport)


def _find_twins(reports: Mapping[str, GoldReport]) -> Iterator[str]:
    """Name each report whose text another one has too."""
    met: dict[str, str] = {}
    for name, report in reports.items():
        if (twin := met.setdefault(report.text, name)) != name:
            yield f"{name}: the same text as {twin}"


def _find_faults(reports: Mapping[str, GoldReport], gold: Annotation) -> Iterator[str]:
    """Name each report that is not there, and all words that are not exactly once where they should be."""
    yield from (f"no report {name!r}" for name in sorted({*gold.documents()} - {*reports}))
    for one in gold.mentions():
        if one.document not in reports:
            yield f"no report {one.document!r}: {one.text!r}"
        elif (times := reports[one.document].text.count(one.text)) != 1:
            yield f"{one.document}: {times} times: {one.text!r}"
