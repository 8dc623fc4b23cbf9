"""All sources of a store in a few words each, for a list that is searched and paged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.folding import bare
from graph.lineage.facts import Facts, date_of, text_of
from graph.model import PartialDate, Verdict
from graph.resolve.identity import DocumentKey, is_document
from graph.resolve.series import unit_of_series
from graph.review import decisions_in
from graph.store.graphs import SOURCE_PREFIX
from graph.store.protocol import Reader
from ontology import terms as cas

_REGISTER = SOURCE_PREFIX + "register-"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_CLAIM = NamedNode(cas.Claim)
_WITHDRAWN = NamedNode(cas.withdrawn)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in a list.

    Parameters
    ----------
    source, slug : its address, and the last segment of that.
    register : whether it is a table of the register, not a text.
    name, publisher, published, url : what is told of it.
    places : names of the provinces whose documents it speaks of, most often named first.
    decisions : how often each verdict was given on its claims.
    words : what a search looks at, folded.
    """

    source: str
    slug: str
    register: bool
    name: str
    publisher: str | None
    published: PartialDate | None
    url: str | None
    places: tuple[str, ...]
    decisions: tuple[tuple[Verdict, int], ...]
    words: str

    @property
    def decided(self) -> int:
        """Return on how many of its claims somebody decided."""
        return sum(count for _, count in self.decisions)


def source_rows(reader: Reader) -> tuple[SourceRow, ...]:
    """Return every source: texts first, newest first, then the tables of the register by name."""
    names = [name for name in reader.graphs() if name.startswith(SOURCE_PREFIX)]
    facts = Facts(reader)
    facts.read_subjects(names)
    verdicts: dict[str, Counter[Verdict]] = {}
    for decision in decisions_in(reader).by_claim.values():
        verdicts.setdefault(decision.source, Counter())[decision.verdict] += 1
    rows = [_row(facts, name, verdicts.get(name, Counter())) for name in names]
    return tuple(sorted(sorted(rows, key=lambda one: one.slug), key=_order))


def claims_standing(reader: Reader, source: str) -> int:
    """Return how many claims a source makes now."""
    graph = NamedNode(source)
    claims = {quad.subject for quad in reader.quads(None, _TYPE, _CLAIM, graph)}
    return len(claims - {quad.subject for quad in reader.quads(None, _WITHDRAWN, None, graph)})


def _row(facts: Facts, source: str, verdicts: Counter[Verdict]) -> SourceRow:
    about = facts.of(source)
    mentioned = (str(one) for one in about.get(cas.mentions, ()))
    slug, name = source.removeprefix(SOURCE_PREFIX), facts.label(source)
    publisher = text_of(about.get(cas.publisher))
    return SourceRow(
        source=source,
        slug=slug,
        register=source.startswith(_REGISTER),
        name=name,
        publisher=publisher,
        published=date_of(about.get(cas.published)),
        url=text_of(about.get(cas.address)),
        places=_places(facts, mentioned),
        decisions=tuple((one, verdicts[one]) for one in Verdict if verdicts[one]),
        words=bare(" ".join((name, publisher or "", slug.replace("-", " ")))),
    )


def _places(facts: Facts, mentioned: Iterable[str]) -> tuple[str, ...]:
    """Return the provinces in whose series documents are numbered, the most frequent first."""
    units = Counter(
        unit
        for iri in mentioned
        if is_document(iri) and (unit := unit_of_series(DocumentKey.parse(iri).series))
    )
    named = ((facts.label(unit), count) for unit, count in units.items())
    known = [(name, count) for name, count in named if not name.startswith(cas.DATA)]
    return tuple(name for name, _ in sorted(known, key=lambda one: (-one[1], bare(one[0]))))


def _order(row: SourceRow) -> tuple[bool, int, str]:
    day = row.published.latest.toordinal() if row.published else 0
    return row.register, -day, bare(row.name)
