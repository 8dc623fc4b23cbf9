"""How the forty competency questions fare on the data: answered as expected, not, or not stated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph.queries.loader import Question
from ontology.terms import DATA

Term = NamedNode | BlankNode | Literal | Triple | None

_ANY, _BEGINS = "*", "…"


class Fate(StrEnum):
    """What became of a question; `not_stated` is the right answer where the data are silent."""

    PASS = "pass"  # noqa: S105
    FAIL = "fail"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one question fared: rows it gave, and expected ones that are missing."""

    question: Question
    fate: Fate
    rows: int
    missing: tuple[tuple[str, ...], ...] = ()


def judge(question: Question, answer: Iterable[Sequence[Term]]) -> Verdict:
    """Return how an answer compares with what the question expects.

    Parameters
    ----------
    question : one of the forty.
    answer : its rows, cells in the order of its columns; None where nothing is bound.

    Returns
    -------
    A verdict: every expected row must be there, others may be. A cell `*` fits anything, one that
    ends in `…` what begins so, an empty one what is not stated.

    Raises
    ------
    ValueError : the question is not one of the forty.
    """
    if question.trial is None:
        raise ValueError(question.name)
    rows = [tuple(map(told, row)) for row in answer]
    if question.trial.silent is not None:
        return Verdict(question, Fate.FAIL if rows else Fate.NOT_STATED, len(rows))
    missing = tuple(
        wanted for wanted in question.trial.expected if not any(_fits(wanted, row) for row in rows)
    )
    return Verdict(question, Fate.FAIL if missing else Fate.PASS, len(rows), missing)


def told(term: Term) -> str:
    """Return a cell as heads write it: text as it is, our addresses short, nothing as empty."""
    if isinstance(term, NamedNode):
        return "id:" + term.value.removeprefix(DATA) if DATA in term.value else term.value
    return term.value if isinstance(term, Literal) else "" if term is None else str(term)


def _fits(wanted: Sequence[str], row: Sequence[str]) -> bool:
    return all(_cell_fits(cell, found) for cell, found in zip(wanted, row, strict=True))


def _cell_fits(wanted: str, found: str) -> bool:
    if wanted == _ANY:
        return True
    if wanted.endswith(_BEGINS):
        return found.startswith(wanted.removesuffix(_BEGINS))
    return wanted == found
