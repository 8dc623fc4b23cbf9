"""Imports killed at random moments: what is left is told, and decides."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks import killing


@pytest.mark.long
def test_a_killed_import_leaves_one_country_or_the_other(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Small countries, really imported and really killed."""
    assert killing.main(["--documents", "1000", "--kills", "3"]) == 0
    assert "neither" not in capsys.readouterr().out


@pytest.mark.parametrize("left", ["neither", "stuck"])
def test_a_store_that_is_neither_fails(monkeypatch: pytest.MonkeyPatch, left: str) -> None:
    """One of many is enough."""

    def killed(folder: Path, documents: int, kills: int, seed: int, ready: Path) -> Counter[str]:
        return Counter({"old": 3, left: 1})

    monkeypatch.setattr(killing, "kill", killed)
    assert killing.main([]) == 1
    monkeypatch.setattr(killing, "kill", lambda *_: Counter(old=3, new=1))
    assert killing.main([]) == 0
