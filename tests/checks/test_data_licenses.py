"""Every table that ships says where it comes from."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src/rawi"
DATA = sorted(
    path.relative_to(PACKAGE).as_posix()
    for folder in ("lexicons", "weights")
    for path in (PACKAGE / folder).rglob("*")
    if path.is_file() and path.suffix not in {".py", ".pyc", ".md"}
)


@pytest.mark.parametrize("name", DATA)
def test_shipped_data_names_its_licence(name: str) -> None:
    """Each lexicon and weight that ships stands, by its path, in a row of DATA-LICENSES.md."""
    rows = (ROOT / "DATA-LICENSES.md").read_text("utf-8").splitlines()
    assert any(row.startswith("|") and f"`{name}`" in row for row in rows), (
        f"{name} is not in DATA-LICENSES.md"
    )
