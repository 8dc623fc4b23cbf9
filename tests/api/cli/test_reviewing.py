"""review list, accept, reject, correct, undo on a store of its own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from api.access.audit import FILE
from api.access.folder import folder_beside
from tests.api.cli.conftest import invoke

PLAN = "173/KH-UBND@Hà Nội"


@pytest.fixture
def own(store: Path, tmp_path: Path) -> Path:
    """Return a copy of the store that the test may change."""
    return Path(shutil.copytree(store, tmp_path / "own"))


def listed(place: Path, *options: str) -> list[dict[str, object]]:
    result = invoke("--store", place, "review", "list", "--format", "json", *options)
    found = json.loads(result.stdout)
    assert isinstance(found, list)
    return found


def name(claim: dict[str, object]) -> str:
    return str(claim["claim"]).rpartition("/")[2]


def test_a_claim_is_rejected_shown_and_taken_back(own: Path) -> None:
    (edge,) = listed(own, "--document", PLAN, "--relation", "implements", "--limit", "1")
    before = invoke("--store", own, "show", PLAN).stdout
    said = invoke(
        *("--store", own, "review", "reject", name(edge), "--by", "Lan", "--note", "nhầm số")
    )
    assert said.exit_code == 0, said.output
    assert "đã bác: Lan" in said.stdout
    assert "(nhầm số)" in said.stdout
    assert "nhầm số" not in invoke("--store", own, "show", PLAN).stdout
    assert "đã bác: Lan" in invoke("--store", own, "show", PLAN, "--evidence").stdout
    told = json.loads(invoke("--store", own, "show", PLAN, "--format", "json").stdout)
    assert '"verdict": "rejected"' in json.dumps(told)
    assert [name(one) for one in listed(own, "--state", "rejected")] == [name(edge)]
    assert invoke("--store", own, "review", "undo", name(edge)).exit_code == 0
    assert invoke("--store", own, "show", PLAN).stdout == before
    assert invoke("--store", own, "review", "undo", name(edge)).exit_code == 1


def test_a_claim_is_corrected_by_what_people_write(own: Path) -> None:
    (edge,) = listed(own, "--document", PLAN, "--relation", "implements", "--limit", "1")
    wrong = invoke("--store", own, "review", "correct", name(edge), "--relation", "implements")
    assert wrong.exit_code == 2
    assert "không đổi gì" in wrong.stderr
    done = invoke(
        *("--store", own, "review", "correct", name(edge), "--by", "Minh"),
        *("--relation", "basedOn", "--object", "19-NQ/TW@XII"),
    )
    assert done.exit_code == 0, done.output
    assert "sửa thành: Kế hoạch 173/KH-UBND · căn cứ" in done.stdout
    shown = invoke("--store", own, "show", PLAN, "--evidence").stdout
    assert "căn cứ (1)" in shown
    assert "đã sửa: Minh" in shown


def test_the_next_text_is_read_by_what_was_corrected(own: Path, tmp_path: Path) -> None:
    first, after = tmp_path / "first.txt", tmp_path / "after.txt"
    first.write_text("Tỉnh ủy Hà Tĩnh tổ chức thực hiện Nghị quyết 19.\n", encoding="utf-8")
    after.write_text("Tỉnh ủy Nghệ An tổ chức thực hiện Nghị quyết 19.\n", encoding="utf-8")
    day = ("--published", "12-3-2023")
    assert invoke("--store", own, "ingest", first, *day).exit_code == 0
    (cited,) = listed(own, "--source", "first", "--relation", "mentions")
    assert invoke("--store", own, "review", "register").exit_code == 1
    done = invoke("--store", own, "review", "correct", name(cited), "--object", "19-NQ/TW@XIII")
    assert "ghi vào sổ: “Nghị quyết 19” là Nghị quyết 19-NQ/TW" in done.stdout
    assert name(cited) in invoke("--store", own, "review", "register").stdout
    explained = invoke("--store", own, "extract", after, "--explain").stdout
    assert "19-NQ/TW, theo điều đã duyệt ngày" in explained
    assert invoke("--store", own, "ingest", after, *day).exit_code == 0
    (known,) = listed(own, "--source", "after", "--relation", "mentions")
    assert json.dumps(known).count("document/tw/nq/19/xiii")
    assert known["inference"] == ["reviewed", "term"]
    assert invoke("--store", own, "review", "undo", name(cited)).exit_code == 0
    assert "theo điều đã duyệt" not in invoke("--store", own, "extract", after, "--explain").stdout


def test_every_decision_is_logged_with_its_generation(own: Path) -> None:
    one, two = (name(claim) for claim in listed(own, "--limit", "2"))
    result = invoke("--store", own, "review", "accept", one, "x", two)
    assert result.exit_code == 1
    assert "“x” không phải mã phát biểu" in result.stderr
    lines = (folder_beside(own) / FILE).read_text().splitlines()
    told = [json.loads(line) for line in lines]
    assert [line["outcome"] for line in told] == ["begun", "done"] * 2
    assert all(line["generation"] for line in told[1::2])
    assert {line["what"] for line in told} == {"review.accept"}


def test_pages_of_the_list_go_on_and_end(own: Path) -> None:
    first = invoke("--store", own, "review", "list", "--source", "register-decoys", "--limit", "3")
    assert first.exit_code in {0, 1}
    page = listed(own, "--limit", "3")
    rest = listed(own, "--limit", "3", "--after", name(page[-1]))
    assert len({name(one) for one in (*page, *rest)}) == 6
    assert invoke("--store", own, "review", "list", "--state", "accepted").exit_code == 1
