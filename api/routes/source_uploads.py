"""Texts sent in by the page: pasted or dropped, read by a job whose progress the page shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.access import Caller, Scope, require
from api.routes.pages import Pages
from api.routes.sources import JobName, known_job
from api.uploads.form import sent_texts
from api.uploads.jobs import ENDED, Job, Jobs, JobState
from api.uploads.limits import UploadLimits
from api.uploads.sent import SentText
from api.uploads.work import Uploads
from api.web.annotated import marks_of, paragraphs
from api.web.format import address
from api.web.source_board import PATH
from graph.errors import NotFound, Text
from graph.extract.interchange import extraction_of
from graph.read.article import Hints
from graph.store.graphs import SOURCE_PREFIX

JOBS = PATH + "/viec"
_READ = ["GET", "HEAD"]


class SourceUploads:
    """Takes texts from the page and shows how far reading them is.

    Parameters
    ----------
    pages, uploads, jobs, limits : how pages look, and how what is sent is read.
    """

    def __init__(self, pages: Pages, uploads: Uploads, jobs: Jobs, limits: UploadLimits) -> None:
        self._pages = pages
        self._uploads = uploads
        self._jobs = jobs
        self._limits = limits

    def router(self) -> APIRouter:
        """Return the addresses; they stand before that of one source, which they resemble."""
        router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
        router.add_api_route(PATH, self.sent, methods=["POST"])
        router.add_api_route(JOBS + "/{name}", self.job, methods=_READ)
        router.add_api_route(JOBS + "/{name}/dung", self.stopped, methods=["POST"])
        router.add_api_route(JOBS + "/{name}/ghi", self.stored, methods=["POST"])
        return router

    async def sent(
        self, request: Request, caller: Annotated[Caller, Depends(require(Scope.INGEST))]
    ) -> Response:
        """Take texts, start the job that reads them, and lead to it."""
        texts, commit = await sent_texts(request, self._limits)
        return self._started(request, texts, caller, commit=commit)

    def job(
        self,
        request: Request,
        name: JobName,
        caller: Annotated[Caller, Depends(require(Scope.INGEST))],
    ) -> Response:
        """Show a job; where it brought in just one text, lead to that."""
        job = known_job(self._jobs, name)
        items = job.result["texts"] if job.result and "texts" in job.result else []
        committed = bool(job.result and job.result["committed"])
        if committed and len(items) == 1 and items[0]["claims"] is not None:
            return RedirectResponse(self._kept(request, PATH + "/" + _slug(items[0])), 303)
        return self._pages.page(
            request,
            "job.html",
            csrf=caller.csrf or "",
            job=job,
            items=[(item, _slug(item)) for item in items],
            committed=committed,
            problems=job.result.get("problems", []) if job.result else [],
            ended=job.state in ENDED,
            may_store=not committed and job.state is JobState.DONE and any(map(_was_read, items)),
            preview=_preview,
        )

    async def stopped(
        self,
        request: Request,
        name: JobName,
        _: Annotated[Caller, Depends(require(Scope.INGEST))],
    ) -> Response:
        """Stop a job that is not being stored yet."""
        job = known_job(self._jobs, name)
        self._jobs.cancel(job.name)
        return RedirectResponse(self._kept(request, f"{JOBS}/{job.name}"), 303)

    async def stored(
        self,
        request: Request,
        name: JobName,
        caller: Annotated[Caller, Depends(require(Scope.INGEST))],
    ) -> Response:
        """Read again what was tried, and store it this time."""
        job = known_job(self._jobs, name)
        items = [item for item in _items(job) if _was_read(item)]
        if not items:
            raise NotFound(
                Text("việc này không đọc được bài nào", "this job read no text"),
                place=name,
                remedy=Text("gửi lại từ trang Nguồn", "send it again on the page Sources"),
            )
        return self._started(request, [_again(item) for item in items], caller, commit=True)

    def _started(
        self, request: Request, texts: list[SentText], caller: Caller, *, commit: bool
    ) -> Response:
        work = self._uploads.of_texts(texts, caller.name, commit=commit)
        job = self._jobs.start(caller.name, len(texts), work)
        return RedirectResponse(self._kept(request, f"{JOBS}/{job.name}"), 303)

    @staticmethod
    def _kept(request: Request, path: str) -> str:
        return address(path, lang=request.query_params.get("lang", ""))


def _items(job: Job) -> list[dict[str, Any]]:
    return list(job.result.get("texts", ())) if job.result else []


def _was_read(item: Mapping[str, Any]) -> bool:
    return item["reading"] is not None


def _slug(item: Mapping[str, Any]) -> str:
    return str(item["source"] or "").removeprefix(SOURCE_PREFIX)


def _again(item: Mapping[str, Any]) -> SentText:
    """Return a text that was read as it was sent, with what its sender said of it."""
    article = extraction_of(item["reading"], item["text"]).article
    said = (article.published, article.publisher, article.url, article.province)
    hints = Hints(*said, title=article.title)
    return SentText(f"{article.identifier}.txt", article.text.encode(), hints)


def _preview(item: Mapping[str, Any]) -> object:
    """Return a text that was only tried, with what it names underlined."""
    return paragraphs(item["text"], marks_of(item["reading"], ()))
