"""DOCX, DOC and RTF: the words in their order, frames by cells, rows by lines, bombs refused."""

from __future__ import annotations

import io
import zipfile

import pytest

from graph.errors import InputError
from graph.read.article import article_of
from graph.read.formats import packed
from graph.read.formats.docx import docx_text
from tests.graph.read.formats.files import compound, doc, docx, paragraph, table


def text(content: bytes, name: str = "x.docx") -> str:
    return article_of(content, "x", place=name).text


def refused(content: bytes, name: str = "x.docx") -> InputError:
    with pytest.raises(InputError) as caught:
        article_of(content, "x", place=name)
    assert str(caught.value.place).startswith(name)
    assert caught.value.remedy is not None
    return caught.value


def test_a_letterhead_is_told_cell_by_cell_and_a_row_of_a_table_as_a_line() -> None:
    left = paragraph("TỈNH ỦY HÀ TĨNH") + paragraph("Số 12-KH/TU")
    right = paragraph("ĐẢNG CỘNG SẢN VIỆT NAM")
    row = [paragraph(said) for said in ("1", "Rà soát quy hoạch", "Sở Xây dựng")]
    body = table([left, paragraph(""), right]) + paragraph("KẾ HOẠCH") + table(row)
    assert text(docx(body)).split("\n") == [
        *("TỈNH ỦY HÀ TĨNH", "Số 12-KH/TU", "", "ĐẢNG CỘNG SẢN VIỆT NAM", "KẾ HOẠCH"),
        "1\tRà soát quy hoạch\tSở Xây dựng",
    ]


def test_deleted_words_and_codes_of_fields_are_left_out_and_breaks_kept() -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:r><w:t>Căn cứ</w:t><w:br/>"
        "<w:instrText>PAGE</w:instrText><w:t>Nghị quyết</w:t><w:tab/><w:t>18</w:t>"
        "<w:noBreakHyphen/><w:t>NQ/TW</w:t></w:r></w:p>"
    )
    assert text(docx(body)) == "Căn cứ\nNghị quyết\t18-NQ/TW"


def test_old_fonts_and_capitals_are_read_as_they_look() -> None:
    font = '<w:rFonts w:ascii=".VnTimeH"/>'
    body = paragraph("nghÞ quyÕt", font) + paragraph("kế hoạch", "<w:caps/>")
    assert text(docx(body)) == "NGHỊ QUYẾT\nKẾ HOẠCH"


def test_stamps_in_boxes_and_heads_of_pages_stand_apart_and_are_looked_at() -> None:
    box = f"<w:p><w:r><w:txbxContent>{paragraph('TỐI MẬT')}</w:txbxContent></w:r></w:p>"
    taken = docx_text(docx(box + paragraph("Nghị quyết"), header1=paragraph("Trang")), "x.docx")
    assert (taken.text.strip(), set(taken.apart)) == ("Nghị quyết", {"TỐI MẬT", "Trang"})
    assert "TỐI MẬT" in refused(docx(box + paragraph("Nghị quyết"))).message.vi


def test_stamps_that_are_drawn_the_older_way_and_watermarks_are_looked_at() -> None:
    box = f"<v:textbox><w:txbxContent>{paragraph('MẬT')}</w:txbxContent></v:textbox>"
    mark = '<v:textpath string="TUYỆT MẬT"/>'
    for drawn, said in ((box, "MẬT"), (mark, "TUYỆT MẬT")):
        shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml">{drawn}</v:shape>'
        stamp = f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"
        plain = paragraph("Nghị quyết")
        assert docx_text(docx(stamp + plain), "x.docx").text.strip() == "Nghị quyết"
        for content in (docx(stamp + plain), docx(plain, header1=stamp)):
            assert f"“{said}”" in refused(content).message.vi


def test_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "LARGEST_PART", 1 << 16)
    assert "bom nén" in refused(docx(paragraph("a" * (1 << 17)))).message.vi
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w") as file:
        file.writestr(
            "word/document.xml", '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'
        )
    assert "DOCTYPE" in refused(bomb.getvalue()).message.vi
    assert "hỏng" in refused(docx("<w:p>" * 3000 + "</w:p>" * 3000)).message.vi


def test_a_damaged_or_locked_file_is_told() -> None:
    sound = docx(paragraph("Nghị quyết 18-NQ/TW " * 50))
    refused(sound[: len(sound) // 2])
    refused(b"PK\x03\x04" + b"\0" * 100)
    assert "ODT" in refused(odt()).message.vi
    assert "mật khẩu" in refused(doc("a", flags=0x0100), "x.doc").message.vi
    assert "XLS" in refused(compound({"Workbook": b"x"}), "x.xls").message.vi
    refused(doc("a")[:1500], "x.doc")


def odt() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return out.getvalue()


def test_a_word_97_document_gives_paragraphs_cells_and_results_of_fields() -> None:
    said = "TỈNH ỦY\x07Số 12-KH/TU\x07\x07Căn cứ \x13 HYPERLINK x \x14Nghị quyết 18\x15\rHết\r"
    assert text(doc(said), "x.doc") == "TỈNH ỦY\nSố 12-KH/TU\nCăn cứ Nghị quyết 18\nHết\n"


def test_a_word_97_document_in_old_letters_is_converted() -> None:
    said = "Céng hßa x· héi chñ nghÜa ViÖt Nam, NghÞ quyÕt vÒ ®æi míi tæ chøc bé m¸y\r" * 3
    assert text(doc(said, codec="cp1252"), "x.doc").startswith("Cộng hòa xã hội chủ nghĩa Việt Nam")


def test_a_stamp_in_the_head_of_a_page_of_a_word_97_document_counts() -> None:
    assert "MẬT" in refused(doc("Nghị quyết\r", headers="MẬT\r"), "x.doc").message.vi


def test_rtf_under_the_name_of_a_word_document() -> None:
    rtf = (
        rb"{\rtf1\ansi\ansicpg1258{\fonttbl{\f0 Times New Roman;}}{\*\generator x;}"
        rb"\pard Ngh\u7883?\tab quy\u7871?t 18-NQ/TW\par D\'f4ng {\b hai}\cell\row}"
    )
    assert text(rtf, "x.doc") == "Nghị\tquyết 18-NQ/TW\nDông hai\n\n"


def test_the_halves_of_a_letter_in_rtf_are_joined_and_one_alone_is_shown() -> None:
    assert text(rb"{\rtf1 \u-10179?\u-8704? hai}", "x.rtf") == "😀 hai"
    assert text(rb"{\rtf1 \u-10179? hai}", "x.rtf") == "\ufffd hai"
