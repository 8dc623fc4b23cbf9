"""What a Vietnamese syllable may look like: for telling writing from a wrong table of letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
_NUCLEUS = "(?:iê|yê|uyê|uô|ươ|uâ|uê|uơ|oă|oa|oe|ia|ya|uya|ua|ưa|uy|ie|oo|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)"
_CODA = "(?:ch|ng|nh|[cmnptiouy])?"
_SYLLABLE = re.compile(_ONSET + _NUCLEUS + _CODA)
_ACCENTED = re.compile(r"[^\W\d_]*[^\x00-\x7f\W\d_][^\W\d_]*")
_ENOUGH = 400  # words looked at: the share of right ones is known well enough then


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Tell whether a word in NFC may be a syllable: its letters in order, one tone at most."""
    parts = unicodedata.normalize("NFD", word.lower())
    bare = unicodedata.normalize("NFC", _TONES.sub("", parts))
    return len(_TONES.findall(parts)) <= 1 and _SYLLABLE.fullmatch(bare) is not None


def accented(text: str) -> list[str]:
    """Return words of a text that hold letters beyond ASCII, from its beginning, some hundred."""
    found: list[str] = []
    for word in _ACCENTED.finditer(text):
        found.append(word[0])
        if len(found) == _ENOUGH:
            break
    return found


def share(text: str) -> float:
    """Return what share of the accented words of a text are syllables; 0 where there are none."""
    words = accented(text)
    return sum(map(is_syllable, words)) / len(words) if words else 0.0
