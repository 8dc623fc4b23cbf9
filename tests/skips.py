"""In CI a skip must be listed with its reason; any other skip fails the run.

The list has one line per kind of skip, `node id | reason`; `*` stands for any characters in both.
Loaded by `tests/conftest.py`. Under pytest-xdist the reports of all workers arrive on the
controller, and only the controller judges.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

XDIST_WORKER = "PYTEST_XDIST_WORKER"


@dataclass(frozen=True, slots=True)
class AllowedSkip:
    """One line of the list: which tests may skip, for which reason."""

    nodes: str
    reason: str

    def allows(self, node: str, reason: str) -> bool:
        return _matches(self.nodes, node) and _matches(self.reason, reason)


def _matches(pattern: str, text: str) -> bool:
    parts = (re.escape(part) for part in pattern.split("*"))
    return re.fullmatch(".*".join(parts), text, re.DOTALL) is not None


def read_allowed(path: Path) -> tuple[AllowedSkip, ...]:
    """Read the list; a line without a reason is a usage error."""
    allowed = []
    for line_number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        nodes, _, reason = (part.strip() for part in line.partition("|"))
        if not nodes or not reason:
            raise pytest.UsageError(f"{path}:{line_number}: expected `node id | reason`: {line!r}")
        allowed.append(AllowedSkip(nodes, reason))
    return tuple(allowed)


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Return the reason alone, without the file, the line and the word that pytest puts before."""
    where_and_why = report.longrepr
    text = where_and_why[2] if isinstance(where_and_why, tuple) else str(where_and_why)
    return text.removeprefix("Skipped: ")


class ListedSkips:
    """Collects every skip of the run and fails it when one is not on the list."""

    def __init__(self, path: Path) -> None:
        self.allowed = read_allowed(path)
        self.used: set[AllowedSkip] = set()
        self.unlisted: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped and not hasattr(report, "wasxfail"):
            self._note(report.nodeid, _reason(report))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self._note(report.nodeid, _reason(report))

    def _note(self, node: str, reason: str) -> None:
        entries = [entry for entry in self.allowed if entry.allows(node, reason)]
        self.used.update(entries)
        if not entries:
            self.unlisted[node] = reason

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.unlisted and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.unlisted:
            terminalreporter.section("skipped without being listed", red=True)
        for node, reason in sorted(self.unlisted.items()):
            terminalreporter.line(f"{node} | {reason}")
        unused = [entry for entry in self.allowed if entry not in self.used]
        if unused:
            terminalreporter.section("allowed skips that did not occur")
        for entry in unused:
            terminalreporter.line(f"{entry.nodes} | {entry.reason}")


def watch_skips(config: pytest.Config, path: Path) -> None:
    """Judge the skips of this run by the list at `path`, in CI only."""
    if os.environ.get("CI") and XDIST_WORKER not in os.environ:
        config.pluginmanager.register(ListedSkips(path), "listed-skips")
