"""Days of Việt Nam."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from graph.days import end_of, start_of, today

_DAY = date(2025, 7, 1)


@pytest.fixture(params=["Pacific/Kiritimati", "UTC", "Pacific/Pago_Pago"])
def elsewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(os.environ, "TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_day_begins_and_ends_in_viet_nam() -> None:
    assert start_of(_DAY) == datetime(2025, 6, 30, 17, tzinfo=UTC)
    assert end_of(_DAY) - start_of(_DAY) == timedelta(days=1, microseconds=-1)


@pytest.mark.usefixtures("elsewhere")
def test_today_is_the_day_of_now_wherever_the_machine_stands() -> None:
    before = datetime.now(UTC)
    day = today()
    after = datetime.now(UTC)
    assert start_of(day) <= after
    assert before <= end_of(day)
