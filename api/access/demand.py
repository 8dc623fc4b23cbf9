"""What a route says to demand a scope: `Depends(require("ingest"))`."""

from __future__ import annotations

import hmac
from collections.abc import AsyncIterator

from starlette.requests import Request

from api.access import refusals
from api.access.caller import Caller, Scope
from api.access.gatekeeper import SAFE, Gatekeeper
from api.problems import Problem, Refused
from api.uploads.limits import UploadLimits

#: Where a page session's CSRF token stands: a header, or a field of a form.
CSRF_HEADER, CSRF_FIELD = "x-csrf-token", "csrf"
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_MOST_FIELDS = 100
_SLACK = 1 << 20  # bytes beyond the longest text, within which a form is still read


class Demand:
    """A dependency that lets through whoever has a scope, and refuses everybody else."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    async def __call__(self, request: Request) -> AsyncIterator[Caller]:
        """Give the caller to the route, and let go of the files of a form after it."""
        try:
            yield await self.met(request)
        finally:
            await request.close()

    async def met(self, request: Request) -> Caller:
        """Return the caller, who may; for a route that finds out by itself what is demanded.

        Raises
        ------
        Refused : nobody known is asking (401), or one who may not (403).
        """
        caller: Caller = request.state.caller
        keeper: Gatekeeper = request.app.state.gatekeeper
        problem = self._problem(caller, keeper) or await forged(request, caller)
        if problem:
            if request.method not in SAFE:
                deed = f"{request.method} {request.url.path}"
                keeper.audit.refused(caller.name, deed, problem.kind)
            raise Refused(problem)
        return caller

    def _problem(self, caller: Caller, keeper: Gatekeeper) -> Problem | None:
        if not caller.known:
            return refusals.token_needed(self.scope)
        if not caller.may(self.scope):
            return refusals.scope_missing(self.scope, caller.scopes)
        if self.scope is not Scope.READ and not keeper.writes:
            return refusals.READ_ONLY
        return None


def require(scope: Scope | str) -> Demand:
    """Return the dependency by which a route demands a scope; its value is the caller.

    Parameters
    ----------
    scope : one of `Scope`, or its name.
    """
    return Demand(Scope(scope))


async def forged(request: Request, caller: Caller) -> Problem | None:
    """Return the refusal of what a browser may have sent with a session's cookie unasked."""
    if caller.csrf is None or request.method in SAFE:
        return None
    sent = request.headers.get(CSRF_HEADER) or await _field(request)
    same = hmac.compare_digest(sent.encode(), caller.csrf.encode())
    return None if same else refusals.CSRF_MISSING


async def _field(request: Request) -> str:
    if not request.headers.get("content-type", "").startswith(_FORMS):
        return ""
    limits: UploadLimits = request.app.state.uploads
    # The form is read once, here: what the route would tell of one text too many or too long
    # must get that far. How much there is in all is bounded before.
    form = await request.form(
        max_fields=_MOST_FIELDS,
        max_files=limits.files + 1,
        max_part_size=limits.file_bytes + _SLACK,
    )
    found = form.get(CSRF_FIELD)
    return found if isinstance(found, str) else ""
