"""Backup and restore: checked byte by byte, and never a half store."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import InputError, StoreMissing
from graph.store.backup import MANIFEST, SNAPSHOT, backup, restore
from graph.store.layout import CURRENT, SNAPSHOTS, TEXTS
from graph.store.local import LocalStore
from graph.store.protocol import Change
from graph.store.sorting import canonical_dump
from tests.graph.store.samples import fact, sample


def dump(store: LocalStore) -> bytes:
    with store.read() as reader:
        return canonical_dump(reader)


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    made = LocalStore(tmp_path / "kho")
    made.replace(sample(40))
    made.apply(Change(added=(fact(99),)))
    text = made.path / TEXTS / "ab" / "abcd"
    text.parent.mkdir(parents=True)
    text.write_text("Nghị quyết")
    return made


@pytest.fixture
def saved(store: LocalStore, tmp_path: Path) -> Path:
    backup(store.path, tmp_path / "sao lưu")
    return tmp_path / "sao lưu"


def test_a_backup_comes_back_in_an_empty_place(
    store: LocalStore, saved: Path, tmp_path: Path
) -> None:
    before = dump(store)
    shutil.rmtree(store.path)
    other = LocalStore(tmp_path / "nơi khác")
    assert restore(other.path, saved) == 2
    assert dump(other) == before
    assert (other.path / TEXTS / "ab" / "abcd").read_text() == "Nghị quyết"
    assert other.apply(Change(added=(fact(100),))) == 3


def test_a_backup_takes_the_place_of_a_newer_generation(store: LocalStore, saved: Path) -> None:
    before = dump(store)
    for number in range(100, 104):
        store.apply(Change(added=(fact(number),)))
    (store.path / TEXTS / "neu").write_text("x")
    assert restore(store.path, saved) == 7
    assert dump(store) == before
    assert (store.path / TEXTS / "neu").exists()
    assert {entry.name for entry in (store.path / SNAPSHOTS).iterdir()} >= {"6", "7"}


@pytest.mark.parametrize("broken", [CURRENT, SNAPSHOTS])
def test_a_backup_mends_a_damaged_store(store: LocalStore, saved: Path, broken: str) -> None:
    before = dump(store)
    store.close()
    if broken == CURRENT:
        (store.path / CURRENT).write_text("?")
    else:
        shutil.rmtree(store.path / SNAPSHOTS)
    assert restore(store.path, saved) == 3
    assert dump(store) == before
    if broken == CURRENT:
        assert (store.path / "damaged-1" / CURRENT).read_text() == "?"
        assert (store.path / "damaged-1" / SNAPSHOTS / "2").is_dir()


def test_a_backup_shares_no_bytes_with_the_store(store: LocalStore, saved: Path) -> None:
    files = [file for file in (saved / SNAPSHOT).iterdir() if file.is_file()]
    assert files
    assert all(file.stat().st_nlink == 1 for file in files)


def _cut(saved: Path) -> None:
    file = max((saved / SNAPSHOT).iterdir(), key=lambda found: found.stat().st_size)
    file.write_bytes(file.read_bytes()[:-1])


def _other_layout(saved: Path) -> None:
    content = json.loads((saved / MANIFEST).read_text())
    (saved / MANIFEST).write_text(json.dumps(content | {"layout": 99}))


BREAKAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "cut": (_cut, "not as it was backed up"),
    "missing": (lambda saved: (saved / TEXTS / "ab" / "abcd").unlink(), "file is missing"),
    "added": (lambda saved: (saved / SNAPSHOT / "x").write_text("x"), "not as it was backed up"),
    "no manifest": (lambda saved: (saved / MANIFEST).unlink(), "cannot be read"),
    "garbage": (lambda saved: (saved / MANIFEST).write_text("[1]"), "cannot be read"),
    "layout": (_other_layout, "layout 99"),
}


@pytest.mark.parametrize("name", BREAKAGES)
def test_a_backup_that_is_not_whole_is_refused(
    store: LocalStore, saved: Path, name: str, tmp_path: Path
) -> None:
    breaks, told = BREAKAGES[name]
    breaks(saved)
    before = dump(store)
    with pytest.raises(InputError, match=told) as refused:
        restore(store.path, saved)
    assert str(saved) in str(refused.value.place)
    assert dump(store) == before
    with pytest.raises(InputError):
        restore(tmp_path / "mới", saved)
    assert not (tmp_path / "mới").exists()


def test_a_backup_never_overwrites(store: LocalStore, saved: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not empty"):
        backup(store.path, saved)
    file = tmp_path / "tệp"
    file.write_text("x")
    with pytest.raises(InputError, match="not empty"):
        backup(store.path, file)
    empty = tmp_path / "trống"
    empty.mkdir()
    assert backup(store.path, empty).generation == 2


def test_there_must_be_something_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        backup(tmp_path / "kho", tmp_path / "b")
    assert list(tmp_path.iterdir()) == []
