"""The three tests of the Service Description, which the suite gives in words only."""

from __future__ import annotations

from pathlib import Path

from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.term import Node

from tests.conformance.service import Service
from tests.conformance.suites import Outcome

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")


def service_description(service: Service, _: Path) -> Outcome:
    """Run the tests: RDF comes back, it names this endpoint, and it keeps to the vocabulary."""
    answer = service.ask("GET", "/sparql", headers={"accept": "text/turtle"})
    graph = Graph()
    returned = "" if answer.fine and answer.media_type == "text/turtle" else f"{answer.status}"
    if not returned:
        graph.parse(data=answer.body, format="turtle")
    named = list(graph.subjects(SD.endpoint, URIRef(service.sparql)))
    return Outcome(
        {
            "service-description/returns-rdf": returned,
            "service-description/has-endpoint-triple": "" if named else "no such triple",
            "service-description/conforms-to-schema": _nonconformity(graph, named),
        }
    )


def _nonconformity(graph: Graph, services: list[Node]) -> str:
    """Return what breaks the domains, ranges and cardinalities of the vocabulary."""
    checks = (
        (SD.defaultDataset, SD.Service, SD.Dataset),
        (SD.defaultGraph, SD.Dataset, SD.Graph),
        (SD.namedGraph, SD.Dataset, SD.NamedGraph),
        (SD.graph, SD.NamedGraph, SD.Graph),
    )
    for predicate, domain, kind in checks:
        for subject, value in graph.subject_objects(predicate):
            if (subject, RDF.type, domain) not in graph or (value, RDF.type, kind) not in graph:
                return f"{subject} {predicate} {value} is not between {domain} and {kind}"
    for service in graph.subjects(RDF.type, SD.Service):
        if len(list(graph.objects(service, SD.endpoint))) != 1:
            return f"{service} has not one endpoint"
        if not list(graph.objects(service, SD.supportedLanguage)):
            return f"{service} supports no language"
    for entry in graph.subjects(RDF.type, SD.NamedGraph):
        if len(list(graph.objects(entry, SD.name))) != 1:
            return f"{entry} has not one name"
    return "" if services else "there is no service"
