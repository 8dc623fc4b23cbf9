"""Several documents in one file, each read by itself: what one says has no bearing on the next.

A further document begins where a letterhead stands: the motto of State or Party in a line of
capitals, with a number that is filled in, a full day and a type under it. Forms that a document
brings in its annexes have a motto too, but blanks for number and day. A line of equals signs parts
texts as well, whatever they are.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from graph.extract.letterhead import letterhead_of
from graph.extract.structure import Stretch, lines_of
from graph.extract.text import Folded, fold
from graph.extraction import (
    Article,
    CitedDocument,
    Extraction,
    GivenTask,
    NamedBody,
    NamedOfficial,
    Position,
    ReportedResult,
    Span,
    StatedRelation,
)

_MOTTO = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM")
_MARKS = ("CHỦ NGHĨA VIỆT NAM", "CỘNG SẢN VIỆT NAM", "=====")
_PARTED = re.compile(r"[ \t]*={5,}[ \t]*")
_FILLED = re.compile(
    r"(?:^[ \t]*|[ \t]{2})Số ?:? {0,9}\d{1,5}(?:\.\d{1,3})? {0,2}[-–/]", re.MULTILINE
)
_DATED = re.compile(r"ngày {1,3}\d{1,2} {1,3}tháng {1,3}\d{1,2} {1,3}năm {1,3}\d{4}")
_LONGEST = 160  # characters of a line with the motto and the issuer beside it
_NUMBERED = re.compile(r"(?:Số ?:? {0,9}\d|V/v )")
_ADDRESSED = re.compile(r"^[ \t]*Kính gửi", re.MULTILINE)
_ABOVE, _BELOW = 6, 30  # lines of a letterhead over the motto, and under it
_LEAST = 200  # characters of a text before a further letterhead

_Located = TypeVar("_Located", StatedRelation, ReportedResult, Position, GivenTask)


def parts_of(text: str) -> tuple[Stretch, ...]:
    """Return where the texts of a file stand; most files are one.

    Parameters
    ----------
    text : the whole file.
    """
    if not any(mark in text for mark in _MARKS):
        return (Stretch(0, len(text)),)
    folded = fold(text)
    lines = lines_of(folded.shaped)
    starts = [0, *_starts(folded, lines), len(text)]
    pairs = itertools.pairwise(starts)
    return tuple(Stretch(*pair) for pair in pairs if text[slice(*pair)].strip(" \n\t\r="))


def _starts(text: Folded, lines: Sequence[Stretch]) -> Iterator[int]:
    last = 0
    for place, line in enumerate(lines):
        if _PARTED.fullmatch(text.shaped, line.start, line.end):
            last = line.end
            yield last
        elif line.end - line.start < _LONGEST and _MOTTO.search(text.shaped, line.start, line.end):
            start = _head(text, lines, place)
            if start - last > _LEAST and _is_letterhead(text, lines, place, start):
                last = start
                yield start


def _head(text: Folded, lines: Sequence[Stretch], place: int) -> int:
    """Return where the letterhead around a motto begins: lines of capitals without a gap."""
    start = lines[place].start
    for above in reversed(lines[max(0, place - _ABOVE) : place]):
        said = text.shaped[above.start : above.end].strip(" *_-")
        in_head = not said or said.isupper() or _NUMBERED.match(said)
        if text.shaped.count("\n", above.end, start) > 1 or not in_head:
            break
        start = above.start
    return start


def _is_letterhead(text: Folded, lines: Sequence[Stretch], place: int, start: int) -> bool:
    """Tell whether a motto belongs to a document that was issued, and to no form of an annex."""
    end = lines[min(place + _BELOW, len(lines) - 1)].end
    head = fold(text.raw[start:end])
    if _FILLED.search(head.shaped) is None:
        return False
    found = letterhead_of(head, lines_of(head.shaped))
    if found is None:
        addressed = _ADDRESSED.search(head.shaped)
        return addressed is not None and bool(_DATED.search(head.shaped, 0, addressed.start()))
    return found.issued is not None and found.issued.exact


def each_apart(article: Article, read: Callable[[Article], Extraction]) -> Extraction:
    """Return what is read in a file, its texts each by itself.

    Parameters
    ----------
    article : the file.
    read : reads one text.
    """
    parts = parts_of(article.text)
    if not parts[1:]:  # none where a file holds nothing but lines between texts
        return read(article)
    joined = _Joined()
    first: Extraction | None = None
    for part in parts:
        alone = replace(article, text=article.text[part.start : part.end])
        told = read(alone)
        first = first or told
        joined.add(told, part.start)
    assert first is not None
    whole = replace(first.article, text=article.text)
    return Extraction(
        whole,
        tuple(joined.documents.values()),
        tuple(joined.officials.values()),
        tuple(joined.bodies.values()),
        tuple(joined.relations),
        tuple(joined.results),
        first.document,
        tuple(joined.tasks),
    )


@dataclass
class _Joined:
    """What the texts of a file say together: who or what is the same is told once."""

    documents: dict[object, CitedDocument] = field(default_factory=dict)
    officials: dict[object, NamedOfficial] = field(default_factory=dict)
    bodies: dict[object, NamedBody] = field(default_factory=dict)
    relations: list[StatedRelation] = field(default_factory=list)
    results: list[ReportedResult] = field(default_factory=list)
    tasks: list[GivenTask] = field(default_factory=list)

    def add(self, told: Extraction, by: int) -> None:
        """Add what the text that begins at `by` says."""
        names: dict[str, str] = {}
        touched = dict.fromkeys(self._add_document(one, by, names) for one in told.documents)
        for official in told.officials:
            self._add_official(official, by, names)
        for body in told.bodies:
            self._add_body(body, by, names)
        for key in touched:
            one = self.documents[key]
            members = tuple(names.get(member, member) for member in one.members)
            self.documents[key] = replace(one, members=members)
        for relation in told.relations:
            ends = (names.get(end, end) for end in (relation.subject, relation.object))
            subject, object_ = ends
            self.relations.append(_moved(replace(relation, subject=subject, object=object_), by))
        for result in told.results:
            tied = names.get(result.document or "", result.document)
            whose = names.get(result.body or "", result.body)
            self.results.append(_moved(replace(result, document=tied, body=whose), by))
        for task in told.assignments:
            giver = names.get(task.document or "", task.document)
            lead, support = (
                tuple(names.get(one, one) for one in ones) for ones in (task.lead, task.support)
            )
            self.tasks.append(_moved(replace(task, document=giver, lead=lead, support=support), by))

    def _add_document(self, one: CitedDocument, by: int, names: dict[str, str]) -> object:
        """Add a document, and return the key under which it is kept."""
        key: object = (one.type_vi, one.number, one.term, one.issued, one.province, one.alias)
        if not (one.number or one.alias) or one.candidates or one.members:
            key = (by, one.id)
        before = self.documents.get(key)
        spans = _spans(one.mentions, by)
        names[one.id] = before.id if before else f"d{len(self.documents) + 1}"
        if before:
            self.documents[key] = replace(before, mentions=(*before.mentions, *spans))
        else:
            self.documents[key] = replace(one, id=names[one.id], mentions=spans)
        return key

    def _add_official(self, one: NamedOfficial, by: int, names: dict[str, str]) -> None:
        before = self.officials.get(one.name)
        spans = _spans(one.mentions, by)
        posts = tuple(_moved(post, by) for post in one.positions)
        names[one.id] = before.id if before else f"o{len(self.officials) + 1}"
        self.officials[one.name] = (
            replace(
                before,
                mentions=(*before.mentions, *spans),
                positions=(*before.positions, *posts),
            )
            if before
            else replace(one, id=names[one.id], mentions=spans, positions=posts)
        )

    def _add_body(self, one: NamedBody, by: int, names: dict[str, str]) -> None:
        before = self.bodies.get(one.name)
        spans = _spans(one.mentions, by)
        names[one.id] = before.id if before else f"b{len(self.bodies) + 1}"
        self.bodies[one.name] = (
            replace(before, mentions=(*before.mentions, *spans))
            if before
            else replace(one, id=names[one.id], mentions=spans)
        )


def _moved(one: _Located, by: int) -> _Located:
    return replace(one, start=one.start + by, end=one.end + by)


def _spans(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple(replace(span, start=span.start + by, end=span.end + by) for span in spans)
