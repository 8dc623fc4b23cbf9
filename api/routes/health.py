"""Whether the service works, and what it counted."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.responses import JSONResponse, PlainTextResponse, Response

from api.monitoring import Metrics
from graph.errors import CascadeError

_PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


class HealthSaid(BaseModel):
    """The state of the service."""

    status: str = Field(description="ok, or unavailable while the store cannot be read")
    generation: int | None = Field(description="newest generation of the store")
    writes: bool = Field(description="whether this server takes writes")


class Health:
    """Answers for machines that watch the service.

    Parameters
    ----------
    generation : tells the newest generation of the store.
    writes : whether this server takes writes.
    metrics : what was counted.
    gauges : further values of the moment.
    """

    def __init__(
        self,
        generation: Callable[[], int],
        writes: bool,
        metrics: Metrics,
        gauges: Callable[[], dict[str, float]],
    ) -> None:
        self._generation = generation
        self._writes = writes
        self._metrics = metrics
        self._gauges = gauges

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(tags=["service"])
        router.add_api_route(
            "/health",
            self.health,
            response_model=HealthSaid,
            operation_id="health",
            responses={
                503: {
                    "model": HealthSaid,
                    "description": "Không đọc được kho / The store cannot be read",
                },
            },
            summary="Máy chủ có chạy không / Whether the service works",
            description="Cho máy trông nom; không cần mã.\n\nFor machines that watch; no token.",
        )
        router.add_api_route(
            "/metrics",
            self.metrics,
            response_class=PlainTextResponse,
            operation_id="metrics",
            summary="Số đo cho Prometheus / Counts in the Prometheus text format",
            description="Đường dẫn đếm theo mẫu.\n\nPaths are counted by their pattern.",
        )
        return router

    def health(self) -> Response:
        """Tell whether the store can be read, and at which generation it is."""
        try:
            said = HealthSaid(status="ok", generation=self._generation(), writes=self._writes)
        except CascadeError:
            said = HealthSaid(status="unavailable", generation=None, writes=False)
        headers = {"cache-control": "no-store"}
        return JSONResponse(said.model_dump(), 200 if said.status == "ok" else 503, headers)

    def metrics(self) -> Response:
        """Tell how many requests were answered, how, and how long that took."""
        gauges = {f"cascade_{name}": value for name, value in self._gauges().items()}
        try:
            gauges["cascade_generation"] = float(self._generation())
        except CascadeError:
            gauges["cascade_generation"] = -1.0
        lines = self._metrics.lines(gauges.items())
        headers = {"content-type": _PROMETHEUS, "cache-control": "no-store"}
        return PlainTextResponse("".join(f"{line}\n" for line in lines), headers=headers)
