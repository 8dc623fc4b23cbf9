"""Phrases looked for where a word begins, at little cost to the text between them."""

from __future__ import annotations

from collections.abc import Iterable


def at_word(phrases: Iterable[str], *barred: str) -> str:
    r"""Return a pattern for any of some phrases, of which none stands behind what is barred.

    Each phrase is a pattern that opens with a letter; of those that fit the first given wins.
    Barred is a word character, or else what is named. The search then leaps from one opening
    letter to the next, where a look-behind put first would be tried at every character.
    """
    rests: dict[str, list[str]] = {}
    for phrase in phrases:
        rests.setdefault(phrase[0], []).append(phrase[1:])
    behind = barred or (r"\w",)
    pieces = []
    for letter, rest in rests.items():
        bars = "".join(f"(?<!{bar}{letter})" for bar in behind)
        pieces.append(f"{letter}{bars}(?:{'|'.join(rest)})")
    return f"(?:{'|'.join(pieces)})"
