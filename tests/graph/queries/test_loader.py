"""Heads of `.rq` files are checked, parameters are bound as terms and never pasted."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from graph.errors import QueryError
from graph.queries.loader import (
    PREFIXES,
    Question,
    bind,
    has_head,
    library,
    parse_question,
    read_question,
)

HEAD = """#+ name: of-number
#+ title.vi: Văn bản nào?
#+ title.en: Which documents?
#+ parameter number: string | Số | Number
#+ column d: Văn bản | Document
"""
BODY = """SELECT ?d WHERE {
  #+ values
  ?d <x:number> ?number
}"""
VALUES = {
    "document": "https://w3id.org/cascade-vn/id/document/tw/nq/18/xii",
    "iri": "x:y",
    "date": "2020-02-29",
    "integer": "7",
    "string": "x",
}


def question(kind: str = "string") -> Question:
    return parse_question(HEAD.replace("string", kind) + BODY, "here.rq")


def answered(sparql: str, *quads: pyoxigraph.Quad) -> list[str]:
    store = pyoxigraph.Store()
    store.extend(quads)
    answer = store.query(sparql, prefixes=dict(PREFIXES))
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    return [str(row[0]) for row in answer]


def test_a_head_is_read() -> None:
    read = question()
    assert read.name == "of-number"
    assert read.title.vi == "Văn bản nào?"
    assert [(p.name, p.type, p.label.en) for p in read.parameters] == [
        ("number", "string", "Number")
    ]
    assert [(c.name, c.label.vi) for c in read.columns] == [("d", "Văn bản")]


def test_a_bound_parameter_selects() -> None:
    def numbered(subject: str, number: str) -> pyoxigraph.Quad:
        node = pyoxigraph.NamedNode
        return pyoxigraph.Quad(node(subject), node("x:number"), pyoxigraph.Literal(number))

    bound = bind(question(), {"number": "18-NQ/TW"})
    assert answered(bound, numbered("x:1", "18-NQ/TW"), numbered("x:2", "19-NQ/TW")) == ["<x:1>"]


@pytest.mark.parametrize(
    "hostile",
    [
        '" } } #',
        "\\",
        '\\"',
        "'''",
        "a\nb\r",
        ") } SERVICE <http://x> {} #",
        "#+ values",
        r"\1 \g<0>",
        "?d",
    ],
)
def test_a_text_stays_a_text(hostile: str) -> None:
    node = pyoxigraph.NamedNode
    quad = pyoxigraph.Quad(node("x:1"), node("x:number"), pyoxigraph.Literal(hostile))
    assert answered(bind(question(), {"number": hostile}), quad) == ["<x:1>"]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("date", "18-8-2022"),
        ("date", "2022-02-30"),
        ("integer", "1.5"),
        ("integer", "1 }"),
        ("integer", "٣" * 30),
        ("iri", "18-NQ/TW"),
        ("iri", "x:a> } #"),
        ("document", "x:a b"),
    ],
)
def test_a_value_must_be_of_its_type(kind: str, value: str) -> None:
    with pytest.raises(QueryError) as told:
        bind(question(kind), {"number": value})
    assert told.value.place == "--param number"
    assert told.value.remedy is not None


@pytest.mark.parametrize(("kind", "value"), VALUES.items())
def test_every_type_binds(kind: str, value: str) -> None:
    assert value in bind(question(kind), {"number": value})


@pytest.mark.parametrize("values", [{}, {"number": "1", "other": "2"}])
def test_missing_and_unknown_parameters_are_told(values: dict[str, str]) -> None:
    with pytest.raises(QueryError) as told:
        bind(question(), values)
    assert "--param number=<string>" in str(told.value)


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("#+ name: of-number\n", "", "lacks “name”"),
        ("#+ title.en: Which documents?\n", "", "lacks “title.en”"),
        ("string", "text", "must be one of"),
        ("#+ column d", "#+ column e", "no \\?e"),
        ("#+ parameter number", "#+ parameter numbers", "no \\?numbers"),
        ("| Số | Number", "| Số", "label"),
        ("#+ name: of-number", "#+ name: Of Number", "kebab-case"),
        ("#+ title.vi", "#+ titel.vi", "no line of a head"),
        ("#+ column d: Văn bản | Document", "#+ whatever", "no line of a head"),
        ("  #+ values\n", "", "exactly one line"),
        ("  #+ values\n", "  #+ values\n  #+ values\n", "exactly one line"),
        ("?d <x:number>", "SERVICE <x:y> {} ?d <x:number>", "outside the store"),
    ],
)
def test_a_wrong_head_is_refused(old: str, new: str, wrong: str) -> None:
    text = HEAD + BODY
    assert old in text
    with pytest.raises(QueryError, match=wrong) as told:
        parse_question(text.replace(old, new), "here.rq")
    assert told.value.place is not None


def test_the_file_is_called_like_the_question(tmp_path: Path) -> None:
    file = tmp_path / "other.rq"
    file.write_text(HEAD + BODY, encoding="utf-8")
    with pytest.raises(QueryError, match="differ"):
        read_question(file)


def test_plain_sparql_has_no_head() -> None:
    assert not has_head("# a comment\nSELECT * {}")
    assert has_head(HEAD + BODY)


def test_the_library_holds_questions() -> None:
    assert {"issuer-and-date", "replacement-pairs", "disputed-values"} <= set(library())


@pytest.mark.parametrize("name", library())
def test_every_question_runs_bound(name: str) -> None:
    found = library()[name]
    assert found.columns
    bound = bind(found, {p.name: VALUES[p.type] for p in found.parameters})
    answer = pyoxigraph.Store().query(bound, prefixes=dict(PREFIXES))
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    assert [v.value for v in answer.variables] == [column.name for column in found.columns]


@pytest.mark.parametrize("name", library())
def test_every_question_is_plain_sparql(name: str) -> None:
    pyoxigraph.Store().query(library()[name].sparql, prefixes=dict(PREFIXES))


def test_dates_are_compared_as_precisely_as_both_are_known() -> None:
    cas, label = PREFIXES["cas"], PREFIXES["rdfs"] + "label"
    issued = {"x:basis": "2018-05-16", "x:before": "2018-04", "x:same": "2018", "x:after": "2019"}
    node = pyoxigraph.NamedNode
    quads = [
        quad
        for name, day in issued.items()
        for quad in (
            pyoxigraph.Quad(node(name), node(f"{cas}issued"), pyoxigraph.Literal(day)),
            pyoxigraph.Quad(node(name), node(label), pyoxigraph.Literal(name, language="vi")),
            pyoxigraph.Quad(node(name), node(f"{cas}restsOn"), node("x:basis")),
        )
    ]
    found = answered(library()["earlier-than-basis"].sparql, *quads)
    assert found == ['"x:before"@vi']


def test_disputed_types_are_told_by_their_names() -> None:
    cas, node, text = PREFIXES["cas"], pyoxigraph.NamedNode, pyoxigraph.Literal
    kind, ontology = node("x:decision"), node("https://w3id.org/cascade-vn/id/graph/ontology")
    told = library()["disputed-values"].sparql
    quads = (
        pyoxigraph.Quad(node("x:d"), node(PREFIXES["rdfs"] + "label"), text("d", language="vi")),
        pyoxigraph.Quad(node("x:d"), node(cas + "disputed"), node(cas + "documentType")),
        pyoxigraph.Quad(node("x:d"), node(cas + "documentType"), kind),
        *(
            pyoxigraph.Quad(
                kind, node(PREFIXES["skos"] + "prefLabel"), text(name, language=tag), ontology
            )
            for name, tag in (("Quyết định", "vi"), ("Decision", "en"))
        ),
    )
    store = pyoxigraph.Store()
    store.extend(quads)
    answer = store.query(told, prefixes=dict(PREFIXES))
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    (row,) = answer
    assert row["taken"].value == "Quyết định"
