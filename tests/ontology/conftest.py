"""What the tests of the ontology share."""

from __future__ import annotations

import pytest
from rdflib import Graph

from ontology import generate, reason


@pytest.fixture(scope="session")
def ontology() -> Graph:
    """The ontology as a graph; not to be changed."""
    return generate.load_ontology()


@pytest.fixture(scope="session")
def vocabularies() -> Graph:
    """All vocabularies as one graph; not to be changed."""
    return generate.load_vocabularies()


@pytest.fixture
def java() -> None:
    """Skip where HermiT cannot run."""
    if not reason.java_available():
        pytest.skip("HermiT needs Java, which is not installed")
