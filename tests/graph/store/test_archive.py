"""The texts beside an export: they come back with it, and nothing else gets in."""

from __future__ import annotations

import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.store.archive import archive_of, read_archive
from graph.store.exchange import export
from graph.store.importing import import_file
from graph.store.local import LocalStore
from graph.store.memory import MemoryStore
from graph.store.texts import MemoryTexts
from tests.graph.store.samples import fact, sample

TEXT = "Nghị quyết 57-NQ/TW\n".encode()
DIGEST = hashlib.sha256(TEXT).hexdigest()
FILES = {f"{DIGEST}.txt": TEXT, f"{DIGEST}-0123abcd.json": b"{}"}


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """Return an export with its texts beside it."""
    store = MemoryStore(sample(20))
    store.texts.write_all(FILES)
    file = tmp_path / "kho.nq"
    with store.read() as reader:
        export(reader, file, texts=store.texts)
    return file


def kept(texts: MemoryTexts) -> dict[str, bytes | None]:
    return {name: texts.read(name) for name in texts.names()}


def test_texts_come_back_with_the_store(exported: Path, tmp_path: Path) -> None:
    place = LocalStore(tmp_path / "store")
    import_file(place, exported)
    assert {name: place.texts.read(name) for name in place.texts.names()} == FILES
    again = tmp_path / "again.nq"
    with place.read() as reader:
        export(reader, again, texts=place.texts)
    assert archive_of(again).read_bytes() == archive_of(exported).read_bytes()
    assert again.read_bytes() == exported.read_bytes()


def test_a_store_without_texts_has_no_archive(tmp_path: Path) -> None:
    file = tmp_path / "kho.nq"
    store = MemoryStore(sample(5))
    with store.read() as reader:
        assert export(reader, file, texts=store.texts).texts is None
    assert list(tmp_path.iterdir()) == [file]


def test_turtle_restores_nothing_and_has_no_archive(tmp_path: Path) -> None:
    store = MemoryStore(sample(5))
    store.texts.write_all(FILES)
    with store.read() as reader:
        assert export(reader, tmp_path / "kho.ttl", texts=store.texts).texts is None
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("harm", ["missing", "changed"])
def test_an_export_without_its_texts_is_refused(exported: Path, harm: str) -> None:
    archive = archive_of(exported)
    if harm == "missing":
        archive.unlink()
    else:
        archive.write_bytes(archive.read_bytes() + b"\0")
    other = MemoryStore([fact(1)])
    with pytest.raises(InputError) as told:
        import_file(other, exported)
    assert told.value.place == str(archive)
    assert told.value.remedy
    assert not other.texts.names()
    with other.read() as reader:
        assert reader.generation == 1


def _packed(file: Path, name: str, content: bytes, kind: bytes = tarfile.REGTYPE) -> Path:
    with tarfile.open(file, "w:gz") as archive:
        entry = tarfile.TarInfo(name)
        entry.size, entry.type, entry.linkname = len(content), kind, "/etc/passwd"
        archive.addfile(entry, io.BytesIO(content))
    return file


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("../../up.txt", TEXT, tarfile.REGTYPE),
        (f"../{DIGEST}.txt", TEXT, tarfile.REGTYPE),
        (f"{DIGEST}.txt", b"other", tarfile.REGTYPE),
        (f"{DIGEST}.txt", b"", tarfile.SYMTYPE),
        ("CURRENT", b"{}", tarfile.REGTYPE),
    ],
)
def test_nothing_but_texts_is_read_back(
    tmp_path: Path, name: str, content: bytes, kind: bytes
) -> None:
    with pytest.raises(InputError):
        list(read_archive(_packed(tmp_path / "x.tar.gz", name, content, kind)))


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    file = tmp_path / "x.tar.gz"
    file.write_bytes(b"\x1f\x8bno")
    with pytest.raises(InputError):
        list(read_archive(file))
