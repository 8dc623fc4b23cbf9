"""What the service and a worker say to each other: tasks one way, frames the other.

A frame is one letter, a length, and that many bytes. A worker says `READY` once, then answers each
task by `BEGIN`, any number of `DATA` (or `REMOVED` and `ADDED`, in N-Quads), and `END`; or by
`ERROR` in their place at any point. What does not come to its `END` is not whole.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass

from graph.errors import CascadeError, as_data, of_data

HEAD = struct.Struct("!cI")
READY, BEGIN, DATA, REMOVED, ADDED, END, ERROR = b"S", b"B", b"D", b"R", b"A", b"E", b"X"
BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class Dataset:
    """The dataset that a protocol request names: exactly these graphs, the others are not seen."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryTask:
    """Answer a query that was found to read only.

    Parameters
    ----------
    text : the query.
    base : what its relative IRIs are resolved against.
    results, rdf : media type for rows and truth values, and for triples; None when the client
        accepts none of that kind.
    dataset : None leaves the dataset to the query.
    """

    text: str
    base: str | None = None
    results: str | None = "application/sparql-results+json"
    rdf: str | None = "text/turtle"
    dataset: Dataset | None = None


@dataclass(frozen=True, slots=True)
class ParseTask:
    """Find out whether a query that was found to read only can be parsed, on no data at all."""

    text: str
    base: str | None = None


@dataclass(frozen=True, slots=True)
class GraphTask:
    """Write out one graph; None is the default graph. `bare` asks only whether it is there."""

    graph: str | None
    rdf: str
    bare: bool = False


@dataclass(frozen=True, slots=True)
class UpdateTask:
    """Find what an update would change, in a fork that is thrown away.

    Parameters
    ----------
    text : the update; what it may not do was refused before.
    base : what its relative IRIs are resolved against.
    scratch : a folder that does not exist yet, on the disk of the store; None: only find out
        whether the update can be parsed, by running it on nothing.
    graphs : the graphs it can touch, the empty text for the default graph; None when only running
        it tells.
    plain : whether no graph is managed.
    """

    text: str
    base: str | None
    scratch: str | None
    graphs: tuple[str, ...] | None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class LoadTask:
    """Find what storing RDF in one graph would change.

    Parameters
    ----------
    graph : where it goes; None is the default graph.
    parts : media type and length in bytes of each piece of the payload, in order.
    base : what relative IRIs are resolved against.
    replace : whether what the graph holds now goes.
    """

    graph: str | None
    parts: tuple[tuple[str, int], ...]
    base: str
    replace: bool


Task = QueryTask | ParseTask | GraphTask | UpdateTask | LoadTask
_KINDS: dict[str, type[Task]] = {
    kind.__name__: kind for kind in (QueryTask, ParseTask, GraphTask, UpdateTask, LoadTask)
}


@dataclass(frozen=True, slots=True)
class Begun:
    """How an answer begins: which generation it is of, in which media type, and the graph there."""

    generation: int
    media_type: str = ""
    present: bool = True


def packed(task: Task, seconds: float, payload: bytes = b"") -> bytes:
    """Return a task as the bytes that a worker reads.

    Parameters
    ----------
    task : what to do.
    seconds : after which the worker ends itself, should nobody do it.
    payload : bytes that belong to the task.
    """
    said = {"kind": type(task).__name__, "seconds": seconds, "payload": len(payload)}
    line = json.dumps(said | {"task": asdict(task)}).encode()
    return HEAD.pack(BEGIN, len(line)) + line + payload


def unpacked(line: bytes) -> tuple[Task, float, int]:
    """Return a task, its seconds and the length of its payload."""
    said = json.loads(line)
    fields = said["task"]
    if dataset := fields.get("dataset"):
        fields["dataset"] = Dataset(tuple(dataset["default"]), tuple(dataset["named"]))
    if fields.get("graphs") is not None:
        fields["graphs"] = tuple(fields["graphs"])
    if "parts" in fields:
        fields["parts"] = tuple((media, size) for media, size in fields["parts"])
    return _KINDS[said["kind"]](**fields), said["seconds"], said["payload"]


def begun_frame(begun: Begun) -> bytes:
    """Return the beginning of an answer as JSON, for `begun_of`."""
    return json.dumps(asdict(begun)).encode()


def begun_of(said: bytes) -> Begun:
    """Return the beginning of an answer that a worker told."""
    return Begun(**json.loads(said))


def error_frame(error: CascadeError) -> bytes:
    """Return an error as JSON, for `told`."""
    return json.dumps(as_data(error)).encode()


def told(said: bytes) -> CascadeError:
    """Return the error that another process told."""
    return of_data(json.loads(said))
