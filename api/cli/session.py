"""What every command needs: where the store lies, the language, and where to write."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text as Line

from api import words
from api.cli.failing import NOT_ANSWERABLE, Stopped, tell
from api.render.documents import candidates_lines
from api.render.screen import Screen, show
from graph.errors import AmbiguousDocument, QuestionError, Text
from graph.lineage.documents import find_document
from graph.model import Document
from graph.store.failures import store_failures
from graph.store.local import LocalStore
from graph.store.protocol import Reader

LANGUAGES = ("vi", "en")

_STORE = Path(".cascade") / "store"
_ASK_AGAIN = Text("hỏi lại bằng cách viết ở cột đầu", "ask with what stands in the first column")
_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command."""

    place: Path
    language: str
    out: Console
    err: Console

    @property
    def store(self) -> LocalStore:
        """Return the store at that place; it need not exist yet."""
        return LocalStore(self.place)

    @property
    def screen(self) -> Screen:
        """Return how answers are laid out here."""
        return Screen(self.language, self.out.width if self.out.is_terminal else None)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Open the newest generation; failures of the disk while it is read are told as such."""
        with self.store.read() as reader, store_failures(self.place):
            yield reader

    def document(self, reader: Reader, text: str) -> Document:
        """Return the one document that `text` names; of several, list them all and stop."""
        try:
            return find_document(reader, text)
        except AmbiguousDocument as error:
            found = [find_document(reader, spelling) for spelling in error.spellings]
            tell(QuestionError(error.message, remedy=_ASK_AGAIN), self.language, self.err)
            width = self.err.width if self.err.is_terminal else None
            show(self.err, candidates_lines(found, Screen(self.language, width)))
            raise Stopped(NOT_ANSWERABLE) from error

    @contextmanager
    def progress(self) -> Iterator[Callable[[str, int, int], None]]:
        """Show on a terminal how far the work has come; piped, say nothing."""
        with self.err.status("") as status:

            def told(stage: str, done: int, of: int) -> None:
                text = words.STAGES[stage].within(self.language) if stage in words.STAGES else stage
                status.update(Line(f"{text} {done}/{of}" if of else text))

            yield told

    def say(self, vi: str, en: str) -> None:
        """Write one line of ours in the reader's language."""
        self.show([*self.screen.wrapped(Text(vi, en).within(self.language), "")])

    def show(self, lines: Iterable[Line]) -> None:
        """Write lines for people."""
        show(self.out, lines)

    def write(self, text: str) -> None:
        """Write text for programs exactly as it is: JSON, CSV, Turtle."""
        if text:
            self.out.file.write(text if text.endswith("\n") else text + "\n")


def console(*, errors: bool) -> Console:
    """Return a console that takes no text for markup, and writes UTF-8 wherever it can."""
    stream = sys.stderr if errors else sys.stdout
    return Console(file=stream, markup=False, highlight=False, emoji=False)


def locate(option: Path | None, environment: Mapping[str, str], folder: Path) -> Path:
    """Return where the store lies.

    The option wins, then CASCADE_STORE, then the nearest `.cascade/store` from the working folder
    upwards, then `.cascade/store` in the working folder.
    """
    if option is not None:
        return option
    if environment.get("CASCADE_STORE"):
        return Path(environment["CASCADE_STORE"])
    above = (parent / _STORE for parent in (folder, *folder.parents))
    return next((place for place in above if place.is_dir()), folder / _STORE)


def language_of(option: str | None, environment: Mapping[str, str]) -> str:
    """Return the language of the answers: the option, CASCADE_LANG, else Vietnamese."""
    wanted = (option or environment.get("CASCADE_LANG") or LANGUAGES[0]).lower()
    if wanted not in LANGUAGES:
        raise QuestionError(
            Text(f"không có ngôn ngữ “{wanted}”", f"there is no language “{wanted}”"),
            place="--lang",
            remedy=Text("chọn vi hoặc en", "choose vi or en"),
        )
    return wanted


def parse_day(text: str, option: str) -> date:
    """Read a day as `2022-08-18`, or as Vietnamese documents write it, `18-8-2022`, `18/8/2022`."""
    written = _DAY.fullmatch(text.strip())
    try:
        if written:
            day, month, year = map(int, written.groups())
            return date(year, month, day)
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise QuestionError(
            Text(f"“{text}” không phải là ngày", f"“{text}” is no day"),
            place=option,
            remedy=Text("viết 2022-08-18 hoặc 18-8-2022", "write 2022-08-18 or 18-8-2022"),
        ) from error
