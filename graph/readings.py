"""Texts of the store with what was read in them: the files beside it, and what they cite.

`<sha256>.txt` is a text, `<sha256>-<hash of the source>.json` what was read in it, unresolved.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import DefaultGraph, NamedNode, Quad
from pyoxigraph import Literal as RdfLiteral

from graph.extract.interchange import as_json, extraction_of
from graph.extraction import Extraction
from graph.folding import clean
from graph.model import Evidence, Sentence
from graph.rdf import date_term, source_quads
from graph.resolve.documents import NumberKey
from graph.resolve.identity import digest
from graph.resolve.link import Citations, Linker, Shared
from graph.resolve.quotes import quoting
from graph.shared_numbers import GivenBy, number_of, spelled
from graph.store.protocol import Reader, Store
from graph.store.texts import Texts
from ontology import terms as cas

_FACTS = DefaultGraph()
_KEY = NamedNode(cas.citationKey)
_CHECKSUM = NamedNode(cas.checksum)


@dataclass(frozen=True, slots=True)
class Known:
    """A text with what was read in it and what its citations may mean.

    `shared` are the numbers that bind it to other texts; `sentence` gives the sentence that some
    words of it stand in, and knows the ones that it was asked for before.
    """

    source: str
    extraction: Extraction
    citations: Citations
    shared: Mapping[NumberKey, Shared]
    sentence: Callable[[int, int], Sentence] = field(repr=False, compare=False)

    @property
    def given(self) -> GivenBy:
        """Return what it makes known, by the number as the store writes it."""
        return {number_of(key): one.given for key, one in self.shared.items() if one.given}

    @property
    def loose(self) -> Mapping[str, NumberKey]:
        """Return the numbers that it cites without saying which one it means."""
        return {number_of(key): key for key, one in self.shared.items() if one.loose}

    @property
    def about(self) -> frozenset[Quad]:
        """Return what is told of the text itself, in its own graph and among the facts."""
        return frozenset(_about(self))

    @property
    def files(self) -> dict[str, bytes]:
        """Return its files by name: its own bytes, and what was read in it."""
        article = self.extraction.article
        contents = (article.text.encode(), as_json(self.extraction, indent=None).encode())
        return dict(zip(_names(article.sha256, self.source), contents, strict=True))


def known_text(source: str, extraction: Extraction, linker: Linker) -> Known:
    """Return a text with its citations as mentions."""
    citations = linker.citations(extraction, source)
    sentence = quoting(extraction.article, source)
    return Known(source, extraction, citations, linker.shared(citations), sentence)


def known_again(source: str, text: bytes, reading: bytes, linker: Linker) -> Known:
    """Return a text from its two files."""
    return known_text(source, _extraction(text, reading), linker)


def load(reader: Reader, texts: Texts, sources: Iterable[str], linker: Linker) -> dict[str, Known]:
    """Return what was read in some texts; one whose files are not kept is left out."""
    found: dict[str, Known] = {}
    for source in sorted(sources):
        files = _stored_files(reader, texts, source)
        if files is not None:
            found[source] = known_again(source, *files, linker)
    return found


def stored_reading(reader: Reader, texts: Texts, source: str) -> Extraction | None:
    """Return what was read in a text, with the text; None where no such files are kept."""
    files = _stored_files(reader, texts, source)
    return _extraction(*files) if files is not None else None


def tidy(store: Store, names: Iterable[str]) -> None:
    """Remove those files that no source of the newest generation names any more."""
    with store.read() as reader:
        for name in sorted(names):
            checksum = name.partition(".")[0].partition("-")[0]
            holders = reader.quads(None, _CHECKSUM, RdfLiteral(checksum), _FACTS)
            sources = [q.subject.value for q in holders if isinstance(q.subject, NamedNode)]
            if not any(name in _names(checksum, source) for source in sources):
                store.texts.remove(name)


def files_of(reader: Reader, source: str) -> frozenset[str]:
    """Return the names of the files that hold a text and what was read in it."""
    checksum = _checksum(reader, source)
    return frozenset(_names(checksum, source)) if checksum else frozenset()


def checked_sources(reader: Reader) -> frozenset[str]:
    """Return the sources that are texts."""
    found = reader.quads(predicate=_CHECKSUM, graph=_FACTS)
    return frozenset(q.subject.value for q in found if isinstance(q.subject, NamedNode))


def around(reader: Reader, texts: Texts, evidence: Evidence) -> tuple[str, str]:
    """Return what stands before and after a quote in its paragraph.

    Parameters
    ----------
    reader : the store.
    texts : the texts beside it.
    evidence : what holds the quote; without one, or where the text is not kept, or no longer says
        it there, both are empty.
    """
    checksum = _checksum(reader, evidence.source)
    content = texts.read(f"{checksum}.txt") if checksum else None
    if content is None or evidence.quote is None or evidence.start is None:
        return "", ""
    text, start = content.decode(), evidence.start
    end = start + len(evidence.quote)
    if text[start:end] != evidence.quote:
        return "", ""
    stop = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : start], text[end : stop if stop >= 0 else None]


def _about(one: Known) -> Iterator[Quad]:
    article, node = one.extraction.article, NamedNode(one.source)
    name = clean(article.title or article.identifier)
    yield from source_quads(one.source, name, name)
    told: list[tuple[str, RdfLiteral]] = [(cas.checksum, RdfLiteral(article.sha256))]
    if article.published:
        told.append((cas.published, date_term(article.published)))
    if article.publisher:
        told.append((cas.publisher, RdfLiteral(clean(article.publisher))))
    if article.url:
        told.append((cas.address, RdfLiteral(article.url)))
    for predicate, value in told:
        yield Quad(node, NamedNode(predicate), value, node)
        yield Quad(node, NamedNode(predicate), value, _FACTS)
    for spelling in spelled({number_of(key): told for key, told in one.shared.items()}):
        yield Quad(node, _KEY, RdfLiteral(spelling), node)


def _extraction(text: bytes, reading: bytes) -> Extraction:
    return extraction_of(json.loads(reading), text.decode())


def _stored_files(reader: Reader, texts: Texts, source: str) -> tuple[bytes, bytes] | None:
    checksum = _checksum(reader, source)
    if checksum is None:
        return None
    text, reading = (texts.read(name) for name in _names(checksum, source))
    return None if text is None or reading is None else (text, reading)


def _checksum(reader: Reader, source: str) -> str | None:
    found = reader.quads(NamedNode(source), _CHECKSUM, None, _FACTS)
    return next((q.object.value for q in found if isinstance(q.object, RdfLiteral)), None)


def _names(checksum: str, source: str) -> tuple[str, str]:
    return f"{checksum}.txt", f"{checksum}-{digest(source, length=8)}.json"
