"""Official files as the tests see them: their words, and what a person found in them.

`official.json` holds facts and offsets only, never the text. Offsets count words (`\\w+` of the
text in NFC) from the start of the file, the end excluded: they hold whatever a converter does with
spaces, line ends and tables drawn with blanks. Words of text boxes and of Word's field codes count
nowhere; tables are read row by row, as they stand in the file.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

FACTS = Path(__file__).with_name("official.json")
_BREAK = re.compile(r"<w:(?:br|tab|cr)\b[^>]*/>|</w:p>")
_HIDDEN = re.compile(r"<(w:instrText|w:delText|wp:anchor|mc:Fallback)\b[^>]*>.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@cache
def facts() -> tuple[Mapping[str, Any], ...]:
    """Return what stands in each file: one object a file."""
    told: list[Mapping[str, Any]] = json.loads(FACTS.read_text(encoding="utf-8"))
    return tuple(told)


def text_of(file: Path) -> str:
    """Return the text of a .docx or .txt file."""
    if file.suffix == ".txt":
        return unicodedata.normalize("NFC", file.read_text(encoding="utf-8"))
    with zipfile.ZipFile(file) as parts:
        body = parts.read("word/document.xml").decode("utf-8")
    plain = _TAG.sub("", _BREAK.sub("\n", _HIDDEN.sub("", body)))
    return unicodedata.normalize("NFC", html.unescape(plain))


def words_of(text: str) -> list[str]:
    """Return the words of a text, lower case."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())


def fingerprint(words: Iterable[str]) -> str:
    """Return what stands for a title that is not kept."""
    return hashlib.sha256(" ".join(words).encode("utf-8")).hexdigest()
