"""What may befall a store: killed writers, second writers, no right, no room, damage."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import graph.store.reading as reading_room
from graph.errors import InputError, StoreDamaged, StoreError, StoreFull, StoreLocked, StoreMissing
from graph.store.journal import JOURNAL
from graph.store.layout import CURRENT, LIVE, SNAPSHOTS
from graph.store.local import LocalStore
from graph.store.locks import hold_snapshot
from graph.store.memory import MemoryStore
from graph.store.protocol import Change
from graph.store.sorting import canonical_dump
from tests.graph.store.samples import fact, sample
from tests.graph.store.writer_process import GENERATIONS, SIZE, content

ROOT = Path(__file__).resolve().parents[3]
NOBODY = 65534


def process(kind: str, store: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.graph.store.writer_process", kind, str(store), *options],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("COV")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def outcome(kind: str, store: Path, *options: str) -> tuple[int, list[str]]:
    with process(kind, store, *options) as running:
        told, _ = running.communicate(timeout=120)
    return running.returncode, told.splitlines()[1:]


def dump(store: LocalStore | MemoryStore) -> bytes:
    with store.read() as reader:
        return canonical_dump(reader)


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    made = LocalStore(tmp_path / "kho")
    made.replace(sample(50))
    return made


# -- killed ---------------------------------------------------------------------------------------


def begun(kind: str, place: Path) -> LocalStore:
    store = LocalStore(place)
    store.replace(content(kind, 1))
    return store


KINDS = ("replace", "apply", "session", "kept")


@pytest.fixture(scope="module")
def seconds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """Return how long each kind of writer takes here when nobody kills it."""
    took = {}
    for kind in KINDS:
        store = begun(kind, tmp_path_factory.mktemp(kind) / "kho")
        with process(kind, store.path) as running:
            line(running)
            start = time.monotonic()
            assert running.wait(60) == 0
            took[kind] = time.monotonic() - start
        assert dump(store) == dump(MemoryStore(content(kind, GENERATIONS)))
    return took


@pytest.mark.parametrize("moment", range(20))
def test_a_killed_writer_leaves_a_whole_generation(
    moment: int, tmp_path: Path, seconds: dict[str, float]
) -> None:
    kind = KINDS[moment % len(KINDS)]
    store = begun(kind, tmp_path / "kho")
    with process(kind, store.path) as running:
        line(running)
        time.sleep(random.Random(moment).random() * seconds[kind])
        running.kill()
    with store.read() as reader:
        generation = reader.generation
    assert 1 <= generation <= GENERATIONS
    assert dump(store) == dump(MemoryStore(content(kind, generation)))
    assert store.apply(Change(added=(fact(999_999),))) == generation + 1
    assert len(list((store.path / SNAPSHOTS).iterdir())) == 2
    assert not (store.path / LIVE).exists()


def test_what_a_killed_writer_left_is_cleared_away(store: LocalStore) -> None:
    (store.path / LIVE / "1").mkdir(parents=True)
    for name in ("2", "7", "1.gone", "3.tmp"):
        (store.path / SNAPSHOTS / name).mkdir()
    (store.path / f"{CURRENT}.new").write_text("{")
    assert store.apply(Change(added=(fact(99),))) == 2
    assert {entry.name for entry in (store.path / SNAPSHOTS).iterdir()} == {"1", "2"}
    assert {entry.name for entry in store.path.iterdir()} == {"lock", CURRENT, SNAPSHOTS, JOURNAL}


def test_a_load_that_fails_half_way_changes_nothing(store: LocalStore) -> None:
    def failing() -> Iterator[object]:
        yield from sample(10)
        raise RuntimeError("source failed")

    before = dump(store)
    with pytest.raises(RuntimeError, match="source failed"):
        store.replace(failing())  # type: ignore[arg-type]
    assert dump(store) == before


# -- locked ---------------------------------------------------------------------------------------


def test_a_second_writer_is_told_who_writes(store: LocalStore) -> None:
    with process("hold", store.path) as holder:
        assert [line(holder), line(holder)] == ["ready", "held"]
        with pytest.raises(StoreLocked, match=f"number {holder.pid}") as refused:
            store.apply(Change(added=(fact(99),)))
        assert str(holder.pid) in refused.value.told("vi")
        assert dump(store) == dump(MemoryStore(sample(50)))
        holder.communicate("")
    assert store.apply(Change(added=(fact(99),))) == 2


def test_a_generation_stays_while_another_process_could_read_it(store: LocalStore) -> None:
    reading = LocalStore(store.path)
    with reading.read() as reader:
        for number in range(100, 104):
            store.apply(Change(added=(fact(number),)))
        assert (store.path / SNAPSHOTS / "1").is_dir()
        assert len(list(reader.quads())) == 100
    del reader
    reading.close()
    store.apply(Change(added=(fact(104),)))
    assert not (store.path / SNAPSHOTS / "1").exists()


def test_readers_see_whole_generations_while_a_writer_goes_on(store: LocalStore) -> None:
    last = 40

    def look() -> set[int]:
        seen: set[int] = set()
        while max(seen, default=1) < last:
            with LocalStore(store.path).read() as reader:
                assert sum(1 for _ in reader.quads()) == 100 + 3 * (reader.generation - 1)
                seen.add(reader.generation)
        return seen

    with ThreadPoolExecutor(2) as threads:
        looking = [threads.submit(look) for _ in range(2)]
        with store.writing() as writer:
            for step in range(2, last + 1):
                writer.apply(Change(added=tuple(fact(1000 * step + n) for n in range(3))))
        assert all(len(one.result(60)) > 1 for one in looking)


def test_a_snapshot_that_vanishes_while_it_is_opened_is_looked_up_again(
    store: LocalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = LocalStore(store.path)
    held = hold_snapshot

    def late(folder: Path) -> int | None:
        monkeypatch.setattr(reading_room, "hold_snapshot", held)
        for number in range(100, 103):
            store.apply(Change(added=(fact(number),)))
        assert not folder.exists()
        return held(folder)

    store.close()
    monkeypatch.setattr(reading_room, "hold_snapshot", late)
    with reading.read() as reader:
        assert reader.generation == 4


def test_changes_of_one_session_share_its_writer(store: LocalStore) -> None:
    with store.writing():
        assert store.apply(Change(added=(fact(99),))) == 2
        assert store.replace([fact(1)]) == 3
        assert store.apply(Change(added=(fact(2),))) == 4
    assert dump(store) == dump(MemoryStore([fact(1), fact(2)]))


# -- read-only ------------------------------------------------------------------------------------


@pytest.fixture
def unwritable(store: LocalStore) -> Iterator[tuple[Path, list[str]]]:
    """Give a store that may not be written, and the options under which that is so."""
    user = ["--user", str(NOBODY)] if os.geteuid() == 0 else []
    for folder in (*store.path.parents, store.path):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    writable = [store.path, *(p for p in store.path.rglob("*"))]
    for entry in writable:
        entry.chmod(0o555 if entry.is_dir() else 0o444)
    yield store.path, user
    for entry in writable:
        entry.chmod(0o755 if entry.is_dir() else 0o644)


def test_a_read_only_store_can_be_read_and_says_so_when_written(
    unwritable: tuple[Path, list[str]],
) -> None:
    place, user = unwritable
    assert outcome("read", place, *user) == (0, ["1 100"])
    for kind in ("apply", "replace"):
        code, told = outcome(kind, place, *user)
        assert (code, told[0].split("|")[0]) == (4, "StoreReadOnly")
        assert "không ghi được" in told[0]
        assert "cannot be written" in told[0]
        assert str(place) in told[0]


def test_a_store_that_may_not_be_read_says_so(store: LocalStore) -> None:
    user = ["--user", str(NOBODY)] if os.geteuid() == 0 else []
    for folder in store.path.parents:
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    (store.path / CURRENT).chmod(0)
    store.path.chmod(0o755)
    code, told = outcome("read", store.path, *user)
    (store.path / CURRENT).chmod(0o644)
    assert code == 4
    assert "may not be read" in told[0]


# -- full -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("room", [0, 60_000])
@pytest.mark.parametrize("kind", ["replace", "apply", "session"])
def test_a_full_disk_loses_nothing(kind: str, room: int, tmp_path: Path) -> None:
    store = begun(kind, tmp_path / "kho")
    code, told = outcome(kind, store.path, "--room", str(room))
    assert (code, told[0].split("|")[0]) == (4, "StoreFull"), told
    assert "đĩa không còn chỗ" in told[0]
    with store.read() as reader:
        generation = reader.generation
    assert dump(store) == dump(MemoryStore(content(kind, generation)))
    assert store.apply(Change(added=(fact(999_999),))) == generation + 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    command = [mount or "", "-t", "tmpfs", "-o", "size=6m", "none", str(place)]
    if mount is None or os.geteuid() != 0 or subprocess.run(command, check=False).returncode:
        pytest.skip("a small disk can be mounted by root only")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_disk_that_fills_up_loses_nothing(small_disk: Path) -> None:
    store = begun("apply", small_disk / "kho")
    loaded = 0

    def grow() -> None:
        nonlocal loaded
        for size in (5_000 * 2**step for step in range(12)):
            store.replace([fact(n, "dài " * 20) for n in range(size)])
            loaded = size

    with pytest.raises(StoreFull):
        grow()
    with store.read() as reader:
        assert len(list(reader.quads())) == (loaded or 2 * SIZE)


# -- damaged --------------------------------------------------------------------------------------


def table(store: LocalStore) -> Path:
    return max((store.path / SNAPSHOTS / "1").glob("*.sst"), key=lambda file: file.stat().st_size)


def current(store: LocalStore, text: str) -> None:
    (store.path / CURRENT).write_text(text)


def emptied(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


DAMAGES: dict[str, Callable[[LocalStore], object]] = {
    "garbage": lambda store: current(store, "\0\1\2"),
    "empty": lambda store: current(store, ""),
    "no object": lambda store: current(store, "[]"),
    "no number": lambda store: current(
        store, json.dumps({"layout": 1, "generation": "x", "snapshot": "1"})
    ),
    "outside": lambda store: current(
        store, json.dumps({"layout": 1, "generation": 1, "snapshot": "../.."})
    ),
    "no CURRENT": lambda store: (store.path / CURRENT).unlink(),
    "no snapshot": lambda store: shutil.rmtree(store.path / SNAPSHOTS / "1"),
    "no snapshots": lambda store: shutil.rmtree(store.path / SNAPSHOTS),
    "empty snapshot": lambda store: emptied(store.path / SNAPSHOTS / "1"),
    "no table": lambda store: table(store).unlink(),
    "short table": lambda store: os.truncate(table(store), 100),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_told_and_nothing_is_touched(name: str, store: LocalStore) -> None:
    DAMAGES[name](store)
    left = {path: path.stat().st_size for path in store.path.rglob("*") if path.is_file()}
    store.close()
    with pytest.raises(StoreDamaged) as found, store.read():
        pass
    assert str(store.path) in str(found.value.place)
    assert "bị hỏng" in found.value.told("vi")
    assert found.value.remedy is not None
    with pytest.raises(StoreDamaged):
        store.apply(Change(added=(fact(99),)))
    assert left.items() <= {p: p.stat().st_size for p in left if p.exists()}.items()


def test_changed_bytes_are_told_when_they_are_read(store: LocalStore) -> None:
    store.replace(sample(5000))
    file = max((store.path / SNAPSHOTS / "2").glob("*.sst"), key=lambda f: f.stat().st_size)
    with file.open("r+b") as stream:
        stream.write(b"x" * (file.stat().st_size // 2))
    store.close()
    with store.read() as reader, pytest.raises(StoreDamaged):
        list(reader.quads())


def test_a_store_of_another_layout_says_so(store: LocalStore) -> None:
    current(store, json.dumps({"layout": 99, "generation": 1, "snapshot": "1"}))
    with pytest.raises(StoreDamaged, match="layout 99") as found, store.read():
        pass
    assert "phiên bản khác" in found.value.told("vi")


def test_no_store_is_told(tmp_path: Path) -> None:
    for place in (tmp_path / "none", tmp_path):
        with pytest.raises(StoreMissing), LocalStore(place).read():
            pass
    assert not (tmp_path / "none").exists()


def test_a_folder_of_something_else_is_not_made_a_store(tmp_path: Path) -> None:
    (tmp_path / "thư.txt").write_text("x")
    with pytest.raises(InputError, match="not a store"):
        LocalStore(tmp_path).replace(sample(1))
    assert [entry.name for entry in tmp_path.iterdir()] == ["thư.txt"]


def test_a_file_in_the_place_of_the_store_is_told(tmp_path: Path) -> None:
    place = tmp_path / "kho"
    place.write_text("x")
    with pytest.raises(StoreError):
        LocalStore(place).replace(sample(1))
    with pytest.raises(StoreMissing), LocalStore(place).read():
        pass
