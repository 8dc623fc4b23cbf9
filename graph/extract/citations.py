"""From mentions to documents: each mention denotes one, mentions of one document stand together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from graph.extract.aliases import find_aliases
from graph.extract.article import Prepared
from graph.extract.bodies import Reading
from graph.extract.body_grammar import grammar_of
from graph.extract.choosing import Evidence
from graph.extract.clauses import with_clauses
from graph.extract.coreference import Index, denote_bare, index_of, is_apposition, nearest
from graph.extract.denoting import (
    Context,
    Denoted,
    context_of,
    denote_number,
    plenum_name,
    province_in,
)
from graph.extract.events import denote_congress, denote_nickname, denote_plenum
from graph.extract.gazetteer import Knowledge
from graph.extract.mentions import Kind, Mention, without_overlaps
from graph.extract.named import find_laws, find_named
from graph.extract.numbered import find_numbered
from graph.extract.own import authority_of, with_own
from graph.extract.reviewed import find_reviewed, settled
from graph.extract.text import folded
from graph.extract.types import TypeWord, find_type_words
from graph.extraction import Candidate, CitedDocument, Span
from graph.model import Level, PartialDate
from graph.numbers import parse_number

_Value = TypeVar("_Value")
_MANY = 64
_NATIONAL = re.compile(r"(?<!\w)(?:quốc gia|toàn quốc|cả nước|việt nam|trung ương)(?!\w)")
_LAW_TYPES = {"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"}
_AROUND = 700  # characters of a paragraph that tell what a number is about
_OPENING = 400  # characters of the sentence that opens a paragraph
_CITED = (Kind.NUMBER, Kind.SHARED)


@dataclass(frozen=True, slots=True)
class Citations:
    """The mentions in order, the id of the document each denotes, the documents, their events.

    `own` is the place of the mention that names the text itself, of an official text.
    """

    mentions: tuple[Mention, ...]
    denoted: tuple[str, ...]
    documents: tuple[CitedDocument, ...]
    events: tuple[tuple[str, str], ...]  # document id, name of the plenum or congress
    types: tuple[TypeWord, ...]
    own: int | None = None

    @property
    def subject(self) -> str | None:
        """Return the id of the document that the text itself is."""
        return None if self.own is None else self.denoted[self.own]

    def document(self, identifier: str) -> CitedDocument:
        """Return a document by its id."""
        return self.documents[int(identifier[1:]) - 1]


def find_citations(prepared: Prepared, knowledge: Knowledge) -> Citations:
    """Return the documents that a text names, with all their mentions."""
    types = find_type_words(prepared.folded.openings)
    context = context_of(prepared, knowledge)
    found = _joined(prepared, find_mentions(prepared, types, knowledge))
    authority = authority_of(prepared, grammar_of(knowledge))
    mentions, own = with_own(prepared, found, authority.name if authority else None)
    drafts = _denote(mentions, context)
    if own is not None:
        drafts[own] = _as_own(drafts[own], authority, prepared.dateline.province)
    return _group(prepared, mentions, drafts, types, own)


def _as_own(draft: Denoted, authority: Reading | None, province: str | None) -> Denoted:
    """Return the document that the text is, told as such, on the level of whom it is of."""
    level = authority.level if authority else None
    if level not in (None, Level.CENTRAL, Level.MINISTRY) and draft.level is Level.CENTRAL:
        draft = replace(draft, level=level, province=draft.province or province, term=None)
    told = "số in ở đầu văn bản" if draft.number else "không in số, gọi theo loại và trích yếu"
    return replace(draft, reasons=(f"chính là văn bản đang đọc: {told}", *draft.reasons))


def find_mentions(prepared: Prepared, types: list[TypeWord], knowledge: Knowledge) -> list[Mention]:
    """Return the mentions of a text in order, each with what follows it.

    Parameters
    ----------
    prepared : the text.
    types : the words of types in it.
    knowledge : whose reviewed names are looked for too.
    """
    text = prepared.folded
    laws = find_laws(text)
    numbered = _past_laws(find_numbered(text, types), laws)
    found = [*numbered, *find_aliases(text, types), *laws]
    found += find_named(text, types, prepared.sentences, without_overlaps(found))
    found += find_reviewed(text, found, knowledge)
    return with_clauses(prepared, without_overlaps(found))


def _past_laws(numbered: list[Mention], laws: list[Mention]) -> list[Mention]:
    """Cut the name of a law off the number behind it: `Luật ... quy phạm pháp luật số 64/...`."""
    ordered = sorted(laws, key=lambda one: one.start)
    starts = [law.start for law in ordered]
    kept = []
    for mention in numbered:
        place = bisect_left(starts, mention.start) - 1
        law = ordered[place] if place >= 0 else None
        inside = law is not None and law.start < mention.start < law.end < mention.end
        kept.append(replace(mention, start=law.end + 1) if law and inside else mention)
    return kept


def _joined(prepared: Prepared, mentions: list[Mention]) -> list[Mention]:
    """Join a law's name with the number behind it: one mention of one document."""
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind is Kind.LAW
            and mention.issuer_code in {"QH", "UBTVQH"}
            and prepared.folded.folded[last.end : mention.start] in {" ", ", "}
        ):
            joined[-1] = replace(mention, start=last.start, title=last.title, type_vi=last.type_vi)
        else:
            joined.append(mention)
    return joined


def _denote(mentions: list[Mention], context: Context) -> list[Denoted]:
    index = index_of(mentions, context.prepared.folded.folded)
    denoted: dict[int, Denoted] = {}
    for place, mention in enumerate(mentions):
        if mention.kind in _CITED:
            evidence = _evidence(place, mentions, index, context)
            denoted[place] = denote_number(mention, evidence, context)
    printed = frozenset((one.number or "").upper() for one in denoted.values())
    laws = _laws(mentions, denoted)
    for place, mention in enumerate(mentions):
        if mention.kind is Kind.LAW and (law := _law_meant(mention, laws)) is not None:
            denoted[place] = law
        elif place not in denoted and mention.kind is not Kind.BARE:
            denoted[place] = _denote_other(place, mentions, denoted, index, printed, context)
    for place, mention in enumerate(mentions):
        if mention.kind is Kind.BARE:
            denoted[place] = denote_bare(place, mentions, denoted, index, context)
    return settled(mentions, [denoted[place] for place in range(len(mentions))], context)


def _laws(mentions: list[Mention], denoted: dict[int, Denoted]) -> dict[str, list[Denoted]]:
    """Return, by name, the laws that are named with number or year, those with number first."""
    laws: dict[str, dict[tuple[str, ...], Denoted]] = {}
    for place, mention in enumerate(mentions):
        if mention.type_vi in _LAW_TYPES and place in denoted:
            law = denoted[place]
            laws.setdefault(_law_name(mention), {}).setdefault(law.key, law)
    for mention in mentions:
        if mention.kind is Kind.LAW and (mention.year or mention.date):
            law = _law(mention)
            laws.setdefault(_law_name(mention), {}).setdefault(law.key, law)
    return {name: list(known.values()) for name, known in laws.items()}


def _law_name(mention: Mention) -> str:
    return folded(" ".join((mention.title or "").split()))


def _law_meant(mention: Mention, laws: Mapping[str, list[Denoted]]) -> Denoted | None:
    """Return the law that the text names elsewhere: by its number, or with its year."""
    known = laws.get(_law_name(mention), [])
    year = mention.year or (mention.date.year if mention.date else None)
    if year is None:
        return known[0] if known else None
    numbers = ((one, parse_number(one.number or "")) for one in known)
    return next((one for one, number in numbers if number and number.year == year), None)


def _denote_other(
    place: int,
    mentions: list[Mention],
    denoted: dict[int, Denoted],
    index: Index,
    printed: frozenset[str],
    context: Context,
) -> Denoted:
    mention = mentions[place]
    if mention.kind is Kind.PLENUM:
        text = context.prepared.folded.folded
        beside = place + 1 < len(mentions) and is_apposition(text, mention, mentions[place + 1])
        if beside and place + 1 in denoted:
            return _with_alias(denoted[place + 1], mention)
        return denote_plenum(_with_topic(mention, mentions, index), printed, context)
    if mention.kind is Kind.CONGRESS:
        return denote_congress(mention, context)
    if mention.kind is Kind.NICKNAME:
        unknown = Denoted(key=("none", str(place)))
        return denote_nickname(mention, context) or unknown
    return _denote_named(mention, context)


def _with_alias(document: Denoted, mention: Mention) -> Denoted:
    """Return the numbered document of an apposition, with the plenum that its alias names."""
    if mention.term is None or mention.ordinal is None:
        return document
    event = plenum_name(mention.ordinal, mention.term)
    return replace(document, event=event, term=document.term or mention.term)


def _with_topic(mention: Mention, mentions: list[Mention], index: Index) -> Mention:
    """Let an alias without a subject clause take that of the same alias elsewhere."""
    places = index.plenums.get((mention.type_vi, mention.ordinal, mention.term), ())
    same = [mentions[other] for other in places[:_MANY]]
    if mention.title or any(one.plural for one in same):
        return replace(mention, plural=any(one.plural for one in same))
    titles = {one.title for one in same if one.title}
    return replace(mention, title=titles.pop()) if len(titles) == 1 else mention


def _denote_named(mention: Mention, context: Context) -> Denoted:
    if mention.kind is Kind.LAW:
        return _law(mention)
    title = " ".join((mention.title or "").split())
    printed = province_in(title, context.knowledge)
    national = _NATIONAL.search(folded(title)) is not None
    province = None if national else printed or context.province
    return Denoted(
        key=("named", folded(title)),
        type_vi=mention.type_vi,
        level=Level.CENTRAL if national else Level.PROVINCE if province else None,
        province=province,
        issuer=mention.issuer,
        issued=mention.date,
        title=title,
        inferred=() if printed or not province else ("province",),
        reasons=("gọi theo tên, không nêu số",),
    )


def _law(mention: Mention) -> Denoted:
    title = " ".join((mention.title or "").split())
    year = mention.year or (mention.date.year if mention.date else None)
    return Denoted(
        key=("law", folded(title), str(year or "")),
        type_vi=mention.type_vi,
        level=Level.CENTRAL,
        issued=mention.date or (PartialDate(mention.year) if mention.year else None),
        title=f"{title} năm {mention.year}" if mention.year else title,
        reasons=("luật gọi theo tên, không nêu số",),
    )


def _evidence(place: int, mentions: list[Mention], index: Index, context: Context) -> Evidence:
    """Return what the text says of a numbered document; a mention that says nothing borrows."""
    mention = mentions[place]
    said = mention if mention.term or mention.date else _elsewhere(place, mention, mentions, index)
    prepared = context.prepared
    line = prepared.paragraph(mention.start)
    start, end = max(line.start, mention.start - _AROUND), min(line.end, mention.end + _AROUND)
    return Evidence(
        term=mention.term or said.term,
        date=mention.date or said.date,
        issuer=mention.issuer or said.issuer,
        title=mention.title or said.title,
        syllables=context.syllables,
        around=(start, end),
        opening=(line.start, min(prepared.sentence(line.start).end, line.start + _OPENING)),
        horizon=context.horizon,
    )


def _elsewhere(place: int, mention: Mention, mentions: list[Mention], index: Index) -> Mention:
    """Return the nearest mention of the same number that says when or what it is."""
    for places in (index.said.get(mention.number or ""), index.titled.get(mention.number or "")):
        if places:
            return mentions[nearest(places, place)]
    return mention


def _group(
    prepared: Prepared,
    mentions: list[Mention],
    drafts: list[Denoted],
    types: list[TypeWord],
    own: int | None,
) -> Citations:
    drafts = _merged_terms(drafts)
    places: dict[tuple[str, ...], list[int]] = {}
    for place, draft in enumerate(drafts):
        if draft.key[0] != "none":
            places.setdefault(draft.key, []).append(place)
    ids = {key: f"d{order}" for order, key in enumerate(places, 1)}
    numbers = {drafts[of[0]].number: ids[key] for key, of in places.items()}
    documents = tuple(
        _document(
            ids[key],
            [drafts[place] for place in of],
            tuple(prepared.span(mentions[place].start, mentions[place].end) for place in of),
            numbers,
        )
        for key, of in places.items()
    )
    events = {(ids[draft.key], draft.event) for draft in drafts if draft.event}
    kept = [place for place, draft in enumerate(drafts) if draft.key in ids]
    return Citations(
        tuple(mentions[place] for place in kept),
        tuple(ids[drafts[place].key] for place in kept),
        documents,
        tuple(sorted(events, key=lambda event: (int(event[0][1:]), event[1]))),
        tuple(types),
        kept.index(own) if own in kept else None,
    )


def _merged_terms(drafts: list[Denoted]) -> list[Denoted]:
    """Join a number whose term is unknown with the same number whose one term is known."""
    terms: dict[str, set[str]] = {}
    for draft in drafts:
        if draft.key[0] == "number" and draft.key[2]:
            terms.setdefault(draft.key[1], set()).add(draft.key[2])
    return [
        replace(draft, key=("number", draft.key[1], *terms[draft.key[1]]))
        if draft.key[0] == "number" and not draft.key[2] and len(terms.get(draft.key[1], ())) == 1
        else draft
        for draft in drafts
    ]


def _document(
    identifier: str,
    drafts: Sequence[Denoted],
    spans: tuple[Span, ...],
    numbers: Mapping[str | None, str],
) -> CitedDocument:
    best = next((draft for draft in drafts if "number" not in draft.inferred), drafts[0])
    said = _said(drafts) if best.inferred else frozenset()
    members = [numbers[one.number] for one in best.candidates if one.number in numbers]
    return CitedDocument(
        id=identifier,
        type_vi=_first([draft.type_vi for draft in drafts]),
        number=best.number,
        issuer=_first([draft.issuer for draft in drafts]),
        level=best.level,
        province=_first([draft.province for draft in drafts]),
        term=_first([draft.term for draft in drafts]),
        issued=_first([draft.issued for draft in drafts]),
        title=_first([draft.title for draft in drafts]),
        alias=_first([draft.alias for draft in drafts]),
        mentions=spans,
        members=tuple(members) if best.collective else (),
        inferred=tuple(name for name in best.inferred if name not in said),
        candidates=tuple(Candidate(one.number, one.term, one.issued) for one in best.candidates),
        reasons=tuple(dict.fromkeys(reason for draft in drafts for reason in draft.reasons)),
    )


def _said(drafts: Sequence[Denoted]) -> frozenset[str]:
    """Return the fields that some mention prints, though another has to infer them."""
    fields = ("number", "term", "issuer", "province")
    return frozenset(
        field
        for field in fields
        if any(getattr(draft, field) and field not in draft.inferred for draft in drafts)
    )


def _first(values: Sequence[_Value | None]) -> _Value | None:
    for value in values:
        if value:
            return value
    return None
