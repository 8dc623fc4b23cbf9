"""How certain a claim is, in words: how plainly it is said, and how far its reading is trusted."""

from __future__ import annotations

from api import words


def certain(certainty: str | None, confidence: float | None, language: str) -> str:
    """Return what a reader should know of how certain a claim is; empty where there is nothing.

    Parameters
    ----------
    certainty : how plainly the text says it.
    confidence : from 0 to 1, the least share in which the rule that read it was right.
    language : `en` for English, Vietnamese otherwise.
    """
    plainly = words.CERTAINTIES.get(certainty or "")
    parts = [plainly.within(language)] if plainly else []
    if confidence is not None:
        share = f"{round(100 * confidence)}%"
        parts.append(words.said(f"tin cậy từ {share}", f"trusted from {share}", language))
    return ", ".join(parts)
