"""A competency question as a request asks it: by name, with typed parameters, for a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from api.negotiate import RESULTS, preferred
from api.problems import Problem, Refused, of_error
from graph.errors import AmbiguousDocument, NotFound, QueryError, QuestionError, Text, Unacceptable
from graph.lineage.documents import find_document
from graph.queries.loader import Parameter, Question, bind, library, standalone
from graph.store.protocol import Store

#: Names of the forms of rows, as `?format=`, with their media types.
ROWS: Mapping[str, str] = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
#: Parameters that say how to answer and not what.
OF_FORM = frozenset({"lang", "format"})
_LONGEST = 300  # characters of a value; no name, number or address is longer
_UNFIT, _SEVERAL = 422, 409


@dataclass(frozen=True, slots=True)
class Section:
    """Some of the forty questions, in the order of their numbers."""

    title: Text
    questions: tuple[Question, ...]


# The headings under which the forty stand, each with the number of its last question.
_SECTIONS = (
    (10, Text("Tra cứu đơn", "Single look-ups")),
    (20, Text("Nối hai, ba bước", "Joins of two or three steps")),
    (28, Text("Tên gọi khác, trùng số", "Aliases and equal numbers")),
    (36, Text("Dòng chảy, độ phủ, thời gian", "Lineage, coverage, time")),
    (40, Text("Xung đột, suy luận, chất lượng", "Conflicts, inference, quality")),
)
_OTHERS = Text("Ngoài bốn mươi câu", "Beside the forty")


def sections() -> tuple[Section, ...]:
    """Return all questions under their headings, those that are not among the forty last."""
    numbered = sorted((q for q in library().values() if q.trial), key=number_of)
    first, found = 0, []
    for last, title in _SECTIONS:
        found.append(Section(title, tuple(q for q in numbered if first < number_of(q) <= last)))
        first = last
    found.append(Section(_OTHERS, tuple(q for q in library().values() if not q.trial)))
    return tuple(found)


def number_of(question: Question) -> int:
    """Return the place of a question among the forty, 0 when it is not one of them."""
    return question.trial.number if question.trial else 0


def question_of(name: str) -> Question:
    """Return the question of that name.

    Raises
    ------
    NotFound : there is none.
    """
    found = library().get(name)
    if found is None:
        raise NotFound(
            Text(f"không có câu hỏi “{name[:80]}”", f"there is no question “{name[:80]}”"),
            place=name[:80],
            remedy=Text("xem danh sách ở /api/questions", "see the list at /api/questions"),
        )
    return found


def asked(question: Question, given: Mapping[str, str], store: Store) -> str:
    """Return the SPARQL of a question with the parameters of a request in it.

    Parameters
    ----------
    question : the question.
    given : parameters of the request; those of `OF_FORM` are left alone.
    store : where the spelling of a document is looked up.

    Raises
    ------
    Refused : a parameter is missing, not one of the question, or not of its type (422), or spells
        no one document (404, 409 with the spellings that do); the problem names it.
    """
    values = {name: text.strip() for name, text in given.items() if name not in OF_FORM}
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in known:
            raise Refused(_unknown(question, name))
    for name, parameter in known.items():
        if not values.get(name):
            raise Refused(_missing(parameter))
        if len(values[name]) > _LONGEST:
            raise Refused(_too_long(name))
    values = {
        name: _address(store, name, text) if known[name].type == "document" else text
        for name, text in values.items()
    }
    try:
        return standalone(bind(question, values))
    except QueryError as error:
        place = (error.place or "").removeprefix("--param ")
        raise Refused(_unfit(of_error(error), place)) from error


def form_of_rows(accept: str, named: str) -> str:
    """Return the media type that rows are wanted in.

    Parameters
    ----------
    accept : the header.
    named : what `?format=` says, which goes before the header; empty when it is not there.

    Raises
    ------
    QuestionError : there is no form of that name.
    Unacceptable : the header accepts none of the forms.
    """
    if named:
        if named in ROWS:
            return ROWS[named]
        listed = ", ".join(ROWS)
        raise QuestionError(
            Text(f"không có dạng “{named[:40]}”", f"there is no form “{named[:40]}”"),
            place="format",
            remedy=Text(f"chọn một trong: {listed}", f"choose one of: {listed}"),
        )
    found = preferred(accept, RESULTS)
    if found is None:
        listed = ", ".join(ROWS.values())
        raise Unacceptable(
            Text("không viết được kết quả ở dạng đã nêu", "rows cannot be written in that form"),
            place="Accept",
            remedy=Text(f"chọn một trong: {listed}", f"accept one of: {listed}"),
        )
    return found


def _address(store: Store, name: str, spelling: str) -> str:
    with store.read() as reader:
        try:
            return find_document(reader, spelling).iri
        except NotFound as error:
            raise Refused(replace(of_error(error), place=name)) from error
        except AmbiguousDocument as error:
            several = replace(of_error(error), status=_SEVERAL, place=name)
            raise Refused(several) from error


def _unfit(problem: Problem, place: str) -> Problem:
    return replace(problem, status=_UNFIT, kind="bad-input", place=place)


def _unknown(question: Question, name: str) -> Problem:
    taken = ", ".join(f"{one.name} ({one.type})" for one in question.parameters)
    remedy = (
        Text(f"câu hỏi nhận: {taken}", f"the question takes: {taken}")
        if taken
        else Text("câu hỏi này không có tham số", "this question takes no parameter")
    )
    message = Text("Câu hỏi không có tham số ấy", "The question has no such parameter")
    return Problem(_UNFIT, "bad-input", message, place=name[:80], remedy=remedy)


def _missing(parameter: Parameter) -> Problem:
    return Problem(
        _UNFIT,
        "bad-input",
        Text(f"Thiếu tham số “{parameter.name}”", f"The parameter “{parameter.name}” is missing"),
        place=parameter.name,
        remedy=Text(
            f"thêm {parameter.name}: {parameter.label.vi} ({parameter.type})",
            f"add {parameter.name}: {parameter.label.en} ({parameter.type})",
        ),
    )


def _too_long(name: str) -> Problem:
    return Problem(
        _UNFIT,
        "bad-input",
        Text("Giá trị quá dài", "The value is too long"),
        place=name,
        remedy=Text(f"viết dưới {_LONGEST} ký tự", f"use less than {_LONGEST} characters"),
    )
