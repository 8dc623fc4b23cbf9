"""The embedded engine (pyoxigraph): reading one generation, filling it, changing it."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any, cast

import pyoxigraph
from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QuerySolutions,
    RdfFormat,
    serialize,
)

from graph.errors import QueryError, Text
from graph.store.failures import store_failures, syntax, unreadable
from graph.store.formats import is_packed, known_format, reading
from graph.store.journal import Derived
from graph.store.protocol import Answer, Change, Content, GraphName, Object, Subject
from graph.store.streaming import Streamed
from graph.store.tidying import open_copy

# What the engine says next is every token that its grammar knows: no help to anybody.
_POSITION = re.compile(r"error at (\d+):(\d+)")
_NO_PREFIX = "Prefix not found"
_BLANK = b"_:"  # how a node without a name is written; what only looks like one takes longer
_FEW = 2000  # quads up to which a fork in memory is made sooner than one on the disk
_MANY = 3000  # quads from which bulk loading is the cheaper way to add them
#: Portions of many quads that are loaded side by side, unless somebody asks for fewer.
AT_ONCE = 2
_PORTION = 32 << 20  # bytes of them: larger ones take longer to sort, smaller ones to merge


class EngineReader:
    """One generation, opened in the embedded engine."""

    def __init__(
        self,
        generation: int,
        engine: pyoxigraph.Store,
        place: Path,
        derived: Derived | None = None,
    ) -> None:
        self._generation = generation
        self._engine = engine
        self._place = place
        self.derived = derived

    @property
    def generation(self) -> int:
        """Return the number of the generation."""
        return self._generation

    def query(self, sparql: str, prefixes: Mapping[str, str] | None = None) -> Answer:
        """Answer a query; answers are lazy, so damage may show while iterating over them.

        Raises
        ------
        QueryError
            when the query cannot be parsed.
        """
        with store_failures(self._place):
            try:
                return self._engine.query(sparql, prefixes=dict(prefixes or {}))
            except (SyntaxError, ValueError) as error:
                raise unparsed(str(error)) from error

    def answer(
        self,
        sparql: str,
        base: str | None = None,
        default: Sequence[str] | None = None,
        named: Sequence[str] | None = None,
    ) -> Answer:
        """Answer a query that says all by itself; answers are lazy, as those of `query`.

        Parameters
        ----------
        sparql : the query.
        base : what its relative IRIs are resolved against.
        default, named : the graphs of its dataset, whatever the query says; None leaves them to it.

        Raises
        ------
        QueryError
            when the query cannot be parsed, or asks for what the engine does not have.
        """
        with store_failures(self._place):
            try:
                return self._engine.query(
                    sparql, base_iri=base, default_graph=_names(default), named_graphs=_names(named)
                )
            except (SyntaxError, ValueError) as error:
                raise unparsed(str(error)) from error

    def fork(self, scratch: Path) -> pyoxigraph.Store:
        """Return a copy that can be changed and knows nothing of any other.

        Parameters
        ----------
        scratch : a folder that does not exist yet, on the disk of the store; made unless the copy
            is small enough for memory.
        """
        few = list(islice(self._engine, _FEW + 1))
        if len(few) <= _FEW:
            small = pyoxigraph.Store()
            small.extend(few)
            return small
        with store_failures(scratch):
            self._engine.backup(scratch)
            return open_copy(scratch)

    def __contains__(self, quad: Quad) -> bool:
        return quad in self._engine

    def quads(
        self,
        subject: Subject | None = None,
        predicate: NamedNode | None = None,
        object: Object | None = None,
        graph: GraphName | None = None,
    ) -> Iterator[Quad]:
        """Return the quads that match; None matches everything."""
        try:  # asked for thousands of times a second: a context manager would cost as much again
            yield from self._engine.quads_for_pattern(subject, predicate, object, graph)
        except (OSError, RuntimeError):
            with store_failures(self._place):
                raise

    def graphs(self) -> tuple[str, ...]:
        """Return the names of the named graphs, sorted."""
        with store_failures(self._place):
            return tuple(sorted(name.value for name in self._engine.named_graphs()))


def _names(graphs: Sequence[str] | None) -> list[Any] | None:
    return None if graphs is None else [NamedNode(graph) for graph in graphs]


def parsed(sparql: str, base: str | None = None) -> None:
    """Raise QueryError unless a query can be parsed; it is asked of nothing."""
    try:
        pyoxigraph.Store().query(sparql, base_iri=base)
    except (SyntaxError, ValueError) as error:
        raise unparsed(str(error)) from error


def unparsed(told: str) -> QueryError:
    """Return the error for a query that the engine could not parse: where it stopped."""
    found = _POSITION.match(told)
    first = told.partition("\n")[0]
    vi, en = f": {first}", f": {first}"
    if found:
        line, column = found.groups()
        vi, en = f" ở dòng {line}, cột {column}", f" at line {line}, column {column}"
    if _NO_PREFIX in told:
        vi, en = f"{vi}, có thể do tiền tố chưa khai báo", f"{en}, maybe an undeclared prefix"
    return QueryError(
        Text(f"truy vấn sai cú pháp{vi}", f"the query cannot be parsed{en}"),
        remedy=Text("sửa truy vấn rồi hỏi lại", "correct the query and ask again"),
    )


def changes(engine: pyoxigraph.Store, change: Change) -> bool:
    """Tell whether anything of the change is not so already; it looks no farther than it must."""
    if change.written or any(quad not in engine for quad in change.added):
        return True
    added = set(change.added)
    return any(quad not in added and quad in engine for quad in change.removed)


def make(engine: pyoxigraph.Store, change: Change, at_once: int = AT_ONCE) -> None:
    """Make the change in a working copy; graphs left without quads lose their names too.

    The copy is thrown away when this fails, so many quads may go past the engine's transactions,
    which cost more than twice as much and a second writing when the copy is published.

    Parameters
    ----------
    engine : the copy.
    change : the change.
    at_once : processors that loading many quads may take.
    """
    added = set(change.added) if change.removed else change.added
    for quad in change.removed:
        if quad not in added:
            engine.remove(quad)
    told = serialize(added, format=RdfFormat.N_QUADS) if change.written else None
    if told is None or _BLANK in told:  # it would come back as another one
        (engine.bulk_extend if len(added) >= _MANY else engine.extend)(added)
        told = b""
    _read(engine, [told, *(one.content for one in change.written)], at_once)
    for graph in {quad.graph_name for quad in change.removed}:
        if not isinstance(graph, DefaultGraph) and _empty(engine, graph):
            engine.remove_graph(graph)


def _read(engine: pyoxigraph.Store, pieces: Sequence[bytes], at_once: int) -> None:
    """Add N-Quads; other threads go on meanwhile, which they cannot while quads are handed over.

    They were written from terms that are sound, which the engine need not find out again. It sorts
    and sums up what it is given at once, so two portions cost a third less than one, and the
    second processor takes its share where there is one for it.
    """
    if sum(piece.count(b"\n") for piece in pieces) < _MANY:
        engine.load(b"".join(pieces), RdfFormat.N_QUADS, lenient=True)
        return
    with ThreadPoolExecutor(at_once) as threads:
        for _ in threads.map(partial(_bulk, engine), _portions(pieces)):
            pass


def _bulk(engine: pyoxigraph.Store, content: bytes) -> None:
    engine.bulk_load(content, RdfFormat.N_QUADS, lenient=True)


def _portions(pieces: Sequence[bytes]) -> Iterator[bytes]:
    """Yield the pieces together, in portions of like size; a piece stays whole."""
    size = sum(map(len, pieces))
    most = size / (size // _PORTION + 1)
    portion: list[bytes] = []
    held = 0
    for piece in pieces:
        portion.append(piece)
        held += len(piece)
        if held >= most:
            yield b"".join(portion)
            portion, held = [], 0
    if portion:
        yield b"".join(portion)


def _empty(engine: pyoxigraph.Store, graph: GraphName) -> bool:
    return next(engine.quads_for_pattern(None, None, None, graph), None) is None


def fill(engine: pyoxigraph.Store, quads: Content) -> None:
    """Load quads, a file of RDF, or a stream of it, into an empty engine.

    Raises
    ------
    InputError
        when the file cannot be read or parsed (with file, line and column).
    """
    if isinstance(quads, Streamed):
        _stream(engine, quads)
        return
    if not isinstance(quads, Path):
        engine.bulk_extend(quads)
        return
    found = known_format(quads)
    with reading(quads) as stream:
        stream.read(1)  # a file that cannot be read is not the store's failure
    try:
        if is_packed(quads):
            with gzip.open(quads) as packed:
                engine.bulk_load(cast(IO[bytes], packed), found)
        else:
            engine.bulk_load(path=quads, format=found)
    except SyntaxError as error:
        raise syntax(str(quads), error) from error
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise unreadable(quads, str(error)) from error


def _stream(engine: pyoxigraph.Store, streamed: Streamed) -> None:
    """Load from a stream; whether what came is what should come is for the stream to say."""
    try:
        engine.bulk_load(cast(IO[bytes], streamed.body), streamed.format)
    except SyntaxError as error:
        streamed.checked(error)
        raise
    streamed.checked(_counts(engine))


def _counts(engine: pyoxigraph.Store) -> dict[str, int]:
    """Return how many quads stand in each graph, the facts under the empty name."""
    facts = engine.query("SELECT ('' AS ?g) (COUNT(*) AS ?n) { ?s ?p ?o }")
    named = engine.query("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    solutions = chain(cast(QuerySolutions, facts), cast(QuerySolutions, named))
    counts = {row["g"].value: int(row["n"].value) for row in solutions}
    return {graph: count for graph, count in counts.items() if count}
