"""Finding by what people type: without tone marks, by number, by the beginning of a word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.model import Hit
from graph.search import Entry, SearchIndex, build_index
from graph.store.memory import MemoryStore
from ontology import terms as cas

LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Row = tuple[str, str, str | Literal]


def document(name: str, number: str, title: str, issued: str) -> Iterator[Row]:
    iri = f"{cas.DATA}document/{name}"
    yield iri, TYPE, cas.Document
    yield iri, LABEL, Literal(f"Nghị quyết {number}", language="vi")
    yield iri, cas.number, Literal(number)
    yield iri, cas.title, Literal(title)
    yield iri, cas.issued, Literal(issued)


def named(kind: str, iri: str, *labels: Literal) -> Iterator[Row]:
    yield cas.DATA + iri, TYPE, kind
    for label in labels:
        yield cas.DATA + iri, LABEL, label


ROWS: list[Row] = [
    *document("18-xii", "18-NQ/TW", "Tiếp tục đổi mới, sắp xếp tổ chức bộ máy", "2017-10-25"),
    *document("18-xiii", "18-NQ/TW", "Tiếp tục đổi mới chính sách đất đai", "2022-06-16"),
    *document("118", "118/NQ-CP", "Thực hiện Nghị quyết 18-NQ/TW về đất đai", "2023-01-01"),
    *document("57", "57-NQ/TW", "Đột phá phát triển khoa học, công nghệ", "2024-12-22"),
    *document("hoa", "1-NQ/TU", "Đẩy mạnh công nghiệp hoá", "2020-01"),
    *document("hoa-binh", "2-NQ/TU", "Vì hòa bình", "2019"),
    *document("dat", "3-NQ/TU", "Việc thi đua đạt kết quả", "2018-01-01"),
    *named(
        cas.Body,
        "body/bct",
        Literal("Bộ Chính trị", language="vi"),
        Literal("Politburo", language="en"),
    ),
    (cas.DATA + "body/bct", cas.alias, Literal("BCT")),
    (cas.DATA + "document/57", cas.issuedBy, cas.DATA + "body/bct"),
    (cas.DATA + "document/57", cas.alias, Literal("Nghị quyết về chuyển đổi số")),
    *named(cas.Official, "official/pmc", Literal("Phạm Minh Chính")),
    *named(cas.Post, "post/tb", Literal("Trưởng ban", language="vi")),
    *named(cas.Body, "body/btctw", Literal("Ban Tổ chức Trung ương", language="vi")),
    (cas.DATA + "tenure/1", cas.holder, cas.DATA + "official/pmc"),
    (cas.DATA + "tenure/1", cas.post, cas.DATA + "post/tb"),
    (cas.DATA + "tenure/1", cas.body, cas.DATA + "body/btctw"),
]


def quad(subject: str, predicate: str, value: str | Literal) -> Quad:
    term = value if isinstance(value, Literal) else NamedNode(value)
    return Quad(NamedNode(subject), NamedNode(predicate), term)


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    store = MemoryStore(quad(*row) for row in ROWS)
    with store.read() as reader:
        return build_index(reader)


def found(index: SearchIndex, text: str, limit: int = 20) -> list[str]:
    return [hit.iri.removeprefix(cas.DATA) for hit in index.find(text, limit)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "18-NQ/TW",
            "18-nq/tw",
            "18 nq tw",
            "18nqtw",
            "18NQ-TW",
            "nghi quyet 18",
            "NGHỊ QUYẾT 18",
        ),
        *("nghị quyết số 18-NQ/TW", " 18 – NQ/TW "),
    ],
)
def test_a_number_is_found_however_it_is_typed(index: SearchIndex, text: str) -> None:
    hits = found(index, text.replace("số ", ""))
    assert hits[:2] == ["document/18-xiii", "document/18-xii"]


def test_an_exact_number_comes_before_documents_that_cite_it(index: SearchIndex) -> None:
    assert found(index, "18-NQ/TW")[2:] == ["document/118"]


def test_a_figure_is_not_taken_for_the_beginning_of_another(index: SearchIndex) -> None:
    assert "document/118" not in found(index, "1-NQ/TU")
    assert found(index, "11") == []


@pytest.mark.parametrize("text", ["dat dai", "đất đai", "Ðất Ðai", "ĐẤT ĐAI", "dat  dai "])
def test_tone_marks_are_optional(index: SearchIndex, text: str) -> None:
    assert set(found(index, text)) == {"document/18-xiii", "document/118"}


@pytest.mark.parametrize("text", ["công nghiệp hóa", "công nghiệp hoá", "cong nghiep hoa"])
def test_old_and_new_tone_placement_meet(index: SearchIndex, text: str) -> None:
    assert found(index, text) == ["document/hoa"]


def test_what_bears_the_same_marks_comes_first(index: SearchIndex) -> None:
    assert found(index, "hoá")[0] == "document/hoa"
    assert found(index, "hòa")[0] == "document/hoa-binh"
    assert found(index, "hoà")[0] == "document/hoa-binh"
    assert found(index, "đạt")[0] == "document/dat"
    assert set(found(index, "hoa")) == {"document/hoa", "document/hoa-binh"}


def test_every_word_counts_and_the_last_may_be_unfinished(index: SearchIndex) -> None:
    assert found(index, "khoa học công ng") == ["document/57"]
    assert found(index, "khoa học không có") == []


def test_aliases_issuers_and_their_aliases_find(index: SearchIndex) -> None:
    assert found(index, "chuyen doi so") == ["document/57"]
    assert found(index, "bo chinh tri") == ["body/bct", "document/57"]
    assert set(found(index, "chính trị")) == {"body/bct", "document/57"}
    assert found(index, "politburo") == ["body/bct"]
    assert found(index, "bct") == ["body/bct"]


def test_officials_are_found_by_name_and_post(index: SearchIndex) -> None:
    assert index.find("pham minh chinh") == (
        Hit(
            f"{cas.DATA}official/pmc",
            "official",
            "Phạm Minh Chính",
            "Trưởng ban, Ban Tổ chức Trung ương",
        ),
    )
    assert "official/pmc" in found(index, "truong ban to chuc")


def test_a_document_tells_date_issuer_and_title(index: SearchIndex) -> None:
    (hit,) = index.find("57-NQ/TW")
    assert hit.name == "Nghị quyết 57-NQ/TW"
    assert hit.detail == "22-12-2024 · Bộ Chính trị · Đột phá phát triển khoa học, công nghệ"


def test_no_more_than_the_limit(index: SearchIndex) -> None:
    assert len(index.find("nghi quyet", 3)) == 3
    assert index.find("nghi quyet", 0) == ()


@pytest.mark.parametrize(
    "text", ["", "   ", "!?", "\x1b[31m", "*", '"', "\\", "a" * 5000, "(" * 99]
)
def test_any_text_may_be_asked(index: SearchIndex, text: str) -> None:
    assert index.find(text) == ()


@pytest.mark.parametrize("text", ["18 OR 57", "title:18", "18*", "[a TO z]", '"18 nq"'])
def test_the_text_is_no_query_language(index: SearchIndex, text: str) -> None:
    assert "document/57" not in found(index, text)


def test_an_empty_store_finds_nothing() -> None:
    with MemoryStore().read() as reader:
        assert build_index(reader).find("18-NQ/TW") == ()


def test_the_order_does_not_depend_on_the_order_of_loading() -> None:
    hits = [Hit(f"x:{n}", "document", "Nghị quyết", "") for n in range(30)]
    entries = [Entry(hit, newest=str(n % 5)) for n, hit in enumerate(hits)]
    there = SearchIndex(entries).find("nghi quyet", 30)
    back = SearchIndex(reversed(entries)).find("nghi quyet", 30)
    assert there == back
    assert [hit.iri for hit in there[:2]] == ["x:14", "x:19"]
