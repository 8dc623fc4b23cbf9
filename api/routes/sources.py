"""Sources over HTTP: listed, shown with their text, sent in, forgotten; and the jobs that read."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from api.access import Caller, Gatekeeper, Scope, require
from api.problems import Problem, Refused
from api.render.structured import plain
from api.routes.claims import SLUG
from api.schemas import deed
from api.uploads.form import SENDING, sent_rdf, sent_texts, wants_rdf
from api.uploads.jobs import ENDED, Job, Jobs, JobState
from api.uploads.limits import UploadLimits
from api.uploads.work import Uploads
from api.web.format import address
from graph import build
from graph.errors import NotFound, Text
from graph.lineage.claims import claims_of_source
from graph.lineage.sources import ListedSource, source_in, sources_in, text_in
from graph.model import ClaimOnReview
from graph.resolve.identity import source_iri
from graph.store.protocol import Store

Slug = Annotated[
    str,
    Path(
        pattern=SLUG,
        description="đoạn cuối địa chỉ của nguồn / last segment of the source's address",
        examples=["ha-tinh-to-chuc-can-bo"],
    ),
]
JobName = Annotated[
    str,
    Path(
        pattern=r"^[A-Za-z0-9_-]{1,64}$",
        description="tên của việc nền / name of the job",
        examples=["Zcfv8WqS33vsUQo8TaQaZPSp"],
    ),
]


class SourcesSaid(BaseModel):
    """A page of sources."""

    generation: int
    sources: list[ListedSource]
    next: str | None = Field(description="address of the next page, null on the last one")


class SourceSaid(BaseModel):
    """A source, and of a text all that is kept of it."""

    generation: int
    source: ListedSource
    text: str | None = Field(description="the text; null for tables of the register")
    reading: dict[str, Any] | None = Field(
        description="what was read, in the interchange format: its spans count characters of text"
    )
    claims: list[ClaimOnReview] = Field(
        description="what the text claims; those of a table are under claims_at"
    )
    claims_at: str = Field(description="address of all its claims, in pages")


class ForgottenSaid(BaseModel):
    """What went with a source."""

    source: str
    claims: int
    facts: int
    generation: int


class JobSaid(BaseModel):
    """A job as it stands."""

    name: str
    state: JobState
    done: int = Field(description="texts that are read")
    total: int = Field(description="texts that were sent")
    storing: bool = Field(description="it is being stored and cannot be cancelled any more")
    started: str
    ended: str | None
    result: dict[str, Any] | None = Field(
        description="of texts: each with its reading, or the problem it was refused with, and the "
        "claims that were stored; of RDF: the graph it is in"
    )
    problem: dict[str, Any] | None = Field(description="why it failed, in vi and en")


LIST = deed(
    "listSources",
    Text("Các bảng của sổ và các bài", "Tables of the register, and texts"),
    Text("Theo địa chỉ, từng trang.", "By address, page by page."),
    422,
)
SEND = deed(
    "sendSources",
    Text("Gửi bài hoặc RDF; một việc nền đọc và ghi", "Send texts or RDF; a job reads and stores"),
    Text(
        "Cần phạm vi `ingest`. Trả lời 202 và địa chỉ của việc nền; `commit=false` chỉ đọc.",
        "Needs the scope `ingest`. Answers 202 with where the job is; `commit=false` reads only.",
    ),
    *(403, 408, 413, 415, 422, 429),
    answered=202,
)
ONE = deed(
    "describeSource",
    Text("Một nguồn: bài, điều đọc được, phát biểu", "One source: text, reading, claims"),
    Text("Vị trí đếm theo ký tự của bài.", "Places count characters of the text."),
    *(404, 422),
)
FORGET = deed(
    "forgetSource",
    Text("Xóa hẳn một nguồn với dữ kiện chỉ nó đỡ", "Erase a source and what only it supported"),
    Text("Cần phạm vi `forget`; không hoàn tác được.", "Needs the scope `forget`; not undone."),
    *(403, 404, 422),
)
JOB = deed(
    "describeJob",
    Text("Một việc nền đến đâu, được gì", "How far a job is, and what came of it"),
    Text("Cần phạm vi `ingest`.", "Needs the scope `ingest`."),
    *(403, 404, 422),
)
CANCEL = deed(
    "cancelJob",
    Text("Dừng một việc nền chưa ghi", "Stop a job that is not being stored yet"),
    Text("Cần phạm vi `ingest`.", "Needs the scope `ingest`."),
    *(403, 404, 409, 422),
)


class SourceRoutes:
    """Sources and jobs.

    Parameters
    ----------
    store, keeper : where sources are, and who may change them.
    uploads, jobs, limits : how what is sent is read.
    """

    def __init__(
        self,
        store: Store,
        keeper: Gatekeeper,
        uploads: Uploads,
        jobs: Jobs,
        limits: UploadLimits,
    ) -> None:
        self._store = store
        self._keeper = keeper
        self._uploads = uploads
        self._jobs = jobs
        self._limits = limits

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(prefix="/api", tags=["sources"])
        router.add_api_route("/sources", self.listed, response_model=SourcesSaid, **LIST)
        router.add_api_route(
            "/sources",
            self.sent,
            methods=["POST"],
            status_code=202,
            response_model=JobSaid,
            openapi_extra=SENDING,
            **SEND,
        )
        router.add_api_route("/sources/{slug}", self.one, response_model=SourceSaid, **ONE)
        router.add_api_route(
            "/sources/{slug}",
            self.forgotten,
            methods=["DELETE"],
            response_model=ForgottenSaid,
            **FORGET,
        )
        router.add_api_route("/jobs/{name}", self.job, response_model=JobSaid, **JOB)
        router.add_api_route(
            "/jobs/{name}", self.cancelled, methods=["DELETE"], response_model=JobSaid, **CANCEL
        )
        return router

    def listed(
        self,
        request: Request,
        after: Annotated[
            str,
            Query(
                pattern=f"^$|{SLUG}",
                description="slug của nguồn cuối đã xem / slug of the last source seen",
                examples=["ha-tinh-to-chuc-can-bo"],
            ),
        ] = "",
        limit: Annotated[
            int,
            Query(ge=1, le=200, description="mỗi trang bao nhiêu / rows of a page", examples=[50]),
        ] = 50,
    ) -> Response:
        """Return the sources by address."""
        with self._store.read() as reader:
            found = sources_in(reader, after=after, limit=limit + 1)
            generation = reader.generation
        page, following = found[:limit], None
        if len(found) > limit:
            following = address(request.url.path, after=page[-1].slug, limit=limit)
        return JSONResponse({"generation": generation, "sources": plain(page), "next": following})

    def one(self, slug: Slug) -> Response:
        """Return one source."""
        iri = source_iri(slug)
        with self._store.read() as reader:
            source = source_in(reader, iri)
            text = text_in(reader, self._store.texts, iri)
            claims = claims_of_source(reader, iri) if source.kind == "text" else ()
            generation = reader.generation
        return JSONResponse(
            {
                "generation": generation,
                "source": plain(source),
                "text": text.text if text else None,
                "reading": text.reading if text else None,
                "claims": plain(claims),
                "claims_at": address("/api/claims", source=slug, state="all"),
            }
        )

    async def sent(
        self, request: Request, caller: Annotated[Caller, Depends(require(Scope.INGEST))]
    ) -> Response:
        """Take texts or RDF and start the job that reads them."""
        if wants_rdf(request):
            rdf = await sent_rdf(request, self._limits)
            job = self._jobs.start(caller.name, 1, self._uploads.of_rdf(rdf, caller.name))
        else:
            texts, commit = await sent_texts(request, self._limits)
            work = self._uploads.of_texts(texts, caller.name, commit=commit)
            job = self._jobs.start(caller.name, len(texts), work)
        return JSONResponse(_told(job), 202, headers={"location": f"/api/jobs/{job.name}"})

    async def forgotten(
        self, slug: Slug, caller: Annotated[Caller, Depends(require(Scope.FORGET))]
    ) -> Response:
        """Erase a source."""
        return await run_in_threadpool(self._forget, source_iri(slug), caller)

    async def job(
        self, name: JobName, _: Annotated[Caller, Depends(require(Scope.INGEST))]
    ) -> Response:
        """Return a job as it stands."""
        return JSONResponse(_told(known_job(self._jobs, name)))

    async def cancelled(
        self, name: JobName, _: Annotated[Caller, Depends(require(Scope.INGEST))]
    ) -> Response:
        """Stop a job."""
        job = _known(self._jobs.cancel(name), name)
        if job.storing or (job.state in ENDED and job.state is not JobState.CANCELLED):
            raise Refused(_TOO_LATE)
        return JSONResponse(_told(job))

    def _forget(self, source: str, caller: Caller) -> Response:
        with self._keeper.audit.writing(caller.name, "forget", source) as entry:
            done = build.forget(self._store, source)
            entry.generation = done.generation
        return JSONResponse(plain(done))


def known_job(jobs: Jobs, name: str) -> Job:
    """Return a job; raise NotFound where there is none of that name."""
    return _known(jobs.get(name), name)


def _known(job: Job | None, name: str) -> Job:
    if job is None:
        raise NotFound(
            Text("không có việc này, hoặc đã quá lâu", "there is no such job, or not any more"),
            place=name,
            remedy=Text("gửi lại bằng POST /api/sources", "send it again: POST /api/sources"),
        )
    return job


def _told(job: Job) -> dict[str, Any]:
    return {
        "name": job.name,
        "state": job.state.value,
        "done": job.done,
        "total": job.total,
        "storing": job.storing,
        "started": job.started.isoformat(),
        "ended": job.ended.isoformat() if job.ended else None,
        "result": job.result,
        "problem": job.problem,
    }


_TOO_LATE = Problem(
    409,
    "too-late",
    Text("Việc này đã xong hoặc đang ghi, không dừng được nữa", "It is done or being stored"),
)
