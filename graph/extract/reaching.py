"""Which verb a list before it is the subject of: what may stand between, and what bars it."""

from __future__ import annotations

import re

from graph.extract.cues import Cue
from graph.extract.plausible import CHANGES
from graph.extract.scopes import Group

_FAR = 170
_PLAIN = re.compile(
    r"(?:[\s,:()\"-]|(?:đã )?được (?:[^,;.()]{2,50} )?"
    r"(?:ban hành|thông qua|xây dựng|soạn thảo|phê duyệt|ký)|"
    r"(?:với|nhằm) mục (?:tiêu|đích)|trên cơ sở|"
    r"(?:coi|xem|xác định|đánh giá) là|vốn|từng|đôn đốc|trước đây|khi đó|"
    r"do [^,;.()]{3,90} (?:ký|ban hành)(?: ban hành)?|gồm \d[^;.()]{1,60}|"
    r"ban hành|nhằm|để|về việc|về|với|là|này|trên|đã|được|"
    r"sẽ|do|(?:một )?bước|văn bản|"
    r"hôm nay|ngày [\d/.-]{3,10}|của [^,;.()]{2,60})*+"
)
_ANOTHER_ACT = re.compile(
    r"(?<!được )(?<!đã )ban hành (?!kèm|ngày|theo)|[.;]|\)\s*[;,]|(?:trong đó|qua đó|từ đó|"
    r"đồng thời|nhưng|(?<!không )(?<!mà )còn)(?!\w)"
)
_ANOTHER_PLAN = re.compile(
    r"(?<!\w)(?:các văn bản|kế hoạch|chương trình|đề án|nghị quyết|chỉ thị|quyết định)(?!\w)"
)
#: `Đề án A là đề án trọng tâm để thực hiện B`: the same one.
_IS = re.compile(r"^(?: này)? (?:là|được (?:coi|xem|xác định) là) (?:một |những )?[^.;,]{2,24}")
#: `A cùng hai quyết định nói trên bị thay thế bằng B`.
_WITH_OTHERS = re.compile(
    r"^,? (?:cùng|cùng với|và) (?:hai|ba|bốn|các|những) [^.;,]{2,50}? "
    r"(?:này|nói trên|nêu trên|trên)"
)
_ALSO = re.compile(
    r"(?: (?:ra đời|được ban hành|được thông qua|có hiệu lực)[^.;\n]{0,50}?)?"
    r"[,;]? (?:đồng thời|và|cùng lúc)(?: cũng| đã)? |[^.;\n]{0,60}, trong đó(?: có)? |"
    r"[^.;\n]{0,60}có hiệu lực[^.;\n]{0,70}; (?:đồng thời |và )?"
)
#: `Kết luận A, trong đó yêu cầu tiếp tục thực hiện B`.
_ASKS = re.compile(
    r"(?:,? (?:trong đó|qua đó))?,? (?:yêu cầu|chỉ đạo|nhấn mạnh|đề nghị|xác định)"
    r"(?: (?:việc|cần|phải|toàn [^.;,]{2,30}|các [^.;,]{2,40}))? "
)
#: `Quyết định A thành lập Ban Chỉ đạo, theo Quy định B`: a short topic and what it goes by.
_ABOUT = re.compile(
    r"(?: (?:về|thành lập|quy định|phê duyệt|công bố|điều động|kiện toàn|sắp xếp|giao|hợp nhất)"
    r"(?: (?!(?:đã|đang|sẽ|được|yêu|cho|nêu|bị|do|căn|theo)(?!\w))[^\s.;:()\d]{1,12}){1,16})?, "
)
_WHEREBY = re.compile(r",? (?:trong đó|qua đó|từ đó)(?: có| đã| tập trung| nhằm)? ")


#: `A được B ban hành nhằm thực hiện C`: B has acted, on A itself.
_ISSUED_BY = re.compile(
    r"^(?:,? (?:ngày [\d/.-]{3,10}|năm \d{4}|đã|vừa|mới)){0,3} (?:được|do) [^,;.()]{2,90}? "
    r"(?:ban hành|thông qua|phê duyệt|ký ban hành|ký)(?= )"
)


def reaches(text: str, before: Group, cue: Cue) -> bool:
    """Tell whether a cue's subject is the list before it: nothing else acts between."""
    gap = text[before.end : cue.start]
    if len(gap) > _FAR:
        return False
    if cue.predicate in CHANGES and _ALSO.fullmatch(gap):
        return True  # the same document acts once more
    if cue.predicate == "continues" and _ASKS.fullmatch(gap):
        return True
    if cue.predicate in CHANGES | {"implements"} and _WHEREBY.fullmatch(gap):
        return True
    if cue.weak:
        by = cue.predicate == "basedOn" and _ABOUT.fullmatch(gap)
        return bool(by) or _PLAIN.fullmatch(gap) is not None
    gap = _ISSUED_BY.sub("", gap)
    rest = _WITH_OTHERS.sub("", _IS.sub("", gap))
    return not _ANOTHER_ACT.search(gap) and not _ANOTHER_PLAN.search(rest)
