"""The index beside the store: found again, followed, made anew when it cannot be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from graph.lineage.index import keeper
from graph.lineage.index.build import index_of
from graph.lineage.index.files import FILE, load, save
from graph.lineage.index.keeper import index_for
from graph.store.backup import backup, restore
from graph.store.journal import DERIVED, JOURNAL
from graph.store.local import LocalStore
from tests.graph.lineage.index.told import Said, contents, say
from tests.graph.lineage.small import iri


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    """Return a store in which b carries out a, with its index beside it."""
    store = LocalStore(tmp_path / "store")
    store.replace(())
    say(store, "one", [Said("a", "number", "1-NQ/TW"), Said("b", "implements", "a")])
    _index(store)
    return store


@pytest.fixture
def made() -> Iterator[list[int]]:
    """Return a list that grows with every index that is made anew."""
    generations: list[int] = []

    def noting(reader: object) -> object:
        generations.append(reader.generation)  # type: ignore[attr-defined]
        return index_of(reader)  # type: ignore[arg-type]

    with patch.object(keeper, "index_of", noting):
        yield generations


def _index(store: LocalStore) -> dict[str, object]:
    """Return what the index holds, as another process would find it."""
    keeper._NEWEST.clear()
    keeper._MADE.clear()
    with LocalStore(store.path).read() as reader:
        return contents(index_for(reader))


def _anew(store: LocalStore) -> dict[str, object]:
    with store.read() as reader:
        return contents(index_of(reader))


def test_another_process_finds_the_index_as_it_was_left(store: LocalStore, made: list[int]) -> None:
    """It is read from the file, and the bytes say the same."""
    assert _index(store) == _anew(store)
    assert made == []


def test_another_process_follows_what_changed_since(store: LocalStore, made: list[int]) -> None:
    """The file is of an earlier generation: only what was touched is read anew."""
    say(store, "two", [Said("c", "implements", "b"), Said("d", "replaces", "a")])
    say(store, "one", [Said("a", "number", "1-NQ/TW")])
    assert _index(store) == _anew(store)
    assert made == []


def test_an_index_that_followed_is_saved_like_one_made_anew(
    store: LocalStore, tmp_path: Path
) -> None:
    """What came later stands beside what was there: the file has both."""
    say(store, "two", [Said("c", "implements", "b"), Said("b", "replaces", "d")])
    say(store, "one", [Said("e", "number", "1-NQ/TW")])
    with store.read() as reader:
        save(index_for(reader), "any", tmp_path)
        anew = contents(index_of(reader))
    opened = load(tmp_path)
    assert opened is not None
    assert contents(opened[1]) == anew


@pytest.mark.parametrize("place", [3, 20, 60, -8, -200])
def test_a_file_with_any_byte_changed_is_not_used(
    store: LocalStore, made: list[int], place: int
) -> None:
    """Magic, head, sections: the index is made anew, and the file with it."""
    file = store.path / DERIVED / FILE
    content = bytearray(file.read_bytes())
    content[place] ^= 0x40
    file.write_bytes(content)
    assert _index(store) == _anew(store)
    assert _index(store) == _anew(store)
    assert made == [2]


@pytest.mark.parametrize("size", [0, 10, 40, 500])
def test_a_file_broken_off_or_missing_is_made_anew(
    store: LocalStore, made: list[int], size: int
) -> None:
    """Whatever is left of it."""
    file = store.path / DERIVED / FILE
    if size:
        file.write_bytes(file.read_bytes()[:size])
    else:
        file.unlink()
    assert _index(store) == _anew(store)
    assert made == [2]


def test_a_file_of_another_version_is_made_anew(store: LocalStore, made: list[int]) -> None:
    """A format that is not ours is not guessed at."""
    with patch("graph.lineage.index.files.FORMAT", 999), store.read() as reader:
        save(index_of(reader), "any", store.path / DERIVED)
    assert load(store.path / DERIVED) is None
    assert _index(store) == _anew(store)
    assert made == [2]


def test_a_store_restored_is_not_taken_for_its_own_past(
    store: LocalStore, made: list[int], tmp_path: Path
) -> None:
    """A backup holds no index; what is put in place of everything begins afresh."""
    backup(store.path, tmp_path / "saved")
    assert not list((tmp_path / "saved").rglob(FILE))
    say(store, "two", [Said("c", "implements", "a")])
    assert _index(store)["names"] == [iri(one) for one in "abc"]
    restore(store.path, tmp_path / "saved")
    assert _index(store)["names"] == [iri(one) for one in "ab"]
    assert made == [4]


def test_a_lost_journal_makes_the_index_anew(store: LocalStore, made: list[int]) -> None:
    """Nothing is assumed of changes that nobody wrote down."""
    say(store, "two", [Said("c", "implements", "a")])
    say(store, "two", [Said("d", "implements", "a")])
    (store.path / JOURNAL / "3").unlink()
    assert _index(store) == _anew(store)
    assert made == [4]


def test_where_nothing_can_be_left_the_index_is_made_all_the_same(
    store: LocalStore, made: list[int]
) -> None:
    """A store on a medium that cannot be written answers like any other."""
    (store.path / DERIVED / FILE).unlink()
    with patch.object(keeper, "save", side_effect=OSError("read-only")):
        assert _index(store) == _anew(store)
    assert not (store.path / DERIVED / FILE).exists()
    assert made == [2]


def test_a_reader_of_an_earlier_generation_has_its_own_index(
    store: LocalStore, made: list[int]
) -> None:
    """What is newer stays what the next one finds."""
    with LocalStore(store.path).read() as early:
        say(store, "two", [Said("c", "implements", "a")])
        with LocalStore(store.path).read() as late:
            assert contents(index_for(late))["names"] == [iri(one) for one in "abc"]
        assert contents(index_for(early))["names"] == [iri(one) for one in "ab"]
    say(store, "two", [Said("d", "implements", "a")])
    with LocalStore(store.path).read() as last:
        assert contents(index_for(last)) == contents(index_of(last))
    assert made in ([], [2])
