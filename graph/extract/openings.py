"""Patterns that open with one of a few words, tried only where such a word stands in a text.

Each of the many rules would otherwise search the whole text for its own words. Here the words of
all of them are looked for at once, by one Aho-Corasick automaton, when the first rule asks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from threading import Lock

from ahocorasick_rs import AhoCorasick, Implementation

from graph.extract.phrases import at_word, plain_opening

_NUMBER = re.compile(r"\d+")
#: Every pattern that was made, by which the automaton is told which words to look for.
_ALL: list[Opened] = []
_MAKING = Lock()  # some are made when first needed, maybe by two threads


class Opened:
    """A pattern, and the words of which every match begins with one, where a word begins.

    Made once, when a module is loaded; `words` are in the spelling of a folded text. `shaped` =
    the pattern tells small letters from capitals: it is for the shaped spelling of the text. A
    pattern without words opens with the first figure of a number.
    """

    def __init__(self, pattern: str, words: Iterable[str] = (), *, shaped: bool = False) -> None:
        self.pattern = re.compile(pattern)
        self.shaped = shaped
        self.words = _shortest(words)
        with _MAKING:
            self.place = len(_ALL)
            _ALL.append(self)

    def finditer(
        self, openings: Openings, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Yield what the pattern's own `finditer` would.

        Parameters
        ----------
        openings : the opening words of the text.
        start, end : the stretch that is searched, in characters; None = up to the end.
        """
        match, text = self.pattern.match, openings.shaped if self.shaped else openings.folded
        stop = len(text) if end is None else end
        for at in self.places(openings, start, stop):
            if at >= start:
                found = match(text, at, stop)
                if found is not None:
                    start = found.end()
                    yield found

    def places(self, openings: Openings, start: int, end: int) -> Sequence[int]:
        """Return where the opening words of the pattern stand in a stretch, in order."""
        found = openings.found
        places = found[self.place] if self.place < len(found) else openings.search()[self.place]
        if not places or (start <= places[0] and places[-1] < end):
            return places
        return places[bisect_left(places, start) : bisect_left(places, end)]


def opened_by(
    phrases: Iterable[str],
    *barred: str,
    behind: str = r"(?!\w)",
    group: str = "",
    words: Iterable[str] | None = None,
    shaped: bool = False,
) -> Opened:
    """Return the pattern of phrases where a word begins (`at_word`), with its opening words.

    Parameters
    ----------
    phrases : patterns; each opens with plain letters.
    barred : what none stands behind, as `at_word` takes it.
    behind : a pattern for what follows them.
    group : a name for the group that is to hold them.
    words : what every match opens with, where that is more than what the phrases tell.
    shaped : they tell small letters from capitals.
    """
    listed = list(phrases)
    spelt = at_word(listed, *barred)
    opening = map(plain_opening, listed) if words is None else words
    whole = f"(?P<{group}>{spelt}){behind}" if group else f"{spelt}{behind}"
    return Opened(whole, (word.lower() if shaped else word for word in opening), shaped=shaped)


def known() -> Sequence[Opened]:
    """Return every pattern of this kind, in the order in which they were made."""
    return tuple(_ALL)


def _shortest(words: Iterable[str]) -> Sequence[str]:
    """Return the words of which none begins with another: each place is found once."""
    kept: list[str] = []
    for word in sorted(words):
        if not word[:1].isalpha():
            raise ValueError(f"an opening word begins with a letter: {word!r}")
        if not (kept and word.startswith(kept[-1])):
            kept.append(word)
    return kept


class Openings:
    """Where the opening words of all patterns stand in a text; looked for when first asked.

    `found` = for each pattern by its place among all, where its words stand; those made since the
    text was searched are missing.
    """

    def __init__(self, shaped: str, folded: str) -> None:
        self.shaped, self.folded = shaped, folded
        self.found: Sequence[Sequence[int]] = ()

    def search(self) -> Sequence[Sequence[int]]:
        """Return where the words of every pattern stand."""
        self.found = _found(self.folded, len(_ALL))
        return self.found


def _found(text: str, count: int) -> Sequence[Sequence[int]]:
    """Return where the words of each of the first patterns, or numbers, stand in a text."""
    automaton, asked = _automaton(count)
    numbers = [found.start() for found in _NUMBER.finditer(text)]
    places = [[] if one.words else numbers for one in _ALL[:count]]
    for word, start, _ in automaton.find_matches_as_indexes(text, overlapping=True):
        if not start or not text[start - 1].isalnum():
            for one in asked[word]:
                places[one].append(start)
    for found in places:
        found.sort()  # they come in the order in which they end
    return places


@lru_cache(maxsize=1)
def _automaton(count: int) -> tuple[AhoCorasick, Sequence[Sequence[int]]]:
    """Return the automaton of the first patterns, and who asked for each of its words."""
    asked: dict[str, list[int]] = defaultdict(list)
    for one in _ALL[:count]:
        for word in one.words:
            asked[word].append(one.place)
    return AhoCorasick(asked, implementation=Implementation.DFA), list(asked.values())
