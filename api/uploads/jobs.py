"""Work in the background: one job at a time, each with its progress, its end, and a way to stop it.

Jobs live in the server and end with it; what a finished job stored is in the store.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from api.access.secrets import new_secret
from api.problems import Refused
from api.uploads.limits import UploadLimits, busy
from api.uploads.process import Cancelled
from graph.errors import CascadeError, Text, as_data

_KEPT = 200  # finished jobs that can still be asked for
_NAME = 24  # characters of a job's name: beyond guessing


class JobState(StrEnum):
    """Where a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


#: States from which a job goes nowhere else.
ENDED = frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED})


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it stands at one moment.

    `done` of `total` things are read; `storing` = it is being written and cannot be stopped any
    more. `result` is there when it is done, `problem` when it failed (as `graph.errors.as_data`).
    """

    name: str
    owner: str
    state: JobState
    started: datetime
    total: int
    done: int = 0
    storing: bool = False
    ended: datetime | None = None
    result: dict[str, Any] | None = None
    problem: dict[str, object] | None = None


class Handle:
    """What the work of a job is given: how to tell its progress, and whether to stop."""

    def __init__(self, jobs: Jobs, name: str) -> None:
        self._jobs = jobs
        self._name = name
        self.stop = threading.Event()

    def progress(self, done: int) -> None:
        """Tell how much is read."""
        self._jobs.change(self._name, done=done)

    def begin_storing(self) -> None:
        """Tell that from here on it cannot be stopped; raise Cancelled when it was already."""
        if not self._jobs.seal(self._name):
            raise Cancelled


class Jobs:
    """The jobs of one server.

    Parameters
    ----------
    limits : how many may wait.
    clock : tells the time.
    """

    def __init__(self, limits: UploadLimits, clock: Callable[[], datetime]) -> None:
        self._limits = limits
        self._clock = clock
        self._lock = threading.Condition()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._handles: dict[str, Handle] = {}
        self._queue: deque[tuple[str, Callable[[Handle], dict[str, Any]]]] = deque()
        self._closed = False
        self._worker: threading.Thread | None = None

    def start(self, owner: str, total: int, work: Callable[[Handle], dict[str, Any]]) -> Job:
        """Queue a job; raise Refused when too many wait, or the server is ending."""
        with self._lock:
            open_jobs = sum(job.state not in ENDED for job in self._jobs.values())
            if self._closed or open_jobs >= self._limits.waiting:
                raise Refused(busy(self._limits), {"retry-after": "30"})
            job = Job(new_secret()[:_NAME], owner, JobState.WAITING, self._clock(), total)
            self._jobs[job.name] = job
            self._handles[job.name] = Handle(self, job.name)
            self._queue.append((job.name, work))
            self._drop_oldest()
            if self._worker is None:
                self._worker = threading.Thread(target=self._run, name="jobs", daemon=True)
                self._worker.start()
            self._lock.notify_all()
        return job

    def get(self, name: str) -> Job | None:
        """Return a job, None when there is none of that name (any more)."""
        with self._lock:
            return self._jobs.get(name)

    def cancel(self, name: str) -> Job | None:
        """Stop a job that is not stored yet; return it as it stands then."""
        with self._lock:
            job = self._jobs.get(name)
            if job is None or job.state in ENDED or job.storing:
                return job
            self._handles[name].stop.set()
            return self._end(name, JobState.CANCELLED)

    def change(self, name: str, **changed: Any) -> None:
        """Note something new of a job that has not ended."""
        with self._lock:
            job = self._jobs[name]
            if job.state not in ENDED:
                self._jobs[name] = replace(job, **changed)

    def seal(self, name: str) -> bool:
        """Note that a job is being stored; False when it was stopped before."""
        with self._lock:
            job = self._jobs[name]
            if job.state in ENDED:
                return False
            self._jobs[name] = replace(job, storing=True)
            return True

    def counts(self) -> dict[str, float]:
        """Return how many jobs are in each state."""
        with self._lock:
            states = [job.state for job in self._jobs.values()]
        return {f'jobs{{state="{state}"}}': float(states.count(state)) for state in JobState}

    def close(self, seconds: float) -> None:
        """Take no more, stop what waits or reads, and let what is being stored end in its time."""
        with self._lock:
            self._closed = True
            names = [name for name, job in self._jobs.items() if job.state not in ENDED]
            self._lock.notify_all()
        for name in names:
            self.cancel(name)
        if self._worker is not None:
            self._worker.join(seconds)

    def _run(self) -> None:
        while True:
            with self._lock:
                while not self._queue and not self._closed:
                    self._lock.wait()
                if not self._queue:
                    return
                name, work = self._queue.popleft()
                if self._jobs[name].state in ENDED:
                    continue
                self._jobs[name] = replace(self._jobs[name], state=JobState.RUNNING)
                handle = self._handles[name]
            self._do(name, work, handle)

    def _do(self, name: str, work: Callable[[Handle], dict[str, Any]], handle: Handle) -> None:
        try:
            result = work(handle)
        except Cancelled:
            self._end(name, JobState.CANCELLED)
        except CascadeError as error:
            self._end(name, JobState.FAILED, problem=as_data(error))
        except Exception:  # the job has failed; the worker goes on with the next one
            self._end(name, JobState.FAILED, problem=as_data(CascadeError(_BROKE)))
        else:
            self._end(name, JobState.DONE, result=result, done=self._jobs[name].total)

    def _end(self, name: str, state: JobState, **said: Any) -> Job:
        with self._lock:
            job = self._jobs[name]
            if job.state not in ENDED:
                job = replace(job, state=state, storing=False, ended=self._clock(), **said)
                self._jobs[name] = job
            return job

    def _drop_oldest(self) -> None:
        ended = [name for name, job in self._jobs.items() if job.state in ENDED]
        for name in ended[: max(len(ended) - _KEPT, 0)]:
            del self._jobs[name], self._handles[name]


_BROKE = Text("phần mềm gặp lỗi không lường trước", "the software met an unforeseen error")
