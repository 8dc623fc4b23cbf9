"""Where an official text says what is to be: `Mục tiêu`, `Nhiệm vụ`, `Tổ chức thực hiện`.

A figure there is an aim or a provision; what was reached stands under `Kết quả`, `Tình hình`.
A report tells mostly what was reached: there only a heading that looks ahead opens aims.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.article import Prepared
from graph.extract.structure import Stretch

_NUMBERED = re.compile(
    r"\s{0,16}(?:(?:phần|chương|mục) [^\s.:]{1,6}[.:]? ?|[ivx]{1,5}[.)/-] ?|"
    r"\d{1,2}(?:\.\d{1,2}){0,2}[.)/-] ?)"
)
_AIMS = re.compile(
    r"mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp|phương hướng|kinh phí|nguồn lực|dự toán|kiến nghị|"
    r"đề xuất|tổ chức thực hiện|nội dung(?! (?:giải trình|làm việc|báo cáo|cuộc họp|hội nghị))"
)
_REPORTS = re.compile(
    r"kết quả|tình hình|thực trạng|đánh giá|hạn chế|ưu điểm|tồn tại|khái quát|đặc điểm|bối cảnh"
)
_ARTICLE = re.compile(
    r"\s{0,16}điều \d{1,3}[.:] ?(?P<reports>(?:đánh giá |về )?(?:kết quả|tình hình)(?!\w)"
    r"(?! (?:nhiệm vụ|chỉ tiêu|(?:cần|phải) đạt|dự kiến|mong đợi)))?"
)
#: What tells of the past though the words for aims stand there: `Thực hiện nhiệm vụ năm qua`.
_REACHED = re.compile(
    r"(?<!\w)(?:đã|đạt được|(?:năm|thời gian|nhiệm kỳ) (?:vừa )?qua|thực hiện|"
    rf"{_REPORTS.pattern})(?!\w)"
)
_AHEAD = re.compile(
    r"phương hướng|(?:năm|thời gian|giai đoạn|nhiệm kỳ) (?:tới|tiếp theo|sau)(?!\w)"
)
_AIMED = re.compile(
    r"(?:(?:các|một số|những) )?(?:mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp|kiến nghị|đề xuất)(?!\w)"
)
_YEAR = re.compile(r"(?<![\d/.-])20\d\d(?!\d)")
_LETTERED = re.compile(r"\s{0,16}[a-hđ][.)/-] ")
_FIRST_MONTHS = 3  # in which a report may speak of the year it is written in as the next
_LOWEST = 9
_LONGEST = 140  # characters of a heading


def aims_of(text: Prepared) -> Iterator[Stretch]:
    """Yield the stretches of an official text in which figures are aims; none in an article."""
    if text.letterhead is None:
        return
    if text.letterhead.type_vi == "Báo cáo":
        yield from _in_a_report(text)
        return
    start: int | None = None
    for line in text.lines:
        aims = _aims(text, line)
        if aims is None or aims == (start is not None):
            continue
        if start is not None:
            yield Stretch(start, line.start)
        start = line.start if aims else None
    if start is not None:
        yield Stretch(start, len(text.folded.raw))


def rules_of(text: Prepared) -> Iterator[Stretch]:
    """Yield the stretches of a text of articles in which figures are bounds, not results.

    Only an article whose heading says so reports: `Điều 1. Đánh giá kết quả 6 tháng đầu năm`.
    """
    if text.letterhead is None or not text.letterhead.articles:
        return
    start: int | None = 0
    for line in text.lines:
        article = _ARTICLE.match(text.folded.folded, line.start, line.end)
        if article is None:
            continue
        if start is not None:
            yield Stretch(start, line.start)
        start = None if article["reports"] else line.start
    if start is not None:
        yield Stretch(start, len(text.folded.raw))


def _aims(text: Prepared, line: Stretch) -> bool | None:
    """Tell whether a line heads a section of aims; None for a line that heads none of either."""
    heading = _heading(text, line)
    if heading is None:
        return None
    _, said = heading
    aim, report = _AIMS.search(said), _REPORTS.search(said)
    if aim is None and report is None:
        return None
    return report is None or (aim is not None and aim.start() < report.start())


def _in_a_report(text: Prepared) -> Iterator[Stretch]:
    """Yield the stretches of a report under headings that look ahead.

    One ends where a heading of the same rank or above begins, or one that tells what was reached.
    """
    opened: tuple[int, int] | None = None  # rank and place of the heading that looks ahead
    told = _LOWEST  # rank of the heading that tells what was reached
    for line in text.lines:
        heading = _heading(text, line)
        if heading is None:
            continue
        rank, said = heading
        reached = _REACHED.search(said)
        ahead = _looks_ahead(text, said, reached, firm=rank > told)
        if opened and (rank <= opened[0] or (reached and not ahead)):
            yield Stretch(opened[1], line.start)
            opened = None
        if ahead and opened is None:
            opened = rank, line.start
        if reached and not ahead:
            told = min(told, rank)
        elif rank <= told:
            told = _LOWEST
    if opened:
        yield Stretch(opened[1], len(text.folded.raw))


def _looks_ahead(text: Prepared, said: str, reached: re.Match[str] | None, *, firm: bool) -> bool:
    """Tell whether a heading of a report opens aims; `firm` = only one that names what comes."""
    ahead = _AHEAD.search(said)
    if ahead and (reached is None or ahead.start() < reached.start()):
        return True
    if not _AIMED.match(said):
        return False
    years = [int(year) for year in _YEAR.findall(said)]
    return max(years) > _reported(text) if years else not (reached or firm)


def _reported(text: Prepared) -> int:
    """Return the last year that a report can be about."""
    day = text.letterhead.issued if text.letterhead else None
    if day is None:
        return 0
    return day.year - 1 if day.month and day.month <= _FIRST_MONTHS else day.year


def _heading(text: Prepared, line: Stretch) -> tuple[int, str] | None:
    """Return the rank of a heading, the highest is 0, and what it says; None for another line."""
    folded = text.folded.folded
    number = _NUMBERED.match(folded, line.start, line.end)
    capital = text.folded.shaped[line.start : line.end].strip().isupper()
    letter = _LETTERED.match(folded, line.start, line.end) if capital and not number else None
    begins = number or letter
    said = folded[begins.end() if begins else line.start : line.end].strip()
    if not (number or capital) or len(said) > _LONGEST or said.endswith((".", ";", ",")):
        return None
    return _rank(number[0].strip() if number else "", lettered=letter is not None), said


def _rank(number: str, *, lettered: bool) -> int:
    """Return the rank of a numbering: `Phần`, `A`, `II` or capitals, `1`, `1.1`, `1.1.1`."""
    if number.startswith(("phần", "chương")):
        return 0
    if lettered:
        return 1
    return 2 + len(re.findall(r"\d+", number)) if number[:1].isdigit() else 2
