"""Names of things in both languages, and to which source's graph an address belongs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import DefaultGraph, NamedNode
from pyoxigraph import Literal as RdfLiteral

from graph.errors import Text
from graph.store.graphs import SOURCE_PREFIX
from graph.store.protocol import Reader
from graph.vocabulary import ONTOLOGY_GRAPH
from ontology import terms as cas

FACTS = DefaultGraph()
VOCABULARY = NamedNode(ONTOLOGY_GRAPH)
_NAMES = tuple(
    NamedNode(name)
    for name in (
        "http://www.w3.org/2000/01/rdf-schema#label",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
    )
)
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#: By what a thing without a label is called, by the kind that stands in its address.
_PARTS = {
    "tenure": (cas.holder, cas.post, cas.body),
    "result": (cas.value, cas.unitOfMeasure, cas.aboutBody),
    "claim": (f"{_RDF}subject", f"{_RDF}predicate", f"{_RDF}object"),
}
_OF_SOURCES = (cas.rowKey, cas.quote)
_LONGEST = 90  # characters of a key or a quote that stands for a name


@dataclass(frozen=True, slots=True)
class NamedThing:
    """An address with what it is called."""

    iri: str
    name: Text


class Names:
    """The names of things, each looked up once.

    Parameters
    ----------
    reader : one generation of the store.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[str, Text | None] = {}

    def told(self, iri: str) -> Text | None:
        """Return what a thing is called, None where nothing says so.

        One language stands for the other where only one is known.
        """
        if iri not in self._known:
            found = {language: text for text, language in reversed(self.labels(iri))}
            vi = found.get("vi") or next(iter(found.values()), None)
            self._known[iri] = Text(vi, found.get("en") or vi) if vi else None
        return self._known[iri]

    def labels(self, iri: str) -> list[tuple[str, str]]:
        """Return the labels that are stated of a thing, each with its language."""
        if iri in cas.LABELS:
            return list(zip(cas.LABELS[iri], ("vi", "en"), strict=True))
        return [
            (quad.object.value, quad.object.language)
            for graph in (FACTS, VOCABULARY)
            for predicate in _NAMES
            for quad in self._reader.quads(NamedNode(iri), predicate, None, graph)
            if isinstance(quad.object, RdfLiteral) and quad.object.language
        ]

    def shown(self, iri: str) -> Text:
        """Return what a thing is called, else what tells it from others of its kind.

        A tenure is called by person, post and body, a row by its key, a sentence by its words, a
        claim by what it states; anything else by the end of its address.
        """
        if (name := self.told(iri)) is not None:
            return name
        composed = self._composed(iri)
        if composed is not None:
            self._known[iri] = composed
            return composed
        return Text(*(_short(iri),) * 2)

    def _composed(self, iri: str) -> Text | None:
        kind = iri.removeprefix(cas.DATA).partition("/")[0]
        ends = _PARTS.get(kind) if source_of(iri) is None else _OF_SOURCES
        if ends is None:
            return None
        parts = [part for end in ends for part in self._ends(iri, end)]
        return (
            Text(*(" ".join(part.within(one) for part in parts) for one in ("vi", "en")))
            if (parts)
            else None
        )

    def _ends(self, iri: str, predicate: str) -> Iterator[Text]:
        """Yield what stands at the other end of a property, the first of them only."""
        for quad in islice(self._reader.quads(NamedNode(iri), NamedNode(predicate)), 1):
            if isinstance(quad.object, NamedNode) and quad.object.value != iri:
                yield self.told(quad.object.value) or Text(*(_short(quad.object.value),) * 2)
            elif isinstance(quad.object, RdfLiteral):
                yield Text(*(_cut(quad.object.value),) * 2)


def _short(iri: str) -> str:
    return iri.removeprefix(cas.DATA).removeprefix(cas.ONTOLOGY)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def source_of(iri: str) -> str | None:
    """Return the source in whose graph a thing stands: of a source, a row of it or a sentence."""
    if not iri.startswith(SOURCE_PREFIX):
        return None
    return SOURCE_PREFIX + iri.removeprefix(SOURCE_PREFIX).partition("/")[0]
