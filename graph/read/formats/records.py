"""JSON lines: each line is a text with what is known of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import InputError, Text
from graph.read.formats.book import marked
from graph.read.formats.plain import decoded
from graph.read.formats.taken import Taken

SUFFIXES = (".jsonl", ".ndjson")
_TEXT = ("text", "content", "body", "noi_dung", "noidung", "fulltext")
_TITLE, _NAME = ("title", "tieu_de", "headline"), ("name", "id", "slug", "ma")
_PUBLISHED = ("published", "published_at", "date", "ngay", "ngay_dang")
_URL, _PUBLISHER = ("url", "link", "address"), ("publisher", "source", "site", "nguon")
_PROVINCE = ("province", "tinh")
_SECRECY = ("secrecy", "do_mat", "domat", "muc_do_mat", "dau_mat", "độ mật")
_HALF = re.compile("[\ud800-\udfff]")  # of a letter: what was cut from a longer text
_DAY = 10  # characters of a day written YYYY-MM-DD


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a file: `line` counts from 1, the bytes run from `start` to `end`."""

    line: int
    start: int
    end: int


def records(content: bytes) -> Iterator[Record]:
    """Yield the lines of a file that are not blank."""
    start, line = 0, 0
    while start < len(content):
        line += 1
        stop = content.find(b"\n", start)
        end = stop if stop >= 0 else len(content)
        if content[start:end].strip():
            yield Record(line, start, end)
        start = end + 1


def record_text(content: bytes, place: str) -> Taken:
    """Return the text of one line.

    Raises
    ------
    InputError : it is no JSON object, has no text, or has half a character.
    """
    try:
        told: Any = json.loads(decoded(content, place))
    except (ValueError, RecursionError) as error:
        raise _no_record(place, "JSON") from error
    text = _first(told, _TEXT) if isinstance(told, dict) else None
    if text is None:
        raise _no_record(place, _TEXT[0])
    if any(isinstance(said, str) and _HALF.search(said) for said in told.values()):
        raise _half_letter(place)
    title = _first(told, _TITLE)
    if title and title not in text[: len(title) + _DAY]:
        text = f"{title}\n{text}"
    published = _first(told, _PUBLISHED)
    return Taken(
        text,
        tuple(marked([_first(told, _SECRECY) or ""], 1)),
        title=title,
        published=published[:_DAY] if published else None,
        publisher=_first(told, _PUBLISHER),
        url=_first(told, _URL),
        province=_first(told, _PROVINCE),
        name=_first(told, _NAME),
    )


def _first(told: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    lowered = {str(key).lower(): value for key, value in told.items()}
    found = (lowered.get(name) for name in names)
    return next((said.strip() for said in found if isinstance(said, str) and said.strip()), None)


def _half_letter(place: str) -> InputError:
    return InputError(
        Text("dòng này có nửa ký tự Unicode (\\ud800–\\udfff)", "this line has half a character"),
        place=place,
        remedy=Text(
            "bỏ ký tự đó, hoặc ghi lại tệp từ nguồn mà không cắt giữa ký tự",
            "leave it out, or write the file again without cutting characters",
        ),
    )


def _no_record(place: str, lacking: str) -> InputError:
    return InputError(
        Text(f"dòng này thiếu “{lacking}”", f"this line has no “{lacking}”"),
        place=place,
        remedy=Text(
            'mỗi dòng là một đối tượng JSON: {"text": …, "title": …, "published": …, "url": …}',
            'each line is a JSON object: {"text": …, "title": …, "published": …, "url": …}',
        ),
    )
