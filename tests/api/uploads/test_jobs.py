"""Jobs: one at a time, stopped in time, never more than may wait."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from api.problems import Refused
from api.uploads.jobs import ENDED, Handle, Job, Jobs, JobState
from api.uploads.limits import UploadLimits
from graph.errors import InputError, Text

NOW = datetime(2026, 1, 15, tzinfo=UTC)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs(UploadLimits(waiting=2), lambda: NOW)
    yield made
    made.close(10)


class Gate:
    """Work that waits until it is let go on."""

    def __init__(self) -> None:
        self.begun, self.go = threading.Event(), threading.Event()

    def __call__(self, handle: Handle) -> dict[str, Any]:
        self.begun.set()
        assert self.go.wait(20)
        handle.begin_storing()
        return {"said": "done"}


def ended(jobs: Jobs, name: str) -> Job:
    wait = threading.Event()
    for _ in range(2000):
        job = jobs.get(name)
        assert job is not None
        if job.state in ENDED:
            return job
        wait.wait(0.01)
    raise AssertionError(job)


def test_a_job_is_done_and_keeps_its_result(jobs: Jobs) -> None:
    gate = Gate()
    job = jobs.start("lan", 3, gate)
    assert gate.begun.wait(20)
    running = jobs.get(job.name)
    assert running is not None
    assert running.state is JobState.RUNNING
    gate.go.set()
    done = ended(jobs, job.name)
    assert (done.state, done.result, done.done) == (JobState.DONE, {"said": "done"}, 3)
    assert jobs.cancel(job.name) == done


def test_a_job_that_waits_or_reads_can_be_stopped(jobs: Jobs) -> None:
    gate = Gate()
    first, second = jobs.start("lan", 1, gate), jobs.start("lan", 1, gate)
    assert gate.begun.wait(20)
    for job in (second, first):
        stopped = jobs.cancel(job.name)
        assert stopped is not None
        assert stopped.state is JobState.CANCELLED
    gate.go.set()
    assert ended(jobs, first.name).result is None  # stopped before it stored anything


def test_what_is_being_stored_is_not_stopped(jobs: Jobs) -> None:
    storing, go = threading.Event(), threading.Event()

    def work(handle: Handle) -> dict[str, Any]:
        handle.begin_storing()
        storing.set()
        assert go.wait(20)
        return {}

    job = jobs.start("lan", 1, work)
    assert storing.wait(20)
    told = jobs.cancel(job.name)
    assert told is not None
    assert told.storing
    go.set()
    assert ended(jobs, job.name).state is JobState.DONE


def test_no_more_jobs_than_may_wait(jobs: Jobs) -> None:
    gate = Gate()
    for _ in range(2):
        jobs.start("lan", 1, gate)
    with pytest.raises(Refused) as told:
        jobs.start("lan", 1, gate)
    assert told.value.problem.status == 429
    gate.go.set()


def test_a_job_that_fails_says_why_and_the_next_one_is_done(jobs: Jobs) -> None:
    def fails(handle: Handle) -> dict[str, Any]:
        raise InputError(Text("hỏng", "broken"), place="x")

    def breaks(handle: Handle) -> dict[str, Any]:
        raise KeyError("secret")

    told = ended(jobs, jobs.start("lan", 1, fails).name)
    assert told.problem is not None
    assert told.problem["message"] == {"vi": "hỏng", "en": "broken"}
    broken = ended(jobs, jobs.start("lan", 1, breaks).name)
    assert broken.state is JobState.FAILED
    assert "secret" not in str(broken.problem)
    assert ended(jobs, jobs.start("lan", 1, lambda handle: {}).name).state is JobState.DONE


def test_a_server_that_ends_takes_no_more(jobs: Jobs) -> None:
    gate = Gate()
    job = jobs.start("lan", 1, gate)
    assert gate.begun.wait(20)
    gate.go.set()
    jobs.close(20)
    assert ended(jobs, job.name)
    with pytest.raises(Refused):
        jobs.start("lan", 1, gate)
