"""Long grounds and openings as they are printed: amending laws, several parents, other actors."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from tests.graph.extract.reading import all_relations, documents, read, relations

HEAD = "UBND TỈNH GIA LAI\nSố: 45/2022/QĐ-UBND\nGia Lai, ngày 5 tháng 9 năm 2022\n"
DECISION = f"{HEAD}QUYẾT ĐỊNH\nBan hành Quy định quản lý bến đò ngang\n"
ARTICLES = "\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Quy định quản lý bến đò ngang."
OWN = "45/2022/QĐ-UBND (Gia Lai)"


def grounds(lines: str, knowledge: Knowledge) -> set[str]:
    reading = read(f"{DECISION}{lines}{ARTICLES}", knowledge)
    return {ground for own, told, ground in relations(reading) if (own, told) == (OWN, "basedOn")}


@pytest.mark.parametrize(
    "law",
    [
        "Luật Sửa đổi, bổ sung một số điều của Luật Đường thủy nội địa",
        "Luật sửa đổi, bổ sung một số điều Luật Đường thủy nội địa",
        "Luật Sửa đổi, bổ sung một số điều của các Luật liên quan đến bến cảng",
        "Luật Sửa đổi, bổ sung một số điều của Luật Giá và Luật Đường thủy nội địa",
    ],
)
def test_a_law_that_amends_others_is_one_ground(law: str, knowledge: Knowledge) -> None:
    lines = f"Căn cứ {law} ngày 17 tháng 6 năm 2014;\nCăn cứ Luật Phí ngày 25/11/2015;"
    assert grounds(lines, knowledge) == {law, "Luật Phí"}


def test_what_a_ground_has_amended_is_no_ground_nor_is_the_next_amended(
    knowledge: Knowledge,
) -> None:
    reading = read(
        f"{DECISION}Căn cứ Thông tư số 33/2016/TT-BTC ngày 11/11/2016 sửa đổi, bổ sung Thông tư số "
        "26/2014/TT-BTC ngày 28/4/2014 của Bộ Tài chính; Thông tư số 39/2014/TT-BTC ngày 7/3/2014 "
        f"của Bộ Tài chính hướng dẫn thu phí đò;{ARTICLES}",
        knowledge,
    )
    assert relations(reading) == {
        ("33/2016/TT-BTC", "amends", "26/2014/TT-BTC"),
        (OWN, "basedOn", "33/2016/TT-BTC"),
        (OWN, "basedOn", "39/2014/TT-BTC"),
    }


def test_outside_of_grounds_a_list_of_what_is_amended_goes_on(knowledge: Knowledge) -> None:
    reading = read(
        "Thông tư số 33/2016/TT-BTC sửa đổi, bổ sung Thông tư số 26/2014/TT-BTC; Thông tư số "
        "39/2014/TT-BTC của Bộ Tài chính.",
        knowledge,
    )
    assert relations(reading) == {
        ("33/2016/TT-BTC", "amends", "26/2014/TT-BTC"),
        ("33/2016/TT-BTC", "amends", "39/2014/TT-BTC"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "về việc siết chặt thu phí đò và Bộ Tài chính đã ban hành Công văn số 4417/BTC-NSNN",
        "và Bộ Tài chính có Công văn số 4417/BTC-NSNN",
        "về thu phí đò; Bộ Tài chính cũng có Công văn số 4417/BTC-NSNN",
    ],
)
def test_what_another_body_issues_is_not_of_the_first(words: str, knowledge: Knowledge) -> None:
    reading = read(f"Thủ tướng Chính phủ đã ban hành Chỉ thị số 16/CT-TTg {words}.", knowledge)
    assert {one for one in all_relations(reading) if "issuedBy" in one} == {
        "16/CT-TTg | issuedBy | Thủ tướng Chính phủ",
        "4417/BTC-NSNN | issuedBy | Bộ Tài chính",
    }


def test_a_title_may_end_with_the_name_of_a_body(knowledge: Knowledge) -> None:
    words = "về quy chế phối hợp giữa Bộ Tài chính và Bộ Xây dựng"
    reading = read(f"Thủ tướng Chính phủ có Quyết định số 316/QĐ-TTg {words}.", knowledge)
    assert [one.title for one in reading.documents] == [words]


def test_a_plan_has_the_parent_behind_a_congress_too(knowledge: Knowledge) -> None:
    text = (
        "UBND TỈNH GIA LAI\nSố: 94/KH-UBND\nGia Lai, ngày 21 tháng 10 năm 2021\nKẾ HOẠCH\nThi đua "
        "làm đường xã\nThực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ về "
        "việc thi đua làm tốt Kế hoạch 5 năm theo Nghị quyết Đại hội đại biểu toàn quốc lần thứ "
        "XIII của Đảng và Kế hoạch số 16/KH-BTC ngày 31/8/2021 của Bộ Tài chính, UBND tỉnh ban "
        "hành Kế hoạch như sau:\nI. MỤC ĐÍCH"
    )
    reading = read(text, knowledge)
    own = "94/KH-UBND (Gia Lai)"
    assert {one for one in relations(reading) if one[0] == own} == {
        (own, "implements", "19/CT-TTg"),
        (own, "implements", "16/KH-BTC"),
    }
    assert {one.term for one in reading.documents if one.number == "16/KH-BTC"} == {None}


def test_the_issuer_in_a_heading_in_capitals_ends_before_the_topic(knowledge: Knowledge) -> None:
    reading = read(
        "UBND TỈNH GIA LAI\nSố: 94/KH-UBND\nGia Lai, ngày 21 tháng 10 năm 2021\nKẾ HOẠCH\nTHỰC "
        "HIỆN CHỈ THỊ SỐ 19/CT-TTG NGÀY 16 THÁNG 7 NĂM 2021 CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ VIỆC LÀM "
        "ĐƯỜNG XÃ\nI. MỤC ĐÍCH",
        knowledge,
    )
    told = {one.number: (one.issuer or "").lower() for one in reading.documents}
    assert told["19/CT-TTg"] == "thủ tướng chính phủ"


def test_who_drafted_a_letter_of_a_department_is_no_party_caucus(knowledge: Knowledge) -> None:
    reading = read(
        "Sở Tài nguyên và Môi trường Gia Lai có Công văn số 1123/STNMT-ĐĐ ngày 14/5/2021 về đất "
        "bãi bồi; Đảng đoàn có Công văn số 77-CV/ĐĐ.",
        knowledge,
    )
    assert documents(reading) == {"1123/STNMT-ĐĐ (Gia Lai)", "77-CV/ĐĐ"}
    assert {one.term for one in reading.documents if one.province} == {None}


@pytest.mark.parametrize(
    ("lead", "kind", "issuer"),
    [
        ("các Nghị định của Chính phủ", "NĐ-CP", "Chính phủ"),
        ("các Thông tư của Bộ trưởng Bộ Tài chính", "TT-BTC", "Bộ Tài chính"),
    ],
)
def test_the_issuer_before_a_list_is_that_of_all(
    lead: str, kind: str, issuer: str, knowledge: Knowledge
) -> None:
    reading = read(
        f"Căn cứ {lead}: số 93/2018/{kind} ngày 30/6/2018 về nợ của xã; số 94/2018/{kind} ngày "
        f"3/7/2018 về vốn (ODA); số 56/2020/{kind} ngày 25/5/2020; Quyết định số 31/QĐ-TTg.",
        knowledge,
    )
    assert {one for one in all_relations(reading) if "issuedBy" in one} == {
        f"{number}/{kind} | issuedBy | {issuer}" for number in ("93/2018", "94/2018", "56/2020")
    }


def test_who_speaks_before_a_colon_has_issued_nothing(knowledge: Knowledge) -> None:
    reading = read("Ý kiến gửi Chính phủ: số 93/2018/NĐ-CP và số 94/2018/NĐ-CP.", knowledge)
    assert not {one for one in all_relations(reading) if "issuedBy" in one}


def test_the_name_of_a_regulation_ends_before_what_it_came_with(knowledge: Knowledge) -> None:
    reading = read(
        "Căn cứ Quy chế Quản lý bến đò ban hành kèm theo Nghị định số 52/1999/NĐ-CP của Chính phủ;",
        knowledge,
    )
    assert documents(reading) == {"Quy chế Quản lý bến đò", "52/1999/NĐ-CP"}


ORDER = (
    "UBND TỈNH GIA LAI\nSố: 8/CT-UBND\nGia Lai, ngày 25 tháng 5 năm 2015\nCHỈ THỊ\nVề việc quản lý "
    "bến đò ngang\n"
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Để thực hiện Chỉ thị số 6/CT-TTg, UBND tỉnh yêu cầu:", {"6/CT-TTg"}),
        (
            "Thực hiện Chỉ thị số 6/CT-TTg, Chủ tịch UBND tỉnh chỉ thị các sở, ngành như sau:",
            {"6/CT-TTg"},
        ),
        ("Thực hiện Chỉ thị số 6/CT-TTg, UBND tỉnh đã yêu cầu các xã rà soát.", set[str]()),
        (
            "Thực hiện Chỉ thị số 6/CT-TTg, bến đò đã được sửa. UBND tỉnh yêu cầu:",
            set[str](),
        ),
    ],
)
def test_what_an_order_carries_out_behind_its_history(
    words: str, told: set[str], knowledge: Knowledge
) -> None:
    text = f"{ORDER}Năm qua nhiều bến đò chưa an toàn. {words}\n1. Sở Tài chính rà soát."
    own = "8/CT-UBND (Gia Lai)"
    assert {
        ground
        for one, predicate, ground in relations(read(text, knowledge))
        if (one, predicate) == (own, "implements")
    } == told


@pytest.mark.parametrize(
    "frame",
    [
        "ỦY BAN NHÂN DÂN TỈNH GIA LAI | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 45/2022/QĐ-UBND | Gia Lai, ngày 5 tháng 9 năm 2022 |\nQUYẾT ĐỊNH |\n",
        "| ỦY BAN NHÂN DÂN TỈNH GIA LAI | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n| | |\n|\n"
        "| Số: 45/2022/QĐ-UBND | Gia Lai, ngày 5 tháng 9 năm 2022 |\n|\n| QUYẾT ĐỊNH |\n",
    ],
)
def test_a_letterhead_printed_as_a_table_with_bars(frame: str, knowledge: Knowledge) -> None:
    reading = read(
        f"{frame}Ban hành Quy định quản lý bến đò ngang\nCăn cứ Luật Phí ngày 25/11/2015;\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Ban hành Quy định quản lý bến đò ngang.\n"
        "TM. ỦY BAN NHÂN DÂN |\n|\nCHỦ TỊCH |\n| Nguyễn Văn Thuận |\n| |",
        knowledge,
    )
    own = next(one for one in reading.documents if one.number == "45/2022/QĐ-UBND")
    assert own.issued is not None
    assert (own.type_vi, own.issued.earliest.isoformat()) == ("Quyết định", "2022-09-05")
    assert all_relations(reading) >= {
        f"{OWN} | issuedBy | UBND tỉnh Gia Lai",
        f"{OWN} | signedBy | Nguyễn Văn Thuận",
        f"{OWN} | basedOn | Luật Phí",
    }


@pytest.mark.parametrize("text", ["|", "| |\nV/v bến đò\n|\nKính gửi: Sở Tài chính\n|\nSố: 5 |\n|"])
def test_bars_alone_are_no_columns(text: str, knowledge: Knowledge) -> None:
    assert read(text, knowledge).documents == ()


@pytest.mark.parametrize(
    ("above", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH GIA LAI", "UBND tỉnh Gia Lai"),
        ("CHỦ TỊCH UỶ BAN NHÂN DÂN TỈNH GIA LAI", "UBND tỉnh Gia Lai"),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH GIA LAI", "UBND"),
    ],
)
def test_the_place_of_the_issuer_may_stand_above_the_grounds_alone(
    above: str, issuer: str, knowledge: Knowledge
) -> None:
    reading = read(
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 45/2022/QĐ-UBND | Pleiku, "
        f"ngày 5 tháng 9 năm 2022 |\nQUYẾT ĐỊNH\nBan hành Quy định bến đò ngang\n{above}\nCăn cứ "
        f"Luật Phí ngày 25/11/2015;{ARTICLES}",
        knowledge,
    )
    assert {one for one in all_relations(reading) if "| issuedBy |" in one} == {
        f"{OWN} | issuedBy | {issuer}"
    }


def test_an_issuer_in_capitals_may_bear_the_newer_tone_mark(knowledge: Knowledge) -> None:
    reading = read(f"{DECISION.replace('UBND TỈNH', 'UỶ BAN NHÂN DÂN TỈNH')}{ARTICLES}", knowledge)
    assert {one for one in all_relations(reading) if "| issuedBy |" in one} == {
        f"{OWN} | issuedBy | UBND tỉnh Gia Lai"
    }
