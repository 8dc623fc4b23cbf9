"""The answers that the pages show, from the same functions as the command line.

A page asks `Answers`; `StoreAnswers` is the one that opens the store. Whatever is costly and
depends on the generation alone (the search index, the overview) is kept until the generation
changes.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from api.kept import Kept
from graph.finding import Finder
from graph.lineage.cascade import trace
from graph.lineage.coverage import coverage
from graph.lineage.description import describe
from graph.lineage.documents import find_document
from graph.lineage.overview import overview
from graph.lineage.place import Place, place_of
from graph.model import (
    Cascade,
    Coverage,
    Description,
    Document,
    Evidence,
    Hit,
    Overview,
    Scene,
    SceneQuestion,
)
from graph.readings import around
from graph.store.protocol import Store
from graph.view.scene import scene


class Answers(Protocol):
    """What a page can ask; every method raises the errors of `graph.errors` only."""

    def document(self, text: str) -> Document:
        """Return the one document that a number, alias or IRI names."""

    def documents(self, spellings: tuple[str, ...]) -> tuple[Document, ...]:
        """Return the documents that exact spellings select, in that order."""

    def find(self, text: str, limit: int) -> tuple[Hit, ...]:
        """Return what bears the words, best first."""

    def describe(self, text: str, on: date, known_on: date | None = None) -> Description:
        """Return everything said of one document, its standing on a day as known on another."""

    def place(self, document: Document) -> Place:
        """Return where a document stands among others, and who is responsible for it."""

    def trace(self, text: str, down: bool, depth: int | None, as_of: date | None) -> Cascade:
        """Return the lineage of one document with its evidence."""

    def scene(self, question: SceneQuestion) -> Scene:
        """Return a lineage with some of it opened, as Lược đồ shows it."""

    def coverage(self, text: str, unit_set: int) -> Coverage:
        """Return which provinces show a document that rests on it."""

    def around(self, evidence: Evidence) -> tuple[str, str]:
        """Return what stands before and after a quote in its paragraph."""

    def overview(self) -> Overview:
        """Return what the store holds, in a few figures."""


class StoreAnswers:
    """Answers from a store; safe to share between threads.

    Parameters
    ----------
    store : what is asked.
    finders : what finds in each generation, where others ask it too.
    """

    def __init__(self, store: Store, finders: Kept[Finder] | None = None) -> None:
        self._store = store
        self._finders = finders or Kept(Finder)
        self._overviews = Kept(overview)

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
            return self._finders.of(reader).best(text, limit)

    def describe(self, text: str, on: date, known_on: date | None = None) -> Description:
        """See `Answers.describe`."""
        with self._store.read() as reader:
            return describe(reader, find_document(reader, text), on=on, known_on=known_on)

    def place(self, document: Document) -> Place:
        """See `Answers.place`."""
        with self._store.read() as reader:
            return place_of(reader, document)

    def trace(self, text: str, down: bool, depth: int | None, as_of: date | None) -> Cascade:
        """See `Answers.trace`."""
        with self._store.read() as reader:
            document = find_document(reader, text)
            return trace(reader, document, down=down, depth=depth, as_of=as_of, evidence=True)

    def scene(self, question: SceneQuestion) -> Scene:
        """See `Answers.scene`."""
        with self._store.read() as reader:
            return scene(reader, question)

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
        with self._store.read() as reader:
            return self._overviews.of(reader)
