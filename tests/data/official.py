"""Official files as the tests see them: their words, and what a person found in them.

`official.json` holds facts and offsets only, never the text. Offsets count words (`\\w+` of the
text in NFC) from the start of the file, the end excluded: they hold whatever a converter does with
spaces, line ends and tables drawn with blanks.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graph.read.article import read_article

FACTS = Path(__file__).with_name("official.json")


@cache
def facts() -> tuple[Mapping[str, Any], ...]:
    """Return what stands in each file: one object a file."""
    told: list[Mapping[str, Any]] = json.loads(FACTS.read_text(encoding="utf-8"))
    return tuple(told)


def text_of(file: Path) -> str:
    """Return the text of a file."""
    return read_article(file).text


def words_of(text: str) -> list[str]:
    """Return the words of a text, lower case."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())


def fingerprint(words: Iterable[str]) -> str:
    """Return what stands for a title that is not kept."""
    return hashlib.sha256(" ".join(words).encode("utf-8")).hexdigest()
