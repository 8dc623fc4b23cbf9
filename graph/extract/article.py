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
    starts_of,
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
    line_starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]
    dateline: Dateline
    title: str | None

    def span(self, start: int, end: int) -> Span:
        """Return a span that proves itself."""
        return Span(start, end, self.article.text[start:end])

    def sentence(self, offset: int) -> Stretch:
        """Return the sentence in which an offset lies."""
        return at(self.sentences, self.sentence_starts, offset)

    def paragraph(self, offset: int) -> Stretch:
        """Return the paragraph in which an offset lies."""
        return at(self.lines, self.line_starts, offset)


def prepare(article: Article, knowledge: Knowledge) -> Prepared:
    """Fold and cut an article, and read its dateline."""
    folded = fold(article.text)
    lines = lines_of(article.text)
    sentences = sentences_of(folded, lines)
    return Prepared(
        article,
        folded,
        lines,
        sentences,
        starts_of(lines),
        starts_of(sentences),
        dateline_of(folded, lines, knowledge, article.published, article.province),
        article.title or title_of(folded, lines),
    )
