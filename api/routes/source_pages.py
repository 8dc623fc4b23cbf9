"""The pages of sources: the list, and one source under review."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, QueryParams
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.access import Caller, Gatekeeper, Scope, require
from api.deciding import Deciding
from api.kept import Kept
from api.routes.asking import LONGEST, choice, page_number
from api.routes.asking import asked as plain
from api.routes.pages import Pages
from api.routes.sources import Slug
from api.uploads.limits import UploadLimits
from api.web import source_wording
from api.web.format import address
from api.web.source_board import KINDS, ORDERS, PATH, STATES, ReviewAsked, board_of, proposal_of
from graph.errors import QuestionError, Text
from graph.folding import bare
from graph.lineage.corrections import WrittenCorrection
from graph.lineage.proposals import Proposal, ProposalKind, name_of, verdict_of
from graph.lineage.source_list import SourceRow, claims_standing, source_rows
from graph.model import ClaimOnReview, Modality, Verdict
from graph.read.formats.known import SUFFIXES
from graph.store.protocol import Store

_READ = ["GET", "HEAD"]
_ROWS = 25
_DONE = re.compile(r"(nhan|bac|sua|hoan)\.(\d{1,9})\.(\d{1,9})")
_DEED = re.compile(r"(nhan|bac|hoan|sua|chon)(?:\.([0-9a-f]{1,64}))?")
_MOST_PLACES = 63
_NOTE = 1000
_KINDS = ("bai", "so", "all")
_REVIEWED = ("", "chua", "co")


@dataclass(frozen=True, slots=True)
class ListAsked:
    """What an address of the list asks for."""

    words: str
    kind: str
    review: str
    place: str
    page: int
    language: str
    folded: frozenset[str]  # the words as a search looks for them, each once

    @classmethod
    def of(cls, query: QueryParams) -> ListAsked:
        """Return what the parameters of an address ask for; raise QuestionError on nonsense."""
        words = plain(" ".join(query.get("tim", "").split()))
        return cls(
            words=words,
            kind=choice(query.get("loai", "") or "bai", _KINDS, "loai"),
            review=choice(query.get("duyet", ""), _REVIEWED, "duyet"),
            place=plain(query.get("tinh", "").strip()),
            page=page_number(query.get("trang", "")),
            language=choice(query.get("lang", ""), ("", "vi", "en"), "lang"),
            folded=frozenset(bare(words).split()),
        )

    def kept(self, *left: str) -> tuple[tuple[str, str], ...]:
        """Return what a form sends along: the state but what its own fields say, and the page."""
        state = (
            ("tim", self.words),
            ("loai", "" if self.kind == _KINDS[0] else self.kind),
            ("duyet", self.review),
            ("tinh", self.place),
            ("lang", self.language),
        )
        return tuple((name, value) for name, value in state if value and name not in left)

    def address(self, **changed: object) -> str:
        """Return the address that asks for the same with something changed, from its first page."""
        one = replace(self, **{"page": 1, **changed})  # type: ignore[arg-type]
        return address(PATH, **dict(one.kept()), trang="" if one.page == 1 else one.page)

    def fits(self, row: SourceRow) -> bool:
        """Tell whether a source is asked for, whatever its place."""
        kinds = {"bai": not row.register, "so": row.register, "all": True}
        reviewed = {"": True, "chua": not row.decided, "co": bool(row.decided)}
        words = all(word in row.words for word in self.folded)
        return kinds[self.kind] and reviewed[self.review] and words


@dataclass(frozen=True, slots=True)
class Counted:
    """A row of the list with how many claims each verdict was given on."""

    row: SourceRow
    claims: int
    verdicts: Mapping[Verdict, int]

    @property
    def pending(self) -> int:
        """Return on how many claims nobody decided."""
        return max(self.claims - sum(self.verdicts.values()), 0)


class SourcePages:
    """Shows sources and takes what people decide on them; every state stands in the address."""

    def __init__(
        self, store: Store, pages: Pages, keeper: Gatekeeper, limits: UploadLimits
    ) -> None:
        self._store = store
        self._pages = pages
        self._keeper = keeper
        self._limits = limits
        self._deciding = Deciding(store, keeper)
        self._rows = Kept(source_rows)

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
        router.add_api_route(PATH, self.listed, methods=_READ)
        router.add_api_route(PATH + "/{slug}", self.one, methods=_READ)
        router.add_api_route(PATH + "/{slug}", self.decided, methods=["POST"])
        return router

    def listed(self, request: Request) -> Response:
        """Show the sources that are asked for, and where texts are sent in."""
        asked = ListAsked.of(request.query_params)
        with self._store.read() as reader:
            every = self._rows.of(reader)
            fitting = [row for row in every if asked.fits(row)]
            places = Counter(place for row in fitting for place in row.places)
            found = [row for row in fitting if not asked.place or asked.place in row.places]
            first = (asked.page - 1) * _ROWS
            rows = [
                Counted(row, claims_standing(reader, row.source), dict(row.decisions))
                for row in found[first : first + _ROWS]
            ]
        return self._pages.page(
            request,
            "sources.html",
            asked=asked,
            rows=rows,
            total=len(found),
            first=first,
            texts=sum(not row.register for row in every),
            tables=sum(row.register for row in every),
            places=sorted(places.items(), key=lambda one: bare(one[0]))[:_MOST_PLACES],
            kinds=_KINDS,
            reviewed=_REVIEWED,
            limits=self._limits,
            formats=SUFFIXES,
            csrf=_csrf(request),
            may=self._may(request, Scope.INGEST),
            closed=self._closed(request, Scope.INGEST),
            verdicts=tuple(Verdict),
        )

    def one(self, request: Request, slug: Slug) -> Response:
        """Show one source with what it proposes."""
        asked = ReviewAsked.of(slug, request.query_params)
        done = _DONE.fullmatch(request.query_params.get("vua", ""))
        with self._store.read() as reader:
            board = board_of(reader, self._store.texts, asked)
            return self._pages.page(
                request,
                "source.html",
                board=board,
                asked=asked,
                source=board.source,
                states=STATES,
                kinds=KINDS,
                orders=ORDERS,
                done=(done[1], int(done[2]), int(done[3])) if done else None,
                choices=source_wording.CHOICES,
                modalities=tuple(Modality),
                csrf=_csrf(request),
                may=self._may(request, Scope.REVIEW),
                closed=self._closed(request, Scope.REVIEW),
            )

    async def decided(
        self,
        request: Request,
        slug: Slug,
        caller: Annotated[Caller, Depends(require(Scope.REVIEW))],
    ) -> Response:
        """Decide on a proposal, or on one claim of it, and show the page again."""
        form = await request.form()
        asked = ReviewAsked.of(slug, request.query_params)
        return await run_in_threadpool(self._decide, asked, form, caller)

    def _decide(self, asked: ReviewAsked, form: FormData, caller: Caller) -> Response:
        deed = _DEED.fullmatch(_field(form, "viec"))
        if deed is None:
            raise _no_deed(_field(form, "viec"))
        with self._store.read() as reader:
            proposal = proposal_of(reader, asked.slug, _field(form, "the"))
        gained, lost = _Acting(self._deciding, proposal, caller, form).do(deed[1], deed[2])
        following = _field(form, "tiep") or proposal.key
        kept = replace(asked, chosen=following)
        back = kept.address(chosen=following, page=asked.page)
        mark = "&" if "?" in back else "?"
        return RedirectResponse(f"{back}{mark}vua={deed[1]}.{gained}.{lost}#c-{following}", 303)

    def _may(self, request: Request, scope: Scope) -> bool:
        caller: Caller = request.state.caller
        return caller.may(scope) and self._keeper.writes

    def _closed(self, request: Request, scope: Scope) -> str | None:
        """Return the phrase that says why nothing can be changed here; None where it can."""
        caller: Caller = request.state.caller
        if not self._keeper.writes:
            return "src_closed_server"
        if caller.may(scope):
            return None
        return "src_closed_scope" if caller.known else "src_closed_why"


@dataclass(frozen=True)
class _Acting:
    """One deed of a reviewer on a proposal."""

    deciding: Deciding
    proposal: Proposal
    caller: Caller
    form: FormData

    def do(self, deed: str, name: str | None) -> tuple[int, int]:
        """Do it, on one claim where it is named; return how many facts came and went."""
        claims = [one for one in self.proposal.claims if name in (None, name_of(one))]
        if deed == "hoan":
            leaning = self.proposal.follows if name is None else ()
            decided = [one for one in (*claims, *leaning) if one.decision]
            return self._together([one.claim for one in decided], None)
        if deed == "chon":
            return self._choose(_field(self.form, "ung-vien"))
        if deed == "sua":
            return self._correct(claims)
        verdict = Verdict.ACCEPTED if deed == "nhan" else Verdict.REJECTED
        settled = {verdict, Verdict.CORRECTED} if verdict is Verdict.ACCEPTED else {verdict}
        left = [one.claim for one in claims if verdict_of(one) not in settled]
        return self._together(left, verdict)

    def _correct(self, claims: list[ClaimOnReview]) -> tuple[int, int]:
        which = _field(self.form, "phat-bieu")
        wrong = [one for one in claims if not which or name_of(one) == which]
        modality = choice(_field(self.form, "cach-noi"), ("", *Modality), "cach-noi")
        relation = choice(_field(self.form, "quan-he"), ("", *source_wording.CHOICES), "quan-he")
        written = WrittenCorrection(
            _field(self.form, "chu-the") or None,
            relation or None,
            _field(self.form, "doi-tuong") or None,
            Modality(modality) if modality else None,
        )
        meant = {one.claim: written for one in wrong}
        return self._together(list(meant), Verdict.CORRECTED, meant)

    def _choose(self, candidate: str) -> tuple[int, int]:
        """Put the chosen document in the place of the open citation, wherever it is spoken of."""
        if self.proposal.kind is not ProposalKind.CHOICE:
            raise _no_deed("chon")
        if candidate not in self.proposal.candidates:
            raise QuestionError(
                Text("chưa chọn văn bản nào", "no document is chosen"),
                place="ung-vien",
                remedy=Text("chọn một văn bản trong danh sách", "choose one of those listed"),
            )
        meant = {
            one.claim: WrittenCorrection(
                candidate if one.statement.subject == self.proposal.thing else None,
                object=candidate if one.statement.object == self.proposal.thing else None,
            )
            for one in self._speaking()
        }
        return self._together(list(meant), Verdict.CORRECTED, meant)

    def _speaking(self) -> Iterator[ClaimOnReview]:
        """Yield what a choice corrects: nothing rejected, no relation that a person corrected."""
        for one in self.proposal.mentions:
            if verdict_of(one) is not Verdict.REJECTED:
                yield one
        for one in self.proposal.leaning:
            untouched = verdict_of(one) in (None, Verdict.ACCEPTED)
            if untouched or self.proposal.chosen_in(one):
                yield one

    def _together(
        self,
        claims: list[str],
        verdict: Verdict | None,
        written: Mapping[str, WrittenCorrection] | None = None,
    ) -> tuple[int, int]:
        """Decide on some claims alike, or take back what was decided; count facts."""
        if not claims:
            return 0, 0
        note = _field(self.form, "ly-do")[:_NOTE] or None
        done = self.deciding.decide_together(claims, verdict, self.caller, note, written)
        return done.gained, done.lost


def _csrf(request: Request) -> str:
    caller: Caller = request.state.caller
    return caller.csrf or ""


def _field(form: FormData, name: str) -> str:
    """Return a field of a form as text; raise QuestionError where it is longer than any can be."""
    value = form.get(name)
    text = value.strip() if isinstance(value, str) else ""
    if len(text) > max(LONGEST, 2 * _NOTE):
        return plain(text)
    return text


def _no_deed(text: str) -> QuestionError:
    return QuestionError(
        Text(f"“{text[:40]}” không phải việc làm được", f"“{text[:40]}” is nothing to be done"),
        place="viec",
        remedy=Text("dùng các nút trên trang", "use the buttons of the page"),
    )
