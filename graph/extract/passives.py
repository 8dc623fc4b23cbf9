"""Clauses between two lists of documents in which the later one acts, or in which both end.

`A được thay thế bằng B`, `A được B sửa đổi`, `A hết hiệu lực kể từ ngày B có hiệu lực`, `Từ A, UBND
tỉnh cụ thể hóa thành B`, `A là cơ sở để Tỉnh ủy ban hành B`: the cue is inverted. In `Kể từ ngày A
có hiệu lực, B hết hiệu lực` it is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from graph.extract.cues import Cue
from graph.extract.scopes import Group

_FAR = 170
_ENDS_WITH = re.compile(r"(?:không còn|hết|chấm dứt) hiệu lực")
#: `Cơ sở pháp lý của A là B`.
_GROUND_IS = re.compile(r" là (?:các )?$")
GROUND_BEFORE: Final = re.compile(
    r"(?:cơ sở|căn cứ)(?: pháp lý| chính trị| quan trọng)?(?: để| của việc)?"
    r"(?: của| ban hành| xây dựng| ra đời){1,2} $"
)
#: `ban hành nhiều văn bản triển khai A như B, C`.
_SUCH_AS = re.compile(
    r"(?:(?!(?: [^\s.;,()]{1,7}){0,8} (?:khác|thay vì|trái|so|trừ|ngoài|giống|tương tự|cũng|chứ) )"
    r"[^.;()\n]{0,50}?,? (?:như|gồm|bao gồm|trong đó có|nổi bật là|đó là|cụ thể là):?|:) "
    r"(?:các )?$"
)
_TEXTS_ON = re.compile(
    r"(?:các|nhiều|hàng loạt|một số|những|hai|ba|bốn|\d{1,2}) (?:văn bản|kế hoạch|nghị quyết|"
    r"quyết định|đề án|chương trình)(?: [^.;,:\n]{1,40}?)? (?P<cue>(?:để |nhằm )?(?:triển khai|"
    r"thực hiện|cụ thể hóa|thể chế hóa|hướng dẫn)(?: triển khai| thực hiện)?)(?: các)? $"
)
_SINCE_ISSUED = re.compile(
    r"(?:không còn|hết|chấm dứt) hiệu lực(?: thi hành)?,? (?:kể )?từ (?:ngày|khi|thời điểm)"
    r"(?: được)? (?:ký|ban hành|thông qua|ký ban hành|công bố)(?: các)? $"
)
_IN_FORCE = re.compile(r"[^.;\n]{0,90}?có hiệu lực")
_VERBS = (
    r"(?P<verb>cụ thể hóa|thể chế hóa|thay thế|thay(?= bằng)|sửa đổi,? bổ sung|sửa đổi|"
    r"sửa(?= (?:bởi|bằng|tại|theo))|bổ sung|điều chỉnh,? bổ sung|điều chỉnh|bãi bỏ|hủy bỏ|"
    r"hướng dẫn|quy định chi tiết)"
)
_PASSIVE = re.compile(
    rf"(?:được|bị)\s(?P<by>[^.;,()]{{0,70}}?){_VERBS}(?:,?\s[^.;()]{{0,24}}?)?"
    r"\s(?:bằng|bởi|thành|theo|tại|trong|qua)\s*"
    r"(?:các|những|(?:hai|ba|bốn|\d{1,2}) (?:văn bản|kế hoạch|nghị quyết|quyết định|đề án))?:?\s*$"
)
#: `A được sửa đổi vào tháng 7/2024 (Nghị quyết B)`.
_IN_BRACKETS = re.compile(
    rf"(?:được|bị)\s(?P<by>[^.;,()]{{0,70}}?){_VERBS}(?:,?\s[^.;()]{{0,60}}?)?"
    r" \((?:tại |theo |bởi |bằng )?$"
)
#: `A được UBND tỉnh triển khai bằng B`: what carries it out is a document where a means is named.
_CARRIED_OUT = re.compile(
    r"được\s(?P<by>[^.;,()]{0,70}?)(?P<verb>(?:triển khai|tổ chức|thực hiện)(?: thực hiện)?)"
    r"(?: [^.;,()]{0,24}?)?\s(?:bằng|thông qua)\s*(?:các|những)?\s*$"
)
_PASSIVE_OF: Final = {
    "cụ thể hóa": "implements",
    "thể chế hóa": "implements",
    "thay thế": "replaces",
    "thay": "replaces",
    "bãi bỏ": "repeals",
    "hủy bỏ": "repeals",
    "hướng dẫn": "guides",
    "quy định chi tiết": "guides",
}
#: `A không còn hiệu lực, thay vào đó là B`.
_ENDS_NOW = re.compile(
    r" (?:thì |đều |sẽ |nay )*(?:(?:hết|không còn|chấm dứt) hiệu lực|(?:bị |được )?(?:bãi|hủy) bỏ)"
)
_PART = re.compile(
    r"(?<!\w)(?P<part>(?:(?:điểm|khoản|điều|chương|mục) (?:\d{1,3}|[a-zđ]|[ivx]{1,5})(?!\w)|"
    r"phụ lục|mẫu số|cụm từ)(?:[^.;:/\n]{0,70}?[^,.;:/\s])?)"
    r"(?: của| tại| trong| quy định tại| nêu tại)?(?: [^.;:,\n]{2,50} (?:ban hành )?kèm theo)? $"
)
_NEAR = 110
_INSTEAD = re.compile(
    r"[^.;\n]{0,90}?(?P<cue>(?:hết|không còn|chấm dứt) hiệu lực[^.;\n]{0,60}?[,;] (?:và )?"
    r"thay vào đó)(?: là|,?(?: [^.;,\n]{1,40})? (?:ban hành|áp dụng|thực hiện(?: theo)?))? "
    r"(?:các )?$"
)
#: `Những nội dung của A trái với B bị bãi bỏ`: what of A is changed is a part.
_AGAINST = re.compile(r"[^.;\n]{0,30}? (?P<cue>trái(?: với)?|không phù hợp với) (?:các )?$")
_SOME_OF = re.compile(r"(?:nội dung|quy định|điều khoản) [^.;\n]{0,60}?$")
_AGENT_NEXT = re.compile(r"(?:[^.;()\n]{0,60}\s)?\(?(?:(?:đã|nay|vừa) )?(?:được|bị)\s*(?:các)?\s*$")
_VERB_BEHIND = re.compile(rf"(?:,? (?:ngày|năm|của|\()[^.;\n]{{1,70}}?)? {_VERBS}(?!\w)")
_MADE_INTO = re.compile(
    r"[^.;()\n]{0,90}?(?P<cue>cụ thể hóa|thể chế hóa|(?<= )triển khai(?: thực hiện)?)"
    r"(?: [^.;,()\n]{1,30}?)? (?:thành|bằng|tại|thông qua)\s*"
    r"(?:các|những)?\s*$"
)
_GROUND_OF = re.compile(
    r"[^.;()\n]{0,60}? (?:là|làm|tạo) (?P<cue>(?:những )?(?:cơ sở|căn cứ|tiền đề)"
    r"(?: [^.;,()\n]{1,30}?)?) để "
    r"[^.;()\n]{2,90} (?:ban hành|xây dựng|thông qua|phê duyệt|ra)\s*(?:các)?\s*$"
)
_SINCE = re.compile(r"(?:từ ngày|từ khi|khi|từ thời điểm)\s*(?:các)?\s*$")
_COMES_INTO_FORCE = re.compile(
    r"[^.;,()\n]{0,60}? có hiệu lực(?: thi hành)?[^.;,()\n]{0,30}, (?:các )?"
)
_ENDS_BEHIND = re.compile(
    r"[^.;\n]{0,80}? (?P<cue>(?:hết|chấm dứt|không còn) hiệu lực|"
    r"(?:bị|được) (?:bãi bỏ|hủy bỏ))(?!\w)"
)


def turned_round(text: str, before: Group, group: Group) -> Cue | None:
    """Return the cue of such a clause between two lists in folded text, None where it is none."""
    if group.start - before.end > _FAR:
        return _ended(text, before, group)  # a day and a signer may stand between
    cue = next((cue for form in _FORMS if (cue := form(text, before, group))), None)
    return _of_part(text, before, cue) if cue is not None and cue.inverted else cue


def _of_part(text: str, before: Group, cue: Cue) -> Cue:
    """Return what ends or changes a part: `Điều 5 Quyết định A bị bãi bỏ bởi Quyết định B`."""
    if cue.predicate not in {"replaces", "repeals", "amends"} or cue.part is not None:
        return cue
    part = _PART.search(text, max(0, before.start - _NEAR), before.start)
    return replace(cue, predicate="amends", part=part["part"]) if part else cue


def _ended(text: str, before: Group, group: Group) -> Cue | None:
    ended = _ENDS_WITH.search(text, before.end, group.start)
    since = _SINCE_ISSUED.search(text, before.end, group.start) if ended else None
    if ended and (since or _IN_FORCE.match(text, group.end)):
        return Cue(ended.start(), ended.end(), "repeals", inverted=True)
    return None


def _passive(text: str, before: Group, group: Group) -> Cue | None:
    for form in (_PASSIVE, _CARRIED_OUT, _IN_BRACKETS):
        found = form.search(text, before.end, group.start)
        if found is not None:
            again = text.endswith("tiếp tục ", before.end, found.start())
            carried = "continues" if again else "implements"
            default = carried if form is _CARRIED_OUT else "amends"
            predicate = _PASSIVE_OF.get(found["verb"], default)
            return Cue(found.start(), found.end("verb"), predicate, inverted=True)
    return None


def _instead(text: str, before: Group, group: Group) -> Cue | None:
    found = _INSTEAD.fullmatch(text, before.end, group.start)
    return Cue(*found.span("cue"), "replaces", inverted=True) if found else None


def _against(text: str, before: Group, group: Group) -> Cue | None:
    found = _AGAINST.fullmatch(text, before.end, group.start)
    some = found and _SOME_OF.search(text, max(0, before.start - 90), before.start)
    if not found or not some or not _ENDS_NOW.match(text, group.end):
        return None
    return Cue(*found.span("cue"), "amends", inverted=True, part=some[0].strip())


def _ground_is(text: str, before: Group, group: Group) -> Cue | None:
    said = _GROUND_IS.fullmatch(text, before.end, group.start)
    start = max(0, before.start - _NEAR)
    ground = GROUND_BEFORE.search(text, start, before.start) if said else None
    return Cue(*ground.span(), "basedOn") if ground else None


def _such_as(text: str, before: Group, group: Group) -> Cue | None:
    if not _SUCH_AS.fullmatch(text, before.end, group.start):
        return None
    found = _TEXTS_ON.search(text, max(0, before.start - _NEAR), before.start)
    if found is None:
        return None
    predicate = "guides" if found["cue"].startswith("hướng dẫn") else "implements"
    return Cue(*found.span("cue"), predicate, inverted=True)


def _by_agent(text: str, before: Group, group: Group) -> Cue | None:
    """Read `A được B sửa đổi, bổ sung`."""
    if not _AGENT_NEXT.fullmatch(text, before.end, group.start):
        return None
    verb = _VERB_BEHIND.match(text, group.end)
    if verb is None:
        return None
    predicate = _PASSIVE_OF.get(verb["verb"], "amends")
    return Cue(verb.start("verb"), verb.end("verb"), predicate, inverted=True)


def _made(text: str, before: Group, group: Group) -> Cue | None:
    for form, predicate in ((_MADE_INTO, "implements"), (_GROUND_OF, "basedOn")):
        found = form.fullmatch(text, before.end, group.start)
        if found is not None:
            return Cue(found.start("cue"), found.end("cue"), predicate, inverted=True)
    return None


def _ends_another(text: str, before: Group, group: Group) -> Cue | None:
    """Read `Kể từ ngày A có hiệu lực, B hết hiệu lực`."""
    if not _SINCE.search(text, max(0, before.start - 24), before.start):
        return None
    if not _COMES_INTO_FORCE.fullmatch(text, before.end, group.start):
        return None
    ends = _ENDS_BEHIND.match(text, group.end)
    return Cue(ends.start("cue"), ends.end("cue"), "repeals") if ends else None


_FORMS: Final[tuple[Callable[[str, Group, Group], Cue | None], ...]] = (
    _ended,
    _instead,
    _against,
    _ground_is,
    _such_as,
    _passive,
    _by_agent,
    _made,
    _ends_another,
)
