"""Reported figures, tied to a document only where the text does.

`Thực hiện D đến nay, ... đạt 62,82%`, `qua 5 năm thực hiện D, ...`, `giảm 120 biên chế theo D`
tie; a figure in the next sentence does not, and one after several documents to none of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from graph.extract.article import Prepared
from graph.extract.figures import Figure, find_figures
from graph.extract.phrases import at_word
from graph.extract.structure import Stretch
from graph.extraction import CitedDocument, ReportedResult

_OPENING = re.compile(
    r"[\s\"(-]*(?:(?:theo báo cáo|báo cáo)[^.;]{0,60}?)?"
    r"(?:(?:đến nay|trong thời gian qua|thời gian qua|những năm qua|trong đó|đặc biệt),? |"
    r"[^.;:,\n]{2,60}[,:] )?"
    r"(?:(?:kết quả )?(?:qua|sau|trong) (?:hơn |gần )?(?:\d{1,2}|một|hai|ba|bốn|năm|mười) "
    r"(?:năm|tháng) )?"
    r"(?:kết quả |quá trình |trong quá trình )?(?:tổ chức |tiếp tục |triển khai,? |và )*"
    r"(?:thực hiện|triển khai)"
    r"(?: (?:có hiệu quả|hiệu quả|nghiêm túc|nghiêm|tốt))? ?(?:các )?(?:số )?|"
    r"[\s\"(-]*(?:[^.;:,\n]{2,60}[,:] )?"
    r"(?:nhờ(?: có)?|(?:kể )?từ khi|sau khi)(?: có| tổ chức| triển khai| thực hiện){0,3}"
    r"(?: tốt| hiệu quả| nghiêm túc)? ?(?:số )?|"
    r"[\s\"(-]*(?:thực hiện|sau(?: khi)?|qua|nhờ) [^.;:,\n]{3,60}? (?:theo|của) (?:tinh thần )?"
    r"(?:số )?"
)
#: `Nghị quyết A đã được quán triệt đến 100% chi bộ`: the document is the subject.
_SUBJECT = re.compile(
    r"(?:,? \(?(?:ngày|khóa|của) [^.;,()\n]{2,60}\)?)*"
    r"(?: sau khi ban hành)? (?:đã |đang |cơ bản ){0,2}"
    r"(?:được (?:phổ biến|quán triệt|triển khai|thực hiện|học tập)|mang lại|giúp)(?!\w)"
)
_WITHIN = re.compile(
    r"(?<!\w)(?:(?:qua|sau) (?:hơn |gần )?(?:\d{1,2}|một|hai|ba|bốn|năm|mười) năm "
    r"(?:triển khai |tổ chức |và ){0,2}thực hiện|kết quả (?:triển khai |tổ chức )?thực hiện) "
    r"(?:các )?(?:số )?$"
)
_ACCORDING = re.compile(
    r"[^.,;:()]{0,70}? (?:theo (?:tinh thần |quy định tại |quy định của )?|"
    r"(?:sau (?:hơn |gần )?(?:\d{1,2}|một|hai|ba|bốn|năm|mười) năm(?: tổ chức| triển khai)*|"
    r"(?<!trước )khi) thực hiện )(?:số )?"
)
_MONTHS = r"tháng(?: đầu| cuối)?(?: năm)? \d{4}"
_PERIODS = (
    *(r"giai đoạn \d{4} ?- ?\d{4}", r"nhiệm kỳ \d{4} ?- ?\d{4}"),
    "từ đầu (?:năm|nhiệm kỳ) đến nay",
    *(rf"{number} {_MONTHS}" for number in (r"\d\d", r"\d", "sáu", "chín", "ba")),
    "[369] tháng (?:qua|đầu năm)",
    r"tính đến (?:hết )?(?:ngày |tháng )?[\d/-]{4,10}",
    *(r"trong năm \d{4}", r"đến năm \d{4}", r"năm \d{4}", "đến nay"),
    *(r"từ năm \d{4} đến (?:nay|năm \d{4})", r"quý [iv]{1,3}(?:[-/]| năm )\d{4}", "trong năm qua"),
)
_PERIOD = re.compile(rf"{at_word(_PERIODS)}(?!\w)")
_CARRIES_OUT = re.compile(
    r"(?<!,)(?: về(?: việc)?| nhằm| để)(?: tổ chức| triển khai)* thực hiện (?:số )?$"
)
#: A type alone, behind what says for how long it has been carried out.
_OF_TYPE = re.compile(
    r"[^.;:\n]{0,60}?(?<!\w)(?:qua|sau) (?:hơn |gần )?(?P<count>\d{1,2}|một|hai|ba|bốn|năm|mười) "
    r"(?P<years>năm|tháng) (?:triển khai |tổ chức |quán triệt |và |, ){0,3}(?:thực hiện|"
    r"triển khai) (?P<type>nghị quyết|chỉ thị|kết luận|quy định|quyết định|đề án|kế hoạch|"
    r"chương trình(?: hành động)?)(?: này| nêu trên| trên)?,"
)
_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "mười": 10}
#: The year that a document is named with: `Đề án số 02/ĐA-UBND`, then `năm 2024`.
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_OF_YEAR = re.compile(r" (?:ban hành )?năm (?P<year>20\d\d)(?!\d)")
_BACK = 40  # mentions before a figure among which a type alone is looked for
_PERIOD_NEAR = 200
_TITLE = 160  # characters from a document to what its title carries out
_TIE_NEAR = 700


def find_results(
    text: Prepared, documents: Sequence[CitedDocument] = ()
) -> tuple[ReportedResult, ...]:
    """Return the reported figures of a text in order."""
    places = sorted(
        (span.start, span.end, document.id) for document in documents for span in document.mentions
    )
    starts = [start for start, _, _ in places]
    results = []
    for figure, sentence in find_figures(text):
        place = bisect_right(starts, figure.start) - 1
        if place >= 0 and figure.start < places[place][1]:
            continue
        document = _tied(text, figure, sentence, places, place)
        if figure.open and document is None:
            continue
        results.append(_result(text, figure, sentence, document))
    return tuple(results)


def _result(
    text: Prepared, figure: Figure, sentence: Stretch, document: str | None
) -> ReportedResult:
    value = int(figure.value) if figure.value.is_integer() else figure.value
    return ReportedResult(
        document,
        value,
        text.article.text[figure.unit_start : figure.unit_end],
        figure.start,
        figure.end,
        None,
        _period(text, figure, sentence),
        figure.qualifier,
    )


def _period(text: Prepared, figure: Figure, sentence: Stretch) -> str | None:
    """Return the period printed last before the figure in its sentence."""
    start = max(sentence.start, figure.start - _PERIOD_NEAR)
    lower = text.folded.folded
    printed = [
        found.span()
        for found in _PERIOD.finditer(lower, start, figure.start)
        if not lower.endswith("so với ", start, found.start())
    ]
    return text.article.text[slice(*printed[-1])] if printed else None


def _tied(
    text: Prepared,
    figure: Figure,
    sentence: Stretch,
    places: Sequence[tuple[int, int, str]],
    place: int,
) -> str | None:
    """Return the document the sentence ties a figure to, None where it ties it to none."""
    lower = text.folded.folded
    if place + 1 < len(places):
        start, _, identifier = places[place + 1]
        if start < sentence.end and _ACCORDING.fullmatch(lower, figure.end, start):
            return identifier
    inside = _in_sentence(figure, sentence, places, place)
    if not inside:
        return _by_type(text, figure, sentence, places, place)
    before = _outer(lower, inside)
    if len({identifier for _, _, identifier in before}) != 1:
        return None
    start, _, identifier = before[0]
    if figure.start - start > _TIE_NEAR:
        return None
    opens = _OPENING.fullmatch(lower, sentence.start, start)
    within = _WITHIN.search(lower[max(sentence.start, start - 60) : start])
    alone = not lower[sentence.start : start].strip()
    acts = alone and _SUBJECT.match(lower, before[0][1], figure.start)
    return identifier if opens or within or acts else None


def _by_type(
    text: Prepared,
    figure: Figure,
    sentence: Stretch,
    places: Sequence[tuple[int, int, str]],
    place: int,
) -> str | None:
    """Return the one document that a type means: `Sau 5 năm thực hiện Chỉ thị, ... đạt 62%`."""
    lower = text.folded.folded
    if place < 0:
        return None
    named = _OF_TYPE.match(lower, sentence.start, figure.start)
    if named is None or figure.start - named.end() > _TIE_NEAR:
        return None
    meant = {
        identifier
        for start, end, identifier in places[max(0, place - _BACK) : place + 1]
        if _is_named(lower, start, named["type"]) and _old_enough(text, start, end, named)
    }
    return meant.pop() if len(meant) == 1 else None


def _is_named(lower: str, start: int, kind: str) -> bool:
    """Tell whether a type can mean a mention: no `Chương trình` a `Chương trình hành động`."""
    if not lower.startswith(kind, start):
        return False
    return kind != "chương trình" or not lower.startswith(" hành động", start + len(kind))


def _old_enough(text: Prepared, start: int, end: int, named: re.Match[str]) -> bool:
    """Tell whether a document can have been carried out for so long; True where no year is told."""
    lower, day = text.folded.folded, text.dateline.day
    behind, within = _OF_YEAR.match(lower, end), _YEAR.search(lower, start, end)
    made = int(behind["year"] if behind else within[0] if within else 0)
    if day is None or made > day.year or named["years"] != "năm":
        return True
    years = _NUMBERS.get(named["count"]) or int(named["count"])
    return made + years <= day.year + 1


def _outer(lower: str, places: Sequence[tuple[int, int, str]]) -> Sequence[tuple[int, int, str]]:
    """Leave out what the title of the first carries out: `Kế hoạch A về thực hiện Nghị quyết B`."""
    if len(places) < 2:  # noqa: PLR2004
        return places
    (_, end, _), (start, _, _) = places[:2]
    within = start - end < _TITLE and _CARRIES_OUT.search(lower, end, start)
    return (places[0], *places[2:]) if within else places


def _in_sentence(
    figure: Figure, sentence: Stretch, places: Sequence[tuple[int, int, str]], place: int
) -> list[tuple[int, int, str]]:
    """Return the last few mentions before a figure in its sentence."""
    found: list[tuple[int, int, str]] = []
    while place >= 0 and places[place][0] >= sentence.start and len(found) < 3:  # noqa: PLR2004
        found.append(places[place])
        place -= 1
    return found[::-1]
