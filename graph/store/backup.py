"""Backup of a whole store, and its way back.

<backup>/
  manifest.json    layout, generation, size and SHA-256 of every file; written last
  snapshot/        the generation, as bytes of its own (no hard links to the store)
  texts/           the texts of the sources
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.errors import InputError, Text
from graph.store.failures import store_failures
from graph.store.layout import LAYOUT, TEXTS
from graph.store.reading import hold_current
from graph.store.writing import writing

MANIFEST, SNAPSHOT = "manifest.json", "snapshot"


@dataclass(frozen=True, slots=True)
class BackupManifest:
    """What a backup holds: every file with its size in bytes and its SHA-256."""

    layout: int
    generation: int
    files: dict[str, tuple[int, str]]


def backup(store: Path, target: Path) -> BackupManifest:
    """Copy the current generation and the texts to an empty or new folder.

    Writers may go on meanwhile. The folder appears whole or not at all.

    Raises
    ------
    InputError
        when the target holds something already.
    StoreMissing, StoreDamaged, StoreFull, StoreReadOnly
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise _occupied(target)
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    with hold_current(store) as (generation, snapshot), store_failures(target):
        try:
            fresh.mkdir(parents=True)
            _copy_tree(snapshot, fresh / SNAPSHOT)
            _copy_tree(store / TEXTS, fresh / TEXTS)
            manifest = BackupManifest(LAYOUT, generation, _files(fresh))
            _write_synced(fresh / MANIFEST, json.dumps(asdict(manifest), indent=1).encode())
            fresh.replace(target)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    return manifest


def restore(store: Path, source: Path) -> int:
    """Put a backup in place of a store, after checking every byte of it.

    The store keeps its generation until the restored one is published; a store that is damaged is
    kept aside in its folder under `damaged-<n>`. Texts are added, none is removed.

    Returns
    -------
    The generation: that of the backup in an empty place, else one after the present.

    Raises
    ------
    InputError
        when the backup is not whole.
    StoreLocked, StoreReadOnly, StoreFull, StoreDamaged
    """
    manifest = _checked(source)
    with writing(store, mend=True) as writer:
        with store_failures(store):
            _copy_tree(source / TEXTS, store / TEXTS)
        return writer.adopt(
            lambda folder: _copy_tree(source / SNAPSHOT, folder), manifest.generation
        )


def _checked(source: Path) -> BackupManifest:
    try:
        content = json.loads((source / MANIFEST).read_bytes())
        files = {
            name: (int(size), str(digest)) for name, (size, digest) in content["files"].items()
        }
        manifest = BackupManifest(int(content["layout"]), int(content["generation"]), files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unsound(source / MANIFEST, "không đọc được", "cannot be read") from error
    if manifest.layout != LAYOUT:
        vi, en = (
            f"kiểu lưu {manifest.layout}, cần {LAYOUT}",
            f"layout {manifest.layout} not {LAYOUT}",
        )
        raise _unsound(source / MANIFEST, vi, en)
    found = _files(source)
    for name in sorted(manifest.files.keys() | found.keys() - {MANIFEST}):
        if name not in found:
            raise _unsound(source / name, "thiếu tệp", "the file is missing")
        if manifest.files.get(name) != found[name]:
            raise _unsound(source / name, "khác với lúc sao lưu", "not as it was backed up")
    return manifest


def _files(folder: Path) -> dict[str, tuple[int, str]]:
    return {
        file.relative_to(folder).as_posix(): (file.stat().st_size, _sha256(file))
        for file in _walk(folder)
    }


def _walk(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*")) if file.is_file())


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _copy_tree(source: Path, target: Path) -> None:
    for file in _walk(source):
        copy = target / file.relative_to(source)
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            _copy_synced(file, copy)


def _copy_synced(source: Path, target: Path) -> None:
    fresh = target.with_name(f".{target.name}.new")  # a text half written would look whole
    shutil.copyfile(source, fresh)
    with fresh.open("rb+") as stream:
        os.fsync(stream.fileno())
    fresh.replace(target)


def _write_synced(file: Path, content: bytes) -> None:
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _occupied(target: Path) -> InputError:
    return InputError(
        Text("nơi sao lưu đã có nội dung", "the place for the backup is not empty"),
        place=str(target),
        remedy=Text("chọn một thư mục trống hoặc chưa có", "choose an empty or a new folder"),
    )


def _unsound(place: Path, vi: str, en: str) -> InputError:
    return InputError(
        Text(f"bản sao lưu không nguyên vẹn: {vi}", f"the backup is not whole: {en}"),
        place=str(place),
        remedy=Text(
            "dùng một bản sao lưu khác; kho chưa thay đổi gì",
            "use another backup; the store has not changed",
        ),
    )
