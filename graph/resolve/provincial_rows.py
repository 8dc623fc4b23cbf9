"""What the rows about the provinces state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from graph.model import EvidenceRow, Inference, Literal, PartialDate
from graph.numbers import parse_number
from graph.records import Predicate, ProvinceRow, ProvincialFactRow, ProvincialOfficialRow
from graph.resolve.bodies import Body
from graph.resolve.calendar import latest_start
from graph.resolve.documents import Mention, party_series
from graph.resolve.drafts import (
    LABEL,
    TYPE,
    Context,
    Draft,
    about_body,
    about_official,
    evidence_of,
    place_of,
    text,
    type_concept,
    when,
)
from graph.resolve.identity import official_iri, post_iri, tenure_iri
from graph.resolve.places import Unit
from ontology import terms as cas

_Subject = tuple[str, ...]


def about_unit(row: ProvinceRow, unit: Unit, context: Context) -> Iterator[Draft]:
    """Yield what a row says of an administrative unit."""
    node = evidence_of(row)
    yield Draft(node, unit.iri, TYPE, cas.AdministrativeUnit)
    yield Draft(node, unit.iri, LABEL, text(unit.name, "vi"))
    yield Draft(node, unit.iri, cas.unitKind, text(row.kind))
    yield Draft(node, unit.iri, cas.coastal, _truth(row.coastal))
    for spelling in unit.aliases:
        yield Draft(node, unit.iri, cas.alias, text(spelling, "vi"))
    for predicate, day in ((cas.validFrom, unit.valid_from), (cas.validTo, unit.valid_to)):
        if day is not None:
            yield Draft(node, unit.iri, predicate, when(day))
    for unit_set in row.unit_sets:
        yield Draft(node, unit.iri, cas.unitSet, text(unit_set))
    for predicate, region in ((cas.region, row.region), (cas.regionSince2025, row.region_2025)):
        if region:
            yield Draft(node, unit.iri, predicate, text(region, "vi"))
    for heir in context.gazetteer.heirs(unit):
        yield Draft(node, unit.iri, cas.mergedInto, heir.iri)


def _truth(value: bool) -> Literal:
    return Literal(str(value).lower(), "boolean")


def about_provincial_facts(
    rows: tuple[ProvincialFactRow, ...], context: Context
) -> Iterator[Draft]:
    """Yield what the statements about provincial documents say.

    Rows about one document are read together: what it rests on and when it was reported bound the
    day of an undated one.
    """
    groups: dict[_Subject, list[ProvincialFactRow]] = defaultdict(list)
    for row in rows:
        groups[_subject_of(row)].append(row)
    for told, group in groups.items():
        when_issued = _when(group, context)
        for row in group:
            yield from _about_fact(row, told, when_issued, context)


@dataclass(frozen=True, slots=True)
class _When:
    """When an act was issued, as far as the rows about it tell.

    `day` picks the province that bore the name; `sure` is False where a merger lies between the
    bounds, so that another bearer of the name is possible.
    """

    not_before: date | None
    not_after: date | None
    day: date | None
    sure: bool


def _when(group: list[ProvincialFactRow], context: Context) -> _When:
    first = latest_start(row.object_issued for row in group)
    last = min((row.source_date.latest for row in group if row.source_date), default=None)
    issued = next((row.subject_issued for row in group if row.subject_issued), None)
    if issued is not None:
        return _When(first, last, issued.earliest, True)
    merged = max((day for row in group if (day := _merger(row, context))), default=None)
    day = max(filter(None, (first, merged)), default=last)
    province = group[0].province
    bearers = {
        context.gazetteer.unit(province, bound) if province else None
        for bound in (day, last or date.max)
    }
    return _When(max(filter(None, (first, merged)), default=None), last, day, len(bearers) == 1)


def _merger(row: ProvincialFactRow, context: Context) -> date | None:
    """Return the day since which a province can replace what one that went into it issued."""
    if row.predicate is not Predicate.REPLACES or not (row.object_issuer and row.province):
        return None
    other = context.gazetteer.at_end_of(row.object_issuer, None)
    olds = [unit for unit in context.gazetteer.units if other and unit.name == other[0].name]
    heirs = [heir for unit in olds for heir in context.gazetteer.heirs(unit)]
    own = [heir for heir in heirs if heir.name == row.province != (other and other[0].name)]
    return next((heir.valid_from.earliest for heir in own if heir.valid_from), None)


def _subject_of(row: ProvincialFactRow) -> _Subject:
    """Return what tells the subject of a row from others, as printed."""
    told = (row.subject_number, row.subject_type, row.subject_issuer, row.province)
    dated = (row.subject_issued, row.subject_title)
    unnamed = () if row.subject_number or row.subject_issued or row.subject_title else row.source
    return tuple(str(part or "") for part in (*told, *dated, *unnamed))


def _about_fact(
    row: ProvincialFactRow, told: _Subject, issued: _When, context: Context
) -> Iterator[Draft]:
    node, day = evidence_of(row), issued.day
    body = _body(row.subject_issuer, row.province, day, context)
    if body is not None and not issued.sure:
        body = replace(body, sure=False)
    unit = context.gazetteer.unit(row.province, day) if row.province and body is None else None
    subject = Mention(
        number=parse_number(row.subject_number) if row.subject_number else None,
        type_vi=row.subject_type,
        body=body,
        issued=row.subject_issued,
        title=row.subject_title,
        own=True,
        unit=unit.slug if unit else None,
        not_before=issued.not_before,
        not_after=issued.not_after,
        context=" | ".join(told),
    )
    cited_on = row.object_issued.earliest if row.object_issued else day
    cited = Mention(
        number=parse_number(row.object_number) if row.object_number else None,
        type_vi=row.object_type,
        body=_body(row.object_issuer, row.province, cited_on, context),
        issued=row.object_issued,
        not_after=row.subject_issued.latest if row.subject_issued else issued.not_after,
        context=" | ".join(told),
    )
    yield from about_document(node, subject, row.subject_title)
    yield from about_document(node, cited, None)
    if row.signer and body is not None:
        yield from about_official(node, row.signer, place_of(body))
        yield Draft(node, subject, cas.signedBy, official_iri(row.signer, place_of(body)))
    yield Draft(
        node,
        subject,
        cas.ONTOLOGY + row.predicate,
        cited,
        cue=row.cue or None,
        certainty=row.plainness,
    )


def _body(
    printed: str | None, province: str | None, day: date | None, context: Context
) -> Body | None:
    if printed is None:
        return None
    return context.directory.body(printed, province=province, on=day)


def about_document(
    node: EvidenceRow,
    mention: Mention,
    title: str | None,
    issuers: tuple[Body, ...] | None = None,
) -> Iterator[Draft]:
    """Yield number, type, issuers, date and title of a document, as its row prints them."""
    if mention.number is not None:
        yield Draft(node, mention, cas.number, text(mention.number.printed))
    bodies = issuers if issuers is not None else (mention.body,) if mention.body else ()
    party = party_series(mention)
    concept = type_concept(mention.type_vi, party=party) if mention.type_vi else None
    if concept:
        yield Draft(node, mention, cas.documentType, concept)
    for body in bodies:
        inference = () if body.sure else (Inference.ELLIPSIS,)
        yield from about_body(node, body)
        yield Draft(node, mention, cas.issuedBy, body.iri, inference=inference)
    if mention.issued is not None:
        yield Draft(node, mention, cas.issued, when(mention.issued))
    if title:
        yield Draft(node, mention, cas.title, text(title, "vi"))


def about_provincial_official(row: ProvincialOfficialRow, context: Context) -> Iterator[Draft]:
    """Yield that a person held a post on one day, and no more than that."""
    node = evidence_of(row)
    day = row.as_of.earliest
    body = context.directory.body(row.body_vi, province=row.province, on=day)
    yield from about_tenure(node, row.name, row.post_vi, body, (None, None), (row.as_of,))


def about_tenure(
    node: EvidenceRow,
    name: str,
    post: str,
    body: Body,
    interval: tuple[PartialDate | None, PartialDate | None],
    seen_on: tuple[PartialDate, ...],
) -> Iterator[Draft]:
    """Yield a person's holding of a post: the stated interval and the days it was seen."""
    official = official_iri(name, place_of(body))
    tenure = tenure_iri(official, post, body.iri, *(str(day or "") for day in interval))
    yield from about_official(node, name, place_of(body))
    yield from about_body(node, body)
    yield Draft(node, post_iri(post), TYPE, cas.Post, common=True)
    yield Draft(node, post_iri(post), LABEL, text(post, "vi"), common=True)
    yield Draft(node, tenure, TYPE, cas.Tenure)
    yield Draft(node, tenure, cas.holder, official)
    yield Draft(node, tenure, cas.post, post_iri(post))
    yield Draft(node, tenure, cas.body, body.iri)
    for predicate, day in zip((cas.startsOn, cas.endsOn), interval, strict=True):
        if day is not None:
            yield Draft(node, tenure, predicate, when(day))
    for seen in seen_on:
        yield Draft(node, tenure, cas.heldOn, when(seen))
