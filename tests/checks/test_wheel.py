"""What is built from the repository is the whole package."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built by the locked hatchling without asking the network."""
    pytest.importorskip("hatchling", reason="the build backend is installed by make env")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("rawi-*.whl")))


def test_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    """Lexicons, tables, SQL and weights ship with the code: no file under src/rawi is left behind."""
    files = (path for path in (ROOT / "src/rawi").rglob("*") if path.is_file())
    wanted = {path.relative_to(ROOT / "src").as_posix() for path in files if path.suffix != ".pyc"}
    assert wanted <= set(wheel.namelist())


def test_wheel_holds_the_licences(wheel: zipfile.ZipFile) -> None:
    """Whoever installs Rawi receives the terms of its code and of its data."""
    shipped = {Path(name).name for name in wheel.namelist() if "/licenses/" in name}
    assert shipped == {"LICENSE", "DATA-LICENSES.md"}
