"""One worker as the service sees it: started, asked, read from, ended."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from graph.errors import CascadeError
from graph.store.pool.confine import frugal_environment, ran_out_of_memory
from graph.store.pool.limits import Limits, broken, too_large
from graph.store.pool.messages import (
    BEGIN,
    BLOCK,
    END,
    ERROR,
    HEAD,
    READY,
    Begun,
    Task,
    begun_of,
    packed,
    told,
)

_GRACE = 5.0  # seconds after which a worker that nobody ended ends itself
_LAST_WORDS = 1 << 18  # bytes; what went wrong stands before its backtrace
_LATER = 10  # niceness more for a query that took long: short ones and the service go first
_LAST = 19  # the most there is
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Process:
    """A worker process with its end of the line; used by one task at a time.

    Parameters
    ----------
    place : folder of the store.
    limits : what the worker may take.
    """

    def __init__(self, place: Path, limits: Limits) -> None:
        self._limits = limits
        self._ended: CascadeError | None = None
        self._ready = False
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._last_words = tempfile.TemporaryFile()  # noqa: SIM115  (closed by `bury`)
        ours, theirs = socket.socketpair()
        self._link = ours
        # Without -P the working folder could put modules of its own before ours.
        command = [sys.executable, "-P", "-m", "graph.store.pool.worker"]
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
                [*command, str(theirs.fileno()), str(place), str(limits.memory)],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._last_words,
                env=frugal_environment(),
            )

    @property
    def pid(self) -> int:
        """Return the number of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Tell whether the process lives and nobody has ended it."""
        return self._ended is None and self._process.poll() is None

    async def ready(self) -> None:
        """Wait until the worker has started: its tasks take no time before that.

        Raises
        ------
        CascadeError
            when it did not start.
        """
        if not self._ready:
            reader, _ = await self._connected()
            kind, _ = await self._frame(reader)
            assert kind == READY
            self._ready = True

    async def ask(self, task: Task, payload: bytes = b"") -> Begun:
        """Give the worker a task; return how its answer begins.

        Raises
        ------
        CascadeError
            what the worker says against it, or why it was ended.
        """
        reader, writer = await self._connected()
        with contextlib.suppress(ConnectionError):  # reading tells better what became of it
            writer.write(packed(task, self._limits.seconds + _GRACE, payload))
            await writer.drain()
        kind, said = await self._frame(reader)
        assert kind == BEGIN
        return begun_of(said)

    async def frames(self) -> AsyncIterator[tuple[bytes, bytes]]:
        """Yield the rest of the answer to the last task, as kinds and blocks; whole when it ends.

        Raises
        ------
        CascadeError
            when it does not come to its end.
        """
        reader, _ = await self._connected()
        while (frame := await self._frame(reader))[0] != END:
            yield frame

    def yield_to_others(self) -> None:
        """Let others have the processor first from now on."""
        with contextlib.suppress(ProcessLookupError):
            later = os.getpriority(os.PRIO_PROCESS, self.pid) + _LATER
            os.setpriority(os.PRIO_PROCESS, self.pid, min(later, _LAST))

    def end(self, reason: CascadeError | None = None) -> None:
        """Kill the process; whoever reads from it gets the reason."""
        self._ended = self._ended or reason
        self._process.kill()

    def held(self) -> int:
        """Return the bytes of memory that the process holds now, 0 when it has ended."""
        try:
            pages = Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()[1]
        except (OSError, IndexError):
            return 0
        return int(pages) * _PAGE

    async def bury(self) -> None:
        """End the process and wait until the system has taken back what it held."""
        self.end()
        if self._streams:
            self._streams[1].close()
        else:
            self._link.close()
        await asyncio.to_thread(self._process.wait)
        self._last_words.close()

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._streams is None:
            self._streams = await asyncio.open_unix_connection(sock=self._link, limit=2 * BLOCK)
        return self._streams

    async def _frame(self, reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
        try:
            kind, length = HEAD.unpack(await reader.readexactly(HEAD.size))
            said = await reader.readexactly(length) if length else b""
        except (asyncio.IncompleteReadError, ConnectionError):
            raise await self._why() from None
        if kind == ERROR:
            raise told(said)
        return kind, said

    async def _why(self) -> CascadeError:
        """Return why the worker is gone."""
        code = await asyncio.to_thread(self._process.wait)
        if self._ended:
            return self._ended
        self._last_words.seek(0)
        if ran_out_of_memory(self._last_words.read(_LAST_WORDS)):
            return too_large(self._limits.memory)
        return broken(code)
