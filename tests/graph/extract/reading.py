"""Reading of short test texts, with names in place of ids so that expectations can be read."""

from __future__ import annotations

from graph.extract.gazetteer import Knowledge
from graph.extract.pipeline import extract
from graph.extraction import Article, CitedDocument, Extraction

#: Relations between documents and to the plenums and congresses behind them.
BETWEEN_DOCUMENTS = frozenset(
    {"implements", "continues", "guides", "replaces", "repeals", "amends", "basedOn", "linkedWith"}
)


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
