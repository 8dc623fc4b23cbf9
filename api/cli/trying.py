"""The command that tries the forty competency questions on the store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

import typer
from pyoxigraph import QuerySolutions

from api.cli.failing import NOTHING, Stopped
from api.cli.options import TABLE_HELP, TableFormat
from api.cli.session import Session
from api.render.screen import Screen
from api.render.sheets import Sheet, csv_text, table_lines
from graph.errors import CascadeError, Text
from graph.lineage.documents import find_document
from graph.queries.loader import PREFIXES, Question, bind, library
from graph.queries.verdicts import Fate, Verdict, judge
from graph.store.protocol import Reader

_FATES = {
    Fate.PASS: Text("đạt", "pass"),
    Fate.FAIL: Text("không đạt", "fail"),
    Fate.NOT_STATED: Text("không nêu", "not stated"),
}
_HEADINGS = (
    Text("Câu", "No."),
    Text("Kết quả", "Verdict"),
    Text("Câu hỏi", "Question"),
    Text("Tên", "Name"),
    Text("Dòng", "Rows"),
)
_FIELDS = ("number", "verdict", "question", "name", "rows")


def questions(
    context: typer.Context,
    format: Annotated[TableFormat, typer.Option(help=TABLE_HELP)] = TableFormat.TABLE,
) -> None:
    """Thử 40 câu hỏi năng lực trên kho / Try the 40 competency questions on the store."""
    session: Session = context.obj
    with session.reading() as reader:
        verdicts = tuple(_tried(reader))
    if format is TableFormat.JSON:
        session.write(json.dumps([_as_json(one) for one in verdicts], ensure_ascii=False, indent=1))
    elif format is TableFormat.CSV:
        session.write(csv_text(_FIELDS, [_row(one, session.screen) for one in verdicts]))
    else:
        _show(session, verdicts)
    if any(one.fate is Fate.FAIL for one in verdicts):
        raise Stopped(NOTHING)


def _tried(reader: Reader) -> Iterator[Verdict]:
    """Yield how each question fares, in the order of their numbers."""
    numbered = [one for one in library().values() if one.trial is not None]
    for question in sorted(numbered, key=lambda one: one.trial.number if one.trial else 0):
        yield _verdict(reader, question)


def _verdict(reader: Reader, question: Question) -> Verdict:
    assert question.trial is not None
    try:
        values = _values(reader, question)
    except CascadeError:  # the store does not know the document asked for
        return Verdict(question, Fate.FAIL, 0, question.trial.expected)
    answer = reader.query(bind(question, values), PREFIXES)
    assert isinstance(answer, QuerySolutions)
    return judge(question, ([row[one.name] for one in question.columns] for row in answer))


def _values(reader: Reader, question: Question) -> dict[str, str]:
    """Return the example of each parameter, a document as its address."""
    kinds = {parameter.name: parameter.type for parameter in question.parameters}
    examples = question.trial.examples if question.trial else ()
    return {
        name: find_document(reader, value).iri if kinds[name] == "document" else value
        for name, value in examples
    }


def _show(session: Session, verdicts: tuple[Verdict, ...]) -> None:
    screen = session.screen
    headings = tuple(screen.say(heading) for heading in _HEADINGS)
    rows = tuple(_row(one, screen) for one in verdicts)
    session.show(table_lines(Sheet(headings, rows, frozenset({0, 4})), screen))
    for one in verdicts:
        for line in _remarks(one, screen):
            session.show(screen.wrapped(line, "  "))
    counted = {fate: sum(one.fate is fate for one in verdicts) for fate in Fate}
    session.say(
        ", ".join(f"{counted[fate]} {label.vi}" for fate, label in _FATES.items()),
        ", ".join(f"{counted[fate]} {label.en}" for fate, label in _FATES.items()),
    )


def _row(one: Verdict, screen: Screen) -> tuple[str, ...]:
    number = str(one.question.trial.number) if one.question.trial else ""
    title, fate = screen.say(one.question.title), screen.say(_FATES[one.fate])
    return number, fate, title, one.question.name, str(one.rows)


def _remarks(one: Verdict, screen: Screen) -> Iterator[str]:
    """Yield why the data are silent, and which expected rows are missing."""
    trial = one.question.trial
    if trial and trial.silent and one.fate is Fate.NOT_STATED:
        yield f"{trial.number}: {screen.say(trial.silent)}"
    missing = Text("thiếu", "missing")
    for row in one.missing:
        yield f"{one.question.name}, {screen.say(missing)}: {' | '.join(row)}"


def _as_json(one: Verdict) -> dict[str, object]:
    trial = one.question.trial
    return {
        "number": trial.number if trial else None,
        "name": one.question.name,
        "title": {"vi": one.question.title.vi, "en": one.question.title.en},
        "verdict": one.fate.value,
        "rows": one.rows,
        "missing": [list(row) for row in one.missing],
        "silent": {"vi": trial.silent.vi, "en": trial.silent.en}
        if trial and trial.silent
        else None,
    }
