"""What goes wrong, told on the command line: one place, one shape, one exit code each.

0  done
1  a check failed, or nothing was found
2  not answerable as put: usage, ambiguity, a refused query
3  some inputs failed
4  the store is unavailable
70 the software itself broke
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from rich.console import Console
from rich.text import Text as Line

from api.render.screen import STRONG, printable
from graph.errors import (
    CascadeError,
    InputError,
    NotFound,
    QuestionError,
    RegisterError,
    StoreError,
    Text,
)

DONE, NOTHING, NOT_ANSWERABLE, SOME_FAILED, NO_STORE, BROKEN = 0, 1, 2, 3, 4, 70

_CODES: tuple[tuple[type[CascadeError], int], ...] = (
    (QuestionError, NOT_ANSWERABLE),
    (NotFound, NOTHING),
    (InputError, SOME_FAILED),
    (StoreError, NO_STORE),
)
_ERROR = Text("Lỗi", "Error")
_USAGE = Text("câu lệnh chưa đúng", "the command is not right")
# The parser of the command line speaks English only.
_MISUSES = (
    (r"Missing argument '(.+)'\.", r"thiếu \1"),
    (r"Missing option '(.+)'\.", r"thiếu \1"),
    (r"No such command '(.+)'\.(?s:.*)", r"không có lệnh “\1”"),
    (r"No such option: (\S+)(?s:.*)", r"không có tùy chọn \1"),
    (r"Option '(.+)' requires an argument\.", r"\1 cần một giá trị"),
    (r"Got unexpected extra argument(?:\(s\)|s)? \((.+)\)", r"thừa: \1"),
)
_INVALID_VALUE = re.compile(r"Invalid value for '(?P<of>.+?)': (?P<why>(?s:.+))")
# And so do the checks of values.
_INVALID = (
    (r"Input should be greater than or equal to (\S+)", r"phải từ \1 trở lên"),
    (r"Input should be less than or equal to (\S+)", r"không được quá \1"),
    (r"Input should be a valid integer.*", r"phải là số nguyên"),
    (r"(?:Value error, )?'(.*)' is not one of (.+?)\.?", r"“\1” không phải một trong: \2"),
    (r"dir(?:ectory)? '(.+)' does not exist\.", r"không có thư mục “\1”"),
    (r"(?:file|path) '(.+)' does not exist\.", r"không có tệp “\1”"),
    (r"\w+ '(.+)' is a file\.", r"“\1” là tệp, không phải thư mục"),
    (r"\w+ '(.+)' is a directory\.", r"“\1” là thư mục, không phải tệp"),
    (r"\w+ '(.+)' is not readable\.", r"không đọc được “\1”"),
    (r"\w+ '(.+)' is not writable\.", r"không ghi được “\1”"),
)
_SEE_HELP = Text("xem `cascade --help` hoặc `cascade LỆNH --help`", "see `cascade --help`")
_BROKE = Text("phần mềm gặp lỗi không lường trước", "the software met an unforeseen error")
_REPORT = Text("báo lỗi này kèm câu lệnh đã gõ", "report this with the command you typed")


class Stopped(Exception):
    """The command is done and has said so: only its exit code is left to give."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Misused(Protocol):
    """A complaint of the command line parser."""

    def format_message(self) -> str:
        """Return what is wrong with the command."""
        ...


def exit_code(error: CascadeError) -> int:
    """Return the exit code that an error of the tree in `graph.errors` stands for."""
    return next((code for wide, code in _CODES if isinstance(error, wide)), BROKEN)


def tell(error: CascadeError, language: str, console: Console) -> None:
    """Write place, message and remedy; of a register every problem, one line each."""
    if isinstance(error, RegisterError):
        for problem in error.problems:
            _write(problem.told(language), console)
    _write(error.told(language), console, _ERROR.within(language))


def tell_misuse(error: Misused, language: str, console: Console) -> None:
    """Write what the parser of the command line did not understand."""
    message = f"{_USAGE.within(language)}: {_misuse(error.format_message(), language)}"
    _write(f"{message} → {_SEE_HELP.within(language)}", console, _ERROR.within(language))


def tell_broken(error: Exception, language: str, console: Console) -> None:
    """Write that the software broke, without a traceback."""
    what = f"{_BROKE.within(language)} ({type(error).__name__}: {error})"
    _write(f"{what} → {_REPORT.within(language)}", console, _ERROR.within(language))


def tell_problems(problems: Sequence[str], console: Console) -> None:
    """Write one line for each thing that failed."""
    for problem in problems:
        _write(problem, console)


def _misuse(message: str, language: str) -> str:
    """Return a complaint of the parser in the reader's language."""
    if language == "en":
        return message
    invalid = _INVALID_VALUE.fullmatch(message)
    if invalid:
        why = _translated(invalid["why"], _INVALID).replace("'", "")
        return f"giá trị của {invalid['of']} không hợp lệ: {why}"
    return _translated(message, _MISUSES)


def _translated(message: str, patterns: tuple[tuple[str, str], ...]) -> str:
    found = (re.fullmatch(pattern, message) for pattern, _ in patterns)
    told = (
        match.expand(vietnamese)
        for match, (_, vietnamese) in zip(found, patterns, strict=True)
        if match
    )
    return next(told, message)


def _write(text: str, console: Console, head: str = "") -> None:
    line = Line.assemble((f"{head}: " if head else "", STRONG), printable(text))
    console.print(line, soft_wrap=True)
