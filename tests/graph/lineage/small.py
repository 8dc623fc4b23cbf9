"""Small made-up lineages as facts, for cases that the register does not hold."""

from __future__ import annotations

from graph.facts import facts_about
from graph.model import Claim, PartialDate, Verification
from graph.rdf import Standing, claim_quads, fact_quads
from graph.resolve.drafts import text, when
from graph.store.memory import MemoryStore
from ontology import terms as cas
from tests.graph.conftest import NOW

SOURCE = cas.DATA + "source/made-up"


def iri(name: str) -> str:
    """Return the address of a made-up resolution: `a` → number 1, `b` → 2 ..."""
    return f"{cas.DATA}document/tw/nq/{ord(name) - 96}/xii"


def store_of(*told: tuple[str, str, str], dates: dict[str, str]) -> MemoryStore:
    """Return a store in which documents named by letters stand in these relations."""
    claims = [
        Claim(
            SOURCE,
            iri(s),
            cas.ONTOLOGY + p,
            iri(o),
            f"{SOURCE}/row/{s}{p}{o}",
            Verification.SEEN_ONCE,
        )
        for s, p, o in told
    ]
    for name in sorted({name for s, _, o in told for name in (s, o)} | set(dates)):
        row = f"{SOURCE}/row/{name}"
        claims.append(
            Claim(
                SOURCE,
                iri(name),
                cas.number,
                text(f"{ord(name) - 96:02d}-NQ/TW"),
                row,
                Verification.SEEN_ONCE,
            )
        )
        if dates.get(name):
            day = when(PartialDate.parse(dates[name]))
            claims.append(Claim(SOURCE, iri(name), cas.issued, day, row, Verification.SEEN_ONCE))
    quads = [quad for claim in claims for quad in claim_quads(claim, Standing(NOW))]
    for subject in {claim.subject for claim in claims}:
        about = [claim for claim in claims if claim.subject == subject]
        quads += fact_quads(facts_about(subject, about, {}))
    return MemoryStore(quads)
