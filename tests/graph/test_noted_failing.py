"""Notes that cannot be had, make no sense, or shall be forgotten: as if there were none."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import graph.ledger
import graph.shared_numbers
import graph.store.notebook
from graph.accession import accession
from graph.build import forget
from graph.ledger import Ledger
from graph.model import Claim, Correction, Literal
from graph.noted import open_notes, write_notes
from graph.shared_numbers import MadeKnown
from graph.store.journal import DERIVED
from graph.store.local import LocalStore
from graph.store.memory import MemoryStore
from graph.store.notebook import Notebook
from graph.support import Support
from ontology import terms as cas
from tests.graph.conftest import NOW
from tests.graph.noting import SAID, decide, dump, say, say_noting
from tests.graph.reviewed import ONE, TWO, A, B, C, claim, content

NUMBER_A = claim(ONE, A, cas.number, Literal("57-NQ/TW"))
NUMBER_B = claim(TWO, B, cas.number, Literal("68-NQ/TW"))
TITLES = [claim(one, A, cas.title, Literal("Về đất", "langString", "vi")) for one in (ONE, TWO)]


@pytest.fixture(autouse=True)
def everything_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph.ledger, "_MANY", 1)
    monkeypatch.setattr(graph.shared_numbers, "_MANY", 1)


class Twins:
    """A store that never had notes, and one that has them."""

    def __init__(self, folder: Path) -> None:
        self.plain, self.noted = MemoryStore(), LocalStore(folder)
        self.noted.replace([])
        self.file = folder / DERIVED / "notes.sqlite"

    def say(self, source: str, claims: list[Claim], *, noting: bool = True) -> None:
        say(self.plain, source, claims)
        (say_noting if noting else say)(self.noted, source, claims)

    def decide(self, one: Claim, choice: Correction) -> None:
        for store in (self.plain, self.noted):
            decide(store, one, choice)

    @contextmanager
    def pages(self) -> Iterator[sqlite3.Connection]:
        found = sqlite3.connect(self.file, isolation_level=None)
        yield found
        found.close()

    def agree(self) -> bool:
        return dump(self.plain) == dump(self.noted)


@pytest.fixture
def twins(tmp_path: Path) -> Twins:
    return Twins(tmp_path / "kho")


@pytest.mark.parametrize("comes", [False, True])
def test_what_waiting_decisions_correct_to_is_counted_anew(twins: Twins, comes: bool) -> None:
    corrected, same = claim(ONE, A, cas.implements, B), claim(TWO, B, cas.implements, C)
    twins.say(ONE, [corrected, NUMBER_A])
    if not comes:
        twins.say(TWO, [same, NUMBER_B])
    twins.decide(corrected, Correction(B, cas.implements, C))
    if comes:
        twins.say(ONE, [NUMBER_A])
        twins.say(TWO, [same, NUMBER_B])
    else:
        title = claim(TWO, B, cas.title, Literal("x", "langString", "vi"))
        twins.say(TWO, [same, NUMBER_B, title])
    twins.say(ONE, [NUMBER_A, *([corrected] if comes else [])], noting=False)
    twins.say(TWO, [NUMBER_B])
    assert twins.agree()


def test_notes_that_could_not_be_opened_are_not_signed_later(twins: Twins) -> None:
    told = [TITLES[1], NUMBER_B]
    twins.say(ONE, [NUMBER_A, TITLES[0]])
    twins.say(TWO, told)
    twins.say(ONE, [NUMBER_A], noting=False)  # the page of A is not true any more
    store, told = twins.noted, [*told, claim(TWO, C, cas.number, Literal("9-NQ/TW"))]
    with twins.pages() as held, store.writing(), store.read() as reader:
        held.execute("BEGIN EXCLUSIVE")
        notes = open_notes(reader, store.past())
        held.execute("ROLLBACK")
        change = accession(reader, [content(TWO, told)], NOW, Ledger(notes=notes))
        store.apply(change)
        write_notes(notes, store.past(), reader, Ledger(notes=notes), MadeKnown(notes))
    say(twins.plain, TWO, told)
    twins.say(TWO, [NUMBER_B])  # nobody tells the title of A any more
    assert twins.agree()


def test_once_a_page_could_not_be_read_nothing_is_signed(twins: Twins) -> None:
    body, above = f"{cas.DATA}body/x", f"{cas.DATA}body/y"
    said = {one: claim(one, body, cas.parent, above) for one in (ONE, TWO)}
    twins.say(ONE, [said[ONE], NUMBER_A])
    store, told = twins.noted, [said[TWO], NUMBER_B]
    with store.writing(), store.read() as reader:
        notes = open_notes(reader, store.past())
        assert notes._pages
        notes._pages.set_progress_handler(lambda: 1, 1)  # the engine stops what it is about to read
        ledger = Ledger(notes=notes)
        assert ledger.kept(reader, body) is None
        assert notes.given_up
        signed = Notebook(twins.file.parent).mark
        store.apply(accession(reader, [content(TWO, told)], NOW, ledger))
        write_notes(notes, store.past(), reader, ledger, MadeKnown(notes))
    assert Notebook(twins.file.parent).mark == signed != store.past().mark
    say(twins.plain, TWO, told)
    twins.say(ONE, [NUMBER_A])
    assert twins.agree()


def test_accounts_out_of_notes_that_were_given_up_are_closed(twins: Twins) -> None:
    twins.say(ONE, [NUMBER_A, TITLES[0]])
    with twins.noted.read() as reader:
        notes = open_notes(reader, twins.noted.past())
        ledger, made_known = Ledger(notes=notes), MadeKnown(notes)
        account = ledger.kept(reader, A)
        assert account
        account.support.add(SAID[3])  # what is not in the store
        notes.close()
        write_notes(notes, twins.noted.past(), reader, ledger, made_known)
        opened = ledger.account(reader, A)
        assert opened.support.values == Support([NUMBER_A, TITLES[0]]).values


def test_notes_of_another_format_are_thrown_away(
    twins: Twins, monkeypatch: pytest.MonkeyPatch
) -> None:
    twins.say(ONE, [NUMBER_A, TITLES[0]])
    with twins.pages() as pages:
        pages.execute("PRAGMA user_version = 0")
        pages.execute("PRAGMA journal_mode = WAL")
    book = Notebook(twins.file.parent)
    assert (book.mark, book.page("account", A)) == ("", None)
    book.write("m", {("account", A): "1"})
    assert Notebook(twins.file.parent).page("account", A) == "1"


@pytest.mark.parametrize("noted", ["{", "[]", "null", '{"size":0}', "\x00", "{}", None])
@pytest.mark.parametrize("kind", ["account", "decisions"])
def test_a_page_that_makes_no_sense_is_struck_before_anything_is_counted(
    twins: Twins, kind: str, noted: str | None
) -> None:
    twins.say(ONE, [NUMBER_A, TITLES[0]])
    with twins.pages() as pages:
        pages.execute("UPDATE page SET told = ? WHERE kind = ?", (noted, kind))
    twins.say(TWO, [TITLES[1], NUMBER_B])
    twins.say(ONE, [NUMBER_A])
    assert twins.agree()
    with twins.pages() as pages:
        found = dict(pages.execute("SELECT name, told FROM page"))
    assert found["all"] == "{}"
    assert Support.again(json.loads(found[A])).size == 2


@pytest.mark.parametrize(
    "spoilt",
    [
        {"size": "a", "values": [], "issuers": []},
        {"size": 1, "values": [["p", [["v", [[0, 0, 0, 1, "x"]]]]]], "issuers": []},
        {"size": 3, "values": "ab", "issuers": []},
        {"size": 1, "values": [], "issuers": [], "more": 1},
    ],
)
def test_no_other_account_is_taken_for_a_noted_one(spoilt: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        Support.again(spoilt)
    noted = Support(SAID).noted
    assert Support.again(noted).noted == noted


@pytest.mark.parametrize("told", ["5", '[["x",2]]', "[[null,1]]", '[["? - -","a"]]', "[[1,2]]"])
def test_what_is_noted_of_a_number_in_another_shape_counts_as_nothing(
    twins: Twins, told: str
) -> None:
    twins.say(ONE, [NUMBER_A])
    notes = Notebook(twins.file.parent)
    notes.write("m", {("number", "tu/ha-tinh qd 680"): told})
    with twins.noted.read() as reader:
        assert MadeKnown(notes).under(reader, "tu/ha-tinh qd 680") == frozenset()
    assert notes.page("number", "tu/ha-tinh qd 680") is None


def test_a_folder_that_nobody_may_look_into_holds_no_notes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Path) -> bool:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(Path, "exists", refused)
        book = Notebook(tmp_path)
    book.write("m", {})
    assert (book.mark, Notebook(tmp_path).mark) == ("", "")


def test_a_spoilt_file_is_replaced_at_once(twins: Twins) -> None:
    twins.file.parent.mkdir(exist_ok=True)
    twins.file.write_bytes(b"x" * 5000)
    twins.say(ONE, [NUMBER_A])
    assert Notebook(twins.file.parent).mark == twins.noted.past().mark


def test_what_is_forgotten_is_in_no_note(twins: Twins) -> None:
    words = "BiMatNuoiOng"
    told = claim(ONE, A, cas.title, Literal(words, "langString", "vi"))
    twins.say(ONE, [NUMBER_A, told])
    twins.say(TWO, [NUMBER_B])

    def kept() -> list[str]:
        files = [one for one in twins.file.parent.rglob("*") if one.is_file()]
        return [one.name for one in files if words.encode() in one.read_bytes()]

    assert kept()
    forget(twins.noted, ONE)
    forget(twins.plain, ONE)
    assert not kept()
    twins.say(TWO, [NUMBER_B, TITLES[1]])
    assert not kept()
    assert twins.agree()


def test_whoever_changes_how_claims_count_raises_the_number_of_the_format() -> None:
    """Raise `notebook.FORMAT` and write both lines anew when this fails."""
    assert graph.store.notebook.FORMAT == 1
    assert Support([NUMBER_A, *TITLES, SAID[2]]).noted == {
        "size": 4,
        "values": [
            [cas.number, [[["57-NQ/TW", "string", None], [[1, 0, 2, 1, 1]]]]],
            [cas.title, [[["Về đất", "langString", "vi"], [[1, 0, 2, 1, 2]]]]],
            [cas.issuedBy, [[f"{cas.DATA}body/bo-chinh-tri", [[1, 0, 2, 1, 1]]]]],
        ],
        "issuers": [[[f"{cas.DATA}body/bo-chinh-tri"], [[1, 0, 2, 1, 1]]]],
    }
