"""Reading of short test texts, with names in place of ids so that expectations can be read."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent

from graph.extract.gazetteer import Knowledge
from graph.extract.pipeline import extract
from graph.extraction import Article, CitedDocument, Extraction

#: Relations between documents and to the plenums and congresses behind them.
BETWEEN_DOCUMENTS = frozenset(
    {"implements", "continues", "guides", "replaces", "repeals", "amends", "basedOn", "linkedWith"}
)


@dataclass(frozen=True)
class Report:
    """A text with all it says, an item a line; a line indented further goes on.

    `relations` are `subject | predicate | object`, `officials` are `name: title; title`;
    `arguable` = documents and relations that a reader may find or leave out.
    """

    name: str
    text: str
    documents: str = ""
    relations: str = ""
    officials: str = ""
    arguable: str = ""

    @property
    def optional(self) -> set[str]:
        """Return what may be found or left out."""
        return set(items(self.arguable))

    @property
    def posts(self) -> dict[str, set[str]]:
        """Return the titles of each official."""
        told = (line.split(": ", 1) for line in items(self.officials))
        return {name: set(held.split("; ")) for name, held in told}


def items(block: str) -> list[str]:
    """Return the items of a block."""
    lines = dedent(block).strip("\n").splitlines()
    found: list[str] = []
    for line in lines:
        if line.startswith(" "):
            found[-1] += f" {line.strip()}"
        elif line.strip():
            found.append(line.strip())
    return found


def read(text: str, knowledge: Knowledge) -> Extraction:
    """Read a text as an article without hints."""
    return extract(Article("test", text, ""), knowledge)


def name_of(document: CitedDocument) -> str:
    """Return number, alias or title of a document, with its province where it is local."""
    name = document.number or document.alias or document.title or document.type_vi or ""
    return f"{name} ({document.province})" if document.province and document.number else name


def documents(reading: Extraction) -> set[str]:
    """Return the names of the documents."""
    return {name_of(document) for document in reading.documents}


def relations(reading: Extraction) -> set[tuple[str, str, str]]:
    """Return the relations between documents by name."""
    names = {document.id: name_of(document) for document in reading.documents}
    return {
        (names[one.subject], one.predicate, names[one.object])
        for one in reading.relations
        if one.predicate in BETWEEN_DOCUMENTS
    }


def all_relations(reading: Extraction) -> set[str]:
    """Return every relation by the names of its ends, bodies and persons among them."""
    names = {document.id: name_of(document) for document in reading.documents}
    names |= {body.id: body.name for body in reading.bodies}
    names |= {official.id: official.name for official in reading.officials}
    return {
        f"{names[one.subject]} | {one.predicate} | {names[one.object]}" for one in reading.relations
    }


def titles(reading: Extraction) -> dict[str, set[str]]:
    """Return the titles of the posts of each official."""
    return {
        official.name: {position.title for position in official.positions}
        for official in reading.officials
    }
