"""Quads as sorted lines of N-Quads: one order, whatever order they were stored in.

Sorted in runs of `RUN` lines that are merged from disk, so that memory stays bounded.
"""

from __future__ import annotations

import heapq
import io
import itertools
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from pyoxigraph import Quad, RdfFormat, serialize

from graph.store.protocol import Reader

RUN = 400_000  # lines held in memory at once, some 150 MB


def canonical_dump(reader: Reader) -> bytes:
    """Return the whole generation as sorted N-Quads: equal datasets give equal bytes."""
    return b"".join(sorted(_lines(reader.quads())))


def sorted_lines(quads: Iterable[Quad], scratch: Path) -> Iterator[bytes]:
    """Return the quads as sorted lines of N-Quads.

    Parameters
    ----------
    quads
        what to sort; any number.
    scratch
        an existing folder for runs; what is written there stays until the caller removes it.
    """
    rest = iter(quads)
    run = sorted(_lines(itertools.islice(rest, RUN)))
    if len(run) < RUN:
        return iter(run)
    return _merged(run, rest, scratch)


def _merged(run: list[bytes], rest: Iterator[Quad], scratch: Path) -> Iterator[bytes]:
    with ExitStack() as files:
        streams: list[IO[bytes]] = []
        while run:
            stream = files.enter_context((scratch / f"run-{len(streams)}").open("w+b"))
            stream.writelines(run)
            stream.seek(0)
            streams.append(stream)
            run = sorted(_lines(itertools.islice(rest, RUN)))
        yield from heapq.merge(*streams)


def _lines(quads: Iterable[Quad]) -> list[bytes]:
    written = io.BytesIO()
    serialize(quads, written, RdfFormat.N_QUADS)
    return written.getvalue().splitlines(keepends=True)
