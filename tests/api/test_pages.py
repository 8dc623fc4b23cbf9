"""Every page and every state of it, from answers made by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from urllib.parse import quote

import pytest

from graph.errors import AmbiguousDocument, StoreDamaged, StoreMissing, Text
from graph.model import (
    Doubt,
    Ending,
    Force,
    Hit,
    Overview,
    PartialDate,
    Reason,
    Standing,
    Verification,
)
from tests.api import sample
from tests.api.client import PAGES, Client, Tags, client_of, words_of
from tests.api.sample import SampleAnswers

LIST = "/luoc-do?dang=danh-sach&doc=57-NQ/TW"


@pytest.mark.parametrize("address", PAGES)
def test_every_page_answers_in_both_languages(client: Client, address: str) -> None:
    joint = "&" if "?" in address else "?"
    vietnamese, english = client.get(address), client.get(f"{address}{joint}lang=en")
    assert vietnamese.status_code == english.status_code == 200
    assert '<html lang="vi">' in vietnamese.text
    assert '<html lang="en">' in english.text
    assert vietnamese.text != english.text


@pytest.mark.parametrize("address", PAGES)
def test_english_is_kept_in_every_link(client: Client, address: str) -> None:
    joint = "&" if "?" in address else "?"
    page = Tags(client.get(f"{address}{joint}lang=en").text)
    local = [a for a in page.addresses() if a.startswith("/")]
    lost = [a for a in local if "lang=en" not in a and "lang=vi" not in a]
    assert not lost
    assert sum("lang=vi" in a for a in local) == 1


def test_home_shows_what_the_store_holds(client: Client) -> None:
    said = words_of(client.get("/"))
    assert "1.234 văn bản" in said
    assert "Nghị quyết 57-NQ/TW" in said
    assert "1,234 documents" in words_of(client.get("/?lang=en"))


def test_home_of_an_empty_store(answers: SampleAnswers, client: Client) -> None:
    answers.counted = Overview(0, 0, 0, 0, ())
    assert client.get("/").status_code == 200


def test_hits_are_marked_whatever_the_tone_marks(client: Client) -> None:
    html = client.get("/tim", params={"q": "nghi quyet 57"}).text
    assert "<mark>Nghị quyết 57</mark>-NQ/TW" in html
    assert "chưa kiểm chứng" in html


def test_search_without_words_asks_nothing(answers: SampleAnswers, client: Client) -> None:
    assert "Gõ vài chữ" in client.get("/tim?q=++").text
    assert not answers.asked


def test_nothing_found_says_what_it_means(answers: SampleAnswers, client: Client) -> None:
    answers.hits = ()
    said = words_of(client.get("/tim?q=xyz"))
    assert "Chưa tìm thấy “xyz”" in said
    assert "không có nghĩa là văn bản không tồn tại" in said


def test_bodies_and_officials_are_shown_without_a_link(
    answers: SampleAnswers, client: Client
) -> None:
    answers.hits = (Hit("urn:x", "body", "Bộ Chính trị", "Politburo"),)
    response = client.get("/tim?q=bo")
    assert "cơ quan" in words_of(response)
    assert "urn:x" not in response.text


def test_document_shows_values_sources_and_dispute(client: Client) -> None:
    said = words_of(client.get("/van-ban?doc=57-NQ/TW"))
    assert "22-12-2024 đang dùng 2 nguồn" in said
    assert "23-12-2024 chưa kiểm chứng giá trị khác 1 nguồn" in said
    assert "chưa kiểm chứng" in said
    assert "không lưu địa chỉ nguồn" in said
    assert "hết hiệu lực" in said
    assert "bị thay thế bởi Nghị quyết 71/NQ-CP" in said
    assert "18-NQ/TW" in said  # another document with the same number


def test_document_names_the_fields_on_which_sources_differ(
    answers: SampleAnswers, client: Client
) -> None:
    it = replace(sample.ROOT, disputed=("issued",))
    answers.described = replace(sample.description(it))
    assert "không thống nhất ở: Ngày ban hành" in words_of(client.get("/van-ban?doc=57-NQ/TW"))


def test_a_quote_stands_out_in_its_paragraph(answers: SampleAnswers, client: Client) -> None:
    answers.beside = "Trước đó họp. ", " Sau đó nghỉ."
    page = client.get("/van-ban?doc=57-NQ/TW").text
    assert (
        '<span class="around">Trước đó họp. </span><q>Bài viết <mark>thực hiện</mark>.</q>'
        '<span class="around"> Sau đó nghỉ.</span>'
    ) in page


def test_document_shows_the_sentences_that_name_it(client: Client) -> None:
    response = client.get("/van-ban?doc=57-NQ/TW")
    assert "Tỉnh họp bàn <mark>Nghị quyết 57-NQ/TW</mark>." in response.text
    assert "Được nhắc tới 61" in words_of(response)
    assert "1 câu đầu" in words_of(response)


def test_document_of_an_address_of_the_data(answers: SampleAnswers, client: Client) -> None:
    assert client.get("/id/document/tw/nq/57/xiii?ngay=2025-02-01").status_code == 200
    assert answers.asked[0] == ("describe", sample.ROOT.iri, date(2025, 2, 1), None)
    client.get("/id/document/tw/nq/57/xiii?ngay=2025-02-01&biet=2025-03-01")
    asked = ("describe", sample.ROOT.iri, date(2025, 2, 1), date(2025, 3, 1))
    assert asked in answers.asked


def test_other_addresses_of_the_data_are_not_found_yet(client: Client) -> None:
    assert client.get("/id/body/bo-chinh-tri").status_code == 404


def test_reference_shows_its_candidates(answers: SampleAnswers, client: Client) -> None:
    it = replace(sample.ROOT, unresolved=True)
    answers.described = replace(sample.description(it), candidates=sample.TWINS)
    said = words_of(client.get("/van-ban?doc=57-NQ/TW"))
    assert "chưa xác định được văn bản" in said
    assert "Thể chế, chính sách về đất đai" in said


def test_cascade_shows_dates_lags_relations_and_proof(client: Client) -> None:
    said = words_of(client.get(LIST))
    assert "Chương trình hành động 10-CTr/TU Hà Giang" in said
    assert "Hà Giang thực hiện 15-1-2025" in said
    assert "15-1-2025 +24 ngày" in said
    assert "Cấp tỉnh 7" in said or "cấp tỉnh 7" in said
    assert "đã có ở nhánh khác" in said
    assert "hết hiệu lực" in said
    assert "example.org" in said


def test_cascade_passes_every_part_of_the_address(answers: SampleAnswers, client: Client) -> None:
    client.get(LIST + "&huong=len&sau=2&ngay=2025-06-30")
    assert answers.asked[-1:] == [("trace", "57-NQ/TW", False, 2, date(2025, 6, 30))]


def test_cascade_keeps_its_state_in_links_and_forms(client: Client) -> None:
    page = Tags(client.get(LIST + "&huong=len&sau=2&ngay=2025-06-30").text)
    hidden = {a["name"]: a["value"] for tag, a in page.found if a.get("type") == "hidden"}
    assert hidden == {
        "dang": "danh-sach",
        "doc": sample.ROOT.spelling,
        "huong": "len",
        "sau": "2",
    }
    assert any("sau=3" in a and "huong=len" in a and "ngay=2025" in a for a in page.addresses())


def test_selected_chain_tells_each_step(client: Client) -> None:
    response = client.get(
        "/luoc-do", params={"dang": "danh-sach", "doc": "57-NQ/TW", "chon": sample.PLAN.iri}
    )
    said = words_of(response)
    assert 'id="chon"' in response.text
    assert response.text.count('id="chon"') == 1
    assert "Chuỗi đang chọn" in said
    assert "Chương trình hành động 12-CTr/TU , Quảng Ninh" in said


def test_unknown_selection_changes_nothing(client: Client) -> None:
    assert "Chuỗi đang chọn" not in client.get(LIST + "&chon=x").text


def test_big_cascade_folds_the_rest_away(answers: SampleAnswers) -> None:
    said = words_of(client_of(answers, opened=3).get(LIST))
    assert "4 văn bản nữa" in said


def test_empty_cascade_does_not_say_that_nothing_was_done(
    answers: SampleAnswers, client: Client
) -> None:
    answers.cascaded = replace(sample.cascade(), nodes=(), documents=0, by_level=(), units=0)
    assert "không phải là chưa có triển khai" in words_of(client.get(LIST))


def test_deep_cascade_goes_on_from_a_document(answers: SampleAnswers, client: Client) -> None:
    deepest = sample.node(sample.PLAN, 400)
    for depth in range(399, 0, -1):
        deepest = sample.node(
            replace(sample.PLAN, iri=f"{sample.DATA}document/{depth}"), depth, deepest
        )
    answers.cascaded = replace(sample.cascade(), nodes=(deepest,))
    response = client.get(LIST)
    assert response.status_code == 200
    assert "xem tiếp từ văn bản này" in response.text


def test_coverage_tells_the_states_apart(client: Client) -> None:
    said = words_of(client.get("/do-phu?doc=57-NQ/TW"))
    for state in (
        "có văn bản 4",
        "có nhắc đến, chưa thấy văn bản 1",
        "chưa tìm thấy trong kho này 1",
        "ngoài phạm vi 1",
    ):
        assert state in said
    assert "4 /6 đơn vị có văn bản" in said  # out of scope is not counted against
    assert "67 % tỷ lệ" in said
    assert "69 độ trễ trung vị" in said
    assert "12 nguồn" in said


def test_coverage_stands_from_north_to_south(client: Client) -> None:
    said = words_of(client.get("/do-phu?doc=57-NQ/TW"))
    places = [said.rindex(name) for name in ("Hà Giang", "Hà Nội", "Nghệ An", "Đắk Lắk", "Cà Mau")]
    assert places == sorted(places)


def test_coverage_asks_for_the_units_named(answers: SampleAnswers, client: Client) -> None:
    client.get("/do-phu?doc=57-NQ/TW&don-vi=63")
    client.get("/do-phu?doc=57-NQ/TW")
    assert [question[-1] for question in answers.asked] == [63, 34]


@pytest.mark.parametrize("page", ["/van-ban", "/luoc-do", "/do-phu"])
def test_ambiguous_number_lists_the_candidates(client: Client, page: str) -> None:
    response = client.get(f"{page}?doc=18-NQ/TW&lang=en")
    assert response.status_code == 300
    for it in sample.TWINS:
        link = f"{page}?doc={quote(it.spelling, safe='')}&lang=en"
        assert link in Tags(response.text).addresses()
        assert str(it.title) in response.text


def test_ambiguous_number_as_json(client: Client) -> None:
    response = client.get("/van-ban?doc=18-NQ/TW", headers={"accept": "application/json"})
    assert response.status_code == 300
    assert response.headers["content-type"] == "application/problem+json"
    said = response.json()
    assert said["type"] == "urn:cascade:problem:ambiguous-document"
    assert said["choices"] == [it.spelling for it in sample.TWINS]


def test_ambiguity_that_cannot_be_told_apart_is_still_told(
    answers: SampleAnswers, client: Client
) -> None:
    answers.failing = AmbiguousDocument("x", ("0-A/B@1", "0-A/B@2"))
    assert client.get("/van-ban?doc=x").status_code == 300


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/van-ban?doc=0-NQ/XX", 404, "Không có văn bản nào tên “0-NQ/XX”"),
        ("/nowhere", 404, "Không có trang nào"),
        ("/van-ban", 400, "Chưa nêu văn bản nào"),
        ("/luoc-do?doc=57-NQ/TW&ngay=2023-02-30", 400, "“2023-02-30” không phải một ngày"),
        ("/luoc-do?doc=57-NQ/TW&huong=ngang", 400, "chọn một trong: xuong, len"),
        ("/luoc-do?doc=57-NQ/TW&sau=x", 400, "chọn một trong: 1, 2, 3"),
        ("/do-phu?doc=57-NQ/TW&don-vi=12", 400, "chọn một trong: 63, 34"),
        ("/tim?q=" + "a" * 301, 400, "301 ký tự"),
    ],
)
def test_problems_say_what_and_what_to_do(
    client: Client, address: str, status: int, said: str
) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert said in words_of(response)
    told = client.get(address, headers={"accept": "application/json"})
    assert told.status_code == told.json()["status"] == status
    assert {"type", "title", "detail"} <= told.json().keys()


@pytest.mark.parametrize("failure", [StoreMissing, StoreDamaged])
@pytest.mark.parametrize("address", ["/", "/tim?q=a", "/van-ban?doc=a", "/luoc-do?doc=a"])
def test_unusable_store_is_told_with_its_remedy(
    answers: SampleAnswers, client: Client, failure: type[StoreMissing], address: str
) -> None:
    answers.failing = failure(
        Text("kho hỏng", "broken"), place="/kho", remedy=Text("chạy cascade build", "run it")
    )
    response = client.get(address)
    assert response.status_code == 503
    assert "chạy cascade build" in words_of(response)
    answers.failing = None
    assert client.get("/").status_code == 200


def test_an_ending_that_is_not_sure_says_so(answers: SampleAnswers, client: Client) -> None:
    weak = (sample.evidence(9, verification=Verification.UNVERIFIED),)
    ending = Ending("replaces", sample.STATE, None, weak)
    standing = Standing(Force.UNKNOWN, sample.TODAY, PartialDate(2024, 12), (ending,))
    answers.described = replace(sample.description(), standing=standing)
    response = client.get("/van-ban?doc=57-NQ/TW")
    (told,) = re.findall(r'<div class="ending">\s*<p>(.*?)</p>', response.text, re.DOTALL)
    assert "chưa rõ từ ngày nào" in told
    assert "chưa kiểm chứng" in told
    said = words_of(response)
    assert "từ tháng 12-2024" in said
    assert "Chưa rõ ngày ban hành và ngày có hiệu lực" not in said


def test_a_part_that_ended_and_the_reasons_of_doubt_are_told(
    answers: SampleAnswers, client: Client
) -> None:
    part = Ending("replaces", sample.STATE, PartialDate(2025), (), parts=("Điều <8>",))
    over = Ending("expires", None, PartialDate(2025), ())
    reason = Reason(Doubt.END_PARTIAL, PartialDate(2025), "expires", None)
    standing = Standing(Force.UNKNOWN, sample.TODAY, None, (part, over), reasons=(reason,))
    answers.described = replace(sample.description(), standing=standing)
    response = client.get("/van-ban?doc=57-NQ/TW")
    assert "một phần (Điều &lt;8&gt;)" in response.text
    said = words_of(response)
    assert "Không xác định được, vì hết hiệu lực từ năm 2025: ngày được hỏi nằm trong" in said
    assert "expires" not in said


def test_only_a_document_without_any_day_is_said_to_have_none(
    answers: SampleAnswers, client: Client
) -> None:
    standing = Standing(Force.UNKNOWN, sample.TODAY, None, ())
    answers.described = replace(sample.description(), standing=standing)
    said = words_of(client.get("/van-ban?doc=57-NQ/TW"))
    assert "Chưa rõ ngày ban hành và ngày có hiệu lực" in said


def test_coverage_says_what_stands_outside_and_what_is_unverified(
    answers: SampleAnswers, client: Client
) -> None:
    whole = sample.coverage(63)
    weak = replace(
        whole.units[0], evidence=(sample.evidence(verification=Verification.UNVERIFIED),)
    )
    flag = '<span class="flag">chưa kiểm chứng</span>'
    before = client.get("/do-phu?doc=57-NQ/TW&don-vi=63")
    answers.covered = replace(whole, units=(weak, *whole.units[1:]), outside=17)
    after = client.get("/do-phu?doc=57-NQ/TW&don-vi=63")
    assert after.text.count(flag) == before.text.count(flag) + 1
    assert "17 văn bản của tỉnh, thành phố mới" in words_of(after)
    assert "không xếp được" not in words_of(before)
