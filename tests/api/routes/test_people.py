"""The pages of bodies and officials over the store of the demonstration, without scripts."""

from __future__ import annotations

import re
from datetime import date

import pytest

from graph.folding import bare
from graph.lineage.actors import body_record, official_record
from graph.lineage.directory import directory_of
from graph.store.protocol import Store
from ontology import terms as cas
from tests.api.client import Client, Tags, words_of

OFFICIALS = "/can-bo?muc=can-bo"


def linked(pages: Client, address: str, kind: str) -> list[str]:
    """Return the addresses of things of a kind to which a page leads, in its order."""
    found = Tags(pages.get(address).text).addresses()
    start = f"/id/{kind}/"
    return [one.partition("?")[0] for one in found if one.startswith(start)]


def listed(pages: Client, address: str) -> list[str]:
    """Return the officials of a list, those of all its pages, by their names."""
    names: list[str] = []
    while address:
        html = pages.get(address).text
        names += re.findall(r'<p class="named"><a [^>]+>([^<]+)</a>', html)
        more = re.search(r'<a href="([^"]+)" rel="next"', html)
        address = more[1].replace("&amp;", "&") if more else ""
    return names


def test_the_menu_leads_to_the_lists(pages: Client) -> None:
    assert "/can-bo" in Tags(pages.get("/").text).addresses()
    said = words_of(pages.get("/can-bo"))
    assert "không xếp hạng" in words_of(pages.get(OFFICIALS))
    assert re.search(r"\d+ cơ quan", said)


def test_officials_stand_by_given_name_each_once(pages: Client, demo: Store) -> None:
    names = listed(pages, OFFICIALS)
    assert len(names) > 100
    given = [bare(name).split()[-1] for name in names]
    assert given == sorted(given)
    with demo.read() as reader:
        assert len(names) == len(directory_of(reader).officials)


@pytest.mark.parametrize("typed", ["tran thanh man", "Trần Thanh Mẫn", "chu tich quoc hoi"])
def test_an_official_is_found_by_name_or_post(pages: Client, typed: str) -> None:
    assert "/id/official/tran-thanh-man" in linked(pages, f"{OFFICIALS}&q={typed}", "official")


def test_a_body_is_found_by_a_name_it_is_also_called(pages: Client) -> None:
    assert linked(pages, "/can-bo?q=bct", "body")[0] == "/id/body/bo-chinh-tri"


def test_a_province_brings_what_went_into_it(pages: Client) -> None:
    bodies = linked(pages, "/can-bo?tinh=Tuyên Quang", "body")
    assert "/id/body/ha-giang/tinh-uy" in bodies
    assert "/id/body/ha-giang/tinh-uy" not in linked(pages, "/can-bo?tinh=Ninh Bình", "body")


def test_bodies_of_two_units_of_one_name_are_told_apart(pages: Client) -> None:
    said = words_of(pages.get("/can-bo?tinh=Tuyên Quang&q=tinh uy"))
    assert "Tỉnh ủy Tuyên Quang đến 30-6-2025" in said
    assert "Tỉnh ủy Tuyên Quang từ 1-7-2025" in said


def test_a_day_leaves_whom_sources_tell_of_on_it(pages: Client) -> None:
    address = f"{OFFICIALS}&ngay=2026-01-24"
    assert "Trần Thanh Mẫn" in listed(pages, address)
    assert "nguồn cho thấy giữ chức vụ đúng ngày đó" in words_of(pages.get(address))
    assert "Trần Thanh Mẫn" not in listed(pages, f"{OFFICIALS}&ngay=2026-01-25")


def test_an_empty_list_says_that_it_is_one_of_this_store(pages: Client) -> None:
    said = words_of(pages.get("/can-bo?q=khongcogi"))
    assert "Điều đó không có nghĩa là không có" in said


@pytest.mark.parametrize(
    "asked", ["cap=x", "muc=x", "tinh=Xứ sở", "ngay=2026-13-01", "trang=0", f"q={'x' * 301}"]
)
def test_nonsense_is_refused(pages: Client, asked: str) -> None:
    assert pages.get(f"/can-bo?{asked}").status_code == 400


def test_the_page_of_a_body_names_its_holders_and_never_ranks_them(
    pages: Client, demo: Store
) -> None:
    address = "/id/body/ban-to-chuc-trung-uong"
    said = words_of(pages.get(address))
    with demo.read() as reader:
        known = body_record(reader, cas.DATA + address[4:], on=date(2026, 1, 15))
    assert len(known.tenures) > 3
    for one in known.tenures:
        assert one.name in said
    assert "Không suy ra được" in said


def test_who_led_a_body_is_told_for_the_day_that_is_asked_for(pages: Client) -> None:
    address = "/id/body/quoc-hoi"
    shown = words_of(pages.get(f"{address}?ngay=2026-01-24"))
    assert "Trần Thanh Mẫn" in shown
    assert "nguồn cho thấy giữ chức vụ đúng ngày đó" in shown
    assert "Không suy ra được" in words_of(pages.get(f"{address}?ngay=2026-01-23"))


def test_a_renamed_body_leads_to_what_it_became_and_a_merged_province_says_so(
    pages: Client,
) -> None:
    before = linked(pages, "/id/body/bo-giao-thong-van-tai", "body")
    assert "/id/body/bo-xay-dung" in before
    said = words_of(pages.get("/id/body/ha-giang/tinh-uy"))
    assert "Hà Giang đã nhập vào Tuyên Quang sau ngày 30-6-2025" in said


def test_unverified_rows_say_so(pages: Client) -> None:
    assert "chưa kiểm chứng" in words_of(pages.get("/id/body/ha-giang/tinh-uy"))
    rows = re.findall(
        r"<li class=\"lv-[a-z]+\"><span class=\"what\">.*?</li>", pages.get("/can-bo").text, re.S
    )
    assert any("chưa kiểm chứng" in row for row in rows)
    assert not all("chưa kiểm chứng" in row for row in rows)


def test_the_page_of_an_official_keeps_the_three_duties_apart(pages: Client, demo: Store) -> None:
    address = "/id/official/nguyen-phu-trong"
    with demo.read() as reader:
        known = official_record(reader, cas.DATA + address[4:], on=date(2026, 1, 15))
    html = pages.get(address).text
    signed, charged, led = re.split(r"<h3", html.partition('id="duties"')[2])[1:4]
    assert known.signed > 3
    assert signed.count("/id/document/") >= known.signed
    assert "Được giao" in charged
    assert "/id/document/" not in charged
    assert "Đứng đầu cơ quan" in led
    assert "khoảng chưa kiểm chứng" in html


@pytest.mark.parametrize(
    "address", ["/can-bo", OFFICIALS, "/id/body/quoc-hoi", "/id/official/tran-thanh-man"]
)
def test_english_is_kept_in_every_link(pages: Client, address: str) -> None:
    joint = "&" if "?" in address else "?"
    page = pages.get(f"{address}{joint}lang=en")
    local = [a for a in Tags(page.text).addresses() if a.startswith("/")]
    assert not [a for a in local if "lang=en" not in a and "lang=vi" not in a]
