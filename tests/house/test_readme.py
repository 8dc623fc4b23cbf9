"""README is true: its commands work as it says, its figures are the register's."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from graph.read.register import default_register, read_register

_COMMAND = re.compile(r"^\$ (cascade .*?)(?:\s+#\s*(.*))?$", re.MULTILINE)
_COVERAGE = re.compile(r"^\| `(.+?)` \| (.+?) \| (.+?) \|$", re.MULTILINE)
_EXIT = re.compile(r"mã thoát (\d)")


def commands(root: Path) -> list[tuple[str, int]]:
    """Return each command of README with the exit code it promises (0 if it says none)."""
    found = []
    for command, remark in _COMMAND.findall((root / "README.md").read_text(encoding="utf-8")):
        promised = _EXIT.search(remark)
        found.append((command, int(promised[1]) if promised else 0))
    return found


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("readme") / "store"
    run("cascade build", place)
    return place


def run(command: str, store: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)[1:]
    return subprocess.run(
        [str(Path(sys.executable).parent / "cascade"), "--store", str(store), *words],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=Path(__file__).parents[2],
    )


@pytest.mark.long
def test_every_command_ends_as_readme_says(root: Path, store: Path) -> None:
    said = commands(root)
    assert len(said) >= 10
    ended = [(command, run(command, store).returncode) for command, _ in said]
    assert ended == said


def test_readme_shows_what_the_commands_answer(root: Path, store: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    assert "80-QĐ/TW thay thế từ 18-8-2022" in text
    answer = run("cascade trace 105-QĐ/TW --as-of 2023-01-01", store).stdout
    assert "80-QĐ/TW từ ngày 18-8-2022" in answer
    listed = run("cascade trace 18-NQ/TW", store).stderr
    assert all(f"18-NQ/TW@{term}" in listed for term in ("XII", "XIII", "XIV"))


def test_coverage_is_what_the_command_answers(root: Path, store: Path) -> None:
    rows = _COVERAGE.findall((root / "README.md").read_text(encoding="utf-8"))
    assert len(rows) == 3
    for document, *told in rows:
        for units, said in zip((63, 34), told, strict=True):
            answer = run(f"cascade coverage {document} --units {units} --format json", store).stdout
            found = json.loads(answer)
            least, most = found["median"]["least"], found["median"]["most"]
            days = f"{least}" if least == most else f"{least}–{most}"
            assert said == f"{found['found']}/{found['in_scope']} · {days} ngày"


def test_figures_are_those_of_the_register(root: Path) -> None:
    register, _ = read_register(default_register())
    text = (root / "README.md").read_text(encoding="utf-8")
    for count, vi, en in (
        (len(register.central_documents), "văn bản Trung ương", "central documents"),
        (len(register.provincial_facts), "phát biểu có nguồn", "sourced statements"),
    ):
        assert f"{count} {vi}" in text
        assert f"{count} {en}" in text
