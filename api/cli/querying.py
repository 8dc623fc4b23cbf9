"""The command that queries: a question by name, a file, or SPARQL as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from api import bounded
from api.cli.options import TABLE_HELP, AnswerFormat
from api.cli.session import Session
from api.render.screen import Screen
from api.render.sheets import Sheet, table_lines
from graph.errors import InputError, NotFound, QueryError, Text
from graph.queries.guard import check_reading
from graph.queries.loader import (
    Question,
    bind,
    has_head,
    library,
    parse_question,
)
from graph.store.protocol import Reader


def query(
    context: typer.Context,
    asked: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE|NAME|TEXT]",
            help="Tệp .rq, tên câu hỏi, hoặc SPARQL; bỏ trống để xem các câu hỏi có sẵn / "
            "A file, the name of a question, or SPARQL; leave it out to list the questions.",
        ),
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option(metavar="K=V", help="Giá trị của tham số / Value of a parameter."),
    ] = None,
    format: Annotated[AnswerFormat, typer.Option(help=TABLE_HELP)] = AnswerFormat.TABLE,
    limit_seconds: Annotated[
        int,
        typer.Option(
            min=1, max=3600, help="Chạy tối đa bao nhiêu giây / At most how many seconds."
        ),
    ] = bounded.SECONDS,
) -> None:
    """Câu hỏi có sẵn hoặc SPARQL / Ready questions or SPARQL."""
    session: Session = context.obj
    if asked is None:
        session.show(table_lines(_questions(session.screen), session.screen))
        return
    question, text = _chosen(asked)
    values = _values(param or ())
    if question is None and values:
        raise QueryError(
            Text("câu truy vấn này không khai báo tham số", "this query declares no parameters"),
            place="--param",
            remedy=Text("thêm đầu đề #+ vào tệp .rq", "give the .rq file a #+ head"),
        )
    session.write(bounded.answer(_task(session, question, text, values, format, limit_seconds)))


def _task(
    session: Session,
    question: Question | None,
    text: str,
    values: Mapping[str, str],
    form: AnswerFormat,
    seconds: int,
) -> bounded.Task:
    """Return what is to be answered: the query with its parameters bound, found to read only."""
    if question:
        with session.reading() as reader:
            text = bind(question, _resolved(session, reader, question, values))
    check_reading(text)
    columns = question.columns if question else ()
    return bounded.Task(
        place=str(session.place),
        sparql=text,
        form=form.value,
        language=session.language,
        width=session.screen.width,
        columns=tuple((column.name, column.label.vi, column.label.en) for column in columns),
        seconds=seconds,
    )


def _chosen(asked: str) -> tuple[Question | None, str]:
    """Return the question asked by name, file or text, and its text; None without a head."""
    if asked in library():
        return library()[asked], ""
    if "{" in asked:
        text, place = asked, "TEXT"
    else:
        text, place = _read(asked), asked
    return (parse_question(text, place), text) if has_head(text) else (None, text)


def _read(asked: str) -> str:
    file = Path(asked)
    if not file.is_file():
        names = ", ".join(library())
        raise NotFound(
            Text(f"không có tệp hay câu hỏi “{asked}”", f"no file or question “{asked}”"),
            remedy=Text(f"các câu hỏi có sẵn: {names}", f"the questions are: {names}"),
        )
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            Text("không đọc được tệp này", "the file cannot be read"),
            place=asked,
            remedy=Text("kiểm tra quyền đọc, lưu tệp bằng UTF-8", "check rights; save it as UTF-8"),
        ) from error


def _values(given: Sequence[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not (name and equals):
            raise QueryError(
                Text(f"“{pair}” không có dạng tên=giá trị", f"“{pair}” is not name=value"),
                place="--param",
                remedy=Text("viết --param number=18-NQ/TW", "write --param number=18-NQ/TW"),
            )
        values[name.strip()] = value.strip()
    return values


def _resolved(
    session: Session, reader: Reader, question: Question, values: Mapping[str, str]
) -> dict[str, str]:
    """Return the values with every document as its address."""
    kinds = {parameter.name: parameter.type for parameter in question.parameters}
    return {
        name: session.document(reader, value).iri if kinds.get(name) == "document" else value
        for name, value in values.items()
    }


def _questions(screen: Screen) -> Sheet:
    headings = (Text("Tên", "Name"), Text("Câu hỏi", "Question"), Text("Tham số", "Parameters"))
    rows = tuple(
        (
            question.name,
            screen.say(question.title),
            " ".join(f"{parameter.name}={parameter.type}" for parameter in question.parameters),
        )
        for question in library().values()
    )
    return Sheet(tuple(screen.say(heading) for heading in headings), rows)
