"""Texts read in several processes: in the order of the files, each alone, none held for long.

Reading a text is pure, so who reads it makes no difference. Only what is known of shared numbers is
passed on to the readers, to spare the one who stores the telling again; it is checked there.
A process that dies takes one text with it, which is told; another one takes its place.
"""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from graph.errors import CascadeError, Text
from graph.extract.pipeline import extract
from graph.garbage import few_collections
from graph.ingest import source_of
from graph.knowledge import knowledge_of
from graph.model import Taught
from graph.read.article import Hints, Piece, read_article
from graph.read.register import default_register, read_register
from graph.resolve.documents import Given
from graph.resolve.link import Linker
from graph.shared_numbers import GivenBy
from graph.testimony import Testimony, testify, written_out

#: What a file gives: what its text says, or why it could not be read.
Read = Testimony | CascadeError

_AHEAD, _HELD = 4096, 256 << 20  # texts, and bytes of them, read before the first is taken
_QUEUED = 16  # files that one process has before it
_NEWS = 256  # what it hears at once of numbers: no more than a pipe holds
_HEARD = 20_000  # numbers of which a reader remembers what is known
_PIPE = 1 << 20  # bytes: a text with what it says fits in
_GRACE = 5  # seconds that an idle process has to end by itself
_NICER = 5  # than the process that stores: all wait for it, and for one of the readers nobody
# A fresh interpreter: a copy of this one would inherit its threads' locks, and its open store.
_SPAWN = multiprocessing.get_context("spawn")


class Reader:
    """Reads one file after the other, with what the register that ships with Cascade knows.

    Parameters
    ----------
    hints : what is known of the texts from outside.
    taught : what reviewers taught the store that the texts go to.
    """

    def __init__(self, hints: Hints, taught: tuple[Taught, ...] = ()) -> None:
        register, _ = read_register(default_register())
        self.linker = Linker(register, taught)
        self._hints = hints
        self._knowledge = knowledge_of(register, taught)
        self._heard: dict[str, frozenset[Given]] = {}

    def hear(self, given: GivenBy) -> None:
        """Remember what is known of some numbers."""
        if len(self._heard) > _HEARD:
            self._heard.clear()
        self._heard.update(given)

    def read(self, file: Path | Piece) -> Read:
        """Return what a text says, or why it cannot be read."""
        try:
            article = read_article(file, self._hints)
        except CascadeError as error:
            return error
        told = extract(article, self._knowledge)
        return testify(source_of(article), told, self.linker, self._heard)


@dataclass(frozen=True, slots=True)
class Reading:
    """Texts while they are read: what each file gives, in order, and who hears of numbers.

    `hear` is told what is known of numbers that texts were found to cite loosely.
    """

    results: Iterator[Read]
    hear: Callable[[GivenBy], None]
    linker: Linker


@contextmanager
def reading(
    files: Sequence[Path | Piece],
    hints: Hints,
    now: datetime,
    workers: int,
    taught: tuple[Taught, ...] = (),
) -> Iterator[Reading]:
    """Read files: one worker is this process, several are others, all ended when this is left.

    Parameters
    ----------
    files : the files, or texts of them.
    hints : what is known of them from outside.
    now : time that new claims are recorded with.
    workers : how many processes read.
    taught : what reviewers taught the store that the texts go to, alike for all processes.
    """
    if workers == 1:
        reader = Reader(hints, taught)
        yield Reading(map(reader.read, files), reader.hear, reader.linker)
        return
    crew = _Crew(files, hints, now, taught)
    threads = [threading.Thread(target=crew.drive, daemon=True) for _ in range(workers)]
    for thread in threads:
        thread.start()
    try:
        linker = Linker(read_register(default_register())[0], taught)
        yield Reading(crew.results(), crew.hear, linker)
    finally:
        crew.stop()
        for thread in threads:
            thread.join()


@dataclass
class _Crew:
    """What the threads share: each drives one process, and gives it file after file."""

    files: Sequence[Path | Piece]
    hints: Hints
    now: datetime
    taught: tuple[Taught, ...] = ()
    changed: threading.Condition = field(default_factory=threading.Condition)
    next_file: int = 0
    taken: int = 0
    done: dict[int, bytes | Read] = field(default_factory=dict)
    held: int = 0  # bytes of what is done
    heard: list[GivenBy] = field(default_factory=list)
    processes: set[BaseProcess] = field(default_factory=set)
    failure: BaseException | None = None
    stopped: bool = False

    def results(self) -> Iterator[Read]:
        """Yield what the files give, in their order."""
        for index in range(len(self.files)):
            with self.changed:
                while index not in self.done:
                    if self.failure is not None:
                        raise self.failure
                    self.changed.wait()
                told = self.done.pop(index)
                self.held -= _size(told)
                self.taken = index + 1
                self.changed.notify_all()
            yield _unpacked(told) if isinstance(told, bytes) else told

    def hear(self, given: GivenBy) -> None:
        """Pass on to all readers what is known of some numbers."""
        self.heard.append(given)

    def stop(self) -> None:
        """End all processes, whatever they do."""
        with self.changed:
            self.stopped = True
            for process in self.processes:
                process.kill()
            self.changed.notify_all()

    def drive(self) -> None:
        """Give a process of one's own file after file, until there are no more."""
        waiting: deque[int] = deque()  # files that it was given and has not answered, in order
        try:
            while self._drive_one(waiting):
                pass
        except BaseException as error:
            with self.changed:
                self.failure = error
                self.changed.notify_all()

    def _drive_one(self, waiting: deque[int]) -> bool:
        """Drive one process; return whether it died over a text and another one shall go on."""
        with _process(self) as (process, tasks, results):
            try:
                self._feed(tasks, results, waiting)
            except (EOFError, OSError):
                if self.stopped:
                    return False
                process.join(_GRACE)
                index = waiting.popleft()
                self._put(index, _died(self.files[index], process.exitcode))
                return True
        return False

    def _feed(self, tasks: Connection, results: Connection, waiting: deque[int]) -> None:
        """Keep a process busy: it has the next files before it has answered the first."""
        told = 0
        for left in waiting:  # what one that died left undone
            tasks.send((self.files[left], []))
        while True:
            while len(waiting) < _QUEUED and (index := self._next(wait=not waiting)) is not None:
                waiting.append(index)
                news, told = self.heard[told:][-_NEWS:], len(self.heard)
                tasks.send((self.files[index], news))
            if not waiting:
                return
            answer = results.recv_bytes()
            self._put(waiting.popleft(), answer)

    def _next(self, *, wait: bool) -> int | None:
        """Return the next file; None when there is none, or none now and nobody is to wait."""
        with self.changed:
            while not self.stopped and self.next_file < len(self.files):
                if self.next_file < self.taken + _AHEAD and self.held < _HELD:
                    self.next_file += 1
                    return self.next_file - 1
                if not wait:
                    return None
                self.changed.wait()
        return None

    def _put(self, index: int, answer: bytes | Read) -> None:
        with self.changed:
            self.done[index] = answer
            self.held += _size(answer)
            self.changed.notify_all()


@contextmanager
def _process(crew: _Crew) -> Iterator[tuple[BaseProcess, Connection, Connection]]:
    """Run a process that reads files; it has ended when this is left."""
    theirs, tasks = _SPAWN.Pipe(duplex=False)
    results, answers = _SPAWN.Pipe(duplex=False)
    for pipe in (tasks, answers):
        with suppress(OSError):  # a system may allow less: then one waits for the other more often
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE)
    process = _SPAWN.Process(
        target=_work, args=(theirs, answers, crew.hints, crew.now, crew.taught), daemon=True
    )
    with crew.changed:
        if not crew.stopped:
            process.start()
            crew.processes.add(process)
    theirs.close()
    answers.close()
    try:
        yield process, tasks, results
    finally:
        tasks.close()
        results.close()
        if process.pid is not None:
            process.join(_GRACE)
            process.kill()
            process.join()
        with crew.changed:
            crew.processes.discard(process)


def _work(
    tasks: Connection,
    answers: Connection,
    hints: Hints,
    now: datetime,
    taught: tuple[Taught, ...],
) -> None:
    """Read files until nobody has another one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who waits for us ends us
    os.nice(_NICER)
    reader = Reader(hints, taught)
    with few_collections(), suppress(EOFError, BrokenPipeError):
        while True:
            file, news = tasks.recv()
            for given in news:
                reader.hear(given)
            told = reader.read(file)
            answer = told if isinstance(told, CascadeError) else written_out(told, now)
            answers.send_bytes(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))


def _size(told: bytes | Read) -> int:
    return len(told) if isinstance(told, bytes) else 0


def _unpacked(told: bytes) -> Read:
    read: Read = pickle.loads(told)  # noqa: S301  (our own process wrote it)
    return read


def _died(file: Path | Piece, code: int | None) -> CascadeError:
    return CascadeError(
        Text(
            f"tiến trình đọc tệp này dừng đột ngột (mã {code})",
            f"the process that read this file died (code {code})",
        ),
        place=str(file),
        remedy=Text(
            "xem tệp có gì lạ hay máy thiếu bộ nhớ; nạp lại riêng tệp này với --workers 1",
            "see what is odd about the file, or whether memory is short; bring it alone with "
            "--workers 1",
        ),
    )
