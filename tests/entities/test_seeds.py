"""Five articles of one story, where they are: a spokesman whom two of them spell differently is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.arabic.fold import fold
from rawi.entities.occurrences import find_occurrences
from rawi.entities.resolution import resolve
from rawi.pipeline import extract

_SEEDS = Path("/work/shared/seeds")


@pytest.mark.skipif(not _SEEDS.is_dir(), reason="the seed articles are not part of the repository")
def test_two_spellings_of_the_spokesman_are_one_person() -> None:
    """ماروتو and مارتو are one, by a rule that says why."""
    found = []
    for path in sorted(_SEEDS.glob("*.txt")):
        record = extract(path.read_text("utf-8"))
        ids = {one.id: f"{path.name}/{one.id}" for one in (*record.entities, *record.statements)}
        found += find_occurrences(record.document, record.entities, record.statements, ids)
    people = [one for one in resolve(found).entities if one.type == "person"]
    (both,) = [
        one
        for one in people
        if {"ماروتو", "مارتو"} <= {fold(member.occurrence.name).split()[-1] for member in one.members}
    ]
    assert any(member.rule.startswith("near.") and member.evidence for member in both.members)
