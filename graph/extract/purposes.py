"""What issues a document, and a purpose whose object was named before.

`Sau khi có A, Tỉnh ủy ban hành B để tổ chức thực hiện.`: B carries out A.
"""

from __future__ import annotations

import re
from typing import Final

from graph.extract.cues import Cue
from graph.extract.scopes import Group

#: The verb before what is issued: `ban hành`, `phê duyệt Đề án ... tại`.
ISSUES: Final = re.compile(
    r"(?:ban hành|phê duyệt|thông qua|xây dựng|ký|ra|có)(?: và ban hành)?"
    r"(?: lần lượt| ngay| tiếp| thêm| kịp thời)?"
    r"(?:\s[^.;:()\n]{2,110}?\s(?:kèm theo|tại))?:?\s*(?:các\s|những\s|bản\s)?"
    r"(?:quy chế (?:làm việc|phối hợp|hoạt động)\s)?[\"']?\s*$"
)
#: From one document that is issued to the next in the same breath.
ISSUED_TOO: Final = re.compile(
    r"[^.;:]{0,90}(?:;\s(?:và\s)?|,\s(?:và\s)?(?=(?:ban|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|ubnd|"
    r"ủy ban|hđnd|hội đồng|chính phủ|thủ tướng|bộ|sở)\s))[^.;:,]{2,70}?"
    r"\s(?:đã\s|cũng\s|đồng thời\s){0,2}"
    r"(?:ban hành|phê duyệt|thông qua|xây dựng|ra|ký|có)\s(?:các\s)?"
)
_PURPOSE = re.compile(
    r"[^.;\n]{0,90}? (?P<cue>(?:triển khai|tổ chức) thực hiện(?=\s*(?:[.;,]|$))|"
    r"(?:để|nhằm) (?:(?:lãnh đạo|chỉ đạo|tổ chức|triển khai|kịp thời|"
    r"cụ thể hóa)(?:,| và)? ){0,4}(?:thực hiện|triển khai|cụ thể hóa))"
    r"(?: (?:trên địa bàn|trong|tại|ở) [^.;,\n]{1,40})?\s*"
    r"(?:[.;,]|$|và (?:công văn|kế hoạch|quyết định|chỉ thị|nghị quyết|hướng dẫn) )"
)
_AFTER = re.compile(
    r"(?<!\w)(?:sau khi|từ khi|khi|ngay sau|tiếp thu|quán triệt|học tập|nghiên cứu|đối với|"
    r"(?:^|(?<=[.;\n] ))với)"
    r"(?: [^.;,\n]{1,40})?\s$"
)
_FAR = 170
_NEAR = 90


def purpose_behind(text: str, before: Group, group: Group) -> Cue | None:
    """Return the cue behind a list that was issued to carry out the list before it."""
    gap = text[before.end : group.start]
    if len(gap) > _FAR or ";" in gap or not ISSUES.search(gap):
        return None
    purpose = _PURPOSE.match(text, group.end)
    if purpose is None or not _AFTER.search(text, max(0, before.start - _NEAR), before.start):
        return None
    return Cue(purpose.start("cue"), purpose.end("cue"), "implements")
