"""What is generated says what the Turtle says."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ontology import generate

SCRIPT = Path(generate.__file__).parents[1] / "scripts" / "make_terms.py"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A copy of the room that a test may change."""
    return Path(
        shutil.copytree(generate.ROOM, tmp_path / "ontology", ignore=shutil.ignore_patterns("__*"))
    )


def test_generated_files_have_not_drifted() -> None:
    assert generate.drifted() == ()


def test_script_agrees(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_drift_is_seen_and_mended(room: Path) -> None:
    turtle = room / "cascade.ttl"
    text = turtle.read_text(encoding="utf-8")
    turtle.write_text(text.replace("cas:suspends ", "cas:pauses "), encoding="utf-8")
    assert room / "terms.py" in generate.drifted(room)
    generate.write(room)
    assert generate.drifted(room) == ()
    assert "pauses: Final" in (room / "terms.py").read_text(encoding="utf-8")


def test_a_missing_file_has_drifted(room: Path) -> None:
    (room / "terms.py").unlink()
    assert room / "terms.py" in generate.drifted(room)


def test_writing_twice_gives_the_same_bytes(room: Path) -> None:
    generate.write(room)
    first = {path: path.read_bytes() for path in generate.outputs(room)}
    generate.write(room)
    assert first == {path: path.read_bytes() for path in generate.outputs(room)}
