"""The one list of formats: what names them, and how each is read.

The commands, the service and the pages ask here which files they take.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from graph.errors import Text
from graph.read.formats import records
from graph.read.formats.book import Book
from graph.read.formats.doc import doc_text
from graph.read.formats.docx import docx_text
from graph.read.formats.html import html_text
from graph.read.formats.markdown import markdown_text
from graph.read.formats.mhtml import mhtml_text
from graph.read.formats.odt import MEDIA_TYPE, odt_text
from graph.read.formats.pdf import pdf_text
from graph.read.formats.plain import plain_text
from graph.read.formats.rows import register_text
from graph.read.formats.rtf import rtf_text
from graph.read.formats.sheets import csv_book, xlsx_book
from graph.read.formats.taken import Taken
from graph.read.formats.xls import xls_book

_MEGABYTE = 1 << 20
_LINE = re.compile(r":\d+$")  # a place may name a line of the file
_WORDS, _PAGES = 8 * _MEGABYTE, 64 * _MEGABYTE


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files that are read.

    Parameters
    ----------
    name : as people call it.
    suffixes : of names of files, with the dot; the first is the usual one.
    media_types : as the web calls it.
    most : bytes of the largest file that is read.
    read : gives the text of the bytes of a file, with its name for messages.
    rows : of tables: gives them, which `register_text` then tells.
    """

    name: Text
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    most: int
    read: Callable[[bytes, str], Taken]
    rows: Callable[[bytes, str], Book] | None = None


PLAIN = Format(
    Text("văn bản thuần", "plain text"), (".txt", ".text"), ("text/plain",), _WORDS, plain_text
)
DOCX = Format(
    Text("DOCX", "DOCX"),
    (".docx", ".docm"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    _PAGES,
    docx_text,
)
DOC = Format(
    Text("DOC (Word 97–2003)", "DOC (Word 97-2003)"),
    (".doc",),
    ("application/msword",),
    _PAGES,
    doc_text,
)
ODT = Format(Text("ODT", "ODT"), (".odt",), (MEDIA_TYPE,), _PAGES, odt_text)
PDF = Format(Text("PDF", "PDF"), (".pdf",), ("application/pdf",), _PAGES, pdf_text)
HTML = Format(
    Text("trang web đã lưu", "saved web page"),
    (".html", ".htm", ".xhtml"),
    ("text/html", "application/xhtml+xml"),
    _WORDS,
    html_text,
)
MHTML = Format(
    Text("trang web đã lưu, MHTML", "saved web page, MHTML"),
    (".mhtml", ".mht"),
    ("multipart/related", "message/rfc822"),
    _PAGES,
    mhtml_text,
)
RTF = Format(Text("RTF", "RTF"), (".rtf",), ("application/rtf", "text/rtf"), _PAGES, rtf_text)
MARKDOWN = Format(
    Text("Markdown", "Markdown"), (".md", ".markdown"), ("text/markdown",), _WORDS, markdown_text
)
CSV = Format(
    Text("sổ văn bản CSV", "register in CSV"),
    (".csv", ".tsv"),
    ("text/csv", "text/tab-separated-values"),
    _WORDS,
    lambda content, place: register_text(csv_book(content, place), place),
    csv_book,
)
XLSX = Format(
    Text("sổ văn bản XLSX", "register in XLSX"),
    (".xlsx", ".xlsm"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
    _WORDS,
    lambda content, place: register_text(xlsx_book(content, place), place),
    xlsx_book,
)
XLS = Format(
    Text("sổ văn bản XLS (Excel 97–2003)", "register in XLS (Excel 97-2003)"),
    (".xls",),
    ("application/vnd.ms-excel",),
    _WORDS,
    lambda content, place: register_text(xls_book(content, place), place),
    xls_book,
)
RECORDS = Format(
    Text("JSON lines", "JSON lines"),
    records.SUFFIXES,
    ("application/jsonl", "application/x-ndjson"),
    _PAGES,
    records.record_text,
)

#: Every format that is read.
FORMATS = (PLAIN, HTML, MHTML, PDF, DOCX, DOC, ODT, RTF, MARKDOWN, CSV, XLSX, XLS, RECORDS)
#: Codecs that reading them asks for by name.
CODECS = ("cp1250", "cp1251", "cp1252", "cp1258", "cp437", "utf-16-le", "utf-16-be")
#: Suffixes of all of them, in that order.
SUFFIXES = tuple(suffix for known in FORMATS for suffix in known.suffixes)


def by_suffix(name: str) -> Format | None:
    """Return the format that the name of a file tells; None where it tells none."""
    lowered = _LINE.sub("", name.lower())
    return next((known for known in FORMATS if lowered.endswith(known.suffixes)), None)
