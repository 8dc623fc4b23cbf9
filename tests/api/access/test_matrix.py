"""Who may do what: every method, every scope, every way of asking that must not work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest

from api.access import Scope
from api.settings import Reading
from tests.api.access.conftest import House

UNSAFE = ("POST", "PUT", "PATCH", "DELETE")
OWN = "http://127.0.0.1:8000"
every_scope = pytest.mark.parametrize("scope", list(Scope))
every_method = pytest.mark.parametrize("method", UNSAFE)


def kind(answer: httpx.Response) -> str:
    assert answer.headers["content-type"] == "application/problem+json"
    return str(answer.json()["type"]).rpartition(":")[2]


@every_scope
@every_method
def test_the_scope_lets_in_and_the_caller_is_known(house: House, scope: Scope, method: str) -> None:
    answer = house.client.request(method, f"/api/{scope}", headers=house.bearing(scope))
    assert answer.status_code == 200
    assert house.done[0][1].startswith("token ")


@every_scope
@every_method
def test_nobody_gets_in_without_a_token(house: House, scope: Scope, method: str) -> None:
    answer = house.client.request(method, f"/api/{scope}")
    assert (answer.status_code, kind(answer)) == (401, "token-needed")
    assert answer.headers["www-authenticate"] == "Bearer"
    assert not house.done


@pytest.mark.parametrize("wanted", [scope for scope in Scope if scope is not Scope.READ])
@every_method
def test_no_scope_stands_for_another(house: House, wanted: Scope, method: str) -> None:
    others = house.bearing(*(scope for scope in Scope if scope is not wanted))
    answer = house.client.request(method, f"/api/{wanted}", headers=others)
    assert (answer.status_code, kind(answer)) == (403, "scope-missing")
    assert not house.done


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Bearer x", "Bearer cascade_", "Bearer cascade_0_0", "Basic eDp5"],
)
def test_what_is_no_token_is_refused_even_for_reading(house: House, header: str) -> None:
    for method in ("GET", "POST"):
        answer = house.client.request(method, "/api/ingest", headers={"authorization": header})
        assert (answer.status_code, kind(answer)) == (401, "bad-token")


def test_a_secret_fits_its_own_token_only(house: House) -> None:
    one, other = house.token(Scope.INGEST), house.token(Scope.INGEST)
    mixed = "_".join((*one.split("_", 2)[:2], other.split("_", 2)[2]))
    for bearer in (mixed, one[:-1], one + "x", one.upper()):
        answer = house.client.request(
            "POST", "/api/ingest", headers={"authorization": f"Bearer {bearer}"}
        )
        assert answer.status_code == 401


def test_a_token_ends_when_it_was_to_end(house: House) -> None:
    header = {"authorization": f"Bearer {house.token(Scope.INGEST, life=timedelta(hours=1))}"}
    house.now += timedelta(minutes=59)
    assert house.client.request("POST", "/api/ingest", headers=header).status_code == 200
    house.now += timedelta(minutes=1)
    answer = house.client.request("POST", "/api/ingest", headers=header)
    assert (answer.status_code, kind(answer)) == (401, "bad-token")


def test_a_revoked_token_opens_nothing_at_once(house: House) -> None:
    bearer = house.token(Scope.INGEST)
    header = {"authorization": f"Bearer {bearer}"}
    assert house.client.request("POST", "/api/ingest", headers=header).status_code == 200
    house.keeper.tokens.revoke(bearer.split("_")[1], now=house.now)
    assert house.client.request("POST", "/api/ingest", headers=header).status_code == 401


@every_method
def test_a_cookie_alone_changes_nothing(house: House, method: str) -> None:
    cookie, csrf = house.enter(Scope.INGEST)
    for header in ({}, {"x-csrf-token": ""}, {"x-csrf-token": "x" * len(csrf)}):
        answer = house.client.request(method, "/api/ingest", headers=cookie | header)
        assert (answer.status_code, kind(answer)) == (403, "csrf-token-missing")
    assert not house.done
    answer = house.client.request(method, "/api/ingest", headers=cookie | {"x-csrf-token": csrf})
    assert answer.status_code == 200


@pytest.mark.parametrize("files", [None, {"tep": ("a.txt", b"x")}])
def test_a_form_carries_the_csrf_token_in_a_field(
    house: House, files: dict[str, tuple[str, bytes]] | None
) -> None:
    cookie, csrf = house.enter(Scope.INGEST)

    def status(data: dict[str, str]) -> int:
        answer = house.client.request("POST", "/api/ingest", headers=cookie, data=data, files=files)
        return answer.status_code

    assert status({"csrf": csrf}) == 200
    assert status({"csrf": csrf[:-1]}) == 403
    assert status({"other": "x"}) == 403


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://127.0.0.1:8001",
        "http://127.0.0.1",
        "http://localhost:8000",
        "http://127.0.0.1:8000.evil.example",
        "null",
        "file://",
        "",
        "http://[",
    ],
)
@every_method
def test_another_origin_changes_nothing(house: House, method: str, origin: str) -> None:
    cookie, csrf = house.enter(Scope.INGEST)
    for proof in (cookie | {"x-csrf-token": csrf}, house.bearing(Scope.INGEST)):
        answer = house.client.request(method, "/api/ingest", headers=proof | {"origin": origin})
        assert (answer.status_code, kind(answer)) == (403, "foreign-origin")
    assert not house.done


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_a_browser_says_another_site_sent_changes_nothing(house: House, site: str) -> None:
    header = house.bearing(Scope.INGEST) | {"sec-fetch-site": site}
    assert house.client.request("POST", "/api/ingest", headers=header).status_code == 403


def test_the_own_origin_is_answered(house: House) -> None:
    header = house.bearing(Scope.INGEST) | {"origin": OWN, "sec-fetch-site": "same-origin"}
    assert house.client.request("POST", "/api/ingest", headers=header).status_code == 200


def test_a_link_from_elsewhere_may_be_followed(house: House) -> None:
    header = {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}
    answer = house.client.get("/", headers=header)
    assert answer.status_code == 200
    assert not [name for name in answer.headers if name.startswith("access-control-")]


@every_method
def test_a_forged_host_is_refused_before_its_token_is_looked_at(house: House, method: str) -> None:
    header = house.bearing(Scope.INGEST) | {"host": "evil.example"}
    answer = house.client.request(method, "/api/ingest", headers=header)
    assert (answer.status_code, kind(answer)) == (400, "foreign-host")
    assert not house.done


def test_reading_can_be_kept_to_bearers(another: Callable[..., House]) -> None:
    house = another(reading=Reading.TOKEN)
    for path in ("/", "/tim?q=57", "/api/read", "/nowhere", "/vaothu"):
        assert house.client.get(path).status_code == 401, path
        assert house.client.get(path, headers=house.bearing(Scope.READ)).status_code != 401
    assert house.client.get("/vao").status_code == 200
    assert house.client.get("/web/css/page.css").status_code == 200
    cookie, _ = house.enter(Scope.REVIEW)
    assert house.client.get("/tim?q=57", headers=cookie).status_code == 200


def test_a_server_that_only_reads_lets_no_token_write(another: Callable[..., House]) -> None:
    house = another(writes=False)
    header = house.bearing(*Scope)
    answer = house.client.request("POST", "/api/ingest", headers=header)
    assert (answer.status_code, kind(answer)) == (403, "read-only")
    assert house.client.request("POST", "/api/read", headers=header).status_code == 200
