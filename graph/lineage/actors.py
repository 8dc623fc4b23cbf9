"""Bodies and officials: what the graph knows of one, tenures as known dates, nobody ranked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from pyoxigraph import NamedNode

from graph.errors import NotFound, Text
from graph.lineage.facts import FACTS, Facts, date_of, text_of
from graph.lineage.leading import posts_of, stints
from graph.model import (
    BodyRecord,
    Level,
    Literal,
    Named,
    OfficialRecord,
    PartialDate,
    PostHeld,
    Tenure,
)
from graph.store.protocol import Reader
from ontology import terms as cas

_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_PATH = re.compile(r"/?(?:id/)?((?:body|official)/[^\s<>\"{}|\\^`]+)")
_NEVER = PartialDate(9999)


def address_in(text: str) -> str | None:
    """Return the address of a body or an official that a text is, whole or as a path; else None."""
    path = _PATH.fullmatch(text.strip().removeprefix(cas.DATA))
    return cas.DATA + path[1] if path else None


def body_record(reader: Reader, iri: str, *, on: date | None) -> BodyRecord:
    """Return everything known of a body.

    Parameters
    ----------
    reader : one generation of the store.
    iri : its address.
    on : the day that tenures may cover; None: a list does without them, so they are left out.

    Raises
    ------
    NotFound : the store knows no body there.
    """
    facts = Facts(reader)
    about = facts.of(iri)
    if cas.Body not in about.get(_TYPE, ()):
        raise _unknown(iri, Text("cơ quan", "body"))
    level, unit = text_of(about.get(cas.level)), text_of(about.get(cas.jurisdiction))
    return BodyRecord(
        iri=iri,
        name=facts.label(iri),
        name_en=next(iter(_labels(about.get(_LABEL), "en")), None),
        aliases=_texts(about.get(cas.alias)),
        code=text_of(about.get(cas.code)),
        level=Level(level.rsplit("/", 1)[-1]) if level else None,
        unit=facts.label(unit) if unit else None,
        unit_iri=unit,
        since=date_of(about.get(cas.validFrom)),
        until=date_of(about.get(cas.validTo)),
        parents=_named(facts, facts.objects(iri, cas.parent)),
        parts=_named(facts, facts.subjects(cas.parent, iri)),
        predecessors=_named(facts, facts.subjects(cas.successor, iri)),
        successors=_named(facts, facts.objects(iri, cas.successor)),
        leads=tuple(post.vi for post in posts_of(facts, iri)),
        tenures=_tenures(facts, iri, on) if on else (),
        documents=_count(reader, cas.issuedBy, iri),
    )


def official_record(reader: Reader, iri: str, *, on: date) -> OfficialRecord:
    """Return what is known of a holder of public posts.

    Parameters
    ----------
    reader : one generation of the store.
    iri : the address.
    on : the day that tenures may cover.

    Raises
    ------
    NotFound : the store knows no official there.
    """
    facts = Facts(reader)
    about = facts.of(iri)
    if cas.Official not in about.get(_TYPE, ()):
        raise _unknown(iri, Text("cán bộ", "official"))
    names = _texts(about.get(_LABEL))
    return OfficialRecord(
        iri=iri,
        name=names[0] if names else iri,
        names=names,
        held=_held(facts, iri, on),
        signed=_count(reader, cas.signedBy, iri),
    )


def _tenures(facts: Facts, body: str, on: date) -> tuple[Tenure, ...]:
    found = [tenure for _, tenure in stints(facts, facts.subjects(cas.body, body), on)]
    return tuple(sorted(found, key=lambda it: (it.post, _first(it.held_on, it.starts), it.name)))


def _held(facts: Facts, official: str, on: date) -> tuple[PostHeld, ...]:
    held = [
        PostHeld(
            post=facts.label(stint.post),
            post_iri=stint.post,
            body=facts.label(stint.body),
            body_iri=stint.body,
            holding=tenure.holding,
            held_on=tenure.held_on,
            starts=tenure.starts,
            ends=tenure.ends,
            evidence=tenure.evidence,
        )
        for stint, tenure in stints(facts, facts.subjects(cas.holder, official), on)
    ]
    return tuple(sorted(held, key=lambda it: (_first(it.held_on, it.starts), it.post, it.body)))


def _first(days: Iterable[PartialDate], starts: PartialDate | None) -> PartialDate:
    """Return the first day known of a tenure; what has none comes last."""
    return min((*days, *([starts] if starts else ())), default=_NEVER)


def _named(facts: Facts, iris: Iterable[str]) -> tuple[Named, ...]:
    found = (Named(iri, facts.label(iri)) for iri in iris)
    return tuple(sorted(found, key=lambda one: (one.name, one.iri)))


def _texts(values: Iterable[str | Literal] | None) -> tuple[str, ...]:
    return tuple(sorted({it.text for it in values or () if isinstance(it, Literal)}))


def _labels(values: Iterable[str | Literal] | None, language: str) -> tuple[str, ...]:
    told = [it for it in values or () if isinstance(it, Literal)]
    return tuple(sorted(it.text for it in told if it.language == language))


def _count(reader: Reader, predicate: str, thing: str) -> int:
    return sum(1 for _ in reader.quads(None, NamedNode(predicate), NamedNode(thing), FACTS))


def _unknown(iri: str, kind: Text) -> NotFound:
    return NotFound(
        Text(f"kho không có {kind.vi} ở địa chỉ này", f"the store has no {kind.en} there"),
        place=iri,
        remedy=Text("tìm theo tên", "search by name"),
    )
