"""What `scripts/check` and `scripts/demo` do, step by step, with stand-ins for all they call."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

# Notes its arguments; fails where FAILING occurs in them; `serve` lasts until it is told to end.
STAND_IN = """#!/bin/bash
trap 'echo ended >>"$JOURNAL"; exit 143' TERM
echo "$*" >>"$JOURNAL"
[[ -n "${FAILING:-}" && "$*" == *"$FAILING"* ]] && exit 3
if [ "$1" = serve ]; then
  while :; do sleep 0.05; done
fi
exit 0
"""

COMMANDS = ("python", "lint-imports", "cascade")
QUICK_STEPS = [
    "-m ruff check",
    "-m ruff format",
    "-m mypy",
    "",
    "scripts/make_terms.py",
    "--check",
    "-m benchmarks.scoring",
    "-m benchmarks.precision --check",
    "-m pytest",
]
DEMO_STEPS = [
    "build",
    "ingest data/corpus",
    "trace 57-NQ/TW --depth 2",
    "coverage 57-NQ/TW",
    "trace 29-NQ/TW@2013 --evidence",
    "coverage 29-NQ/TW@2013 --units 63",
    "trace 18-NQ/TW@XII --depth 1 --evidence",
    "trace 10-CT/TW@X --depth 1 --evidence",
    "trace 105-QĐ/TW@XII --depth 1 --evidence",
    "show 39-NQ/TW@XI --evidence",
]


class Checkout:
    """A checkout with the scripts, in which Python, Cascade and set-up only note their calls."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder = folder / "cascade"
        self.journal = folder / "journal"
        shutil.copytree(root / "scripts", self.folder / "scripts")
        (self.folder / ".venv/bin").mkdir(parents=True)
        for name in ("scripts/setup", "scripts/build_pages", *(f".venv/bin/{n}" for n in COMMANDS)):
            (self.folder / name).write_text(STAND_IN, encoding="utf-8")
            (self.folder / name).chmod(0o755)

    def start(self, script: str, *arguments: str, failing: str = "") -> subprocess.Popen[str]:
        return subprocess.Popen(
            # A parent that ignores Ctrl-C would hand that on, and bash cannot trap it then.
            ["env", "--default-signal=INT", str(self.folder / script), *arguments],
            cwd="/",
            env={**os.environ, "JOURNAL": str(self.journal), "FAILING": failing},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, script: str, *arguments: str, failing: str = "") -> tuple[int, str]:
        """Return exit code and output."""
        running = self.start(script, *arguments, failing=failing)
        output, _ = running.communicate(timeout=60)
        return running.returncode, output

    def calls(self) -> list[str]:
        return (
            self.journal.read_text(encoding="utf-8").splitlines() if self.journal.exists() else []
        )


@pytest.fixture
def checkout(tmp_path: Path, root: Path) -> Checkout:
    return Checkout(tmp_path, root)


def begins(calls: list[str], steps: list[str]) -> bool:
    return len(calls) == len(steps) and all(
        call.startswith(step) for call, step in zip(calls, steps, strict=True)
    )


def wait_for(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < until, "did not happen"
        time.sleep(0.02)


def test_check_runs_every_step(checkout: Checkout) -> None:
    code, output = checkout.run("scripts/check")
    assert code == 0, output
    assert begins(checkout.calls(), ["dev", *QUICK_STEPS]), checkout.calls()
    assert "tất cả đều đạt / all passed" in output


@pytest.mark.parametrize("failing", ["ruff check", "mypy", "make_terms", "scoring", "pytest"])
def test_check_goes_on_after_a_failure_and_fails(checkout: Checkout, failing: str) -> None:
    code, output = checkout.run("scripts/check", failing=failing)
    assert code == 1
    assert begins(checkout.calls(), ["dev", *QUICK_STEPS]), checkout.calls()
    verdicts = [line[0] for line in output.split("── kết quả")[1].splitlines()[1:]]
    assert verdicts == ["✗" if failing in step else "✓" for step in QUICK_STEPS] + ["✗"]


def test_full_check_adds_the_long_tests_and_the_benchmarks(checkout: Checkout) -> None:
    assert checkout.run("scripts/check", "--full")[0] == 0
    *_, tests, store, lineage, service = checkout.calls()
    assert tests.endswith("--full")
    assert store == "benchmarks/store.py --documents 10000"
    assert lineage == "-m benchmarks.lineage --documents 10000"
    assert service == "-m benchmarks.service"


def test_check_needs_its_set_up(checkout: Checkout) -> None:
    assert checkout.run("scripts/check", failing="dev")[0] != 0
    assert checkout.calls() == ["dev"]


def test_demo_shows_and_stops(checkout: Checkout) -> None:
    code, output = checkout.run("scripts/demo", "--no-serve")
    assert code == 0, output
    assert checkout.calls() == ["run", *DEMO_STEPS]
    assert [
        line[10:] for line in output.splitlines() if line.startswith("$ cascade ")
    ] == DEMO_STEPS


def test_demo_stops_at_what_fails(checkout: Checkout) -> None:
    assert checkout.run("scripts/demo", failing="build")[0] == 3
    assert checkout.calls() == ["run", "build"]


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_demo_serves_until_told_to_end(checkout: Checkout, told: signal.Signals) -> None:
    running = checkout.start("scripts/demo", "--port", "8123")
    wait_for(lambda: checkout.calls()[-1:] == ["serve --port 8123"])
    running.send_signal(told)
    output, _ = running.communicate(timeout=30)
    assert running.returncode == 0, output
    assert checkout.calls()[-1] == "ended"


def test_demo_tells_when_the_pages_cannot_be_served(checkout: Checkout) -> None:
    assert checkout.run("scripts/demo", failing="serve")[0] == 3
