"""Dossiers keep what people collect, in their order, with their notes; nothing of it is lost or unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from msgspec.structs import replace

from rawi.errors import LedgerError
from rawi.ledger.backup import restore_backup, write_backup
from rawi.ledger.ledger import Ledger, open_ledger
from rawi.ledger.results import Origin
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.pipeline import extract

TEXT = "قال الوزير سامي الحلبي إن 12 شخصا قتلوا في غارة جوية على بلدة سراقب أمس."
OTHER = "قالت المتحدثة هند الزيني إن 15 شخصا قتلوا في غارة جوية على بلدة سراقب أمس."


def put(ledger: Ledger, text: str, extractor: str = "rawi/1", **changes: object) -> str:
    """Store a reading of a text whose figures are read so; return the document's id."""
    record = extract(text, published="2031-03-13")
    figures = tuple(replace(one, **changes) for one in record.figures)
    return store(ledger, replace(record, figures=figures), extractor)


def store(ledger: Ledger, record: Record, extractor: str) -> str:
    """Store a record; return the document's id."""
    done = ledger.add(record, evidence=record.text.encode(), origin=Origin(), extractor=extractor)
    assert done.document_id is not None
    return done.document_id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the ledger lies."""
    return tmp_path / "a.rawi"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """A ledger with two reports of one quantity."""
    with open_ledger(path, actor="هند") as opened:
        put(opened, TEXT)
        put(opened, OTHER)
        opened.update()
        yield opened


def ids(ledger: Ledger, name: str = "الغارة") -> list[str]:
    """Return what is in a dossier."""
    return [one.id for one in ledger.dossiers.items(name)]


def collected(ledger: Ledger) -> list[str]:
    """Make a dossier with a figure, a statement and a whole document; return the three."""
    ledger.dossiers.create("الغارة")
    figure = next(iter(ledger.figures())).id
    said = next(iter(ledger.said(None))).id
    document = ledger.entry(figure).document
    ledger.dossiers.add("الغارة", figure, said, document)
    return [figure, said, document]


def test_a_dossier_has_what_was_added_in_its_order(ledger: Ledger) -> None:
    """Each with its words, by whom and when, as the ledger has it; adding again changes nothing."""
    every = collected(ledger)
    items = ledger.dossiers.items("الغارة")
    assert [one.id for one in items] == every
    assert [one.kind for one in items] == ["entry", "entry", "document"]
    assert all((one.who, one.now, one.carried) == ("هند", one.id, False) for one in items)
    held = items[0].held[0]
    assert held.words == ledger.document(held.document).text[held.start : held.end]
    assert ledger.dossiers.add("الغارة", *every) == []
    assert ids(ledger) == every


def test_items_are_moved_noted_and_removed(ledger: Ledger) -> None:
    """By a place counted from one; a blank note is none."""
    figure, said, document = collected(ledger)
    ledger.dossiers.move("الغارة", document, 1)
    assert ids(ledger) == [document, figure, said]
    ledger.dossiers.note("الغارة", figure, "  يُسأل عنه الوزير\nغدا ")
    assert ledger.dossiers.items("الغارة")[1].note == "يُسأل عنه الوزير\nغدا"
    ledger.dossiers.note("الغارة", figure, " ")
    assert ledger.dossiers.items("الغارة")[1].note is None
    ledger.dossiers.remove("الغارة", said[:9])
    assert ids(ledger) == [document, figure]


def test_everything_is_taken_back_one_by_one(ledger: Ledger) -> None:
    """The last that counts first; at the end there is no dossier, and the journal tells of all of it."""
    figure, said, _ = collected(ledger)
    id = ledger.dossiers.find("الغارة").id
    ledger.dossiers.move(id, figure, 3)
    ledger.dossiers.note(id, said, "مهم")
    ledger.dossiers.remove(id, said)
    ledger.dossiers.delete(id)
    assert ledger.dossiers.list() == []
    counted = []
    for _ in range(7):
        ledger.dossiers.undo(id)
        counted.append([one.items for one in ledger.dossiers.list()])
    assert counted == [[2], [3], [3], [3], [2], [1], [0]]
    ledger.dossiers.undo(id)
    assert ledger.dossiers.list() == []
    with pytest.raises(ValueError, match="no deed"):
        ledger.dossiers.undo(id)
    told = [one.what for one in ledger.events() if one.what.startswith("dossier.")]
    assert len(told) == 16
    assert len(ledger.dossiers.history(id)) == 16


def test_comparisons_series_and_stories_are_collected(ledger: Ledger) -> None:
    """A comparison by its own id or by its two entries; a series with its figures, a story with reports."""
    ledger.dossiers.create("الغارة")
    a, b = (one.id for one in ledger.figures())
    compared = ledger.compare(a, b).comparison.id
    assert ledger.dossiers.add("الغارة", f"{a}/{b}", compared) == [compared]
    series = next(iter(ledger.series())).id
    story = next(iter(ledger.stories())).id
    ledger.dossiers.add("الغارة", series, story)
    items = ledger.dossiers.items("الغارة")
    assert [(one.kind, len(one.held), one.now) for one in items] == [
        ("comparison", 2, compared), ("series", 2, series), ("story", 2, story)
    ]  # fmt: skip


def test_an_entry_is_found_again_in_another_reading(ledger: Ledger) -> None:
    """By its kind and place; what is not found stays with its words."""
    figure = next(iter(ledger.figures())).id
    ledger.dossiers.create("الغارة")
    ledger.dossiers.add("الغارة", figure, note="مهم")
    held = ledger.dossiers.items("الغارة")[0].held[0]
    text = ledger.document(held.document).text
    number = Span(held.start, held.start + 3)  # the id of an entry is of its words
    put(ledger, text, "rawi/2", number=number, span=Span(held.start, held.end))
    one = ledger.dossiers.items("الغارة")[0]
    assert one.now not in (None, figure)
    assert (one.id, one.carried, one.note, one.held[0].words) == (figure, True, "مهم", held.words)
    store(ledger, replace(extract(text, published="2031-03-13"), figures=(), events=()), "rawi/3")
    one = ledger.dossiers.items("الغارة")[0]
    assert (one.now, one.held[0].words) == (None, held.words)
    assert ledger.verify() == []


@pytest.mark.parametrize("name", ["", " ", "ملف\u202eمقلوب", "ds_ffff", "س" * 201])
def test_a_name_that_hides_something_is_refused(ledger: Ledger, name: str) -> None:
    """Blank, too long, with what turns the direction, or like an id."""
    with pytest.raises(ValueError, match="name"):
        ledger.dossiers.create(name)


def test_a_name_is_of_one_dossier(ledger: Ledger) -> None:
    """Until that is deleted or renamed; undoing cannot bring a second one."""
    first = ledger.dossiers.create("الغارة  الأولى")
    with pytest.raises(ValueError, match="already"):
        ledger.dossiers.create(" الغارة الأولى")
    ledger.dossiers.delete("الغارة الأولى")
    second = ledger.dossiers.create("الغارة الأولى")
    assert second != first
    with pytest.raises(ValueError, match="already"):
        ledger.dossiers.undo(first)
    ledger.dossiers.rename(second, "غارة سراقب")
    ledger.dossiers.undo(first)
    assert {one.name for one in ledger.dossiers.list()} == {"الغارة الأولى", "غارة سراقب"}


@pytest.mark.parametrize("id", ["fg_ffffffffffffff", "sr_ff", "sy_ff", "cm_ff", "sha256:ff", "", "fg_1/fg_2"])
def test_what_is_not_in_the_ledger_is_not_collected(ledger: Ledger, id: str) -> None:
    """Nor is anything that is named beside it."""
    ledger.dossiers.create("الغارة")
    figure = next(iter(ledger.figures())).id
    with pytest.raises((LedgerError, ValueError)):
        ledger.dossiers.add("الغارة", figure, id)
    assert ids(ledger) == []


def test_a_change_behind_the_ledger_s_back_is_named(ledger: Ledger, path: Path) -> None:
    """The rows are not changed by SQL; where somebody did, verification says so."""
    collected(ledger)
    assert ledger.verify() == []
    connection = apsw.Connection(str(path))
    with pytest.raises(apsw.ConstraintError, match="never changed"):
        connection.execute("UPDATE dossier_deed SET why = 'x'")
    connection.execute("DROP TRIGGER dossier_deed_is_not_changed; UPDATE dossier_deed SET why = 'x'")
    connection.close()
    assert {"dossier.missing", "dossier.unexplained"} <= {one.code for one in ledger.verify()}


def test_a_backup_has_the_dossiers(ledger: Ledger, tmp_path: Path) -> None:
    """Restored, they are the same."""
    collected(ledger)
    write_backup(ledger, tmp_path / "b.rawi")
    assert restore_backup(tmp_path / "b.rawi", tmp_path / "c.rawi").mismatches == ()
    with open_ledger(tmp_path / "c.rawi") as copy:
        assert copy.dossiers.items("الغارة") == ledger.dossiers.items("الغارة")
        assert copy.dossiers.list() == ledger.dossiers.list()


def test_an_undoing_is_taken_back_by_its_number(ledger: Ledger) -> None:
    """So is the taking back of that; nothing is lost for good, and each is told as it stands."""
    figure, said, document = collected(ledger)
    id = ledger.dossiers.find("الغارة").id
    removed = ledger.dossiers.remove(id, said)
    back = ledger.dossiers.undo(id)
    assert ids(ledger) == [figure, said, document]
    again = ledger.dossiers.undo(id, back)
    assert ids(ledger) == [figure, document]
    with pytest.raises(ValueError, match="no deed"):
        ledger.dossiers.undo(id, back)
    ledger.dossiers.undo(id, again)
    assert ids(ledger) == [figure, said, document]
    told = {one.number: one.undone is not None for one in ledger.dossiers.history(id)}
    assert (told[removed], told[back], told[again]) == (True, False, True)
    assert ledger.verify() == []


def test_a_dossier_does_not_vanish_by_an_undo(ledger: Ledger) -> None:
    """Its making is not taken back while something else stands; where it was, that is taken back too."""
    collected(ledger)
    id = ledger.dossiers.find("الغارة").id
    made = ledger.dossiers.history(id)[0].number
    with pytest.raises(ValueError, match="delete"):
        ledger.dossiers.undo(id, made)
    empty = ledger.dossiers.create("الفارغ")
    gone = ledger.dossiers.undo(empty)
    assert [one.id for one in ledger.dossiers.list()] == [id]
    ledger.dossiers.undo(empty, gone)
    assert {one.id for one in ledger.dossiers.list()} == {id, empty}


def test_a_note_to_what_is_there_is_kept(ledger: Ledger) -> None:
    """Beside the one that the item has, below it; said again it is not written again."""
    figure, said, _ = collected(ledger)
    assert ledger.dossiers.add("الغارة", figure, note="مهم") == []
    assert ledger.dossiers.add("الغارة", figure, note="يُسأل عنه") == []
    assert ledger.dossiers.add("الغارة", figure, note="مهم") == []
    notes = {one.id: one.note for one in ledger.dossiers.items("الغارة")}
    assert (notes[figure], notes[said]) == ("مهم\n\nيُسأل عنه", None)
    with pytest.raises(ValueError, match="at most"):
        ledger.dossiers.add("الغارة", said, figure, note="س" * 10_000)
    assert ledger.dossiers.items("الغارة")[1].note is None


def test_what_another_does_is_seen_at_once(ledger: Ledger, path: Path) -> None:
    """Dossiers are put together again where somebody else changed them, and after what was not kept."""
    collected(ledger)
    assert len(ids(ledger)) == 3
    with open_ledger(path, actor="رائد") as other:
        other.dossiers.rename("الغارة", "غارة سراقب")
    assert [one.name for one in ledger.dossiers.list()] == ["غارة سراقب"]
    with pytest.raises(LedgerError):
        ledger.dossiers.add("غارة سراقب", "fg_ffffffffffffff")
    assert len(ids(ledger, "غارة سراقب")) == 3
