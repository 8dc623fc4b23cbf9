"""Export of a whole generation to a file.

N-Quads and TriG carry everything and a manifest (`graph.store.manifest`); Turtle carries the facts
only and says so. The same generation always gives the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse, serialize

from graph.errors import InputError, Text
from graph.store.failures import store_failures, unwritable
from graph.store.formats import format_of, is_packed
from graph.store.graphs import DATA, graph_label
from graph.store.manifest import Manifest
from graph.store.protocol import GraphName, Reader
from graph.store.sorting import sorted_lines

EXPORTS = (RdfFormat.N_QUADS, RdfFormat.TRIG, RdfFormat.TURTLE)
_PREFIXES = {
    "cas": "https://w3id.org/cascade-vn/ontology#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "id": DATA,
}
_FACTS_ONLY = """\
# Chỉ có các sự kiện (đồ thị mặc định), không có dẫn chứng: không khôi phục được kho từ tệp này.
# Facts only (the default graph), without the claims of the sources: no store can be restored.
# generation: {generation}
# quads: {quads}
"""


def export(reader: Reader, target: Path | BinaryIO, format: RdfFormat | None = None) -> Manifest:
    """Write a generation to a file or a stream; a file appears whole or not at all.

    Parameters
    ----------
    reader
        the generation.
    target
        a file (`.gz` at the end packs it), or a binary stream.
    format
        N-Quads, TriG or Turtle; by default what the extension of the file says.

    Returns
    -------
    What was written.

    Raises
    ------
    InputError
        when the format is none of these, or the file cannot be written.
    StoreFull
        when the disk is full; nothing is left of the file then.
    """
    chosen = format or (format_of(target) if isinstance(target, Path) else None)
    if chosen not in EXPORTS:
        raise _no_export(target, chosen)
    if isinstance(target, Path):
        with fresh_file(target) as stream:
            return _write(reader, stream, chosen, target.parent)
    return _write(reader, target, chosen, None)


def _write(reader: Reader, stream: BinaryIO, format: RdfFormat, beside: Path | None) -> Manifest:
    with tempfile.TemporaryDirectory(dir=beside, prefix=".cascade-") as scratch:
        body = Path(scratch) / "body"
        manifest = _body(reader, body, format)
        if format == RdfFormat.TURTLE:
            head = _FACTS_ONLY.format(generation=reader.generation, quads=manifest.quads)
        else:
            head = "".join(f"{line}\n" for line in manifest.lines())
        stream.write(head.encode())
        with body.open("rb") as written:
            shutil.copyfileobj(written, stream)
    return manifest


def _body(reader: Reader, body: Path, format: RdfFormat) -> Manifest:
    counts: Counter[str] = Counter()
    with body.open("w+b") as stream:
        if format == RdfFormat.N_QUADS:
            stream.writelines(sorted_lines(_counted(reader.quads(), counts), body.parent))
        else:
            whole = format == RdfFormat.TRIG
            quads = _counted(_by_graph(reader, body.parent, whole), counts)
            entries = quads if whole else (quad.triple for quad in quads)
            serialize(entries, stream, format, prefixes=_PREFIXES)
        stream.seek(0)
        checksum = hashlib.file_digest(stream, "sha256").hexdigest()
    facts = counts.pop("", 0)
    graphs = tuple(sorted(counts.items()))
    return Manifest(reader.generation, facts + counts.total(), facts, graphs, checksum)


def _by_graph(reader: Reader, scratch: Path, whole: bool) -> Iterator[Quad]:
    names = reader.graphs() if whole else ()
    graphs: list[GraphName] = [DefaultGraph(), *map(NamedNode, names)]
    ordered = scratch / "ordered"
    for graph in graphs:
        with ordered.open("wb") as lines:
            lines.writelines(sorted_lines(reader.quads(graph=graph), scratch))
        yield from parse(path=ordered, format=RdfFormat.N_QUADS)


def _counted(quads: Iterable[Quad], counts: Counter[str]) -> Iterator[Quad]:
    for quad in quads:
        counts[graph_label(quad)] += 1
        yield quad


@contextmanager
def fresh_file(target: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that appears whole when the block ends well, or not at all.

    Parameters
    ----------
    target : the file (`.gz` at the end packs it); what stood there is replaced.

    Raises
    ------
    InputError : it cannot be written there.
    StoreFull : the disk is full.
    """
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with store_failures(target.parent), ExitStack() as open_files:
            try:
                plain: BinaryIO = open_files.enter_context(fresh.open("wb"))
            except (FileNotFoundError, NotADirectoryError, PermissionError) as error:
                raise unwritable(target, error.strerror or str(error)) from error
            if is_packed(target):
                packed = gzip.GzipFile("", "wb", fileobj=plain, mtime=0)  # no clock in the bytes
                yield cast(BinaryIO, open_files.enter_context(packed))
            else:
                yield plain
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


def _no_export(target: Path | BinaryIO, format: RdfFormat | None) -> InputError:
    asked = format.name if format else ""
    return InputError(
        Text(f"không xuất được theo định dạng này {asked}", f"no export in this format {asked}"),
        place=str(target) if isinstance(target, Path) else None,
        remedy=Text(
            "dùng .nq hay .trig (toàn bộ), .ttl (chỉ sự kiện), thêm .gz để nén",
            "use .nq or .trig (everything), .ttl (facts only), with .gz to pack it",
        ),
    )
