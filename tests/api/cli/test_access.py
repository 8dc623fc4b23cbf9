"""token create, list, revoke; login-link."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from api.access import Scope
from api.access.folder import folder_beside
from api.access.sessions import Links
from api.access.tokens import Tokens
from tests.api.cli.conftest import invoke


def test_a_token_is_made_listed_and_revoked(tmp_path: Path) -> None:
    place = tmp_path / "store"
    made = invoke(
        *("--store", place, "token", "create", "--scope", "ingest", "--scope", "review"),
        *("--name", "sổ tay", "--expires", "12h"),
    )
    assert made.exit_code == 0, made.output
    bearer = made.stdout.strip()
    caller = Tokens(folder_beside(place)).caller(bearer, datetime.now(UTC))
    assert caller is not None
    assert caller.scopes == {Scope.INGEST, Scope.REVIEW}
    listed = json.loads(invoke("--store", place, "token", "list", "--format", "json").stdout)
    assert [(row["label"], row["works"]) for row in listed] == [("sổ tay", True)]
    assert bearer not in invoke("--store", place, "token", "list").stdout
    id = str(listed[0]["id"])
    assert invoke("--store", place, "token", "revoke", id).exit_code == 0
    assert "đã thu hồi" in invoke("--store", place, "token", "list").stdout
    assert Tokens(folder_beside(place)).caller(bearer, datetime.now(UTC)) is None


@pytest.mark.parametrize("expires", ["0d", "x", "2020-01-01", "-1d", "99999d"])
def test_an_end_that_makes_no_sense_is_refused(tmp_path: Path, expires: str) -> None:
    place = tmp_path / "store"
    result = invoke("--store", place, "token", "create", "--scope", "read", f"--expires={expires}")
    assert result.exit_code == 2
    assert "--expires" in result.stderr
    assert not folder_beside(place).exists()


def test_a_token_without_end_is_asked_for_by_name(tmp_path: Path) -> None:
    place = tmp_path / "store"
    told = invoke("--store", place, "token", "create", "--scope", "read", "--expires", "never")
    assert "không hết hạn" in told.stderr


def test_unknown_tokens_and_scopes_are_told(tmp_path: Path) -> None:
    place = tmp_path / "store"
    assert invoke("--store", place, "token", "revoke", "00000000").exit_code == 1
    assert invoke("--store", place, "token", "create", "--scope", "admin").exit_code == 2
    assert invoke("--store", place, "token", "create").exit_code == 2


def test_a_link_is_printed_and_works(tmp_path: Path) -> None:
    place = tmp_path / "store"
    made = invoke("--store", place, "login-link", "--base", "http://localhost:9/", "--name", "lan")
    base, _, secret = made.stdout.strip().partition("/vao?ma=")
    assert base == "http://localhost:9"
    caller = Links(folder_beside(place)).spend(secret, datetime.now(UTC))
    assert caller is not None
    assert caller.name == "page lan"
    assert caller.scopes == {Scope.INGEST, Scope.REVIEW}
