"""A server that is killed while it writes: what it acknowledged is there, nothing is half there."""

from __future__ import annotations

import random
import shutil
import signal
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import httpx
import pytest

from api.access import Scope
from api.access.folder import folder_beside
from api.access.tokens import Tokens
from graph.ledger import Ledger
from graph.lineage.claims import ClaimsAsked, claims_on_review
from graph.recompute import Moves, recompute
from graph.resolve.identity import source_iri
from graph.review import decisions_in, known_claim
from graph.store.local import LocalStore
from graph.store.verify import verify
from tests.api.cli.test_serving import served

VERDICTS = ("accepted", "rejected")


@pytest.fixture
def own(store: Path, tmp_path: Path) -> Path:
    """Return a copy of the store that the test may change."""
    return Path(shutil.copytree(store, tmp_path / "own"))


class Writers:
    """Clients that decide on claims one after the other, and note what was acknowledged."""

    def __init__(self, address: str, bearer: str, claims: tuple[str, ...], number: int) -> None:
        self.acknowledged: dict[str, str] = {}
        self._address = address
        self._header = {"authorization": f"Bearer {bearer}"}
        shares = (claims[place::number] for place in range(number))
        self._threads = [Thread(target=self._write, args=(share,)) for share in shares]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def join(self) -> None:
        for thread in self._threads:
            thread.join(60)

    def _write(self, claims: tuple[str, ...]) -> None:
        for number, claim in enumerate(claims):
            verdict = VERDICTS[number % 2]
            path = f"{self._address}/api/claims/{claim.rpartition('/')[2]}/review"
            try:
                answer = httpx.put(
                    path, json={"verdict": verdict}, headers=self._header, timeout=60
                )
            except httpx.HTTPError:
                return  # the server is gone
            assert answer.status_code == 200, answer.text
            self.acknowledged[claim] = verdict


def check_whole(place: Path, acknowledged: Mapping[str, str]) -> None:
    """Fail unless every acknowledged decision is there, and facts are in step with all of them."""
    store = LocalStore(place)
    assert verify(store, place) == ()
    with store.read() as reader:
        decisions = decisions_in(reader).by_claim  # one that is half there cannot be read
        assert {claim: decisions[claim].verdict.value for claim in acknowledged} == acknowledged
        claims = [known_claim(reader, claim)[0] for claim in decisions]
        touched = Moves(touched={claim.subject for claim in claims})
        change = recompute(reader, touched, Ledger())
    assert set(change.removed) == set(change.added)  # a label may be written anew as it is


def killed_while_writing(place: Path, times: int) -> int:
    """Kill a server at some moment of its writing, again and again; return what was written."""
    chance = random.Random(5)
    bearer = Tokens(folder_beside(place)).create([Scope.REVIEW], label="", now=datetime.now(UTC))[1]
    with LocalStore(place).read() as reader:
        asked = ClaimsAsked(source=source_iri("register-central-relations"), limit=2000)
        claims = tuple(one.claim for one in claims_on_review(reader, asked))
    acknowledged: dict[str, str] = {}
    for _ in range(times):
        left = tuple(claim for claim in claims if claim not in acknowledged)
        with served(place) as (address, _, process):
            writers = Writers(address, bearer, left, 2)
            writers.start()
            wanted = chance.randint(1, 4)
            while len(writers.acknowledged) < wanted:
                assert process.poll() is None
                time.sleep(0.005)
            Thread(target=process.send_signal, args=(signal.SIGKILL,)).start()
            process.wait(60)
            writers.join()
        acknowledged |= writers.acknowledged
        check_whole(place, acknowledged)
    return len(acknowledged)


def test_every_acknowledged_write_is_there_after_a_kill(own: Path) -> None:
    assert killed_while_writing(own, 5) >= 5


@pytest.mark.long
def test_every_acknowledged_write_is_there_after_thirty_kills(own: Path) -> None:
    assert killed_while_writing(own, 30) >= 30
