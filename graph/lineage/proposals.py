"""What a source proposes, thing by thing: its claims put together as a person judges them.

A text says of one document in a dozen claims what it is called, when it was issued and where it
stands: a reviewer looks at the document, not at a dozen statements. A relation, a person in a
post, a reported figure are each one proposal as well; a citation that may mean several documents
is a choice between them, which the reading has not made and does not make here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from graph.model import ClaimOnReview, Correction, Modality, Verdict
from graph.resolve.identity import is_document, is_reference
from ontology import terms as cas

_MENTIONS, _CANDIDATE, _HOLDER = "mentions", "candidate", "holder"
_TENURE, _RESULT = (f"{cas.DATA}{kind}/" for kind in ("tenure", "result"))
_ENDS = tuple(
    f"{cas.DATA}{kind}/" for kind in ("document", "reference", "body", "event", "official")
)
#: Properties that point at something and yet only describe their subject.
_DESCRIBING = frozenset(
    {
        *("candidate", "documentType", "jurisdiction", "level", "member", "mentions", "parent"),
        *("term", "unit"),
    }
)
_RELATIONS = (
    frozenset(one.removeprefix(cas.ONTOLOGY) for one in cas.OBJECT_PROPERTIES) - _DESCRIBING
)
_UNSURE = ("inferred", "likely")


class ProposalKind(StrEnum):
    """What a proposal is about, in the order in which kinds are listed."""

    CHOICE = "choice"
    RELATION = "relation"
    DOCUMENT = "document"
    OFFICIAL = "official"
    RESULT = "result"
    NAME = "name"


class ProposalState(StrEnum):
    """How far a proposal is decided: `mixed` = its claims were decided differently, or in part."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    MIXED = "mixed"


@dataclass(frozen=True)
class Proposal:
    """Claims of one source that are judged together.

    Parameters
    ----------
    kind : what they are about.
    thing : address of what they are about; of a relation, of its subject.
    claims : the claims in the order of the text.
    leaning : of a choice, the claims of other proposals that speak of the open citation.
    """

    kind: ProposalKind
    thing: str
    claims: tuple[ClaimOnReview, ...]
    leaning: tuple[ClaimOnReview, ...] = ()

    @property
    def key(self) -> str:
        """Return the last segment of the address of its first claim, which names it."""
        return name_of(self.claims[0])

    @cached_property
    def start(self) -> int:
        """Return the first place in the text that speaks of it, in characters."""
        places = [one.start if one.start is not None else one.quote_start for one in self.claims]
        return min((place for place in places if place is not None), default=0)

    @cached_property
    def deciding(self) -> tuple[ClaimOnReview, ...]:
        """Return the claims whose decisions tell the state: of a choice, where it is cited."""
        cited = tuple(one for one in self.claims if one.statement.predicate == _MENTIONS)
        return cited if self.kind is ProposalKind.CHOICE and cited else self.claims

    @cached_property
    def state(self) -> ProposalState:
        """Return how far it is decided."""
        found = {verdict_of(one) for one in self.deciding}
        if len(found) > 1:
            return ProposalState.MIXED
        (only,) = found
        return ProposalState(only.value) if only else ProposalState.PENDING

    @property
    def open(self) -> bool:
        """Tell whether somebody still has to decide on a part of it."""
        return any(one.decision is None for one in self.deciding)

    @cached_property
    def candidates(self) -> tuple[str, ...]:
        """Return the addresses of the documents that an open citation may mean."""
        said = (one.statement for one in self.claims if one.statement.predicate == _CANDIDATE)
        return tuple(sorted({one.object for one in said}))

    @cached_property
    def mentions(self) -> tuple[ClaimOnReview, ...]:
        """Return the claims that say where the text names it."""
        return tuple(one for one in self.claims if one.statement.predicate == _MENTIONS)

    @cached_property
    def doubt(self) -> int:
        """Return how unsure the reading is: 3 an open choice, 2 read between the lines, 0 said."""
        if self.kind is ProposalKind.CHOICE:
            return 3
        if any(one.declined or one.certainty in _UNSURE for one in self.claims):
            return 2
        if any(is_reference(end) for one in self.claims for end in _ends(one)):
            return 2
        unsaid = (one.statement.modality is not Modality.DONE for one in self.claims)
        return 1 if any(one.inference for one in self.claims) or any(unsaid) else 0

    def chosen_in(self, claim: ClaimOnReview) -> str | None:
        """Return the candidate that was put into a claim in place of the open citation.

        None where the claim is not corrected, or otherwise than a choice corrects it: by hand.
        """
        made = claim.decision.correction if claim.decision else None
        if made is None:
            return None
        said = claim.statement
        for candidate in self.candidates:
            subject, value = (candidate if end == self.thing else end for end in _ends(claim))
            put = Correction(subject, cas.ONTOLOGY + said.predicate, value, said.modality)
            if self.thing in _ends(claim) and made == put:
                return candidate
        return None

    @cached_property
    def follows(self) -> tuple[ClaimOnReview, ...]:
        """Return the claims leaning on it that were corrected as it was decided where it is cited.

        Where the text cites it nowhere, whatever candidate was put into them.
        """
        chosen = {self.chosen_in(one) for one in self.mentions} or {*self.candidates}
        return tuple(one for one in self.leaning if self.chosen_in(one) in chosen - {None})

    def with_claims(self, told: Mapping[str, ClaimOnReview]) -> Proposal:
        """Return the same with claims told in full, by address, in place of their outlines."""
        claims, leaning = (
            tuple(told.get(one.claim, one) for one in group)
            for group in (self.claims, self.leaning)
        )
        return Proposal(self.kind, self.thing, claims, leaning)

    def first(self, predicate: str) -> ClaimOnReview | None:
        """Return the first claim of a property, by its local name."""
        return next((one for one in self.claims if one.statement.predicate == predicate), None)

    def all(self, predicate: str) -> tuple[ClaimOnReview, ...]:
        """Return the claims of a property, each value once."""
        said = {
            one.statement.object: one
            for one in reversed(self.claims)
            if one.statement.predicate == predicate
        }
        return tuple(reversed(said.values()))


def proposals(claims: Iterable[ClaimOnReview]) -> tuple[Proposal, ...]:
    """Return the claims of a source as proposals, in the order of its text.

    Parameters
    ----------
    claims : of one source, in the order of its text; each stands in just one proposal.
    """
    claims = tuple(claims)
    held = _posts_held(claims)
    grouped: dict[tuple[ProposalKind, str], list[ClaimOnReview]] = {}
    for claim in claims:
        grouped.setdefault(_place(claim, held), []).append(claim)
    chosen = {one.statement.subject for one in claims if one.statement.predicate == _CANDIDATE}
    found = [_proposal(kind, tuple(group), chosen, claims) for (kind, _), group in grouped.items()]
    return tuple(sorted(found, key=lambda one: (_last(one), one.start, one.key)))


def least_certain_first(found: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return proposals with what is least certain first; names of things stay last."""
    return tuple(sorted(found, key=lambda one: (_last(one), -one.doubt, one.start, one.key)))


def counted(found: Iterable[Proposal]) -> Mapping[ProposalState, int]:
    """Return how many proposals are in each state."""
    return Counter(one.state for one in found)


def name_of(claim: ClaimOnReview) -> str:
    """Return the last segment of the address of a claim."""
    return claim.claim.rpartition("/")[2]


def verdict_of(claim: ClaimOnReview) -> Verdict | None:
    """Return what was decided on a claim, None while nothing is."""
    return claim.decision.verdict if claim.decision else None


def _last(one: Proposal) -> bool:
    return one.kind is ProposalKind.NAME


def _posts_held(claims: Iterable[ClaimOnReview]) -> dict[str, str]:
    """Return of each person the first post that is told of: names belong to it."""
    found: dict[str, str] = {}
    for claim in claims:
        if claim.statement.predicate == _HOLDER:
            found.setdefault(claim.statement.object, claim.statement.subject)
    return found


def _place(claim: ClaimOnReview, held: Mapping[str, str]) -> tuple[ProposalKind, str]:
    """Return the kind of proposal that a claim belongs to, and what tells it from its like."""
    said = claim.statement
    if said.predicate == _MENTIONS:
        return ProposalKind.DOCUMENT, said.object
    if said.predicate in _RELATIONS and said.subject.startswith(_ENDS):
        parts = (said.subject, said.predicate, said.object, said.modality.value)
        return ProposalKind.RELATION, "\x1f".join(parts)
    if is_document(said.subject) or is_reference(said.subject):
        return ProposalKind.DOCUMENT, said.subject
    thing = held.get(said.subject, said.subject)
    if thing.startswith(_TENURE):
        return ProposalKind.OFFICIAL, thing
    return ProposalKind.RESULT if thing.startswith(_RESULT) else ProposalKind.NAME, thing


def _proposal(
    kind: ProposalKind,
    group: tuple[ClaimOnReview, ...],
    chosen: set[str],
    claims: tuple[ClaimOnReview, ...],
) -> Proposal:
    first = group[0].statement
    thing = first.object if first.predicate == _MENTIONS else first.subject
    if kind is ProposalKind.OFFICIAL:
        thing = next(one.statement.subject for one in group if _is_tenure(one))
    if kind is not ProposalKind.DOCUMENT or thing not in chosen:
        return Proposal(kind, thing, _in_order(group))
    leaning = tuple(
        one for one in claims if one.statement.predicate in _RELATIONS and thing in _ends(one)
    )
    return Proposal(ProposalKind.CHOICE, thing, _in_order(group), leaning)


def _is_tenure(claim: ClaimOnReview) -> bool:
    return claim.statement.subject.startswith(_TENURE)


def _ends(claim: ClaimOnReview) -> tuple[str, str]:
    return claim.statement.subject, claim.statement.object


def _in_order(group: tuple[ClaimOnReview, ...]) -> tuple[ClaimOnReview, ...]:
    return tuple(sorted(group, key=lambda one: (one.start is None, one.start or 0, one.claim)))
