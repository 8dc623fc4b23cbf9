"""What was known on a day: dates and relations as the claims recorded by then support them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pyoxigraph import NamedNode

from graph.days import end_of
from graph.facts import facts_about
from graph.lineage.evidence import evidence_of
from graph.lineage.facts import Facts
from graph.model import Evidence, Literal, Modality
from graph.review import Decisions, decisions_in

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SUBJECT = NamedNode(_RDF + "subject")
_PREDICATE = NamedNode(_RDF + "predicate")
_OBJECT = NamedNode(_RDF + "object")


@dataclass(frozen=True)
class Known:
    """The facts, of now or as they were known at the end of a day.

    Parameters
    ----------
    facts : facts of the store.
    on : the day up to whose end claims count; None for all that is known.
    """

    facts: Facts
    on: date | None = None

    def of(self, subject: str) -> dict[str, list[str | Literal]]:
        """Return every fact of a subject by property; empty when nothing was known of it."""
        if self.on is None:
            return self.facts.of(subject)
        end = end_of(self.on)
        claims = self._decided.about(self.facts.reader, subject, frozenset(), at=end)
        found: dict[str, list[str | Literal]] = {}
        for _, predicate, value in facts_about(subject, claims, {}):
            found.setdefault(predicate, []).append(value)
        return found

    def subjects(self, predicate: str, value: str) -> list[str]:
        """Return the subjects of a relation to a thing, sorted."""
        if self.on is None:
            return self.facts.subjects(predicate, value)
        reader = self.facts.reader
        told = {
            quad.object.value
            for claim in reader.quads(None, _OBJECT, NamedNode(value), None)
            if any(reader.quads(claim.subject, _PREDICATE, NamedNode(predicate), claim.graph_name))
            for quad in reader.quads(claim.subject, _SUBJECT, None, claim.graph_name)
            if isinstance(quad.object, NamedNode)
        }
        told |= self._corrected_to(predicate, value)
        return sorted(one for one in told if value in self.of(one).get(predicate, ()))

    @cached_property
    def _decided(self) -> Decisions:
        """Return what reviewers had decided by the end of the day."""
        assert self.on is not None
        return decisions_in(self.facts.reader).until(end_of(self.on))

    def _corrected_to(self, predicate: str, value: str) -> set[str]:
        """Return the subjects that corrections, whatever their claims say, relate to a thing."""
        found = (one.correction for one in self._decided.by_claim.values())
        meant = (predicate, value)
        return {one.subject for one in found if one and (one.predicate, one.object) == meant}

    def evidence(self, subject: str, value: str, predicates: Iterable[str]) -> tuple[Evidence, ...]:
        """Return what supports a relation that is a fact: what a source says was done."""
        at = end_of(self.on) if self.on is not None else None
        found = evidence_of(self.facts, subject, value, predicates, at=at)
        return tuple(one for one in found if one.modality is Modality.DONE)
