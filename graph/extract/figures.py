"""The grammar of figures: value, scale, unit, and what says that a number is no reported figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph.extract.achieved import find_achieved
from graph.extract.article import Prepared
from graph.extract.counted import UNIT
from graph.extract.openings import Opened
from graph.extract.phrases import at_word
from graph.extract.structure import Stretch
from graph.filling import filled_at_once

#: Measures that are printed right behind their number: `1.200ha`.
_GLUED = "(?:ha|km2|km|m2|m3|kg|tấn|kwh|mw)"
_SCALES: Final = {
    "nghìn": 1e3,
    "ngàn": 1e3,
    "vạn": 1e4,
    "triệu": 1e6,
    "tỷ": 1e9,
    "tỉ": 1e9,
    "nghìn tỷ": 1e12,
}
#: Units of money, of which a budget is no result.
_MONEY = frozenset({"đồng", "usd"})
_FIGURE = Opened(
    r"(?P<value>\d(?<![\w.,/:-]\d)(?:\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d{0,8}(?:[,.]\d{1,3})?))"
    r"(?:/(?P<whole>\d{1,3}(?:\.\d{3})+|\d{1,6})(?: \((?:=|chiếm|đạt)? ?[\d,.]{1,6} ?%\))?)?"
    rf"(?:(?P<percent> ?%)|(?: (?P<scale>nghìn tỷ|nghìn|ngàn|vạn|triệu|tỷ|tỉ))?"
    rf"(?: {{1,2}}|(?={_GLUED}(?!\w)))(?P<unit>{UNIT})(?!\w)(?! bào))"
)
_QUALIFIERS = (
    *("hơn", "trên", "gần", "khoảng", "xấp xỉ", "ước", "ít nhất", "tối thiểu", "tối đa"),
    *("không quá", "chưa đến"),
)
_QUALIFIER = re.compile(rf"(?P<word>{at_word(_QUALIFIERS)}) $")
#: Words before a number that is an ordinal, a name or a date.
_NAMING = re.compile(
    r"(?<!\w)(?:ban nhân dân|ubnd|số|giao|"
    r"giao cho|chỉ tiêu|điều|khoản|điểm|khóa|quý|thứ|tháng|ngày|năm|mục|trang|"
    r"hạng|quận|phường|tổ|khu phố|quân khu|quân đoàn|binh đoàn|sư đoàn|lữ đoàn|trung đoàn|"
    r"đội|nhóm|quốc lộ|khu vực|lúc|đợt|kỳ|tiểu khu|đường|vòng) $|(?:19|20)\d\d ?- ?$"
)
#: `cấp 4` names a rank; `cấp 12.500 thẻ` tells how many.
_RANK = re.compile(r"(?<!\w)cấp $")
_HIGHEST_RANK = 9
_TARGETS = (
    *(
        "phấn đấu",
        "mục tiêu(?! quốc gia)",
        "đặt ra",
        "sẽ có",
        "dự kiến",
        "chỉ tiêu đề ra",
        "kế hoạch đề ra",
    ),
    r"xem xét(?<!đã xem xét),? (?:hỗ trợ|bổ sung|bố trí|cấp|cho)(?![^;]*, đã )",
    *("yêu cầu", "quy định", "tối thiểu", "không quá", "ít nhất"),
    r"phải(?<!đã phải)",
    r"đến năm 20\d\d,? (?:có|đạt|phải|tối thiểu|ít nhất)",
)
_TARGET = re.compile(rf"{at_word(_TARGETS)}(?!\w)")
#: What was not done, or is asked for.
_UNDONE = (
    *("chưa", "không", "cần", "phải", "sẽ", "đề nghị", "tiếp tục", "hãy", "nếu", "để", "nhằm"),
    *("mức", "giao", "theo quy định"),
)
_NOT_DONE = re.compile(rf"{at_word(_UNDONE)}(?!\w)")
#: What is wished for or is to come, right before a number: `mong muốn trồng 300 luống`; but what a
#: reorganisation comes to is told so: `sẽ giảm 43 đầu mối`.
_HOPES = (
    r"sẽ(?! (?:giảm|cắt giảm|tinh giản|còn)(?!\w))",
    *("mong muốn", "kỳ vọng", "dự định", "hướng tới"),
)
_TO_COME = re.compile(at_word(_HOPES) + r"(?! của)(?: (?!đã )[^\W\d_]+){0,5} $")
#: What was lost, by flood or theft: `cuốn trôi 300 con gia súc`.
_LOSSES = (
    *("cuốn trôi", "vùi lấp", "thiêu rụi", "phá hủy", "trộm", "trộm cắp", "cướp", "mất trộm"),
    *("mất trắng", "làm (?:chết|hỏng|hư hỏng|sập|bị thương)"),
    "thiệt hại(?<!khắc phục thiệt hại)(?<!giảm thiệt hại)",
)
_LOST = re.compile(rf"{at_word(_LOSSES)} (?:hơn |gần |khoảng |trên )?$")
_NEGATED = re.compile(r"(?<!\w)chưa \w{1,8} $")
#: What was reached is told beside its aim: `vượt 9% so với mục tiêu`.
_COMPARED = re.compile(rf"{at_word(('so với', 'vượt', 'đạt', 'hoàn thành'))} (?:các |chỉ tiêu, )?$")
_CLAUSE = 70
_AIMED = 200  # characters over which what a sentence aims at goes on
_NAME = 14  # characters that a naming word before a number can take


@filled_at_once
@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text, its value in full: `1,2 tỷ đồng` is 1 200 000 000, its unit `đồng`.

    `open` = no list has the unit, which is as printed: a verb alone says that it is a result.
    """

    start: int
    end: int
    value: float
    unit_start: int
    unit_end: int
    qualifier: str | None
    open: bool = False


#: Sizes: `tuyến đường dài 15,7 km`.
_SIZES = (*("dài", "rộng(?<!nhân rộng)(?<!mở rộng)", "cao", "sâu", "nặng", "dày", "công suất"),)
_SIZE = re.compile(rf"{at_word(_SIZES)} (?:hơn |gần |khoảng |trên )?$")
#: Papers are a result where they were made: not `thực hiện 3 nghị quyết của Trung ương`.
_PAPERS = frozenset({"nghị quyết", "chỉ thị", "quyết định", "kết luận", "kế hoạch"})
_ISSUED = re.compile(
    r"(?<!\w)(?:ban hành|thông qua|tham mưu|ký|bãi bỏ|rà soát|thẩm tra|thẩm định|trình)(?!\w)"
)
#: Tasks are one where they were done: not `Kế hoạch đề ra 23 nhiệm vụ`.
_DUTIES = frozenset({"nhiệm vụ", "chỉ tiêu", "nội dung"})
_DONE = re.compile(
    r"(?<!\w)(?:hoàn thành|đạt|vượt|(?:đã|cơ bản) (?:thực hiện|triển khai|phân cấp)|"
    r"giải quyết)(?!\w)"
)
#: Money is one where it came in, was spent or saved: not what a budget provides.
_BUDGET = re.compile(
    r"(?<!\w)(?:kinh phí|dự toán|tổng mức đầu tư|vốn đầu tư|bố trí|phân bổ|dự phòng|vốn điều lệ|"
    r"mức (?:hỗ trợ|phạt|thu|chi)|phạt (?:tiền )?từ)(?!\w)"
)
_SPENT = re.compile(r"(?<!\w)(?:đã|đạt|được|giải ngân|tiết kiệm|thu hồi|huy động|vượt)(?!\w)")
#: Who came to a meeting: `450 cán bộ dự hội nghị`.
_ATTENDED = re.compile(
    r"[^,.;:\n]{0,40}? (?:tham |về |đến )?dự (?:hội nghị|hội thảo|buổi|cuộc|lễ|phiên)(?!\w)"
)
#: What each one yields: `giá trị trên 1 ha đạt 95 triệu đồng`.
_EACH = re.compile(r"(?<!\w)(?:mỗi|giá trị|bình quân|trung bình|tính)(?: trên| một)? $")
#: Where it happened: `lũ quét tại 18/24 xã`; but `sinh hoạt tại 563 tổ chức` tells how many.
_PLACE = re.compile(rf"{at_word(('tại', 'ở'))} (?:hơn |gần |khoảng |trên )?$")
_AREA = re.compile(r"(?:xã|phường|thị trấn|thôn|bản|huyện|quận|tỉnh|địa phương)(?!\w)")
#: What befell them or is still lacking: `1.927 hộ phải di dời`, `17 xã còn chậm`.
_SUFFERED = re.compile(
    r"(?:,? (?:xã|phường|thị trấn|thôn|bản|hộ))*(?:,)? (?:phải|bị|còn chậm|còn lúng túng|chưa|"
    r"thiệt hại|hư hỏng|thiếu|không đạt)(?!\w)"
)


def find_figures(text: Prepared) -> Iterator[tuple[Figure, Stretch]]:
    """Yield the reported figures of a text, each with its sentence.

    Targets, ordinals and dates are none.
    """
    listed = list(_listed(text))
    taken = [(one.start, one.end) for one, _ in listed]
    more = [one for one in _told_by_verbs(text) if _is_free(taken, one[0].start, one[0].end)]
    yield from sorted((*listed, *more), key=lambda one: one[0].start) if more else listed


def _is_free(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    place = bisect_left(taken, (end,)) - 1
    return place < 0 or taken[place][1] <= start


def _told_by_verbs(text: Prepared) -> Iterator[tuple[Figure, Stretch]]:
    """Yield the figures with units that no list has, behind a verb that says what was done."""
    for found in find_achieved(text):
        sentence = text.sentence(found.at)
        before = text.folded.folded[max(sentence.start, found.at - _CLAUSE) : found.at]
        if _TARGET.search(before[before.rfind(";") + 1 :]) or _NOT_DONE.search(before):
            continue
        if _TO_COME.search(before):
            continue
        value = value_of(found.value)
        if value is not None:
            value *= _SCALES[found.scale] if found.scale else 1
            told = (found.start, found.end, value, *found.unit, found.qualifier)
            yield Figure(*told, open=True), sentence


def _listed(text: Prepared) -> Iterator[tuple[Figure, Stretch]]:
    """Yield the figures with a unit of the list or a percent sign."""
    folded = text.folded.folded
    for found in _FIGURE.finditer(text.folded.openings):
        sentence = text.sentence(found.start())
        before = folded[max(sentence.start, found.start() - _CLAUSE) : found.start()]
        clause = before[max(before.rfind(". "), before.rfind(";")) + 1 :]
        if _NAMING.search(before[-_NAME:]) or _TARGET.search(clause):
            continue
        if _still_aimed(folded, sentence.start, found.start()):
            continue
        near = before[-_NAME:]
        if (
            _NEGATED.search(near)
            or _TO_COME.search(clause)
            or _LOST.search(clause)
            or _SIZE.search(near)
            or _SUFFERED.match(folded, found.end(), sentence.end)
        ):
            continue
        if _PLACE.search(near) and _AREA.match(found["unit"] or ""):
            continue
        value = value_of(found["value"], found["percent"] is not None)
        if value is None or (value == 1 and _EACH.search(before)):
            continue
        few = value <= _HIGHEST_RANK and not found["scale"]
        if few and (found["unit"] == "ca" or _RANK.search(near)):  # `cấp 4`, `thi công 3 ca`
            continue
        behind = folded[found.end() : found.end() + _NAME]
        if _counts(found["unit"] or "", clause, behind) and not _ATTENDED.match(
            folded, found.end(), min(sentence.end, found.end() + _CLAUSE)
        ):
            yield _figure(found, value, before), sentence


def _still_aimed(folded: str, start: int, at: int) -> bool:
    """Tell whether a clause before in the sentence opens aims: `phấn đấu ...; giảm 15 đầu mối`."""
    least = max(start, at - _AIMED)
    aim = folded.rfind("mục tiêu", least, at)
    if aim >= 0 and folded.startswith("mục tiêu quốc gia", aim):
        aim = -1
    if aim >= 0 and _COMPARED.search(folded, max(start, aim - _CLAUSE), aim):
        aim = -1
    aim = max(aim, folded.rfind("phấn đấu", least, at))
    return aim >= 0 and folded.find(" đã ", aim, at) < 0 and folded.find("đến nay", aim, at) < 0


def _counts(unit: str, clause: str, behind: str) -> bool:
    """Tell whether what stands beside a figure says of its unit that it was reached."""
    if unit in _PAPERS:
        return _ISSUED.search(clause) is not None
    if unit in _DUTIES:
        return _DONE.search(clause) is not None or _DONE.search(behind) is not None
    if unit in _MONEY:
        return _BUDGET.search(clause) is None or _SPENT.search(clause) is not None
    return True


def _figure(found: re.Match[str], value: float, before: str) -> Figure:
    qualifier = _QUALIFIER.search(before)
    start = found.start() - (len(before) - qualifier.start() if qualifier else 0)
    if found["percent"] is not None:
        return Figure(start, found.end(), value, found.end() - 1, found.end(), _word(qualifier))
    unit = found.start("unit")
    if found["scale"]:
        value *= _SCALES[found["scale"]]
    return Figure(start, found.end(), value, unit, found.end(), _word(qualifier))


def _word(qualifier: re.Match[str] | None) -> str | None:
    return qualifier["word"] if qualifier else None


def value_of(printed: str, percent: bool = False) -> float | None:
    """Return the value of a printed number: `4.401.230`, `62,82`; `11.7` of a percentage."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", printed):
        return float(printed.replace(".", "").replace(",", "."))
    if "." in printed and not percent:
        return None
    return float(printed.replace(",", "."))
