"""Chains of changes and words for what was named before, and whose verb each of them is."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from tests.graph.extract.reading import read
from tests.graph.extract.test_between_documents import triples
from tests.graph.extract.test_unsaid_subjects import NEW, OLD, OTHER, PARENT, PLAN


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f"Quyết định số {OLD} được sửa bởi Quyết định số {OTHER}, rồi bị thay thế hoàn toàn "
            f"bởi Quyết định số {NEW}.",
            {(OTHER, "amends", OLD), (NEW, "replaces", OLD)},
        ),
        (
            f"Quyết định số {OLD} được sửa đổi bởi Quyết định số {OTHER} nay được thay thế bằng "
            f"Quyết định số {NEW}.",
            {(OTHER, "amends", OLD), (NEW, "replaces", OTHER)},
        ),
        (
            f"Điều 5 Quyết định số {OLD} bị bãi bỏ bởi Quyết định số {NEW}.",
            {(NEW, "amends", OLD)},
        ),
        (
            f"Theo Điều 5, Quyết định số {OLD} bị bãi bỏ bởi Quyết định số {NEW}.",
            {(NEW, "repeals", OLD)},
        ),
        (
            f"Quyết định số {OLD} được sửa đổi hai lần, tại Quyết định số {OTHER} và Quyết định số "
            f"{NEW}.",
            {(OTHER, "amends", OLD), (NEW, "amends", OLD)},
        ),
        (
            f"Quyết định số {NEW} thay thế Quyết định số {OTHER}, khiến Quyết định số {OLD} không "
            "còn hiệu lực.",
            {(NEW, "replaces", OTHER), (NEW, "repeals", OLD)},
        ),
        (
            f"Quyết định số {NEW} không chỉ thay thế Quyết định số {OLD} mà còn bãi bỏ khoản 2, "
            f"Điều 1 Quyết định số {OTHER}.",
            {(NEW, "replaces", OLD), (NEW, "amends", OTHER)},
        ),
        (
            f"Quyết định số {NEW} ra đời, đồng thời chấm dứt hiệu lực của Quyết định số {OLD}.",
            {(NEW, "repeals", OLD)},
        ),
        (
            f"UBND tỉnh căn cứ Quyết định số {NEW} để điều chỉnh Quyết định số {OLD}.",
            set(),
        ),
        (
            f"Thực hiện Quyết định số {NEW}, UBND huyện bãi bỏ Quyết định số {OLD}.",
            set(),
        ),
        (
            f"Theo Quyết định số {NEW} (thay thế Quyết định số {OLD}), phí đò tăng.",
            {(NEW, "replaces", OLD)},
        ),
        (
            f"Sở Tài chính hướng dẫn thực hiện Quyết định số {NEW} bằng Hướng dẫn số 31/HD-STC.",
            {("31/HD-STC", "guides", NEW)},
        ),
        (
            f"UBND tỉnh sửa đổi Quyết định số {OLD} bằng Quyết định số {NEW}.",
            {(NEW, "amends", OLD)},
        ),
        (
            f"Quyết định số {NEW} về bến đò thay thế Quyết định số {OLD}. Đây là văn bản cụ thể "
            f"hóa Nghị quyết số {PARENT} cũng như Chương trình hành động số 31-CTr/TU.",
            {
                (NEW, "replaces", OLD),
                (NEW, "implements", PARENT),
                (NEW, "implements", "31-CTr/TU"),
            },
        ),
        (
            f"Kế hoạch số {PLAN} ngày 4/3/2024 vốn căn cứ Quyết định số {NEW}.",
            {(PLAN, "basedOn", NEW)},
        ),
    ],
)
def test_a_chain_of_changes(
    words: str, told: set[tuple[str, str, str]], knowledge: Knowledge
) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "UBND tỉnh ban hành lần lượt Kế hoạch số 88/KH-UBND và Kế hoạch số 95/KH-UBND để triển "
            "khai các nghị quyết này.",
            {("88/KH-UBND", "implements", "4-NQ/TU"), ("95/KH-UBND", "implements", "5-NQ/TU")},
        ),
        (
            "Ngay sau khi nghị quyết ra đời, UBND tỉnh đã cụ thể hóa bằng Kế hoạch số 88/KH-UBND.",
            set(),
        ),
    ],
)
def test_each_of_a_list_carries_out_its_own(
    words: str, told: set[tuple[str, str, str]], knowledge: Knowledge
) -> None:
    before = "Tin Gia Lai: Tỉnh ủy ban hành Nghị quyết số 4-NQ/TU và Nghị quyết số 5-NQ/TU. "
    assert triples(read(before + words, knowledge)) == told


def test_what_a_bare_word_and_its_coming_mean(knowledge: Knowledge) -> None:
    words = (
        "Tin Gia Lai: Ban Bí thư ban hành Chỉ thị số 13-CT/TW về rừng. Ngay sau khi chỉ thị ra "
        "đời, Tỉnh ủy đã cụ thể hóa bằng Chương trình hành động số 14-CTr/TU."
    )
    assert triples(read(words, knowledge)) == {("14-CTr/TU", "implements", "13-CT/TW")}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f"Quyết định số {NEW} thay thế các Quyết định của UBND tỉnh: số {OLD} ngày 2/3/2016; "
            f"số {OTHER} ngày 5/8/2017.",
            {(NEW, "replaces", OLD), (NEW, "replaces", OTHER)},
        ),
        (
            f"Quyết định số {OLD} hết hiệu lực kể từ ngày ban hành Quyết định số {NEW}.",
            {(NEW, "repeals", OLD)},
        ),
        (
            f"Quyết định số {OLD} hết hiệu lực từ ngày 1/10/2022, sau Quyết định số {NEW} ba năm.",
            set(),
        ),
        (
            f"Nghị quyết số {PARENT} tiếp tục được thực hiện thông qua Kế hoạch số {PLAN}.",
            {(PLAN, "continues", PARENT)},
        ),
        (
            "Chính phủ có Nghị quyết số 103/NQ-CP ngày 6/10/2022 ban hành Chương trình hành động "
            f"thực hiện Nghị quyết số {PARENT}.",
            {("103/NQ-CP", "implements", PARENT)},
        ),
        (
            "Công an tỉnh có Công văn số 5120/CAT-PC06 triển khai Thông tư số 66/2021/TT-BCA.",
            {("5120/CAT-PC06", "implements", "66/2021/TT-BCA")},
        ),
    ],
)
def test_whose_act_it_is(words: str, told: set[tuple[str, str, str]], knowledge: Knowledge) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f"Quyết định số {NEW} hướng dẫn Nghị định số 15/2020/NĐ-CP, có hiệu lực từ ngày ký, "
            f"bãi bỏ các Quyết định: số {OLD}, số {OTHER}.",
            {
                (NEW, "guides", "15/2020/NĐ-CP"),
                (NEW, "repeals", OLD),
                (NEW, "repeals", OTHER),
            },
        ),
        (
            f"UBND tỉnh ban hành Quyết định số {NEW} thành lập Ban Chỉ đạo, theo Quy định số "
            "137-QĐ/TW.",
            {(NEW, "basedOn", "137-QĐ/TW")},
        ),
        (
            f"UBND tỉnh ban hành Quyết định số {NEW} thành lập Ban Chỉ đạo, các xã họp theo Quy "
            "định số 137-QĐ/TW.",
            set(),
        ),
        (
            f"Sau khi có Nghị quyết số {PARENT}, UBND tỉnh ban hành Kế hoạch số {PLAN} triển khai "
            "thực hiện.",
            {(PLAN, "implements", PARENT)},
        ),
        (
            f"Căn cứ Quy chế làm việc số 02-QC/TU, Tỉnh ủy ban hành Kế hoạch số {PLAN}.",
            {(PLAN, "basedOn", "02-QC/TU")},
        ),
    ],
)
def test_what_a_document_goes_by(
    words: str, told: set[tuple[str, str, str]], knowledge: Knowledge
) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f"UBND tỉnh ban hành Kế hoạch số {PLAN} về sinh hoạt chi bộ, trong đó cụ thể hóa Nghị "
            f"quyết số {PARENT}.",
            {(PLAN, "implements", PARENT)},
        ),
        (
            f"Quyết định số {OLD} được bổ sung bằng Quyết định số {OTHER} rồi Quyết định số {NEW}.",
            {(OTHER, "amends", OLD), (NEW, "amends", OLD)},
        ),
        (
            f"Quyết định số {OLD} cùng hai quyết định bổ sung nói trên bị thay thế bằng Quyết định "
            f"số {NEW}.",
            {(NEW, "replaces", OLD)},
        ),
        (
            f"Kế hoạch số 12/KH-UBND kế thừa Kế hoạch số 9/KH-UBND, được cụ thể hóa trong Kế hoạch "
            f"số {PLAN}.",
            {(PLAN, "implements", "12/KH-UBND")},
        ),
        (
            f"UBND tỉnh ban hành Quyết định số {OTHER}. UBND huyện ban hành Quyết định số {NEW} "
            f"trên cơ sở quyết định này, qua đó bãi bỏ Quyết định số {OLD}.",
            {(NEW, "basedOn", OTHER), (NEW, "repeals", OLD)},
        ),
        (
            f"Cùng với Quyết định số {OTHER}, Quyết định số {OLD} được sửa đổi tại Quyết định số "
            f"{NEW}.",
            {(NEW, "amends", OLD)},
        ),
        (
            f"Việc thực hiện Nghị quyết số {PARENT} được tỉnh cụ thể hóa qua hai văn bản: Kế hoạch "
            f"số {PLAN} và Kế hoạch số 184/KH-UBND.",
            {(PLAN, "implements", PARENT), ("184/KH-UBND", "implements", PARENT)},
        ),
        (
            f"UBND tỉnh ban hành Quyết định số {NEW} về giá đất. Cơ sở pháp lý của quyết định là "
            "Nghị định số 15/2020/NĐ-CP và Nghị quyết số 12/NQ-HĐND.",
            {(NEW, "basedOn", "15/2020/NĐ-CP"), (NEW, "basedOn", "12/NQ-HĐND")},
        ),
        (
            f"UBND tỉnh ban hành Quyết định số {NEW} về giá đất. Bảng giá đất này thay thế bảng "
            f"giá đất ban hành kèm theo Quyết định số {OLD}.",
            {(NEW, "replaces", OLD)},
        ),
        (
            f"UBND tỉnh ban hành Quyết định số {NEW} về giá đất. Bảng giá đất này cao hơn bảng giá "
            f"đất ban hành kèm theo Quyết định số {OLD}.",
            set(),
        ),
        (
            f"Chương trình hành động số 52-CTr/TUthực hiện Nghị quyết số {PARENT}.",
            {("52-CTr/TU", "implements", PARENT)},
        ),
    ],
)
def test_what_goes_on_in_other_words(
    words: str, told: set[tuple[str, str, str]], knowledge: Knowledge
) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == told
