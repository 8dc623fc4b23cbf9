"""Where things lie in the folder of a store, and which generation is current."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.errors import InputError, StoreDamaged, StoreError, Text
from graph.store.failures import damaged, missing, store_failures

LAYOUT = 1
LOCK, CURRENT, SNAPSHOTS, LIVE, TEXTS = "lock", "CURRENT", "snapshots", "live", "texts"


@dataclass(frozen=True, slots=True)
class Current:
    """The generation that counts and the name of its snapshot; None: the empty generation 0."""

    generation: int
    snapshot: str | None = None


def snapshot_path(store: Path, name: str) -> Path:
    """Return the folder of a snapshot."""
    return store / SNAPSHOTS / name


def read_current(store: Path) -> Current:
    """Return the current generation.

    Raises
    ------
    StoreMissing, StoreDamaged, StoreError
    """
    with store_failures(store):
        try:
            content = (store / CURRENT).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            if any(_generations(store)):
                vi, en = "thiếu tệp CURRENT", "the file CURRENT is missing"
                raise damaged(store, vi, en) from None
            raise missing(store) from None
        except PermissionError as error:
            raise _forbidden(store) from error
    return _parsed(store, content)


def _parsed(store: Path, content: bytes) -> Current:
    place = store / CURRENT
    try:
        found = json.loads(content)
        version, generation, snapshot = found["layout"], found["generation"], found["snapshot"]
    except (ValueError, KeyError, TypeError) as error:
        vi, en = "tệp CURRENT không đọc được", "the file CURRENT cannot be read"
        raise damaged(place, vi, en) from error
    if version != LAYOUT:
        raise _other_layout(store, version)
    named = snapshot is None or (isinstance(snapshot, str) and snapshot.isdecimal())
    if type(generation) is not int or not named:
        vi, en = "tệp CURRENT không hợp lệ", "the file CURRENT makes no sense"
        raise damaged(place, vi, en)
    return Current(generation, snapshot)


def current_mark(store: Path) -> tuple[int, ...]:
    """Return what tells a moment from later ones: each generation is named by a file of its own."""
    found = (store / CURRENT).stat()
    return found.st_dev, found.st_ino, found.st_mtime_ns


def write_current(store: Path, current: Current) -> None:
    """Make a generation the current one, durably and in one step."""
    fresh = store / f"{CURRENT}.new"
    with fresh.open("w", encoding="utf-8") as file:
        json.dump({"layout": LAYOUT, **asdict(current)}, file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(store / CURRENT)
    sync_folder(store)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def prepare(store: Path) -> None:
    """Make the folder of a store unless it exists; refuse a folder that holds something else."""
    with store_failures(store):
        store.mkdir(parents=True, exist_ok=True)
        names = {entry.name for entry in store.iterdir()}
        if names and not names & {LOCK, CURRENT, SNAPSHOTS, TEXTS}:
            raise InputError(
                Text("thư mục này chứa thứ khác, không phải kho", "this folder is not a store"),
                place=str(store),
                remedy=Text("chọn một thư mục trống", "choose an empty folder"),
            )


def clear_scratch(store: Path) -> None:
    """Remove what interrupted writers left; only the holder of the lock may call this."""
    (store / f"{CURRENT}.new").unlink(missing_ok=True)
    (store / SNAPSHOTS).mkdir(exist_ok=True)
    (store / LIVE).mkdir(exist_ok=True)


def set_aside(store: Path) -> int:
    """Move what cannot be read to `damaged-<n>`; return the newest generation it may have had."""
    newest = max(_generations(store), default=0)
    number = 1 + sum(entry.name.startswith("damaged-") for entry in store.iterdir())
    aside = store / f"damaged-{number}"
    aside.mkdir()
    for name in (SNAPSHOTS, CURRENT):
        if (store / name).exists():
            (store / name).rename(aside / name)
    return newest


def _generations(store: Path) -> list[int]:
    try:
        names = [entry.name for entry in (store / SNAPSHOTS).iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [int(name) for name in names if name.isdecimal()]


def _forbidden(store: Path) -> StoreError:
    return StoreError(
        Text("không có quyền đọc kho dữ liệu", "the store may not be read by this user"),
        place=str(store),
        remedy=Text("cấp quyền đọc cho thư mục", "allow this user to read the folder"),
    )


def _other_layout(store: Path, version: object) -> StoreDamaged:
    return StoreDamaged(
        Text(
            f"kho do phiên bản khác tạo ra (kiểu lưu {version}, bản này đọc kiểu {LAYOUT})",
            f"the store was made by another version (layout {version}; this one reads {LAYOUT})",
        ),
        place=str(store),
        remedy=Text(
            "xuất dữ liệu bằng phiên bản đã tạo ra kho rồi nhập lại vào một kho mới",
            "export it with the version that made it and import that into a new store",
        ),
    )
