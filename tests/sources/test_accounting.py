"""The account of a run is right, and bounded, whatever the inputs give."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rawi.model.document import Metadata, Warning
from rawi.model.source import Finished, Flagged, Item, Known, Rejected, Totals
from rawi.sources.accounting import Account

KINDS = ["stored", "duplicate", "refused", "bad", "whole", "known"]
STEPS = st.lists(
    st.tuples(
        st.sampled_from("abc"), st.sampled_from(["stored", "duplicate", "refused", "bad", "whole", "known"])
    ),
    max_size=30,
)


@given(STEPS)
def test_sums_add_up(steps: list[tuple[str, str]]) -> None:
    """In = stored + duplicate + rejected, in whatever order things come; every input has one entry."""
    account = Account()
    for path, step in steps:
        item = Item(path, "line 1", "نص", "text", Metadata())
        if step == "stored":
            account.stored(item)
        elif step == "duplicate":
            account.duplicate(item)
        elif step == "refused":
            account.refused(item, "document.empty", "x")
        elif step == "known":
            account.take(Known(path, None))
        else:
            account.take(Rejected(path, "line 2" if step == "bad" else None, "jsonl.malformed", "x"))
    report = account.report()
    totals = report.totals
    assert totals.documents_in == totals.stored + totals.duplicates + totals.rejected
    assert totals.stored == sum(step == "stored" for _, step in steps)
    assert totals.duplicates == sum(step in ("duplicate", "known") for _, step in steps)
    assert [one.path for one in report.inputs] == list(dict.fromkeys(path for path, _ in steps))
    assert all(one.code for one in report.inputs if one.outcome == "rejected")


def test_warnings_are_bounded_and_counted() -> None:
    """Of a flood of warnings the first thousand are kept, and the others are counted by their codes."""
    account = Account()
    for number in range(5000):
        account.take(Rejected("a", f"line {number}", "jsonl.malformed", "x"))
    account.take(Flagged("a", None, Warning("gzip.trailing", "x")))
    (one,) = account.report().inputs
    assert (one.bad, len(one.warnings)) == (5000, 1001)
    assert one.warnings[-1].code == "report.shortened"
    assert "gzip.trailing × 1, jsonl.malformed × 4000" in one.warnings[-1].message
    assert account.report().totals.warnings == 5001


def test_what_is_still_being_read_is_not_refused() -> None:
    """An input whose only item is not settled when the run is stopped stands in no report."""
    account = Account()
    item = Item("a.txt", None, "قال سليم", "text", Metadata())
    account.begun(item)
    account.take(Finished("a.txt"))
    assert account.report().totals == Totals()
    account.stored(item)
    assert account.report().totals.stored == 1
    assert account.report().totals.rejected == 0
