"""The frame of a full official text: its letterhead, title, preamble, recipients and signature.

A law, decree, decision or plan that is its own subject prints its type on a line by itself, in
capitals, under issuer, number, place and day, and ends with recipients and the signer (Nghị định
30/2020/NĐ-CP, phụ lục I; Hướng dẫn 05-HD/VPTW for the Party). Articles print no such line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.extract.columns import EDGES, FRAME, columns, in_capitals, last_column, trimmed
from graph.extract.dates import find_dates
from graph.extract.signature import Signature, signature_of
from graph.extract.structure import Stretch
from graph.extract.text import Folded
from graph.extract.types import type_names
from graph.model import PartialDate

_HEAD, _FRAMED = 24, 160  # lines in which the type is printed, letters of one of the frame
_TITLE, _BEGUN = 6, 10  # lines that a title runs over; letters that show that it is in capitals
_PREAMBLE = 40  # lines of grounds before the first article
_MOTTO = re.compile(r"cộng hòa xã hội chủ nghĩa việt nam|đảng cộng sản việt nam|độc lập ?-")
#: A number, or the place left for one: not the end of `Ban Chỉ đạo chuyển đổi số`.
_NUMBER = re.compile(r"(?<![^\W\d])số(?: ?:? {0,40}(?=\d|/|-)| ?: {0,40}$|(?<!\w số) {0,40}$)")
_DAY = re.compile(r"[^,;:]{2,45}, {0,9}(?P<day>ngày \d)")
_BLANK_DAY = re.compile(r", {0,9}ngày[ .…_]{1,20}tháng[ .…_\d]{1,20}năm (?P<year>20\d\d|19\d\d)")
_ADDRESSED = re.compile(r"kính gửi ?:?")
_ADDRESSEE = re.compile(r"[-+•*] ?|(?:các|ubnd|ủy ban|sở|bộ|ban|văn phòng)[^.]{0,120}[;.]$")
_ABOUT = re.compile(r"[ \t(]{0,40}(?P<about>v/v|về việc):? ?(?=\S)")
_GROUND = re.compile(r"[-+ ]{0,8}căn cứ ")
_NO_TITLE = re.compile(
    r"[-+ ]{0,8}(?:căn cứ |theo đề nghị|xét |kính gửi|nơi nhận|điều \d|chương |phần |"
    r"[ivx]{1,4}[./-] ?(?=[^\W\d]))"
)
_SUBJECT = re.compile(r"(?<!\w)(?:về|thực hiện|triển khai|ban hành|phê duyệt|tổ chức)(?!\w)")
_FIRST_PART = re.compile(r"\s{0,12}(?:điều 1\b|chương |phần |mục |[ivx]{1,4}[./-]|1[.)]|a[.)])")
_RECIPIENTS = re.compile(r"\s{0,12}nơi nhận\s?:?")
_DECIDES = re.compile(
    r"ủy ban nhân dân|hội đồng nhân dân|chủ tịch|bộ trưởng|ban thường vụ|giám đốc|ban chấp hành|"
    r"chính phủ|thủ tướng|quốc hội|tỉnh ủy|thành ủy"
)
#: An issuer whose name a letterhead prints in small letters.
_SMALL_ISSUER = re.compile(
    r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|sở|bộ|"
    r"(?:tỉnh|thành phố|huyện|quận|xã|phường)) [^.,;:]{2,60}$"
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The frame of an official text.

    `type_vi` stands at `heading`, the title under it; `issuer` holds the lines of the issuer's
    name; `preamble` runs from the title to the first article or part; `recipients` are those to
    whom it is sent, `acts_for` is whom it is signed for (`T/M`), `articles` = it has articles.
    """

    type_vi: str
    heading: Stretch
    title: Stretch | None
    issuer: tuple[Stretch, ...]
    issued: PartialDate | None
    preamble: Stretch
    recipients: Stretch | None
    signature: Signature | None
    acts_for: str | None
    articles: bool

    @property
    def name(self) -> Stretch:
        """Return type and title as one stretch."""
        end = self.title.end if self.title else self.heading.end
        return Stretch(self.heading.start, end)


def letterhead_of(text: Folded, lines: Sequence[Stretch]) -> Letterhead | None:
    """Return the frame of an official text; None when the text is none, as articles are."""
    found = _heading(text, lines)
    if found is None or not _is_official(text, lines, found[0]):
        return letter_of(text, lines)
    place, heading, rest = found
    title = _title(text, [*rest, *lines[place + 1 : place + 1 + _TITLE]])
    start = title.end if title else lines[place].end
    first = next(
        (line for line in lines[place + 1 :] if line.start >= start and _opens(text, line)), None
    )
    preamble = Stretch(start, _end_of_preamble(lines, start, first))
    recipients = _recipients(text, lines, place)
    return Letterhead(
        type_names()[_inside(text, heading)],
        heading,
        title,
        tuple(_issuer(text, lines[:place])),
        _issued(text, lines[:place]),
        preamble,
        recipients,
        *signature_of(text, lines, start),
        any(text.folded.startswith("điều 1", trimmed(text, line).start) for line in lines),
    )


def letter_of(text: Folded, lines: Sequence[Stretch]) -> Letterhead | None:
    """Return the frame of an official letter, which prints no type: `V/v ...`, `Kính gửi: ...`."""
    head = lines[:_HEAD]
    to = next((at for at, line in enumerate(head) if _ADDRESSED.match(_said(text, line))), None)
    about = _subject(text, lines[:to]) if to else None
    if to is None or about is None or not _is_official(text, lines, to):
        return None
    place, heading, title = about
    body = next(
        (line for line in lines[to + 1 :] if not _ADDRESSEE.match(_said(text, line))), lines[to]
    )
    first = next((line for line in lines if line.start > body.start and _opens(text, line)), None)
    preamble = Stretch(body.start, _end_of_preamble(lines, body.start, first))
    return Letterhead(
        "Công văn",
        heading,
        title,
        tuple(_issuer(text, lines[:place])),
        _issued(text, lines[:to]),
        preamble,
        _recipients(text, lines, to),
        *signature_of(text, lines, body.start),
        False,
    )


def _said(text: Folded, line: Stretch) -> str:
    return text.folded[line.start : line.end].strip()


def _subject(text: Folded, lines: Sequence[Stretch]) -> tuple[int, Stretch, Stretch] | None:
    """Return which line says what a letter is about, where `V/v` stands, and its subject."""
    for place, line in enumerate(lines):
        for piece in columns(text, line):
            found = _ABOUT.match(text.folded, piece.start, piece.end)
            if found is None:
                continue
            end = trimmed(text, piece).end
            for further in lines[place + 1 :]:
                said = trimmed(text, further)
                small = text.shaped[said.start : said.end][:1].islower()
                if not small or _DAY.search(text.folded, said.start, said.end):
                    break
                end = said.end
            return place, Stretch(found.start("about"), found.end()), Stretch(found.end(), end)
    return None


def _opens(text: Folded, line: Stretch) -> bool:
    return _FIRST_PART.match(text.folded, line.start, line.end) is not None


def _end_of_preamble(lines: Sequence[Stretch], start: int, first: Stretch | None) -> int:
    following = [line for line in lines if line.start >= start][:_PREAMBLE]
    end = following[-1].end if following else start
    return min(end, first.start) if first else end


def _heading(
    text: Folded, lines: Sequence[Stretch]
) -> tuple[int, Stretch, tuple[Stretch, ...]] | None:
    """Return which line holds the type in capitals, where it stands, what of the title is there."""
    names = _capital_types()
    for place, line in enumerate(lines[:_HEAD]):
        if text.shaped[line.start : line.end].strip(EDGES) in names:
            return place, trimmed(text, line), ()
    framed = numbered = False
    for place, line in enumerate(lines[:_HEAD]):
        if framed and numbered:
            whole = trimmed(text, line)
            found = _type_opening().match(text.shaped, whole.start, whole.end)
            begun = text.shaped[whole.start : min(found.end() + _BEGUN, whole.end)] if found else ""
            if found and begun.isupper():
                rest = Stretch(found.end() + 1, whole.end)
                return place, Stretch(whole.start, found.end()), tuple(_about(text, rest))
        if line.end - line.start <= _FRAMED:
            framed |= _MOTTO.search(text.folded, line.start, line.end) is not None
            numbered |= _NUMBER.search(text.folded, line.start, line.end) is not None
    return None


def _about(text: Folded, rest: Stretch) -> Iterator[Stretch]:
    """Yield what a line says behind the type, but for whose it is: `KẾ HOẠCH CỦA B THỰC HIỆN D`."""
    if not text.folded.startswith("của ", rest.start):
        yield rest
    elif about := _SUBJECT.search(text.folded, rest.start, rest.end):
        yield Stretch(about.start(), rest.end)


@cache
def _type_opening() -> re.Pattern[str]:
    """Return the types in capitals with which a line opens that goes on with the title."""
    names = sorted(_capital_types(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?= (?!SỐ )[^\W\d_])")


@cache
def _capital_types() -> frozenset[str]:
    return frozenset(name.upper() for name in type_names())


def _is_official(text: Folded, lines: Sequence[Stretch], place: int) -> bool:
    """Tell whether issuer's frame or grounds stand around the type's line."""
    before = any(
        _MOTTO.search(text.folded, line.start, line.end)
        or _NUMBER.search(text.folded, line.start, line.end)
        for line in lines[:place]
    )
    return before or any(
        _GROUND.match(text.folded, line.start, line.end) for line in lines[place + 1 : place + 10]
    )


def _title(text: Folded, lines: Sequence[Stretch]) -> Stretch | None:
    """Return the lines under the type: the first, and those that carry it on."""
    kept: list[Stretch] = []
    for line in (trimmed(text, one) for one in lines):
        said = text.shaped[line.start : line.end]
        if not said or FRAME.fullmatch(said):
            if kept:
                break
            continue
        if _NO_TITLE.match(text.folded, line.start, line.end) or said[-1] in ".:;":
            break
        if kept and not (
            said[0].islower() or in_capitals(text, kept[0]) == in_capitals(text, line)
        ):
            break
        if kept and not said[0].islower() and _names_issuer(text, line):
            break
        if kept and not (in_capitals(text, line) or said[0].islower()):
            break
        kept.append(line)
    return Stretch(kept[0].start, kept[-1].end) if kept else None


def _names_issuer(text: Folded, line: Stretch) -> bool:
    """Tell whether a line in capitals names who decides, as it stands above the grounds."""
    return _DECIDES.match(text.folded, line.start, line.end) is not None


def _issuer(text: Folded, lines: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield the pieces of the issuer's name: the left column, down to number or day."""
    for line in lines:
        for piece in columns(text, line):
            said = text.folded[piece.start : piece.end]
            if _MOTTO.search(said) or FRAME.fullmatch(said):
                continue
            if _NUMBER.search(said) or find_dates(said) or "ngày" in said:
                return
            if in_capitals(text, piece) or _SMALL_ISSUER.match(said):
                yield trimmed(text, piece)


def _issued(text: Folded, lines: Sequence[Stretch]) -> PartialDate | None:
    """Return the day of a line that is place and day: `Hà Nội, ngày 22 tháng 5 năm 2025`.

    Day and month may be left blank to be written by hand; the year is known then.
    """
    for place, line in enumerate(lines):
        last = last_column(text, line)
        said = text.folded[last.start : last.end]
        if (day := _day_of(said)) is not None:
            return day
        if "ngày" in said and place + 1 < len(lines):  # broken over two lines
            rest = trimmed(text, lines[place + 1])
            if (day := _day_of(f"{said} {text.folded[rest.start : rest.end]}")) is not None:
                return day
    blank = _BLANK_DAY.search(text.folded, lines[0].start, lines[-1].end) if lines else None
    return PartialDate(int(blank["year"])) if blank else None


def _day_of(said: str) -> PartialDate | None:
    """Return the day with which place and day end."""
    spelt = _DAY.search(said)
    found = find_dates(said, spelt.start("day")) if spelt else []
    whole = bool(found) and found[0].full and found[0].end == len(said)
    return found[0].value if whole else None


def _recipients(text: Folded, lines: Sequence[Stretch], place: int) -> Stretch | None:
    """Return the lines from `Nơi nhận` on that name to whom the text is sent."""
    for at in range(place + 1, len(lines)):
        if not _RECIPIENTS.match(text.folded, lines[at].start, lines[at].end):
            continue
        end = lines[at].end
        for line in lines[at + 1 :]:
            if not text.folded.startswith(tuple("-+*•"), trimmed(text, line).start, line.end):
                break
            end = line.end
        return Stretch(lines[at].start, end)
    return None


def _inside(text: Folded, line: Stretch) -> str:
    return " ".join(text.folded[line.start : line.end].strip(EDGES).split())
