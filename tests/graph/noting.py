"""Writers that note what they learnt beside the store, and writers that do not."""

from __future__ import annotations

from collections.abc import Iterable

from graph.accession import accession, withdrawal
from graph.ledger import Ledger
from graph.model import Claim, Correction, Literal, Verdict, Verification
from graph.noted import open_notes, write_notes
from graph.rdf import address_of
from graph.reviewing import review_change
from graph.shared_numbers import MadeKnown
from graph.store.local import LocalStore
from graph.store.protocol import Store
from graph.store.sorting import canonical_dump
from ontology import terms as cas
from tests.graph.conftest import NOW
from tests.graph.reviewed import ONE, TWO, A, B, C, claim, content, decision, sound

ISSUERS = [f"{cas.DATA}body/{name}" for name in ("bo-chinh-tri", "ban-bi-thu")]
SAID = [
    claim(source, A, predicate, value)
    for source in (ONE, TWO)
    for predicate, value in (
        (cas.number, Literal("57-NQ/TW")),
        (cas.title, Literal("Về khoa học", "langString", "vi")),
        (cas.issuedBy, ISSUERS[0]),
        (cas.implements, B),
        (cas.implements, C),
    )
]
# One sentence may name several issuers, and another source other ones.
SAID += [
    Claim(ONE, A, cas.issuedBy, ISSUERS[1], SAID[2].evidence, Verification.ARTICLE),
    claim(TWO, A, cas.title, Literal("Khác", "langString", "vi")),
    claim(TWO, B, cas.number, Literal("68-NQ/TW")),
]


def dump(store: Store) -> bytes:
    with store.read() as reader:
        assert sound(reader)
        return canonical_dump(reader)


def say(store: Store, source: str, claims: Iterable[Claim]) -> None:
    """Have a source say something, as a writer that knows nothing of others and notes nothing."""
    with store.read() as reader:
        store.apply(accession(reader, [content(source, claims)], NOW))


def say_noting(store: LocalStore, source: str, claims: Iterable[Claim]) -> None:
    """The same as a writer that goes by what was noted and notes what it learnt."""
    with store.writing(), store.read() as reader:
        notes = open_notes(reader, store.past())
        ledger = Ledger(notes=notes)
        store.apply(accession(reader, [content(source, claims)], NOW, ledger))
        write_notes(notes, store.past(), reader, ledger, MadeKnown(notes))
        notes.close()


def decide(store: Store, one: Claim, choice: Verdict | Correction | None) -> None:
    made = None
    if choice is not None:
        verdict = choice if isinstance(choice, Verdict) else Verdict.CORRECTED
        made = decision(one, verdict, choice if isinstance(choice, Correction) else None)
    with store.read() as reader:
        store.apply(review_change(reader, address_of(one), made))


def erase(store: Store, source: str) -> None:
    with store.read() as reader:
        store.apply(withdrawal(reader, source, (), NOW))
