"""Descriptions of things written as RDF: which form is wanted, and how a page of it is written.

Linked data: an address of the data answers in the form that the client asks for, by the header
Accept, by a suffix (`.ttl`) or by `?format=ttl`; the suffix goes before the parameter, and both
before the header.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize
from starlette.requests import Request

from api.jsonld import PREFIXES, compacted
from api.negotiate import RDF, preferred
from graph.errors import QuestionError, Text, Unacceptable
from graph.linked.description import Piece
from graph.resolve.identity import is_claim

HTML = "text/html"
#: Names of the forms, as suffix and as `?format=`, with their media types.
FORMATS: Mapping[str, str] = {
    "html": HTML,
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
#: What people call the forms.
TITLES: Mapping[str, str] = {
    "ttl": "Turtle",
    "jsonld": "JSON-LD",
    "nt": "N-Triples",
    "rdf": "RDF/XML",
}
#: What may be asked for by the header; a description is one graph, so forms of several are left.
OFFERS: Mapping[str, str] = {HTML: HTML} | {
    asked: given for asked, given in RDF.items() if given in FORMATS.values()
}
VARY = "accept, cookie"
_LICENSE = "https://creativecommons.org/licenses/by/4.0/"
_RDF_TYPE = PREFIXES["rdf"] + "type"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The form wanted of the thing at a path: `by` names how it was asked for, None by header."""

    path: str
    form: str
    by: str | None = None


def wanted(request: Request, path: str) -> Wanted:
    """Return what a request asks for.

    Parameters
    ----------
    request : its header and its parameters count.
    path : of the address, below `/id/` or whole; perhaps with a suffix.

    Raises
    ------
    QuestionError : `?format=` names no form.
    Unacceptable : the header accepts none of the forms.
    """
    stem, dot, suffix = path.rpartition(".")
    if dot and suffix in FORMATS:
        return Wanted(stem, FORMATS[suffix], suffix)
    named = request.query_params.get("format", "")
    if named:
        if named not in FORMATS:
            raise _no_such(named)
        return Wanted(path, FORMATS[named], named)
    form = preferred(request.headers.get("accept", ""), OFFERS)
    if form is None:
        raise _unacceptable()
    return Wanted(path, form)


def asks_rdf(request: Request) -> bool:
    """Tell whether a request would rather have RDF than a page: it is told of problems so."""
    suffix = request.url.path.rpartition(".")[2]
    named = suffix if suffix in FORMATS else request.query_params.get("format", "")
    if named in FORMATS:
        return FORMATS[named] != HTML
    return preferred(request.headers.get("accept", ""), OFFERS) not in (HTML, None)


def links(address: str, iri: str, piece: Piece | None) -> str:
    """Return the header Link: the other forms, the thing itself, the pages beside this one.

    Parameters
    ----------
    address : of the description, on this server, without parameters.
    iri : of the thing.
    piece : the page that is sent; None for a page for people, which says so itself.
    """
    place = quote(address, safe="/:@-_.~")
    told = [
        f'<{place}?format={name}>; rel="alternate"; type="{media}"'
        for name, media in FORMATS.items()
    ]
    told.append(f'<{quote(iri, safe="/:@#-_.~")}>; rel="describes"')
    told.append(f'<{_LICENSE}>; rel="license"')
    if piece is not None and piece.more:
        told.append(f'<{place}?page={piece.number + 1}>; rel="next"')
    if piece is not None and piece.number > 1:
        told.append(f'<{place}?page={piece.number - 1}>; rel="prev"')
    return ", ".join(told)


def written(piece: Piece, form: str, address: str) -> bytes:
    """Return a page of a description in a form.

    Parameters
    ----------
    piece : the page.
    form : a media type of RDF among `FORMATS`.
    address : of the description, on this server, without parameters.
    """
    triples = [*piece.triples, *piece.named]
    annotation = is_claim(piece.iri)
    if form != FORMATS["jsonld"] or not annotation:  # an annotation is one object and no more
        triples += _about(piece, address)
    if form == FORMATS["jsonld"]:
        said = compacted(triples, piece.iri, nested=annotation)
        return json.dumps(said, ensure_ascii=False, indent=1).encode()
    rdf = RdfFormat.from_media_type(form)
    assert rdf is not None  # one of the table
    return serialize(_by_subject(triples), format=rdf, prefixes=_prefixes(triples)) or b""


def _by_subject(triples: Iterable[Triple]) -> list[Triple]:
    """Return triples so that what is said of one thing stands together, first told first."""
    grouped: dict[object, list[Triple]] = {}
    for triple in triples:
        grouped.setdefault(triple.subject, []).append(triple)
    return [triple for told in grouped.values() for triple in told]


def _prefixes(triples: Iterable[Triple]) -> dict[str, str]:
    """Return the prefixes that some term of the triples begins with."""
    terms = {
        term.value if isinstance(term, NamedNode) else term.datatype.value
        for triple in triples
        for term in (triple.predicate, triple.object)
        if isinstance(term, NamedNode | Literal)
    }
    return {
        prefix: space
        for prefix, space in PREFIXES.items()
        if any(term.startswith(space) for term in terms)
    }


def _about(piece: Piece, address: str) -> Iterator[Triple]:
    """Yield what the page is: what it describes, and whether it goes on."""
    page = NamedNode(address if piece.number == 1 else f"{address}?page={piece.number}")
    yield _said(page, _RDF_TYPE, NamedNode(PREFIXES["foaf"] + "Document"))
    yield _said(page, PREFIXES["foaf"] + "primaryTopic", NamedNode(piece.iri))
    yield _said(page, PREFIXES["dcterms"] + "license", NamedNode(_LICENSE))
    yield _said(page, PREFIXES["dcterms"] + "hasVersion", Literal(str(piece.generation)))
    if piece.number > 1:
        before = address if piece.number == 2 else f"{address}?page={piece.number - 1}"  # noqa: PLR2004
        yield _said(page, PREFIXES["xhv"] + "prev", NamedNode(before))
    if piece.more:
        yield _said(page, PREFIXES["xhv"] + "next", NamedNode(f"{address}?page={piece.number + 1}"))
        for language, text in (("vi", _CUT.vi), ("en", _CUT.en)):
            yield _said(page, PREFIXES["rdfs"] + "comment", Literal(text, language=language))


_CUT = Text(
    "Mô tả này còn trang sau: những gì ở đây chưa phải là tất cả.",
    "This description goes on: what stands here is not all of it.",
)


def _said(subject: NamedNode, predicate: str, value: NamedNode | Literal) -> Triple:
    return Triple(subject, NamedNode(predicate), value)


def _no_such(named: str) -> QuestionError:
    listed = ", ".join(FORMATS)
    return QuestionError(
        Text(f"không có dạng “{named[:40]}”", f"there is no form “{named[:40]}”"),
        place="format",
        remedy=Text(f"chọn một trong: {listed}", f"choose one of: {listed}"),
    )


def _unacceptable() -> Unacceptable:
    offered = ", ".join(FORMATS.values())
    return Unacceptable(
        Text("không viết được ở dạng đã nêu", "it cannot be written in that form"),
        place="Accept",
        remedy=Text(f"chọn một trong: {offered}", f"accept one of: {offered}"),
    )
