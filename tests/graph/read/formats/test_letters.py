"""Old tables of Vietnamese letters: recognised by syllables, converted, or refused by name."""

from __future__ import annotations

import pytest

from graph.errors import InputError
from graph.read.article import article_of
from graph.read.formats.legacy import TCVN3, VNI, VPS, by_font, converted
from graph.read.formats.syllables import is_syllable

UNICODE = (
    "Nghị quyết số 18-NQ/TW ngày 25-10-2017 của Ban Chấp hành Trung ương Đảng khóa XII về đổi mới, "
    "sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn, hoạt động hiệu lực, hiệu quả."
)
# What a reader without the font sees.
SHOWN = {
    TCVN3: (
        "NghÞ quyÕt sè 18-NQ/TW ngµy 25-10-2017 cña Ban ChÊp hµnh Trung \xad¬ng §¶ng khãa XII vÒ "
        "®æi míi, s¾p xÕp tæ chøc bé m¸y cña hÖ thèng chÝnh trÞ tinh gän, ho¹t ®éng hiÖu lùc, "
        "hiÖu qu¶."
    ),
    VNI: (
        "Nghò quyeát soá 18-NQ/TW ngaøy 25-10-2017 cuûa Ban Chaáp haønh Trung öông Ñaûng khoùa XII "
        "veà ñoåi môùi, saép xeáp toå chöùc boä maùy cuûa heä thoáng chính trò tinh goïn, hoaït "
        "ñoäng hieäu löïc, hieäu quaû."
    ),
    VPS: (
        "NghÎ quy\x89t sÓ 18-NQ/TW ngày 25-10-2017 cûa Ban ChÃp hành Trung ÜÖng ñäng khóa XII vŠ "
        "Ç°i m§i, s¡p x\x89p t° chÙc bæ máy cûa hŒ thÓng chính trÎ tinh g†n, hoåt Çæng hiŒu l¿c, "
        "hiŒu quä."
    )
    .replace("ñ", "\xf1")
    .replace("æ", "\xb6"),
}


@pytest.mark.parametrize("table", SHOWN)
def test_each_table_is_recognised_and_converted(table: str) -> None:
    shown = SHOWN[table]
    assert converted(shown) == (UNICODE, table)
    content = shown.encode("cp1252" if table != VPS else "latin-1", "replace")
    if table != VPS:
        assert article_of(content, "x", place="x.txt").text == UNICODE
        assert article_of(shown.encode(), "x", place="x.txt").text == UNICODE


def test_bytes_of_vps_and_windows_1258_are_read() -> None:
    vps = SHOWN[VPS].translate({ord("Š"): 0x8A, ord("Œ"): 0x8C, ord("†"): 0x86})
    assert article_of(vps.encode("latin-1"), "x", place="x.txt").text == UNICODE
    windows = "Nghi\xf2 quy\xea\xect c\xf9a \xd0a\xf2ng bô\xf2 t\xfd nga\xecy".encode("latin-1")
    assert article_of(windows, "x", place="x.txt").text


def test_unicode_and_other_languages_stay_as_they_are() -> None:
    french = "Café élégant où l’été a passé ; garçon, maïs, Noël, cœur, çà et là. " * 5
    german = "Die Größe der Straßen in Österreich über Übergänge für Fußgänger, schön. " * 5
    for text in (UNICODE, french, german, "ASCII only"):
        assert converted(text) is None
    with pytest.raises(InputError) as caught:
        article_of(german.encode("latin-1"), "x", place="x.txt")
    assert "TCVN3" in caught.value.message.vi


def test_lines_that_are_unicode_already_stay_so() -> None:
    told = converted(f"{UNICODE}\n{SHOWN[TCVN3]}\n{SHOWN[TCVN3]}")
    assert told is not None
    assert told[0].split("\n") == [UNICODE] * 3


def test_fonts_tell_their_table_and_capitals() -> None:
    assert by_font("céng hßa", ".VnTimeH") == "CỘNG HÒA"
    assert by_font("Coäng hoøa", "VNI-Times") == "Cộng hòa"
    assert by_font("café", "Times New Roman") == "café"


@pytest.mark.parametrize("word", ["nghiêng", "quyết", "Ủy", "khoá", "giữa", "thuở", "ĐẢNG", "yếu"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Größe", "được\u0301", "NghÞ", "garçon", "đđ"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)
