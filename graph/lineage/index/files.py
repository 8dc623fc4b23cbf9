"""An index as a file: written whole, mapped into memory when it is opened, checked before use.

magic, length of the head, its checksum
head        JSON: format, mark and number of the generation, tables, sections
sections    the arrays, each at a multiple of eight bytes, each with its checksum
"""

from __future__ import annotations

import json
import mmap
import os
import zlib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.lineage.index.arrays import Columns, Edges, LineageIndex, Sources
from graph.lineage.index.names import PackedNames, as_packed

FORMAT = 2  # to be raised with any change of what the arrays mean
FILE = "lineage.index"
_MAGIC = b"cascade lineage\n"
_FRAME = len(_MAGIC) + 16
_Array = NDArray[Any]


def save(index: LineageIndex, mark: str, folder: Path) -> None:
    """Write an index; the file appears whole or not at all.

    Parameters
    ----------
    index : what to write.
    mark : of the generation that it was made from.
    folder : where to; made when it is not there.

    Raises
    ------
    OSError
        when it cannot be written; what stood there before stays.
    """
    names = as_packed(index.names)
    arrays = {name: np.ascontiguousarray(one) for name, one in _arrays(index, names)}
    sections, at = {}, 0
    for name, array in arrays.items():
        sections[name] = [str(array.dtype), len(array), at, zlib.crc32(array.data)]
        at += -(-array.nbytes // 8) * 8
    told = {
        "format": FORMAT,
        "mark": mark,
        "generation": index.generation,
        "prefix": names.prefix,
        "tables": [list(index.kinds), list(index.units), list(index.bodies)],
        "sections": sections,
        "bytes": at,
    }
    head = json.dumps(told, ensure_ascii=False).encode()
    head += b" " * (-(_FRAME + len(head)) % 8)
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f".{FILE}.{os.getpid()}.new"
    try:
        with fresh.open("wb") as stream:
            stream.write(_MAGIC + len(head).to_bytes(8, "little"))
            stream.write(zlib.crc32(head).to_bytes(8, "little") + head)
            for array in arrays.values():
                stream.write(array.data)
                stream.write(bytes(-array.nbytes % 8))
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(folder / FILE)
    finally:
        fresh.unlink(missing_ok=True)


def _arrays(index: LineageIndex, names: PackedNames) -> Iterator[tuple[str, _Array]]:
    yield "names.begins", names.begins
    yield "names.sizes", names.sizes
    yield "names.rest", np.concatenate([names.rest, np.frombuffer(names.more, np.uint8)])
    for column in fields(Columns):
        yield f"columns.{column.name}", getattr(index.columns, column.name)
    for way, edges in (("up", index.up), ("down", index.down)):
        for column in fields(Edges):
            yield f"{way}.{column.name}", getattr(edges, column.name)
    for column in fields(Sources):
        yield f"sources.{column.name}", getattr(index.sources, column.name)


def load(folder: Path) -> tuple[str, LineageIndex] | None:
    """Open the index in a folder: the mark of its generation and the index.

    None when there is none, or it was written by another version, or any byte of it is not as it
    was written.
    """
    try:
        with (folder / FILE).open("rb") as stream:
            mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        return _read(memoryview(mapped))
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


def _read(whole: memoryview) -> tuple[str, LineageIndex] | None:
    length, checksum = (
        int.from_bytes(whole[place : place + 8], "little")
        for place in (len(_MAGIC), len(_MAGIC) + 8)
    )
    head = bytes(whole[_FRAME : _FRAME + length])
    if whole[: len(_MAGIC)] != _MAGIC or zlib.crc32(head) != checksum:
        return None
    told = json.loads(head)
    body = whole[_FRAME + length :]
    if told["format"] != FORMAT or len(body) != told["bytes"]:
        return None
    arrays = {
        name: np.frombuffer(body, np.dtype(kind), count, at)
        for name, (kind, count, at, _) in told["sections"].items()
    }
    if any(zlib.crc32(arrays[name].data) != own for name, (*_, own) in told["sections"].items()):
        return None
    return told["mark"], _index(told, arrays)


def _index(told: dict[str, Any], arrays: dict[str, _Array]) -> LineageIndex:
    up, down = (
        Edges(*(arrays[f"{way}.{column.name}"] for column in fields(Edges)))
        for way in ("up", "down")
    )
    kinds, units, bodies = (tuple(table) for table in told["tables"])
    return LineageIndex(
        told["generation"],
        PackedNames(
            told["prefix"], arrays["names.begins"], arrays["names.sizes"], arrays["names.rest"]
        ),
        kinds,
        units,
        bodies,
        Columns(*(arrays[f"columns.{column.name}"] for column in fields(Columns))),
        up,
        down,
        Sources(*(arrays[f"sources.{column.name}"] for column in fields(Sources))),
    )
