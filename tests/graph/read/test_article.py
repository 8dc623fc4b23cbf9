"""Bytes of a text file: read right, or refused with place and remedy."""

from __future__ import annotations

import hashlib
import random
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.model import PartialDate
from graph.read.article import LARGEST, Hints, article_of, read_article

TEXT = "Tỉnh ủy ban hành Nghị quyết 07-NQ/TU\r\nngày 27-4-2018.\u00a0Hết\n"


def refused(content: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        article_of(content, "x", place="x.txt")
    error = caught.value
    assert error.place
    assert error.place.startswith("x.txt")
    assert error.remedy is not None
    return error


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encodings_give_one_text(encoding: str) -> None:
    article = article_of(TEXT.encode(encoding), "bài", place="x.txt")
    assert article.text == TEXT  # line ends and no-break spaces kept
    assert article.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_decomposed_letters_are_composed() -> None:
    content = unicodedata.normalize("NFD", TEXT).encode()
    assert article_of(content, "x", place="x.txt") == article_of(TEXT.encode(), "x", place="y")


def test_latin_1_names_line_and_byte() -> None:
    error = refused("dòng một\nNghị".encode() + "quyết à".encode("latin-1", "replace"))
    assert error.place == "x.txt:2"
    assert "UTF-8" in error.message.vi


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \n\t\n",
        b"\xef\xbb\xbf",
        b"\x7fELF\x02\x01\x01\x00\x00",
        TEXT.encode("utf-16-le"),  # without a mark: every other byte is zero
        b"\xff\xfeA",
        TEXT.encode("utf-32"),
        ("a" + "\u0301\u0323" * 400).encode(),
        bytes(range(256)) * 4,
    ],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    refused(content)


def test_random_bytes_never_break_it() -> None:
    chance = random.Random(5)
    for size in (1, 7, 100, 4000):
        for _ in range(60):
            with suppress(InputError):
                article_of(chance.randbytes(size), "x", place="x.txt")


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    huge = tmp_path / "noise.txt"
    with huge.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(InputError) as caught:
        read_article(huge)
    assert "50 MB" in caught.value.message.vi
    refused(b"x" * (LARGEST + 1))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_article(tmp_path / "none.txt")
    assert str(caught.value.place).endswith("none.txt")


def test_hints_and_name_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "bài 1.txt"
    file.write_text(TEXT, encoding="utf-8")
    article = read_article(
        file, Hints(PartialDate(2018, 7), "Báo X", "https://x.example", "Hà Nội")
    )
    assert article.identifier == "bài 1"
    assert (article.published, article.publisher) == (PartialDate(2018, 7), "Báo X")
    assert (article.url, article.province) == ("https://x.example", "Hà Nội")


@pytest.mark.parametrize(
    "head",
    [
        "TỈNH ỦY HÀ TĨNH\nMẬT\n*",
        "TỈNH ỦY HÀ TĨNH\t\tTỐI MẬT",
        "ĐẢNG CỘNG SẢN VIỆT NAM          TUYỆT MẬT",
        "Độ mật: Tối mật",
        "(Tài liệu lưu hành nội bộ)",
        "LƯU HÀNH NỘI BỘ",
        "\n\n  [MẬT]  \n",
        unicodedata.normalize("NFD", "TỈNH ỦY\nTỐI MẬT"),
        "TỈNH ỦY HÀ TĨNH\nTối mật\n*",
        "TỈNH ỦY HÀ TĨNH\nM Ậ T",
        "T U Y Ệ T   M Ậ T",
        "T Ố I M Ậ T",
        "Lưu hành nội bộ, không phổ biến trên mạng",
        "Tài liệu lưu hành nội bộ trong ngành y tế",
        "TÀI LIỆU MẬT",
        "TỈNH ỦY\nMẬT (Bản số: 02)",
        "Độ khẩn: thường; độ mật: Tối mật",
        "Một bài báo.\n" * 40 + "\fTỐI MẬT\nTrang sau",
        "Một bài báo.\n" * 40 + "=====\nTỈNH ỦY HÀ TĨNH\nMẬT",
        "Một bài báo.\n" * 40 + f"{'SỞ XÂY DỰNG':90}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nMẬT",
    ],
)
def test_restricted_texts_are_refused(head: str) -> None:
    error = refused(f"{head}\nNghị quyết 07-NQ/TU\n".encode())
    assert "không lưu" in error.message.vi


@pytest.mark.parametrize(
    "head",
    [
        "BẢO MẬT THÔNG TIN TRONG CƠ QUAN ĐẢNG",
        "Bí mật nhà nước: những điều cần biết",
        "Không để lộ tài liệu lưu hành nội bộ trên mạng xã hội, Tỉnh ủy yêu cầu các cấp",
        "Mật ong rừng",
        "Mật",
        "Văn bản lưu hành nội bộ bị phát tán trên mạng",
        "Ba độ mật: Tuyệt mật, Tối mật, Mật",
        "Một bài báo.\n" * 40 + "\flưu hành nội bộ trong ngành y tế\nTrang sau",
        "Một bài báo.\n" * 40 + "\f1\nTUYỆT MẬT\nTỐI MẬT\nMẬT",
        "Một bài báo.\n" * 20 + "=====\n" + "Một bài báo.\n" * 20 + "MẬT",
    ],
)
def test_headlines_about_secrets_are_read(head: str) -> None:
    assert article_of(f"{head}\nNội dung.\n".encode(), "x", place="x.txt").text.startswith(head)


@pytest.mark.parametrize(
    "pages",
    [
        "\fTỐI MẬT\nTrang hai.\fMẬT\nTrang ba.\fTUYỆT MẬT\nTrang bốn.",
        "\fTrang hai.\nTỐI MẬT\fTrang ba.\nMẬT\fTrang bốn.\nTUYỆT MẬT",
        "\fTỐI MẬT\fMẬT\fTUYỆT MẬT",
        "\fTUYỆT MẬT\nMột.\nTỐI MẬT\nHai.\nMẬT",
        "\fMẬT\nTUYỆT MẬT\nTỐI MẬT\nMẬT",
    ],
)
def test_different_marks_at_the_edges_of_pages_are_no_list(pages: str) -> None:
    with pytest.raises(InputError, match="marked"):
        article_of(("Một bài báo.\n" * 40 + pages).encode(), "x", place="x.txt")


def test_a_mark_far_down_is_no_letterhead() -> None:
    body = "\n".join(f"Đoạn {n}." for n in range(40)) + "\nMẬT\n"
    assert article_of(body.encode(), "x", place="x.txt")
