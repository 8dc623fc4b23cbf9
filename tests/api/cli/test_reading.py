"""extract and ingest: what is printed, what is written, what is refused."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.api.cli.conftest import invoke

CORPUS = Path(__file__).resolve().parents[3] / "data" / "corpus"
HA_TINH = CORPUS / "ha-tinh-to-chuc-can-bo.txt"
NASTY = "<script>alert(1)</script> Quy định 901-QĐ/TU \u202e& “<b>”\n"


@pytest.fixture
def own(store: Path, tmp_path: Path) -> Path:
    """Return a copy of the store that the test may change."""
    return Path(shutil.copytree(store, tmp_path / "own"))


def test_json_of_one_text_proves_its_spans() -> None:
    result = invoke("extract", HA_TINH, "--format", "json")
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    text = HA_TINH.read_text(encoding="utf-8")
    spans = [span for document in told["documents"] for span in document["mentions"]]
    assert len(spans) > 10
    assert all(text[span["start"] : span["end"]] == span["surface"] for span in spans)


def test_json_of_several_texts_is_one_a_line() -> None:
    files = sorted(CORPUS.glob("*.txt"))
    result = invoke("extract", *files, "--format", "json")
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["source"]["id"] for one in told] == [file.stem for file in files]


@pytest.mark.parametrize(("form", "ending"), [("json", "json"), ("html", "html"), ("table", "txt")])
def test_out_writes_one_file_a_text(tmp_path: Path, form: str, ending: str) -> None:
    result = invoke("extract", HA_TINH, "--format", form, "--out", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (0, "")
    (file,) = (tmp_path / "out").iterdir()
    assert file.name == f"{HA_TINH.stem}.{ending}"


def test_table_and_explanation() -> None:
    result = invoke("extract", HA_TINH, "--explain")
    assert "Chương trình hành động 920-CTr/TU" in result.stdout
    assert "Vì sao" in result.stdout


def test_the_page_runs_and_fetches_nothing(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text(NASTY, encoding="utf-8")
    page = invoke("extract", file, "--format", "html", "--explain").stdout
    assert "<script" not in page
    assert "<b>”" not in page
    assert "\u202e" not in page
    assert not re.search(r"\s(?:src|href|on\w+)\s*=", page)
    assert "default-src 'none'" in page
    assert '<u class="document">' in page


def test_bad_files_are_told_and_the_rest_goes_on(own: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(HA_TINH, folder / "a.txt")
    (folder / "b.txt").write_bytes(b"\xff\x00\x01binary")
    (folder / "c.txt").write_text("TỈNH ỦY\nTUYỆT MẬT\nNghị quyết 9-NQ/TU\n", encoding="utf-8")
    (folder / "d.txt").write_bytes(b"")
    result = invoke("--store", own, "ingest", folder, tmp_path / "none.txt")
    assert result.exit_code == 3
    for name in ("b.txt", "c.txt", "d.txt", "none.txt"):
        assert name in result.stderr
    assert "1 bài" in result.stdout
    stored = list((own / "texts").iterdir())
    assert len(stored) == 2
    assert not any(b"9-NQ/TU" in file.read_bytes() for file in stored)


def test_ingest_twice_says_that_nothing_changed(own: Path) -> None:
    assert invoke("--store", own, "ingest", CORPUS).exit_code == 0
    again = invoke("--store", own, "ingest", CORPUS)
    assert again.exit_code == 0
    assert "Không có gì thay đổi" in again.stdout


def test_the_corpus_shows_in_the_cascades(own: Path) -> None:
    options = ("--published", "12-3-2019", "--publisher", "Báo X", "--url", "https://x.example/1")
    assert invoke("--store", own, "ingest", HA_TINH, *options).exit_code == 0
    assert (
        invoke("--store", own, "ingest", CORPUS / "can-tho-tinh-gian-bien-che.txt").exit_code == 0
    )
    shown = invoke("--store", own, "trace", "18-NQ/TW@XII", "--depth", "1", "--evidence").stdout
    for number in ("920-CTr/TU", "1011-CTr/TU"):
        line = next(line for line in shown.splitlines() if f"{number} " in line and "├" in line)
        assert line.endswith("chưa rõ")
    assert "https://x.example/1" in shown
    assert "“để thực hiện”" in shown
    lag = {"10-CT/TW@X": ("55-KL/TU", "+3.882 ngày"), "105-QĐ/TW@XII": ("680-QĐ/TU", "+148 ngày")}
    for document, (number, days) in lag.items():
        shown = invoke("--store", own, "trace", document, "--evidence").stdout
        assert any(number in line and days in line for line in shown.splitlines())
    forgotten = invoke("--store", own, "forget", HA_TINH.stem)
    assert forgotten.exit_code == 0
    assert "920-CTr/TU" not in invoke("--store", own, "trace", "18-NQ/TW@XII").stdout


def test_the_day_given_must_be_a_day(own: Path) -> None:
    assert invoke("--store", own, "ingest", HA_TINH, "--published", "31-2-2019").exit_code == 2
