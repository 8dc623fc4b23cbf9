"""Requests of the SPARQL protocol read into what they ask for."""

from __future__ import annotations

import pytest

from api.problems import Refused
from api.protocol import FORM, QUERY, UPDATE, Operation, read_get, read_post
from graph.store.pool.messages import Dataset


def test_a_query_in_the_address() -> None:
    assert read_get("query=ASK%20%7B%7D") == Operation("ASK {}")
    assert read_get("") is None
    found = read_get("query=ASK+%7B%7D&default-graph-uri=x:a&default-graph-uri=x:b&format=json")
    assert found == Operation("ASK {}", dataset=Dataset(("x:a", "x:b"), ()))


def test_a_query_and_an_update_in_a_body() -> None:
    assert read_post("", QUERY, b"ASK {}") == Operation("ASK {}")
    assert read_post("", f"{UPDATE}; charset=UTF-8", b"DROP ALL") == Operation("DROP ALL", True)
    form = read_post("named-graph-uri=x:n", FORM, b"query=ASK+%7B%7D")
    assert form == Operation("ASK {}", dataset=Dataset((), ("x:n",)))
    update = read_post("using-graph-uri=x:g", FORM, "update=# ơ".encode().replace(b" ", b"+"))
    assert update == Operation("# ơ", True, Dataset(("x:g",), ()))


@pytest.mark.parametrize(
    ("parameters", "kind", "body", "status"),
    [
        ("", "text/plain", b"ASK {}", 415),
        ("", "", b"ASK {}", 415),
        ("", f"{QUERY}; charset=utf-16", b"ASK {}", 415),
        ("", f'{FORM}; charset="latin1"', b"query=x", 415),
        ("", QUERY, b"\xff\xfe", 400),
        ("", FORM, b"query=%ff", 400),
        ("", FORM, b"", 400),
        ("", FORM, b"query=a&query=b", 400),
        ("", FORM, b"query=a&update=b", 400),
        ("query=a", QUERY, b"b", 400),
        ("using-graph-uri=x:g", QUERY, b"ASK {}", 400),
        ("default-graph-uri=x:g", UPDATE, b"DROP ALL", 400),
        ("&".join(["a=b"] * 200), QUERY, b"ASK {}", 400),
    ],
)
def test_what_is_no_request_is_refused(
    parameters: str, kind: str, body: bytes, status: int
) -> None:
    with pytest.raises(Refused) as refused:
        read_post(parameters, kind, body)
    assert refused.value.problem.status == status
    assert refused.value.problem.remedy is not None


@pytest.mark.parametrize("parameters", ["update=DROP+ALL", "query=a&query=b", "query=%ff"])
def test_what_is_no_query_is_refused(parameters: str) -> None:
    with pytest.raises(Refused) as refused:
        read_get(parameters)
    assert refused.value.problem.status == 400
