"""Write `terms.py` and `lexicon.py` from the Turtle, or tell which of them drifted.

The Turtle is the source of truth; what is made from it carries no date, so that it changes only
when the Turtle does.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rdflib import Graph

from ontology.generate_lexicon import render_lexicon
from ontology.generate_terms import render_terms

ROOM = Path(__file__).parent


def load_ontology(room: Path = ROOM) -> Graph:
    """Return the graph of `cascade.ttl`."""
    return Graph().parse(room / "cascade.ttl", format="turtle")


def load_vocabularies(room: Path = ROOM) -> Graph:
    """Return the graph of all files of `vocab/` together."""
    graph = Graph()
    for path in sorted((room / "vocab").glob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph


def outputs(room: Path = ROOM) -> Mapping[Path, str]:
    """Return every generated file with the text it should hold."""
    return {
        room / "terms.py": render_terms(load_ontology(room)),
        room / "lexicon.py": render_lexicon(load_vocabularies(room)),
    }


def write(room: Path = ROOM) -> None:
    """Write every generated file."""
    for path, text in outputs(room).items():
        path.write_text(text, encoding="utf-8")


def drifted(room: Path = ROOM) -> tuple[Path, ...]:
    """Return the generated files that no longer say what the Turtle says."""
    return tuple(
        path
        for path, text in outputs(room).items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    )
