"""The service and its data, described: at the endpoint and at `/.well-known/void`."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping
from typing import Any

from fastapi import APIRouter, Request
from pyoxigraph import RdfFormat, Triple, serialize
from starlette.responses import Response

from api.description import PREFIXES, Statistics, dataset_triples, service_triples
from api.negotiate import RDF, content_type, preferred
from api.routes.sparql import ADDRESS
from graph.errors import Text, Unacceptable
from graph.store.layout import read_current
from graph.store.pool.messages import QueryTask
from graph.store.pool.pool import Pool

_COUNTING = {
    "facts": "SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) "
    "(COUNT(DISTINCT ?o) AS ?objects) { ?s ?p ?o }",
    "classes": "SELECT ?name (COUNT(*) AS ?size) { ?s a ?name FILTER(isIRI(?name)) } GROUP BY ?name"
    " ORDER BY ?name",
    "properties": "SELECT ?name (COUNT(*) AS ?size) { ?s ?name ?o } GROUP BY ?name ORDER BY ?name",
    "graphs": "SELECT ?name (COUNT(*) AS ?size) { GRAPH ?name { ?s ?p ?o } FILTER(isIRI(?name)) } "
    "GROUP BY ?name ORDER BY ?name",
}
_OURSELVES = "statistics"


class Described:
    """Answers with descriptions; counts once for each generation.

    Parameters
    ----------
    pool : the workers, which count.
    writable : whether somebody may update.
    """

    def __init__(self, pool: Pool, *, writable: bool) -> None:
        self._pool = pool
        self._writable = writable
        self._turn = asyncio.Lock()
        self._counted: Statistics | None = None

    def router(self) -> APIRouter:
        """Return the address of the description of the data."""
        router = APIRouter()
        router.add_api_route(
            "/.well-known/void", self.dataset, methods=["GET", "HEAD"], response_model=None
        )
        return router

    async def service(self, request: Request) -> Response:
        """Describe the endpoint."""
        found = await self._statistics()
        endpoint = str(request.url.replace(path=ADDRESS, query=""))
        return _written(request, service_triples(endpoint, found, updates=self._writable))

    async def dataset(self, request: Request) -> Response:
        """Describe the data."""
        found = await self._statistics()
        base = str(request.url.replace(path="", query=""))
        return _written(request, dataset_triples(base, found))

    async def _statistics(self) -> Statistics:
        async with self._turn:
            current = await asyncio.to_thread(read_current, self._pool.place)
            if self._counted is None or self._counted.generation != current.generation:
                self._counted = await self._count()
            return self._counted

    async def _count(self) -> Statistics:
        found = {name: await self._asked(text) for name, text in _COUNTING.items()}
        (generation, facts), *_ = found["facts"]
        sizes = {
            name: {row["name"]: int(row["size"]) for _, row in found[name]}
            for name in ("classes", "properties", "graphs")
        }
        return Statistics(
            generation,
            triples=int(facts["triples"]),
            subjects=int(facts["subjects"]),
            objects=int(facts["objects"]),
            classes=sizes["classes"],
            properties=sizes["properties"],
            graphs=sizes["graphs"],
        )

    async def _asked(self, text: str) -> list[tuple[int, Mapping[str, str]]]:
        async with self._pool.running(_OURSELVES, QueryTask(text)) as running:
            said = b"".join([block async for block in running.blocks()])
        rows: list[dict[str, Any]] = json.loads(said)["results"]["bindings"]
        generation = running.begun.generation
        return [(generation, {name: term["value"] for name, term in row.items()}) for row in rows]


def _written(request: Request, triples: Iterable[Triple]) -> Response:
    media = preferred(request.headers.get("accept", ""), RDF)
    if media is None:
        offered = ", ".join(dict.fromkeys(RDF.values()))
        raise Unacceptable(
            Text("không viết được mô tả ở dạng đã nêu", "it cannot be described in that form"),
            place="Accept",
            remedy=Text(f"chọn một trong: {offered}", f"accept one of: {offered}"),
        )
    said = serialize(triples, format=RdfFormat.from_media_type(media), prefixes=dict(PREFIXES))
    headers = {"vary": "accept", "cache-control": "no-cache"}
    return Response(said, media_type=content_type(media), headers=headers)
