"""The drawing of a cascade, made with pyvis: data and options of vis-network, positions ours.

Of pyvis only the builder is used. Its own pages fetch from elsewhere, take titles and options for
script and write in the encoding of the machine; so the page is ours (`api.render.network_pages`),
and everything here is data for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from pyvis.network import Network  # type: ignore[import-untyped]

from graph.model import Cascade, CascadeNode, Verification
from graph.subgraph import certainty_of, walk
from graph.view.bands import Placed, place

#: What a licence asks to be kept with the library that a page holds.
LIBRARY = "vis-network 9.1.2"
_SCRIPT = ("lib", "vis-9.1.2", "vis-network.min.js")
_SOURCE_MAP = "//# sourceMappingURL="
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"dragNodes": False, "hover": True, "multiselect": False},
    "nodes": {"shape": "custom", "chosen": False},
    # The page draws the edges itself, along the gaps between the cards.
    "edges": {"smooth": False, "chosen": False, "hidden": True},
}


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A cascade as vis-network takes it.

    Parameters
    ----------
    nodes : one a document, with the number of its place in `numbers` as `id`, the lines of its
        card, `over` (the document it hangs on) and what is doubtful of it.
    edges : from a document to the one that it rests on; broken where it is not stated plainly,
        with an arrow where both stand in one band, which shows no direction.
    options : of the network; nothing moves.
    placed : cards and bands.
    numbers : addresses of the documents to their numbers, the root 0.
    """

    nodes: list[dict[str, object]]
    edges: list[dict[str, object]]
    options: dict[str, object]
    placed: Placed
    numbers: Mapping[str, int]


def draw(cascade: Cascade, captions: Mapping[str, tuple[str, ...]]) -> Drawing:
    """Return the drawing of a cascade.

    Parameters
    ----------
    cascade : traced with its evidence, else every edge is drawn as not stated.
    captions : the lines of each document's card, by address: plain text, never markup.
    """
    placed = place(cascade)
    numbers = {card.document.iri: number for number, card in enumerate(placed.cards)}
    levels = [card.document.level for card in placed.cards]
    network = Network(directed=True)
    network.set_options(json.dumps(_OPTIONS))
    for number, card in enumerate(placed.cards):
        network.add_node(
            number,
            label=card.document.name,
            shape="custom",
            group=card.document.level or "none",
            x=card.x,
            y=card.y,
            lines=captions[card.document.iri],
            over=numbers.get(card.above or ""),
            doubtful=card.document.verification is Verification.UNVERIFIED,
        )
    for number, (ends, node) in enumerate(_edges(cascade).items()):
        own, basis = (numbers[iri] for iri in ends)
        level_ground = levels[own] == levels[basis]
        network.add_edge(
            own,
            basis,
            id=number,
            dashes=not _plain(node) and [5, 4],
            arrows="to" if level_ground else "",
        )
    nodes, edges, _, _, _, options = network.get_network_data()
    return Drawing(nodes, edges, json.loads(options), placed, numbers)


def library() -> str:
    """Return the script of vis-network that pyvis brings, its licence at the head.

    The note of where its map lies is left out: a browser would look for it.
    """
    script = resources.files("pyvis").joinpath(*_SCRIPT).read_text(encoding="utf-8")
    lines = script.replace("\r\n", "\n").split("\n")
    return "\n".join(line for line in lines if not line.startswith(_SOURCE_MAP)).strip()


def _edges(cascade: Cascade) -> dict[tuple[str, str], CascadeNode]:
    """Return the node behind each edge, from the document to the one that it rests on."""
    found: dict[tuple[str, str], CascadeNode] = {}
    for above, node in walk(cascade):
        ends = (node.document.iri, above.iri)
        found[ends if cascade.down else ends[::-1]] = node
    return found


def _plain(node: CascadeNode) -> bool:
    """Tell whether a relation is stated, by a source that was verified at all."""
    verified = any(one.verification is not Verification.UNVERIFIED for one in node.evidence)
    return verified and certainty_of(node.evidence) == "stated"
