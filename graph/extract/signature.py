"""Who signs an official text: the rank in capitals at its end, and the name under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.extract.columns import FRAME, in_capitals, last_column
from graph.extract.person_names import RUN, is_surname, looks_like_name
from graph.extract.structure import Stretch
from graph.extract.text import Folded

_SIGNING = 12  # lines from a capacity to the name
_NEAR = 6  # lines in which a name needs no known surname
_CAPACITY = re.compile(r"(?:t/?m|k/?t|t/?l|t/?uq|q)\.? (?P<for>[^,;:]{3,60})")
_RANK = re.compile(
    r"(?:quyền |q\. ?)?(?:phó )?(?:tổng bí thư|thường trực ban bí thư|"
    r"bí thư(?: thường trực| thứ nhất)?|"
    r"chủ tịch(?: thường trực| quốc hội| nước| hđnd| ubnd| hội đồng nhân dân| ủy ban nhân dân)?|"
    r"(?:bộ|thứ|cục|vụ|viện|tổng cục|chi cục) trưởng|thủ tướng(?: chính phủ| thường trực)?|"
    r"trưởng (?:ban|đoàn|phòng)(?: thường trực)?|ban(?: thường trực)?|"
    r"(?:tổng )?giám đốc|chánh (?:văn phòng|án|thanh tra)|chủ nhiệm(?: thường trực)?|"
    r"tổng thanh tra|tổng kiểm toán(?: nhà nước)?|thống đốc|chính ủy|tư lệnh)"
)
_HONOUR = re.compile(
    r"(?:(?:đại|thượng|trung|thiếu) (?:tướng|tá)|(?:phó )?đô đốc|"
    r"(?:pgs\.? ?|gs\.? ?)?ts\.?|ths\.?) "
)
#: A rank with the body under its own head: `VỤ TRƯỞNG VỤ PHÁP CHẾ`.
_RANK_OF = re.compile(
    rf"(?:{_RANK.pattern}) (?:vụ|cục|chi cục|ban|sở|ubnd|hđnd|ủy ban|hội đồng|tỉnh ủy|thành ủy|"
    r"huyện ủy|thanh tra|thường trực|xã|phường|huyện|tỉnh)(?: [^\W\d_]+){0,8}"
)
_SIGNED_BY = re.compile(r"\(?(?:đã ký|ký tên)\)? ?:? ?")
_SIGNED = re.compile(r"\(?(?:đã ký|ký tên|ký, đóng dấu|ký tên, đóng dấu)\)?")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed: `rank` and `name` as they stand."""

    rank: Stretch
    name: Stretch


def signature_of(
    text: Folded, lines: Sequence[Stretch], start: int
) -> tuple[Signature | None, str | None]:
    """Return the first rank in capitals that a name follows, and for whom it is signed."""
    acts_for: str | None = None
    for place, line in enumerate(lines):
        if line.start < start:
            continue
        last = last_column(text, line)
        if not in_capitals(text, last):
            continue
        capacity = _CAPACITY.fullmatch(text.folded, last.start, last.end)
        acts_for = acts_for or (capacity["for"] if capacity else None)
        ranked = _RANK.fullmatch(text.folded, last.start, last.end)
        if not (ranked or _RANK_OF.fullmatch(text.folded, last.start, last.end)):
            continue
        name = _name_below(text, lines[place + 1 : place + 1 + _SIGNING])
        if name is not None:
            return Signature(last, name), acts_for
    return None, acts_for


def _name_below(text: Folded, lines: Sequence[Stretch]) -> Stretch | None:
    """Return the name under a rank; another rank below it is the one that signs."""
    for place, line in enumerate(lines):
        last = last_column(text, line)
        said = text.shaped[last.start : last.end]
        if _RANK.fullmatch(text.folded, last.start, last.end):
            return None
        if FRAME.fullmatch(said) or _SIGNED.fullmatch(text.folded, last.start, last.end):
            continue
        signed = _SIGNED_BY.match(text.folded, last.start, last.end)
        start = signed.end() if signed else last.start
        titled = _HONOUR.match(text.folded, start, last.end)
        start = titled.end() if titled else start
        name = text.shaped[start : last.end]
        titled_name = name.title() if name.isupper() else name
        if RUN.fullmatch(titled_name) is None or not looks_like_name(titled_name):
            continue
        near = place < _NEAR and not name.isupper()
        if near or is_surname(titled_name.split(" ")[0]):
            return Stretch(start, last.end)
    return None
