"""Who carries out a document at the head of a clause: `Thực hiện D, huyện Gia Bình đã ...`.

Areas (`xã Tân Triều`), classes (`các xã, phường`, `các chi bộ trực thuộc`) and those who act
together (`cấp ủy, chính quyền xã A`, `Đảng bộ, chính quyền và nhân dân huyện B`) are no bodies of
the record; they are read where they stand behind a comma and before what they did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.text import CAPITALS, Folded
from graph.model import Level

_AREA = r"(?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu|tỉnh)"
_LEVELS = {
    "huyện": Level.DISTRICT,
    "quận": Level.DISTRICT,
    "thị xã": Level.DISTRICT,
    "thành phố": Level.DISTRICT,
    "xã": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "thị trấn": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
    "tỉnh": Level.PROVINCE,
}
_MEMBER = (
    r"(?:(?:chi|đảng) bộ|chi|tổ chức(?: cơ sở)? đảng|cấp ủy|đảng ủy|xã|phường|thị trấn|huyện|"
    r"thành phố|thị xã|thị|thành|quận|địa phương|đơn vị|cơ quan|sở|ban|ngành|đoàn thể|"
    r"ban, ngành|trường học|thôn|khu phố|chi hội|tổ chức chính trị - xã hội)"
)
_WITHIN = (
    r"(?: trong (?:toàn )?(?:tỉnh|huyện|ngành)| trên địa bàn(?: [^\s,.;:()]+){0,4}?|"
    r"(?<=trực thuộc)(?: [^\s,.;:()]+){1,5}?)?"
)
_CLASS = (
    rf"(?P<class>các {_MEMBER}(?:(?:,| và|, và) (?:các )?{_MEMBER}){{0,6}}"
    rf"(?: trực thuộc| cơ sở| các cấp)?){_WITHIN}"
)
_TOGETHER = (
    r"(?:cấp ủy(?: đảng)?(?:,| và) chính quyền|đảng bộ(?:,| và) (?:chính quyền|nhân dân))"
    r"(?:(?:,| và|, và) (?:nhân dân|chính quyền|mặt trận tổ quốc|mttq|các (?:đoàn thể|hội)|"
    r"đoàn thể)(?: các dân tộc)?){0,3}"
)
_DID = (
    r"(?: (?:cũng|luôn|đều|kịp thời|nghiêm túc|chủ động|tích cực|nỗ lực|khẩn trương|"
    r"từng bước)){0,2}"
    r" (?:đã|đang|tiếp tục|tập trung|triển khai|sắp xếp|vận động|huy động|giải ngân|giải tỏa|"
    r"chỉ đạo|lãnh đạo|thành lập|hoàn thành|kiện toàn|đẩy mạnh|chọn|đăng ký|quán triệt|cụ thể hóa)"
    r"(?!\w)"
)
#: What says that they were acted upon, or only issued a document of their own.
_ELSE = re.compile(
    r"(?: (?:đã|đang|cũng|vừa|kịp thời|luôn)){0,3} (?:được|bị|ban hành|ra|ký|phê duyệt)(?!\w)"
)
_NAME = rf"(?: [{CAPITALS}][^\W\d_]*){{1,4}}"
_AREA_ACTS = re.compile(rf"{_AREA}(?P<name>{_NAME})(?={_DID}| (?:có|giảm|xây dựng) \d)")
_JOINT_ACTS = re.compile(rf"(?i:{_TOGETHER}) (?P<area>{_AREA})(?P<name>{_NAME})?(?={_DID})")
_CLASS_ACTS = re.compile(rf"(?i:{_CLASS})(?={_DID})")
#: A clause begins: behind a comma or at the head of a line.
_AT = re.compile(rf", (?:toàn thể )?(?=các |[cC]ấp ủy|[đĐ]ảng bộ|{_AREA} )")
_TITLE_LEFT = re.compile(
    rf", (?=(?:{_CLASS.replace('?P<class>', '?:')}|"
    rf"{_TOGETHER}(?: {_AREA}(?: [^\s,.;:()]+){{1,4}}?)?|"
    rf"(?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn)(?: [^\s,.;:()]+){{1,4}}?){_DID})"
)


def find_doers(text: Folded) -> Iterator[tuple[int, int, str, Level | None]]:
    """Yield who acts behind a comma: where the words stand, the name, the level.

    Parameters
    ----------
    text : the text; searched for openings alone, so that the cost is that of its commas.
    """
    for comma in _AT.finditer(text.shaped):
        start = comma.end()
        found = _form(text.folded[start : start + 4]).match(text.shaped, start)
        if found is None or _ELSE.match(text.folded, found.end()):
            continue
        groups = found.groupdict()
        area = groups.get("area") or found[0]
        named = next((level for word, level in _LEVELS.items() if area.startswith(word)), None)
        end = found.end("class") if groups.get("class") else found.end()
        yield start, end, text.shaped[start:end], named if groups.get("name") else None


def _form(opening: str) -> re.Pattern[str]:
    """Return the form that may begin with these letters."""
    if opening.startswith("các "):
        return _CLASS_ACTS
    return _JOINT_ACTS if opening.startswith(("cấp", "đảng")) else _AREA_ACTS


def leaves_title(text: str, start: int, stop: int) -> int | None:
    """Return where a title ends since somebody acts behind its comma; None where nobody does."""
    found = _TITLE_LEFT.search(text, start, stop)
    return found.start() if found else None
