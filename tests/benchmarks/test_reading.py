"""The benchmark of reading runs, and its yardstick finds printed numbers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import reading
from benchmarks.baseline_grammar import mentions
from benchmarks.reading_beside import beside_ner
from graph.extract.gazetteer import Knowledge


@pytest.mark.parametrize(
    "surface",
    ["Nghị quyết số 18-NQ/TW", "Chỉ thị 05-CT/TW", "Nghị định số 30/2020/NĐ-CP", "55- KL/TU"],
)
def test_the_yardstick_finds_printed_numbers(surface: str) -> None:
    text = f"Căn cứ {surface} của cơ quan."
    assert [text[start:end] for start, end in mentions(text)] == [surface]


def test_cost_is_told_in_plain_passes() -> None:
    articles = reading.articles_of(None)
    assert articles
    told = reading.cost(articles, Knowledge(), 2)
    assert told.seconds > 0
    assert told.multiple > 1
    assert told.fastest > 1


def test_growth_is_told_for_every_hard_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_SMALL", 500)
    monkeypatch.setattr(reading, "_LARGE", 2000)
    grown = [reading.growth(name, piece, Knowledge()) for name, piece in reading._HARD.items()]
    assert all(one.seconds > 0 and one.growth > 0 for one in grown)


def test_the_ner_reads_what_is_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    (tmp_path / "underthesea.py").write_text(
        "import time\n\ndef ner(text):\n    begun = time.process_time()\n"
        "    while time.process_time() < begun + len(text) / 1e6:\n        pass\n"
    )
    about = tmp_path / "underthesea-1.2.dist-info"
    about.mkdir()
    about.joinpath("METADATA").write_text("Name: underthesea\nVersion: 1.2\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    articles = reading.articles_of(None)
    told = beside_ner(Path(sys.executable), articles, Knowledge())
    ours = sorted((root / "data" / "gold" / "texts" / "dev").glob("*.txt"))
    assert (told.version, told.texts) == ("1.2", len(articles) + len(ours))
    assert told.ner >= told.characters / 1e6
    assert told.multiple == pytest.approx(told.ner / told.reading)
    assert "underthesea 1.2 NER" in told.line()
