"""Answers of SPARQL as a table, JSON (SPARQL 1.1 Query Results), CSV or Turtle."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)
from rich.text import Text as Line

from api import words
from api.render.screen import FAINT, Screen
from api.render.sheets import Sheet, csv_text, table_lines
from graph.errors import QueryError, Text
from graph.model import PartialDate, Verification
from graph.queries.loader import PREFIXES, Question
from graph.store.protocol import Answer

_TRIPLE = ("subject", "predicate", "object")
_XSD = PREFIXES["xsd"]
_DATES = {f"{_XSD}{name}" for name in ("date", "gYearMonth", "gYear")}
_FIGURES = {f"{_XSD}{name}" for name in ("integer", "decimal", "double")}
_YES, _NO = Text("có", "yes"), Text("không", "no")
_ROWS = (Text("kết quả", "result"), Text("kết quả", "results"))


def answer_lines(answer: Answer, screen: Screen, question: Question | None) -> list[Line]:
    """Return an answer as a table, with the headings of the question if it has a head."""
    if isinstance(answer, QueryBoolean):
        return [Line(screen.say(_YES if bool(answer) else _NO))]
    names, rows = _table(answer)
    sheet = Sheet(
        tuple(_heading(name, question, screen) for name in names),
        tuple(
            tuple(_cell(name, term, screen) for name, term in zip(names, row, strict=True))
            for row in rows
        ),
        frozenset(place for place in range(len(names)) if _figures(row[place] for row in rows)),
    )
    count = words.counted(len(rows), *_ROWS, screen.language)
    return [*(table_lines(sheet, screen) if rows else ()), *screen.wrapped(count, "", FAINT)]


def answer_csv(answer: Answer) -> str:
    """Return an answer as CSV: the names of the variables, dates as ISO 8601."""
    if isinstance(answer, QueryBoolean):
        return csv_text(("boolean",), [("true" if bool(answer) else "false",)])
    names, rows = _table(answer)
    return csv_text(names, [[_text(term) for term in row] for row in rows])


def answer_json(answer: Answer) -> str:
    """Return SPARQL 1.1 Query Results in JSON; triples as JSON-LD."""
    if isinstance(answer, QueryTriples):
        written = serialize(answer, format=RdfFormat.JSON_LD)
    else:
        written = answer.serialize(format=QueryResultsFormat.JSON)
    return (written or b"").decode()


def answer_turtle(answer: Answer) -> str:
    """Return triples as Turtle.

    Raises
    ------
    QueryError : the query does not construct triples.
    """
    if not isinstance(answer, QueryTriples):
        raise QueryError(
            Text(
                "chỉ CONSTRUCT và DESCRIBE cho ra Turtle", "only CONSTRUCT and DESCRIBE give Turtle"
            ),
            place="--format ttl",
            remedy=Text("chọn table, json hoặc csv", "choose table, json or csv"),
        )
    written = serialize(answer, format=RdfFormat.TURTLE, prefixes=dict(PREFIXES))
    return (written or b"").decode()


_Term = NamedNode | BlankNode | Literal | Triple | None


def _table(answer: QuerySolutions | QueryTriples) -> tuple[tuple[str, ...], list[list[_Term]]]:
    if isinstance(answer, QueryTriples):
        return _TRIPLE, [[t.subject, t.predicate, t.object] for t in answer]
    names = tuple(variable.value for variable in answer.variables)
    return names, [[row[name] for name in names] for row in answer]


def _heading(name: str, question: Question | None, screen: Screen) -> str:
    columns = question.columns if question else ()
    return next((screen.say(c.label) for c in columns if c.name == name), name)


def _cell(name: str, term: _Term, screen: Screen) -> str:
    """Return a term as people read it: dates and known codes in words."""
    text = _text(term)
    if isinstance(term, Literal) and term.datatype.value in _DATES:
        return _dated(text, screen)
    if name == "verification" and text in set(Verification):
        return words.label(words.VERIFICATIONS, Verification(text), screen.language)
    return words.field(text, screen.language) if name == "field" else text


def _dated(text: str, screen: Screen) -> str:
    try:
        return words.day(PartialDate.parse(text), screen.language)
    except ValueError:
        return text


def _text(term: _Term) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, Triple | BlankNode) else term.value


def _figures(terms: Iterable[_Term]) -> bool:
    known = [term for term in terms if term is not None]
    return bool(known) and all(
        isinstance(term, Literal) and term.datatype.value in _FIGURES | _DATES for term in known
    )
