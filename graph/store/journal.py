"""What every generation touched, so that what is derived from the store can follow it.

    <store>/
      journal/<n>     which statements generation n changed against the one before: their subjects
      derived/        what is made from a generation and can be made again, by whoever needs it
                      (a writer's notes among it: `notebook`)

An entry is written before its generation is published. The entries are a chain: each names the one
it follows by a mark that no other generation bears, so a store that was restored, rebuilt or mended
is never taken for its own past. Nothing depends on them: where one is missing, what is derived is
made anew. They are no part of a backup or an export.
"""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from pyoxigraph import DefaultGraph, NamedNode, Quad

from graph.store.graphs import DATA, GRAPH_PREFIX
from graph.store.protocol import Change

JOURNAL, DERIVED = "journal", "derived"
_SUBJECT = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")
_MOST = 64_000_000  # bytes of entries that are kept


@dataclass(frozen=True, slots=True)
class Entry:
    """What one generation changed.

    Parameters
    ----------
    mark : what tells this generation from all others.
    since : mark of the generation it follows; None when it replaced everything.
    touched : addresses of what its statements, and the statements made about them, speak of.
    """

    mark: str
    since: str | None
    touched: frozenset[str]


@dataclass(frozen=True, slots=True)
class Derived:
    """Where things derived from a generation are kept, and how they follow it.

    Parameters
    ----------
    store : folder of the store.
    generation : the generation.
    mark : what tells it from all others.
    """

    store: Path
    generation: int
    mark: str

    @property
    def folder(self) -> Path:
        """Return the folder for what is derived; it may not exist yet."""
        return self.store / DERIVED

    def touched_since(self, mark: str) -> frozenset[str] | None:
        """Return what was touched after an earlier generation, None when that is not known."""
        found: set[str] = set()
        wanted, generation = self.mark, self.generation
        while wanted != mark:
            entry = read_entry(self.store, generation)
            if entry is None or entry.mark != wanted or entry.since is None:
                return None
            found |= entry.touched
            wanted, generation = entry.since, generation - 1
        return frozenset(found)


@runtime_checkable
class Derivable(Protocol):
    """A reader that knows where things derived from its generation are kept."""

    @property
    def derived(self) -> Derived | None:
        """Return that place and what was touched since; None when nothing is known of it."""
        ...


@runtime_checkable
class Remembering(Protocol):
    """A store that knows how its newest generation came to be."""

    def past(self) -> Derived:
        """Return that; its mark is empty where nothing is known of it."""
        ...


def derived(store: Path, generation: int) -> Derived | None:
    """Return what is known of a generation's past; None when nothing is."""
    entry = read_entry(store, generation)
    return None if entry is None else Derived(store, generation, entry.mark)


def read_entry(store: Path, generation: int) -> Entry | None:
    """Return the entry of a generation; None when there is none that can be read."""
    try:
        head, *touched = _file(store, generation).read_text("utf-8").split("\n")
        told = json.loads(head)
        if int(told["addresses"]) != len(touched):
            return None
        return Entry(str(told["mark"]), told["since"], frozenset(touched))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_entry(store: Path, generation: int, change: Change | None) -> None:
    """Write what a generation is about to change against the one before it.

    Parameters
    ----------
    store : its folder.
    generation : the number that the generation will have.
    change : what it changes; None when it replaces everything.
    """
    before = read_entry(store, generation - 1) if change is not None else None
    touched = sorted(set(_touched(change))) if change is not None else []
    head = json.dumps(
        {
            "mark": secrets.token_hex(12),
            "since": before.mark if before else None,
            "addresses": len(touched),
        }
    )
    (store / JOURNAL).mkdir(exist_ok=True)
    _file(store, generation).write_text("\n".join((head, *touched)), "utf-8")


def _touched(change: Change) -> Iterator[str]:
    """Yield what a change speaks of: subjects among facts and claims, and what claims are about.

    Of a graph that is new only itself and what its claims are about: nobody knew its claims before.
    """
    for quad in (*change.removed, *change.added):
        if _counts(quad) and isinstance(quad.subject, NamedNode):
            yield quad.subject.value
            if quad.predicate == _SUBJECT and isinstance(quad.object, NamedNode):
                yield quad.object.value
    for written in change.written:
        yield written.graph
        yield from written.about


def _counts(quad: Quad) -> bool:
    """Tell whether a quad is a fact or stands in the graph of a source: entailments follow."""
    graph = quad.graph_name
    if isinstance(graph, DefaultGraph):
        return True
    return graph.value.startswith(DATA) and not graph.value.startswith(GRAPH_PREFIX)


def tidy_journal(store: Path, generation: int, *, afresh: bool) -> None:
    """Remove the oldest entries when they are many, and what is derived from nothing any more.

    Parameters
    ----------
    store : its folder; only the holder of its lock may call this.
    generation : the current one.
    afresh : whether it replaced everything.
    """
    if afresh:
        shutil.rmtree(store / DERIVED, ignore_errors=True)
    files = [file for file in (store / JOURNAL).iterdir() if file.name.isdecimal()]
    room = _MOST
    for file in sorted(files, key=lambda file: int(file.name), reverse=True):
        room -= file.stat().st_size
        if room < 0 or (afresh and int(file.name) < generation):
            file.unlink(missing_ok=True)


def _file(store: Path, generation: int) -> Path:
    return store / JOURNAL / str(generation)
