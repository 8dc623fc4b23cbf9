"""Plenums and congresses that adopted the documents a text names, and the relation to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.article import Prepared
from graph.extract.citations import Citations
from graph.extract.clauses import plenum_phrase
from graph.extract.mentions import Kind, Mention
from graph.extraction import NamedBody, Span, StatedRelation
from graph.model import Level

_REACH = 260
_PLENUM = re.compile(r"hội nghị|trung ương|tw ")


def find_events(prepared: Prepared, citations: Citations) -> tuple[NamedBody, ...]:
    """Return the plenums and congresses behind the documents, each once, with their mentions."""
    mentions: dict[str, list[Span]] = {}
    telling = _telling(citations)
    levels: dict[str, Level | None] = {}
    for identifier, name in citations.events:
        spans = mentions.setdefault(name, [])
        levels.setdefault(name, citations.document(identifier).level)
        spans.extend(_span(prepared, mention) for mention in telling.get(identifier, ()))
    return tuple(
        NamedBody(f"e{place}", name, levels[name], tuple(sorted(set(spans), key=_place)))
        for place, (name, spans) in enumerate(mentions.items(), 1)
    )


def find_adoptions(
    prepared: Prepared, citations: Citations, events: tuple[NamedBody, ...]
) -> Iterator[StatedRelation]:
    """Yield for each document the plenum or congress that its alias or its number names."""
    ids = {event.name: event.id for event in events}
    telling = _telling(citations)
    for identifier, name in citations.events:
        if identifier not in telling:
            continue
        mention = telling[identifier][0]
        phrase = _phrase(prepared, mention)
        cue = "của" if phrase and "của" in prepared.folded.folded[slice(*phrase)] else None
        before = _adopting(prepared, mention) if phrase is None else None
        yield StatedRelation(
            identifier,
            "adoptedAt",
            ids[name],
            before if before is not None else mention.start,
            phrase[1] if phrase else mention.end,
            cue,
            "stated" if mention.term or mention.local else "inferred",
        )


def _adopting(prepared: Prepared, mention: Mention) -> int | None:
    """Return where the plenum stands that is said before to have adopted a number."""
    start = max(prepared.sentence(mention.start).start, mention.start - _REACH)
    found = prepared.folded.folded.rfind("hội nghị", start, mention.start)
    return found if mention.kind is Kind.NUMBER and found >= 0 else None


def _telling(citations: Citations) -> dict[str, list[Mention]]:
    """Return, by document, the mentions that tell where it was adopted."""
    telling: dict[str, list[Mention]] = {}
    for mention, denoted in zip(citations.mentions, citations.denoted, strict=True):
        if mention.ordinal:
            telling.setdefault(denoted, []).append(mention)
    return telling


def _phrase(prepared: Prepared, mention: Mention) -> tuple[int, int] | None:
    """Return where a number's plenum is named; an alias names it itself."""
    if mention.kind is not Kind.NUMBER:
        return None
    stop = min(prepared.sentence(mention.start).end, mention.end + _REACH)
    return plenum_phrase(prepared.folded.folded, mention.end, stop)


def _span(prepared: Prepared, mention: Mention) -> Span:
    phrase = _phrase(prepared, mention)
    if phrase:
        name = _PLENUM.search(prepared.folded.folded, *phrase)
        return prepared.span(name.start() if name else phrase[0], phrase[1])
    skip = len(mention.type_vi or "") + 1 if mention.worded else 0
    return prepared.span(mention.start + skip, mention.end)


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end
