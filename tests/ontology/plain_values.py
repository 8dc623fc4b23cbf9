"""Of what each property with a plain value is said."""

from __future__ import annotations

from ontology import terms as cas

#: What a plain value is said of: the class that follows for the subject, None where several may.
VALUES = {
    cas.Claim: (
        cas.certainty,
        cas.cue,
        cas.modality,
        cas.run,
        cas.inference,
        cas.recorded,
        cas.withdrawn,
        cas.part,
        cas.role,
        cas.deadline,
        cas.declined,
        cas.surface,
    ),
    cas.RegisterRow: (cas.rowKey,),
    cas.Sentence: (cas.quote,),
    cas.Source: (cas.publisher, cas.published, cas.checksum, cas.citationKey),
    cas.AdministrativeUnit: (
        cas.region,
        cas.regionSince2025,
        cas.coastal,
        cas.unitKind,
        cas.unitSet,
    ),
    cas.Tenure: (cas.heldOn,),
    cas.Result: (cas.value, cas.unitOfMeasure, cas.qualifier, cas.period),
    None: (
        cas.start,
        cas.end,
        cas.confidence,
        cas.seenOn,
        cas.number,
        cas.numeral,
        cas.typeCode,
        cas.issued,
        cas.effective,
        cas.expires,
        cas.title,
        cas.alias,
        cas.verification,
        cas.address,
        cas.note,
        cas.validFrom,
        cas.validTo,
        cas.code,
        cas.startsOn,
        cas.endsOn,
        cas.system,
        cas.normative,
        cas.series,
        cas.rank,
        cas.bodyPattern,
        cas.inverted,
    ),
}
