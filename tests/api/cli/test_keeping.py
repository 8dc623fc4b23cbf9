"""build, export, import, backup, restore, forget, check on stores of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.api.cli.conftest import Run, invoke

COUNT = ("query", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "--format", "csv")
NQ = '<https://example.org/a> <https://example.org/p> "x" .\n'


@pytest.fixture
def own(store: Path, tmp_path: Path) -> Path:
    """Return a copy of the store that the test may change."""
    return Path(shutil.copytree(store, tmp_path / "own"))


def test_building_again_changes_nothing(own: Path) -> None:
    before = invoke("--store", own, *COUNT).stdout
    result = invoke("--store", own, "build")
    assert result.exit_code == 0
    assert "không có gì thay đổi" in result.stdout
    assert invoke("--store", own, *COUNT).stdout == before


def test_refused_rows_are_named_and_the_others_are_in(tmp_path: Path, root: Path) -> None:
    register = Path(shutil.copytree(root / "data" / "register", tmp_path / "register"))
    table = register / "central_documents.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    broken = next(n for n, line in enumerate(lines) if line.startswith("57-NQ/TW"))
    lines[broken] = lines[broken].replace("2024-12-22", "2024-13-41")
    table.write_text("".join(lines), encoding="utf-8")
    result = invoke("build", "--register", register, "--store", tmp_path / "store")
    assert result.exit_code == 3, result.stderr
    assert "central_documents.csv:" in result.stderr
    assert "2024-13-41" in result.stderr
    assert "Đã nạp sổ văn bản" in result.stdout


def test_a_folder_without_a_register_is_refused(tmp_path: Path) -> None:
    result = invoke("--store", tmp_path / "store", "build", "--register", tmp_path)
    assert result.exit_code in {2, 3}
    assert "→" in result.stderr


@pytest.mark.parametrize("ending", ["nq", "trig"])
def test_what_is_exported_restores_the_store(run: Run, tmp_path: Path, ending: str) -> None:
    file, other = tmp_path / f"all.{ending}", tmp_path / "other"
    assert run("export", file).exit_code == 0
    result = invoke("--store", other, "import", file)
    assert result.exit_code == 0
    assert "cả kho" in result.stdout
    assert invoke("--store", other, *COUNT).stdout == run(*COUNT).stdout


def test_turtle_says_that_it_holds_facts_only(run: Run, tmp_path: Path) -> None:
    assert "chỉ có các dữ kiện" in run("export", tmp_path / "a.ttl").stdout
    named = run("export", tmp_path / "facts", "--format", "turtle")
    assert "chỉ có các dữ kiện" in named.stdout


def test_an_unknown_ending_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("export", tmp_path / "a.doc").exit_code == 3
    assert not list(tmp_path.iterdir())


def test_foreign_rdf_enters_a_graph_of_its_own(own: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.nt"
    file.write_text(NQ, encoding="utf-8")
    before = invoke("--store", own, *COUNT).stdout
    result = invoke("--store", own, "import", file, "--name", "của tôi")
    assert result.exit_code == 0
    assert "/import/cua-toi>" in result.stdout
    assert invoke("--store", own, *COUNT).stdout == before


def test_rdf_that_cannot_be_read_changes_nothing(own: Path, tmp_path: Path) -> None:
    file = tmp_path / "bad.nt"
    file.write_text(NQ + "<a", encoding="utf-8")
    result = invoke("--store", own, "import", file)
    assert result.exit_code == 3
    assert "bad.nt:2" in result.stderr


def test_a_backup_is_restored(own: Path, tmp_path: Path) -> None:
    copy, other = tmp_path / "copy", tmp_path / "other"
    assert invoke("--store", own, "backup", copy).exit_code == 0
    assert invoke("--store", other, "restore", copy).exit_code == 0
    assert invoke("--store", other, *COUNT).stdout == invoke("--store", own, *COUNT).stdout
    assert invoke("--store", own, "backup", copy).exit_code == 3


def test_a_source_is_forgotten(own: Path) -> None:
    unknown = invoke("--store", own, "forget", "no-such-source")
    assert unknown.exit_code == 1
    assert "→" in unknown.stderr
    name = next(
        word.strip(",") for word in unknown.stderr.split() if word.startswith("register-offic")
    )
    result = invoke("--store", own, "forget", name)
    assert result.exit_code == 0
    assert "Đã xóa nguồn" in result.stdout
    assert invoke("--store", own, "forget", name).exit_code == 1


def test_a_sound_store_passes_its_check(run: Run) -> None:
    result = run("check")
    assert "Kho đạt mọi ràng buộc." in result.stdout
    assert result.exit_code == 0


def test_a_damaged_store_fails_its_check(own: Path) -> None:
    (own / "CURRENT").write_text("{", encoding="utf-8")
    assert invoke("--store", own, "check").exit_code in {1, 4}
    assert invoke("--store", own, "find", "57").exit_code == 4
