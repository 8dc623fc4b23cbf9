"""RDF that outsiders write in our terms is held against the shapes before it is stored.

Judging takes place in the process that reads uploads: without network, without files, bounded in
time and memory. What uses none of our terms is not judged at all.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import replace
from threading import Event
from typing import Any

from pyoxigraph import RdfFormat, serialize

from api.problems import Problem, Refused
from api.uploads.limits import UploadLimits
from api.uploads.process import read_rdf
from api.uploads.sent import SentRdf
from graph.conforming import BLANK, Judged
from graph.errors import InputError, Text
from graph.store.pool.limits import Limits

_TOLD = 20  # violations that a refusal lists
_NTRIPLES = "application/n-triples"
_GRAVE = "Violation"


async def check_conforming(judged: Iterable[Judged], limits: Limits) -> None:
    """Raise Refused (422) where something breaks a shape, with the first that do.

    Parameters
    ----------
    judged : what is to be judged, graph by graph.
    limits : the time and memory that judging may take, those of a query.

    Raises
    ------
    Refused : a shape is broken.
    InputError : judging took more than it may.
    """
    bounds = replace(UploadLimits(), seconds=limits.seconds, memory=limits.memory)
    for one in judged:
        stop = Event()
        try:
            found = await asyncio.to_thread(_violations, one, bounds, stop)
        finally:
            stop.set()  # should the client go away, the process ends
        if found:
            raise Refused(_broken(one.graph, found))


def _violations(judged: Judged, limits: UploadLimits, stop: Event) -> list[dict[str, Any]]:
    content = serialize(judged.triples, format=RdfFormat.N_TRIPLES) or b""
    line = read_rdf(SentRdf(judged.graph, content, _NTRIPLES), limits, stop)
    if "problem" in line:
        problem = line["problem"]
        raise InputError(Text(**problem["message"]), place=judged.graph)
    return [
        flaw
        for flaw in line["flaws"]
        if flaw["severity"] == _GRAVE and flaw["focus"] in judged.things
    ]


def _broken(graph: str, found: list[dict[str, Any]]) -> Problem:
    count = len(found)
    shown = "" if count <= _TOLD else f" ({_TOLD} nêu ở đây)"
    shown_en = "" if count <= _TOLD else f" ({_TOLD} are listed)"
    return Problem(
        422,
        "shapes-broken",
        Text(
            f"RDF dùng từ của bản thể nhưng trái {count} ràng buộc{shown}; không ghi gì",
            f"the RDF uses terms of the ontology and breaks {count} shapes{shown_en}; "
            "nothing was stored",
        ),
        place=graph,
        remedy=Text(
            "sửa các chỗ nêu trong violations (ràng buộc ở /shape.ttl, bản thể ở /ontology), hoặc "
            "dùng từ vựng khác cho điều không phải dữ kiện",
            "correct what violations lists (shapes at /shape.ttl, ontology at /ontology), or use "
            "another vocabulary for what states no fact",
        ),
        violations=tuple(_told(one) for one in found[:_TOLD]),
    )


def _told(flaw: Mapping[str, Any]) -> Mapping[str, object]:
    focus = str(flaw["focus"])
    return {
        "focus": f"_:{focus.removeprefix(BLANK)}" if focus.startswith(BLANK) else focus,
        "path": flaw["path"],
        "value": flaw["value"],
        "shape": flaw["shape"],
        "message": {"vi": flaw["vi"], "en": flaw["en"]},
    }
