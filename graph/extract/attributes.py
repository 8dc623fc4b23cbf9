"""The table of attributes that a law portal prints of a document: `Số hiệu: Ngày ban hành: ...`.

A label stands at the head of a line or cell, or is glued to the value before it; its value stands
behind it, in the next cell or in the next line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.extract.article import Prepared
from graph.extract.body_grammar import body_at
from graph.extract.dates import find_dates
from graph.extract.mentions import Mention
from graph.model import PartialDate

_NUMBER = ("số hiệu", "số ký hiệu", "số, ký hiệu", "số/ký hiệu", "số văn bản", "số/kí hiệu")
_ISSUED = ("ngày ban hành", "ngày văn bản")
_ISSUER = ("cơ quan ban hành", "nơi ban hành", "đơn vị ban hành")
_TITLE = ("trích yếu nội dung", "trích yếu")
_BEHIND = r"(?:văn bản)?[ ]{0,3}(?::|\||(?=\n))[ \n|]{0,6}"
_LABEL = re.compile(
    rf"(?:(?P<number>{'|'.join(_NUMBER)})|(?P<issued>{'|'.join(_ISSUED)})|"
    rf"(?P<issuer>{'|'.join(_ISSUER)})|(?P<title>{'|'.join(_TITLE)})) ?{_BEHIND}"
)
_CELL = re.compile(r"[^\n|]{0,400}")
_SIGN = "ban hành"
_FAR = 700  # characters between the number and another attribute of it


@dataclass(frozen=True, slots=True)
class Attributes:
    """Where a portal prints the number of a document, its day, and where its issuer is named."""

    number: int
    issued: PartialDate | None
    issuer: int | None
    cue: tuple[int, int] | None
    title: tuple[int, int] | None = None


def find_attributes(folded: str) -> Iterator[Attributes]:
    """Yield the tables of attributes in a folded text, each with a number and a day or issuer."""
    if _SIGN not in folded or not any(label in folded for label in _NUMBER):
        return
    labels = [one for one in _LABEL.finditer(folded) if _stands_apart(folded, one)]
    numbers = [one for one in labels if one["number"]]
    starts = [one.start() for one in labels]
    for place, number in enumerate(numbers):
        high = numbers[place + 1].start() if place + 1 < len(numbers) else len(folded)
        high = min(high, number.end() + _FAR)
        near = labels[bisect_left(starts, number.end()) : bisect_left(starts, high)]
        if len(numbers) == 1:  # of several tables only what stands behind is known to be its own
            low = number.start() - _FAR
            near += [one for one in reversed(labels) if low <= one.start() < number.start()]
        day = next((_day(folded, one) for one in near if one["issued"]), None)
        issuer = next((one for one in near if one["issuer"]), None)
        if day is not None or issuer is not None:
            cue = issuer.span("issuer") if issuer else None
            about = next((one.end() for one in near if one["title"]), None)
            title = (about, _end_of_line(folded, about)) if about is not None else None
            yield Attributes(number.end(), day, issuer.end() if issuer else None, cue, title)


def attributed(prepared: Prepared, mentions: Sequence[Mention]) -> list[Mention]:
    """Tell numbers in tables of attributes of the day, issuer and title that the table gives."""
    kept = list(mentions)
    for table in find_attributes(prepared.folded.folded):
        place = bisect_left(kept, table.number, key=lambda one: one.start)
        if place == len(kept) or kept[place].start > table.number + 1:
            continue
        issuer = body_at(prepared.bodies, table.issuer) if table.issuer is not None else None
        name = prepared.article.text[issuer.start : issuer.end] if issuer else None
        mention = kept[place]
        title = prepared.article.text[slice(*table.title)].strip() if table.title else None
        kept[place] = replace(
            mention,
            date=mention.date or table.issued,
            issuer=mention.issuer or name,
            title=mention.title or title or None,
        )
    return kept


def _end_of_line(folded: str, start: int) -> int:
    """Return where a cell or line ends, which is no longer than a title."""
    found = _CELL.match(folded, start)
    return found.end() if found else start


def _stands_apart(folded: str, label: re.Match[str]) -> bool:
    """Tell whether words are a label: at the head of a line or cell, or glued to the one before."""
    before = folded[max(0, label.start() - 2) : label.start()]
    return not before.strip() or before[-1] in "\n|•*>-" or not before[-1].isspace()


def _day(folded: str, label: re.Match[str]) -> PartialDate | None:
    found = find_dates(folded, label.end(), label.end() + 12)
    here = bool(found) and found[0].start == label.end() and found[0].full
    return found[0].value if here else None
