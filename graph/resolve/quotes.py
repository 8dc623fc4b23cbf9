"""The sentence in which words stand, cut from the stored text as a node of evidence."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from graph.extraction import Article
from graph.folding import bare
from graph.model import Sentence
from graph.resolve.identity import digest

#: Characters looked at on each side of the words: no sentence of a newspaper is longer.
_REACH = 600
_LONGEST_WORD = 40
#: Characters that tell the beginning of a sentence: a mark that opens it and a letter.
_SEEN = 2
_END = re.compile(r"(?<=[.!?…;])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[^\W\d_])")
# A stop after these ends no sentence: TP. Hồ Chí Minh, PGS. TS. Nguyễn, T. Ư.
_SHORT = re.compile(
    r"(?:^|[\s(])(?:tp|tx|tt|ts|pgs|gs|ths|bs|ks|đ/c|đc|st|kt|tl|tm|tuq|[^\W\d_])\.$", re.IGNORECASE
)


def quoting(article: Article, source: str) -> Callable[[int, int], Sentence]:
    """Return what gives, for words of an article, the sentence that they stand in.

    The address of a sentence follows its words, not its place: it stays when other parts of the
    text change.
    """
    places = (article.url,) if article.url else ()

    @cache
    def sentence(start: int, end: int) -> Sentence:
        first, last = bounds(article.text, start, end)
        quote = article.text[first:last]
        iri = f"{source}/sentence/{digest(bare(quote), length=12)}"
        return Sentence(iri, source, quote, first, last, places, article.published)

    return sentence


def bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Return first and last position of the sentence, or sentences, around some words."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    least = max(line_start, start - _REACH)
    most = min(len(text) if line_end < 0 else line_end, end + _REACH)
    # Words that begin a sentence are told apart from the one before by their own first letters.
    before = [stop for stop in _stops(text, least, start + _SEEN) if stop <= start]
    after = [stop for stop in _stops(text, max(end - 1, start), most) if stop >= end]
    first = before[-1] if before else _word_start(text, least, line_start)
    last = after[0] if after else _word_end(text, most)
    return _trimmed(text, first, last)


def _stops(text: str, start: int, end: int) -> list[int]:
    """Return where sentences begin inside a stretch."""
    return [
        found.end()
        for found in _END.finditer(text, start, end)
        if not _SHORT.search(text[max(found.start() - 6, 0) : found.start()])
    ]


def _word_start(text: str, position: int, line_start: int) -> int:
    limit = max(line_start, position - _LONGEST_WORD)
    while position > limit and not text[position - 1].isspace():
        position -= 1
    return position


def _word_end(text: str, position: int) -> int:
    limit = min(len(text), position + _LONGEST_WORD)
    while position < limit and not text[position].isspace():
        position += 1
    return position


def _trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last
