"""What the register knows is one object, however often it is asked for."""

from __future__ import annotations

from graph.knowledge import knowledge_of
from graph.model import PartialDate, Taught
from graph.read.register import default_register, read_register
from graph.resolve.identity import DocumentKey


def test_equal_registers_are_known_as_one_object() -> None:
    """Tables are kept by knowledge: looking up an equal one would compare all of both each time."""
    first, again = (knowledge_of(read_register(default_register())[0]) for _ in range(2))
    assert first is again


def test_what_reviewers_taught_makes_another() -> None:
    register, _ = read_register(default_register())
    taught = Taught(
        name="khoán mía",
        document=DocumentKey(("tu", "nghe-an"), "nq", "9", "2020-2025", by_term=True).iri,
        number="9-NQ/TU",
        issued=PartialDate(2023),
    )
    assert knowledge_of(register, (taught,)) != knowledge_of(register)
