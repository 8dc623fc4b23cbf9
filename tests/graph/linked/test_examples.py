"""Examples are statements of the store, of managed graphs alone."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from graph.linked.examples import examples
from graph.linked.names import NamedThing
from graph.linked.things import Words
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from ontology import terms as cas


def test_an_example_is_a_statement_of_the_store(reader: Reader) -> None:
    found = examples(reader)
    assert {cas.Document, cas.Body, cas.replaces, cas.issuedBy, cas.number} <= set(found)
    for iri in (cas.replaces, cas.issuedBy, cas.number):
        example = found[iri]
        value = example.value
        assert value is not None
        end: NamedNode | Literal = (
            NamedNode(value.iri)
            if isinstance(value, NamedThing)
            else Literal(value.text, language=value.language)
            if value.language
            else Literal(value.text)
        )
        assert any(reader.quads(NamedNode(example.subject.iri), NamedNode(iri), end))


def test_what_nobody_uses_has_no_example() -> None:
    with MemoryStore().read() as reader:
        assert examples(reader) == {}


def test_users_give_no_examples() -> None:
    mine = NamedNode("https://example.org/mine")
    forged = Quad(NamedNode("x:a"), NamedNode(cas.number), Literal("1"), mine)
    with MemoryStore([forged]).read() as reader:
        assert examples(reader) == {}


def test_a_plain_end_is_told_as_it_is() -> None:
    store = MemoryStore(
        [Quad(NamedNode("x:a"), NamedNode(cas.title), Literal("Về", language="vi"))]
    )
    with store.read() as reader:
        assert examples(reader)[cas.title].value == Words("Về", "vi")
