"""One source under review as its page shows it: the text, and what is proposed, page by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from starlette.datastructures import QueryParams

from api.routes.asking import choice, page_number
from api.web.annotated import Mark, Paragraph, marks_of, paragraphs
from api.web.format import address
from graph.errors import QuestionError, Text
from graph.lineage.claims import claims_in_full, claims_of_source, outlines_of_source
from graph.lineage.documents import documents, unstated_document
from graph.lineage.proposals import (
    Proposal,
    ProposalKind,
    ProposalState,
    least_certain_first,
    name_of,
    proposals,
)
from graph.lineage.relations import LINEAGE, local
from graph.lineage.sources import ListedSource, ReadText, source_in, text_in
from graph.model import ClaimOnReview, Document, Statement
from graph.resolve.identity import is_document, source_iri
from graph.store.protocol import Reader
from graph.store.texts import Texts
from ontology.terms import DATA

PATH = "/nguon"
PAGE = 40  # proposals of one page
ORDERS = ("", "kem-chac")
KINDS: Mapping[str, ProposalKind] = {
    "chon": ProposalKind.CHOICE,
    "quan-he": ProposalKind.RELATION,
    "van-ban": ProposalKind.DOCUMENT,
    "can-bo": ProposalKind.OFFICIAL,
    "ket-qua": ProposalKind.RESULT,
    "ten": ProposalKind.NAME,
}
#: A proposal decided in part still waits for somebody.
STATES: Mapping[str, frozenset[ProposalState]] = {
    "chua": frozenset({ProposalState.PENDING, ProposalState.MIXED}),
    "nhan": frozenset({ProposalState.ACCEPTED}),
    "sua": frozenset({ProposalState.CORRECTED}),
    "bac": frozenset({ProposalState.REJECTED}),
}
_NAME_LENGTH = 64
_DRAWN = frozenset(map(local, LINEAGE))


@dataclass(frozen=True, slots=True)
class ReviewAsked:
    """What an address of one source asks for: filters, order, page, what is selected."""

    slug: str
    state: str = ""
    kind: str = ""
    order: str = ""
    chosen: str = ""
    page: int = 1
    language: str = ""

    @classmethod
    def of(cls, slug: str, query: QueryParams) -> ReviewAsked:
        """Return what the parameters of an address ask for; raise QuestionError on nonsense."""
        return cls(
            slug=slug,
            state=choice(query.get("duyet", ""), ("", *STATES), "duyet"),
            kind=choice(query.get("loai", ""), ("", *KINDS), "loai"),
            order=choice(query.get("xep", ""), ORDERS, "xep"),
            chosen=_claim_name(query.get("chon", "")),
            page=page_number(query.get("trang", "")),
            language=choice(query.get("lang", ""), ("", "vi", "en"), "lang"),
        )

    def address(self, **changed: object) -> str:
        """Return the address that asks for the same with something changed, from its first page."""
        one = replace(self, **{"page": 1, "chosen": "", **changed})  # type: ignore[arg-type]
        return address(
            f"{PATH}/{one.slug}",
            duyet=one.state,
            loai=one.kind,
            xep=one.order,
            trang="" if one.page == 1 else one.page,
            chon=one.chosen,
            lang=one.language,
        )


@dataclass(frozen=True, slots=True)
class Possible:
    """A document that an open citation may mean; `known` = the store tells more of it."""

    document: Document
    known: bool


@dataclass(frozen=True)
class SourceBoard:
    """One source under review.

    Parameters
    ----------
    asked : what its address asks for.
    source, text : the source; its text with what was read in it, None for tables.
    all : its proposals in the order asked for.
    documents : documents named on the page, by address.
    """

    asked: ReviewAsked
    source: ListedSource
    text: ReadText | None
    all: tuple[Proposal, ...]
    documents: Mapping[str, Document]

    @cached_property
    def fitting(self) -> tuple[Proposal, ...]:
        """Return the proposals that the filters leave."""
        return tuple(_fitting(self.all, self.asked))

    @cached_property
    def chosen(self) -> Proposal | None:
        """Return the proposal that is selected: named by any of its claims."""
        name = self.asked.chosen
        if not name:
            return None
        return next((one for one in self.fitting if _names(one, name)), None)

    @cached_property
    def page(self) -> int:
        """Return the number of the page: the one with what is selected, else the one asked for."""
        if self.chosen is not None:
            return self.fitting.index(self.chosen) // PAGE + 1
        return min(self.asked.page, max(1, -(-len(self.fitting) // PAGE)))

    @cached_property
    def shown(self) -> tuple[Proposal, ...]:
        """Return the proposals of the page."""
        return self.fitting[(self.page - 1) * PAGE : self.page * PAGE]

    @property
    def before(self) -> int:
        """Return how many proposals stand on earlier pages."""
        return (self.page - 1) * PAGE

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return the text in pieces; sentences are told apart for what is on the page."""
        if self.text is None:
            return ()
        return paragraphs(self.text.text, self.marks, self.shown)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Return what the text names."""
        return marks_of(self.text.reading, self.all) if self.text else ()

    @cached_property
    def states(self) -> Mapping[str, int]:
        """Return how many proposals each filter by decision leaves; names of things aside."""
        counts = Counter(one.state for one in self.all)
        return {word: sum(counts[state] for state in states) for word, states in STATES.items()}

    @cached_property
    def kinds(self) -> Mapping[str, int]:
        """Return how many proposals there are of each kind."""
        counts = Counter(one.kind for one in self.all)
        return {word: counts[kind] for word, kind in KINDS.items()}

    def possible(self, one: Proposal) -> tuple[Possible, ...]:
        """Return the documents that an open citation may mean."""
        return tuple(
            Possible(self.documents.get(iri) or unstated_document(iri), iri in self.documents)
            for iri in one.candidates
            if is_document(iri)
        )

    def said(self, one: Proposal) -> Statement:
        """Return what a relation says, as it was corrected where it was."""
        return one.claims[0].corrected or one.claims[0].statement

    def drawn(self, one: Proposal) -> str | None:
        """Return where a relation is seen in the cascade; None where it makes no edge of it."""
        said = self.said(one)
        upper = self.documents.get(said.object)
        if said.predicate not in _DRAWN or upper is None or not is_document(said.subject):
            return None
        if one.state is ProposalState.REJECTED or upper.unresolved:
            return None
        return address(
            "/luoc-do",
            doc=upper.spelling,
            chon=said.subject.removeprefix(DATA),
            lang=self.asked.language,
        )

    @staticmethod
    def lit(claim: ClaimOnReview) -> tuple[tuple[int, int], ...]:
        """Return what to look at in the quote of a claim: its cue, else its own words."""
        if claim.quote is None or claim.start is None or claim.end is None:
            return ()
        first, last = (place - (claim.quote_start or 0) for place in (claim.start, claim.end))
        if claim.cue and (found := claim.quote.find(claim.cue, max(first, 0))) >= 0:
            return ((found, found + len(claim.cue)),)
        return ((first, last),) if 0 <= first < last <= len(claim.quote) else ()

    def after(self, one: Proposal) -> str:
        """Return the key of what comes next on the page; empty after the last."""
        place = self.shown.index(one)
        return self.shown[place + 1].key if place + 1 < len(self.shown) else ""


def board_of(reader: Reader, texts: Texts, asked: ReviewAsked) -> SourceBoard:
    """Return a source with what it proposes; raise NotFound where there is none."""
    iri = source_iri(asked.slug)
    source, text = source_in(reader, iri), text_in(reader, texts, iri)
    # The marks of a text need all that is claimed in it; of a table, which can be long, only the
    # page is told in full.
    claims = claims_of_source(reader, iri) if text else outlines_of_source(reader, iri)
    found = proposals(claims)
    if asked.order:
        found = least_certain_first(found)
    board = SourceBoard(asked, source, text, found, {})
    if text is None:
        board = _told(reader, board)
    named = {iri for one in board.shown for iri in _documents_of(one)}
    return replace(board, documents=documents(reader, sorted(named)))


def _told(reader: Reader, board: SourceBoard) -> SourceBoard:
    """Return the board of a table with what stands on its page told in full."""
    shown = [claim for one in board.shown for claim in (*one.claims, *one.leaning)]
    told = claims_in_full(reader, shown)
    kept = {one.key for one in board.shown}
    found = (one.with_claims(told) if one.key in kept else one for one in board.all)
    return replace(board, all=tuple(found))


def proposal_of(reader: Reader, slug: str, key: str) -> Proposal:
    """Return the proposal that holds a claim of a source.

    Raises
    ------
    QuestionError : the source makes no such claim any more.
    """
    for one in proposals(claims_of_source(reader, source_iri(slug))):
        if _names(one, key):
            return one
    raise QuestionError(
        Text("nguồn này không còn nói điều ấy", "the source does not say this any more"),
        place=key,
        remedy=Text("tải lại trang", "load the page again"),
    )


def _documents_of(one: Proposal) -> Iterable[str]:
    yield one.thing
    yield from one.candidates
    for claim in one.claims:
        for said in (claim.statement, claim.corrected):
            if said is not None:
                yield from (end for end in (said.subject, said.object) if is_document(end))


def _fitting(found: Iterable[Proposal], asked: ReviewAsked) -> Iterable[Proposal]:
    kind, states = KINDS.get(asked.kind), STATES.get(asked.state)
    for one in found:
        if (kind is None or one.kind is kind) and (states is None or one.state in states):
            yield one


def _names(one: Proposal, name: str) -> bool:
    return any(name_of(claim) == name for claim in one.claims)


def _claim_name(text: str) -> str:
    if len(text) <= _NAME_LENGTH and all(letter in "0123456789abcdef" for letter in text):
        return text
    raise QuestionError(
        Text(f"“{text[:40]}” không phải mã phát biểu", f"“{text[:40]}” names no claim"),
        place="chon",
        remedy=Text("chọn một điều trên trang", "choose something on the page"),
    )
