"""Evidence read together is what the graphs of the sources say, claim by claim."""

from __future__ import annotations

from collections import defaultdict

from pyoxigraph import NamedNode

from graph.lineage.evidence import evidence_of
from graph.lineage.facts import Facts
from graph.model import Claim, Evidence
from graph.rdf import address_of, read_claims
from graph.store.protocol import Reader
from ontology import terms as cas

_DOCUMENT = f"{cas.DATA}document/"


def _plainly(reader: Reader) -> dict[tuple[str, str], set[tuple[object, ...]]]:
    """Return what standing claims relate documents, read graph by graph."""
    found: dict[tuple[str, str], set[tuple[object, ...]]] = defaultdict(set)
    for graph in reader.graphs():
        for claim, standing in read_claims(reader.quads(graph=NamedNode(graph)), {}):
            ends = claim.subject, claim.object
            of_documents = all(str(end).startswith(_DOCUMENT) for end in ends)
            counts = standing.withdrawn is None and not claim.declined
            if of_documents and counts and isinstance(claim.object, str):
                found[claim.subject, claim.object].add(_of_claim(reader, claim))
    return found


def _of_claim(reader: Reader, claim: Claim) -> tuple[object, ...]:
    row = NamedNode(claim.evidence)
    places = [quad.object for quad in reader.quads(row, NamedNode(cas.address))]
    return (
        address_of(claim),
        claim.source,
        claim.modality,
        claim.inference,
        claim.certainty,
        claim.part,
        tuple(sorted(str(getattr(place, "value", "")) for place in places)),
    )


def _of_evidence(one: Evidence) -> tuple[object, ...]:
    return (
        one.claim,
        one.source,
        one.modality,
        one.inference,
        one.certainty,
        one.part,
        one.places,
    )


def test_links_read_together_have_the_evidence_of_every_claim(reader: Reader) -> None:
    """All relations between documents of the register, in a few questions."""
    expected, facts = _plainly(reader), Facts(reader)
    assert len(expected) > 100
    facts.read_links(expected)
    for link, claims in expected.items():
        assert {_of_evidence(one) for one in evidence_of(facts, *link)} == claims


def test_a_link_that_nobody_claims_has_no_evidence(reader: Reader) -> None:
    """Neither when it is asked for alone nor among others."""
    facts, known = Facts(reader), next(iter(_plainly(reader)))
    turned = known[1], known[0]
    facts.read_links([known, turned])
    assert evidence_of(facts, *turned) == ()
    assert evidence_of(facts, *known) != ()
    assert evidence_of(Facts(reader), *turned) == ()


def test_subjects_and_names_read_together_are_those_read_alone(reader: Reader) -> None:
    """Also where a thing has no fact, or no name."""
    known = list(dict.fromkeys(end for link in _plainly(reader) for end in link))
    wanted = [*known, f"{cas.DATA}document/tw/nq/9999/xiii"]
    together, alone = Facts(reader), Facts(reader)
    together.read_subjects(wanted)
    assert [together.of(iri) for iri in wanted] == [alone.of(iri) for iri in wanted]
    together, alone = Facts(reader), Facts(reader)
    together.read_labels(wanted)
    assert [together.label(iri) for iri in wanted] == [alone.label(iri) for iri in wanted]
