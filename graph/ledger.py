"""What the claims about each subject come to, kept from one change of a process to the next.

Claims count as what they amount to under the decisions of reviewers.

A document that ten thousand texts cite has as many claims. Whoever brings in one text after the
other reads them once and then keeps count; what is new changes the count, not the reading. What
took long to count is noted beside the store as well, for the processes that come after.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode

from graph.facts import Triple
from graph.model import Claim, Verification
from graph.rdf import node, term, value_of
from graph.review import Decisions, decisions_in
from graph.sources import claims_resting_on
from graph.store.graphs import SOURCE_PREFIX
from graph.store.notebook import Notebook
from graph.store.protocol import Reader
from graph.support import Support
from ontology import terms as cas

_FACTS = DefaultGraph()
_MENTIONS = NamedNode(cas.mentions)
_NOBODY: frozenset[str] = frozenset()
ACCOUNT = "account"
_MANY = 8  # claims from which an account is noted


@dataclass(slots=True)
class Account:
    """One subject: what the claims about it come to, and the facts that follow."""

    support: Support
    facts: frozenset[Triple]


class Ledger:
    """The accounts of the subjects that changed last; the others are opened from the store.

    Claims are counted as what they amount to under the decisions of reviewers. True as long as
    nobody but its keeper changes the store: it belongs to one holder of the lock, and to changes
    that are made in the order in which they were worked out.

    Parameters
    ----------
    most : accounts kept between changes, about 2 kB each.
    notes : accounts that were noted, true of the store as it is; None where none are. Once they are
        given up, every account is opened from the store again.
    """

    def __init__(self, most: int = 30_000, notes: Notebook | None = None) -> None:
        self._most = most
        self._notes = notes
        self._accounts: dict[str, Account] = {}
        self._told: set[Triple] = set()
        self._ratings: dict[str, Verification] = {}
        self._decisions: Decisions | None = None
        self._moved: set[str] = set()

    def decisions(self, reader: Reader) -> Decisions:
        """Return what reviewers decided, read from the store once."""
        if self._decisions is None:
            self._decisions = decisions_in(reader)
        return self._decisions

    def decide(self, decisions: Decisions) -> None:
        """Note the decisions of the store after a change whose moves are counted already."""
        self._decisions = decisions

    def kept(self, reader: Reader, subject: str) -> Account | None:
        """Return the account of a subject where there is one already, or one was noted."""
        found = self._accounts.get(subject)
        if found is None and (support := self._noted(subject)) is not None:
            found = self._accounts[subject] = Account(support, _facts(reader, subject))
        return found

    def account(self, reader: Reader, subject: str, *, new: bool = False) -> Account:
        """Return the account of a subject, opened from the store where there is none.

        Parameters
        ----------
        reader : the store before the change that is being worked out.
        subject : address of the thing spoken of.
        new : nothing in the store can speak of it.
        """
        found = self._accounts.pop(subject, None)
        if found is None:
            found = Account(Support(), frozenset()) if new else self._opened(reader, subject)
        self._accounts[subject] = found  # now the youngest
        return found

    def count(
        self, reader: Reader, subject: str, gone: Iterable[Claim], come: Iterable[Claim]
    ) -> None:
        """Count the claims about a subject that go and come, in the account that there is."""
        support = self._accounts[subject].support
        self._recall(reader, subject, support, (*gone, *come))
        for claim in gone:
            support.remove(claim)
        for claim in come:
            support.add(claim)
        if self._notes is not None:
            self._moved.add(subject)

    def forget(self, subject: str) -> None:
        """Close an account: nothing is likely to change it again."""
        self._accounts.pop(subject, None)
        self._moved.discard(subject)

    def tells(self, reader: Reader, fact: Triple) -> bool:
        """Tell whether something is a fact already."""
        kept = self._accounts.get(fact[0])
        if kept is not None:
            return fact in kept.facts
        if fact not in self._told:
            subject, predicate, value = fact
            pattern = (NamedNode(subject), node(predicate), term(value))
            if next(iter(reader.quads(*pattern, _FACTS)), None) is None:
                return False
            self._told.add(fact)
        return True

    def untell(self, facts: Iterable[Triple]) -> None:
        """Note that something is no fact any more."""
        self._told.difference_update(facts)

    def to_note(self) -> Mapping[tuple[str, str], str | None]:
        """Return what is to be noted of the accounts that changed since it was asked last."""
        moved, self._moved = self._moved, set()
        pages: dict[tuple[str, str], str | None] = {}
        for subject in moved:
            support = self._accounts[subject].support
            many = support.size >= _MANY
            pages[ACCOUNT, subject] = json.dumps(support.noted) if many else None
        return pages

    def trim(self) -> None:
        """Close the accounts that were idle longest, and all once the notes are given up.

        Those that changed last stay. Not while a change is being worked out.
        """
        self._ratings.clear()
        if self._notes is not None and self._notes.given_up:
            self._notes = None
            for kept in (self._accounts, self._told, self._moved):
                kept.clear()
        if len(self._told) > self._most:
            self._told.clear()
        for subject in list(self._accounts)[: max(len(self._accounts) - self._most, 0)]:
            if subject not in self._moved:
                del self._accounts[subject]

    def _opened(self, reader: Reader, subject: str) -> Account:
        support = self._noted(subject)
        if support is None:
            told = self.decisions(reader).about(reader, subject, _NOBODY, self._ratings)
            support = Support(told)
        return Account(support, _facts(reader, subject))

    def _noted(self, subject: str) -> Support | None:
        return self._notes.told(ACCOUNT, subject, Support.again) if self._notes else None

    def _recall(
        self, reader: Reader, subject: str, support: Support, moving: Iterable[Claim]
    ) -> None:
        """Find out what is counted already of the rows that claims of issuers stand on."""
        rows = {claim.evidence for claim in moving if claim.predicate == cas.issuedBy}
        for evidence in filter(support.lacks, rows):
            carried = self.decisions(reader).effective(claims_resting_on(reader, evidence))
            of_issuers = (one for one in carried if one.predicate == cas.issuedBy)
            support.recall(evidence, (one for one in of_issuers if one.subject == subject))


def _facts(reader: Reader, subject: str) -> frozenset[Triple]:
    # The name of a source and the like are told without a claim.
    predicate = _MENTIONS if subject.startswith(SOURCE_PREFIX) else None
    return frozenset(
        (subject, quad.predicate.value, value_of(quad.object))
        for quad in reader.quads(NamedNode(subject), predicate, graph=_FACTS)
    )
