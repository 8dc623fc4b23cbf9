"""A process that writes to a store, for tests that kill it, starve it or shut it out.

Run as `python -m tests.graph.store.writer_process KIND STORE [--room BYTES] [--user ID]`.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import Quad

from graph.errors import CascadeError
from graph.store.local import LocalStore
from graph.store.protocol import Change
from tests.graph.store.samples import claim, fact, sample

GENERATIONS = 5
SIZE = 1500


def content(kind: str, generation: int) -> list[Quad]:
    """Return what generation `generation` of a store holds that a process of this kind writes."""
    if kind == "replace":
        return [fact(n, f"Bản {generation}") for n in range(SIZE)] + sample(100)
    kept = [quad for quad in sample(SIZE) if quad not in {fact(n) for n in range(generation - 1)}]
    return kept + [claim(n, f"thêm-{g}") for g in range(2, generation + 1) for n in range(200)]


def change(generation: int) -> Change:
    """Return the change that leads to a generation of the kind `apply`."""
    added = tuple(claim(n, f"thêm-{generation}") for n in range(200))
    return Change(removed=(fact(generation - 2),), added=added)


def _replace(store: LocalStore) -> None:
    for generation in range(2, GENERATIONS + 1):
        store.replace(content("replace", generation))


def _apply(store: LocalStore) -> None:
    for generation in range(2, GENERATIONS + 1):
        store.apply(change(generation))


def _kept(store: LocalStore) -> None:
    _apply(LocalStore(store.path, keep=True))


def _session(store: LocalStore) -> None:
    with store.writing() as writer:
        for generation in range(2, GENERATIONS + 1):
            writer.apply(change(generation))


def _hold(store: LocalStore) -> None:
    with store.writing():
        print("held", flush=True)
        sys.stdin.read()


def _read(store: LocalStore) -> None:
    with store.read() as reader:
        print(reader.generation, sum(1 for _ in reader.quads()))


KINDS: dict[str, Callable[[LocalStore], None]] = {
    "replace": _replace,
    "apply": _apply,
    "kept": _kept,
    "session": _session,
    "hold": _hold,
    "read": _read,
}


def _constrain(room: int | None, user: int | None) -> None:
    if room is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    if user is not None:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("store", type=Path)
    parser.add_argument("--room", type=int)
    parser.add_argument("--user", type=int)
    given = parser.parse_args()
    _constrain(given.room, given.user)
    print("ready", flush=True)
    try:
        KINDS[given.kind](LocalStore(given.store))
    except CascadeError as error:
        print(f"{type(error).__name__}|{error.told('vi')}|{error.told('en')}")
        return 4
    return 0


if __name__ == "__main__":
    sys.exit(main())
