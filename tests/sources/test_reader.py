"""Inputs are read in order and accounted for."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from rawi.model.document import Metadata, Warning
from rawi.model.source import Finished, Flagged, Item, Limits, Rejected
from rawi.sources.accounting import Account
from rawi.sources.reader import read_inputs

TEXT = "قال سليم الدوري إن الجسر فتح."


def test_folder_is_read_by_name(tmp_path: Path) -> None:
    """A folder's files come by name, its folders in their place; unknown formats are refused."""
    for name in ("b.txt", "a.txt", "c/d.txt", "e.xyz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, "utf-8")
    outcomes = list(read_inputs([str(tmp_path)]))
    assert [Path(one.path).name for one in outcomes if isinstance(one, Finished)] == [
        "a.txt",
        "b.txt",
        "d.txt",
        "e.xyz",
    ]
    assert [one.code for one in outcomes if isinstance(one, Rejected)] == ["source.format"]


def test_json_line_keeps_its_fields(tmp_path: Path) -> None:
    """A JSON line's text is used unchanged, its fields become metadata, and its place is told."""
    path = tmp_path / "a.jsonl"
    row = {
        "text": f" {TEXT}\r\n",
        "id": 7,
        "title": "عنوان",
        "url": "http://n.example/1",
        "published": 2020,
        "outlet": " النهر ",
    }
    path.write_text("\n" + json.dumps(row) + "\n", "utf-8")
    item, _ = read_inputs([str(path)])
    assert isinstance(item, Item)
    assert item == Item(
        str(path), "line 2", f" {TEXT}\r\n", "text",
        Metadata("http://n.example/1", "عنوان", "النهر", "2020", "http://n.example/1"), id="7",
        evidence=json.dumps(row).encode(), reader="jsonl",
    )  # fmt: skip


def test_one_bad_line_spoils_only_itself(tmp_path: Path) -> None:
    """The account counts a bad line as bad, names it, and the input stays accepted."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "' + TEXT + '"}\n{oops\n', "utf-8")
    account = Account()
    for outcome in read_inputs([str(path)]):
        account.take(outcome)
        if isinstance(outcome, Item):
            account.stored(outcome)
    (one,) = account.report().inputs
    assert (one.outcome, one.documents, one.bad) == ("accepted", 1, 1)
    assert one.warnings[0].code == "jsonl.malformed"
    assert one.warnings[0].message.startswith("line 2")


def test_limits(tmp_path: Path) -> None:
    """A document, a line or a number of lines beyond the limits is refused, what is within them is read."""
    (tmp_path / "a.txt").write_text(TEXT * 9, "utf-8")
    line = json.dumps({"text": TEXT})
    (tmp_path / "b.jsonl").write_text(f"{line}\n{json.dumps({'text': TEXT * 99})}\n{line}\n{line}\n", "utf-8")
    limits = Limits(item=100, line=400, records=3)
    outcomes = list(read_inputs([str(tmp_path)], limits))
    codes = [one.code for one in outcomes if isinstance(one, Rejected)]
    assert codes == ["source.too-large", "jsonl.too-long", "source.too-many"]
    assert sum(isinstance(one, Item) for one in outcomes) == 2


def test_an_explicit_file_without_a_known_ending_is_looked_at(tmp_path: Path) -> None:
    """A file named by the user is read by its beginning if its name says nothing."""
    for name, content, media in (
        ("a", TEXT, "text"),
        ("b", "<!DOCTYPE html><p>x", "html"),
        ("c", '{"text": "x"}', "text"),
    ):
        (tmp_path / name).write_text(content, "utf-8")
        item = next(read_inputs([str(tmp_path / name)]))
        assert isinstance(item, Item)
        assert item.media == media


def test_sums_add_up() -> None:
    """In = stored + duplicate + rejected, for stored, doubled, refused and empty inputs together."""
    account = Account()
    item = Item("a", None, TEXT, "text", Metadata())
    account.stored(item, (Warning("text.bom", "x"),))
    account.duplicate(item)
    account.refused(msgspec.structs.replace(item, path="b"), "document.empty", "x")
    account.take(Rejected("c", None, "source.missing", "x"))
    account.take(Rejected("d", "line 1", "jsonl.malformed", "x"))
    account.take(Flagged("d", None, Warning("feed.ill-formed", "x")))
    account.take(Finished("e"))
    report = account.report()
    assert [one.code for one in report.inputs] == [
        None,
        "document.empty",
        "source.missing",
        "jsonl.malformed",
        "source.no-documents",
    ]
    totals = report.totals
    assert (totals.documents_in, totals.stored, totals.duplicates, totals.rejected) == (6, 1, 1, 4)
    assert totals.accepted == 1
    assert msgspec.json.decode(msgspec.json.encode(report))["totals"]["bad"] == 1


def test_a_link_in_a_circle_spoils_only_itself(tmp_path: Path) -> None:
    """A link to itself inside a folder is refused with its code; the files beside it are read."""
    for name in ("a.txt", "z.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    (tmp_path / "loop").symlink_to("loop")
    outcomes = list(read_inputs([str(tmp_path)]))
    assert [one.code for one in outcomes if isinstance(one, Rejected)] == ["source.loop"]
    assert len([one for one in outcomes if isinstance(one, Item)]) == 2


def test_a_list_of_feeds_is_no_article(tmp_path: Path) -> None:
    """OPML under either ending is refused with the code that leads to ``rawi feeds add``."""
    for name in ("a.opml", "b.xml"):
        (tmp_path / name).write_text('<opml><outline xmlUrl="https://nahr.example/rss"/></opml>', "utf-8")
    codes = [one.code for one in read_inputs([str(tmp_path)]) if isinstance(one, Rejected)]
    assert codes == ["opml.subscriptions"] * 2


def test_a_corpus_is_no_folder_of_articles(tmp_path: Path) -> None:
    """A folder that ``rawi corpus extract`` made is refused, with the way to take it in; nothing is read."""
    corpus = tmp_path / "in" / "corpus"
    (corpus / "partitions").mkdir(parents=True)
    (corpus / "plan.json").write_text("{}", "utf-8")
    (corpus / "a.txt").write_text("قال", "utf-8")
    found = [one for one in read_inputs([str(tmp_path / "in")]) if not isinstance(one, Finished)]
    assert [(type(one), one.code) for one in found if isinstance(one, Rejected)] == [
        (Rejected, "source.corpus")
    ]
    assert len(found) == 1
