"""Files of texts on their way to the disk: kept with their transaction, or gone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.store import arriving
from graph.store.arriving import Arriving
from graph.store.texts import FolderTexts, MemoryTexts, Texts


def named(*names: str) -> dict[str, bytes]:
    return {name: name.encode() for name in names}


def arrived(texts: Texts) -> Arriving:
    def discard(names: Iterable[str]) -> None:
        for name in names:
            texts.remove(name)

    return Arriving(texts, discard)


def test_what_a_transaction_kept_stays_and_what_came_after_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(arriving, "_TOGETHER", 2)
    texts = MemoryTexts()

    def run() -> None:
        with arrived(texts) as coming:
            for name in ("a", "b", "c"):
                coming.add(named(name))
            coming.wait()
            assert texts.names() == ("a", "b", "c")
            coming.keep()
            coming.add(named("d", "e"))
            coming.add(named("f"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run()
    assert texts.names() == ("a", "b", "c")


def test_files_that_were_there_before_stay() -> None:
    texts = MemoryTexts()
    texts.write_all(named("a"))
    with arrived(texts) as coming:
        coming.add(named("a", "b"))
        coming.wait()
    assert texts.names() == ("a",)


def test_what_takes_the_place_of_a_file_waits_for_the_transaction(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(arriving, "_TOGETHER", 1)
    texts = MemoryTexts()
    texts.write("a", b"before")
    with arrived(texts) as coming:
        coming.add({"a": b"after"})
    assert texts.read("a") == b"before"
    with arrived(texts) as coming:
        coming.add({"a": b"after"})
        coming.wait()
        coming.keep()
    assert texts.read("a") == b"after"


def test_files_are_written_before_all_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arriving, "_TOGETHER", 2)
    texts = MemoryTexts()
    with arrived(texts) as coming:
        coming.add(named("a", "b"))
        coming._writing[0].result()
        assert texts.names() == ("a", "b")
        coming.keep()


def test_a_file_that_cannot_be_written_is_told_by_who_waits(
    tmp_path: Path,
) -> None:
    texts = FolderTexts(tmp_path / "texts")
    with arrived(texts) as coming:
        coming.add(named("a"))
        (tmp_path / "texts").write_text("a file, no folder", encoding="utf-8")
        with pytest.raises(StoreError):
            coming.wait()
