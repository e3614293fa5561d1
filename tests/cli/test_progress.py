"""Long work tells how far it is."""

from __future__ import annotations

import pytest

from rawi.cli.progress import Progress


def test_work_of_known_size_tells_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal a line comes every ten seconds, with how many of how many are done."""
    moments = iter([0.0, 5.0, 12.0, 12.0])
    with Progress("update", [], shown=True, clock=lambda: next(moments)) as progress:
        progress.tell(100, 300)
        progress.tell(200, 300)
    assert capsys.readouterr().err == "update: 200/300 docs\n"
