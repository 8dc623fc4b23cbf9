"""The benchmark of lineage: every way of asking gives one answer, and limits are held."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import lineage
from benchmarks.lineage import Limit, Measured, Run


def test_all_ways_of_asking_agree_on_a_small_country(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Property paths, networkx and the index find the same documents; every ratio is told."""
    told = tmp_path / "figures.json"
    assert lineage.main(["--documents", "700", "--json", str(told)]) == 0
    printed = capsys.readouterr().out
    assert "different" not in printed
    for task in ("great cascade, to SPARQL", "stale scan of all", "answers after commits"):
        assert task in printed
    assert told.read_text().count("cascade") >= 3


def test_a_limit_is_a_least_or_a_greatest_ratio() -> None:
    """Faster than another by so much, or at most so many times as long."""
    assert Limit(30).holds(31)
    assert not Limit(30).holds(29)
    assert Limit(2, least=False).holds(1.9)
    assert not Limit(2, least=False).holds(2.1)


@pytest.mark.parametrize("fault", ["limit", "answer"])
def test_it_fails_beyond_a_limit_or_on_different_answers(
    monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    """At full size a ratio decides, at any size an answer."""

    def measured(documents: int, folder: Path, ready: Path | None) -> Run:
        run = Run(None, folder)  # type: ignore[arg-type]
        run.measured.append(Measured("cascade", 3, Limit(30), 1, 3))
        run.different += ["cascade"] if fault == "answer" else []
        return run

    monkeypatch.setattr(lineage, "measure", measured)
    size = "1000000" if fault == "limit" else "700"
    assert lineage.main(["--documents", size]) == 1
