"""The matrix over the store of the demonstration, as it comes without scripts."""

from __future__ import annotations

import csv
import io
from urllib.parse import parse_qs, quote, urlsplit
from xml.etree import ElementTree

import pytest

from api.web.coverage_wording import SHADES
from graph.lineage.coverage import coverage
from graph.lineage.documents import find_document
from graph.model import UnitState
from graph.store.protocol import Store
from tests.api.client import Client, Tags, words_of

CELL = "/ma-tran?doc=57-NQ/TW@XIII&tinh=Quảng Ninh"


def cells(html: str) -> list[dict[str, str | None]]:
    """Return the links of the cells, row by row."""
    return [
        attributes
        for tag, attributes in Tags(html).found
        if tag == "a" and "title" in attributes and str(attributes.get("class")).startswith("sh-")
    ]


def rows_of(html: str) -> list[str]:
    """Return the spellings of the rows, in their order."""
    asked = (parse_qs(urlsplit(str(one["href"])).query)["doc"][0] for one in cells(html))
    return list(dict.fromkeys(asked))


def test_it_begins_with_what_most_provinces_took_up(pages: Client) -> None:
    answer = pages.get("/ma-tran")
    assert answer.status_code == 200
    assert len(cells(answer.text)) == 12 * 34
    assert rows_of(answer.text)[0] == "57-NQ/TW@XIII"
    assert all("/TW" in one for one in rows_of(answer.text))


@pytest.mark.parametrize("unit_set", [63, 34])
def test_every_cell_says_what_the_coverage_says(pages: Client, demo: Store, unit_set: int) -> None:
    """The picture and the numbers are of one source: state by state, province by province."""
    html = pages.get(f"/ma-tran?hang=57-NQ/TW@XIII&don-vi={unit_set}").text
    with demo.read() as reader:
        found = coverage(reader, find_document(reader, "57-NQ/TW@XIII"), unit_set=unit_set)
    shown = {}
    for one in cells(html):
        unit = parse_qs(urlsplit(str(one["href"])).query)["tinh"][0]
        shown[unit] = str(one["class"]).removeprefix("sh-")
    states = {unit.unit: unit.state for unit in found.units}
    assert set(shown) == set(states)
    for unit, state in states.items():
        if state is UnitState.FOUND:
            assert shown[unit] in {"province", "district", "commune"}
        else:
            assert shown[unit] == state
    assert f"{found.found} /{found.in_scope}" in words_of(
        pages.get(f"/ma-tran?hang=57-NQ/TW@XIII&don-vi={unit_set}")
    )


def test_states_are_never_one(pages: Client) -> None:
    """“None found” and “out of scope” are told apart in words, not by colour alone."""
    answer = pages.get("/ma-tran?hang=36-NQ/TW@XII&hang=57-NQ/TW@XIII")
    kinds = {str(one["class"]).removeprefix("sh-") for one in cells(answer.text)}
    assert {"none_found", "out_of_scope", "province"} <= kinds
    for one in cells(answer.text):
        shade = str(one["class"]).removeprefix("sh-")
        assert {kind: text.vi for kind, text in SHADES.items()}[shade] in str(one["title"])  # type: ignore[index]
    assert "Không phải “chưa thực hiện”" in words_of(answer)


def test_a_chosen_cell_shows_its_chain_and_a_way_into_the_cascade(pages: Client) -> None:
    answer = pages.get(CELL)
    said = words_of(answer)
    assert "Chương trình hành động 46-CTr/TU 15-1-2025" in said
    assert "+24 ngày" in said
    assert "lời dẫn: “về thực hiện”" in said
    ways = [one for one in Tags(answer.text).addresses() if one.startswith("/luoc-do?")]
    chosen = [one for one in ways if "chon=" in one]
    assert chosen
    for one in chosen:
        shown = pages.get(one)
        assert shown.status_code == 200
        assert "Quan hệ đang chọn" in words_of(shown)
    assert "Kho có 7 văn bản của Quảng Ninh" in said


def test_an_empty_cell_is_told_as_a_gap_of_the_store(pages: Client) -> None:
    said = words_of(pages.get("/ma-tran?doc=57-NQ/TW@XIII&tinh=Cao Bằng"))
    assert "Chưa tìm thấy văn bản nào của Cao Bằng dựa vào 57-NQ/TW trong kho này" in said
    assert "không có nghĩa là Cao Bằng chưa thực hiện" in said
    out = words_of(pages.get("/ma-tran?doc=36-NQ/TW@XII&tinh=Lào Cai&don-vi=63"))
    assert "36-NQ/TW không nêu Lào Cai trong phạm vi thực hiện" in out


@pytest.mark.parametrize(
    ("asked", "unit"),
    [("Bắc Giang", "Bắc Ninh"), ("bac giang", "Bắc Ninh"), ("Hà Nội", "Hà Nội")],
)
def test_a_merged_province_stands_for_its_heir(pages: Client, asked: str, unit: str) -> None:
    answer = pages.get(f"/ma-tran?tinh={quote(asked)}")
    assert f"{unit} 57-NQ/TW" in words_of(answer)


def test_the_address_holds_every_choice(pages: Client) -> None:
    address = "/ma-tran?hang=57-NQ/TW@XIII&hang=68-NQ/TW@XIII&don-vi=63&tinh=Hà Nội&lang=en"
    answer = pages.get(address)
    assert rows_of(answer.text) == ["57-NQ/TW@XIII", "68-NQ/TW@XIII"]
    assert "2 central documents, 63 provinces" in words_of(answer)
    kept = [parse_qs(urlsplit(str(one["href"])).query) for one in cells(answer.text)]
    assert all(one["hang"] == ["57-NQ/TW@XIII", "68-NQ/TW@XIII"] for one in kept)
    assert all((one["don-vi"], one["lang"]) == (["63"], ["en"]) for one in kept)


def test_rows_are_of_party_state_or_both_and_as_many_as_asked(pages: Client) -> None:
    state = rows_of(pages.get("/ma-tran?nhom=nha-nuoc").text)
    assert not [one for one in state if "/TW" in one]
    both = rows_of(pages.get("/ma-tran?nhom=tat-ca&so=24").text)
    assert len(both) == 24
    assert {"57-NQ/TW@XIII", *state[:3]} <= set(both)


def test_a_number_of_several_documents_adds_them_all(pages: Client) -> None:
    added = rows_of(pages.get("/ma-tran?hang=57-NQ/TW@XIII&hang=18-NQ/TW").text)
    assert added[0] == "57-NQ/TW@XIII"
    assert {"18-NQ/TW@XII", "18-NQ/TW@XIII"} <= set(added)
    choose = pages.get("/ma-tran?doc=18-NQ/TW&hang=57-NQ/TW@XIII&hang=68-NQ/TW@XIII")
    assert choose.status_code == 300
    ways = [one for one in Tags(choose.text).addresses() if one.startswith("/ma-tran?")]
    assert all(len(parse_qs(urlsplit(one).query)["hang"]) == 2 for one in ways if "doc=" in one)


def test_a_document_from_elsewhere_joins_the_rows(pages: Client) -> None:
    rows = rows_of(pages.get("/ma-tran?doc=71/NQ-CP@2025").text)
    assert rows[0] == "71/NQ-CP@2025"
    assert len(rows) == 13


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("don-vi=62", 400),
        ("so=13", 400),
        ("nhom=x", 400),
        ("tinh=Atlantis", 400),
        ("doc=0-NQ/XX", 404),
        ("hang=0-NQ/XX", 404),
        ("doc=" + "x" * 301, 400),
        ("lang=fr", 400),
    ],
)
def test_nonsense_is_refused_with_what_to_do(pages: Client, query: str, status: int) -> None:
    answer = pages.get(f"/ma-tran?{query}")
    assert answer.status_code == status
    assert "Cách xử lý" in words_of(answer)


def test_the_map_links_every_province_and_names_the_archipelagos(pages: Client) -> None:
    html = pages.get("/ma-tran").text
    units = [
        attributes["data-unit"]
        for tag, attributes in Tags(html).found
        if tag == "a" and "data-unit" in attributes and "aria-label" in attributes
    ]
    assert len(set(units)) == 34
    said = words_of(pages.get("/ma-tran"))
    assert "Quần đảo Hoàng Sa Đà Nẵng" in said
    assert "Quần đảo Trường Sa Khánh Hòa" in said
    assert "@svg-maps/vietnam 2.0.0 (CC BY 4.0)" in said
    assert "không phải tài liệu về địa giới" in said


def test_the_sheet_holds_what_is_shown(pages: Client) -> None:
    answer = pages.get("/ma-tran.csv?hang=57-NQ/TW@XIII&hang=68-NQ/TW@XIII&don-vi=63")
    assert answer.headers["content-disposition"] == 'attachment; filename="ma-tran-do-phu.csv"'
    assert answer.content.startswith("\ufeff".encode())
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert len(rows) == 2 * 63
    assert {row["state"] for row in rows} <= set(UnitState)


def test_the_drawing_holds_what_is_shown(pages: Client) -> None:
    answer = pages.get("/ma-tran.svg?don-vi=63&lang=en")
    assert answer.headers["content-type"] == "image/svg+xml"
    root = ElementTree.fromstring(answer.text)
    said = " ".join("".join(one.itertext()) for one in root.iter())
    assert "12 central documents, 63 provinces" in said


def test_provinces_are_in_no_order_of_merit(pages: Client) -> None:
    html = pages.get("/ma-tran").text
    names = [parse_qs(urlsplit(str(one["href"])).query)["tinh"][0] for one in cells(html)[:34]]
    assert names[:3] == ["Cao Bằng", "Điện Biên", "Lai Châu"]  # by region, then by name
    assert names[-1] == "Vĩnh Long"


def test_coverage_of_one_document_is_reached_at_its_province(pages: Client) -> None:
    html = pages.get(CELL).text
    (way,) = [one for one in Tags(html).addresses() if one.startswith("/do-phu?")]
    anchor = urlsplit(way).fragment
    assert anchor == "quang-ninh"
    assert f'id="{anchor}"' in pages.get(way).text
