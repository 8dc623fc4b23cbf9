"""A claim as a Web Annotation: the selectors find the words, the provenance tells who and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import pytest
from pyoxigraph import Literal, NamedNode

from graph.errors import NotFound
from graph.lineage.claims import ClaimsAsked, ReviewState, claims_on_review
from graph.linked.annotation import OA, PROV, AnnotatedClaim, annotated, annotation_triples
from graph.linked.description import AGENT
from graph.model import ClaimOnReview, Correction, Verdict
from graph.rdf import address_of
from graph.reviewing import decide
from graph.store.memory import MemoryStore
from graph.store.protocol import Store
from ontology import terms as cas
from tests.graph.corpus import CORPUS, NAME, REPORT
from tests.graph.reviewed import EDGE, OF_ONE, ONE, A, C, bring, decision

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
Told = Mapping[str, Mapping[str, list[str]]]


def told(claim: AnnotatedClaim) -> Told:
    """Return the triples of a claim by subject and property, ends as texts."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in annotation_triples(claim):
        assert isinstance(triple.subject, NamedNode)
        assert isinstance(triple.object, NamedNode | Literal)
        found[triple.subject.value][triple.predicate.value].append(triple.object.value)
    return found


@pytest.fixture(scope="session")
def claims(text_store: Store) -> tuple[ClaimOnReview, ...]:
    with text_store.read() as reader:
        asked = ClaimsAsked(ReviewState.ALL, source=REPORT, limit=500)
        return claims_on_review(reader, asked)


def test_selectors_of_every_claim_find_its_words(
    text_store: Store, claims: tuple[ClaimOnReview, ...]
) -> None:
    text = (CORPUS / f"{NAME}.txt").read_text(encoding="utf-8")
    assert len(claims) > 50
    refined = 0
    with text_store.read() as reader:
        for shown in claims:
            said = told(annotated(reader, text_store.texts, shown.claim))
            (target,) = said[shown.claim][OA + "hasTarget"]
            assert said[target][OA + "hasSource"] == [REPORT]
            quote, position = said[target][OA + "hasSelector"]
            (start,), (end,) = (said[position][OA + name] for name in ("start", "end"))
            (exact,) = said[quote][OA + "exact"]
            assert exact == text[int(start) : int(end)]
            around = "".join(said[quote].get(OA + "prefix", [])), exact
            assert text.count("".join(around)) == 1
            for words in said[position].get(OA + "refinedBy", []):
                refined += 1
                first, last = (int(said[words][OA + name][0]) for name in ("start", "end"))
                assert exact[first:last]
                assert shown.start == int(start) + first
    assert refined > 20


def test_a_claim_tells_who_read_it_where_and_when(
    text_store: Store, claims: tuple[ClaimOnReview, ...]
) -> None:
    shown = claims[0]
    with text_store.read() as reader:
        claim = annotated(reader, text_store.texts, shown.claim)
    said = told(claim)
    (activity,) = said[shown.claim][PROV + "wasGeneratedBy"]
    assert activity.startswith(f"{REPORT}#reading-")
    assert said[activity][PROV + "used"] == [REPORT]
    assert said[activity][PROV + "wasAssociatedWith"] == [AGENT]
    assert said[activity][PROV + "endedAtTime"] == said[shown.claim][cas.recorded]
    assert said[REPORT][cas.checksum] == [claim.checksum]
    assert claim.checksum is not None
    body = said[said[shown.claim][OA + "hasBody"][0]]
    for part in ("subject", "predicate", "object"):
        assert body[RDF + part] == said[shown.claim][RDF + part]
    assert PROV + "wasInfluencedBy" not in said[shown.claim]


@pytest.fixture
def small() -> MemoryStore:
    made = MemoryStore()
    bring(made, ONE, OF_ONE)
    return made


def test_a_row_of_the_register_is_its_own_evidence(small: MemoryStore) -> None:
    with small.read() as reader:
        said = told(annotated(reader, small.texts, address_of(EDGE)))
    assert said[address_of(EDGE)][OA + "hasTarget"] == [EDGE.evidence]
    assert not any(name.startswith(OA + "exact") for one in said.values() for name in one)


def test_a_correction_stands_beside_what_was_said(small: MemoryStore) -> None:
    correction = Correction(A, cas.basedOn, C)
    decide(small, decision(EDGE, Verdict.CORRECTED, correction))
    address = address_of(EDGE)
    with small.read() as reader:
        said = told(annotated(reader, small.texts, address))
    (review,) = said[address][PROV + "wasInfluencedBy"]
    assert said[review][cas.verdict] == ["corrected"]
    (reviewer,) = said[review][PROV + "wasAssociatedWith"]
    assert said[reviewer]["http://xmlns.com/foaf/0.1/name"] == ["Lan"]
    (made,) = said[review][PROV + "generated"]
    assert said[made][RDF + "object"] == [C]
    assert said[made][PROV + "wasRevisionOf"] == said[address][OA + "hasBody"]
    assert said[address][RDF + "object"] != [C]


def test_what_a_source_no_longer_says_tells_since_when(small: MemoryStore) -> None:
    bring(small, ONE, OF_ONE[1:])
    with small.read() as reader:
        said = told(annotated(reader, small.texts, address_of(EDGE)))
    assert said[address_of(EDGE)][PROV + "invalidatedAtTime"]


def test_an_unknown_claim_is_told_so(small: MemoryStore) -> None:
    with small.read() as reader, pytest.raises(NotFound):
        annotated(reader, small.texts, f"{cas.DATA}claim/0")
