"""What people decide about entries: it is kept, can be taken back, and outlasts new readings."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest
from msgspec.structs import replace

from rawi.errors import LedgerError
from rawi.ledger.faults import WrongCorrection
from rawi.ledger.ledger import Ledger, open_ledger
from rawi.ledger.results import Origin
from rawi.model.review import Correction
from rawi.model.span import Span
from rawi.pipeline import extract

TEXT = "قال الوزير سامي الحلبي إن 12 شخصا قتلوا في غارة جوية على بلدة سراقب أمس."


def put(ledger: Ledger, extractor: str = "rawi/1", **changes: object) -> str:
    """Store the reading of the text by an extractor that reads its figures so; return the document's id."""
    record = extract(TEXT, published="2031-03-13")
    record = replace(record, figures=tuple(replace(one, **changes) for one in record.figures))
    done = ledger.add(record, evidence=TEXT.encode(), origin=Origin(), extractor=extractor)
    assert done.document_id is not None
    return done.document_id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the ledger lies."""
    return tmp_path / "a.rawi"


@pytest.fixture
def ledger(path: Path) -> Ledger:
    """A ledger with one report."""
    opened = open_ledger(path, actor="هند")
    put(opened)
    return opened


def figure(ledger: Ledger) -> str:
    """Return the id of the one figure."""
    return next(iter(ledger.figures())).id


@pytest.mark.parametrize(
    ("kind", "standing"), [("accept", "accepted"), ("reject", "rejected"), ("background", "background")]
)
def test_an_entry_stands_as_was_decided_last(ledger: Ledger, kind: str, standing: str) -> None:
    """By whom and when is told; nobody's is left out."""
    id = figure(ledger)
    assert ledger.reviews.standing([id]) == {}
    number = ledger.reviews.decide(id, kind, why="قرأته")  # type: ignore[arg-type]
    told = ledger.reviews.standing([id])[id]
    assert (told.standing, told.review, told.who, told.carried) == (standing, number, "هند", False)
    ledger.reviews.decide(id, "accept")
    assert ledger.reviews.standing([id])[id].standing == "accepted"


def test_reviews_are_taken_back_one_by_one(ledger: Ledger) -> None:
    """The one before counts again; at the end the entry stands as the machine left it."""
    id = figure(ledger)
    for kind in ("accept", "reject", "background"):
        ledger.reviews.decide(id, kind)  # type: ignore[arg-type]
    seen = []
    for _ in range(3):
        ledger.reviews.undo()
        seen.append(told.standing if (told := ledger.reviews.standing([id]).get(id)) else None)
    assert seen == ["rejected", "accepted", None]
    with pytest.raises(ValueError, match="no review"):
        ledger.reviews.undo()
    with pytest.raises(ValueError, match="already"):
        ledger.reviews.undo(1)
    assert [one.kind for one in ledger.reviews.history(next(iter(ledger.figures())).article.id)] == [
        "accept", "reject", "background", "undo", "undo", "undo"
    ]  # fmt: skip


def test_a_correction_keeps_what_was_read(ledger: Ledger) -> None:
    """The entry is not changed; the corrected value stands beside it."""
    id = figure(ledger)
    before = ledger.entry(id)
    ledger.reviews.decide(id, "correct", [Correction("low", "13"), Correction("high", "13")])
    assert ledger.entry(id) == before
    told = ledger.reviews.standing([id])[id]
    assert told.standing == "corrected"
    assert told.corrections == (Correction("high", "13"), Correction("low", "13"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("speaker", "هند"), ("low", "many"), ("low", "nan"), ("low", "inf"), ("as_of", "soon"),
        ("as_of", " "),
        ("span", "5,5"), ("span", "0,9999"), ("span", None), ("span", "a,b"), ("type", "Battles/Armed clash"),
    ],
)  # fmt: skip
def test_a_value_that_is_none_is_refused(ledger: Ledger, field: str, value: str | None) -> None:
    """Nothing is written."""
    with pytest.raises(ValueError, match=r".+"):
        ledger.reviews.decide(figure(ledger), "correct", [Correction(field, value)])  # type: ignore[arg-type]
    assert list(ledger.reviews.last(5)) == []
    assert ledger.verify() == []


def test_only_corrections_correct(ledger: Ledger) -> None:
    """A correction of nothing, and an acceptance that corrects, are refused; so are unknown ids."""
    id = figure(ledger)
    with pytest.raises(ValueError, match="correct"):
        ledger.reviews.decide(id, "correct")
    with pytest.raises(ValueError, match="correct"):
        ledger.reviews.decide(id, "accept", [Correction("low", "1")])
    with pytest.raises(ValueError, match="none of"):
        ledger.reviews.decide(id, "praise")  # type: ignore[arg-type]
    with pytest.raises(LedgerError):
        ledger.reviews.decide("fg_ffffff", "accept")


def test_a_review_goes_over_to_the_entry_of_a_new_reading(ledger: Ledger) -> None:
    """As soon as that is stored: of the same kind at the same place, though its words and so its id are
    others; and it says so."""
    id = figure(ledger)
    ledger.reviews.decide(id, "accept")
    put(ledger, "rawi/2", number=Span(26, 29))
    other = figure(ledger)
    assert other != id
    told = ledger.reviews.standing([other])[other]
    assert (told.standing, told.carried) == ("accepted", True)
    assert ledger.reviews.refresh() == 0
    assert [one.number for one in ledger.reviews.history_of(other)] == [told.review]


def test_a_review_without_an_entry_is_not_lost(ledger: Ledger) -> None:
    """Where the new reading finds nothing at the place, it is told apart."""
    id = figure(ledger)
    document = next(iter(ledger.figures())).article.id
    number = ledger.reviews.decide(id, "accept")
    put(ledger, "rawi/2", span=Span(0, 3), number=Span(0, 3), counted=None)
    assert ledger.reviews.standing([figure(ledger)]) == {}
    assert [one.number for one in ledger.reviews.orphans(document)] == [number]
    assert [one.number for one in ledger.reviews.every_orphan()] == [number]
    ledger.reviews.undo(number)
    assert ledger.reviews.every_orphan() == []


def test_the_ledger_proves_its_reviews(path: Path, ledger: Ledger) -> None:
    """A row that was added, or one whose event is gone, is named."""
    ledger.reviews.decide(figure(ledger), "accept")
    assert ledger.verify() == []
    ledger.close()
    raw = apsw.Connection(str(path))
    raw.execute("DROP TRIGGER review_is_not_changed; UPDATE review SET kind = 'reject'")
    raw.close()
    codes = {one.code for one in open_ledger(path).verify()}
    assert {"review.missing", "review.unexplained"} <= codes


@pytest.mark.parametrize("sql", ["UPDATE review SET who = 'x'", "DELETE FROM review"])
def test_reviews_are_never_changed(path: Path, ledger: Ledger, sql: str) -> None:
    """The database refuses."""
    ledger.reviews.decide(figure(ledger), "accept")
    ledger.close()
    with pytest.raises(apsw.ConstraintError, match="never changed"):
        apsw.Connection(str(path)).execute(sql)


def test_what_waits_comes_in_an_order_that_stays(ledger: Ledger) -> None:
    """Nobody's entries, each once, from any cursor on; those of a kind or document alone."""
    every = ledger.reviews.waiting()
    assert {one.kind for one in every} == {"statement", "figure", "event"}
    assert [one.doubtful for one in every] == sorted((one.doubtful for one in every), reverse=True)
    for at, one in enumerate(every):
        assert ledger.reviews.waiting(after=one.cursor) == every[at + 1 :]
        assert ledger.reviews.waiting(document=one.document[:20]) == every
    left = ledger.reviews.left()
    assert (left.all, left.doubtful) == (len(every), sum(one.doubtful for one in every))
    ledger.reviews.decide(every[0].id, "accept")
    assert ledger.reviews.waiting() == every[1:]
    assert ledger.reviews.left().all == len(every) - 1
    ledger.reviews.undo()
    assert ledger.reviews.waiting(limit=1) == every[:1]


def test_only_what_is_shown_waits(path: Path) -> None:
    """Not what an older reading found."""
    with open_ledger(path, actor="هند") as ledger:
        put(ledger)
        put(ledger, "rawi/2", low=13, high=13, confidence="doubtful")
        first, *rest = ledger.reviews.waiting()
        assert (first.kind, first.doubtful) == ("figure", True)
        assert len([one for one in rest if one.kind == "figure"]) == 0
        assert ledger.reviews.left().doubtful == sum(one.doubtful for one in (first, *rest))


@pytest.mark.parametrize("cursor", ["x", "0", "2.1", "0.", "0.-1", "0.٣", "1." + "9" * 30])
def test_a_cursor_comes_from_the_page_before(ledger: Ledger, cursor: str) -> None:
    """Nothing else is one."""
    with pytest.raises(ValueError, match="cursor"):
        ledger.reviews.waiting(after=cursor)


def test_several_are_decided_all_or_none(ledger: Ledger) -> None:
    """Each by a review of its own; one that is not there spoils all."""
    ids = [one.id for one in ledger.reviews.waiting()]
    with pytest.raises(LedgerError):
        ledger.reviews.decide_all([*ids, "fg_ffffffff"], "accept")
    assert ledger.reviews.recent(10) == []
    numbers = ledger.reviews.decide_all([*ids, ids[0]], "accept")
    assert len(numbers) == len(ids)
    ledger.reviews.undo(numbers[0])
    told = ledger.reviews.recent(100)
    assert [(one.number, undone) for one, undone in told if undone] == [(numbers[0], numbers[-1] + 1)]
    assert [one.id for one in ledger.reviews.waiting()] == ids[:1]
    assert ledger.verify() == []


OTHER = "قال الوزير سامي الحلبي إن 30 شخصا جرحوا في حريق بلدة حارم."


@pytest.fixture
def two(ledger: Ledger) -> Ledger:
    """The ledger with a second report, of another outlet and day."""
    record = extract(OTHER, published="2031-04-01", outlet="مرايا")
    ledger.add(record, evidence=OTHER.encode(), origin=Origin(), extractor="rawi/1")
    return ledger


def test_what_waits_is_narrowed(two: Ledger) -> None:
    """By outlet, day, rule, doubt and documents; what is counted is what is listed."""
    every = two.reviews.waiting()
    documents = list(dict.fromkeys(one.document for one in every))
    assert len(documents) == 2
    asked: list[dict[str, object]] = [
        {"outlet": "مرايا"}, {"since": "2031-03-20"}, {"rule": every[0].rule}, {"doubtful": True},
        {"doubtful": False}, {"documents": tuple(documents[:1])}, {"documents": ()},
    ]  # fmt: skip
    for one in asked:
        found = two.reviews.waiting(**one)  # type: ignore[arg-type]
        assert two.reviews.left(**one).all == len(found)  # type: ignore[arg-type]
    later = {one.document for one in two.reviews.waiting(outlet="مرايا")}
    assert len(later) == 1
    assert {one.document for one in two.reviews.waiting(documents=tuple(later))} == later
    assert two.reviews.waiting(outlet="لا أحد") == []
    assert {one.rule for one in two.reviews.waiting(rule=every[0].rule)} == {every[0].rule}
    with pytest.raises(ValueError, match=r".+"):
        two.reviews.waiting(since="soon")


def test_similar_decisions_are_told(two: Ledger) -> None:
    """Of the same speaker, though of another article; never the entry's own."""
    first, second = (one.id for one in two.said("الحلبي"))
    assert two.reviews.similar(first) == []
    number = two.reviews.decide(second, "accept")
    (found,) = two.reviews.similar(first)
    assert (found.review.number, found.voice) == (number, True)
    assert two.reviews.similar(second) == []
    two.reviews.undo()
    assert two.reviews.similar(first) == []


def test_what_was_done_is_counted(two: Ledger) -> None:
    """Since a moment; what was taken back does not count."""
    ids = [one.id for one in two.reviews.waiting()][:3]
    two.reviews.decide_all(ids, "accept")
    two.reviews.undo()
    assert (two.reviews.done("2000"), two.reviews.done("9999")) == (2, 0)


def test_twenty_decisions_of_one_entry_are_taken_back_one_by_one(ledger: Ledger) -> None:
    """Each time the one before counts; its own history keeps them all."""
    id = figure(ledger)
    kinds = [("accept", "reject", "background")[at % 3] for at in range(20)]
    for kind in kinds:
        ledger.reviews.decide(id, kind)  # type: ignore[arg-type]
    for at in range(19, 0, -1):
        ledger.reviews.undo()
        standing = ledger.reviews.standing([id])[id].standing
        assert standing == {"accept": "accepted", "reject": "rejected"}.get(kinds[at - 1], kinds[at - 1])
    ledger.reviews.undo()
    assert ledger.reviews.standing([id]) == {}
    assert len(ledger.reviews.history_of(id)) == 40
    assert ledger.verify() == []


@pytest.mark.parametrize(
    ("field", "value", "fits"),
    [
        ("hedge", "at_least", True),
        ("hedge", "perhaps", False),
        ("hedge", None, False),
        ("counted", "قتيلا", True),
    ],
)
def test_values_of_closed_lists_are_of_the_list(
    ledger: Ledger, field: str, value: str | None, fits: bool
) -> None:
    """What is no hedge is refused."""
    correction = [Correction(field, value)]  # type: ignore[arg-type]
    if fits:
        ledger.reviews.decide(figure(ledger), "correct", correction)
        return
    with pytest.raises(ValueError, match=r".+"):
        ledger.reviews.decide(figure(ledger), "correct", correction)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"low": "20", "high": "10"}, "order"),
        ({"low": "1", "high": "9", "hedge": "exact"}, "exact"),
        ({"hedge": "exact", "high": None}, "exact"),
        ({"as_of": "2031-03-14/2031-03-01"}, "days"),
        ({"as_of": "أمس"}, "date"),
        ({"span": "9,3"}, "reversed"),
    ],
)
def test_what_cannot_be_together_is_refused_with_its_reason(
    ledger: Ledger, fields: dict[str, str | None], reason: str
) -> None:
    """Also where only one of the two is corrected; the error has a code, and nothing is kept."""
    made = [Correction(name, value) for name, value in fields.items()]  # type: ignore[arg-type]
    with pytest.raises(WrongCorrection) as found:
        ledger.reviews.decide(figure(ledger), "correct", made)
    assert (found.value.code, found.value.reason) == ("E310", reason)
    assert list(ledger.reviews.last(5)) == []


def test_more_people_than_live_are_not_killed(ledger: Ledger) -> None:
    """Nor less than none, nor a half."""
    event = next(one.id for one in ledger.reviews.waiting(kind="event"))
    for value in ("99999999999", "-1", "2.5"):
        with pytest.raises(WrongCorrection):
            ledger.reviews.decide(event, "correct", [Correction("killed", value)])


@pytest.mark.parametrize(
    "value", ["1_0", "٥", "1e30", "-0", "-0.0", "0x10", " 7", "+7", "007", "7.", ".5", "nan", "1" * 16]
)
def test_a_number_is_written_as_tables_read_it(ledger: Ledger, value: str) -> None:
    """Digits 0 to 9 with a point; what Python or one program alone takes for a number is refused."""
    for id, field in ((figure(ledger), "low"), (happening(ledger), "killed")):
        with pytest.raises(ValueError, match="number"):
            ledger.reviews.decide(id, "correct", [Correction(field, value)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "value"), [("low", "12"), ("low", "0"), ("low", "3.5"), ("high", "1500000"), ("killed", "0")]
)
def test_numbers_are_kept_as_they_are_told(ledger: Ledger, field: str, value: str) -> None:
    """What is a number stays, to the letter."""
    id = happening(ledger) if field == "killed" else figure(ledger)
    told = {"hedge": "between", "low": "0", "high": "9999999"} if field in ("low", "high") else {}
    made = [Correction(name, each) for name, each in (told | {field: value}).items()]  # type: ignore[arg-type]
    ledger.reviews.decide(id, "correct", made)
    assert Correction(field, value) in ledger.reviews.standing([id])[id].corrections  # type: ignore[arg-type]


@pytest.mark.parametrize("other", [None, "1", "2"])
def test_a_field_is_corrected_once(ledger: Ledger, other: str | None) -> None:
    """Of two values for one field neither is taken."""
    id = figure(ledger)
    with pytest.raises(ValueError, match="twice"):
        ledger.reviews.decide(id, "correct", [Correction("low", "1"), Correction("low", other)])
    assert ledger.reviews.standing([id]) == {}


def happening(ledger: Ledger) -> str:
    """Return the id of an event."""
    return ledger.reviews.waiting("event")[0].id


def test_who_corrects_one_bound_of_an_exact_figure_corrects_both(ledger: Ledger) -> None:
    """It has one value; with another hedge each bound is told alone."""
    id = figure(ledger)
    for field in ("low", "high"):
        ledger.reviews.decide(id, "correct", [Correction(field, "13")])
        kept = ledger.reviews.standing([id])[id].corrections
        assert kept == (Correction("high", "13"), Correction("low", "13"))
    ledger.reviews.decide(id, "correct", [Correction("hedge", "at_least"), Correction("high", None)])
    kept = ledger.reviews.standing([id])[id].corrections
    assert kept == (Correction("hedge", "at_least"), Correction("high", None))
