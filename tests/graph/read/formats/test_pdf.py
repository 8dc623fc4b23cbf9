"""PDF: lines joined, columns parted, page furniture left out, pictures told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.read.article import article_of, read_article
from graph.read.formats import pdf as reader
from graph.read.formats import scanned
from graph.read.formats.pages import Piece, text_of
from tests.graph.read.formats.files import pdf

LEFT, STEP = 85.0, 18.0
FULL = "Thực hiện Nghị quyết của Ban Chấp hành Trung ương về công tác cán bộ, các"


def text(content: bytes) -> str:
    return article_of(content, "x", place="x.pdf").text


def page(*lines: str, top: float = 760.0) -> list[tuple[float, float, str]]:
    return [(LEFT, top - STEP * number, line) for number, line in enumerate(lines) if line]


def test_a_paragraph_is_joined_over_its_lines_and_a_number_over_its_break() -> None:
    told = text(pdf(page(f"{FULL} cấp 55-", "KL/TU và Tỉnh ủy.", "Điều 1. Tổ chức thực hiện")))
    assert told.split("\n") == [f"{FULL} cấp 55-KL/TU và Tỉnh ủy.", "Điều 1. Tổ chức thực hiện"]


def test_halves_of_characters_that_a_font_tells_are_none() -> None:
    assert text(pdf(page("18-NQ/TW \udddd Trung ương"))) == "18-NQ/TW \ufffd Trung ương"


def test_columns_of_a_letterhead_are_parted() -> None:
    head = [(LEFT, 780.0, "TỈNH ỦY HÀ TĨNH"), (330.0, 780.0, "ĐẢNG CỘNG SẢN VIỆT NAM")]
    told = text(pdf([*head, *page(f"{FULL} cấp ủy", "đảng.")]))
    assert told.split("\n")[0] == "TỈNH ỦY HÀ TĨNH    ĐẢNG CỘNG SẢN VIỆT NAM"


def test_page_numbers_and_running_heads_are_left_out() -> None:
    pages = [
        page(f"CÔNG BÁO/Số {number}", f"Đoạn {word} của văn bản", "", str(number))
        for number, word in ((1, "đầu"), (2, "giữa"), (3, "sau"), (4, "cuối"))
    ]
    assert text(pdf(*pages)).split("\n") == [
        f"Đoạn {word} của văn bản" for word in ("đầu", "giữa", "sau", "cuối")
    ]


def test_a_mark_of_secrecy_at_the_head_of_every_page_counts() -> None:
    pages = [page("MẬT", f"Đoạn {word} của văn bản") for word in ("đầu", "giữa", "sau")]
    with pytest.raises(InputError) as caught:
        text(pdf(*pages))
    assert "MẬT" in caught.value.message.vi


def test_a_mark_at_the_head_of_one_later_page_counts_but_not_inside_it() -> None:
    lines = [f"Đoạn {number}." for number in range(20)]
    with pytest.raises(InputError, match="TỐI MẬT"):
        text(pdf(page(*lines), page("TỐI MẬT", *lines)))
    inside = [*lines[:9], "TỐI MẬT", *lines[9:]]
    assert "TỐI MẬT" in text(pdf(page(*lines), page(*inside)))


def test_a_stamp_on_a_page_counts() -> None:
    def stamped(said: str) -> bytes:
        note = f"/Annots[<</Type/Annot/Subtype/Stamp/Rect[50 700 150 740]/Contents<{said}>>>]"
        return pdf(page(FULL, FULL)).replace(b"/MediaBox", note.encode() + b"/MediaBox")

    with pytest.raises(InputError, match="MẬT"):
        text(stamped("\ufeffMẬT".encode("utf-16-be").hex()))
    assert text(stamped("\ufeffĐÃ DUYỆT".encode("utf-16-be").hex()))


def test_a_sentence_goes_on_over_the_page() -> None:
    told = text(pdf(page(f"{FULL} cấp ủy,"), page("tổ chức đảng.", "Ký")))
    assert told.split("\n") == [f"{FULL} cấp ủy, tổ chức đảng.", "Ký"]


def test_a_page_of_too_many_letters_is_refused_before_they_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "_MOST_LETTERS", 200)
    monkeypatch.setattr(reader, "_letters", lambda _: pytest.fail("letters were taken"))
    with pytest.raises(InputError) as caught:
        article_of(pdf(page(FULL, FULL, FULL)), "x", place="x.pdf")
    assert "quá lớn" in caught.value.message.vi


def test_damaged_and_locked_files_are_told() -> None:
    for content in (b"%PDF-1.4\nnothing", pdf(page("a"))[:300]):
        with pytest.raises(InputError) as caught:
            article_of(content, "x", place="x.pdf")
        assert (caught.value.place, caught.value.remedy is None) == ("x.pdf", False)


def test_without_ocr_pictures_are_told_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanned, "_can_read", lambda: False)
    with pytest.raises(InputError) as caught:
        article_of(pdf([], picture=True), "x", place="quét.pdf")
    assert caught.value.place == "quét.pdf"
    assert "tesseract-ocr-vie" in str(caught.value.remedy)


@pytest.mark.long
def test_pictures_are_read_where_ocr_is_installed(shared: Path) -> None:
    if shutil.which("tesseract") is None:
        pytest.skip("tesseract is not installed (apt-get install tesseract-ocr-vie)")
    article = read_article(shared / "corpus" / "official" / "CV-813-CucHoaChat.pdf")
    for said in ("CỤC HÓA CHẤT", "13821/CHQ-GSQL", "26/2026/NĐ-CP"):
        assert said in article.text


def test_pieces_on_a_line_are_set_by_their_places() -> None:
    pieces = [Piece("hai", 150, 170, 100.2, 12), Piece("một", 100, 120, 100, 12)]
    assert text_of([[*pieces, Piece("!", 170.4, 174, 100, 12)]])[0] == "một    hai!"


def test_the_signature_comes_after_the_recipients_beside_it() -> None:
    left = [(LEFT, 400.0, "Nơi nhận:"), (LEFT, 382.0, "- Như trên;"), (LEFT, 364.0, "- Lưu: VT.")]
    right = [
        (350.0, 400.0, "TM. ỦY BAN NHÂN DÂN"),
        (350.0, 382.0, "CHỦ TỊCH"),
        (360.0, 340.0, "Lê Hà"),
    ]
    told = text(pdf([*page(f"{FULL} cấp ủy", "đảng."), *left, *right])).split("\n")
    assert told[-6:] == [said for _, _, said in (*left, *right)]
