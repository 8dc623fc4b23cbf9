"""Where an official text says what is to be: `Mục tiêu`, `Nhiệm vụ`, `Tổ chức thực hiện`.

A figure there is an aim or a provision; what was reached stands under `Kết quả`, `Tình hình`.
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
    r"đề xuất|tổ chức thực hiện"
)
_REPORTS = re.compile(
    r"kết quả|tình hình|thực trạng|đánh giá|hạn chế|ưu điểm|tồn tại|khái quát|đặc điểm|bối cảnh"
)
_LONGEST = 140  # characters of a heading


def aims_of(text: Prepared) -> Iterator[Stretch]:
    """Yield the stretches of an official text in which figures are aims; none in an article."""
    if text.letterhead is None:
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


def _aims(text: Prepared, line: Stretch) -> bool | None:
    """Tell whether a line heads a section of aims; None for a line that heads none of either."""
    number = _NUMBERED.match(text.folded.folded, line.start, line.end)
    said = text.folded.folded[number.end() if number else line.start : line.end].strip()
    capital = text.folded.shaped[line.start : line.end].strip().isupper()
    if not (number or capital) or len(said) > _LONGEST or said.endswith((".", ";", ",")):
        return None
    aim, report = _AIMS.search(said), _REPORTS.search(said)
    if aim is None and report is None:
        return None
    return report is None or (aim is not None and aim.start() < report.start())
