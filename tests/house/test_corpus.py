"""Our texts: in our own words, each naming the article whose facts it tells."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[2] / "data" / "corpus"
TEXTS = sorted(CORPUS.glob("*.txt"))
_RUN = 8  # words in a row that would be a copied sentence


def words(text: str) -> list[str]:
    bare = (re.sub(r"\W+", "", word.lower()) for word in text.split())
    return [word for word in bare if word]


def runs(text: str) -> set[tuple[str, ...]]:
    said = words(text)
    return {tuple(said[place : place + _RUN]) for place in range(len(said) - _RUN + 1)}


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_the_last_line_names_the_article(file: Path) -> None:
    *_, last = file.read_text(encoding="utf-8").rstrip().splitlines()
    assert re.match(r"Theo bài “.+”, (?:ngày \d{1,2}-\d{1,2}-\d{4}|không ghi ngày)", last)
    assert file.name in (CORPUS / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_no_sentence_is_copied(file: Path, shared: Path) -> None:
    articles = [one.read_text(encoding="utf-8") for one in (shared / "seeds").glob("*.txt")]
    body, _ = file.read_text(encoding="utf-8").rstrip().rsplit("\n", 1)
    assert articles
    assert not runs(body) & set().union(*map(runs, articles))
