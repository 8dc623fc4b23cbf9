"""Who and what stands where in a text: documents, bodies and officials by their offsets.

A body *acts* where it can be the subject of a sentence: not inside the name of a post or of a
document (`Quy chế làm việc của Ban Chấp hành ...`), not as an owner (`diện ... quản lý`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Final

from graph.extract.article import Prepared
from graph.extract.heads import past_head
from graph.extract.mentions import Mention
from graph.extract.openings import Openings
from graph.extract.posts import Post
from graph.extract.units import HEADS as UNIT_HEADS
from graph.extraction import CitedDocument, NamedBody, NamedOfficial, Span
from graph.filling import filled_at_once

_START = attrgetter("start")
_TITLE_NEAR = 90  # characters between a number and its title: date and issuer
_OWNING = ("của ", "thuộc ", "tại ", "giữa ", "với ", "diện ", "ở ", "gửi ", "trước ", "do ")
_OWNED = re.compile(r" quản lý(?!\w)")
_EVENTS = ("Hội nghị ", "Đại hội ")
_AREAS = ("tỉnh ", "thành phố ")
_WITHIN = re.compile(r"[^\W\d_] $")  # `hội nghị trực tuyến toàn tỉnh`: where, not who
#: What may stand between two members of a list of documents.
JOINED: Final = re.compile(
    r"[)\"]?(?:,|;| và| cùng| cùng với|, và|, cùng)(?: với)?(?: các| những)?"
    r"(?: (?:nghị quyết|chỉ thị|kết luận|quy định|quyết định|chương trình(?: hành động)?|kế hoạch|"
    r"nghị định|thông tư|đề án|hướng dẫn|thông báo))?:?(?: số)? ?"
)
#: From a number to its issuer: `, ngày 11-10-2021 của `.
OF: Final = re.compile(
    r"[\s,(]{0,3}(?:(?:ban hành |ký )?(?:ngày|năm)[^;:!?\n]{1,32}?)?"
    r"(?:,? ?\(?nhiệm kỳ \d{4} ?- ?\d{4}\)?)?(?:,? ?\(?khóa \w{1,6}\)?)?[\s,)]{0,3} ?của "
)
DATED: Final = re.compile(r",? \(?(?:ngày )?\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?\d{4}\)?")
TERM: Final = re.compile(r" \(?khóa \w{1,6}\)?")
JOINED_BODIES: Final = re.compile(r"(?:,|;| và|, và| cùng| cùng với) (?:các )?")
_COMRADE = re.compile(r"(?:các )?(?:đồng chí|đ/c|ông|bà) ")
_FEW = 12
_POSTS = 200  # characters that the posts before a name can take


@filled_at_once
@dataclass(frozen=True, slots=True)
class DocumentAt:
    """A document at one mention; `tail` = end of its title, or of the mention without one."""

    start: int
    end: int
    tail: int
    document: CitedDocument

    @property
    def id(self) -> str:
        """Return the id of the document."""
        return self.document.id


@filled_at_once
@dataclass(frozen=True, slots=True)
class BodyAt:
    """A body at one mention; `acts` = it can be the subject there."""

    start: int
    end: int
    body: NamedBody
    acts: bool
    owner: bool

    @property
    def id(self) -> str:
        """Return the id of the body."""
        return self.body.id


@filled_at_once
@dataclass(frozen=True, slots=True)
class OfficialAt:
    """An official at one mention; `end` is after the posts that follow the name."""

    start: int
    end: int
    official: NamedOfficial


@dataclass(frozen=True)
class Scene:
    """A prepared text with everything that was found in it, by offset.

    `recalled` are the words that stand for a document named before: `Nghị quyết này`.
    """

    text: Prepared
    documents: tuple[DocumentAt, ...]
    bodies: tuple[BodyAt, ...]
    officials: tuple[OfficialAt, ...]
    recalled: tuple[DocumentAt, ...] = ()

    @cached_property
    def folded(self) -> str:
        """Return the folded text."""
        return self.text.folded.folded

    @property
    def openings(self) -> Openings:
        """Return where in the folded text the words stand that patterns open with."""
        return self.text.folded.openings

    @cached_property
    def citing(self) -> tuple[int, ...]:
        """Return the places of the sentences in which a document is mentioned."""
        return self._sentences_of(self.documents)

    @cached_property
    def recalling(self) -> tuple[int, ...]:
        """Return the places of those sentences and of those that only go back to a document."""
        return self._sentences_of((*self.documents, *self.recalled))

    def _sentences_of(self, items: Iterable[DocumentAt]) -> tuple[int, ...]:
        starts = self.text.sentence_starts
        last = len(starts) - 1
        found = {bisect_right(starts, item.start) - 1 for item in items}
        return tuple(place for place in sorted(found) if 0 <= place <= last)

    def documents_in(self, start: int, end: int) -> Iterator[DocumentAt]:
        """Yield the documents whose mention begins in a stretch."""
        place = bisect_left(self.documents, start, key=_START)
        while place < len(self.documents) and self.documents[place].start < end:
            yield self.documents[place]
            place += 1

    def bodies_in(self, start: int, end: int) -> tuple[BodyAt, ...]:
        """Return the bodies whose mention begins in a stretch."""
        low = bisect_left(self.bodies, start, key=_START)
        high = bisect_left(self.bodies, end, key=_START)
        return self.bodies[low:high]

    def bodies_named(self, names: Iterable[str | None]) -> Iterator[BodyAt]:
        """Yield the first mention of each body of these names."""
        for name in sorted(name for name in names if name):
            if name in self.first_by_name:
                yield self.first_by_name[name]

    @cached_property
    def first_by_name(self) -> dict[str, BodyAt]:
        """Return the first mention of each body, by its name."""
        return {body.body.name: body for body in reversed(self.bodies)}

    def body_at(self, start: int) -> BodyAt | None:
        """Return the body whose mention begins at an offset."""
        here = self.bodies_in(start, start + 1)
        return here[0] if here else None

    def bodies_before(self, offset: int, start: int) -> Iterator[BodyAt]:
        """Yield the bodies that end before an offset, nearest first, not far back."""
        place = bisect_left(self.bodies, offset, key=_START)
        for body in reversed(self.bodies[max(0, place - _FEW) : place]):
            if body.start < start:
                return
            if body.end <= offset:
                yield body

    def acting_before(self, offset: int, start: int) -> BodyAt | None:
        """Return the acting body nearest before an offset, not before `start`."""
        return next((body for body in self.bodies_before(offset, start) if body.acts), None)

    def joined_before(self, last: BodyAt, start: int) -> list[BodyAt]:
        """Return the bodies that a list names before its last one: `B1, B2 và B3`."""
        found = [last]
        for other in self.bodies_before(last.start, start):
            if other.owner or not JOINED_BODIES.fullmatch(self.folded, other.end, found[-1].start):
                break
            found.append(other)
        return found[:0:-1]

    def document_before(self, offset: int, start: int) -> DocumentAt | None:
        """Return the document mentioned last before an offset, not before `start`."""
        place = bisect_left(self.documents, offset, key=_START)
        if place and self.documents[place - 1].start >= start:
            return self.documents[place - 1]
        return None

    def document_after(self, offset: int, end: int) -> DocumentAt | None:
        """Return the document mentioned first after an offset, before `end`."""
        place = bisect_left(self.documents, offset, key=_START)
        if place < len(self.documents) and self.documents[place].start < end:
            return self.documents[place]
        return None

    def recalled_before(self, offset: int, start: int) -> DocumentAt | None:
        """Return the word for a document that stands last before an offset, not before `start`."""
        place = bisect_left(self.recalled, offset, key=_START)
        last = self.recalled[place - 1] if place else None
        return last if last is not None and last.start >= start else None

    def documents_before(self, document: DocumentAt) -> tuple[DocumentAt, ...]:
        """Return a few mentions before that of a document."""
        place = bisect_left(self.documents, document.start, key=_START)
        return self.documents[max(0, place - _FEW) : place]

    def official_before(self, offset: int, start: int) -> OfficialAt | None:
        """Return the official named last before an offset, not before `start`."""
        place = bisect_left(self.officials, offset, key=_START)
        if place and self.officials[place - 1].start >= start:
            return self.officials[place - 1]
        return None

    def official_by_post(self, at: int, stop: int) -> OfficialAt | None:
        """Return the official whose first post begins at an offset: `Phó Chủ tịch ... Lê Văn A`."""
        place = bisect_left(self.officials, at, key=_START)
        if place == len(self.officials) or self.officials[place].start >= min(stop, at + _POSTS):
            return None
        found = self.officials[place]
        begins = {at, _past_comrade(self.folded, at)}
        told = any(post.start in begins for post in found.official.positions)
        return found if told else None

    def owner_behind(self, at: int) -> tuple[tuple[int, int], BodyAt] | None:
        """Return the `của` of `[ngày ...] của B` behind an offset, and B, or whose head B is."""
        found = OF.match(self.folded, at, at + 80)
        if found is None:
            return None
        whose = past_head(self.folded, found.end())
        body = self.body_at(found.end()) or (self.body_at(whose) if whose > found.end() else None)
        return ((found.end() - len("của "), found.end() - 1), body) if body is not None else None

    def past_issuer(self, document: DocumentAt) -> int:
        """Return where a document ends with its date and `của B` counted in."""
        for at in (document.tail, document.end):
            found = self.owner_behind(at)
            if found is not None:
                closed = TERM.match(self.folded, found[1].end)
                return max(document.tail, closed.end() if closed else found[1].end)
            dated = DATED.match(self.folded, at)
            if dated:
                return max(document.tail, dated.end())
        return document.tail


def scene_of(
    text: Prepared,
    posts: Sequence[Post],
    documents: tuple[CitedDocument, ...],
    bodies: tuple[NamedBody, ...],
    officials: tuple[NamedOfficial, ...],
    recalled: Sequence[tuple[Mention, str]] = (),
) -> Scene:
    """Lay out what was found in a text by offset."""
    places = _documents(text, documents)
    taken = _Taken([(place.start, place.tail) for place in places])
    held = _Taken([(post.start, post.end) for post in posts])
    acting = sorted(
        (
            _body(text, span, body, taken.covers(span.start), held.covers(span.start))
            for body in bodies
            for span in body.mentions
        ),
        key=lambda item: (item.start, -item.end),
    )
    meant = {one.id: one for one in documents}
    words = tuple(
        DocumentAt(one.start, one.end, one.end, meant[identifier])
        for one, identifier in recalled
        if identifier in meant
    )
    return Scene(text, places, tuple(acting), _officials(text, officials, posts), words)


def _past_comrade(text: str, at: int) -> int:
    """Return where what stands behind `đồng chí` begins, the offset itself without it."""
    found = _COMRADE.match(text, at)
    return found.end() if found else at


class _Taken:
    """Stretches, asked whether one covers an offset."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        reach = 0
        for start, end in sorted(stretches):
            reach = max(reach, end)
            self._starts.append(start)
            self._ends.append(reach)

    def covers(self, offset: int) -> bool:
        place = bisect_left(self._starts, offset + 1) - 1
        return place >= 0 and offset < self._ends[place]


def _documents(text: Prepared, documents: tuple[CitedDocument, ...]) -> tuple[DocumentAt, ...]:
    found = [
        DocumentAt(span.start, span.end, _tail(text, document, span), document)
        for document in documents
        for span in document.mentions
    ]
    return tuple(sorted(found, key=lambda item: (item.start, -item.end)))


def _tail(text: Prepared, document: CitedDocument, span: Span) -> int:
    """Return the end of the title where it is printed after this mention."""
    if not document.title:
        return span.end
    limit = span.end + _TITLE_NEAR + len(document.title)
    limit = min(limit, text.paragraph(span.start).end)
    at = text.article.text.find(document.title, span.end, limit)
    return span.end if at < 0 else at + len(document.title)


def _body(text: Prepared, span: Span, body: NamedBody, inside: bool, post: bool) -> BodyAt:
    before = text.folded.folded[max(0, span.start - 12) : span.start]
    owner = before.endswith(_OWNING) or _OWNED.match(text.folded.folded, span.end) is not None
    idle = (
        inside
        or owner
        or (post and not _is_premier(text, span, body, before))
        or body.name.startswith(_EVENTS)
        or (body.name.startswith(_AREAS) and _WITHIN.search(before) is not None)
        or body.name.startswith(UNIT_HEADS)
    )
    return BodyAt(span.start, span.end, body, not idle, owner)


def _is_premier(text: Prepared, span: Span, body: NamedBody, before: str) -> bool:
    """Tell the head of the Government, who decides as a body does, where no name follows."""
    named = text.folded.shaped[span.end + 1 : span.end + 2].isupper() or before.endswith("phó ")
    return body.name == "Thủ tướng Chính phủ" and not named


def _officials(
    text: Prepared, officials: tuple[NamedOfficial, ...], posts: Sequence[Post]
) -> tuple[OfficialAt, ...]:
    found = []
    starts = [post.start for post in posts]
    for official in officials:
        for span in official.mentions:
            end = span.end
            place = bisect_left(starts, end)
            while place < len(posts) and text.folded.folded[end : posts[place].start] in (
                ", ",
                " - ",
                " và ",
            ):
                end = posts[place].end
                place += 1
            found.append(OfficialAt(span.start, end, official))
    return tuple(sorted(found, key=_START))
