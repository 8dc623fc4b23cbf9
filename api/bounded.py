"""A query answered in a process of its own, which can be ended: bounded in time and in memory.

The engine heeds neither signals nor clocks while it answers. So `answer` hands the query to a
fresh interpreter that runs this module: it gives up what a worker of the service gives up
(`graph.store.pool.confine`), opens the store for reading only, and writes the answer, rendered, to
its standard output.
"""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console

from api.render.results import answer_csv, answer_json, answer_lines, answer_turtle
from api.render.screen import Screen, show
from graph.errors import CascadeError, Text, as_data, of_data
from graph.queries.loader import PREFIXES, Column, Question
from graph.store.failures import store_failures
from graph.store.local import LocalStore
from graph.store.pool.confine import (
    bound_memory,
    deny_network,
    end_with_parent,
    frugal_environment,
    ran_out_of_memory,
)
from graph.store.pool.limits import broken, too_large, too_slow

SECONDS = 60
MEMORY = 4 << 30
_OPTION = "--limit-seconds"

_ANSWERED, _REFUSED, _NO_MEMORY = 0, 2, 3
_WRITTEN = {"json": answer_json, "csv": answer_csv, "ttl": answer_turtle}
_GRACE = 5


@dataclass(frozen=True, slots=True)
class Task:
    """A query, where and how it is answered, and what it may take.

    `form` is `table`, `json`, `csv` or `ttl`; `columns` are the headings of a table as name,
    Vietnamese and English; `width` is that of a terminal, None elsewhere; `memory` is in bytes.
    """

    place: str
    sparql: str
    form: str = "table"
    language: str = "vi"
    width: int | None = None
    columns: tuple[tuple[str, str, str], ...] = ()
    seconds: int = SECONDS
    memory: int = MEMORY


def answer(task: Task) -> str:
    """Return the rendered answer.

    Raises
    ------
    QueryError
        when the query cannot be parsed, or takes more time or memory than it may.
    StoreError
        when the store cannot be read.
    """
    # Without -P the working folder could put modules of its own before ours.
    command = [sys.executable, "-P", "-m", "api.bounded"]
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter; the task is data on its input)
            command,
            input=json.dumps(asdict(task)).encode(),
            capture_output=True,
            timeout=task.seconds,
            check=False,
            env=frugal_environment(),
        )
    except subprocess.TimeoutExpired as error:
        raise too_slow(task.seconds, _OPTION) from error
    if done.returncode == _ANSWERED:
        return done.stdout.decode()
    if done.returncode == _REFUSED:
        raise of_data(json.loads(done.stdout))
    if done.returncode == _NO_MEMORY or ran_out_of_memory(done.stderr):
        raise too_large(task.memory)
    raise broken(done.returncode)


def rendered(task: Task) -> str:
    """Return the answer of a query in this process, read to its end."""
    screen = Screen(task.language, task.width)
    with LocalStore(Path(task.place)).read() as reader, store_failures(Path(task.place)):
        found = reader.query(task.sparql, PREFIXES)
        if task.form in _WRITTEN:
            return _WRITTEN[task.form](found)
        columns = tuple(Column(name, Text(vi, en)) for name, vi, en in task.columns)
        question = Question("", Text("", ""), (), columns, task.sparql)
        out = io.StringIO()
        console = Console(
            file=out,
            force_terminal=task.width is not None,
            markup=False,
            highlight=False,
            emoji=False,
        )
        show(console, answer_lines(found, screen, question))
        return out.getvalue()


def main() -> int:
    """Answer the task on standard input; return 0, or 2 with the error on standard output."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    task = Task(**json.load(sys.stdin.buffer))
    _confine(task)
    try:
        said, code = rendered(task).encode(), _ANSWERED
    except CascadeError as error:
        said, code = json.dumps(as_data(error)).encode(), _REFUSED
    except MemoryError:
        return _NO_MEMORY
    sys.stdout.buffer.write(said)
    return code


def _confine(task: Task) -> None:
    """Give up what answering does not need, and live no longer than it may take."""
    end_with_parent()
    bound_memory(task.memory)
    deny_network()
    signal.alarm(task.seconds + _GRACE)


if __name__ == "__main__":
    sys.exit(main())
