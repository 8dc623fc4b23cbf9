"""What is known of the shipped register, once for all tests of reading."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from graph.knowledge import knowledge_of
from graph.records import Register


@pytest.fixture(scope="session")
def knowledge(register: Register) -> Knowledge:
    """Return the gazetteer of the shipped register."""
    return knowledge_of(register)
