"""The register into the store: once, twice, in parts, forgotten; claims and facts in step."""

from __future__ import annotations

import csv
import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions

from graph.build import forget, load_register
from graph.errors import InputError, NotFound
from graph.read.register import default_register
from graph.store.graphs import ENTAILED, SOURCE_PREFIX
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader, Store
from graph.store.sorting import canonical_dump
from ontology import terms as cas
from tests.graph.conftest import NOW

PREFIX = f"PREFIX cas: <{cas.ONTOLOGY}> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
FACTS = SOURCE_PREFIX + "register-provincial-facts"


def dump(store: Store) -> bytes:
    with store.read() as reader:
        return canonical_dump(reader)


def rows(reader: Reader, query: str) -> list[tuple[str, ...]]:
    answer = reader.query(PREFIX + query)
    assert isinstance(answer, QuerySolutions)
    return [tuple(term.value for term in row if term is not None) for row in answer]


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """Return a copy of the shipped register."""
    return Path(shutil.copytree(default_register(), tmp_path / "whole"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the shipped register, fewer local documents, that a test may change."""
    copied = Path(shutil.copytree(default_register(), tmp_path / "register"))
    rewrite(copied / "provincial_facts.csv", lambda kept: kept[::6])
    rewrite(copied / "provincial_officials.csv", lambda kept: kept[::10])
    return copied


def rewrite(table: Path, change: object) -> None:
    """Give the rows of a table to `change` and write back what it returns."""
    with table.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        columns, kept = reader.fieldnames or [], change(list(reader))  # type: ignore[operator]
    with table.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)


def test_counting_counts_documents_not_claims(reader: Reader) -> None:
    counted = rows(reader, "SELECT (COUNT(*) AS ?n) { ?d a cas:Document }")
    distinct = rows(reader, "SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d a cas:Document }")
    claimed = rows(
        reader,
        "SELECT (COUNT(DISTINCT ?d) AS ?n) { GRAPH ?g { ?c rdf:subject ?d ; rdf:predicate "
        "cas:number } FILTER(CONTAINS(STR(?d), '/document/')) }",
    )
    assert counted == distinct
    assert int(counted[0][0]) > int(claimed[0][0]) > 1000  # some documents carry no number


def test_every_central_document_of_the_register_is_there(reader: Reader) -> None:
    found = rows(
        reader,
        f"SELECT DISTINCT ?d {{ GRAPH <{SOURCE_PREFIX}register-central-documents> "
        "{ ?c rdf:subject ?d ; rdf:predicate cas:issued } }",
    )
    assert len(found) == 427


def test_every_fact_stands_on_a_claim(reader: Reader) -> None:
    said = set(
        rows(
            reader,
            "SELECT ?s ?p ?o { GRAPH ?g { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } }",
        )
    )
    for predicate in (
        cas.issued,
        cas.title,
        cas.number,
        cas.issuedBy,
        cas.signedBy,
        cas.replaces,
        cas.basedOn,
        cas.continues,
        cas.guides,
        cas.amends,
    ):
        facts = rows(reader, f"SELECT ?s ?o {{ ?s <{predicate}> ?o }}")
        assert facts
        assert {(s, predicate, o) for s, o in facts} <= said


def test_inverses_mirror_the_facts(reader: Reader) -> None:
    facts = {
        (quad.object, quad.subject)
        for quad in reader.quads(None, NamedNode(cas.replaces), None, DefaultGraph())
    }
    inverse = {
        (quad.subject, quad.object)
        for quad in reader.quads(None, NamedNode(cas.replacedBy), None, NamedNode(ENTAILED))
    }
    assert facts == inverse
    assert len(facts) > 50


def test_loading_twice_changes_nothing(register_store: MemoryStore) -> None:
    before = dump(register_store)
    report = load_register(register_store, now=NOW + timedelta(days=400))
    assert (report.changed, report.problems) == (False, ())
    assert dump(register_store) == before


def test_the_order_of_rows_in_the_files_changes_nothing(
    register_store: MemoryStore, whole: Path
) -> None:
    shuffled = random.Random(7)
    for table in whole.glob("*.csv"):
        rewrite(table, lambda kept: shuffled.sample(kept, len(kept)))
    other = MemoryStore()
    load_register(other, whole, now=NOW)
    assert dump(other) == dump(register_store)


def test_loading_in_two_steps_ends_at_the_same_facts(folder: Path, tmp_path: Path) -> None:
    part = Path(shutil.copytree(folder, tmp_path / "part"))
    rewrite(part / "provincial_facts.csv", lambda kept: kept[::3])
    rewrite(part / "officials.csv", lambda kept: [])
    rewrite(part / "contradictions.csv", lambda kept: kept[10:])
    at_once, in_steps = MemoryStore(), MemoryStore()
    load_register(at_once, folder, now=NOW)
    load_register(in_steps, part, now=NOW)
    assert standing(in_steps) != standing(at_once)
    load_register(in_steps, folder, now=NOW)
    assert standing(in_steps) == standing(at_once)


def standing(store: Store) -> set[Quad]:
    """Return facts and entailments; claims keep the history of how they came about."""
    with store.read() as reader:
        return {*reader.quads(graph=DefaultGraph()), *reader.quads(graph=NamedNode(ENTAILED))}


def test_a_row_that_is_gone_is_closed_and_its_facts_leave(folder: Path) -> None:
    store = MemoryStore()
    load_register(store, folder, now=NOW)
    gone = "377-QĐ/TW"
    rewrite(
        folder / "central_relations.csv",
        lambda kept: [row for row in kept if row["subject_number"] != gone],
    )
    rewrite(
        folder / "central_documents.csv",
        lambda kept: [
            {
                **row,
                "replaces": "" if row["number"] == gone else row["replaces"],
                "replaced_by": row["replaced_by"].replace("377-QĐ/TW@2025-10-08", "").strip(";"),
            }
            for row in kept
        ],
    )
    later = NOW + timedelta(days=1)
    report = load_register(store, folder, now=later)
    assert (report.changed, report.problems) == (True, ())
    with store.read() as reader:
        left = rows(reader, "SELECT ?o { ?s cas:number '377-QĐ/TW' ; cas:replaces ?o }")
        closed = rows(reader, "SELECT ?w { GRAPH ?g { ?c cas:withdrawn ?w } }")
    assert left == []
    assert {moment for (moment,) in closed} == {"2026-11-22T09:00:00Z"}
    assert len(closed) >= 4


def test_a_bad_row_is_told_and_the_others_are_loaded(folder: Path) -> None:
    rewrite(
        folder / "provincial_officials.csv",
        lambda kept: [{**kept[0], "as_of": "31-02-2025"}, *kept[1:]],
    )
    store = MemoryStore()
    report = load_register(store, folder, now=NOW)
    assert [(p.file, p.line, p.column, p.value) for p in report.problems] == [
        ("provincial_officials.csv", 2, "as_of", "31-02-2025")
    ]
    assert report.documents > 500


def test_a_folder_without_a_register_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        load_register(MemoryStore(), tmp_path / "nothing", now=NOW)


def test_forgetting_a_source_takes_just_what_only_it_supported(folder: Path) -> None:
    store, without = MemoryStore(), MemoryStore()
    load_register(store, folder, now=NOW)
    report = forget(store, "register-provincial-facts")
    assert report.claims > 1000
    rewrite(folder / "provincial_facts.csv", lambda kept: [])
    load_register(without, folder, now=NOW)
    assert dump(store) == dump(without)


def test_forgetting_and_loading_again_restores_the_same(register_store: MemoryStore) -> None:
    with register_store.read() as reader:
        store = MemoryStore(reader.quads())
    forget(store, FACTS)
    forget(store, "register-provinces")
    load_register(store, now=NOW)
    assert dump(store) == dump(register_store)


def test_forgetting_an_unknown_source_names_the_known_ones(register_store: MemoryStore) -> None:
    with pytest.raises(NotFound, match="register-plenums"):
        forget(register_store, "no-such-source")


def test_contradictions_are_kept_as_contradictions(reader: Reader) -> None:
    said = rows(
        reader,
        "SELECT ?v { ?d cas:number '57-NQ/TW' . GRAPH ?g { ?c rdf:subject ?d ; "
        "rdf:predicate cas:issued ; rdf:object ?v ; cas:declined true } }",
    )
    assert {value for (value,) in said} == {"2024-12-21", "2024-12-25"}
    assert rows(reader, "SELECT ?v { ?d cas:number '57-NQ/TW' ; cas:issued ?v }") == [
        ("2024-12-22",)
    ]
