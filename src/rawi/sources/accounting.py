"""The account of a run: every input accepted or rejected with a code, and sums that add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rawi.model.document import Warning
from rawi.model.source import Flagged, InputReport, Item, Known, Outcome, Rejected, Report, Totals

_MOST_KEPT = 1000  # warnings of one input; a hostile one could give as many as it has lines


class _Input:
    """What has become of one input so far."""

    def __init__(self) -> None:
        self.stored = self.duplicates = self.bad = self.waiting = 0
        self.refusal: Rejected | None = None
        self.first_bad: Rejected | None = None
        self.warnings: list[Warning] = []
        self.more: Counter[str] = Counter()

    @property
    def is_open(self) -> bool:
        """Whether nothing but what is still being read came of it so far."""
        return self.waiting > 0 and not _any(self) and self.refusal is None

    def warn(self, warnings: Iterable[Warning]) -> None:
        """Keep warnings; of those beyond the first thousand only how many there were of each code."""
        for one in warnings:
            if len(self.warnings) < _MOST_KEPT:
                self.warnings.append(one)
            else:
                self.more[one.code] += 1

    def _told(self) -> tuple[Warning, ...]:
        """Return the warnings that were kept, and one that counts the others."""
        if not self.more:
            return tuple(self.warnings)
        listed = ", ".join(f"{code} × {number}" for code, number in sorted(self.more.items()))
        return (*self.warnings, Warning("report.shortened", f"{self.more.total()} more: {listed}"))

    def report(self, path: str) -> InputReport:
        """Return the line of the report; an input of which nothing was accepted is rejected."""
        accepted = self.stored + self.duplicates > 0
        cause = self.refusal or self.first_bad
        nothing = not accepted and cause is None
        return InputReport(
            path=path,
            outcome="accepted" if accepted else "rejected",
            code="source.no-documents" if nothing else cause.code if cause else None,
            message="no document was found in it" if nothing else cause.message if cause else None,
            documents=self.stored,
            duplicates=self.duplicates,
            bad=self.bad,
            warnings=self._told(),
        )


class Account:
    """Collects outcomes and what became of the items; ``report()`` gives the whole.

    >>> account = Account()
    >>> account.take(Rejected("a.txt", None, "source.missing", "there is no such file"))
    >>> account.report().totals.rejected
    1
    """

    def __init__(self) -> None:
        self._inputs: dict[str, _Input] = {}

    def _of(self, path: str) -> _Input:
        """Return the state of an input, begun if it is new."""
        return self._inputs.setdefault(path, _Input())

    def take(self, outcome: Outcome) -> None:
        """Record what is no item, or the end of an input; an item counts only by what becomes of it."""
        one = self._of(outcome.path)
        if isinstance(outcome, Flagged):
            one.warn([_placed(outcome.part, outcome.warning)])
        elif isinstance(outcome, Known):
            one.duplicates += 1
        elif isinstance(outcome, Rejected) and outcome.part is None:
            one.refusal = one.refusal or outcome
        elif isinstance(outcome, Rejected):
            one.bad += 1
            one.first_bad = one.first_bad or outcome
            one.warn([Warning(outcome.code, f"{outcome.part}: {outcome.message}")])

    def begun(self, item: Item) -> None:
        """Record that the item is being read; until it is settled its input says nothing of it."""
        self._of(item.path).waiting += 1

    def stored(self, item: Item, warnings: tuple[Warning, ...] = ()) -> None:
        """Record that the item became a document, with the document's warnings."""
        one = self._of(item.path)
        one.stored += 1
        one.waiting -= 1
        one.warn(_placed(item.part, warning) for warning in warnings)

    def duplicate(self, item: Item) -> None:
        """Record that the item's text was there already."""
        one = self._of(item.path)
        one.duplicates += 1
        one.waiting -= 1

    def refused(self, item: Item, code: str, message: str) -> None:
        """Record that no document could be made of the item."""
        self._of(item.path).waiting -= 1
        self.take(Rejected(item.path, item.part, code, message))

    def report(self) -> Report:
        """Return the report of all inputs so far, in the order in which they came.

        Left out are those of which all that came is still being read: a run that was stopped did not do them.
        """
        known = {path: one for path, one in self._inputs.items() if not one.is_open}
        inputs = tuple(one.report(path) for path, one in known.items())
        refusals = [one.bad + (one.refusal is not None or not _any(one)) for one in known.values()]
        stored, duplicates = sum(one.documents for one in inputs), sum(one.duplicates for one in inputs)
        totals = Totals(
            inputs=len(inputs),
            accepted=sum(one.outcome == "accepted" for one in inputs),
            documents_in=stored + duplicates + sum(refusals),
            stored=stored,
            duplicates=duplicates,
            rejected=sum(refusals),
            bad=sum(one.bad for one in inputs),
            warnings=sum(len(one.warnings) + one.more.total() for one in known.values()),
        )
        return Report(inputs, totals)


def _any(one: _Input) -> bool:
    """Tell whether anything at all came from an input."""
    return bool(one.stored or one.duplicates or one.bad)


def _placed(part: str | None, warning: Warning) -> Warning:
    """Return a warning that says where in its input it belongs."""
    return Warning(warning.code, f"{part}: {warning.message}", warning.span) if part else warning
