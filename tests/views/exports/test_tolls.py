"""Tolls of event sheets: one number where all agree, and every claimant's beside it; none merged."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rawi.ledger import Ledger
from rawi.model.value import Hedge
from rawi.views.exports.tolls import Count, count, find_tallies, tell_tallies
from tests.views.exports.samples import TEXT, gather, other, report, toll

Numbers = tuple[object, object, object]


def _numbers(found: Count) -> Numbers:
    """Return the agreed number and the bounds."""
    return found.agreed.value, found.low.value, found.high.value


@pytest.mark.parametrize(
    ("tolls", "expected", "why"),
    [
        ([{"low": 3}], (3, 3, 3), "all-agree"),
        ([{"low": 0}], (0, 0, 0), "all-agree"),
        ([{"low": 3, "high": None, "hedge": Hedge.AT_LEAST}], (None, 3, None), "hedged"),
        ([{"low": None, "high": 3, "hedge": Hedge.LESS_THAN}], (None, None, 3), "hedged"),
        ([{"low": 3, "hedge": Hedge.ABOUT}], (None, 3, 3), "hedged"),
        ([{"low": 3, "high": 9, "hedge": Hedge.BETWEEN}], (None, 3, 9), "hedged"),
        ([{"low": 3, "joint": True}], (None, None, None), "joint-count"),
        ([{"low": 3}, {"low": 2, "part": True, "who": "children"}], (3, 3, 3), "all-agree"),
        ([{"low": 3}, {"low": 4}], (None, 3, 4), "hedged"),
        ([{"low": 3, "side": "actor"}, {"low": 4, "side": "target"}], (7, 7, 7), "all-agree sum-of-groups"),
        ([{"low": 3, "who": "women"}, {"low": 4, "who": "civilians"}], (None, 4, 7), "hedged"),
        ([], (None, None, None), "silent"),
    ],
)
def test_one_number_only_where_it_is_one(
    ledger: Ledger, tolls: list[dict[str, object]], expected: Numbers, why: str
) -> None:
    """Of one claimant: a firm number is one, a hedge makes bounds, joint counts are none of either."""
    made = tuple(toll(TEXT, "ثلاثة", **one) for one in tolls)  # type: ignore[arg-type]
    docket = gather(ledger, report(tolls=made))
    found = count(find_tallies(docket.accounts), "killed", "all-agree")
    assert _numbers(found) == expected
    assert found.agreed.rule == why


def test_claimants_who_differ_have_no_one_number(ledger: Ledger) -> None:
    """Three here and four there are bounds and two tallies, each with its report; never one number."""
    text = other("وقال شهود إن أربعة قتلوا.")
    docket = gather(ledger, report(), report(text, 1, tolls=(toll(text, "أربعة", 4),)))
    tallies = find_tallies(docket.accounts)
    found = count(tallies, "killed", "all-agree")
    assert _numbers(found) == (None, 3, 4)
    assert found.agreed.rule == "claimants-differ"
    assert [one.words for one in found.agreed.proofs] == ["ثلاثة", "أربعة"]
    told = str(tell_tallies(tallies).value)
    assert "killed 3: سليم الدوري (صدى الريم, 2031-03-06)" in told
    assert "killed 4: سليم الدوري (مرايا الوادي, 2031-03-07)" in told
    assert "7" not in told.replace("2031-03-07", "")


def test_claimants_who_agree_have_one(ledger: Ledger) -> None:
    """The same number in two reports is that number, with the words of both."""
    docket = gather(ledger, report(), report(other("وأكد شهود ذلك."), 1))
    found = count(find_tallies(docket.accounts), "killed", "all-agree")
    assert _numbers(found) == (3, 3, 3)
    assert len(found.agreed.proofs) == 2


def test_a_denied_number_is_nobodys(ledger: Ledger) -> None:
    """Where somebody denies the dead there is no agreement, and the number is no bound."""
    record = report()
    denied = replace(record, statements=(replace(record.statements[0], polarity="denied"),))
    docket = gather(ledger, denied)
    tallies = find_tallies(docket.accounts)
    found = count(tallies, "killed", "all-agree")
    assert _numbers(found) == (None, None, None)
    assert found.agreed.rule == "denied-by-a-claimant"
    assert "denied by سليم الدوري" in str(tell_tallies(tallies).value)
