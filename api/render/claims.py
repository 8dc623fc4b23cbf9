"""Claims on review, as lines: the statement, what it stands on, what was decided."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text as Line

from api import words
from api.certainty import certain
from api.render.screen import FAINT, STRONG, Screen, joined
from graph.errors import Text
from graph.model import ClaimOnReview, Decision, Modality, Statement
from ontology import terms as cas

_STANDARD = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": Text("là", "is a"),
    "http://www.w3.org/2000/01/rdf-schema#label": Text("tên", "name"),
}
_BECOMES = Text("sửa thành", "corrected to")
_TEACHES = Text("ghi vào sổ", "into the register")


def claims_lines(claims: Iterable[ClaimOnReview], screen: Screen) -> list[Line]:
    """Return each claim with its name, statement, source, quote and decision."""
    lines: list[Line] = []
    for claim in claims:
        lines += [Line(""), *claim_lines(claim, screen)]
    return lines[1:]


def claim_lines(claim: ClaimOnReview, screen: Screen) -> list[Line]:
    """Return one claim."""
    name = claim.claim.rpartition("/")[2]
    state = words.decided(claim.decision, screen.language)
    lines = screen.wrapped(joined((name, state)), "", STRONG)
    lines += screen.wrapped(statement_text(claim.statement, screen.language), "  ")
    if claim.corrected:
        told = statement_text(claim.corrected, screen.language)
        lines += screen.wrapped(f"{screen.say(_BECOMES)}: {told}", "  ")
    language = screen.language
    if claim.decision and claim.decision.taught:
        told = words.taught(claim.decision.taught, language)
        lines += screen.wrapped(f"{screen.say(_TEACHES)}: {told}", "  ")
    source = joined(
        (
            claim.source_name,
            words.label(words.VERIFICATIONS, claim.verification, language),
            certain(claim.certainty, claim.confidence, language),
            claim.part,
            *(words.label(words.INFERENCES, how, language) for how in claim.inference),
        )
    )
    lines += screen.wrapped(source, "    ", FAINT, first="  ↳ ")
    if claim.quote:
        lines += screen.wrapped(f"“{claim.quote}”", "    ", FAINT)
    return lines


def taught_lines(decisions: Iterable[Decision], screen: Screen) -> list[Line]:
    """Return what decisions say of names, each with who decided, when, and on which claim."""
    lines: list[Line] = []
    for one in decisions:
        if one.taught is not None:
            lines += screen.wrapped(words.taught(one.taught, screen.language), "", STRONG)
            where = (one.claim.rpartition("/")[2], words.decided(one, screen.language))
            lines += screen.wrapped(joined(where), "  ", FAINT)
    return lines


def statement_text(statement: Statement, language: str) -> str:
    """Return a statement in words: `Chỉ thị 05-CT/TU · thực hiện · Nghị quyết 18-NQ/TW`."""
    modality = None
    if statement.modality is not Modality.DONE:
        modality = words.label(words.MODALITIES, statement.modality, language)
    relation = predicate_words(statement.predicate, language)
    return joined((statement.subject_name, relation, statement.object_name, modality))


def predicate_words(predicate: str, language: str) -> str:
    """Return a property in words: as pages tell it, else by its label in the ontology."""
    if predicate in _STANDARD:
        return _STANDARD[predicate].within(language)
    told = words.field(predicate, language)
    if told != predicate:
        return told
    label = cas.LABELS.get(cas.ONTOLOGY + predicate)
    return (label[1] if language == "en" else label[0]) if label else predicate.rpartition("#")[2]
