"""JSON-LD as people write it: short names, and the context in which they stand.

The context is ours and travels inside each answer, so that nobody has to fetch anything to read
one; `/context.jsonld` offers the whole of it to who writes JSON-LD for us. The keys of annotations
are those of the Web Annotation model (https://www.w3.org/TR/annotation-vocab/), so that programs
which read annotations by their keys read ours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from ontology.terms import OBJECT_PROPERTIES, ONTOLOGY

Json: TypeAlias = Any

_XSD = "http://www.w3.org/2001/XMLSchema#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
PREFIXES: Mapping[str, str] = {
    "cas": ONTOLOGY,
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xhv": "http://www.w3.org/1999/xhtml/vocab#",
    "xsd": _XSD,
}
#: Keys of the Web Annotation model; those of links hold addresses as plain strings.
_LINKS = {
    "body": "oa:hasBody",
    "target": "oa:hasTarget",
    "source": "oa:hasSource",
    "selector": "oa:hasSelector",
    "refinedBy": "oa:refinedBy",
}
_TEXTS = {"exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix"}
_COUNTS = {"start": "oa:start", "end": "oa:end"}
_CLASSES = ("Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector")
_COUNT = "xsd:nonNegativeInteger"


def context() -> Mapping[str, Json]:
    """Return every short name and what it stands for."""
    return (
        {"id": "@id", "type": "@type"}
        | dict(PREFIXES)
        | {name: f"oa:{name}" for name in _CLASSES}
        | {name: {"@id": iri, "@type": "@id"} for name, iri in _LINKS.items()}
        | dict(_TEXTS)
        | {name: {"@id": iri, "@type": _COUNT} for name, iri in _COUNTS.items()}
        | {
            "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
            "describing": "oa:describing",
        }
        | {name: {"@type": "@id"} for name in map(_prefixed, OBJECT_PROPERTIES)}
    )


def compacted(triples: Iterable[Triple], root: str, *, nested: bool = False) -> Json:
    """Return triples as a JSON-LD document in short names.

    Parameters
    ----------
    triples : statements without blank nodes.
    root : the thing they are about, which stands first.
    nested : whether other things stand inside the first that names them, as in an annotation;
        else each thing that is spoken of has an entry of its own.
    """
    about: dict[str, dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        assert isinstance(triple.subject, NamedNode)  # the store keeps no blank nodes of its own
        about[triple.subject.value][triple.predicate.value].append(triple.object)
    subjects = sorted(about, key=lambda subject: (subject != root, subject))
    written: set[str] = set()
    entries = [
        _entry(subject, about, written, nested) for subject in subjects if subject not in written
    ]
    used = _used(entries)
    return {"@context": used} | (entries[0] if len(entries) == 1 else {"@graph": entries})


def _entry(
    subject: str,
    about: Mapping[str, Mapping[str, list[object]]],
    written: set[str],
    nested: bool,
) -> dict[str, Json]:
    written.add(subject)
    entry: dict[str, Json] = {"id": subject}
    for predicate, values in about[subject].items():
        key = _key(predicate)
        told = [
            _entry(inner, about, written, nested)
            if nested and key not in _PLAIN and (inner := _opened(value, about, written))
            else _value(key, value)
            for value in values
        ]
        entry[key] = told[0] if len(told) == 1 else told
    return entry


# What readers of annotations take to be an address, whatever else is told of the thing there.
_PLAIN = frozenset({"source", "type"})


def _opened(value: object, about: Mapping[str, object], written: set[str]) -> str | None:
    """Return the thing that stands inside here: it is spoken of, and stands nowhere yet."""
    iri = value.value if isinstance(value, NamedNode) else None
    return iri if iri in about and iri not in written else None


_KEYS = {
    PREFIXES["oa"] + iri.removeprefix("oa:"): name
    for name, iri in (_LINKS | _TEXTS | _COUNTS | {"motivation": "oa:motivatedBy"}).items()
} | {_TYPE: "type"}


def _key(predicate: str) -> str:
    return _KEYS.get(predicate) or _prefixed(predicate)


def _value(key: str, value: object) -> Json:
    if isinstance(value, NamedNode):
        if key in ("type", "motivation"):
            return _class(value.value)
        return value.value if key in _COERCED else {"id": value.value}
    assert isinstance(value, Literal)
    if value.language is not None:
        return {"@language": value.language, "@value": value.value}
    kind = _prefixed(value.datatype.value)
    if key in _COUNTS and kind == _COUNT:
        return int(value.value)
    if kind == "xsd:string":
        # A key that means an address, or a number, must not be taken to do so here.
        return {"@value": value.value} if key in _COERCED | {*_COUNTS} else value.value
    return {"@type": kind, "@value": value.value}


def _class(iri: str) -> str:
    short = _prefixed(iri)
    name = short.removeprefix("oa:")
    return name if name in (*_CLASSES, "describing") and short != name else short


def _prefixed(iri: str) -> str:
    for prefix, space in PREFIXES.items():
        local = iri.removeprefix(space)
        if local != iri and local.replace("_", "").isalnum():
            return f"{prefix}:{local}"
    return iri


_COERCED = frozenset({*_LINKS, *map(_prefixed, OBJECT_PROPERTIES), "motivation", "type"})


def _used(entries: list[dict[str, Json]]) -> dict[str, Json]:
    """Return the part of the context that a document needs, prefixes included."""
    names = set(_names(entries))
    whole = context()
    found = {name: whole[name] for name in whole if name in names or name in ("id", "type")}
    told = [*names, *map(str, _deep(list(found.values())))]
    prefixes = {name.partition(":")[0] for name in told if ":" in name}
    return {name: whole[name] for name in whole if name in found or name in prefixes}


def _names(told: Json) -> Iterable[str]:
    """Yield every key, and every class, datatype and motive that stands under one."""
    if isinstance(told, list):
        for item in told:
            yield from _names(item)
    elif isinstance(told, dict):
        for key, value in told.items():
            yield key
            if key in ("type", "motivation", "@type"):
                yield from _deep(value)
            yield from _names(value)


def _deep(told: Json) -> Iterable[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, list):
        for item in told:
            yield from _deep(item)
    elif isinstance(told, dict):
        yield from _deep(list(told.values()))
