"""What pages are asked with, read strictly: a document, a day, a choice; all else is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.errors import QuestionError, Text

LONGEST = 300  # characters of a question; no number, alias or address is longer
_LAST_PAGE = 1_000_000
_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a list is on the page: how many come before, are shown, and are there."""

    before: int
    shown: int
    total: int

    @property
    def more(self) -> bool:
        """Tell whether a page follows."""
        return self.before + self.shown < self.total


def asked(text: str) -> str:
    """Return a question; raise QuestionError where it is longer than any can be."""
    if len(text) <= LONGEST:
        return text
    raise QuestionError(
        Text(f"Câu hỏi dài {len(text)} ký tự", f"The question has {len(text)} characters"),
        remedy=Text(f"rút xuống dưới {LONGEST} ký tự", f"shorten it to {LONGEST} characters"),
    )


def named(doc: str) -> str:
    """Return what names a document; raise QuestionError where nothing does."""
    if doc.strip():
        return asked(doc.strip())
    raise QuestionError(
        Text("Chưa nêu văn bản nào", "No document is named"),
        place="doc",
        remedy=Text(
            "tìm văn bản rồi mở từ kết quả", "find a document and open it from the results"
        ),
    )


def day(text: str, name: str = "ngay") -> date | None:
    """Return a day written `2023-01-01`, None of nothing; raise QuestionError on all else."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise QuestionError(
            Text(f"“{text[:40]}” không phải một ngày", f"“{text[:40]}” is not a day"),
            place=name,
            remedy=Text("viết năm-tháng-ngày: 2023-01-01", "write year-month-day: 2023-01-01"),
        ) from None


def choice(text: str, choices: tuple[str, ...], name: str) -> str:
    """Return one of some choices; raise QuestionError, which lists them, on all else."""
    if text in choices:
        return text
    listed = ", ".join(one for one in choices if one)
    raise QuestionError(
        Text(f"“{text[:40]}” không phải một lựa chọn", f"“{text[:40]}” is not a choice"),
        place=name,
        remedy=Text(f"chọn một trong: {listed}", f"choose one of: {listed}"),
    )


def page_number(text: str, name: str = "trang") -> int:
    """Return the number of a page, from 1; raise QuestionError when it is none."""
    if not text:
        return 1
    if len(text) <= _DIGITS and text.isascii() and text.isdecimal():
        number = int(text)
        if 0 < number <= _LAST_PAGE:
            return number
    raise QuestionError(
        Text(f"“{text[:40]}” không phải số trang", f"“{text[:40]}” is not the number of a page"),
        place=name,
        remedy=Text("bắt đầu lại từ trang đầu", "begin again with the first page"),
    )
