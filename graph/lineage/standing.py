"""Whether a document is in force on a day, as known on a day, and why.

Effective by the day, and not expired, replaced or repealed by a document effective by it. Without
a stated effective date it is assumed to take effect on issue, unless asked strictly; dates known
in part, or not at all, make the answer unknown where it depends on them. What ends a part leaves
the whole in force; what suspends it does not end it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.lineage.documents import document_of
from graph.lineage.facts import Facts, date_of
from graph.lineage.known import Known
from graph.lineage.relations import local
from graph.model import (
    Doubt,
    Ending,
    Evidence,
    Force,
    Literal,
    PartialDate,
    Reason,
    Standing,
)
from ontology import terms as cas

_ENDS = (cas.replaces, cas.repeals)
_SUSPENDS = local(cas.suspends)


def standing_on(
    facts: Facts, iri: str, on: date, *, known_on: date | None = None, strict: bool = False
) -> Standing:
    """Return the standing of a document on a day.

    Parameters
    ----------
    facts : facts of the store.
    iri : address of the document.
    on : the day.
    known_on : judge by what was recorded by the end of that day; None: by all that is known.
    strict : assume nothing: without a stated effective date it is unknown when a document, or
        what ends it, takes effect; only that it does not before its issue.
    """
    known = Known(facts, known_on)
    about = known.of(iri)
    start = _start(about)
    endings = _endings(known, iri, date_of(about.get(cas.expires)))
    judge = _Judge(on, strict)
    force, reasons = judge.force(start, endings, _lifted(known, endings, judge))
    if known_on is not None and not about:
        force, reasons = Force.UNKNOWN, (Reason(Doubt.NOT_RECORDED),)
    return Standing(force, on, start.day, endings, known_on, strict, reasons)


@dataclass(frozen=True, slots=True)
class _Start:
    """Since when a document is effective; `stated`, or assumed on issue."""

    day: PartialDate | None
    stated: bool


@dataclass(frozen=True, slots=True)
class _Judge:
    """What holds on one day; three-valued where dates leave it open (None)."""

    on: date
    strict: bool

    def begun(self, day: PartialDate | None, *, stated: bool) -> bool | None:
        """Tell whether a day has come, None when that is not determinable."""
        if day is None:
            return None
        if day.earliest > self.on:
            return False
        return True if day.latest <= self.on and (stated or not self.strict) else None

    def came(self, ending: Ending) -> bool | None:
        """Tell whether an ending or suspension has taken effect."""
        return self.begun(ending.on, stated=not ending.assumed)

    def force(
        self, start: _Start, endings: tuple[Ending, ...], lifted: frozenset[Ending]
    ) -> tuple[Force, tuple[Reason, ...]]:
        """Return the force, and where it is unknown why."""
        begun = self.begun(start.day, stated=start.stated)
        whole = [one for one in endings if not one.parts]
        ends = [one for one in whole if one.predicate != _SUSPENDS]
        holds = [one for one in whole if one.predicate == _SUSPENDS and one not in lifted]
        if begun is False:
            return Force.NOT_YET, ()
        if any(self.came(one) for one in ends):
            return Force.ENDED, ()
        if any(self.came(one) for one in holds):
            return Force.SUSPENDED, ()
        reasons = tuple(self._reasons(start, begun, whole, lifted))
        if reasons:
            return Force.UNKNOWN, reasons
        return (Force.IN_FORCE if start.stated else Force.ASSUMED), ()

    def _reasons(
        self, start: _Start, begun: bool | None, whole: Iterable[Ending], lifted: frozenset[Ending]
    ) -> Iterator[Reason]:
        if begun is None:
            yield Reason(self._start_doubt(start), start.day)
        for one in whole:
            if self.came(one) is None or one in lifted:
                yield Reason(self._end_doubt(one), one.on, one.predicate, one.by)

    def _start_doubt(self, start: _Start) -> Doubt:
        if start.day is None:
            return Doubt.START_UNKNOWN
        return Doubt.START_PARTIAL if start.day.latest > self.on else Doubt.START_NOT_STATED

    def _end_doubt(self, ending: Ending) -> Doubt:
        if ending.predicate == _SUSPENDS:
            return Doubt.SUSPENSION_UNKNOWN
        if ending.on is None:
            return Doubt.END_UNKNOWN
        return Doubt.END_PARTIAL if ending.on.latest > self.on else Doubt.END_NOT_STATED


def _start(about: dict[str, list[str | Literal]]) -> _Start:
    """Return since when a document is, or is assumed to be, effective."""
    stated = date_of(about.get(cas.effective))
    return _Start(stated or date_of(about.get(cas.issued)), stated is not None)


def _endings(known: Known, iri: str, expires: PartialDate | None) -> tuple[Ending, ...]:
    """Return what ended or suspended the document, by date; what has no date comes last."""
    found = [
        _ending(known, predicate, ender, iri)
        for predicate in (*_ENDS, cas.suspends)
        for ender in known.subjects(predicate, iri)
    ]
    if expires is not None:
        found.append(Ending(local(cas.expires), None, expires, ()))
    return tuple(sorted(found, key=lambda ending: str(ending.on or "9999")))


def _ending(known: Known, predicate: str, ender: str, iri: str) -> Ending:
    evidence = known.evidence(ender, iri, (predicate,))
    start = _start(known.of(ender))
    by = document_of(known.facts, ender)
    assumed = start.day is not None and not start.stated
    return Ending(local(predicate), by, start.day, evidence, _parts(evidence), assumed)


def _parts(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Return the parts that are meant, none where any source means the whole."""
    parts = {one.part for one in evidence}
    return () if None in parts else tuple(sorted(part for part in parts if part))


def _lifted(known: Known, endings: tuple[Ending, ...], judge: _Judge) -> frozenset[Ending]:
    """Return the suspensions whose own document has ended: whether they still last is open."""
    return frozenset(
        one
        for one in endings
        if one.predicate == _SUSPENDS and one.by is not None and judge.came(one)
        if _ended(known, one.by.iri, judge)
    )


def _ended(known: Known, iri: str, judge: _Judge) -> bool:
    """Tell whether a document has surely ended as a whole."""
    endings = _endings(known, iri, date_of(known.of(iri).get(cas.expires)))
    whole = (one for one in endings if not one.parts and one.predicate != _SUSPENDS)
    return any(judge.came(one) for one in whole)
