"""What is shipped is complete: the wheel holds all data, and works where no checkout is."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.house.tree import PACKAGES, files

pytestmark = pytest.mark.long


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=root)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """Return the folder of commands of an environment that has the wheel but no checkout.

    What Cascade depends on is lent by the environment of the tests: nothing is downloaded, and
    a path that a `.pth` file adds does not bring the checkout, as its own `.pth` is not followed.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    run(python, "-m", "pip", "install", "--no-deps", "--no-index", wheel, cwd=folder)
    own = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    Path(own.strip(), "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder / "bin"


def shipped_names() -> set[str]:
    """Return what the wheel must hold: every file of the packages, the register, the corpus."""
    shipped = (("data", "register"), ("data", "corpus"))
    names = {str(file) for file in files() if file.parts[0] in PACKAGES}
    return names | {
        str(Path("graph", *file.parts[1:])) for file in files() if file.parts[:2] in shipped
    }


def test_the_wheel_holds_every_file(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    missing = shipped_names() - held
    assert missing == set()
    for sort in (
        "graph/register/*.csv",
        "graph/corpus/*.txt",
        "ontology/*.ttl",
        "graph/queries/*.rq",
        "api/web/*",
    ):
        assert any(Path(name).match(sort) for name in held), sort


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held - shipped_names() == set()


def test_the_wheel_works_without_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = run(
        installed / "python", "-c", "import graph; print(graph.__file__)", cwd=tmp_path
    ).strip()
    assert Path(where).is_relative_to(installed.parent)
    run(installed / "cascade", "build", cwd=tmp_path)
    assert "57-NQ/TW" in run(installed / "cascade", "trace", "57-NQ/TW", cwd=tmp_path)
    assert (tmp_path / ".cascade").is_dir()
