"""The process that reads what was sent: bounded, without network and without files.

It learns what the register knows, gives up the right to open anything (no descriptor beyond those
it has: no file, no socket, no process), and only then looks at what strangers sent. Each thing
read is one line of JSON on its standard output.
"""

from __future__ import annotations

import codecs
import io
import json
import resource
import signal
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

from pyoxigraph import Quad, RdfFormat, parse, serialize

from api.uploads.sent import SentText, taught_of_data
from graph.errors import CascadeError, InputError, Text, as_data
from graph.extract.interchange import as_dict
from graph.extract.pipeline import extract
from graph.knowledge import knowledge_of
from graph.read.article import Hints, article_of
from graph.read.formats.known import CODECS, RECORDS, by_suffix
from graph.read.formats.records import records
from graph.read.register import default_register, read_register
from graph.store.failures import syntax
from ontology.shapes import check_ntriples

NO_MEMORY = 3
_GRACE = 5  # seconds after which it ends even if nobody waits for it any more
# Codecs are modules, looked for on the disk when first used; the checks load parsers likewise.
_CODECS = ("utf-8", "utf-8-sig", "utf-16", "utf-32", "ascii", "latin-1", "idna", *CODECS)
_WARMING = b'<urn:a> <https://w3id.org/cascade-vn/ontology#number> "x x" .\n'
_WARMING_TEXT = "Ngày 5/6/2025, Tỉnh ủy Hà Tĩnh ban hành Kế hoạch số 1-KH/TU."


def main() -> int:
    """Read the task on standard input; return 0, or 3 for want of memory."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    task = json.load(sys.stdin.buffer)
    try:
        for line in _rdf(task) if task["kind"] == "rdf" else _texts(task):
            sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")
            sys.stdout.flush()
    except MemoryError:
        return NO_MEMORY
    return 0


def _texts(task: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what is read in each text, or why it is not read."""
    taught = map(taught_of_data, task["taught"])
    knowledge = knowledge_of(read_register(default_register())[0], taught)
    # Makes the patterns: where memory ends while one is made, Python may break down unexplained.
    extract(article_of(_WARMING_TEXT.encode(), "x", place="x", hints=Hints()), knowledge)
    _shut(task)
    for told in task["texts"]:
        for name, stem, content, hints in _pieces(SentText.of_data(told)):
            try:
                article = article_of(content, stem, place=name, hints=hints)
                reading = extract(article, knowledge)
            except CascadeError as error:
                yield {"name": name, "problem": as_data(error)}
            else:
                yield {"name": name, "text": article.text, "reading": as_dict(reading)}


def _pieces(sent: SentText) -> Iterator[tuple[str, str, bytes, Hints]]:
    """Yield the texts of a file with their names: most are one, JSON lines are one a line."""
    stem = sent.name.rpartition(".")[0] or sent.name
    if by_suffix(sent.name) is not RECORDS:
        yield sent.name, stem, sent.content, sent.hints
        return
    for one in records(sent.content):
        told = sent.content[one.start : one.end]
        yield f"{sent.name}:{one.line}", f"{stem}-{one.line}", told, sent.hints


def _rdf(task: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the statements as N-Quads with what the shapes find, or why they are not taken."""
    check_ntriples(_WARMING)
    _shut(task)
    try:
        quads = _parsed(task)
        triples = serialize({quad.triple for quad in quads}, format=RdfFormat.N_TRIPLES) or b""
        flaws = [
            {
                "shape": found.shape,
                "focus": found.focus,
                "path": found.path,
                "value": found.value,
                "severity": found.severity.value,
                "vi": found.vi,
                "en": found.en,
            }
            for found in check_ntriples(triples)
        ]
    except CascadeError as error:
        yield {"name": task["name"], "problem": as_data(error)}
        return
    written = serialize(quads, format=RdfFormat.N_QUADS) or b""
    yield {"name": task["name"], "quads": written.decode(), "flaws": flaws}


def _parsed(task: dict[str, Any]) -> list[Quad]:
    """Parse with the store's own parser, which opens no address."""
    found = RdfFormat.from_media_type(task["media_type"])
    assert found is not None
    content = io.BytesIO(SentText.of_data(task["texts"][0]).content)
    try:
        quads = list(islice(parse(content, found), task["quads"] + 1))
    except SyntaxError as error:
        raise syntax(task["name"], error) from error
    except (ValueError, OSError) as error:
        raise _not_taken(task["name"], str(error)[:200]) from error
    if len(quads) > task["quads"]:
        raise _not_taken(task["name"], f"> {task['quads']} quads")
    return quads


def _not_taken(name: str, why: str) -> InputError:
    return InputError(
        Text(f"RDF không nhận được: {why}", f"the RDF is not taken: {why}"),
        place=name,
        remedy=Text("sửa rồi gửi lại", "correct it and send it again"),
    )


def _shut(task: dict[str, Any]) -> None:
    """Bound this process, and give up opening anything from here on."""
    for codec in _CODECS:
        codecs.lookup(codec)
    seconds = int(task["seconds"]) + _GRACE
    _bound(resource.RLIMIT_AS, task["memory"])
    _bound(resource.RLIMIT_CPU, seconds)
    _bound(resource.RLIMIT_FSIZE, 0)
    _bound(resource.RLIMIT_CORE, 0)
    _bound(resource.RLIMIT_NOFILE, 0)
    signal.alarm(seconds)


def _bound(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    least = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (least, least))


if __name__ == "__main__":
    sys.exit(main())
