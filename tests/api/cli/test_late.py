"""Commands that are imported late: all are there, none before it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from api.cli.late import LATE, Commands
from tests.api.cli.conftest import invoke

SLOW = ("fastapi", "networkx", "pyvis", "pandas", "pyshacl", "starlette")


def test_help_lists_them_with_the_others() -> None:
    told = invoke("--help").stdout
    for name in ("build", "query", "import", *LATE):
        assert f"\n  {name} " in told


@pytest.mark.parametrize("name", LATE)
def test_each_tells_its_help(name: str) -> None:
    result = invoke(name, "--help")
    assert result.exit_code == 0
    assert f"{name} [OPTIONS]" in result.stdout


def test_a_slip_of_the_pen_is_answered() -> None:
    result = invoke("exprot")
    assert result.exit_code == 2
    assert "exprot" in result.stderr


def test_the_command_line_waits_for_no_slow_library() -> None:
    code = f"import sys, api.cli; print([m for m in {SLOW} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_command_is_made_once_and_unknown_ones_never() -> None:
    commands = Commands({"here": 1}, {"analyse": LATE["analyse"]})
    assert list(commands) == ["here", "analyse"]
    assert commands["analyse"] is commands["analyse"]
    assert commands.get("nowhere") is None
    commands["more"] = 2
    del commands["here"]
    assert list(commands) == ["analyse", "more"]
    assert len(commands) == 2
