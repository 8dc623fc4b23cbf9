"""Sending hostile requests, and what comes back of them."""

from __future__ import annotations

from http.client import IncompleteRead

from tests.conformance.service import Answer, Service
from tests.hostile.requests import CUT, Hostile


def asked(service: Service, hostile: Hostile, source: str | None = None) -> Answer:
    """Send a hostile request; an answer that is broken off has the status `CUT`."""
    path = f"{hostile.path}{'&' if '?' in hostile.path else '?'}lang=en"
    try:
        return service.ask(hostile.method, path, hostile.body, hostile.headers, source)
    except IncompleteRead as error:
        return Answer(CUT, {}, error.partial)
