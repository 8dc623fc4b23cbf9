"""The texts beside an export: one archive, the same bytes for the same texts, checked on return.

    <export>.texts.tar.gz    every text and every reading by its name, sorted; no times, no owners

The manifest of the export names the archive's SHA-256. Only names that the store itself gives are
read back, and a text only if its bytes are those that its name says.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

from graph.errors import InputError, Text
from graph.store.failures import unreadable
from graph.store.manifest import unsound
from graph.store.texts import Texts

_ENDING = ".texts.tar.gz"
_NAME = re.compile(r"(?P<digest>[0-9a-f]{64})(?:\.txt|-[0-9a-f]{8}\.json)")
_LARGEST = 64 << 20  # bytes of one text or reading
_BROKEN = (OSError, EOFError, tarfile.TarError, gzip.BadGzipFile)


def archive_of(export: Path) -> Path:
    """Return where the texts of an export lie: beside it."""
    return export.with_name(export.name + _ENDING)


def write_archive(texts: Texts, file: Path) -> str:
    """Write all texts into an archive.

    Returns
    -------
    Its SHA-256.

    Raises
    ------
    OSError
        when it cannot be written.
    """
    with (
        file.open("wb") as plain,
        gzip.GzipFile("", "wb", compresslevel=3, fileobj=plain, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive,
    ):
        for name in texts.names():
            content = texts.read(name)
            if content is not None:
                entry = tarfile.TarInfo(name)
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
    return _sha256(file)


def check_archive(export: Path, stated: str) -> Path:
    """Return the archive beside an export after checking that it is the one that belongs to it.

    Raises
    ------
    InputError
        when it is missing or another one.
    """
    file = archive_of(export)
    if not file.is_file():
        raise _missing(file)
    found = _sha256(file)
    if found != stated:
        raise unsound(file, f"sha256 ghi {stated}, tính được {found}", f"{stated} stated, {found}")
    return file


def read_archive(file: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the texts of an archive with their names.

    Raises
    ------
    InputError
        when it holds anything else, or cannot be read.
    """
    try:
        with tarfile.open(file, "r:gz") as archive:
            for entry in archive:
                yield entry.name, _content(archive, entry, file)
    except _BROKEN as error:
        raise unreadable(file, str(error)) from error


def _content(archive: tarfile.TarFile, entry: tarfile.TarInfo, file: Path) -> bytes:
    name = _NAME.fullmatch(entry.name)
    stream = archive.extractfile(entry) if name and entry.isreg() else None
    if name is None or stream is None or entry.size > _LARGEST:
        told = f"{entry.name[:80]!r}"
        raise unsound(file, f"có thứ không phải văn bản: {told}", f"{told} is no text")
    content = stream.read()
    if entry.name.endswith(".txt") and hashlib.sha256(content).hexdigest() != name["digest"]:
        raise unsound(file, f"{entry.name} đã bị đổi", f"{entry.name} was changed")
    return content


def _sha256(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise unreadable(file, error.strerror or str(error)) from error


def _missing(file: Path) -> InputError:
    return InputError(
        Text("thiếu tệp chứa các văn bản của bản xuất", "the texts of the export are missing"),
        place=str(file),
        remedy=Text(
            "đặt tệp này cạnh bản xuất rồi nhập lại; kho chưa thay đổi gì",
            "put this file beside the export and import again; the store has not changed",
        ),
    )
