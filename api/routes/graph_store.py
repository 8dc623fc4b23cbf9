"""The Graph Store Protocol: one graph read, put, added to or dropped, by its address or its name.

https://www.w3.org/TR/sparql11-http-rdf-update/. A graph is named directly by an address below
this one, or indirectly by `?graph=` or `?default`. Managed graphs are read here, never written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl
from uuid import uuid4

from fastapi import APIRouter, Request
from starlette.datastructures import UploadFile
from starlette.responses import Response

from api.negotiate import RDF, preferred
from api.problems import Problem, Refused
from api.protocol import media_type, not_taken
from api.streaming import answered
from api.writes import Writes
from graph.errors import NotFound, Text, Unacceptable
from graph.store.graphs import is_managed
from graph.store.pool.changing import managed
from graph.store.pool.messages import Begun, GraphTask, LoadTask
from graph.store.pool.pool import Pool

ADDRESS = "/rdf-graph-store"
_MULTIPART = "multipart/form-data"
_MOST_PARTS = 20
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")
_GENERAL = {"application/json", "application/xml", "text/xml", "text/plain"}
_TAKEN = {media: form for media, form in RDF.items() if media not in _GENERAL}


@dataclass(frozen=True, slots=True)
class _Named:
    """The graph that a request names; None is the default graph."""

    graph: str | None

    @property
    def shown(self) -> str:
        return self.graph or "default"


class GraphStore:
    """Answers the Graph Store Protocol.

    Parameters
    ----------
    pool : the workers.
    writes : carries out what changes.
    """

    def __init__(self, pool: Pool, writes: Writes) -> None:
        self._pool = pool
        self._writes = writes

    def router(self) -> APIRouter:
        """Return the addresses: this one, and those of graphs below it."""
        router = APIRouter()
        for path in (ADDRESS, ADDRESS + "/{path:path}"):
            router.add_api_route(path, self.get, methods=["GET", "HEAD"], response_model=None)
            router.add_api_route(path, self.put, methods=["PUT"], response_model=None)
            router.add_api_route(path, self.post, methods=["POST"], response_model=None)
            router.add_api_route(path, self.delete, methods=["DELETE"], response_model=None)
        return router

    async def get(self, request: Request) -> Response:
        """Write out a graph; only whether it is there when the method is HEAD."""
        named = _named(request)
        media = preferred(request.headers.get("accept", ""), RDF)
        if media is None:
            raise _unacceptable()
        task = GraphTask(named.graph, media, bare=request.method == "HEAD")
        begun, response = await answered(request, self._pool, task, {"cache-control": "no-cache"})
        if not begun.present:
            raise _absent(named)
        return response

    async def put(self, request: Request) -> Response:
        """Put the triples that are sent in place of the graph."""
        begun = await self._load(request, _named(request), replace=True)
        return Response(status_code=204 if begun.present else 201)

    async def post(self, request: Request) -> Response:
        """Add the triples that are sent to a graph, to a new one when none is named."""
        if request.url.path == ADDRESS and not request.url.query:
            fresh = f"{request.url}/{uuid4()}"
            await self._load(request, _Named(fresh), replace=False)
            return Response(status_code=201, headers={"location": fresh})
        begun = await self._load(request, _named(request), replace=False)
        return Response(status_code=204 if begun.present else 201)

    async def delete(self, request: Request) -> Response:
        """Drop a graph."""
        named = _named(request)
        who = await self._may_write(request, named)
        task = LoadTask(named.graph, (), str(request.url), replace=True)
        deed = (who, "graph.delete", named.shown)
        begun = await self._writes.make(request, deed, lambda _: task)
        if not begun.present and named.graph is not None:
            raise _absent(named)
        return Response(status_code=204)

    async def _load(self, request: Request, named: _Named, *, replace: bool) -> Begun:
        who = await self._may_write(request, named)
        pieces = await _pieces(request)
        parts = tuple((media, len(content)) for media, content in pieces)
        base = named.graph or str(request.url)
        task = LoadTask(named.graph, parts, base, replace)
        deed = (who, "graph.put" if replace else "graph.post", named.shown)
        payload = b"".join(content for _, content in pieces)
        return await self._writes.make(request, deed, lambda _: task, payload)

    async def _may_write(self, request: Request, named: _Named) -> str:
        who = await self._writes.allowed(request)
        if is_managed(named.graph) and not self._writes.plain:
            raise managed(named.graph or "")
        return who


def _named(request: Request) -> _Named:
    """Return the graph that a request names.

    Raises
    ------
    Refused : it names none, several, or none that is an IRI.
    """
    if request.url.path != ADDRESS:
        return _Named(_iri(str(request.url.replace(query=""))))
    try:
        fields = parse_qsl(request.url.query, keep_blank_values=True, errors="strict")
    except ValueError:
        fields = []
    names = [value for name, value in fields if name == "graph"]
    default = sum(name == "default" for name, _ in fields)
    if len(names) + default != 1:
        raise _malformed(
            Text("cần nêu đúng một đồ thị", "exactly one graph must be named"),
            Text("thêm ?default hoặc ?graph=IRI", "add ?default or ?graph=IRI"),
        )
    return _Named(_iri(names[0]) if names else None)


def _iri(text: str) -> str:
    if _IRI.fullmatch(text):
        return text
    raise _malformed(
        Text(f"“{text[:80]}” không phải IRI đầy đủ", f"“{text[:80]}” is no full IRI"),
        Text("viết IRI đầy đủ, như https://...", "write a full IRI such as https://..."),
    )


async def _pieces(request: Request) -> tuple[tuple[str, bytes], ...]:
    """Return what is sent, each piece with the media type of its RDF."""
    kind = request.headers.get("content-type", "")
    if media_type(kind) != _MULTIPART:
        return ((_rdf(kind), await request.body()),)
    form = await request.form(max_files=_MOST_PARTS, max_fields=_MOST_PARTS)
    try:
        files = [value for value in form.values() if isinstance(value, UploadFile)]
        return tuple([(_rdf(file.content_type or ""), await file.read()) for file in files])
    finally:
        await form.close()


def _rdf(content_type: str) -> str:
    media = media_type(content_type)
    if media in _TAKEN:
        return _TAKEN[media]
    offered = ", ".join(dict.fromkeys(_TAKEN.values()))
    raise Refused(not_taken(media, Text(f"gửi một trong: {offered}", f"send one of: {offered}")))


def _absent(named: _Named) -> NotFound:
    return NotFound(
        Text(f"không có đồ thị <{named.shown}>", f"there is no graph <{named.shown}>"),
        place=named.shown,
        remedy=Text("kiểm tra tên của đồ thị", "check the name of the graph"),
    )


def _unacceptable() -> Unacceptable:
    offered = ", ".join(dict.fromkeys(RDF.values()))
    return Unacceptable(
        Text("không viết được đồ thị ở dạng đã nêu", "a graph cannot be written in that form"),
        place="Accept",
        remedy=Text(f"chọn một trong: {offered}", f"accept one of: {offered}"),
    )


def _malformed(message: Text, remedy: Text) -> Refused:
    return Refused(Problem(400, "bad-request", message, place="graph", remedy=remedy))
