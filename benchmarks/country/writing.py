"""A country as a file of N-Quads with the manifest of an export: `cascade import` reads it."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
from pyoxigraph import Quad, RdfFormat, serialize

from benchmarks.country import pieces
from benchmarks.country.documents import KINDS, Documents, Printed
from benchmarks.country.people import made_up_part, real_part
from benchmarks.country.pieces import Piece
from benchmarks.country.plan import Form, Relation
from graph.rdf import address_of, source_quads
from graph.resolve.identity import claim_iri, source_iri, unit_iri
from graph.store.graphs import ENTAILED, graph_label
from graph.store.manifest import Manifest
from ontology import terms as cas

SPEAKS_OF = 20  # documents that one source speaks of
_TOGETHER = 2000  # documents in one writing
_LINEAGE = (Relation.IMPLEMENTS, Relation.GUIDES, Relation.BASED_ON)


@dataclass
class _Body:
    """The body of the file while it is written: checksum and quads per graph."""

    stream: BinaryIO

    def __post_init__(self) -> None:
        self.digest = hashlib.sha256()
        self.counts: Counter[str] = Counter()

    def write(self, lines: str) -> None:
        """Append lines; who writes counts them."""
        block = lines.encode()
        self.digest.update(block)
        self.stream.write(block)

    def quads(self, quads: Iterable[Quad]) -> None:
        """Append quads that are few."""
        told = list(dict.fromkeys(quads))
        self.counts.update(graph_label(quad) for quad in told)
        self.write((serialize(told, format=RdfFormat.N_QUADS) or b"").decode())

    def manifest(self) -> Manifest:
        """Return the head of what was written."""
        counts = dict(self.counts)
        facts = counts.pop("", 0)
        graphs = tuple(sorted(counts.items()))
        return Manifest(1, facts + sum(counts.values()), facts, graphs, self.digest.hexdigest())


def write(documents: Documents, file: Path, *, every_claim: bool = False) -> Manifest:
    """Write a country; a name that ends in `.gz` packs it.

    Parameters
    ----------
    documents : of the country.
    file : where to.
    every_claim : whether number, type, issuer, day and title are claimed as well, so that every
        fact has its claim; else only the edges are, which makes 37 quads a document.
    """
    scratch = file.with_name(f".{file.name}.body")
    try:
        with scratch.open("wb") as stream:
            body = _Body(stream)
            body.quads(real_part(documents.land))
            for quads in made_up_part(documents.land):
                body.quads(quads)
            _Writer(documents, body, every_claim).write()
        _joined(body.manifest(), scratch, file)
    finally:
        scratch.unlink(missing_ok=True)
    return body.manifest()


def _joined(manifest: Manifest, body: Path, file: Path) -> None:
    head = "".join(f"{line}\n" for line in manifest.lines()).encode()
    packed = file.suffix == ".gz"
    with gzip.open(file, "wb", compresslevel=1) if packed else file.open("wb") as target:
        stream = cast(BinaryIO, target)
        stream.write(head)
        with body.open("rb") as written:
            shutil.copyfileobj(written, stream, 1 << 22)


@dataclass
class _Writer:
    """Writes documents in the order of the plan, twenty to a source."""

    documents: Documents
    body: _Body
    every_claim: bool

    def __post_init__(self) -> None:
        plan = self.documents.plan
        self._first = np.searchsorted(plan.sources, np.arange(len(plan) + 1)).tolist()
        self._targets, self._relations = plan.targets.tolist(), plan.relations.tolist()
        chance = np.random.default_rng([self.documents.land.seed, 7])
        self._manner = chance.choice(3, len(plan.sources), p=(0.9, 0.06, 0.04)).tolist()
        self._titled = (chance.random(len(plan)) < 0.5).tolist()
        self._classes = list(zip(*_defined(self.documents), strict=True))
        self._heads: dict[tuple[Form, int, bool, bool], Piece] = {}
        self._names: dict[int, str] = {}
        self._own: dict[tuple[Form, int, str], Piece] = {}

    def write(self) -> None:
        """Write all documents."""
        count = len(self.documents.plan)
        for start in range(0, count, _TOGETHER):
            numbers = range(start, min(start + _TOGETHER, count))
            self.body.write("".join(chain.from_iterable(map(self._document, numbers))))

    def _document(self, number: int) -> Iterator[str]:
        place = number // SPEAKS_OF
        source = source_iri(f"bai-{place:06d}")
        if number % SPEAKS_OF == 0:
            yield self._source(source, place)
        one = self.documents.printed(number)
        title = self.documents.title(number) if self._titled[number] else None
        yield self._head(one, title)
        for belongs, found in zip(self._classes[number], _DEFINED, strict=True):
            if belongs:
                yield self._filled(pieces.belonging(found), "").replace(pieces.IRI, one.iri)
        edges = range(self._first[number], self._first[number + 1])
        if edges or self.every_claim:
            yield from self._told(number, one, title, source, edges)

    def _source(self, source: str, place: int) -> str:
        quads = list(source_quads(source, f"Bài báo số {place}", f"Article {place}"))
        self.body.counts.update(graph_label(quad) for quad in quads)
        return (serialize(quads, format=RdfFormat.N_QUADS) or b"").decode()

    def _filled(self, piece: Piece, source: str) -> str:
        """Count a piece, and return its lines."""
        self.body.counts[""] += piece.facts
        if piece.entailed:
            self.body.counts[ENTAILED] += piece.entailed
        if piece.claims:
            self.body.counts[source] += piece.claims
        return piece.lines

    def _head(self, one: Printed, title: str | None) -> str:
        kind = one.form, int(one.precision), title is not None, bool(one.expires)
        if kind not in self._heads:
            self._heads[kind] = pieces.head(one, titled=title is not None)
        return _about(self._filled(self._heads[kind], ""), one, title)

    def _told(
        self, number: int, one: Printed, title: str | None, source: str, edges: range
    ) -> Iterator[str]:
        """Yield the sentence about a document, its edges and the claims it carries."""
        addresses = self.documents.addresses
        said = [
            f"{pieces.CUES[Relation(self._relations[edge])]} {self._name(self._targets[edge])}"
            for edge in edges
        ]
        quote = f"{one.name} {', '.join(said) or 'đã được ban hành'}."
        sentence = pieces.sentence_address(source, one.iri, quote)
        lines = [self._filled(pieces.sentence_piece(), source)]
        lines[0] = lines[0].replace(pieces.QUOTE, quote).replace(pieces.END, str(len(quote)))
        for edge in edges:
            relation, target = Relation(self._relations[edge]), addresses[self._targets[edge]]
            piece = self._filled(pieces.edge(relation, self._manner[edge]), source)
            statement = one.iri, pieces.RELATIONS[relation], target
            claim = claim_iri(source, statement, sentence)
            lines.append(piece.replace(pieces.TARGET, target).replace(pieces.CLAIM, claim))
        if self.every_claim:
            lines += self._own_claims(one, title, source, sentence)
        told = "".join(lines).replace(pieces.EVIDENCE, sentence).replace(pieces.SOURCE, source)
        yield told.replace(pieces.IRI, one.iri)

    def _name(self, number: int) -> str:
        """Return what a document is called; those that are cited are cited often."""
        if number not in self._names:
            self._names[number] = self.documents.printed(number).name
        return self._names[number]

    def _own_claims(
        self, one: Printed, title: str | None, source: str, sentence: str
    ) -> Iterator[str]:
        for predicate, value in pieces.statements(KINDS[one.form], one, title):
            kind = one.form, int(one.precision), predicate
            if kind not in self._own:
                self._own[kind] = pieces.own_claim(one, predicate)
            piece = self._own[kind]
            claim = pieces.claim_on(source, sentence, one.iri, (predicate, value))
            lines = self._filled(piece, source).replace(pieces.CLAIM, address_of(claim))
            yield _about(lines, one, title)


def _about(lines: str, one: Printed, title: str | None) -> str:
    """Fill the gaps for what a document is."""
    unit = one.issuer.unit
    filled = lines.replace(pieces.IRI, one.iri).replace(pieces.NUMBER, one.number)
    filled = filled.replace(pieces.NUMERAL, one.key.numeral).replace(pieces.DAY, one.day)
    filled = filled.replace(pieces.EFFECTIVE, one.effective).replace(pieces.EXPIRES, one.expires)
    filled = filled.replace(pieces.ISSUER, one.issuer.iri).replace(pieces.TITLE, title or "")
    if one.key.by_term:
        filled = filled.replace(pieces.TERM, pieces.term_of(one))
    return filled.replace(pieces.UNIT, unit_iri(unit.slug)) if unit else filled


_DEFINED = (cas.ImplementedDocument, cas.ReplacedDocument, cas.RestsOnReplaced)


def _defined(documents: Documents) -> list[list[bool]]:
    """Return for each defined class that follows from edges which documents belong to it."""
    plan = documents.plan
    implements = (plan.relations == Relation.IMPLEMENTS) | (plan.relations == Relation.GUIDES)
    replaces = (plan.relations == Relation.REPLACES) | (plan.relations == Relation.REPLACES_PART)
    implemented, replaced, resting = (np.zeros(len(plan), np.bool_) for _ in range(3))
    implemented[plan.targets[implements]] = True
    replaced[plan.targets[replaces]] = True
    lineage = np.isin(plan.relations, _LINEAGE)
    resting[plan.sources[lineage & replaced[plan.targets]]] = True
    return [column.tolist() for column in (implemented, replaced, resting)]
