"""Names of persons by the grammar of Vietnamese names.

A name is two to five capitalised syllables, surname first. Surnames are support, not a closed
list: a run of capitals that stands beside a post or after “đồng chí” is a name without them, and
they decide only where a place ends and a name begins (`huyện Kỳ Anh Nguyễn Văn A`).
"""

from __future__ import annotations

import re
from typing import Final

# In Unicode capital and small letters alternate, so a range of letters would hold both.
_LETTERS = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
CAPITAL: Final = f"A-Z{_LETTERS}"
SMALL: Final = f"a-z{_LETTERS.lower()}"

#: `Nguyễn`, `Y`, `K'Bình`, `Kđăm`, `H’Yim`; never all capitals: those are bylines.
SYLLABLE: Final = rf"(?:[{CAPITAL}]{{1,2}}['’][{CAPITAL}{SMALL}]?[{SMALL}]+|[{CAPITAL}][{SMALL}]*)"
# The first syllable is spelt out so that the search leaps from one capital to the next.
RUN: Final = re.compile(
    rf"[{CAPITAL}](?<!\w[{CAPITAL}])(?:[{CAPITAL}]?['’][{CAPITAL}{SMALL}]?[{SMALL}]+|[{SMALL}]*)"
    rf"(?: {SYLLABLE}){{0,11}}(?![{CAPITAL}{SMALL}\d])"
)
#: A run that a person's name may stand in: one syllable alone is none, but for `K'Bình`.
NAME_RUN: Final = re.compile(
    rf"[{CAPITAL}](?<!\w[{CAPITAL}])(?:[{CAPITAL}]?['’][{CAPITAL}{SMALL}]?[{SMALL}]+|"
    rf"[{SMALL}]*(?= [{CAPITAL}]))(?: {SYLLABLE}){{0,11}}(?![{CAPITAL}{SMALL}\d])"
)

#: Names have two to five syllables (Y Thanh Hà Niê Kđăm has five).
LEAST: Final = 2
MOST: Final = 5
#: Beside a place only the commonest lengths are trusted.
_USUAL = 4


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_STRONG = _words(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Đoàn Đinh Trịnh Trương "
    "Lưu Đào Lương Mai Tạ Thái Tống Quách Nghiêm Khuất Phùng Triệu Giàng Lò Vàng Sùng Hầu Thào "
    "Bàn Nông Hứa Hoàng Chu Vi Quàng Cầm Điểu Siu Ksor Rcom Rơ Rah Niê Ma Kiều Doãn Mạc Lã"
)
_WEAK = _words(
    "Hà Cao Lý Tô Tăng Từ La Kim Thạch Sơn Danh Châu Đàm Đồng Đàng Lại Mã Mạch Văn Lâm Bạch Âu An "
    "Cù Diệp Giáp Hàn Hạ Khổng Khương Kha Lục Lư Nhâm Ninh Ông Phí Quan Quản Quang Thân Thi Tiêu "
    "Tôn Tòng Trang Trà Uông Ứng Viên Vương Xa Y A Hờ Lừ Mùa Cứ Bế Hạng Lù Lèng Phàn Tẩn Chảo Lầu "
    "Vừ Sầm Lữ Vy Cháng Hù Pờ Chang Nay Kpă Rmah Đinh Bríu Alăng Zơrâm Pơloong Hồ K'"
)
_NOT_NAME = _words(
    "Đảng Ban Bộ Ủy Tỉnh Thành Huyện Quận Hội Trung Ương Sở Văn Phòng Chính Phủ Quốc Đại Nghị "
    "Quyết Chỉ Thị Kết Luận Quy Định Chế Kế Hoạch Chương Trình Đề Án Đồng Chí Tại Trong Ngày Sáng "
    "Chiều Tối Theo Sau Trước Các Những Một Hai Ba Năm Từ Khi Với Và Cùng Về Việt Nam"
)
#: Words that open no name though they are capitalised where a sentence begins.
_OPENERS = _words(
    "Tại Trong Ngày Sáng Chiều Tối Theo Sau Trước Các Những Khi Với Cùng Về Từ Đồng Phát Dự Tham "
    "Đến Ảnh Tin Bài Đảng Ban Bộ Ủy Tỉnh Huyện Quận Hội Trung Sở Chính Quốc Đại Nghị Kết Quy Đề "
    "Chương Chỉ Kế Bí Phó Trưởng Chủ Giám Thứ Cục Vụ Chánh Tổng Viện Thượng Thiếu Ông Bà "
    "Thủ Nguyên Hiệu Chi Công Học Mặt Liên Tòa Thanh"
)


def is_surname(syllable: str) -> bool:
    """Tell whether the syllable is a known surname, common or minority."""
    return syllable in _STRONG or syllable in _WEAK or syllable[:2] in ("K'", "H'", "K’", "H’")


def looks_like_name(run: str) -> bool:
    """Tell whether a run of capitalised syllables may be a whole name, a post beside it."""
    syllables = run.split(" ")
    if run[1:2] in ("'", "’"):
        return len(syllables) <= MOST  # K'Bình has one
    if not LEAST <= len(syllables) <= MOST or any(len(s) > 1 and s.isupper() for s in syllables):
        return False
    if is_surname(syllables[0]):
        return True
    return syllables[0] not in _OPENERS and not _NOT_NAME.issuperset(syllables)


def is_strong(syllable: str) -> bool:
    """Tell whether a syllable is a surname and hardly anything else."""
    return syllable in _STRONG


def opens_name(run: str) -> bool:
    """Tell whether a run of capitals begins like a person's name: surname, three syllables or more.

    `Nguyễn Văn A` after `Huyện ủy` is a person; a place of two syllables (`Lê Chân`) is not.
    """
    syllables = run.split(" ")
    return len(syllables) > LEAST and is_surname(syllables[0])


#: Districts and cities of three syllables that open as a person's name does.
_LIKE_PERSONS = ("Hoàng Su Phì", "Trần Văn Thời", "Phan Rang", "Hồ Chí Minh")


def names_person(run: str) -> bool:
    """Tell whether a run of capitals behind `UBND huyện`, `UBND thành phố` is a person, no place.

    `Lê Trung Chinh` is one, so is `Lương Nguyễn Minh Triết`; `Vũ Thư Nguyễn Văn A` opens with a
    place, since a surname stands where a place of two syllables ends.
    """
    syllables = run.split(" ")
    if not LEAST < len(syllables) <= _USUAL or run.startswith(_LIKE_PERSONS):
        return False
    return is_strong(syllables[0]) and not any(map(is_strong, syllables[2:-1]))


def split_before_name(run: str) -> int | None:
    """Return the offset in a run of capitals at which a name begins after a place, or None.

    `Kỳ Anh Nguyễn Văn A` → 7. Names of districts mostly have two syllables, so that cut wins;
    the surname is required, since nothing else tells the two apart.
    """
    syllables = run.split(" ")
    cuts = [
        at
        for at in range(1, min(len(syllables) - 1, 6))
        if is_surname(syllables[at]) and LEAST <= len(syllables) - at <= _USUAL
    ]
    if not cuts:
        return None
    best = min(cuts, key=lambda at: (syllables[at] not in _STRONG, abs(at - 2), at))
    return len(" ".join(syllables[:best])) + 1
