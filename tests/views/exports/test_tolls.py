"""Tolls of event sheets: one number where all agree, and every claimant's beside it; none merged."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rawi.ledger import Ledger
from rawi.model.value import Hedge
from rawi.views.exports import ucdp
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


def test_a_joint_count_is_one_entry(ledger: Ledger) -> None:
    """Forty killed and wounded are told once, with both kinds before the number."""
    both = tuple(toll(TEXT, "ثلاثة", 40, joint=True, kind=kind) for kind in ("injured", "killed"))
    tallies = find_tallies(gather(ledger, report(tolls=(*both, toll(TEXT, "خمسة", 5)))).accounts)
    told = str(tell_tallies(tallies).value).split(" | ")
    assert [one.partition(":")[0] for one in told] == ["killed + injured 40 (joint)", "killed 5"]


def test_two_joint_counts_are_two_entries(ledger: Ledger) -> None:
    """Each claimant's joint count stands for itself, though the number is one."""
    text = other("وقال شهود إن أربعة قتلوا.")
    pairs = [
        tuple(toll(words, "ثلاثة", 40, joint=True, kind=kind) for kind in ("injured", "killed"))
        for words in (TEXT, text)
    ]
    docket = gather(ledger, report(tolls=pairs[0]), report(text, 1, tolls=pairs[1]))
    assert str(tell_tallies(find_tallies(docket.accounts)).value).count("killed + injured 40 (joint)") == 2


_PARTS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


def test_numbers_of_several_claimants_are_no_parts_of_one_toll(ledger: Ledger) -> None:
    """Four fighters, twelve civilians and fifteen dead of three claimants fill no group, but the bounds."""
    texts = [TEXT, other("وقال شهود إن أربعة قتلوا."), other("وقال سكان إن أربعة قتلوا.")]
    counts: list[dict[str, object]] = [
        {"low": 4, "who": "fighters", "side": "target"},
        {"low": 12, "who": "civilians", "side": "target"},
        {"low": 15},
    ]
    records = [
        report(text, at, tolls=(toll(text, "ثلاثة", **one),))  # type: ignore[arg-type]
        for at, (text, one) in enumerate(zip(texts, counts, strict=True))
    ]
    row = ucdp.build_row(gather(ledger, *records))
    assert [row[name].value for name in _PARTS] == [None] * 4
    assert [row[name].value for name in ("best", "low", "high")] == [None, 4, 15]
    assert row["deaths_civilians"].rule == "not-of-every-claimant"


def test_groups_that_may_share_people_are_not_told_as_parts(ledger: Ledger) -> None:
    """Twelve civilians and fifteen dead of one claimant may be twelve of the fifteen."""
    tolls = toll(TEXT, "ثلاثة", 12, who="civilians"), toll(TEXT, "خمسة", 15)
    row = ucdp.build_row(gather(ledger, report(tolls=tolls)))
    assert [row[name].value for name in _PARTS] == [None] * 4
    assert row["deaths_unknown"].rule == "groups-may-overlap"


def test_a_group_that_all_count_alike_is_told(ledger: Ledger) -> None:
    """Both claimants count three of the side attacked; only their civilians differ."""
    text = other("وقال شهود إن أربعة قتلوا.")
    mine = toll(TEXT, "ثلاثة", 3, side="actor"), toll(TEXT, "خمسة", 5, who="civilians", side="target")
    theirs = toll(text, "ثلاثة", 3, side="actor"), toll(text, "أربعة", 4, who="civilians", side="target")
    row = ucdp.build_row(gather(ledger, report(tolls=mine), report(text, 1, tolls=theirs)))
    assert [row[name].value for name in _PARTS] == [3, None, None, None]
