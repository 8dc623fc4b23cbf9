"""The reading process seen from outside: started, listened to, and ended when it must be."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from threading import Event
from typing import IO, Any

from api.uploads.child import NO_MEMORY
from api.uploads.limits import UploadLimits, too_heavy, too_slow
from api.uploads.sent import SentRdf, SentText, taught_as_data
from graph.errors import CascadeError, InputError, Text
from graph.model import Taught
from graph.read.article import Hints

_LOOK = 0.2  # seconds between looks at the clock and at whether somebody wants it to stop
_BLOCK = 1 << 16


class Cancelled(Exception):
    """Somebody wanted the reading to stop."""


def read_texts(
    texts: Sequence[SentText],
    limits: UploadLimits,
    stop: Event,
    taught: Sequence[Taught] = (),
) -> Iterator[dict[str, Any]]:
    """Yield what is read in each text, as soon as it is.

    Parameters
    ----------
    texts : what was sent.
    limits : what reading may take.
    stop : set to end it before its time.
    taught : what reviewers taught the store that the texts are for.

    Raises
    ------
    InputError : it took more than it may.
    Cancelled : it was stopped.
    """
    told = [text.as_data() for text in texts]
    further = {"taught": [taught_as_data(one) for one in taught]}
    return _lines(_task("texts", told, limits) | further, limits, stop)


def read_rdf(sent: SentRdf, limits: UploadLimits, stop: Event) -> dict[str, Any]:
    """Return the statements of RDF as N-Quads with what the shapes find; raises likewise."""
    content = SentText(sent.name, sent.content, Hints()).as_data()
    further = {"name": sent.name, "media_type": sent.media_type, "quads": limits.quads}
    return next(_lines(_task("rdf", [content], limits) | further, limits, stop))


def _task(kind: str, texts: list[dict[str, Any]], limits: UploadLimits) -> dict[str, Any]:
    return {"kind": kind, "texts": texts, "seconds": limits.seconds, "memory": limits.memory}


def _lines(task: dict[str, Any], limits: UploadLimits, stop: Event) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryFile() as given:
        given.write(json.dumps(task).encode())
        given.seek(0)
        # Without -P the working folder could put modules of its own before ours.
        with subprocess.Popen(
            [sys.executable, "-P", "-m", "api.uploads.child"],
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl+C ends the server first, which then ends this
        ) as process:
            try:
                assert process.stdout is not None
                for line in _heard(process.stdout, limits, stop):
                    yield json.loads(line)
                _check(process.wait(timeout=_LOOK * 50), limits)
            finally:
                process.kill()


def _heard(stream: IO[bytes], limits: UploadLimits, stop: Event) -> Iterator[bytes]:
    """Yield whole lines until the end, within the time and size they may take."""
    until, left, pending = time.monotonic() + limits.seconds, limits.output, b""
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        while True:
            ready = selector.select(timeout=_LOOK)
            if stop.is_set():
                raise Cancelled
            if time.monotonic() > until:
                raise too_slow(limits)
            if not ready:
                continue
            block = os.read(stream.fileno(), _BLOCK)
            if not block:
                return
            left -= len(block)
            if left < 0:
                raise too_heavy(limits)
            *whole, pending = (pending + block).split(b"\n")
            yield from whole


def _check(code: int, limits: UploadLimits) -> None:
    if code == NO_MEMORY:
        raise too_heavy(limits)
    if code:
        raise _broke(code)


def _broke(code: int) -> CascadeError:
    return InputError(
        Text(
            f"tiến trình đọc dừng đột ngột (mã {code})",
            f"the process that reads broke down (code {code})",
        ),
        remedy=Text(
            "gửi từng bài một để biết bài nào gây ra", "send the texts one by one to find which"
        ),
    )
