"""The score of the reader: figures beside the kept ones, and what is below its floor."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import scoring
from benchmarks.agreement import GOLD, Agreement, agreement
from benchmarks.gold.tally import Tally


@pytest.fixture(scope="module")
def perfect() -> Agreement:
    return agreement(GOLD / "dev", GOLD / "dev")


@pytest.fixture
def spoiled(perfect: Agreement) -> Agreement:
    worse = Tally(10, 4, 5, 4, ("a text: what lacks",), ("a text: what is wrong",))
    return replace(perfect, there={**perfect.there, "documents": worse}, turned=("a text: a b",))


def test_a_figure_below_its_floor_is_told(perfect: Agreement, spoiled: Agreement) -> None:
    assert list(scoring.faults("dev", perfect)) == []
    told = list(scoring.faults("dev", spoiled))
    assert [one.split(":")[0] for one in told] == ["dev, documents", "dev, turned"]


def test_every_metric_that_is_read_has_a_floor() -> None:
    kept = json.loads(scoring.KEPT.read_text(encoding="utf-8"))
    for split in scoring.SPLITS:
        read = {name: one["f1"] for name, one in kept[split]["metrics"].items() if one["told"]}
        floors = scoring.FLOORS[split]
        assert set(floors) == set(read)
        assert all(floors[name] <= figure for name, figure in read.items())


def test_of_the_test_part_figures_alone_are_kept(spoiled: Agreement) -> None:
    dev, test = scoring.kept_of("dev", spoiled), scoring.kept_of("test", spoiled)
    assert "what lacks" in json.dumps(dev)
    assert "what" not in json.dumps(test)
    assert test["turned"] == 1
    kept = json.loads(scoring.KEPT.read_text(encoding="utf-8"))
    assert all({"missed", "wrong"}.isdisjoint(one) for one in kept["test"]["metrics"].values())


def test_what_is_not_read_is_told_so(perfect: Agreement) -> None:
    unread = {**perfect.there, "assignments": Tally(56), "deadlines": Tally()}
    table = scoring.table("dev", replace(perfect, there=unread), {"metrics": {}})
    lines = {line[:14].strip(): line for line in table.splitlines()}
    assert lines["assignments"].endswith("0/56   chưa đọc / not read")
    assert lines["deadlines"].endswith("n/a")


def test_a_change_is_told_beside_what_was_kept(
    spoiled: Agreement,
    perfect: Agreement,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = {"dev": spoiled, "test": perfect}
    monkeypatch.setattr(scoring, "KEPT", tmp_path / "scores.json")
    monkeypatch.setattr(scoring, "score", lambda split: found[split])
    assert scoring.main(["--keep"]) == 1
    assert "✗  dev, documents" in capsys.readouterr().out
    found["dev"] = perfect
    assert scoring.main([]) == 0
    told = capsys.readouterr().out
    assert "+ a text: what lacks" in told
    assert "documents: F1 0.533 → 1.000" in told


def test_texts_are_read_with_what_is_known_from_outside(tmp_path: Path) -> None:
    scoring.read_split("dev", tmp_path)
    told = json.loads((tmp_path / "lai-chau-nong-thon-2012.json").read_text(encoding="utf-8"))
    assert told["source"]["published"] == "2012-10-09"
    assert told["source"]["province"] == "Lai Châu"
    assert len(list(tmp_path.iterdir())) == len(list((GOLD / "dev").iterdir()))
