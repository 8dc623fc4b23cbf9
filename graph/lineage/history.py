"""Claims over time: when each was recorded and, if it no longer stands, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode

from graph.lineage.evidence import Said, places_about, said_by
from graph.lineage.facts import Facts
from graph.lineage.stored import StoredClaim, stored_claims, text_of
from ontology import terms as cas

_RECORDED = NamedNode(cas.recorded)


@dataclass(frozen=True, slots=True)
class Recording:
    """What a claim says, with the moments at which it was recorded and withdrawn."""

    said: Said
    recorded: datetime
    withdrawn: datetime | None


def history_of(facts: Facts, subject: str) -> Iterator[Recording]:
    """Yield every claim about a subject, those that no longer stand among them."""
    for claim in stored_claims(facts.reader, places_about(facts, subject)).values():
        recorded = _moment(claim, cas.recorded)
        said = said_by(facts, claim, recorded) if recorded is not None else None
        if recorded is not None and said is not None:
            yield Recording(said, recorded, _moment(claim, cas.withdrawn))


def was_recorded_before(facts: Facts, subject: str, moment: datetime) -> bool:
    """Tell whether something had been recorded of a subject before a moment."""
    return any(
        datetime.fromisoformat(quad.object.value) < moment
        for claim, source in places_about(facts, subject)
        for quad in facts.reader.quads(NamedNode(claim), _RECORDED, None, NamedNode(source))
        if isinstance(quad.object, RdfLiteral)
    )


def _moment(claim: StoredClaim, clock: str) -> datetime | None:
    told = claim.properties.get(clock)
    return datetime.fromisoformat(text_of(told[0])) if told else None
