"""PDF: the text of its pages; pages that are pictures are read by OCR where it is installed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ctypes import c_double
from dataclasses import replace

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from graph.errors import InputError, Text
from graph.read.formats.legacy import converted
from graph.read.formats.pages import EDGE, Piece, text_of
from graph.read.formats.problems import damaged, locked, too_much
from graph.read.formats.scanned import words_of_pictures
from graph.read.formats.taken import Taken
from graph.read.levels import without_lists

KIND = Text("PDF", "PDF file")
MAGIC = b"%PDF-"
_MOST_PAGES, _MOST_LETTERS = 2000, 8 << 20
_TINY = 2  # points: a font of less is scaled, and its size says nothing
_FEW = 40  # letters of a page below which it is taken for a picture, if it has one
_MOST_STAMPS, _STAMP = 200, 256  # on a page; letters of one
_LINE_END = "\r\n"
_NOTHING = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ufffd]")


def pdf_text(content: bytes, place: str) -> Taken:
    """Return the text of a PDF.

    Raises
    ------
    InputError : it is locked or damaged, has too many pages, or is a picture and no OCR is there.
    """
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if pdfium.raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD:
            raise locked(place, KIND) from error
        raise damaged(place, KIND, str(error)[:60]) from error
    try:
        return _taken(document, place)
    except pdfium.PdfiumError as error:
        raise damaged(place, KIND, str(error)[:60]) from error
    finally:
        document.close()


def _taken(document: pdfium.PdfDocument, place: str) -> Taken:
    if len(document) > _MOST_PAGES:
        raise _too_long(place, len(document))
    pages: list[list[Piece]] = []
    pictures: list[int] = []
    stamps: list[str] = []
    letters = 0
    for number in range(len(document)):
        page = document[number]
        pieces = list(_pieces(page, place, _MOST_LETTERS - letters))
        told = sum(len(piece.text) for piece in pieces)
        letters += told
        if told < _FEW and _has_picture(page):
            pictures.append(number)
        pages.append(pieces)
        stamps += _stamps(page)
    if not pictures:
        taken = Taken(*_in_unicode(*text_of(pages)))
    else:
        taken = _with_pictures(document, pages, pictures, place)
    return replace(taken, apart=(*taken.apart, *stamps))


def _with_pictures(
    document: pdfium.PdfDocument, pages: list[list[Piece]], pictures: list[int], place: str
) -> Taken:
    """Return the text where some pages are pictures: those are read by OCR, in their places."""
    read = dict(zip(pictures, words_of_pictures(document, pictures, place), strict=True))
    told: list[str] = []
    apart: list[str] = []
    run: list[list[Piece]] = []
    for number in range(len(pages) + 1):
        if number < len(pages) and number not in read:
            run.append(pages[number])
            continue
        text, left_out = _in_unicode(*text_of(run))
        picture = read.get(number, "")
        told += [text, picture]
        apart += [*left_out, *_edges(picture)]
        run = []
    return Taken("\n".join(part for part in told if part.strip()), tuple(apart))


def _in_unicode(text: str, apart: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return a text and what stands apart, both in Unicode: the text tells the table of letters."""
    told = converted("\n".join((*apart, text)))
    if told is None:
        return text, tuple(apart)
    *lines, text = told[0].split("\n", len(apart))
    return text, tuple(lines)


def _edges(text: str) -> list[str]:
    """Return the lines at the head and foot of a page."""
    lines = without_lists([line for line in text.splitlines() if line.strip()])
    return [line for line in (*lines[:EDGE], *lines[-EDGE:]) if not line[:1].islower()]


def _stamps(page: pdfium.PdfPage) -> Iterator[str]:
    """Yield what is written on a page afterwards: stamps and notes."""
    for place in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_STAMPS)):
        note = raw.FPDFPage_GetAnnot(page, place)
        if not note:
            continue
        if raw.FPDFAnnot_GetSubtype(note) in (raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_FREETEXT):
            room = (raw.FPDF_WCHAR * _STAMP)()
            size = raw.FPDFAnnot_GetStringValue(note, b"Contents", room, 2 * _STAMP)
            if 0 < size <= 2 * _STAMP:
                yield bytes(room)[: size - 2].decode("utf-16-le", "replace")
        raw.FPDFPage_CloseAnnot(note)


def _has_picture(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _pieces(page: pdfium.PdfPage, file: str, most: int) -> Iterator[Piece]:
    """Yield the words of a page with their places, parted where a gap or a new line begins.

    A page with more than `most` letters is refused before any is kept.
    """
    text_page = page.get_textpage()
    try:
        if text_page.count_chars() > most:
            raise too_much(file, KIND, _MOST_LETTERS)
        said: list[str] = []
        box: list[float] = []
        for letter, place in _letters(text_page):
            if place is None or not _continues(box, place):
                yield from _piece(said, box)
                said, box = [], []
            if place is None:
                continue
            said.append(letter)
            box = _grown(box, place)
        yield from _piece(said, box)
    finally:
        text_page.close()


def _letters(text_page: pdfium.PdfTextPage) -> Iterator[tuple[str, list[float] | None]]:
    """Yield letters with left, right, bottom and height; None for the end of a line."""
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    x, y = c_double(), c_double()
    for index in range(text_page.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text_page, index))
        if letter in _LINE_END:
            yield letter, None
            continue
        if _NOTHING.match(letter) and letter != "\x02":
            continue
        raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        size = raw.FPDFText_GetFontSize(text_page, index) or 1.0
        height = max(top.value - bottom.value, 0.0)
        high = size if size > _TINY else height
        start = min(left.value, x.value) if letter.strip() else x.value
        letter = "-" if letter == "\x02" else letter
        yield letter, [start, max(right.value, start), y.value, high]


def _continues(box: list[float], place: list[float]) -> bool:
    if not box:
        return True
    height = max(box[3], 1.0)
    if abs(box[2] - place[2]) > 0.4 * height:
        return False
    return -0.5 * height < place[0] - box[1] < 1.2 * height


def _grown(box: list[float], place: list[float]) -> list[float]:
    if not box:
        return list(place)
    return [min(box[0], place[0]), max(box[1], place[1]), box[2], max(box[3], place[3])]


def _piece(said: list[str], box: list[float]) -> Iterator[Piece]:
    text = "".join(said)
    if text.strip():
        yield Piece(text.replace("\xa0", " "), box[0], box[1], box[2], box[3])


def _too_long(place: str, pages: int) -> InputError:
    return InputError(
        Text(f"tệp PDF {pages} trang, nhiều nhất {_MOST_PAGES}", f"{pages} of {_MOST_PAGES} pages"),
        place=place,
        remedy=Text("tách thành từng văn bản", "split it into single texts"),
    )
