"""Tokens, links, sessions and the log of writes, as they are kept."""

from __future__ import annotations

import json
import stat
from datetime import timedelta

import pytest

from api.access import Scope
from api.access.audit import FILE as AUDIT
from api.access.audit import MOST_REFUSED
from api.access.sessions import FILE as LINKS
from api.access.sessions import LINK_LIFE, SESSION_LIFE
from api.access.tokens import FILE, Tokens
from graph.errors import NotFound, StoreDamaged
from tests.api.access.conftest import START, House
from tests.api.client import Tags


def lines(house: House) -> list[dict[str, object]]:
    return [json.loads(line) for line in (house.folder / AUDIT).read_text().splitlines()]


def test_no_secret_lies_on_the_disk_and_nobody_else_may_read(house: House) -> None:
    token = house.token(Scope.INGEST)
    link = house.keeper.links.create([Scope.REVIEW], name="lan", now=START)
    house.client.request("POST", "/api/ingest", headers={"authorization": f"Bearer {token}"})
    house.client.request("POST", "/vao", data={"ma": link})
    assert stat.S_IMODE(house.folder.stat().st_mode) == 0o700
    for file in house.folder.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert token.split("_", 2)[2] not in file.read_text()
        assert link not in file.read_text()


def test_a_token_made_by_another_process_works_at_once(house: House) -> None:
    assert house.keeper.tokens.all() == ()
    _, bearer = Tokens(house.folder).create([Scope.UPDATE], label="x", now=START)
    header = {"authorization": f"Bearer {bearer}"}
    assert house.client.request("POST", "/api/update", headers=header).status_code == 200


def test_revoking_what_is_not_there_is_told(house: House) -> None:
    with pytest.raises(NotFound):
        house.keeper.tokens.revoke("00000000", now=START)


def test_a_damaged_file_opens_nothing_and_is_told(house: House) -> None:
    header = house.bearing(Scope.INGEST)
    (house.folder / FILE).write_text("{")
    with pytest.raises(StoreDamaged):
        house.keeper.tokens.all()
    answer = house.client.request("POST", "/api/ingest", headers=header)
    assert answer.status_code == 503
    assert not house.done


def test_a_link_works_once(house: House) -> None:
    link = house.keeper.links.create([Scope.REVIEW], name="lan", now=START)
    page = house.client.get(f"/vao?ma={link}")
    assert page.headers["cache-control"] == "no-store"
    sent = [a["value"] for tag, a in Tags(page.text).found if a.get("name") == "ma"]
    assert sent == [link]  # looking at the link has not spent it
    answers = [house.client.request("POST", "/vao", data={"ma": link}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 403]
    cookie = answers[0].headers["set-cookie"].lower()
    assert {"httponly", "samesite=strict", "path=/"} <= {p.strip() for p in cookie.split(";")}


def test_a_link_ends_soon_and_so_does_a_session(house: House) -> None:
    link = house.keeper.links.create([Scope.REVIEW], name="lan", now=START)
    house.now += LINK_LIFE
    assert house.client.request("POST", "/vao", data={"ma": link}).status_code == 403
    cookie, csrf = house.enter(Scope.REVIEW)
    header = cookie | {"x-csrf-token": csrf}
    house.now += SESSION_LIFE - timedelta(seconds=1)
    assert house.client.request("POST", "/api/review", headers=header).status_code == 200
    house.now += timedelta(seconds=1)
    assert house.client.request("POST", "/api/review", headers=header).status_code == 401


def test_a_page_of_another_site_cannot_log_anybody_in(house: House) -> None:
    link = house.keeper.links.create([Scope.REVIEW], name="lan", now=START)
    header = {"origin": "https://evil.example"}
    answer = house.client.request("POST", "/vao", data={"ma": link}, headers=header)
    assert answer.status_code == 403
    assert house.client.request("POST", "/vao", data={"ma": link}).status_code == 303


def test_leaving_ends_the_session(house: House) -> None:
    cookie, csrf = house.enter(Scope.REVIEW)
    assert csrf in house.client.get("/vao", headers=cookie).text
    assert house.client.request("POST", "/ra", headers=cookie).status_code == 403
    left = house.client.request("POST", "/ra", headers=cookie, data={"csrf": csrf})
    assert left.status_code == 303
    header = cookie | {"x-csrf-token": csrf}
    assert house.client.request("POST", "/api/review", headers=header).status_code == 401


def test_writes_are_logged_before_and_after(house: House) -> None:
    with house.keeper.audit.writing("page lan", "review.accept", "claim/1") as entry:
        assert [line["outcome"] for line in lines(house)] == ["begun"]
        entry.generation = 7
    with pytest.raises(KeyError), house.keeper.audit.writing("page lan", "forget", "x" * 999):
        raise KeyError
    told = lines(house)
    assert [line["outcome"] for line in told] == ["begun", "done", "begun", "failed KeyError"]
    assert told[1]["generation"] == 7
    assert told[0]["write"] == told[1]["write"] != told[2]["write"]
    assert all(len(str(line["about"])) <= 300 for line in told)


def test_refused_writes_are_logged_and_reading_is_not(house: House) -> None:
    house.client.get("/api/ingest")
    house.client.request("POST", "/api/ingest")
    house.client.request("POST", "/api/ingest", headers={"authorization": "Bearer x"})
    house.client.request("POST", "/api/review", headers=house.bearing(Scope.INGEST))
    outcomes = [line["outcome"] for line in lines(house)]
    kinds = ("token-needed", "bad-token", "scope-missing")
    assert outcomes == [f"refused {kind}" for kind in kinds]


def test_strangers_cannot_fill_the_log(house: House) -> None:
    for _ in range(MOST_REFUSED + 5):
        house.keeper.audit.refused("anyone", "POST /x", "token-needed")
    assert len(lines(house)) == MOST_REFUSED
    house.now += timedelta(minutes=1)
    house.keeper.audit.refused("anyone", "POST /x", "token-needed")
    assert lines(house)[-1]["about"] == "5 more were refused before"


def test_guessing_a_link_writes_nothing(house: House) -> None:
    house.keeper.links.create([Scope.REVIEW], name="lan", now=START)
    before = (house.folder / LINKS).stat()
    assert house.keeper.links.spend("wrong", START) is None
    assert (house.folder / LINKS).stat().st_ino == before.st_ino
