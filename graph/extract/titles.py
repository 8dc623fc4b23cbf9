"""The title behind a mention: `18-NQ/TW ... về tiếp tục đổi mới ...`, and what it cites itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from graph.extract.article import Prepared
from graph.extract.mentions import Kind, Mention
from graph.extract.text import folded
from graph.extract.title_ends import JOINT, LONGEST, before_next_actor, title_end

_TITLE = re.compile(
    r"[,:]?\s{1,2}(?=(?:về|v/v|một số|quy định|ban hành|phê duyệt|sửa đổi|hướng dẫn|thực hiện|"
    r"triển khai|sửa đổi, bổ sung một số (?:điều|nội dung)|"
    r"phát triển|tăng cường|nâng cao|tiếp tục|đẩy mạnh|xây dựng|quy hoạch)\s|\")"
)
_CITES = re.compile(
    r"(?:về |một số |việc |kế hoạch |chương trình (?:hành động )?|đề án |ban hành |phê duyệt )*+"
    r"(?:tổ chức |tiếp tục |đồng thời )?"
    r"(?:(?P<changes>bãi bỏ |thay thế |sửa đổi,? (?:bổ sung )?)|triển khai,? |thực hiện |"
    r"cụ thể hóa |hướng dẫn |thi hành |quán triệt,? )"
    r"(?:thực hiện |thi hành |đồng thời |một số điều |của |các |những )*+"
    r"(?:(?:nghị quyết|chỉ thị|kết luận|chương trình|kế hoạch|quyết định) (?:này|trên|nêu trên)"
    r"(?:,| và) (?:các )?)?"
)
_TITLED = re.compile(r"[^,.;]{0,40}? (?:về|quy định|ban hành) ")
#: The issuer behind the title of a document of the Centre, whose titles do not end so.
_OWN_ISSUER = re.compile(r" của (?:bộ chính trị|ban bí thư)(?: trung ương đảng)?[ .,]*$")
_LISTED_ON = re.compile(
    r"(?:,? \(?(?:ngày|năm|khóa|của) [^,;.\n]{1,60}?\)?){0,3}(?:,|;|,? và)(?: các)?(?: số)? "
)
_LIST_GAP = 9
_DONE = re.compile(r"(?:để )?(?:tổ chức |triển khai )*thực hiện(?: trên địa bàn)?")  # no topic
_DETAILED = re.compile(r"(?:điều của|thi hành|chi tiết)(?: các)? $")
_LAWS = {"Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", None}
_FEWEST_WORDS = 3


def title_behind(
    prepared: Prepared, mention: Mention, tail: int, later: list[Mention], stop: int
) -> tuple[int, str | None]:
    """Return where the title behind a mention begins, and the title if there is one."""
    if mention.kind in {Kind.NAMED, Kind.LAW}:
        return tail, None
    text = prepared.folded.folded
    lead = _TITLE.match(text, tail, stop)
    if lead is None or lead.end() in {one.start for one in later}:
        return tail, None
    outside = later
    cites = _CITES.match(text, lead.end(), stop)
    if cites and any(one.start - cites.end() <= _LIST_GAP for one in later[:1]):
        # "thực hiện A và B": the list is the title's
        law = later[0].kind is Kind.LAW  # nothing below a law is listed with it
        outside = [
            one
            for one in later
            if _another(text, mention, one, cites["changes"]) or (law and _below_law(one))
        ]
    else:
        near = takewhile(lambda one: one.start < lead.end() + LONGEST, later)
        outside = list(_not_listed(text, mention, near, lead.end()))
    end = title_end(text, lead.end(), outside, stop)
    end = before_next_actor(prepared, lead.end(), end)
    own = _OWN_ISSUER.search(text, lead.end(), end) if mention.issuer_code == "TW" else None
    title = prepared.article.text[lead.end() : own.start() if own else end].rstrip(" .,:…")
    said = len(title.split()) >= _FEWEST_WORDS and not _DONE.fullmatch(folded(title))
    return lead.end(), title if said else None


def _not_listed(
    text: str, mention: Mention, later: Iterable[Mention], start: int
) -> Iterator[Mention]:
    """Yield the citations behind a title but those that go on with a list inside of it.

    `hướng dẫn ... theo Nghị định A và Nghị quyết B`: B is of the title as A is.
    """
    before: Mention | None = None  # the last one inside
    for one in later:
        joint = JOINT.search(text, max(start, one.start - 12), one.start)
        # what a congress resolves ends a title: `kế hoạch 5 năm theo Nghị quyết Đại hội A và B`
        holds = before is not None and before.kind is not Kind.CONGRESS
        if holds and before and before.kind is Kind.LAW and _below_law(one):
            holds = not _DETAILED.search(text, max(start, before.start - 24), before.start)
        listed = holds and before and _LISTED_ON.fullmatch(text, before.end, one.start)
        if joint and not (listed and one.issuer_code != mention.issuer_code):
            yield one
            before = None
        elif one.start > start:
            before = one


def _below_law(mention: Mention) -> bool:
    return mention.kind is Kind.NUMBER and mention.type_vi not in _LAWS


def _another(text: str, mention: Mention, one: Mention, changes: str | None) -> bool:
    """Tell whether a citation behind a title is one more of what its issuer issued.

    It has its own type word; what is repealed or changed is a list, unless it has its own title.
    """
    if one.issuer_code != mention.issuer_code or not one.worded:
        return False
    return changes is None or _TITLED.match(text, one.end) is not None
