"""What a query may not do, whatever way it is written."""

from __future__ import annotations

import pyoxigraph
import pytest

from graph.errors import QueryError
from graph.queries.guard import (
    MAX_LENGTH,
    MAX_NESTING,
    MAX_OPERATORS,
    check_reading,
    tokens,
)

BEYOND = [
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://127.0.0.1:9/> {} }",
    "SELECT * { SERVICE?where {} }",
    "PREFIX ex: <http://127.0.0.1:9/> SELECT * { SERVICEex:y {} }",
    "SELECT * { SERVICESILENT<http://127.0.0.1:9/> {} }",
    "SELECT * { # a comment\n SERVICE # another\n <http://127.0.0.1:9/> {} }",
    "SELECT * FROM <file:///etc/passwd> {}",
    r"SELECT * FROM <\u0066ile:///etc/passwd> {}",
    r"BASE <\U00000066ile:///etc/> SELECT * FROM <passwd> {}",
    r"PREFIX f: <f\u0069le:///etc/> SELECT * FROM f:passwd {}",
    "SELECT * FROM NAMED <FILE:///etc/passwd> {}",
    "PREFIX f: <file:///etc/> SELECT * FROM f:passwd {}",
    "BASE <file:///etc/> SELECT * FROM <passwd> {}",
]
CHANGING = [
    "INSERT DATA { <a:a> <a:a> <a:a> }",
    "PREFIX select: <a:a> DELETE WHERE { ?s ?p ?o }",
    "load <http://127.0.0.1:9/>",
    "# SELECT\nCLEAR ALL",
    "WITH <a:a> DELETE {} WHERE {}",
]
HIDDEN = [
    "PREFIX x: <x:> SELECT * "
    "{ ?a ?p ?b FILTER(?a<x:b#>'''\n)SERVICE <http://127.0.0.1:9/> {} #'''\n}",
    "SELECT * { ?a ?p ?b FILTER(?a<?b+'>'='x')SERVICE <http://127.0.0.1:9/> {} FILTER('y'='y') }",
    "SELECT * { ?a ?p ?b FILTER(true<?b#>'''\n) SERVICE <http://127.0.0.1:9/> {} #'''\n}",
]
READING = [
    "SELECT (COUNT(*) AS ?n) { ?d a <x:Document> }",
    "SELECT ?service { ?service ?p 'SERVICE <http://x>' }",
    "SELECT * { ?s <http://x/SERVICE> ?load } # SERVICE <http://x>",
    'ASK { ?s ?p "x\\" SERVICE <http://x> {}", """LOAD "" <x>""" }',
    "PREFIX ex: <x:> SELECT * { ?s ex:it\\'s ?o . FILTER(?o = 'SERVICE' || ?o < ?s) }",
    "SELECT * { ?s (<a:b>/<a:c>)*|^<a:d> ?o FILTER(?o IN (<a:a>, <a:b>) && ?o<10) }",
    "DESCRIBE <file:///etc/passwd>",
    "BASE <file:///etc/> SELECT * FROM <http://x> {}",
    "PREFIX f: <file:///etc/> SELECT * { ?s f:x ?o }",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "SELECT * { BIND(<<( <a:a> <a:b> <a:c> )>> AS ?t) FILTER(ISTRIPLE(?t) && ?x < 3) }",
    "SELECT * { ?r <a:reifies> <<( <a:a> <a:b> <<( <a:c> <a:d> <a:e> )>> )>> }",
]
#: What the guard lets through as a triple term, for it holds no operators: nor does the engine run
#: it as anything else.
NO_TRIPLES = [
    "SELECT * { ?a ?p ?b FILTER(?a<<(?b<x:b#>'''\n)SERVICE <http://127.0.0.1:9/> {} #'''\n}",
    "SELECT * { ?a ?p ?b FILTER(?a <<( ?b<x:b#>'''\n)SERVICE <http://127.0.0.1:9/> {} #'''\n}",
    "SELECT * { ?a ?p ?b FILTER(<<( ?b ?c<x:b#>'''\n)SERVICE <http://127.0.0.1:9/> {} #'''\n}",
    "SELECT * { FILTER(<<( ?b ?p ?c<x:b#>'''\n)>>)SERVICE <http://127.0.0.1:9/> {} #'''\n}",
    "SELECT * { FILTER(?a<<<(?b<x:b#>'''\n)SERVICE <http://127.0.0.1:9/> {} #'''\n}",
]


@pytest.mark.parametrize("query", BEYOND)
def test_what_reaches_beyond_the_store_is_refused(query: str) -> None:
    with pytest.raises(QueryError) as told:
        check_reading(query)
    assert told.value.place is not None
    assert told.value.remedy is not None


@pytest.mark.parametrize("query", CHANGING)
def test_updates_are_refused(query: str) -> None:
    with pytest.raises(QueryError, match="only reading"):
        check_reading(query)


@pytest.mark.parametrize("query", HIDDEN)
def test_a_less_than_sign_hides_nothing(query: str) -> None:
    with pytest.raises(QueryError, match="comparison or an IRI"):
        check_reading(query)


def test_the_engine_would_have_run_what_a_less_than_sign_hides() -> None:
    pyoxigraph.Store().query(HIDDEN[0])


@pytest.mark.parametrize("query", NO_TRIPLES)
def test_what_only_looks_like_a_triple_term_is_run_by_nobody(query: str) -> None:
    with pytest.raises(SyntaxError):
        pyoxigraph.Store().query(query)


@pytest.mark.parametrize("query", READING)
def test_reading_is_allowed_whatever_stands_in_texts_names_and_comments(query: str) -> None:
    check_reading(query)
    pyoxigraph.Store().query(query)


@pytest.mark.parametrize("text", ["", "xin chào", "18-NQ/TW", "{ ?s ?p ?o }"])
def test_what_is_no_query_is_told_so(text: str) -> None:
    with pytest.raises(QueryError, match="no SPARQL query"):
        check_reading(text)


def test_nesting_is_capped() -> None:
    def nested(depth: int) -> str:
        return "SELECT * " + "{" * depth + "}" * depth

    check_reading(nested(MAX_NESTING))
    with pytest.raises(QueryError, match="brackets deep"):
        check_reading(nested(MAX_NESTING + 1))


def test_brackets_in_texts_do_not_nest() -> None:
    check_reading(f"ASK {{ ?s ?p '{'(' * 500}' }}")


def test_chains_are_capped() -> None:
    def path(steps: int) -> str:
        return "SELECT * { ?s <a:a>" + "/<a:a>" * steps + " ?o }"

    check_reading(path(MAX_OPERATORS - 1))
    with pytest.raises(QueryError, match="chains too many"):
        check_reading(path(MAX_OPERATORS))


def test_length_is_capped() -> None:
    check_reading("ASK {}".ljust(MAX_LENGTH))
    with pytest.raises(QueryError, match="characters"):
        check_reading("ASK {}".ljust(MAX_LENGTH + 1))


def test_tokens_know_their_lines() -> None:
    found = tokens("SELECT *\n# two\n{ ?s ?p '''a\nb''' .\n?x ?y ?z }")
    assert [t.line for t in found if t.text == "?x"] == [5]
