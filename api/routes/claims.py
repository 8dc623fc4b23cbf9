"""Claims and what people decide on them, as JSON."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field, RootModel
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from api.access import Caller, Gatekeeper, Scope, require
from api.deciding import Deciding
from api.render.structured import plain
from api.schemas import body_of, deed, sent_as
from api.web.format import address
from graph.errors import Text
from graph.lineage.claims import ClaimsAsked, ReviewState, claim_on_review, claims_on_review
from graph.lineage.corrections import WrittenCorrection
from graph.lineage.documents import find_document
from graph.model import ClaimOnReview, Modality, Verdict
from graph.resolve.identity import source_iri
from graph.reviewing import Reviewed, claim_address
from graph.store.protocol import Store
from ontology import terms as cas

_NAME = r"^[0-9a-f]{1,64}$"
#: What the last segment of a source address can be.
SLUG = r"^[a-z0-9]([a-z0-9-]{0,198}[a-z0-9])?$"
_RELATION = r"^[A-Za-z]{1,60}$"

ClaimName = Annotated[
    str,
    Path(
        pattern=_NAME,
        description="đoạn cuối địa chỉ của phát biểu / last segment of the claim's address",
        examples=["3e0968e5d0a08e50"],
    ),
]


class CorrectionSent(BaseModel):
    """What a claim should have said; what is left out stays as it is."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "minProperties": 1,
            "examples": [{"relation": "basedOn", "object": "19-NQ/TW@XII"}],
        },
    )

    subject: str | None = Field(
        default=None, min_length=1, max_length=500, description="address, or document by spelling"
    )
    relation: str | None = Field(
        default=None, pattern=_RELATION, description="local name of a property of the ontology"
    )
    object: str | None = Field(
        default=None,
        min_length=1,
        max_length=2000,
        description="address, document by spelling, or the text of a property that takes one",
    )
    modality: Modality | None = Field(default=None, description="as the source means it")

    def written(self) -> WrittenCorrection:
        """Return the correction as it was written."""
        return WrittenCorrection(self.subject, self.relation, self.object, self.modality)


class VerdictSent(BaseModel):
    """The claim is right, or it is not."""

    model_config = ConfigDict(extra="forbid")

    verdict: Literal["accepted", "rejected"]
    note: str | None = Field(default=None, max_length=1000)


class CorrectedSent(BaseModel):
    """The claim is right once it is corrected."""

    model_config = ConfigDict(extra="forbid")

    verdict: Literal["corrected"]
    correction: CorrectionSent
    note: str | None = Field(default=None, max_length=1000)


class DecisionSent(RootModel[VerdictSent | CorrectedSent]):
    """What the caller decides on a claim; who and when are taken from the request."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"verdict": "accepted"},
                {"verdict": "rejected", "note": "the sentence speaks of another document"},
                {"verdict": "corrected", "correction": {"object": "19-NQ/TW@XII"}},
            ]
        },
    )


class ClaimsSaid(BaseModel):
    """A page of claims."""

    generation: int = Field(description="generation of the store they were read from")
    claims: list[ClaimOnReview]
    next: str | None = Field(description="address of the next page, null on the last one")


class ReviewedSaid(BaseModel):
    """What came of a decision."""

    claim: ClaimOnReview
    gained: int = Field(description="facts that the store has now and had not before")
    lost: int = Field(description="facts that it had and has no more")
    generation: int


LIST = deed(
    "listClaims",
    Text("Phát biểu, trước hết là những phát biểu chưa ai duyệt", "Claims, first those undecided"),
    Text(
        "Từng nguồn một, theo thứ tự trong bài; mỗi phát biểu kèm câu trích.",
        "Source by source in the order of each text; each claim with its quote.",
    ),
    *(300, 404, 422),
)
ONE = deed(
    "describeClaim",
    Text("Một phát biểu với câu trích và quyết định", "One claim, its quote, the decision on it"),
    Text(
        "Phát biểu là điều một nguồn nói, chưa phải dữ kiện.",
        "A claim is what one source says, not yet a fact.",
    ),
    *(404, 422),
)
REVIEW = deed(
    "reviewClaim",
    Text("Nhận, bác hoặc sửa một phát biểu", "Accept, reject or correct a claim"),
    Text(
        "Cần phạm vi `review`. Dữ kiện theo sau quyết định; đọc lại nguồn vẫn giữ.",
        "Needs the scope `review`. Facts follow; reading the source again keeps the decision.",
    ),
    *(300, 403, 404, 413, 415, 422),
)
UNDO = deed(
    "undoReview",
    Text("Rút lại quyết định về một phát biểu", "Take the decision on a claim back"),
    Text("Cần phạm vi `review`; mọi thứ như trước.", "Needs the scope `review`; all is as before."),
    *(403, 404, 422),
)


class ClaimRoutes:
    """Lays claims before people and takes their decisions."""

    def __init__(self, store: Store, keeper: Gatekeeper) -> None:
        self._store = store
        self._deciding = Deciding(store, keeper)

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(prefix="/api/claims", tags=["review"])
        router.add_api_route("", self.listed, response_model=ClaimsSaid, **LIST)
        router.add_api_route("/{name}", self.one, response_model=ClaimOnReview, **ONE)
        router.add_api_route(
            "/{name}/review",
            self.decided,
            methods=["PUT"],
            response_model=ReviewedSaid,
            openapi_extra=body_of(DecisionSent),
            **REVIEW,
        )
        router.add_api_route(
            "/{name}/review", self.undone, methods=["DELETE"], response_model=ReviewedSaid, **UNDO
        )
        return router

    def listed(
        self,
        request: Request,
        state: Annotated[
            ReviewState,
            Query(description="đã duyệt đến đâu / how far it is decided", examples=["pending"]),
        ] = ReviewState.PENDING,
        source: Annotated[
            str | None,
            Query(
                pattern=SLUG,
                description="đoạn cuối địa chỉ của nguồn / last segment of the source's address",
                examples=["ha-tinh-to-chuc-can-bo"],
            ),
        ] = None,
        document: Annotated[
            str | None,
            Query(
                max_length=300,
                description="văn bản được nói đến, theo cách viết hoặc địa chỉ / "
                "the document spoken of, by spelling or address",
                examples=["57-NQ/TW"],
            ),
        ] = None,
        relation: Annotated[
            str | None,
            Query(
                pattern=_RELATION,
                description="tên thuộc tính của bản thể học / local name of a property",
                examples=["implements"],
            ),
        ] = None,
        after: Annotated[
            str,
            Query(
                pattern=r"^[0-9a-f]{0,64}$",
                description="phát biểu cuối của trang trước / last claim of the page before",
                examples=["3e0968e5d0a08e50"],
            ),
        ] = "",
        limit: Annotated[
            int,
            Query(ge=1, le=200, description="mỗi trang bao nhiêu / rows of a page", examples=[50]),
        ] = 50,
    ) -> Response:
        """Return claims, source by source in the order of each text."""
        with self._store.read() as reader:
            asked = ClaimsAsked(
                state=state,
                source=source_iri(source) if source else None,
                subject=find_document(reader, document).iri if document else None,
                predicate=cas.ONTOLOGY + relation if relation else None,
                after=claim_address(after) if after else "",
                limit=limit + 1,
            )
            found = claims_on_review(reader, asked)
            generation = reader.generation
        page, following = found[:limit], None
        if len(found) > limit:
            last = page[-1].claim.rpartition("/")[2]
            following = address(request.url.path, **dict(request.query_params) | {"after": last})
        return JSONResponse({"generation": generation, "claims": plain(page), "next": following})

    def one(self, name: ClaimName) -> Response:
        """Return one claim."""
        with self._store.read() as reader:
            return JSONResponse(plain(claim_on_review(reader, claim_address(name))))

    async def decided(
        self,
        request: Request,
        name: ClaimName,
        caller: Annotated[Caller, Depends(require(Scope.REVIEW))],
    ) -> Response:
        """Decide on a claim in the caller's name."""
        sent = (await sent_as(request, DecisionSent)).root
        return await run_in_threadpool(self._decided, claim_address(name), sent, caller)

    async def undone(
        self, name: ClaimName, caller: Annotated[Caller, Depends(require(Scope.REVIEW))]
    ) -> Response:
        """Take a decision back."""
        return await run_in_threadpool(self._undone, claim_address(name), caller)

    def _decided(self, claim: str, sent: VerdictSent | CorrectedSent, caller: Caller) -> Response:
        written = sent.correction.written() if isinstance(sent, CorrectedSent) else None
        verdict = Verdict(sent.verdict)
        return self._told(self._deciding.decide(claim, verdict, caller, sent.note, written))

    def _undone(self, claim: str, caller: Caller) -> Response:
        return self._told(self._deciding.undo(claim, caller))

    def _told(self, done: Reviewed) -> Response:
        with self._store.read() as reader:
            claim = claim_on_review(reader, done.claim)
        counts = {"gained": done.gained, "lost": done.lost, "generation": done.generation}
        return JSONResponse({"claim": plain(claim), **counts})
