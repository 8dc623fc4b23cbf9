"""A query answered in a process of its own, which can be ended: bounded in time and in memory.

The engine heeds neither signals nor clocks while it answers. So `answer` hands the query to a
fresh interpreter that runs this module: it opens the store for reading only, bounds its own
memory, and writes the answer, rendered, to its standard output.
"""

from __future__ import annotations

import io
import json
import resource
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console

from api.render.results import answer_csv, answer_json, answer_lines, answer_turtle
from api.render.screen import Screen, show
from graph import errors
from graph.errors import CascadeError, QueryError, Text
from graph.queries.loader import PREFIXES, Column, Question
from graph.store.failures import store_failures
from graph.store.local import LocalStore

SECONDS = 60
MEMORY = 4 << 30

_ANSWERED, _REFUSED, _NO_MEMORY = 0, 2, 3
_WRITTEN = {"json": answer_json, "csv": answer_csv, "ttl": answer_turtle}
# What the engine says before it aborts for want of memory, the last where a thread finds none.
_SAID_OF_MEMORY = (
    *(b"memory allocation", b"bad_alloc", b"Cannot allocate memory", b"MemoryError"),
    b"Resource temporarily unavailable",
)
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
        )
    except subprocess.TimeoutExpired as error:
        raise _too_slow(task.seconds) from error
    if done.returncode == _ANSWERED:
        return done.stdout.decode()
    if done.returncode == _REFUSED:
        raise told(done.stdout)
    if done.returncode == _NO_MEMORY or any(said in done.stderr for said in _SAID_OF_MEMORY):
        raise _too_large(task.memory)
    raise _broken(done.returncode)


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
    _bound(task)
    try:
        said, code = rendered(task).encode(), _ANSWERED
    except CascadeError as error:
        said, code = json.dumps(as_data(error)).encode(), _REFUSED
    except MemoryError:
        return _NO_MEMORY
    sys.stdout.buffer.write(said)
    return code


def _bound(task: Task) -> None:
    """Bound the memory of this process, and its life should nobody wait for it any more."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    least = task.memory if hard == resource.RLIM_INFINITY else min(task.memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (least, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(task.seconds + _GRACE)


def as_data(error: CascadeError) -> dict[str, object]:
    """Return an error as data that another process can tell (`told`)."""
    remedy = asdict(error.remedy) if error.remedy else None
    return {
        "kind": type(error).__name__,
        "message": asdict(error.message),
        "place": error.place,
        "remedy": remedy,
    }


def told(said: bytes | str) -> CascadeError:
    """Return the error that another process told, the inverse of `as_data`."""
    data = json.loads(said)
    kind = getattr(errors, data["kind"])
    remedy = Text(**data["remedy"]) if data["remedy"] else None
    error: CascadeError = kind(Text(**data["message"]), place=data["place"], remedy=remedy)
    return error


def _too_slow(seconds: int) -> QueryError:
    return QueryError(
        Text(
            f"truy vấn chưa xong sau {seconds} giây, thời gian tối đa cho phép",
            f"the query was not done after {seconds} seconds, the most time it may take",
        ),
        place=f"--limit-seconds {seconds}",
        remedy=Text(
            "thêm điều kiện hoặc LIMIT cho truy vấn, hoặc tăng --limit-seconds",
            "narrow the query by conditions or LIMIT, or raise --limit-seconds",
        ),
    )


def _too_large(memory: int) -> QueryError:
    most = f"{memory / (1 << 30):.3g} GiB"
    return QueryError(
        Text(
            f"truy vấn cần nhiều bộ nhớ hơn mức tối đa cho phép là {most}",
            f"the query needs more memory than the {most} it may take",
        ),
        remedy=Text(
            "thêm điều kiện, nối các mẫu với nhau hoặc thêm LIMIT",
            "add conditions, join its patterns, or set a LIMIT",
        ),
    )


def _broken(code: int) -> QueryError:
    return QueryError(
        Text(
            f"bộ máy truy vấn dừng đột ngột ở truy vấn này (mã {code})",
            f"the engine broke down on this query (code {code})",
        ),
        remedy=Text("chia thành truy vấn nhỏ hơn, phẳng hơn", "split it, or write it flatter"),
    )


if __name__ == "__main__":
    sys.exit(main())
