"""What writers note for one another beside the store: true whatever others change in between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import graph.ledger
import graph.shared_numbers
from graph.ledger import Ledger
from graph.model import Claim, Correction, Literal, PartialDate, Verdict, Verification
from graph.noted import open_notes, write_notes
from graph.rdf import address_of
from graph.resolve.documents import Given
from graph.review import Decisions
from graph.shared_numbers import MadeKnown
from graph.store.journal import DERIVED
from graph.store.local import LocalStore
from graph.store.memory import MemoryStore
from graph.store.notebook import Notebook
from graph.store.protocol import Store
from ontology import terms as cas
from tests.graph.noting import SAID, decide, dump, erase, say, say_noting
from tests.graph.reviewed import ONE, TWO, A, B, C, claim

_FOLDERS = count()
CORRECTION = Correction(B, cas.implements, C)


@pytest.fixture(autouse=True)
def everything_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph.ledger, "_MANY", 1)
    monkeypatch.setattr(graph.shared_numbers, "_MANY", 1)


Step = tuple[str, str, frozenset[Claim]] | tuple[str, Claim, Verdict | Correction | None]
_texts = st.tuples(
    st.sampled_from(["noting", "noting", "saying"]),
    st.sampled_from([ONE, TWO]),
    st.frozensets(st.sampled_from(SAID), min_size=1),
)
_erased = st.tuples(st.just("erase"), st.sampled_from([ONE, TWO]), st.just(frozenset[Claim]()))
_decided = st.tuples(
    st.just("decide"),
    st.sampled_from(SAID),
    st.sampled_from([Verdict.ACCEPTED, Verdict.REJECTED, CORRECTION, None]),
)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(_texts, _texts, _texts, _erased, _decided), min_size=2, max_size=9))
def test_notes_are_true_whatever_others_did_since(tmp_path: Path, steps: list[Step]) -> None:
    plain, noted = MemoryStore(), LocalStore(tmp_path / str(next(_FOLDERS)))
    noted.replace([])
    for what, which, how in steps:
        if isinstance(which, Claim):
            assert not isinstance(how, frozenset)
            decide(plain, which, how)
            decide(noted, which, how)
        elif what == "erase":
            erase(plain, which)
            erase(noted, which)
        else:
            assert isinstance(how, frozenset)
            claims = sorted((one for one in how if one.source == which), key=address_of)
            say(plain, which, claims)
            (say_noting if what == "noting" else say)(noted, which, claims)
        assert dump(plain) == dump(noted)


def title(source: str, text: str, verification: Verification = Verification.ARTICLE) -> Claim:
    return claim(source, A, cas.title, Literal(text, "langString", "vi"), verification)


SHORT, LONG = "Về khoa học", "Về đổi mới sáng tạo"
Change = Callable[[Store], None]


@pytest.mark.parametrize(
    ("first", "meanwhile", "then"),
    [
        pytest.param(
            [(ONE, [SAID[2]])],
            None,
            (ONE, [SAID[2], SAID[10]]),  # the same sentence names a second issuer
            id="rows",
        ),
        pytest.param(
            [(ONE, [title(ONE, SHORT)])],
            lambda store: decide(store, title(ONE, SHORT), Verdict.ACCEPTED),
            (TWO, [title(TWO, LONG)]),
            id="decision",
        ),
        pytest.param(
            [(ONE, [SAID[0], title(ONE, SHORT)]), (TWO, [title(TWO, SHORT)])],
            lambda store: say(store, ONE, [SAID[0]]),  # another source still says it
            (TWO, [title(TWO, SHORT), title(TWO, LONG)]),
            id="withdrawn",
        ),
        pytest.param(
            [(ONE, [replace(SAID[0], verification=Verification.SEEN_ONCE), title(ONE, SHORT)])],
            lambda store: say(
                store,
                ONE,
                [
                    replace(SAID[0], verification=Verification.SEEN_ONCE),
                    title(ONE, SHORT, Verification.SEEN_ONCE),
                ],
            ),
            (TWO, [title(TWO, LONG)]),
            id="rated anew",
        ),
    ],
)
def test_what_no_fact_shows_is_not_missed(
    tmp_path: Path,
    first: list[tuple[str, list[Claim]]],
    meanwhile: Change | None,
    then: tuple[str, list[Claim]],
) -> None:
    plain, noted = MemoryStore(), LocalStore(tmp_path / "kho")
    noted.replace([])
    for source, claims in first:
        say(plain, source, claims)
        say_noting(noted, source, claims)
    for store in (plain, noted):
        if meanwhile:
            meanwhile(store)
    say(plain, *then)
    say_noting(noted, *then)
    assert dump(plain) == dump(noted)


def test_nobody_reads_again_what_was_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    about = Decisions.about

    def watched(self: Decisions, reader: object, subject: str, *more: object) -> object:
        read.append(subject)
        return about(self, reader, subject, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Decisions, "about", watched)
    store = LocalStore(tmp_path / "kho")
    store.replace([])
    say_noting(store, ONE, [one for one in SAID if one.source == ONE])
    assert A in read
    read.clear()
    say_noting(store, TWO, [one for one in SAID if one.source == TWO])
    assert A not in read
    say(store, ONE, [])  # nobody noted that
    say_noting(store, TWO, SAID[5:7])
    assert A in read


def test_what_is_known_of_a_number_is_noted(tmp_path: Path) -> None:
    number, given = "tu/ha-tinh qd 680", Given("2015-2020", PartialDate(2018, 5, 3))
    store = LocalStore(tmp_path / "kho")
    store.replace([])
    say_noting(store, ONE, SAID[:1])
    with store.read() as reader:
        notes = open_notes(reader, store.past())
        first = MadeKnown(notes)
        first.exchange(reader, {}, {number: frozenset({given})})
        write_notes(notes, store.past(), reader, Ledger(notes=notes), first)
        assert MadeKnown(notes).under(reader, number) == {given}
        assert MadeKnown().under(reader, number) == frozenset()
        first.exchange(reader, {number: frozenset({given})}, {})
        write_notes(notes, store.past(), reader, Ledger(notes=notes), first)
        assert MadeKnown(notes).under(reader, number) == frozenset()
        first.exchange(reader, {}, {number: frozenset({given})})
        write_notes(notes, store.past(), reader, Ledger(notes=notes), first)
    say(store, TWO, SAID[5:6])  # another text, which may make something known of it
    with store.read() as reader:
        assert open_notes(reader, store.past()).page("number", number) is None


def test_a_notebook_that_cannot_be_read_is_empty(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kho")
    store.replace([])
    say_noting(store, ONE, SAID[:1])
    book = Notebook(tmp_path / "kho" / DERIVED)
    assert book.mark == store.past().mark
    assert book.page("account", A)
    book.close()
    (file,) = (tmp_path / "kho" / DERIVED).glob("*.sqlite")
    file.write_bytes(b"no notebook" * 1000)
    book = Notebook(tmp_path / "kho" / DERIVED)
    assert (book.mark, book.page("account", A)) == ("", None)
    say_noting(store, TWO, [one for one in SAID if one.source == TWO])
    plain = MemoryStore()
    say(plain, ONE, SAID[:1])
    say(plain, TWO, [one for one in SAID if one.source == TWO])
    assert dump(plain) == dump(store)


def test_pages_are_signed_together_or_not_at_all(tmp_path: Path) -> None:
    book = Notebook(tmp_path / "sổ")
    book.strike("account")
    book.write("m1", {("account", "a"): "1", ("account", "b"): "2", ("number", "a"): "3"})
    book.write("m2", {("account", "a"): None})
    again = Notebook(tmp_path / "sổ")
    assert again.mark == "m2"
    assert [again.page("account", name) for name in "ab"] == [None, "2"]
    again.strike("account", ["b"])
    assert again.page("account", "b") is None
    assert again.page("number", "a") == "3"
    again.write("m3", {("account", "c"): "4", ("account", "d"): object()})  # type: ignore[dict-item]
    again.write("m4", {})  # what m3 would have told is not on its pages
    last = Notebook(tmp_path / "sổ")
    assert (last.mark, last.page("account", "c")) == ("m2", None)
