"""Hostile requests of the SPARQL protocols, each with the refusal that it must meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

_QUERY = {"content-type": "application/sparql-query"}
_UPDATE = {"content-type": "application/sparql-update"}
_TURTLE = {"content-type": "text/turtle"}
_METADATA = "http://169.254.169.254/latest/meta-data/"
_NEXT = "<https://example.org/next>"
_STORE = "/rdf-graph-store?graph=https://example.org/mine"


CUT = 0


@dataclass(frozen=True, slots=True)
class Hostile:
    """One request, the statuses that are right for it (`CUT` for an answer that is broken off).

    `says` is a word of the problem it gets.
    """

    name: str
    statuses: frozenset[int]
    says: str = ""
    method: str = "POST"
    path: str = "/sparql"
    headers: Mapping[str, str] = field(default_factory=lambda: _QUERY)
    body: bytes = b""


def _query(name: str, text: str, *statuses: int, says: str = "") -> Hostile:
    return Hostile(name, frozenset(statuses), says, body=text.encode())


def _growing(times: int) -> str:
    """Return a query whose text of sixteen letters grows eightfold so many times."""
    steps = (f"BIND(CONCAT({', '.join([f'?x{n}'] * 8)}) AS ?x{n + 1}) " for n in range(times))
    return f'SELECT (STRLEN(?x{times}) AS ?n) {{ BIND("0123456789abcdef" AS ?x0) {"".join(steps)}}}'


# Long work ends by the clock, by memory, or where all room for long work is taken.
_BOUNDED = (400, 503)
_CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
_ALL = "?s ?p ?o . ?x ?y ?z . ?u ?v ?w"

HEAVY = (
    _query("cartesian count", f"SELECT (COUNT(*) AS ?n) {{ {_CROSS} }}", *_BOUNDED),
    _query("cartesian order", f"SELECT * {{ {_ALL} }} ORDER BY ?s ?x ?u LIMIT 1", *_BOUNDED),
    _query("cartesian distinct", f"SELECT DISTINCT * {{ {_ALL} }}", *_BOUNDED, CUT),
    _query("everything beside everything", f"SELECT * {{ {_CROSS} }}", *_BOUNDED, CUT),
    _query("graph of everything", f"CONSTRUCT {{ ?s ?p ?z }} {{ {_ALL} }}", *_BOUNDED, CUT),
    _query("cartesian group", f"SELECT ?s (COUNT(*) AS ?n) {{ {_ALL} }} GROUP BY ?s ?x", *_BOUNDED),
    _query(
        "concatenation",
        f"SELECT (GROUP_CONCAT(?o) AS ?all) {{ {_ALL} }}",
        *_BOUNDED,
    ),
    _query("text that doubles", _growing(10), *_BOUNDED),
    _query(
        "endless path",
        f"SELECT (COUNT(*) AS ?n) {{ ?a ({_NEXT}|^{_NEXT})* ?b . ?b ({_NEXT}|!<x:y>)* ?c ."
        f" ?c {_NEXT}* ?d }}",
        *_BOUNDED,
    ),
    _query(
        "path of everything",
        "SELECT (COUNT(*) AS ?n) { ?a (!<x:none>)* ?b . ?b (!<x:none>)* ?c }",
        *_BOUNDED,
    ),
    _query(
        "regex bomb",
        f"SELECT (COUNT(*) AS ?n) {{ {_ALL} "
        'FILTER(REGEX(CONCAT(STR(?s), STR(?o)), "(a*)*b.{9}$")) }',
        *(200, *_BOUNDED),  # the engine matches in linear time, so it may come to its end
    ),
    _query(
        "values that multiply",
        "SELECT (COUNT(*) AS ?n) { "
        + " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(30)))} }}" for n in range(9))
        + " }",
        *_BOUNDED,
    ),
    _query(
        "not exists of everything",
        f"SELECT (COUNT(*) AS ?n) {{ {_ALL} FILTER NOT EXISTS {{ ?o ?q ?r . ?r ?q2 ?w }} }}",
        *_BOUNDED,
    ),
    _query("optionals", f"SELECT (COUNT(*) AS ?n) {{ {_CROSS} OPTIONAL {{ {_ALL} }} }}", *_BOUNDED),
)

REFUSED = (
    _query("nested parentheses", f"ASK {{ FILTER({'(' * 5000}1{')' * 5000}) }}", 400, says="deep"),
    _query("nested groups", "ASK " + "{" * 5000 + "}" * 5000, 400, says="deep"),
    _query("chain of operators", f"ASK {{ FILTER({'!' * 5000}true) }}", 400, says="too many"),
    _query("chain of paths", f"ASK {{ ?a {'<x:p>/' * 900}<x:p> ?b }}", 400, says="too many"),
    _query("query too long", "ASK {} #" + "x" * 30_000, 413, says="characters"),
    _query("huge literal", 'ASK { ?s ?p "' + "x" * 900_000 + '" }', 413, says="characters"),
    _query("string without end", "ASK { ?s ?p " + "'\\" * 9000, 400, says="not closed"),
    _query("service on loopback", "ASK { SERVICE <http://127.0.0.1:22/> {} }", 403, says="SERVICE"),
    _query("service of metadata", f"ASK {{ SERVICE <{_METADATA}> {{}} }}", 403, says="SERVICE"),
    _query("silent service", "ASK { SERVICE SILENT <http://[::1]/> {} }", 403, says="SERVICE"),
    _query("service by variable", "ASK { ?s ?p ?u SERVICE ?u {} }", 403, says="SERVICE"),
    _query("service glued to a brace", "ASK {{}SERVICE<http://127.0.0.1/>{}}", 403, says="SERVICE"),
    _query(
        "service behind a comparison",
        "ASK { ?a ?p ?b FILTER(?a<?b+'>'='x')SERVICE <http://127.0.0.1/> {} FILTER('y'='y') }",
        *(400, 403),
    ),
    _query("dataset from a file", "ASK FROM <file:///etc/passwd> {}", 403, says="FROM"),
    _query(
        "dataset from a file by prefix",
        "PREFIX f: <file:///etc/> ASK FROM NAMED f:passwd {}",
        403,
        says="FROM",
    ),
    _query(
        "dataset from a file by base", "BASE <file:///etc/> ASK FROM <passwd> {}", 403, says="FROM"
    ),
    _query(
        "dataset from a file by escapes",
        r"ASK FROM <\u0066ile:///etc/passwd> {}",
        403,
        says="FROM",
    ),
    _query(
        "prefix of a file by escapes",
        r"PREFIX f: <\U00000046ile:///etc/> ASK FROM f:passwd {}",
        403,
        says="FROM",
    ),
    _query("service by escapes", r"ASK { \u0053ERVICE <http://127.0.0.1/> {} }", 400, 403),
    _query("function of an extension", "SELECT (<http://x.vn/exec>('ls') AS ?x) {}", 400),
    Hostile("update without a token", frozenset({401}), "token", headers=_UPDATE, body=b"DROP ALL"),
    Hostile(
        "update by a form",
        frozenset({401}),
        headers={"content-type": "application/x-www-form-urlencoded"},
        body=b"update=DROP+ALL",
    ),
    Hostile("update as a query", frozenset({400}), "only reading", body=b"DROP ALL"),
    Hostile("load without a token", frozenset({401}), headers=_UPDATE, body=b"LOAD <http://x.vn/>"),
    Hostile(
        "graph put without a token",
        frozenset({401}),
        method="PUT",
        path=_STORE,
        headers=_TURTLE,
        body=b"<x:a> <x:b> <x:c> .",
    ),
    Hostile("graph dropped without a token", frozenset({401}), method="DELETE", path=_STORE),
    Hostile(
        "graph of a file",
        frozenset({404}),
        method="GET",
        path="/rdf-graph-store?graph=file:///etc/passwd",
        headers={},
    ),
    Hostile(
        "path traversal",
        frozenset({404}),
        method="GET",
        path="/rdf-graph-store/../../../../etc/passwd",
        headers={},
    ),
    Hostile(
        "thousands of parameters",
        frozenset({400}),
        method="GET",
        path="/sparql?query=ASK%7B%7D" + "&default-graph-uri=x:a" * 2000,
        headers={},
    ),
    Hostile(
        "parameters that are no UTF-8",
        frozenset({400}),
        method="GET",
        path="/sparql?query=%ff%fe",
        headers={},
    ),
    Hostile(
        "dataset that is no IRI",
        frozenset({400}),
        method="GET",
        path="/sparql?query=ASK%7B%7D&default-graph-uri=" + quote("> } DROP ALL #"),
        headers={},
    ),
    Hostile(
        "body larger than is taken",
        frozenset({413}),
        headers={"content-type": "application/sparql-query", "content-length": "99999999"},
    ),
    Hostile(
        "accept of thousands of types",
        frozenset({400, 406, 431}),
        headers={**_QUERY, "accept": ",".join(f"a/b{n};q=0.{n}" for n in range(4000))},
        body=b"ASK {}",
    ),
    Hostile(
        "foreign host",
        frozenset({400}),
        headers={**_QUERY, "host": "evil.example"},
        body=b"ASK {}",
    ),
    Hostile(
        "foreign origin",
        frozenset({403}),
        headers={**_QUERY, "origin": "https://evil.example"},
        body=b"ASK {}",
    ),
)
