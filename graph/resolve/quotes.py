"""The sentence in which words stand, cut from the stored text as a node of evidence."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from graph.extraction import Article
from graph.folding import bare
from graph.model import Sentence
from graph.resolve.identity import digest
from graph.sentences import ends

#: Characters looked at on each side of the words: no sentence of a newspaper is longer.
_REACH = 600
_LONGEST_WORD = 40
#: Characters behind a stop that tell whether another sentence begins there.
_AHEAD = 6


def quoting(article: Article, source: str) -> Callable[[int, int], Sentence]:
    """Return what gives, for words of an article, the sentence that they stand in.

    The address of a sentence follows its words, not its place: it stays when other parts of the
    text change.
    """
    places = (article.url,) if article.url else ()

    @cache
    def sentence(start: int, end: int) -> Sentence:
        return cut(*bounds(article.text, start, end))

    @cache
    def cut(first: int, last: int) -> Sentence:  # many words stand in one sentence
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
    first = _begin(text, least, start) or _word_start(text, least, line_start)
    last = _end(text, start, end, most) or _word_end(text, most)
    return _trimmed(text, first, last)


def _begin(text: str, least: int, start: int) -> int | None:
    """Return the last end of a sentence that lies before some words."""
    found = [stop for stop in ends(text, least, start + _AHEAD, lists=False) if stop <= start]
    return found[-1] if found else None


def _end(text: str, start: int, end: int, most: int) -> int | None:
    """Return the first end of a sentence at the end of some words, or behind it."""
    stops = ends(text, max(end - 1, start), most + _AHEAD, lists=False)
    return next((stop for stop in stops if end <= stop <= most), None)


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
