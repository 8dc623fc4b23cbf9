"""Which relations between documents can be: ranks and times, and each relation once."""

from __future__ import annotations

from collections.abc import Iterator

from graph.extract.citations import Citations
from graph.extract.denoting import issuer_row
from graph.extract.ordinals import number_of
from graph.extraction import CitedDocument, StatedRelation
from graph.model import Level
from graph.numbers import parse_number

#: Predicates by which a document changes another one, and those by which it stands under one.
CHANGES = {"replaces", "repeals", "amends"}
UNDER = {"implements", "continues", "basedOn", "guides"}
#: Acts of the State by force (Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15, điều 4).
_ACTS = {"Thông tư": 1, "Thông tư liên tịch": 1, "Nghị định": 2, "Pháp lệnh": 3}
_ACTS |= {"Luật": 4, "Bộ luật": 4, "Hiến pháp": 5}
#: Codes of committees at the Centre and in a province alike: `ĐUK` of a bloc of agencies.
_ANY_LEVEL = ("ĐU", "ĐUK")
_RANKS = {level: rank for rank, level in enumerate(Level)}


def possible(citations: Citations, relation: StatedRelation) -> bool:
    """Tell whether ranks and times allow it: no lower body replaces what a higher one issued."""
    subject = citations.document(relation.subject)
    other = citations.document(relation.object)
    if subject.id == other.id or other.id in subject.members or subject.id in other.members:
        return False
    acts = [_ACTS.get(one.type_vi or "", 0) for one in (subject, other)]
    if relation.predicate in CHANGES and 0 < acts[0] < acts[1]:
        return False
    sure = _of_known_level(subject) and _of_known_level(other)
    if sure and subject.level is not None and other.level is not None:
        lower = _RANKS[subject.level] - _RANKS[other.level]
        party = subject.term is not None or other.term is not None
        if lower > 0 and relation.predicate in CHANGES and party:
            return False
        if lower < 0 and relation.predicate in UNDER:
            return False
    return relation.predicate == "linkedWith" or not _earlier(subject, other)


def _of_known_level(document: CitedDocument) -> bool:
    """Tell whether a level is more than what is taken where nobody is known by the code."""
    number = parse_number(document.number or "")
    if number is None or document.level is not Level.CENTRAL:
        return True
    code = number.issuer_code
    return code not in _ANY_LEVEL and (code is None or issuer_row(code) is not None)


def _earlier(subject: CitedDocument, other: CitedDocument) -> bool:
    if subject.issued and other.issued:
        return subject.issued.latest < other.issued.earliest
    if subject.level is Level.CENTRAL and other.level is Level.CENTRAL:
        terms = [number_of((one.term or "").lower()) for one in (subject, other)]
        return terms[0] is not None and terms[1] is not None and terms[0] < terms[1]
    return False


def once(relations: Iterator[StatedRelation]) -> tuple[StatedRelation, ...]:
    """Keep the first evidence of each relation; a symmetric one counts in either order."""
    kept: dict[tuple[str, str, str], StatedRelation] = {}
    for relation in relations:
        ends = (relation.subject, relation.object)
        if relation.predicate == "linkedWith":
            ends = (min(ends), max(ends))
        kept.setdefault((ends[0], relation.predicate, ends[1]), relation)
    return tuple(sorted(kept.values(), key=lambda one: (one.start, one.end, one.predicate)))
