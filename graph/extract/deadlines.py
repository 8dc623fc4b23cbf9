"""By when a task is to be done: `trước ngày 15/12/2012`, `trong quý II/2026`, `xong năm 2027`.

As precise as the text is: the day, or the month that a quarter or half a year ends with, or the
year. What only recurs (`trước ngày 15 hằng tháng`) is no deadline.
"""

from __future__ import annotations

import re

from graph.extract.dates import find_dates
from graph.model import PartialDate

_LEAD = (
    r"(?:(?:trước|chậm nhất|muộn nhất|không (?:muộn|chậm|trễ) (?:hơn|quá)|không quá|xong|"
    r"hoàn thành|hoàn tất|thời hạn|thời gian|hạn (?:chót|cuối)|hạn|từ nay đến|đến hết|"
    r"ngay trong|trong|vào)"
    r"(?: (?:là|vào|trong|trước|đến|hoàn thành|báo cáo|thực hiện|cuối|hết|toàn bộ|các nội dung|"
    r"nhiệm vụ|việc)){0,3}:? ?)"
)
_HOUR = r"(?:\d{1,2} ?(?:giờ|h)(?: ?\d{1,2}(?: ?phút|')?)?,? )?"
_WHEN = re.compile(
    rf"(?<!\w){_LEAD}{_HOUR}(?P<when>(?:ngày ?(?=\d))?(?P<day>\d{{1,2}} ?[-/.] ?\d{{1,2}}(?!\d)|"
    r"\d{1,2} tháng (?!đầu|cuối))|"
    r"(?P<month>tháng \d{1,2})|(?P<quarter>quý (?P<nth>iv|i{1,3}|[1-4])(?!\w))|"
    r"(?P<half>6 tháng (?P<part>đầu|cuối) năm)|(?P<year>năm (?=\d{4}(?!\d| ?-))))"
)
#: Words after which a bare span of time is no limit: `trong thời gian qua`, `vào năm 2019`.
_FREE = ("vào", "thời gian", "hạn")
_QUARTERS = {"i": 3, "ii": 6, "iii": 9, "iv": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_YEAR = re.compile(r"(?:,? ?(?:[-/.] ?|năm ))(?P<year>20\d\d|19\d\d)(?!\d)")
_AGAIN = re.compile(r"(?:[^.;\n]{0,12} )?(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)")
_PERIODIC = re.compile(r"(?<!\w)(?:định kỳ|(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần))(?!\w)")
_CELL = re.compile(
    r"\s*(?:trước|trong|xong|đến|hết|chậm nhất|ngày|tháng|:| )*"
    r"(?:(?P<quarter>quý (?P<nth>iv|i{1,3}|[1-4])(?!\w))|(?P<year>năm (?=\d{4}))|"
    r"(?P<bare>(?=20\d\d\s*$))|)"
)


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
    """Return the time that a cell of a table is: a day, a month, a quarter or a year."""
    found = _CELL.match(text, start, end)
    if found is None:
        return None
    if found["quarter"]:
        return _month(_QUARTERS[found["nth"]], _year_at(text, found.end("quarter"), end) or year)
    if found["year"] or found["bare"] is not None:
        digits = re.search(r"\d{4}", text[found.start() : end])
        return PartialDate(int(digits[0])) if digits else None
    dates = find_dates(text, start, end, year)
    return dates[-1].value if dates else None


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
    if found[0].startswith(_FREE):
        return None
    return PartialDate(int(text[found.end() : found.end() + 4]))


def _says_year(text: str, found: re.Match[str], end: int) -> bool:
    dates = find_dates(text, found.start("day"), min(end, found.start("day") + 40))
    return bool(dates) and dates[0].start == found.start("day")


def _year_at(text: str, at: int, end: int) -> int | None:
    found = _YEAR.match(text, at, end)
    return int(found["year"]) if found else None


def _month(month: int, year: int | None) -> PartialDate | None:
    in_calendar = 1 <= month <= 12  # noqa: PLR2004
    return PartialDate(year, month) if year is not None and in_calendar else None
