"""Every way of recognising reported speech proves itself on its own examples."""

import pytest

from rawi.claims.frames import FRAMES, Frame
from rawi.pipeline import extract
from rawi.rules.rule import Example

CASES = [(frame, example) for frame in FRAMES for example in frame.examples]


@pytest.mark.parametrize(("frame", "example"), CASES, ids=[f"{f.name}:{e.text[:24]}" for f, e in CASES])
def test_a_frame_reads_its_hit_and_leaves_its_near_miss(frame: Frame, example: Example) -> None:
    """A frame finds exactly the content its example names, and nothing under its name in a near miss."""
    record = extract(example.text)
    found = [
        "".join(record.words(span) for span in statement.content)
        for statement in record.statements
        if statement.rule == frame.name
    ]
    assert found == ([example.finds] if example.finds else [])


def test_every_frame_has_a_hit_and_a_near_miss() -> None:
    """No frame goes without proof of what it reads and of what it leaves alone."""
    for frame in FRAMES:
        assert any(example.finds for example in frame.examples), frame.name
        assert any(example.finds is None for example in frame.examples), frame.name


def test_every_statement_names_a_frame() -> None:
    """Whatever rule a statement carries can be explained."""
    names = {frame.name for frame in FRAMES}
    text = "\n".join(example.text for frame in FRAMES for example in frame.examples)
    assert {statement.rule for statement in extract(text).statements} <= names
