"""Figures whose unit no list has, told by what was done: `giải tỏa 1.250 điểm vi phạm`.

The verb says that it is a result; the unit is the few words behind the number. A list goes on with
its next number: `giảm 12 phó chủ tịch, 45 cấp phó và 3 chi cục`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.extract.article import Prepared
from graph.extract.openings import Opened

_VERBS = (
    *("giảm", "cắt giảm", "tinh giản", "sáp nhập", "hợp nhất", "giải thể", "thành lập", "kết nạp"),
    *("giải tỏa", "tháo dỡ", "di dời", "xử lý", "giải quyết", "xử phạt", "phát hiện", "bắt giữ"),
    *("xây dựng", "làm mới", "nâng cấp", "cải tạo", "sửa chữa", "lắp đặt", "trồng", "nạo vét"),
    *(
        "hiến",
        "đóng góp",
        "ủng hộ",
        "trao tặng",
        "trao",
        "tặng",
        "vận động",
        "huy động",
        "quyên góp",
    ),
    *("hỗ trợ", "đào tạo", "bồi dưỡng", "tập huấn", "phổ cập", "cấp", "thu hồi", "chuyển đổi"),
    *("thu hút", "công nhận", "xóa", "hoàn thành", "bàn giao", "đưa vào sử dụng", "xuất bản"),
    *("biên soạn", "tuyên truyền", "đăng tải", "phát sóng", "kiểm tra", "giám sát", "thanh tra"),
    *("rà soát", "bãi bỏ", "đơn giản hóa", "luân chuyển", "điều động", "bổ nhiệm"),
    *("phá dỡ", "khởi tố", "xét xử", "khánh thành", "số hóa", "nhân rộng", "đóng mới", "trang bị"),
    *("cho thuê", "tuyển dụng", "ký kết", "phê duyệt", "cấp phép", "quản lý"),
)
_QUALIFIERS = ("hơn", "trên", "gần", "khoảng", "xấp xỉ")
_QUALIFIER = rf"(?P<qualifier>{'|'.join(_QUALIFIERS)})"
_QUALIFIED = re.compile(rf"(?<!\w){_QUALIFIER} $")
_VALUE = (
    r"(?P<value>\d(?:\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d{0,5}(?:,\d{1,3})?))"
    r"(?![\d.,/%-]\d| ?%)"
)
_SCALE = r"(?: (?P<scale>nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w))?"
#: Words with which no unit begins, and those that end one.
_NO_UNIT = (
    r"(?:năm|tháng|ngày(?! công)|giờ|phút|tuần|quý|lần|nội dung|nhóm|giai đoạn|đợt|vòng|bước|khóa|"
    r"kỳ|phần|mục|điều|khoản|điểm(?! (?:vi|đen|trường|du))|mục tiêu|nhiệm vụ|giải pháp|chỉ tiêu|"
    r"đồng chí|nghị quyết|chỉ thị|quyết định|kết luận|kế hoạch|cấp(?! (?:phó|ủy|trưởng))|mặt|khâu|"
    r"loại|yếu tố|trụ cột|khối|trong|so|và|đến|là|của|tại|theo|cho|với|để|ở|từ|đã|được)"
)
_STOP = (
    r"(?:và|hoặc|của|tại|trên|dưới|để|cho|trong|với|ở|được|bị|đã|đang|so|nhằm|theo|từ|đến|là|có|"
    r"chiếm|đạt|tăng|giảm|gồm|vào|vi phạm|như|thuộc|sau|trước|do|về|không|còn|mới|trị giá|với)"
)
_UNIT = rf"(?P<unit>(?!{_NO_UNIT}(?!\w))[^\W\d_]+(?: (?!{_STOP}(?!\w))[^\W\d_]+){{0,3}})"
#: A number of things; what was done to them stands before the first of some.
_COUNTED = Opened(rf"(?<= ){_VALUE}{_SCALE} {_UNIT}")
#: What can stand between what was done and its number.
_BETWEEN = (["được"], ["thêm"], ["mới"], ["thành", "công"], ["đưa", "vào", "sử", "dụng"])
_DEEDS = frozenset(_VERBS)
_BEFORE, _WORDS = 60, (1, 2, 3)  # characters that tell what was done, words of a deed
_NEXT = re.compile(
    rf"(?:[^\d.;:()\n,]{{0,40}}?,| [^\d.;:()\n,]{{0,40}}?và|,? và) (?:{_QUALIFIER} )?"
    rf"{_VALUE}{_SCALE} {_UNIT}"
)
_REPORTS = frozenset({"Báo cáo", "Thông báo", "Kết luận", "Biên bản"})
_MOST = 8  # numbers of a list


@dataclass(frozen=True, slots=True)
class Achieved:
    """A number of things that something was done to.

    `start` is where its words begin, a qualifier (`hơn`) among them, `at` where the number does;
    `unit` is where the things are named.
    """

    start: int
    at: int
    end: int
    value: str
    scale: str | None
    unit: tuple[int, int]
    qualifier: str | None


def find_achieved(text: Prepared) -> Iterator[Achieved]:
    """Yield the numbers behind verbs of doing, and those that go on a list of them.

    An official text that is no report tells by such verbs what is to be done.
    """
    letterhead = text.letterhead
    if letterhead is not None and letterhead.type_vi not in _REPORTS:
        return
    folded, end = text.folded.folded, 0
    for first in _COUNTED.finditer(text.folded.openings):
        at = first.start("value")
        before = folded[max(end, at - _BEFORE) : at]
        if at < end or not _was_done(before):
            continue
        stop = text.sentence(at).end
        yield _achieved(first, _QUALIFIED.search(before), at - len(before))
        end = first.end()
        for _ in range(_MOST):
            found = _NEXT.match(folded, end, stop)
            if found is None:
                break
            yield _achieved(found, found, 0)
            end = found.end()


def _was_done(before: str) -> bool:
    """Tell whether the words before a number end with what was done: `đã trao được hơn`."""
    words = before.split()
    if words[-2:] == ["xấp", "xỉ"]:
        del words[-2:]
    elif words and words[-1] in _QUALIFIERS:
        del words[-1]
    if words[-2:] == ["có", "thêm"]:
        return True
    for _ in range(2):
        for between in _BETWEEN:
            if words and words[-1] == between[-1] and words[-len(between) :] == between:
                del words[-len(between) :]
    return any(" ".join(words[-count:]).lstrip('(“"') in _DEEDS for count in _WORDS)


def _achieved(counted: re.Match[str], qualified: re.Match[str] | None, offset: int) -> Achieved:
    at, qualifier = counted.start("value"), qualified["qualifier"] if qualified else None
    return Achieved(
        qualified.start("qualifier") + offset if qualified and qualifier else at,
        at,
        counted.end(),
        counted["value"],
        counted["scale"],
        counted.span("unit"),
        qualifier,
    )
