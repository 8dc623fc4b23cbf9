"""The register with one short report of the corpus read into it."""

from __future__ import annotations

from pathlib import Path

from graph.resolve.identity import source_iri
from graph.store.local import LocalStore
from tests.graph.conftest import NOW
from tests.ready import ReadyStores

CORPUS = Path(__file__).resolve().parents[2] / "data" / "corpus"
NAME = "ha-tinh-to-chuc-can-bo"
REPORT = source_iri(NAME)


def register_with_report(ready: ReadyStores, place: Path) -> LocalStore:
    """Make such a store at a place."""
    return ready.texts(place, NOW, "report", [CORPUS / f"{NAME}.txt"])
