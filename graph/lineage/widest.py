"""Which central documents most provinces show a document on: where a matrix of them begins."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from graph.lineage.documents import document_of
from graph.lineage.facts import Facts
from graph.lineage.index.arrays import LEVELS, LINEAGE_BITS, NONE, LineageIndex, Numbers
from graph.lineage.provinces import Territory, territory_of
from graph.model import Document, Level
from graph.resolve.identity import DocumentKey, is_document
from graph.store.protocol import Reader
from ontology import terms as cas

#: The series of numbers of the central Party.
PARTY = ("tw",)


def widest(
    reader: Reader, *, unit_set: int = 34, limit: int = 12, party: bool | None = None
) -> tuple[Document, ...]:
    """Return central documents by how many provinces show a document resting directly on them.

    Parameters
    ----------
    reader : one generation of the store.
    unit_set : 63 (until 2025-06-30) or 34 (since 2025-07-01).
    limit : most documents.
    party : those of the central Party alone, of the others alone, or (None) all.

    Returns
    -------
    Most provinces first, of as many the newer first; none on which no province rests.
    """
    facts, territory = Facts(reader), territory_of(reader, unit_set)
    found: list[Document] = []
    for number in _by_provinces(territory):
        iri = territory.index.names[number]
        if party is not None and _is_of_party(iri) != party:
            continue
        document = document_of(facts, iri)
        if document is not None and not document.unresolved:
            found.append(document)
        if len(found) == limit:
            break
    return tuple(found)


def _by_provinces(territory: Territory) -> Iterator[int]:
    """Yield the central documents on which provinces rest, most provinces first."""
    index, size = territory.index, len(territory.listed)
    below, above = _resting_on_central(index)
    pairs = [
        above[heirs != NONE].astype(np.int64) * size + heirs[heirs != NONE]
        for heirs in (row[index.columns.unit[below]] for row in territory.heirs)
    ]
    if not pairs:
        return
    documents, counts = np.unique(np.unique(np.concatenate(pairs)) // size, return_counts=True)
    issued = index.columns.issued_from[documents]
    yield from documents[np.lexsort((documents, -issued, -counts))].tolist()


def _resting_on_central(index: LineageIndex) -> tuple[Numbers, Numbers]:
    """Return the ends of the edges of lineage up to central documents."""
    sources = np.repeat(np.arange(len(index), dtype=np.int32), np.diff(index.up.starts))
    central = LEVELS[f"{cas.DATA}level/{Level.CENTRAL}"]
    keep = (index.up.relations & LINEAGE_BITS) != 0
    keep &= index.columns.level[index.up.targets] == central
    return sources[keep], index.up.targets[keep]


def _is_of_party(iri: str) -> bool:
    return is_document(iri) and DocumentKey.parse(iri).series == PARTY
