"""Chains and bottlenecks against what walking every chain gives."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analytics.bottlenecks import cut_off_by_all, cut_off_by_each
from graph.analytics.chains import (
    acyclic,
    chains_through_any,
    count_chains,
    cycles,
    longest_chains,
    most_steps,
)
from graph.analytics.depths import fewest_steps

ROOT = "0"
PAIRS = st.tuples(st.integers(0, 8), st.integers(0, 8))


def reached(pairs: list[tuple[int, int]]) -> nx.DiGraph[str]:
    """Return what the root reaches in a graph of these arcs."""
    graph: nx.DiGraph[str] = nx.DiGraph((str(a), str(b)) for a, b in pairs)
    graph.add_node(ROOT)
    return graph.subgraph({ROOT} | nx.descendants(graph, ROOT)).copy()


any_graph = st.lists(PAIRS, max_size=22).map(reached)
any_dag = st.lists(PAIRS.filter(lambda p: p[0] < p[1]), max_size=22).map(reached)


def chains(dag: nx.DiGraph[str]) -> Iterator[list[str]]:
    waiting = [[ROOT]]
    while waiting:
        chain = waiting.pop()
        onward = list(dag.successors(chain[-1]))
        if not onward:
            yield chain
        waiting.extend([*chain, one] for one in onward)


@settings(deadline=None)
@given(any_dag)
def test_counts_are_those_of_walking_every_chain(dag: nx.DiGraph[str]) -> None:
    all_of_them = list(chains(dag))
    counts = count_chains(dag, ROOT)
    assert counts.onward[ROOT] == len(all_of_them)
    for one in dag:
        assert counts.through(one) == sum(one in chain for chain in all_of_them)
        longest = max(chain.index(one) for chain in all_of_them if one in chain)
        assert most_steps(dag)[one] == longest


@settings(deadline=None)
@given(any_dag, st.sets(st.integers(1, 8).map(str), max_size=4))
def test_chains_through_several_are_counted_once(dag: nx.DiGraph[str], some: set[str]) -> None:
    documents = frozenset(some & set(dag))
    expected = sum(not documents.isdisjoint(chain) for chain in chains(dag))
    assert chains_through_any(dag, count_chains(dag, ROOT), documents) == expected


@settings(deadline=None)
@given(any_graph)
def test_cut_off_is_what_taking_a_document_away_leaves_unreached(flow: nx.DiGraph[str]) -> None:
    for one, cut in cut_off_by_each(flow, ROOT).items():
        assert set(cut) == lost(flow, {one})


@settings(deadline=None)
@given(any_graph, st.sets(st.integers(1, 8).map(str), max_size=4))
def test_cut_off_by_several_likewise(flow: nx.DiGraph[str], some: set[str]) -> None:
    documents = frozenset(some & set(flow))
    assert set(cut_off_by_all(flow, ROOT, documents)) == lost(flow, documents)


def lost(flow: nx.DiGraph[str], taken: set[str] | frozenset[str]) -> set[str]:
    """Return what a walk from the root no longer meets when it passes round some documents."""
    met, waiting = {ROOT}, [ROOT]
    while waiting:
        fresh = set(flow.successors(waiting.pop())) - met - taken
        met |= fresh
        waiting.extend(fresh)
    return set(flow) - met - taken


@settings(deadline=None)
@given(any_graph)
def test_opening_cycles_keeps_everything_within_reach(flow: nx.DiGraph[str]) -> None:
    dag = acyclic(flow, ROOT)
    assert nx.is_directed_acyclic_graph(dag)
    assert {ROOT} | nx.descendants(dag, ROOT) == set(flow)
    assert (dag.number_of_edges() == flow.number_of_edges()) == (not cycles(flow))
    assert set(fewest_steps(flow, ROOT)) == set(flow)


def test_cycles_are_named_even_one_on_itself() -> None:
    assert cycles(reached([(0, 1), (1, 2), (2, 1), (0, 3), (3, 3)])) == (("1", "2"), ("3",))


@settings(deadline=None)
@given(any_dag, st.integers(1, 5))
def test_longest_chains_end_at_the_deepest(dag: nx.DiGraph[str], most: int) -> None:
    found = longest_chains(dag, ROOT, most)
    ends = {chain[-1] for chain in chains(dag)} - {ROOT}
    assert len({chain[-1] for chain in found}) == len(found) == min(most, len(ends))
    for chain in found:
        assert chain[0] == ROOT
        assert nx.is_simple_path(dag, list(chain))
        assert len(chain) - 1 == most_steps(dag)[chain[-1]]
    lengths = [len(chain) for chain in found]
    assert lengths == sorted(lengths, reverse=True)
    if ends:
        assert lengths[0] - 1 == nx.dag_longest_path_length(dag)


def test_counting_does_not_walk_every_chain() -> None:
    layers = 60  # two documents a layer, each resting on both above: 2 ** 60 chains
    dag: nx.DiGraph[str] = nx.DiGraph()
    above = [ROOT]
    for layer in range(layers):
        here = [f"{layer}a", f"{layer}b"]
        dag.add_edges_from((one, other) for one in above for other in here)
        above = here
    assert count_chains(dag, ROOT).onward[ROOT] == 2**layers
