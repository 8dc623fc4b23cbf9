"""Pages that are pictures, read by Tesseract where it is installed with its Vietnamese.

Each page is drawn at the density that Tesseract is made for and given to a process of its own,
which is ended when it takes too long.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from graph.errors import InputError, Text

#: Pages that are read at most, and seconds that one may take.
MOST_PAGES, SECONDS = 80, 90
_COMMAND = "tesseract"
_DENSITY = 300  # dots an inch
_MOST_DOTS = 40_000_000  # of one page
_MEMORY = 2 << 30


def words_of_pictures(
    document: pdfium.PdfDocument, pages: Sequence[int], place: str
) -> Iterator[str]:
    """Yield the words of pages that are pictures.

    Parameters
    ----------
    document : holds the pages.
    pages : which of them.
    place : what the file is called, for messages.

    Raises
    ------
    InputError : no OCR is installed, there are too many pages, or one takes too long.
    """
    if not _can_read():
        raise _no_ocr(place, len(pages))
    if len(pages) > MOST_PAGES:
        raise _too_many(place, len(pages))
    for number in pages:
        yield _words(_picture(document[number]), f"{place}:{number + 1}")


@cache
def _can_read() -> bool:
    """Tell whether Tesseract with Vietnamese is installed."""
    command = shutil.which(_COMMAND)
    if command is None:
        return False
    try:
        told = subprocess.run(  # noqa: S603  (a fixed command)
            [command, "--list-langs"], capture_output=True, text=True, check=False, timeout=SECONDS
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return "vie" in told.stdout.split()


def _picture(page: pdfium.PdfPage) -> bytes:
    """Return a page drawn in grey, as PGM."""
    width, height = page.get_size()
    scale = _DENSITY / 72
    if width * height * scale * scale > _MOST_DOTS:
        scale = (_MOST_DOTS / (width * height)) ** 0.5
    drawn = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    try:
        rows = memoryview(drawn.buffer)
        lines = (
            bytes(rows[at * drawn.stride : at * drawn.stride + drawn.width])
            for at in range(drawn.height)
        )
        return b"P5 %d %d 255\n" % (drawn.width, drawn.height) + b"".join(lines)
    finally:
        drawn.close()


def _words(picture: bytes, place: str) -> str:
    command = [_COMMAND, "stdin", "stdout", "-l", "vie", "--psm", "4", "--dpi", str(_DENSITY)]
    command += ["-c", "preserve_interword_spaces=1"]
    try:
        told = subprocess.run(  # noqa: S603  (a fixed command; the page is its standard input)
            command,
            input=picture,
            capture_output=True,
            check=False,
            timeout=SECONDS,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            preexec_fn=_bounded,
        )
    except subprocess.TimeoutExpired as error:
        raise _failed(place, f"> {SECONDS} s") from error
    except OSError as error:
        raise _failed(place, str(error)) from error
    if told.returncode:
        raise _failed(place, f"{told.returncode}")
    return told.stdout.decode("utf-8", "replace").replace("\x0c", "")


def _bounded() -> None:
    """Bound the process that reads a page; called in it before it begins."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _no_ocr(place: str, pages: int) -> InputError:
    return InputError(
        Text(
            f"{pages} trang là ảnh quét, cần nhận dạng chữ (OCR) mà ở đây không có",
            f"{pages} pages are pictures and need OCR, which is not installed here",
        ),
        place=place,
        remedy=Text(
            "cài tesseract-ocr và tesseract-ocr-vie (apt-get install) rồi nạp bằng `cascade "
            "ingest`, hoặc dùng bản có chữ",
            "install tesseract-ocr and tesseract-ocr-vie (apt-get install) and use `cascade "
            "ingest`, or take an edition with text",
        ),
    )


def _too_many(place: str, pages: int) -> InputError:
    return InputError(
        Text(f"{pages} trang ảnh, nhiều nhất {MOST_PAGES}", f"{pages} of {MOST_PAGES} pictures"),
        place=place,
        remedy=Text("tách thành từng văn bản", "split it into single texts"),
    )


def _failed(place: str, why: str) -> InputError:
    return InputError(
        Text(f"nhận dạng chữ trang này không xong ({why})", f"OCR of this page failed ({why})"),
        place=place,
        remedy=Text(
            "chạy ocrmypdf -l vie trên tệp rồi nạp lại", "run ocrmypdf -l vie on it, bring it again"
        ),
    )
