"""Addresses of the data as linked data: one address, a page for people, RDF for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from api.freshness import not_modified, tag_of, unchanged
from api.jsonld import context
from api.linked import FORMATS, HTML, VARY, Wanted, links, wanted, written
from api.negotiate import content_type
from api.routes.asking import day, page_number
from api.routes.ontology import OntologyRoutes
from api.routes.pages import Pages
from api.routes.people import body_shown, official_shown
from api.web.format import address, local
from graph.errors import QuestionError, Text
from graph.lineage.claims import ClaimsAsked, ReviewState, claims_on_review
from graph.linked.annotation import AnnotatedClaim, annotated, piece_of
from graph.linked.description import Piece, described, nothing_said
from graph.linked.identity import surviving
from graph.linked.names import Names
from graph.linked.things import thing_of
from graph.resolve.identity import is_claim, is_document, is_reference
from graph.store.protocol import Reader, Store
from ontology import terms as cas

_READ = ["GET", "HEAD"]
_YEAR_DIGITS = 4
_IN_IRI = re.compile(r"[^\x00-\x20<>\"{}|^`\\]+")
_CLAIMS = 50  # of a text, that its page shows
_THING: tuple[str, dict[str, Any]] = ("thing.html", {})  # for a kind that has no page of its own


class Things:
    """Answers for every address under `/id/`.

    Parameters
    ----------
    store : what is asked.
    pages : how pages for people look.
    today : the clock.
    """

    def __init__(self, store: Store, pages: Pages, today: Callable[[], date]) -> None:
        self._store = store
        self._pages = pages
        self._today = today

    def router(self) -> APIRouter:
        """Return the addresses, those of the ontology with them."""
        router = OntologyRoutes(self._store, self._pages).router()
        router.add_api_route("/id/{path:path}", self.thing, methods=_READ, response_model=None)
        router.add_api_route("/context.jsonld", self.context, methods=_READ, response_model=None)
        return router

    def thing(self, request: Request, path: str) -> Response:
        """Answer for one address: in the form that is wanted, or by the address it merged into."""
        asked = wanted(request, path)
        iri, number = (
            cas.DATA + asked.path,
            page_number(request.query_params.get("page", ""), "page"),
        )
        if not _IN_IRI.fullmatch(asked.path):
            raise nothing_said(iri)  # nothing can be: it is no IRI
        with self._store.read() as reader:
            survivor = surviving(reader, iri)
            if survivor is not None:
                return _moved(request, asked, survivor)
            tag = self._tag(request, reader, asked)
            if unchanged(request, tag):
                return not_modified(tag, VARY)
            if asked.form == HTML:
                response = self._page(request, reader, iri, number)
                piece = None
            else:
                piece = self._piece(reader, iri, number)
                response = _rdf(request, asked, piece)
        response.headers["etag"] = tag
        response.headers["vary"] = VARY
        response.headers["cache-control"] = "no-cache"
        response.headers["link"] = links(f"{_base(request)}/id/{asked.path}", iri, piece)
        return response

    def context(self) -> Response:
        """Return the short names of our JSON-LD."""
        said = json.dumps({"@context": context()}, ensure_ascii=False, indent=1)
        headers = {"cache-control": "max-age=3600"}
        return Response(said, media_type=FORMATS["jsonld"], headers=headers)

    def _piece(self, reader: Reader, iri: str, number: int) -> Piece:
        if is_claim(iri) and number == 1:
            return piece_of(reader, annotated(reader, self._store.texts, iri))
        return described(reader, iri, number)

    def _page(self, request: Request, reader: Reader, iri: str, number: int) -> Response:
        if is_document(iri) or is_reference(iri):
            return self._pages.document(request, iri, request.query_params.get("ngay", ""))
        if is_claim(iri):
            return self._claim(request, annotated(reader, self._store.texts, iri))
        thing = thing_of(reader, described(reader, iri, number))
        kinds = {kind.iri for kind in thing.kinds}
        # Of a text, which is short; the rows of a table stand below as they are.
        is_text = any(one.iri == cas.checksum for one in thing.outgoing)
        asked = ClaimsAsked(ReviewState.ALL, source=iri, limit=_CLAIMS + 1)
        claims = claims_on_review(reader, asked) if is_text and number == 1 else ()
        template, shown = self._own(request, reader, iri, kinds) if number == 1 else _THING
        return self._pages.page(
            request,
            template,
            thing=thing,
            claims=claims[:_CLAIMS],
            more_claims=len(claims) > _CLAIMS,
            folded=template != _THING[0],
            name_of=Names(reader).shown,
            **shown,
        )

    def _own(
        self, request: Request, reader: Reader, iri: str, kinds: set[str]
    ) -> tuple[str, dict[str, Any]]:
        """Return the template of a kind of thing, and what it shows beside the statements."""
        on = day(request.query_params.get("ngay", ""))
        if cas.Body in kinds:
            shown = body_shown(reader, iri, on, self._today(), _year(request))
            return "body.html", shown
        if cas.Official in kinds:
            return "official.html", official_shown(reader, iri, on, self._today())
        return _THING

    def _claim(self, request: Request, claim: AnnotatedClaim) -> Response:
        return self._pages.page(request, "claim.html", claim=claim, it=claim.shown)

    def _tag(self, request: Request, reader: Reader, asked: Wanted) -> str:
        """Return the tag of an answer; a page for people also follows the day and who looks."""
        seen = self._pages.seen_by(request) if asked.form == HTML else ""
        return tag_of(reader, request.url, asked.form, seen)


def _rdf(request: Request, asked: Wanted, piece: Piece) -> Response:
    place = f"{_base(request)}/id/{asked.path}"
    content = written(piece, asked.form, place)
    response = Response(content, media_type=content_type(asked.form))
    form = next(name for name, media in FORMATS.items() if media == asked.form)
    page = "" if piece.number == 1 else f"&page={piece.number}"
    response.headers["content-location"] = f"/id/{asked.path}?format={form}{page}"
    return response


def _moved(request: Request, asked: Wanted, survivor: str) -> Response:
    """Send on to the address that stands for this one now, with what was asked of it."""
    there = local(survivor)
    query = dict(request.query_params) | ({"format": asked.by} if asked.by else {})
    joint = "&" if "?" in there else "?"
    said = address("", **query).lstrip("?")
    return RedirectResponse(f"{there}{joint}{said}" if said else there, 308)


def _base(request: Request) -> str:
    return str(request.url.replace(path="", query=""))


def _year(request: Request) -> str | None:
    """Return the year whose documents are wanted, "" for those of no known day."""
    text = request.query_params.get("nam")
    if text is None or text == "" or (text.isascii() and text.isdecimal()):
        return text if text is None else text[:_YEAR_DIGITS]
    if text == "chua-ro":
        return ""
    raise QuestionError(
        Text(f"“{text[:40]}” không phải một năm", f"“{text[:40]}” is no year"),
        place="nam",
        remedy=Text("viết năm như 2024, hoặc chua-ro", "write a year such as 2024, or chua-ro"),
    )
