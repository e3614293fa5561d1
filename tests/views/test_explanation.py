"""Explanations: how sure an entry is and why, by which rule, on which words, in either language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rawi.claims.certainty import load_reasons
from rawi.claims.frames import FRAMES
from rawi.ledger import Origin, Submission, open_ledger
from rawi.ledger.results import Explanation
from rawi.pipeline import extract
from rawi.views.explanation import build_proof, find_reasons, render_explanation
from rawi.views.screen import Screen

TEXT = (
    "الوزير سليم الدوري: الجسر الحديدي سيفتح قريبا أمام 30 ألف مسافر\n"
    "وقال الوزير سليم الدوري «الجسر الحديدي قد يفتح قريبا أمام 40 ألف مسافر إذا انتهى العمل».\n"
    "وأضاف أن السوق القديم بقي مغلقا. ودعا المجذاف إلى إصلاح الطريق الشرقي.\n"
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[Explanation]:
    """The explanations of the statements of an article, in its order."""
    with open_ledger(tmp_path_factory.mktemp("explained") / "ledger.rawi") as ledger:
        ledger.add(extract(TEXT), evidence=TEXT.encode(), origin=Origin(path="a.txt"), extractor="rawi/0")
        found = [ledger.explain(one.id) for one in ledger.said(None, echoes=True)]
    return sorted(found, key=lambda one: one.entry.item.id)  # type: ignore[union-attr]


def test_it_tells_how_sure_and_why(told: list[Explanation]) -> None:
    """Certain or doubtful stands there, with each reason in words, for and against."""
    headline, quotation, added, called = (render_explanation(one, Screen()) for one in told)
    assert "\ncertain\n" in headline
    assert "+ the words stand in quotation marks" in quotation
    assert "+ أن or إن shows where the words begin" in added
    assert "\ndoubtful\n" in called
    assert "- neither أن nor marks: only a preposition leads to what was said" in called


def test_it_names_the_rule_with_an_example(told: list[Explanation]) -> None:
    """What the rule reads, and what it takes from its own example."""
    shown = render_explanation(told[2], Screen())
    assert "statement/verb-clause: a verb of reporting, its subject, and a clause" in shown
    assert "قال سليم الدوري إن الجسر سيفتح غدا." in shown
    proof = build_proof("statement/verb-clause")
    assert proof is not None
    assert proof["finds"] == "الجسر سيفتح غدا"
    assert build_proof("quantity/plain") is None


def test_it_shows_the_words_and_whence_the_name_is(told: list[Explanation]) -> None:
    """Cue, speaker and content stand with their places; an understood speaker with the statement before."""
    assert [(part.name, part.words) for part in told[3].parts] == [
        ("cue", "ودعا"),
        ("speaker", "المجذاف"),
        ("content", "إصلاح الطريق الشرقي"),
    ]
    assert all(TEXT[part.span.start : part.span.end] == part.words for one in told for part in one.parts)
    assert told[2].speaker_from is not None
    assert told[2].speaker_from.id == told[1].entry.id
    assert f"understood: goes on from\n    سليم الدوري\n    {told[1].entry.id}" in render_explanation(
        told[2], Screen()
    )
    assert "from the words here" in render_explanation(told[3], Screen())


def test_an_echo_shows_what_it_changed(told: list[Explanation]) -> None:
    """The headline names the fuller statement, and the words that differ on both sides."""
    assert told[0].repeats is not None
    assert told[0].repeats.id == told[1].entry.id
    changed = {(one.kind, one.here, one.there) for one in told[0].changed}
    assert ("figure", "30 ألف مسافر", "40 ألف مسافر") in changed
    assert ("modality", None, "قد") in changed
    assert "another figure\n    here: 30 ألف مسافر\n    there: 40 ألف مسافر" in render_explanation(
        told[0], Screen()
    )


def test_arabic_explanations_are_arabic(told: list[Explanation]) -> None:
    """With Arabic labels no English word is left but names of rules, versions and files."""
    for one in told:
        shown = render_explanation(one, Screen(language="ar"))
        reasons = [reason.ar for reason in find_reasons(one)]
        assert reasons
        assert all(words in shown for words in reasons)
        assert not re.search(r"\b(?:the|speaker|rule|words|doubtful|certain)\b", shown)


def test_all_rules_and_reasons_have_arabic_wordings() -> None:
    """A rule of reported speech says what it reads in both languages, and so does a reason."""
    for frame in FRAMES:
        proof = build_proof(frame.name)
        assert proof is not None
        assert re.search("[ء-ي]", proof["reads"]["ar"])
    assert all(re.search("[ء-ي]", reason.ar) for reason in load_reasons().values())


def test_other_kinds_are_explained_too(tmp_path: Path) -> None:
    """A figure has a rule and its bytes; of reasons there are none."""
    with open_ledger(tmp_path / "ledger.rawi") as ledger:
        ledger.add(extract(TEXT), evidence=TEXT.encode(), origin=Origin(path="a.txt"), extractor="rawi/0")
        told = ledger.explain(next(ledger.figures("مسافر")).id)
    assert "a.txt" in render_explanation(told, Screen())
    assert (find_reasons(told), told.parts) == ((), ())


def test_submissions_of_older_versions_are_explained(tmp_path: Path) -> None:
    """A statement stored before there were reasons has none, and is explained all the same."""
    record = extract("قال الوزير سليم الدوري إن الجسر سيفتح للمسافرين غدا.")
    with open_ledger(tmp_path / "ledger.rawi") as ledger:
        bare = [
            type(one)(**{f: getattr(one, f) for f in one.__struct_fields__[:12]}) for one in record.statements
        ]
        old = type(record)(document=record.document, statements=tuple(bare))
        one = Submission(old, b"x", Origin(path="a.txt"), "rawi/0")
        ledger.add(one.record, evidence=one.evidence, origin=one.origin, extractor=one.extractor)
        shown = render_explanation(ledger.explain(next(ledger.said(None)).id), Screen())
    assert "statement/verb-clause" in shown
