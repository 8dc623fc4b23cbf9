"""Texts beside a store: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.store.texts import FolderTexts, MemoryTexts, Texts


@pytest.fixture(params=["folder", "memory"])
def texts(request: pytest.FixtureRequest, tmp_path: Path) -> Texts:
    """Return an empty place for texts."""
    return FolderTexts(tmp_path / "store" / "texts") if request.param == "folder" else MemoryTexts()


def test_what_is_written_is_read_until_it_is_removed(texts: Texts) -> None:
    assert texts.read("a.txt") is None
    assert texts.write("a.txt", b"x")
    assert not texts.write("a.txt", b"x")
    assert texts.read("a.txt") == b"x"
    texts.remove("a.txt")
    texts.remove("a.txt")
    assert texts.read("a.txt") is None


def test_a_failed_write_leaves_the_old_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = FolderTexts(tmp_path)
    texts.write("a.txt", b"old")

    def full(_: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Exception, match=r".+"):
        texts.write("a.txt", b"new")
    assert texts.read("a.txt") == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]
