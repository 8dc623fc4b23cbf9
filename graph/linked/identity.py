"""Addresses that merged away: which one stands for them now.

Decisions on identity stand in a graph of their own; one that two addresses mean the same thing
says of the address that goes that the other replaces it (`dcterms:isReplacedBy`).
"""

from __future__ import annotations

from pyoxigraph import NamedNode

from graph.store.graphs import IDENTITY
from graph.store.protocol import Reader

REPLACED_BY = NamedNode("http://purl.org/dc/terms/isReplacedBy")
_IDENTITY = NamedNode(IDENTITY)


def surviving(reader: Reader, iri: str) -> str | None:
    """Return the address that an address has merged into, over any number of decisions.

    Returns
    -------
    None where it has not merged, or where decisions lead round in a circle: none survives then.
    """
    seen, here = {iri}, iri
    while (there := _next(reader, here)) is not None:
        if there in seen:
            return None
        seen.add(there)
        here = there
    return here if here != iri else None


def _next(reader: Reader, iri: str) -> str | None:
    found = reader.quads(NamedNode(iri), REPLACED_BY, None, _IDENTITY)
    return min((q.object.value for q in found if isinstance(q.object, NamedNode)), default=None)
