"""Names that are invented: of places, persons and subjects of documents."""

from __future__ import annotations

import random
from collections.abc import Iterator


def _words(told: str) -> tuple[str, ...]:
    return tuple(told.split())


# Syllables that names of communes and districts are made of all over the country.
_FIRST = _words(
    "Cẩm Thạch Vĩnh Phú An Bình Tân Long Hòa Yên Sơn Đức Thanh Quang Minh Hưng Xuân Mỹ Đông Tây "
    "Nam Bắc Trung Hải Kim Ngọc Tiên Thọ Khánh Hiệp Thuận Phong Gia Diên Nghĩa Triệu Quỳnh "
    "Hương Liên Đại"
)
_SECOND = _words(
    "Lộc Xuyên Hà Giang Châu Thịnh Cường Ninh Lâm Trạch Thủy Sơn Hải Phong Phú Lập Thắng Tiến "
    "Thành Hòa Bình Dương Khê Lương Đình Hội Trung Lễ Tường Vân Mỹ Điền Thượng Hạ Nguyên Khang "
    "Thái Lạc Quý"
)
_SURNAMES = _words(
    "Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương "
    "Lý Nông Hà Lò Y Đinh Trịnh Mai Tô Tạ Cao"
)
_MIDDLE = _words(
    "Văn Thị Minh Hữu Đức Ngọc Thanh Quốc Xuân Thu Công Đình Bá Kim Hồng Anh Thế Trọng Duy Phương"
)
_GIVEN = _words(
    "An Bình Cường Dũng Giang Hà Hải Hạnh Hiền Hiếu Hoa Hùng Hương Khánh Lan Linh Long Mai Nam "
    "Nga Nhung Phong Phúc Quang Sơn Tâm Thắng Thảo Thủy Tiến Toàn Trang Trung Tuấn Tùng Vinh "
    "Yến Đạt Đông"
)

SUBJECTS = (
    "đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia",
    "tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn, hiệu lực, hiệu quả",
    "tinh giản biên chế và cơ cấu lại đội ngũ cán bộ, công chức, viên chức",
    "đổi mới căn bản, toàn diện giáo dục và đào tạo",
    "tăng cường bảo vệ, chăm sóc và nâng cao sức khỏe nhân dân trong tình hình mới",
    "phát triển kinh tế tư nhân trở thành một động lực quan trọng của nền kinh tế",
    "chiến lược phát triển bền vững kinh tế biển Việt Nam",
    "chủ động ứng phó với biến đổi khí hậu, tăng cường quản lý tài nguyên và bảo vệ môi trường",
    "nông nghiệp, nông dân, nông thôn đến năm 2030, tầm nhìn đến năm 2045",
    "tăng cường sự lãnh đạo của Đảng đối với công tác phòng, chống tham nhũng, lãng phí, tiêu cực",
    "cải cách chính sách bảo hiểm xã hội",
    "cải cách chính sách tiền lương đối với cán bộ, công chức, viên chức",
    "xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam",
    "bảo đảm an ninh năng lượng quốc gia",
    "quy hoạch, xây dựng, quản lý và phát triển bền vững đô thị Việt Nam",
    "đổi mới chính sách, pháp luật về đất đai",
    "tăng cường củng cố, xây dựng tổ chức cơ sở đảng và nâng cao chất lượng đội ngũ đảng viên",
    "công tác dân vận trong tình hình mới",
    "giảm nghèo bền vững đến năm 2030",
    "tín dụng chính sách xã hội",
    "xây dựng nông thôn mới",
    "bảo đảm trật tự, an toàn giao thông",
    "phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "xây dựng và phát triển văn hóa, con người Việt Nam",
)


def places(chance: random.Random) -> Iterator[str]:
    """Yield names of places without end; they begin to come again after many."""
    pairs = [f"{one} {other}" for one in _FIRST for other in _SECOND if one != other]
    chance.shuffle(pairs)
    while True:
        yield from pairs


def person(chance: random.Random) -> str:
    """Return the name of a person."""
    return f"{chance.choice(_SURNAMES)} {chance.choice(_MIDDLE)} {chance.choice(_GIVEN)}"
