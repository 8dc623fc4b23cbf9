"""The gold as the tests see it: every annotated text with its annotation."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

GOLD = Path(__file__).resolve().parents[2] / "data" / "gold"
SPLITS = ("dev", "test")
#: Every folder of annotations, with the split of the texts they are of.
FOLDERS: Mapping[str, str] = {"dev": "dev", "test": "test", "second": "test"}
SECTIONS = ("documents", "officials", "bodies", "relations", "results", "assignments", "traps")


@dataclass(frozen=True)
class Annotated:
    """One text with one annotation of it."""

    folder: str
    name: str
    text: str
    said: Mapping[str, Any]

    def items(self, section: str) -> list[Mapping[str, Any]]:
        return list(self.said.get(section, ()))


@cache
def annotated() -> tuple[Annotated, ...]:
    """Return every annotation, the second ones among them where they are made."""
    return tuple(
        Annotated(folder, file.stem, text(FOLDERS[folder], file.stem), _json(file))
        for folder in FOLDERS
        for file in sorted((GOLD / folder).glob("*.json"))
    )


def text(split: str, name: str) -> str:
    """Return a text, characters as they stand."""
    return (GOLD / "texts" / split / f"{name}.txt").read_bytes().decode("utf-8")


def _json(file: Path) -> Mapping[str, Any]:
    said: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return said


@cache
def rows() -> tuple[Mapping[str, str], ...]:
    """Return the fixed list of texts."""
    with (GOLD / "split.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def spans(value: Any, path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every object that has an offset, with where it stands in the annotation."""
    if isinstance(value, dict):
        if "start" in value:
            yield path, value
        for key, inner in value.items():
            yield from spans(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from spans(inner, f"{path}[{place}]")
