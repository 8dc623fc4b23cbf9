"""The service and its data, described in RDF: SPARQL Service Description, VoID, DCAT.

https://www.w3.org/TR/sparql11-service-description/, https://www.w3.org/TR/void/,
https://www.w3.org/TR/vocab-dcat-3/.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, RdfFormat, Triple

from api.negotiate import RDF, RESULTS
from ontology.terms import DATA, ONTOLOGY

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_DCAT = "http://www.w3.org/ns/dcat#"
_DCT = "http://purl.org/dc/terms/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES: Mapping[str, str] = {
    "rdf": _RDF,
    "sd": _SD,
    "void": _VOID,
    "dcat": _DCAT,
    "dct": _DCT,
    "xsd": _XSD,
    "cas": ONTOLOGY,
}
_LICENSE = "https://creativecommons.org/licenses/by/4.0/"
_TITLE = {"vi": "Dòng chảy chính sách", "en": "Cascade: how central resolutions come down"}
_ABOUT = {
    "vi": "Nghị quyết, chỉ thị của Trung ương và các văn bản thực hiện, mỗi quan hệ kèm nguồn.",
    "en": "Central resolutions, directives and the documents that carry them out, with sources.",
}
_Node = NamedNode | BlankNode


@dataclass(frozen=True, slots=True)
class Statistics:
    """What one generation holds.

    `triples`, `subjects`, `objects` count the default graph; `classes` and `properties` say how
    many instances and triples each has there; `graphs` how many triples each named graph has.
    """

    generation: int
    triples: int
    subjects: int
    objects: int
    classes: Mapping[str, int]
    properties: Mapping[str, int]
    graphs: Mapping[str, int]


def service_triples(endpoint: str, statistics: Statistics, *, updates: bool) -> Iterator[Triple]:
    """Yield the description of the endpoint and of the dataset behind it.

    Parameters
    ----------
    endpoint : its address.
    statistics : what the newest generation holds.
    updates : whether somebody may update.
    """
    service, dataset = NamedNode(f"{endpoint}#service"), NamedNode(f"{endpoint}#dataset")
    graph = NamedNode(f"{endpoint}#default-graph")
    yield _typed(service, _SD + "Service")
    yield _said(service, _SD + "endpoint", NamedNode(endpoint))
    languages = ["SPARQL10Query", "SPARQL11Query", *(["SPARQL11Update"] if updates else [])]
    for language in languages:
        yield _said(service, _SD + "supportedLanguage", NamedNode(_SD + language))
    for form in _formats():
        yield _said(service, _SD + "resultFormat", NamedNode(form))
    for media in dict.fromkeys(RDF.values()):
        yield _said(service, _SD + "inputFormat", NamedNode(_rdf(media).iri))
    yield _said(service, _SD + "defaultDataset", dataset)
    yield _typed(dataset, _SD + "Dataset")
    yield _said(dataset, _SD + "defaultGraph", graph)
    yield _typed(graph, _SD + "Graph")
    yield _said(graph, _VOID + "triples", _number(statistics.triples))
    for name, triples in statistics.graphs.items():
        yield from _named_graph(dataset, NamedNode(name), triples)


def dataset_triples(base: str, statistics: Statistics) -> Iterator[Triple]:
    """Yield the description of the data: what it is, how much, and where to ask.

    Parameters
    ----------
    base : address of the service without a slash at its end.
    statistics : what the newest generation holds.
    """
    dataset = NamedNode(f"{base}/.well-known/void#dataset")
    endpoint, store = NamedNode(f"{base}/sparql"), NamedNode(f"{base}/rdf-graph-store")
    for kind in (_VOID + "Dataset", _DCAT + "Dataset"):
        yield _typed(dataset, kind)
    for name, texts in (("title", _TITLE), ("description", _ABOUT)):
        for language, text in texts.items():
            yield _said(dataset, _DCT + name, Literal(text, language=language))
    yield _said(dataset, _DCT + "license", NamedNode(_LICENSE))
    yield _said(dataset, _VOID + "sparqlEndpoint", endpoint)
    yield _said(dataset, _VOID + "uriSpace", Literal(DATA))
    yield _said(dataset, _VOID + "vocabulary", NamedNode(ONTOLOGY))
    yield _said(dataset, _DCAT + "version", Literal(str(statistics.generation)))
    yield from _counts(dataset, statistics)
    yield from _access(dataset, endpoint, store)


def _access(dataset: NamedNode, endpoint: NamedNode, store: NamedNode) -> Iterator[Triple]:
    service, facts = NamedNode(f"{endpoint.value}#access"), NamedNode(f"{store.value}#facts")
    yield _typed(service, _DCAT + "DataService")
    yield _said(service, _DCAT + "endpointURL", endpoint)
    yield _said(service, _DCAT + "endpointDescription", endpoint)
    yield _said(service, _DCAT + "servesDataset", dataset)
    yield _said(dataset, _DCAT + "distribution", facts)
    yield _typed(facts, _DCAT + "Distribution")
    yield _said(facts, _DCAT + "downloadURL", NamedNode(f"{store.value}?default"))
    yield _said(facts, _DCAT + "accessService", service)
    yield _said(facts, _DCT + "license", NamedNode(_LICENSE))
    media = "https://www.iana.org/assignments/media-types/text/turtle"
    yield _said(facts, _DCAT + "mediaType", NamedNode(media))


def _counts(dataset: NamedNode, statistics: Statistics) -> Iterator[Triple]:
    counted = {
        "triples": statistics.triples,
        "distinctSubjects": statistics.subjects,
        "distinctObjects": statistics.objects,
        "classes": len(statistics.classes),
        "properties": len(statistics.properties),
    }
    for name, count in counted.items():
        yield _said(dataset, _VOID + name, _number(count))
    partitions = (
        ("classPartition", "class", "entities", statistics.classes),
        ("propertyPartition", "property", "triples", statistics.properties),
    )
    for partition, of, measure, sizes in partitions:
        for name, size in sizes.items():
            part = BlankNode()
            yield _said(dataset, _VOID + partition, part)
            yield _said(part, _VOID + of, NamedNode(name))
            yield _said(part, _VOID + measure, _number(size))


def _named_graph(dataset: NamedNode, name: NamedNode, triples: int) -> Iterator[Triple]:
    entry, graph = BlankNode(), BlankNode()
    yield _said(dataset, _SD + "namedGraph", entry)
    yield _typed(entry, _SD + "NamedGraph")
    yield _said(entry, _SD + "name", name)
    yield _said(entry, _SD + "graph", graph)
    yield _typed(graph, _SD + "Graph")
    yield _said(graph, _VOID + "triples", _number(triples))


def _formats() -> Iterator[str]:
    for media in dict.fromkeys(RESULTS.values()):
        found = QueryResultsFormat.from_media_type(media)
        assert found is not None  # all of the table are the engine's
        yield found.iri
    for media in dict.fromkeys(RDF.values()):
        yield _rdf(media).iri


def _rdf(media: str) -> RdfFormat:
    found = RdfFormat.from_media_type(media)
    assert found is not None  # all of the table are the engine's
    return found


def _typed(subject: _Node, kind: str) -> Triple:
    return _said(subject, _RDF + "type", NamedNode(kind))


def _said(subject: _Node, predicate: str, value: _Node | Literal) -> Triple:
    return Triple(subject, NamedNode(predicate), value)


def _number(count: int) -> Literal:
    return Literal(str(count), datatype=NamedNode(_XSD + "integer"))
