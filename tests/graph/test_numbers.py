"""Printed numbers: every form of the register and of the design, and what is no number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.numbers import kind_of, parse_number
from graph.records import Register

FORMS = [
    # printed, numeral, year, type code, issuer code
    ("18-NQ/TW", "18", None, "NQ", "TW"),
    ("05-CT/TW", "5", None, "CT", "TW"),
    ("105-QĐ/TW", "105", None, "QĐ", "TW"),
    ("08-QĐi/TW", "8", None, "QĐi", "TW"),
    ("1011-CTr/TƯ", "1011", None, "CTr", "TW"),
    ("18- NQ/TW", "18", None, "NQ", "TW"),
    ("47 – QĐ/TW", "47", None, "QĐ", "TW"),
    ("30/2020/NĐ-CP", "30", 2020, "NĐ", "CP"),
    ("66.18/2026/NQ-CP", "66.18", 2026, "NQ", "CP"),
    ("64/2025/QH15", "64", 2025, None, "QH"),
    ("1686/NQ-UBTVQH15", "1686", None, "NQ", "UBTVQH"),
    ("30c/NQ-CP", "30c", None, "NQ", "CP"),
    ("36a/NQ-CP", "36a", None, "NQ", "CP"),
    ("01/1999/QĐ.UB", "1", 1999, "QĐ", "UBND"),
    ("73/2005/QĐ.UBT", "73", 2005, "QĐ", "UBND"),
    ("8602/QĐ-QĐ/TU", "8602", None, "QĐ", "TU"),
    ("921/UBND-CTHĐ", "921", None, "CTHĐ", "UBND"),
    ("5973/UBND-KT", "5973", None, None, "UBND"),
    ("197/STTTT", "197", None, None, "STTTT"),
    ("7308/KH-BNN-TCLN", "7308", None, "KH", "BNNPTNT"),
    ("06/QĐ-BCĐTW-VPĐP", "6", None, "QĐ", "BCĐTW"),
    ("03-CTr/ĐU", "3", None, "CTr", "ĐU"),
    ("số 680-QĐ/TU", "680", None, "QĐ", "TU"),
    ("44", "44", None, None, None),
]


@pytest.mark.parametrize(("printed", "numeral", "year", "type_code", "issuer"), FORMS)
def test_every_form_is_taken_apart(
    printed: str, numeral: str, year: int | None, type_code: str | None, issuer: str | None
) -> None:
    number = parse_number(printed)
    assert number is not None
    assert (number.numeral, number.year, number.type_code, number.issuer_code) == (
        numeral,
        year,
        type_code,
        issuer,
    )


@pytest.mark.parametrize("text", ["", "xx", "NQ/TW", "ngày 5", "14/10/1930/", "5 - 2022 và", "18-"])
def test_what_is_no_number_gives_none(text: str) -> None:
    assert parse_number(text) is None


def test_every_number_of_the_register_is_read(register: Register) -> None:
    printed = {row.number for row in register.central_documents}
    printed |= {row.subject_number for row in register.provincial_facts}
    printed |= {row.object_number for row in register.provincial_facts}
    unread = {text for text in printed if text and parse_number(text) is None}
    assert unread == set()


@given(st.integers(min_value=1, max_value=99999), st.integers(min_value=0, max_value=3))
def test_only_leading_zeros_go(figure: int, zeros: int) -> None:
    number = parse_number(f"{'0' * min(zeros, 5 - len(str(figure)))}{figure}-NQ/TW")
    assert number is not None
    assert number.numeral == str(figure)


@pytest.mark.parametrize(
    ("type_vi", "code", "kind"),
    [
        ("Nghị quyết", "NQ", "nq"),
        ("Quy định", "QĐ", "qd"),
        ("Quyết định", "QĐ", "qd"),
        ("Quy định", "QĐi", "qd"),
        ("Chương trình hành động", "CTr", "ctr"),
        ("Chương trình hành động", "CTHĐ", "ctr"),
        ("Chương trình hành động", "CT", "ctr"),  # Quảng Ninh writes CT for a program
        ("Chỉ thị", "CT", "ct"),
        ("Chương trình hành động", "NQ", "nq"),  # Bình Thuận numbers programs among resolutions
        ("Hướng dẫn", "HD", "hd"),
        ("Hợp đồng", "HĐ", "hop-dong"),
        ("Tờ trình", "TTr", "ttr"),
        ("Thông tư", "TT", "tt"),
        ("Dự án", "DA", "da"),
        ("Đề án", "ĐA", "de-an"),
        ("Luật", None, "luat"),
        ("Công văn", None, "cv"),
        (None, "KL", "kl"),
        (None, None, "vb"),
    ],
)
def test_kind_follows_code_and_word(type_vi: str | None, code: str | None, kind: str) -> None:
    assert kind_of(type_vi, code) == kind
