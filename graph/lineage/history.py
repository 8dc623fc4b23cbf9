"""Claims over time: when each was recorded and, if it no longer stands, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode

from graph.lineage.evidence import Said, said_then
from graph.lineage.facts import Facts
from ontology import terms as cas

_SUBJECT = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")
_RECORDED, _WITHDRAWN = NamedNode(cas.recorded), NamedNode(cas.withdrawn)


@dataclass(frozen=True, slots=True)
class Recording:
    """What a claim says, with the moments at which it was recorded and withdrawn."""

    said: Said
    recorded: datetime
    withdrawn: datetime | None


def history_of(facts: Facts, subject: str) -> Iterator[Recording]:
    """Yield every claim about a subject, those that no longer stand among them."""
    for claim, source in _claims_about(facts, subject):
        recorded = _moment(facts, claim, source, _RECORDED)
        said = said_then(facts, claim, source, recorded) if recorded is not None else None
        if recorded is not None and said is not None:
            yield Recording(said, recorded, _moment(facts, claim, source, _WITHDRAWN))


def was_recorded_before(facts: Facts, subject: str, moment: datetime) -> bool:
    """Tell whether something had been recorded of a subject before a moment."""
    told = (
        _moment(facts, claim, source, _RECORDED) for claim, source in _claims_about(facts, subject)
    )
    return any(recorded is not None and recorded < moment for recorded in told)


def _claims_about(facts: Facts, subject: str) -> Iterator[tuple[NamedNode, NamedNode]]:
    for quad in facts.reader.quads(None, _SUBJECT, NamedNode(subject), None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.graph_name, NamedNode):
            yield quad.subject, quad.graph_name


def _moment(facts: Facts, claim: NamedNode, source: NamedNode, clock: NamedNode) -> datetime | None:
    found = facts.reader.quads(claim, clock, None, source)
    told = next((q.object.value for q in found if isinstance(q.object, RdfLiteral)), None)
    return datetime.fromisoformat(told) if told else None
