"""What the tests over HTTP share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conformance.service import Service, serving


@pytest.fixture(scope="package")
def plain() -> Iterator[Service]:
    """Return a service on an empty store that anybody may write to."""
    with serving("--plain") as service:
        yield service
