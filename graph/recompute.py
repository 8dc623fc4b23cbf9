"""Facts and entailments of the subjects that a change of claims touches, and of no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from pyoxigraph import DefaultGraph, NamedNode, Quad

from graph.entail import defined_classes, inverses, touched_by
from graph.facts import Triple, facts_about
from graph.model import Claim, Verification
from graph.rdf import fact_quads, node, term, value_of
from graph.review import Decisions, decisions_in
from graph.store.graphs import ENTAILED
from graph.store.protocol import Change, Reader
from ontology import terms as cas

_FACTS = DefaultGraph()
_ENTAILED = NamedNode(ENTAILED)
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

Facts = Mapping[str, frozenset[Triple]]


def recompute(
    reader: Reader,
    subjects: Iterable[str],
    claims: Iterable[Claim],
    replaced: frozenset[str],
    decisions: Decisions | None = None,
    parents_after: Mapping[str, str | None] = MappingProxyType({}),
) -> Change:
    """Return what changes among facts and entailments.

    Parameters
    ----------
    reader : the store before the change.
    subjects : the subjects whose claims change.
    claims : the standing claims of the sources that are read anew.
    replaced : those sources; their claims in the store no longer count.
    decisions : what reviewers decided, as it shall be; None: as the store has it.
    parents_after : bodies whose parent the change settles otherwise than by `claims`.
    """
    decided = decisions_in(reader) if decisions is None else decisions
    new_claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in decided.effective(claims):
        new_claims[claim.subject].append(claim)
    parents = _Parents(reader, new_claims, parents_after)
    ratings: dict[str, Verification] = {}
    touched = set(subjects) | _issued_by_moved(reader, subjects, parents)
    old = {subject: _stored_facts(reader, subject) for subject in touched}
    new = {
        subject: facts_about(
            subject,
            (*new_claims.get(subject, ()), *decided.about(reader, subject, replaced, ratings)),
            parents,
        )
        for subject in touched
    }
    return _join(_fact_change(old, new), _entailed_change(reader, old, new))


def _stored_facts(reader: Reader, subject: str) -> frozenset[Triple]:
    return frozenset(
        (subject, quad.predicate.value, value_of(quad.object))
        for quad in reader.quads(subject=NamedNode(subject), graph=_FACTS)
    )


def parents_in(reader: Reader) -> dict[str, str]:
    """Return body -> the body above it, as the facts have it."""
    return {
        quad.subject.value: quad.object.value
        for quad in reader.quads(predicate=NamedNode(cas.parent), graph=_FACTS)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }


def _issued_by_moved(reader: Reader, subjects: Iterable[str], parents: _Parents) -> set[str]:
    """Return the documents of bodies that come under another body: disputes may change."""
    moved: set[str] = set()
    for body in parents.claimed.intersection(subjects):
        above = {
            q.object for q in reader.quads(NamedNode(body), NamedNode(cas.parent), None, _FACTS)
        }
        claimed = parents.get(body)
        if above != ({NamedNode(claimed)} if claimed else set()):
            issued = reader.quads(predicate=NamedNode(cas.issuedBy), object=NamedNode(body))
            moved |= {q.subject.value for q in issued if isinstance(q.subject, NamedNode)}
    return moved


def _fact_change(old: Facts, new: Facts) -> Change:
    removed: list[Quad] = []
    added: list[Quad] = []
    for subject in old:
        removed += fact_quads(sorted(old[subject] - new[subject], key=repr))
        added += fact_quads(sorted(new[subject] - old[subject], key=repr))
    return Change(tuple(removed), tuple(added))


def _entailed_change(reader: Reader, old: Facts, new: Facts) -> Change:
    before = _Overlay(reader, {})
    after = _Overlay(reader, new)
    changed = [fact for subject in old for fact in old[subject] ^ new[subject]]
    documents = touched_by(changed, before) | touched_by(changed, after)
    removed: set[Quad] = set()
    added: set[Quad] = set()
    for subject in old:
        removed |= _entailed_quads(inverses(old[subject] - new[subject]))
        added |= _entailed_quads(inverses(new[subject] - old[subject]))
    for document in documents:
        stored = set(reader.quads(NamedNode(document), _TYPE, None, _ENTAILED))
        wanted = _entailed_quads(defined_classes(document, after))
        removed |= stored - wanted
        added |= wanted - stored
    return Change(tuple(removed), tuple(added))


def _entailed_quads(facts: Iterable[Triple]) -> set[Quad]:
    return {Quad(NamedNode(s), node(p), term(value), _ENTAILED) for s, p, value in facts}


def _join(one: Change, other: Change) -> Change:
    return Change((*one.removed, *other.removed), (*one.added, *other.added))


class _Parents(Mapping[str, str]):
    """Body -> the body above it, from the new claims and the store; looked up when asked for."""

    def __init__(
        self,
        reader: Reader,
        claims: Mapping[str, list[Claim]],
        settled: Mapping[str, str | None],
    ) -> None:
        self._reader = reader
        claimed: dict[str, str | None] = {
            claim.subject: claim.object
            for about in claims.values()
            for claim in about
            if claim.predicate == cas.parent and isinstance(claim.object, str)
        }
        claimed.update(settled)
        self.claimed = frozenset(claimed)
        self._known = claimed

    def __getitem__(self, body: str) -> str:
        if body not in self._known:
            self._known[body] = self._stored(body)
        above = self._known[body]
        if above is None:
            raise KeyError(body)
        return above

    def __iter__(self) -> Iterator[str]:
        return (body for body in {**parents_in(self._reader), **self._known} if body in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _stored(self, body: str) -> str | None:
        found = self._reader.quads(NamedNode(body), NamedNode(cas.parent), None, _FACTS)
        above = [quad.object.value for quad in found if isinstance(quad.object, NamedNode)]
        return above[-1] if above else None


@dataclass
class _Overlay:
    """The facts of the store with those of some subjects replaced (`entail.Neighbours`)."""

    reader: Reader
    facts: Facts
    _into: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for about in self.facts.values():
            for subject, predicate, value in about:
                if isinstance(value, str):
                    self._into[value, predicate].add(subject)

    def outgoing(self, subject: str, predicate: str) -> frozenset[str]:
        if subject in self.facts:
            return frozenset(
                value
                for _, named, value in self.facts[subject]
                if named == predicate and isinstance(value, str)
            )
        found = self.reader.quads(NamedNode(subject), NamedNode(predicate), None, _FACTS)
        return frozenset(q.object.value for q in found if isinstance(q.object, NamedNode))

    def incoming(self, value: str, predicate: str) -> frozenset[str]:
        found = self.reader.quads(None, NamedNode(predicate), NamedNode(value), _FACTS)
        stored = {q.subject.value for q in found if isinstance(q.subject, NamedNode)}
        kept = {subject for subject in stored if subject not in self.facts}
        return frozenset(kept | self._into.get((value, predicate), set()))
