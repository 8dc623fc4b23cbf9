"""The ontology at its own address: a reference for readers, and files for programs.

Terms have hash addresses (`.../ontology#Document`), so one answer holds them all and the part
behind the hash finds the term on the page; concepts of the schemes have addresses of their own
under `/id/`.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from fastapi import APIRouter, Request
from pyoxigraph import Quad, RdfFormat, parse, serialize
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.freshness import not_modified, tag_of, unchanged
from api.jsonld import PREFIXES
from api.kept import Kept
from api.linked import FORMATS, HTML, TITLES, VARY, Wanted, links, wanted
from api.negotiate import content_type
from api.routes.pages import Pages
from graph.errors import NotFound, Text
from graph.linked.examples import examples
from graph.store.protocol import Reader, Store
from ontology.reference import Family, ontology_file, reference, vocabulary_files
from ontology.terms import ONTOLOGY

_READ = ["GET", "HEAD"]
_IRI = ONTOLOGY.removesuffix("#")
_SHAPES = "https://w3id.org/cascade-vn/shape"
#: What can be had as files, by the last part of the address.
_FILES = {
    "ontology": (ontology_file("cascade"),),
    "shape": (ontology_file("shapes"),),
    "alignments": (ontology_file("alignments"),),
    "schemes": vocabulary_files(),
}
_BESIDE = ("alignments", "schemes")


class OntologyRoutes:
    """Answers for the ontology, its shapes, its alignments and its schemes.

    Parameters
    ----------
    store : where examples are taken from.
    pages : how the reference looks.
    """

    def __init__(self, store: Store, pages: Pages) -> None:
        self._store = store
        self._pages = pages
        self._examples = Kept(examples)

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(include_in_schema=False)
        for path, answer in (
            ("/ontology", self.ontology),
            ("/ontology.{suffix}", self.ontology),
            ("/ontology/{file}", self.beside),
            ("/shape", self.shapes),
            ("/shape.{suffix}", self.shapes),
        ):
            router.add_api_route(path, answer, methods=_READ, response_model=None)
        return router

    def ontology(self, request: Request) -> Response:
        """Answer with the reference, or with the ontology as RDF."""
        asked = _asked(request)
        if asked.form != HTML:
            return _file(request, "ontology", asked.form, _IRI)
        with self._store.read() as reader:
            tag = tag_of(reader, request.url, self._pages.seen_by(request))
            if unchanged(request, tag):
                return not_modified(tag, VARY)
            response = self._reference(request, reader)
        response.headers["etag"] = tag
        response.headers["vary"] = VARY
        response.headers["link"] = links(_address(request, "ontology"), _IRI, None)
        return response

    def shapes(self, request: Request) -> Response:
        """Answer with the shapes; readers find them told on the page of the ontology."""
        asked = _asked(request)
        form = FORMATS["ttl"] if asked.form == HTML else asked.form
        return _file(request, "shape", form, _SHAPES)

    def beside(self, request: Request, file: str) -> Response:
        """Answer with the alignments or with all schemes, in the form of the suffix.

        Raises
        ------
        NotFound : there is no such file.
        """
        name, _, suffix = file.partition(".")
        form = FORMATS.get(suffix, HTML)
        if name not in _BESIDE or form == HTML:
            raise NotFound(
                Text("không có tệp ấy cạnh bản thể", "there is no such file beside the ontology"),
                place=file[:80],
                remedy=Text("xem các tệp ở /ontology", "see the files at /ontology"),
            )
        return _file(request, name, form, _IRI)

    def _reference(self, request: Request, reader: Reader) -> Response:
        return self._pages.page(
            request,
            "ontology.html",
            reference=reference(),
            families=list(Family),
            examples=self._examples.of(reader),
            formats=TITLES,
        )


def _asked(request: Request) -> Wanted:
    """Return the form wanted; what stands behind the dot must name one."""
    asked = wanted(request, request.url.path)
    if "." in asked.path:
        raise HTTPException(404)
    return asked


def _file(request: Request, name: str, form: str, iri: str) -> Response:
    content, digest = _content(name, form)
    tag = f'"{digest}"'
    if unchanged(request, tag):
        return not_modified(tag, VARY)
    headers = {"etag": tag, "vary": VARY, "cache-control": "no-cache"}
    if name in ("ontology", "shape"):
        headers["link"] = links(_address(request, name), iri, None)
    return Response(content, media_type=content_type(form), headers=headers)


@cache
def _content(name: str, form: str) -> tuple[bytes, str]:
    """Return a file in a form, as it lies there when it is asked for in Turtle, and its hash."""
    files = _FILES[name]
    if form == FORMATS["ttl"] and len(files) == 1:
        content = files[0].read_bytes()
    else:
        rdf = RdfFormat.from_media_type(form)
        assert rdf is not None  # one of the table
        triples = [quad.triple for file in files for quad in _parsed(file)]
        content = serialize(triples, format=rdf, prefixes=dict(PREFIXES)) or b""
    return content, sha256(content).hexdigest()[:24]


def _parsed(file: Path) -> list[Quad]:
    return list(parse(file.read_bytes(), RdfFormat.TURTLE))


def _address(request: Request, name: str) -> str:
    return str(request.url.replace(path=f"/{name}", query=""))
