"""The vocabularies: whole, in both languages, equal to the register's tables and to the lexicon."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from rdflib import RDF, SKOS, Graph, Literal, URIRef

from ontology import lexicon, terms
from ontology.entries import DocumentType

TABLES = {
    "document_types.csv": ("types", 70),
    "issuer_codes.csv": ("codes", 115),
    "posts.csv": ("posts", 79),
}
SCHEMES = ("types", "codes", "posts", "levels", "confidence", "certainty", "modality", "inference")
SIZES = {"levels": 6, "confidence": 5, "modality": 4, "inference": 7}


def members(graph: Graph, scheme: str) -> set[str]:
    return {str(s) for s in graph.subjects(SKOS.inScheme, URIRef(f"{terms.DATA}scheme/{scheme}"))}


def rows_of(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(params=["register", "shared"])
def tables(request: pytest.FixtureRequest, root: Path) -> Path:
    """The tables as the project ships them, and as they were given."""
    if request.param == "shared":
        return Path(request.getfixturevalue("shared")) / "facts"
    return root / "data" / "register"


@pytest.mark.parametrize("name", TABLES)
def test_a_scheme_has_one_concept_for_each_row(
    name: str, tables: Path, vocabularies: Graph
) -> None:
    scheme, size = TABLES[name]
    assert len(rows_of(tables, name)) == len(members(vocabularies, scheme)) == size


def test_types_say_what_the_table_says(tables: Path) -> None:
    rows = Counter(
        (
            row["type_vi"],
            row["type_en"],
            row["system"],
            row["abbreviation"] or None,
            frozenset(filter(None, row["variants"].split(";"))),
            row["normative"] == "yes",
            row["valid_from"] or None,
            row["valid_to"] or None,
        )
        for row in rows_of(tables, "document_types.csv")
    )
    assert rows == Counter(
        (t.vi, t.en, t.system, t.abbreviation, frozenset(t.variants), t.normative, *valid(t))
        for t in lexicon.DOCUMENT_TYPES
    )


def valid(row: DocumentType) -> tuple[str | None, str | None]:
    return row.valid_from, row.valid_to


def test_codes_say_what_the_table_says(tables: Path) -> None:
    rows = Counter(
        (
            row["code"],
            frozenset(filter(None, row["variants"].split(";"))),
            row["body_vi"],
            row["numbering_series"],
            row["system"],
            row["level"],
            row["valid_from"] or None,
            row["valid_to"] or None,
        )
        for row in rows_of(tables, "issuer_codes.csv")
    )
    assert rows == Counter(
        (
            c.code,
            frozenset(c.variants),
            c.vi,
            c.series,
            c.system,
            c.level,
            c.valid_from,
            c.valid_to,
        )
        for c in lexicon.ISSUER_CODES
    )


def test_posts_say_what_the_table_says(tables: Path) -> None:
    rows = Counter(
        (
            row["post_vi"],
            row["post_en"],
            frozenset(filter(None, row["synonyms"].split(";"))),
            row["body_pattern"],
            row["system"],
            row["level"],
            int(row["rank"]),
        )
        for row in rows_of(tables, "posts.csv")
    )
    assert rows == Counter(
        (p.vi, p.en, frozenset(p.synonyms), p.body, p.system, p.level, p.rank)
        for p in lexicon.POSTS
    )


@pytest.mark.parametrize(("scheme", "size"), SIZES.items())
def test_closed_lists_are_whole(scheme: str, size: int, vocabularies: Graph) -> None:
    assert len(members(vocabularies, scheme)) == size


def test_every_concept_is_labelled_once_in_each_language(vocabularies: Graph) -> None:
    for concept in vocabularies.subjects(RDF.type, SKOS.Concept):
        labels = [
            label.language
            for label in vocabularies.objects(concept, SKOS.prefLabel)
            if isinstance(label, Literal)
        ]
        assert sorted(map(str, labels)) == ["en", "vi"], concept
        assert len(list(vocabularies.objects(concept, SKOS.inScheme))) == 1


def test_no_label_stands_twice_on_one_concept(vocabularies: Graph) -> None:
    for concept in vocabularies.subjects(RDF.type, SKOS.Concept):
        shown = set(vocabularies.objects(concept, SKOS.altLabel))
        hidden = set(vocabularies.objects(concept, SKOS.hiddenLabel))
        assert not shown & hidden, concept


def test_every_type_has_its_class(ontology: Graph) -> None:
    for row in lexicon.DOCUMENT_TYPES:
        assert terms.Document in terms.SUPER_CLASSES[row.class_iri]
        assert terms.LABELS[row.class_iri][0] == row.vi
    kinds = {k for k, above in terms.SUPER_CLASSES.items() if above[-1:] == (terms.Document,)}
    assert {row.class_iri for row in lexicon.DOCUMENT_TYPES} == kinds


def test_sources_name_works_and_not_files_of_a_workplace(vocabularies: Graph) -> None:
    for _, _, value in vocabularies:
        assert not any(word in str(value) for word in ("shared/", "seeds/", ".jsonl", ".txt"))


def test_notes_are_said_in_both_languages(vocabularies: Graph) -> None:
    for concept in set(vocabularies.subjects(SKOS.editorialNote)):
        notes = list(vocabularies.objects(concept, SKOS.editorialNote))
        assert sorted(str(note.language) for note in notes if isinstance(note, Literal)) == [
            "en",
            "vi",
        ]
