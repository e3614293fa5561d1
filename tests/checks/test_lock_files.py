"""The lock check refuses what could fetch something else than what was reviewed."""

from pathlib import Path

import pytest

from checks import lock_files

HASH = "--hash=sha256:" + "0" * 64
ROOT = Path(__file__).parents[2]


def test_hashed_pin_is_accepted() -> None:
    """A version with its hashes on continuation lines has nothing wrong."""
    lock = f"# made by make lock\nclick==8.5.1 ; sys_platform == 'win32' \\\n    {HASH} \\\n    {HASH}\n"
    assert [*lock_files.find_loose(lock)] == []
    assert lock_files.pins(lock) == {"click": "8.5.1"}


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("click==8.5.1", "no sha256"),
        (f"click>=8 {HASH}", "no fixed version"),
        (f"--index-url https://example.org/simple\nclick==8 {HASH}", "holds a download address"),
        (f"--find-links wheels\nclick==8 {HASH}", "holds a download address"),
        (f"click @ file:///tmp/click.whl {HASH}", "holds a download address"),
    ],
)
def test_loose_entry_is_caught(entry: str, fault: str) -> None:
    """An entry without version or hash, or with an address, is named with what it lacks."""
    assert fault in " ".join(lock_files.find_loose(entry))


def test_missing_and_outdated_pins_are_caught() -> None:
    """A requirement that is not locked, or at a version not asked for, is named, however it is spelt."""
    lock = f"lxml-html-clean==0.4.6 {HASH}\nclick==7.0 {HASH}\n"
    found = [*lock_files.find_missing(["lxml_html_clean>=0.4", "click>=8.1", "rich"], lock)]
    assert found == ["click>=8.1: locked at 7.0, run make lock", "rich: not locked, run make lock"]


def test_own_lock_files_are_sound(tmp_path: Path) -> None:
    """The project's own lock files pass, and stop passing when one loses a hash."""
    assert lock_files.violations(ROOT) == []
    (tmp_path / "requirements").mkdir()
    for path in [ROOT / "pyproject.toml", *(ROOT / "requirements").iterdir()]:
        (tmp_path / path.relative_to(ROOT)).write_text(path.read_text("utf-8"), "utf-8")
    (tmp_path / "requirements/run.txt").write_text("click==8.5.1\n", "utf-8")
    assert "run.txt: click==8.5.1: no sha256" in lock_files.violations(tmp_path)
