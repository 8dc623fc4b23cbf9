"""Sources enter the store, say something else, or leave it: one change, facts in step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from pyoxigraph import DefaultGraph, NamedNode, Quad

from graph.model import Claim, EvidenceRow, Modality, Sentence
from graph.rdf import Standing, address_of, term
from graph.recompute import recompute
from graph.resolve.identity import is_document
from graph.review import decisions_in, quads_deciding_on
from graph.sources import StoredSource, quads_of, stored_source, updated
from graph.store.protocol import Change, Reader
from ontology import terms as cas

_FACTS = DefaultGraph()
_MENTIONS = NamedNode(cas.mentions)


@dataclass(frozen=True, slots=True)
class SourceContent:
    """What a source says, as it shall stand in the store.

    `about` are the quads that tell of the source itself, in its own graph and among the facts;
    `reread` is False when its text is as it was and only the meaning of its citations may have
    changed: then nothing that it no longer says is closed, it never said it.
    """

    source: str
    claims: tuple[Claim, ...]
    evidence: tuple[EvidenceRow | Sentence, ...]
    about: frozenset[Quad]
    reread: bool = True


def accession(reader: Reader, contents: Iterable[SourceContent], now: datetime) -> Change:
    """Return what makes the store say what these sources say, and what follows from it.

    Parameters
    ----------
    reader : the store before the change.
    contents : the sources, each whole; one that says nothing at all is closed.
    now : time that new claims are recorded with, and old ones withdrawn.
    """
    contents = tuple(contents)
    decisions = decisions_in(reader)
    changes: list[Change] = []
    touched: set[str] = set()
    for content in contents:
        stored = stored_source(reader, content.source)
        claims = _claims_after(stored, content, now)
        wanted = {*quads_of(stored, claims, content.evidence), *content.about}
        held = set(stored.quads) | _told_among_facts(reader, content.source)
        changes.append(Change(tuple(held - wanted), tuple(wanted - held)))
        before, after = set(stored.standing), set(content.claims)
        touched |= {claim.subject for claim in before - after}
        touched |= {claim.subject for claim in after - before if not _told_already(reader, claim)}
        touched |= decisions.corrected_subjects(before ^ after)
    facts = recompute(
        reader,
        touched,
        (claim for content in contents for claim in content.claims),
        frozenset(content.source for content in contents),
        decisions,
    )
    about = {quad for content in contents for quad in content.about}
    kept = tuple(quad for quad in facts.removed if quad not in about)  # told without a claim
    return joined(*changes, Change(kept, facts.added))


def withdrawal(reader: Reader, source: str, also: Iterable[SourceContent], now: datetime) -> Change:
    """Return what erases a source with every fact that only it supported.

    What was decided on its claims goes with it.

    Parameters
    ----------
    reader : the store before the change.
    source : address of the source.
    also : sources whose citations mean something else once it is gone.
    now : time of the change.
    """
    gone = SourceContent(source, (), (), frozenset())
    change = accession(reader, (gone, *also), now)
    erased = tuple(reader.quads(graph=NamedNode(source)))
    added = tuple(quad for quad in change.added if quad.graph_name != NamedNode(source))
    return Change((*change.removed, *erased, *quads_deciding_on(reader, source)), added)


def joined(*changes: Change) -> Change:
    """Return several changes as one."""
    return Change(
        tuple(quad for change in changes for quad in change.removed),
        tuple(quad for change in changes for quad in change.added),
    )


def _claims_after(
    stored: StoredSource, content: SourceContent, now: datetime
) -> Mapping[str, tuple[Claim, Standing]]:
    if content.reread:
        return updated(stored, content.claims, now)
    since = max(
        (standing.recorded for _, standing in stored.claims.values() if not standing.withdrawn),
        default=now,
    )
    kept = {address: one for address, one in stored.claims.items() if one[1].withdrawn is not None}
    for claim in content.claims:
        address = address_of(claim)
        known = stored.claims.get(address)
        standing = known[1] if known and known[1].withdrawn is None else Standing(since)
        kept[address] = claim, standing
    return kept


def _told_already(reader: Reader, claim: Claim) -> bool:
    """Tell whether a new claim can change nothing: it says again what is a fact.

    Of documents, and of what can have one value only, who says it counts as well.
    """
    counts = claim.predicate in cas.SINGLE_VALUED or is_document(claim.subject) or claim.declined
    if counts or claim.modality is not Modality.DONE:
        return False
    fact = (NamedNode(claim.subject), NamedNode(claim.predicate), term(claim.object))
    return next(iter(reader.quads(*fact, _FACTS)), None) is not None


def _told_among_facts(reader: Reader, source: str) -> set[Quad]:
    """Return the facts that tell of a source itself; what it mentions follows from its claims."""
    about = reader.quads(NamedNode(source), graph=_FACTS)
    return {quad for quad in about if quad.predicate != _MENTIONS}
