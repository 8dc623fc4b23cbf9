"""The register with one short report of the corpus read into it."""

from __future__ import annotations

from pathlib import Path

from graph.build import load_register
from graph.ingest import bring
from graph.read.article import Hints
from graph.resolve.identity import source_iri
from graph.store.memory import MemoryStore
from graph.store.protocol import Store
from graph.workers import reading
from tests.graph.conftest import NOW

CORPUS = Path(__file__).resolve().parents[2] / "data" / "corpus"
NAME = "ha-tinh-to-chuc-can-bo"
REPORT = source_iri(NAME)


def register_with_report(store: Store | None = None) -> Store:
    """Fill a store, a new one in memory if none is given."""
    made = store or MemoryStore()
    load_register(made, now=NOW)
    with reading([CORPUS / f"{NAME}.txt"], Hints(), NOW, 1) as read:
        bring(made, read.results, linker=read.linker, now=NOW, known=read.hear)
    return made
