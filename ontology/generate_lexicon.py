"""The text of `lexicon.py`, made from the SKOS schemes in `vocab/`.

A concept without a label or a notation that its table needs raises KeyError naming both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import astuple, fields
from typing import TypeAlias, TypeVar

from rdflib import RDF, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from ontology.entries import Code, Cue, DocumentType, IssuerCode, Post
from ontology.generate_terms import DATA, ONTOLOGY
from ontology.layout import bracketed, quoted

Entry: TypeAlias = DocumentType | IssuerCode | Post | Code | Cue
_Row = TypeVar("_Row")

_LEVELS = ("central", "ministry", "province", "district", "commune", "grassroots")
_HEAD = '''"""The vocabularies as frozen tables, for code that reads and writes Vietnamese texts.

Generated from `ontology/vocab/*.ttl` by `scripts/make_terms.py`; do not edit.
"""

from __future__ import annotations

from typing import Final

from ontology.entries import Code, Cue, DocumentType, IssuerCode, Post
'''


class Concept:
    """One concept of the graph, read property by property."""

    def __init__(self, graph: Graph, node: Node) -> None:
        self.graph = graph
        self.node = node
        self.iri = str(node)

    def values(self, predicate: str) -> tuple[str, ...]:
        """Return all values as text, sorted."""
        return tuple(sorted(str(o) for o in self.graph.objects(self.node, URIRef(predicate))))

    def get(self, predicate: str) -> str | None:
        """Return the value as text, None where there is none."""
        return next(iter(self.values(predicate)), None)

    def need(self, predicate: str) -> str:
        """Return the value as text; raise KeyError where there is none."""
        value = self.get(predicate)
        if value is None:
            raise KeyError(f"{self.iri}: no {predicate}")
        return value

    def label(self, language: str) -> str:
        """Return the preferred label in a language; raise KeyError where there is none."""
        for label in self.graph.objects(self.node, SKOS.prefLabel):
            if isinstance(label, Literal) and label.language == language:
                return str(label)
        raise KeyError(f"{self.iri}: no label in {language}")

    def level(self) -> str:
        """Return the code of the level."""
        return self.need(ONTOLOGY + "level").rsplit("/", 1)[-1]

    def true(self, predicate: str) -> bool:
        """Tell whether the value is true."""
        return self.need(predicate) == "true"


def render_lexicon(graph: Graph) -> str:
    """Return the text of `lexicon.py` for the vocabularies in `graph`."""
    codes = sorted(_rows(graph, "codes", _issuer_code), key=_central_first)
    parts = [
        _HEAD,
        _table("DOCUMENT_TYPES", "DocumentType", _rows(graph, "types", _document_type)),
        _table("ISSUER_CODES", "IssuerCode", codes),
        _table("POSTS", "Post", _rows(graph, "posts", _post)),
    ]
    for name in ("levels", "confidence", "certainty", "modality", "inference"):
        listed = sorted(_rows(graph, name, _code), key=lambda row: row.rank)
        parts.append(_table(name.upper(), "Code", listed))
    parts.append(_table("CUES", "Cue", _rows(graph, "cues", _cue)))
    return "\n".join(parts)


def _rows(graph: Graph, scheme: str, made: Callable[[Concept], _Row]) -> list[_Row]:
    node = URIRef(f"{DATA}scheme/{scheme}")
    if (node, RDF.type, SKOS.ConceptScheme) not in graph:
        raise KeyError(f"{node}: no such scheme")
    members = sorted(graph.subjects(SKOS.inScheme, node), key=str)
    return [made(Concept(graph, member)) for member in members]


def _document_type(concept: Concept) -> DocumentType:
    return DocumentType(
        iri=concept.iri,
        class_iri=concept.need(ONTOLOGY + "documentClass"),
        vi=concept.label("vi"),
        en=concept.label("en"),
        system=concept.need(ONTOLOGY + "system"),
        abbreviation=concept.get(SKOS.notation),
        variants=concept.values(SKOS.altLabel),
        normative=concept.true(ONTOLOGY + "normative"),
        valid_from=concept.get(ONTOLOGY + "validFrom"),
        valid_to=concept.get(ONTOLOGY + "validTo"),
    )


def _issuer_code(concept: Concept) -> IssuerCode:
    return IssuerCode(
        iri=concept.iri,
        code=concept.need(SKOS.notation),
        variants=concept.values(SKOS.altLabel),
        vi=concept.label("vi"),
        en=concept.label("en"),
        series=concept.need(ONTOLOGY + "series"),
        system=concept.need(ONTOLOGY + "system"),
        level=concept.level(),
        valid_from=concept.get(ONTOLOGY + "validFrom"),
        valid_to=concept.get(ONTOLOGY + "validTo"),
    )


def _post(concept: Concept) -> Post:
    return Post(
        iri=concept.iri,
        vi=concept.label("vi"),
        en=concept.label("en"),
        synonyms=concept.values(SKOS.altLabel),
        body=concept.need(ONTOLOGY + "bodyPattern"),
        system=concept.need(ONTOLOGY + "system"),
        level=concept.level(),
        rank=int(concept.need(ONTOLOGY + "rank")),
    )


def _code(concept: Concept) -> Code:
    return Code(
        iri=concept.iri,
        code=concept.need(SKOS.notation),
        vi=concept.label("vi"),
        en=concept.label("en"),
        rank=int(concept.need(ONTOLOGY + "rank")),
        phrases=_longest_first(concept.values(SKOS.altLabel)),
    )


def _cue(concept: Concept) -> Cue:
    return Cue(
        iri=concept.iri,
        relation=concept.need(ONTOLOGY + "relation"),
        vi=concept.label("vi"),
        en=concept.label("en"),
        inverted=concept.true(ONTOLOGY + "inverted"),
        phrases=_longest_first(concept.values(SKOS.altLabel)),
        misspelt=_longest_first(concept.values(SKOS.hiddenLabel)),
    )


def _longest_first(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


def _central_first(row: IssuerCode) -> tuple[int, str]:
    """Order codes from the Centre down: where spellings meet, the higher body stands first."""
    return _LEVELS.index(row.level), row.iri


def _table(name: str, kind: str, rows: Iterable[Entry]) -> str:
    body = "".join(_row(kind, row) for row in rows)
    return f"{name}: Final[tuple[{kind}, ...]] = (\n{body})\n"


def _row(kind: str, row: Entry) -> str:
    named = zip((field.name for field in fields(row)), astuple(row), strict=True)
    return f"    {kind}(\n" + "".join(_argument(*pair) + "\n" for pair in named) + "    ),\n"


def _argument(name: str, value: object) -> str:
    if isinstance(value, tuple):
        return bracketed(f"{name}=", map(quoted, value), indent=8)
    text = quoted(value) if isinstance(value, str) else repr(value)
    return f"        {name}={text},"
