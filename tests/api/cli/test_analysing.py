"""analyse and alike on the register."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.api.cli.conftest import Run


def test_the_shape_of_a_cascade_is_told(run: Run) -> None:
    text = run("analyse", "57-NQ/TW").stdout
    for part in ("Chỗ thắt: văn bản", "Nghị quyết 71/NQ-CP", "Chuỗi nhiều bước nhất", "chuỗi"):
        assert part in text
    assert "không tự mất hiệu lực" in " ".join(text.split())


def test_figures_agree_in_every_format(run: Run) -> None:
    told = json.loads(run("analyse", "57-NQ/TW", "--format", "json").stdout)
    text = run("analyse", "57-NQ/TW", "--format", "csv").stdout
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == told["documents"] == len(told["positions"])
    assert {row["chains_in_all"] for row in rows} == {str(told["chains"])}
    for row, position in zip(rows, told["positions"], strict=True):
        assert row["iri"] == position["document"]["iri"]
        assert row["cut_off"] == str(len(position["cut_off"]))
    ends = [position for position in told["positions"] if not position["onward"]]
    assert sum(position["chains"] for position in ends) == told["chains"]
    assert sum(strand["documents"] for strand in told["strands"]) == told["documents"]
    assert sum(depth["documents"] for depth in told["depths"]) == told["documents"]


def test_a_document_without_a_cascade_says_what_that_means(run: Run) -> None:
    result = run("analyse", "179/KH-UBND@Đồng Nai")
    assert result.exit_code == 0
    assert "không có nghĩa là chưa thực hiện" in result.stdout
    assert "Chuỗi nhiều bước nhất" in run("analyse", "179/KH-UBND@Đồng Nai", "--up").stdout


def test_provinces_alike_show_what_they_share_and_how_small_the_corpus_is(run: Run) -> None:
    text = " ".join(run("alike", "--limit", "2").stdout.split())
    assert "2 cặp đầu trong" in text
    assert "Kho còn nhỏ" in text
    assert "“Chưa tìm thấy” không phải là “chưa thực hiện”" in text


def test_one_province_comes_first_in_each_of_its_pairs(run: Run) -> None:
    told = json.loads(run("alike", "ca mau", "--format", "json").stdout)
    assert {pair["unit"] for pair in told["pairs"]} == {"Cà Mau"}
    similar = [pair["similarity"] for pair in told["pairs"]]
    assert similar == sorted(similar, reverse=True)
    rows = run("alike", "Cà Mau", "--format", "csv").stdout.splitlines()
    assert len(rows) == 1 + len(told["pairs"])


@pytest.mark.parametrize(
    ("args", "code"),
    [(("alike", "Atlantis"), 1), (("alike", "--units", "62"), 2), (("analyse", "18-NQ/TW"), 2)],
)
def test_what_cannot_be_answered_says_why(run: Run, args: tuple[str, ...], code: int) -> None:
    result = run(*args)
    assert result.exit_code == code
    assert "→" in result.stderr


def test_sixty_three_units_are_compared_too(run: Run) -> None:
    told = json.loads(run("alike", "--units", "63", "--format", "json").stdout)
    assert told["unit_set"] == 63
    assert told["pairs"]
