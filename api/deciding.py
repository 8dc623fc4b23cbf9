"""Deciding on claims in the name of a caller, every decision in the log of writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from api.access import Caller, Gatekeeper
from graph.lineage.corrections import WrittenCorrection, correction_of
from graph.model import Decision, Verdict
from graph.reviewing import Reviewed, ReviewedTogether, decide, decide_together, undo
from graph.store.protocol import Store


class Deciding:
    """Puts decisions on claims and takes them back, for the API and the page alike.

    Parameters
    ----------
    store, keeper : where claims are, and who keeps the log and the clock.
    """

    def __init__(self, store: Store, keeper: Gatekeeper) -> None:
        self._store = store
        self._keeper = keeper

    def decide(
        self,
        claim: str,
        verdict: Verdict,
        caller: Caller,
        note: str | None = None,
        written: WrittenCorrection | None = None,
    ) -> Reviewed:
        """Decide on a claim.

        Parameters
        ----------
        claim : its address.
        verdict, note : what is decided, and why.
        caller : who decides.
        written : what shall stand instead, with the verdict CORRECTED and only then.

        Raises
        ------
        NotFound, QuestionError : as `graph.reviewing.decide` and `correction_of` do.
        """
        with self._keeper.audit.writing(caller.name, f"review.{verdict}", claim) as entry:
            correction = None
            if written is not None:
                with self._store.read() as reader:
                    correction = correction_of(reader, claim, written)
            at = self._keeper.clock()
            done = decide(
                self._store, Decision(claim, "", verdict, caller.name, at, note, correction)
            )
            entry.generation = done.generation
        return done

    def decide_together(
        self,
        claims: Sequence[str],
        verdict: Verdict | None,
        caller: Caller,
        note: str | None = None,
        written: Mapping[str, WrittenCorrection] | None = None,
    ) -> ReviewedTogether:
        """Decide on several claims alike, all or none; None takes back what was decided.

        Parameters
        ----------
        claims : their addresses, at least one.
        verdict, caller, note : see `decide`.
        written : of each claim what shall stand instead, with the verdict CORRECTED.
        """
        deed, more = f"review.{verdict or 'undo'}", len(claims) - 1
        about = f"{claims[0]} and {more} more" if more else claims[0]
        with self._keeper.audit.writing(caller.name, deed, about, claims[1:]) as entry:
            if verdict is None:
                done = decide_together(self._store, (), claims)
            else:
                with self._store.read() as reader:
                    corrections = {
                        claim: correction_of(reader, claim, one)
                        for claim, one in (written or {}).items()
                    }
                at = self._keeper.clock()
                made = (
                    Decision(claim, "", verdict, caller.name, at, note, corrections.get(claim))
                    for claim in claims
                )
                done = decide_together(self._store, made)
            entry.generation = done.generation
        return done

    def undo(self, claim: str, caller: Caller) -> Reviewed:
        """Take the decision on a claim back; raise NotFound where there is none."""
        with self._keeper.audit.writing(caller.name, "review.undo", claim) as entry:
            done = undo(self._store, claim)
            entry.generation = done.generation
        return done
