"""Sources enter the store, say something else, or leave it: one change, facts in step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse, serialize

from graph.ledger import Ledger
from graph.lines import claim_lines, evidence_lines
from graph.model import Claim, EvidenceRow, Literal, Modality, Sentence
from graph.rdf import Standing, address_of
from graph.recompute import Moves, recompute
from graph.resolve.identity import is_document, is_result
from graph.review import quads_deciding_on, tells_title, titles_taught
from graph.sources import StoredSource, quads_of, stored_source, updated
from graph.store.graphs import REVIEW
from graph.store.protocol import Change, Reader, Written
from ontology import terms as cas

_FACTS, _REVIEW = DefaultGraph(), NamedNode(REVIEW)
_MENTIONS = NamedNode(cas.mentions)


@dataclass(frozen=True, slots=True)
class SourceContent:
    """What a source says, as it shall stand in the store.

    `about` are the quads that tell of the source itself, in its own graph and among the facts;
    `reread` is False when its text is as it was and only the meaning of its citations may have
    changed: then nothing that it no longer says is closed, it never said it. `written` is all of
    it as N-Quads with the time it is recorded, for a source that is new: then nobody has to make
    its quads again; empty where nobody has written it. `about` may be left to it, which costs less
    to send to another process.
    """

    source: str
    claims: tuple[Claim, ...]
    evidence: tuple[EvidenceRow | Sentence, ...]
    about: frozenset[Quad]
    reread: bool = True
    written: bytes = b""


def written(content: SourceContent, now: datetime) -> SourceContent:
    """Return the same with all of it written out, as it stands in the store when it is new."""
    claims = {address_of(claim): claim for claim in content.claims}
    lines = [evidence_lines(one) for one in content.evidence]
    lines += [claim_lines(claim, Standing(now), address) for address, claim in claims.items()]
    about = serialize(content.about, format=RdfFormat.N_QUADS) or b""
    # Line by line: most are ASCII, which costs next to nothing to encode; all together are not.
    return replace(content, written=b"".join([*map(str.encode, lines), about]))


def accession(
    reader: Reader, contents: Iterable[SourceContent], now: datetime, ledger: Ledger | None = None
) -> Change:
    """Return what makes the store say what these sources say, and what follows from it.

    Parameters
    ----------
    reader : the store before the change.
    contents : the sources, each whole; one that says nothing at all is closed.
    now : time that new claims are recorded with, and old ones withdrawn.
    ledger : what the claims about each subject come to, where it is kept between changes.
    """
    contents = tuple(contents)
    ledger = ledger or Ledger()
    changes: list[Change] = []
    moves = Moves()
    for content in contents:
        stored = stored_source(reader, content.source)
        changes.append(_source_change(reader, stored, content, now))
        _move(moves, reader, stored, content, ledger)
    facts = recompute(reader, moves, ledger)
    ledger.trim()
    return joined(*changes, facts)


def _source_change(
    reader: Reader, stored: StoredSource, content: SourceContent, now: datetime
) -> Change:
    """Return what changes in the graph of a source, and in what is told of it elsewhere."""
    if not stored.quads and content.written:
        about = frozenset(claim.subject for claim in content.claims)
        return Change(written=(Written(content.source, content.written, about),))
    if not stored.quads:
        return Change((), tuple(_new_quads(content, now)))
    claims = _claims_after(stored, content, now)
    wanted = {*quads_of(stored, claims, content.evidence), *_about(content)}
    held = set(stored.quads) | _told_among_facts(reader, content.source)
    return Change(tuple(held - wanted), tuple(wanted - held))


def _about(content: SourceContent) -> frozenset[Quad]:
    """Return what is told of the source itself, wherever it was written."""
    if content.about or not content.written:
        return content.about
    subject = NamedNode(content.source)
    quads = parse(content.written, RdfFormat.N_QUADS)
    return frozenset(quad for quad in quads if quad.subject == subject)


def _new_quads(content: SourceContent, now: datetime) -> Iterable[Quad]:
    nothing = StoredSource(content.source, {}, frozenset())
    claims = updated(nothing, content.claims, now)
    return chain(quads_of(nothing, claims, content.evidence), content.about)


def _move(
    moves: Moves, reader: Reader, stored: StoredSource, content: SourceContent, ledger: Ledger
) -> None:
    """Note which claims come and go, and whose facts that may change."""
    gone, come = _moved(stored, content)
    decisions = ledger.decisions(reader)
    for claim in decisions.effective(gone):
        moves.gone[claim.subject].append(claim)
        moves.touched.add(claim.subject)
    for claim in decisions.effective(come):
        moves.come[claim.subject].append(claim)
        own = claim.subject == content.source or is_result(claim.subject)
        if own and not stored.quads and not decisions.correct_to(claim.subject):
            moves.private.add(claim.subject)
        if claim.subject in moves.touched:
            continue
        if own or not _told_already(reader, ledger, claim):
            moves.touched.add(claim.subject)


def _moved(stored: StoredSource, content: SourceContent) -> tuple[Iterable[Claim], Iterable[Claim]]:
    """Return the claims that go and those that come; a text that is new tells none twice."""
    if content.written and not stored.claims:
        return (), content.claims
    before, after = set(stored.standing), set(content.claims)
    return before - after, after - before


def withdrawal(reader: Reader, source: str, also: Iterable[SourceContent], now: datetime) -> Change:
    """Return what erases a source with every fact that only it supported.

    What was decided on its claims goes with it, and the titles that only it told wherever they are
    kept with a decision.

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
    decided = quads_deciding_on(reader, source)
    titles = set(_titles_gone(reader, source, change)) - set(decided)
    return Change((*change.removed, *erased, *decided, *sorted(titles, key=str)), added)


def _titles_gone(reader: Reader, source: str, change: Change) -> Iterator[Quad]:
    """Yield the titles kept with decisions that this source told and no fact tells any more."""
    claims = (claim for claim, _ in stored_source(reader, source).claims.values())
    told = {
        (claim.subject, claim.object.text)
        for claim in claims
        if claim.predicate == cas.title and isinstance(claim.object, Literal)
    }
    removed = set(change.removed)
    for document, title in sorted(told):
        if kept := tuple(titles_taught(reader, document, title)):
            facts = set(reader.quads(NamedNode(document), NamedNode(cas.title), None, _FACTS))
            if not tells_title((*(facts - removed), *change.added), document, title):
                yield from kept


def joined(*changes: Change) -> Change:
    """Return several changes as one."""
    return Change(
        tuple(quad for change in changes for quad in change.removed),
        tuple(quad for change in changes for quad in change.added),
        tuple(one for change in changes for one in change.written),
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


def _told_already(reader: Reader, ledger: Ledger, claim: Claim) -> bool:
    """Tell whether a new claim can change nothing: it says again what is a fact.

    Of documents, and of what can have one value only, who says it counts as well.
    """
    counts = claim.predicate in cas.SINGLE_VALUED or is_document(claim.subject) or claim.declined
    if counts or claim.accepted or claim.modality is not Modality.DONE:
        return False
    return ledger.tells(reader, (claim.subject, claim.predicate, claim.object))


def _told_among_facts(reader: Reader, source: str) -> set[Quad]:
    """Return the facts that tell of a source itself; what it mentions follows from its claims."""
    about = reader.quads(NamedNode(source), graph=_FACTS)
    return {quad for quad in about if quad.predicate != _MENTIONS}
