"""DOCX, DOC and RTF: the words in their order, frames by cells, rows by lines, bombs refused."""

from __future__ import annotations

import io
import struct
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


def test_a_folder_of_a_compound_file_that_holds_itself_is_told() -> None:
    content = bytearray(doc("Nghị quyết 18-NQ/TW\r"))
    for name in ("Root Entry", "1Table"):
        entry = content.index(name.encode("utf-16-le"))
        content[entry + 66] = 1  # a folder like others
    struct.pack_into("<I", content, entry + 76, 0)  # in which the first one stands again
    with pytest.raises(InputError) as told:
        article_of(bytes(content), "x", place="x.doc")
    assert told.value.remedy is not None


def test_a_damaged_or_locked_file_is_told() -> None:
    sound = docx(paragraph("Nghị quyết 18-NQ/TW " * 50))
    refused(sound[: len(sound) // 2])
    refused(b"PK\x03\x04" + b"\0" * 100)
    assert "ODT" in refused(odt()).message.vi
    assert "mật khẩu" in refused(doc("a", flags=0x0100), "x.doc").message.vi
    assert "XLS" in refused(compound({"Workbook": b"x"}), "x.xls").message.vi
    refused(doc("a")[:1500], "x.doc")


def odt(body: str = "", styles: str = "", manifest: str = "", kind: str = "text") -> bytes:
    """Return an ODT whose text is this markup; without any, one that lacks its content."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
        for name, space in (
            *(("office", "office"), ("text", "text"), ("table", "table")),
            *(("draw", "drawing"), ("style", "style"), ("svg", "svg-compatible")),
        )
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        if body:
            file.writestr(
                "content.xml", f"<office:document-content {spaces}>{body}</office:document-content>"
            )
        if styles:
            file.writestr(
                "styles.xml", f"<office:document-styles {spaces}>{styles}</office:document-styles>"
            )
        if manifest:
            file.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def cells(*told: str) -> str:
    row = "".join(f"<table:table-cell>{one}</table:table-cell>" for one in told)
    return f"<table:table><table:table-row>{row}</table:table-row></table:table>"


def said(words: str, tag: str = "p") -> str:
    return f"<text:{tag}>{words}</text:{tag}>"


def test_an_odt_is_told_as_a_docx_is() -> None:
    left = said("TỈNH ỦY HÀ TĨNH") + said("Số 12-KH/TU")
    row = cells(*map(said, ("1", "Rà soát quy hoạch", "Sở Xây dựng")))
    gone = "<text:tracked-changes><text:p>bỏ</text:p></text:tracked-changes>"
    words = (
        'Nghị quyết<text:tab/>18<text:line-break/>và<text:s text:c="1000000000"/>'
        "<text:span>19</text:span><text:note><text:p>chú thích</text:p></text:note>"
    )
    body = gone + cells(left, said("ĐẢNG CỘNG SẢN")) + said("KẾ HOẠCH", "h") + row + said(words)
    assert text(odt(body), "x.odt").split("\n") == [
        *("TỈNH ỦY HÀ TĨNH", "Số 12-KH/TU", "ĐẢNG CỘNG SẢN", "KẾ HOẠCH"),
        *("1\tRà soát quy hoạch\tSở Xây dựng", "Nghị quyết\t18", "và 19"),
    ]


def test_stamps_of_an_odt_are_looked_at() -> None:
    box = f"<text:p><draw:text-box>{said('TỐI MẬT')}</draw:text-box>Nghị quyết</text:p>"
    assert "TỐI MẬT" in refused(odt(box), "x.odt").message.vi
    page = f"<style:header>{said('TUYỆT MẬT')}</style:header>"
    assert "TUYỆT MẬT" in refused(odt(said("Nghị quyết"), styles=page), "x.odt").message.vi


@pytest.mark.parametrize("page", ["header-left", "footer-left", "header-first", "footer"])
def test_stamps_at_the_head_and_foot_of_any_page_of_an_odt_are_looked_at(page: str) -> None:
    mark = f"<style:{page}>{said('MẬT')}</style:{page}>"
    assert "MẬT" in refused(odt(said("Nghị quyết"), styles=mark), "x.odt").message.vi


@pytest.mark.parametrize("shape", ["custom-shape", "rect", "ellipse", "path"])
def test_stamps_that_are_drawn_anywhere_in_an_odt_are_looked_at(shape: str) -> None:
    drawn = f"<draw:{shape}>{said('TỐI MẬT')}</draw:{shape}>"
    body = said("Nghị quyết") * 40 + said(f"Căn cứ{drawn}") + said("Nghị quyết") * 40
    assert "TỐI MẬT" in refused(odt(body), "x.odt").message.vi


def test_what_describes_a_picture_in_an_odt_is_no_word_of_the_text() -> None:
    told = (
        "<draw:frame><draw:image><office:binary-data>QUJD</office:binary-data></draw:image>"
        "<svg:title>logo.png</svg:title><svg:desc>Ảnh chân dung</svg:desc></draw:frame>"
    )
    assert text(odt(said(f"Căn cứ{told} Nghị quyết")), "x.odt") == "Căn cứ Nghị quyết"


def test_an_odt_that_is_locked_damaged_or_a_bomb_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    locked = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    assert "mật khẩu" in refused(odt("x", manifest=locked), "x.odt").message.vi
    assert "ODS" in refused(odt(said("x"), kind="spreadsheet"), "x.ods").message.vi
    sound = odt(said("Nghị quyết 18-NQ/TW " * 50))
    refused(sound[: len(sound) // 2], "x.odt")
    deep = "<text:section>" * 3000 + "</text:section>" * 3000
    assert "hỏng" in refused(odt(deep), "x.odt").message.vi
    monkeypatch.setattr(packed, "LARGEST_PART", 1 << 20)
    assert "bom nén" in refused(odt(said("a" * (2 << 20))), "x.odt").message.vi
    entity = io.BytesIO()
    with zipfile.ZipFile(entity, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr("content.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    assert "DOCTYPE" in refused(entity.getvalue(), "x.odt").message.vi
