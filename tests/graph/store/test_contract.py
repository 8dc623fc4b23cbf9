"""What every store promises, on disk and in memory alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
)

from graph.errors import InputError, QueryError
from graph.store.layout import LIVE
from graph.store.local import LocalStore
from graph.store.memory import MemoryStore
from graph.store.protocol import Change, Reader, Store
from tests.graph.store.samples import NAME, claim, fact, node, sample, written

Make = Callable[[], Store]


@pytest.fixture(params=["local", "kept", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    made = LocalStore(tmp_path / "kho", keep=request.param == "kept")
    yield made
    made.close()
    assert not [*made.path.glob(f"{LIVE}/*")]


def held(store: Store) -> set[Quad]:
    with store.read() as reader:
        return set(reader.quads())


def test_replace_puts_everything_in_place_of_everything(store: Store) -> None:
    assert store.replace(sample(5)) == 1
    assert store.replace(sample(3)) == 2
    assert held(store) == set(sample(3))


def test_replace_loads_a_file_of_rdf(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "d.ttl"
    file.write_text('<https://example.org/d1> <https://example.org/name> "Nghị quyết 1"@vi .')
    store.replace(file)
    assert held(store) == {fact(1)}


def test_a_file_with_a_slip_is_refused_with_its_place(store: Store, tmp_path: Path) -> None:
    store.replace(sample(2))
    file = tmp_path / "d.ttl"
    file.write_text('<https://example.org/d1> <https://example.org/name> "a" .\n<oops .\n')
    with pytest.raises(InputError) as refused:
        store.replace(file)
    assert refused.value.place is not None
    assert refused.value.place.startswith(f"{file}:2:")
    assert held(store) == set(sample(2))


def test_a_file_that_is_not_there_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        store.replace(tmp_path / "không có.nq")


def test_apply_removes_and_adds_in_one_generation(store: Store) -> None:
    store.replace(sample(3))
    generation = store.apply(Change(removed=(fact(0), claim(1, "s1")), added=(fact(7),)))
    assert generation == 2
    assert held(store) == set(sample(3)) - {fact(0), claim(1, "s1")} | {fact(7)}


def test_a_change_that_changes_nothing_makes_no_generation(store: Store) -> None:
    store.replace(sample(3))
    assert store.apply(Change()) == 1
    assert store.apply(Change(removed=(fact(99),), added=(fact(1),))) == 1


def test_a_quad_both_removed_and_added_stays(store: Store) -> None:
    store.replace(sample(3))
    assert store.apply(Change(removed=(fact(1),), added=(fact(1),))) == 1
    assert fact(1) in held(store)


def test_a_change_of_many_quads_does_what_a_small_one_does(store: Store) -> None:
    store.replace([fact(1), claim(1, "a"), claim(2, "b")])
    many = tuple(fact(number) for number in range(5000))
    assert store.apply(Change((fact(1), claim(1, "a")), (*many, *many[:10]))) == 2
    assert held(store) == {*many, claim(2, "b")}
    with store.read() as reader:
        assert reader.graphs() == (claim(2, "b").graph_name.value,)  # type: ignore[union-attr]


def test_apply_makes_a_store_where_there_is_none(store: Store) -> None:
    assert store.apply(Change(added=(fact(1),))) == 1
    assert held(store) == {fact(1)}


def test_a_graph_without_quads_has_no_name(store: Store) -> None:
    store.replace([fact(1), claim(1, "a"), claim(1, "b")])
    store.apply(Change(removed=(claim(1, "a"),)))
    with store.read() as reader:
        assert reader.graphs() == (claim(1, "b").graph_name.value,)  # type: ignore[union-attr]


def test_a_reader_keeps_its_generation(store: Store) -> None:
    store.replace(sample(2))
    with store.read() as before:
        for number in range(10, 15):
            store.apply(Change(added=(fact(number),)))
        assert before.generation == 1
        assert set(before.quads()) == set(sample(2))
    with store.read() as after:
        assert after.generation == 6


@pytest.mark.parametrize(
    "term",
    [
        Literal('“dấu” "nháy" \\ và\nxuống dòng\ttab\r\u0001'),
        Literal("Huế", language="vi"),
        Literal("2026-07", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#gYearMonth")),
        Literal("7", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
        Literal("} ; DROP ALL ; INSERT DATA {"),
        node("văn-bản"),
    ],
)
def test_every_term_comes_back_as_it_went_in(store: Store, term: Literal | NamedNode) -> None:
    quad = Quad(node("d"), NAME, term, node("g"))
    store.replace(sample(1))
    store.apply(Change(added=(quad,)))
    assert quad in held(store)
    store.apply(Change(removed=(quad,)))
    assert held(store) == set(sample(1))


def test_no_quad_is_there_that_nobody_put_there(store: Store) -> None:
    store.replace(sample(2))
    store.apply(Change(added=(fact(5),)))
    with store.read() as reader:
        everywhere = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
        assert len(solutions(reader, everywhere)) == 5
        assert set(reader.graphs()) == {claim(n, f"s{n}").graph_name.value for n in (0, 1)}  # type: ignore[union-attr]


def test_quads_match_by_every_position(store: Store) -> None:
    store.replace(sample(10))
    with store.read() as reader:
        assert list(reader.quads(fact(3).subject, graph=DefaultGraph())) == [fact(3)]
        assert list(reader.quads(object=fact(4).object)) == [fact(4)]
        assert len(list(reader.quads(predicate=NAME))) == 20
        assert len(list(reader.quads(graph=claim(0, "s0").graph_name))) == 2


def test_a_query_that_does_not_parse_is_a_query_error(store: Store) -> None:
    store.replace(sample(1))
    with store.read() as reader, pytest.raises(QueryError):
        reader.query("SELECT nothing")


def solutions(reader: Reader, sparql: str) -> list[object]:
    answer = reader.query(sparql)
    assert isinstance(answer, QuerySolutions)
    return list(answer)


@pytest.mark.parametrize("count", [3, 4000])
@pytest.mark.parametrize("other", [fact(7), Quad(BlankNode("một"), NAME, Literal("không tên"))])
def test_a_graph_written_out_enters_with_the_rest_of_a_change(
    store: Store, count: int, other: Quad
) -> None:
    store.replace([fact(0), fact(1)])
    new = [claim(n, "mới") for n in range(count)]
    assert store.apply(Change((fact(0),), (other,), (written("mới", new),))) == 2
    assert held(store) == {fact(1), other, *new}
