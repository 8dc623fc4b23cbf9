"""Where the title of a cited document ends: at a verb, a new clause, the next of a list."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from graph.extract.article import Prepared
from graph.extract.doers import leaves_title
from graph.extract.mentions import Mention

_TITLE_END = re.compile(
    r"[;\n]|,?\s\((?:gọi|sau đây|thay|sửa|đã|được)|"
    r"(?:,| và|,? đồng thời)\s(?:bãi bỏ|hủy bỏ|sửa đổi|thay(?: thế| cho)?)\s(?="
    r"(?:các |một phần |điều |khoản )?(?:nghị quyết|quyết định|"
    r"chỉ thị|quy định|hướng dẫn|thông tư|nghị định|kế hoạch|luật|kết luận)(?!\w))|"
    r",\s(?:đã|được|qua đó|từ đó|theo đó|góp phần|nhằm|để|trong đó|ngay|đồng thời|bảo đảm|đảm bảo|"
    r"(?:ban thường vụ|ban chấp hành|chủ tịch|tỉnh ủy|thành ủy|huyện ủy|ubnd|hđnd|ủy ban|"
    r"các cấp|toàn (?:tỉnh|thành phố|huyện|ngành|đảng bộ)|chúng ta|"
    r"thời gian))\s|"
    r",\s(?:khiến|làm cho)\s|,\s(?:làm|là|tạo) (?:cơ sở|căn cứ)(?!\w)|"
    r"\s(?:hết hiệu lực|không còn hiệu lực|có hiệu lực)(?!\w)|"
    r"\strình(?=\s(?:hội nghị|đại hội|bộ|ban|quốc hội|chính phủ|thủ tướng|hđnd|hội đồng|ubnd|"
    r"trung ương|tỉnh ủy|thành ủy|cấp))|"
    r"\s(?:gắn với|gắn chặt với|gắn liền với|cùng với|kết hợp với|đã|(?<!không )được|"
    r"đến nay|thay thế|nhằm|đề ra|nêu rõ|"
    r"xác định|yêu cầu|chỉ rõ|khẳng định|theo đúng|theo tinh thần|do đồng chí|là (?:một|cơ sở|"
    r"văn bản))(?!\w)"
)
#: A day behind the title ("về ... ngày 22-12-2024 của ..."), unless the title speaks of that day.
DAY_BEHIND: Final = re.compile(
    r"(?=[,\s])"
    r"(?<!kỷ niệm)(?<!chiến thắng)(?<!thành lập)(?<!truyền thống)(?<! từ)(?<! đến)(?<! trước)"
    r"(?<! sau)(?<! hội nghị)(?<! họp)(?<! lễ)(?<! vào)(?<! trong)(?<! hết)"
    r",?\s(?:ban hành |ký )?ngày (?=\d)"
)
_VERB = re.compile(r"\s(?:đã|được|sẽ)")
#: What joins a citation to the one before it.
JOINT: Final = re.compile(r"(?:,|;|\svà|\scùng|\scùng với|,\svà|\svà các)\s{1,2}$")
LONGEST: Final = 420  # characters of a title


def title_end(text: str, start: int, later: list[Mention], stop: int) -> int:
    """Return where a title ends: at its clause's end, or where a list goes on with a citation."""
    limit = min(stop, start + LONGEST)
    ending = _TITLE_END.search(text, start + 1, limit)
    end = ending.start() if ending else limit
    end = leaves_title(text, start + 1, min(limit, end + 40)) or end
    if ending and _VERB.fullmatch(ending[0]):  # "..., chất lượng được nâng cao": not the title's
        comma = text.rfind(", ", start, end)
        end = comma if comma > start and not DAY_BEHIND.search(text, comma + 1, end) else end
    for other in (one.start for one in later):
        if start < other < end and (joint := JOINT.search(text, max(start, other - 12), other)):
            end = joint.start()
    depth = 0
    for place in range(start, end) if ")" in text[start:end] else ():
        depth += (text[place] == "(") - (text[place] == ")")
        if depth < 0:
            return place
    return end


def before_next_actor(prepared: Prepared, start: int, end: int) -> int:
    """Return where a title ends that runs on to who acts next: `về phí đò và Sở A đã ...`."""
    place = bisect_left(prepared.bodies, end, key=lambda one: one.start) - 1
    body = prepared.bodies[place] if place >= 0 else None
    joint = body.start - len(" và ") if body else 0
    acts = body is not None and body.end == end and joint > start
    listed = acts and prepared.folded.folded.startswith(" và ", joint)
    return joint if listed and _VERB.match(prepared.folded.folded, end) else end
