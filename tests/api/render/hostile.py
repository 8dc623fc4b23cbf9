"""A cascade in which every text tries to be more than text."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Cascade, CascadeNode, Document, Level
from tests.api import sample

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<!--<script>alert(3)",
    "<img src=x onerror=alert(4)>",
    "\"' onmouseover=alert(5) x='",
    "javascript:alert(6)",
    '<a href="javascript:alert(7)">href</a>',
    "\u2028alert(8)\u2029//",
    "\u202egnp.exe\u202c \u2066x\u2069 \u200f",
    "{{ 7 * 7 }} ${alert(9)} `alert(10)`",
    "dài " * 900,
    "x" * 4000,
    "\\u003cscript\\u003ealert(11)\\u003c/script\\u003e \\",
    "<b>đậm</b> *đậm* _nghiêng_",
    "__proto__",
)
PLACES = (
    "javascript:alert(12)",
    "JaVaScRiPt:alert(13)",
    "data:text/html,<script>alert(14)</script>",
    "//e.example/x",
    'https://e.example/"><script>alert(15)</script>',
    "https://ok.example/ô",
)


def hostile_cascade() -> Cascade:
    """Return a cascade with one document for each hostile text, in every field that is text."""
    root = replace(sample.ROOT, title=HOSTILE[0], issuers=(HOSTILE[1],))
    nodes = tuple(_node(number, text) for number, text in enumerate(HOSTILE))
    return replace(sample.cascade(), root=root, nodes=nodes, documents=len(nodes))


def _node(number: int, text: str) -> CascadeNode:
    bad: Document = replace(
        sample.local_document(number % 7),
        iri=f"{sample.DATA}document/{number}{text}",
        name=text,
        number=text,
        title=text,
        unit=text if number % 2 else None,
        issuers=(text,),
        level=list(Level)[number % 6],
    )
    proof = sample.evidence(
        1, source_name=text, places=PLACES, quote=text, cue=text[:40], note=text, part=text
    )
    return sample.node(bad, 1, evidence=(proof,), predicates=("implements", text))
