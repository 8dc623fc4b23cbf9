"""An article made ready to be read: foldings, structure and dateline, once for all stages."""

from __future__ import annotations

from dataclasses import dataclass

from graph.extract.gazetteer import Knowledge
from graph.extract.structure import (
    Dateline,
    Stretch,
    at,
    dateline_of,
    lines_of,
    sentences_of,
    title_of,
)
from graph.extract.text import Folded, fold
from graph.extraction import Article, Span


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article with its foldings, lines (a paragraph is one line), sentences and dateline."""

    article: Article
    folded: Folded
    lines: tuple[Stretch, ...]
    sentences: tuple[Stretch, ...]
    dateline: Dateline
    title: str | None

    def span(self, start: int, end: int) -> Span:
        """Return a span that proves itself."""
        return Span(start, end, self.article.text[start:end])

    def sentence(self, offset: int) -> Stretch:
        """Return the sentence in which an offset lies."""
        return at(self.sentences, offset)

    def paragraph(self, offset: int) -> Stretch:
        """Return the paragraph in which an offset lies."""
        return at(self.lines, offset)


def prepare(article: Article, knowledge: Knowledge) -> Prepared:
    """Fold and cut an article, and read its dateline."""
    folded = fold(article.text)
    lines = lines_of(article.text)
    return Prepared(
        article,
        folded,
        lines,
        sentences_of(folded, lines),
        dateline_of(folded, lines, knowledge, article.published, article.province),
        article.title or title_of(folded, lines),
    )
