"""The page of alerts over the store of the demonstration, as it comes without scripts."""

from __future__ import annotations

import csv
import io
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from graph.lineage.conflicts import conflicts
from graph.lineage.documents import find_document
from graph.lineage.impact import impact
from graph.lineage.stale import stale
from graph.model import ConflictKind, View
from graph.store.protocol import Store
from tests.api.client import Client, Tags, words_of

ON = date(2026, 10, 1)
STALE = f"/canh-bao?ngay={ON}"


def addresses(html: str, start: str) -> list[str]:
    return [one for one in Tags(html).addresses() if one.startswith(start)]


def test_every_stale_document_is_shown_with_what_replaced_its_basis(
    pages: Client, demo: Store
) -> None:
    answer = pages.get(STALE)
    said = words_of(answer)
    with demo.read() as reader:
        found = stale(reader, View(), on=ON)
    assert found.surely.documents > 5
    assert f"{found.surely.documents} văn bản còn hiệu lực mà căn cứ đã hết hiệu lực" in said
    linked = set(Tags(answer.text).addresses())
    for row in found.surely.rows:
        assert row.document.name in said
        for basis in row.bases:
            assert {"/id/" + one.iri.partition("/id/")[2] for one in basis.successors} <= linked
    assert "nay là" in said
    assert "không phải kết luận văn bản sai" in said


def test_the_day_decides(pages: Client) -> None:
    before = words_of(pages.get("/canh-bao?ngay=2019-01-01"))
    assert before != words_of(pages.get(STALE))
    assert "Tại ngày 1-1-2019" in before


def test_a_province_and_a_level_narrow_the_list(pages: Client) -> None:
    html = pages.get(STALE).text
    ways = [one for one in addresses(html, "/canh-bao?") if "tinh=" in one]
    assert ways
    for way in ways:
        name = parse_qs(urlsplit(way).query)["tinh"][0].partition("@")[0]
        said = words_of(pages.get(way))
        assert name in said
        assert "Không có văn bản nào trong danh sách này" not in said
    central = words_of(pages.get(f"{STALE}&cap=central"))
    assert "Bắc Ninh" not in central


def test_an_empty_list_says_that_it_is_one_of_this_store(pages: Client) -> None:
    said = words_of(pages.get("/canh-bao?ngay=1990-01-01"))
    assert "Không có văn bản nào trong danh sách này" in said
    assert "Việc thay thế, bãi bỏ chưa đọc được thì không thấy ở đây" in said


def test_lists_of_certainty_are_never_one(pages: Client) -> None:
    for name, told in (("co-the", "chưa đủ rõ"), ("mot-phan", "chưa phải là mất căn cứ")):
        assert told in words_of(pages.get(f"{STALE}&ds={name}"))


def test_every_kind_of_conflict_is_counted(pages: Client, demo: Store) -> None:
    answer = pages.get("/canh-bao?muc=mau-thuan")
    with demo.read() as reader:
        found = conflicts(reader)
    total = sum(one.conflicts for one in found)
    assert f"{total} điều mâu thuẫn hoặc đáng ngờ" in words_of(answer)
    assert len(addresses(answer.text, "/canh-bao?muc=mau-thuan&loai=")) >= len(ConflictKind)
    for one in found:
        page = pages.get(f"/canh-bao?muc=mau-thuan&loai={one.kind.replace('_', '-')}")
        assert page.status_code == 200
        said = words_of(page)
        assert ("Không thấy mâu thuẫn nào" in said) == (one.conflicts == 0)
    assert "Đã xem và không thấy" in words_of(answer)


def test_both_sides_of_a_conflict_are_shown_with_their_sources(pages: Client, demo: Store) -> None:
    with demo.read() as reader:
        (listed,) = conflicts(reader, kinds=[ConflictKind.DISPUTED], limit=20)
    answer = pages.get("/canh-bao?muc=mau-thuan&loai=disputed")
    assert answer.text.count('<dl class="sides">') == len(listed.rows)
    assert answer.text.count("<dt>") == sum(len(one.sides) for one in listed.rows)
    assert "đang dùng" in words_of(answer)


def test_pages_follow_one_another_without_gap_or_repeat(pages: Client, demo: Store) -> None:
    with demo.read() as reader:
        found = impact(reader, find_document(reader, "57-NQ/TW"), on=ON, limit=1000)
    address = f"/canh-bao?muc=neu-bai-bo&doc=57-NQ/TW&ngay={ON}"
    seen: list[str] = []
    while address:
        html = pages.get(address).text
        rows = html.partition('<ul class="rows">')[2].partition("</ul>\n<nav")[0]
        seen += rows.split('<span class="what">')[1:]
        following = [
            str(attributes["href"])
            for tag, attributes in Tags(html).found
            if tag == "a" and attributes.get("rel") == "next"
        ]
        address = following[0] if following else ""
    assert len(seen) == found.total
    assert len(set(seen)) == found.total


def test_an_impact_is_told_by_fate_place_and_document(pages: Client, demo: Store) -> None:
    with demo.read() as reader:
        found = impact(reader, find_document(reader, "18-NQ/TW@XII"), on=ON)
    said = words_of(pages.get(f"/canh-bao?muc=neu-bai-bo&doc=18-NQ/TW@XII&ngay={ON}"))
    assert "Nếu Nghị quyết 18-NQ/TW hết hiệu lực từ ngày 1-10-2026" in said
    assert "không còn căn cứ nào khác còn hiệu lực" in said
    assert found.units
    assert all(one.unit in said for one in found.units if one.unit)
    assert all(one.document.name in said for one in found.rows)
    assert "căn cứ chưa ghi vào kho không được tính" in said


def test_without_a_document_the_form_waits(pages: Client) -> None:
    said = words_of(pages.get("/canh-bao?muc=neu-bai-bo&lang=en"))
    assert "No document is named" in said
    ambiguous = pages.get("/canh-bao?muc=neu-bai-bo&doc=18-NQ/TW")
    assert ambiguous.status_code == 300
    ways = [one for one in Tags(ambiguous.text).addresses() if "18-NQ%2FTW%40" in one]
    assert len(ways) > 1
    assert pages.get(ways[0]).status_code == 200


@pytest.mark.parametrize(
    "query",
    ["muc=x", "ngay=hôm nay", "cap=sao", "tinh=Atlantis", "ds=x", "loai=x", "trang=0", "trang=x"],
)
def test_nonsense_is_refused_with_what_to_do(pages: Client, query: str) -> None:
    answer = pages.get(f"/canh-bao?{query}")
    assert answer.status_code == 400
    assert "Cách xử lý" in words_of(answer)


@pytest.mark.parametrize(
    ("query", "column"),
    [
        (f"ngay={ON}", "successors"),
        ("muc=mau-thuan", "kind"),
        ("muc=mau-thuan&loai=disputed", "value"),
        (f"muc=neu-bai-bo&doc=57-NQ/TW&ngay={ON}", "fate"),
    ],
)
def test_each_list_is_there_as_a_sheet(pages: Client, query: str, column: str) -> None:
    answer = pages.get(f"/canh-bao.csv?{query}")
    assert answer.content.startswith("\ufeff".encode())
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert rows
    assert column in rows[0]
