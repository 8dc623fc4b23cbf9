"""What a writer notes beside the store for the next one: what claims come to, what is known.

The notes are true of one generation. Where others changed the store since, what may be different
is struck out: the journal tells what their changes touched, and the decisions of reviewers, of
which it does not tell, are noted as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from graph.ledger import ACCOUNT, Ledger
from graph.model import Decision
from graph.resolve.identity import is_claim
from graph.review import Decisions, decisions_in
from graph.shared_numbers import NUMBER, MadeKnown
from graph.sources import stored_claim
from graph.store.failures import store_failures
from graph.store.graphs import SOURCE_PREFIX
from graph.store.journal import Derived, Remembering
from graph.store.notebook import Notebook, throw_away
from graph.store.protocol import Reader, Store

_DECISIONS = ("decisions", "all")
_ROW = "/row/"
_MANY = 20_000  # addresses from which it is quicker to begin anew

#: Claim -> what tells the decision on it from others, and the subject that it corrects to.
_Told = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Lessons:
    """What a writer learnt of the store: what claims come to, and what is known of numbers.

    `notes` is where it is noted for others; None where nothing can be noted.
    """

    ledger: Ledger
    made_known: MadeKnown
    notes: Notebook | None = None

    def note(self, store: Store) -> None:
        """Note it for the next writer; it is true of the newest generation of the store."""
        if self.notes is not None and isinstance(store, Remembering):
            with store.base() as reader:
                write_notes(self.notes, store.past(), reader, self.ledger, self.made_known)


def lessons_of(store: Store) -> Lessons:
    """Return what the writers before this one, who holds the lock, learnt of the store."""
    if not isinstance(store, Remembering):
        return Lessons(Ledger(), MadeKnown())
    with store.read() as reader:
        notes = open_notes(reader, store.past())
    return Lessons(Ledger(notes=notes), MadeKnown(notes), notes)


def erase_notes(store: Store) -> None:
    """Remove all that was noted and learnt, for something in it shall be forgotten.

    Only the holder of the lock may call this, before the change: then nothing is left behind
    wherever it is interrupted.

    Raises
    ------
    StoreReadOnly : it cannot be removed.
    """
    store.learnt.clear()
    if isinstance(store, Remembering):
        past = store.past()
        with store_failures(past.store):
            throw_away(past.folder)


def open_notes(reader: Reader, past: Derived) -> Notebook:
    """Return what was noted, as far as it is true of the newest generation.

    Parameters
    ----------
    reader : that generation.
    past : how it came to be.
    """
    notes = Notebook(past.folder)
    touched = past.touched_since(notes.mark) if notes.mark else None
    struck = touched is not None and len(touched) <= _MANY and _strike(notes, reader, touched)
    if not struck:
        notes.strike(ACCOUNT)
        notes.strike(NUMBER)
    return notes


def write_notes(
    notes: Notebook, past: Derived, reader: Reader, ledger: Ledger, made_known: MadeKnown
) -> None:
    """Note what changed since it was noted last, and what it is true of.

    Parameters
    ----------
    notes : where.
    past : of the generation that it is true of.
    reader : that generation, or one with the same decisions.
    ledger, made_known : what is known of the store now.
    """
    pages = {**ledger.to_note(), **made_known.to_note()}
    pages[_DECISIONS] = json.dumps(_told(ledger.decisions(reader)))
    notes.write(past.mark, pages)
    if notes.given_up:
        ledger.trim()
        made_known.trim()


def _strike(notes: Notebook, reader: Reader, touched: frozenset[str]) -> bool:
    """Strike out what may not be true any more; tell whether it is known what that is."""
    sources = {one.removeprefix(SOURCE_PREFIX) for one in touched if one.startswith(SOURCE_PREFIX)}
    if any(_ROW in one for one in sources):
        return False  # how well a row is founded tells how all that it carries counts
    before = notes.told(*_DECISIONS, _again)
    if before is None:
        return False
    after = _told(decisions_in(reader))
    changed = {*touched, *_decided_anew(before, after)}
    claims = (_subject_of(reader, one) for one in changed if is_claim(one))
    # What a claim is corrected to is told by nothing that comes or goes with the claim.
    corrected = {subject for _, subject in (*before.values(), *after.values())}
    notes.strike(ACCOUNT, {*changed, *corrected, *filter(None, claims)})
    if not all("/" in one for one in sources):
        notes.strike(NUMBER)
    return True


def _decided_anew(before: _Told, after: _Told) -> Iterator[str]:
    """Yield the claims on which something else is decided now."""
    for claim in before.keys() | after.keys():
        if before.get(claim) != after.get(claim):
            yield claim


def _told(decisions: Decisions) -> _Told:
    return {claim: _of_one(decision) for claim, decision in decisions.by_claim.items()}


def _again(told: Any) -> _Told:
    return {claim: (str(what), str(subject)) for claim, (what, subject) in told.items()}


def _of_one(decision: Decision) -> tuple[str, str]:
    subject = decision.correction.subject if decision.correction else ""
    return sha256(repr(decision).encode()).hexdigest()[:16], subject


def _subject_of(reader: Reader, claim: str) -> str | None:
    found = stored_claim(reader, claim)
    return found[0].subject if found else None
