"""What a writer notes beside the store for the next one: what claims come to, what is known.

The notes are true of one generation. Where others changed the store since, what may be different
is struck out: the journal tells what their changes touched, and the decisions of reviewers, of
which it does not tell, are noted as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256

from graph.ledger import ACCOUNT, Ledger
from graph.model import Decision
from graph.resolve.identity import is_claim
from graph.review import Decisions, decisions_in
from graph.shared_numbers import NUMBER, MadeKnown
from graph.sources import stored_claim
from graph.store.graphs import SOURCE_PREFIX
from graph.store.journal import Derived
from graph.store.notebook import Notebook
from graph.store.protocol import Reader

_DECISIONS = ("decisions", "all")
_ROW = "/row/"
_MANY = 20_000  # addresses from which it is quicker to begin anew


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
    if not struck and not (notes.strike(ACCOUNT) and notes.strike(NUMBER)):
        notes.close()
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


def _strike(notes: Notebook, reader: Reader, touched: frozenset[str]) -> bool:
    """Strike out what is no longer true; tell whether that could be done."""
    sources = {one.removeprefix(SOURCE_PREFIX) for one in touched if one.startswith(SOURCE_PREFIX)}
    if any(_ROW in one for one in sources):
        return False  # how well a row is founded tells how all that it carries counts
    changed = {*touched, *_decided_anew(notes, reader)}
    claims = (_subject_of(reader, one) for one in changed if is_claim(one))
    if not notes.strike(ACCOUNT, {*changed, *filter(None, claims)}):
        return False
    return all("/" in one for one in sources) or notes.strike(NUMBER)


def _decided_anew(notes: Notebook, reader: Reader) -> Iterator[str]:
    """Yield claims on which something else is decided now, and what they are corrected to."""
    page = notes.page(*_DECISIONS)
    before: dict[str, list[str]] = json.loads(page) if page else {}
    after = _told(decisions_in(reader))
    for claim in before.keys() | after.keys():
        if before.get(claim) != after.get(claim):
            yield claim
            yield from (told[1] for told in (before.get(claim), after.get(claim)) if told)


def _told(decisions: Decisions) -> dict[str, list[str]]:
    """Return claim -> what tells a decision from others, and the subject it corrects to."""
    return {claim: _of_one(decision) for claim, decision in decisions.by_claim.items()}


def _of_one(decision: Decision) -> list[str]:
    subject = decision.correction.subject if decision.correction else ""
    return [sha256(repr(decision).encode()).hexdigest()[:16], subject]


def _subject_of(reader: Reader, claim: str) -> str | None:
    found = stored_claim(reader, claim)
    return found[0].subject if found else None
