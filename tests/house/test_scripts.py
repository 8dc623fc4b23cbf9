"""The scripts: executable, usable from anywhere, clear about what a machine lacks, self-mending.

Set-up is tried on a copy with a stand-in for Python that only notes what it was asked to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPTS = ("scripts/setup", "scripts/check", "scripts/build_pages", "scripts/demo", ".ci/run")
# All that the scripts may take for granted: bash, coreutils, grep and util-linux.
TOOLS = (
    *("bash", "cat", "chmod", "cp", "cut", "dirname", "env", "flock"),
    *("grep", "mkdir", "rm", "sha256sum", "tail", "touch", "tr"),
)

STAND_IN = """#!/bin/bash
# Python VERSION; whole or without venv: WHOLE
case "$*" in
  *"version_info[:2]"*) echo "VERSION" ;;
  *version_info*) [[ VERSION != 3.[0-9] && VERSION != 3.10 ]] ;;
  *ensurepip.version*) [ WHOLE = yes ] ;;
  -VV) echo "Python VERSION.1" ;;
  "-m venv "*)
    echo "venv with VERSION" >>"$JOURNAL"
    mkdir -p "$3/bin"
    cp "$0" "$3/bin/python"
    echo "VIRTUAL_ENV=$3" >"$3/bin/activate"
    ;;
  "-m pip --version") ;;
  "-m pip install"*)
    echo "install ${!#}" >>"$JOURNAL"
    case "${PIP_FATE:-}" in
      killed) kill -9 "$PPID" ;;
      offline) echo "no route to the index" >&2 && exit 1 ;;
    esac
    ;;
  *) echo "not foreseen: $*" >>"$JOURNAL" && exit 9 ;;
esac
"""


class Machine:
    """A machine with TOOLS, the Pythons it is given, and a checkout of set-up alone."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.path = folder / "bin"
        self.checkout = folder / "một thư mục" / "cascade"
        self.journal = folder / "journal"
        self.path.mkdir()
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found, tool
            (self.path / tool).symlink_to(found)
        (self.checkout / "scripts").mkdir(parents=True)
        shutil.copy(root / "scripts/setup", self.checkout / "scripts/setup")
        (self.checkout / "pyproject.toml").write_text("[project]\n", encoding="utf-8")

    def add_python(self, name: str, version: str, *, whole: bool = True) -> None:
        text = STAND_IN.replace("VERSION", version).replace("WHOLE", "yes" if whole else "no")
        (self.path / name).write_text(text, encoding="utf-8")
        (self.path / name).chmod(0o755)

    def set_up(self, kind: str = "run", **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.path), "JOURNAL": str(self.journal), **variables}
        return subprocess.run(
            [str(self.checkout / "scripts/setup"), kind],
            cwd="/",
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def asked(self) -> list[str]:
        """Return what the stand-ins were asked to do since the last call."""
        if not self.journal.exists():
            return []
        noted = self.journal.read_text(encoding="utf-8").replace(str(self.checkout), "CHECKOUT")
        self.journal.unlink()
        return noted.splitlines()


@pytest.fixture
def machine(tmp_path: Path, root: Path) -> Machine:
    return Machine(tmp_path, root)


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_executable(root: Path, script: str) -> None:
    assert os.access(root / script, os.X_OK)


@pytest.mark.parametrize("script", SCRIPTS[:-1])
def test_scripts_explain_themselves_from_anywhere(root: Path, tmp_path: Path, script: str) -> None:
    done = subprocess.run(
        [str(root / script), "--help"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert script in done.stdout


@pytest.mark.parametrize(
    "command",
    [
        ("scripts/setup", "all"),
        ("scripts/check", "--fast"),
        ("scripts/build_pages", "--quickly"),
        ("scripts/demo", "--quietly"),
        ("scripts/demo", "--port"),
        ("scripts/demo", "--port", "http"),
    ],
)
def test_scripts_refuse_what_they_do_not_know(root: Path, command: tuple[str, ...]) -> None:
    done = subprocess.run(
        [str(root / command[0]), *command[1:]], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert command[0] in done.stderr


def test_set_up_is_done_once(machine: Machine) -> None:
    machine.add_python("python3", "3.11")
    assert machine.set_up().returncode == 0
    assert machine.asked() == ["venv with 3.11", "install CHECKOUT"]
    again = machine.set_up()
    assert (again.returncode, again.stderr, machine.asked()) == (0, "", [])


def test_tools_of_testing_are_added_and_suffice_for_use(machine: Machine) -> None:
    machine.add_python("python3", "3.11")
    machine.set_up("run")
    machine.asked()
    machine.set_up("dev")
    assert machine.asked() == ["install CHECKOUT[dev]"]
    machine.set_up("run")
    assert machine.asked() == []


def test_a_changed_project_file_installs_again(machine: Machine) -> None:
    machine.add_python("python3", "3.12")
    machine.set_up()
    machine.asked()
    (machine.checkout / "pyproject.toml").write_text("[project]\n# more\n", encoding="utf-8")
    machine.set_up()
    assert machine.asked() == ["install CHECKOUT"]


def test_an_interrupted_set_up_is_made_anew(machine: Machine) -> None:
    machine.add_python("python3", "3.12")
    assert machine.set_up(PIP_FATE="killed").returncode != 0
    machine.asked()
    assert machine.set_up().returncode == 0
    assert machine.asked() == ["venv with 3.12", "install CHECKOUT"]


@pytest.mark.parametrize("lost", ["bin/python", "bin"])
def test_a_damaged_environment_is_made_anew(machine: Machine, lost: str) -> None:
    machine.add_python("python3", "3.12")
    machine.set_up()
    machine.asked()
    gone = machine.checkout / ".venv" / lost
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    assert machine.set_up().returncode == 0
    assert machine.asked() == ["venv with 3.12", "install CHECKOUT"]


def test_a_moved_checkout_is_set_up_anew(machine: Machine) -> None:
    machine.add_python("python3", "3.12")
    machine.set_up()
    machine.asked()
    machine.checkout = machine.checkout.rename(machine.checkout.with_name("moved"))
    assert machine.set_up().returncode == 0
    assert machine.asked() == ["venv with 3.12", "install CHECKOUT"]


def test_without_network_it_says_so_and_keeps_the_environment(machine: Machine) -> None:
    machine.add_python("python3", "3.12")
    done = machine.set_up(PIP_FATE="offline")
    assert done.returncode == 1
    assert "no route to the index" in done.stderr
    assert "kiểm tra mạng" in done.stderr
    assert "check the network" in done.stderr
    machine.asked()
    assert machine.set_up().returncode == 0
    assert machine.asked() == ["install CHECKOUT"]


def test_a_newer_python_beside_an_old_one_is_used(machine: Machine) -> None:
    machine.add_python("python3", "3.10")
    machine.add_python("python3.12", "3.12")
    assert machine.set_up().returncode == 0
    assert machine.asked()[0] == "venv with 3.12"


def test_a_whole_python_is_preferred_to_one_without_venv(machine: Machine) -> None:
    machine.add_python("python3", "3.13", whole=False)
    machine.add_python("python3.11", "3.11")
    assert machine.set_up().returncode == 0
    assert machine.asked()[0] == "venv with 3.11"


def test_a_chosen_python_comes_first(machine: Machine) -> None:
    machine.add_python("python3", "3.12")
    machine.add_python("mine", "3.13")
    assert machine.set_up(CASCADE_PYTHON="mine").returncode == 0
    assert machine.asked()[0] == "venv with 3.13"


@pytest.mark.parametrize(
    ("pythons", "said"),
    [
        ([], ("ở đây không có", "none is here", "python3 python3-venv")),
        ([("python3", "3.10", True)], ("ở đây chỉ có 3.10", "only 3.10", "python3.11-venv")),
        ([("python3", "3.12", False)], ("thiếu venv", "lacks venv", "install -y python3.12-venv")),
    ],
    ids=["none", "old", "without-venv"],
)
def test_what_is_missing_is_said_in_both_languages(
    machine: Machine, pythons: list[tuple[str, str, bool]], said: tuple[str, ...]
) -> None:
    for name, version, whole in pythons:
        machine.add_python(name, version, whole=whole)
    done = machine.set_up()
    assert done.returncode == 1
    assert [part for part in said if part not in done.stderr] == []
    assert not (machine.checkout / ".venv").exists()
