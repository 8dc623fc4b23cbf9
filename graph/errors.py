"""The one error tree of Cascade.

    CascadeError                 everything we raise on purpose
    ├── InputError               a file, a row or a value that cannot be read as given
    │   └── RegisterError        rows of the register, all of them at once
    ├── QuestionError            not answerable as put: usage, ambiguity, a bad query
    │   ├── AmbiguousDocument    one spelling, several documents
    │   ├── QueryError           a query or parameter that is refused
    │   │   ├── LimitReached     it takes more time, memory or room than it may
    │   │   └── BeyondStore      it reaches for the network or for files
    │   └── Unacceptable         the answer cannot be given in a form that was asked for
    ├── NotFound                 nothing bears that name
    ├── GraphManaged             a graph that outside writes may not touch
    ├── Busy                     too much is asked at once
    └── StoreError               the store cannot be used
        ├── StoreMissing         there is none at that place
        ├── StoreLocked          another process writes to it
        ├── StoreReadOnly        the folder cannot be written
        ├── StoreFull            no room on the disk
        └── StoreDamaged         what lies there cannot be opened or does not add up

Every error says what is wrong, where (`place`) and what to do (`remedy`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Text:
    """One thing said in Vietnamese and in English."""

    vi: str
    en: str

    def within(self, language: str) -> str:
        """Return the text in `language`: `en` for English, Vietnamese otherwise."""
        return self.en if language == "en" else self.vi


class CascadeError(Exception):
    """Base of every error raised on purpose.

    Parameters
    ----------
    message : what is wrong, one sentence.
    place : file, line, column, option or address where it is wrong; None if it has no place.
    remedy : what the reader can do about it; None if nothing sensible can be said.
    """

    def __init__(
        self, message: Text, *, place: str | None = None, remedy: Text | None = None
    ) -> None:
        super().__init__(message.en)
        self.message = message
        self.place = place
        self.remedy = remedy

    def __reduce__(self) -> tuple[object, ...]:
        """Let another process have the error whole: message, place, remedy and what a kind adds."""
        return _again, (type(self), self.args, self.__dict__)

    def told(self, language: str = "vi") -> str:
        """Return place, message and remedy as one line in `language`."""
        place = f"{self.place}: " if self.place else ""
        remedy = f" → {self.remedy.within(language)}" if self.remedy else ""
        return f"{place}{self.message.within(language)}{remedy}"

    def __str__(self) -> str:
        return self.told("en")


def _again(
    kind: type[CascadeError], arguments: tuple[object, ...], told: dict[str, object]
) -> CascadeError:
    """Return the error that another process told of."""
    error = kind.__new__(kind)
    error.args = arguments
    error.__dict__.update(told)
    return error


def as_data(error: CascadeError) -> dict[str, Any]:
    """Return what an error says as data for JSON, from which `of_data` makes it again."""
    return {
        "kind": type(error).__name__,
        "message": asdict(error.message),
        "place": error.place,
        "remedy": asdict(error.remedy) if error.remedy else None,
    }


def of_data(data: Mapping[str, Any]) -> CascadeError:
    """Return the error that another process told, the inverse of `as_data`."""
    kind = globals()[data["kind"]]
    assert isinstance(kind, type)
    assert issubclass(kind, CascadeError)
    error = kind.__new__(kind)
    remedy = Text(**data["remedy"]) if data["remedy"] else None
    CascadeError.__init__(error, Text(**data["message"]), place=data["place"], remedy=remedy)
    return error


class InputError(CascadeError):
    """A file, a row or a value that cannot be read as given."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing wrong in one cell of a table: where it stands and how to mend it.

    `line` counts from 1 and includes the header; `column` is the column's name.
    """

    file: str
    line: int
    column: str
    value: str
    message: Text
    remedy: Text

    def told(self, language: str = "vi") -> str:
        """Return the problem as one line that names file, line, column, value and remedy."""
        return (
            f"{self.file}:{self.line}: {self.column}: “{self.value}”: "
            f"{self.message.within(language)} → {self.remedy.within(language)}"
        )


class RegisterError(InputError):
    """Rows of the register that were refused; the others were read."""

    def __init__(self, problems: tuple[RowProblem, ...]) -> None:
        super().__init__(
            Text(
                f"{len(problems)} dòng của sổ văn bản không đọc được",
                f"{len(problems)} row(s) of the register cannot be read",
            ),
            remedy=Text("sửa các ô đã nêu rồi nạp lại", "correct the cells named and load again"),
        )
        self.problems = problems


class QuestionError(CascadeError):
    """The question is not answerable as put."""


class AmbiguousDocument(QuestionError):
    """One spelling names several documents.

    Parameters
    ----------
    text : the spelling asked for.
    spellings : for each candidate, the spelling that selects it and no other.
    """

    def __init__(self, text: str, spellings: tuple[str, ...]) -> None:
        choices = "; ".join(spellings)
        super().__init__(
            Text(
                f"“{text}” chỉ {len(spellings)} văn bản",
                f"“{text}” names {len(spellings)} documents",
            ),
            remedy=Text(f"hỏi lại bằng một trong: {choices}", f"ask with one of: {choices}"),
        )
        self.text = text
        self.spellings = spellings


class QueryError(QuestionError):
    """A query or a parameter that is refused or cannot be parsed."""


class LimitReached(QueryError):
    """A query takes more time, memory or room than it may."""


class BeyondStore(QueryError):
    """A query or an update reaches for the network or for files, which none may."""


class Unacceptable(QuestionError):
    """The answer cannot be given in a form that was asked for."""


class NotFound(CascadeError):
    """Nothing in the graph bears that name."""


class GraphManaged(CascadeError):
    """A graph that only ingest, register and review change."""


class Busy(CascadeError):
    """Too much is asked at once: ask again a little later."""


class StoreError(CascadeError):
    """The store cannot be used."""


class StoreMissing(StoreError):
    """There is no store at that place."""


class StoreLocked(StoreError):
    """Another process is writing to the store."""


class StoreReadOnly(StoreError):
    """The folder of the store cannot be written."""


class StoreFull(StoreError):
    """There is no room left on the disk."""


class StoreDamaged(StoreError):
    """What lies there cannot be opened, or does not add up."""
