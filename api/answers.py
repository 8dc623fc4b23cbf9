"""The answers that the pages show, from the same functions as the command line.

A page asks `Answers`; `StoreAnswers` is the one that opens the store. Whatever is costly and
depends on the generation alone (the search index, the overview) is kept until the generation
changes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from threading import Lock
from typing import Protocol

from graph.lineage.cascade import trace
from graph.lineage.coverage import coverage
from graph.lineage.description import describe
from graph.lineage.documents import documents, find_document
from graph.lineage.overview import overview
from graph.model import Cascade, Coverage, Description, Document, Evidence, Hit, Overview
from graph.readings import around
from graph.search import SearchIndex, build_index
from graph.store.protocol import Reader, Store


class Answers(Protocol):
    """What a page can ask; every method raises the errors of `graph.errors` only."""

    def document(self, text: str) -> Document:
        """Return the one document that a number, alias or IRI names."""

    def documents(self, spellings: tuple[str, ...]) -> tuple[Document, ...]:
        """Return the documents that exact spellings select, in that order."""

    def find(self, text: str, limit: int) -> tuple[Hit, ...]:
        """Return what bears the words, best first."""

    def describe(self, text: str, on: date) -> Description:
        """Return everything said of one document, its standing taken on a day."""

    def trace(self, text: str, down: bool, depth: int | None, as_of: date | None) -> Cascade:
        """Return the lineage of one document with its evidence."""

    def coverage(self, text: str, unit_set: int) -> Coverage:
        """Return which provinces show a document that rests on it."""

    def around(self, evidence: Evidence) -> tuple[str, str]:
        """Return what stands before and after a quote in its paragraph."""

    def overview(self) -> Overview:
        """Return what the store holds, in a few figures."""


class StoreAnswers:
    """Answers from a store; safe to share between threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._index: tuple[int, SearchIndex] | None = None
        self._overview: tuple[int, Overview] | None = None

    def document(self, text: str) -> Document:
        """See `Answers.document`."""
        with self._store.read() as reader:
            return find_document(reader, text)

    def documents(self, spellings: tuple[str, ...]) -> tuple[Document, ...]:
        """See `Answers.documents`."""
        with self._store.read() as reader:
            return tuple(find_document(reader, spelling) for spelling in spellings)

    def find(self, text: str, limit: int) -> tuple[Hit, ...]:
        """See `Answers.find`."""
        with self._store.read() as reader:
            hits = self._index_of(reader).find(text, limit)
            known = documents(reader, tuple(hit.iri for hit in hits if hit.kind == "document"))
            return tuple(replace(hit, document=known.get(hit.iri)) for hit in hits)

    def describe(self, text: str, on: date) -> Description:
        """See `Answers.describe`."""
        with self._store.read() as reader:
            return describe(reader, find_document(reader, text), on=on)

    def trace(self, text: str, down: bool, depth: int | None, as_of: date | None) -> Cascade:
        """See `Answers.trace`."""
        with self._store.read() as reader:
            document = find_document(reader, text)
            return trace(reader, document, down=down, depth=depth, as_of=as_of, evidence=True)

    def coverage(self, text: str, unit_set: int) -> Coverage:
        """See `Answers.coverage`."""
        with self._store.read() as reader:
            return coverage(reader, find_document(reader, text), unit_set=unit_set)

    def around(self, evidence: Evidence) -> tuple[str, str]:
        """See `Answers.around`."""
        with self._store.read() as reader:
            return around(reader, self._store.texts, evidence)

    def overview(self) -> Overview:
        """See `Answers.overview`."""
        with self._store.read() as reader, self._lock:
            if self._overview is None or self._overview[0] != reader.generation:
                self._overview = (reader.generation, overview(reader))
            return self._overview[1]

    def _index_of(self, reader: Reader) -> SearchIndex:
        with self._lock:
            if self._index is None or self._index[0] != reader.generation:
                self._index = (reader.generation, build_index(reader))
            return self._index[1]
