"""Which form a client gets."""

from __future__ import annotations

import pytest

from api.negotiate import RDF, RESULTS, content_type, preferred

JSON, XML, CSV = "application/sparql-results+json", "application/sparql-results+xml", "text/csv"


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/json", JSON),
        ("text/csv", CSV),
        ("TEXT/CSV ; Q=0.3", CSV),
        ("text/*", CSV),
        ("text/csv;q=0.5, application/sparql-results+xml", XML),
        ("text/csv;q=0.9, application/sparql-results+xml;q=0.8, */*;q=0.1", CSV),
        ("application/sparql-results+json;q=0, */*;q=0.1", XML),
        ("text/*;q=0, */*", JSON),
        ("text/csv;q=no, application/xml;q=0.1", XML),
        ("text/html", None),
        ("text/csv;q=0", None),
        ("csv, /, text/", None),
        ("text/turtle", None),
    ],
)
def test_the_wanted_form_of_results(accept: str, form: str | None) -> None:
    assert preferred(accept, RESULTS) == form


def test_the_wanted_form_of_triples() -> None:
    assert preferred("", RDF) == "text/turtle"
    assert preferred("application/ld+json, text/turtle;q=0.9", RDF) == "application/ld+json"
    assert preferred("text/csv", RDF) is None


def test_text_says_that_it_is_utf_8() -> None:
    assert content_type("text/csv") == "text/csv; charset=utf-8"
    assert content_type("application/ld+json") == "application/ld+json"
