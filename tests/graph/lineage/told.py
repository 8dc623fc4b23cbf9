"""Made-up statements with times, parts and certainty, for stores that the register cannot show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from graph.facts import facts_about
from graph.model import Claim, Literal, Modality, PartialDate, Verification
from graph.rdf import Standing, claim_quads, fact_quads
from graph.resolve.drafts import text, when
from graph.resolve.identity import row_iri
from graph.store.memory import MemoryStore
from ontology import terms as cas
from tests.graph.conftest import NOW

SOURCE = cas.DATA + "source/made-up"
#: Day since which everything is known that is not told otherwise.
KNOWN = NOW.date()


def address(number: int) -> str:
    """Return the address of the made-up resolution of a number."""
    return f"{cas.DATA}document/tw/nq/{number}/xii"


@dataclass(frozen=True)
class Told:
    """One statement about document `subject`: a relation to another one, or a date.

    `recorded` and `withdrawn` are in days after `KNOWN`.
    """

    subject: int
    predicate: str
    object: int | str
    part: str | None = None
    recorded: int = 0
    withdrawn: int | None = None
    modality: Modality = Modality.DONE
    certainty: str | None = None

    @property
    def claim(self) -> Claim:
        """Return it as a claim of a row of its own."""
        told = self.object
        value = address(told) if isinstance(told, int) else _value(told)
        return Claim(
            SOURCE,
            address(self.subject),
            cas.ONTOLOGY + self.predicate,
            value,
            row_iri(SOURCE, repr(self)),
            Verification.SEEN_ONCE,
            modality=self.modality,
            certainty=self.certainty,
            part=self.part,
        )

    @property
    def standing(self) -> Standing:
        """Return when it was recorded and withdrawn."""
        closed = None if self.withdrawn is None else moment(self.withdrawn)
        return Standing(moment(self.recorded), closed)


def moment(days: int) -> datetime:
    """Return a moment some days after `KNOWN`."""
    return NOW + timedelta(days=days)


def day(days: int) -> date:
    """Return a day some days after `KNOWN`."""
    return KNOWN + timedelta(days=days)


def _value(told: str) -> Literal:
    try:
        return when(PartialDate.parse(told))
    except ValueError:
        return text(told)


def made(told: Iterable[Told]) -> MemoryStore:
    """Return a store of these statements; every document in them bears its number."""
    told = tuple(told)
    named = {n for one in told for n in (one.subject, one.object) if isinstance(n, int)}
    # A number is known as soon as anything is told of the document.
    first = {n: min(t.recorded for t in told if n in (t.subject, t.object)) for n in named}
    numbers = [Told(n, "number", f"{n:02d}-NQ/TW", recorded=first[n]) for n in sorted(named)]
    every = [(one.claim, one.standing) for one in (*numbers, *told)]
    quads = [quad for claim, standing in every for quad in claim_quads(claim, standing)]
    standing = [claim for claim, when_ in every if when_.withdrawn is None]
    for subject in {claim.subject for claim in standing}:
        about = [claim for claim in standing if claim.subject == subject]
        quads += fact_quads(facts_about(subject, about, {}))
    return MemoryStore(quads)
