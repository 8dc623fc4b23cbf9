"""Whether a document is in force on a day, and why.

Effective by the day, and not expired, replaced or repealed by a document effective by it. Without
a stated effective date it is assumed to take effect on issue; dates known in part, or not at all,
make the answer unknown where it depends on them.
"""

from __future__ import annotations

from datetime import date

from graph.lineage.documents import document_of
from graph.lineage.evidence import evidence_of
from graph.lineage.facts import Facts, date_of
from graph.lineage.relations import local
from graph.model import Ending, Force, PartialDate, Standing
from ontology import terms as cas

_ENDS = (cas.replaces, cas.repeals)


def standing_on(facts: Facts, iri: str, on: date) -> Standing:
    """Return the standing of a document on a day.

    Parameters
    ----------
    facts : facts of the store.
    iri : address of the document.
    on : the day.
    """
    about = facts.of(iri)
    stated = date_of(about.get(cas.effective))
    since = stated or date_of(about.get(cas.issued))
    endings = _endings(facts, iri, date_of(about.get(cas.expires)))
    force = _force(since, endings, on, stated=stated is not None)
    return Standing(force=force, on=on, since=since, endings=endings)


def _force(
    since: PartialDate | None, endings: tuple[Ending, ...], on: date, *, stated: bool
) -> Force:
    if since is not None and since.earliest > on:
        return Force.NOT_YET
    days = [ending.on for ending in endings]
    if any(day is not None and day.latest <= on for day in days):
        return Force.ENDED
    if since is None or any(day is None or day.earliest <= on for day in days):
        return Force.UNKNOWN
    return Force.IN_FORCE if stated else Force.ASSUMED


def _endings(facts: Facts, iri: str, expires: PartialDate | None) -> tuple[Ending, ...]:
    """Return what ended the document, by date; what has no date comes last."""
    found = [
        Ending(
            local(predicate),
            document_of(facts, ender),
            _takes_effect(facts, ender),
            evidence_of(facts, ender, iri, (predicate,)),
        )
        for predicate in _ENDS
        for ender in facts.subjects(predicate, iri)
    ]
    if expires is not None:
        found.append(Ending(local(cas.expires), None, expires, ()))
    return tuple(sorted(found, key=lambda ending: str(ending.on or "9999")))


def _takes_effect(facts: Facts, iri: str) -> PartialDate | None:
    """Return since when a document is, or is assumed to be, effective."""
    about = facts.of(iri)
    return date_of(about.get(cas.effective)) or date_of(about.get(cas.issued))
