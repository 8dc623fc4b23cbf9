"""Triples as a network, made with pyvis: data and options of vis-network, positions ours.

As in `graph.view.drawing` only the builder is used, nothing moves by itself, and everything here is
data for a page of ours: labels are plain text, never markup. Values stand at the node that they
are said of; only what leads from one thing to another is drawn.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import networkx as nx
import numpy as np
import numpy.typing as npt
from pyvis.network import Network  # type: ignore[import-untyped]

from ontology.terms import DATA, ONTOLOGY

#: Most nodes that are drawn: more can be neither read nor told apart.
MOST_NODES = 300
_MOST_OPENED = 600  # nodes that opening others may come to
_SPREAD = 56.0  # pixels between neighbours, about
_CELL = (168.0, 66.0)  # what a node takes with its label
_ROUNDS = 160
_RING, _ARC = 170.0, 46.0  # least radius of what a node is opened to, and room for each on it
_SEED = 7  # the same triples stand in the same places every time
_LABEL = 26  # characters of a label on the drawing; the whole of it stands beside
_FACTS = 40  # values told of one node
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "navigationButtons": False},
    "nodes": {"shape": "dot", "size": 7, "borderWidth": 1.5},
    "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.5}}, "smooth": False},
}


_Places = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple as text; blank nodes begin with `_:`, `literal` says what the object is."""

    subject: str
    predicate: str
    object: str
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """A node that is opened: its address, where it stands, and the nodes that are there."""

    iri: str
    x: float
    y: float
    known: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """A network as vis-network takes it.

    Parameters
    ----------
    nodes : with `id`, `label`, `name` (the label at full length), `group` (what kind of thing it
        is), `x`, `y` and `facts` (pairs of a property and a value).
    edges : with `from`, `to` and `label`.
    options : of the network.
    left_out : nodes that are not drawn, because there are too many.
    """

    nodes: list[dict[str, object]]
    edges: list[dict[str, object]]
    options: dict[str, object]
    left_out: int


@dataclass(slots=True)
class _Parts:
    """What triples come down to: nodes in the order of mention, edges, values of nodes."""

    nodes: dict[str, None] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], None] = field(default_factory=dict)
    facts: dict[str, list[tuple[str, str]]] = field(default_factory=dict)


def network(
    statements: Iterable[Statement], names: Mapping[str, str], origin: Origin | None = None
) -> Net:
    """Return triples as a network.

    Parameters
    ----------
    statements : the triples.
    names : what addresses are called; one that is not here is called by its end.
    origin : the node that is opened, when these triples are what stands around it.
    """
    parts = _parts(statements)
    kept, left_out = _kept(parts, origin)
    places = _around(kept, origin) if origin else _scattered(kept, parts)
    built = Network(directed=True)
    built.set_options(json.dumps(_OPTIONS))
    for iri in kept:
        _add_node(built, iri, places.get(iri), parts, names)
    there = set(kept)
    for number, (own, predicate, other) in enumerate(parts.edges):
        if own in there and other in there:
            said = called(predicate, names)
            built.add_edge(own, other, id=f"{own} {predicate} {other}", label=said, order=number)
    nodes, edges, _, _, _, options = built.get_network_data()
    return Net(nodes, edges, json.loads(options), left_out)


def called(iri: str, names: Mapping[str, str]) -> str:
    """Return what an address is called, else its end."""
    return names.get(iri) or iri.removeprefix(DATA).removeprefix(ONTOLOGY)


def kind_of(iri: str) -> str:
    """Return what kind of thing an address of ours names, as `document` or `body`; else `other`."""
    if iri.startswith(DATA):
        return iri.removeprefix(DATA).partition("/")[0]
    return "term" if iri.startswith(ONTOLOGY) else "other"


def _parts(statements: Iterable[Statement]) -> _Parts:
    parts = _Parts()
    for one in statements:
        parts.nodes.setdefault(one.subject)
        if one.literal:
            facts = parts.facts.setdefault(one.subject, [])
            if len(facts) < _FACTS:
                facts.append((one.predicate, one.object))
        else:
            parts.nodes.setdefault(one.object)
            parts.edges.setdefault((one.subject, one.predicate, one.object))
    return parts


def _kept(parts: _Parts, origin: Origin | None) -> tuple[list[str], int]:
    """Return the nodes that are drawn, and how many are not."""
    known = origin.known if origin else frozenset()
    found = list(parts.nodes)
    room = (_MOST_OPENED if origin else MOST_NODES) - len(known - set(found))
    kept = [iri for iri in found if iri in known]
    kept += [iri for iri in found if iri not in known][: max(room - len(kept), 0)]
    return kept, len(found) - len(kept)


def _scattered(kept: Sequence[str], parts: _Parts) -> dict[str, tuple[float, float]]:
    """Return a place for each node: what is related stands together, groups in rows."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(kept)
    there = set(kept)
    graph.add_edges_from((a, b) for a, _, b in parts.edges if a in there and b in there)
    groups = sorted(nx.connected_components(graph), key=len, reverse=True)
    laid = [_laid(graph.subgraph([iri for iri in kept if iri in group])) for group in groups]
    return _packed(laid)


def _laid(graph: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """Return places for one group of related nodes, from 0 on, none of whose labels overlap."""
    count = len(graph)
    found = nx.spring_layout(graph, seed=_SEED, k=1.8 / math.sqrt(count), iterations=120)
    scale = _SPREAD * math.sqrt(count)
    places = np.array([[x * scale * 1.2, y * scale] for x, y in found.values()])
    places = _apart(places) if count > 1 else np.zeros((1, 2))
    places -= places.min(axis=0)
    return {iri: (float(x), float(y)) for iri, (x, y) in zip(found, places, strict=True)}


def _apart(places: _Places) -> _Places:
    """Move what stands on one another apart, a little at a time, along the shorter way."""
    width, height = _CELL
    for _ in range(_ROUNDS):
        apart = places[:, None, :] - places[None, :, :]
        over_x, over_y = width - np.abs(apart[..., 0]), height - np.abs(apart[..., 1])
        meets = (over_x > 0) & (over_y > 0)
        np.fill_diagonal(meets, val=False)
        if not meets.any():
            break
        aside = meets & (over_x / width < over_y / height)
        way = np.where(apart == 0, np.sign(np.arange(len(places))[:, None, None] - 0.5), 1.0)
        turn = np.where(apart == 0, way, np.sign(apart))
        places[:, 0] += (turn[..., 0] * over_x * aside).sum(axis=1) * 0.3
        places[:, 1] += (turn[..., 1] * over_y * (meets & ~aside)).sum(axis=1) * 0.3
    return places


def _packed(groups: Sequence[Mapping[str, tuple[float, float]]]) -> dict[str, tuple[float, float]]:
    """Return the places of all groups, one beside the other in rows as wide as a screen."""
    sizes = [(max(x for x, _ in one.values()), max(y for _, y in one.values())) for one in groups]
    room = sum((width + _CELL[0]) * (height + _CELL[1] * 2) for width, height in sizes)
    most = max([math.sqrt(room * 1.5), *(width for width, _ in sizes)], default=0.0)
    placed: dict[str, tuple[float, float]] = {}
    left, top, low = 0.0, 0.0, 0.0
    for one, (width, height) in zip(groups, sizes, strict=True):
        if left and left + width > most:
            left, top = 0.0, low
        placed |= {iri: (left + x, top + y) for iri, (x, y) in one.items()}
        left, low = left + width + _CELL[0], max(low, top + height + _CELL[1] * 2)
    return placed


def _around(kept: Sequence[str], origin: Origin) -> dict[str, tuple[float, float]]:
    """Return a place on a ring for each node that was not there."""
    fresh = [iri for iri in kept if iri not in origin.known and iri != origin.iri]
    radius = max(_RING, len(fresh) * _ARC / math.tau)
    turn = math.tau / max(len(fresh), 1)
    return {
        iri: (
            origin.x + radius * math.cos(place * turn),
            origin.y + radius * math.sin(place * turn),
        )
        for place, iri in enumerate(fresh)
    }


def _add_node(
    built: Network,
    iri: str,
    place: tuple[float, float] | None,
    parts: _Parts,
    names: Mapping[str, str],
) -> None:
    name = called(iri, names)
    label = name if len(name) <= _LABEL else name[: _LABEL - 1].rstrip() + "…"
    facts = [(called(predicate, names), value) for predicate, value in parts.facts.get(iri, ())]
    at = {} if place is None else {"x": round(place[0]), "y": round(place[1])}
    built.add_node(iri, label=label, name=name, shape="dot", group=kind_of(iri), facts=facts, **at)
