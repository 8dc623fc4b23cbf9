"""Plenums and congresses that adopted the documents a text names, and the relation to them."""

from __future__ import annotations

from collections.abc import Iterator

from graph.extract.article import Prepared
from graph.extract.citations import Citations
from graph.extract.mentions import Kind, Mention
from graph.extraction import NamedBody, Span, StatedRelation


def find_events(prepared: Prepared, citations: Citations) -> tuple[NamedBody, ...]:
    """Return the plenums and congresses behind the documents, each once, with their mentions."""
    mentions: dict[str, list[Span]] = {}
    levels = {}
    for identifier, name in citations.events:
        spans = mentions.setdefault(name, [])
        levels.setdefault(name, citations.document(identifier).level)
        for mention in _telling(citations, identifier):
            spans.append(_span(prepared, mention))
    return tuple(
        NamedBody(f"e{place}", name, levels[name], tuple(sorted(set(spans), key=_place)))
        for place, (name, spans) in enumerate(mentions.items(), 1)
    )


def find_adoptions(
    prepared: Prepared, citations: Citations, events: tuple[NamedBody, ...]
) -> Iterator[StatedRelation]:
    """Yield for each document the plenum or congress that its alias or its number names."""
    ids = {event.name: event.id for event in events}
    for identifier, name in citations.events:
        mention = next(_telling(citations, identifier), None)
        if mention is None:
            continue
        alias = mention.kind is not Kind.NUMBER
        end = mention.end if alias else mention.tail
        cue = None if alias else "của"
        printed = prepared.article.text[mention.end : mention.tail]
        yield StatedRelation(
            identifier,
            "adoptedAt",
            ids[name],
            mention.start,
            end,
            cue if cue and cue in printed else None,
            "stated" if mention.term else "inferred",
        )


def _telling(citations: Citations, identifier: str) -> Iterator[Mention]:
    """Yield the mentions of a document that tell where it was adopted."""
    for mention, denoted in zip(citations.mentions, citations.denoted, strict=True):
        if denoted == identifier and mention.ordinal:
            yield mention


def _span(prepared: Prepared, mention: Mention) -> Span:
    if mention.kind is Kind.NUMBER:
        return prepared.span(mention.end, mention.tail)
    skip = len(mention.type_vi or "") + 1 if mention.worded else 0
    return prepared.span(mention.start + skip, mention.end)


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end
