"""The text of `terms.py`, made from `cascade.ttl`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.term import Node

from ontology.layout import bracketed, quoted

ONTOLOGY = "https://w3id.org/cascade-vn/ontology#"
DATA = "https://w3id.org/cascade-vn/id/"

_PROPERTY_KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
_HEAD = '''"""The terms of the ontology as constants, one per term, and tables derived from it.

Generated from `ontology/cascade.ttl` by `scripts/make_terms.py`; do not edit.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ONTOLOGY: Final = "https://w3id.org/cascade-vn/ontology#"
DATA: Final = "https://w3id.org/cascade-vn/id/"
'''


def render_terms(graph: Graph) -> str:
    """Return the text of `terms.py` for the ontology in `graph`."""
    classes = _terms(graph, (OWL.Class,))
    properties = _terms(graph, _PROPERTY_KINDS)
    transitive = _terms(graph, (OWL.TransitiveProperty,))
    supers = _closure(graph, RDFS.subPropertyOf, properties, without=transitive)
    parts = [
        _HEAD,
        _constants("Classes", classes),
        _constants("Properties", properties),
        _listing("CLASSES", classes),
        _listing("PROPERTIES", properties),
        _listing("OBJECT_PROPERTIES", _terms(graph, (OWL.ObjectProperty,))),
        _listing("SINGLE_VALUED", _terms(graph, (OWL.FunctionalProperty,))),
        _listing("SYMMETRIC", _terms(graph, (OWL.SymmetricProperty,))),
        _mapping(
            "SUPER_PROPERTIES",
            supers,
            "Property -> all properties it entails, nearest first; without those that are never\n"
            "# stored because queries follow a path instead (`descendsFrom`).",
        ),
        _mapping(
            "SUPER_CLASSES",
            _closure(graph, RDFS.subClassOf, classes),
            "Class -> all classes above it, nearest first.",
        ),
        _inverses(graph),
        _labels(graph, (*classes, *properties)),
    ]
    return "\n".join(parts)


def _local(node: Node) -> str:
    return str(node).removeprefix(ONTOLOGY)


def _terms(graph: Graph, kinds: Iterable[Node]) -> tuple[str, ...]:
    found = {
        _local(subject)
        for kind in kinds
        for subject in graph.subjects(RDF.type, kind)
        if str(subject).startswith(ONTOLOGY)
    }
    return tuple(sorted(found))


def _closure(
    graph: Graph, link: URIRef, names: Iterable[str], *, without: tuple[str, ...] = ()
) -> Mapping[str, tuple[str, ...]]:
    closure = {}
    for name in names:
        above = tuple(n for n in _ascend(graph, link, name) if n not in without)
        if above and name not in without:
            closure[name] = above
    return closure


def _ascend(graph: Graph, link: URIRef, name: str) -> Iterator[str]:
    queue, seen = [name], {name}
    while queue:
        above = graph.objects(URIRef(ONTOLOGY + queue.pop(0)), link)
        for parent in sorted(_local(node) for node in above if isinstance(node, URIRef)):
            if parent not in seen:
                seen.add(parent)
                queue.append(parent)
                yield parent


def _constants(title: str, names: Iterable[str]) -> str:
    lines = [f"{name}: Final[str] = {quoted(ONTOLOGY + name)}" for name in names]
    return f"# {title}\n" + "\n".join(lines) + "\n"


def _listing(name: str, items: tuple[str, ...]) -> str:
    if len(items) == 1:  # as the formatter has it
        return f"{name}: Final[tuple[str, ...]] = ({items[0]},)\n"
    body = "".join(f"    {item},\n" for item in items)
    return f"{name}: Final[tuple[str, ...]] = (\n{body})\n"


def _mapping(name: str, table: Mapping[str, tuple[str, ...]], why: str) -> str:
    rows = "".join(f"{bracketed(f'{key}: ', table[key], indent=8)}\n" for key in table)
    return (
        f"# {why}\n{name}: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(\n"
        f"    {{\n{rows}    }}\n)\n"
    )


def _inverses(graph: Graph) -> str:
    pairs = sorted((_local(one), _local(two)) for one, two in graph.subject_objects(OWL.inverseOf))
    body = "".join(f"    ({one}, {two}),\n" for one, two in pairs)
    return (
        "# A property and its inverse, as declared; both ways hold.\n"
        f"INVERSES: Final[tuple[tuple[str, str], ...]] = (\n{body})\n"
    )


def _labels(graph: Graph, names: Iterable[str]) -> str:
    rows = []
    for name in sorted(names):
        said = {
            str(getattr(label, "language", "")): str(label)
            for label in graph.objects(URIRef(ONTOLOGY + name), RDFS.label)
        }
        row = bracketed(f"{name}: ", [quoted(said["vi"]), quoted(said["en"])], indent=8)
        rows.append(row + "\n")
    return (
        "# Term -> label in Vietnamese and in English.\n"
        "LABELS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(\n"
        f"    {{\n{''.join(rows)}    }}\n)\n"
    )
