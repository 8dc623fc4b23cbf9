"""Where a document stands: above and below it in counts, what it replaced, who is responsible."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from graph.lineage.documents import documents
from graph.lineage.facts import Facts
from graph.lineage.outline import outline
from graph.lineage.relations import parents
from graph.lineage.responsibility import responsible
from graph.model import CascadeOutline, Document, Responsibility, View
from graph.store.protocol import Reader
from ontology import terms as cas

_BASES = 4  # that are named; the outline counts them all
_STEPS = 5  # of replacing, each way
_BESIDE = 6  # documents of one step


@dataclass(frozen=True, slots=True)
class Place:
    """The surroundings of one document.

    `bases` are the first of the documents that it rests on directly, `above` and `below` its
    lineage in counts; None of a reference, which has none. `before` and `after` are the documents
    that it replaced and that replaced it, those by them and so on: one group a step, the oldest
    first.
    """

    bases: tuple[Document, ...]
    above: CascadeOutline | None
    below: CascadeOutline | None
    before: tuple[tuple[Document, ...], ...]
    after: tuple[tuple[Document, ...], ...]
    responsibility: Responsibility


def place_of(reader: Reader, document: Document, *, on: date | None = None) -> Place:
    """Return where a document stands.

    Parameters
    ----------
    reader : one generation of the store.
    document : the document, or an unresolved reference.
    on : the day on which leading posts count; None: the day of issue.
    """
    facts, view = Facts(reader), View()
    known = not document.unresolved
    bases = documents(reader, parents(facts, document.iri)) if known else {}
    first = sorted(bases.values(), key=lambda one: (str(one.issued or "9"), one.iri))
    before = _steps(reader, document.iri, lambda one: facts.objects(one, cas.replaces))
    return Place(
        bases=tuple(first[:_BASES]),
        above=outline(reader, document, replace(view, down=False)) if known else None,
        below=outline(reader, document, view) if known else None,
        before=before[::-1],
        after=_steps(reader, document.iri, lambda one: facts.subjects(cas.replaces, one)),
        responsibility=responsible(reader, document, on=on),
    )


def _steps(
    reader: Reader, start: str, onward: Callable[[str], list[str]]
) -> tuple[tuple[Document, ...], ...]:
    """Return what is met step by step from a document; what was met already is left out."""
    met, step = {start}, [start]
    found: list[tuple[Document, ...]] = []
    while step and len(found) < _STEPS:
        step = [one for one in dict.fromkeys(o for s in step for o in onward(s)) if one not in met]
        met.update(step)
        known = documents(reader, step[:_BESIDE])
        if known:
            found.append(tuple(known.values()))
    return tuple(found)
