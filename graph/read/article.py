"""A file as an Article: recognised, its text taken out, its letters in NFC, nothing guessed.

What each format gives is told in `graph.read.formats`; which texts may not be stored, in
`graph.read.restricted`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError, Text
from graph.extraction import Article
from graph.model import PartialDate
from graph.read.formats.known import PLAIN, RECORDS, by_suffix
from graph.read.formats.problems import empty
from graph.read.formats.recognised import format_of
from graph.read.formats.records import Record, records
from graph.read.formats.rows import register_text
from graph.read.formats.taken import Taken
from graph.read.restricted import refuse_restricted

#: Bytes of the longest text that is read: a newspaper article is a thousand times smaller.
LARGEST = PLAIN.most

# Composing letters takes time that grows with the square of a run of marks; no language has these.
_PILED_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{31}")
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a text from outside; None where only the text can say.

    `columns` are, of a register kept as a table, kinds of columns with their headings. `restricted`
    allows a text that is marked secret, or for internal circulation: somebody has answered for it.
    """

    published: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None
    province: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    restricted: bool = False
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of a file that holds several."""

    file: Path
    record: Record

    def __str__(self) -> str:
        return f"{self.file}:{self.record.line}"


def pieces_of(file: Path) -> tuple[Path | Piece, ...]:
    """Return the texts of a file: most are one, a file of JSON lines is one a line."""
    if by_suffix(file.name) is not RECORDS:
        return (file,)
    try:
        content = file.read_bytes() if file.stat().st_size <= RECORDS.most else b""
    except OSError:
        content = b""
    return tuple(Piece(file, record) for record in records(content)) or (file,)


def read_article(file: Path | Piece, hints: Hints | None = None) -> Article:
    """Read a file in any format that is known, or one text of it.

    Parameters
    ----------
    file : the file; its stem names the article.
    hints : what is known of it from outside.

    Raises
    ------
    InputError : it cannot be read, is no text, is too large, or may not be stored.
    """
    path, record = (file.file, file.record) if isinstance(file, Piece) else (file, None)
    try:
        size = path.stat().st_size
        most = (by_suffix(path.name) or PLAIN).most
        if size > most:
            raise _too_large(str(file), size, most)
        content = path.read_bytes() if record is None else _line(path, record)
    except OSError as error:
        raise InputError(
            Text("không đọc được tệp này", "the file cannot be read"),
            place=str(file),
            remedy=Text("kiểm tra đường dẫn và quyền đọc", "check the path and the right to read"),
        ) from error
    if record is None:
        return article_of(content, path.stem, place=str(file), hints=hints)
    return article_of(content, f"{path.stem}-{record.line}", place=str(file), hints=hints)


def _line(path: Path, record: Record) -> bytes:
    """Return the bytes of one text alone: a file of many is not read again for each."""
    with path.open("rb") as file:
        file.seek(record.start)
        return file.read(record.end - record.start)


def article_of(
    content: bytes, identifier: str, *, place: str, hints: Hints | None = None
) -> Article:
    """Return the bytes of a file as an article.

    Parameters
    ----------
    content : the bytes.
    identifier : what names the article.
    place : where the bytes come from, for messages; how it ends may tell the format.
    hints : what is known of it from outside; it counts before what the file says of itself.

    Raises
    ------
    InputError : they are no text, too many, or may not be stored.
    """
    if not content:
        raise empty(place)
    format = format_of(content, place)
    if len(content) > format.most:
        raise _too_large(place, len(content), format.most)
    known = hints or Hints()
    if format.rows is None:
        taken = format.read(content, place)
    else:
        taken = register_text(format.rows(content, place), place, dict(known.columns))
    return _article(taken, taken.name or identifier, place, known)


def _article(taken: Taken, identifier: str, place: str, hints: Hints) -> Article:
    if len(taken.text) > LARGEST:
        raise _too_large(place, len(taken.text), LARGEST)
    text = _composed(taken.text, place)
    if not text.strip():
        raise empty(place)
    if not hints.restricted:
        refuse_restricted(text, place, apart=taken.apart)
    return Article(
        identifier=_normal(identifier),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=_told(hints.title, taken.title),
        published=hints.published or _day(taken.published),
        publisher=_told(hints.publisher, taken.publisher),
        url=_told(hints.url, taken.url),
        province=_told(hints.province, taken.province),
    )


def _told(*said: str | None) -> str | None:
    """Return what is said first, None where nobody says it."""
    return next((_normal(one) for one in said if one), None)


def _normal(text: str) -> str:
    """Return text in NFC; halves of characters, which some formats can write, are none."""
    return unicodedata.normalize("NFC", _HALVES.sub("\ufffd", text))


def _day(said: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(said) if said else None
    except ValueError:
        return None


def _composed(text: str, place: str) -> str:
    piled = _PILED_MARKS.search(text)
    if piled:
        raise InputError(
            Text("dấu chồng dấu, không phải chữ viết", "marks piled on marks, not writing"),
            place=f"{place}:{text.count(chr(10), 0, piled.start()) + 1}",
            remedy=Text("kiểm tra lại tệp nguồn", "check the file it was made from"),
        )
    return _normal(text)


def _too_large(place: str, size: int, largest: int) -> InputError:
    megabyte = 1024 * 1024
    have, most = f"{size / megabyte:.0f} MB", f"{largest // megabyte} MB"
    return InputError(
        Text(f"tệp quá lớn: {have}, nhiều nhất {most}", f"the file is too large: {have} of {most}"),
        place=place,
        remedy=Text("tách thành từng bài, từng văn bản", "split it into single texts"),
    )
