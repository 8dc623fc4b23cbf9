"""Whether a store is sound: shapes hold, and facts are just what the claims support."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, serialize

from graph.conforming import graph_to_judge
from graph.errors import Text
from graph.facts import facts_about
from graph.model import Claim
from graph.rdf import fact_quads
from graph.recompute import parents_in
from graph.review import decisions_in
from graph.sources import stored_source
from graph.store.graphs import SOURCE_PREFIX, graph_label, is_managed
from graph.store.protocol import Reader
from graph.vocabulary import ONTOLOGY_GRAPH
from ontology import terms as cas
from ontology.shapes import Severity, check_ntriples

_FACTS = DefaultGraph()

#: What is under way, how much of it is done, out of how much.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing in a store that a rule forbids (`grave`) or that looks doubtful.

    `rule` is the name of the rule, `place` the address of the thing, `value` what stands there;
    `graph` is the graph of a user that says so, None for what Cascade itself keeps.
    """

    rule: str
    place: str
    value: str | None
    grave: bool
    message: Text
    graph: str | None = None


def check(reader: Reader, progress: Progress | None = None) -> tuple[Flaw, ...]:
    """Return what is wrong with a store, grave flaws first.

    Parameters
    ----------
    reader : one generation of the store.
    progress : told what is under way.
    """
    tell = progress or _silent
    tell("shapes", 0, 3)
    flaws = [*_shapes(reader)]
    tell("graphs", 1, 3)
    flaws += _graphs_of_users(reader)
    tell("facts", 2, 3)
    flaws += _out_of_step(reader)
    tell("done", 3, 3)
    return tuple(sorted(flaws, key=lambda flaw: (not flaw.grave, flaw.rule, flaw.place)))


def _shapes(reader: Reader) -> Iterator[Flaw]:
    """Yield what the SHACL shapes find among facts and claims."""
    told = {quad.triple for quad in reader.quads() if _is_data(quad)}
    written = serialize(told, format=RdfFormat.N_TRIPLES) or b""
    for found in check_ntriples(written):
        grave = found.severity is Severity.VIOLATION
        yield Flaw(found.shape, found.focus, found.value, grave, Text(found.vi, found.en))


def _is_data(quad: Quad) -> bool:
    graph = graph_label(quad)
    return is_managed(graph or None) and graph != ONTOLOGY_GRAPH


def _graphs_of_users(reader: Reader) -> Iterator[Flaw]:
    """Yield what the shapes find in what users say in our terms, each graph by itself."""
    for graph in reader.graphs():
        judged = graph_to_judge(reader, graph) if not is_managed(graph) else None
        if judged is None:
            continue
        written = serialize(judged.triples, format=RdfFormat.N_TRIPLES) or b""
        for found in check_ntriples(written):
            if found.focus in judged.things:
                grave = found.severity is Severity.VIOLATION
                message = Text(found.vi, found.en)
                yield Flaw(found.shape, found.focus, found.value, grave, message, graph)


def _out_of_step(reader: Reader) -> Iterator[Flaw]:
    """Yield facts that no claim supports, and facts that claims support but that are missing."""
    claims = _claims(reader)
    parents = parents_in(reader)
    wanted = {
        quad
        for subject, about in claims.items()
        for quad in fact_quads(facts_about(subject, about, parents))
    }
    stored = {quad for quad in reader.quads(graph=_FACTS) if not _names_a_source(quad)}
    for quad in stored - wanted:
        yield _flaw(quad, Text("không phát biểu nào đỡ dữ kiện này", "no claim supports this fact"))
    for quad in wanted - stored:
        yield _flaw(quad, Text("dữ kiện này bị thiếu", "this fact is missing"))


def _claims(reader: Reader) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    decisions = decisions_in(reader)
    for graph in reader.graphs():
        if graph.startswith(SOURCE_PREFIX):
            for claim in decisions.effective(stored_source(reader, graph).standing):
                found[claim.subject].append(claim)
    return found


def _names_a_source(quad: Quad) -> bool:
    """Tell what is told of a source itself; what it mentions follows from its claims."""
    about_source = isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(
        SOURCE_PREFIX
    )
    return about_source and quad.predicate != NamedNode(cas.mentions)


def _flaw(quad: Quad, message: Text) -> Flaw:
    return Flaw("FactsFollowClaims", str(quad.subject), str(quad.triple), True, message)


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""
