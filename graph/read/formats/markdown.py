"""Markdown: the words without their marks; a row of a table is a line, its cells parted by tabs."""

from __future__ import annotations

import re

from graph.read.formats.plain import decoded
from graph.read.formats.taken import Taken

_FRONT = re.compile(r"\A---[ \t]*\n.{0,4000}?\n---[ \t]*\n", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]\n]{0,400}\]\([^)\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,1000})\]\([^)\n]{0,2000}\)")
_STRONG = re.compile(r"(\*\*\*|\*\*|__|~~|`)(?=\S)([^\n]{1,2000}?)(?<=\S)\1")
_LIGHT = re.compile(r"(?<![\w*])[*_](?=[^\s*_])([^*_\n]{1,1000}?)(?<=[^\s*_])[*_](?![\w*])")
_OPENING = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|(?:>[ \t]?){1,8})", re.MULTILINE)
_FENCE = re.compile(r"^[ \t]{0,3}(?:```|~~~).*$", re.MULTILINE)
_RULE, _RULES = re.compile(r"^[ \t|:*_-]+$", re.MULTILINE), ("---", "***", "___")
_ROW = re.compile(r"^[ \t]*\|(.*)\|[ \t]*$", re.MULTILINE)


def markdown_text(content: bytes, place: str) -> Taken:
    """Return the text of a Markdown file.

    Raises
    ------
    InputError : it is no text.
    """
    text = decoded(content, place).replace("\r\n", "\n")
    text = _without_comments(_FRONT.sub("", text))
    for pattern in (_IMAGE, _FENCE):
        text = pattern.sub("", text)
    text = _OPENING.sub("", _RULE.sub(_no_rule, text))
    text = _ROW.sub(_row, text)
    for pattern, kept in ((_LINK, r"\1"), (_STRONG, r"\2"), (_LIGHT, r"\1")):
        text = pattern.sub(kept, text)
    return Taken(text.replace("\\", ""))


def _without_comments(text: str) -> str:
    """Return a text without comments; what opens one that never ends stays."""
    kept: list[str] = []
    start = 0
    while (opened := text.find("<!--", start)) >= 0:
        closed = text.find("-->", opened + len("<!--"))
        if closed < 0:
            break
        kept.append(text[start:opened])
        start = closed + len("-->")
    return "".join((*kept, text[start:]))


def _no_rule(found: re.Match[str]) -> str:
    return "" if any(rule in found[0] for rule in _RULES) else found[0]


def _row(found: re.Match[str]) -> str:
    return "\t".join(cell.strip() for cell in found[1].split("|"))
