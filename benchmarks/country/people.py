"""Places, bodies and office-holders as claims of a few sources, with the facts that follow."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import Quad

from benchmarks.country.names import person
from benchmarks.country.pieces import RECORDED
from benchmarks.country.places import FIRST_OF_34, LAST_OF_63, Era, Land, Place
from graph.build import change_to
from graph.facts import facts_about
from graph.folding import slug
from graph.model import Claim, EvidenceRow, Level, PartialDate, Verification
from graph.rdf import Standing, claim_quads, evidence_quads, fact_quads, source_quads
from graph.resolve.drafts import LABEL, TYPE, Draft, about_body, text, when
from graph.resolve.identity import row_iri, source_iri, unit_iri
from graph.resolve.provincial_rows import about_tenure
from graph.resolve.register import claim_of, claims_of, once
from graph.store.memory import MemoryStore
from graph.vocabulary import vocabulary_change
from ontology import terms as cas

_POSTS = {
    Level.PROVINCE: ("Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"),
    Level.DISTRICT: ("Bí thư Huyện ủy", "Chủ tịch UBND huyện"),
    Level.COMMUNE: ("Bí thư Đảng ủy xã", "Chủ tịch UBND xã"),
}
_TERMS = (("2010-10-01", "2015-09-30"), ("2015-10-01", "2020-09-30"), ("2020-10-01", None))
_KIND = {"huyện": "district", "xã": "commune", "phường": "commune"}


def real_part(land: Land) -> Iterator[Quad]:
    """Yield what the register says of provinces, central bodies and terms, and the ontology."""
    register = land.context.register
    trimmed = replace(
        register,
        alias_defaults=(),
        central_documents=(),
        central_relations=(),
        plenums=(),
        scope=(),
        officials=(),
        contradictions=(),
        provincial_facts=(),
        provincial_officials=(),
    )
    with MemoryStore().read() as reader:
        yield from change_to(reader, claims_of(trimmed), RECORDED).added
        yield from vocabulary_change(reader).added


def made_up_part(land: Land) -> Iterator[list[Quad]]:
    """Yield districts, communes, their issuers and office-holders: one source a province."""
    told: set[Quad] = set()
    for unit, places in _by_unit(land.eras).items():
        source = source_iri(f"so-bo-may-{unit}")
        chance = random.Random(f"people-{land.seed}-{unit}")
        drafts = [draft for era, place in places for draft in _drafts(source, era, place, chance)]
        claims = sorted({claim_of(draft, {}) for draft in once(drafts)}, key=repr)
        facts = _facts(claims)
        quads = list(source_quads(source, f"Sổ bộ máy {unit}", f"Register of offices, {unit}"))
        for row in sorted({draft.row for draft in drafts}, key=lambda row: row.iri):
            quads += evidence_quads(row)
        for claim in claims:
            quads += claim_quads(claim, Standing(RECORDED))
        yield quads + [quad for quad in facts if quad not in told]
        told.update(quad for quad in facts if "/post/" in str(quad.subject))


def _by_unit(eras: Iterable[Era]) -> dict[str, list[tuple[Era, Place]]]:
    found: dict[str, list[tuple[Era, Place]]] = defaultdict(list)
    for era in eras:
        for place in era.places:
            found[slug(place.unit.name)].append((era, place))  # names outlive a merger
    return found


def _facts(claims: Iterable[Claim]) -> list[Quad]:
    about: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        about[claim.subject].append(claim)
    return [
        quad
        for subject, own in about.items()
        for quad in fact_quads(sorted(facts_about(subject, own, {}), key=repr))
    ]


def _drafts(source: str, era: Era, place: Place, chance: random.Random) -> Iterator[Draft]:
    row = EvidenceRow(
        row_iri(source, f"{place.state.iri} {era.first}"),
        source,
        f"{place.name} | {era.first}",
        (),
        Verification.SEEN_ONCE,
    )
    yield from about_body(row, place.party)
    yield from about_body(row, place.state)
    if place.above is not None:
        yield from _unit(row, era, place)
    for body, post in zip((place.party, place.state), _POSTS[place.level], strict=True):
        for since, until in _held(era, place):
            interval = (_day(since), _day(until))
            yield from about_tenure(row, person(chance), post, body, interval, ())


def _unit(row: EvidenceRow, era: Era, place: Place) -> Iterator[Draft]:
    local = place.name.split(",", 1)[0]
    iri = unit_iri(f"{place.unit.slug}/{slug(place.name.replace(',', ''))}")
    yield Draft(row, iri, TYPE, cas.AdministrativeUnit)
    yield Draft(row, iri, LABEL, text(local, "vi"))
    yield Draft(row, iri, cas.unitKind, text(_KIND[local.split(" ", 1)[0]]))
    if era.first == FIRST_OF_34:
        yield Draft(row, iri, cas.validFrom, when(FIRST_OF_34))
    else:
        yield Draft(row, iri, cas.validTo, when(LAST_OF_63))


def _held(era: Era, place: Place) -> Iterator[tuple[str | None, str | None]]:
    if era.first == FIRST_OF_34:
        yield str(FIRST_OF_34), None
    elif place.level is Level.PROVINCE:
        yield from _TERMS
    else:
        yield "2020-08-01", str(LAST_OF_63)


def _day(told: str | None) -> PartialDate | None:
    return PartialDate.parse(told) if told else None
