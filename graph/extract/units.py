"""Bodies below those that the grammar knows by name: `Chi cục Thủy lợi`, `Công ty cổ phần ...`.

They are read by their capitals. They can be given a task; they issue nothing and carry out nothing
that the record is about, so that nothing else is made of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from graph.extract.person_names import CAPITAL, SMALL
from graph.extract.phrases import at_word

#: Second syllables of words in such names, printed small: `Thủy lợi`, `Kiểm lâm`.
_SECOND = (
    r"(?:lợi|lâm|nông|sản|vật|phẩm|tế|chính|hội|hóa|thao|dục|tạo|học|nghệ|thông|tin|trường|nguyên|"
    r"nước|điện|lực|thị|giá|sát|toàn|nghiệp|thôn|trình|quyền|tiến|mại|lịch|tư|xã|quan|thuật|triển|"
    r"động|viên|niên|nữ|dân|thập|đỏ|sự|huy|đạo|án|bến|cảng|vụ|giám|kê|toán|hàng|hạn|phần|tác|sinh|"
    r"khoa|dược|nghiệm|lượng|chuẩn|nghiên|cứu|văn|tàng|viện|lưu|trữ|giao|dịch|trợ|chất|lý|dựng|trị|tưởng|bộ)"
)
_WORD = rf"[{CAPITAL}][{CAPITAL}{SMALL}]*(?: {_SECOND}(?![{SMALL}]))?"
_REST = rf"(?:(?: và| -|,(?= [{CAPITAL}][{SMALL}]+ {_SECOND}))? {_WORD})"
_FIRM = r"(?: (?:cổ phần|TNHH|MTV|một thành viên|trách nhiệm hữu hạn|Cổ phần))*"
_AREA = r"(?: (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?![{SMALL}]))?".replace(
    "{SMALL}", SMALL
)
_FORMS = (
    rf"(?:Tổng công ty|Công ty){_FIRM}{_REST}{{1,7}}",
    rf"(?:Chi cục|Tổng cục|Cục|Hạt|Tập đoàn|Bưu điện|Viễn thông|Điện lực){_REST}{{1,6}}",
    rf"(?:Trung tâm|Bệnh viện|Hiệp hội|Liên hiệp|Chi nhánh){_REST}{{1,7}}",
    rf"Phòng{_REST}{{1,6}}",
    rf"Hội (?:Nông dân|Cựu|Liên hiệp|Phụ nữ|Khuyến|Người|Doanh){_REST}{{0,5}}",
    rf"Đoàn (?:Thanh niên|TNCS){_REST}{{0,5}}",
    rf"Ban (?:Chỉ huy|Quản lý|Chỉ đạo){_REST}{{1,7}}",
    rf"Trạm (?:Y tế|Khuyến|Thú y|Kiểm){_REST}{{0,4}}",
    rf"Trường (?:Đại học|Cao đẳng|Trung){_REST}{{0,6}}",
    rf"Đội (?:Cảnh sát|Quản lý){_REST}{{0,5}}",
)


def _opened() -> Iterator[str]:
    for form in _FORMS:
        if form.startswith("(?:"):
            heads, rest = form[3:].split(")", 1)
            yield from (f"{head}{rest}" for head in heads.split("|"))
        else:
            yield form


UNIT: Final = re.compile(at_word(_opened(), r"\w", "Hải ") + _AREA + rf"(?![{CAPITAL}{SMALL}])")
#: What the names of such bodies open with.
HEADS: Final = (
    *("Tổng công ty", "Công ty", "Chi cục", "Tổng cục", "Cục ", "Hạt ", "Tập đoàn", "Bưu điện"),
    *("Viễn thông", "Điện lực", "Trung tâm", "Bệnh viện", "Hiệp hội", "Liên hiệp", "Chi nhánh"),
    *("Phòng ", "Đoàn T", "Ban Chỉ ", "Ban Quản lý dự án", "Trạm ", "Trường ", "Đội "),
)
