"""Mentions without a number: laws by name and year, documents by type and topic.

A topic makes a document only where the text says that it was issued, or prints its type with a
capital as a name; plans to be drawn up, programmes of persons and classes of papers are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.extract.mentions import Kind, Mention
from graph.extract.openings import opened_by
from graph.extract.phrases import at_word
from graph.extract.structure import Stretch
from graph.extract.text import CAPITALS, Folded
from graph.extract.types import TypeWord

_ISSUED = re.compile(
    at_word(("ban hành", "thông qua", "phê duyệt", "công bố")) + r"(?: bản| dự thảo)?\s[\"']?$"
)
_NOT_YET = re.compile(
    r"(?<!\w)(?:chưa|không|cần|phải|đề nghị|yêu cầu|sẽ|dự kiến|chậm|sớm|tham mưu|"
    r"hãy)(?:\s[^\W\d_]+){0,3}\s*"
    r"(?:ban hành|thông qua|phê duyệt)\s[\"']?$"
)
_TITLED = re.compile(
    r"\d{1,5}(?:/\d{4})?[-/][a-zđ]{2,6}[-/][a-zđ-]{2,20}(?:,? ngày [\d/. -]{5,12})?"
    r"(?: của [^,.;:]{3,50})? về (?:việc ban hành )?$"
)
_OF_AN_AREA = {"Quy hoạch", "Chiến lược"}
_AREA = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|vùng|quốc gia|thời kỳ|giai đoạn|đến năm|năm \d{4})(?!\w)"
)
_COMMON_ACTS = {"Quyết định", "Thông báo", "Kết luận", "Hướng dẫn", "Chỉ thị"}
_BREAKTHROUGH = {"Chương trình đột phá"}
_NAMES = {
    "Quy chế",
    "Quy chế phối hợp",
    "Chương trình hành động",
    "Chương trình",
    "Chương trình đột phá",
    "Chương trình phối hợp",
    "Kế hoạch",
    "Kế hoạch hành động",
    "Đề án",
    "Quy định",
    "Quyết định",
    "Nghị quyết",
    "Chỉ thị",
    "Hướng dẫn",
    "Kết luận",
    "Thông báo",
    "Chiến lược",
    "Quy hoạch",
}
#: `Quy chế bến đò ban hành kèm theo Quyết định số 12`: cited by that number.
_ANNEXED = re.compile(
    r" \(?(?:(?:được )?ban hành (?:kèm theo|tại)|kèm theo|tại) "
    r"(?:quyết định|nghị quyết|thông tư)? ?(?:số )?\d"
)
#: `Quy chế làm việc số 02-QC/TU`: cited by its number.
_NUMBERED = re.compile(
    r" (?:làm việc|hoạt động|phối hợp|công tác|tổ chức|bầu cử|chi tiêu nội bộ) số \d{1,4}\s?[-/]"
)
_NOT_SINGLE = re.compile(
    r"(?:các|những|một số|nhiều|mọi|từng|mỗi|hai|ba|bốn|năm|sáu|\d+)\s+(?:bản\s)?[\"']?$"
)
_CLASS = re.compile(
    r"(?: [^,.;()]{0,40})? (?:các cấp|cùng cấp|từng|mỗi|của các|của cấp ủy(?! )|cá nhân|cụ thể|"
    r"phù hợp)"
)
_TOPIC = re.compile(
    r"(?: chuyên đề| liên tịch)?\s(?=(?:về|thực hiện|phối hợp|hỗ trợ|đào tạo|làm việc|phát triển|"
    r"tổng thể|hành động|giai đoạn|"
    r"xây dựng|nâng cao|tăng cường|thí điểm|bảo vệ|bảo đảm|hoạt động|tổ chức|quản lý|cải cách|"
    r"chuyển đổi|phòng|ứng|khắc phục|đột phá|quy định|sắp xếp|triển khai|hướng dẫn|kiểm tra|"
    r"giám sát)(?!\w))"
)
_OF_YEAR = re.compile(
    r"\scủa (?:ban thường vụ |ban chấp hành )?(?:tỉnh ủy|thành ủy|huyện ủy|đảng bộ tỉnh|hđnd tỉnh)"
    r"[^,.;()\n]{0,20}? năm \d{4}"
)
_CITING = re.compile(
    r"(?:\s(?:để|về|nhằm|của bộ chính trị|của tỉnh ủy))?\s(?:triển khai |tổ chức )?(?:thực hiện|"
    r"triển khai|cụ thể hóa)\s"
    r"(?:các\s)?(?=nghị quyết|chỉ thị|kết luận|quy định|quyết định|chương trình|kế hoạch|đề án|"
    r"thông báo|"
    r"luật|nghị định)"
)
_END = re.compile(
    r"[;:.\n(\"]|,(?=\s(?:trong đó|góp phần|nhằm|để|qua đó|từ đó|đồng thời|theo|ngay|bảo đảm|"
    r"đảm bảo|phối hợp|"
    r"tham mưu|tổ chức|chỉ đạo|triển khai|ban hành|đã|đang|từ|là|các|cùng|cũng|nhất là|với|tạo|"
    r"giao|có|"
    r"chương trình|kế hoạch|đề án|quy định|quy chế|nghị quyết|kết luận|chỉ thị|quyết định)(?!\w))|"
    r"\s(?=(?:theo (?:nghị quyết|quyết định|kết luận|chỉ thị|kế hoạch|chương trình|quy định|"
    r"tinh thần|đúng)|"
    r"gắn với|gắn liền|ngay (?:từ|sau)|giữa ban|nhằm|để (?:thực hiện|triển khai|cụ thể|kịp thời)|"
    r"thay thế|hết hiệu lực|không còn hiệu lực|có hiệu lực|qua đó|(?:được )?ban hành kèm theo|"
    r"(?:kèm theo|tại) (?:quyết định|nghị quyết) số|"
    r"đã|sẽ|được|và (?:nghị quyết|quyết định|kết luận|chỉ thị|kế hoạch|chương trình|quy định|"
    r"ban hành|tổ chức)"
    r")(?!\w))"
)
_PERSONAL = re.compile(r"\s(?:của )?(?:cá nhân|mình|từng|mỗi|cán bộ|người|khi nhận)")
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "LUẬT", "BỘ LUẬT", "PHÁP LỆNH")
_LAW = opened_by(
    _LAWS,
    group="type",
    shaped=True,
    behind=r"(?P<name>(?P<amending> [Ss]ửa đổi, bổ sung (?:một số )?điều(?: của)?(?: các)?)?"
    rf"(?: (?:Luật |Bộ luật |Pháp lệnh )?[{CAPITALS}][^\W\d_]*"
    r"(?:,? (?!(?:được|đã|theo|của|quy định|(?:có|hết|không còn) hiệu lực|khiến)(?!\w)|"
    r"và (?:Nghị|Danh|Thông|Quyết|Luật|Công đ|Chỉ t|Kết l|Kế h|Chương t))"
    r"[^\W\d_]{1,9}){0,13}?)?"
    rf"(?(amending)(?:(?:,| và) (?:Luật|Bộ luật) [{CAPITALS}][^\W\d_]*"
    r"(?: [^\W\d_]{1,9}){0,8}?)?))"
    r"(?: \(sửa đổi\))?(?P<when>,? (?:năm|ngày) (?=\d)|,? số (?=\d)|(?= ?\d{4}(?!\d)))",
)
#: Words that the name of a law does not run on over.
_STOPS = (
    r"(?:được|đã|theo|của|quy định|có|năm|số|ngày|tại|trong|do|để|là|thì|cho|nêu|này|cũng|sẽ|phải|"
    r"nhằm|về|hiện hành|nói|gồm|mới|hết|bị|khiến|và (?:các|nghị|luật|bộ luật|thông|văn bản|"
    r"pháp luật|công điện|quyết định|chỉ thị|kết luận|kế hoạch|công văn|hướng dẫn|chương trình))"
)
_ALONE = opened_by(
    _LAWS[:3],
    group="type",
    shaped=True,
    behind=rf" (?P<name>[{CAPITALS}][^\W\d_]*"
    rf"(?:(?:(?<=hòng),|(?<=hi đua),)? (?!(?i:{_STOPS})(?!\w))[^\W\d_]{{1,9}}){{1,9}})"
    rf"(?=\s?(?:[;,.:)\n\"]|$)|\s(?i:{_STOPS})(?!\w))",
)
#: What stands before a law that is in force, not one that is drafted, or a firm of lawyers.
_BY_LAW = re.compile(
    r"(?:điều \d{1,3}[a-zđ]?|khoản \d{1,2}|theo|của|căn cứ(?: vào)?|thực hiện|thi hành|chấp hành|"
    r"quy định (?:tại|trong)|hướng dẫn|quán triệt|phổ biến|quy định chi tiết|một số điều của|"
    r"triển khai|vi phạm) (?:các )?$"
)
#: From one law of a list to the next, and its day between them.
_LAW_LIST = (
    re.compile(r"(?:[;,] (?:và )?| và )(?:các )?$"),
    re.compile(r",? (?:năm|ngày|số) [^;,.\n]{2,36}(?:[;,] (?:và )?| và )(?:các )?$"),
)
_YEAR = re.compile(r"\s?(?P<year>(?:19|20)\d\d)(?!\d|[-/])")
_ANOTHER_CLAUSE = re.compile(r",\s(?=(?:Ban|Tỉnh|Thành|Huyện|UBND|HĐND|Ủy|Hội|Sở|Bộ|Đảng)(?!\w))")
_LONGEST = 230
_FEWEST = 3
_MOST_LAWS = 200


def find_named(
    text: Folded, types: list[TypeWord], sentences: tuple[Stretch, ...], taken: list[Mention]
) -> list[Mention]:
    """Return the mentions of documents by type and topic; `taken` are those found before."""
    starts = {sentence.start for sentence in sentences}
    occupied = {mention.start for mention in taken if mention.worded}
    found: list[Mention] = []
    for word in types:
        if word.type_vi not in _NAMES or word.start in occupied:
            continue
        if found and word.start < found[-1].end:
            continue
        mention = _named(text, word, word.start in starts, found[-1] if found else None)
        if mention is not None:
            found.append(mention)
    return found


def find_laws(text: Folded) -> list[Mention]:
    """Return the mentions of laws by name: with year or date, then those without, named before."""
    if not any(word in text.folded for word in ("luật", "pháp lệnh", "hiến pháp")):
        return []
    found = []
    for match in _LAW.finditer(text.openings):
        if not match["name"].strip() and not match["type"].lower().startswith("hiến"):
            continue
        year = _YEAR.match(text.shaped, match.end())
        end = year.end() if year else match.start("when")
        mention = _law(text, match.start(), end, match["type"], match.end("name"))
        found.append(replace(mention, year=int(year["year"]) if year else None))
    taken = {one.start for one in found}
    found += [one for one in _alone(text, {one.end for one in found}) if one.start not in taken]
    return found + _laws_again(text, found)


def _alone(text: Folded, known: set[int]) -> Iterator[Mention]:
    """Yield laws by their name alone, where what stands before says that they are in force.

    `known` are the ends of laws: one that a list of them goes on with is in force as they are.
    """
    ends = set(known)
    for match in _ALONE.finditer(text.openings):
        start = match.start()
        joints = (form.search(text.folded, max(0, start - 60), start) for form in _LAW_LIST)
        if any(one and one.start() in ends for one in joints) or _BY_LAW.search(
            text.folded, max(0, start - 40), start
        ):
            ends.add(match.end())
            yield _law(text, match.start(), match.end(), match["type"], match.end())


def _law(text: Folded, start: int, end: int, word: str, name_end: int) -> Mention:
    title = text.raw[start:name_end]
    return Mention(Kind.LAW, start, end, type_vi=word.capitalize(), title=title)


def _laws_again(text: Folded, found: list[Mention]) -> list[Mention]:
    """Return the places where a law is named again without its year ("Luật Đất đai")."""
    names = {" ".join((one.title or "").split()): one.type_vi or "" for one in found}
    spelt = [name for name in names if len(name.split()) > _FEWEST - 1]
    if not spelt:
        return []
    longest = sorted(spelt, key=len, reverse=True)[:_MOST_LAWS]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    taken = {one.start for one in found}
    return [
        _law(text, match.start(), match.end(), names[match[0]], match.end())
        for match in pattern.finditer(text.shaped)
        if match.start() not in taken
    ]


def _named(text: Folded, word: TypeWord, opens: bool, before: Mention | None) -> Mention | None:
    lead = text.folded[max(0, word.start - 24) : word.start]
    capital = text.shaped[word.start].isupper()
    if word.type_vi in _COMMON_ACTS and not capital:
        return None  # "ban hành quyết định kiểm tra": one for each case
    issued = _ISSUED.search(lead) is not None or _continues(text, word, before)
    if not (issued or (capital and not opens) or word.type_vi in _BREAKTHROUGH):
        return None
    unissued = _NOT_YET.search(text.folded, max(0, word.start - 50), word.start)
    if unissued or _NOT_SINGLE.search(lead) or _is_title(text, word, lead):
        return None
    others = (_PERSONAL, _NUMBERED, _CLASS)
    if any(form.match(text.folded, word.end, word.end + 70) for form in others):
        return None
    end = _named_until(text, word, issued)
    if end is None or _ANNEXED.match(text.folded, end):
        return None
    return Mention(
        Kind.NAMED, word.start, end, type_vi=word.type_vi, title=text.raw[word.start : end]
    )


def _is_title(text: Folded, word: TypeWord, lead: str) -> bool:
    """Tell whether it opens the title of a numbered document: `Nghị quyết số 96/NQ-CP về ...`."""
    about = lead.endswith(("về ", "về việc ban hành ", "về ban hành "))
    return about and bool(_TITLED.search(text.folded, max(0, word.start - 90), word.start))


def _continues(text: Folded, word: TypeWord, before: Mention | None) -> bool:
    """Tell whether a list of issued documents goes on ("thông qua đề án A; kế hoạch B")."""
    if before is None or not 0 < word.start - before.end < _LONGEST:
        return False
    return re.fullmatch(r"\s?[;,]\s(?:và\s)?", text.folded[before.end : word.start]) is not None


def _named_until(text: Folded, word: TypeWord, issued: bool) -> int | None:
    """Return where a descriptive name ends; None when what follows is no topic."""
    year = _OF_YEAR.match(text.folded, word.end)
    if year:
        return year.end()
    citing = _CITING.match(text.folded, word.end)
    if citing:
        return _end_of_topic(text, citing.end())
    topic = _TOPIC.match(text.folded, word.end)
    strong = issued or word.type_vi in _BREAKTHROUGH
    if topic is None or not (strong or word.type_vi.startswith(("Quy chế", "Đề án"))):
        return None
    end = _end_of_topic(text, topic.end())
    if word.type_vi in _OF_AN_AREA and not _AREA.search(text.folded, word.end, end):
        return None  # "phê duyệt quy hoạch xây dựng": what is done everywhere
    return end if len(text.folded[word.end : end].split()) >= _FEWEST else None


def _end_of_topic(text: Folded, start: int) -> int:
    found = _END.search(text.folded, start, start + _LONGEST)
    end = found.start() if found else min(len(text.folded), start + _LONGEST)
    another = _ANOTHER_CLAUSE.search(text.shaped, start, end)
    end = another.start() if another else end
    return start + len(text.folded[start:end].rstrip(" ,"))
