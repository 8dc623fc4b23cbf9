"""Import of a file: our own export restores the whole store, foreign RDF gets graphs of its own.

Foreign triples go to `.../id/import/<slug>`, a foreign named graph to
`.../id/import/<slug>/<slug of its name>-<hash of its name>`: never into a managed graph. Importing
under the same name again puts the new content in place of the old. Blank nodes are numbered in the
order of the file, under the name of the import: they cannot meet those of another import, and the
same file gives the same quads.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import overload

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse

from graph.errors import InputError, StoreMissing, Text
from graph.folding import slug
from graph.store.archive import check_archive, read_archive
from graph.store.formats import bare_name, is_packed, known_format, reading
from graph.store.graphs import IMPORT_PREFIX
from graph.store.manifest import Manifest, read_manifest, unsound
from graph.store.protocol import Change, GraphName, Object, Store, Subject
from graph.store.streaming import Passed, Passing, Streamed

_LONGEST_SLUG = 60
_TEXTS_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; `graph` is None when it restored the whole store."""

    generation: int
    quads: int
    graph: str | None


def import_file(
    store: Store,
    file: Path,
    name: str | None = None,
    format: RdfFormat | None = None,
    passed: Passed | None = None,
) -> Imported:
    """Restore our own export whole, or put foreign RDF beside the managed graphs.

    Parameters
    ----------
    store
        where it goes; unchanged after any error.
    file
        RDF, packed if it ends in `.gz`.
    name
        what the import is called, by default the file's name without the extension of its format.
    format
        its RDF format, by default what the extension says.
    passed
        told now and then how many bytes of an export of ours have been read, out of how many
        (0: not known, the file is packed).

    Raises
    ------
    InputError
        when the file cannot be read or parsed, or is not what its manifest says; when the name
        has no letter or figure that an address could hold.
    StoreError
        when the store cannot be written.
    """
    chosen = format or known_format(file)
    with reading(file) as stream:
        manifest = read_manifest(stream, file)
        if manifest is not None:
            size = 0 if is_packed(file) else file.stat().st_size
            body = Passing(stream, file, size, passed)
            streamed = Streamed(body, chosen, _Check(body, manifest, file))
            return _restored(store, streamed, manifest, file)
    with reading(file) as stream:
        return import_quads(store, parse(stream, chosen), bare_name(file) if name is None else name)


def import_quads(store: Store, quads: Iterable[Quad], name: str) -> Imported:
    """Put foreign RDF beside the managed graphs, in place of what an earlier import had there.

    Parameters
    ----------
    store
        where it goes; unchanged after any error.
    quads
        what was parsed; a named graph in it becomes one under the name of the import.
    name
        what the import is called.

    Raises
    ------
    InputError
        when the name has no letter or figure that an address could hold.
    StoreError
        when the store cannot be written.
    """
    return _foreign(store, quads, IMPORT_PREFIX + _segment(name))


def _restored(store: Store, streamed: Streamed, manifest: Manifest, file: Path) -> Imported:
    """Put our own export in place of everything; its texts are written before, none is removed."""
    added: list[str] = []
    try:
        if manifest.texts is not None:
            with store.writing():
                texts = read_archive(check_archive(file, manifest.texts))
                while some := dict(islice(texts, _TEXTS_AT_ONCE)):
                    added += store.texts.write_all(some)
        return Imported(store.replace(streamed), manifest.quads, None)
    except BaseException:
        for name in added:
            store.texts.remove(name)
        raise


@dataclass(frozen=True)
class _Check:
    """Holds what came out of a file against its manifest."""

    body: Passing
    manifest: Manifest
    file: Path

    def __call__(self, found: Mapping[str, int] | SyntaxError) -> None:
        self._sum()
        if isinstance(found, SyntaxError):
            return
        stated = self.manifest.counted()
        for graph in sorted(stated.keys() | found.keys()):
            _check_count(self.file, graph, stated.get(graph, 0), found.get(graph, 0))
        _check_count(self.file, None, self.manifest.quads, sum(found.values()))

    def _sum(self) -> None:
        stated, found = self.manifest.sha256, self.body.sha256()
        if found != stated:
            raise unsound(
                self.file,
                f"sha256 ghi {stated}, tính được {found}",
                f"sha256 stated {stated}, found {found}",
            )


def _check_count(file: Path, graph: str | None, stated: int, found: int) -> None:
    if stated == found:
        return
    vi, en = ("toàn bộ", "in all") if graph is None else (f"<{graph}>", f"<{graph}>")
    raise unsound(
        file,
        f"{vi}: ghi {stated} bộ bốn, đếm được {found}",
        f"{en}: {stated} quads stated, {found} found",
    )


def _foreign(store: Store, quads: Iterable[Quad], base: str) -> Imported:
    scope = _Scope(base)
    added = tuple(dict.fromkeys(scope.quad(quad) for quad in quads))
    generation = store.apply(Change(removed=_standing(store, base), added=added))
    return Imported(generation, len(added), base)


def _standing(store: Store, base: str) -> tuple[Quad, ...]:
    try:
        with store.read() as reader:
            names = [g for g in reader.graphs() if g == base or g.startswith(f"{base}/")]
            return tuple(quad for g in names for quad in reader.quads(graph=NamedNode(g)))
    except StoreMissing:
        return ()


def _segment(name: str) -> str:
    segment = slug(name)[:_LONGEST_SLUG].strip("-")
    if not segment:
        raise InputError(
            Text(
                f"tên “{name}” không có chữ cái hay chữ số nào để làm tên đồ thị",
                f"the name “{name}” has no letter or figure to name a graph by",
            ),
            place="--name",
            remedy=Text("đặt tên khác bằng --name, như so-lieu-2025", "give one such as data-2025"),
        )
    return segment


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


class _Scope:
    """Moves the quads of one foreign file under the name of its import."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._label = _short_hash(base)
        self._blank: dict[BlankNode, BlankNode] = {}

    def quad(self, quad: Quad) -> Quad:
        return Quad(
            self._term(quad.subject),
            quad.predicate,
            self._term(quad.object),
            self._graph(quad.graph_name),
        )

    @overload
    def _term(self, term: Subject) -> Subject: ...
    @overload
    def _term(self, term: Object) -> Object: ...
    def _term(self, term: Object) -> Object:
        if isinstance(term, BlankNode):
            fresh = BlankNode(f"i{self._label}b{len(self._blank) + 1}")
            return self._blank.setdefault(term, fresh)
        if isinstance(term, Triple):
            return Triple(self._term(term.subject), term.predicate, self._term(term.object))
        return term

    def _graph(self, graph: GraphName) -> NamedNode:
        if isinstance(graph, DefaultGraph):
            return NamedNode(self._base)
        named = self._term(graph)
        assert isinstance(named, NamedNode | BlankNode)
        tail = f"{slug(named.value)[-_LONGEST_SLUG:].strip('-')}-{_short_hash(str(named))}"
        return NamedNode(f"{self._base}/{tail.strip('-')}")
