"""Short names say the same as the triples, and nobody has to fetch anything to read them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from api.jsonld import PREFIXES, compacted, context
from ontology.terms import DATA, ONTOLOGY

ROOT = f"{DATA}claim/1"
_IRIS = st.sampled_from(
    [
        ROOT,
        f"{ROOT}#part",
        f"{DATA}body/x",
        f"{ONTOLOGY}Body",
        "https://example.org/a b".replace(" ", "%20"),
        *(f"{PREFIXES['oa']}{name}" for name in ("Annotation", "describing", "other")),
    ]
)
_PREDICATES = st.sampled_from(
    [
        f"{PREFIXES['rdf']}type",
        f"{ONTOLOGY}issuedBy",
        f"{ONTOLOGY}number",
        "https://example.org/p",
        *(f"{PREFIXES['oa']}{name}" for name in ("hasBody", "hasSource", "start", "exact")),
        f"{PREFIXES['oa']}motivatedBy",
    ]
)
_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
_LITERALS = st.one_of(
    _TEXTS.map(Literal),
    _TEXTS.map(lambda text: Literal(text, language="vi")),
    st.integers(0, 99).map(
        lambda n: Literal(str(n), datatype=NamedNode(f"{PREFIXES['xsd']}nonNegativeInteger"))
    ),
    st.just(Literal("2024-12", datatype=NamedNode(f"{PREFIXES['xsd']}gYearMonth"))),
    st.just(Literal("x", datatype=NamedNode("https://example.org/kind"))),
)


def _triple(subject: str, predicate: str, value: NamedNode | Literal) -> Triple:
    return Triple(NamedNode(subject), NamedNode(predicate), value)


def _sensible(triple: Triple) -> bool:
    """Tell whether a type or a motive is an address, as they are in RDF that anyone reads."""
    names = triple.predicate.value.endswith(("type", "motivatedBy"))
    return isinstance(triple.object, NamedNode) or not names


_TRIPLES = st.builds(
    _triple, _IRIS, _PREDICATES, st.one_of(_IRIS.map(NamedNode), _LITERALS)
).filter(_sensible)


@given(st.lists(_TRIPLES, min_size=1, max_size=12, unique=True), st.booleans())
def test_short_names_say_what_the_triples_say(triples: list[Triple], nested: bool) -> None:
    said = json.dumps(compacted(triples, ROOT, nested=nested), ensure_ascii=False)
    read = {quad.triple for quad in parse(said.encode(), RdfFormat.JSON_LD)}
    assert read == set(triples)


def test_the_context_that_is_served_covers_every_short_name() -> None:
    triples = [
        _triple(ROOT, f"{PREFIXES['oa']}hasSource", NamedNode(f"{DATA}source/x")),
        _triple(ROOT, f"{ONTOLOGY}issuedBy", NamedNode(f"{DATA}body/x")),
    ]
    said = compacted(triples, ROOT)
    used = said["@context"]
    assert {name: context()[name] for name in used} == used
    whole = json.dumps(said | {"@context": context()}).encode()
    assert {quad.triple for quad in parse(whole, RdfFormat.JSON_LD)} == set(triples)


@pytest.mark.parametrize("name", ["cas:issuedBy", "body", "source"])
def test_addresses_may_be_written_as_plain_strings(name: str) -> None:
    said = {"@context": context(), "id": ROOT, name: f"{DATA}body/x"}
    (quad,) = parse(json.dumps(said).encode(), RdfFormat.JSON_LD)
    assert quad.object == NamedNode(f"{DATA}body/x")
