"""What supports a statement, and how well, as lines."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text as Line

from api import words
from api.certainty import certain
from api.render.screen import FAINT, STRONG, Screen, joined
from graph.errors import Text
from graph.model import Evidence, Modality, Verification

_LIT = "not dim bold underline"
_WORDS_OF_SOURCE = Text("lời dẫn", "cue")


def evidence_lines(evidence: Iterable[Evidence], screen: Screen, indent: str) -> list[Line]:
    """Return each source with its standing, quote, cue and addresses."""
    lines: list[Line] = []
    for claim in evidence:
        lines += screen.wrapped(_source(claim, screen), indent + "  ", FAINT, first=indent + "↳ ")
        if claim.quote:
            lines += _quote_lines(claim, screen, indent + "  ")
        if claim.cue:
            told = f"{screen.say(_WORDS_OF_SOURCE)}: “{claim.cue}”"
            lines += screen.wrapped(told, indent + "  ", FAINT)
        if claim.decision:
            told = words.decided(claim.decision, screen.language)
            lines += screen.wrapped(told, indent + "  ", STRONG)
        for place in _places(claim, screen):
            lines += screen.wrapped(place, indent + "  ", FAINT)
    return lines


def unverified(evidence: Iterable[Evidence]) -> bool:
    """Tell whether there is evidence and all of it is unverified."""
    standings = {claim.verification for claim in evidence}
    return standings == {Verification.UNVERIFIED}


def best(evidence: Iterable[Evidence]) -> Verification | None:
    """Return how well founded the best of the evidence is; None where there is none."""
    return min((claim.verification for claim in evidence), key=lambda it: it.rank, default=None)


def _places(claim: Evidence, screen: Screen) -> tuple[str, ...]:
    """Return addresses and remarks of a source, each once."""
    places = claim.places or (screen.say(words.NO_ADDRESS),)
    told = [words.place(text, screen.language) for text in (*places, claim.note) if text]
    return tuple(dict.fromkeys(told))


def _source(claim: Evidence, screen: Screen) -> str:
    language = screen.language
    inferred = [words.label(words.INFERENCES, how, language) for how in claim.inference]
    modality = None
    if claim.modality is not Modality.DONE:
        modality = words.label(words.MODALITIES, claim.modality, language)
    standing = words.label(words.VERIFICATIONS, claim.verification, language)
    plainly = certain(claim.certainty, claim.confidence, language)
    return joined([claim.source_name, standing, plainly, modality, claim.part, *inferred])


def _quote_lines(claim: Evidence, screen: Screen, indent: str) -> list[Line]:
    """Return the sentence, what it relates and the words that say so standing out."""
    lines = screen.wrapped(f"“{claim.quote}”", indent, FAINT)
    lit = _lit(claim)
    seen = -1  # the opening quotation mark is ours
    for line in lines:
        for place, letter in enumerate(line.plain[len(indent) :], start=len(indent)):
            if letter.isspace():
                continue
            if seen in lit:
                line.stylize(_LIT, place, place + 1)
            seen += 1
    return lines


def _lit(claim: Evidence) -> frozenset[int]:
    """Return which letters of the quote stand out, blanks not counted: wrapping moves those."""
    lit: set[int] = set()
    count = 0
    for place, letter in enumerate(claim.quote or ""):
        if letter.isspace():
            continue
        if any(start <= place < end for start, end in claim.marks):
            lit.add(count)
        count += 1
    return frozenset(lit)
