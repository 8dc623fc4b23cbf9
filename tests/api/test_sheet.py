"""Lược đồ: its state in the address, the drawing in words, and nothing but text from texts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.sheet.state import SheetState
from graph.errors import QuestionError
from graph.model import CENTRE, Level, SceneQuestion
from tests.api import sample
from tests.api.client import Client, Tags, words_of
from tests.api.sample import SampleAnswers
from tests.api.test_safety import HOSTILE

PAGE = "/luoc-do?doc=57-NQ/TW"
LAYOUT = "/api/layout/cascade?doc=57-NQ/TW"
WHOLE = {
    "doc": "57-NQ/TW",
    "huong": "len",
    "sau": "2",
    "ngay": "2025-06-30",
    "chon": "document/x",
    "mo": "ha-noi,ca-mau",
    "het": "ha-noi,centre",
    "cap": "province,commune",
    "loai": "both/ke-hoach,party/nghi-quyet+state/nghi-quyet",
    "qh": "implements",
    "ro": "1",
    "luc": "1",
    "lang": "en",
}


def laid(client: Client, more: str = "") -> dict[str, Any]:
    found: dict[str, Any] = client.get(LAYOUT + more).json()
    return found


def parameters(address: str) -> dict[str, str]:
    found = parse_qs(urlsplit(address).query, keep_blank_values=True)
    return {name: values[0] for name, values in found.items()}


def test_every_part_of_the_state_is_read() -> None:
    asked = SheetState.of(WHOLE).question
    view = asked.view
    assert (view.down, view.depth, view.as_of) == (False, 2, date(2025, 6, 30))
    assert view.levels == (Level.PROVINCE, Level.COMMUNE)
    assert [one.partition("type/")[2] for one in view.types] == [
        "both/ke-hoach",
        "party/nghi-quyet",
        "state/nghi-quyet",
    ]
    assert (view.relations, view.stated, view.in_force) == (("implements",), True, True)
    assert asked.opened is not None
    assert [one.rpartition("/")[2] for one in asked.opened] == ["ha-noi", "ca-mau"]
    assert CENTRE in asked.whole
    assert asked.chosen == sample.DATA + "document/x"


def test_an_address_holds_all_of_its_state_and_nothing_else() -> None:
    state = SheetState.of(WHOLE | {"fbclid": "x", "dang": "hinh"})
    assert parameters(state.address()) == WHOLE
    assert SheetState.of(parameters(state.address())) == SheetState.of(WHOLE)


@given(st.sets(st.sampled_from(["ha-noi", "ca-mau", "hue"])), st.sampled_from(["ha-noi", "hue"]))
def test_opening_twice_changes_nothing(opened: set[str], unit: str) -> None:
    base = f"{sample.DATA}unit/"
    before = tuple(base + one for one in sorted(opened))
    state = SheetState.of({"doc": "x", "mo": ",".join(sorted(opened)) or "-"})
    once = SheetState.of(parameters(state.opening(before, base + unit)))
    assert once.question.opened is not None
    assert set(once.question.opened) ^ set(before) == {base + unit}
    twice = SheetState.of(parameters(once.opening(once.question.opened, base + unit)))
    assert set(twice.question.opened or ()) == set(before)


def test_a_facet_goes_out_and_comes_back() -> None:
    every = ("central", "province", "commune")
    without = parameters(SheetState.of({"doc": "x"}).toggled("cap", "province", every))
    assert without["cap"] == "central,commune"
    state = SheetState.of(without)
    assert not state.shows("cap", "province")
    assert "cap" not in parameters(state.toggled("cap", "province", every))


@pytest.mark.parametrize(
    "wrong", ["huong=x", "sau=9", "ngay=x", "cap=king", "qh=owns", "chon=" + "x" * 301]
)
def test_what_no_state_can_be_is_refused(client: Client, wrong: str) -> None:
    assert client.get(f"{PAGE}&{wrong}").status_code == 400
    told = client.get(f"{LAYOUT}&{wrong}")
    assert (told.status_code, told.json()["status"]) == (400, 400)
    with pytest.raises(QuestionError):
        SheetState.of({"doc": "x"} | dict([wrong.split("=")]))


def test_the_drawing_says_what_the_cascade_holds(client: Client) -> None:
    drawn = laid(client)
    assert drawn["documents"] == 9
    titles = [card["title"] for card in drawn["cards"]]
    assert titles[0] == sample.ROOT.name
    assert {"Hà Giang", "Nghị quyết 71/NQ-CP"} <= set(titles)
    bars = {bar["name"]: bar for bar in drawn["bars"] if bar["level"] == "province"}
    assert (bars["Huế"]["count"], bars["Huế"]["state"], bars["Huế"]["href"]) == (
        0,
        "none_found",
        None,
    )
    assert [chip["label"] for chip in drawn["chips"] if chip["state"] == "none_found"] == ["Huế"]
    assert [band["level"] for band in drawn["bands"]] == [
        *("central", "province", "district", "commune")
    ]
    assert "không có nghĩa là chưa triển khai" in drawn["bands"][-1]["empty"]
    assert {line["unverified"] for card in drawn["cards"] for line in card["lines"]} == {
        True,
        False,
    }


def test_a_chosen_document_shows_its_chain_in_drawing_and_words(client: Client) -> None:
    chosen = quote(sample.PLAN.iri, safe="")
    drawn = laid(client, f"&chon={chosen}")
    lit = [link for link in drawn["links"] if link["chosen"]]
    assert {link["relation"] for link in lit} >= {"thực hiện"}
    assert [card["id"] for card in drawn["cards"] if card["kind"] == "document" and card["chosen"]]
    said = words_of(client.get(f"{PAGE}&chon={chosen}"))
    assert "Quan hệ đang chọn · thực hiện, căn cứ" in said
    assert "Kế hoạch 5-KH/HU (Hạ Long) thực hiện, căn cứ Chương trình hành động 12-CTr/TU" in said
    assert "Cả chuỗi: 161–190 ngày." in said


def test_english_says_it_in_english(client: Client) -> None:
    drawn = laid(client, "&lang=en")
    assert drawn["bands"][0]["label"] == "Central"
    assert "22 Dec 2024 · Bộ Chính trị" in drawn["cards"][0]["notes"]
    assert all("lang=en" in card["href"] for card in drawn["cards"])
    assert "Units with the earliest document" in words_of(client.get(PAGE + "&lang=en"))


def test_a_selection_that_is_not_there_is_told(client: Client) -> None:
    assert "không có trong lược đồ này" in words_of(client.get(PAGE + "&chon=document/none"))


def test_an_empty_cascade_says_what_that_means(answers: SampleAnswers, client: Client) -> None:
    answers.cascaded = replace(sample.cascade(), nodes=(), documents=0, by_level=(), units=0)
    said = words_of(client.get(PAGE))
    assert "Chưa tìm thấy văn bản nào triển khai văn bản này" in said
    assert laid(client)["links"] == []


def test_without_a_document_the_way_leads_to_the_search(client: Client) -> None:
    told = client.get("/luoc-do?lang=en")
    assert (told.status_code, told.headers["location"]) == (303, "/?lang=en")


def test_browsers_without_scripts_are_led_to_the_list(client: Client) -> None:
    tags = Tags(client.get(PAGE + "&sau=1").text).found
    (led,) = [a["content"] for tag, a in tags if tag == "meta" and a.get("http-equiv")]
    assert led == "0; url=/luoc-do?doc=57-NQ%2FTW&sau=1&dang=danh-sach"


def test_a_list_that_nobody_reads_is_refused(answers: SampleAnswers, client: Client) -> None:
    answers.cascaded = replace(sample.cascade(), documents=3_001)
    told = client.get(PAGE + "&dang=danh-sach")
    assert told.status_code == 400
    assert "3001 văn bản" in words_of(told)
    assert [asked[0] for asked in answers.asked] == ["scene"]


@pytest.mark.parametrize("width", [0, 320, 641, 10**9])
def test_any_width_is_drawn_within_reason(client: Client, width: int) -> None:
    drawn = laid(client, f"&rong={width}")
    assert 320 <= drawn["width"] <= 2400
    for card in drawn["cards"]:
        assert 0 <= card["box"]["x"] < card["box"]["x"] + card["box"]["w"] <= drawn["width"]


def test_hostile_text_stays_text(answers: SampleAnswers, client: Client) -> None:
    bad = replace(sample.local_document(0), name=HOSTILE, number=None, unit=HOSTILE, title=HOSTILE)
    answers.cascaded = replace(sample.cascade(), nodes=(sample.node(bad, 1),))
    page = client.get(PAGE)
    assert not [tag for tag, a in Tags(page.text).found if tag == "img" or "onerror" in a]
    drawn = json.dumps(laid(client), ensure_ascii=False)
    assert "\u202e" not in drawn
    assert "\\u0000" not in drawn
    for address in Tags(page.text).addresses():
        assert address.startswith(("/", "#", "https://example.org/"))


def test_what_is_asked_is_one_scene(answers: SampleAnswers, client: Client) -> None:
    client.get(PAGE + "&mo=ha-noi")
    ((kind, asked),) = answers.asked
    assert kind == "scene"
    assert isinstance(asked, SceneQuestion)
    assert asked.opened == (f"{sample.DATA}unit/ha-noi",)
