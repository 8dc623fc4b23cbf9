"""Figures whose unit no list has, told by what was done: `giải tỏa 1.250 điểm vi phạm`.

The verb says that it is a result; the unit is the few words behind the number. A list goes on with
its next number: `giảm 12 phó chủ tịch, 45 cấp phó và 3 chi cục`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.article import Prepared
from graph.extract.phrases import at_word

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
_QUALIFIER = r"(?P<qualifier>hơn|trên|gần|khoảng|xấp xỉ)"
_VALUE = r"(?P<value>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,6}(?:,\d{1,3})?)(?![\d.,/%-]\d| ?%)"
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
_BEHIND_VERB = re.compile(
    rf"{at_word(_VERBS)} (?:được |thêm |mới |thành công |đưa vào sử dụng ){{0,2}}"
    rf"(?:{_QUALIFIER} )?(?P<at>){_VALUE}{_SCALE} {_UNIT}"
)
_NEXT = re.compile(
    rf"(?:[^\d.;:()\n,]{{0,40}}?,| [^\d.;:()\n,]{{0,40}}?và|,? và) (?:{_QUALIFIER} )?(?P<at>)"
    rf"{_VALUE}{_SCALE} {_UNIT}"
)
_REPORTS = frozenset({"Báo cáo", "Thông báo", "Kết luận", "Biên bản"})
_MOST = 8  # numbers of a list


def find_achieved(text: Prepared) -> Iterator[re.Match[str]]:
    """Yield the numbers behind verbs of doing: groups `value`, `scale`, `unit`, `qualifier`.

    An official text that is no report tells by such verbs what is to be done.
    """
    letterhead = text.letterhead
    if letterhead is not None and letterhead.type_vi not in _REPORTS:
        return
    folded, end = text.folded.folded, 0
    for first in _BEHIND_VERB.finditer(folded):
        stop = text.sentence(first.start()).end
        found: re.Match[str] | None = first
        for _ in range(_MOST):
            if found is None or found.end() > stop or found.start() < end:
                break
            yield found
            end = found.end()
            found = _NEXT.match(folded, end, stop)
