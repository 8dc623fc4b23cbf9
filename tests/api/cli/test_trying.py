"""The forty competency questions on the register and our texts."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from tests.api.cli.conftest import Run, invoke

CORPUS = Path(__file__).resolve().parents[3] / "data" / "corpus"


@pytest.fixture(scope="module")
def shipped(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with all that ships: the register and our texts."""
    place = Path(shutil.copytree(store, tmp_path_factory.mktemp("shipped") / "store"))
    assert invoke("--store", place, "ingest", CORPUS).exit_code == 0
    return place


def test_no_question_fails_on_the_shipped_data(shipped: Path) -> None:
    told = invoke("--store", shipped, "questions", "--format", "json")
    verdicts = json.loads(told.stdout)
    assert [one["number"] for one in verdicts] == list(range(1, 41))
    failed = [(one["name"], one["missing"]) for one in verdicts if one["verdict"] == "fail"]
    assert not failed
    assert told.exit_code == 0
    silent = {one["number"] for one in verdicts if one["verdict"] == "not_stated"}
    assert silent == {5, 6, 10, 16, 18, 19, 34}


def test_the_table_says_why_the_data_are_silent(shipped: Path) -> None:
    said = invoke("--store", shipped, "questions").stdout
    assert "không nêu" in said
    assert "18: các bên của một quy chế" in " ".join(said.split())
    assert "33 đạt, 0 không đạt, 7 không nêu" in said
    rows = invoke("--store", shipped, "questions", "--format", "csv").stdout
    assert len(list(csv.reader(rows.splitlines()))) == 41


def test_without_our_texts_what_is_missing_is_named(run: Run) -> None:
    told = run("questions", "--lang", "en")
    assert told.exit_code == 1
    assert "replacement-pairs, missing: Quy định 680-QĐ/TU" in " ".join(told.stdout.split())
