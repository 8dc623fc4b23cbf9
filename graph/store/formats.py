"""RDF files as they come: which format, packed or not, and what can be wrong with them."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from pyoxigraph import RdfFormat

from graph.errors import InputError, Text
from graph.store.failures import syntax, unreadable

#: What reading an input file can raise.
BROKEN = (OSError, EOFError, zlib.error, UnicodeDecodeError)


def is_packed(file: Path) -> bool:
    """Tell whether a file is packed, by its name."""
    return file.suffix == ".gz"


def format_of(file: Path) -> RdfFormat | None:
    """Return the RDF format that a file's extension names, `.gz` left aside."""
    plain = file.with_suffix("") if is_packed(file) else file
    return RdfFormat.from_extension(plain.suffix.removeprefix("."))


def bare_name(file: Path) -> str:
    """Return a file's name without `.gz` and the extension of an RDF format; other dots stay."""
    plain = file.with_suffix("") if is_packed(file) else file
    return plain.stem if format_of(file) else plain.name


def known_format(file: Path) -> RdfFormat:
    """Return the RDF format of a file; raise InputError when its extension names none."""
    found = format_of(file)
    if found is None:
        raise InputError(
            Text("không rõ định dạng RDF của tệp", "the RDF format of the file is not known"),
            place=str(file),
            remedy=Text(
                "đặt đuôi .nq, .trig, .ttl, .nt, .rdf, .jsonld (thêm .gz nếu nén)",
                "let it end in .nq, .trig, .ttl, .nt, .rdf, .jsonld (with .gz if packed)",
            ),
        )
    return found


@contextmanager
def reading(file: Path) -> Iterator[BinaryIO]:
    """Open a file, unpacked if need be.

    Raises
    ------
    InputError
        when it cannot be read; when the block reports a slip of syntax, with line and column.
    """
    try:
        with gzip.open(file) if is_packed(file) else file.open("rb") as stream:
            yield cast(BinaryIO, stream)
    except SyntaxError as error:
        raise syntax(str(file), error) from error
    except BROKEN as error:
        raise unreadable(file, str(error)) from error
