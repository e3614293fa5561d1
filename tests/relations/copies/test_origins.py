"""What like documents go back to: credits first, then time; nothing where they contradict each other."""

from __future__ import annotations

import msgspec
import pytest

from rawi.relations.copies.credits import Credit
from rawi.relations.copies.origins import Origin, find_origin
from rawi.relations.copies.passages import Passages
from tests.relations.copies.articles import BRIDGE, join, read

BASE = read(join(BRIDGE))


def member(
    id: str,
    published: str | None = None,
    outlet: str | None = None,
    *credits: str,
    heard: tuple[str, ...] = (),
) -> Passages:
    """Return an item with what its origin is told by."""
    return msgspec.structs.replace(
        BASE,
        id=id,
        document=id,
        published=published,
        outlet=outlet,
        credits=tuple(Credit(one, one) for one in credits),
        heard=heard,
    )


def find(
    *members: Passages, copies: bool = True, rests: dict[tuple[str, str], float] | None = None
) -> Origin:
    """Return the origin of members."""
    return find_origin(members, rests or {}, copies=copies)


def codes(origin: Origin) -> list[str]:
    """Return the codes of its reasons."""
    return [reason.code for reason in origin.reasons]


def test_the_credited_newsroom_is_the_origin() -> None:
    """B credits the outlet of A, of the same day: A is the origin."""
    found = find(member("a", "2024-05-01", "سفح"), member("b", "2024-05-01", "غيمه", "سفح"))
    assert (found.document, found.credited, codes(found)) == ("a", None, ["credit"])


def test_credits_are_followed_to_their_end() -> None:
    """C credits B, and B credits A: A is the origin."""
    found = find(
        member("a", None, "سفح"), member("b", None, "غيمه", "سفح"), member("c", None, "وادي", "غيمه")
    )
    assert found.document == "a"


def test_a_newsroom_that_a_statement_was_made_to_is_the_origin() -> None:
    """Where none credits another as a whole, B's قال للسفح points to A."""
    found = find(member("a", None, "سفح"), member("b", None, "غيمه", heard=("سفح",)))
    assert (found.document, codes(found)) == ("a", ["heard"])


def test_a_credit_that_contradicts_the_dates_is_told() -> None:
    """B credits A but was published the day before: the words of B decide, and the reasons tell the rest."""
    found = find(member("a", "2024-05-02", "سفح"), member("b", "2024-05-01", "غيمه", "سفح"))
    assert (found.document, codes(found)) == ("a", ["credit", "credit.later"])


def test_a_third_that_was_published_before_the_credited_one_is_told() -> None:
    """B credits A, but C had the text before A by its date."""
    found = find(
        member("a", "2024-05-02", "سفح"),
        member("b", "2024-05-03", "غيمه", "سفح"),
        member("c", "2024-04-30", "وادي"),
    )
    assert (found.document, codes(found)) == ("a", ["credit", "earlier"])


def test_a_date_that_the_text_contradicts_counts_for_nothing() -> None:
    """The one of the doubtful date is not the earliest, and the reasons say that it is doubted."""
    doubtful = msgspec.structs.replace(member("b", None, "غيمه"), misdated="2024-04-01")
    found = find(member("a", "2024-05-01", "سفح"), doubtful, member("c", "2024-05-02", "وادي"))
    assert (found.document, codes(found)) == (None, ["date.doubtful", "untold"])


def test_copies_that_say_that_they_are_taken_from_others_are_no_origin() -> None:
    """Of one day, متابعات above one text points away from it; above both it tells nothing."""
    taken = msgspec.structs.replace(member("b", "2024-05-01", "غيمه"), unnamed=True)
    assert find(member("a", "2024-05-01", "سفح"), taken).document == "a"
    both = msgspec.structs.replace(member("a", "2024-05-01", "سفح"), unnamed=True)
    assert find(both, taken).document is None


def test_who_quotes_first_is_not_whom_others_quote_from() -> None:
    """Of a shared quotation alone the time tells nothing."""
    members = [member("a", "2024-05-01"), member("b", "2024-05-02")]
    assert find_origin(members, {}, timed=False).document is None


def test_credits_in_a_circle_decide_nothing() -> None:
    """Two newsrooms that credit each other have no origin among them."""
    found = find(member("a", None, "سفح", "غيمه"), member("b", None, "غيمه", "سفح"))
    assert found.document is None
    assert "credit.circle" in codes(found)


def test_all_credit_an_agency_that_is_not_there() -> None:
    """The agency is credited; the earliest by day is the origin, of one day none is."""
    days = find(member("a", "2024-05-01", "سفح", "reuters"), member("b", "2024-05-02", "غيمه", "reuters"))
    same = find(member("a", "2024-05-01", "سفح", "reuters"), member("b", "2024-05-01", "غيمه", "reuters"))
    assert (days.document, days.credited) == ("a", "reuters")
    assert (same.document, same.credited) == (None, "reuters")
    assert codes(same)[-1] == "untold"


def test_different_agencies_are_said_and_none_is_credited() -> None:
    """Two documents that credit two agencies have no common source that they name."""
    found = find(member("a", None, "سفح", "reuters"), member("b", None, "غيمه", "afp"))
    assert found.credited is None
    assert "credit.several" in codes(found)


def test_the_earliest_is_the_origin_if_it_surely_is() -> None:
    """A day before a moment of the next; a day does not come before a moment of itself."""
    assert find(member("a", "2024-05-02T07:00"), member("b", "2024-05-01")).document == "b"
    assert find(member("a", "2024-05-01T07:00"), member("b", "2024-05-01")).document is None
    assert find(member("a", "2024-05-01"), member("b", None)).document is None


def test_of_copies_of_one_time_the_fuller_is_the_origin() -> None:
    """A text of which the other is a cut comes first; of revisions that tells nothing."""
    members = member("a", "2024-05-01"), member("b", "2024-05-01")
    rests = {("a", "b"): 0.2, ("b", "a"): 0.0}
    assert find(*members, rests=rests).document == "a"
    assert find(*members, rests=rests, copies=False).document is None


@pytest.mark.parametrize("turn", [1, -1])
def test_the_order_of_members_changes_nothing(turn: int) -> None:
    """Who is given first does not matter."""
    members = [
        member("a", "2024-05-01", "سفح"),
        member("b", "2024-05-01", "غيمه", "سفح"),
        member("c", "2024-05-02", "وادي", "سفح"),
    ][::turn]
    found = find(*members)
    assert found.document == "a"
    assert [(reason.code, reason.a, reason.b) for reason in found.reasons] == [
        ("credit", "b", "a"),
        ("credit", "c", "a"),
    ]
