"""Statements of rows before their documents are resolved, and the context rows are read in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from graph.folding import slug
from graph.model import EvidenceRow, Inference, Literal, Modality, PartialDate, Verification
from graph.records import RatedRow, Register, Row, SourcedRow
from graph.resolve.bodies import Body, Directory
from graph.resolve.calendar import Calendar
from graph.resolve.documents import Mention
from graph.resolve.identity import official_iri, row_iri, source_iri
from graph.resolve.places import Gazetteer
from graph.resolve.series import level_concept
from ontology import lexicon
from ontology import terms as cas

LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@dataclass(frozen=True, slots=True)
class Draft:
    """One statement of one row; documents in it are still mentions."""

    row: EvidenceRow
    subject: str | Mention
    predicate: str
    object: str | Literal | Mention
    cue: str | None = None
    certainty: str | None = None
    inference: tuple[Inference, ...] = ()
    declined: bool = False
    common: bool = False  # the same whichever row names the thing: one row is evidence enough
    modality: Modality = Modality.DONE
    span: tuple[int, int] | None = None  # the words of a text that carry it
    surface: str | None = None
    part: str | None = None
    role: str | None = None
    deadline: PartialDate | None = None


@dataclass(frozen=True)
class Context:
    """What rows are read against: provinces, terms and bodies of the register."""

    register: Register

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Return the provinces in time."""
        return Gazetteer.of(self.register.provinces, self.register.provincial_terms)

    @cached_property
    def calendar(self) -> Calendar:
        """Return the periods of numbering."""
        return Calendar(self.register.terms, self.gazetteer)

    @cached_property
    def directory(self) -> Directory:
        """Return the bodies."""
        return Directory(self.register.central_bodies, self.gazetteer)


def source_of(file: str) -> str:
    """Return the address of a table of the register as a source: `.../source/register-posts`."""
    return source_iri("register-" + file.removesuffix(".csv"))


def evidence_of(row: SourcedRow | RatedRow) -> EvidenceRow:
    """Return a row as a node of evidence."""
    source = source_of(row.FILE)
    key = " | ".join(row.key)
    note = getattr(row, "note", None)
    seen = getattr(row, "source_date", None) or getattr(row, "as_of", None)
    return EvidenceRow(row_iri(source, key), source, key, row.source, row.verification, note, seen)


def evidence_of_side(
    row: Row, side: str, source: tuple[str, ...], verification: Verification, note: str
) -> EvidenceRow:
    """Return one side of a contradiction as a node of evidence."""
    table = source_of(row.FILE)
    key = " | ".join((*row.key, side))
    return EvidenceRow(row_iri(table, key), table, key, source, verification, note)


def text(value: str, language: str | None = None) -> Literal:
    """Return a text, with its language if it has one."""
    return Literal(value, "langString" if language else "string", language)


def when(day: PartialDate | date) -> Literal:
    """Return a date as the literal of its precision: date, gYearMonth or gYear."""
    if isinstance(day, date) or day.exact:
        return Literal(str(day), "date")
    return Literal(str(day), "gYearMonth" if day.month else "gYear")


def type_concept(type_vi: str, *, party: bool) -> str | None:
    """Return the concept of a type's word: the Party's or the State's where they are two."""
    rows = [row for row in lexicon.DOCUMENT_TYPES if row.vi == type_vi]
    fitting = [row for row in rows if row.system != ("state" if party else "party")]
    return next((row.iri for row in (*fitting, *rows)), None)


def about_body(row: EvidenceRow, body: Body) -> Iterator[Draft]:
    """Yield what the name of a body says of it."""
    yield Draft(row, body.iri, TYPE, cas.Body, common=True)
    yield Draft(row, body.iri, LABEL, text(body.name, "vi"), common=True)
    yield Draft(row, body.iri, cas.level, level_concept(body.level), common=True)
    if body.unit is not None:
        yield Draft(row, body.iri, cas.jurisdiction, body.unit.iri, common=True)
    if body.parent is not None:
        parent, name = body.parent
        yield Draft(row, body.iri, cas.parent, parent, common=True)
        yield Draft(row, parent, TYPE, cas.Body, common=True)
        yield Draft(row, parent, LABEL, text(name, "vi"), common=True)


def about_official(row: EvidenceRow, name: str, place: str | None) -> Iterator[Draft]:
    """Yield that an office-holder exists under that name."""
    iri = official_iri(name, place)
    yield Draft(row, iri, TYPE, cas.Official, common=True)
    yield Draft(row, iri, LABEL, text(name, "vi"), common=True)


def place_of(body: Body) -> str | None:
    """Return the province that tells namesakes apart; its name, which outlives a merger."""
    return slug(body.unit.name) if body.unit else None
