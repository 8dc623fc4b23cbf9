"""The commands that read texts: extract (print what is read) and ingest (bring it in)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from api import words
from api.cli.failing import SOME_FAILED, Stopped, tell_problems
from api.cli.logged import logged
from api.cli.options import ReadingFormat
from api.cli.session import Session, parse_day
from api.render.reading_pages import reading_page
from api.render.readings import reading_lines
from graph.errors import CascadeError, InputError, QuestionError, StoreMissing, Text
from graph.extract.interchange import as_json
from graph.extract.pipeline import extract as read_text
from graph.extraction import Article, Extraction
from graph.ingest import IngestReport, bring
from graph.knowledge import knowledge_of
from graph.model import PartialDate, Taught
from graph.read.article import Hints, Piece, pieces_of, read_article
from graph.read.formats.known import SUFFIXES, by_suffix
from graph.read.formats.rows import HEADINGS
from graph.read.register import default_register, read_register
from graph.review import taught_in
from graph.store.local import LocalStore
from graph.workers import reading

_EXTENSION = {
    ReadingFormat.JSON: "json",
    ReadingFormat.HTML: "html",
    ReadingFormat.TABLE: "txt",
}
_NAMES = " ".join(SUFFIXES)
_FEWEST_WORDS = 3  # of a reason
_TEXTS_A_WORKER = 100
_MOST_WORKERS = 4  # one process stores what they read: more would wait for it
_ABOUT_THE_FOLDER = {"readme", "license", "licence", "notice", "changelog"}
Columns = Annotated[
    str | None,
    typer.Option(
        metavar="KIND=HEADING,...",
        help="Cột của sổ CSV, XLSX khi tiêu đề không tự nói / Columns of a register (CSV, XLSX): "
        f"{', '.join(HEADINGS)}.",
    ),
]


def extract(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=f"Tệp / Files: {_NAMES}.")],
    format: Annotated[
        ReadingFormat,
        typer.Option(
            help="json: định dạng trao đổi; html: một trang đứng riêng / "
            "json: the interchange format; html: one page that stands alone."
        ),
    ] = ReadingFormat.TABLE,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            file_okay=False,
            help="Ghi mỗi bài một tệp vào thư mục này / Write one file a text into this folder.",
        ),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Vì sao là văn bản này mà không phải văn bản khác / "
            "Why this document and no other.",
        ),
    ] = False,
    columns: Columns = None,
) -> None:
    """Đọc bài, in điều đọc được / Print what is read in texts."""
    session: Session = context.obj
    problems: list[CascadeError] = []
    read = _reader(_taught(session))
    written: set[str] = set()
    pieces = [piece for file in files for piece in pieces_of(file)]
    several = len(pieces) > 1
    for article in _articles(pieces, Hints(columns=_columns(columns)), problems):
        told = _told(read(article), format, session, explain=explain, several=several)
        if out is None:
            session.write(told)
        elif article.identifier in written:
            problems.append(_same_stem(article, out))
        else:
            written.add(article.identifier)
            _write(out / f"{article.identifier}.{_EXTENSION[format]}", told)
    _finish(problems, session)


def ingest(  # noqa: PLR0913, PLR0917  (its options)
    context: typer.Context,
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...", help=f"Tệp hoặc thư mục chứa chúng / Files or folders: {_NAMES}."
        ),
    ],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Ngày đăng / Day of publication.")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(help="Báo hoặc trang đăng / Paper or site.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="Địa chỉ của bài / Address of the text.")] = None,
    province: Annotated[
        str | None, typer.Option(help="Tỉnh, thành phố của bài / Province it is about.")
    ] = None,
    columns: Columns = None,
    allow_restricted: Annotated[
        str | None,
        typer.Option(
            metavar="REASON",
            help="Nạp cả văn bản có dấu mật hoặc lưu hành nội bộ, vì sao; ghi vào nhật ký / "
            "Bring in texts marked secret or internal as well, and why; it is logged.",
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            help="Số tiến trình đọc bài, 1: cả việc chỉ dùng một nhân; bỏ trống: theo số bài và "
            "số nhân / Processes that read, with 1 all of it takes one core; by default as the "
            "texts and the cores ask for.",
        ),
    ] = None,
) -> None:
    """Đọc bài, nạp vào kho kèm câu trích / Bring texts into the store."""
    session: Session = context.obj
    day = parse_day(published, "--published") if published else None
    hints = Hints(
        PartialDate(day.year, day.month, day.day) if day else None,
        publisher,
        url,
        province,
        _columns(columns),
        restricted=_answered_for(allow_restricted),
    )
    files = [piece for path in paths for file in _texts(path) for piece in pieces_of(file)]
    about = ", ".join(map(str, paths))
    if allow_restricted:
        about = f"--allow-restricted: {allow_restricted.strip()}; {about}"
    with logged(session, "ingest", about) as entry:
        report = _brought_in(session, files, hints, workers)
        entry.generation = report.generation
    language = session.language
    counts = ", ".join(
        words.counted(count, one, many, language)
        for count, (one, many) in zip(
            (len(report.sources), report.documents, report.claims), words.INGESTED, strict=True
        )
    )
    vi, en = ("Đã nạp", "Brought in") if report.changed else ("Không có gì thay đổi", "No change")
    session.say(f"{vi}: {counts}.", f"{en}: {counts}.")
    session.say(
        f"Kho (thế hệ): {session.place} ({report.generation})",
        f"Store (generation): {session.place} ({report.generation})",
    )
    _finish(list(report.problems), session)


def _answered_for(reason: str | None) -> bool:
    """Tell whether restricted texts are allowed; a reason has to say something."""
    if reason is not None and len(reason.split()) < _FEWEST_WORDS:
        raise QuestionError(
            Text("chưa nói rõ vì sao được nạp văn bản mật", "it is not said why that is allowed"),
            place="--allow-restricted",
            remedy=Text(
                "viết lý do, như “đã giải mật theo Quyết định 12-QĐ/TU”",
                "give the reason, such as “declassified by Decision 12-QĐ/TU”",
            ),
        )
    return reason is not None


def _brought_in(
    session: Session, files: list[Path | Piece], hints: Hints, asked: int | None
) -> IngestReport:
    """Read files, in other processes if they are to be several, and bring the texts in.

    Who asks for one gives one processor to all of it.
    """
    now = datetime.now(UTC)
    workers = asked or _usual_workers(len(files))
    store = LocalStore(session.place, processors=asked) if asked else session.store
    with session.progress() as progress, ExitStack() as stack:
        read = stack.enter_context(reading(files, hints, now, workers, _taught(session)))
        return bring(
            store,
            read.results,
            linker=read.linker,
            now=now,
            progress=lambda what, done, _: progress(what, done, len(files)),
            known=read.hear,
            expected=len(files),
        )


def _usual_workers(files: int) -> int:
    """Return how many processes read so many files: starting one costs as much as fifty texts."""
    return max(1, min(files // _TEXTS_A_WORKER, os.cpu_count() or 1, _MOST_WORKERS))


def _taught(session: Session) -> tuple[Taught, ...]:
    """Return what reviewers taught the store; nothing where there is no store yet."""
    try:
        with session.reading() as reader:
            return taught_in(reader)
    except StoreMissing:
        return ()


def _reader(taught: tuple[Taught, ...]) -> Callable[[Article], Extraction]:
    """Return what reads one text with what the register knows, and reviewers said beside it."""
    knowledge = knowledge_of(read_register(default_register())[0], taught)
    return lambda article: read_text(article, knowledge)


def _texts(path: Path) -> Iterator[Path]:
    """Yield a file, or those of a folder in a format that is read, in the order of their names."""
    if path.is_dir():
        inside = path.rglob("*")
        yield from sorted(file for file in inside if by_suffix(file.name) and _is_text(file))
    else:
        yield path


def _is_text(file: Path) -> bool:
    """Tell whether a file of a folder is meant.

    Not one that a program hides or holds open, nor one that speaks of the folder itself.
    """
    if file.stem.lower() in _ABOUT_THE_FOLDER or file.name.startswith((".", "~$")):
        return False
    return file.is_file()


def _columns(told: str | None) -> tuple[tuple[str, str], ...]:
    """Return kinds of columns with their headings, as an option tells them."""
    pairs = [tuple(part.strip() for part in one.split("=", 1)) for one in (told or "").split(",")]
    named = [pair for pair in pairs if pair != ("",)]
    for pair in named:
        if len(pair) != len(("kind", "heading")) or pair[0] not in HEADINGS or not pair[1]:
            raise QuestionError(
                Text(f"không hiểu cột “{'='.join(pair)}”", f"no column: “{'='.join(pair)}”"),
                place="--columns",
                remedy=Text(
                    f"viết như number=Số VB,issued=Ngày; loại cột: {', '.join(HEADINGS)}",
                    f"write number=HEADING,issued=HEADING; kinds: {', '.join(HEADINGS)}",
                ),
            )
    return tuple((kind, heading) for kind, heading in named)


def _articles(
    files: list[Path | Piece], hints: Hints, problems: list[CascadeError]
) -> Iterator[Article]:
    """Yield the texts that can be read; note why the others cannot."""
    for file in files:
        try:
            yield read_article(file, hints)
        except InputError as error:
            problems.append(error)


def _told(
    extraction: Extraction,
    format: ReadingFormat,
    session: Session,
    *,
    explain: bool,
    several: bool,
) -> str:
    if format is ReadingFormat.JSON:
        return as_json(extraction, indent=None if several else 1)
    if format is ReadingFormat.HTML:
        return reading_page(extraction, session.language, explain=explain)
    lines = reading_lines(extraction, session.screen, explain=explain)
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def _write(file: Path, content: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f".{file.name}.new")
        fresh.write_text(content if content.endswith("\n") else content + "\n", encoding="utf-8")
        fresh.replace(file)
    except OSError as error:
        raise InputError(
            Text("không ghi được tệp này", "the file cannot be written"),
            place=str(file),
            remedy=Text("kiểm tra thư mục và quyền ghi", "check the folder and the right to write"),
        ) from error


def _same_stem(article: Article, out: Path) -> InputError:
    return InputError(
        Text("hai tệp cùng tên, tệp sau không ghi", "two files of one name; the later is left out"),
        place=str(out / article.identifier),
        remedy=Text("đổi tên một tệp", "rename one of the files"),
    )


def _finish(problems: list[CascadeError], session: Session) -> None:
    if problems:
        tell_problems([problem.told(session.language) for problem in problems], session.err)
        raise Stopped(SOME_FAILED)
