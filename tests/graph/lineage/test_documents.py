"""The document that a spelling means, and the spelling of every document."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from graph.errors import AmbiguousDocument, NotFound
from graph.lineage.documents import documents, find_document
from graph.model import Verification
from graph.store.protocol import Reader
from ontology import terms as cas


@pytest.mark.parametrize(
    ("spelling", "path"),
    [
        ("57-NQ/TW", "tw/nq/57/xiii"),
        ("57-nq/tw", "tw/nq/57/xiii"),
        ("Nghị quyết 57-NQ/TW", "tw/nq/57/xiii"),
        ("Nghị quyết số 57-NQ/TW", "tw/nq/57/xiii"),
        ("nghi quyet 57", "tw/nq/57/xiii"),
        ("18-NQ/TW@XII", "tw/nq/18/xii"),
        ("18-NQ/TW@xii", "tw/nq/18/xii"),
        ("18-NQ/TW@khóa XIII", "tw/nq/18/xiii"),
        ("18-NQ/TW@2026", "tw/nq/18/xiv"),
        ("18-NQ/TW@2017-10-25", "tw/nq/18/xii"),
        ("29-NQ/TW@2013", "tw/nq/29/xi"),
        ("06-CTr/TU@Hà Nội@2026", "tu/ha-noi/ctr/6/2025-2030"),
        ("06-CTr/TU@2026@Hà Nội", "tu/ha-noi/ctr/6/2025-2030"),
        ("06-CTr/TU@ha noi", "tu/ha-noi/ctr/6/2025-2030"),
        ("06-CTr/TU@tỉnh Thừa Thiên Huế", "tu/thua-thien-hue/ctr/6/2020-2025"),
        ("06-CTr/TU@Huế", "tu/thua-thien-hue/ctr/6/2020-2025"),  # what became of it
        ("13222/CTr-UBND@BR-VT", "ubnd/ba-ria-vung-tau/ctr/2022/13222"),
        ("05-CT/TW@BCT@XII", "tw/ct/5/xii"),
        ("591-CV/BCSĐ", "bcsd/ca-mau/cv/591/2020-2025"),
        ("21@Đà Nẵng@Ban Thường vụ Thành ủy Đà Nẵng", "tu/da-nang-2025/kh/21/2020-2025"),
        ("105-QĐ/TW", "tw/qd/105/xii"),
        ("105-QÐ/TW", "tw/qd/105/xii"),  # Eth typed for Đ
        ("139/NQ-CP@2025", "cp/nq/2025/139"),
        ("66.18/2026/NQ-CP", "cp/nq/2026/66_18"),
        ("12-KL/TW@2022-04-06", "tw/kl/12/xiii/2022-04-06"),
        ("khoán 10", "tw/nq/10/vi"),
        ("Nghị quyết Đại hội XIII của Đảng", "dh/nq/khong-so/xiii"),
        ("document/tw/nq/57/xiii", "tw/nq/57/xiii"),
        ("/id/document/tw/nq/57/xiii", "tw/nq/57/xiii"),
        (cas.DATA + "document/tw/nq/57/xiii", "tw/nq/57/xiii"),
    ],
)
def test_a_spelling_means_one_document(reader: Reader, spelling: str, path: str) -> None:
    assert find_document(reader, spelling).iri == f"{cas.DATA}document/{path}"


@pytest.mark.parametrize(
    ("spelling", "choices"),
    [
        ("18-NQ/TW", ("18-NQ/TW@XII", "18-NQ/TW@XIII", "18-NQ/TW@XIV")),
        ("12-KL/TW", ("12-KL/TW@2021-08-12", "12-KL/TW@2022-04-06")),
        (
            "Nghị quyết Trung ương 6 (khóa XII)",
            ("18-NQ/TW@XII", "19-NQ/TW@XII", "20-NQ/TW@XII", "21-NQ/TW@XII"),
        ),
    ],
)
def test_several_documents_are_listed_with_what_selects_each(
    reader: Reader, spelling: str, choices: tuple[str, ...]
) -> None:
    with pytest.raises(AmbiguousDocument) as raised:
        find_document(reader, spelling)
    assert raised.value.spellings == choices
    assert {find_document(reader, choice).spelling for choice in choices} == set(choices)


@pytest.mark.parametrize(
    "spelling",
    [
        "",
        "@",
        "xx",
        "999999-NQ/TW",
        "18-NQ/TW@X",
        "57-NQ/TW@Hà Nội",
        "document/tw/x",
        "document/a<b",
    ],
)
def test_what_is_not_there_is_not_found(reader: Reader, spelling: str) -> None:
    with pytest.raises(NotFound):
        find_document(reader, spelling)


def test_every_document_has_a_spelling_that_selects_it_alone(reader: Reader) -> None:
    numerals = reader.quads(predicate=NamedNode(cas.numeral))
    known = documents(reader, [str(quad.subject).strip("<>") for quad in numerals])
    assert len(known) == 1122
    wrong = [d.spelling for d in known.values() if find_document(reader, d.spelling).iri != d.iri]
    assert wrong == []


def test_a_document_says_what_it_rests_on(reader: Reader) -> None:
    document = find_document(reader, "06-CTr/TU@Hà Nội@2026")
    assert (document.name, document.unit, document.verification) == (
        "Chương trình hành động 06-CTr/TU",
        "Hà Nội",
        Verification.UNVERIFIED,
    )
    assert find_document(reader, "57-NQ/TW").disputed == ("issued",)
