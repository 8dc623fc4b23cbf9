"""Facts and entailments of the subjects that a change of claims touches, and of no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from pyoxigraph import DefaultGraph, NamedNode, Quad

from graph.entail import defined_classes, inverses, touched_by
from graph.facts import Triple, facts_about
from graph.ledger import Ledger
from graph.model import Claim
from graph.rdf import fact_quads, node, term
from graph.resolve.identity import is_document
from graph.review import Decisions
from graph.store.graphs import ENTAILED
from graph.store.protocol import Change, Reader
from ontology import terms as cas

_FACTS = DefaultGraph()
_ENTAILED = NamedNode(ENTAILED)
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_TYPE = NamedNode(_RDF + "type")
_SUBJECT = NamedNode(_RDF + "subject")
_PREDICATE = NamedNode(_RDF + "predicate")
_OBJECT = NamedNode(_RDF + "object")

Facts = Mapping[str, frozenset[Triple]]


@dataclass
class Moves:
    """The claims that come and go in one change, by the subject that they speak of.

    Each as what it amounts to under the decisions of reviewers (`graph.review`).

    `touched` are the subjects whose facts may change; `private` those of them that no other source
    can speak of.
    """

    come: dict[str, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    gone: dict[str, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    touched: set[str] = field(default_factory=set)
    private: set[str] = field(default_factory=set)


def recompute(reader: Reader, moves: Moves, ledger: Ledger) -> Change:
    """Return what changes among facts and entailments; the ledger is as after the change.

    Parameters
    ----------
    reader : the store before the change.
    moves : the claims that come and go.
    ledger : what the claims about each subject came to before.
    """
    for subject in moves.touched:
        ledger.account(reader, subject, new=subject in moves.private)
    moving = moves.come.keys() | moves.gone.keys()
    counted = {subject for subject in moving if ledger.kept(reader, subject) is not None}
    for subject in counted:
        _count(reader, moves, ledger, subject)
    parents = _Parents(reader, _parents_moved(reader, moves, ledger))
    touched = moves.touched | _issued_by_moved(reader, parents, ledger.decisions(reader))
    for subject in touched - moves.touched - counted:
        ledger.account(reader, subject)
        _count(reader, moves, ledger, subject)
    old: dict[str, frozenset[Triple]] = {}
    new: dict[str, frozenset[Triple]] = {}
    for subject in touched:
        account = ledger.account(reader, subject)
        old[subject] = account.facts
        new[subject] = account.facts = facts_about(subject, account.support, parents)
        ledger.untell(old[subject] - new[subject])
    for subject in moves.private:
        ledger.forget(subject)
    return _join(_fact_change(old, new), _entailed_change(reader, old, new))


def _count(reader: Reader, moves: Moves, ledger: Ledger, subject: str) -> None:
    ledger.count(reader, subject, moves.gone.get(subject, ()), moves.come.get(subject, ()))


def parents_in(reader: Reader) -> dict[str, str]:
    """Return body -> the body above it, as the facts have it; of several the last by address."""
    found: dict[str, str] = {}
    for quad in reader.quads(predicate=NamedNode(cas.parent), graph=_FACTS):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            body, above = quad.subject.value, quad.object.value
            found[body] = max(found.get(body, above), above)
    return found


def _parents_moved(reader: Reader, moves: Moves, ledger: Ledger) -> dict[str, str | None]:
    """Return the bodies of whose parent other things are said now -> the one that follows."""
    claims = chain.from_iterable((*moves.come.values(), *moves.gone.values()))
    bodies = {claim.subject for claim in claims if claim.predicate == cas.parent}
    found: dict[str, str | None] = {}
    for body in bodies & moves.touched:
        account = ledger.kept(reader, body)
        facts = facts_about(body, account.support, {}) if account else ()
        above = (str(value) for _, predicate, value in facts if predicate == cas.parent)
        found[body] = max(above, default=None)
    return found


def _issued_by_moved(reader: Reader, parents: _Parents, decisions: Decisions) -> set[str]:
    """Return the documents of bodies that come under another body: disputes may change."""
    bodies = {body for body in parents.moved if parents.stored(body) != parents.get(body)}
    moved = {subject for body in bodies for subject in _said_to_issue(reader, body)}
    corrections = (one.correction for one in decisions.by_claim.values() if bodies)
    return moved | {
        one.subject
        for one in corrections
        if one is not None and one.predicate == cas.issuedBy and one.object in bodies
    }


def _said_to_issue(reader: Reader, body: str) -> Iterator[str]:
    """Yield the documents that some claim says a body issued, whether that is a fact or not."""
    for named in reader.quads(predicate=_OBJECT, object=NamedNode(body)):
        claim = named.subject
        if any(reader.quads(claim, _PREDICATE, NamedNode(cas.issuedBy), named.graph_name)):
            for told in reader.quads(claim, _SUBJECT, None, named.graph_name):
                if isinstance(told.object, NamedNode):
                    yield told.object.value


def _fact_change(old: Facts, new: Facts) -> Change:
    removed: list[Quad] = []
    added: list[Quad] = []
    for subject in old:
        removed += fact_quads(old[subject] - new[subject])
        added += fact_quads(new[subject] - old[subject])
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
    for document in filter(is_document, documents):
        unknown = not old.get(document, True)  # without facts there was nothing to entail
        stored = set() if unknown else _stored_classes(reader, document)
        wanted = _entailed_quads(defined_classes(document, after))
        removed |= stored - wanted
        added |= wanted - stored
    return Change(tuple(removed), tuple(added))


def _stored_classes(reader: Reader, document: str) -> set[Quad]:
    return set(reader.quads(NamedNode(document), _TYPE, None, _ENTAILED))


def _entailed_quads(facts: Iterable[Triple]) -> set[Quad]:
    return {Quad(NamedNode(s), node(p), term(value), _ENTAILED) for s, p, value in facts}


def _join(one: Change, other: Change) -> Change:
    return Change((*one.removed, *other.removed), (*one.added, *other.added))


class _Parents(Mapping[str, str]):
    """Body -> the body above it, after the change; from the store, looked up when asked for."""

    def __init__(self, reader: Reader, moved: Mapping[str, str | None]) -> None:
        self._reader = reader
        self.moved = frozenset(moved)
        self._known = dict(moved)

    def __getitem__(self, body: str) -> str:
        if body not in self._known:
            self._known[body] = self.stored(body)
        above = self._known[body]
        if above is None:
            raise KeyError(body)
        return above

    def __iter__(self) -> Iterator[str]:
        return (body for body in {**parents_in(self._reader), **self._known} if body in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def stored(self, body: str) -> str | None:
        """Return the body above one before the change."""
        found = self._reader.quads(NamedNode(body), NamedNode(cas.parent), None, _FACTS)
        above = (quad.object.value for quad in found if isinstance(quad.object, NamedNode))
        return max(above, default=None)


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
        found = self.reader.quads(NamedNode(subject), node(predicate), None, _FACTS)
        return frozenset(q.object.value for q in found if isinstance(q.object, NamedNode))

    def incoming(self, value: str, predicate: str) -> Iterator[str]:
        yield from self._into.get((value, predicate), ())
        for quad in self.reader.quads(None, node(predicate), NamedNode(value), _FACTS):
            if isinstance(quad.subject, NamedNode) and quad.subject.value not in self.facts:
                yield quad.subject.value
