"""What the SPARQL page asks for while one works on it: slips, names, words, networks.

For the page alone, hence not part of the described API. Everything here reads; texts of strangers
reach the engine in a worker only.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import asdict, replace
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from api.problems import Problem, Refused
from api.routes.pages import Pages
from api.streaming import collected
from api.web import format as written
from api.web.linked_wording import FOREIGN_TERMS
from api.web.telling import told
from graph.errors import Busy, QueryError, Text
from graph.linked.names import FACTS, VOCABULARY, Names
from graph.queries.guard import check_reading
from graph.queries.loader import PREFIXES
from graph.store.pool.messages import ParseTask
from graph.store.pool.pool import Pool
from graph.store.protocol import GraphName, Reader, Store
from graph.view.drawing import library
from graph.view.triples import MOST_NODES, Net, Origin, Statement, network
from ontology.terms import DATA, LABELS, AdministrativeUnit

PATH = "/truy-van"
LIBRARY = f"{PATH}/vis-network.js"
_NO_CACHE = {"cache-control": "no-cache"}
_FOR_LONG = {"cache-control": "public, max-age=31536000, immutable"}
_POSITION = re.compile(r"line (\d+)(?:, column (\d+))?")
_NEIGHBOURS = 60  # triples looked at on either side of a node that is opened
_MOST_ASKING = 8  # networks that are laid out or wait for it
_UNFIT = 422
_MOST_OF_ONE = 500
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_IN_SCHEME = NamedNode("http://www.w3.org/2004/02/skos/core#inScheme")
_SCHEMES = ("levels", "types", "posts", "certainty", "confidence", "modality", "inference")
#: What properties take as values: the kind, and what says in which graph that a thing is of it.
_TAKEN: tuple[tuple[str, NamedNode, NamedNode, GraphName], ...] = (
    *(("concept", _IN_SCHEME, NamedNode(f"{DATA}scheme/{name}"), VOCABULARY) for name in _SCHEMES),
    ("unit", _TYPE, NamedNode(AdministrativeUnit), FACTS),
)
Address = Annotated[str, Field(max_length=2000)]
Value = Annotated[str, Field(max_length=20_000)]


class Draft(BaseModel):
    """A query that is being written."""

    text: str = Field(max_length=100_000)


class Addresses(BaseModel):
    """Addresses whose names are wanted."""

    iris: list[Address] = Field(max_length=300)


class Triples(BaseModel):
    """Triples to be drawn: subject, predicate, object, and whether that is a literal."""

    triples: list[tuple[Address, Address, Value, bool]] = Field(max_length=2000)


class Opened(BaseModel):
    """A node to be opened, where it stands, and the nodes that are drawn already."""

    iri: Address
    x: float = Field(allow_inf_nan=False)
    y: float = Field(allow_inf_nan=False)
    known: list[Address] = Field(max_length=1000)


class QueryAids:
    """The routes that serve the SPARQL page.

    Parameters
    ----------
    store : where names and neighbours are looked up.
    pool : the workers, in which a draft is parsed.
    pages : tells the language of a request.
    """

    def __init__(self, store: Store, pool: Pool, pages: Pages) -> None:
        self._store = store
        self._pool = pool
        self._pages = pages
        self._laying = asyncio.Semaphore(1)
        self._asking = 0

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(prefix=PATH, include_in_schema=False)
        router.add_api_route("/kiem", self.checked, methods=["POST"], response_model=None)
        router.add_api_route("/ten", self.names, methods=["POST"], response_model=None)
        router.add_api_route("/mang", self.drawn, methods=["POST"], response_model=None)
        router.add_api_route("/quanh", self.around, methods=["POST"], response_model=None)
        router.add_api_route("/tu-vung", self.words, methods=["GET"], response_model=None)
        router.add_api_route("/vis-network.js", self.library, methods=["GET"], response_model=None)
        return router

    async def checked(self, request: Request, draft: Draft) -> Response:
        """Return the slip in a draft, if there is one."""
        try:
            check_reading(draft.text)
            await collected(request, self._pool, ParseTask(draft.text))
        except QueryError as error:
            language = self._pages.language(request)
            return JSONResponse({"slip": _slip(error, language)}, headers=_NO_CACHE)
        return JSONResponse({"slip": None}, headers=_NO_CACHE)

    def names(self, request: Request, wanted: Addresses) -> Response:
        """Return what addresses are called; those of which nothing is known are left out."""
        language = self._pages.language(request)
        with self._store.read() as reader:
            found = _named(reader, wanted.iris, language)
        return JSONResponse({"names": found}, headers=_NO_CACHE)

    def words(self, request: Request) -> Response:
        """Return the prefixes and terms that a query can be written with."""
        words = [_word(_curie(iri), *labels, _kind(iri)) for iri, labels in _labels().items()]
        with self._store.read() as reader:
            words += _values(reader)
        return JSONResponse({"prefixes": dict(PREFIXES), "terms": words}, headers=_NO_CACHE)

    async def drawn(self, request: Request, wanted: Triples) -> Response:
        """Return triples as a network; one is laid out at a time, as that takes a second."""
        language = self._pages.language(request)
        if self._asking >= _MOST_ASKING:
            raise _busy()
        self._asking += 1
        try:
            async with self._laying:
                net = await run_in_threadpool(self._laid, wanted, language)
        finally:
            self._asking -= 1
        return _told(net)

    def _laid(self, wanted: Triples, language: str) -> Net:
        statements = [_told_as(Statement(*one), language) for one in wanted.triples]
        with self._store.read() as reader:
            names = _named(reader, _drawn_addresses(statements), language)
        return network(statements, names)

    def around(self, request: Request, opened: Opened) -> Response:
        """Return what stands around a node, in the facts of this store."""
        try:
            node = NamedNode(opened.iri)
        except ValueError as error:
            raise Refused(_no_address(opened.iri)) from error
        with self._store.read() as reader:
            quads = [
                *islice(reader.quads(node, None, None, FACTS), _NEIGHBOURS),
                *islice(reader.quads(None, None, node, FACTS), _NEIGHBOURS),
            ]
            language = self._pages.language(request)
            statements = [_told_as(_statement(quad), language) for quad in quads]
            names = _named(reader, _addresses(statements), language)
        origin = Origin(opened.iri, opened.x, opened.y, frozenset(opened.known))
        return _told(network(statements, names, origin))

    def library(self) -> Response:
        """Return the script of vis-network, which comes with pyvis and not with these pages."""
        return Response(library(), media_type="text/javascript", headers=_FOR_LONG)


def _busy() -> Busy:
    return Busy(
        Text(f"đã có {_MOST_ASKING} mạng đang chờ vẽ", f"{_MOST_ASKING} networks are waiting"),
        remedy=Text("đợi ít giây rồi mở lại", "wait some seconds and open it again"),
    )


def _told(net: Net) -> Response:
    return JSONResponse(asdict(net), headers=_NO_CACHE)


def _slip(error: QueryError, language: str) -> dict[str, object]:
    """Return a refusal with the line and the column it speaks of, 1 and 0 where it names none."""
    found = _POSITION.search(error.place or "") or _POSITION.search(error.message.en)
    line, column = found.groups() if found else ("1", None)
    return {
        "line": int(line),
        "column": int(column or 0),
        "message": error.message.within(language),
        "remedy": error.remedy.within(language) if error.remedy else "",
    }


def _named(reader: Reader, iris: list[str], language: str) -> dict[str, str]:
    names = Names(reader)
    found: dict[str, str] = {}
    for iri in dict.fromkeys(iris):
        if iri in FOREIGN_TERMS:
            found[iri] = FOREIGN_TERMS[iri].within(language)
        elif written.ours(iri) or iri in LABELS:
            found[iri] = names.shown(iri).within(language)
        elif (short := written.curie(iri)) != iri:
            found[iri] = short
    return found


def _addresses(statements: list[Statement]) -> list[str]:
    """Return the addresses in statements, blank nodes and values left out."""
    parts = (
        (one.subject, one.predicate, "_:" if one.literal else one.object) for one in statements
    )
    return [iri for three in parts for iri in three if not iri.startswith("_:")]


def _drawn_addresses(statements: list[Statement]) -> list[str]:
    """Return the addresses that a network of statements shows; it shows so many nodes only."""
    ends = (
        end for one in statements for end in (one.subject, *(() if one.literal else (one.object,)))
    )
    kept = dict(islice(dict.fromkeys(ends).items(), MOST_NODES))
    told = {one.predicate for one in statements if one.subject in kept}
    return [iri for iri in (*kept, *told) if not iri.startswith("_:")]


def _statement(quad: Quad) -> Statement:
    value = quad.object
    literal = not isinstance(value, NamedNode | BlankNode)
    text = value.value if isinstance(value, Literal) else _text(value)
    return Statement(_text(quad.subject), quad.predicate.value, text, literal)


def _told_as(one: Statement, language: str) -> Statement:
    """Return a statement with its value as people read it."""
    if not one.literal:
        return one
    return replace(one, object=told(written.short(one.predicate), one.object, language))


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _word(term: str, vi: str, en: str, kind: str) -> dict[str, str]:
    return {"term": term, "vi": vi, "en": en, "kind": kind}


def _values(reader: Reader) -> list[dict[str, str]]:
    """Return what properties take as values: levels, types and so on, and the provinces."""
    names = Names(reader)
    found = [
        (kind, quad.subject.value)
        for kind, predicate, thing, graph in _TAKEN
        for quad in islice(reader.quads(None, predicate, thing, graph), _MOST_OF_ONE)
        if isinstance(quad.subject, NamedNode)
    ]
    return [
        _word(f"<{iri}>", (name := names.shown(iri)).vi, name.en, kind)
        for kind, iri in sorted(found)
    ]


def _labels() -> dict[str, tuple[str, str]]:
    foreign = {iri: (text.vi, text.en) for iri, text in FOREIGN_TERMS.items()}
    return foreign | dict(LABELS)


def _curie(iri: str) -> str:
    for prefix, space in PREFIXES.items():
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return f"<{iri}>"


def _kind(iri: str) -> str:
    name = re.split(r"[#/]", iri)[-1]
    return "class" if name[:1].isupper() else "property"


def _no_address(text: str) -> Problem:
    return Problem(
        _UNFIT,
        "bad-input",
        Text("Đây không phải địa chỉ của một nút", "This is not the address of a node"),
        place=text[:80],
        remedy=Text("chọn một nút có địa chỉ", "choose a node that has an address"),
    )
