"""The rule on skips, tried in runs of its own: in CI every skip must be listed with its reason."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = """
from pathlib import Path
from tests.skips import watch_skips

def pytest_configure(config):
    watch_skips(config, Path(__file__).with_name("allowed_skips.txt"))
"""

TESTS = """
import pytest

def test_done():
    pass

@pytest.mark.parametrize("place", ["here", "there"])
def test_needs_a_printer(place):
    pytest.skip(f"no printer {place}")

@pytest.fixture
def moon():
    pytest.skip("the moon is not up")

def test_needs_the_moon(moon):
    pass

@pytest.mark.xfail(reason="not yet", strict=True)
def test_is_expected_to_fail():
    assert False
"""

WHOLE_FILE = """
import pytest
pytest.skip("wrong planet", allow_module_level=True)
"""

ALL_LISTED = """
# a comment

test_tools.py::test_needs_a_printer[*] | no printer *
*::test_needs_the_moon | the moon is not up
test_planet.py | wrong planet
"""


def run(folder: Path, allowed: str, *options: str, ci: bool = True) -> tuple[int, str]:
    """Run the sample tests in a process of their own; return exit code and output."""
    (folder / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (folder / "test_tools.py").write_text(TESTS, encoding="utf-8")
    (folder / "test_planet.py").write_text(WHOLE_FILE, encoding="utf-8")
    (folder / "allowed_skips.txt").write_text(allowed, encoding="utf-8")
    outer = ("PYTEST_", "COV_", "CI")
    environment = {name: text for name, text in os.environ.items() if not name.startswith(outer)}
    environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # each takes its time to begin
    if ci:
        environment["CI"] = "1"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--rootdir", str(folder), *options],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


WAYS = [
    pytest.param(("-p", "xdist", "-n0"), id="one-process"),
    pytest.param(("-p", "xdist", "-n2"), id="two-workers"),
]


@pytest.mark.parametrize("way", WAYS)
def test_listed_skips_pass(tmp_path: Path, way: tuple[str, ...]) -> None:
    code, output = run(tmp_path, ALL_LISTED, *way)
    assert code == 0, output
    assert "without being listed" not in output
    assert "did not occur" not in output


@pytest.mark.parametrize("way", WAYS)
def test_unlisted_skips_fail(tmp_path: Path, way: tuple[str, ...]) -> None:
    code, output = run(tmp_path, "", *way)
    assert code == 1, output
    unlisted = [line for line in output.splitlines() if " | " in line]
    assert unlisted == [
        "test_planet.py | wrong planet",
        "test_tools.py::test_needs_a_printer[here] | no printer here",
        "test_tools.py::test_needs_a_printer[there] | no printer there",
        "test_tools.py::test_needs_the_moon | the moon is not up",
    ]


def test_another_reason_is_not_the_listed_one(tmp_path: Path) -> None:
    code, output = run(tmp_path, ALL_LISTED.replace("the moon is not up", "the moon is full"))
    assert code == 1
    assert "test_needs_the_moon | the moon is not up" in output


def test_an_entry_that_did_not_occur_is_reported(tmp_path: Path) -> None:
    code, output = run(tmp_path, ALL_LISTED + "test_old.py::* | long ago\n")
    assert code == 0, output
    assert "test_old.py::* | long ago" in output.split("did not occur")[1]


def test_a_line_without_reason_is_refused(tmp_path: Path) -> None:
    code, output = run(tmp_path, "test_tools.py::*\n")
    assert code == pytest.ExitCode.USAGE_ERROR
    assert "allowed_skips.txt:1" in output


def test_outside_ci_skips_are_free(tmp_path: Path) -> None:
    code, output = run(tmp_path, "", ci=False)
    assert code == 0
    assert "without being listed" not in output
