"""From what was read in one text to claims: every statement with the sentence it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from graph.extraction import (
    CitedDocument,
    Extraction,
    NamedBody,
    NamedOfficial,
    Position,
    ReportedResult,
    StatedRelation,
)
from graph.folding import clean
from graph.model import (
    Claim,
    EvidenceRow,
    Inference,
    Level,
    Literal,
    Modality,
    Sentence,
    Verification,
)
from graph.resolve.bodies import Body
from graph.resolve.documents import Mention, Resolved, party_series
from graph.resolve.drafts import (
    LABEL,
    TYPE,
    Context,
    Draft,
    about_body,
    about_official,
    text,
    type_concept,
    when,
)
from graph.resolve.identity import (
    DocumentKey,
    is_document,
    official_iri,
    post_iri,
    result_iri,
    tenure_iri,
    term_iri,
)
from graph.resolve.link import Citations
from graph.resolve.named import Named, about_named, named, post_of
from graph.resolve.register import about_references, claim_of, once
from graph.resolve.series import level_of_series
from ontology import terms as cas

_STATED, _INFERRED = "stated", "inferred"
_FIELDS = {"term": Inference.TERM, "issuer": Inference.ISSUER, "province": Inference.ELLIPSIS}
_ORIGINS = ("issuedBy", "adoptedAt")
_EVENTS = (cas.Plenum, cas.Congress)
_ABOVE = (cas.replaces, cas.repeals)  # a lower body does neither to a higher one's document


@dataclass(frozen=True, slots=True)
class Reported:
    """What a text says: claims with the sentences they stand in."""

    claims: tuple[Claim, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class _Text:
    """One text while its statements are told."""

    source: str
    extraction: Extraction
    citations: Citations
    resolved: Mapping[Mention, Resolved]
    context: Context
    sentence: Callable[[int, int], Sentence]
    sentences: dict[str, Sentence] = field(default_factory=dict)
    rows: dict[tuple[int, int], EvidenceRow] = field(default_factory=dict)

    @property
    def day(self) -> date | None:
        published = self.extraction.article.published
        return published.earliest if published else None

    def row(self, start: int, end: int) -> EvidenceRow:
        """Return the sentence around some words as the row that drafts stand on."""
        row = self.rows.get((start, end))
        if row is None:
            row = self.rows[start, end] = self._row(start, end)
        return row

    def _row(self, start: int, end: int) -> EvidenceRow:
        told = self.sentence(start, end)
        first = self.sentences.setdefault(told.iri, told)
        if told.start < first.start:
            self.sentences[told.iri] = told
        return EvidenceRow(told.iri, self.source, "", told.places, Verification.ARTICLE)


def report(
    source: str,
    extraction: Extraction,
    citations: Citations,
    resolved: Mapping[Mention, Resolved],
    context: Context,
    sentence: Callable[[int, int], Sentence],
) -> Reported:
    """Return what a text says, its citations resolved.

    Parameters
    ----------
    source : address of the source.
    extraction : what was read in it.
    citations : its documents as mentions.
    resolved : what each mention means.
    context : provinces, terms and bodies of the register.
    sentence : gives the sentence that some words stand in (`quotes.quoting`).
    """
    told = _Text(source, extraction, citations, resolved, context, sentence)
    drafts = tuple(once(_drafts(told)))
    claims = [claim_of(draft, resolved) for draft in drafts]
    claims += about_references(drafts, resolved)
    kept = _distinct(_checked(claim) for claim in claims if claim.subject != claim.object)
    used = sorted({claim.evidence for claim in kept})
    return Reported(kept, tuple(told.sentences[iri] for iri in used))


def _distinct(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Keep, of a statement that one sentence makes twice, what was done, and where it first is."""
    kept: dict[tuple[str, str, str | Literal, str], Claim] = {}
    for claim in claims:
        said = (claim.subject, claim.predicate, claim.object, claim.evidence)
        other = kept.setdefault(said, claim)
        if other is not claim and _before(claim, other):
            kept[said] = claim
    return tuple(kept.values())


def _before(claim: Claim, other: Claim) -> bool:
    """Tell whether a claim is the one to keep; the spelling decides where nothing else does."""
    places = [(one.modality is not Modality.DONE, one.start or 0) for one in (claim, other)]
    if places[0] != places[1]:
        return places[0] < places[1]
    return claim != other and repr(claim) < repr(other)


def _drafts(told: _Text) -> Iterator[Draft]:
    bodies = {body.id: _named(told, body.id) for body in told.extraction.bodies}
    issued = {r.subject for r in told.extraction.relations if r.predicate in _ORIGINS}
    for document in told.extraction.documents:
        yield from _about_document(told, document)
        if document.issuer and document.id not in issued and document.mentions:
            yield from _issued_by(told, document)
    for official in told.extraction.officials:
        yield from _about_official(told, official)
    for relation in told.extraction.relations:
        yield from _about_relation(told, relation, bodies)
    for result in told.extraction.results:
        yield from _about_result(told, result, bodies)


def _about_document(told: _Text, document: CitedDocument) -> Iterator[Draft]:
    mention = told.citations.by_id[document.id]
    printed = not {"number", "reviewed"} & set(document.inferred)
    for span in document.mentions:
        yield Draft(
            told.row(span.start, span.end),
            told.source,
            cas.mentions,
            mention,
            certainty=_STATED if printed else _INFERRED,
            inference=_inference(document),
            span=(span.start, span.end),
            surface=span.surface,
        )
    if not document.mentions:
        return
    first = document.mentions[0]
    row = told.row(first.start, first.end)
    for predicate, value, inference in _fields(document, mention):
        yield Draft(
            row, mention, predicate, value, inference=inference, span=(first.start, first.end)
        )
    for member in document.members:
        if member in told.citations.by_id:
            other = told.citations.by_id[member]
            yield Draft(row, mention, cas.member, other, span=(first.start, first.end))
    if told.resolved[mention].key is None:
        reference = told.resolved[mention].iri
        yield Draft(row, reference, LABEL, text(clean(first.surface), "vi"))
        yield from _candidates(told, document, mention, row)


def _fields(
    document: CitedDocument, mention: Mention
) -> Iterator[tuple[str, Literal | str, tuple[Inference, ...]]]:
    """Yield what the text says of a document; what it does not print, marked as inferred."""
    inference = _inference(document)
    inferred = set(document.inferred)
    if mention.number is not None and mention.number.issuer_code:
        yield cas.number, text(mention.number.printed), inference
    party = party_series(mention)
    concept = type_concept(document.type_vi, party=party) if document.type_vi else None
    if concept and "type" not in inferred:
        yield cas.documentType, concept, ()
    for predicate, day in (
        (cas.issued, document.issued),
        (cas.effective, document.effective),
        (cas.expires, document.expires),
    ):
        if day is not None and "issued" not in inferred:
            yield predicate, when(day), ()
    if document.title and "title" not in inferred:
        yield cas.title, text(clean(document.title), "vi"), ()
    if document.alias and document.level is Level.CENTRAL and not document.members:
        yield cas.alias, text(document.alias, "vi"), (Inference.ALIAS,)
    if document.term and document.level is Level.CENTRAL and "term" not in inferred and party:
        yield cas.term, term_iri(document.term), ()


def _issued_by(told: _Text, document: CitedDocument) -> Iterator[Draft]:
    """Yield the issuer that is told of a document without a sentence that says so."""
    inferred = "issuer" in document.inferred
    if inferred and document.level is Level.CENTRAL:
        return  # the register of central documents knows it better
    span = (document.mentions[0].start, document.mentions[0].end)
    body = NamedBody("", document.issuer or "", document.level, ())
    one = named(body, document.province, told.day, told.context)
    row, mention = told.row(*span), told.citations.by_id[document.id]
    inference = (Inference.ISSUER,) if inferred else ()
    predicate = cas.adoptedAt if one.kind in _EVENTS else cas.issuedBy
    if one.kind in (cas.Body, *_EVENTS):
        yield from about_named(row, one)
        yield Draft(row, mention, predicate, one.iri, inference=inference, span=span)


def _candidates(
    told: _Text, document: CitedDocument, mention: Mention, row: EvidenceRow
) -> Iterator[Draft]:
    """Yield which documents a citation that stays open may mean, as the reading has it."""
    for one in told.citations.candidates.get(document.id, ()):
        meant = told.resolved[one]
        if meant.key is not None:
            yield Draft(row, told.resolved[mention].iri, cas.candidate, meant.iri)


def _inference(document: CitedDocument) -> tuple[Inference, ...]:
    """Return how what is not printed of a document was found."""
    found = {_FIELDS[name] for name in document.inferred if name in _FIELDS and name != "issuer"}
    if "reviewed" in document.inferred:
        found.add(Inference.REVIEWED)
    elif "number" in document.inferred:
        found.add(Inference.ALIAS if document.alias else Inference.ELLIPSIS)
    return tuple(sorted(found))


def _about_official(told: _Text, official: NamedOfficial) -> Iterator[Draft]:
    iri, place = _official(told, official)
    for span in official.mentions[:1]:
        yield from about_official(told.row(span.start, span.end), official.name, place)
    for position in official.positions:
        yield from _about_position(told, iri, position)


def _official(told: _Text, official: NamedOfficial) -> tuple[str, str | None]:
    """Return the address of a person: one person in a text, in the place of a local post."""
    bodies = (_body_of(told, position) for position in official.positions)
    places = sorted(body.unit.slug for body in bodies if body is not None and body.unit)
    place = places[0] if places else None
    return official_iri(official.name, place), place


def _about_position(told: _Text, official: str, position: Position) -> Iterator[Draft]:
    """Yield that a person held a post on the day of the report, and no more than that."""
    body = _body_of(told, position)
    if body is None or position.as_of is None:
        return
    row, span = told.row(position.start, position.end), (position.start, position.end)
    post = post_of(position.title)
    tenure = tenure_iri(official, post, body.iri, "", "")
    yield from about_body(row, body)
    yield Draft(row, post_iri(post), TYPE, cas.Post, common=True)
    yield Draft(row, post_iri(post), LABEL, text(post, "vi"), common=True)
    yield Draft(row, tenure, TYPE, cas.Tenure, span=span)
    yield Draft(row, tenure, cas.holder, official, span=span)
    yield Draft(row, tenure, cas.post, post_iri(post), span=span)
    yield Draft(row, tenure, cas.body, body.iri, span=span)
    yield Draft(row, tenure, cas.heldOn, when(position.as_of), span=span, surface=position.title)


def _body_of(told: _Text, position: Position) -> Body | None:
    if position.body is None:
        return None
    day = position.as_of.earliest if position.as_of else told.day
    return told.context.directory.body(
        position.body, province=told.extraction.article.province, on=day
    )


def _named(told: _Text, body_id: str) -> Named:
    body = next(one for one in told.extraction.bodies if one.id == body_id)
    return named(body, told.extraction.article.province, told.day, told.context)


def _about_relation(
    told: _Text, relation: StatedRelation, bodies: Mapping[str, Named]
) -> Iterator[Draft]:
    subject = _end(told, relation.subject, bodies)
    value = _end(told, relation.object, bodies)
    if subject is None or value is None:
        return
    row = told.row(relation.start, relation.end)
    for one in (relation.subject, relation.object):
        if one in bodies:
            yield from about_named(row, bodies[one])
    predicate = cas.ONTOLOGY + relation.predicate
    inference: list[Inference] = []
    if predicate in (cas.issuedBy, cas.adoptedAt) and relation.object in bodies:
        event = bodies[relation.object].kind in _EVENTS
        predicate = cas.adoptedAt if event else cas.issuedBy
        inference += [Inference.ISSUER] if relation.certainty == _INFERRED else []
    elif relation.certainty == _INFERRED:
        inference.append(Inference.ELLIPSIS)
    yield Draft(
        row,
        subject,
        predicate,
        value,
        cue=relation.cue,
        certainty=relation.certainty,
        inference=tuple(inference),
        modality=relation.modality,
        span=(relation.start, relation.end),
        part=relation.part,
        role=relation.role,
        deadline=relation.deadline,
    )


def _end(told: _Text, identifier: str, bodies: Mapping[str, Named]) -> str | Mention | None:
    """Return what an end of a relation stands for; None when the text names no such thing."""
    if identifier in told.citations.by_id:
        return told.citations.by_id[identifier]
    if identifier in bodies:
        return bodies[identifier].iri
    person = next((one for one in told.extraction.officials if one.id == identifier), None)
    return _official(told, person)[0] if person else None


def _about_result(
    told: _Text, result: ReportedResult, bodies: Mapping[str, Named]
) -> Iterator[Draft]:
    """Yield a reported figure with its unit and what it is about."""
    row, span = told.row(result.start, result.end), (result.start, result.end)
    figure = f"{Decimal(str(result.value)).normalize():f}"
    iri = result_iri(row.iri, figure, result.unit)
    surface = told.extraction.article.text[result.start : result.end]
    yield Draft(row, iri, TYPE, cas.Result, span=span)
    yield Draft(row, iri, cas.value, Literal(figure, "decimal"), span=span, surface=surface)
    yield Draft(row, iri, cas.unitOfMeasure, text(result.unit, "vi"), span=span)
    for predicate, said in ((cas.qualifier, result.qualifier), (cas.period, result.period)):
        if said:
            yield Draft(row, iri, predicate, text(said, "vi"), span=span)
    document = told.citations.by_id.get(result.document or "")
    if document is not None:
        yield Draft(row, iri, cas.aboutDocument, document, span=span)
    body = bodies.get(result.body or "")
    if body is not None:
        yield from about_named(row, body)
        yield Draft(row, iri, cas.aboutBody, body.iri, span=span)


def _checked(claim: Claim) -> Claim:
    """Set aside what cannot be: a lower body does not replace a higher one's document."""
    if claim.predicate not in _ABOVE or not isinstance(claim.object, str):
        return claim
    levels = [_level(end) for end in (claim.subject, claim.object)]
    return replace(claim, declined=True) if levels[0] > levels[1] >= 0 else claim


def _level(iri: str) -> int:
    """Return the rank of a document's level, 0 the highest; -1 where it is not known."""
    if not is_document(iri):
        return -1
    return list(Level).index(level_of_series(DocumentKey.parse(iri).series))
