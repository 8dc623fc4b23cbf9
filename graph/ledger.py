"""What the claims about each subject come to, kept from one change of a process to the next.

Claims count as what they amount to under the decisions of reviewers.

A document that ten thousand texts cite has as many claims. Whoever brings in one text after the
other reads them once and then keeps count; what is new changes the count, not the reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode

from graph.facts import Triple
from graph.model import Verification
from graph.rdf import node, term, value_of
from graph.review import Decisions, decisions_in
from graph.store.graphs import SOURCE_PREFIX
from graph.store.protocol import Reader
from graph.support import Support
from ontology import terms as cas

_FACTS = DefaultGraph()
_MENTIONS = NamedNode(cas.mentions)
_NOBODY: frozenset[str] = frozenset()


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
    """

    def __init__(self, most: int = 30_000) -> None:
        self._most = most
        self._accounts: dict[str, Account] = {}
        self._told: set[Triple] = set()
        self._ratings: dict[str, Verification] = {}
        self._decisions: Decisions | None = None

    def decisions(self, reader: Reader) -> Decisions:
        """Return what reviewers decided, read from the store once."""
        if self._decisions is None:
            self._decisions = decisions_in(reader)
        return self._decisions

    def decide(self, decisions: Decisions) -> None:
        """Note the decisions of the store after a change whose moves are counted already."""
        self._decisions = decisions

    def kept(self, subject: str) -> Account | None:
        """Return the account of a subject where there is one already."""
        return self._accounts.get(subject)

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

    def forget(self, subject: str) -> None:
        """Close an account: nothing is likely to change it again."""
        self._accounts.pop(subject, None)

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

    def trim(self) -> None:
        """Close the accounts that were idle longest."""
        self._ratings.clear()
        if len(self._told) > self._most:
            self._told.clear()
        for subject in list(self._accounts)[: max(len(self._accounts) - self._most, 0)]:
            del self._accounts[subject]

    def _opened(self, reader: Reader, subject: str) -> Account:
        claims = self.decisions(reader).about(reader, subject, _NOBODY, self._ratings)
        # The name of a source and the like are told without a claim.
        predicate = _MENTIONS if subject.startswith(SOURCE_PREFIX) else None
        return Account(
            Support(claims),
            frozenset(
                (subject, quad.predicate.value, value_of(quad.object))
                for quad in reader.quads(NamedNode(subject), predicate, graph=_FACTS)
            ),
        )
