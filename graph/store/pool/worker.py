"""The process that answers: it reads tasks from one socket and writes frames to it.

Run as `python -m graph.store.pool.worker FD PLACE MEMORY`. It opens the newest generation when a
task comes and it has an older one; that generation cannot be removed while it is open here.
"""

from __future__ import annotations

import io
import signal
import socket
import sys
from pathlib import Path
from typing import IO, Any

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, serialize

from graph.errors import CascadeError, QueryError, Text, Unacceptable
from graph.store.engine import EngineReader, parsed
from graph.store.failures import store_failures
from graph.store.layout import read_current
from graph.store.pool.changing import Difference, loaded, name_of, updated
from graph.store.pool.confine import bound_memory, deny_network, end_with_parent
from graph.store.pool.messages import (
    ADDED,
    BEGIN,
    BLOCK,
    DATA,
    END,
    ERROR,
    HEAD,
    READY,
    REMOVED,
    Begun,
    GraphTask,
    ParseTask,
    QueryTask,
    Task,
    UpdateTask,
    begun_frame,
    error_frame,
    unpacked,
)
from graph.store.protocol import Answer
from graph.store.reading import open_current


class _Frames(io.RawIOBase):
    """A stream whose every write goes out as a frame of one kind."""

    def __init__(self, link: socket.socket, kind: bytes) -> None:
        self._link = link
        self._kind = kind

    def writable(self) -> bool:
        return True

    def write(self, block: Any, /) -> int:
        self._link.sendall(HEAD.pack(self._kind, len(block)) + block)
        return len(block)


class Worker:
    """Answers one task after the other.

    Parameters
    ----------
    link : where tasks come from and answers go to.
    place : folder of the store.
    """

    def __init__(self, link: socket.socket, place: Path) -> None:
        self._link = link
        self._place = place
        self._reader: EngineReader | None = None

    def serve(self) -> None:
        """Answer tasks until the other side goes away."""
        self._say(READY)
        with self._link.makefile("rb") as asked:
            while head := asked.read(HEAD.size):
                _, length = HEAD.unpack(head)
                task, seconds, size = unpacked(asked.read(length))
                signal.setitimer(signal.ITIMER_REAL, seconds)  # should nobody end us in time
                self._answer(task, asked.read(size))
                signal.setitimer(signal.ITIMER_REAL, 0)

    def _answer(self, task: Task, payload: bytes) -> None:
        try:
            with store_failures(self._place):
                self._do(task, payload)
        except CascadeError as error:
            self._say(ERROR, error_frame(error))
        except RuntimeError as error:  # what the engine meets only while it evaluates
            self._say(ERROR, error_frame(_unable(str(error))))
        else:
            self._say(END)

    def _do(self, task: Task, payload: bytes) -> None:
        reader = self._newest()
        if isinstance(task, ParseTask):
            parsed(task.text, task.base)
            self._begin(Begun(reader.generation))
            return
        if isinstance(task, QueryTask):
            self._query(reader, task)
        elif isinstance(task, GraphTask):
            self._graph(reader, task)
        elif isinstance(task, UpdateTask):
            self._difference(reader, updated(reader, task))
        else:
            self._difference(reader, loaded(reader, task, payload))

    def _newest(self) -> EngineReader:
        if self._reader is None or self._reader.generation != read_current(self._place).generation:
            self._reader = None  # lets go of the old generation first
            self._reader = open_current(self._place)
        return self._reader

    def _query(self, reader: EngineReader, task: QueryTask) -> None:
        data = task.dataset
        default, named = (data.default, data.named) if data else (None, None)
        answer = reader.answer(task.text, task.base, default, named)
        rows = isinstance(answer, QuerySolutions | QueryBoolean)
        media = task.results if rows else task.rdf
        if media is None:
            raise _unacceptable(rows)
        self._begin(Begun(reader.generation, media))
        with io.BufferedWriter(_Frames(self._link, DATA), BLOCK) as out:
            _write(answer, out, media)

    def _graph(self, reader: EngineReader, task: GraphTask) -> None:
        name = name_of(task.graph)
        present = task.graph is None or next(reader.quads(graph=name), None) is not None
        self._begin(Begun(reader.generation, task.rdf, present))
        if present and not task.bare:
            with io.BufferedWriter(_Frames(self._link, DATA), BLOCK) as out:
                triples = (quad.triple for quad in reader.quads(graph=name))
                serialize(triples, out, RdfFormat.from_media_type(task.rdf))

    def _difference(self, reader: EngineReader, change: Difference) -> None:
        self._begin(Begun(reader.generation, present=change.present))
        for kind, quads in ((REMOVED, change.removed), (ADDED, change.added)):
            with io.BufferedWriter(_Frames(self._link, kind), BLOCK) as out:
                serialize(quads, out, RdfFormat.N_QUADS)

    def _begin(self, begun: Begun) -> None:
        self._say(BEGIN, begun_frame(begun))

    def _say(self, kind: bytes, said: bytes = b"") -> None:
        self._link.sendall(HEAD.pack(kind, len(said)) + said)


def _write(answer: Answer, out: IO[bytes], media: str) -> None:
    if isinstance(answer, QuerySolutions | QueryBoolean):
        answer.serialize(out, QueryResultsFormat.from_media_type(media))
    else:
        answer.serialize(out, RdfFormat.from_media_type(media))


def _unacceptable(rows: bool) -> Unacceptable:
    vi, en = ("bảng kết quả", "a table of results") if rows else ("đồ thị RDF", "an RDF graph")
    rdf = "Turtle, N-Triples, RDF/XML, JSON-LD, TriG, N-Quads"
    offered = "JSON, XML, CSV, TSV" if rows else rdf
    return Unacceptable(
        Text(
            f"câu truy vấn cho {vi}, không dạng nào đã nêu viết được",
            f"the query gives {en}, which none of the media types asked for can hold",
        ),
        place="Accept",
        remedy=Text(f"chọn một trong: {offered}", f"accept one of: {offered}"),
    )


def _unable(said: str) -> QueryError:
    return QueryError(
        Text(f"không thực hiện được: {said}", f"this cannot be carried out: {said}"),
        remedy=Text("sửa câu lệnh rồi gửi lại", "correct the request and send it again"),
    )


def main() -> None:
    """Give up what a worker must not have, then answer."""
    link, place, memory = socket.socket(fileno=int(sys.argv[1])), Path(sys.argv[2]), sys.argv[3]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the service's to heed
    end_with_parent()
    bound_memory(int(memory))
    deny_network()
    Worker(link, place).serve()


if __name__ == "__main__":
    main()
