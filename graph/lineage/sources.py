"""The sources of a store: tables of the register and texts, each with what it claims."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.errors import NotFound, Text
from graph.extract.interchange import as_dict
from graph.lineage.facts import Facts, date_of, text_of
from graph.model import PartialDate
from graph.readings import stored_reading
from graph.store.graphs import REVIEW, SOURCE_PREFIX
from graph.store.protocol import Reader
from graph.store.texts import Texts
from ontology import terms as cas

_REGISTER = SOURCE_PREFIX + "register-"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_CLAIM = NamedNode(cas.Claim)
_IN = NamedNode(cas.inSource)
_REVIEW = NamedNode(REVIEW)
_WITHDRAWN = NamedNode(cas.withdrawn)


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source: `slug` is the last segment of its address, `kind` is `text` or `register`.

    `claims` are those it makes now, `decided` how many of them somebody decided on.
    """

    source: str
    slug: str
    kind: str
    name: str
    published: PartialDate | None
    publisher: str | None
    url: str | None
    sha256: str | None
    claims: int
    decided: int


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text as it is kept, with what was read in it: the object of the interchange format.

    Its spans count characters of the text.
    """

    text: str
    reading: dict[str, object]


def sources_in(reader: Reader, *, after: str = "", limit: int = 50) -> tuple[ListedSource, ...]:
    """Return the sources of a store by address, a page of them.

    Parameters
    ----------
    reader : one generation of the store.
    after : slug of the last source seen.
    limit : the most sources told.
    """
    names = [name for name in reader.graphs() if name.startswith(SOURCE_PREFIX)]
    later = [name for name in names if name > SOURCE_PREFIX + after or not after]
    facts = Facts(reader)
    return tuple(_listed(facts, name) for name in later[:limit])


def source_in(reader: Reader, source: str) -> ListedSource:
    """Return one source.

    Raises
    ------
    NotFound : the store has no source at that address.
    """
    if source not in reader.graphs():
        raise NotFound(
            Text("kho không có nguồn này", "the store has no such source"),
            place=source,
            remedy=Text("xem danh sách ở /api/sources", "see the list at /api/sources"),
        )
    return _listed(Facts(reader), source)


def text_in(reader: Reader, texts: Texts, source: str) -> ReadText | None:
    """Return the text of a source with what was read in it; None for tables of the register."""
    reading = stored_reading(reader, texts, source)
    return ReadText(reading.article.text, as_dict(reading)) if reading else None


def _listed(facts: Facts, source: str) -> ListedSource:
    about = facts.of(source)
    claims = {claim.subject for claim in facts.reader.quads(None, _TYPE, _CLAIM, NamedNode(source))}
    closed = facts.reader.quads(None, _WITHDRAWN, None, NamedNode(source))
    claims -= {quad.subject for quad in closed}
    decided = {quad.subject for quad in facts.reader.quads(None, _IN, NamedNode(source), _REVIEW)}
    return ListedSource(
        source=source,
        slug=source.removeprefix(SOURCE_PREFIX),
        kind="register" if source.startswith(_REGISTER) else "text",
        name=facts.label(source),
        published=date_of(about.get(cas.published)),
        publisher=text_of(about.get(cas.publisher)),
        url=text_of(about.get(cas.address)),
        sha256=text_of(about.get(cas.checksum)),
        claims=len(claims),
        decided=len(claims & decided),
    )
