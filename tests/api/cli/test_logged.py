"""What the command writes is in the log of writes: who did what to what, and how it ended."""

from __future__ import annotations

import getpass
import json
from pathlib import Path
from typing import Any

import pytest

from api.access.audit import FILE
from api.access.folder import folder_beside
from tests.api.cli.conftest import invoke

TEXT = "Ngày 2-7-2018, Tỉnh ủy Hà Tĩnh ban hành Chương trình hành động 920-CTr/TU."


def log(place: Path) -> list[dict[str, Any]]:
    file = folder_beside(place) / FILE
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def deeds(place: Path) -> list[tuple[str, str, str]]:
    return [(line["what"], line["about"], line["outcome"]) for line in log(place)]


def test_what_keeps_the_store_is_logged_before_and_after(tmp_path: Path) -> None:
    place, text, rdf = tmp_path / "store", tmp_path / "bai.txt", tmp_path / "x.nt"
    text.write_text(TEXT, encoding="utf-8")
    rdf.write_text("<x:a> <x:b> <x:c> .\n", encoding="utf-8")
    for deed in (
        ("import", rdf, "--name", "mine", "--no-index"),
        ("ingest", text),
        ("forget", "bai"),
    ):
        invoke("--store", place, *deed)
    told = log(place)
    assert [line["what"] for line in told[::2]] == ["import", "ingest", "forget"]
    assert {line["outcome"] for line in told[::2]} == {"begun"}
    assert {line["who"] for line in told} == {f"command {getpass.getuser()}"}
    assert told[3]["outcome"] == "done"
    assert told[3]["generation"] > 0
    assert told[3]["about"] == str(text)
    assert TEXT not in (folder_beside(place) / FILE).read_text(encoding="utf-8")


def test_what_fails_is_logged_as_such(tmp_path: Path) -> None:
    place = tmp_path / "store"
    assert invoke("--store", place, "restore", tmp_path / "none").exit_code != 0
    assert [line[2].split()[0] for line in deeds(place)] == ["begun", "failed"]


@pytest.mark.parametrize("command", [("token", "create", "--scope", "read"), ("login-link",)])
def test_who_lets_somebody_in_is_logged_without_the_secret(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    place = tmp_path / "store"
    told = invoke("--store", place, *command).stdout.strip().rpartition("=")[2]
    secret = (
        told.split("_", 2)[2] if command[0] == "token" else told
    )  # what it says of which is known
    begun, done = deeds(place)
    assert (begun[2], done[2]) == ("begun", "done")
    assert len(secret) > 40
    assert secret not in str(log(place))


def test_what_cannot_be_logged_is_not_done(tmp_path: Path) -> None:
    place = tmp_path / "store"
    folder_beside(place).write_text("no folder")
    assert invoke("--store", place, "import", tmp_path / "x.nt").exit_code == 4
    assert not place.exists()
