"""By when a task is to be done: `trước ngày 15/12/2012`, `trong quý II/2026`, `xong năm 2027`.

As precise as the text is: the day, or the month that a quarter or half a year ends with, or the
year. What only recurs (`trước ngày 15 hằng tháng`) is no deadline.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from graph.extract.dates import find_dates
from graph.model import PartialDate

_LEAD = (
    r"(?:(?:trước|chậm nhất|muộn nhất|không (?:muộn|chậm|trễ) (?:hơn|quá)|không quá|xong|"
    r"hoàn thành|hoàn tất|thời hạn|thời gian(?! từ)|hạn (?:chót|cuối)|hạn|từ nay đến|đến hết|"
    r"ngay trong|trong|vào|từ (?:ngày |tháng )?\d[\d/.-]{0,9} đến|"
    r"đến (?=(?:hết )?(?:ngày )?\d[\d/.-]{2,9},? (?:phải |cơ bản )?(?:hoàn thành|xong)))"
    r"(?: (?:là|từ|vào|trong|trước|đến|hoàn thành|báo cáo|thực hiện|cuối|hết|toàn bộ|các nội dung|"
    r"nhiệm vụ|việc|phiên họp|kỳ họp|tuần đầu|tuần cuối|đầu|giữa)){0,3}:? ?)"
)
_HOUR = r"(?:\d{1,2} ?(?:giờ|h)(?: ?\d{1,2}(?: ?phút|')?)?,? )?"
_WHEN = re.compile(
    rf"(?<!\w){_LEAD}{_HOUR}(?P<when>(?:ngày ?(?=\d))?(?P<day>\d{{1,2}} ?[-/.] ?\d{{1,2}}(?!\d)|"
    r"\d{1,2} tháng (?!đầu|cuối))|"
    r"(?P<month>tháng \d{1,2})|(?P<quarter>quý (?P<nth>iv|i{1,3}|[1-4])(?!\w))|"
    r"(?P<half>(?:6 tháng|sáu tháng|nửa) (?P<part>đầu|cuối) năm)|(?P<year>năm (?=\d{4}(?!\d| ?-)))|"
    r"(?P<end>cuối năm(?: nay)?(?! \d| học)))"
)
#: Words after which a bare span of time is no limit: `trong thời gian qua`, `vào năm 2019`.
_FREE = ("vào", "thời gian", "hạn")
_QUARTERS = {"i": 3, "ii": 6, "iii": 9, "iv": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_YEAR = re.compile(r"(?:,? ?(?:[-/.] ?|năm ))(?P<year>20\d\d|19\d\d)(?!\d)")
_AGAIN = re.compile(r"(?:[^.;\n]{0,12} )?(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)")
_PERIODIC = re.compile(r"(?<!\w)(?:định kỳ|(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần))(?!\w)")
_NTH = r"(?:iv|i{1,3}|[1-4])(?![^\W\d])"
_AND = r" ?(?:,|-|và|đến) ?"
#: The months of a cell, of which the last counts: `Quý II, III/2025`, `Tháng 6 - 9`, `06/2025`.
_CELL = re.compile(
    rf"(?:quý|q\.) ?(?P<quarters>{_NTH}(?:{_AND}(?:quý )?{_NTH})*)|"
    rf"(?P<half>(?:6 tháng|sáu tháng|nửa) (?P<part>đầu|cuối) năm)|"
    rf"(?P<months>tháng \d{{1,2}}(?:{_AND}(?:tháng )?\d{{1,2}}(?!\d|[/.-]\d{{1,2}}[/.-]))*)|"
    r"(?<![\d/.-])(?P<bare>\d{1,2})(?=/20\d\d(?![\d/]))"
)
_YEARS = re.compile(r"(?:năm|giai đoạn|^\s*) ?(?:20\d\d ?- ?)?(?P<last>20\d\d)(?![\d/])")


def deadline_in(text: str, start: int, end: int, year: int | None) -> PartialDate | None:
    """Return the first limit that a stretch of folded text sets; `year` where it prints none."""
    for found in _WHEN.finditer(text, start, end):
        value = _value(text, found, end, year)
        if value is None or _AGAIN.match(text, found.end(), min(end, found.end() + 40)):
            continue
        if value.day and not _says_year(text, found, end) and _PERIODIC.search(text, start, end):
            continue
        return value
    return None


def deadline_of_cell(text: str, start: int, end: int, year: int | None) -> PartialDate | None:
    """Return the last time that a cell of a table names: a day, a month, a quarter or a year."""
    cell = text[start:end]
    if _PERIODIC.search(cell):
        return None
    steps = list(_CELL.finditer(cell))
    starts = [step.start() for step in steps]
    days = [
        day
        for day in find_dates(cell, 0, len(cell), year)
        if day.value.exact and not _within(day.start, steps, starts)
    ]
    if days and (not steps or days[-1].start > steps[-1].start()):
        return days[-1].value
    if steps:
        return _last_month(cell, steps[-1], year)
    years = list(_YEARS.finditer(cell))
    return PartialDate(int(years[-1]["last"])) if years else None


def _within(at: int, steps: Sequence[re.Match[str]], starts: Sequence[int]) -> bool:
    """Tell whether an offset lies in one of the matches, which follow each other."""
    place = bisect_right(starts, at) - 1
    return place >= 0 and at < steps[place].end()


def _last_month(cell: str, step: re.Match[str], year: int | None) -> PartialDate | None:
    stated = _year_at(cell, step.end(), len(cell))
    if step["quarters"]:
        return _month(_QUARTERS[re.findall(_NTH, step["quarters"])[-1]], stated or year)
    if step["half"]:
        digits = re.match(r" ?(20\d\d)", cell[step.end() :])
        return _month(6 if step["part"] == "đầu" else 12, int(digits[1]) if digits else year)
    months = re.findall(r"\d{1,2}", step["months"] or step["bare"])
    return _month(int(months[-1]), stated or year)


def _value(text: str, found: re.Match[str], end: int, year: int | None) -> PartialDate | None:
    if found["day"]:
        dates = find_dates(text, found.start("day"), min(end, found.start("day") + 40), year)
        near = dates and dates[0].start == found.start("day")
        return dates[0].value if near and dates[0].value.exact else None
    stated = _year_at(text, found.end(), end)
    if found["month"]:
        return _month(int(found["month"].split()[1]), stated or year)
    if found["quarter"]:
        return _month(_QUARTERS[found["nth"]], stated or year)
    if found["half"]:
        digits = re.match(r" ?(\d{4})", text[found.end() : end])
        return _month(6 if found["part"] == "đầu" else 12, int(digits[1]) if digits else year)
    if found["end"]:
        return _month(12, year)
    printed = int(text[found.end() : found.end() + 4])
    ahead = found[0].startswith("vào") and year is not None and printed >= year
    return None if found[0].startswith(_FREE) and not ahead else PartialDate(printed)


def _says_year(text: str, found: re.Match[str], end: int) -> bool:
    dates = find_dates(text, found.start("day"), min(end, found.start("day") + 40))
    return bool(dates) and dates[0].start == found.start("day")


def _year_at(text: str, at: int, end: int) -> int | None:
    found = _YEAR.match(text, at, end)
    return int(found["year"]) if found else None


def _month(month: int, year: int | None) -> PartialDate | None:
    in_calendar = 1 <= month <= 12  # noqa: PLR2004
    return PartialDate(year, month) if year is not None and in_calendar else None
