"""What supports a statement, and how well, as lines."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text as Line

from api import words
from api.render.screen import FAINT, Screen, joined
from graph.errors import Text
from graph.model import Evidence, Modality, Verification

_WORDS_OF_SOURCE = Text("lời dẫn", "cue")


def evidence_lines(evidence: Iterable[Evidence], screen: Screen, indent: str) -> list[Line]:
    """Return each source with its standing, quote, cue and addresses."""
    lines: list[Line] = []
    for claim in evidence:
        lines += screen.wrapped(_source(claim, screen), indent + "  ", FAINT, first=indent + "↳ ")
        said = _said(claim, screen)
        if said:
            lines += screen.wrapped(said, indent + "  ", FAINT)
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
    certainty = words.CERTAINTIES.get(claim.certainty or "")
    plainly = screen.say(certainty) if certainty else None
    return joined([claim.source_name, standing, plainly, modality, *inferred])


def _said(claim: Evidence, screen: Screen) -> str:
    quote = f"“{claim.quote}”" if claim.quote else None
    cue = f"{screen.say(_WORDS_OF_SOURCE)}: “{claim.cue}”" if claim.cue else None
    return joined([quote, cue])
