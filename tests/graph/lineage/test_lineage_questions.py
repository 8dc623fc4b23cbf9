"""Questions 29 to 34, 36 and 39 on the shipped register and corpus: answered, or not stated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.extract.pipeline import extract
from graph.ingest import ingest
from graph.knowledge import knowledge_of
from graph.lineage.cascade import trace
from graph.lineage.coverage import coverage
from graph.lineage.description import describe
from graph.lineage.documents import find_document
from graph.lineage.evidence import evidence_of
from graph.lineage.facts import Facts
from graph.lineage.outline import page
from graph.lineage.stale import stale
from graph.lineage.standing import standing_on
from graph.model import Document, Force, Lag, Level, PartialDate, UnitState, View
from graph.read.article import read_article
from graph.records import Register
from graph.resolve.identity import unit_iri
from graph.resolve.link import Linker
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from ontology import terms as cas
from tests.graph.conftest import NOW

CORPUS = Path(__file__).resolve().parents[3] / "data" / "corpus"


@pytest.fixture(scope="module")
def shipped(register_store: MemoryStore, register: Register) -> MemoryStore:
    """Return a store of the shipped register and the shipped corpus."""
    with register_store.read() as reader:
        store = MemoryStore(reader.quads())
    known = knowledge_of(register)
    articles = [read_article(file) for file in _texts()]
    report = ingest(
        store,
        articles,
        read=lambda article: extract(article, known),
        linker=Linker(register),
        now=NOW,
    )
    assert not report.problems
    return store


def _texts() -> list[Path]:
    return sorted(CORPUS.glob("*.txt"))


@pytest.fixture
def reader(shipped: MemoryStore) -> Iterator[Reader]:
    """Return a reader of the shipped register and corpus."""
    with shipped.read() as opened:
        yield opened


def lag_from(reader: Reader, parent: str, child: str) -> Lag | None:
    """Return the lag of a document in the cascade of another one."""
    rows = page(reader, find_document(reader, parent), View()).rows
    iri = find_document(reader, child).iri
    (tie,) = [t for row in rows if row.document.iri == iri for t in row.ties]
    assert tie.evidence
    return tie.lag


def numbers(documents: tuple[Document, ...]) -> list[str | None]:
    return [one.number for one in documents]


def test_29_lineage_of_92_kl_tu(reader: Reader) -> None:
    """Parent, siblings; the plenum stands with the parent, the link to 39-NQ/TW is not stated."""
    own = find_document(reader, "92-KL/TU@Hà Tĩnh")
    (parent,) = trace(reader, own, down=False, evidence=True).nodes
    assert (parent.document.spelling, parent.predicates) == ("18-NQ/TW@XII", ("continues",))
    assert "92-KL/TU" in (parent.evidence[0].quote or "")
    view = View(units=(unit_iri("ha-tinh"),))
    siblings = page(reader, parent.document, view).rows
    assert {row.document.number for row in siblings} == {"920-CTr/TU", "1011-CTr/TU", "92-KL/TU"}
    told = describe(reader, parent.document, on=date(2026, 11, 27))
    adopted = dict(told.values)["adoptedAt"]
    assert any("6" in value.text and "XII" in value.text for value in adopted)
    linked = describe(reader, own, on=date(2026, 11, 27))
    assert {edge.predicate for edge in (*linked.outgoing, *linked.incoming)} == {"continues"}


def test_30_coverage_of_18_nq_tw_by_province_and_kind_of_evidence(reader: Reader) -> None:
    """Hà Tĩnh: documents. Absence anywhere is absence from this corpus, not from the world."""
    found = coverage(reader, find_document(reader, "18-NQ/TW@XII"), unit_set=63)
    rows = {row.unit: row for row in found.units}
    ha_tinh = rows["Hà Tĩnh"]
    assert (ha_tinh.state, ha_tinh.documents) == (UnitState.FOUND, 3)
    assert all(one.verification == "article" for one in ha_tinh.evidence)
    assert ha_tinh.evidence[0].quote
    assert rows["Long An"].state is UnitState.NONE_FOUND
    assert rows["Long An"].corpus is not None
    assert {row.state for row in found.units} == {UnitState.FOUND, UnitState.NONE_FOUND}


def test_31_who_carries_out_the_resolution_of_congress_xiii(reader: Reader) -> None:
    """Bình Phước shows a program; Long An's press speaks of “các cấp ủy trong tỉnh”, of which the
    graph does not know which province they are of: so no province is said to have reported."""
    document = find_document(reader, "document/dh/nq/khong-so/xiii")
    rows = {row.unit: row for row in coverage(reader, document, unit_set=63).units}
    program = rows["Bình Phước"]
    assert program.first is not None
    assert (program.first.number, program.lag) == ("17-CTr/TU", Lag(241, 241))
    (group,) = Facts(reader).objects(document.iri, cas.implementedBy)
    (said,) = evidence_of(Facts(reader), document.iri, group)
    assert said.quote is not None
    assert "Long An" in said.quote
    assert rows["Long An"].state is UnitState.NONE_FOUND
    assert rows["Hồ Chí Minh"].state is UnitState.NONE_FOUND  # asked for, not reported as done


def test_31_a_named_body_of_a_province_is_reported(reader: Reader) -> None:
    found = coverage(reader, find_document(reader, "01-KL/BTCTW"), unit_set=63)
    states = {row.unit: row.state for row in found.units}
    assert states.pop("Long An") is UnitState.REPORTED
    assert set(states.values()) == {UnitState.NONE_FOUND}
    today = coverage(reader, find_document(reader, "01-KL/BTCTW"), unit_set=34)
    assert [row.unit for row in today.units if row.state is UnitState.REPORTED] == ["Tây Ninh"]


@pytest.mark.parametrize(
    ("parent", "child", "days"),
    [
        ("10-CT/TW@X", "55-KL/TU@Hà Tĩnh", 3882),
        ("105-QĐ/TW@XII", "680-QĐ/TU@Hà Tĩnh", 148),
        ("89-QĐ/TW@XII", "682-QĐ/TU@Hà Tĩnh", 286),
        ("90-QĐ/TW@XII", "682-QĐ/TU@Hà Tĩnh", 286),
        ("18-NQ/TW@XII", "920-CTr/TU@Hà Tĩnh", None),  # the day of 920 is not stated
    ],
)
def test_32_lag_from_central_to_local(
    reader: Reader, parent: str, child: str, days: int | None
) -> None:
    assert lag_from(reader, parent, child) == (None if days is None else Lag(days, days))


def test_33_a_replaced_regulation_that_is_still_cited(reader: Reader) -> None:
    """668-QĐ/TU ended on 17-5-2018; that something still rests on it is not stated here."""
    replaced = find_document(reader, "668-QĐ/TU@Hà Tĩnh")
    standing = standing_on(Facts(reader), replaced.iri, date(2018, 5, 17))
    assert standing.force is Force.ENDED
    assert [(e.by and e.by.number, e.on) for e in standing.endings] == [
        ("682-QĐ/TU", PartialDate(2018, 5, 17))
    ]
    answer = stale(reader, View(), on=date(2026, 11, 27))
    bases = {b.basis.iri for row in answer.surely.rows for b in row.bases}
    assert replaced.iri not in bases
    assert trace(reader, replaced).nodes == ()


def test_34_a_document_before_its_own_basis(reader: Reader) -> None:
    """The resolution of Congress XIII is of 1-2-2021: nothing dated before rests on it here."""
    document = find_document(reader, "document/dh/nq/khong-so/xiii")
    assert document.issued == PartialDate(2021, 2, 1)
    rows = page(reader, document, View()).rows
    assert rows
    assert all(row.total_lag is None or row.total_lag.most >= 0 for row in rows)


def test_36_the_rule_in_force_on_16_may_2018(reader: Reader) -> None:
    """680 is assumed in force from its issue that day, 682 not yet; of 668 no date is stated."""
    facts, on = Facts(reader), date(2018, 5, 16)
    force = {
        number: standing_on(facts, find_document(reader, f"{number}-QĐ/TU@Hà Tĩnh").iri, on).force
        for number in ("680", "682", "668")
    }
    assert force == {"680": Force.ASSUMED, "682": Force.NOT_YET, "668": Force.UNKNOWN}


def test_39_local_rules_that_rest_on_replaced_central_ones(reader: Reader) -> None:
    view = View(units=(unit_iri("ha-tinh"),), levels=(Level.PROVINCE,))
    rows = {row.document.number: row for row in stale(reader, view, on=NOW.date()).surely.rows}
    assert set(rows) == {"680-QĐ/TU", "682-QĐ/TU"}
    (first,) = rows["680-QĐ/TU"].bases
    assert (first.basis.number, numbers(first.successors)) == ("105-QĐ/TW", ["377-QĐ/TW"])
    assert rows["680-QĐ/TU"].since_least == rows["680-QĐ/TU"].since_most == date(2022, 8, 18)
    later = {basis.basis.number: basis for basis in rows["682-QĐ/TU"].bases}
    assert {number: numbers(one.successors) for number, one in later.items()} == {
        "89-QĐ/TW": ["365-QĐ/TW"],
        "90-QĐ/TW": ["365-QĐ/TW"],
    }
    assert rows["682-QĐ/TU"].since_least == date(2020, 1, 2)
    # Before 214-QĐ/TW came, neither was stale.
    assert stale(reader, view, on=date(2019, 12, 31)).surely.documents == 0
