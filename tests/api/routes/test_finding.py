"""Finding over HTTP: the same hits as the command, filters, pages, tags."""

from __future__ import annotations

from typing import Any

import pytest

from api.render.structured import plain
from graph.search import build_index
from tests.api.routes.demo import Api


def names(rows: list[Any]) -> list[str]:
    return [row["iri"].rpartition("/id/")[2] for row in rows]


def test_hits_are_those_of_the_command(api: Api) -> None:
    found = api.told("find", q="nghi quyet 18", limit=20)
    with api.service.store.read() as reader:
        hits = plain(build_index(reader).find("nghi quyet 18", 20))
    assert isinstance(hits, list)
    assert [row | {"document": None} for row in found["rows"]] == hits
    assert found["rows"][0]["document"]["name"] == "Nghị quyết 18-NQ/TW"


@pytest.mark.parametrize("typed", ["chuyen doi so", "chuyển đổi số", "CHUYỂN  ĐỔI SỐ"])
def test_marks_are_optional(api: Api, typed: str) -> None:
    assert "document/tw/nq/57/xiii" in names(api.told("documents", q=typed, limit=200)["rows"])


def test_pages_give_every_document_once(api: Api) -> None:
    rows = api.all_of("documents", q="ke hoach", limit=60)
    whole = api.told("documents", q="ke hoach", limit=200)
    assert whole["total"] == len(rows) > 120
    assert len(set(names(rows))) == len(rows)
    assert rows[: len(whole["rows"])] == whole["rows"]


def test_filters_choose_documents(api: Api) -> None:
    rows = api.all_of("documents", type="ke hoach", province="Hà Nội", limit=200)
    assert rows
    assert {row["document"]["type_vi"] for row in rows} == {"Kế hoạch"}
    assert {row["document"]["unit"] for row in rows} == {"Hà Nội"}
    central = api.told("documents", level=["central", "ministry"], q="nghi quyet", limit=200)
    assert {row["document"]["level"] for row in central["rows"]} <= {"central", "ministry"}
    assert central["total"] < api.told("documents", q="nghi quyet")["total"]


def test_days_of_issue_bound_what_is_found(api: Api) -> None:
    rows = api.all_of("documents", from_="2024-12-22", to="2024-12-31", limit=200)
    days = {row["document"]["issued"] for row in rows}
    assert "2024-12-22" in days
    assert all(day.startswith(("2024-12", "2024")) for day in days)
    assert api.told("documents", to="1900-01-01")["total"] == 0


def test_in_force_is_judged_on_a_day(api: Api) -> None:
    ended = "document/tw/qd/105/xii"  # replaced on 2022-08-18
    then, now = (
        api.told("documents", q="105-QĐ/TW", in_force=True, on=day) for day in ("2020-01-01", None)
    )
    assert ended in names(then["rows"])
    assert ended not in names(now["rows"])


def test_bodies_and_officials_are_found_by_name(api: Api) -> None:
    assert {row["kind"] for row in api.told("bodies", q="ban tuyen giao")["rows"]} == {"body"}
    officials = api.told("officials", q="bi thu", limit=5)
    assert {row["kind"] for row in officials["rows"]} == {"official"}
    assert all(row["document"] is None for row in officials["rows"])


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ({"type": "nghi quyet lien hoan"}, "type"),
        ({"province": "Atlantis"}, "province"),
        ({"level": "galaxy"}, "level.0"),
        ({"limit": "0"}, "limit"),
        ({"from_": "20240101"}, "from"),
        ({"from_": "2024-02-30"}, "from"),
        ({"cursor": "AAAA"}, "cursor"),
        ({"q": "x" * 301}, "q"),
        ({"typo": "1"}, "typo"),
    ],
)
def test_a_parameter_that_cannot_be_taken_is_named(
    api: Api, asked: dict[str, str], place: str
) -> None:
    said = api.told("documents", 422, **asked)
    assert (said["status"], said["place"]) == (422, place)
    assert said["remedy"]


def test_an_answer_that_is_known_already_is_not_sent_again(api: Api) -> None:
    first = api.ask("documents", q="57")
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "no-cache"
    assert tag.startswith(f'"{first.headers["cascade-generation"]}-')
    for known in (tag, f"W/{tag}", f'"other", {tag}'):
        again = api.ask("documents", {"if-none-match": known}, q="57")
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert api.ask("documents", {"if-none-match": tag}, q="58").status_code == 200
    assert api.ask("documents", q="57", lang="en").headers["etag"] == tag


def test_a_cursor_is_good_for_its_question_only(api: Api) -> None:
    cursor = api.told("documents", q="ke hoach", limit=5)["next"]
    assert api.told("documents", q="ke hoach", limit=7, cursor=cursor)["before"] == 5
    said = api.told("documents", 422, q="nghi quyet", limit=5, cursor=cursor)
    assert (said["place"], said["type"]) == ("cursor", "urn:cascade:problem:bad-cursor")
