"""Questions in `.rq` files: their `#+` heads read and checked, their parameters bound.

A file is plain SPARQL that any engine reads; its head and the place of its parameters stand in
comments::

    #+ name: documents-of-number
    #+ title.vi: Những văn bản mang cùng một số
    #+ title.en: Documents that share a number
    #+ parameter number: string | Số văn bản | Number of the documents
    #+ column document: Văn bản | Document
    SELECT ?document WHERE {
      #+ values
      ?document cas:number ?number .
    }

`#+ values` becomes a VALUES block of serialised, type-checked terms: no text is ever pasted.

The forty competency questions also say what number they have, the parameters of their trial and
what the answer must hold, or why the shipped data are silent (`graph.queries.verdicts`)::

    #+ question: 27
    #+ example number: 18-NQ/TW
    #+ expect: id:document/tw/nq/18/xii
    #+ silent: bài không nêu người chủ trì | the article names no chair
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from graph.errors import QueryError, Text
from graph.queries.guard import check_reading, tokens
from ontology.terms import DATA, ONTOLOGY

PREFIXES: Mapping[str, str] = {
    "cas": ONTOLOGY,
    "id": DATA,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "foaf": "http://xmlns.com/foaf/0.1/",
}
TYPES = ("document", "iri", "date", "integer", "string")

_KEYS = {"name", "title", "parameter", "column", "question", "example", "expect", "silent"}
_FOLDER = Path(__file__).parent
_HEAD = re.compile(r"\s*#\+\s*(?P<key>[a-z]+)(?:[ .](?P<of>\w+))?:\s*(?P<rest>.*\S)\s*")
_MARK = re.compile(r"^[ \t]*#\+ values[ \t]*$", re.MULTILINE)
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")
_INTEGER = re.compile(r"[+-]?\d{1,18}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question asks of the reader: `type` is one of `TYPES`."""

    name: str
    type: str
    label: Text


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer: the variable of that name and its heading."""

    name: str
    label: Text


@dataclass(frozen=True, slots=True)
class Trial:
    """How a competency question is tried on the shipped data.

    `number` is its place among the forty, `examples` the values of its parameters; `expected` are
    rows that the answer must hold, cell by cell; `silent` says why the data do not state it, then
    the answer must be empty.
    """

    number: int
    examples: tuple[tuple[str, str], ...]
    expected: tuple[tuple[str, ...], ...]
    silent: Text | None


@dataclass(frozen=True, slots=True)
class Question:
    """A competency question: its head and its SPARQL, parameters not yet bound.

    `trial` is None for questions that are not among the forty.
    """

    name: str
    title: Text
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    sparql: str
    trial: Trial | None = None


@cache
def library() -> Mapping[str, Question]:
    """Return the questions that ship with Cascade, by name."""
    found = (read_question(path) for path in sorted(_FOLDER.glob("*.rq")))
    return {question.name: question for question in found}


def read_question(path: Path) -> Question:
    """Read one `.rq` file that has a head; its name is that of the file.

    Raises
    ------
    QueryError : the head lacks something, names a variable the query does not have, or the query
        does more than read.
    """
    question = parse_question(path.read_text(encoding="utf-8"), str(path))
    if question.name != path.stem:
        raise _wrong(
            str(path), Text(f"tên “{question.name}” khác tên tệp", "name and file name differ")
        )
    return question


def has_head(text: str) -> bool:
    """Tell whether a query carries a `#+` head."""
    return any(_HEAD.fullmatch(line) for line in text.splitlines())


def parse_question(text: str, place: str) -> Question:
    """Return the question that a text with a head describes; `place` is named in errors."""
    check_reading(text)
    plain: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: list[Column] = []
    examples: list[tuple[str, str]] = []
    expected: list[tuple[str, ...]] = []
    for where, key, of, rest in _head_lines(text, place):
        if key == "parameter":
            parameters.append(_parameter(where, of, rest))
        elif key == "column":
            columns.append(Column(of, _label(where, rest)))
        elif key == "example":
            examples.append((of, rest))
        elif key == "expect":
            expected.append(tuple(cell.strip() for cell in rest.split("|")))
        else:
            plain[f"{key}.{of}" if of else key] = rest
    name = _needed(plain, "name", place)
    title = Text(_needed(plain, "title.vi", place), _needed(plain, "title.en", place))
    trial = _trial(plain, tuple(examples), tuple(expected), place)
    question = Question(name, title, tuple(parameters), tuple(columns), text, trial)
    _check(question, place)
    return question


def bind(question: Question, values: Mapping[str, str]) -> str:
    """Return the SPARQL of a question with its parameters bound as a VALUES block.

    `values` holds text as the reader gave it, by parameter; a `document` is given as its IRI.

    Raises
    ------
    QueryError : a parameter is missing, unknown, or its value is not of its type.
    """
    known = {parameter.name for parameter in question.parameters}
    for name in values:
        if name not in known:
            raise _parameters_of(question, Text(f"không có tham số “{name}”", f"no “{name}”"))
    if not known:
        return question.sparql
    terms = [_term(question, parameter, values) for parameter in question.parameters]
    names = " ".join(f"?{parameter.name}" for parameter in question.parameters)
    block = f"VALUES ({names}) {{ ({' '.join(terms)}) }}"
    return _MARK.sub(lambda _: block, question.sparql)


def standalone(sparql: str) -> str:
    """Return a query that declares the prefixes it uses, so that any engine can answer it."""
    named = (token.text for token in tokens(sparql) if token.kind == "name")
    used = {name.partition(":")[0] for name in named}
    declared = [f"PREFIX {name}: <{PREFIXES[name]}>" for name in PREFIXES if name in used]
    return "\n".join([*declared, sparql])


def _head_lines(text: str, place: str) -> Iterator[tuple[str, str, str, str]]:
    for count, line in enumerate(text.splitlines(), start=1):
        if not line.lstrip().startswith("#+") or _MARK.fullmatch(line):
            continue
        found = _HEAD.fullmatch(line)
        where = f"{place}:{count}"
        if found is None or found["key"] not in _KEYS:
            raise _wrong(where, Text("không phải dòng đầu đề", "this is no line of a head"))
        yield where, found["key"], found["of"] or "", found["rest"]


def _parameter(where: str, name: str, rest: str) -> Parameter:
    kind, _, labels = rest.partition("|")
    if kind.strip() not in TYPES:
        choices = ", ".join(TYPES)
        raise _wrong(where, Text(f"kiểu phải là {choices}", f"type must be one of {choices}"))
    return Parameter(name, kind.strip(), _label(where, labels))


def _label(where: str, text: str) -> Text:
    vi, _, en = (part.strip() for part in text.partition("|"))
    if not (vi and en):
        raise _wrong(where, Text("cần nhãn “vi | en”", "a label “vi | en” is needed"))
    return Text(vi, en)


def _needed(plain: Mapping[str, str], key: str, place: str) -> str:
    if key not in plain:
        raise _wrong(place, Text(f"đầu đề thiếu “{key}”", f"the head lacks “{key}”"))
    return plain[key]


def _trial(
    plain: Mapping[str, str],
    examples: tuple[tuple[str, str], ...],
    expected: tuple[tuple[str, ...], ...],
    place: str,
) -> Trial | None:
    """Return how the question is tried; one of the forty says what it expects, or why nothing."""
    silent = _label(place, plain["silent"]) if "silent" in plain else None
    if "question" not in plain:
        if examples or expected or silent:
            raise _wrong(place, Text("thiếu “question: SỐ”", "“question: NUMBER” is missing"))
        return None
    if not plain["question"].isdecimal() or bool(expected) == bool(silent):
        message = Text(
            "cần một số, và hoặc “expect” hoặc “silent”",
            "a number, and either “expect” or “silent”",
        )
        raise _wrong(place, message)
    return Trial(int(plain["question"]), examples, expected, silent)


def _check(question: Question, place: str) -> None:
    variables = {token.text[1:] for token in tokens(question.sparql) if token.kind == "variable"}
    named = {parameter.name for parameter in question.parameters}
    named |= {column.name for column in question.columns}
    if not _NAME.fullmatch(question.name):
        raise _wrong(place, Text("tên phải viết kiểu abc-def", "the name must be kebab-case"))
    trial = question.trial
    if trial and {name for name, _ in trial.examples} != {p.name for p in question.parameters}:
        raise _wrong(place, Text("cần “example” cho từng tham số", "one “example” per parameter"))
    if trial and any(len(row) != len(question.columns) for row in trial.expected):
        raise _wrong(place, Text("mỗi “expect” cần đủ các cột", "each “expect” needs all columns"))
    for name in sorted(named - variables):
        raise _wrong(place, Text(f"truy vấn không có ?{name}", f"the query has no ?{name}"))
    if len(_MARK.findall(question.sparql)) != bool(question.parameters):
        raise _wrong(
            place,
            Text(
                "cần đúng một dòng “#+ values” khi có tham số",
                "exactly one line “#+ values” is needed with parameters, none without",
            ),
        )


def _term(question: Question, parameter: Parameter, values: Mapping[str, str]) -> str:
    if parameter.name not in values:
        raise _parameters_of(
            question, Text(f"thiếu tham số “{parameter.name}”", f"“{parameter.name}” is missing")
        )
    text = values[parameter.name]
    try:
        return str(_typed(parameter.type, text))
    except ValueError as error:
        raise QueryError(
            Text(f"“{text}” không thuộc kiểu {parameter.type}", f"“{text}” is no {parameter.type}"),
            place=f"--param {parameter.name}",
            remedy=_HOW[parameter.type],
        ) from error


def _typed(kind: str, text: str) -> NamedNode | Literal:
    if kind == "date":
        return Literal(date.fromisoformat(text).isoformat(), datatype=_xsd("date"))
    if kind == "integer":
        if not _INTEGER.fullmatch(text):
            raise ValueError(text)
        return Literal(str(int(text)), datatype=_xsd("integer"))
    if kind == "string":
        return Literal(text)
    if not _IRI.fullmatch(text):
        raise ValueError(text)
    return NamedNode(text)


def _xsd(name: str) -> NamedNode:
    return NamedNode(PREFIXES["xsd"] + name)


_HOW: Mapping[str, Text] = {
    "document": Text("nêu số, tên gọi hoặc IRI của văn bản", "give a number, alias or IRI"),
    "iri": Text("viết IRI đầy đủ, như https://...", "write a full IRI such as https://..."),
    "date": Text("viết ngày theo dạng 2022-08-18", "write the day as 2022-08-18"),
    "integer": Text("viết một số nguyên", "write a whole number"),
    "string": Text("viết một chuỗi ký tự", "write some text"),
}


def _parameters_of(question: Question, message: Text) -> QueryError:
    needed = " ".join(f"--param {p.name}=<{p.type}>" for p in question.parameters)
    remedy = (
        Text(f"câu hỏi nhận: {needed}", f"the question takes: {needed}")
        if needed
        else Text("câu hỏi này không có tham số", "this question takes no parameter")
    )
    return QueryError(message, place=question.name, remedy=remedy)


def _wrong(place: str, message: Text) -> QueryError:
    remedy = Text("sửa đầu đề của tệp .rq", "mend the head of the .rq file")
    return QueryError(message, place=place, remedy=remedy)
